"""Random decisions: the case stays valid or refuses, order does not matter, nothing is invented."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_drafts import HOSTILE, REAL, library, load

import nagarezu as ng
from nagarezu.reviewing import Decision, InvalidDecision, applied, carry_over, decide, values
from nagarezu.reviewing.readback import read_workbook
from nagarezu.reviewing.walk import Account, accounts, spots
from nagarezu.reviewing.workbook import draft_workbook

CASES = [library(), *map(load, REAL)]
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2**70),
    st.floats(allow_nan=False),
    st.sampled_from(["2024-04-01", "2020-06", "FY2019", "yes", "いいえ", "exact", "internet", "紙",
                     "person", "s1", "l1", "m1", "h2", "12 以上", "DI OI", *HOSTILE]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.lists(st.sampled_from(["s1", "s2", "DI", "JISQ15001"]), max_size=3),
)  # fmt: skip


def fitting(account: Account, case: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that the member may hold, as far as its kind says."""
    member = account.member
    if member is None:
        return VALUES
    ids = [entity["id"] for entity in case.get(member.target, []) if "id" in entity]
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": st.sampled_from(["新しい名称", *HOSTILE[:4]]),
        "whole": st.integers(0, 10**6),
        "truth": st.booleans(),
        "date": st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}"),
        "word": st.sampled_from(member.words or ("x",)),
        "words": st.lists(st.sampled_from(member.words or ("x",)), min_size=1, max_size=3),
        "id": st.sampled_from(ids or ["x"]),
        "ids": st.lists(st.sampled_from(ids or ["x"]), min_size=1, max_size=3),
        "way": st.sampled_from(["internet", "paper", {"kind": "media", "label": "CD"}]),
        "ways": st.lists(st.sampled_from(["server", "paper"]), min_size=1, max_size=2),
    }
    return kinds.get(member.kind, VALUES)


@st.composite
def reviews(draw: st.DrawFn, most: int = 4) -> tuple[dict[str, Any], list[Decision]]:
    """A case, and decisions about different values of it, fit or not."""
    case = draw(st.sampled_from(CASES))
    found = {account.key: account for account in accounts(case)}
    keys = list(found)
    chosen = draw(st.lists(st.sampled_from(keys), max_size=most, unique=True))
    actions = st.sampled_from(["confirm", "correct", "reject", "remove", "remark"])
    decisions = []
    for key in chosen:
        action, comment = draw(actions), draw(st.text("あ／い", max_size=3))
        fits = fitting(found[key], case) if draw(st.integers(0, 4)) else VALUES
        given = draw(fits) if action == "correct" else None
        decisions.append(Decision(key, action, given, comment))
    return case, decisions


def taken(case: dict[str, Any], decisions: list[Decision]) -> dict[str, Any] | None:
    """The case after decisions; None if they are refused, with reasons that have a code."""
    before = copy.deepcopy(case)
    try:
        return decide(case, decisions)
    except InvalidDecision as error:
        assert error.refusals
        assert all(refusal.code in refusal.describe("en") for refusal in error.refusals)
        return None
    finally:
        assert case == before


@SLOW
@given(reviews())
def test_the_case_stays_valid_or_the_decisions_are_refused(
    review: tuple[dict[str, Any], list[Decision]],
) -> None:
    case, decisions = review
    after = taken(case, decisions)
    if after is not None:
        assert json.loads(ng.Case.from_json(json.dumps(after)).to_json()) == after


@SLOW
@given(reviews())
def test_prints_are_kept_and_only_what_was_decided_changes(
    review: tuple[dict[str, Any], list[Decision]],
) -> None:
    case, decisions = review
    decisions = [decision for decision in decisions if decision.action != "remove"]
    after = taken(case, decisions)
    if after is None:
        return
    old = {a.key: a for a in accounts(case)}
    decided = {decision.key: decision.action for decision in decisions}
    for account in accounts(after):
        before = old[account.key]
        for name in ("printed", "source", "rule", "confidence", "alternatives"):
            assert account.provenance.get(name) == before.provenance.get(name)
        if account.key not in decided:
            assert account.provenance == before.provenance
        elif decided[account.key] == "reject":
            assert account.provenance["review"] == "rejected"


def coupled(case: dict[str, Any], decisions: list[Decision]) -> bool:
    """Whether two decisions touch one member: a number and its bound, a list and its openness."""
    found = {a.key: a for a in accounts(case)}
    touched: list[tuple[str, str]] = []
    for decision in decisions:
        account = found[decision.key]
        names = {account.field}
        if account.spot.kind == "count" and names & {"value", "bound"}:
            names = {"value", "bound"}
        if account.field in ("lists", "items", "subjects", "entries", "open", "open_subjects"):
            names |= {"lists", "items", "open", "open_subjects", "subjects", "entries"}
        touched += [(account.spot.key, name) for name in names]
    return len(touched) != len(set(touched))


@SLOW
@given(reviews(), st.randoms())
def test_decisions_about_different_values_commute(
    review: tuple[dict[str, Any], list[Decision]], random: Any
) -> None:
    case, decisions = review
    mixed = random.sample(decisions, len(decisions))
    assert taken(case, decisions) == taken(case, mixed), "together, the order never matters"
    decisions = [decision for decision in decisions if decision.action != "remove"]
    if coupled(case, decisions):
        return
    orders: list[dict[str, Any] | None] = []
    for order in (decisions, random.sample(decisions, len(decisions))):
        now: dict[str, Any] | None = case
        for decision in order:
            now = taken(now, [decision]) if now is not None else None
        orders.append(now)
    if None not in orders and decisions:
        assert orders[0] == orders[1] == taken(case, decisions)


@SLOW
@given(reviews(most=1))
def test_a_removed_entity_leaves_no_trace_and_says_what_it_took(
    review: tuple[dict[str, Any], list[Decision]],
) -> None:
    case, decisions = review
    if not decisions:
        return
    key = decisions[0].key
    try:
        outcome = applied(case, [Decision(key, "remove")])
    except InvalidDecision as error:
        assert {refusal.code for refusal in error.refusals} <= {"still_needed", "case_invalid"}
        return
    assert len(list(spots(outcome.case))) < len(list(spots(case)))
    before = {spot.key: spot.content for spot in spots(case)}
    for named in outcome.withdrawn:
        assert named.rpartition(".")[0] in before


@SLOW
@given(reviews())
def test_a_workbook_without_changes_is_the_identity(
    review: tuple[dict[str, Any], list[Decision]],
) -> None:
    case, decisions = review
    case = taken(case, decisions) or case
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        path.write_bytes(draft_workbook(case))
        filled = read_workbook(path, case)
    assert (filled.decisions, filled.missing) == ((), ())
    assert decide(case, filled.decisions) == case


@SLOW
@given(reviews())
def test_no_decision_is_lost_on_the_way_to_a_new_import(
    review: tuple[dict[str, Any], list[Decision]],
) -> None:
    case, decisions = review
    old = taken(case, decisions) or case
    after, report = carry_over(old, case)
    decided = [each for each in values(old) if each.decided]
    assert {one.old for one in report} >= {each.key for each in decided}
    assert ng.Case.from_json(json.dumps(after)).id == case["id"]
