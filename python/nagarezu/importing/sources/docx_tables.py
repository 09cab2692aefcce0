"""Tables of a word processor as cells with their spans; covered cells are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagarezu.importing.rules import compiled
from nagarezu.importing.sources.docx_runs import Change
from nagarezu.opening import limits
from nagarezu.opening.package import attribute, local
from nagarezu.opening.refusal import NotReadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
_ROW_CHANGES: dict[str, Change] = {"ins": "added", "del": "removed"}


@dataclass
class Raw:
    """A cell before its text is read."""

    row: int
    column: int
    element: Element
    change: Change = ""
    rows: int = 1
    columns: int = 1


def raw_cells(table: Element, file: str) -> list[Raw]:
    """The cells of a table by row; one merged downwards spans the rows that go on with it."""
    found: list[Raw] = []
    above: dict[int, Raw] = {}  # column → the cell that may go on downwards
    for row, element in enumerate(_children(table, "tr")):
        before, change = _row_properties(element)
        column = before
        reached: dict[int, Raw] = {}
        for cell in _children(element, "tc"):
            columns, goes_on = _properties(cell)
            origin = above.get(column)
            if goes_on and origin is not None:
                origin.rows = row - origin.row + 1
                reached[column] = origin
            else:
                raw = Raw(row, column, cell, change, 1, columns)
                found.append(raw)
                reached[column] = raw
            column += columns
            if column > limits.COLUMNS or len(found) > limits.CELLS:
                raise NotReadable("too_many", file, f"{limits.COLUMNS:,} columns")
        above = reached
    return found


def _children(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _children(child, name)


def _row_properties(row: Element) -> tuple[int, Change]:
    before = 0
    change: Change = ""
    for properties in row:
        if local(properties) == "trPr":
            for part in properties:
                if local(part) == "gridBefore":
                    before = _whole(attribute(part, "val"))
                change = _ROW_CHANGES.get(local(part), change)
    return before, change


def _properties(cell: Element) -> tuple[int, bool]:
    """Columns that a cell spans, and whether it goes on with the one above."""
    columns, goes_on = 1, False
    for properties in cell:
        if local(properties) == "tcPr":
            for part in properties:
                if local(part) == "gridSpan":
                    columns = max(1, _whole(attribute(part, "val")))
                elif local(part) == "vMerge":
                    goes_on = attribute(part, "val") in ("", "continue")
    return columns, goes_on


def _whole(text: str) -> int:
    return int(text) if compiled(r"[0-9]{1,6}").fullmatch(text) else 0
