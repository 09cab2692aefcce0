"""A table of measures on a sheet: 当事者 | 区分 | 番号 | 対策. None of its rows is a field.

The first cell of a row names who does it (受託者), which is the label of a field elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.fields.checklist import mark_of
from nagarezu.importing.form.measure_columns import columns
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.rows import Row

_COLUMNS = 3
_FEWEST = 2  # rows


def at(rows: Sequence[Row], index: int) -> int:
    """How many rows the table takes that begins there; 0 if none does."""
    head = rows[index]
    if not head.grid or len(head.filled) < _COLUMNS:
        return 0
    body: list[Row] = []
    for row in rows[index + 1 :]:
        alike = row.grid and len(row.cells) == len(head.cells) and len(row.filled) > 1
        if not alike or any(mark_of(cell.text) for cell in row.filled):
            break
        body.append(row)
    found = columns([cell.text for cell in head.cells], [row.cells for row in body], is_party_own)
    told = found.measure
    while body and told >= 0 and not body[-1].cells[told]:
        body.pop()
    whole = told >= 0 and found.actor >= 0 and all(row.cells[told] for row in body)
    return 1 + len(body) if whole and len(body) >= _FEWEST else 0
