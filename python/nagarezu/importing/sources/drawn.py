"""Tables that are drawn in text: ┌─┬─┐ above │ label │ value │, or +---+ above | label | value |.

Where lines part the rows, what stands between two of them is one row, whose cells go on over its
lines; where only the frame is drawn, each line is a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_EDGE = re.compile(
    r"[ \u3000]*(?:[┌┏╔├┣┠╠└┗╚┝┟┢][─━═┄┅┈┉\-－ー―┬┳┯┰╦┼╋┿╂╬┴┻┷┸╩│┃ \u3000]*[┐┓╗┤┫┨╣┘┛╝┥┧┪]"
    r"|\+(?:[-=]{2,}\+)+)[ \u3000]*"
)
_ROW = re.compile(r"[ \u3000]*(?P<bar>[│┃║|｜]).*[│┃║|｜┤┨┫][ \u3000]*")
_BAR = re.compile(r"[│┃║|｜]")
_BEGINS = tuple("┌┏╔├┣╠+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its lines, and the number of the first of them."""

    row: int
    column: int
    text: str
    line: int


def begins(line: str) -> bool:
    """Whether a line is the upper edge of a table."""
    plain = line.strip(" \u3000")
    return plain.startswith(_BEGINS) and bool(_EDGE.fullmatch(line))


def read(text: Sequence[str], position: int) -> tuple[list[Cell], int]:
    """The cells of the table that begins at a line, and the line behind it."""
    end = position
    while end < len(text) and (_EDGE.fullmatch(text[end]) or _ROW.fullmatch(text[end])):
        end += 1
    groups = list(_groups(text, position, end))
    if len(groups) == 1:
        groups = [[number] for number in groups[0]]
    cells: list[Cell] = []
    for row, numbers in enumerate(groups):
        columns: dict[int, list[tuple[int, str]]] = {}
        for number in numbers:
            for column, field in enumerate(_BAR.split(text[number].strip(" \u3000"))[1:-1]):
                if field.strip(" \u3000"):
                    columns.setdefault(column, []).append((number, field.strip(" \u3000")))
        for column, parts in sorted(columns.items()):
            printed = "\n".join(part for _, part in parts)
            cells.append(Cell(row, column, printed, parts[0][0] + 1))
    return cells, end


def _groups(text: Sequence[str], start: int, end: int) -> Iterator[list[int]]:
    """The numbers of the lines of each row."""
    group: list[int] = []
    for number in range(start, end):
        if _EDGE.fullmatch(text[number]):
            if group:
                yield group
            group = []
        else:
            group.append(number)
    if group:
        yield group
