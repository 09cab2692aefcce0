"""What Excel asks of sheets: formats, names that are unique and short, limits."""

from __future__ import annotations

import datetime
import io
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nagarezu.errors import MissingExtra, TooLarge
from nagarezu.inert import visible, width
from nagarezu.tables.table import Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# A workbook states when it was made; ours a fixed day, so that equal input gives equal bytes.
CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

# Points of a line of 10.5 pt, the tallest row of Excel, and the width of half a full-width
# character in the unit of column widths.
_LINE, _TALLEST, _LETTER = 17.0, 409.0, 1.02

ROWS = 1_048_576
COLUMNS = 16_384
CHARACTERS = 32_767
EXACT = 10**15
_HEADER = 200
_EXCESS = "…[32,767]"
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Styles:
    title: Any
    heading: Any
    head: Any
    label: Any
    wrapped: Any
    number: Any
    percent: Any
    remark: Any

    @classmethod
    def of(cls, book: Workbook) -> Styles:
        font = {"font_name": "游ゴシック", "font_size": 10.5, "valign": "top"}

        def make(**more: Any) -> Any:
            return book.add_format({**font, **more})

        return cls(
            title=make(bold=True, font_size=12),
            heading=make(bold=True),
            head=make(bold=True, text_wrap=True, bottom=1, bg_color="#F2F2F2"),
            label=make(font_color="#555555", text_wrap=True),
            wrapped=make(text_wrap=True),
            number=make(num_format="#,##0"),
            percent=make(num_format="0.0%"),
            remark=make(font_color="#555555"),
        )


def cell_text(text: str) -> str:
    """Return text that a cell can hold; what is cut off is marked with the limit."""
    shown = visible(text)
    if len(shown) <= CHARACTERS:
        return shown
    return shown[: CHARACTERS - len(_EXCESS)] + _EXCESS


def sheet_names(names: Iterable[str]) -> list[str]:
    """Return names that Excel takes for sheets."""
    return unique((_NOT_IN_NAMES.sub(" ", visible(name)).strip() for name in names), limit=31)


def headers(names: Iterable[str]) -> list[str]:
    """Return names that Excel takes for the columns of a table."""
    return unique((cell_text(name) for name in names), limit=255)


def unique(names: Iterable[str], *, limit: int) -> list[str]:
    """Return names cut to the limit, of which no two are alike but for case."""
    taken: set[str] = set()
    result = []
    for name in names:
        plain = name or "_"
        candidate, count = plain[:limit], 1
        while candidate.casefold() in taken:
            count += 1
            ending = f" ({count})"
            candidate = plain[: limit - len(ending)] + ending
        taken.add(candidate.casefold())
        result.append(candidate)
    return result


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height in points of a row of wrapped texts, each with the width of its column.

    Not every program that opens a workbook finds heights by itself.
    """
    rows = (math.ceil(width(text) * _LETTER / wide) for text, wide in cells)
    return min(_TALLEST, _LINE * max(1, *rows, 1))


def fits(table: Table, *, spare: int = 1) -> None:
    """Raise TooLarge for a table with more rows or columns than a sheet has."""
    if len(table.rows) + spare > ROWS or len(table.columns) > COLUMNS:
        raise TooLarge(table.name, len(table.rows), len(table.columns))


def write_number(sheet: Worksheet, row: int, place: int, value: float, style: Any = None) -> None:
    """Write a number; one that Excel would round (beyond 15 digits) is written as text."""
    if isinstance(value, int) and abs(value) >= EXACT:
        sheet.write_string(row, place, str(value), style)
    else:
        sheet.write_number(row, place, value, style)


def new_workbook(out: io.BytesIO) -> Workbook:
    """Open a workbook that writes text as text and carries no time of its own."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingExtra("XlsxWriter", "report") from error
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    book = Workbook(out, options)
    book.set_properties({"created": CREATED, "author": "nagarezu"})
    return book


def printable(sheet: Any, *, landscape: bool, box: str = "") -> None:
    """Set the sheet up for A4 with margins of 20 mm, one page wide; `box` stands top right."""
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.79, right=0.79, top=0.79, bottom=0.79)  # 20 mm
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    if box:
        # Excel reads & as the start of a code, and takes no more than 255 characters.
        sheet.set_header(f"&R{visible(box).replace('&', '&&')[:_HEADER]}")
