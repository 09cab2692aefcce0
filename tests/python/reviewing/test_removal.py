"""Entities that are rejected as a whole: what goes with them, and what keeps them."""

from __future__ import annotations

import pytest
from review_drafts import codes, library, real

from nagarezu.reviewing import Decision, applied, decide, referring


def remove(*keys: str) -> list[Decision]:
    return [Decision(key, "remove") for key in keys]


def test_an_entity_that_nothing_names_goes() -> None:
    assert referring(library(), "subjects[s2].label") == ()
    outcome = applied(library(), remove("subjects[s2].label"))
    assert [subject["id"] for subject in outcome.case["subjects"]] == ["s1"]
    assert outcome.withdrawn == ()


def test_a_part_goes_without_its_entity() -> None:
    after = decide(library(), remove("subjects[s1].counts[1].value"))
    assert [count["unit"] for count in after["subjects"][0]["counts"]] == ["household"]
    after = decide(library(), remove("subjects[s1].counts[1]", "subjects[s1].counts[2]"))
    assert "counts" not in after["subjects"][0]


def test_what_names_it_is_listed_first_and_then_no_longer_does() -> None:
    case = library()
    case["safeguards"][1].pop("applies_to")
    case["safeguards"][1]["provenance"].pop()
    assert referring(case, "safeguards[g2].categories") == ("checklist[1].measures",)
    outcome = applied(case, remove("safeguards[g2].categories"))
    assert outcome.withdrawn == ("checklist[1].measures",)
    assert "measures" not in outcome.case["checklist"][0]


def test_a_flow_without_its_only_list_is_open() -> None:
    case = library()
    case["holders"][0].pop("creates")
    outcome = applied(case, remove("lists[l1]"))
    assert outcome.withdrawn == ("flows[f1].lists",)
    flow = outcome.case["flows"][0]
    assert flow["open"] is True
    assert "lists" not in flow


def test_one_of_several_is_only_left_out() -> None:
    case = library()
    case["flows"][0]["to"] = ["h2", "h3"]
    outcome = applied(case, remove("holders[h3]"))
    assert outcome.withdrawn == ("flows[f1].to",)
    assert outcome.case["flows"][0]["to"] == ["h2"]


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("flows[f1]", "safeguards[g2].applies_to"),  # it would apply to every flow
        ("items[i3]", "lists[l1].entries[3].item"),  # the line would be a heading
        ("holders[h2]", "flows[f1].to"),
        ("matters[m1]", "flows[f1].matter"),
        ("subjects[s1]", "holders[library].creates[1].subjects"),
    ],
)
def test_what_is_needed_stays_and_says_by_whom(key: str, needed: str) -> None:
    case = library()
    assert needed in referring(case, key)
    assert codes(case, *remove(key)) == [("still_needed", key)]


def test_what_goes_together_does_not_keep_each_other() -> None:
    case = library()
    keys = ["items[i3]", "lists[l1].entries[3]"]
    after = decide(case, remove(*keys))
    assert [entry["label"] for entry in after["lists"][0]["entries"]] == ["氏名", "住所"]
    assert decide(case, remove(*keys[::-1])) == after


def test_an_entity_and_its_own_part_may_both_be_named() -> None:
    after = decide(library(), remove("subjects[s2].label", "subjects[s1].counts[2].value"))
    assert len(after["subjects"]) == 1
    after = decide(library(), [*remove("subjects[s2]"), Decision("subjects[s2].label", "confirm")])
    assert len(after["subjects"]) == 1


def test_a_number_that_another_clause_shares_is_still_there() -> None:
    case = library()
    case["clauses"] += [{"number": 1, "label": "再掲"}, {"number": 2, "refers_to": [1]}]
    after = decide(case, remove("clauses[2]"))
    assert after["clauses"][1]["refers_to"] == [1]
    outcome = applied(case, remove("clauses[1]", "clauses[2]"))
    assert outcome.withdrawn == ("clauses[3].refers_to",)
    assert "refers_to" not in outcome.case["clauses"][0]


def test_an_unknown_entity_is_refused() -> None:
    assert codes(library(), *remove("flows[f9]")) == [("unknown_value", "flows[f9]")]
    with pytest.raises(KeyError):
        referring(library(), "flows[f9]")


def test_the_flows_of_a_real_case_name_its_holders() -> None:
    case = real("card-delegation")
    named = referring(case, "holders[ntt-data]")
    assert any(key.startswith("flows[") for key in named)
    assert applied(case, remove("holders[ntt-data]")).withdrawn == named
