"""A data set as a workbook for machines: a sheet a table, each a named Excel table from A1.

No title, no look, no merged cell, no formula. The same data give the same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.errors import TooLarge
from nagarezu.inert import width
from nagarezu.languages import Text
from nagarezu.readable.dataset import Dataset, DataTable
from nagarezu.readable.legend import documents
from nagarezu.report.sheets import (
    COLUMNS,
    ROWS,
    cell_text,
    headers,
    new_workbook,
    printable,
    sheet_names,
    write_number,
)
from nagarezu.tables.table import Cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ENCODING = Text("UTF-8（xlsxの規格による）", "UTF-8, as the standard of xlsx says")
_BOM = Text("なし", "no")
_WIDEST = 72


def data_workbook(data: Dataset) -> bytes:
    """Return the bytes of the workbook: the data first, then what they mean."""
    tables = [*data.tables, *documents(data, encoding=_ENCODING, bom=_BOM)]
    for table in tables:
        if len(table.rows) + 1 > ROWS or len(table.columns) > COLUMNS:
            raise TooLarge(table.name, len(table.rows), len(table.columns))
    out = io.BytesIO()
    book = new_workbook(out)
    for name, table in zip(sheet_names(t.name for t in tables), tables, strict=True):
        _fill(book.add_worksheet(name), table, f"data_{name}")
    book.close()
    return out.getvalue()


def _fill(sheet: Worksheet, table: DataTable, name: str) -> None:
    shown = headers(column.name for column in table.columns)
    for row, values in enumerate(table.rows, start=1):
        for place, value in enumerate(values):
            _write(sheet, row, place, value)
    if table.rows:  # an Excel table needs a row
        columns = [{"header": header} for header in shown]
        options = {"name": name.replace(" ", "_"), "columns": columns, "style": None}
        sheet.add_table(0, 0, len(table.rows), len(shown) - 1, options)
    else:
        sheet.write_row(0, 0, shown)
    for place, header in enumerate(shown):
        sheet.set_column(place, place, _width(header, [row[place] for row in table.rows]))
    sheet.freeze_panes(1, 0)
    printable(sheet, landscape=True)
    sheet.repeat_rows(0)


def _width(header: str, values: Sequence[Cell]) -> int:
    """As wide as the values ask for, and room for the button of the filter."""
    widest = max((width(str(value)) for value in values if value is not None), default=0)
    return min(max(widest + 2, width(header) + 4), _WIDEST)


def _write(sheet: Worksheet, row: int, place: int, value: Cell) -> None:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, str):
        if value:
            sheet.write_string(row, place, cell_text(value))
    else:
        write_number(sheet, row, place, value)
