"""The figures of a case: the tables that they need, computed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from nagarezu.languages import Lang
from nagarezu.report.figures.concentration import concentration
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.flowmap import flow_map
from nagarezu.report.figures.timeline import timeline
from nagarezu.tables import SPECS, Table, from_core

if TYPE_CHECKING:
    from nagarezu.case import Case

_COLUMNS = {
    "holder": "text", "label": "text", "kind": "text", "operator": "text", "tier": "whole",
}  # fmt: skip
_TRUTHS = ("external", "open_class")


def flow_map_of(case: Case, *, lang: Lang = "ja") -> Figure:
    """図1 of a case."""
    flows, recipients = (case.table(name, lang=lang) for name in ("flows", "recipients"))
    return flow_map(flows, recipients, holders_of(case, lang=lang), lang=lang)


def timeline_of(case: Case, *, lang: Lang = "ja") -> Figure:
    """図2 of a case."""
    return timeline(case.table("periods", lang=lang), lang=lang)


def concentration_of(case: Case, *, lang: Lang = "ja") -> Figure:
    """図3 of a case."""
    return concentration(case.table("concentration", lang=lang), lang=lang)


def holders_of(case: Case, *, lang: Lang = "ja") -> Table:
    """Every holder of a case, those that only send included.

    The core's own table if the catalogue has one; otherwise the holders of the case file.
    """
    if "holders" in SPECS:
        return case.table("holders", lang=lang)
    holders: list[dict[str, Any]] = json.loads(case.to_json()).get("holders", [])
    columns: list[dict[str, Any]] = [_column("case", "text", [case.id] * len(holders))]
    for name, kind in _COLUMNS.items():
        member = "id" if name == "holder" else name
        nothing = 0 if kind == "whole" else ""
        columns.append(_column(name, kind, [h.get(member, nothing) for h in holders]))
    columns += [_column(name, "truth", [h.get(name, False) for h in holders]) for name in _TRUTHS]
    frame = {"columns": columns, "notes": []}
    return from_core("holders", case.id, frame, lang=lang, names=case.label)


def _column(name: str, kind: str, values: list[Any]) -> dict[str, Any]:
    return {"name": name, "kind": kind, "values": values, "valid": [True] * len(values)}
