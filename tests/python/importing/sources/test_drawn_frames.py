"""Drawn tables whose heads stand in the frame, and that go on behind the number of a page."""

from __future__ import annotations

import pytest

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


OPEN = """{line}
保管する課 ｜ 緑化課
{line}
委託の理由 ｜ 市内の樹木のすべてを同じ年に診断するには専門の技
           ｜ 術者が要るため。
{line}
対策       ｜ （1）名簿を出させる。
           ｜ （2）鍵を掛ける。
{line}
"""


@pytest.mark.parametrize("bar", "｜|│")
@pytest.mark.parametrize(
    "line", ["-" * 60, "─" * 40, "=" * 60, "-----------+---------------------"]
)
def test_a_table_without_sides_has_the_rows_between_its_lines(bar: str, line: str) -> None:
    assert cells(OPEN.format(line=line).replace("｜", bar)) == [
        ["保管する課", "緑化課"],
        ["委託の理由", "市内の樹木のすべてを同じ年に診断するには専門の技術者が要るため。"],
        ["対策", "（1）名簿を出させる。\n（2）鍵を掛ける。"],
    ]


def test_lines_across_a_page_draw_no_table_by_themselves() -> None:
    text = f"{'-' * 40}\n緑化課｜樹木の係\n公園課　｜花の係\n{'-' * 40}\n"
    blocks = read_bytes(text.encode(), "a.txt", "d").blocks
    assert not any(isinstance(each, Grid) for each in blocks)
