"""Cells of a table that break off at the foot of a page, put together with what follows overleaf.

The second half has no label and begins in the middle of a sentence: read by itself, it would
speak of whoever stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.form import wrapping
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import joined
from nagarezu.importing.rules.characters import fold, key

_ENDED = re.compile(r"[。：:)）」』】]\s*$")


def whole(rows: Iterable[Row], *, ruled: bool = False) -> list[Row]:
    """The rows, each broken cell with its rest; what stands below the rest is of that table.

    `ruled`: only of tables of several rows, for printed lines of cells are a grid each.
    """
    found: list[Row] = []
    grids: dict[int, int] = {}  # of the half overleaf → of the half above
    for printed in rows:
        row = replace(printed, grid=grids[printed.grid]) if printed.grid in grids else printed
        above = found[-1] if found else None
        several = not ruled or (
            len(found) > 1 and above is not None and found[-2].grid == above.grid
        )
        if several and above is not None and _goes_on(above, row):
            last = joined([above.filled[-1], row.filled[0]], "")
            cells = [last if cell is above.filled[-1] else cell for cell in above.cells]
            found[-1] = replace(above, cells=tuple(cells))
            grids[row.grid] = above.grid
        else:
            found.append(row)
    return found


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the rest of the cell above it, which ends within a sentence."""
    if not above.grid or not row.grid or above.grid == row.grid or above.sheet != row.sheet:
        return False
    if len(row.filled) != 1 or not above.filled or row.cells[0]:
        return False
    if len(above.cells) != len(row.cells) or not above.cells[-1] or not row.cells[-1]:
        return False
    text = row.filled[0].text
    return not _ENDED.search(above.filled[-1].text) and not wrapping.begins_anew(text)


def overleaf(rows: Iterable[Row]) -> list[Row]:
    """The rows, a table that goes on over a page as one: its heads, printed again, are left out.

    It goes on where its first cell is empty, for that is printed on the page before, or where its
    numbers do, whether or not the heads are printed again.
    """
    found: list[Row] = []
    head: Row | None = None  # of the table at the end of what is found
    for grid, run in groupby(rows, key=lambda row: row.grid):
        table = list(run)
        if head is not None and len(table) > 1 and _same_cells(head, table[0]):
            again = _next_row(found[-1], table[1])
            head = head if again else table[0]
            table = [replace(row, grid=head.grid) for row in table[1:]] if again else table
        elif head is not None and grid and _counts_on(found, table[0]):
            table = [replace(row, grid=head.grid) for row in table]
        else:
            head = table[0] if grid else None
        found.extend(table)
    return found


def _same_cells(head: Row, row: Row) -> bool:
    texts = [[key(cell.text) for cell in each.cells] for each in (head, row)]
    return len(row.filled) > 1 and texts[0] == texts[1] and head.sheet == row.sheet


def _counts_on(found: list[Row], row: Row) -> bool:
    """Whether a table without heads goes on with the next number of a ruled one above it."""
    above, ruled = found[-1], found[-1].grid == found[-2].grid if len(found) > 1 else False
    alike = len(above.cells) == len(row.cells) and above.sheet == row.sheet
    return ruled and alike and len(row.filled) > 1 and bool(row.cells[0]) and _next_row(above, row)


def _next_row(last: Row, row: Row) -> bool:
    """Whether a row behind heads printed again goes on: no first cell, or the next number."""
    if not row.cells[0]:
        return bool(row.filled)
    numbers = [fold(each.cells[0].text).strip(" ().第") for each in (last, row)]
    return all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1
