"""Contradictions put into clean documents one by one: what is found stays found."""

from __future__ import annotations

from functools import cache

import importing_edits as edits
import pytest


@cache
def outcome(name: str) -> edits.Outcome:
    return edits.outcome(name)


def test_there_are_documents_and_what_is_known_of_each() -> None:
    assert len(edits.names()) >= 16
    assert sorted(edits.known()) == edits.names()


@pytest.mark.parametrize("name", edits.names())
def test_what_was_found_is_found(name: str) -> None:
    known = edits.known()[name]["found"]
    assert len(known) >= 10
    assert sorted(set(known) - set(outcome(name).found)) == []


@pytest.mark.parametrize("name", edits.names())
def test_nothing_else_is_raised_where_nothing_is_wrong(name: str) -> None:
    assert sorted(set(outcome(name).noise) - set(edits.known()[name]["noise"])) == []


def test_most_of_what_was_put_in_is_found() -> None:
    results = [outcome(name) for name in edits.names()]
    found = sum(len(each.found) for each in results)
    assert found / sum(len(each.found) + len(each.missed) for each in results) >= 0.6
