"""Tables that are drawn with characters in a text: │件名│…│ between ├───┼───┤.

What stands between two rules is one row. A line of a cell that goes to its edge goes on in the next
one; one that ends before it, or in front of the next mark of a list, is a line by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_FIRST = "┌┏╔├┣┠╠└┗╚│┃║"
_RULE = re.compile(r"^[┌┏╔├┣┠╠└┗╚][─━═┄┈┬┳┯┴┻┷┼╋┿╂╦╩╬┐┓╗┤┫┨╣┘┛╝ ]*$")
_SIDE = re.compile(r"[│┃║]")
_MARK = re.compile(
    r"\s*(?:[①-⑳・※○◯●◎◇◆□■【〔［《〈]|[(（]?[0-9０-９]{1,2}[)）.．、 　]"
    r"|[(（]?[ア-ン][)）.．、 　])"
)
_FEWEST = 2  # lines of a table
_ROOM = 2  # half widths at the edge that the next character may have been too broad for


@dataclass(slots=True)
class Line:
    """One line of a cell, with those on which it goes on; `number` counts the lines from 0."""

    number: int
    text: str


def may_begin(line: str) -> bool:
    """Whether a line begins as those of a drawn table do."""
    return line.lstrip()[:1] in _FIRST and bool(line.strip())


def end(text: Sequence[str], start: int) -> int:
    """Where the drawn table that begins at a line ends; the line itself if none does."""
    at = start
    while at < len(text) and may_begin(text[at]):
        at += 1
    sides = any(_SIDE.match(line.lstrip()) for line in text[start:at])
    return at if at - start >= _FEWEST and sides else start


def rows(text: Sequence[str], start: int, stop: int) -> Iterator[list[list[Line]]]:
    """The rows of a drawn table: for each column the lines of its cell."""
    cells: list[list[Line]] = []
    edges: list[int] = []
    for number in range(start, stop):
        line = text[number].strip()
        if _RULE.match(line):
            if any(cells):
                yield cells
            cells, edges = [], []
            continue
        printed = _SIDE.split(line)[1:-1]
        if len(printed) > len(cells):
            cells += [[] for _ in range(len(printed) - len(cells))]
            edges += [0] * (len(printed) - len(edges))
        for column, part in enumerate(printed):
            _add(cells[column], part, number, edges[column])
            edges[column] = _left(part)
    if any(cells):
        yield cells


def _add(cell: list[Line], part: str, number: int, left: int) -> None:
    """Put a line into a cell; `left` is the room that the line above it has left."""
    if not part.strip():
        return
    if cell and left <= _ROOM and not _MARK.match(part):
        cell[-1].text += part.strip()
    else:
        cell.append(Line(number, part.rstrip()))


def _left(part: str) -> int:
    return _width(part) - _width(part.rstrip())


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "FWA" else 1 for char in text)
