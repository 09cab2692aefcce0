"""For each rule a file that breaks exactly it, beside the one that keeps all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from books import HEAD, ROWS, Breaker, book, broken, checked, csv_file, saved, statuses
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from nagarezu.readable import RULES, check

_RED = PatternFill("solid", start_color="FFFF0000")


def put(cell: str, value: Any, sheet: str = "counts") -> Breaker:
    def breaker(made: Any) -> None:
        made[sheet][cell] = value

    return breaker


def puts(cells: dict[str, Any], sheet: str = "counts") -> Breaker:
    def breaker(made: Any) -> None:
        for cell, value in cells.items():
            made[sheet][cell] = value

    return breaker


def does(what: Any) -> Breaker:
    """An edit of the sheet of the data."""
    return lambda made: what(made["counts"])


def renamed(column: str, name: str, documented: str) -> Breaker:
    """A column under another name, of which the legend knows."""

    def breaker(made: Any) -> None:
        made["counts"][f"{column}1"] = name
        made["legend"][f"A{'ABCDEFG'.index(column) + 2}"] = documented

    return breaker


def without_unit(made: Any) -> None:
    renamed("F", "amount", "amount")(made)
    made["legend"]["D7"] = None


def unit_above(made: Any) -> None:
    without_unit(made)
    made["source"]["B2"] = "register of the city"
    made["counts"]["K1"] = "（単位：人）"


def second_table(sheet: Any) -> None:
    for row, values in enumerate([HEAD, *ROWS[:2]], start=11):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column, value)


def wide(made: Any) -> None:
    for column, year in ((8, 2018), (9, 2019)):
        made["counts"].cell(1, column, f"persons_{year}")
        for row in range(2, 8):
            made["counts"].cell(row, column, row * year)
        made["legend"].append(
            [f"persons_{year}", "人数", "whole", "person", "none", "persons", "unknown"]
        )


def two_rows_of_names(sheet: Any) -> None:
    sheet.insert_rows(2)
    sheet["F2"], sheet["F1"] = "persons", None
    sheet["E2"] = "of the work"


def bold_cell(sheet: Any) -> None:
    sheet["E3"].font = Font(bold=True)


def folded_rows(sheet: Any) -> None:
    sheet.row_dimensions.group(3, 4, hidden=True)


# rule, code, edit of the workbook
BREAKS: list[tuple[str, str, Breaker]] = [
    ("L1-02", "several_tables", does(second_table)),
    ("L1-03", "blank_row", does(lambda sheet: sheet.insert_rows(6))),
    ("L1-03", "blank_column", does(lambda sheet: sheet.insert_cols(7))),
    ("L1-04", "stray_cells", put("K4", "memo")),
    ("L1-04", "remark_below", put("A10", "note to self")),
    ("L1-04", "remark_below", put("A8", "注：速報値")),
    ("L1-05", "unnamed_column", put("E1", None)),
    ("L1-05", "untelling_name", renamed("G", "x1", "x1")),
    ("L1-06", "edge_space", put("G2", " first")),
    ("L1-06", "edge_space", put("G2", "first　")),
    ("L1-06", "wide_gap", put("G2", "first   item")),
    ("L1-06", "spaced_letters", put("G2", "備　考")),
    ("L1-06", "break_in_value", put("G2", "first\nitem")),
    ("L1-06", "break_in_name", renamed("G", "no\nte", "no te")),
    ("L1-07", "several_numbers", put("G2", "10（3）")),
    ("L1-07", "several_numbers", put("F2", "10/20")),
    ("L1-07", "several_values", put("G2", "東棟、西棟、南棟")),
    ("L1-08", "platform_character", put("G2", "①案")),
    ("L1-08", "platform_character", put("G2", "㈱見本")),
    ("L1-08", "private_character", put("G2", "\ue000")),
    ("L1-08", "half_width_kana", put("G2", "ｶﾅ")),
    ("L1-08", "hidden_character", put("G2", "a\u200bb")),
    ("L1-08", "rare_character", put("G2", "髙")),
    ("L1-09", "blank_and_zero", lambda made: puts_blank_and_zero(made)),
    ("L1-10", "object", does(lambda sheet: sheet.add_chart(BarChart(), "J2"))),
    ("L1-10", "comment", does(lambda sheet: setattr(sheet["F2"], "comment", Comment("?", "a")))),
    ("L1-11", "look_differs", does(bold_cell)),
    ("L1-11", "look_differs", does(lambda sheet: setattr(sheet["F2"], "fill", _RED))),
    (
        "L1-11",
        "look_conditional",
        does(
            lambda sheet: sheet.conditional_formatting.add(
                "F2:F7", CellIsRule(operator="greaterThan", formula=["50"], fill=_RED)
            )
        ),
    ),
    ("L1-12", "merged", does(lambda sheet: sheet.merge_cells("F2:F3"))),
    ("L1-13", "hidden_row", does(lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True))),
    (
        "L1-13",
        "hidden_column",
        does(lambda sheet: setattr(sheet.column_dimensions["C"], "hidden", True)),
    ),
    ("L1-13", "folded_row", does(folded_rows)),
    ("L1-13", "hidden_sheet", lambda made: setattr(made["codes"], "sheet_state", "hidden")),
    ("L2-01", "number_as_text", put("F2", "1234")),
    ("L2-01", "decorated_number", put("F2", "1,234")),
    ("L2-01", "decorated_number", put("F2", "1234人")),
    ("L2-01", "decorated_number", put("F2", "△12")),
    ("L2-01", "decorated_number", put("F2", "１２")),
    ("L2-01", "decorated_number", put("F2", "1234※1")),
    ("L2-01", "text_in_numbers", put("F2", "約千人")),
    ("L2-02", "ditto_mark", put("E3", "〃")),
    ("L2-02", "blank_key", put("A3", None)),
    ("L2-02", "blank_group", lambda made: blank_group(made)),
    ("L2-03", "repeated_name", put("G1", "status")),
    ("L2-03", "names_over_rows", does(two_rows_of_names)),
    ("L2-04", "variant_choice", put("E2", "Done")),
    ("L2-04", "variant_choice", put("E2", "ｄｏｎｅ")),
    ("L2-04", "codes_and_words", put("E2", 1)),
    ("L2-05", "other_with_detail", put("E2", "その他（下見のみ）")),
    ("L2-06", "formula", put("F2", "=1+1")),
    ("L3-01", "header_not_first", does(lambda sheet: sheet.insert_rows(1))),
    ("L3-01", "header_not_first", does(lambda sheet: sheet.insert_cols(1))),
    ("L3-02", "code_not_listed", put("D2", "k9")),
    ("L3-03", "symbol_unexplained", put("F2", "…")),
    ("L3-04", "unit_missing", lambda made: without_unit(made)),
    ("L3-05", "era_year", put("A2", "令和元年")),
    ("L3-05", "era_year", put("A2", "R1.5.1")),
    ("L3-05", "short_year", put("A2", "'19")),
    ("L3-05", "mixed_time", puts({"A2": "2019-05", "A3": "2019/5/1"})),
    ("L3-06", "short_prefecture", put("C2", "東京")),
    ("L3-06", "area_not_full", put("C2", "新宿")),
    ("L3-06", "bad_area_code", put("B2", "99104")),
    ("L3-06", "bad_area_code", put("B2", "131040")),
    ("L3-08", "definition_missing", put("F8", None, "legend")),
    ("L3-08", "source_missing", lambda made: made.remove(made["source"])),
    ("L3-08", "history_missing", lambda made: made.remove(made["history"])),
    ("L3-09", "years_across", wide),
]


def puts_blank_and_zero(made: Any) -> None:
    puts({"F2": 0, "F3": None})(made)
    made["legend"]["G7"] = None


def blank_group(made: Any) -> None:
    puts({"C3": None, "C5": None, "C6": None, "C7": None})(made)
    made["counts"]["C4"] = "藤沢市"


def test_the_workbook_that_keeps_all_rules_keeps_them(tmp_path: Path) -> None:
    outcome = check(saved(book(), tmp_path / "a.xlsx"))
    assert broken(outcome) == {}
    assert not outcome.broken
    found = statuses(outcome)
    assert found.pop("L3-07") == "not_checked"  # it takes two editions
    assert [rule for rule, status in found.items() if status == "not_applicable"] == [
        *("L1-14", "L1-15"),
    ]
    assert {found[rule.id] for rule in RULES if rule.unseen and rule.id in found} <= {
        *("partly_ok", "not_applicable"),
    }


@pytest.mark.parametrize(
    ("rule", "code", "breaker"), BREAKS, ids=[f"{r}-{c}-{i}" for i, (r, c, _) in enumerate(BREAKS)]
)
def test_an_edit_breaks_exactly_one_rule(
    rule: str, code: str, breaker: Breaker, tmp_path: Path
) -> None:
    assert broken(checked(breaker, tmp_path)) == {rule: {code}}


CSV_BREAKS: list[tuple[str, str, str, str]] = [
    ("L1-14", "broken_record", "first", '"fi\nrst"'),
    ("L1-14", "short_line", ",first", ""),
    ("L1-15", "long_line", "first", "first,second"),
    ("L1-15", "stray_quote", "first", 'fi"rst'),
    ("L1-15", "stray_quote", "first", '"fi"rst'),
    ("L1-15", "unclosed", "sixth", '"sixth'),
    ("L2-01", "decorated_number", "1234", '"1,234"'),
    ("L2-05", "other_with_detail", "done,1234", "その他（下見）,1234"),
]


@pytest.mark.parametrize(("rule", "code", "old", "new"), CSV_BREAKS)
def test_an_edit_of_the_csv_breaks_exactly_one_rule(
    rule: str, code: str, old: str, new: str, tmp_path: Path
) -> None:
    path = csv_file(tmp_path / "folder")
    assert broken(check(path)) == {}
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode("utf-8"))
    assert broken(check(path)) == {rule: {code}}


def test_every_rule_is_broken_by_some_test() -> None:
    named = {rule for rule, *_ in BREAKS} | {rule for rule, *_ in CSV_BREAKS}
    assert {rule.id for rule in RULES} - named == {"L1-01", "L3-07"}  # these have their own tests


def test_l1_01_a_suffix_that_is_not_that_of_the_content(tmp_path: Path) -> None:
    path = saved(book(), tmp_path / "a.xlsx").rename(tmp_path / "a.csv")
    assert broken(check(path)) == {"L1-01": {"suffix_mismatch"}}
    with_macros = path.rename(tmp_path / "a.xlsm")
    assert broken(check(with_macros)) == {"L1-01": {"macros"}}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 ..."),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
        ("a.html", b"<!DOCTYPE html><html><table></table></html>"),
    ],
)
def test_l1_01_a_format_for_people_is_named_and_nothing_else_claimed(
    name: str, content: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    outcome = check(tmp_path / name)
    assert broken(outcome) == {"L1-01": {"format_for_people"}}
    assert {one.status for one in outcome.rules[1:]} == {"not_checked"}
    assert all(one.reason("ja") and one.reason("en") for one in outcome.rules[1:])


def test_l3_07_compares_with_an_earlier_edition(tmp_path: Path) -> None:
    before = saved(book(), tmp_path / "before.xlsx")
    same = saved(book(), tmp_path / "same.xlsx")
    assert check(same, against=before).of("L3-07").status == "partly_ok"
    made = book()
    made["counts"]["E1"] = "state"
    made["legend"]["A6"] = "state"
    after = saved(made, tmp_path / "after.xlsx")
    assert broken(check(after, against=before)) == {"L3-07": {"layout_changed", "layout_extended"}}
    made["history"].append(["v2", "status is now called state"])
    told = saved(made, tmp_path / "told.xlsx")
    assert check(told, against=before).of("L3-07").findings == ()


def test_a_unit_beside_the_table_is_stated_but_in_the_wrong_place(tmp_path: Path) -> None:
    assert broken(checked(unit_above, tmp_path)) == {"L1-04": {"stray_cells"}}


def test_a_sheet_as_papers_lay_it_out_breaks_what_one_sees(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    rows: list[list[Any]] = [
        ["令和5年度　人口の推移"],
        [None, None, None, None, "（単位：人）"],
        ["年度", "東", None, "西", None],
        [None, "男", "女", "男", "女"],
        ["平成30年度", 1000, 1200, 900, 800],
        ["令和元年度", 1001, "1,201", "…", 802],
        ["　計", 2001, 2401, 900, 1602],
        ["注）各年度末現在"],
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A1:E1", "A3:A4", "B3:C3", "D3:E3"):
        sheet.merge_cells(area)
    found = broken(check(saved(made, tmp_path / "a.xlsx")))
    for rule in ("L1-04", "L1-06", "L1-12", "L2-01", "L2-03", "L3-01", "L3-03", "L3-05", "L3-08"):
        assert rule in found, rule
    assert found["L1-04"] == {"text_above", "remark_below"}
    assert "L3-04" not in found


def test_an_honest_small_table_breaks_nothing_for_certain(tmp_path: Path) -> None:
    made = Workbook()
    for row in (["コード", "名称", "金額（円）"], ["01", "北海道", 100], ["13", "東京都", 0]):
        made.active.append(row)
    outcome = check(saved(made, tmp_path / "a.xlsx"))
    assert not outcome.broken
    assert set(broken(outcome)) == {"L3-08"}


def test_shading_every_other_row_is_only_remarked(tmp_path: Path) -> None:
    def shade(made: Any) -> None:
        for row in (2, 4, 6):
            for cell in made["counts"][row]:
                cell.fill = _RED

    assert broken(checked(shade, tmp_path)) == {"L1-11": {"look_banded"}}
