"""Sides within a cell of measures, tables of marks, and labels that nobody knows."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft

SHEET = """事業の概要
事業名\t花壇の世話
対象者\t世話を申し込んだ者\t40人（令和5年4月1日現在）

件名\t花壇台帳の整備の委託について
保有課\t緑化課
登録業務の名称\t花壇
委託先\t{partner}
委託に伴い事業者に処理させる情報項目\t1 個人の範囲<br>世話を申し込んだ者<br>2 情報項目<br>{items}
委託の内容\t(1) 整備
委託の開始時期及び期限\t令和5年6月1日から令和6年3月31日まで
{fields}
{attached}"""
USUAL = {"partner": "甲園芸株式会社", "items": "①氏名 ②住所", "fields": "", "attached": ""}


def content(**parts: str) -> dict[str, Any]:
    return dict(draft(SHEET.format(**{**USUAL, **parts})).content)


def sides(cell: str, label: str = "情報保護対策") -> list[tuple[str, str, str]]:
    found = content(fields=f"{label}\t{cell}").get("safeguards", [])
    return [(each["party"], each["layer"], each["position"]) for each in found]


BOTH = [("own", "operational", "1"), ("partner", "operational", "1"), ("partner", "system", "1")]


@pytest.mark.parametrize(
    "cell",
    [
        "（町が行う対策）<br>【運用上の対策】<br>1 鍵を掛ける。<br>（委託先に求める対策）<br>"
        "【運用上の対策】<br>1 鍵を掛けさせる。<br>【システム上の対策】<br>1 記録を残させる。",
        "1 町が講ずる対策<br>【運用上の対策】<br>1 鍵を掛ける。<br>2 受託者に行わせる対策<br>"
        "【運用上の対策】<br>1 鍵を掛けさせる。<br>【システム上の対策】<br>1 記録を残させる。",
        "【運用上の対策】<br>（町）<br>1 鍵を掛ける。<br>（受託者）<br>1 鍵を掛けさせる。<br>"
        "【システム上の対策】<br>（受託者）<br>1 記録を残させる。",
    ],
)
def test_heads_within_a_cell_say_whose_its_measures_are(cell: str) -> None:
    assert sorted(sides(cell)) == BOTH


def test_measures_below_the_name_of_a_partner_are_of_its_flows() -> None:
    found = content(
        partner="【植付け】<br>甲園芸株式会社<br>【水やり】<br>乙造園株式会社",
        items="【植付け】<br>①氏名 ②住所<br>【水やり】<br>①氏名",
        fields="受託者に行わせる情報保護対策\t（甲園芸株式会社）<br>1 鍵を掛けさせる。",
    )
    holders = {each["id"]: each["label"] for each in found["holders"]}
    flows = {each["id"]: each for each in found["flows"]}
    reached = found["safeguards"][0]["applies_to"]
    assert [holders[to] for id_ in reached for to in flows[id_]["to"]] == ["甲園芸株式会社"]


MARKS = """別表2　項目一覧
番号\t項目\t植付け\t結合
1\t氏名\t●\t
2\t住所\t－\t送
3\t花の種類\t●\t受"""


@pytest.mark.parametrize(
    ("pointer", "listed"),
    [
        ("別表2の「植付け」の欄に●のある項目", ["氏名", "花の種類"]),
        ("別表2の「結合」の列に「受」とあるもの", ["花の種類"]),
        ("別表2の「結合」の列に印のあるもの", ["住所", "花の種類"]),
    ],
)
@pytest.mark.parametrize("printed", [False, True])
def test_a_pointer_says_which_marks_of_which_column(
    pointer: str, listed: list[str], printed: bool
) -> None:
    lines = [line.split("\t") for line in MARKS.split("\n")]
    wide = "\n".join("".join(cell.ljust(8, "　") for cell in line).rstrip("　") for line in lines)
    found = content(items=pointer, attached=wide if printed else MARKS)
    assert [each["label"] for each in found["lists"][0]["entries"]] == listed


def test_brackets_behind_an_item_are_a_remark_and_a_sentence_is_none() -> None:
    found = content(
        items="1 氏名<br>2 住所【追加】<br>3 花の種類<br>委託先が扱うのは、1だけである。"
    )
    assert [e["label"] for e in found["lists"][0]["entries"]] == ["氏名", "住所", "花の種類"]


def test_a_note_below_the_partner_tells_who_takes_the_work_from_it() -> None:
    found = content(
        partner="甲園芸株式会社<br>※水やりは、乙造園株式会社が甲園芸株式会社から引き受けて行い、毎日報告する。"
    )
    assert [each["relation"] for each in found["flows"]] == ["entrust", "reentrust"]


def test_a_paper_that_is_only_listed_is_not_there() -> None:
    found = content(
        fields="委託理由\t別紙3の図のとおり、手が足りないため。",
        attached="添付資料一覧\n別紙1 花壇の図\n別紙2 項目\n別紙3 流れの図\n\n"
        "別紙1\n花壇の図\n\n別紙2\n項目",
    )
    resolved = {each["label"]: each.get("resolved") for each in found["references"]}
    assert resolved["別紙3"] is None
