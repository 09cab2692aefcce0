"""Cells of a table that break off at the foot of a page, put together with what follows overleaf.

The second half has no label and begins in the middle of a sentence: read by itself, it would
speak of whoever stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nagarezu.importing.form import wrapping
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import joined

_ENDED = re.compile(r"[。：:)）」』】]\s*$")


def whole(rows: Iterable[Row]) -> list[Row]:
    """The rows, each broken cell with its rest."""
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        if above is not None and _goes_on(above, row):
            last = joined([above.filled[-1], row.filled[0]], "")
            cells = [last if cell is above.filled[-1] else cell for cell in above.cells]
            found[-1] = replace(above, cells=tuple(cells))
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
