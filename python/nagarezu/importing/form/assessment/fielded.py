"""Tables that print the form row by row: 項番 | 項目 | 記載, each row a label and its value.

The numbers of the form stand in a column of their own, and a row whose label is left out goes on
with the value of the row above. Without its numbers and its heads, such a table is the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.tables import kind_of, pattern_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_PATH = re.compile(r"\(?(?:[ⅠⅡⅢⅣⅤⅥ][ ]?)?\d{0,2}(?:[-.]\d{1,2})*\)?[ ]?[①-⑳]?")
_FEWEST = 2  # rows that begin with a label of the form


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of such tables as label and value."""
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        at = _label_column(table) if grid else None
        if at is not None:
            yield from _rows(table, at)
        elif grid and len(table) > 1:
            yield from _sections_apart(table)
        else:
            yield from table


_HEADS = ("fields", "blocks", "transfers")
_SPLIT = 1000  # grids of the tables within one table


def _sections_apart(table: Sequence[Row]) -> Iterator[Row]:
    """3 | 使用するシステム | 名称 | 機能, merged over the rows below: the section above them."""
    at, made = 0, 0
    while at < len(table):
        row = table[at]
        wide = next((n for n in (2, 1) if _merged(table, at, n)), 0)
        if not wide:
            yield row
            at += 1
            continue
        made += 1
        yield replace(row, cells=(joined(row.cells[:wide], " "),), grid=0)
        grid = -_SPLIT * row.grid - made - 5_000_000
        yield replace(row, cells=row.cells[wide:], grid=grid)
        at += 1
        while at < len(table) and _goes_on(table[at], wide):
            yield replace(table[at], cells=table[at].cells[wide:], grid=grid)
            at += 1


def _merged(table: Sequence[Row], at: int, wide: int) -> bool:
    """Whether the first cells of a row are a section that goes on in the rows below."""
    row, rest = table[at], table[at].cells[wide:]
    if at + 1 >= len(table) or not _goes_on(table[at + 1], wide) or not all(row.cells[:wide]):
        return False
    head = fold(" ".join(cell.text for cell in row.cells[:wide])).strip()
    if sum(map(bool, rest)) < 2 or len(head) > _LONGEST or not _NUMBERED.match(head):
        return False
    if kind_of(replace(row, cells=rest), "", first=True) in _HEADS:
        return True
    first = next(cell for cell in rest if cell)
    known = _is_label(first) or beside.short_label(f"①{first.text}", head) is not None
    return wide > 1 and bool(heads.section(head)) and known


def _goes_on(row: Row, wide: int) -> bool:
    """Whether nothing stands below the section, and something beside it."""
    return not any(row.cells[:wide]) and sum(map(bool, row.cells[wide:])) > 1


_LONGEST = 30  # characters of the head of a section
_NUMBERED = re.compile(r"[(]?\d{1,2}[).、]?[ ]*[^\d\s]")


def _label_column(table: Sequence[Row]) -> int | None:
    """The column of the labels below a head that says so; None if most of it is something else."""
    cells = table[0].cells
    columns = [i for i, cell in enumerate(cells) if pattern_of("label").search(key(cell.text))]
    if len(columns) != 1 or columns[0] > 1 or len(cells) != columns[0] + 2:
        return None
    if not pattern_of("entry").search(key(cells[-1].text)):
        return None
    at = columns[0]
    printed = [row.cells[at] for row in table[1:] if at < len(row.cells) and row.cells[at]]
    known = sum(_is_label(cell) for cell in printed)
    enough = known >= _FEWEST and 2 * known > len(printed)
    return at if enough and _paths(table, at) else None


def _paths(table: Sequence[Row], at: int) -> bool:
    """Whether the column in front of the labels, if there is one, holds numbers of the form."""
    if at == 0:
        return True
    return all(_PATH.fullmatch(fold(row.cells[0].text).strip()) for row in table[1:])


def _is_label(cell: Passage) -> bool:
    return (
        words.whole(cell.text) is not None
        or beside.short_label(cell.text, "") is not None
        or bool(heads.block(cell.text))
    )


def _rows(table: Sequence[Row], at: int) -> Iterator[Row]:
    for row in table[1:]:
        cells = row.cells[at:]
        if any(cells):
            yield Row(cells, row.place, row.grid, row.level, row.sheet)
