"""Rules on the values of columns: numbers, blanks, repeated values, choices, formulas."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from nagarezu.opening.view import Cell, address
from nagarezu.readable.columns import DECORATED, PLAIN, SYMBOL, Judged, folded, several_numbers
from nagarezu.readable.outcome import Finding, Unchecked
from nagarezu.readable.subject import Said, Subject

_DITTO = re.compile(r'[〃″"“”々]|同上|同じ|ditto|do\.|id\.', re.IGNORECASE)
_OTHER = re.compile(r"その他\s*[（(:：\[「、\s].+|other\s*[（(:：\[].+", re.IGNORECASE)
_FULL_WIDTH = re.compile(r"[０-９，．－＋]")


def numbers_are_numbers(subject: Subject) -> Said:
    """L2-01."""
    found = False
    as_text = subject.book.kind in ("csv", "xml")  # where every value is text
    for column in subject.columns():
        if not column.is_number:
            continue
        found = True
        for cell in column.cells:
            code = _fault_of_number(cell, as_text=as_text)
            if code:
                yield Finding(code, column.frame.sheet.at(cell), column.name)
    if not found:
        yield Unchecked("no_numbers")


def _fault_of_number(cell: Cell, *, as_text: bool) -> str:
    text = cell.text
    if not text or SYMBOL.fullmatch(text.strip()) or _DITTO.fullmatch(text.strip()) or cell.formula:
        return ""  # a number, or the business of another rule
    if PLAIN.fullmatch(text) and not _FULL_WIDTH.search(text):
        return "" if as_text else "number_as_text"
    if several_numbers(text):
        return ""
    return "decorated_number" if DECORATED.fullmatch(text.strip()) else "text_in_numbers"


def blank_is_not_zero(subject: Subject) -> Said:
    """L1-09."""
    stated = subject.documentation
    found = False
    for column in subject.data_columns():
        if not column.is_number:
            continue
        found = True
        blanks = len(column.frame.rows) > len(column.cells)
        zeros = any(str(cell.value).strip() in ("0", "0.0", "０") for cell in column.cells)
        explained = stated.about(column.frame.sheet.name, column.name, stated.empty)
        if blanks and zeros and not explained:
            place = (
                f"{column.frame.sheet.place(address(column.frame.head_row, column.column.number))}"
            )
            yield Finding("blank_and_zero", place, column.name)
    if not found:
        yield Unchecked("no_numbers")


def values_are_repeated(subject: Subject) -> Said:
    """L2-02."""
    stated = subject.documentation
    for columns in subject.judged:
        leading = True
        for column in columns:
            for cell in column.cells:
                if _DITTO.fullmatch(cell.text.strip()):
                    yield Finding("ditto_mark", column.frame.sheet.at(cell))
            leading = leading and not column.is_number
            explained = stated.about(column.frame.sheet.name, column.name, stated.empty)
            if leading and column.name and not explained:
                yield from _left_out(column, first=column is columns[0])


def _left_out(column: Judged, *, first: bool) -> Said:
    """Blanks under a value, in the columns that say what a record is about."""
    filled = {cell.row for cell in column.cells}
    blanks = [
        row for row in column.frame.rows if row not in filled and filled and row > min(filled)
    ]
    sheet = column.frame.sheet
    if first:
        for row in blanks:
            yield Finding("blank_key", sheet.place(address(row, column.column.number)))
    elif blanks and column.frame.rows and column.frame.rows[0] in filled:
        values = [cell.value for cell in column.cells]
        # Where values stand once a group, none occurs twice in a row and most rows are blank.
        alone = all(a != b for a, b in pairwise(values))
        if alone and len(blanks) >= len(filled):
            yield Finding(
                "blank_group", sheet.place(address(blanks[0], column.column.number)), column.name
            )


def choices_are_standard(subject: Subject) -> Said:
    """L2-04."""
    found = False
    for column in subject.data_columns():
        if not column.choices:
            continue
        found = True
        kinds: dict[str, list[str]] = {}
        for value in column.choices:
            kinds.setdefault(folded(value), []).append(value)
        for variants in kinds.values():
            if len(variants) > 1:
                rare = min(variants, key=lambda v: column.choices[v])
                cell = next(c for c in column.cells if str(c.value) == rare)
                yield Finding("variant_choice", column.frame.sheet.at(cell), column.name)
        yield from _mixture(column)
    if not found:
        yield Unchecked("no_choices")


def _mixture(column: Judged) -> Said:
    codes = Counter(bool(re.fullmatch(r"\d{1,2}", value)) for value in column.choices)
    if codes[True] and codes[False] and not column.holds_codes:
        cell = next(c for c in column.cells if re.fullmatch(r"\d{1,2}", str(c.value)))
        yield Finding("codes_and_words", column.frame.sheet.at(cell), column.name)


def other_has_its_column(subject: Subject) -> Said:
    """L2-05."""
    for column in subject.data_columns():
        for cell in column.cells:
            if _OTHER.fullmatch(cell.text.strip()):
                yield Finding("other_with_detail", column.frame.sheet.at(cell), column.name)


def no_formulas(subject: Subject) -> Said:
    """L2-06."""
    for sheet, _ in subject.layouts:
        for cell in sheet.cells.values():
            if cell.formula:
                yield Finding("formula", sheet.at(cell))
