"""One table as a data workbook, for machines first: the 30 rules of machine-readable tables.

Header in row 1, one record a row, stable ASCII names, words instead of signs, nothing merged,
units and labels on a legend sheet, notes on a sheet of their own. Unknown is an empty cell.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.report.sheets import cell_text, fits, headers, new_workbook, write_number
from nagarezu.tables.table import Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LEGEND = ("column", "label", "unit", "kind")
_NOTES = ("case", "code", "text")


def datasheet(table: Table) -> bytes:
    """Return the bytes of the workbook; the same table gives the same bytes."""
    fits(table)
    out = io.BytesIO()
    book = new_workbook(out)
    names = tuple(column.name for column in table.columns)
    _fill(book.add_worksheet(table.name[:31]), names, table.rows, table.name)
    legend = [(c.name, c.label, c.unit, c.kind) for c in table.columns]
    _fill(book.add_worksheet("legend"), _LEGEND, legend, "legend")
    if table.notes:
        notes = [(note.case, note.code, note.text) for note in table.notes]
        _fill(book.add_worksheet("notes"), _NOTES, notes, "notes")
    book.close()
    return out.getvalue()


def datasheets(tables: Sequence[Table]) -> bytes:
    """Return the bytes of a workbook with a sheet for each table, and one legend for all."""
    out = io.BytesIO()
    book = new_workbook(out)
    legend: list[tuple[Cell, ...]] = []
    for table in tables:
        fits(table)
        names = tuple(column.name for column in table.columns)
        _fill(book.add_worksheet(table.name[:31]), names, table.rows, table.name)
        legend += [(table.name, c.name, c.label, c.unit, c.kind) for c in table.columns]
    _fill(book.add_worksheet("legend"), ("table", *_LEGEND), legend, "legend")
    book.close()
    return out.getvalue()


def _fill(
    sheet: Worksheet,
    names: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    name: str,
) -> None:
    for row, values in enumerate(rows, start=1):
        for place, value in enumerate(values):
            _write(sheet, row, place, value)
    shown = headers(names)
    if rows:  # an Excel table needs a row
        columns = [{"header": header} for header in shown]
        options = {"name": f"data_{name}", "columns": columns, "style": None}
        sheet.add_table(0, 0, len(rows), len(names) - 1, options)
    else:
        sheet.write_row(0, 0, shown)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, place: int, value: Cell) -> None:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, str):
        sheet.write_string(row, place, cell_text(value))
    else:
        write_number(sheet, row, place, value)
