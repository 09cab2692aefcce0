"""Registers as tables: a head of one row or more, found by its labels, and a file in each row.

The head may stand below titles, be printed again on each page, and bear group heads over columns.
Columns that only hold ○ below a group of items are items themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, put_together
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key, tidy

_LEAST = 3  # known labels in a row that make it a head
_MARK = re.compile(r"[○◯〇●◎レ✓✔■☑]")
_EMPTY_MARK = re.compile(r"[-ー－―—×✕□☐]?")


@dataclass(slots=True)
class Column:
    """`field` is empty for a column of which the label says nothing that a case holds."""

    field: str
    label: Passage
    head: str = ""  # the label above it that spans several columns
    top: str = ""


@dataclass(slots=True)
class Head:
    """The columns of a table by their number, and how many rows the head takes."""

    columns: dict[int, Column] = field(default_factory=dict)
    rows: int = 1
    second: dict[int, Column] = field(default_factory=dict)  # where a file takes two rows

    def column(self, name: str) -> int | None:
        return next((at for at, each in self.columns.items() if each.field == name), None)


def head(rows: Sequence[Row], index: int) -> Head | None:
    """The head that begins at a row, if one does."""
    if len(rows[index].filled) < _LEAST:
        return None
    single = _of_rows(rows[index : index + 1])
    best = single if _enough(single) else None
    for depth in (2, 3):
        if len(rows) < index + depth or not _goes_on(rows, index, depth, best or single):
            break
        several = _of_rows(rows[index : index + depth])
        if _enough(several):
            best = several
    if best is not None and len(rows) > index + best.rows:
        _stacked(best, rows, index)
    return best


def _stacked(found: Head, rows: Sequence[Row], index: int) -> None:
    """A row of other labels below the head: each file takes two rows."""
    row = rows[index + found.rows]
    below = _of_rows([row])
    labelled = [labels.exact(cell.text) for cell in row.filled]
    if row.grid != rows[index].grid or len(row.filled) < 2 or not all(labelled):
        return
    if set(labelled) & _fields(found) - {"remarks"} or "name" not in _fields(found):
        return
    found.second = below.columns
    found.rows += 1


def _enough(found: Head) -> bool:
    fields = {each.field for each in found.columns.values() if each.field}
    core = fields & set(rules("registers")["core"])
    if len(fields) < _LEAST or len(core) < 2 or not ("name" in fields or len(core) >= 3):
        return False
    known = [labels.find(each.label.text) for _, each in sorted(found.columns.items())]
    listed = sum(1 for each in known if each is not None and each.exact)
    beside = any(a and b and a.field != b.field for a, b in pairwise(known))
    return listed >= 2 and beside  # in a form, a value stands between two labels


def _goes_on(rows: Sequence[Row], index: int, depth: int, above: Head) -> bool:
    """Whether the next row belongs to the head: it fills no column whose label stands alone."""
    row = rows[index + depth - 1]
    if row.grid != rows[index].grid or not row.filled:
        return False
    filled = [at for at, cell in enumerate(row.cells) if cell]
    first = rows[index].cells
    spanned = [at for at in filled if at >= len(first) or not first[at]]
    below = [at for at in filled if at not in spanned]
    alone = {"name", "purpose", "section"}
    named = any(each.field in alone for each in above.columns.values())
    if any(above.columns[at].field in alone for at in below if at in above.columns):
        return False
    if not named and not any(labels.find(row.cells[at].text) for at in filled):
        return False
    texts = [row.cells[at].text for at in filled]
    if all(_MARK.fullmatch(tidy(text)) or _EMPTY_MARK.fullmatch(tidy(text)) for text in texts):
        return False
    return bool(spanned) and all(len(text) <= 40 and "。" not in text for text in texts)


def _of_rows(rows: Sequence[Row]) -> Head:
    found = Head(rows=len(rows))
    width = max(len(row.cells) for row in rows)
    spans: list[Passage] = [Passage()] * len(rows)
    for at in range(width):
        stack: list[Passage] = []
        for level, row in enumerate(rows):
            cell = _cell(row, at)
            if cell:
                spans[level] = cell
                spans[level + 1 :] = [Passage()] * (len(rows) - level - 1)
            stack.append(cell)
        own = next((cell for cell in reversed(stack) if cell), Passage())
        if not own:
            continue
        lowest = max(level for level, cell in enumerate(stack) if cell)
        over = [span for span in spans[:lowest] if span]
        found.columns[at] = _column(own, over)
    _grouped(found)
    return found


_GROUPS = 2


def _grouped(found: Head) -> None:
    """基本的事項 | 心身の状況 | その他 side by side, with no head above them, are items."""
    groups = [at for at, each in found.columns.items() if labels.is_group(each.label.text)]
    beside = [at for at in groups if {at - 1, at + 1} & set(groups)]
    if len(beside) >= _GROUPS and found.column("items") is None:
        for at in beside:
            column = found.columns[at]
            column.field, column.top = "items", column.label.text


_WHOLE = ("collection", "office", "form")  # what stands below them is no field of its own


def _column(own: Passage, over: list[Passage]) -> Column:
    top = over[0].text if over else ""
    by_label = labels.find(own.text)
    name = by_label.field if by_label is not None else ""
    above = next((hit.field for span in reversed(over) if (hit := labels.find(span.text))), "")
    words = rules("registers")["bare"]
    bare = key(tidy(own.text)) in words and above in ("", "summary", "name")
    if over and bare and not labels.is_group(top):
        name = str(words[key(tidy(own.text))])
    elif above == "items" or (over and any(labels.is_group(span.text) for span in over)):
        name = "items"
    elif above and _of_above(above, by_label):
        name = above
    elif not over and not name:
        name = str(words.get(key(tidy(own.text)), ""))
    if name == "more_items":
        name = "items"
    return Column(name, own, tidy(over[-1].text) if over else "", top)


def _of_above(above: str, own: labels.Found | None) -> bool:
    """Whether the head above says what a column holds.

    委託 above 業務 does; 外部提供・委託 above 使用するシステム leaves each its own holders, while
    結合 above システム names the other side.
    """
    if own is None or above in _WHOLE:
        return True
    apart = above in ("recipients", "entrust", "shared") and own.field in ("system", "reentrust")
    return not own.exact and not apart


def _cell(row: Row, column: int) -> Passage:
    return row.cells[column] if 0 <= column < len(row.cells) else Passage()


def read(rows: Sequence[Row], index: int, found: Head, files: list[File]) -> int:
    """Take the rows below a head into files; return where the table ends."""
    width = len(rows[index].cells)
    first = [key(cell.text) for cell in rows[index].cells]
    index += found.rows
    start = index
    end = index
    while end < len(rows) and len(rows[end].cells) > 1 and abs(len(rows[end].cells) - width) <= 1:
        filled = [labels.exact(cell.text) for cell in rows[end].filled[:2]]
        if len(filled) == 2 and filled[0] == "name" and not filled[1]:
            break  # the form of one file begins
        end += 1
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
        elif (again := head(rows, start + at)) is not None and "name" in _fields(again):
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


def _fields(found: Head) -> set[str]:
    return {each.field for each in found.columns.values()}


def _marked(found: Head, body: Sequence[Row]) -> None:
    """Columns of mere marks are items where they stand in a run, or below a head of items."""
    marks = []
    for at, column in found.columns.items():
        texts = [tidy(_cell(row, at).text) for row in body if _cell(row, at)]
        texts = [text for text in texts if text != tidy(column.label.text)]
        only = bool(texts) and all(
            _MARK.fullmatch(text) or _EMPTY_MARK.fullmatch(text) for text in texts
        )
        if only and any(_MARK.fullmatch(text) for text in texts):
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
    if not filled or all(re.fullmatch(r"[(（]?[0-9０-９①-⑳]+[)）]?", text) for text in texts):
        return
    if re.search(rules("registers")["note"], texts[0]):
        return
    name = found.column("name")
    new = name is None or bool(_cell(row, name))
    if name is not None and not new and len(filled) > 2:
        number = found.column("registered")
        new = number is not None and number < name and bool(_cell(row, number))
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
        cell = _cell(row, at)
        if not column.field or not cell:
            continue
        if column.field == "marked":
            if _MARK.fullmatch(tidy(cell.text)):
                label = Passage(column.label.text, (0,), cell.spots[:1])
                file.add("items", Part(label, column.label, column.head, True, grid=row.grid))
            continue
        if re.match(rules("registers")["same"], fold(tidy(cell.text))):
            for part in files[-2].parts(column.field)[:1] if len(files) > 1 else []:
                file.add(column.field, part)
            continue
        head_ = tidy(column.label.text) if column.top else column.head
        same = [p for p in file.parts(column.field) if p.label == column.label]
        if same:
            same[0].text = put_together(same[0].text, cell, page=row.grid != same[0].grid)
            same[0].grid = row.grid
        else:
            file.add(column.field, Part(cell, column.label, head_, grid=row.grid))
