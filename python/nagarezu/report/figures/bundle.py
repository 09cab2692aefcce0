"""Flows that share one line: those that look alike, and, where there are too many, more of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from nagarezu.report.figures.graph import Flow

# What the flows of one line share, besides their ends: everything; all but the safeguards; nothing.
Detail = Literal["full", "channels", "ends"]
DETAILS: tuple[Detail, ...] = ("full", "channels", "ends")

MIXED = "mixed"  # the channel of a line that stands for several channels
PARTLY = "partly_added"  # the change of a line of which some flows are added


def bundled(flows: Iterable[Flow], detail: Detail = "full") -> tuple[Flow, ...]:
    """Each flow in one line. With less detail, a joint flow becomes a line to each holder."""
    groups: dict[tuple[object, ...], list[Flow]] = {}
    for flow in flows:
        for part in _parts(flow) if detail == "ends" else (flow,):
            groups.setdefault(_likeness(part, detail), []).append(part)
    return tuple(_together(group) for group in groups.values())


def _parts(flow: Flow) -> Iterable[Flow]:
    return (replace(flow, targets=(target,)) for target in flow.targets)


def _likeness(flow: Flow, detail: Detail) -> tuple[object, ...]:
    ends = (flow.source, flow.targets)
    if detail == "ends":
        return ends
    if detail == "channels":
        return (*ends, flow.channel, flow.change)
    return (*ends, flow.channel, flow.change, flow.marks)


def _together(group: Sequence[Flow]) -> Flow:
    """One line for several flows; it shows the safeguards that all of them state."""
    first = group[0]
    changes = {flow.change for flow in group}
    change = first.change
    if len(changes) > 1:
        change = PARTLY if "added" in changes else "unknown"
    return replace(
        first,
        ids=tuple(dict.fromkeys(id_ for flow in group for id_ in flow.ids)),
        channel=first.channel if len({flow.channel for flow in group}) == 1 else MIXED,
        change=change,
        marks=tuple(mark for mark in first.marks if all(mark in flow.marks for flow in group)),
    )
