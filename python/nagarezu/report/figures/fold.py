"""Which holders share one box, where drawing each on its own would not do.

Holders named together stand in one frame, as the document has it. Where there is little room,
holders that only receive, from one source and alike, stand in one frame as well (a fan). Where
there are too many, whole kinds of a band fold into one box with their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from nagarezu.report.figures.bundle import DETAILS, Detail, bundled
from nagarezu.report.figures.graph import PERSONS, Flow, Graph, Holder

MOST = 60  # boxes that one A4 page takes
_FAN = 3  # fewer holders are as well drawn on their own

Sharing = Literal["none", "joint", "fan", "fold"]


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing, and why its holders share it."""

    key: str
    members: tuple[Holder, ...]
    sharing: Sharing = "none"

    @property
    def band(self) -> str:
        return self.members[0].band

    @property
    def kind(self) -> str:
        return self.members[0].kind

    @property
    def framed(self) -> bool:
        """Whether its holders are drawn one by one in a frame."""
        return self.sharing in ("joint", "fan")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn: boxes, and flows between their keys."""

    boxes: tuple[Box, ...]
    flows: tuple[Flow, ...]
    detail: Detail = "full"

    @property
    def folds(self) -> tuple[Box, ...]:
        return tuple(box for box in self.boxes if box.sharing == "fold")


def plans(graph: Graph, *, most: int = MOST) -> Iterator[Plan]:
    """Ways to draw a graph, the most detailed first, each with at most `most` boxes if it can be.

    Fans come before flows that share lines, and both before folds; of holders, the largest groups
    of one band and kind fold first. The last plan folds all of them.
    """
    groups: dict[tuple[str, str], list[Holder]] = {}
    for holder in graph.holders:
        groups.setdefault((holder.band, holder.kind), []).append(holder)
    many = [group for group in groups.values() if len(group) > 1]
    largest = sorted(many, key=len, reverse=True)
    if len(graph.holders) <= most:
        yield _plan(graph, [], "full", fans=False)
    for count in range(len(largest) + 1):
        for detail in DETAILS:
            plan = _plan(graph, largest[:count], detail, fans=True)
            drawn = sum(len(box.members) if box.framed else 1 for box in plan.boxes)
            if drawn <= most or count == len(largest):
                yield plan


def _plan(graph: Graph, folds: list[list[Holder]], detail: Detail, *, fans: bool) -> Plan:
    home: dict[str, Box] = {}
    for group in folds:
        _share(home, group, "fold")
    for group in _joint(graph):
        if not any(holder.id in home for holder in group):
            _share(home, group, "joint")
    for group in _fans(graph, home, detail) if fans else ():
        _share(home, group, "fan")
    for holder in graph.holders:
        home.setdefault(holder.id, Box(_key([holder]), (holder,)))
    boxes = tuple(dict.fromkeys(home[holder.id] for holder in graph.holders))
    flows = bundled((_moved(flow, home) for flow in graph.flows), detail)
    return Plan(boxes, flows, detail)


def _share(home: dict[str, Box], group: list[Holder], sharing: Sharing) -> None:
    box = Box(_key(group), tuple(group), sharing)
    home.update({holder.id: box for holder in group})


def _key(members: list[Holder]) -> str:
    return " ".join(holder.id for holder in members)


def _moved(flow: Flow, home: Mapping[str, Box]) -> Flow:
    targets = tuple(dict.fromkeys(home[id_].key for id_ in flow.targets))
    return replace(flow, source=home[flow.source].key, targets=targets)


def _joint(graph: Graph) -> list[list[Holder]]:
    """Holders of one band that flows reach only together: they fit into one frame."""
    by_id = {holder.id: holder for holder in graph.holders}
    sets = dict.fromkeys(flow.targets for flow in graph.flows if len(flow.targets) > 1)
    found = []
    for together in sets:
        apart = any(
            flow.source in together
            or (set(flow.targets) & set(together) and flow.targets != together)
            for flow in graph.flows
        )
        members = [by_id[id_] for id_ in together]
        if not apart and len({member.band for member in members}) == 1:
            found.append(members)
    return found


def _fans(graph: Graph, home: Mapping[str, Box], detail: Detail) -> list[list[Holder]]:
    """Holders of one band that send nothing, and receive alike from the same source."""
    senders = {flow.source for flow in graph.flows}
    into: dict[str, list[Flow]] = {}
    for flow in graph.flows:
        for target in flow.targets:
            into.setdefault(target, []).append(flow)
    alike: dict[tuple[object, ...], list[Holder]] = {}
    for holder in graph.holders:
        flows = into.get(holder.id, [])
        alone = all(len(flow.targets) == 1 for flow in flows)
        taken = holder.id in home or holder.id in senders or holder.id == PERSONS
        if not flows or not alone or taken or len({flow.source for flow in flows}) > 1:
            continue
        looks = frozenset(_look(flow, detail) for flow in flows)
        alike.setdefault((holder.band, flows[0].source, looks), []).append(holder)
    return [group for group in alike.values() if len(group) >= _FAN]


def _look(flow: Flow, detail: Detail) -> tuple[object, ...]:
    if detail == "ends":
        return ()
    if detail == "channels":
        return (flow.channel, flow.change)
    return (flow.channel, flow.change, flow.marks)
