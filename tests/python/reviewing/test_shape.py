"""What the review knows of the case format is what the core does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nagarezu.reviewing import as_written
from nagarezu.reviewing.shape import Member, lists, members
from nagarezu.reviewing.walk import spots
from nagarezu.reviewing.words import codes, field_name, kind_name


def kinds() -> list[str]:
    """Every kind of entity of the schema, with the parts of others."""
    found = list(lists().values())
    for kind in found:  # grows while it is read
        parts = (m.entity for m in members(kind).values() if m.kind == "entities")
        found.extend(part for part in parts if part not in found)
    return found


ENTITIES = kinds()
_KEPT = {"position": "1", "number": 1}


def base() -> dict[str, Any]:
    """A case with one entity of every kind, each with what is required and no more."""
    return {
        "format": "nagarezu/1",
        "id": "c",
        "title": "t",
        "sources": [{"id": "d"}],
        "dates": [{}],
        "basis": [{}],
        "announcements": [{"topic": "item", "label": "x"}],
        "purposes": [{"label": "x", "wider": [{"label": "y"}]}],
        "matters": [
            {
                "id": "m1", "title": "x", "kinds": ["link"], "work": [{"label": "x"}],
                "media": [{"kind": "paper"}], "partners": [{"holders": ["h1"]}],
                "handovers": [{"ways": ["fax"]}], "periods": [{}], "approvals": [{}],
                "retold": [{"label": "x", "holders": ["h1"], "items": ["i1"]}],
            }
        ],
        "subjects": [{"id": "s1", "label": "x", "counts": [{"unit": "person", "bound": "unknown"}]},
                     {"id": "s2", "label": "y"}],
        "items": [{"id": "i1", "label": "x"}, {"id": "i2", "label": "y"}],
        "holders": [{"id": "h1", "label": "x", "kind": "system", "creates": [{}],
                     "mentions": [{"sheet": "figure"}]},
                    {"id": "h2", "label": "y", "kind": "section"}],
        "lists": [{"id": "l1", "matter": "m1", "entries": [{"position": "1", "label": "x"}]}],
        "flows": [{"id": "f1", "matter": "m1", "from": "h1", "to": ["h2"], "relation": "link",
                   "open": True, "open_subjects": True}],
        "safeguards": [{"id": "g1", "party": "own", "layer": "system", "label": "x"}],
        "clauses": [{"number": 1}],
        "checklist": [{"block": "1", "party": "own", "layer": "system", "mark": "yes"}],
        "criteria": [{"label": "x", "references": [{"label": "x"}]}],
        "claims": [{"id": "c1", "kind": "never"}],
        "references": [{"label": "x"}],
        "transfers": [{"basis": "x", "law_item": "x", "section": "x"}],
        "changes": [{"place": "x"}],
    }  # fmt: skip


def with_default() -> list[tuple[str, Member]]:
    return [
        (entity, member)
        for entity in ENTITIES
        for member in members(entity).values()
        if not member.required and (member.default is not None or member.kind in ("word", "whole"))
    ]


def test_there_is_one_entity_of_every_kind() -> None:
    assert {spot.kind for spot in spots(base())} == set(ENTITIES)


@pytest.mark.parametrize(("entity", "member"), with_default(), ids=lambda each: str(each)[:30])
def test_a_default_is_what_the_core_leaves_out(entity: str, member: Member) -> None:
    assert member.default is None or _left_out(entity, member, member.default)
    others: list[Any] = [*member.words, not member.default if member.kind == "truth" else 5]
    for other in others:
        if other != member.default and (member.kind != "word" or other in member.words):
            assert not _left_out(entity, member, other), other


def _left_out(entity: str, member: Member, value: Any) -> bool:
    case = base()
    spot = next(spot for spot in spots(case) if spot.kind == entity)
    if (entity, member.name, value) == ("flow", "open", False):
        case["flows"][0]["items"] = ["i1"]  # a flow that lists nothing is open
    if (entity, member.name, value) == ("flow", "open_subjects", False):
        case["flows"][0]["subjects"] = ["s1"]
    if (entity, member.name) == ("count", "value"):
        spot.content["bound"] = "exact"
    spot.content[member.name] = value
    written = next(spot for spot in spots(as_written(case)) if spot.kind == entity)
    return member.name not in written.content


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_member_has_a_kind_and_every_id_a_list(entity: str) -> None:
    for member in members(entity).values():
        if member.kind in ("id", "ids"):
            assert member.target in lists()
        if member.kind in ("word", "words"):
            assert member.words
        if member.kind == "fixed":
            assert member.name in ("id", "source", "provenance")
        if "pattern" in json.dumps(member.pattern) and member.kind == "text":
            assert member.name in ("position", "code")


@pytest.mark.parametrize("entity", ENTITIES)
def test_what_can_be_unknown_can_be_left_out_or_has_a_word_for_it(entity: str) -> None:
    for member in members(entity).values():
        if member.unknown == "":
            assert not member.required
            assert member.default is None
        elif member.unknown is not None:
            assert member.unknown in member.words


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_reviewer_reads_no_name_of_the_format(entity: str) -> None:
    assert kind_name(entity, "ja") != entity
    for member in members(entity).values():
        assert member.kind == "fixed" or field_name(member.name, "ja") != member.name
        for word, text in codes(entity, member).items():
            assert text.in_("ja") != word, (member.name, word)


def test_labels_and_flags_have_no_unknown() -> None:
    assert members("subject")["label"].unknown is None
    assert members("holder")["external"].unknown is None
    assert members("safeguard")["applies_to"].unknown is None  # absent: it applies to every flow
    assert members("flow")["change"].unknown == "unknown"
    assert members("flow")["channel"].unknown == ""
