"""Ways and listed items of a case as tables: what the core knows and no table of the catalogue has.

The core's own tables are taken where the catalogue has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nagarezu.languages import LANGUAGES
from nagarezu.report.figures.of_case import holders_of
from nagarezu.report.html.exploration import Exploration, exploration
from nagarezu.tables import SPECS, Table, from_core

if TYPE_CHECKING:
    from nagarezu.case import Case

_NEEDED = ("recipients", "item_recipient", "item_reach", "flows")
_WAYS = ("case", "holder", "item", "subject", "way")
_CARRIED = ("case", "flow", "item")


def exploration_of(case: Case) -> Exploration:
    """Compute what the flow map of a case can answer."""
    tables = {lang: {name: case.table(name, lang=lang) for name in _NEEDED} for lang in LANGUAGES}
    return exploration(case.id, holders_of(case), tables, ways_of(case), carried_of(case))


def ways_of(case: Case) -> Table:
    """Return a shortest way of each item of each group to each holder, in the upper bound.

    `way` is holders and flows in turn. What a holder collects comes from the persons: its way then
    starts with an empty holder and a flow that lists the item.
    """
    if "witnesses" in SPECS:
        return case.table("witnesses")
    content = json.loads(case.to_json())
    collected = {
        (target, item): flow["id"]
        for flow in _flows(content)
        if not flow.get("from")
        for target in flow.get("to", [])
        for item in _listed(flow, content)
    }
    rows = []
    for holder in content.get("holders", []):
        for item in content.get("items", []):
            for subject in content.get("subjects", []):
                found = case.witness(holder["id"], item["id"], subject["id"])
                if found is not None:
                    way = _in_turn(found["holders"], found["flows"])
                    first = collected.get((found["holders"][0], item["id"]))
                    start = ["", first] if first else []
                    row = (case.id, holder["id"], item["id"], subject["id"])
                    rows.append((*row, " ".join([*start, *way])))
    return _table("ways", case, _WAYS, rows)


def carried_of(case: Case) -> Table:
    """Return the items that each flow lists. What an open flow may carry besides is not told."""
    if "flow_items" in SPECS:
        return case.table("flow_items")
    content = json.loads(case.to_json())
    rows = [
        (case.id, flow["id"], item)
        for flow in _flows(content)
        for item in dict.fromkeys(_listed(flow, content))
    ]
    return _table("flow_items", case, _CARRIED, rows)


def _flows(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The flows that carry anything: those removed do not."""
    return (flow for flow in content.get("flows", []) if flow.get("change") != "removed")


def _listed(flow: dict[str, Any], content: dict[str, Any]) -> Iterator[str]:
    yield from flow.get("items", [])
    lists = set(flow.get("lists", []))
    for each in content.get("lists", []):
        if each["id"] in lists:
            for entry in each.get("entries", []):
                if entry.get("item") and entry.get("change") != "removed":
                    yield entry["item"]


def _in_turn(holders: list[str], flows: list[str]) -> list[str]:
    way = holders[:1]
    for flow, holder in zip(flows, holders[1:], strict=True):
        way += [flow, holder]
    return way


def _table(
    name: str, case: Case, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Table:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    frame = {
        "columns": [
            {"name": column, "kind": "text", "values": list(cells), "valid": [True] * len(cells)}
            for column, cells in zip(columns, values, strict=True)
        ],
        "notes": [],
    }
    return from_core(name, case.id, frame, names=case.label)
