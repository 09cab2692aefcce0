"""Takes decisions into a draft: all of them together, or none, with a reason for each refused.

The draft that comes in stays as it is, so undoing a decision is going back to the old value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nagarezu.case import Case
from nagarezu.errors import InvalidInput
from nagarezu.reviewing.decision import BETWEEN, COMMENT, Decision
from nagarezu.reviewing.reading import Unfit, number_and_bound, read_value, written_text
from nagarezu.reviewing.refusal import InvalidDecision, Refusal
from nagarezu.reviewing.removal import remove
from nagarezu.reviewing.shape import OPENS, Member, members
from nagarezu.reviewing.walk import Account, Content, Spot, accounts, spots
from nagarezu.reviewing.words import Labels


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft after decisions. `withdrawn` are members that named an entity which has gone."""

    case: Content
    withdrawn: tuple[str, ...] = ()


def decide(
    case_json: Mapping[str, Any], decisions: Iterable[Decision], *, file: str = ""
) -> Content:
    """Return the case with the decisions taken, as the core writes it.

    InvalidDecision lists every decision that cannot be taken; nothing is taken then. `file` is
    what its messages call the origin of the decisions.
    """
    return applied(case_json, decisions, file=file).case


def applied(
    case_json: Mapping[str, Any], decisions: Iterable[Decision], *, file: str = ""
) -> Outcome:
    """As `decide`, with what else changed because an entity went."""
    taking = _Taking(case_json, file)
    listed = list(decisions)
    taking.take(listed)
    return taking.outcome(listed)


def as_written(case: Mapping[str, Any], name: str = "<draft>") -> Content:
    """Return a case as the core writes it; InvalidInput if it is none."""
    content: Content = json.loads(Case.from_json(json.dumps(case), name).to_json())
    return content


class _Taking:
    """One draft while decisions go into it."""

    def __init__(self, case: Mapping[str, Any], file: str) -> None:
        self.case: Content = json.loads(json.dumps(case))
        self.file = file
        self.accounts = {account.key: account for account in accounts(self.case)}
        self.spots = {spot.key: spot for spot in spots(self.case)}
        self.labels = Labels(self.case)
        self.refusals: list[Refusal] = []
        self.set: dict[str, Any] = {}  # what was written to which member
        self.gone: list[Spot] = []
        self.withdrawn: tuple[str, ...] = ()

    def take(self, decisions: list[Decision]) -> None:
        seen: set[str] = set()
        for decision in decisions:
            if decision.key in seen:
                self._refuse("decided_twice", decision, decision.key)
                continue
            seen.add(decision.key)
            try:
                self._take(decision)
            except Unfit as unfit:
                self._refuse(unfit.code, decision, unfit.what, unfit.hint)
        if self.gone and not self.refusals:
            self._remove([d for d in decisions if d.action == "remove"])

    def outcome(self, decisions: list[Decision]) -> Outcome:
        self._check_counts(decisions)
        if not self.refusals:
            try:
                return Outcome(as_written(self.case), self.withdrawn)
            except InvalidInput as error:
                self._blame(error, decisions)
        raise InvalidDecision(self.refusals)

    def _take(self, decision: Decision) -> None:
        account = self.accounts.get(decision.key)
        if decision.action == "remove":
            spot = account.spot if account else self.spots.get(decision.key)
            if spot is None:
                raise Unfit("unknown_value", decision.key)
            self.gone.append(spot)
            return
        account = account or self._new_account(decision.key)
        if decision.action == "correct":
            self._correct(account, decision)
        elif decision.action == "reject":
            self._reject(account)
        elif decision.action == "confirm":
            account.provenance["review"] = "confirmed"
        if decision.comment.strip():
            said = written_text(decision.comment.strip())
            _remark(account.provenance, f"{COMMENT}{said}")
        if decision.note:
            _remark(account.provenance, decision.note)

    def _new_account(self, key: str) -> Account:
        """A member that no rule read: from now on it has a history."""
        entity, _, field = key.rpartition(".")
        spot = self.spots.get(entity)
        if spot is None or field not in members(spot.kind):
            raise Unfit("unknown_value", key)
        provenance: Content = {"field": field}
        spot.content["provenance"] = [*(spot.content.get("provenance") or ()), provenance]
        return Account(key, spot, provenance, members(spot.kind)[field])

    def _correct(self, account: Account, decision: Decision) -> None:
        member, content = _member(account), account.spot.content
        given, bound = decision.value, ""
        if account.spot.kind == "count" and member.name == "value":
            given, bound = number_and_bound(given)
        value = read_value(given, account.spot.kind, member, self.labels.ids)
        was = account.provenance.get("review")
        same = _alike(member, value, account.value) and bound in ("", content.get("bound"))
        self._write(account, member, value)
        if bound:
            self._write(account, members("count")["bound"], bound)
        elif account.spot.kind == "count" and value == "unknown":
            self._write(account, members("count")["value"], None)
        account.provenance["review"] = "confirmed" if same and was != "corrected" else "corrected"

    def _reject(self, account: Account) -> None:
        member = _member(account)
        if member.kind == "fixed":
            raise Unfit("fixed_member", member.name)
        if account.value is not None:
            self._make_unknown(account, member)
        account.provenance["review"] = "rejected"

    def _make_unknown(self, account: Account, member: Member) -> None:
        spot = account.spot
        counted = spot.kind == "count" and member.name in ("value", "bound")
        if member.unknown is None and not counted:
            raise Unfit("no_unknown", member.name)
        if counted:  # a count without a number has an unknown bound, and the other way round
            self._write(account, members("count")["value"], None)
            spot.content["bound"] = "unknown"
            return
        self._write(account, member, member.unknown or None)
        if opens := OPENS.get((spot.kind, member.name)):
            spot.content[opens] = True

    def _write(self, account: Account, member: Member, value: Any) -> None:
        """Set the member; what the rule had made of the print stays in the provenance."""
        content, key = account.spot.content, f"{account.spot.key}.{member.name}"
        if key in self.set and self.set[key] != value:
            raise Unfit("conflicting", key)
        self.set[key] = value
        before = content.get(member.name, member.default)
        if before is not None and before != value and not account.provenance.get("normalised"):
            account.provenance["normalised"] = _text(before)
        if value is None:
            content.pop(member.name, None)
        else:
            content[member.name] = value

    def _remove(self, decisions: list[Decision]) -> None:
        found = remove(self.case, self.gone)
        self.withdrawn = found.withdrawn
        if found.needed:
            self._refuse("still_needed", decisions[0], " ".join(found.needed))

    def _check_counts(self, decisions: list[Decision]) -> None:
        for decision in decisions:
            spot = self.spots.get(decision.key.removesuffix(".value"))
            if spot is None or spot.kind != "count" or decision.action != "correct":
                continue
            if "value" in spot.content and spot.content.get("bound") == "unknown":
                self._refuse("bound_needed", decision, "")

    def _refuse(self, code: str, decision: Decision, what: str, hint: str = "") -> None:
        self.refusals.append(
            Refusal.of(code, decision.key, what, hint=hint, file=self.file, at=decision.at)
        )

    def _blame(self, error: InvalidInput, decisions: list[Decision]) -> None:
        """Name the decisions about the entity that the core objects to; all if it names none."""
        for fault in error.errors:
            blamed = _key_at(self.case, fault.pointer)
            about = [d for d in decisions if blamed and f"{d.key}.".startswith(f"{blamed}.")]
            text = f"{fault.code} {fault.subject}".strip()
            for decision in about or [Decision(blamed, "confirm")]:
                self._refuse("case_invalid", decision, text, fault.hint)


def _member(account: Account) -> Member:
    if account.member is None:
        raise Unfit("no_member", account.field)
    return account.member


def _alike(member: Member, one: Any, other: Any) -> bool:
    """Whether two values say the same; the core sorts words as it writes them."""
    if member.kind == "words" and isinstance(other, list):
        return sorted(one) == sorted(other)
    return bool(one == other)


def _remark(provenance: Content, text: str) -> None:
    before = str(provenance.get("reason") or "")
    if text not in before.split(BETWEEN):
        provenance["reason"] = f"{before}{BETWEEN}{text}" if before else text


def _text(value: Any) -> str:
    """A value as text: what the file says, lists separated by spaces."""
    if isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        return " ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _key_at(case: Mapping[str, Any], pointer: str) -> str:
    """The key of the innermost entity that a JSON pointer leads into."""
    node: Any = case
    inside = []
    for part in pointer.split("/")[1:]:
        if isinstance(node, list) and part.isdigit() and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict) and part in node:
            node = node[part]
        else:
            break
        inside.append(id(node))
    keys = {id(spot.content): spot.key for spot in spots(case)}
    return next((keys[node] for node in reversed(inside) if node in keys), "")
