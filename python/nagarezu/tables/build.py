"""From the core's columns to a Table of the catalogue, and several cases to one Table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nagarezu.languages import Lang
from nagarezu.tables.catalogue import SPECS
from nagarezu.tables.findings import with_questions
from nagarezu.tables.notes import note_text
from nagarezu.tables.spec import TableSpec
from nagarezu.tables.table import Cell, Column, Kind, Names, Note, Table, no_names

# A frame of the core: {"columns": [{"name", "kind", "values", "valid"}],
# "notes": [{"code", "values"}]}.
Frame = Mapping[str, Any]


def from_core(
    name: str,
    case: str,
    frame: Frame,
    *,
    lang: Lang = "ja",
    names: Names = no_names,
    spec: TableSpec | None = None,
) -> Table:
    """Word one frame of the core; without a spec, by the catalogue.

    A column that the spec does not know keeps its name.
    """
    spec = spec or SPECS.get(name)
    if name == "findings":
        frame = with_questions(frame, lang)
    columns = tuple(_column(entry, spec, case, lang, names) for entry in frame["columns"])
    cells = [_cells(entry) for entry in frame["columns"]]
    notes = tuple(
        Note(case, note["code"], note_text(note["code"], note["values"], lang), note["values"])
        for note in frame["notes"]
    )
    return Table(
        name=name,
        title=spec.title.in_(lang) if spec else name,
        columns=columns,
        rows=tuple(zip(*cells, strict=True)),
        notes=notes,
        number=spec.number if spec else "",
        lang=lang,
        names=names,
    )


def _column(
    entry: Mapping[str, Any], spec: TableSpec | None, case: str, lang: Lang, names: Names
) -> Column:
    name: str = entry["name"]
    kind: Kind = entry["kind"]
    if spec is None:
        return Column(name, name, kind=kind)
    known = spec.known().get(name)
    if known is not None:
        return known.column(kind, lang)
    if spec.one_per_recipient:
        label = names(case, "holder", name) or name
        return Column(name, label, kind=kind, words=spec.one_per_recipient)
    return Column(name, name, kind=kind)


def _cells(entry: Mapping[str, Any]) -> list[Cell]:
    """Plain Python values; a row that is not valid is None."""
    values, valid = entry["values"], entry["valid"]
    plain = values if isinstance(values, list) else values.tolist()
    flags = valid if isinstance(valid, list) else valid.tolist()
    return [value if flag else None for value, flag in zip(plain, flags, strict=True)]


def concat(tables: Sequence[Table]) -> Table:
    """Join tables of one name in order. A column that a case lacks is unknown there."""
    if not tables:
        raise ValueError("no tables to join")
    first = tables[0]
    if any(table.name != first.name or table.lang != first.lang for table in tables):
        raise ValueError("tables of different names or languages cannot be joined")
    if len(tables) == 1:
        return first
    columns: dict[str, Column] = {}
    for table in tables:
        for column in table.columns:
            columns.setdefault(column.name, column)
    rows = [tuple(row.get(name) for name in columns) for table in tables for row in table]
    return Table(
        name=first.name,
        title=first.title,
        columns=tuple(columns.values()),
        rows=tuple(rows),
        notes=tuple(note for table in tables for note in table.notes),
        number=first.number,
        lang=first.lang,
        names=_either([table.names for table in tables]),
    )


def _either(sources: Sequence[Names]) -> Names:
    def names(case: str, kind: str, id_: str) -> str | None:
        found = (source(case, kind, id_) for source in sources)
        return next((label for label in found if label is not None), None)

    return names
