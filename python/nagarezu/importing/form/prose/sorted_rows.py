"""Tables of items that lines of their own sort: ア　申請者に関する項目 between the rows.

A text prints what a sheet would merge over all columns as a line without cells, so that each sort
would be a table, and only the first of them would have the heads of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy

_SORT = re.compile(
    r"(?:[【〔《〈<].{1,36}[】〕》〉>]"
    r"|(?:[(]?(?:[ア-ン]|[A-Za-z]|[IVX]{1,4}|\d{1,2})[).]?|[①-⑳Ⅰ-Ⅹ][.]?|[■◆●○◇□])[ ]?[^。、]{2,36}"
    r"|[^。、]{2,30}(?:項目|情報|もの|関係|関する事項))"
)
_NUMBER = re.compile(r"[(]?(\d{1,3})[).]?")
_LEAST = 2  # cells of a row


def sorted_tables(rows: Sequence[Row]) -> list[Row]:
    """The same rows; what sorts those of a table of items becomes its first column."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at) if _is_head(rows[at]) else at
        found.extend(_as_column(rows[at:end]) if end > at else [rows[at]])
        at = max(end, at + 1)
    return found


def _is_head(row: Row) -> bool:
    """番号 | 項目 | 入手先, and no column that sorts the rows already."""
    kinds = [column_kind(cell) for cell in row.cells]
    return bool(row.grid) and kinds[0] == "number" and "item" in kinds and "group" not in kinds


def _end(rows: Sequence[Row], start: int) -> int:
    """Where the table ends that begins with these heads; `start` if no line sorts its rows."""
    head, at, last, sorts = rows[start], start + 1, 0, 0
    while at < len(rows):
        row = rows[at]
        if number := _number(row, head):
            sorted_ = _is_sort(rows[at - 1], head)
            follows = number == last + 1 or (number == 1 and sorted_)
            if not follows or not (sorted_ or row.grid == rows[at - 1].grid):
                break
            last = number
        elif _is_sort(row, head) and at + 1 < len(rows) and _number(rows[at + 1], head):
            sorts += 1
        else:
            break
        at += 1
    while _is_sort(rows[at - 1], head):
        at -= 1
        sorts -= 1
    return at if sorts > 1 else start


def _number(row: Row, head: Row) -> int:
    """The number of a row of this table; 0 if it is none."""
    if not row.grid or len(row.filled) < _LEAST or len(row.cells) > len(head.cells):
        return 0
    printed = _NUMBER.fullmatch(fold(row.cells[0].text).strip())
    return int(printed[1]) if printed else 0


def _is_sort(row: Row, head: Row) -> bool:
    """A line, or a row of which only the first cell is filled."""
    if len(row.filled) != 1 or not row.cells[0] or row is head:
        return False
    return bool(_SORT.fullmatch(fold(tidy(row.text))))


def _as_column(rows: Sequence[Row]) -> list[Row]:
    head, *body = rows
    here = head.cells[0]
    made = [replace(head, cells=(_instead(here, "区分"), *head.cells))]
    sort = Passage()
    for row in body:
        if _is_sort(row, head):
            sort = row.filled[0]
            continue
        cells = (*row.cells, *[Passage()] * (len(head.cells) - len(row.cells)))
        made.append(replace(row, cells=(sort, *cells), grid=head.grid))
    return made


def _instead(cell: Passage, text: str) -> Passage:
    """Other words where a cell stands."""
    return Passage(text, (0,), cell.spots[:1])
