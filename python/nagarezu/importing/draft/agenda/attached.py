"""Items that a sheet leaves to an attached paper: 資料5-1のとおり, and there a table or a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import items
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import Table
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_TICK = re.compile(r"^[○◯〇●◎レ✓✔]$")
_MARK = re.compile(r"^[○◯〇●◎レ✓✔×✕ー―—－‐\-]?$")
# the columns of a table that tells for each matter which of the items it handles
_COLUMNS = {
    "process": re.compile(r"電算|記録|システム"),
    "link": re.compile(r"結合|連携"),
    "entrust": re.compile(r"(?<!再)委託"),
    "reentrust": re.compile(r"再委託"),
    "delegate": re.compile(r"委任"),
}
_COLUMN = re.compile(
    r"の(?P<name>「[^「」]{1,16}」|『[^『』]{1,16}』|[^の「」、。]{1,16})の?(?:欄|列)"
)
_CIRCLED = re.compile("[①-⑳]")
_FEWEST = 2  # numbered lines of a list
_LONGEST = 60  # characters of such a line


class Attached:
    """The attached papers of a document, and the items that each lists."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._parts = Parts(rows)
        self._papers = {key(label): head for label, head in self._parts.papers().items()}

    def title(self, label: str) -> str:
        """The line that heads a paper; empty if it is not attached."""
        head = self._papers.get(key(label))
        return self._parts.rows[head.at].text if head else ""

    def fill(self, lists: Iterable[Listed]) -> None:
        """Take the items of the paper where a list has none of its own and points to one."""
        for listed in lists:
            if listed.found.entries:
                continue
            for label in listed.missing:
                found = self._items(label, listed)
                if found.entries:
                    listed.found = _some_of(found, listed.passage.text)
                    break

    def _items(self, label: str, listed: Listed) -> ItemList:
        head = self._papers.get(key(label))
        if head is None:
            return ItemList()
        rows = [self._parts.rows[at] for at in self._parts.within(head)][1:]
        tables = [each for table in _tables(rows) if (each := _of_table(table, listed))[0]]
        if not tables and (lines := _listed(rows)):
            tables = [(lines, [])]
        found = items.read(joined([value for value, _ in tables])) if tables else ItemList()
        numbers = [number for _, each in tables for number in each]
        if len(numbers) == len(found.entries):
            for entry, number in zip(found.entries, numbers, strict=True):
                entry.number = number
        return found


_SOME = re.compile(r"のうち[、]?(?P<which>.+)$", re.DOTALL)
_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?:(?:から|~|-)[^\d]{0,4}(?P<last>\d{1,2}))?")


def _some_of(found: ItemList, pointer: str) -> ItemList:
    """別表1のうち1から4まで: those of these numbers; without numbers nobody knows which."""
    some = _SOME.search(fold(_CIRCLED.sub(lambda m: f" {ord(m[0]) - 0x245F} ", pointer)))
    if some is None:
        return found
    wanted: set[int] = set()
    for each in _NUMBERS.finditer(some["which"]):
        first = int(each["first"])
        wanted.update(range(first, int(each["last"] or first) + 1))
    numbered = enumerate(found.entries, 1)
    kept = [each for at, each in numbered if (each.number or at) in wanted]
    return ItemList(kept, is_open=not kept, open_word="" if kept else "のうち")


def _listed(rows: Sequence[Row]) -> Passage:
    """The lines of a paper that is a numbered list and nothing else."""
    if any(row.grid or "。" in row.text or len(row.text) > _LONGEST for row in rows):
        return Passage()
    lines = joined([row.whole for row in rows])
    return lines if len(outline(lines)[1]) >= _FEWEST else Passage()


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for grid, table in groupby(rows, lambda row: row.grid):
        if grid:
            yield list(table)


def _of_table(rows: Sequence[Row], listed: Listed) -> tuple[Passage, list[int]]:
    """The items of a table whose head names a column of items, and the numbers of those marked.

    Rows without a mark leave gaps in the numbers, so the marked ones are counted anew.
    """
    head = next((at for at, row in enumerate(rows[:2]) if "items" in roles(row).values()), None)
    if head is None:
        return Passage(), []
    body = rows[head + 1 :]
    if sum(map(_is_field, body)) > 1:
        return Passage(), []  # 項目 | 内容: the fields of a sheet
    columns = roles(rows[head])
    ticks = _pointed(rows[head], listed.passage.text)
    ticks = column_of(rows[head], body, listed.kind) if ticks is None else ticks
    table, numbers = Table(Passage(), columns), list[int]()
    at = next((at for at, role in columns.items() if role == "number"), 0)
    for row in body if ticks is None else [row for row in body if is_tick(row, ticks)]:
        printed = fold(_cell(row, at))
        if ticks is not None and printed.isdecimal():
            numbers.append(int(printed))
            row = _counted(row, at, len(numbers))
        table.take(row.cells)
    return table.value, numbers


def _counted(row: Row, at: int, number: int) -> Row:
    """The row with another number in the cell of its number."""
    cell = row.cells[at]
    anew = replace(cell, text=str(number), starts=cell.starts[:1], spots=cell.spots[:1])
    return replace(row, cells=(*row.cells[:at], anew, *row.cells[at + 1 :]))


def _pointed(head: Row, pointer: str) -> int | None:
    """The column of marks that the pointer itself names: 「票2」の欄に○のある項目."""
    words = _COLUMN.search(fold(pointer))
    named = key(words["name"].strip("「」『』")) if words else ""
    columns = [at for at, cell in enumerate(head.cells) if cell and key(cell.text) == named]
    return columns[0] if len(columns) == 1 else None


def _is_field(row: Row) -> bool:
    label = labels.find("agenda", row.filled[0].text) if len(row.filled) > 1 else None
    return label is not None and label.rule != "label_look_alike"


def roles(row: Row) -> dict[int, str]:
    """What the columns below a head hold, as far as it is known."""
    found = {at: labels.find("item_columns", cell.text) for at, cell in enumerate(row.cells)}
    return {
        at: label.field for at, label in found.items() if label and label.rule != "label_look_alike"
    }


def column_of(head: Row, body: Sequence[Row], kind: str) -> int | None:
    """The column with a mark for each item that the matter handles, if the table has one."""
    pattern = _COLUMNS.get(kind)
    for at, cell in enumerate(head.cells):
        marks = [fold(_cell(row, at)) for row in body]
        if pattern and pattern.search(cell.text) and all(map(_MARK.match, marks)) and any(marks):
            return at
    return None


def is_tick(row: Row, at: int) -> bool:
    """Whether a row has a mark in that column."""
    return bool(_TICK.match(fold(_cell(row, at))))


def _cell(row: Row, at: int) -> str:
    return row.cells[at].text.strip() if at < len(row.cells) else ""
