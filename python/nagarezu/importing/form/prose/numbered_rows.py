"""Letters that an office writes into cells: number, label and value side by side.

1 | 諮問の内容 | …, 2 | 経緯 |, (1) | これまで | …: what stands there is the outline of a letter, so
each row becomes the lines that a page would print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_NUMBER = re.compile(
    r"第?[ ]?\d{1,2}[.、]?|[(]\d{1,2}[)]|[ア-ン]|[(][ア-ン][)]|[①-⑳]|[a-z]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]"
)
_MARKED = re.compile(rf"(?P<mark>{_NUMBER.pattern})[ ]+(?=\S)")
_LABEL = 40  # characters
_FEWEST = 3  # numbered rows
_KNOWN = 2  # labels that parts are known by


def as_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows, those of such a letter as lines."""
    for grid, group in groupby(_whole(rows), key=lambda row: row.grid):
        table = list(group)
        inner = _inner_tables(table) if grid else set()
        if grid and _is_letter([row for at, row in enumerate(table) if at not in inner]):
            for at, row in enumerate(table):
                yield from [row] if at in inner else _lines(row)
        else:
            yield from table


def _whole(rows: Sequence[Row]) -> list[Row]:
    """3⇥研修の記録を提出 / させる。 / 4⇥…: the end of a line that was full goes with its number.

    What stands alone behind it is no table by itself, and a row of the same one.
    """
    made: list[Row] = []
    for at, row in enumerate(rows):
        above = made[-1] if made else row
        if row.grid or len(above.cells) != _PAIR or not above.grid:
            made.append(row)
        elif at + 1 < len(rows) and _is_wrapped(above, row, rows[at + 1]):
            last = joined([above.cells[-1], row.whole], "")
            made[-1] = replace(above, cells=(above.cells[0], last))
        elif (mark := _next(above, row)) and above.cells[-1].text.rstrip().endswith("。"):
            cells = (row.whole.part(*mark.span("mark")), row.whole.part(mark.end()))
            made.append(replace(row, cells=cells, grid=above.grid))
        else:
            made.append(row)
    return made


def _is_wrapped(above: Row, row: Row, below: Row) -> bool:
    """Between two numbers that follow one another, behind a line that is not at its end."""
    if above.cells[-1].text.rstrip().endswith("。") or len(above.cells[-1].text) < _FULL:
        return False
    return bool(_next(above, below)) and not _MARKED.match(fold(row.text).strip())


def _next(above: Row, row: Row) -> re.Match[str] | None:
    """The number of a row, where it is the next one."""
    first, mark = fold(above.cells[0].text).strip(), _COUNTED.match(fold(row.text))
    follows = mark and first.isdecimal() and int(mark["mark"]) == int(first) + 1
    return mark if follows else None


_COUNTED = re.compile(r"[ ]*(?P<mark>\d{1,2})[ ]+(?=\S)")
_FULL = 20  # characters of a line that is broken because it is full


def _inner_tables(table: Sequence[Row]) -> set[int]:
    """番号 | 項目 | 備考 among the lines of such a letter, with the rows below as numbers go on."""
    found: set[int] = set()
    for at, row in enumerate(table):
        heads = [column_kind(cell) for cell in row.filled]
        listed = all(heads) or {"item", "measure"} & set(heads)
        if at in found or len(heads) < _KNOWN or heads[0] != "number" or not listed:
            continue
        last = 0
        for below, each in enumerate(table[at + 1 :], at + 1):
            number = compiled(r"\(?(\d{1,2})[.)]?").fullmatch(fold(each.filled[0].text).strip())
            if number is None or int(number[1]) != last + 1:
                break
            last = int(number[1])
            found.update({at, below})
    return found


def _is_letter(table: Sequence[Row]) -> bool:
    """Labels behind numbers of more than one kind, or with lines between them: else a table."""
    numbered = [row for row in table if _mark(row) and len(row.filled) > 1]
    beside = [row for row in numbered if len(row.filled) > _KNOWN]
    if len(numbered) < _FEWEST or any(len(row.filled[1].text.strip()) > _LABEL for row in beside):
        return False
    if any(column_kind(row.cells[0]) == "number" for row in table if row.cells):
        return False
    leads = [row for row in table if _lead(row)]
    kinds = {compiled(r"\d+|[ア-ン①-⑳]").sub("", _mark(row) or _lead(row)) for row in leads}
    alone = any(len(row.filled) == 1 for row in table)
    known = sum(1 for row in leads if topic_of(_label(row)))
    wide = any(len(row.cells) > _KNOWN for row in numbered)  # else a list of things by number
    return (len(kinds) > 1 or (alone and wide)) and known >= _KNOWN


def _mark(row: Row) -> str:
    """The number alone in the first cell that is filled: chapters stand left of their parts."""
    mark = fold(row.filled[0].text).strip() if row.filled else ""
    return mark if _NUMBER.fullmatch(mark) else ""


def _lead(row: Row) -> str:
    """The number alone, or in front of its label: 1　目的."""
    found = _MARKED.match(fold(row.filled[0].text).strip()) if row.filled else None
    return _mark(row) or (found["mark"] if found else "")


def _label(row: Row) -> str:
    if _mark(row):
        return row.filled[1].text if len(row.filled) > 1 else ""
    return _MARKED.sub("", fold(row.filled[0].text).strip())


def _lines(row: Row) -> Iterator[Row]:
    """The number with its label on one line, what stands behind them on the next."""
    for line in _of_cells(row.filled):
        yield Row((Passage(line.text, line.starts, line.spots),), row.place, sheet=row.sheet)


def _of_cells(cells: Sequence[Passage]) -> Iterator[Passage]:
    """5 | 渡す情報 | (1) | 対象者 | …: a number further right begins a line of its own.

    添付 | 別紙1 | 業務の細目: a short cell goes with the one behind it.
    """
    alone = bool(_NUMBER.fullmatch(fold(cells[0].text).strip()))
    first = 2 if alone or not _MARKED.match(fold(cells[0].text).strip()) else 1
    yield joined(cells[:first], "\u3000")
    rest = cells[first:]
    again = len(rest) > 1 and _NUMBER.fullmatch(fold(rest[0].text).strip())
    if again or (len(rest) == _PAIR and len(rest[0].text.strip()) <= _BESIDE):
        yield from _of_cells(rest)
    else:
        yield from rest


_PAIR = 2  # cells
_BESIDE = 12  # characters of a cell in front of what it labels
