"""What the flow map of one case can answer, from tables: who holds what, and by which way.

The script of the page gets it as data and computes nothing: bounds stand in words, ways as ids of
holders and flows in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nagarezu.inert import visible
from nagarezu.languages import LANGUAGES, Lang, Text
from nagarezu.report.figures.style import PERSONS
from nagarezu.report.html.grid import printed_columns
from nagarezu.tables.paper import paper
from nagarezu.tables.table import Cell, Table
from nagarezu.tables.writers import heading

# What a panel says of a recipient or an item: columns of the papers, in their order there.
_OF_HOLDER = frozenset(
    {"kind", "tier", "certifications", "items_lower", "persons_lower", "person_items_lower"}
    | {"depth_min", "depth_max"}
)
_OF_ITEM = frozenset({"recipients_lower", "person_items_lower"})
_OF_FLOW = ("relation", "channel")
_JOIN = Text("、", ", ")


@dataclass(frozen=True, slots=True)
class Exploration:
    """One case: `facts` hold in every language, `texts` are in words of each.

    facts: `holders` {id: label}, `items` [[id, label]], `reach` {holder: {item: word}}, `ways`
    {holder: [[way, [item …]]]}, `carried` {flow: [item …]}, `into` {holder: [[flow, from]]}, where
    those open may bring what no list names. Items are positions in `items`; a way
    is holders and flows in turn and starts with "" where it comes from the persons.
    texts: {lang: {`holders` {id: [[label, text]]}, `missing` the same, `items` [[[label,
    text]]], `flows` {id: text}, `ends` {flow: text}}}
    """

    case: str
    facts: Mapping[str, Any]
    texts: Mapping[Lang, Mapping[str, Any]]


def exploration(
    case: str,
    holders: Table,
    tables: Mapping[Lang, Mapping[str, Table]],
    ways: Table,
    carried: Table,
) -> Exploration:
    """Put the tables of one case together.

    `tables` are `recipients`, `item_recipient`, `item_reach` and `flows` in each language; `ways`
    and `carried` are those of `ways.py`. Labels are made inert here.
    """
    reach = tables[LANGUAGES[0]]["item_recipient"]
    items = {str(row["item"]): position for position, row in enumerate(reach)}
    facts = {
        "holders": {str(row["holder"]): visible(str(row["label"])) for row in holders},
        "items": [[str(row["item"]), visible(str(row["label"]))] for row in reach],
        "reach": _reach(reach, items),
        "ways": _ways(ways, items),
        "carried": _carried(carried, items),
        "into": _into(tables[LANGUAGES[0]]["flows"]),
    }
    return Exploration(case, facts, {lang: _texts(tables[lang]) for lang in tables})


def _reach(table: Table, items: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """Who gets which item how certainly; what does not arrive is left out."""
    holders = [column.name for column in table.columns[3:]]
    found: dict[str, dict[str, str]] = {holder: {} for holder in holders}
    for row in table:
        for holder in holders:
            if row[holder] not in (None, "no"):
                found[holder][str(items[str(row["item"])])] = str(row[holder])
    return found


def _ways(table: Table, items: Mapping[str, int]) -> dict[str, list[list[Any]]]:
    """The ways into each holder, each with all items that come by it."""
    found: dict[str, dict[str, dict[int, None]]] = {}
    for row in table:
        if str(row["item"]) in items:
            by_way = found.setdefault(str(row["holder"]), {})
            by_way.setdefault(str(row["way"]), {})[items[str(row["item"])]] = None
    return {
        holder: [[way.split(" "), sorted(of_way)] for way, of_way in by_way.items()]
        for holder, by_way in found.items()
    }


def _carried(table: Table, items: Mapping[str, int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in table:
        if str(row["item"]) in items:
            found.setdefault(str(row["flow"]), []).append(items[str(row["item"])])
    return found


def _into(flows: Table) -> dict[str, list[list[str]]]:
    """The flows into each holder, and from whom; a removed one leads nowhere."""
    found: dict[str, list[list[str]]] = {}
    for row in flows:
        if row.get("change") != "removed":
            for holder in str(row["to"] or "").split():
                found.setdefault(holder, []).append([str(row["flow"]), str(row["from"] or "")])
    return found


def _texts(tables: Mapping[str, Table]) -> dict[str, Any]:
    flows = tables["flows"]
    said = zip(flows.column("flow"), _said(flows, _OF_FLOW), strict=True)
    join = _JOIN.in_(flows.lang)
    recipients, reach = tables["recipients"], tables["item_reach"]
    told = zip(recipients.column("holder"), _said(recipients, _OF_HOLDER), strict=True)
    missing = zip(recipients.column("holder"), _said(recipients, ("missing",)), strict=True)
    of_items = dict(zip(map(str, reach.column("item")), _said(reach, _OF_ITEM), strict=True))
    items = map(str, tables["item_recipient"].column("item"))
    return {
        "holders": {str(holder): facts for holder, facts in told},
        "missing": {str(holder): facts for holder, facts in missing if facts},
        "items": [of_items.get(item, []) for item in items],
        "flows": {str(flow): join.join(text for _, text in facts) for flow, facts in said},
        "ends": {str(row["flow"]): _ends(flows, row) for row in flows},
    }


def _ends(flows: Table, row: Mapping[str, Cell]) -> str:
    """From whom to whom, by label."""
    case, persons = str(row["case"]), PERSONS.in_(flows.lang)
    names = [
        "・".join(flows.names(case, "holder", id_) or id_ for id_ in ids.split()) or persons
        for ids in (str(row["from"] or ""), str(row["to"] or ""))
    ]
    return visible(" → ".join(names))


def _said(table: Table, names: Iterable[str]) -> list[list[list[str]]]:
    """For each row, label and text of some columns as the paper has them; what is none is left."""
    shown = paper(table)
    wanted = set(names)
    columns = zip(shown.columns, printed_columns(table, shown), strict=True)
    labels = [
        (place, heading(column, table.lang))
        for place, (column, source) in enumerate(columns)
        if source.name in wanted
    ]
    return [
        [[label, visible(texts[place])] for place, label in labels if texts[place] not in ("-", "")]
        for texts in shown.rows
    ]
