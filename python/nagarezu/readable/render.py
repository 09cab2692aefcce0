"""What `nagarezu check-table` prints: each rule with its status, each finding with its place."""

from __future__ import annotations

from collections import Counter

from nagarezu.inert import json_text, visible
from nagarezu.languages import Lang, Text
from nagarezu.readable.outcome import STATUS, Finding, Outcome, RuleOutcome
from nagarezu.tables.table import Column, Kind, Row, Table

_TITLE = Text("機械可読性の検査", "Check of machine readability")
_COLUMNS: tuple[tuple[str, Text, Kind], ...] = (
    ("rule", Text("ルール", "Rule"), "text"),
    ("title", Text("内容", "Title"), "text"),
    ("item_2020", Text("2020年ルール", "Rule of 2020"), "text"),
    ("status", Text("判定", "Status"), "text"),
    ("places", Text("箇所数", "Places"), "whole"),
    ("code", Text("コード", "Code"), "text"),
    ("severity", Text("重さ", "Severity"), "text"),
    ("place", Text("場所", "Place"), "text"),
    ("message", Text("指摘", "Finding"), "text"),
    ("hint", Text("直し方", "What to do"), "text"),
    ("reason", Text("検査していないこと", "Not checked"), "text"),
)


def outcome_json(outcome: Outcome, lang: Lang) -> str:
    """Return the outcome as JSON."""
    return json_text(outcome.to_json(lang)) + "\n"


def outcome_table(outcome: Outcome, lang: Lang) -> Table:
    """Return one record for each finding, and one for each rule that has none."""
    columns = tuple(Column(name, label.in_(lang), kind=kind) for name, label, kind in _COLUMNS)
    rows: list[Row] = []
    for one in outcome.rules:
        head = (one.rule.id, one.rule.title.in_(lang), one.rule.item_2020 or None, one.status)
        for finding in one.findings or (None,):
            rows.append((*head, one.places, *_finding(finding, lang), one.reason(lang) or None))
    return Table("check_table", _TITLE.in_(lang), columns, tuple(rows), lang=lang)


def _finding(finding: Finding | None, lang: Lang) -> tuple[str | None, ...]:
    if finding is None:
        return (None,) * 5
    return (
        *(finding.code, finding.severity, finding.place or None),
        *(finding.message(lang), finding.hint(lang)),
    )


def outcome_text(outcome: Outcome, lang: Lang) -> str:
    """Return lines for people: each rule, its findings under it, and what was not checked."""
    lines: list[str] = []
    for one in outcome.rules:
        lines.append(f"{one.rule.id} {one.rule.title.in_(lang)}: {STATUS[one.status].in_(lang)}")
        lines += [f"  {_line(finding, lang)}" for finding in one.findings]
        if one.places > len(one.findings):
            lines.append(f"  {_more(one, lang)}")
        if one.status in ("not_checked", "partly_ok") or (one.findings and one.reasons):
            lines.append(f"  - {one.reason(lang)}")
    return "".join(f"{visible(line)}\n" for line in lines)


def _line(finding: Finding, lang: Lang) -> str:
    place = f"{finding.place}: " if finding.place else ""
    bracketed = f"（{finding.hint(lang)}）" if lang == "ja" else f" ({finding.hint(lang)})"
    return f"{place}{finding.code} [{finding.severity}] {finding.message(lang)}{bracketed}"


def _more(one: RuleOutcome, lang: Lang) -> str:
    rest = one.places - len(one.findings)
    return f"ほか{rest:,}か所" if lang == "ja" else f"and {rest:,} more places"


def summary(outcome: Outcome, lang: Lang) -> str:
    """Return one line: how many rules have which status, how many findings which severity."""
    found = Counter(one.status for one in outcome.rules)
    severities = Counter(finding.severity for finding in outcome.findings)
    separator = "、" if lang == "ja" else ", "
    parts = [f"{STATUS[status].in_(lang)} {found[status]}" for status in STATUS if found[status]]
    errors = f"error {severities['error']}, warning {severities['warning']}"
    return f"{outcome.file}: {separator.join(parts)} ({errors})"
