"""What the flow map can answer: worked by hand, and in step with the tables for real cases."""

from __future__ import annotations

import pytest
from frames import HOSTILE
from sample import sample

from nagarezu.case import Case
from nagarezu.inert import visible
from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.html.ways import carried_of, exploration_of, ways_of
from nagarezu.resources import data

CASES = {name: Case.from_json(content, name) for name, content in data("cases")}


def test_ways_start_with_the_persons_where_they_tell_it() -> None:
    assert ways_of(sample()).rows == (
        ("sample", "city", "name", "s1", " form city"),
        ("sample", "system", "name", "s1", " form city load system"),
        ("sample", "system", "mail", "s1", "city load system"),
        ("sample", "firm", "name", "s1", " form city load system send firm"),
        ("sample", "firm", "mail", "s1", "city load system send firm"),
        ("sample", "branch", "name", "s1", " form city load system send firm pass branch"),
        ("sample", "branch", "mail", "s1", "city load system send firm pass branch"),
    )


def test_a_removed_flow_carries_nothing() -> None:
    rows = [row[1:] for row in carried_of(sample()).rows]
    assert rows == [("form", "name"), ("load", "name"), ("load", "mail"), ("send", "name")]


def test_the_facts_of_the_sample() -> None:
    facts = exploration_of(sample()).facts
    assert facts["items"] == [["name", "氏名"], ["mail", "電子メール"], ["memo", "メモ"]]
    assert list(facts["holders"]) == ["city", "system", "firm", "branch", "archive"]
    assert facts["reach"] == {
        "city": {"0": "yes"},
        "system": {"0": "yes", "1": "optional"},
        "firm": {"0": "yes", "1": "maybe"},
        "branch": {"0": "maybe", "1": "maybe"},
    }
    assert facts["ways"]["system"] == [
        [["", "form", "city", "load", "system"], [0]],
        [["city", "load", "system"], [1]],
    ]
    assert "archive" not in facts["ways"]
    assert facts["into"] == {
        "city": [["form", ""]],
        "system": [["load", "city"]],
        "firm": [["send", "system"]],
        "branch": [["pass", "firm"]],
    }
    assert facts["carried"] == {"form": [0], "load": [0, 1], "send": [0]}


def test_bounds_stand_in_words_of_each_language() -> None:
    texts = exploration_of(sample()).texts
    japanese = dict(texts["ja"]["holders"]["branch"])
    assert japanese["情報項目（項目）"] == "0–2"
    assert japanese["対象者数（人）"] == "0–1,000"
    assert japanese["最長段数（経路）"] == "3"
    assert dict(texts["en"]["holders"]["branch"])["Tier"] == "sub-contractor"
    assert dict(texts["ja"]["items"][0])["外部受領者（者）"] == "1–2"
    assert texts["ja"]["flows"]["send"] == "委託、総合行政ネットワーク"
    assert texts["ja"]["ends"]["form"] == "対象者本人 → 見本区"
    assert texts["en"]["ends"]["form"] == "Data subjects → 見本区"


def test_what_is_missing_stands_apart() -> None:
    case = CASES["shinjuku-2024-family-register-supplement.json"]
    texts = exploration_of(case).texts["ja"]
    holder, facts = next(iter(texts["missing"].items()))
    assert [label for label, _ in facts] == ["不足する事実"]
    assert "不足する事実" not in dict(texts["holders"][holder])


@pytest.mark.parametrize("label", HOSTILE)
def test_labels_hide_nothing(label: str) -> None:
    found = exploration_of(sample(firm=label, name=label))
    assert found.facts["holders"]["firm"] == visible(label)
    assert found.facts["items"][0][1] == visible(label)
    assert visible(label) in found.texts["ja"]["ends"]["send"]


@pytest.mark.parametrize("name", CASES)
def test_there_is_a_way_exactly_where_the_table_says_that_an_item_arrives(name: str) -> None:
    facts = exploration_of(CASES[name]).facts
    for holder, reached in facts["reach"].items():
        by_way = {str(item) for _, items in facts["ways"].get(holder, []) for item in items}
        assert by_way == set(reached), holder


@pytest.mark.parametrize("name", CASES)
def test_a_way_goes_along_flows_of_the_case_to_the_holder(name: str) -> None:
    case = CASES[name]
    flows = {
        str(row["flow"]): (str(row["from"] or ""), str(row["to"] or "").split())
        for row in case.table("flows")
    }
    for row in ways_of(case):
        way = str(row["way"]).split(" ")
        assert way[-1] == row["holder"]
        for source, flow, target in zip(way[::2], way[1::2], way[2::2], strict=False):
            assert flows[flow][0] == source
            assert target in flows[flow][1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_case_without_anything_has_nothing_to_tell(lang: Lang) -> None:
    bare = Case.from_json('{"format": "nagarezu/1", "id": "bare", "title": "空"}')
    found = exploration_of(bare)
    assert not any(found.facts.values())
    assert not any(found.texts[lang].values())
