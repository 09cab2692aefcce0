"""Claims and linkage: what Python adds to the core's tables, and how people read them."""

from __future__ import annotations

import json
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.tables import from_core
from nagarezu.tables.notes import missing_text, said_text
from nagarezu.testing.cases import skeleton


def case() -> ng.Case:
    """The first holder has a name and an id and sends the id on; two claims are about that."""
    content: dict[str, Any] = skeleton(1, 2, 3)
    name, number = content["items"]
    name["classes"], number["classes"] = ["DI"], ["OI"]
    content["holders"][0]["creates"] = [{"subjects": ["g0"], "items": ["i0", "i1"]}]
    flow = {"id": "f1", "from": "h0", "to": ["h1"], "relation": "entrust", "items": ["i1"]}
    content["flows"] = [{**flow, "subjects": ["g0"], "matter": "m1"}]
    content["claims"] = [
        {"id": "c1", "kind": "never", "label": "no id", "holders": ["h1"], "items": ["i1"]},
        {"id": "c2", "kind": "requires", "flows": ["f1"], "categories": ["ENC"]},
        {"id": "c3", "kind": "depth_at_most", "limit": 0},
        {"id": "c4", "kind": "count", "label": "how many"},
    ]
    return ng.Case.from_json(json.dumps(content))


def test_any_holders_have_a_linkage_of_one_row() -> None:
    table = case().linkage("h1", "h0", "h1")
    (row,) = table.to_json()["rows"]
    assert table.name == "linkage"
    assert row["case"] == "generated"
    assert row["holders"] == "h0 h1"
    assert row["join_keys"] == "i1"
    assert row["reaches_direct_identifier"] is True
    assert row["ties"] == "h1"
    assert row in case().table("linkage").to_json()["rows"]


def test_linkage_of_nobody_joins_nothing() -> None:
    (row,) = case().linkage().to_json()["rows"]
    assert row["holders"] == ""
    assert row["union_items"] == 0
    assert row["reaches_direct_identifier"] is False


def test_linkage_refuses_an_unknown_holder() -> None:
    with pytest.raises(KeyError, match="nobody"):
        case().linkage("h0", "nobody")


def test_people_read_ways_and_codes_in_words() -> None:
    text = case().table("claims", lang="en").to_text()
    assert "holder 0 → f1 → holder 1" in text
    assert "item “item 1”" in text
    assert "flow “holder 0 → holder 1”" in text
    assert "holder 0 → holder 1 ENC not stated" in text
    assert "what claim “how many” is about" in text
    assert "fails" in text
    japanese = case().table("claims").to_text()
    assert "成り立たない" in japanese
    assert "主張「how many」の対象" in japanese


def test_a_way_of_a_holder_without_label_shows_its_id() -> None:
    columns = [
        {"name": "case", "kind": "text", "values": ["c"], "valid": [True]},
        {"name": "witness", "kind": "text", "values": ["h0 f1 h1"], "valid": [True]},
    ]
    table = from_core("claims", "c", {"columns": columns, "notes": []})
    assert "h0 → f1 → h1" in table.to_text()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("safeguard:f1:ENC", "f1 ENC not stated"),
        ("derives:i1", "can work out “i1”"),
        ("reveals:i1", "learns of “i1”"),
        ("new_kind:i1", "new_kind:i1"),
        ("item", "item"),
    ],
)
def test_codes_are_said_in_words(code: str, said: str) -> None:
    assert said_text(code, "c", lambda *_: None, "en") == said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("overlap:person", "対象者の重なり（人）"),
        ("unit:household", "単位「世帯」の数"),
        ("safeguard:f1:ENC", "「f1 ENC」の対策の記載"),
        ("joint:f1", "経路「f1」の受領者の内訳"),
        ("too_many_chains", "委託の連鎖が多すぎて調べ切れない"),
    ],
)
def test_what_would_settle_a_claim_is_worded(code: str, words: str) -> None:
    assert missing_text(code, "c", lambda *_: None, "ja") == words


def test_shares_of_claims_that_have_none_are_not_called_unknown() -> None:
    lines = case().table("claims", lang="en").to_text().splitlines()
    row = next(line for line in lines if "depth at most" in line)
    assert "unknown" not in row
