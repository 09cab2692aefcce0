"""Tables whose columns only blanks part, as a text extraction prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.register import heads as heads
from nagarezu.importing.form.rows import Row

_GAP = re.compile(r"[ 　]{2,}|\t")
_NARROW = re.compile(r"[ 　]{2,}|　|\t")
_LEAST = 4  # columns


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, those lines below a head of labels that part into as many cells as cells."""
    found = list(rows)
    index = 0
    while index < len(found):
        head = _cells(found[index])
        below = [_cells(row) for row in found[index + 1 : index + 3]] if head else []
        wide = len(head.cells) if head else 0
        same = any(row is not None and abs(len(row.cells) - wide) <= 1 for row in below)
        if head is None or not same or heads.head([head], 0) is None:
            index += 1
            continue
        found[index] = head
        index += 1
        while index < len(found):
            row = _cells(found[index])
            if row is None or len(row.cells) != wide:  # the longest name leaves one wide blank
                narrow = _cells(found[index], _NARROW)
                row = narrow if narrow and len(narrow.cells) == wide else row
            if row is None or abs(len(row.cells) - wide) > 1:
                break
            found[index] = replace(row, grid=head.grid)
            index += 1
    return found


def _cells(row: Row, gap_: re.Pattern[str] = _GAP) -> Row | None:
    """A printed line as cells, if it parts into several."""
    if len(row.cells) != 1:
        return None
    line = row.cells[0]
    gaps = list(gap_.finditer(line.text))
    if len(gaps) + 1 < _LEAST:
        return None
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(line.text)]
    cells = tuple(line.part(start, end) for start, end in zip(starts, ends, strict=True))
    return replace(row, cells=cells, grid=-row.place.order - 1)
