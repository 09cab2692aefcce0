"""Review workbooks, filled in as a person would with another program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from nagarezu.languages import Lang
from nagarezu.reviewing.columns import COLUMNS, SHEET
from nagarezu.reviewing.readback import Filled, read_workbook
from nagarezu.reviewing.refusal import InvalidDecision
from nagarezu.reviewing.workbook import draft_workbook


class Book:
    """A workbook of a draft that is open for editing."""

    def __init__(self, case: Mapping[str, Any], folder: Path, lang: Lang = "ja") -> None:
        self.case, self.path, self.lang = case, folder / "draft.xlsx", lang
        self.path.write_bytes(draft_workbook(case, lang=lang))
        self.book = openpyxl.load_workbook(self.path)
        self.sheet: Worksheet = self.book[SHEET.in_(lang)]
        heads = {column.label.in_(lang): column.name for column in COLUMNS}
        self.columns = {heads[str(cell.value)]: cell.column for cell in self.sheet[1]}

    def row(self, key: str) -> int:
        column = self.columns["key"]
        rows = range(2, self.sheet.max_row + 1)
        return next(row for row in rows if self.sheet.cell(row, column).value == key)

    def put(self, key: str, /, **cells: Any) -> None:
        """Fill in cells of a row: decision, corrected, comment, or any other column."""
        row = self.row(key)
        for name, value in cells.items():
            self.sheet.cell(row, self.columns[name]).value = value

    def read(self, case: Mapping[str, Any] | None = None) -> Filled:
        self.book.save(self.path)
        return read_workbook(self.path, case or self.case)

    def refused(self, case: Mapping[str, Any] | None = None) -> list[tuple[str, str]]:
        """Code and cell of each fault."""
        try:
            self.read(case)
        except InvalidDecision as error:
            assert all(one.file == str(self.path) for one in error.refusals)
            return [(one.code, one.at) for one in error.refusals]
        raise AssertionError("the workbook was read")
