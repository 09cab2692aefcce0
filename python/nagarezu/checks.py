"""What `nagarezu check` prints: every fault of the files, and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nagarezu.console import Format
from nagarezu.console import render as render_table
from nagarezu.errors import Fault
from nagarezu.inert import json_text, visible
from nagarezu.languages import Lang, Text
from nagarezu.tables.table import Cell, Column, Kind, Table
from nagarezu.tables.words import word

if TYPE_CHECKING:
    from nagarezu.case import Case
    from nagarezu.tables.table import Row

# A row of the table `findings`, its case last.
Finding = Mapping[str, Cell]

_TITLE = Text("検査の結果", "Faults and findings")
_COLUMNS: tuple[tuple[str, Text, Kind], ...] = (
    ("code", Text("コード", "Code"), "text"),
    ("severity", Text("重さ", "Severity"), "text"),
    ("file", Text("ファイル", "File"), "text"),
    ("line", Text("行", "Line"), "whole"),
    ("column", Text("列", "Column"), "whole"),
    ("pointer", Text("位置", "Pointer"), "text"),
    ("message", Text("内容", "Message"), "text"),
    ("hint", Text("ヒント", "Hint"), "text"),
    ("case", Text("案件", "Case"), "text"),
    ("place_a", Text("箇所1", "Place 1"), "text"),
    ("place_b", Text("箇所2", "Place 2"), "text"),
)


def findings_of(cases: Sequence[Case], lang: Lang) -> list[Finding]:
    """Return the findings of all cases, worded, in the order of the cases."""
    return [
        {**{name: value for name, value in row.items() if name != "case"}, "case": row["case"]}
        for case in cases
        for row in case.table("findings", lang=lang)
    ]


def exit_code(faults: Sequence[Fault], findings: Sequence[Finding]) -> int:
    """3 for invalid input, else 1 for a finding of severity error, else 0."""
    if any(fault.severity == "error" for fault in faults):
        return 3
    return int(any(finding["severity"] == "error" for finding in findings))


def render(
    faults: Sequence[Fault], wanted: Format, lang: Lang, findings: Sequence[Finding] = ()
) -> bytes:
    """Return the outcome of a check: JSON as in the contract, lines of text, or a table."""
    if wanted is Format.json:
        errors = [fault.to_json(lang) for fault in faults]
        outcome = {"errors": errors, "findings": [dict(finding) for finding in findings]}
        return (json_text(outcome) + "\n").encode("utf-8")
    if wanted is Format.text:
        lines = [fault.describe(lang) for fault in faults]
        lines += [_line(finding, lang) for finding in findings]
        return "".join(f"{line}\n" for line in lines).encode("utf-8")
    return render_table(_table(faults, findings, lang), wanted)


def summary(
    files: int, faults: Sequence[Fault], lang: Lang, findings: Sequence[Finding] = ()
) -> str:
    """Return one line that says how many files, faults and findings there were."""
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    if lang == "ja":
        return f"{files}件を検査：誤り{errors}件、注意{warnings}件、質問など{len(findings)}件"
    return f"{files} checked: {errors} errors, {warnings} warnings, {len(findings)} findings"


def _line(finding: Finding, lang: Lang) -> str:
    """`case: places severity code question` on one line."""
    places = [str(finding[name]) for name in ("place_a", "place_b") if finding[name]]
    severity = word("severity", str(finding["severity"]), lang)
    return visible(
        f"{finding['case']}: {' / '.join(places)}: {severity} {finding['code']} "
        f"{finding['question']}"
    )


def _table(faults: Sequence[Fault], findings: Sequence[Finding], lang: Lang) -> Table:
    columns = tuple(Column(name, label.in_(lang), kind=kind) for name, label, kind in _COLUMNS)
    rows: list[Row] = [(*fault.to_json(lang).values(), None, None, None) for fault in faults]
    rows += [
        (
            finding["code"],
            finding["severity"],
            *[None] * 4,
            finding["question"],
            None,
            *(finding[name] for name in ("case", "place_a", "place_b")),
        )
        for finding in findings
    ]
    return Table("errors", _TITLE.in_(lang), columns, tuple(rows), lang=lang)
