"""Answers and consultations: heads of measures, of columns and of those who work."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.fields import references
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage

LETTER = """諮問第3号
令和5年6月1日
あさひ町個人情報保護審議会　様
あさひ町長
会報の発送の委託について（諮問）
次のとおり諮問します。
"""


def content(body: str) -> dict[str, Any]:
    return drafts.draft(LETTER + body).content


def shape(nodes: list[Node]) -> list[Any]:
    return [(node.mark, shape(node.children)) if node.children else node.mark for node in nodes]


def flows(case: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {(names[to], flow["relation"]) for flow in case["flows"] for to in flow["to"]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "1 目的\n2 町の対策\n【運用面】\n1 甲\n2 乙\n【技術面】\n1 丙\n"
            "3 相手方の対策\n【運用面】\n1 丁\n【技術面】\n1 戊\n2 己\n",
            ["1", ("2", ["1", "2", "1"]), ("3", ["1", "1", "2"])],
        ),
        ("1 甲\n2 乙\n【技術面】\n1 丙\n2 丁\n", ["1", "2", "1", "2"]),
        ("ア 媒体 C D － R\nイ 紙\n", ["ア", "イ"]),
    ],
)  # fmt: skip
def test_numbers_below_heads_in_brackets(text: str, wanted: list[Any]) -> None:
    assert shape(outline(Passage(text, (0,)))[1]) == wanted


def test_measures_of_both_sides_with_layers_in_brackets_below() -> None:
    case = content(
        "1 対象者\n町民\n2 町の安全対策\n【運用上の対策】\n1 名簿を限る。\n2 記録を残す。\n"
        "【システム上の対策】\n1 暗号にする。\n3 委託先の安全対策\n【運用上の対策】\n"
        "1 名簿を返す。\n【システム上の対策】\n1 端末を離す。\n"
        "4 委託期間\n令和5年7月1日から\n5 記録媒体\n紙\n6 担当課\n総務課\n"
    )
    found = [(each["party"], each["layer"], each["position"]) for each in case["safeguards"]]
    own = [("own", "operational", "1"), ("own", "operational", "2"), ("own", "system", "1")]
    assert found == [*own, ("partner", "operational", "1"), ("partner", "system", "1")]


@pytest.mark.parametrize("mark", ["ア ", ""])
def test_columns_of_lists_are_lists(mark: str) -> None:
    case = content(
        "1 取り扱う項目\n<table><tr><th>" + mark + "住民台帳システムから抽出する項目</th>"
        "<th>" + mark.replace("ア", "イ") + "発送支援システムに登録する項目</th></tr>"
        "<tr><td>① 氏名<br>② 住所<br>③ 生年月日</td><td>① 氏名<br>② 住所</td></tr></table>\n"
    )
    entries = [[entry["label"] for entry in each["entries"]] for each in case["lists"]]
    assert entries == [["氏名", "住所", "生年月日"], ["氏名", "住所"]]


def test_a_list_that_each_side_hands_over_begins_anew() -> None:
    case = content(
        "1 処理させる情報項目\n(1) 総務課が渡す会員情報\n| 番号 | 項目 |\n|---|---|\n| ① | 氏名 |\n"
        "| ② | 住所 |\n(2) 受託者が渡す発送データ\n| 番号 | 項目 |\n|---|---|\n| ① | 氏名 |\n"
        "| ② | 発送日 |\n"
    )
    entries = [[entry["label"] for entry in each["entries"]] for each in case["lists"]]
    assert entries == [["氏名", "住所"], ["氏名", "発送日"]]


def test_sentences_that_lead_to_a_paper_are_no_items() -> None:
    case = content(
        "1 提供する情報\n(1) 会員の情報は、会員台帳システムから抽出する。\n"
        "(2) 提供する項目は、別紙1のとおりとする。\n別紙1　提供する項目\n1 氏名\n2 住所\n"
    )
    entries = [[entry["label"] for entry in each["entries"]] for each in case["lists"]]
    assert entries == [["氏名", "住所"]]


def test_the_day_of_all_numbers_stands_in_the_head() -> None:
    case = content(
        "1 名簿の対象者（令和5年4月1日現在）\n(1) 会員 120人\n(2) 会員の保護者 1,040人\n"
    )
    counts = [count for each in case["subjects"] for count in each["counts"]]
    assert [(each["value"], each["as_of"]) for each in counts] == [
        (120, "2023-04-01"), (1040, "2023-04-01"),
    ]  # fmt: skip


def test_what_a_firm_does_stands_below_its_name() -> None:
    case = content(
        "1 諮問事項\n会報の発送を民間事業者に委託すること。\n2 委託先及び委託の範囲\n"
        "(1) 委託先　株式会社つばくろ\n　会報の印刷及び発送、返戻の集計\n"
        "(2) 再委託先　有限会社ひなげし便\n　封筒の印刷、封入\n"
    )
    assert flows(case) >= {("株式会社つばくろ", "entrust"), ("有限会社ひなげし便", "reentrust")}
    assert {who for who, relation in flows(case) if relation in ("entrust", "reentrust")} == {
        "株式会社つばくろ", "有限会社ひなげし便",
    }  # fmt: skip


def test_who_serves_what_is_linked_stands_behind_a_label() -> None:
    text = LETTER.replace("会報の発送の委託", "電子計算機の結合")
    body = (
        "1 仕組みの概要\n① 読書クラウド　株式会社みずほ文庫が提供するサービスで、台帳と結合する。\n"
    )
    case = drafts.draft(text + body).content
    assert ("株式会社みずほ文庫", "link") in flows(case)


def test_no_sentence_goes_on_over_a_head() -> None:
    case = content(
        "1 対象者\n受付の窓口で申込み又は届出を行う者及びその代理の者　年間約90人\n2 記録する項目\n"
        "受付支援システム（以下「支援システム」という。）に記録する項目は、次のとおりである。\n"
        "(1) 氏名\n(2) 住所\n"
    )
    assert "受付支援システム" in {each["label"] for each in case["holders"]}
    assert not any(each["label"].startswith("項目") for each in case["holders"])


def test_a_paper_that_is_added_to_the_contract() -> None:
    found = references.read(Passage("契約に当たり、別記を契約書に添付し、守らせる。", (0,)))
    assert [each.label for each in found] == ["別記"]
