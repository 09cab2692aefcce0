"""A draft fresh from an import, in the hand of whoever reviews it."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.build import text
from documents.papers import paper

from nagarezu.importing import import_document
from nagarezu.importing.draft.draft import Draft


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    path: Path = tmp_path_factory.mktemp("draft") / "d.txt"
    path.write_bytes(text.build(paper("agenda_shuttle")).content)
    return import_document(path, sources=("d",))


def test_every_value_stands_beside_the_text_that_it_was_read_from(draft: Draft) -> None:
    found = [value for value in draft.review().values if value.place]
    assert found
    assert [value.key for value in found if not value.context] == []


def test_a_decision_gives_another_review_and_leaves_the_draft_alone(draft: Draft) -> None:
    before = draft.to_json()
    review = draft.review().confirm(1)
    assert review.values[0].state == "confirmed"
    assert draft.review().values[0].state == "unreviewed"
    assert draft.to_json() == before
    assert review.case.id == draft.id


def test_a_notebook_shows_the_values_of_a_draft(draft: Draft) -> None:
    shown = draft._repr_html_()
    assert draft.review(lang="en")._repr_html_() != shown
    assert "<table" in shown
    assert str(draft.review().values[0].place) in shown
