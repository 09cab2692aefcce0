"""Letters that set their parts in with tabs: a tab in front is an indentation, no empty cell.

２　対象者, and below it ⇥甲の利用者⇥120人; ４　項目, and below it ⇥(1)⇥氏名 and ⇥⇥ア⇥電話番号:
a text with such tabs looks like the rows of a table whose first cells go on over them.
A label without a number (委託先, and below it ⇥甲社) is the first cell of such rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold

_HEAD = re.compile(
    r"[ ]*(?:第[ ]?\d{1,2}|\d{1,2}[.、]?(?!\d)|[(]\d{1,2}[)]|[ア-ン][ .、]|[(][ア-ン][)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}[ .、])[ ]*(?=\S)"
)
_MARK = re.compile(r"[ ]*(?:[(]?\d{1,2}[).]?|[(]?[ア-ン][).]?|[①-⑳]|・)[ ]*")
_PAIR = 2  # cells
_LABEL = 24  # characters


def as_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows, those that only tabs set in as lines."""
    for above, run in _runs(_with_labels(rows)):
        if run[0].grid and _is_set_in(above, run):
            yield from map(_line, run)
        else:
            yield from run


def _with_labels(rows: Sequence[Row]) -> list[Row]:
    """A label on a line of its own as the first cell of what is set in below it.

    Rows of labels and values above it, and those that follow, are of the same table.
    """
    made: list[Row] = []
    label: Row | None = None
    grid = joins = 0  # of the table that a label goes on with; the one that went on below it
    for at, row in enumerate(rows):
        above = made[-1] if made else None
        if at + 1 < len(rows) and _is_label(row, rows[at + 1], above):
            label, grid = row, above.grid if above and above.grid else rows[at + 1].grid
            continue
        if label is not None:
            joins = row.grid
            row = replace(_value_of(row), cells=(label.filled[0], *_value_of(row).cells[1:]))
            made.append(replace(row, grid=grid, place=label.place))
            label = None
        elif joins and row.grid in (joins, joins + 1):  # printed lines are a grid each
            joins = row.grid
            made.append(replace(row if row.cells[0] else _value_of(row), grid=grid))
        else:
            joins = 0
            made.append(row)
    return made


def _is_label(row: Row, below: Row, above: Row | None) -> bool:
    """A short line that no number is in front of, known by its words or in a table of labels."""
    if row.grid or row.sheet or not below.grid or below.sheet or below.cells[0]:
        return False
    if not below.place.where.isdecimal() or not _is_value(below):
        return False
    text = fold(row.text).strip()
    if len(text) > _LABEL or text.endswith(("。", "、")) or _HEAD.match(text):
        return False
    paired = above is not None and above.grid > 0 and len(above.cells) == _PAIR
    return bool(topic_of(text)) or paired


def _is_value(row: Row) -> bool:
    """⇥甲社, or a mark of its own in front of it: ⇥(1)⇥氏名."""
    return len(row.filled) == 1 or (
        len(row.filled) == _PAIR and bool(_MARK.fullmatch(fold(row.filled[0].text)))
    )


def _value_of(row: Row) -> Row:
    return replace(row, cells=(Passage(), joined(row.filled, "\u3000")))


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
