"""Rules on what makes values mean something: codes, symbols, units, times, areas, definitions."""

from __future__ import annotations

import re

from nagarezu.opening.view import Sheet, written
from nagarezu.readable.areas import is_area_code, is_full_name, is_short_prefecture
from nagarezu.readable.columns import SYMBOL, TEXTS, Judged
from nagarezu.readable.outcome import Finding, Unchecked
from nagarezu.readable.subject import Said, Subject, place_of

_CODED_NAME = re.compile(
    r"コード|code|区分|分類|種別|フラグ|flag|class|status|category", re.IGNORECASE
)
_UNIT_IN_NAME = re.compile(
    r"[（(\[［【].{1,12}[)）\]］】]|率$|割合$|[%％]|数$|_?(yen|jpy|count|persons?|rate|ratio|share|percent|"
    r"pct|days|years|km2?|m2?|kg|kwh)$|^(n|number)_",
    re.IGNORECASE,
)
_UNIT_COLUMN = re.compile(r"単位|unit", re.IGNORECASE)
_TIME_LENGTH = 60  # characters; what is longer is prose
_UNIT_NOTE = re.compile(r"単位\s*[:：]\s*\S")
_ERA = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR明大昭平令])\s*[.．]?\s*(\d{1,2}|[０-９]{1,2}|元)\s*([年.．/／-].*)?"
)
_WESTERN = re.compile(r"(1[89]|20)\d{2}")
_SHORT = re.compile(r"['’]?\d{2}[/.．年-]\d{1,2}([/.．月-].*)?|['’]\d{2}|\d{2}年度?")
_NOTATIONS = (
    ("time code", re.compile(r"\d{10}")),
    ("ISO", re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?|FY\d{4}")),
    ("slashes", re.compile(r"\d{4}/\d{1,2}(/\d{1,2})?")),
    ("kanji", re.compile(r".*\d{4}.*[年度月日].*")),
    ("digits", re.compile(r"\d{6}|\d{8}")),
)
_ASCII_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def code_table(subject: Subject) -> Said:
    """L3-02."""
    stated, found = subject.documentation, False
    for column in subject.data_columns():
        named = stated.list_of(column.frame.sheet.name, column.name)
        if named:
            found = True
            known = stated.codes.get(named, set())
            for cell in column.cells:
                if written(cell.value) not in known:
                    yield Finding("code_not_listed", column.frame.sheet.at(cell), column.name)
        elif _holds_codes(column):
            found = True
            known = set().union(*stated.codes.values())
            if not subject.can_document:
                yield Unchecked("no_documentation")
            elif not {written(cell.value) for cell in column.cells} <= known:
                yield Finding("no_code_table", place_of(column), column.name)
    if not found:
        yield Unchecked("no_codes")


def _holds_codes(column: Judged) -> bool:
    """Few values in short signs under a name that speaks of codes, or plain small numbers."""
    if column.is_area or column.declared in TEXTS or column.is_time:
        return False
    values = {str(cell.value) for cell in column.cells}
    short = bool(values) and all(re.fullmatch(r"[A-Za-z]{0,3}\d{1,3}|[A-Za-z]", v) for v in values)
    return short and len(values) <= 30 and bool(_CODED_NAME.search(column.name))


def symbols_defined(subject: Subject) -> Said:
    """L3-03."""
    stated, found = subject.documentation, False
    for column in subject.columns():
        if not column.is_number:
            continue
        found = True
        seen: set[str] = set()
        for cell in column.cells:
            sign = cell.text.strip()
            if not sign or sign in seen or not SYMBOL.fullmatch(sign) or sign in stated.symbols:
                continue
            seen.add(sign)
            if not subject.can_document:
                yield Unchecked("no_documentation")
                break
            code = "symbol_undefined" if stated.symbols else "symbol_unexplained"
            yield Finding(code, column.frame.sheet.at(cell), column.name)
    if not found:
        yield Unchecked("no_numbers")


def units_stated(subject: Subject) -> Said:
    """L3-04."""
    stated, found = subject.documentation, False
    for columns in subject.judged:
        beside = any(_UNIT_COLUMN.search(column.name) for column in columns)
        beside = beside or any(_states_unit(column.frame.sheet) for column in columns[:1])
        for column in columns:
            if not column.is_number or stated.documents(column.frame):
                continue
            found = True
            sheet = column.frame.sheet.name
            if stated.about(sheet, column.name, stated.units) or beside:
                continue
            if _UNIT_IN_NAME.search(column.name):
                continue
            if not subject.can_document:
                yield Unchecked("no_documentation")
            else:
                code = "unit_missing" if stated.legend else "unit_unstated"
                yield Finding(code, place_of(column), column.name)
    if not found:
        yield Unchecked("no_numbers")


def _states_unit(sheet: Sheet) -> bool:
    """Tell whether a cell says 単位：… for the whole sheet; L1-04 minds where it stands."""
    return any(_UNIT_NOTE.search(cell.text) for cell in sheet.cells.values())


def time_notation(subject: Subject) -> Said:
    """L3-05. Dates that a workbook keeps as dates are right whatever their format shows."""
    found = False
    for column in subject.columns():
        texts = [c for c in column.cells if 0 < len(c.text) <= _TIME_LENGTH and not c.date]
        eras = [c for c in texts if _ERA.fullmatch(c.text.strip()) and not _WESTERN.search(c.text)]
        if column.is_time or (eras and len(eras) * 2 >= len(texts)):
            found = True
            for cell in eras:
                yield Finding("era_year", column.frame.sheet.at(cell), column.name)
        if not column.is_time:
            continue
        for cell in texts:
            if _SHORT.fullmatch(cell.text.strip()) and cell not in eras:
                yield Finding("short_year", column.frame.sheet.at(cell), column.name)
        used = {_notation(cell.text.strip()) for cell in texts} - {""}
        if len(used) > 1:
            yield Finding("mixed_time", place_of(column), column.name)
    if not found:
        yield Unchecked("no_times")


def _notation(text: str) -> str:
    return next((name for name, pattern in _NOTATIONS if pattern.fullmatch(text)), "")


def areas(subject: Subject) -> Said:
    """L3-06."""
    found = False
    for column in subject.data_columns():
        coded = bool(re.search(r"(code|コード|番号)$", column.name, re.IGNORECASE))
        if coded and not re.search(
            r"地域|団体|県|市|area|municipal|prefect|city", column.name, re.IGNORECASE
        ):
            continue
        if not coded and not column.is_area:
            continue
        found = True
        for cell in column.cells:
            text = str(cell.value).strip()
            if text in subject.documentation.symbols or SYMBOL.fullmatch(text):
                continue
            code = _fault_of_code(text) if coded else _fault_of_name(text)
            if code:
                yield Finding(code, column.frame.sheet.at(cell), column.name)
    if not found:
        yield Unchecked("no_areas")


def _fault_of_code(text: str) -> str:
    return "" if is_area_code(text) else "bad_area_code"


def _fault_of_name(text: str) -> str:
    if is_short_prefecture(text):
        return "short_prefecture"
    return "" if is_full_name(text) or is_area_code(text) else "area_not_full"


def definitions(subject: Subject) -> Said:
    """L3-08."""
    stated = subject.documentation
    if not stated.frames and not subject.can_document:
        yield Unchecked("no_documentation")
    for column in subject.data_columns():
        known = (column.frame.sheet.name, column.name)
        ascii_name = not column.name or bool(_ASCII_NAME.fullmatch(column.name))
        if not ascii_name and not stated.about(*known, stated.columns):
            yield Finding("name_not_ascii", place_of(column), column.name)
        if stated.legend and column.name and not stated.about(*known, stated.defined):
            yield Finding("definition_missing", place_of(column), column.name)
    if not subject.can_document:
        return
    if not stated.legend:
        yield Finding("definitions_missing", "")
    for what in ("source", "history"):
        if what not in stated.stated:
            yield Finding(f"{what}_missing", "")
    if subject.book.kind == "csv" and not {"encoding", "bom"} <= stated.stated:
        mark = "BOMあり with BOM" if subject.book.bom else "BOMなし without BOM"
        yield Finding("encoding_missing", "", f"{subject.book.encoding} {mark}")
