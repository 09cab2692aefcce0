"""Facts read from the documents by a person, against what the product prints for the real cases."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "data" / "cases"
FACTS = [
    pytest.param(fact, id=f"{path.stem}-{number}-{fact['table']}")
    for path in sorted(HERE.glob("facts_*.json"))
    for number, fact in enumerate(json.loads(path.read_text(encoding="utf-8")))
]


@cache
def rows(case: str, table: str) -> list[dict[str, Any]]:
    return ng.load(CASES / f"{case}.json").table(table).to_json()["rows"]


def matching(fact: dict[str, Any]) -> list[dict[str, Any]]:
    found = rows(fact["case"], fact["table"])
    where = fact.get("where", {})
    unknown = where.keys() - found[0].keys() if found else set()
    assert not unknown, f"no column {unknown}"
    return [row for row in found if all(row[name] == value for name, value in where.items())]


@pytest.mark.parametrize("fact", FACTS)
def test_fact(fact: dict[str, Any]) -> None:
    found = matching(fact)
    if "rows" in fact:
        assert len(found) == fact["rows"], fact["why"]
    if "expect" in fact:
        assert len(found) == 1, f"{len(found)} rows match {fact['where']}"
        actual = {name: found[0].get(name, "no such column") for name in fact["expect"]}
        assert actual == pytest.approx(fact["expect"], abs=1e-9), fact["why"]
    assert "rows" in fact or "expect" in fact, "a fact that states nothing"


def test_there_are_more_facts_than_the_definitions_work_out() -> None:
    assert len(FACTS) >= 140
