"""Tables of what goes to whom whose columns only single blanks part, as a scan prints them.

提供先 提供する項目 方法 above 甲院 氏名、住所 紙で渡す。: the heads tell how many cells a row has.
A line with fewer goes on in the next one, whose first cell is the rest of its last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row, parted
from nagarezu.importing.passage import Passage, joined

_BLANK = re.compile(r"(?<![0-9０-９,，、])[ 　]+|[ 　]+(?![ 0-9０-９,，])")
_WIDE = re.compile(r"[ 　]{2,}|　|\t")
_LEAST = 3  # columns
_MOST = 4  # lines of one row


def celled(rows: Sequence[Row]) -> list[Row]:
    """The rows, the lines of such tables as rows of cells."""
    found = list(rows)
    index = 0
    while index < len(found):
        made, end = _table(found, index)
        if made:
            found[index:end] = made
        index += len(made) or 1
    return found


def _table(rows: Sequence[Row], index: int) -> tuple[list[Row], int]:
    """The rows of a table that begins here, and where its lines end; nothing if it is none."""
    head = rows[index]
    if head.grid or len(head.cells) != 1 or _WIDE.search(head.text.strip()):
        return [], index
    heads = replace(head, cells=tuple(_cells(head.cells[0])), grid=-head.place.order - 1)
    if len(heads.cells) < _LEAST or not handed.heads_table(heads):
        return [], index
    made, at = [heads], index + 1
    while at < len(rows):
        row, used = _row(rows, at, len(heads.cells))
        if row is None:
            break
        made.append(replace(row, grid=heads.grid))
        at += used
    return (made, at) if len(made) > 1 else ([], index)


def _row(rows: Sequence[Row], at: int, wide: int) -> tuple[Row | None, int]:
    """As many lines as make a row of so many cells; None where they do not."""
    cells: list[Passage] = []
    for used, row in enumerate(rows[at : at + _MOST], 1):
        broken = bool(cells) and parted(rows[at + used - 2], row)
        if row.grid or len(row.cells) != 1 or row.level or broken:
            return None, 0
        more = _cells(row.cells[0])
        cells = [*cells[:-1], joined([*cells[-1:], more[0]], ""), *more[1:]]
        if len(cells) > wide:
            return None, 0
        if len(cells) == wide:
            return replace(rows[at], cells=tuple(cells)), used
    return None, 0


def _cells(line: Passage) -> list[Passage]:
    gaps = list(_BLANK.finditer(line.text))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(line.text)]
    return [line.part(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
