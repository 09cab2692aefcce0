"""Assessments whose cells say of which file, whose measure or what sort a row is."""

from __future__ import annotations

import json
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


AFTER_EACH_OTHER = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名,みどり市長
Ⅰ　基本情報
1．システム1（水道ファイルに使用）,"①名称　水道料金システム
②他のシステムとの接続　[○]宛名システム等"
2．システム2（下水道ファイルに使用）,"①名称　下水道システム
②他のシステムとの接続　[○]庁内連携システム"
Ⅱ　特定個人情報ファイルの概要（1）
1．特定個人情報ファイル名,水道ファイル
2．基本情報,"①対象となる本人の範囲　水道の使用者
②記録される項目　個人番号、氏名"
{provided},"①法令上の根拠　番号法第19条第8号
②提供する情報　氏名"
{moved},"①法令上の根拠　番号条例第4条
②移転する情報　個人番号"
Ⅲ　リスク対策（1）
1．リスクに対する措置,"1　窓口で番号を確認する。
2　操作の記録を毎月確かめる。"
Ⅱ　特定個人情報ファイルの概要（2）
1．特定個人情報ファイル名,下水道ファイル
2．基本情報,"①対象となる本人の範囲　下水道の使用者
②記録される項目　個人番号、住所"
Ⅲ　リスク対策（2）
1．リスクに対する措置,1　受け取った届は施錠した棚に置く。
"""
TAKERS = {"provided": "提供先1　みなみ県企業団", "moved": "移転先1　収納課"}


def told(**takers: str) -> dict[str, Any]:
    content: dict[str, Any] = draft(AFTER_EACH_OTHER.format(**(TAKERS | takers)), "a.csv").content
    return content


@pytest.mark.parametrize(
    "takers",
    [
        {},
        {"provided": "4．提供先1：みなみ県企業団"},
        {"provided": "提供先1（みなみ県企業団）", "moved": "移転先1（収納課）"},
        {"provided": "提供1　みなみ県企業団", "moved": "移転①　収納課"},
    ],
)
def test_who_stands_behind_the_head_of_a_block_gets_what_its_fields_say(
    takers: dict[str, str],
) -> None:
    content = told(**takers)
    labels = {each["id"]: each["label"] for each in content["holders"]}
    found = {(flow["relation"], labels[flow["to"][0]]) for flow in content["flows"]}
    assert {("provide", "みなみ県企業団"), ("transfer", "収納課")} <= found


def test_measures_stand_behind_the_outline_of_their_file() -> None:
    content = told()
    matters = [each["id"] for each in content["matters"]]
    found = [matters.index(each["matter"]) for each in content["safeguards"]]
    assert found == [0, 0, 1]


def test_the_label_of_a_system_names_the_file_that_it_keeps() -> None:
    content = told()
    labels = {each["id"]: each["label"] for each in content["holders"]}
    later = {
        labels[flow["to"][0]]
        for flow in content["flows"]
        if flow["matter"] == content["matters"][1]["id"]
    }
    assert later == {"下水道システム", "庁内連携システム"}


PAGED = """説明資料

水道料金に関する事務に係る特定個人情報保護評価書（重点項目評価書）の再実施について

1　変更箇所一覧

変更した箇所\tページ\t事由等
Ⅱ　特定個人情報ファイルの概要
4　取扱いの委託　委託事項2\t11\t検針の委託の追加

2　記録項目

記録項目\t別紙1のとおり

別紙1　水道ファイルの記録項目

{grid}
"""


@pytest.mark.parametrize(
    "grid",
    [
        "1 個人番号\t2 氏名\t3 住所\n4 使用水量\t5 水道料金\t6 口座番号",
        "1 個人番号\t3 住所\t5 水道料金\n2 氏名\t4 使用水量\t6 口座番号",
        "①個人番号\t②氏名\n③住所\t④使用水量\n⑤水道料金\t⑥口座番号",
        "(1) 個人番号\t(2) 氏名\t(3) 住所\t(4) 使用水量\n(5) 水道料金\t(6) 口座番号",
    ],
)
def test_numbered_items_side_by_side_are_no_rows_of_a_list_of_changes(grid: str) -> None:
    found = draft(PAGED.format(grid=grid)).content["lists"]
    entries = [[entry["label"] for entry in each["entries"]] for each in found]
    assert entries == [["個人番号", "氏名", "住所", "使用水量", "水道料金", "口座番号"]]


@pytest.mark.parametrize("head", ["変更箇所一覧", "■変更点の概要", "【変更した箇所】", "変更履歴"])
def test_what_was_changed_is_no_item_of_the_list_above_it(head: str) -> None:
    text = (
        "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名　みどり市長\n"
        "（別紙2）水道ファイル記録項目\n　1　個人番号　　2　氏名\n　3　住所\n\n"
        f"{head}\n　変更日　令和7年10月15日\n　変更後　サーバに記録する。\n　説明　詳しくしたもの\n"
    )
    found = draft(text).content["lists"]
    assert [[entry["label"] for entry in each["entries"]] for each in found] == [
        ["個人番号", "氏名", "住所"]
    ]


@pytest.mark.parametrize(
    "head", ["委託先に求める措置の内容", "受託者に行わせる措置の内容", "委託先における対策の概要"]
)
def test_the_side_stands_in_front_of_the_content_of_measures(head: str) -> None:
    text = (
        "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名,みどり市長\nⅢ　リスク対策\n"
        "１．入手・使用のリスク,\nリスクに対する措置の内容,(1) 窓口で番号を確認する。\n"
        f"２．委託のリスク,\n{head},(1) 従事者の名簿を届け出る。\n"
        "３．保管のリスク,\nリスクに対する措置の内容,(2) 書庫に施錠する。\n"
    )
    found = draft(text, "a.csv").content["safeguards"]
    assert [each["party"] for each in found] == ["own", "partner", "own"]


def test_the_threshold_says_the_number_of_persons_again() -> None:
    text = (
        "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名,みどり市長\nⅠ　基本情報\n"
        "③対象人数,介護保険の被保険者　4120人（令和7年4月1日現在）\n"
        "Ⅱ　特定個人情報ファイルの概要\n②対象となる本人の範囲,介護保険の被保険者\nⅥ　評価実施手続\n"
        '１．しきい値判断,"実施日　令和7年5月12日\n'
        '対象人数　介護保険の被保険者　4210人（令和7年4月1日現在）"\n'
    )
    made = draft(text, "a.csv")
    assert "count_differs" in codes(made)
    found = [
        each
        for each in json.loads(made.case.to_json())["claims"]
        if each["id"].startswith("count-")
    ]
    assert [each["value"] for each in found] == [4120, 4210]


@pytest.mark.parametrize(
    "rows",
    [
        "再委託の有無,しない,する\n再委託先,－,合同会社そら\n",
        "再委託の有無,[再委託しない],[再委託する]\n再委託先の名称,,合同会社そら\n",
        "再委託,しない,する（合同会社そら）\n",
    ],
)
def test_the_one_whose_column_names_a_further_firm_hands_it_on(rows: str) -> None:
    made = draft(
        "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名,みどり市長\n"
        "Ⅱ　特定個人情報ファイルの概要\n,委託事項1,委託事項2\n委託内容,保守,入力\n"
        f"委託先名,株式会社なのはなデータ,有限会社はま計算\n{rows}",
        "a.csv",
    )
    labels = {each["id"]: each["label"] for each in made.content["holders"]}
    further = [
        (labels[flow["from"]], labels[flow["to"][0]])
        for flow in made.content["flows"]
        if flow["relation"] == "reentrust"
    ]
    assert further == [("有限会社はま計算", "合同会社そら")]
    assert not codes(made)


HEADS = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名,みどり市長\n"


@pytest.mark.parametrize(
    "head",
    ["措置の区分,番号,内容", "対策の種類,措置番号,具体的な内容", "措置の種別,番号,措置の内容"],
)
def test_content_beside_the_sort_of_a_measure_is_the_measure(head: str) -> None:
    rows = "運用,1,窓口で番号を確認する。\nシステム,1,記録を暗号化する。\n"
    found = draft(f"{HEADS}Ⅲ　リスク対策\n{head}\n{rows}", "a.csv").content["safeguards"]
    assert [each["layer"] for each in found] == ["operational", "system"]


@pytest.mark.parametrize("head", ["システム1（水道システム）", "2．システム1（水道システム）"])
def test_a_system_may_stand_in_brackets_behind_its_number(head: str) -> None:
    rows = f"{head},\n②他のシステムとの接続,[○]庁内連携システム\n"
    content = draft(f"{HEADS}Ⅰ　基本情報\n{rows}", "a.csv").content
    labels = {each["id"]: each["label"] for each in content["holders"]}
    found = {(flow["relation"], labels[flow["to"][0]]) for flow in content["flows"]}
    assert found == {("process", "水道システム"), ("link", "庁内連携システム")}


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ('③本人の範囲,介護保険の被保険者\n対象者数（人）,"12,345"\n', 12345),
        ("③本人の範囲,介護保険の被保険者\n②対象となる本人の数（人）,980\n", 980),
        ("③本人の範囲,介護保険の被保険者を対象とする。\n②対象となる本人の数,980人\n", 980),
        ("③本人の範囲,介護保険の被保険者とする\n②対象となる本人の数,980人\n", 980),
        ("③本人の範囲,介護保険の被保険者\n②対象となる本人の数,2\n", None),
    ],
)
def test_a_label_may_say_of_what_its_number_is_one(rows: str, value: int | None) -> None:
    text = f"{HEADS}Ⅱ　特定個人情報ファイルの概要\n1．特定個人情報ファイル名,介護ファイル\n{rows}"
    (found,) = draft(text, "a.csv").content["subjects"]
    assert found["label"] == "介護保険の被保険者"
    assert [each["value"] for each in found.get("counts", [])] == ([value] if value else [])
