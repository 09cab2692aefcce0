"""What must not change when a case is written differently, and what may only grow."""

from __future__ import annotations

import copy
import json
import random

from core import JsonObject, pairs, read
from hypothesis import given, settings
from hypothesis import strategies as st

from nagarezu.testing.cases import random_case
from nagarezu.testing.reference import UNLISTED

seeds = st.integers(min_value=0, max_value=10**9)
few = settings(max_examples=200, deadline=None, derandomize=True)


def recipients(case: JsonObject) -> dict[str, dict[str, object]]:
    frame = read(case).table("recipients", [])
    names = [column["name"] for column in frame["columns"]]
    columns = [
        [
            value if known else None
            for value, known in zip(column["values"], column["valid"], strict=True)
        ]
        for column in frame["columns"]
    ]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    return {str(row["holder"]): row for row in rows}


@few
@given(seeds)
def test_the_order_of_entities_does_not_matter(seed: int) -> None:
    case = random_case(seed)
    shuffled = copy.deepcopy(case)
    for kind in ("subjects", "items", "holders", "lists", "flows"):
        random.Random(seed).shuffle(shuffled[kind])
    before, after = recipients(case), recipients(shuffled)
    assert before.keys() == after.keys()
    for holder, row in before.items():
        assert {**row, "missing": None} == {**after[holder], "missing": None}


@few
@given(seeds)
def test_new_names_do_not_matter(seed: int) -> None:
    case = random_case(seed)
    text = json.dumps(case)
    for kind in "gihlf":
        for index in range(10):
            text = text.replace(f'"{kind}{index}"', f'"other-{kind}{index}"')
    renamed = json.loads(text)
    for one in case["holders"]:
        holder = one["id"]
        expected = {
            (f"other-{g}", f"other-{i}" if i else i)
            for g, i in pairs(case, read(case), holder, "upper")
        }
        assert pairs(renamed, read(renamed), f"other-{holder}", "upper") == expected


@few
@given(seeds)
def test_a_flow_may_be_split_by_items(seed: int) -> None:
    """Two flows that list half of the items each carry what one flow with all of them carries."""
    case = random_case(seed)
    split = copy.deepcopy(case)
    flow = split["flows"][0]
    items = flow["items"]
    if len(items) < 2:
        return
    second = copy.deepcopy(flow)
    flow["items"], second["items"], second["id"] = items[:1], items[1:], "f99"
    split["flows"].append(second)
    for one in case["holders"]:
        for reach in ("lower", "upper", "potential"):
            assert pairs(case, read(case), one["id"], reach) == pairs(
                split, read(split), one["id"], reach
            )


@few
@given(seeds)
def test_doubling_a_population_doubles_persons_and_person_items(seed: int) -> None:
    case = random_case(seed)
    doubled = copy.deepcopy(case)
    for subject in doubled["subjects"]:
        for count in subject["counts"]:
            count["value"] *= 2
    before, after = recipients(case), recipients(doubled)
    for holder, row in before.items():
        for name in ("persons_lower", "persons_upper", "person_items_lower", "person_items_upper"):
            value = row[name]
            assert after[holder][name] == (None if value is None else 2 * int(str(value)))


@few
@given(seeds)
def test_another_flow_never_lowers_a_holding(seed: int) -> None:
    """Of listed items and named groups: a flow into an unknown source narrows."""
    case = random_case(seed)
    for flow in case["flows"]:
        if flow.pop("open_subjects", False) and not flow["subjects"]:
            flow["subjects"] = ["g0"]
    fewer = copy.deepcopy(case)
    fewer["flows"].pop()
    for one in case["holders"]:
        for reach in ("lower", "upper", "potential"):
            before = pairs(fewer, read(fewer), one["id"], reach)
            after = pairs(case, read(case), one["id"], reach)
            assert {pair for pair in before if pair[1] != UNLISTED} <= after


@few
@given(seeds)
def test_lower_is_within_upper_and_upper_within_potential(seed: int) -> None:
    case = random_case(seed)
    value = read(case)
    for one in case["holders"]:
        lower, upper, potential = (
            pairs(case, value, one["id"], reach) for reach in ("lower", "upper", "potential")
        )
        assert lower <= upper <= potential
