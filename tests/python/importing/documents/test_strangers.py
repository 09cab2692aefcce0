"""Documents that others wrote, in styles of their own: what is read of each family, by kind.

They stand as they were written (`documents/strangers`), and were measured before the rules knew
them (docs/import.md says how that went); since then they hold what was reached.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import importing_score as score
import pytest

import nagarezu as ng

FOLDER = Path(score.HERE) / "documents" / "strangers"
FAMILIES = ("agenda", "prose", "register", "assessment")
WANTED = 0.9
FOUND = 0.8  # of the contradictions that were planted


@cache
def read(family: str) -> list[tuple[str, dict[str, Any], Any]]:
    """Name, what is wanted and the draft of each document of a family."""
    found = []
    for path in sorted((FOLDER / family).glob("*.json")):
        (document,) = (each for each in path.parent.glob(f"{path.stem}.*") if each != path)
        wanted = json.loads(path.read_text("utf-8"))
        found.append((path.stem, wanted, ng.import_document(document, sources=("d",))))
    return found


def findings(draft: Any) -> dict[str, str]:
    return {row["code"]: row["severity"] for row in draft.case.table("findings").to_json()["rows"]}


@pytest.mark.parametrize("family", FAMILIES)
def test_there_are_documents_of_each_family_that_is_recognised(family: str) -> None:
    drafts = read(family)
    assert len(drafts) >= 4
    assert {name: draft.family for name, _, draft in drafts if draft.family != family} == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_each_kind_of_fact_is_read(family: str) -> None:
    total = {kind: score.Score() for kind in score.KINDS}
    for _, wanted, draft in read(family):
        content = json.loads(draft.case.to_json())
        found = score.compare(score.expected(wanted["facts"]), score.found(content))
        for kind, each in found.items():
            total[kind].add(each)
    low = {
        kind: (round(each.f1, 2), each.missed[:5], each.invented[:5])
        for kind, each in total.items()
        if each.f1 < WANTED
    }
    assert low == {}


def test_what_was_planted_is_found() -> None:
    planted, found = 0, 0
    for family in FAMILIES:
        for _, wanted, draft in read(family):
            planted += len(wanted["findings"])
            found += len(set(wanted["findings"]) & set(findings(draft)))
    assert planted >= 10
    assert found / planted >= FOUND


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_is_raised_about_a_clean_document(family: str) -> None:
    raised = {
        name: sorted(code for code, severity in findings(draft).items() if severity != "info")
        for name, wanted, draft in read(family)
        if not wanted["findings"]
    }
    assert {name: codes for name, codes in raised.items() if codes} == {}
