"""The five real documents, where they are at hand: drafts against the hand-made cases.

What does not agree is named here with its reason. Nothing else may differ, so a draft that becomes
wrong, or silently better, fails. Without the documents only the list itself is checked.
"""

from __future__ import annotations

import json
from typing import Any

import importing_coding
import importing_score as score
import pytest

WANTED = 0.95

# Kinds in which a draft reaches less than WANTED, and why. Everything else agrees.
EXPLAINED: dict[tuple[str, str], str] = {
    (
        "001",
        "subject",
    ): "the list has no row of persons; by hand they come from the steps",
    ("001", "item"): "certificates that a system issues are counted as items by hand only",
    ("001", "recipient"): "flows between systems are told from the steps by hand; "
    "the draft has those of marked options, into the system, without direction",
    ("001", "claim"): "a system that one step alone names is told besides, for it is to be asked",
    (
        "002",
        "recipient",
    ): "what persons send themselves is told from the text by hand",
    (
        "003",
        "recipient",
    ): "ways over a server in between are told from the text by hand",
    ("004", "subject"): "a count under another name of a group stays apart and is a question",
}


def _drafts() -> list[tuple[str, dict[str, Any], Any]]:
    return list(score.seeds())


@pytest.fixture(scope="module")
def drafts() -> list[tuple[str, dict[str, Any], Any]]:
    return _drafts()


def test_every_kind_agrees_or_is_explained(drafts: list[tuple[str, dict[str, Any], Any]]) -> None:
    below = {
        (name, kind): round(each.f1, 2)
        for name, hand, draft in drafts
        for kind, each in score.score_seed(hand, draft).items()
        if each.f1 < WANTED
    }
    assert {at for at in below if at not in EXPLAINED} == set(), below
    if drafts:  # an explanation that explains nothing any more is taken out
        assert set(EXPLAINED) == set(below)


def test_kinds_agree_over_all_documents(drafts: list[tuple[str, dict[str, Any], Any]]) -> None:
    total: dict[str, score.Score] = {}
    for _, hand, draft in drafts:
        for kind, each in score.score_seed(hand, draft).items():
            total.setdefault(kind, score.Score()).add(each)
    explained = {kind for _, kind in EXPLAINED}
    assert {kind for kind, each in total.items() if each.f1 < WANTED} <= explained


def test_what_differs_in_004_is_asked(drafts: list[tuple[str, dict[str, Any], Any]]) -> None:
    for name, _, draft in drafts:
        codes = {question.code for question in draft.questions}
        if name == "004":
            assert "same_group_by_another_name" in codes
            assert "label_one_row_too_high" in codes
        if name == "002":
            assert "crosswalk_unresolved" in codes
        if name == "003":
            assert "look_alike_word" in codes


def test_what_the_draft_leaves_out_is_listed(drafts: list[tuple[str, dict[str, Any], Any]]) -> None:
    """Flows that only sentences tell, persons and items that have no row: each has its note."""
    for name, _, draft in drafts:
        codes = {note.code for note in draft.unread}
        if name in ("001", "002", "003"):
            assert "told_flow" in codes
        if name == "001":
            assert {"no_subjects", "no_item_list"} <= codes


def test_nothing_that_is_read_is_confirmed(drafts: list[tuple[str, dict[str, Any], Any]]) -> None:
    for _, _, draft in drafts:
        assert '"confirmed"' not in draft.case.to_json()
        assert json.loads(draft.case.to_json())["id"].startswith("draft-")


def test_coding_holds_on_documents_that_the_words_were_not_taken_from(
    drafts: list[tuple[str, dict[str, Any], Any]],
) -> None:
    if not drafts:
        return
    measures = importing_coding.of_measures(drafts)
    assert measures["all rules"] > 0.9
    assert measures["left out"] > 0.7
    items = importing_coding.of_items(drafts)
    assert items["all rules"] > 0.8
    assert items["left out"] > 0.5
