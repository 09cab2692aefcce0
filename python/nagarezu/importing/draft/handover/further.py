"""A way that a form ticks for a contractor, and that only who works for him uses."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.handover.statement import Statement


def has_it(builder: Builder, ticked: Statement, found: Sequence[Statement]) -> bool:
    """［○］紙 of the printer, whose carrier brings the papers: it is the carrier's way."""
    if not (ticked.only and ticked.source and ticked.partner) or ticked.direction:
        return False
    further = {
        str(id_)
        for flow in builder.list_of("flows")
        if flow["relation"] == "reentrust" and flow["from"] == ticked.partner
        for id_ in flow["to"]
    }
    told = [
        each.partner
        for each in found
        if each.source != ticked.source
        and (each.way.thing, each.way.line) == (ticked.way.thing, ticked.way.line)
    ]
    return ticked.partner not in told and bool(further & set(told))
