"""Coverage (M12) against the sets of categories that the plain case states."""

from __future__ import annotations

import random

from core import JsonObject, read
from hypothesis import given, settings
from hypothesis import strategies as st

from nagarezu import _native
from nagarezu.testing.cases import skeleton
from nagarezu.testing.reference import stated_categories

CODES = ["LAW", "CON", "ROL", "PRO", "AUD", "CER", "INC", "PUR", "SUB", "EDU", "ENT", "LCK"]


def random_safeguards(seed: int) -> JsonObject:
    rng = random.Random(seed)
    case = skeleton(1, 1, 2)
    case["matters"].append({"id": "m2", "title": "another", "kinds": ["entrust"]})
    case["safeguards"] = [
        {
            "id": f"s{number}",
            "matter": rng.choice(["m1", "m2"]),
            "party": rng.choice(["own", "partner"]),
            "layer": "operational",
            "label": "measure",
            "categories": sorted(rng.sample(CODES, rng.randint(1, 3)), key=CODES.index),
            "status": rng.choice(["stated", "stated", "not_needed", "blank"]),
        }
        for number in range(rng.randint(1, 8))
    ]
    case["clauses"] = [
        {"number": 1, "matter": "m2", "obligor": "partner", "categories": rng.sample(CODES, 2)}
    ]
    return case


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(min_value=0, max_value=10**9))
def test_stated_categories(seed: int) -> None:
    case = random_safeguards(seed)
    frame = read(case).table("coverage", _native.profiles())
    columns = {column["name"]: column for column in frame["columns"]}
    checked = 0
    for row in range(len(columns["scope"]["values"])):
        if columns["profile"]["values"][row] != "all30":
            continue
        matter, party = (
            columns[name]["values"][row] if columns[name]["valid"][row] else None
            for name in ("matter", "party")
        )
        clauses = bool(columns["with_clauses"]["values"][row])
        expected = stated_categories(case, matter, party, clauses=clauses)
        assert columns["stated"]["values"][row] == len(expected)
        assert columns["applicable"]["values"][row] == 30
        assert set(columns["missing"]["values"][row].split()).isdisjoint(expected)
        checked += 1
    assert checked >= 6  # the case and both matters, without and with clauses
