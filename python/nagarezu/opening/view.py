"""What the rules look at: a file as sheets of cells, whatever its format was.

Only cells with a value are kept, so that a sheet with one cell in its last corner costs one cell.
Rows and columns count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["xlsx", "ods", "csv", "json", "xml", "other"]
Value = str | int | float | bool

_PLAIN_NAME = re.compile(r"\w+")


class Look(NamedTuple):
    """How a cell looks, as far as a look could be meant to say something."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = ""
    fill: str = ""
    size: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with a value. `date` is a number shown as a date; `mixed` has several looks.

    `runs` are the parts of a text in several looks (None: that of the cell), `format` is the code
    of its number format.
    """

    row: int
    column: int
    value: Value
    formula: bool = False
    date: bool = False
    mixed: bool = False
    look: Look = PLAIN
    runs: tuple[tuple[str, Look | None], ...] = ()
    format: str = ""

    @property
    def text(self) -> str:
        return self.value if isinstance(self.value, str) else ""


class Area(NamedTuple):
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def place(self) -> str:
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


class Thing(NamedTuple):
    """Something on a sheet that is no cell (`picture`, `text_box`, …), or hidden (`row`, …)."""

    kind: str
    place: str
    text: str = ""  # that it prints


@dataclass(slots=True)
class Sheet:
    """One sheet, or the whole of a file that has no sheets."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden: list[Thing] = field(default_factory=list)
    objects: list[Thing] = field(default_factory=list)
    conditional: list[str] = field(default_factory=list)
    lines: list[Thing] = field(default_factory=list)  # faults of the lines of a CSV
    nested: list[str] = field(
        default_factory=list
    )  # values of JSON or XML that are no single datum
    companion: bool = False  # read beside the file only for what it says of the file

    def place(self, where: str) -> str:
        """`sheet!C5`, with the quotes that Excel puts around names that need them."""
        name = self.name
        shown = name if _PLAIN_NAME.fullmatch(name) else "'" + name.replace("'", "''") + "'"
        return f"{shown}!{where}" if where else shown

    def at(self, cell: Cell) -> str:
        return self.place(address(cell.row, cell.column))


@dataclass(slots=True)
class Book:
    """A file. `declared` is what its suffix says that it is, `kind` what it is."""

    kind: Kind
    declared: str
    sheets: list[Sheet] = field(default_factory=list)
    encoding: str = ""
    bom: bool = False
    macros: bool = False
    from_1904: bool = False  # days count from 1904-01-01 instead of 1899-12-30

    def own(self) -> Iterator[Sheet]:
        """Yield the sheets of the file itself."""
        return (sheet for sheet in self.sheets if not sheet.companion)


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    return f"{letters(column)}{row}"


def written(value: Value | None) -> str:
    """A value as code tables and CSV write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
