"""The test documents in every format: what is read, with places, and what `check` says of it."""

from __future__ import annotations

import json
from typing import Any

import importing_score as score
import pytest
from documents.papers import NAMES

from nagarezu.importing.draft.draft import Draft

LEAST = 0.9


@pytest.fixture(scope="module", params=list(score.SUFFIXES))
def drafts(request: pytest.FixtureRequest) -> tuple[str, dict[str, Draft]]:
    form = str(request.param)
    return form, {name: score.draft_of(name, form) for name in NAMES}


def _findings(draft: Draft) -> list[tuple[str, str]]:
    columns = {
        column["name"]: column["values"] for column in draft.case.frame("findings")["columns"]
    }
    return list(zip(columns["code"], columns["severity"], strict=True))


def test_every_kind_of_fact_is_read(drafts: tuple[str, dict[str, Draft]]) -> None:
    _, read = drafts
    total = {kind: score.Score() for kind in score.KINDS}
    for name, draft in read.items():
        wanted = score.expected(score.facts_of(name)["facts"])
        for kind, each in score.compare(wanted, score.found(draft.content)).items():
            total[kind].add(each)
    assert {kind: round(each.f1, 2) for kind, each in total.items() if each.f1 < LEAST} == {}
    assert min(each.both for kind, each in total.items()) > 0


def test_planted_contradictions_are_found_and_clean_papers_stay_silent(
    drafts: tuple[str, dict[str, Draft]],
) -> None:
    _, read = drafts
    for name, draft in read.items():
        planted = sorted(each["code"] for each in score.facts_of(name)["findings"])
        raised = sorted(code for code, severity in _findings(draft) if severity != "info")
        assert raised == planted, name


def test_every_value_says_where_it_stands(drafts: tuple[str, dict[str, Draft]]) -> None:
    form, read = drafts
    for draft in read.values():
        for kind in ("subjects", "items", "lists", "flows", "safeguards", "clauses", "references"):
            for entity in draft.content.get(kind, []):
                assert entity.get("source"), (form, kind, entity)
                for proof in entity["provenance"]:
                    assert proof["review"] == "unreviewed"
                    assert {"field", "printed", "rule", "confidence"} <= set(proof)


def _places(name: str, form: str, kind: str) -> dict[str, str]:
    """Label → place of the expected facts of one kind that have a label."""
    return {
        score._plain(fact["value"]["label"]): fact["place"][form]
        for fact in score.facts_of(name)["facts"]
        if fact["kind"] == kind
    }


def test_places_are_those_of_the_print(drafts: tuple[str, dict[str, Draft]]) -> None:
    form, read = drafts
    right = wrong = 0
    for name, draft in read.items():
        wanted = _places(name, form, "recipient")
        for holder in draft.content.get("holders", []):
            place = wanted.get(score._plain(holder["label"]))
            if place is not None:
                hit = f"d:{place}" in holder["source"].split()
                right, wrong = right + hit, wrong + (not hit)
    assert right >= 0.9 * (right + wrong), (form, right, wrong)


def test_the_same_document_gives_the_same_bytes() -> None:
    first = score.draft_of("agenda_meal", "text")
    again = score.draft_of("agenda_meal", "text")
    assert first.case.to_json() == again.case.to_json()
    assert first.notes_json() == again.notes_json()


def test_notes_beside_the_case_name_what_was_not_read(tmp_path: Any) -> None:
    draft = score.draft_of("agenda_shuttle", "text")
    draft.save(tmp_path / "case.json")
    notes = json.loads((tmp_path / "case.notes.json").read_text("utf-8"))
    assert notes["format"] == "nagarezu-draft-notes/1"
    assert notes["case"] == draft.id
    assert {each["code"] for each in notes["unread"]} <= {
        "item_not_understood",
        "no_category",
        "attachment_not_read",
    }
