"""Drawn tables whose heads stand in the frame, and that go on behind the number of a page."""

from __future__ import annotations

from nagarezu.importing.blocks import Grid
from nagarezu.importing.sources import read_bytes

TABLE = """　┌ 区分 ─┬ 名前 ────┐
　│ 甲　　 │ 株式会社かえで │
                 - 2 -
　│ 乙　　 │ 有限会社いちょう│
　└────┴────────┘
"""


def cells(text: str) -> list[list[str]]:
    blocks = read_bytes(text.encode(), "a.txt", "d").blocks
    grid = next(each for each in blocks if isinstance(each, Grid))
    rows = range(grid.rows)
    return [[cell.text.strip(" \u3000") for cell in grid.cells if cell.row == row] for row in rows]


def test_heads_in_the_frame_are_the_first_row() -> None:
    assert cells(TABLE)[0] == ["区分", "名前"]


def test_the_number_of_a_page_parts_no_table() -> None:
    assert cells(TABLE)[1:] == [["甲", "株式会社かえで"], ["乙", "有限会社いちょう"]]
