"""The wording of every finding, and of the reasons for which a rule is left undecided.

It stands in data/readable. A code belongs to one rule and has one severity: `error` where the rule
is broken for certain, `warning` where it very probably is, `question` where only a person can
tell, `info` otherwise. Texts name columns and characters, never the value of a cell: it may be
personal data.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from nagarezu.languages import Text
from nagarezu.readable.rules import packaged

Severity = Literal["error", "warning", "question", "info"]


class Wording(NamedTuple):
    rule: str
    severity: Severity
    text: Text
    hint: Text


FINDINGS: dict[str, Wording] = {
    record["code"]: Wording(
        record["rule"],
        cast("Severity", record["severity"]),
        Text(record["message_ja"], record["message_en"]),
        Text(record["hint_ja"], record["hint_en"]),
    )
    for record in packaged("findings")
}

# Why a rule was not decided, in whole or in part.
REASONS: dict[str, Text] = {
    record["reason"]: Text(record["text_ja"], record["text_en"]) for record in packaged("reasons")
}
