"""Tables that print the form row by row: 項番 | 項目 | 記載, each row a label and its value.

The numbers of the form stand in a column of their own, and a row whose label is left out goes on
with the value of the row above. Without its numbers and its heads, such a table is the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.tables import pattern_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

_PATH = re.compile(r"\(?(?:[ⅠⅡⅢⅣⅤⅥ][ ]?)?\d{0,2}(?:[-.]\d{1,2})*\)?[ ]?[①-⑳]?")
_FEWEST = 2  # rows that begin with a label of the form


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of such tables as label and value."""
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        at = _label_column(table) if grid else None
        yield from table if at is None else _rows(table, at)


def _label_column(table: Sequence[Row]) -> int | None:
    """The column of the labels below a head that says so; None if most of it is something else."""
    cells = table[0].cells
    columns = [i for i, cell in enumerate(cells) if pattern_of("label").search(key(cell.text))]
    if len(columns) != 1 or columns[0] > 1 or len(cells) != columns[0] + 2:
        return None
    if not pattern_of("entry").search(key(cells[-1].text)):
        return None
    at = columns[0]
    printed = [row.cells[at] for row in table[1:] if at < len(row.cells) and row.cells[at]]
    known = sum(_is_label(cell) for cell in printed)
    enough = known >= _FEWEST and 2 * known > len(printed)
    return at if enough and _paths(table, at) else None


def _paths(table: Sequence[Row], at: int) -> bool:
    """Whether the column in front of the labels, if there is one, holds numbers of the form."""
    if at == 0:
        return True
    return all(_PATH.fullmatch(fold(row.cells[0].text).strip()) for row in table[1:])


def _is_label(cell: Passage) -> bool:
    return (
        words.whole(cell.text) is not None
        or beside.short_label(cell.text, "") is not None
        or bool(heads.block(cell.text))
    )


def _rows(table: Sequence[Row], at: int) -> Iterator[Row]:
    for row in table[1:]:
        cells = row.cells[at:]
        if any(cells):
            yield Row(cells, row.place, row.grid, row.level, row.sheet)
