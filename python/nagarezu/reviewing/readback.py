"""Reads a filled-in review workbook: decisions, or every fault with its cell.

Only what was exported counts: a row is known by its key, and its other columns must still say what
the draft says, so that rows whose halves were sorted apart are noticed.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nagarezu.languages import LANGUAGES, Lang, Text
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Book, Cell, Sheet, address
from nagarezu.readable.reading import read
from nagarezu.report.sheets import cell_text
from nagarezu.reviewing.columns import COLUMNS, FILLED, SHEET
from nagarezu.reviewing.decision import ACTIONS, Action, Decision
from nagarezu.reviewing.refusal import InvalidDecision, Refusal
from nagarezu.reviewing.shape import members
from nagarezu.reviewing.value import Value, values

_DAY_ZERO = datetime.date(1899, 12, 30)  # of the serial numbers of a workbook
_CHECKED = tuple(column.name for column in COLUMNS if column.kept and column.name != "key")
_NEEDED = (*FILLED, *_CHECKED, "key")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook decides. `missing` are values without a row, `hidden` decided hidden rows."""

    decisions: tuple[Decision, ...]
    missing: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def read_workbook(path: str | Path, case_json: Mapping[str, Any]) -> Filled:
    """Read the decisions of a workbook about a draft.

    InvalidDecision lists every fault with its cell; NotReadable says why a file is not read.
    """
    path = Path(path)
    book = read(path)
    if book.kind not in ("xlsx", "ods"):
        raise NotReadable("unknown_format", path)
    return _Reading(book, str(path), case_json).result()


class _Reading:
    def __init__(self, book: Book, file: str, case_json: Mapping[str, Any]) -> None:
        self.file = file
        self.refusals: list[Refusal] = []
        self.decisions: list[Decision] = []
        self.hidden: list[str] = []
        found = _sheet(book)
        if found is None:
            raise InvalidDecision([Refusal.of("missing_sheet", "", SHEET.ja, file=file)])
        self.sheet, self.lang = found
        self.columns = self._columns()
        self.values = {v.key: v for v in values(case_json, lang=self.lang)}

    def result(self) -> Filled:
        rows: dict[str, int] = {}
        last = max((row for row, _ in self.sheet.cells), default=1)
        concealed = _hidden_rows(self.sheet)
        for row in range(2, last + 1):
            key = self._text(row, "key")
            filled = [self._cell(row, name) for name in FILLED]
            if not key and not any(filled) and not self._printed(row):
                continue
            value = self.values.get(key)
            if value is None:
                self._refuse("unknown_row", row, "key", key)
            elif key in rows:
                self._refuse("duplicate_row", row, "key", key)
            else:
                rows[key] = row
                self._row(row, value)
                if row in concealed and any(filled):
                    self.hidden.append(self._at(row, "key"))
        if self.refusals:
            raise InvalidDecision(self.refusals)
        missing = tuple(key for key in self.values if key not in rows)
        return Filled(tuple(self.decisions), missing, tuple(self.hidden))

    def _columns(self) -> dict[str, int]:
        heads = {(text, lang): c.name for c in COLUMNS for lang, text in _both(c.label)}
        columns: dict[str, int] = {}
        for (row, place), cell in sorted(self.sheet.cells.items()):
            name = heads.get((str(cell.value).strip(), self.lang)) if row == 1 else None
            if name in columns:
                self._refuse_at("duplicate_column", address(1, place), cell.text)
            elif name:
                columns[name] = place
        labels = {column.name: column.label.in_(self.lang) for column in COLUMNS}
        for name in _NEEDED:
            if name not in columns:
                self._refuse_at("missing_column", "A1", labels[name])
        if self.refusals:
            raise InvalidDecision(self.refusals)
        return columns

    def _row(self, row: int, value: Value) -> None:
        shown = {column.name: column.of for column in COLUMNS}
        for name in _CHECKED:
            of = shown[name]
            if of is None or not _alike(self._text(row, name), of(value, self.lang)):
                self._refuse("changed_cell", row, name, self._text(row, name), value.key)
                return
        for name in FILLED:
            cell = self._cell(row, name)
            if cell and cell.formula:
                self._refuse("formula", row, name, "", value.key)
                return
        self._decide(row, value)

    def _decide(self, row: int, value: Value) -> None:
        word, comment = self._text(row, "decision").strip(), self._text(row, "comment").strip()
        given = self._given(row, value)
        action = _action(word)
        if word and action is None:
            self._refuse("unknown_decision", row, "decision", word, value.key)
        elif action == "correct" and given is None:
            self._refuse("value_missing", row, "corrected", "", value.key)
        elif given is not None and action is None:
            self._refuse("value_without_decision", row, "decision", "", value.key)
        elif given is not None and action != "correct":
            self._refuse("value_not_expected", row, "corrected", "", value.key)
        elif action or comment:
            at = self._at(row, "corrected" if action == "correct" else "decision")
            self.decisions.append(Decision(value.key, action or "remark", given, comment, at))

    def _given(self, row: int, value: Value) -> Any:
        """The corrected value; a cell that a workbook shows as a date, as its day."""
        cell = self._cell(row, "corrected")
        if cell is None or (isinstance(cell.value, str) and not cell.value.strip()):
            return None
        member = members(value.kind).get(value.field)
        if cell.date and isinstance(cell.value, int) and member and member.kind == "date":
            return _day(cell.value) or cell.value
        return cell.value

    def _printed(self, row: int) -> bool:
        return any(self._text(row, name) for name in _CHECKED)

    def _cell(self, row: int, name: str) -> Cell | None:
        return self.sheet.cells.get((row, self.columns[name]))

    def _text(self, row: int, name: str) -> str:
        cell = self._cell(row, name)
        return "" if cell is None or cell.formula else str(cell.value)

    def _at(self, row: int, name: str) -> str:
        return self.sheet.place(address(row, self.columns[name]))

    def _refuse(self, code: str, row: int, name: str, what: str, key: str = "") -> None:
        self._refuse_at(code, address(row, self.columns[name]), what, key)

    def _refuse_at(self, code: str, where: str, what: str, key: str = "") -> None:
        at = self.sheet.place(where)
        self.refusals.append(Refusal.of(code, key, what, file=self.file, at=at))


def _alike(text: str, shown: str) -> bool:
    """Whether a cell still says what was exported; some programs take spaces out."""
    return text.split() == cell_text(shown).split()


def _sheet(book: Book) -> tuple[Sheet, Lang] | None:
    for sheet in book.own():
        for lang in LANGUAGES:
            if sheet.name == SHEET.in_(lang):
                return sheet, lang
    return None


def _both(text: Text) -> list[tuple[Lang, str]]:
    return [(lang, text.in_(lang)) for lang in LANGUAGES]


def _action(word: str) -> Action | None:
    plain = word.lower()
    for action, text in ACTIONS.items():
        if plain in (action, *text):
            return action
    return None


def _day(serial: int) -> str | None:
    try:
        return (_DAY_ZERO + datetime.timedelta(days=serial)).isoformat()
    except OverflowError:
        return None


def _hidden_rows(sheet: Sheet) -> set[int]:
    hidden: set[int] = set()
    for thing in sheet.hidden:
        if thing.kind in ("row", "folded_row"):
            first, _, last = thing.place.partition(":")
            hidden |= set(range(int(first), int(last or first) + 1))
    return hidden
