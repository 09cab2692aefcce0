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


BOTH = {("reentrust", "有限会社はま運送"), ("entrust", "株式会社みなと配食")}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("株式会社みなと配食に配達を委託する（再委託先：有限会社はま運送）。", BOTH),
        ("(1)　株式会社みなと配食\n　　　配達\n　(2)　有限会社はま運送（再委託）", BOTH),
        (
            "名称　株式会社みなと配食\n　所在地　若葉市\n"
            "　再委託　あり（有限会社はま運送、配達の一部）",
            BOTH,
        ),
        ("公募により選定した株式会社みなと配食", {("entrust", "株式会社みなと配食")}),
        ("株式会社みなと配食　配達の受付業務", {("entrust", "株式会社みなと配食")}),
    ],
)
def test_who_stands_in_brackets_behind_yes_or_a_clause(
    told: str, named: set[tuple[str, str]]
) -> None:
    made = drafts.draft(LETTER.format(**{**FORM, "partners": f"　{told}"}))
    found = {(of, each) for of in ("entrust", "reentrust") for each in recipients(made.content, of)}
    assert found == named
    assert not drafts.codes(made) & {"named_once", "title_without_content"}


def test_the_word_for_how_many_is_no_part_of_a_name() -> None:
    case = content(subjects="　配食を申し込んだ者　人数 312人（令和7年4月1日時点）")
    assert counted(case) == {"配食を申し込んだ者": [(312, "2025-04-01")]}


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ("市は、次の措置を講ずる。", "委託先には、次の措置を講じさせる。"),
        ("市は、以下の対策を行う。", "受託者に対しては、次のことを求める。"),
    ],
)
@pytest.mark.parametrize("mark", ["ア　", "ア）", "ア）　", "ア．"])
def test_a_sentence_that_leads_to_measures_says_whose_they_are(
    own: str, theirs: str, mark: str
) -> None:
    second = mark.replace("ア", "イ")
    measures = (
        f"\n4 安全確保の措置\n　{own}\n　{mark}名簿を施錠する。\n　{second}研修を行う。\n"
        f"　{theirs}\n　{mark}名簿を施錠させる。\n"
    )
    case = drafts.draft(LETTER.format(**FORM) + measures).content
    assert [(each["party"], each["position"], each["label"]) for each in case["safeguards"]] == [
        ("own", "ア", "名簿を施錠する。"),
        ("own", "イ", "研修を行う。"),
        ("partner", "ア", "名簿を施錠させる。"),
    ]
