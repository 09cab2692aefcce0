"""Assessments that set several fields, entries or persons into one cell."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 みはる市長\n"
ABOUT = (
    "みはる市個人情報保護審査会 資料\n"
    "給食費に関する事務に係る特定個人情報保護評価書（重点項目評価書）の再実施について\n"
    "第1 趣旨\n 評価書を改めるものである。\n第2 評価書の概要\n"
)
Count = tuple[str, int | None, str, str]


def case(text: str, name: str = "a.txt") -> dict[str, Any]:
    return draft(text, name).content


def recipients(content: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]]


def persons(content: dict[str, Any]) -> list[Count]:
    return [
        (each["label"], count.get("value"), count["unit"], count["bound"])
        for each in content["subjects"]
        for count in each.get("counts", [])
    ]


def table(*rows: tuple[str, ...]) -> str:
    """A page of CSV, of which a cell may have several lines."""
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


@pytest.mark.parametrize(
    ("mark", "gap"), [("①②③", " "), ("①②③", "："), ("・・・", ": "), ("アイウ", "　")]
)
@pytest.mark.parametrize("number", ["2 ", "4．", ""])
def test_the_fields_of_a_cell_are_read_line_by_line(mark: str, gap: str, number: str) -> None:
    behind = "　" if mark == "アイウ" else ""
    first, second, third = (each + behind for each in mark)
    system = f"{first}名称{gap}給食費システム\n{second}機能{gap}納付の管理\n"
    system += f"{third}他のシステムとの接続{gap}［○］庁内連携システム\n［　］税務システム"
    file = f"{first}種類{gap}システム用ファイル\n{second}本人の数{gap}1万人以上10万人未満\n"
    file += f"{third}本人の範囲{gap}給食費の納入者及びその家族"
    text = table(
        ("特定個人情報保護評価書（重点項目評価書）", ""),
        ("評価実施機関名", "みはる市長"),
        ("Ⅰ 基本情報", ""),
        (f"{number}システム1", system),
        ("Ⅱ 特定個人情報ファイルの概要", ""),
        ("1 ファイル名", "給食費ファイル"),
        (f"{number or '2 '}基本情報", file),
    )
    content = case(text, "a.csv")
    assert recipients(content) == [("process", "給食費システム"), ("link", "庁内連携システム")]
    assert persons(content) == [
        ("給食費の納入者及びその家族", 10_000, "person", "at_least"),
        ("給食費の納入者及びその家族", 99_999, "person", "at_most"),
    ]


def test_lines_without_labels_stay_one_value() -> None:
    text = table(
        ("特定個人情報保護評価書（重点項目評価書）", ""),
        ("評価実施機関名", "みはる市長"),
        ("Ⅰ 基本情報", ""),
        ("1 事務の内容", "・帳票　の受付\n・名称　の確認\n・納付　の管理"),
        ("3．規模", "給食費の納入者　1,240人\n納入を免れた者　87人"),
    )
    assert [each[:2] for each in persons(case(text, "a.csv"))] == [
        ("給食費の納入者", 1240),
        ("納入を免れた者", 87),
    ]


@pytest.mark.parametrize("head", ["1　規模", "1　対象者"])
@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("ア", "イ"), ("①", "②")])
def test_numbered_entries_name_whose_number_each_is(head: str, marks: tuple[str, str]) -> None:
    lines = [
        f"{marks[0]}　給食費の納入者　1,240人（令和8年4月1日現在）",
        f"{marks[1]}　ファイルに記録される本人の数　納入者及びその家族　1万人以上10万人未満",
    ]
    assert persons(case(ABOUT + "\n".join([head, *lines]) + "\n")) == [
        ("給食費の納入者", 1240, "person", "exact"),
        ("納入者及びその家族", 10_000, "person", "at_least"),
        ("納入者及びその家族", 99_999, "person", "at_most"),
    ]
