"""The paper as a workbook: a cover with the two pages, then one sheet a table, a real Excel table.

Numbers stay numbers, so lower and upper bounds keep columns of their own here; codes are in words.
Text is written as text, never as a formula or a link. The same document gives the same bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nagarezu import inert
from nagarezu.languages import Lang
from nagarezu.report.cover import write_cover
from nagarezu.report.sheets import (
    Styles,
    cell_text,
    fits,
    headers,
    new_workbook,
    printable,
    row_height,
    sheet_names,
    write_number,
)
from nagarezu.report.tree import Document, TableBlock
from nagarezu.tables import concat
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
_UPRIGHT = 86.0  # widths of columns that fit across an upright sheet
_NARROWEST, _HEADING, _BROADEST, _GAP = 9.0, 16.0, 36.0, 2.0
_BUTTON = 3.0  # what the button of a filter takes of a heading


def workbook(document: Document) -> bytes:
    """Return the bytes of the workbook. TooLarge for a table that no sheet holds."""
    out = io.BytesIO()
    book = new_workbook(out)
    styles = Styles.of(book)
    tables = tables_of(document)
    names = sheet_names([_COVER[document.lang], *(paper(table).caption for table in tables)])
    cover = book.add_worksheet(names[0])
    printable(cover, landscape=False, box=document.box)
    write_cover(
        cover, document, dict(zip((t.name for t in tables), names[1:], strict=True)), styles
    )
    for position, (name, table) in enumerate(zip(names[1:], tables, strict=True), start=1):
        _sheet(book.add_worksheet(name), table, document, styles, position)
    book.close()
    return out.getvalue()


def tables_of(document: Document) -> list[Table]:
    """Return the tables of a document, those of one name joined: a volume has one sheet of each."""
    by_name: dict[str, list[Table]] = {}
    for block in document.blocks():
        if isinstance(block, TableBlock):
            by_name.setdefault(block.table.name, []).append(block.table)
    joined = [concat(tables) for tables in by_name.values()]
    order = {name: position for position, name in enumerate(_order(document))}
    return sorted(joined, key=lambda table: order[table.name])


def _order(document: Document) -> list[str]:
    """Return the names of tables so that each stands where the cases together have it.

    A case leaves out what it has no rows of, so the first one alone does not tell.
    """
    captions: dict[str, tuple[float, ...]] = {}
    for position, block in enumerate(document.blocks()):
        if isinstance(block, TableBlock):
            number = block.table.number.partition("-")
            digits = tuple(float(part) for part in number if part.isdigit())
            captions.setdefault(block.table.name, digits or (1e3, float(position)))
    return sorted(captions, key=lambda name: captions[name])


def _sheet(
    sheet: Worksheet, table: Table, document: Document, styles: Styles, position: int
) -> None:
    below = remarks(paper(table), table.lang)
    fits(table, spare=_HEADER_ROW + len(below) + 4)
    shown = [i for i, column in enumerate(table.columns) if _shows(column, table)]
    columns = [table.columns[i] for i in shown]
    widths = [_width(table, i) for i in shown]
    landscape = sum(widths) > _UPRIGHT
    printable(sheet, landscape=landscape, box=document.box)
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, wide)
    sheet.write_string(0, 0, cell_text(paper(table).caption), styles.title)
    sheet.write_string(1, 0, cell_text(_units(columns, table.lang)), styles.remark)
    last = _HEADER_ROW + len(table.rows)
    names = headers(column.label for column in columns)
    options = {
        "name": f"nagarezu_{position}_{table.name}",
        "columns": [{"header": name, "header_format": styles.head} for name in names],
        "style": "Table Style Light 1",
    }
    heads = zip(names, widths, strict=True)
    sheet.set_row(_HEADER_ROW, row_height((name, wide - _BUTTON) for name, wide in heads))
    sheet.add_table(_HEADER_ROW, 0, last, len(columns) - 1, options)
    for row, values in enumerate(table.rows, start=_HEADER_ROW + 1):
        cells = [human_cell(table, i, values) for i in shown]
        texts = [(cell_text(str(cell)), wide) for cell, wide in zip(cells, widths, strict=True)]
        sheet.set_row(row, row_height(texts))
        for place, cell in enumerate(cells):
            _write(sheet, row, place, cell, columns[place], styles)
    for row, line in enumerate(below, start=last + 2):
        sheet.write_string(row, 0, cell_text(line), styles.remark)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)


def _width(table: Table, position: int) -> float:
    """Return the width of a column: that of its longest cell, within bounds."""
    cells = (human_cell(table, position, row) for row in table.rows)
    shown = (f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells)
    widest = max(map(inert.width, shown), default=0)
    heading = min(_HEADING, inert.width(table.columns[position].label) + _BUTTON)
    return min(_BROADEST, max(_NARROWEST, heading, widest + _GAP))


def _shows(column: Column, table: Table) -> bool:
    """Leave ids to the data; what the paper merges into one cell has its own column here."""
    if column.name == "case":
        return column.paper and has_several_cases(table)
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


def _units(columns: list[Column], lang: Lang) -> str:
    stated = {
        f"{column.pair or column.label} {unit_name(column.unit, lang)}": None
        for column in columns
        if column.unit
    }
    return _UNIT[lang] + ("、" if lang == "ja" else ", ").join(stated) if stated else ""
