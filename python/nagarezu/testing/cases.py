"""Random and enumerated small cases, as plain JSON objects that satisfy the case format.

The same seed gives the same case on every machine: only `random.Random` is used.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations_with_replacement, permutations, product
from typing import Any

JsonObject = dict[str, Any]
Arc = tuple[int, int]


def skeleton(groups: int, items: int, holders: int) -> JsonObject:
    """A case without flows: g0…, i0…, h0…; a group counts 10 more than the one before."""
    return {
        "format": "nagarezu/1",
        "id": "generated",
        "title": "generated",
        "matters": [{"id": "m1", "title": "matter", "kinds": ["provide"]}],
        "subjects": [
            {
                "id": f"g{i}",
                "label": f"group {i}",
                "counts": [{"value": 10 * (i + 1), "unit": "person", "bound": "exact"}],
            }
            for i in range(groups)
        ],
        "items": [{"id": f"i{i}", "label": f"item {i}"} for i in range(items)],
        "holders": [
            {"id": f"h{i}", "label": f"holder {i}", "kind": "organisation", "external": i > 0}
            for i in range(holders)
        ],
        "lists": [],
        "flows": [],
    }


def random_case(seed: int) -> JsonObject:
    """A case of any shape: cycles, joint flows, open lists, optional and unsourced items."""
    rng = random.Random(seed)
    case = skeleton(rng.randint(1, 4), rng.randint(1, 6), rng.randint(2, 6))
    for number, subject in enumerate(case["subjects"][1:]):
        if rng.random() < 0.2:  # the earlier group counts fewer, so it may lie within
            case["subjects"][number]["within"] = [subject["id"]]
    _add_lists(rng, case)
    for holder in case["holders"]:
        if rng.random() < 0.4:
            holder["creates"] = [_creation(rng, case)]
    for index in range(rng.randint(1, 9)):
        case["flows"].append(_flow(rng, case, f"f{index}"))
    return case


def _some(rng: random.Random, case: JsonObject, kind: str, *, least: int = 0) -> list[str]:
    ids = [entity["id"] for entity in case[kind]]
    return sorted(rng.sample(ids, rng.randint(min(least, len(ids)), len(ids))))


def _add_lists(rng: random.Random, case: JsonObject) -> None:
    for index in range(rng.randint(0, 3)):
        entries = [
            {
                "position": str(number),
                "label": item,
                "item": item,
                **({"optional": True} if rng.random() < 0.25 else {}),
            }
            for number, item in enumerate(_some(rng, case, "items"), start=1)
        ]
        one: JsonObject = {
            "id": f"l{index}",
            "matter": "m1",
            "holders": [rng.choice(case["holders"])["id"]],
            "entries": entries,
        }
        if rng.random() < 0.2:
            one["open"] = True
        case["lists"].append(one)


def _creation(rng: random.Random, case: JsonObject) -> JsonObject:
    creation: JsonObject = {
        "subjects": _some(rng, case, "subjects", least=1),
        "items": _some(rng, case, "items"),
    }
    if rng.random() < 0.3:
        creation["open"] = True
    return creation


def _flow(rng: random.Random, case: JsonObject, name: str) -> JsonObject:
    holders = [holder["id"] for holder in case["holders"]]
    source = rng.choice(holders)
    others = [holder for holder in holders if holder != source]
    targets = rng.sample(others, min(len(others), rng.choice([1, 1, 1, 2, 3])))
    flow: JsonObject = {
        "id": name,
        "matter": "m1",
        "from": source,
        "to": sorted(targets),
        "relation": rng.choice(["entrust", "reentrust", "provide", "link"]),
        "lists": rng.sample(
            [one["id"] for one in case["lists"]], min(len(case["lists"]), rng.choice([0, 1, 1]))
        ),
        "items": _some(rng, case, "items") if rng.random() < 0.4 else [],
        "subjects": _some(rng, case, "subjects"),
    }
    if rng.random() < 0.3 or not (flow["lists"] or flow["items"]):
        flow["open"] = True
    if rng.random() < 0.2 or not flow["subjects"]:
        flow["open_subjects"] = True
    if rng.random() < 0.1:
        flow["change"] = "removed"
    if rng.random() < 0.1:
        del flow["from"]
        flow["relation"] = "collect"
    return flow


def shapes(holders: int, flows: int) -> Iterator[tuple[Arc, ...]]:
    """Every multiset of arcs between distinct holders, once up to renaming the holders."""
    arcs = list(permutations(range(holders), 2))
    seen: set[tuple[Arc, ...]] = set()
    for chosen in combinations_with_replacement(arcs, flows):
        canonical = min(
            tuple(sorted((names[a], names[b]) for a, b in chosen))
            for names in permutations(range(holders))
        )
        if canonical not in seen:
            seen.add(canonical)
            yield canonical


def enumerated_cases(groups: int, items: int, holders: int, flows: int) -> Iterator[JsonObject]:
    """Every shape × every choice of kind per flow: closed, open, with open subjects, or optional.

    Holder h0 creates the first item of every group, and something unlisted of the last; what the
    flows list turns with their position, so that masks differ from flow to flow.
    """
    for shape in shapes(holders, flows):
        for kinds in product(("closed", "open", "open subjects", "optional"), repeat=flows):
            yield _shaped_case(skeleton(groups, items, holders), shape, kinds)


def _shaped_case(case: JsonObject, shape: tuple[Arc, ...], kinds: tuple[str, ...]) -> JsonObject:
    groups, items = len(case["subjects"]), len(case["items"])
    case["holders"][0]["creates"] = [
        {"subjects": [f"g{i}" for i in range(groups)], "items": ["i0"]},
        {"subjects": [f"g{groups - 1}"], "items": [], "open": True},
    ]
    for index, ((source, target), kind) in enumerate(zip(shape, kinds, strict=True)):
        entry: JsonObject = {"position": "1", "label": "entry", "item": f"i{index % items}"}
        if kind == "optional":
            entry["optional"] = True
        case["lists"].append(
            {"id": f"l{index}", "matter": "m1", "holders": [f"h{target}"], "entries": [entry]}
        )
        flow: JsonObject = {
            "id": f"f{index}",
            "matter": "m1",
            "from": f"h{source}",
            "to": [f"h{target}"],
            "relation": "provide",
            "lists": [f"l{index}"],
            "subjects": [f"g{index % groups}"],
        }
        if kind == "open":
            flow["open"] = True
        if kind == "open subjects":
            flow["open_subjects"] = True
        case["flows"].append(flow)
    return case
