"""The cover of a workbook: what the paper says in words, and which sheets there are.

Figures are no part of a workbook: their descriptions stand in for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from nagarezu.report.circled import circled
from nagarezu.report.sheets import Styles, cell_text, row_height
from nagarezu.report.tree import (
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Runs,
    TableBlock,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SHEETS = {"ja": "シートの一覧", "en": "Sheets"}
_LABEL, _TEXT = 20.0, 66.0
_Line = tuple[str, str, bool]  # left cell, right cell, whether it is a heading


def write_cover(
    sheet: Worksheet, document: Document, sheets: Mapping[str, str], styles: Styles
) -> None:
    """Write the cover. `sheets` gives the name of the sheet of each table by the table's name."""
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, 1, _TEXT)
    sheet.write_string(0, 0, cell_text(document.title), styles.title)
    sheet.write_string(1, 0, cell_text(document.subtitle), styles.title)
    for row, (left, right, heading) in enumerate(_lines(document, sheets), start=3):
        style = styles.heading if heading else styles.label
        words = cell_text(right)
        labels = [] if heading else [(cell_text(left), _LABEL)]
        sheet.set_row(row, row_height([(words, _TEXT), *labels]))
        if left:
            sheet.write_string(row, 0, cell_text(left), style)
        if right:  # a heading runs over a cell only if there is nothing in it
            sheet.write_string(row, 1, words, styles.wrapped)


def _lines(document: Document, sheets: Mapping[str, str]) -> Iterable[_Line]:
    """Yield what stands in words; closing lines (出典, 以上) come after the list of sheets."""
    closing: list[_Line] = []
    for block in document.blocks():
        if isinstance(block, Heading):
            yield block.text, "", True
        elif isinstance(block, Paragraph) and block.role in ("source", "end"):
            closing.append(("", _text(block.runs), False))
        elif isinstance(block, Paragraph):
            yield "", _text(block.runs), False
        elif isinstance(block, Listing):
            for number, runs in enumerate(block.items, start=1):
                sign = circled(number) if block.numbered else "・"
                yield "", f"{sign}　{_text(runs)}", False
        elif isinstance(block, FigureBlock):
            yield block.figure.caption, block.description, False
        elif isinstance(block, Facts):
            for label, runs in block.rows:
                yield label, _text(runs), False
    yield _SHEETS[document.lang], "", True
    named = {block.table.name for block in document.blocks() if isinstance(block, TableBlock)}
    for name, title in sheets.items():
        if name in named:
            yield "", title, False
    yield from closing


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
