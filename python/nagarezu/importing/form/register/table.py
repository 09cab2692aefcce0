"""Registers as tables: a head of one row or more, found by its labels, and a file in each row.

The head may stand below titles, be printed again on each page, and bear group heads over columns.
Columns that only hold ○ below a group of items are items themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.form.register import heads as heads
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, put_together
from nagarezu.importing.form.register.heads import EMPTY_MARK, MARK, Column, Head, cell_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy


def read(rows: Sequence[Row], index: int, found: Head, files: list[File]) -> int:
    """Take the rows below a head into files; return where the table ends."""
    width = len(rows[index].cells)
    first = [key(cell.text) for cell in rows[index].cells]
    index += found.rows
    start = index
    end = index
    while end < len(rows) and len(rows[end].cells) > 1 and abs(len(rows[end].cells) - width) <= 1:
        filled = [labels.exact(cell.text) for cell in rows[end].filled[:2]]
        two = len(filled) == len(rows[end].filled) == 2  # a label and its value
        if rows[end].sheet != rows[start - 1].sheet and 2 * len(rows[end].filled) <= width:
            break  # the title of another sheet
        if len(filled) == 2 and not filled[1] and (filled[0] == "name" or (two and filled[0])):
            break  # the form of one file begins
        end += 1
    end = _other_table(rows, start, end, found)
    body = rows[start:end]
    _marked(found, body)
    known = len(files)
    skip = 0
    second = False
    for at, row in enumerate(body):
        if skip:
            skip -= 1
        elif [key(cell.text) for cell in row.cells] == first:
            skip = found.rows - 1
        elif (again := heads.head(rows, start + at)) is not None and "name" in again.fields:
            _marked(again, body)
            found, skip = again, again.rows - 1
        elif second:
            second = False
            _fill(files[-1], row, found.second, files)
        else:
            before = len(files)
            _row(row, found, files, known)
            second = bool(found.second) and len(files) > before
    files[known:] = [file for file in files[known:] if len(file.fields) > 1]
    return end


_FEW = 3  # cells of a row that can be of no file, where a table has more than twice as many


def _other_table(rows: Sequence[Row], start: int, end: int, found: Head) -> int:
    """番号2の事務の流れ in the column of the numbers, and only short rows below: another table."""
    if found.column("registered") != 0 or len(found.columns) < 2 * _FEW + 1:
        return end
    last = max((at for at in range(start, end) if len(rows[at].filled) > _FEW), default=end)
    for at in range(last + 1, end):
        alone = len(rows[at].filled) == 1 and bool(rows[at].cells[0])
        if alone and compiled("[一-龥ァ-ヶ]{3}").search(rows[at].text):
            return at
    return end


def _marked(found: Head, body: Sequence[Row]) -> None:
    """Columns of mere marks are items where they stand in a run, or below a head of items."""
    marks = []
    for at, column in found.columns.items():
        texts = [tidy(cell_of(row, at).text) for row in body if cell_of(row, at)]
        texts = [text for text in texts if text != tidy(column.label.text)]
        only = bool(texts) and all(
            MARK.fullmatch(text) or EMPTY_MARK.fullmatch(text) for text in texts
        )
        if only and any(MARK.fullmatch(text) for text in texts):
            marks.append(at)
    for at in marks:
        column = found.columns[at]
        beside = any(
            other in marks and found.columns[other].field in ("", "items")
            for other in (at - 1, at + 1)
        )
        if column.field == "items" or (not column.field and beside):
            column.field = "marked"


def _row(row: Row, found: Head, files: list[File], known: int) -> None:
    filled = [(at, cell) for at, cell in enumerate(row.cells) if cell]
    texts = [tidy(cell.text) for _, cell in filled]
    if not filled or all(compiled(r"[(（]?[0-9０-９①-⑳]+[)）]?").fullmatch(text) for text in texts):
        return
    if compiled(rules("registers")["note"]).search(texts[0]):
        return
    name = found.column("name")
    new = name is None or bool(cell_of(row, name))
    if name is not None and not new and len(filled) > 2:
        number = found.column("registered")
        new = number is not None and number < name and bool(cell_of(row, number))
    if len(filled) == 1 and (filled[0][0] == name or not found.columns.get(filled[0][0])):
        return  # a heading over rows
    inside = files and any(p.grid == row.grid for parts in files[-1].fields.values() for p in parts)
    if name is None and inside and len(files) <= known:
        file = files[-1]  # a table within the form of one file
    elif new or len(files) <= known:
        file = File()
        files.append(file)
    else:
        file = files[-1]
    _fill(file, row, found.columns, files)


def _fill(file: File, row: Row, columns: dict[int, Column], files: list[File]) -> None:
    for at, column in columns.items():
        cell = cell_of(row, at)
        if not column.field or not cell:
            continue
        if column.field == "marked":
            if MARK.fullmatch(tidy(cell.text)):
                label = Passage(column.label.text, (0,), cell.spots[:1])
                file.add("items", Part(label, column.label, column.head, True, grid=row.grid))
            continue
        if compiled(rules("registers")["same"]).match(fold(tidy(cell.text))):
            for part in files[-2].parts(column.field)[:1] if len(files) > 1 else []:
                file.add(column.field, part)
            continue
        head_ = tidy(column.label.text) if column.top else column.head
        if column.field == "items":
            head_ = head_ or labels.about(column.label.text)
        same = [p for p in file.parts(column.field) if p.label == column.label]
        if same:
            same[0].text = put_together(same[0].text, cell, page=row.grid != same[0].grid)
            same[0].grid = row.grid
        else:
            file.add(column.field, Part(cell, column.label, head_, grid=row.grid))
