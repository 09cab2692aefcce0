"""The annex as a workbook: a cover, then one sheet per table, each a real Excel table.

Numbers stay numbers, so lower and upper bounds keep columns of their own here; codes are in words.
Text is written as text, never as a formula or a link. The same document gives the same bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nagarezu.report.document import Document
from nagarezu.report.sheets import (
    Styles,
    cell_text,
    fits,
    headers,
    new_workbook,
    printable,
    sheet_names,
    write_number,
)
from nagarezu.tables.paper import has_several_cases, human_cell, paper
from nagarezu.tables.table import Column, Table
from nagarezu.tables.words import unit_name
from nagarezu.tables.writers import remarks

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_COVER = {"ja": "表紙", "en": "Cover"}
_UNIT = {"ja": "単位：", "en": "Unit: "}
_APART = ("unit", "bound")
_HEADER_ROW = 2  # caption and unit line above


def workbook(document: Document) -> bytes:
    """Return the bytes of the workbook."""
    out = io.BytesIO()
    book = new_workbook(out)
    styles = Styles.of(book)
    _cover(book.add_worksheet(_COVER[document.lang]), document, styles)
    names = sheet_names(paper(table).caption for table in document.tables)
    for position, (name, table) in enumerate(zip(names, document.tables, strict=True), start=1):
        _sheet(book.add_worksheet(name), table, document, styles, position)
    book.close()
    return out.getvalue()


def _cover(sheet: Worksheet, document: Document, styles: Styles) -> None:
    printable(sheet, landscape=False)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 70)
    sheet.write_string(0, 0, cell_text(document.title), styles.title)
    lines: list[tuple[str, str]] = [("", document.meaning)]
    for glance in document.glances:
        lines += [("", ""), (glance.id, glance.title)]
        lines += [(fact.label, fact.text) for fact in glance.facts]
        lines += [(document.questions, question) for question in glance.questions]
    lines += [("", ""), ("", document.source), ("", document.absent), ("", document.end)]
    for row, (label, text) in enumerate(lines, start=1):
        sheet.write_string(row, 0, cell_text(label), styles.label)
        sheet.write_string(row, 1, cell_text(text), styles.wrapped)


def _sheet(
    sheet: Worksheet, table: Table, document: Document, styles: Styles, position: int
) -> None:
    fits(table, spare=_HEADER_ROW + 40)
    several = has_several_cases(table)
    shown = [i for i, column in enumerate(table.columns) if _shows(column, several)]
    columns = [table.columns[i] for i in shown]
    layout = paper(table)
    printable(sheet, landscape=len(columns) > 6)
    sheet.write_string(0, 0, cell_text(layout.caption), styles.title)
    sheet.write_string(1, 0, cell_text(_units(columns, table)), styles.remark)
    last = _HEADER_ROW + len(table.rows)
    names = headers(column.label for column in columns)
    sheet.add_table(
        _HEADER_ROW,
        0,
        last,
        len(columns) - 1,
        {
            "name": f"nagarezu_{position}_{table.name}",
            "columns": [{"header": name, "header_format": styles.head} for name in names],
            "style": "Table Style Light 1",
        },
    )
    for row, values in enumerate(table.rows, start=_HEADER_ROW + 1):
        for place, i in enumerate(shown):
            _write(sheet, row, place, human_cell(table, i, values), columns[place], styles)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 12 if column.kind in ("whole", "real") else 22)
    below = [*remarks(layout, table.lang), document.source]
    for row, line in enumerate(below, start=last + 2):
        sheet.write_string(row, 0, cell_text(line), styles.remark)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)


def _shows(column: Column, several: bool) -> bool:
    """Leave ids to the data; what the paper merges into one cell has its own column here."""
    if column.name == "case":
        return several
    return column.paper or column.words in _APART


def _write(
    sheet: Worksheet, row: int, place: int, value: str | int | float, column: Column, styles: Styles
) -> None:
    if isinstance(value, str):
        sheet.write_string(row, place, cell_text(value), styles.wrapped)
    elif column.words.removesuffix("?") == "percent":
        write_number(sheet, row, place, value, styles.percent)
    else:
        write_number(sheet, row, place, value, styles.number)


def _units(columns: list[Column], table: Table) -> str:
    lang = table.lang
    stated = {
        f"{column.pair or column.label} {unit_name(column.unit, lang)}": None
        for column in columns
        if column.unit
    }
    return _UNIT[lang] + ("、" if lang == "ja" else ", ").join(stated) if stated else ""
