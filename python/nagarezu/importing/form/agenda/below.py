"""A table below the label of its list: 市の措置, and below it 番号 | 措置."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.fields.checklist import mark_of
from nagarezu.importing.form.agenda.inner import table
from nagarezu.importing.form.agenda.sheet import Field
from nagarezu.importing.form.agenda.values import composed, points_below
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key

_HEAD = 14  # characters of the head of a column
_LOOK = 4  # rows in which a table of marks has one


def points(entry: Field, row: Row) -> bool:
    """Whether a value points to what stands below it, or a label stands over all columns of it."""
    over = entry.label.field.endswith("items") and bool(row.cells[0])
    return points_below(entry.value) or (not entry.value and (over or not entry.tabled))


def begins(entry: Field, row: Row, later: Sequence[Row]) -> bool:
    """Whether a row begins the table of the open list; its head is none of the list."""
    if len(row.filled) < 2 or not row.grid:
        return False  # a line set in by a tab is no row of a table
    if entry.label.field.endswith("items"):
        entry.inner = table(entry.value, row.cells)
        return entry.inner is not None
    rows = [row, *[each for each in later[:_LOOK] if each.grid == row.grid]]
    if any(mark_of(cell.text) for each in rows for cell in each.filled):
        return False  # a checklist
    if not _is_head(row):
        return take(entry, row)
    return True


def take(entry: Field, row: Row) -> bool:
    """Add a row of the table; False for one that does not belong to it."""
    if entry.inner is not None:
        taken = table(Passage(), row.cells) is None and entry.inner.take(row.cells)
        entry.value = entry.inner.value
        return taken
    entry.value = joined([entry.value, composed(row.cells, listed=True)])
    return True


def _is_head(row: Row) -> bool:
    plain = [key(cell.text) for cell in row.filled]
    return all(len(text) <= _HEAD and not text.isdecimal() and "。" not in text for text in plain)
