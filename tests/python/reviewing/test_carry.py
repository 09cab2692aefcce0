"""What a person decided survives a new import of the document, or is listed with the reason."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from review_drafts import DRAFTS, REAL, large_draft, library, load, value

from nagarezu.reviewing import Carried, Decision, as_written, carry_over, decide, values
from nagarezu.reviewing.listing import carried_lines

COUNT = "subjects[s1].counts[1].value"


def again() -> dict[str, Any]:
    """A second import: a line more, holders numbered anew, one print and one reading changed."""
    return load(DRAFTS / "library-again.json")


def fates(report: tuple[Carried, ...]) -> dict[str, str]:
    return {one.old: one.fate for one in report}


def carried(*decisions: Decision) -> tuple[dict[str, Any], dict[str, str]]:
    case, report = carry_over(decide(library(), decisions), again())
    return case, fates(report)


def test_decisions_of_every_kind_survive_the_same_import() -> None:
    old = decide(
        library(),
        [
            Decision(COUNT, "correct", 12346, comment="確かめた"),
            Decision("items[i3].label", "confirm"),
            Decision("flows[f1].media", "reject"),
            Decision("subjects[s1].counts[2].value", "correct", "8000 以上"),
        ],
    )
    case, report = carry_over(old, library())
    assert case == old
    assert Counter(fates(report).values()) == {"carried": 4}


def test_a_value_is_found_again_where_its_line_moved_and_its_id_changed() -> None:
    case, fate = carried(Decision("holders[h2].label", "correct", "みどり製本株式会社"))
    assert fate == {"holders[h2].label": "carried"}
    assert value(case, "holders[h3].label").value == "みどり製本株式会社"
    assert value(case, "holders[h2].label").state == "unreviewed"


def test_ids_in_a_corrected_value_are_those_of_the_new_draft() -> None:
    case, fate = carried(
        Decision("holders[h2].operator", "correct", "h3"),
        Decision("flows[f1].to", "correct", "h3 未定\nh2 株式会社みどり製本"),
    )
    assert set(fate.values()) == {"carried"}
    assert case["flows"][0]["to"] == ["h2", "h3"]
    assert next(h for h in case["holders"] if h["id"] == "h3")["operator"] == "h2"


def test_a_changed_print_makes_it_unreviewed_again_and_says_why() -> None:
    case, fate = carried(Decision("matters[m1].department", "confirm"))
    assert fate == {"matters[m1].department": "printed_changed"}
    found = value(case, "matters[m1].department")
    assert (found.state, found.value) == ("unreviewed", "図書館")
    assert found.reason == "以前の判定（確認）のときの記載は「中央図書館」"


def test_what_a_person_decided_stands_against_a_new_reading_of_the_same_print() -> None:
    case, fate = carried(Decision("flows[f1].channel", "confirm"))
    assert fate == {"flows[f1].channel": "reading_differs"}
    found = value(case, "flows[f1].channel")
    assert found.value == {"kind": "dedicated_line", "label": "専用線"}
    assert (found.state, found.normalised) == ("corrected", "unspecified")


def test_a_confirmed_unknown_stays_unknown() -> None:
    old = library()
    new = library()
    del old["matters"][0]["periods"][0]["end"]
    key = "matters[m1].periods[1].end"
    case, report = carry_over(decide(old, [Decision(key, "confirm")]), new)
    assert fates(report) == {key: "reading_differs"}
    assert (value(case, key).value, value(case, key).state) == (None, "rejected")


def test_what_is_no_longer_there_is_listed() -> None:
    case, fate = carried(
        Decision("references[1].label", "confirm"),
        Decision("references[1].resolved", "remark", comment="あとで"),
    )
    assert set(fate.values()) == {"gone"}
    assert len(fate) == 2
    assert "references" not in case


def test_a_comment_goes_along_without_a_decision() -> None:
    old = decide(library(), [Decision(COUNT, "remark", comment="要確認")])
    case, report = carry_over(old, again())
    assert value(case, COUNT).reason == "確認者：要確認"
    assert report == ()


def test_a_decision_of_the_new_draft_is_left_alone() -> None:
    old = decide(library(), [Decision(COUNT, "correct", 1)])
    new = decide(library(), [Decision(COUNT, "correct", 2)])
    case, report = carry_over(old, new)
    assert fates(report) == {COUNT: "already_decided"}
    assert value(case, COUNT).value == 2


def test_a_value_that_could_be_several_is_not_guessed() -> None:
    old = decide(library(), [Decision("items[address].label", "confirm")])
    new = library()
    twin = copy.deepcopy(new["items"][1])
    new["items"][1:2] = [twin | {"id": "a1"}, copy.deepcopy(twin) | {"id": "a2"}]
    for entry in new["lists"][0]["entries"]:
        entry["item"] = {"address": "a1"}.get(entry["item"], entry["item"])
    case, report = carry_over(old, new)
    assert fates(report) == {"items[address].label": "ambiguous"}
    assert {value(case, f"items[{id_}].label").state for id_ in ("a1", "a2")} == {"unreviewed"}


def test_the_same_word_twice_on_a_line_is_matched_in_order() -> None:
    old, new = library(), library()
    for case in (old, new):
        for entry in case["lists"][0]["entries"]:
            entry["provenance"][0]["printed"] = "同上"
    key = "lists[l1].entries[2].label"
    case, report = carry_over(decide(old, [Decision(key, "correct", "現住所")]), new)
    assert fates(report) == {key: "carried"}
    assert [entry["label"] for entry in case["lists"][0]["entries"]][1] == "現住所"


def test_a_correction_that_names_what_is_gone_is_listed() -> None:
    old = decide(library(), [Decision("flows[f1].subjects", "correct", "s2")])
    new = decide(library(), [Decision("subjects[s2]", "remove")])
    case, report = carry_over(old, new)
    assert [(one.fate, one.detail) for one in report] == [("ids_changed", "s2")]
    assert case["flows"][0]["subjects"] == ["s1"]


def test_what_the_new_draft_refuses_is_listed_and_the_rest_is_taken() -> None:
    end = "matters[m1].periods[1].end"
    old = decide(
        library(), [Decision(end, "correct", "2024-08"), Decision("items[i3].label", "confirm")]
    )
    new = library()
    new["matters"][0]["periods"][0]["start"] = "2024-09"
    case, report = carry_over(old, new)
    assert fates(report) == {end: "refused", "items[i3].label": "carried"}
    assert value(case, end).value == "2025-03"
    assert value(case, "items[i3].label").state == "confirmed"


def test_an_entity_that_was_rejected_as_a_whole_comes_back_unreviewed() -> None:
    case, report = carry_over(decide(library(), [Decision("subjects[s2]", "remove")]), library())
    assert report == ()
    assert value(case, "subjects[s2].label").state == "unreviewed"


def test_nothing_decided_carries_nothing() -> None:
    assert carry_over(library(), again()) == (as_written(again()), ())
    empty = {"format": "nagarezu/1", "id": "c", "title": "t"}
    assert carry_over(empty, library()) == (library(), ())


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_decisions_of_a_real_case_reach_an_unreviewed_copy_of_it(path: Any) -> None:
    old = load(path)
    new = _unreviewed(copy.deepcopy(old))
    case, report = carry_over(old, new)
    decided = [each for each in values(old) if each.decided]
    assert len(report) == len(decided)
    assert {one.fate for one in report} == {"carried"}
    after = {each.key: each.state for each in values(case)}
    assert all(after[each.key] in (each.state, "confirmed") for each in decided)


def _unreviewed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _unreviewed(each) for key, each in node.items() if key != "review"}
    return [_unreviewed(each) for each in node] if isinstance(node, list) else node


def test_the_report_counts_all_and_shows_what_needs_a_look() -> None:
    _, report = carry_over(
        decide(
            library(),
            [Decision("matters[m1].department", "confirm"), Decision(COUNT, "confirm")],
        ),
        again(),
    )
    english = carried_lines(report, "en")
    assert english[0] == "carried over: 1"
    assert "d1:2 matters[m1].department “中央図書館”" in english[2]
    assert carried_lines(report, "ja")[0] == "引き継いだ: 1"


def test_five_thousand_decisions_are_carried_over() -> None:
    case = large_draft()
    old = decide(case, [Decision(each.key, "confirm") for each in values(case)])
    after, report = carry_over(old, case)
    assert len(report) == 5_000
    assert after == old
