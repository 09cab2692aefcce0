"""Whom a table of what goes to whom alone names: a firm to which the contractor hands work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields import names
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_WORK = ("entrust", "delegate")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A flow from the contractor to each firm that gets something from it for its work."""
    for table in handed.tables(rows):
        for row in table:
            for above in _works(builder, row):
                _flow(builder, above, row.get("taker"))


def _works(builder: Builder, row: Handed) -> Iterator[Entity]:
    """The work of the giver in the file of the row, if nobody else has named who gets it."""
    giver, taker = (without_brackets(tidy(row.get(end).text)) for end in ("giver", "taker"))
    proper = compiled(rules("names")["proper"]).search(key(taker))
    own = handed.is_own(taker) or parties.is_own(builder, taker)
    if not giver or not proper or own or parties.find(builder, taker):
        return
    holder = parties.find(builder, giver) or parties.by_word(builder, giver)
    matter = builder.matter_called(row.get("file").text)
    works = [
        flow
        for flow in builder.list_of("flows")
        if flow["relation"] in _WORK and flow["to"] == [holder] and matter in ("", flow["matter"])
    ]
    if len(works) == 1:
        yield works[0]


def _flow(builder: Builder, above: Entity, cell: Passage) -> None:
    name = names.name(cell.text, cell)
    if name is None:
        return
    name.tier = 2
    flow: Entity = {
        "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
        "matter": above["matter"],
        "from": above["to"][0],
        "to": [builder.organisation(name)],
        "relation": "reentrust",
        "open": True,
    }
    for member in ("subjects", "open_subjects"):
        if member in above:
            flow[member] = above[member]
    flow["source"] = cell.source
    flow["provenance"] = [evidence("to", cell, name.label, "handed_row", 0.8, printed=cell.text)]
    builder.add("flows", flow)
