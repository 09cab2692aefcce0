"""Reads .ods: the same view as of a workbook, from the one part that holds all of its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nagarezu.opening import limits
from nagarezu.opening.package import Package, attribute, local
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import PLAIN, Area, Book, Cell, Look, Sheet, Thing, Value, letters
from nagarezu.opening.xlsx_sheet import whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CELLS = ("table-cell", "covered-table-cell")
_DRAWN = {"custom-shape": "shape", "line": "shape", "rect": "shape", "control": "embedded"}
_PLAIN_COLOURS = ("", "transparent", "#000000")


def read_ods(content: bytes, file: str, declared: str) -> Book:
    """Return the view of an Open Document spreadsheet."""
    package = Package(content, file)
    root = package.tree("content.xml")
    styles, hidden = _styles(root)
    book = Book("ods", declared)
    tables = [element for element in root.iter() if local(element) == "table"]
    if not any(local(element) == "spreadsheet" for element in root.iter()):
        raise NotReadable("unknown_format", file)
    if len(tables) > limits.SHEETS:
        raise NotReadable("too_many", file, f"{limits.SHEETS} sheets")
    left = limits.CELLS
    for table in tables:
        sheet = _Sheet(table, styles, file, left).sheet
        left -= len(sheet.cells)
        if attribute(table, "style-name") in hidden:
            sheet.hidden.append(Thing("sheet", ""))
        book.sheets.append(sheet)
    return book


def _styles(root: Element) -> tuple[dict[str, Look], set[str]]:
    """Looks of cells by style, and the styles of tables that are not displayed."""
    looks, hidden = {}, set()
    for style in root.iter():
        if local(style) != "style":
            continue
        name, look = attribute(style, "name"), PLAIN
        for part in style:
            if local(part) == "text-properties":
                look = look._replace(
                    bold=attribute(part, "font-weight") == "bold",
                    italic=attribute(part, "font-style") == "italic",
                    underline=attribute(part, "text-underline-style") not in ("", "none"),
                    strike=attribute(part, "text-line-through-style") not in ("", "none"),
                    colour=_colour(attribute(part, "color")),
                    size=attribute(part, "font-size"),
                )
            elif local(part) == "table-cell-properties":
                look = look._replace(fill=_colour(attribute(part, "background-color")))
            elif local(part) == "table-properties" and attribute(part, "display") == "false":
                hidden.add(name)
        looks[name] = look
    return looks, hidden


def _colour(name: str) -> str:
    return "" if name in _PLAIN_COLOURS else name


class _Sheet:
    """One table, walked in order; groups of rows and columns keep what stands in them."""

    def __init__(self, table: Element, looks: dict[str, Look], file: str, left: int) -> None:
        self.sheet = Sheet(attribute(table, "name"))
        self.looks, self.file, self.left = looks, file, left
        self.row = self.column = 0
        concealed: list[tuple[Thing, int]] = []
        for element, folded in _walk(table):
            name = local(element)
            if name == "table-column":
                concealed += self._columns(element, folded)
            elif name == "table-row":
                concealed += self._rows(element, folded)
            elif name == "shapes":
                self.sheet.objects += [Thing(kind, "") for kind in _drawn(element)]
        self._settle(concealed)

    def _settle(self, concealed: list[tuple[Thing, int]]) -> None:
        """Empty rows and columns behind the data may be hidden."""
        last_row = max((row for row, _ in self.sheet.cells), default=0)
        last_column = max((column for _, column in self.sheet.cells), default=0)
        for thing, first in concealed:
            if first <= (last_column if thing.kind.endswith("column") else last_row):
                self.sheet.hidden.append(thing)

    def _columns(self, element: Element, folded: bool) -> Iterator[tuple[Thing, int]]:
        first = self.column + 1
        self.column += whole(attribute(element, "number-columns-repeated"), 1)
        if folded or attribute(element, "visibility") in ("collapse", "filter"):
            last = min(self.column, limits.COLUMNS)
            place = f"{letters(first)}:{letters(last)}"
            yield Thing("folded_column" if folded else "column", place), first

    def _rows(self, element: Element, folded: bool) -> Iterator[tuple[Thing, int]]:
        first = self.row + 1
        times = whole(attribute(element, "number-rows-repeated"), 1)
        self.row += times
        if folded or attribute(element, "visibility") in ("collapse", "filter"):
            yield Thing("folded_row" if folded else "row", f"{first}:{self.row}"), first
        column = 1
        for cell in element:
            if local(cell) not in _CELLS:
                continue
            across = whole(attribute(cell, "number-columns-repeated"), 1)
            self._cell(cell, first, column, times, across)
            column += across

    def _cell(self, element: Element, row: int, column: int, down: int, across: int) -> None:
        spans = (attribute(element, f"number-{way}-spanned") for way in ("rows", "columns"))
        high, wide = (whole(span, 1) for span in spans)
        if (high, wide) != (1, 1):
            self.sheet.merged.append(Area(row, column, row + high - 1, column + wide - 1))
        for kind in _drawn(element):
            self.sheet.objects.append(Thing(kind, Area(row, column, row, column).place))
        value = _value(element)
        if value == "":
            return
        if down * across > self.left - len(self.sheet.cells):
            raise NotReadable("too_many", self.file, f"{limits.CELLS:,} cells")
        if row + down > limits.ROWS + 1 or column + across > limits.COLUMNS + 1:
            raise NotReadable("damaged", self.file, f"row {row}, column {column}")
        formula = attribute(element, "formula") != ""
        dated = attribute(element, "value-type") in ("date", "time")
        look = self.looks.get(attribute(element, "style-name"), PLAIN)
        mixed = sum(1 for part in element.iter() if local(part) == "span") > 1
        for r in range(row, row + down):
            for c in range(column, column + across):
                self.sheet.cells[r, c] = Cell(r, c, value, formula, dated, mixed, look)


def _walk(table: Element) -> Iterator[tuple[Element, bool]]:
    """Yield columns, rows and shapes in order, with whether a folded group holds them."""
    waiting = [(child, False) for child in reversed(table)]
    while waiting:
        element, folded = waiting.pop()
        if local(element).endswith(("-group", "-rows", "-columns")):
            inside = folded or attribute(element, "display") == "false"
            waiting += [(child, inside) for child in reversed(element)]
        else:
            yield element, folded


def _drawn(element: Element) -> Iterator[str]:
    for part in element.iter():
        name = local(part)
        if name == "annotation":
            yield "comment"
        elif name == "frame":
            inner = {local(child) for child in part}
            yield (
                "text_box" if "text-box" in inner else "chart" if "object" in inner else "picture"
            )
        elif name in _DRAWN:
            yield _DRAWN[name]


def _value(element: Element) -> Value:
    kind = attribute(element, "value-type")
    if kind == "boolean":
        return attribute(element, "boolean-value") == "true"
    if kind in ("float", "percentage", "currency"):
        try:
            number = float(attribute(element, "value"))
        except ValueError:
            return attribute(element, "value")
        return int(number) if number.is_integer() and abs(number) < 10**15 else number
    if kind in ("date", "time"):
        return attribute(element, f"{kind}-value")
    texts = ["".join(part.itertext()) for part in element if local(part) == "p"]
    return "\n".join(texts)
