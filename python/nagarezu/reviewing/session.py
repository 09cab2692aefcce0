"""A review on the way: where it stands, what is decided so far, and the draft that this makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nagarezu.languages import Lang
from nagarezu.reviewing.decide import applied, as_written
from nagarezu.reviewing.decision import Action, Decision
from nagarezu.reviewing.notes import Note
from nagarezu.reviewing.removal import referring
from nagarezu.reviewing.value import Value, values
from nagarezu.reviewing.walk import Content

if TYPE_CHECKING:
    from nagarezu.reviewing.documents import Documents

_STATES: dict[Action, str] = {
    "confirm": "confirmed",
    "correct": "corrected",
    "reject": "rejected",
    "remove": "rejected",
}


class Session:
    """Goes through the values of a draft. The draft that it began with stays as it is."""

    def __init__(
        self,
        case_json: Mapping[str, Any],
        *,
        documents: Documents | None = None,
        lang: Lang = "ja",
        everything: bool = False,
        notes: Sequence[Note] = (),
    ) -> None:
        self.draft: Content = as_written(case_json)
        self.lang, self.notes = lang, tuple(notes)
        found = values(self.draft, documents=documents, lang=lang)
        self.values = [value for value in found if everything or not value.decided]
        self.decisions: dict[str, Decision] = {}
        self.position = 0

    @property
    def current(self) -> Value | None:
        """The value to look at; None after the last."""
        return self.values[self.position] if self.position < len(self.values) else None

    def take(self, action: Action, value: Any = None, comment: str = "") -> None:
        """Decide about the current value and go on. InvalidDecision: nothing has changed."""
        current = self.current
        if current is None:
            return
        decision = Decision(current.key, action, value, comment)
        decided = {**self.decisions, current.key: decision}
        if action != "confirm" or self.decisions.get(current.key):
            applied(self.draft, decided.values())  # a confirmation fits whatever else is decided
        self.decisions = decided
        self.next()

    def comment(self, text: str) -> None:
        """Keep a comment with what is decided about the current value, or without a decision.

        InvalidDecision: a file could not hold it, and nothing has changed.
        """
        if self.current is not None:
            decision = self.decisions.get(self.current.key) or Decision(self.current.key, "remark")
            decided = {**self.decisions, decision.key: replace(decision, comment=text)}
            applied(self.draft, decided.values())
            self.decisions = decided

    def undo(self) -> None:
        """Take back what was decided about the current value."""
        if self.current is not None:
            left = {k: d for k, d in self.decisions.items() if k != self.current.key}
            applied(self.draft, left.values())
            self.decisions = left

    def next(self) -> None:
        """Go to the next value of an entity that is still there."""
        self.position = min(self.position + 1, len(self.values))
        while self.current is not None and self._gone(self.current):
            self.position += 1

    def back(self) -> None:
        """Go to the value before."""
        while self.position > 0:
            self.position -= 1
            if self.current is not None and not self._gone(self.current):
                return

    def referring(self) -> tuple[str, ...]:
        """Members that name the current entity, which a rejection would take along."""
        current = self.current
        return referring(self.draft, current.entity) if current else ()

    def state(self, value: Value) -> str:
        """The state of a value, what is decided here included."""
        decision = self.decisions.get(value.key)
        return _STATES.get(decision.action, value.state) if decision else value.state

    def counts(self) -> Counter[str]:
        """How many values stand in which state."""
        return Counter(self.state(value) for value in self.values)

    def result(self) -> Content:
        """The draft with everything that was decided."""
        return applied(self.draft, self.decisions.values()).case

    def _gone(self, value: Value) -> bool:
        """Whether its entity was rejected as a whole, by a decision about another value."""
        entities = {v.key: v.entity for v in self.values}
        removed = [entities[d.key] for d in self.decisions.values() if d.action == "remove"]
        if value.key in self.decisions:
            return False
        return any(f"{value.entity}.".startswith(f"{entity}.") for entity in removed)
