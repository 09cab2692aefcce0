"""M01 against real populations, and against its definition tried out on every subset."""

from __future__ import annotations

import random
from itertools import combinations

from core import JsonObject, read
from hypothesis import given, settings
from hypothesis import strategies as st

from nagarezu.testing.cases import skeleton
from nagarezu.testing.reference import union_lower

seeds = st.integers(min_value=0, max_value=10**9)
many = settings(max_examples=300, deadline=None, derandomize=True)


def person_union(case: JsonObject) -> tuple[int | None, int | None]:
    frame = read(case).table("subject_unions", [])
    columns = {column["name"]: column for column in frame["columns"]}
    assert list(columns["unit"]["values"]) == ["person"]
    lower, upper = (
        int(columns[name]["values"][0]) if columns[name]["valid"][0] else None
        for name in ("lower", "upper")
    )
    return lower, upper


def populated_case(seed: int) -> tuple[JsonObject, int]:
    """Groups of a random population, with most of the relations that are true of them."""
    rng = random.Random(seed)
    case = skeleton(rng.randint(1, 5), 1, 2)
    population = range(rng.randint(1, 12))
    members = {
        subject["id"]: {
            person for person in population if rng.random() < rng.choice([0.2, 0.5, 0.9])
        }
        for subject in case["subjects"]
    }
    for subject in case["subjects"]:
        own = members[subject["id"]]
        subject["counts"] = [{"value": len(own), "unit": "person", "bound": "exact"}]
        for other, theirs in members.items():
            if other == subject["id"] or rng.random() < 0.3:
                continue
            if own == theirs:
                subject.setdefault("same_as", []).append(other)
            elif own < theirs:
                subject.setdefault("within", []).append(other)
            elif not own & theirs:
                subject.setdefault("disjoint_with", []).append(other)
    return case, len(set().union(*members.values()))


@many
@given(seeds)
def test_the_bounds_hold_for_the_population_behind_the_counts(seed: int) -> None:
    case, truth = populated_case(seed)
    lower, upper = person_union(case)
    assert lower is not None and upper is not None
    assert lower <= truth <= upper


@many
@given(seeds)
def test_the_lower_bound_is_the_best_disjoint_choice(seed: int) -> None:
    rng = random.Random(seed)
    case = skeleton(rng.randint(1, 6), 1, 2)
    names = [subject["id"] for subject in case["subjects"]]
    disjoint = [frozenset(pair) for pair in combinations(names, 2) if rng.random() < 0.5]
    for one, other in map(sorted, disjoint):
        case["subjects"][int(one[1:])].setdefault("disjoint_with", []).append(other)
    counts = {subject["id"]: subject["counts"][0]["value"] for subject in case["subjects"]}
    lower, upper = person_union(case)
    assert lower == union_lower(counts, names, disjoint)
    assert upper == sum(counts.values())
