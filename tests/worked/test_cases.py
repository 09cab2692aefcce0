"""The real cases as files: canonical, without a fault, and complete for the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import nagarezu as ng

CASES = Path(__file__).parents[2] / "data" / "cases"
MATTERS = {
    "shinjuku-2019-card-delegation": ["m1", "m2"],
    "shinjuku-resident-register-assessment": ["m1"],
    "fujisawa-2021-card-reservation": ["m1"],
    "shinjuku-2020-welfare-linkage": ["m1", "m2", "m3"],
    "shinjuku-2024-family-register-supplement": ["m1", "m2", "m3"],
}


def test_these_are_the_cases() -> None:
    assert {path.stem for path in CASES.glob("*.json")} == MATTERS.keys()


@pytest.mark.parametrize("name", MATTERS)
def test_a_case_is_what_its_writer_writes(name: str) -> None:
    """Reading and writing changes no byte, so two versions differ only by facts."""
    path = CASES / f"{name}.json"
    assert ng.load(path).to_json() == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "matters"), MATTERS.items())
def test_matters_and_ids_are_those_that_scripts_rely_on(name: str, matters: list[str]) -> None:
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    assert case["id"] == name
    assert [matter["id"] for matter in case["matters"]] == matters


@pytest.mark.parametrize("name", MATTERS)
def test_every_entity_has_a_place(name: str) -> None:
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    kinds = ["matters", "subjects", "items", "holders", "lists", "flows", "safeguards", "claims"]
    without = [
        (kind, entity.get("id", entity.get("label")))
        for kind in [
            *kinds,
            "clauses",
            "checklist",
            "criteria",
            "references",
            "transfers",
            "changes",
        ]
        for entity in case.get(kind, [])
        if not entity.get("source")
    ]
    assert not without
