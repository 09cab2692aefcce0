"""Tables with a column for each contractor or system whose heads only count, or are missing.

The form heads such columns with 委託事項1 and システム2. Offices write (1), システムA or nothing at
all above them; what the columns are, the labels of the rows say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.form.assessment import heads, tables
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

_MARK = re.compile(r"(?:委託|システム)?[ ]?[(]?(?:[a-z]|\d{1,2}|[ア-ン])[)]?")
# by how the fields of a form begin
_BLOCKS = {
    "entrust": "委託事項",
    "contract": "委託事項",
    "reentrust": "委託事項",
    "system": "システム",
}
_FEWEST = 3  # rows, and cells of a row with a label and two values


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, such tables with the heads that the form prints."""
    for grid, found in groupby(rows, lambda row: row.grid):
        table = list(found)
        yield from _headed(table) if grid else table


def _headed(table: Sequence[Row]) -> Iterator[Row]:
    first = table[0]
    wide = len(first.cells) >= _FEWEST and all(len(row.cells) == len(first.cells) for row in table)
    marked = not first.cells[0] and all(_is_mark(cell) for cell in first.cells[1:])
    block = _block(table) if wide and len(table) >= _FEWEST else ""
    if block and (marked or _is_row(first, block)):
        made = (
            Passage(f"{block}{at}", (0,), (cell or first.cells[0]).spots[:1])
            for at, cell in enumerate(first.cells[1:], 1)
        )
        yield replace(first, cells=(Passage(), *made))
        yield from table[marked:]
        return
    contract = len(first.cells) == _PAIR and _topic(first.cells[0]) == _BLOCKS["entrust"]
    for row in table if contract else ():
        yield _in_full(row)
    yield from () if contract else table


_PAIR = 2  # cells: a label and its value


def _in_full(row: Row) -> Row:
    """期間 in a table of one contractor, outside of a block: 委託期間."""
    head = row.cells[0]
    if key(head.text) != "期間":
        return row
    return replace(row, cells=(Passage("委託期間", (0,), head.spots[:1]), *row.cells[1:]))


def _is_mark(cell: Passage) -> bool:
    return bool(_MARK.fullmatch(fold(key(cell.text))))


def _block(table: Sequence[Row]) -> str:
    """What the columns are, as the labels of two rows or more say it."""
    fields = [_topic(row.cells[0]) for row in table]
    return next((each for each in _BLOCKS.values() if fields.count(each) > 1), "")


def _topic(cell: Passage) -> str:
    label = words.whole(cell.text)
    return _BLOCKS.get(label.field.split("_")[0], "") if label else ""


def _is_row(first: Row, block: str) -> bool:
    """委託の内容 | 保守 | 印刷: the first row has its label in front, and no heads."""
    if _topic(first.cells[0]) != block:
        return False
    values = first.cells[1:]
    heads_ = any(heads.block(cell.text) or words.whole(cell.text) for cell in values)
    return all(values) and not heads_ and tables.kind_of(first, "", first=True) is None
