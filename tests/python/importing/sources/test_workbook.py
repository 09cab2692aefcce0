"""Workbooks as they print, and CSV in its dialects."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter
from made import cells, grids, lines, looks, texts

from nagarezu.importing.blocks import Blocks
from nagarezu.importing.sources import NotReadable, read_bytes
from nagarezu.importing.sources.delimited import separator_of
from nagarezu.importing.sources.places import address, name_of_sheet
from nagarezu.importing.sources.printed import printed
from nagarezu.opening.view import Cell


def of_workbook(fill: Callable[[Any], None], name: str = "a.xlsx") -> Blocks:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(workbook)
    workbook.close()
    return read_bytes(out.getvalue(), name, "d")


def of_csv(text: str, encoding: str = "utf-8", name: str = "a.csv") -> Blocks:
    return read_bytes(text.encode(encoding), name, "d")


def test_each_sheet_is_a_grid_and_hidden_ones_say_so() -> None:
    def fill(workbook: Any) -> None:
        workbook.add_worksheet("様式 1").write(1, 2, "甲")
        hidden = workbook.add_worksheet("控え")
        hidden.write(0, 0, "乙")
        hidden.hide()

    blocks = of_workbook(fill)
    first, second = grids(blocks)
    assert (first.name, first.hidden, second.name, second.hidden) == ("様式 1", False, "控え", True)
    assert lines(blocks) == [("様式_1!C2", "甲"), ("控え!A1", "乙")]


def test_merged_cells_span_and_what_lies_under_them_is_not_printed() -> None:
    def fill(workbook: Any) -> None:
        sheet = workbook.add_worksheet("S")
        sheet.merge_range(0, 0, 2, 1, "甲")
        sheet.write(1, 0, "下")
        sheet.write(3, 1, "乙")

    (grid,) = grids(of_workbook(fill))
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        ("甲", 0, 0, 3, 2),
        ("乙", 3, 1, 1, 1),
    ]


def test_lines_within_a_cell_are_its_paragraphs_with_their_looks() -> None:
    def fill(workbook: Any) -> None:
        added = workbook.add_format({"bold": True, "underline": 1})
        gone = workbook.add_format({"font_strikeout": True})
        sheet = workbook.add_worksheet("S")
        sheet.write_rich_string(0, 0, "甲\n", added, "乙", "丙")
        sheet.write(1, 0, "丁", gone)

    blocks = of_workbook(fill)
    assert looks(blocks.paragraphs()) == [
        ("甲", ""),
        ("乙", "bu"),
        ("丙", ""),
        ("丁", "s"),
    ]


def test_text_boxes_follow_their_sheet_and_pictures_are_noted() -> None:
    def fill(workbook: Any) -> None:
        sheet = workbook.add_worksheet("S")
        sheet.write(0, 0, "甲")
        sheet.insert_textbox(4, 1, "箱の一行\n二行")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=S!$A$1"})
        sheet.insert_chart(9, 2, chart)

    blocks = of_workbook(fill)
    assert lines(blocks) == [("S!A1", "甲"), ("S!B5", "箱の一行"), ("S!B5", "二行")]
    assert [(entry.code, entry.place.where) for entry in blocks.unread] == [("chart", "S!C10")]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (45566, '[$-411]ggge"年"m"月"d"日"', "令和6年10月1日"),
        (43585, '[$-411]ggge"年"m"月"d"日"', "平成31年4月30日"),
        (43586, '[$-411]ggge"年"m"月"d"日";@', "令和1年5月1日"),
        (45566, "[$-411]ge.m.d", "R6.10.1"),
        (45566, "yyyy/mm/dd", "2024/10/01"),
        (45566, 'yyyy"年"m"月"d"日"\\(aaa\\)', "2024年10月1日(火)"),
        (45566.5625, "yyyy/m/d h:mm", "2024/10/1 13:30"),
        (0.5625, "h:mm", "0.5625"),
        (59, "yyyy/m/d", "1900/2/28"),
        (61, "yyyy/m/d", "1900/3/1"),
        (9_999_999, "yyyy/m/d", "9999999"),
    ],
)
def test_dates_stand_as_they_are_printed(value: float, code: str, shown: str) -> None:
    assert printed(Cell(1, 1, value, date=True, format=code)) == shown


def test_days_may_count_from_1904() -> None:
    cell = Cell(1, 1, 44104, date=True, format="yyyy/m/d")
    assert (printed(cell), printed(cell, from_1904=True)) == ("2020/9/30", "2024/10/1")


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (12450, "#,##0", "12,450"),
        (12450, '#,##0"人"', "12,450人"),
        (0.256, "0.0%", "25.6%"),
        (7, "000", "007"),
        (3.0, "General", "3"),
        (3.25, "", "3.25"),
        (1e20, "", "1e+20"),
        (5, "# ?/?", "5"),
        ("001", "@", "001"),
        (True, "", "TRUE"),
    ],
)
def test_numbers_stand_as_they_are_printed(value: Any, code: str, shown: str) -> None:
    assert printed(Cell(1, 1, value, format=code)) == shown


def test_names_of_sheets_become_parts_of_places_without_blanks() -> None:
    taken: set[str] = set()
    names = ["様式 1", "様式_1", "a!b", "　", "x\ny"]
    assert [name_of_sheet(name, taken) for name in names] == [
        "様式_1",
        "様式_1~2",
        "a_b",
        "_",
        "x_y",
    ]


def test_addresses() -> None:
    assert [address(0, 0), address(9, 25), address(0, 26), address(0, 701), address(0, 702)] == [
        "A1", "Z10", "AA1", "ZZ1", "AAA1",
    ]  # fmt: skip


def test_a_workbook_without_cells_is_refused() -> None:
    with pytest.raises(NotReadable) as refused:
        of_workbook(lambda workbook: workbook.add_worksheet("S"))
    assert refused.value.reason == "empty"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_csv_is_one_grid_and_a_field_may_have_lines(encoding: str) -> None:
    blocks = of_csv('名称,項目\r\n甲,"1氏名\r\n2住所"\r\n乙,"a ""b"""\r\n', encoding)
    (grid,) = grids(blocks)
    assert cells(grid) == {
        (0, 0): "名称",
        (0, 1): "項目",
        (1, 0): "甲",
        (1, 1): "1氏名\n2住所",
        (2, 0): "乙",
        (2, 1): 'a "b"',
    }
    assert [cell.place.where for cell in grid.cells][-1] == "CSV!B3"
    assert blocks.encoding == ("cp932" if encoding == "cp932" else "utf-8")


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\nc,d", ","),
        ("a\tb,c\nd\te", "\t"),
        ("a;b\nc;d,e\nf;g", ";"),
        ("a|b\nc|d", "|"),
        ("甲\n乙", ","),
        ("", ","),
        ('"a;b","c"\n"d;e","f"', ","),
        ("a,b;c\nd,e;f", ","),
    ],
)
def test_the_separator_is_the_one_that_makes_records_even(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_records_of_uneven_length_and_blank_ones_keep_their_rows() -> None:
    (grid,) = grids(of_csv("甲,乙\n\n丙\n丁,戊,己\n"))
    assert cells(grid) == {
        (0, 0): "甲", (0, 1): "乙", (2, 0): "丙", (3, 0): "丁", (3, 1): "戊", (3, 2): "己",
    }  # fmt: skip


def test_a_quote_that_never_ends_takes_the_rest_and_loses_nothing() -> None:
    assert "".join(texts(of_csv('甲,"乙\n丙,丁\n'))) == "甲乙丙,丁"
