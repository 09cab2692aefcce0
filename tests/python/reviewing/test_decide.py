"""Decisions worked by hand: what a draft says after them, and why others are refused."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest
from review_drafts import codes, library, value

import nagarezu as ng
from nagarezu.reviewing import Decision, InvalidDecision, decide
from nagarezu.reviewing.refusal import _WHY, Refusal

COUNT = "subjects[s1].counts[1]"
UNKNOWN_COUNT = "subjects[s1].counts[2]"


def corrected(key: str, given: Any) -> Any:
    """The value after a correction that is taken."""
    after = decide(library(), [Decision(key, "correct", given)])
    found = value(after, key)
    assert found.state in ("corrected", "confirmed")
    return found.value


def test_confirming_changes_nothing_but_the_state() -> None:
    case = library()
    after = decide(case, [Decision(f"{COUNT}.value", "confirm")])
    read = after["subjects"][0]["counts"][0]["provenance"][0]
    assert read.pop("review") == "confirmed"
    assert after == case


def test_a_correction_keeps_the_print_and_the_reading() -> None:
    case = library()
    before = copy.deepcopy(case)
    after = decide(case, [Decision(f"{COUNT}.value", "correct", 12346, comment="窓口で確かめた")])
    assert case == before, "the draft that came in stays as it is"
    count = after["subjects"][0]["counts"][0]
    assert (count["value"], count["bound"], count["printed"]) == (12346, "exact", "1 2, 3 4 5 人")
    read = count["provenance"][0]
    assert (read["printed"], read["normalised"]) == ("1 2, 3 4 5", "12345")
    assert (read["review"], read["reason"]) == ("corrected", "確認者：窓口で確かめた")
    assert len(read["alternatives"]) == 2


def test_a_reading_that_no_rule_wrote_down_is_kept_when_it_is_corrected() -> None:
    case = library()
    del case["subjects"][0]["counts"][0]["provenance"][0]["normalised"]
    after = decide(case, [Decision(f"{COUNT}.value", "correct", 1)])
    assert value(after, f"{COUNT}.value").normalised == "12345"


def test_correcting_to_what_it_says_confirms() -> None:
    after = decide(library(), [Decision(f"{COUNT}.value", "correct", "12,345")])
    assert value(after, f"{COUNT}.value").state == "confirmed"
    again = decide(after, [Decision(f"{COUNT}.value", "correct", 5)])
    again = decide(again, [Decision(f"{COUNT}.value", "correct", 5)])
    assert value(again, f"{COUNT}.value").state == "corrected"


def test_a_rejected_value_is_unknown() -> None:
    keys = ["matters[m1].periods[1].end", "flows[f1].channel", "items[i3].classes"]
    after = decide(library(), [Decision(key, "reject") for key in keys])
    assert [value(after, key).value for key in keys] == [None] * 3
    assert {value(after, key).state for key in keys} == {"rejected"}
    assert value(after, keys[0]).printed == "令和7年3月"
    assert "end" not in after["matters"][0]["periods"][0]


def test_a_rejected_number_has_no_bound() -> None:
    for member in ("value", "bound"):
        after = decide(library(), [Decision(f"{COUNT}.{member}", "reject")])
        count = after["subjects"][0]["counts"][0]
        assert count["bound"] == "unknown"
        assert "value" not in count


def test_a_flow_of_rejected_lists_or_groups_is_open() -> None:
    after = decide(library(), [Decision("flows[f1].subjects", "reject")])
    assert "subjects" not in after["flows"][0]
    assert after["flows"][0]["open_subjects"] is True
    after = decide(library(), [Decision("flows[f1].lists", "reject")])
    assert "lists" not in after["flows"][0]
    assert after["flows"][0]["open"] is True


def test_words_with_an_unknown_take_it() -> None:
    after = decide(library(), [Decision("flows[f1].change", "reject")])
    assert after["flows"][0]["change"] == "unknown"
    after = decide(library(), [Decision("safeguards[g1].status", "reject")])
    assert after["safeguards"][0]["status"] == "unknown"


def test_a_number_that_was_unknown_comes_with_its_bound() -> None:
    key = f"{UNKNOWN_COUNT}.value"
    for given in ("8000 at_least", "8,000 以上", "８０００ 以上"):
        after = decide(library(), [Decision(key, "correct", given)])
        count = after["subjects"][0]["counts"][1]
        assert (count["value"], count["bound"]) == (8000, "at_least")
    together = [Decision(key, "correct", 8000), Decision(f"{UNKNOWN_COUNT}.bound", "correct", "約")]
    assert codes(library(), together[0]) == [("bound_needed", key)]
    assert codes(library(), *together)[0] == ("bad_word", f"{UNKNOWN_COUNT}.bound")
    together[1] = Decision(f"{UNKNOWN_COUNT}.bound", "correct", "at_most")
    for order in (together, together[::-1]):
        count = decide(library(), order)["subjects"][0]["counts"][1]
        assert (count["value"], count["bound"]) == (8000, "at_most")


def test_a_member_that_no_rule_read_can_be_given() -> None:
    after = decide(library(), [Decision("flows[f1].purpose", "correct", "利用券の更新")])
    assert after["flows"][0]["purpose"] == "利用券の更新"
    assert after["flows"][0]["provenance"][-1] == {"field": "purpose", "review": "corrected"}


def test_a_comment_alone_is_kept_once() -> None:
    remark = Decision(f"{UNKNOWN_COUNT}.value", "remark", comment="担当課に聞く")
    after = decide(decide(library(), [remark]), [remark])
    found = value(after, remark.key)
    assert found.state == "unreviewed"
    assert found.reason == "おおよその数で、上下どちらの限りか分からない／確認者：担当課に聞く"


@pytest.mark.parametrize(
    ("key", "given", "meant"),
    [
        (f"{COUNT}.value", "１０，１１７", 10117),
        (f"{COUNT}.value", 7.0, 7),
        (f"{COUNT}.value", 0, 0),
        (f"{COUNT}.unit", "世帯", "household"),
        (f"{COUNT}.unit", "household 世帯", "household"),
        (f"{COUNT}.unit", "households", "household"),
        (f"{COUNT}.as_of", "FY2024", "FY2024"),
        (f"{COUNT}.as_of", "２０２４-０４", "2024-04"),
        (f"{COUNT}.as_of", datetime.date(2024, 2, 29), "2024-02-29"),
        ("lists[l1].open", "いいえ", False),
        ("lists[l1].open", True, True),
        ("items[i3].classes", "OI DI", ["DI", "OI"]),
        ("items[i3].classes", ["OI", "OI"], ["OI"]),
        ("items[i3].classes", "直接識別（氏名系）", ["DI"]),
        ("flows[f1].subjects", "s1、s2", ["s1", "s2"]),
        ("flows[f1].subjects", "s2 登録者", ["s2"]),
        ("flows[f1].subjects", "s2 登録者\ns1 区内の利用券登録者", ["s2", "s1"]),
        ("flows[f1].from", "h3 未定", "h3"),
        ("flows[f1].channel", "internet", {"kind": "internet"}),
        ("flows[f1].channel", "internet インターネット", {"kind": "internet"}),
        (
            "flows[f1].channel",
            "専用回線（LG専用線）",
            {"kind": "dedicated_line", "label": "LG専用線"},
        ),
        ("flows[f1].channel", {"kind": "paper", "label": "紙"}, {"kind": "paper", "label": "紙"}),
        ("flows[f1].media", "paper; server", [{"kind": "paper"}, {"kind": "server"}]),
        ("matters[m1].department", "  図書館  ", "図書館"),
        ("clauses[1].refers_to", "1", [1]),
        ("lists[l1].entries[1].position", "1.2", "1.2"),
        ("holders[h2].certifications", "JISQ15001 ISO27001", ["JISQ15001", "ISO27001"]),
        ("holders[h2].tier", "2", 2),
    ],
)
def test_corrections_are_read_by_the_kind_of_the_member(key: str, given: Any, meant: Any) -> None:
    assert corrected(key, given) == meant


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        (f"{COUNT}.value", "約100", "bad_whole"),
        (f"{COUNT}.value", "1,23", "bad_whole"),
        (f"{COUNT}.value", -1, "bad_whole"),
        (f"{COUNT}.value", 2**63, "bad_whole"),
        (f"{COUNT}.value", "9" * 5000, "bad_whole"),
        (f"{COUNT}.value", 1.5, "bad_whole"),
        (f"{COUNT}.value", True, "bad_whole"),
        (f"{COUNT}.value", "", "value_missing"),
        (f"{COUNT}.value", None, "value_missing"),
        (f"{COUNT}.unit", "匹", "bad_word"),
        (f"{COUNT}.as_of", "2024-02-30", "bad_date"),
        (f"{COUNT}.as_of", "令和6年", "bad_date"),
        (f"{COUNT}.as_of", "2024-13", "bad_date"),
        ("lists[l1].open", "たぶん", "bad_truth"),
        ("items[i3].classes", "OI XX", "bad_word"),
        ("flows[f1].subjects", "s9", "bad_id"),
        ("flows[f1].subjects", "s1 s9", "bad_id"),
        ("flows[f1].from", "f1", "bad_id"),
        ("flows[f1].channel", "のろし", "bad_word"),
        ("flows[f1].channel", {"label": "x"}, "bad_value"),
        ("matters[m1].department", ["x"], "bad_value"),
        ("matters[m1].department", "\udc80", "bad_text"),
        ("matters[m1].department", "長" * 30_000, "case_invalid"),
        ("flows[f1].channel", {"kind": "paper", "label": ["x"]}, "bad_value"),
        ("flows[f1].channel", {"kind": "paper", "label": "\ud800"}, "bad_text"),
        ("flows[f1].media", [{"kind": "paper", "x": 1}], "bad_value"),
        ("flows[f1].media", "\n;\n", "value_missing"),
        ("flows[f1].subjects", [], "value_missing"),
        ("flows[f1].subjects", "、;", "value_missing"),
        ("flows[f1].subjects", [{"a": 1}], "bad_id"),
        ("subjects[s1].within", "s1", "case_invalid"),
        (f"{UNKNOWN_COUNT}.bound", "at_least", "case_invalid"),
        ("clauses[1].refers_to", "9", "bad_id"),
        ("lists[l1].entries[1].position", "一", "bad_text"),
        ("lists[l1].entries", "x", "parts_only"),
        ("lists[l1].id", "l9", "fixed_member"),
        ("items[nothing].label", "x", "unknown_value"),
        ("items[i3].colour", "x", "unknown_value"),
        ("", "x", "unknown_value"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(key: str, given: Any, code: str) -> None:
    assert codes(library(), Decision(key, "correct", given)) == [(code, key)]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("holders[h2].label", "no_unknown"),
        ("flows[f1].relation", "no_unknown"),
        ("flows[f1].from", "no_unknown"),
        ("lists[l1].open", "no_unknown"),
        ("lists[l1].entries[1].item", "no_unknown"),
        ("safeguards[g2].applies_to", "no_unknown"),
        ("holders[h2].tier", "no_unknown"),
        ("lists[l1].source", "fixed_member"),
        ("lists[l9].label", "unknown_value"),
    ],
)
def test_what_has_no_unknown_is_not_rejected(key: str, code: str) -> None:
    assert codes(library(), Decision(key, "reject")) == [(code, key)]


def test_a_member_that_the_format_does_not_know_is_only_confirmed() -> None:
    case = library()
    case["items"][0]["provenance"][0]["field"] = "colour"
    key = "items[full_name].colour"
    assert value(decide(case, [Decision(key, "confirm")]), key).state == "confirmed"
    assert codes(case, Decision(key, "reject")) == [("no_member", key)]


def test_a_comment_that_no_file_can_hold_is_refused() -> None:
    key = "items[i3].label"
    assert codes(library(), Decision(key, "remark", comment="\ud800")) == [("bad_text", key)]
    assert codes(library(), Decision(key, "remark", comment="長" * 30_000))[0][0] == "case_invalid"


def test_two_decisions_about_one_value_are_refused() -> None:
    key = "items[i3].label"
    twice = Decision(key, "confirm"), Decision(key, "reject")
    assert ("decided_twice", key) in codes(library(), *twice)
    case = library()
    case["items"][2]["provenance"].append(copy.deepcopy(case["items"][2]["provenance"][0]))
    both = Decision(key, "correct", "a"), Decision(f"{key}~2", "correct", "b")
    assert codes(case, *both) == [("conflicting", f"{key}~2")]


def test_what_the_core_refuses_is_blamed_on_the_decision() -> None:
    case, key = library(), "matters[m1].periods[1].end"
    assert codes(case, Decision(key, "correct", "2023-01")) == [("case_invalid", key)]
    with pytest.raises(InvalidDecision) as caught:
        decide(case, [Decision(key, "correct", "2023-01", at="値!I16")], file="a.xlsx")
    line = caught.value.message("ja")
    assert line.startswith("a.xlsx: 値!I16: case_invalid この判定では")
    assert "contradiction 2023-01" in line


def test_all_refusals_come_together_and_nothing_is_taken() -> None:
    decisions = [
        Decision("items[i3].label", "confirm"),
        Decision("items[i4].label", "confirm"),
        Decision(f"{COUNT}.value", "correct", "x"),
    ]
    found = codes(library(), *decisions)
    assert found == [("unknown_value", "items[i4].label"), ("bad_whole", f"{COUNT}.value")]


def test_a_draft_that_is_no_case_is_refused() -> None:
    case = library()
    case["flows"][0]["to"] = ["h9"]
    assert codes(case, Decision("items[i3].label", "confirm"))[0][0] == "case_invalid"


def test_the_result_is_a_case_as_the_core_writes_it() -> None:
    after = decide(library(), [Decision("items[i3].label", "confirm")])
    assert json.loads(ng.Case.from_json(json.dumps(after)).to_json()) == after


@pytest.mark.parametrize("code", sorted(_WHY))
def test_every_refusal_reads_well_in_both_languages(code: str) -> None:
    named = Refusal.of(code, "items[i3].label", "x{y}", file="a.xlsx", at="値!B2", hint="z")
    bare = Refusal.of(code, "")
    for lang in ("ja", "en"):
        assert "{what}" not in named.message(lang) + bare.message(lang)
        assert bare.message(lang)[-1] not in "：: "
        assert named.describe(lang).startswith(f"a.xlsx: 値!B2: {code} ")
        assert named.describe(lang).endswith("[items[i3].label] (z)")
        assert "\n" not in Refusal.of(code, "k", "a\nb\u202e").describe(lang)
    assert named.message("ja") != named.message("en")
    long = Refusal.of(code, "", "長" * 1000)
    assert len(long.message("ja")) < 300
