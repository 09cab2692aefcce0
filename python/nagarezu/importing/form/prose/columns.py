"""Tables that a text prints as lines: 番号 項目 備考, and below it 1 氏名 … with spaces between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.rows import Row, width
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_GAP = re.compile(r"[ 　\t]+")
_WIDE = re.compile(r"[ \t]{2,}[ \t　]*|　[ \t　]*")
_MARKS = re.compile(r"^[○◯〇●◎×✕△レ✓－ー―\-]$")
_FIRST = 100_000_000  # numbers of such tables, apart from those of real ones


def gathered(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows; lines below a line of column heads become cells, as long as numbers go on."""
    index, number = 0, _FIRST
    while index < len(rows):
        aligned = list(_aligned(rows, index))
        if aligned:
            number += 2
            for parts, row in aligned:
                yield Row(tuple(parts), row.place, number)
            index += len(aligned)
            continue
        columns = _heads(rows[index])
        body = list(_body(rows[index + 1 :], len(columns))) if columns else []
        if len(body) < 2:
            yield rows[index]
            index += 1
            continue
        number += 2  # two tables in a row stay apart
        line = rows[index].filled[0]
        yield Row(
            tuple(Passage(c, line.starts, line.spots) for c in columns), line.spots[0], number
        )
        for cells, row in body:
            here = row.filled[0]
            made = tuple(Passage(cell, here.starts, here.spots) for cell in cells)
            yield Row(made, row.place, number)
        index += len(body) + 1


def _heads(row: Row) -> list[str]:
    """番号 項目 備考: only words that name columns, the first of them numbers."""
    if row.grid or len(row.filled) != 1 or len(row.text) > 60:
        return []
    cells = _GAP.split(row.text.strip())
    kinds = [column_kind(Passage(cell)) for cell in cells]
    if len(cells) < 2 or kinds[0] != "number":
        return []
    # which work or system each item is for stands in columns that nobody can foresee
    listed = kinds[1] == "item" and all(len(cell) <= _HEAD for cell in cells)
    return cells if listed or all(kinds) else []


_HEAD = 12  # characters of the head of a column


def _body(rows: Sequence[Row], width: int) -> Iterator[tuple[list[str], Row]]:
    wanted = 1
    for row in rows:
        cells = _WIDE.split(row.text.strip())
        if len(cells) != width:
            cells = _GAP.split(row.text.strip(), maxsplit=width - 1)
        number = fold(cells[0]).strip("().")
        if row.grid or len(cells) < 2 or number != str(wanted):
            return
        yield [*cells, *[""] * (width - len(cells))], row
        wanted += 1


_FIRST_COLUMNS = ("item", "group", "subject", "partner", "party", "period")


def _aligned(rows: Sequence[Row], index: int) -> Iterator[tuple[list[Passage], Row]]:
    """項目　　市　　事業者 and below it 氏名　　○　　○: the columns of a text without rules.

    A line with a cell less is read by where its cells stand.
    """
    starts, head = _cut(rows[index])
    kinds = [column_kind(cell) for cell in head]
    if len(head) < 2 or kinds[0] not in _FIRST_COLUMNS:
        return
    if any(len(cell.text) > 16 or compiled("[。:：]").search(cell.text) for cell in head):
        return
    body = [(head, rows[index])]
    for row in rows[index + 1 :]:
        cells = _below(row, starts)
        marks = [cell for cell, kind in zip(cells, kinds, strict=False) if cell and not kind]
        known = all(_MARKS.match(mark.text) for mark in marks) or _in_line(row, starts)
        if not cells or not cells[0] or not known:
            break
        body.append((cells, row))
    if len(body) >= 3:
        yield from body


def _in_line(row: Row, starts: Sequence[int]) -> bool:
    """Whether each cell of a line begins just below a head, whatever that says it holds."""
    places, _ = _cut(row)
    return len(places) == len(starts) and all(
        abs(place - start) <= 1 for place, start in zip(places, starts, strict=True)
    )


def _below(row: Row, starts: Sequence[int]) -> list[Passage]:
    """The cells of a line below those heads; none if it is no line of their table."""
    places, cells = _cut(row)
    if not 2 <= len(cells) <= len(starts) or compiled(r"[(（]?[\d０-９]").match(cells[0].text):
        return []
    if len(cells) == len(starts):
        return cells
    made = [Passage()] * len(starts)
    for place, cell in zip(places, cells, strict=True):
        away = [abs(start - place) for start in starts]
        made[away.index(min(away))] = cell
    return made


def _cut(row: Row) -> tuple[list[int], list[Passage]]:
    """The cells of a printed line, and the columns in which they begin."""
    if row.grid or len(row.cells) != 1 or len(row.text) > 120:
        return [], []
    line = row.cells[0]
    starts, cells, begin = [], [], 0
    for gap in [*_WIDE.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if gap and _spaced(line.text[begin:end], gap.group(), line.text[gap.end() :]):
            continue
        cell = line.part(begin, end)
        if cell:
            starts.append(row.indent + width(line.text, begin))
            cells.append(cell)
        begin = gap.end() if gap else end
    return starts, cells


def _spaced(before: str, gap: str, after: str) -> bool:
    """項　目　名: a word of which the letters are set apart, not cells."""
    alone = all(_LETTER.fullmatch(word) for word in before.split(gap))
    return bool(
        compiled("　{1,3}").fullmatch(gap)
        and alone
        and compiled(rf"{_LETTER.pattern}(?:\s|$)").match(after)
    )


_LETTER = re.compile("[一-龥ぁ-んァ-ヶ]")
