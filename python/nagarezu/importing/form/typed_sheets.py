"""Sheets that somebody typed a paper into, a line in each row: text, with a table here and there.

Read as a table, such a sheet has one column and no heads; read as lines, it is any other paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.blocks import Block, Cell, Grid

_LEAST = 12  # rows; of fewer one cannot tell
_ALONE = 0.5  # of the rows have nothing beside their first cell


def lines_and_tables(grid: Grid) -> Iterator[Block]:
    """The lines and tables of a sheet that is mostly lines; any other grid as it is."""
    rows = [list(cells) for _, cells in groupby(grid.cells, key=lambda cell: cell.row)]
    if not (grid.name and _typed(rows)):
        yield grid
        return
    for is_line, run in groupby(rows, key=_is_line):
        cells = [cell for row in run for cell in row]
        if is_line:
            yield from (paragraph for cell in cells for paragraph in cell.paragraphs)
        else:
            yield replace(grid, cells=tuple(cells), place=cells[0].place)


def _typed(rows: list[list[Cell]]) -> bool:
    alone = sum(map(_is_line, rows))
    return len(rows) >= _LEAST and alone >= _ALONE * len(rows)


def _is_line(row: list[Cell]) -> bool:
    return len(row) == 1 and row[0].column == 0 and row[0].rows == 1
