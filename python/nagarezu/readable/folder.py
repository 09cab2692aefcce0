"""A data set as a folder of CSV files: one file a table, and its documentation beside it.

UTF-8 with byte order mark and CRLF, which spreadsheets open without asking; source.csv says so.
"""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

from nagarezu import inert
from nagarezu.errors import WriteFailed
from nagarezu.files import write_whole
from nagarezu.languages import Text
from nagarezu.opening.view import written
from nagarezu.readable.dataset import Dataset, DataTable
from nagarezu.readable.legend import documents
from nagarezu.tables.table import Cell

_ENCODING = Text("UTF-8", "UTF-8")
_BOM = Text("あり", "yes")


def data_csv(data: Dataset) -> dict[str, bytes]:
    """Return the content of each file by its name."""
    tables = [*data.tables, *documents(data, encoding=_ENCODING, bom=_BOM)]
    return {f"{table.name}.csv": _content(table) for table in tables}


def write_folder(data: Dataset, folder: Path) -> Path:
    """Write the files into a folder, each whole or not at all; others in it are left alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailed(str(folder), error.strerror or type(error).__name__) from error
    for name, content in data_csv(data).items():
        write_whole(folder / name, content)
    return folder


def _content(table: DataTable) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert.csv_text(column.name) for column in table.columns])
    writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _field(cell: Cell) -> str:
    if isinstance(cell, str):
        return inert.csv_text(cell)
    if isinstance(cell, float):
        return repr(cell) if math.isfinite(cell) else ""
    return written(cell)
