"""From tables to what a flow map shows: holders in bands, and flows between them.

Holders come from the table `holders` where there is one. Without it they come from `recipients`
and `flows`; of a holder that only sends, the tables then tell a label and nothing else. Its band
follows from the one that it entrusts, if any; otherwise it stands in a band of its own, `unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nagarezu.errors import UsageError
from nagarezu.tables.table import Cell, Table

PERSONS = ""  # the key of the data subjects themselves; no holder has an empty id
MARKS = ("NET", "SEP", "ENC", "FWL", "MAL", "LOG", "TRN")
BANDS = ("persons", "own", "partner", "sub_contractor", "outside", "unknown")
_BY_TIER = ("own", "partner", "sub_contractor")
_ENTRUSTING = frozenset({"delegate", "entrust", "reentrust"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder. `kind` is a word of the case format, `persons`, or empty if not known."""

    id: str
    label: str
    kind: str
    band: str
    open_class: bool = False
    items: tuple[int | None, int | None] | None = None  # None where nothing is said of items
    operator: str = ""  # the label of who runs it


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow, or several that look the same: `ids` are those of the table."""

    ids: tuple[str, ...]
    source: str
    targets: tuple[str, ...]
    channel: str
    change: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    case: str
    holders: tuple[Holder, ...]
    flows: tuple[Flow, ...]


def graph(flows: Table, recipients: Table, holders: Table | None = None) -> Graph:
    """Read the tables of one case. UsageError if they hold several cases."""
    given = [table for table in (flows, recipients, holders) if table is not None]
    cases = {str(row["case"]): None for table in given for row in table}
    if len(cases) > 1:
        raise UsageError(f"a flow map shows one case, not {len(cases)}")
    case = next(iter(cases), "")
    read = tuple(_flow(row) for row in flows)
    known = _known(recipients, holders)
    ends = dict.fromkeys(id_ for flow in read for id_ in (flow.source, *flow.targets))
    found: dict[str, Holder] = {}
    for id_ in dict.fromkeys((*ends, *known)):
        if id_ in known:
            found[id_] = known[id_]
        elif id_ == PERSONS:
            found[id_] = Holder(PERSONS, "", "persons", "persons")
        else:
            band = _entruster_band(id_, flows, known)
            label = flows.names(case, "holder", id_) or id_
            found[id_] = Holder(id_, label, "", band)
    return Graph(case, tuple(found.values()), read)


def _flow(row: Mapping[str, Cell]) -> Flow:
    targets = tuple(dict.fromkeys(str(row["to"] or "").split())) or (PERSONS,)
    return Flow(
        ids=(str(row["flow"]),),
        source=str(row["from"] or PERSONS),
        targets=targets,
        channel=str(row.get("channel_kind") or "unspecified"),
        change=str(row.get("change") or "unknown"),
        marks=tuple(mark for mark in MARKS if row.get(mark) is True),
    )


def _known(recipients: Table, holders: Table | None) -> dict[str, Holder]:
    """Every holder that a table describes, in the order of the tables."""
    opened = {str(n.values["holder"]) for n in recipients.notes if n.code == "open_class"}
    items = {
        str(row["holder"]): (_whole(row.get("items_lower")), _whole(row.get("items_upper")))
        for row in recipients
        if "items_lower" in row
    }
    rows = recipients if holders is None else holders
    labels = {str(row["holder"]): str(row["label"]) for row in rows}
    found = {}
    for row in rows:
        id_ = str(row["holder"])
        found[id_] = Holder(
            id=id_,
            label=str(row["label"] or id_),
            kind=str(row.get("kind") or ""),
            band=_band(row.get("tier"), row.get("external")),
            open_class=id_ in opened or row.get("open_class") is True,
            items=items.get(id_),
            operator=labels.get(str(row.get("operator") or ""), ""),
        )
    return found


def _band(tier: Cell, external: Cell) -> str:
    if isinstance(tier, int) and tier > 0:
        return _BY_TIER[min(tier, 2)]
    return "outside" if external is True else "own"


def _entruster_band(id_: str, flows: Table, known: Mapping[str, Holder]) -> str:
    """The band before that of whom the holder entrusts; `unknown` if it entrusts nobody known."""
    for row in flows:
        if row["from"] != id_ or row["relation"] not in _ENTRUSTING:
            continue
        for target in str(row["to"] or "").split():
            if target in known and known[target].band in _BY_TIER[1:]:
                return _BY_TIER[_BY_TIER.index(known[target].band) - 1]
    return "unknown"


def _whole(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None
