"""Tables that are drawn with lines in plain text."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Grid
from nagarezu.importing.sources import read_bytes

FRAMED = """個票
┌────┬────────┐
│名称    │水道台帳        │
├────┼────────┤
│項目    │1 氏名          │
│        │2 住所          │
└────┴────────┘
以上
"""


def _grids(text: str) -> list[list[list[str]]]:
    blocks = read_bytes(text.encode("utf-8"), "a.txt", "d").blocks
    found = []
    for grid in blocks:
        if isinstance(grid, Grid):
            rows: dict[int, list[str]] = {}
            for cell in grid.cells:
                rows.setdefault(cell.row, []).append("\n".join(p.text for p in cell.paragraphs))
            found.append([rows[at] for at in sorted(rows)])
    return found


def test_what_stands_between_two_lines_is_one_row() -> None:
    assert _grids(FRAMED) == [[["名称", "水道台帳"], ["項目", "1 氏名\n2 住所"]]]


def test_without_lines_between_them_each_line_is_a_row() -> None:
    framed = "┌──┬──┐\n│甲　│乙　│\n│丙　│丁　│\n└──┴──┘\n"
    assert _grids(framed) == [[["甲", "乙"], ["丙", "丁"]]]


def test_a_table_may_be_drawn_with_plain_signs() -> None:
    drawn = "+----+----+\n| a | b |\n+----+----+\n| c | d |\n+----+----+\n"
    assert _grids(drawn) == [[["a", "b"], ["c", "d"]]]


@pytest.mark.parametrize("text", ["┌──┐\n", "├ 甲課\n└ 乙課\n", "+ 5\n", "│ 甲 │\n"])
def test_other_signs_make_no_table(text: str) -> None:
    assert not _grids(text)
