"""Tables that a text prints with one cell to a line: heads below each other, then the cells.

No. / 提供先 / 用途 / 1 / 厚生労働大臣 / … / 2 / …: the first head is that of numbers, and a
line that is nothing but a number begins a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import tables as tables
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_NUMBER = re.compile(r"\d{1,3}(?:の\d{1,2})?")
_MOST = 6  # columns
_FEWEST = 3
_FIRST_GRID = -100_000  # below those of spaced tables


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with stacked tables as rows of cells."""
    grid, position = _FIRST_GRID, 0
    while position < len(rows):
        made, end = _table(rows, position, grid) if _is_number_head(rows[position]) else ([], 0)
        if made:
            grid -= 1
            yield from made
            position = end
        else:
            yield rows[position]
            position += 1


def _line(row: Row) -> Passage | None:
    """A printed line of one cell; None for anything else, and for a head of the form."""
    if row.grid or row.level or len(row.cells) != 1:
        return None
    text = fold(row.text).strip()
    if heads.section(text) or heads.part(text, alone=True) is not None:
        return None
    return row.filled[0]


def _is_number_head(row: Row) -> bool:
    line = _line(row)
    return line is not None and tables.numbered_first((line,))


def _is_number(row: Row) -> bool:
    return bool(_NUMBER.fullmatch(key(row.text)))


def _table(rows: Sequence[Row], start: int, grid: int) -> tuple[list[Row], int]:
    """The rows of the table that begins at `start` and where it ends; none if it is no table."""
    width = next((i for i, row in enumerate(rows[start : start + _MOST + 1]) if _is_number(row)), 0)
    lines = [_line(row) for row in rows[start : start + width]]
    if width < _FEWEST or not all(lines):
        return [], start
    head = Row(tuple(line for line in lines if line), rows[start].place, grid)
    if tables.kind_of(head, "", first=True) != "transfers":
        return [], start
    made, at = [head], start + width
    while (row := _row(rows, at, width, grid)) is not None:
        made.append(row)
        at += width
        while at < len(rows) and _goes_on(rows, at):
            made[-1] = _longer(made[-1], _line(rows[at]) or Passage())
            at += 1
    return (made, at) if len(made) > 1 else ([], start)


def _row(rows: Sequence[Row], at: int, width: int, grid: int) -> Row | None:
    """A number and as many lines as there are further columns, none of which is a number."""
    lines = [_line(row) for row in rows[at : at + width]]
    if len(lines) < width or not all(lines) or not _is_number(rows[at]):
        return None
    if any(_is_number(row) for row in rows[at + 1 : at + width]):
        return None
    return Row(tuple(line for line in lines if line), rows[at].place, grid)


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """The rest of a last cell that is broken over lines: a line within a sentence."""
    line, above = _line(rows[at]), _line(rows[at - 1])
    if line is None or above is None or _is_number(rows[at]):
        return False
    return len(above.text) >= heads.LONG and not compiled(r"^[(（＜<【※①-⑳]").match(line.text)


def _longer(row: Row, more: Passage) -> Row:
    return Row((*row.cells[:-1], joined([row.cells[-1], more], "")), row.place, row.grid)
