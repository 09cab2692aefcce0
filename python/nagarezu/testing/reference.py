"""A slow and obvious reading of the definitions: sets of pairs, swept until nothing changes.

Everything works on the plain JSON object of a case file. A pair is `(subject id, item id)`; the
item `UNLISTED` stands for "something that no list names".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    """The holdings of a case as sets of pairs a holder: `lower`, `upper`, `potential`."""

    case: JsonObject
    ways: list[Way] = field(init=False)
    lower: dict[str, set[Pair]] = field(init=False)
    upper: dict[str, set[Pair]] = field(init=False)
    potential: dict[str, set[Pair]] = field(init=False)

    def __post_init__(self) -> None:
        self.ways = list(_ways(self.case))
        self._certain_subjects = self._subjects_of_ways(
            lambda way: bool(way.plain) and not way.joint, {}
        )
        printed = self._groups(_anything, {})
        self._possible_subjects = self._subjects_of_ways(_anything, self._anyone(printed))
        self._described: dict[str, set[str]] | None = None
        described = self._fixpoint("upper")
        self._described = {
            holder: {subject for subject, _ in pairs} for holder, pairs in described.items()
        }
        self.lower = self._fixpoint("lower")
        self.upper = self._fixpoint("upper")
        self.potential = self._fixpoint("potential")

    def _ids(self, kind: str) -> list[str]:
        return [entity["id"] for entity in self.case.get(kind, [])]

    def _anyone(self, printed: Mapping[str, set[str]]) -> dict[int, set[str]]:
        """Ways whose subjects may be anyone: open ones from a source of whom no group is known."""
        everyone = set(self._ids("subjects"))
        return {
            number: everyone
            for number, way in enumerate(self.ways)
            if way.open_subjects and (way.source is None or not printed[way.source])
        }

    def _groups(
        self, counts: Callable[[Way], bool], anyone: Mapping[int, set[str]]
    ) -> dict[str, set[str]]:
        """The groups of each holder, over the ways that count."""
        groups: dict[str, set[str]] = {holder: set() for holder in self._ids("holders")}
        for _ in self._ids(
            "holders"
        ):  # a group travels over at most as many ways as there are holders
            for number, way in enumerate(self.ways):
                if counts(way):
                    groups[way.target] |= way.subjects | anyone.get(number, set())
                    if way.open_subjects and way.source is not None:
                        groups[way.target] |= groups[way.source]
        return groups

    def _subjects_of_ways(
        self, counts: Callable[[Way], bool], anyone: Mapping[int, set[str]]
    ) -> list[set[str]]:
        groups = self._groups(counts, anyone)
        return [
            set(way.subjects)
            | anyone.get(number, set())
            | (groups[way.source] if way.open_subjects and way.source is not None else set())
            for number, way in enumerate(self.ways)
        ]

    def _fixpoint(self, reach: str) -> dict[str, set[Pair]]:
        held: dict[str, set[Pair]] = {holder: set() for holder in self._ids("holders")}
        changed = True
        while changed:
            changed = False
            for number, way in enumerate(self.ways):
                new = self._carried(number, held, reach) - held[way.target]
                held[way.target] |= new
                changed = changed or bool(new)
        return held

    def _carried(self, number: int, held: Mapping[str, set[Pair]], reach: str) -> set[Pair]:
        way = self.ways[number]
        if reach == "lower":
            return set() if way.joint else _product(self._certain_subjects[number], way.plain)
        pairs = self._stated(number)
        if way.source is not None and (way.open or reach == "potential"):
            subjects = self._possible_subjects[number]
            pairs |= {(subject, item) for subject, item in held[way.source] if subject in subjects}
        return pairs

    def _stated(self, number: int) -> set[Pair]:
        """What a way states, with something unlisted of the groups of whom nothing limits it."""
        way, subjects = self.ways[number], self._possible_subjects[number]
        pairs = _product(subjects, way.listed)
        if way.open and way.source is None:
            pairs |= _product(subjects, [UNLISTED])
        elif way.open and way.source is not None and self._described is not None:
            pairs |= _product(subjects - self._described[way.source], [UNLISTED])
        return pairs

    def items(self, holder: str, reach: str) -> set[str]:
        return {item for _, item in getattr(self, reach)[holder]} - {UNLISTED}

    def unlisted(self, holder: str) -> bool:
        return any(item == UNLISTED for _, item in self.upper[holder])

    def depths(self) -> dict[str, dict[Pair, int]]:
        """Fewest flows by which each pair of the upper bound arrives (docs/metrics.md, Depth)."""
        depth: dict[str, dict[Pair, int]] = {holder: {} for holder in self.upper}
        for unlisted in (True, False):  # stated pairs may come out of what is unlisted
            self._start(depth, unlisted)
            self._settle(depth)
            # What is left goes round in circles: each flow that states it starts it.
            circular = {
                (way.target, pair)
                for number, way in enumerate(self.ways)
                for pair in self._stated(number) - depth[way.target].keys()
                if (pair[1] == UNLISTED) == unlisted
            }
            for holder, pair in circular:
                depth[holder][pair] = 1
            self._settle(depth)
        return depth

    def _start(self, depth: dict[str, dict[Pair, int]], unlisted: bool) -> None:
        for number, way in enumerate(self.ways):
            for pair in self._stated(number):
                if (pair[1] == UNLISTED) != unlisted:
                    continue
                if way.source is None:
                    depth[way.target][pair] = 0
                elif not self._may_hold(way.source, pair):
                    depth[way.target][pair] = min(depth[way.target].get(pair, 1), 1)

    def _may_hold(self, holder: str, pair: Pair) -> bool:
        return pair in self.upper[holder] or (pair[0], UNLISTED) in self.upper[holder]

    def _settle(self, depth: dict[str, dict[Pair, int]]) -> None:
        changed = True
        while changed:
            changed = False
            for number, way in enumerate(self.ways):
                if way.source is None:
                    continue
                before = depth[way.source]
                stated = self._stated(number)
                for pair in self._carried(number, self.upper, "upper"):
                    known = [before[pair]] if pair in before else []
                    unlisted = (pair[0], UNLISTED)
                    if pair in stated and pair != unlisted and unlisted in before:
                        known.append(before[unlisted])
                    if known and min(known) + 1 < depth[way.target].get(pair, 1 << 30):
                        depth[way.target][pair] = min(known) + 1
                        changed = True


def _anything(way: Way) -> bool:
    return bool(way.listed) or way.open


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


def _with_inner(case: JsonObject, groups: Iterable[str]) -> frozenset[str]:
    """The groups, those within them, and those that are the same."""
    found = set(groups)
    for _ in case.get("subjects", []):
        for subject in case["subjects"]:
            same = set(subject.get("same_as", []))
            if found & (same | set(subject.get("within", []))):
                found.add(subject["id"])
            if subject["id"] in found:
                found |= same
    return frozenset(found)


def _ways(case: JsonObject) -> Iterable[Way]:
    for holder in case.get("holders", []):
        for creation in holder.get("creates", []):
            plain, optional, is_open = _contents(case, creation)
            subjects = _with_inner(case, creation.get("subjects", []))
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
                _with_inner(case, flow.get("subjects", [])),
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
