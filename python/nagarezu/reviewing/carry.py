"""Carries what a person decided about an earlier import of a document over to a new one.

Nothing is dropped in silence: every decision of the old draft has a line in the report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from nagarezu.languages import Text
from nagarezu.reviewing.decide import as_written, decide
from nagarezu.reviewing.decision import BETWEEN, COMMENT, Action, Decision
from nagarezu.reviewing.matching import Matching
from nagarezu.reviewing.refusal import InvalidDecision
from nagarezu.reviewing.value import place_of
from nagarezu.reviewing.walk import Account, Content, spots
from nagarezu.reviewing.words import STATES, Labels, show

Fate = Literal[
    "carried",
    "reading_differs",
    "already_decided",
    "printed_changed",
    "ambiguous",
    "gone",
    "ids_changed",
    "refused",
]
FATES: dict[Fate, Text] = {
    "carried": Text("引き継いだ", "carried over"),
    "reading_differs": Text(
        "新しい読取値と違うが、人の判定を引き継いだ",
        "the new reading differs; what a person decided stands",
    ),
    "already_decided": Text(
        "新しい案で既に判定されている", "the new draft has a decision of its own"
    ),
    "printed_changed": Text(
        "資料の記載が変わったため、未確認に戻した", "printed differently now; unreviewed again"
    ),
    "ambiguous": Text(
        "対応する値が一つに決まらない", "several values could be meant; none was taken"
    ),
    "gone": Text("新しい案に対応する値がない", "the new draft has no such value"),
    "ids_changed": Text(
        "値が指す要素が新しい案で見つからない", "the value names an entity that is not there now"
    ),
    "refused": Text("新しい案では判定が成り立たない", "the new draft does not take the decision"),
}
_ACTIONS: dict[str, Action] = {
    "confirmed": "confirm",
    "corrected": "correct",
    "rejected": "reject",
}
_AGAIN = "以前の判定（{state}）のときの記載は「{printed}」"  # in the file, as reasons are


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one decision: the value in the old and new draft, and why."""

    old: str
    new: str
    state: str
    fate: Fate
    place: str
    printed: str
    detail: str = ""


def carry_over(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[Content, tuple[Carried, ...]]:
    """Return the new draft with the decisions of the old one, and what became of each.

    A value is that of the old draft if kind, field, place and printed form are the same; else if
    entity and printed form are. Where the printed form changed, it is unreviewed again and says so
    in its reason. An entity that was rejected as a whole is not in the old draft, so it comes back.
    """
    carrying = _Carrying(as_written(old), as_written(new))
    return carrying.result()


class _Carrying:
    """One carrying over: what is decided of the new draft, and what became of the old."""

    def __init__(self, old: Content, new: Content) -> None:
        self.new = new
        self.matching = Matching(old, new)
        self.labels, self.new_labels = Labels(old), Labels(new)
        self.new_spots = {spot.key for spot in spots(new)}
        self.fates: dict[str, Carried] = {}
        self.decisions: dict[str, list[Decision]] = defaultdict(list)  # by entity
        self.origins: dict[str, Account] = {}

    def result(self) -> tuple[Content, tuple[Carried, ...]]:
        for account in self.matching.old:
            if _is_decided(account):
                self._weigh(account)
            elif _comments(account):
                self._carry_comment(account)
        case, refused = _taken(self.new, list(self.decisions.values()))
        for decision, why in refused:
            if decision.key in self.origins:
                self._note(self.origins[decision.key], "refused", decision.key, why)
        return case, tuple(self.fates.values())

    def _weigh(self, old: Account) -> None:
        new = self.matching.pairs.get(old.key)
        if new is None:
            self._weigh_alone(old)
        elif _is_decided(new):
            self._note(old, "already_decided", new.key)
        elif old.provenance.get("printed") != new.provenance.get("printed"):
            self._note(old, "printed_changed", new.key)
            state = STATES[old.provenance["review"]].ja
            again = _AGAIN.format(state=state, printed=old.provenance.get("printed") or "")
            self.decisions[new.spot.key].append(Decision(new.key, "remark", note=again))
        else:
            self._carry(old, new)

    def _carry_comment(self, old: Account) -> None:
        """A comment on a value that nobody decided about."""
        new = self.matching.pairs.get(old.key)
        if new is None:
            self._note(old, "gone", detail=_comments(old))
        else:
            self.decisions[new.spot.key].append(Decision(new.key, "remark", note=_comments(old)))

    def _weigh_alone(self, old: Account) -> None:
        """A value that no rule read, only a person, still belongs to its entity."""
        entity = self.matching.entity(old.spot)
        by_hand = not old.provenance.get("rule") and not old.provenance.get("printed")
        if old.key in self.matching.unclear:
            self._note(old, "ambiguous")
        elif by_hand and entity in self.new_spots and old.provenance["review"] == "corrected":
            key = f"{entity}.{old.field}"
            self._decide(old, Decision(key, "correct"), entity, "carried")
        else:
            self._note(old, "gone")

    def _carry(self, old: Account, new: Account) -> None:
        action = _ACTIONS[old.provenance["review"]]
        same = self._same(old, new)
        if action == "confirm" and not same:
            unknown = old.value is None
            action = "reject" if unknown else "correct"
            fate: Fate = "reading_differs"
        else:
            fate = "carried"
        self._decide(old, Decision(new.key, action, note=_comments(old)), new.spot.key, fate, new)

    def _decide(
        self, old: Account, decision: Decision, entity: str, fate: Fate, new: Account | None = None
    ) -> None:
        if decision.action == "correct":
            try:
                value = self.matching.value(old)
            except KeyError as lost:
                self._note(old, "ids_changed", decision.key, str(lost.args[0][1]))
                return
            if new and value is not None and _is_number_without_bound(new):
                value = f"{value} {old.spot.content['bound']}"
            decision = replace(decision, value=value)
        self.decisions[entity].append(decision)
        self.origins[decision.key] = old
        self._note(old, fate, decision.key)

    def _same(self, old: Account, new: Account) -> bool:
        """Whether both read the same, ids by what they name."""
        before = show(old.value, old.spot.kind, old.member, self.labels, "ja")
        return before == show(new.value, new.spot.kind, new.member, self.new_labels, "ja")

    def _note(self, old: Account, fate: Fate, new: str = "", detail: str = "") -> None:
        read = old.provenance
        self.fates[old.key] = Carried(
            old.key,
            new,
            str(read.get("review") or "unreviewed"),
            fate,
            place_of(old),
            str(read.get("printed") or ""),
            detail,
        )


def _is_number_without_bound(new: Account) -> bool:
    content = new.spot.content
    return new.spot.kind == "count" and new.field == "value" and content["bound"] == "unknown"


def _is_decided(account: Account) -> bool:
    return bool(account.provenance.get("review", "unreviewed") != "unreviewed")


def _comments(account: Account) -> str:
    """What a person said of a value, without the reason of the rule."""
    parts = str(account.provenance.get("reason") or "").split(BETWEEN)
    return BETWEEN.join(part for part in parts if part.startswith(COMMENT))


def _taken(
    case: Content, groups: list[list[Decision]]
) -> tuple[Content, list[tuple[Decision, str]]]:
    """Take the decisions of as many entities as the draft takes; halves find those that it refuses.

    Decisions of one entity stay together: a count and its bound are valid only as a pair.
    """
    together = [decision for group in groups for decision in group]
    try:
        return decide(case, together), []
    except InvalidDecision as error:
        if len(groups) > 1:
            half = len(groups) // 2
            case, first = _taken(case, groups[:half])
            case, second = _taken(case, groups[half:])
            return case, first + second
        why = {refusal.pointer: refusal.code for refusal in error.refusals}
        return case, [(d, why.get(d.key, "case_invalid")) for d in together]
