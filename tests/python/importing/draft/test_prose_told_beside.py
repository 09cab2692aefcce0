"""Sums, years, firms and systems that running text and small tables tell beside each other."""

from __future__ import annotations

from typing import Any

import drafts
import pytest
from documents.build import docx
from documents.parts import Line, Paper, table

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

LETTER = """若葉市長

学校の連絡アプリの導入について（諮問）

1 対象者
{subjects}

2 委託
{partners}

3 取り扱う項目
{items}
"""
FORM = {
    "subjects": "　小学校の児童　300人（令和7年5月1日現在）",
    "partners": "　運営を株式会社みなも情報に委託する。",
    "items": "表１　連絡サービスに記録する項目\n(1) 氏名\n(2) 組",
}


def content(**changed: str) -> dict[str, Any]:
    return drafts.draft(LETTER.format(**{**FORM, **changed})).content


def counted(case: dict[str, Any]) -> dict[str, list[tuple[int | None, str | None]]]:
    return {
        each["label"]: [(one.get("value"), one.get("as_of")) for one in each.get("counts", [])]
        for each in case["subjects"]
    }


def recipients(case: dict[str, Any], relation: str) -> set[str]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    flows = [each for each in case["flows"] if each["relation"] == relation]
    return {names[to] for flow in flows for to in flow["to"]}


@pytest.mark.parametrize("word", ["合計", "総計"])
def test_a_sum_of_two_groups_is_no_other_number_of_the_group_above(word: str) -> None:
    case = content(
        subjects="　小学校の児童　300人（令和7年5月1日現在）\n"
        "　中学校の生徒　150人（令和7年5月1日現在）\n"
        f"　児童及び生徒の{word}　450人（令和7年5月1日現在）"
    )
    assert counted(case) == {
        "小学校の児童": [(300, "2025-05-01")],
        "中学校の生徒": [(150, "2025-05-01")],
        f"児童及び生徒の{word}": [(450, "2025-05-01")],
    }


def test_what_a_name_means_is_no_part_of_it() -> None:
    case = content(subjects="　協力員（連絡先として届け出た親族をいう。）\n　小学校の児童")
    assert list(counted(case)) == ["協力員", "小学校の児童"]


def test_firms_side_by_side_are_named_without_how_many_they_are() -> None:
    case = content(
        partners="　市は、医療法人ひばり会及び社会福祉法人あし会の２者に運営を委託している。"
    )
    assert recipients(case, "entrust") == {"医療法人ひばり会", "社会福祉法人あし会"}


@pytest.mark.parametrize("caption", ["表１　", "表2 ", ""])
def test_a_list_of_two_systems_is_of_each_and_of_none_with_both_names(caption: str) -> None:
    case = content(
        partners="　運営を株式会社みなも情報に委託する。入力された項目は、"
        "受付チャットから粗大ごみ受付システムに取り込む。",
        items=f"{caption}受付チャット及び粗大ごみ受付システムに記録する項目\n(1) 氏名\n(2) 住所",
    )
    assert recipients(case, "process") == {"粗大ごみ受付システム"}


def test_a_remark_of_years_alone_dates_the_numbers_of_its_table() -> None:
    rows = (("区分", "人数", "備考"), ("粗大ごみを申し込んだ者", "900人", "令和6年度"))
    lines = (Line("若葉市長"), Line("諮問書"), Line("1 対象者"))
    paper = Paper("rubbish", "prose", "諮問書", (*lines, table("", *rows)), ())
    case = assemble([read_bytes(docx.build(paper).content, "a.docx", "d")]).content
    assert counted(case) == {"粗大ごみを申し込んだ者": [(900, "FY2024")]}
