"""Places in reading order: one counter for a document, so that places of one source sort."""

from __future__ import annotations

import re
from time import process_time

from nagarezu.importing.blocks import Cell, Grid, Paragraph, Place, Span
from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable

_NO_PLACE_SIGN = re.compile(r"[\s!\x00-\x1f\x7f]+")


class Places:
    """Hands out the places of one source, bounded in number and in time of computing."""

    def __init__(self, source: str, name: str, seconds: int | None = None) -> None:
        self.source, self.name, self._order, self._steps = source, name, 0, 0
        self._seconds = limits.SECONDS if seconds is None else seconds
        self._end = process_time() + self._seconds

    def __call__(self, where: str | int) -> Place:
        self._order += 1
        if self._order > limits.PLACES:
            raise NotReadable("too_many", self.name, f"{limits.PLACES:,} paragraphs and cells")
        self.step()
        return Place(self.source, self._order, str(where))

    def step(self) -> None:
        """Note some work; NotReadable once the time is up."""
        self._steps += 1
        if self._steps % 64 == 0:
            self.check_time()

    def check_time(self) -> None:
        if process_time() > self._end:
            raise NotReadable("too_slow", self.name, f"{self._seconds} s")


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The cell of a grid as spreadsheets name it: 0, 0 → A1."""
    return f"{letters(column)}{row + 1}"


def name_of_sheet(name: str, taken: set[str]) -> str:
    """A name of a sheet as part of a place, where spaces separate places; unique among `taken`."""
    base = _NO_PLACE_SIGN.sub("_", name) or "_"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}~{number}"
    taken.add(found)
    return found


def plain(text: str, place: Place, level: int = 0) -> Paragraph:
    return Paragraph((Span(text),) if text else (), place, level)


def grid(cells: list[Cell], place: Place, name: str = "", hidden: bool = False) -> Grid:
    """A grid just as large as its cells."""
    return Grid(
        tuple(cells),
        max((cell.row + cell.rows for cell in cells), default=0),
        max((cell.column + cell.columns for cell in cells), default=0),
        place,
        name,
        hidden,
    )
