"""A table of items with a column of marks for each matter, held against the lists of the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from nagarezu.importing.draft.agenda.attached import column_of, is_tick, roles
from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import joined
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_FEWEST = 3  # items that a column and a list have in common
_MOST = 2  # items in which they differ; of more, the column is about something else


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A retelling for each column that does not have the items of its list."""
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        at = next((n for n, row in enumerate(table[:2]) if "items" in roles(row).values()), None)
        if not grid or at is None or len(table[at].filled) < 2:
            continue
        names = [n for n, role in roles(table[at]).items() if role == "items"]
        body = [row for row in table[at + 1 :] if len(row.cells) > names[0] and row.cells[names[0]]]
        for kind in KINDS:
            column = column_of(table[at], body, kind)
            found = _list_of(builder, kind) if column is not None else None
            if column is not None and found is not None:
                ticked = [row for row in body if is_tick(row, column)]
                _compare(builder, found, ticked, names[0])


def _list_of(builder: Builder, kind: str) -> Entity | None:
    """The only list that a flow of the kind carries."""
    carried = {
        id_
        for flow in builder.list_of("flows")
        if flow["relation"] == kind
        for id_ in flow.get("lists", [])
    }
    found = [each for each in builder.list_of("lists") if each["id"] in carried]
    return found[0] if len(found) == 1 and not found[0].get("open") else None


def _compare(builder: Builder, found: Entity, ticked: Sequence[Row], at: int) -> None:
    """Items with their parts: a group that is ticked has all of them."""
    have: dict[str, list[str]] = {}
    for entry in found["entries"]:
        below = f"{entry['position']}."
        have[_plain(entry["label"])] = [
            str(each["item"])
            for each in found["entries"]
            if each.get("item") and (each is entry or each["position"].startswith(below))
        ]
    ids: list[str] = []
    strange: list[Row] = []
    for row in ticked:
        known = have.get(_plain(row.cells[at].text))
        ids.extend(known or ())
        if known is None:
            strange.append(row)
    missing = {id_ for each in have.values() for id_ in each} - set(ids)
    if len(ids) < _FEWEST or not 0 < len(missing) + len(strange) <= _MOST:
        return
    for row in strange:
        cell = row.cells[at]
        name = tidy(cell.text)
        ids.append(builder.find_item(name) or builder.item(name, cell, name, "item_matrix"))
    passage = joined([row.whole for row in ticked])
    matter = next(each for each in builder.list_of("matters") if each["id"] == found["matter"])
    matter.setdefault("retold", []).append(
        {
            "label": short(tidy(passage.text)),
            "sheet": "other",
            "holders": list(found["holders"]),
            "items": list(dict.fromkeys(ids)),
            "source": passage.source,
            "provenance": [evidence("items", passage, rule="item_matrix", confidence=0.85)],
        }
    )


def _plain(label: str) -> str:
    return key(without_brackets(label))
