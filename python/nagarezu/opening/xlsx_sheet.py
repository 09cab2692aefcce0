"""One sheet of a workbook, read as a stream: cells, merged areas, what is hidden or folded."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from nagarezu.opening import limits
from nagarezu.opening.package import Package, local
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Area, Cell, Sheet, Thing, Value, letters
from nagarezu.opening.xlsx_looks import Looks, Rich, Style, rich_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_COLUMNS_ONLY = re.compile(r"\$?([A-Z]{1,3})")
_PLAIN_STYLE = Style(Cell(1, 1, "").look, False)
_NO_RUNS = Rich("", False, ())
_TRUE = ("1", "true")


def fill_sheet(
    sheet: Sheet,
    package: Package,
    part: str,
    texts: list[Rich],
    looks: Looks,
    left: int,
) -> None:
    """Read the sheet of a part into `sheet`, which may take `left` more cells."""
    reader = _SheetReader(sheet, package.file, texts, looks, left)
    for event, element in package.stream(part):
        name = local(element)
        if event == "start" and name == "row":
            reader.begin_row(element)
        elif event == "end":
            reader.end(name, element)
            if name in ("c", "row", "mergeCell", "col", "conditionalFormatting", "dataValidation"):
                element.clear()
    reader.settle_rows()


class _SheetReader:
    def __init__(self, sheet: Sheet, file: str, texts: list[Rich], looks: Looks, left: int) -> None:
        self.sheet, self.file, self.texts, self.looks, self.left = sheet, file, texts, looks, left
        self.row = self.column = 0
        self.concealed: list[tuple[int, str]] = []  # rows, once it is known which hold something
        self.rows_hidden = False
        self.rows_shown: set[int] = set()

    def begin_row(self, element: Element) -> None:
        stated = element.get("r", "")
        self.row = whole(stated, self.row + 1)
        self.column = 0
        self._within(self.row, 1)
        none_high = element.get("ht") == "0" and element.get("customHeight") in _TRUE
        if element.get("hidden") in _TRUE or none_high:
            folded = element.get("outlineLevel", "0") != "0"
            self.concealed.append((self.row, "folded_row" if folded else "row"))
        elif "ht" in element.attrib or element.get("hidden") is not None:
            self.rows_shown.add(self.row)

    def end(self, name: str, element: Element) -> None:
        if name == "c":
            self._cell(element)
        elif name == "mergeCell":
            self.sheet.merged.append(self._area(element.get("ref", "")))
        elif name == "col":
            self._columns(element)
        elif name == "sheetFormatPr":
            self.rows_hidden = element.get("zeroHeight") in _TRUE
        elif name == "conditionalFormatting":
            self.sheet.conditional.append(element.get("sqref", "").split(" ")[0])

    def settle_rows(self) -> None:
        """Rows beyond the data may be hidden; what counts is what holds something."""
        used = {row for row, _ in self.sheet.cells}
        last = max(used, default=0)
        self.sheet.hidden += [
            Thing(kind, f"{row}:{row}") for row, kind in self.concealed if row <= last
        ]
        if self.rows_hidden and used - self.rows_shown - {row for row, _ in self.concealed}:
            self.sheet.hidden.append(Thing("row", "1:1"))
        self.sheet.hidden = [thing for thing in self.sheet.hidden if self._concerns_data(thing)]

    def _concerns_data(self, thing: Thing) -> bool:
        if not thing.kind.endswith("column"):
            return True
        match = _COLUMNS_ONLY.match(thing.place)
        first = column_number(match.group(1)) if match else 1
        return first <= max((column for _, column in self.sheet.cells), default=0)

    def _columns(self, element: Element) -> None:
        none_wide = element.get("width") == "0" and element.get("customWidth") in _TRUE
        if element.get("hidden") not in _TRUE and not none_wide:
            return
        first, last = whole(element.get("min", "")), whole(element.get("max", ""))
        self._within(1, first)
        self._within(1, last)
        folded = element.get("outlineLevel", "0") != "0"
        place = f"{letters(first)}:{letters(last)}"
        self.sheet.hidden.append(Thing("folded_column" if folded else "column", place))

    def _cell(self, element: Element) -> None:
        stated = _REF.fullmatch(element.get("r", ""))
        row, self.column = (
            (int(stated.group(2)), column_number(stated.group(1)))
            if stated
            else (self.row, self.column + 1)
        )
        self._within(row, self.column)
        kind, index = element.get("t", "n"), whole(element.get("s", ""))
        style = self.looks[index] if 0 <= index < len(self.looks) else _PLAIN_STYLE
        value, rich, formula = self._value(element, kind)
        if value is None or value == "":
            return
        if len(self.sheet.cells) >= self.left:
            raise NotReadable("too_many", self.file, f"{limits.CELLS:,} cells")
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        self.sheet.cells[row, self.column] = Cell(
            row,
            self.column,
            value,
            formula,
            (is_number and style.date) or kind == "d",
            rich.mixed,
            style.look,
            rich.runs,
            style.format,
        )

    def _value(self, element: Element, kind: str) -> tuple[Value | None, Rich, bool]:
        raw, inline, formula = "", None, False
        for child in element:
            name = local(child)
            if name == "v":
                raw = child.text or ""
            elif name == "f":
                formula = True
            elif name == "is":
                inline = rich_text(child)
        if inline is not None:
            return inline.text, inline, formula
        if kind == "s":
            index = whole(raw, -1)
            if not 0 <= index < len(self.texts):
                raise NotReadable("damaged", self.file, "shared string")
            return self.texts[index].text, self.texts[index], formula
        if formula and not raw:
            return "=", _NO_RUNS, True  # a formula that nobody has computed
        if kind == "b":
            return raw == "1", _NO_RUNS, formula
        return (_numeric(raw) if kind == "n" and raw else raw), _NO_RUNS, formula

    def _area(self, reference: str) -> Area:
        ends = [_REF.fullmatch(end) for end in reference.split(":")]
        corners = [(int(m.group(2)), column_number(m.group(1))) for m in ends if m]
        if not corners or len(corners) != len(ends) or len(corners) > 2:
            raise NotReadable("damaged", self.file, "merged area")
        return Area(*corners[0], *corners[-1])

    def _within(self, row: int, column: int) -> None:
        if not (1 <= row <= limits.ROWS and 1 <= column <= limits.COLUMNS):
            raise NotReadable("damaged", self.file, f"row {row}, column {column}")


def whole(text: str, other: int = 0) -> int:
    """Return a small whole number, or `other` for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else other


def _numeric(raw: str) -> Value:
    try:
        number = int(raw) if re.fullmatch(r"-?[0-9]{1,15}", raw) else float(raw)
    except ValueError:
        return raw
    return number if math.isfinite(number) else raw


def column_number(name: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
