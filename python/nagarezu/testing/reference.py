"""A slow and obvious reading of the definitions: sets of pairs, swept until nothing changes.

Everything works on the plain JSON object of a case file. A pair is `(subject id, item id)`; the item
`UNLISTED` stands for "something that no list names".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

JsonObject = Mapping[str, Any]
Pair = tuple[str, str]
UNLISTED = ""


@dataclass(frozen=True)
class Way:
    """One arc of the graph: a flow to one of its holders, or what a holder creates (no source)."""

    source: str | None
    target: str
    flow: str | None
    plain: frozenset[str]
    optional: frozenset[str]
    open: bool
    subjects: frozenset[str]
    open_subjects: bool
    joint: bool

    @property
    def listed(self) -> frozenset[str]:
        return self.plain | self.optional


@dataclass
class Reference:
    """The holdings of a case in three readings: `lower`, `upper`, `potential`; sets of pairs a holder."""

    case: JsonObject
    ways: list[Way] = field(init=False)
    lower: dict[str, set[Pair]] = field(init=False)
    upper: dict[str, set[Pair]] = field(init=False)
    potential: dict[str, set[Pair]] = field(init=False)

    def __post_init__(self) -> None:
        self.ways = list(_ways(self.case))
        self.lower = self._fixpoint("lower")
        self.upper = self._fixpoint("upper")
        self.potential = self._fixpoint("potential")

    def _ids(self, kind: str) -> list[str]:
        return [entity["id"] for entity in self.case.get(kind, [])]

    def _fixpoint(self, reach: str) -> dict[str, set[Pair]]:
        held: dict[str, set[Pair]] = {holder: set() for holder in self._ids("holders")}
        changed = True
        while changed:
            changed = False
            for way in self.ways:
                new = self._carried(way, held, reach) - held[way.target]
                held[way.target] |= new
                changed = changed or bool(new)
        return held

    def _subjects(self, way: Way, held: Mapping[str, set[Pair]], reach: str) -> set[str]:
        subjects = set(way.subjects)
        if way.open_subjects and way.source is not None:
            subjects |= {subject for subject, _ in held[way.source]}
        elif way.open_subjects and reach != "lower":
            subjects |= set(self._ids("subjects"))  # collected from persons who are not named
        return subjects

    def _carried(self, way: Way, held: Mapping[str, set[Pair]], reach: str) -> set[Pair]:
        subjects = self._subjects(way, held, reach)
        if reach == "lower":
            return set() if way.joint else _product(subjects, way.plain)
        pairs = _product(subjects, way.listed)
        if way.source is None:
            return pairs | _product(subjects, [UNLISTED] if way.open else [])
        if way.open and not self._described(way.source):
            pairs |= _product(subjects, [UNLISTED])
        if way.open or reach == "potential":
            pairs |= {(subject, item) for subject, item in held[way.source] if subject in subjects}
        return pairs

    def _described(self, holder: str) -> bool:
        """Whether the case says anything of what the holder holds."""
        return any(way.target == holder for way in self.ways)

    def items(self, holder: str, reach: str) -> set[str]:
        return {item for _, item in getattr(self, reach)[holder]} - {UNLISTED}

    def unlisted(self, holder: str) -> bool:
        return any(item == UNLISTED for _, item in self.upper[holder])

    def depths(self) -> dict[str, dict[Pair, int]]:
        """Fewest flows by which each pair of the upper bound arrives (docs/metrics.md, Depth)."""
        depth: dict[str, dict[Pair, int]] = {holder: {} for holder in self.upper}
        self._start(depth)
        self._settle(depth)
        # What is left goes round in circles without an origin: it starts with each flow that states it.
        for way in self.ways:
            for pair in self._stated(way):
                if pair not in depth[way.target]:
                    depth[way.target][pair] = -1
        for pairs in depth.values():
            for pair, value in pairs.items():
                pairs[pair] = 1 if value < 0 else value
        self._settle(depth)
        return depth

    def _stated(self, way: Way) -> set[Pair]:
        subjects = self._subjects(way, self.upper, "upper")
        stated = _product(subjects, way.listed)
        opens_here = way.source is None or not self._described(way.source)
        return stated | _product(subjects, [UNLISTED] if way.open and opens_here else [])

    def _start(self, depth: dict[str, dict[Pair, int]]) -> None:
        for way in self.ways:
            for pair in self._stated(way):
                if way.source is None:
                    depth[way.target][pair] = 0
                elif not self._may_hold(way.source, pair):
                    depth[way.target].setdefault(pair, 1)

    def _may_hold(self, holder: str, pair: Pair) -> bool:
        return pair in self.upper[holder] or (pair[0], UNLISTED) in self.upper[holder]

    def _settle(self, depth: dict[str, dict[Pair, int]]) -> None:
        changed = True
        while changed:
            changed = False
            for way in self.ways:
                if way.source is None:
                    continue
                stated = self._stated(way)
                for pair in self._carried(way, self.upper, "upper"):
                    known = [depth[way.source][pair]] if pair in depth[way.source] else []
                    unlisted = (pair[0], UNLISTED)
                    if pair in stated and unlisted in depth[way.source]:
                        known.append(depth[way.source][unlisted])
                    if known and min(known) + 1 < depth[way.target].get(pair, 1 << 30):
                        depth[way.target][pair] = min(known) + 1
                        changed = True


def _product(subjects: Iterable[str], items: Iterable[str]) -> set[Pair]:
    listed = list(items)
    return {(subject, item) for subject in subjects for item in listed}


def _contents(case: JsonObject, entity: JsonObject) -> tuple[frozenset[str], frozenset[str], bool]:
    """Plain items, optional items, and whether the lists are open, of a flow or a creation."""
    lists = {one["id"]: one for one in case.get("lists", [])}
    named = [lists[name] for name in entity.get("lists", [])]
    entries = [entry for one in named for entry in one.get("entries", []) if entry.get("item")]
    plain = {entry["item"] for entry in entries if not entry.get("optional")}
    plain |= set(entity.get("items", []))
    optional = {entry["item"] for entry in entries} - plain
    is_open = entity.get("open", False) or any(one.get("open", False) for one in named)
    return frozenset(plain), frozenset(optional), is_open


def _ways(case: JsonObject) -> Iterable[Way]:
    for holder in case.get("holders", []):
        for creation in holder.get("creates", []):
            plain, optional, is_open = _contents(case, creation)
            subjects = frozenset(creation.get("subjects", []))
            yield Way(
                None, holder["id"], None, plain, optional, is_open, subjects, False, joint=False
            )
    for flow in case.get("flows", []):
        if flow.get("change") == "removed":
            continue
        plain, optional, is_open = _contents(case, flow)
        targets = flow.get("to", [])
        for target in targets:
            yield Way(
                flow.get("from"),
                target,
                flow["id"],
                plain,
                optional,
                is_open,
                frozenset(flow.get("subjects", [])),
                flow.get("open_subjects", False),
                joint=len(targets) > 1,
            )


def union_lower(
    counts: Mapping[str, int], groups: Iterable[str], disjoint: Iterable[frozenset[str]]
) -> int:
    """M01, lower: the largest sum over pairwise disjoint groups, by trying every subset."""
    pairs = set(disjoint)
    members = list(groups)
    best = 0
    for size in range(1, len(members) + 1):
        for chosen in combinations(members, size):
            if all(frozenset(pair) in pairs for pair in combinations(chosen, 2)):
                best = max(best, sum(counts[group] for group in chosen))
    return best


def stated_categories(
    case: JsonObject, matter: str | None, party: str | None, *, clauses: bool
) -> set[str]:
    """M12: categories stated in the case, in a matter (None: any), by a party (None: any)."""

    def applies(entity: JsonObject, entity_party: str) -> bool:
        in_matter = matter is None or entity.get("matter") in (None, matter)
        return in_matter and (party is None or entity_party == party)

    found: set[str] = set()
    for safeguard in case.get("safeguards", []):
        if safeguard.get("status", "stated") == "stated" and applies(safeguard, safeguard["party"]):
            found |= set(safeguard.get("categories", []))
    for clause in case.get("clauses", []) if clauses else []:
        if applies(clause, clause.get("obligor", "partner")):
            found |= set(clause.get("categories", []))
    return found
