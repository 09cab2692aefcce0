"""Tables about two cases: what differs, what it does to the metrics, the official list of changes.

Like the tables of the catalogue they start with `case`, here the id of the case after the change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nagarezu import _native
from nagarezu.errors import UsageError
from nagarezu.languages import Lang, language
from nagarezu.tables.build import from_core
from nagarezu.tables.notes import note_text
from nagarezu.tables.spec import TableSpec, col, ends, table
from nagarezu.tables.table import Cell, Names, Note, Row, Table
from nagarezu.tables.words import word

if TYPE_CHECKING:
    from nagarezu.case import Case

DIFFERENCE = table(
    "difference",
    "",
    "相違点",
    "Differences",
    col("kind", "種類", "Kind", words="entity"),
    col("id", "ID", "Id"),
    col("label", "名称", "Label"),
    col("change", "変更", "Change", words="turn"),
    col("field", "欄", "Field", words="field"),
    col("before", "変更前", "Before"),
    col("after", "変更後", "After"),
    col("place_before", "変更前の出典", "Place before"),
    col("place_after", "変更後の出典", "Place after"),
    col("meaning", "内容の変更", "Change of meaning", words="truth"),
    col("reason", "同じと見る理由", "Why it may be the same", words="likeness"),
)

_EFFECTS = (
    col("metric", "指標", "Metric", words="metric"),
    col("about", "対象ID", "About"),
    col("label", "対象", "Label"),
    col("unit", "単位", "Unit", words="unit", paper=False),
    ends("before", "変更前", "Before", unit_from="unit"),
    ends("after", "変更後", "After", unit_from="unit"),
    col("change", "変化", "Change", words="trend"),
)
EFFECTS = table("effects", "", "指標への影響", "Effects on the metrics", *_EFFECTS)
DELTAS = table("deltas", "", "仮定による指標の変化", "What the edits do to the metrics", *_EFFECTS)

CHANGE_LIST = table(
    "change_list",
    "",
    "変更箇所一覧",
    "List of changes",
    col("changed_on", "変更日", "Date of change"),
    col("item", "項目", "Item"),
    col("before", "変更前の記載", "Before"),
    col("after", "変更後の記載", "After"),
    col("timing", "提出時期", "Time of submission"),
    col("timing_reason", "提出時期に係る説明", "About the time of submission"),
)

# What the form takes for 提出時期: before the change, or after it.
TIMINGS = ("事前", "事後")


def difference(before: Case, after: Case, *, lang: Lang = "ja") -> Table:
    """Say what was added, removed, changed, and what may have a new name."""
    frame = _native.difference(before._core, after._core)
    names = _either(after, before)
    return from_core(
        "difference", after.id, frame, lang=language(lang), names=names, spec=DIFFERENCE
    )


def effects(before: Case, after: Case, *, lang: Lang = "ja") -> Table:
    """Say which numbers of the catalogue are not the same."""
    return _effects(before, after, EFFECTS, lang)


def deltas(before: Case, after: Case, *, lang: Lang = "ja") -> Table:
    """Say what edits do to the numbers; notes name the edits and what they took along."""
    shown = _effects(before, after, DELTAS, lang)
    notes = [("edit", {"edit": str(edit)}, edit.in_words(shown.lang)) for edit in after.edits]
    for row in difference(before, after, lang=lang):
        if row["change"] != "removed" or row["meaning"] is not True:
            continue
        kind, id_ = str(row["kind"]), str(row["id"])
        values = {"kind": kind, "id": id_, "label": str(row["label"] or id_)}
        words = {**values, "kind": word("entity", kind, shown.lang)}
        notes.append(("removed", values, note_text("removed", words, shown.lang)))
    told = tuple(Note(after.id, code, text, values) for code, values, text in notes)
    return replace(shown, notes=told)


def known_timing(timing: str | None) -> None:
    """Raise UsageError unless the word is one that the form takes, or is not given."""
    if timing is not None and timing not in TIMINGS:
        raise UsageError(f"timing is {' or '.join(TIMINGS)}, not {timing}")


def change_list(
    differences: Table,
    *,
    changed_on: str | None = None,
    timing: str | None = None,
    timing_reason: str | None = None,
) -> Table:
    """Turn changes of meaning into the official list. What is not given stays unknown."""
    known_timing(timing)
    lang = differences.lang
    rows: list[Row] = []
    for row in differences:
        if row["meaning"] is True and row["change"] != "renamed":
            sides = (_printed(row, "before"), _printed(row, "after"))
            place = _place(row, differences)
            rows.append((row["case"], changed_on, place, *sides, timing, timing_reason))
    columns = tuple(spec.column("text", lang) for spec in CHANGE_LIST.columns)
    return Table("change_list", CHANGE_LIST.title.in_(lang), columns, tuple(rows), lang=lang)


def _place(row: dict[str, Cell], differences: Table) -> str:
    """Return 情報項目「氏名」の分類: of what, and which of its fields."""
    lang = differences.lang
    kind, label = word("entity", str(row["kind"]), lang), str(row["label"] or row["id"] or "")
    if row["kind"] == "flow":  # which has no label of its own
        label = differences.names(str(row["case"]), "flow", str(row["id"])) or label
    field = word("field", str(row["field"]), lang) if row["field"] else ""
    if lang == "ja":
        named = f"{kind}「{label}」" if label else kind
        return f"{named}の{field}" if field else named
    named = f"{kind} “{label}”" if label else kind
    return f"{named}: {field}" if field else named


def _printed(row: dict[str, Cell], side: str) -> str | None:
    """Return a value; of an entity that is there on this side only, its label and content."""
    content = row[side]
    there = {"added": "after", "removed": "before"}.get(str(row["change"]))
    if there != side:
        return None if content is None else str(content)
    parts = [str(part) for part in (row["label"] or row["id"], content) if part]
    return "；".join(parts) if parts else None


def _effects(before: Case, after: Case, spec: TableSpec, lang: Lang) -> Table:
    frame = _native.effects(before._core, after._core)
    names = _either(after, before)
    return from_core(spec.name, after.id, frame, lang=language(lang), names=names, spec=spec)


def _either(after: Case, before: Case) -> Names:
    def names(case: str, kind: str, id_: str) -> str | None:
        return after.label(case, kind, id_) or before.label(before.id, kind, id_)

    return names
