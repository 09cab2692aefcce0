"""A workbook: a sheet for each table, the lines before it in the first column above it."""

from __future__ import annotations

import io
from typing import Any

from documents.build import Built
from documents.build.marked import Places, letters, plain, runs
from documents.parts import Break, Line, Paper, Part, Table


def build(paper: Paper) -> Built:
    import xlsxwriter

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    added = workbook.add_format({"bold": True, "underline": 1})
    wrapped = workbook.add_format({"text_wrap": True, "border": 1})
    places = Places()
    for number, parts in enumerate(_sheets(paper), start=1):
        named = [part.name for part in parts if isinstance(part, Table) and part.name]
        name = named[0] if named else f"Sheet{number}"
        sheet = workbook.add_worksheet(name)
        row = 0
        for part in parts:
            if isinstance(part, Line):
                _write(sheet, row, 0, part.text, added, wrapped)
                places.note(part.key, f"{name}!A{row + 1}")
                row += 1
            elif isinstance(part, Table):
                _table(sheet, name, part, row, places, (added, wrapped))
                row += len(part.rows)
    workbook.close()
    return Built(out.getvalue(), places)


def _sheets(paper: Paper) -> list[list[Part]]:
    """Parts by sheet: a sheet ends behind each table."""
    sheets: list[list[Part]] = [[]]
    for part in paper.parts:
        if isinstance(part, Break):
            continue
        sheets[-1].append(part)
        if isinstance(part, Table):
            sheets.append([])
    return [parts for parts in sheets if parts]


def _table(
    sheet: Any, name: str, table: Table, top: int, places: Places, formats: tuple[Any, Any]
) -> None:
    for row, column, cell in table.placed():
        if cell.rows > 1 or cell.columns > 1:
            bottom, right = top + row + cell.rows - 1, column + cell.columns - 1
            sheet.merge_range(top + row, column, bottom, right, "", formats[1])
        _write(sheet, top + row, column, cell.text, *formats)
        places.note(cell.key, f"{name}!{letters(column)}{top + row + 1}")


def _write(sheet: Any, row: int, column: int, text: str, added: Any, wrapped: Any) -> None:
    parts = runs(text)
    if len(parts) > 1:
        rich = [entry for run in parts for entry in ((added,) if run.added else ()) + (run.text,)]
        assert sheet.write_rich_string(row, column, *rich, wrapped) == 0
    elif parts:
        style = added if parts[0].added else wrapped
        assert sheet.write_string(row, column, plain(text), style) == 0
