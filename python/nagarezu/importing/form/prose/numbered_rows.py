"""Letters that an office writes into cells: number, label and value side by side.

1 | 諮問の内容 | …, 2 | 経緯 |, (1) | これまで | …: what stands there is the outline of a letter, so
each row becomes the lines that a page would print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold

_NUMBER = re.compile(
    r"第?[ ]?\d{1,2}[.、]?|[(]\d{1,2}[)]|[ア-ン]|[(][ア-ン][)]|[①-⑳]|[a-z]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]"
)
_LABEL = 40  # characters
_FEWEST = 3  # numbered rows
_KNOWN = 2  # labels that parts are known by


def as_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows, those of such a letter as lines."""
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        if grid and _is_letter(table):
            for row in table:
                yield from _lines(row)
        else:
            yield from table


def _is_letter(table: Sequence[Row]) -> bool:
    """Labels behind numbers of more than one kind, or with lines between them: else a table."""
    numbered = [row for row in table if _mark(row) and len(row.cells) > _KNOWN]
    labels = [row.cells[1].text.strip() for row in numbered if row.cells[1]]
    if len(numbered) < _FEWEST or any(len(label) > _LABEL for label in labels):
        return False
    if any(column_kind(row.cells[0]) == "number" for row in table if row.cells):
        return False
    kinds = {re.sub(r"\d+|[ア-ン①-⑳]", "", _mark(row)) for row in numbered}
    alone = any(len(row.filled) == 1 for row in table)
    known = sum(1 for label in labels if topic_of(label))
    return (len(kinds) > 1 or alone) and known >= _KNOWN


def _mark(row: Row) -> str:
    mark = fold(row.cells[0].text).strip() if row.cells else ""
    return mark if _NUMBER.fullmatch(mark) else ""


def _lines(row: Row) -> Iterator[Row]:
    """The number with its label on one line, what stands behind them on the next."""
    for line in _of_cells(row.filled):
        yield Row((Passage(line.text, line.starts, line.spots),), row.place, sheet=row.sheet)


def _of_cells(cells: Sequence[Passage]) -> Iterator[Passage]:
    """5 | 渡す情報 | (1) | 対象者 | …: a number further right begins a line of its own.

    添付 | 別紙1 | 業務の細目: a short cell goes with the one behind it.
    """
    yield joined(cells[:2], "\u3000")
    rest = cells[2:]
    again = len(rest) > 1 and _NUMBER.fullmatch(fold(rest[0].text).strip())
    if again or (len(rest) == _PAIR and len(rest[0].text.strip()) <= _BESIDE):
        yield from _of_cells(rest)
    else:
        yield from rest


_PAIR = 2  # cells
_BESIDE = 12  # characters of a cell in front of what it labels
