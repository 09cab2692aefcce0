"""Tables that a text prints with nothing but spaces between their columns.

Below a line of heads, lines that fall into as many pieces are its rows. Where a row has fewer, its
first columns are empty: they span the rows above, or the head of the first column is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment import tables as tables
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_PIECE = re.compile(r"\S+(?:[ 　]\S+)*")
_LIST_MARK = re.compile(r"^(?:[・①-⑳]|[(（]?[0-9０-９]{1,2}[)）.． 　])")
_SHORT = 24  # characters; the rest of a cell that is broken over lines
_KINDS = ("fields", "blocks", "transfers", "measures", "crosswalk")


def unfolded(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with spaced tables as rows of cells; their grids are numbered below zero."""
    number, position = 0, 0
    while position < len(rows):
        head = _pieces(rows[position])
        kind = tables.kind_of(_row(head, rows[position], -1), "", first=True) if head else None
        if kind == "transfers" and tables.numbered_first(head):
            kind = None  # its rows are read from their numbers on
        end = _end(rows, position + 1, str(kind)) if kind in _KINDS else position
        if end > position + 1:
            number -= 1
            yield from _table(rows[position:end], number)
            position = end
        elif (close := _close(rows, position)) > position + 1:
            number -= 1
            for row in rows[position:close]:
                yield _row(_words(row), row, number)
            position = close
        else:
            yield rows[position]
            position += 1


_FEWEST = 3  # columns that one blank each parts


def _close(rows: Sequence[Row], start: int) -> int:
    """Where the table ends that begins here, if one blank parts its columns; else `start`."""
    head = _words(rows[start]) if _is_line(rows[start]) else []
    if len(head) < _FEWEST or not all(_is_head(cell.text) for cell in head):
        return start
    end = start + 1
    while end < len(rows) and _is_line(rows[end]) and len(_words(rows[end])) == len(head):
        end += 1
    return end


def _is_line(row: Row) -> bool:
    return not row.grid and len(row.filled) == 1 and not row.level


def _is_head(text: str) -> bool:
    return words.whole(text) is not None or heads.block(f"{text}1") != ""


def _pieces(row: Row) -> list[Passage]:
    """The columns of a printed line, parted by two spaces or more; none if it has but one."""
    if not _is_line(row):
        return []
    line = row.filled[0]
    spans = [match.span() for match in _PIECE.finditer(line.text)]
    return [line.part(*span) for span in spans] if len(spans) > 1 else []


def _row(cells: Sequence[Passage], like: Row, grid: int) -> Row:
    return Row(tuple(cells), like.place, grid, 0, like.sheet)


def _end(rows: Sequence[Row], start: int, kind: str) -> int:
    """Where the table ends that has its heads in front of `start`."""
    end = start
    while end < len(rows):
        row = rows[end]
        if not _is_line(row):
            break
        text = fold(row.filled[0].text)
        if heads.section(text) or heads.part(text, alone=True) is not None:
            break
        labelled = words.split(row.filled[0])[0].label is not None
        if labelled and kind == "fields":
            break
        if not _pieces(row) and not (end > start and _goes_on(rows, end, kind)):
            break
        end += 1
    return end


def _goes_on(rows: Sequence[Row], at: int, kind: str) -> bool:
    """A line of one piece: the next measure of a cell, or the rest of a cell that is broken."""
    text = rows[at].filled[0].text
    if _LIST_MARK.match(text):
        return kind == "measures"
    if kind not in ("transfers", "measures") or len(text) > _SHORT or at + 1 >= len(rows):
        return False
    return bool(rows[at + 1].filled) and bool(_pieces(rows[at + 1]))


def _table(rows: Sequence[Row], grid: int) -> Iterator[Row]:
    lines = [(row, _pieces(row) or [row.filled[0]]) for row in rows]
    width = max(len(cells) for _, cells in lines)
    single = [_words(row) for row in rows[1:]]
    count = len(single[0])
    if count in (width, width + 1) and all(len(cells) == count for cells in single):
        # some columns are only one space apart
        lines, width = [lines[0], *zip(rows[1:], single, strict=True)], count
    made: list[list[Passage]] = []
    places: list[Row] = []
    for row, cells in lines:
        if len(cells) == 1 and made:  # 2 … below 1 … of one cell
            made[-1][-1] = joined([made[-1][-1], cells[0]])
            continue
        made.append([Passage()] * (width - len(cells)) + cells)
        places.append(row)
    for row, cells in zip(places, made, strict=True):
        yield _row(cells, row, grid)


def _words(row: Row) -> list[Passage]:
    line = row.filled[0]
    return [line.part(*match.span()) for match in compiled(r"\S+").finditer(line.text)]
