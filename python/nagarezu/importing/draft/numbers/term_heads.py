"""What a table prints above a period: the head of its column, of cells or of lines with gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled

_ABOVE = 12  # lines between a period and the heads of its table
_CELL = re.compile(r"\S+(?:[ ]\S+)*")


def head_of(rows: Sequence[Row], number: int, at: int, printed: str) -> str:
    """The head of the column in which a period is printed, if its table has heads."""
    row = rows[number]
    if len(row.cells) > 1:
        return _of_cells(rows, number, at) if at and len(row.cells) > 2 else ""
    return _of_lines(rows, number, printed)


def same_table(rows: Sequence[Row], number: int, other: int) -> bool:
    return rows[other].grid == rows[number].grid or (
        len(rows[other].cells) == len(rows[number].cells) and len(rows[other].cells) > 2
    )


def _of_cells(rows: Sequence[Row], number: int, at: int) -> str:
    top = number
    while top > 0 and len(rows[top - 1].cells) > at and same_table(rows, number, top - 1):
        top -= 1
    return rows[top].cells[at].text.strip() if top < number else ""


def _of_lines(rows: Sequence[Row], number: int, printed: str) -> str:
    """The words that stand over a period in a line of at least three columns."""
    own = next((each for each in _columns(rows[number]) if printed in each[2]), None)
    if own is None or len(_columns(rows[number])) < 3:
        return ""
    for above in range(number - 1, max(number - _ABOVE, -1), -1):
        if len(rows[above].cells) > 1:
            return ""
        heads = _columns(rows[above])
        over = [each for each in heads if each[0] < own[1] and own[0] < each[1]]
        if len(heads) >= 3 and len(over) == 1 and not compiled(r"[0-9０-９]").search(over[0][2]):
            return over[0][2]
    return ""


def _columns(row: Row) -> list[tuple[int, int, str]]:
    """The pieces of a line between gaps, with the columns that they fill."""
    text = row.text.replace("　", "  ")
    found = []
    for match in _CELL.finditer(text):
        begin = row.indent + _width(text[: match.start()])
        found.append((begin, begin + _width(match.group()), match.group()))
    return found


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "FWA" else 1 for char in text)
