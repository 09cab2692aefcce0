"""What a check returns: for each rule a status, and for each fault a code with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from nagarezu.languages import Lang, Text
from nagarezu.readable.rules import Rule
from nagarezu.readable.words import FINDINGS, REASONS, Severity

Status = Literal["ok", "partly_ok", "found", "not_checked", "not_applicable"]

STATUS: dict[Status, Text] = {
    "ok": Text("適合", "kept"),
    "partly_ok": Text("機械で見える範囲では適合", "kept as far as a machine can see"),
    "found": Text("指摘あり", "findings"),
    "not_checked": Text("未検査", "not checked"),
    "not_applicable": Text("対象外", "does not apply"),
}

_QUOTED = 60  # characters of a name that a message shows


class Finding(NamedTuple):
    """One fault. `code` belongs to one rule; `what` names a column or a character, no value."""

    code: str
    place: str
    what: str = ""

    @property
    def rule(self) -> str:
        return FINDINGS[self.code].rule

    @property
    def severity(self) -> Severity:
        return FINDINGS[self.code].severity

    def message(self, lang: Lang) -> str:
        what = self.what if len(self.what) <= _QUOTED else f"{self.what[:_QUOTED]}…"
        return FINDINGS[self.code].text.in_(lang).format(what=what)

    def hint(self, lang: Lang) -> str:
        return FINDINGS[self.code].hint.in_(lang)


class Unchecked(NamedTuple):
    """Why a rule could not be decided for this file."""

    reason: str

    def message(self, lang: Lang) -> str:
        return REASONS[self.reason].in_(lang)


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """One rule: `findings` are the first of `places` faults; `reasons` say what was not checked."""

    rule: Rule
    status: Status
    findings: tuple[Finding, ...] = ()
    places: int = 0
    reasons: tuple[Unchecked, ...] = ()

    def reason(self, lang: Lang) -> str:
        """What a machine did not or cannot see of this rule here."""
        if self.status in ("not_applicable", "ok"):
            return ""
        texts = [reason.message(lang) for reason in self.reasons]
        if self.rule.unseen:
            texts.append(self.rule.unseen.in_(lang))
        return ("" if lang == "ja" else " ").join(texts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a check: every rule, in order."""

    file: str
    rules: tuple[RuleOutcome, ...]

    @property
    def findings(self) -> Sequence[Finding]:
        return [finding for outcome in self.rules for finding in outcome.findings]

    @property
    def broken(self) -> bool:
        """Whether there is a finding of severity error."""
        return any(finding.severity == "error" for finding in self.findings)

    def of(self, rule: str) -> RuleOutcome:
        return next(outcome for outcome in self.rules if outcome.rule.id == rule)

    def to_json(self, lang: Lang) -> dict[str, Any]:
        return {
            "file": self.file,
            "rules": [
                {
                    "rule": outcome.rule.id,
                    "level": outcome.rule.level,
                    "title": outcome.rule.title.in_(lang),
                    "item_2020": outcome.rule.item_2020 or None,
                    "status": outcome.status,
                    "places": outcome.places,
                    "reason": outcome.reason(lang),
                }
                for outcome in self.rules
            ],
            "findings": [
                {
                    "code": finding.code,
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "place": finding.place,
                    "message": finding.message(lang),
                    "hint": finding.hint(lang),
                }
                for finding in self.findings
            ],
        }
