"""A paper typed into the rows of a sheet reads like any other text; a form in a sheet stays one."""

from __future__ import annotations

from nagarezu.importing.blocks import Blocks, Cell, Grid, Paragraph, Place, Span
from nagarezu.importing.form.rows import Row, rows

LINES = [[f"{number} 段落"] for number in range(1, 13)]
TABLE = [["項目", "保存"], ["氏名", "5年"], ["住所", "5年"]]


def sheet(printed: list[list[str]], name: str = "Sheet1") -> list[Row]:
    cells = []
    for row, texts in enumerate(printed):
        for column, text in enumerate(texts):
            place = Place("d", len(cells), f"{name}!{'AB'[column]}{row + 1}")
            cells.append(Cell(row, column, (Paragraph((Span(text),), place),), place))
    grid = Grid(tuple(cells), len(printed), 2, Place("d", 0, f"{name}!A1"), name)
    return list(rows([Blocks("d", "xlsx", "a.xlsx", (grid,))]))


def test_rows_with_one_cell_are_lines_and_a_table_among_them_stays() -> None:
    found = sheet([*LINES, *TABLE, ["以上"]])
    assert [len(row.cells) for row in found] == [*[1] * 12, 2, 2, 2, 1]
    assert {row.grid for row in found[:12]} == {0}
    assert len({row.grid for row in found[12:15]}) == 1
    assert found[13].places == ("d:Sheet1!A14", "d:Sheet1!B14")


def test_two_tables_apart_are_two() -> None:
    found = sheet([*LINES, *TABLE, ["次の表"], *TABLE])
    assert found[12].grid != found[16].grid


def test_labels_beside_values_and_short_sheets_are_tables() -> None:
    for form in ([["件名", "甲"]] * 8 + LINES[:7], LINES[:8]):
        assert all(row.grid for row in sheet(form))
