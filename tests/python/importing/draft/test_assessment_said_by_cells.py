"""Assessments whose cells say of which file, whose measure or what sort a row is."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import codes, draft

FORM = """特定個人情報保護評価書（全項目評価書）
評価実施機関名,みどり市長
Ⅰ　基本情報
１　①事務の名称,母子健康に関する事務
２　使用するシステム,"システム1　妊産婦システム（妊産婦ファイルに使用）
システム2　乳幼児システム（乳幼児ファイルに使用）"
２　システム1の他のシステムとの接続,[○]庁内連携システム　[　]宛名システム等
２　システム2の他のシステムとの接続,[　]庁内連携システム　[○]宛名システム等
Ⅱ　特定個人情報ファイルの概要（1）
１　特定個人情報ファイル名,乳幼児ファイル
２　②対象となる本人の範囲及び数,乳幼児　820人（令和7年4月1日現在）
２　③記録される項目,別添2の（1）のとおり
４　委託事項1,健診票の入力
４　①委託先名,株式会社なのはなデータ
４　②委託期間,令和7年4月1日から令和8年3月31日まで
４　③委託先への提供方法,[○]専用線　[　]紙
４　④作業の流れ,{flow}
４　⑤再委託の有無,[再委託しない]
Ⅱ　特定個人情報ファイルの概要（2）
１　特定個人情報ファイル名,妊産婦ファイル
２　②対象となる本人の範囲及び数,妊産婦　410人（令和7年4月1日現在）
２　③記録される項目,別添2の（2）のとおり
４　委託事項1,面談の記録の整理
４　①委託先名,合同会社はぐくみ
（別添2）特定個人情報ファイル記録項目
ファイル,番号,記録項目
（1）乳幼児ファイル,1,個人番号
（1）乳幼児ファイル,2,出生体重
（2）妊産婦ファイル,1,個人番号
（2）妊産婦ファイル,2,出産予定日
（2）妊産婦ファイル,3,既往歴
Ⅲ　リスク対策
区分,番号,措置の内容
市の措置【運用上の対策】,1,健診票は届いた日に件数を数える。
市の措置【システム上の対策】,1,操作者を指紋により確認する。
委託先の措置（運用面の措置）,1,健診票を施錠した棚に置く。
評価,,リスクへの対策は［十分である］
Ⅳ　その他のリスク対策,研修についてはⅢ（2）に記載した。
"""
LINE = "対象者の一覧は、専用線で委託先に送信する。"


def case(flow: str = LINE) -> dict[str, Any]:
    return draft(FORM.format(flow=flow), "a.csv").content


def test_a_column_says_to_which_file_an_item_belongs() -> None:
    content = case()
    found = [[entry["label"] for entry in each["entries"]] for each in content["lists"]]
    assert found == [["個人番号", "出生体重"], ["個人番号", "出産予定日", "既往歴"]]
    assert [each["matter"] for each in content["lists"]] == [m["id"] for m in content["matters"]]


def test_a_system_keeps_the_file_that_its_cell_names() -> None:
    content = case()
    titles = {each["id"]: each["title"] for each in content["matters"]}
    labels = {each["id"]: each["label"] for each in content["holders"]}
    found = {
        labels[flow["to"][0]]: titles[flow["matter"]]
        for flow in content["flows"]
        if flow["relation"] in ("process", "link")
    }
    assert found["妊産婦システム"] == found["庁内連携システム"] == "妊産婦ファイル"
    assert found["乳幼児システム"] == found["宛名システム等"] != "妊産婦ファイル"


def test_brackets_behind_a_side_say_the_sort_and_a_verdict_is_no_measure() -> None:
    found = [(each["party"], each["layer"]) for each in case()["safeguards"]]
    assert found == [("own", "operational"), ("own", "system"), ("partner", "operational")]


def test_a_field_that_the_form_does_not_know_ends_the_term_above_it() -> None:
    first = case()["matters"][0]
    assert [(each["start"], each["end"]) for each in first["periods"]] == [
        ("2025-04-01", "2026-03-31")
    ]


@pytest.mark.parametrize(
    ("flow", "odd"),
    [
        (LINE, False),
        ("健診票は、紙のまま箱に詰め、委託先に送り届ける。", True),
        ("健診票は、紙の状態で委託先へ引き渡す。", True),
        ("健診票は、紙のまま庁舎の書庫に保存する。", False),
    ],
)
def test_paper_that_is_sent_as_it_is_goes_on_paper(flow: str, odd: bool) -> None:
    found = codes(draft(FORM.format(flow=flow), "a.csv"))
    assert ("channel_not_in_media" in found) == odd
