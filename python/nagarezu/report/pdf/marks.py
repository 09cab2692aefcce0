"""Which cells of a table stand bold and underlined: what is new or changed, as its data say."""

from __future__ import annotations

from nagarezu.tables.paper import Paper
from nagarezu.tables.table import Table

# Values of a column of changes that say: look here.
_CHANGED = frozenset({"added", "changed", "removed"})
_NEW_WORDING = ("changes", "after")  # the table of changed places gives the new wording itself


def changed_cells(table: Table, shown: Paper) -> frozenset[tuple[int, int]]:
    """Rows and columns, from 0, of the cells of the paper that tell of a change."""
    places = {column.label: i for i, column in enumerate(shown.columns)}
    found: set[tuple[int, int]] = set()
    for at, column in enumerate(table.columns):
        place = places.get(column.label)
        if place is None:
            continue
        for number, row in enumerate(table.rows):
            value = row[at]
            tells = column.words == "change" and value in _CHANGED
            new = (table.name, column.name) == _NEW_WORDING and bool(value)
            if tells or new:
                found.add((number, place))
    return frozenset(found)
