"""Letters that set their parts in with tabs: a tab in front is an indentation, no empty cell.

２　対象者, and below it ⇥甲の利用者⇥120人; ４　項目, and below it ⇥(1)⇥氏名 and ⇥⇥ア⇥電話番号:
a text with such tabs looks like the rows of a table whose first cells go on over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold

_HEAD = re.compile(
    r"[ ]*(?:第[ ]?\d{1,2}|\d{1,2}[.、]?(?!\d)|[(]\d{1,2}[)]|[ア-ン][ .、]|[(][ア-ン][)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}[ .、])[ ]*(?=\S)"
)
_PAIR = 2  # cells


def as_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows, those that only tabs set in as lines."""
    for above, run in _runs(rows):
        if run[0].grid and _is_set_in(above, run):
            yield from map(_line, run)
        else:
            yield from run


def _runs(rows: Sequence[Row]) -> Iterator[tuple[Row | None, Sequence[Row]]]:
    """Lines, and rows that follow one another, with the line above them."""
    starts = [
        at
        for at, row in enumerate(rows)
        if not at or bool(row.grid) != bool(rows[at - 1].grid) or not row.grid
    ]
    for start, end in pairwise([*starts, len(rows)]):
        yield (rows[start - 1] if start else None), rows[start:end]


def _is_set_in(above: Row | None, run: Sequence[Row]) -> bool:
    """Whether all rows are set in below a numbered head, or are such a head with its value."""
    if any(row.sheet or not row.place.where.isdecimal() for row in run):
        return False  # the cells of a sheet or of a ruled table are cells
    lead = _HEAD.match(fold(above.text)) if above else None
    if not run[0].cells[0] and not lead:
        return False
    return any(not row.cells[0] for row in run) and all(map(_sets_in, run))


def _sets_in(row: Row) -> bool:
    """A row with nothing but a mark and its text, a label and its value, or a line."""
    if len(row.filled) > _PAIR:
        return False
    if row.cells[0]:
        return bool(_HEAD.match(fold(row.text)))
    return len(row.filled) < _PAIR or not all(map(column_kind, row.filled))


def _line(row: Row) -> Row:
    """The row as the line that a page would print."""
    before = next(at for at, cell in enumerate(row.cells) if cell)
    text = joined(row.filled, "\u3000")
    return Row((Passage(text.text, text.starts, text.spots),), row.place, indent=4 * before)
