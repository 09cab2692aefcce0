"""The values of a draft as a table, for `--list`, and what a carrying over did."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.languages import Lang, Text
from nagarezu.reviewing.carry import FATES, Carried
from nagarezu.reviewing.columns import alternatives
from nagarezu.reviewing.value import Value
from nagarezu.reviewing.words import STATES, field_name, kind_name
from nagarezu.tables.table import Column, Kind, Table

_TITLE = Text("読み取った値", "Values as read")
_COLUMNS: tuple[tuple[str, Text, Kind], ...] = (
    ("case", Text("案件", "Case"), "text"),
    ("row", Text("番号", "No."), "whole"),
    ("state", Text("状態", "State"), "text"),
    ("kind", Text("種別", "Kind"), "text"),
    ("label", Text("要素", "Entity"), "text"),
    ("field", Text("欄", "Member"), "text"),
    ("value", Text("値", "Value"), "text"),
    ("printed", Text("記載", "As printed"), "text"),
    ("place", Text("箇所", "Place"), "text"),
    ("context", Text("資料の文", "Text of the source"), "text"),
    ("normalised", Text("読取値", "Reading"), "text"),
    ("rule", Text("規則", "Rule"), "text"),
    ("confidence", Text("確からしさ", "Confidence"), "real"),
    ("alternatives", Text("候補", "Alternatives"), "text"),
    ("reason", Text("理由", "Reason"), "text"),
    ("key", Text("識別子", "Key"), "text"),
)
_SHORT = frozenset({"row", "state", "kind", "label", "field", "value", "printed", "place"})


def values_table(case: str, found: Sequence[Value], lang: Lang) -> Table:
    """Return the table of all values, in the order of the source. Rows count from 1."""
    columns = tuple(Column(name, label.in_(lang), kind=kind) for name, label, kind in _COLUMNS)
    rows = tuple(
        (
            case,
            row,
            STATES[v.state].in_(lang),
            kind_name(v.kind, lang),
            v.label,
            field_name(v.field, lang),
            v.shown,
            v.printed or None,
            v.place or None,
            v.context or None,
            v.normalised or None,
            v.rule or None,
            v.confidence,
            alternatives(v, lang) or None,
            v.reason or None,
            v.key,
        )
        for row, v in enumerate(found, start=1)
    )
    return Table("values", _TITLE.in_(lang), columns, rows, lang=lang)


def short_table(case: str, found: Sequence[Value], lang: Lang) -> Table:
    """Return what fits a page: no more than a person needs to find a value."""
    full = values_table(case, found, lang)
    keep = [place for place, column in enumerate(full.columns) if column.name in _SHORT]
    rows = tuple(tuple(row[place] for place in keep) for row in full.rows)
    return Table(full.name, full.title, tuple(full.columns[p] for p in keep), rows, lang=lang)


def carried_lines(report: Sequence[Carried], lang: Lang) -> list[str]:
    """Return a line of counts, and one for each decision that was not carried over as it was."""
    lines = []
    for fate, text in FATES.items():
        listed = [one for one in report if one.fate == fate]
        if not listed:
            continue
        lines.append(f"{text.in_(lang)}: {len(listed)}")
        if fate != "carried":
            for one in listed:
                way = f" → {one.new}" if one.new and one.new != one.old else ""
                detail = f" ({one.detail})" if one.detail else ""
                lines.append(f"  {one.place} {one.old}{way} “{one.printed}”{detail}")
    return lines
