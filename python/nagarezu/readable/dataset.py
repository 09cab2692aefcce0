"""Tables made for machines: columns with a type, a unit, a code list and a definition each.

Two shapes of one table: `as_listed` keeps the columns of the contract; `long` gives each value of a
list and each recipient a record of its own, so that a cell holds one datum. Both are in words that
need no language: ids, codes, numbers; what they mean stands in the legend in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from nagarezu.languages import Text
from nagarezu.readable.codelists import list_of
from nagarezu.readable.tidy import Tidy
from nagarezu.tables import SPECS
from nagarezu.tables.spec import ColumnSpec
from nagarezu.tables.table import Cell, Column, Row, Table
from nagarezu.tables.words import UNITS

Type = Literal["text", "id", "code", "date", "whole", "real", "truth"]
NONE = "none"  # 該当なし又は記載なし, where a column of words has nothing to say
RATIO, PER_ROW, PURE = "ratio", "per_row", "pure_number"

_IDS = frozenset({"case", "matter", "subject", "item", "holder", "list", "flow"})
# What parts the values of a list: a space, unless the values may hold one.
_BLANKS = r"\s+"
_SEPARATORS = {"basis": r"\s*;\s*", "approvals": r"\s*;\s*", "source": r"[\s、]+"}
_LISTS = frozenset({"assumptions", "candidates", "media_kinds", "refers_to", "place_a", "place_b"})
_LIST_WORDS = ("list_of", "way")
_QUOTATIONS = frozenset({"printed"})  # how a document prints what another column holds


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the rows of a case come from: area, and the documents read."""

    area_code: str = NONE
    municipality: str = NONE
    title: str = NONE
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a data table. `about` names the one that a list or a recipient stood in."""

    name: str
    label: Text
    type: Type
    unit: str = ""
    code_list: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    name: str
    title: Text
    columns: tuple[DataColumn, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Dataset:
    """Data tables and what their documentation is made of."""

    tables: list[DataTable] = field(default_factory=list)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    sources: Sequence[Table] = ()
    tidy: Tidy = field(default_factory=Tidy)


def dataset(
    tables: Sequence[Table], origins: Mapping[str, Origin] | None = None, *, long: bool = True
) -> Dataset:
    """Return the data of tables, with the area of each case beside its id."""
    data = Dataset(origins=origins or {}, sources=tables)
    for table in tables:
        for shaped in _long(table) if long else [_as_listed(table)]:
            placed = _with_area(shaped, data.origins)
            data.tables.append(replace(placed, rows=tuple(_clean(placed, data.tidy))))
        _note_names(table, data)
    return data


def _as_listed(table: Table) -> DataTable:
    columns = tuple(_column(table, column) for column in table.columns)
    return DataTable(table.name, _title(table), columns, table.rows)


def _long(table: Table) -> Iterator[DataTable]:
    """Yield the records, then one table for each column of lists, then one for what was wide."""
    spec = SPECS.get(table.name)
    wide = [c for c in table.columns if _is_wide(table, c)]
    if spec is not None and spec.one_per_recipient:
        yield _melted(table, wide, table.name, "holder", "reach")
        return
    lists = [c for c in table.columns if c not in wide and _separator(c)]
    left = [
        i
        for i, c in enumerate(table.columns)
        if c not in wide and c not in lists and c.name not in _QUOTATIONS
    ]
    record = DataColumn("record", Text("行番号", "Record"), "id")
    numbers = _record_numbers(table)
    yield DataTable(
        table.name,
        _title(table),
        (
            _column(table, table.columns[0]),
            record,
            *(_column(table, table.columns[i]) for i in left[1:]),
        ),
        tuple(
            (row[0], number, *(row[i] for i in left[1:]))
            for number, row in zip(numbers, table.rows, strict=True)
        ),
    )
    for column in lists:
        yield _members(table, column, record, numbers)
    if wide:
        yield _melted(table, wide, f"{table.name}_categories", "category", "stated")


def _record_numbers(table: Table) -> list[int]:
    """Count the rows of each case from 1."""
    seen: dict[Cell, int] = {}
    numbers = []
    for row in table.rows:
        seen[row[0]] = seen.get(row[0], 0) + 1
        numbers.append(seen[row[0]])
    return numbers


def _members(table: Table, column: Column, record: DataColumn, numbers: Sequence[int]) -> DataTable:
    """One record for each value of a column of lists, in the order of the list."""
    at = table.columns.index(column)
    separator = _separator(column)
    rows: list[Row] = []
    for number, row in zip(numbers, table.rows, strict=True):
        listed = [value for value in re.split(separator, str(row[at] or "").strip()) if value]
        rows += [(row[0], number, i, value) for i, value in enumerate(listed, start=1)]
    single = _column(table, column)
    position = DataColumn("position", Text("並び順", "Position"), "id", about=column.name)
    value = replace(single, name=column.name, about=column.name)
    columns = (_column(table, table.columns[0]), record, position, value)
    return DataTable(f"{table.name}_{column.name}", _title(table), columns, tuple(rows))


def _melted(table: Table, wide: Sequence[Column], name: str, key: str, value: str) -> DataTable:
    """One record for each wide column of each row that has a value there."""
    kept = [i for i, c in enumerate(table.columns) if c not in wide and not _separator(c)]
    if key == "category":  # beside the records, which carry the rest
        kept = [0]
    at = {c.name: i for i, c in enumerate(table.columns)}
    numbers = _record_numbers(table)
    rows = [
        (
            *(row[i] for i in kept),
            *((number,) if key == "category" else ()),
            c.name,
            row[at[c.name]],
        )
        for number, row in zip(numbers, table.rows, strict=True)
        for c in wide
        if row[at[c.name]] is not None
    ]
    columns = [_column(table, table.columns[i]) for i in kept]
    if key == "category":
        columns.append(DataColumn("record", Text("行番号", "Record"), "id"))
        columns.append(DataColumn(key, Text("対策の分類", "Category"), "code", "", "category"))
    else:
        columns.append(DataColumn(key, Text("受領者", "Recipient"), "id", "", ""))
    kind = _column(table, wide[0]) if wide else None
    listed = kind.code_list if kind else "reach"
    shown = Text("記載", "Stated") if key == "category" else Text("到達", "Reach")
    columns.append(DataColumn(value, shown, kind.type if kind else "code", "", listed))
    return DataTable(name, _title(table), tuple(columns), tuple(rows))


def _is_wide(table: Table, column: Column) -> bool:
    """Tell columns that repeat: one a recipient, or one a category of safeguards."""
    spec = SPECS.get(table.name)
    if spec is not None and spec.one_per_recipient:
        return column.name not in spec.known()
    return column.words == "stated"


def _separator(column: Column) -> str:
    """The pattern that parts the values of a list; empty for a column of single values."""
    if column.kind != "text":
        return ""
    if column.name in _SEPARATORS:
        return _SEPARATORS[column.name]
    listed = column.words.endswith("*") or column.words in _LIST_WORDS or column.name in _LISTS
    return _BLANKS if listed else ""


def _column(table: Table, column: Column) -> DataColumn:
    words = column.words.removesuffix("*")
    code_list = list_of(column)
    spec = SPECS.get(table.name)
    known = spec.known().get(column.name) if spec else None
    label = _label(known) if known else Text(column.label, column.label)
    return DataColumn(column.name, label, _type(column, words, code_list), _unit(column), code_list)


def _label(spec: ColumnSpec) -> Text:
    return Text(spec.column("text", "ja").label, spec.column("text", "en").label)


def _type(column: Column, words: str, code_list: str) -> Type:
    if words == "date":
        return "date"
    if column.kind == "truth":
        return "truth"
    if code_list:
        return "code"
    if words in _IDS or column.name in _IDS or column.name == "record":
        return "id"
    return column.kind


def _unit(column: Column) -> str:
    if column.kind not in ("whole", "real") or list_of(column):
        return ""
    if column.words.startswith("percent"):
        return RATIO
    if column.unit_from:
        return PER_ROW
    return column.unit if column.unit in UNITS else PURE


def _title(table: Table) -> Text:
    spec = SPECS.get(table.name)
    return spec.title if spec else Text(table.title, table.title)


def _with_area(table: DataTable, origins: Mapping[str, Origin]) -> DataTable:
    """Put the code and name of the municipality behind the case, where cases are known."""
    if not origins or not table.columns or table.columns[0].name != "case":
        return table
    added = [DataColumn("area_code", Text("標準地域コード", "Standard area code"), "id")]
    if all(column.name != "municipality" for column in table.columns):
        added.append(DataColumn("municipality", Text("団体", "Municipality"), "text"))
    rows = []
    for row in table.rows:
        origin = origins.get(str(row[0]), Origin())
        area = (origin.area_code, origin.municipality)[: len(added)]
        rows.append((row[0], *area, *row[1:]))
    columns = (table.columns[0], *added, *table.columns[1:])
    return replace(table, columns=columns, rows=tuple(rows))


def _clean(table: DataTable, tidy: Tidy) -> Iterator[Row]:
    """Tidy texts, and give columns of words a word where they have nothing to say."""
    worded = [column.type in ("text", "id", "code") and not column.unit for column in table.columns]
    for row in table.rows:
        yield tuple(
            NONE
            if word and (cell is None or cell == "")
            else tidy.text(cell)
            if isinstance(cell, str)
            else cell
            for word, cell in zip(worded, row, strict=True)
        )


def _note_names(table: Table, data: Dataset) -> None:
    """Collect what the ids of a table stand for."""
    for i, column in enumerate(table.columns):
        kind = column.words.removesuffix("*")
        kind = kind if kind in _IDS else column.name if column.name in _IDS else ""
        if not kind:
            continue
        for row in table.rows:
            for id_ in re.split(r"\s+", str(row[i] or "").strip()):
                label = table.names(str(row[0]), kind, id_) if id_ else None
                if label:
                    data.names[str(row[0]), kind, id_] = data.tidy.text(label)
    spec = SPECS.get(table.name)
    for column in table.columns if spec and spec.one_per_recipient else ():
        for case in dict.fromkeys(str(row[0]) for row in table.rows):
            label = table.names(case, "holder", column.name)
            if label:
                data.names[case, "holder", column.name] = data.tidy.text(label)
