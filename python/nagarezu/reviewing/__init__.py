"""A person's part of an import: every value beside its source, confirmed, corrected or rejected.

    found = values(draft)                                       # in the order of the source
    draft = decide(draft, [Decision(found[0].key, "confirm")])  # a new draft, a valid case

Drafts are case files as JSON values. Everything here is a pure function of them.
"""

from __future__ import annotations

from nagarezu.reviewing.carry import Carried, carry_over
from nagarezu.reviewing.decide import Outcome, applied, as_written, decide
from nagarezu.reviewing.decision import ACTIONS, Action, Decision
from nagarezu.reviewing.refusal import InvalidDecision, Refusal
from nagarezu.reviewing.removal import referring
from nagarezu.reviewing.value import Alternative, Value, values

__all__ = [
    "ACTIONS",
    "Action",
    "Alternative",
    "Carried",
    "Decision",
    "InvalidDecision",
    "Outcome",
    "Refusal",
    "Value",
    "applied",
    "as_written",
    "carry_over",
    "decide",
    "referring",
    "values",
]
