"""Registers: files by column or by label, with a head of one row or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.form import labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key

_HEAD_CELLS = 3  # known labels in one row that make it a head


@dataclass(slots=True)
class File:
    """One registered file: its fields, each with the passages of one or more columns."""

    fields: dict[str, list[Passage]] = field(default_factory=dict)
    printed: dict[str, Passage] = field(default_factory=dict)  # the label of each field

    def get(self, name: str) -> Passage:
        return joined(self.fields.get(name, []))


def read(rows: Sequence[Row]) -> tuple[list[File], list[Row]]:
    """The files of a register, and the rows that belong to none."""
    files: list[File] = []
    left: list[Row] = []
    index = 0
    while index < len(rows):
        head = _head(rows[index])
        if head:
            index = _table(rows, index, head, files)
        else:
            if not _pair(rows[index], files):
                left.append(rows[index])
            index += 1
    return [file for file in files if file.fields], left


def _head(row: Row) -> dict[int, tuple[str, Passage]]:
    """Column → field, if the row is the head of a table."""
    found = {}
    for column, cell in enumerate(row.cells):
        label = labels.find("register", cell.text) if cell else None
        if label is not None:
            found[column] = (label.field, cell)
    return found if len(found) >= _HEAD_CELLS else {}


def _table(
    rows: Sequence[Row], index: int, head: dict[int, tuple[str, Passage]], files: list[File]
) -> int:
    width = len(rows[index].cells)
    labels_row = rows[index]
    index += 1
    if index < len(rows) and _second_head(rows[index], head):
        for column, cell in enumerate(rows[index].cells):
            above = _above(labels_row, head, column)
            if cell and above is not None:
                head[column] = above
        index += 1
    name_column = next((column for column, (field_, _) in head.items() if field_ == "name"), None)
    while (
        index < len(rows)
        and len(rows[index].cells) > 1
        and abs(len(rows[index].cells) - width) <= 1
    ):
        row = rows[index]
        again = _head(row)
        index += 1
        if again:
            head = again
            continue
        if name_column is not None and not _cell(row, name_column) and files:
            _add(files[-1], row, head)  # a row that continues over a page
            continue
        file = File()
        _add(file, row, head)
        files.append(file)
    return index


def _second_head(row: Row, head: dict[int, tuple[str, Passage]]) -> bool:
    """A row below the head that fills only columns whose label spans several."""
    names = [
        column for column, (field_, _) in head.items() if field_ in ("name", "purpose", "subjects")
    ]
    return bool(names) and all(not _cell(row, column) for column in names)


def _above(
    labels_row: Row, head: dict[int, tuple[str, Passage]], column: int
) -> tuple[str, Passage] | None:
    """The label above a column, or the nearest to its left that spans it."""
    for left in range(column, -1, -1):
        if left in head:
            return head[left]
        if _cell(labels_row, left):
            return None
    return None


def _cell(row: Row, column: int) -> Passage:
    return row.cells[column] if column < len(row.cells) else Passage()


def _add(file: File, row: Row, head: dict[int, tuple[str, Passage]]) -> None:
    for column, (name, printed) in head.items():
        cell = _cell(row, column)
        if cell:
            file.fields.setdefault(name, []).append(cell)
            file.printed.setdefault(name, printed)


def _pair(row: Row, files: list[File]) -> bool:
    """A row of label and value; the name of a file begins a new one."""
    filled = row.filled
    if len(filled) < 2:
        leading = labels.leading("register", filled[0].text) if filled else None
        if leading is None:
            return bool(filled) and labels.find("register", filled[0].text) is not None
        label, offset = leading
        return _put(files, label.field, filled[0].part(0, offset), filled[0].part(offset))
    put = False
    position = 0
    while position + 1 < len(filled):
        found = labels.find("register", filled[position].text)
        if found is None:
            position += 1
            continue
        put = _put(files, found.field, filled[position], filled[position + 1])
        position += 2
    return put


def _put(files: list[File], name: str, printed: Passage, value: Passage) -> bool:
    new = not files or (
        name == "name"
        and "name" in files[-1].fields
        and key(files[-1].get("name").text) != key(value.text)
    )
    if new:
        files.append(File())
    files[-1].fields.setdefault(name, []).append(value)
    files[-1].printed.setdefault(name, printed)
    return True
