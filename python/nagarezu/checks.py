"""What `nagarezu check` prints: every fault of the files, and findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.console import Format
from nagarezu.console import render as render_table
from nagarezu.errors import Fault
from nagarezu.inert import json_text
from nagarezu.languages import Lang, Text
from nagarezu.tables.table import Column, Kind, Table

if TYPE_CHECKING:
    from nagarezu.tables.table import Row

_TITLE = Text("入力の誤り", "Faults of the input")
_COLUMNS: tuple[tuple[str, Text, Kind], ...] = (
    ("code", Text("コード", "Code"), "text"),
    ("severity", Text("重さ", "Severity"), "text"),
    ("file", Text("ファイル", "File"), "text"),
    ("line", Text("行", "Line"), "whole"),
    ("column", Text("列", "Column"), "whole"),
    ("pointer", Text("位置", "Pointer"), "text"),
    ("message", Text("内容", "Message"), "text"),
    ("hint", Text("ヒント", "Hint"), "text"),
)


def render(faults: Sequence[Fault], wanted: Format, lang: Lang) -> bytes:
    """Return the outcome of a check: JSON as in the contract, lines of text, or a table."""
    if wanted is Format.json:
        errors = [fault.to_json(lang) for fault in faults]
        return (json_text({"errors": errors, "findings": []}) + "\n").encode("utf-8")
    if wanted is Format.text:
        return "".join(f"{fault.describe(lang)}\n" for fault in faults).encode("utf-8")
    return render_table(_table(faults, lang), wanted)


def summary(files: int, faults: Sequence[Fault], lang: Lang) -> str:
    """Return one line that says how many files and faults there were."""
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    if lang == "ja":
        return f"{files}件を検査：誤り{errors}件、注意{warnings}件"
    return f"{files} checked: {errors} errors, {warnings} warnings"


def _table(faults: Sequence[Fault], lang: Lang) -> Table:
    columns = tuple(Column(name, label.in_(lang), kind=kind) for name, label, kind in _COLUMNS)
    rows: list[Row] = [tuple(fault.to_json(lang).values()) for fault in faults]
    return Table("errors", _TITLE.in_(lang), columns, tuple(rows), lang=lang)
