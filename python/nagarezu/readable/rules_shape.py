"""Rules on where things stand: file format, tables, names, blanks between, what is hidden."""

from __future__ import annotations

import re
from collections import Counter

from nagarezu.opening.view import Area, Sheet, address, letters
from nagarezu.readable.columns import Judged, folded
from nagarezu.readable.layout import Block, Layout
from nagarezu.readable.outcome import Finding, Unchecked
from nagarezu.readable.subject import Said, Subject, place_of

_SUFFIXES = {
    "xlsx": (".xlsx", ".xlsm"),
    "ods": (".ods",),
    "csv": (".csv",),
    "json": (".json",),
    "xml": (".xml",),
}
_UNTELLING = re.compile(
    r"[\W_]+|\d{1,3}|(column|col|field|var|列|項目|フィールド)[ _:]*\d+|unnamed.*|[a-z]\d{0,2}",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"((19|20)\d{2}|(令和|平成|昭和|大正|[RHST])\s*(\d{1,2}|元))\s*(年|年度|FY|-?\d{1,2}月?)?.{0,6}"
    r"|.{1,8}[ _(（]((19|20)\d{2})[)）]?|\d{1,2}月"
    r"|(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(.*[^\d０-９.])[\d０-９]{1,3}")


def file_format(subject: Subject) -> Said:
    """L1-01."""
    book = subject.book
    if book.kind == "other":
        yield Finding("format_for_people", "", book.declared or "?")
        return
    if book.declared not in _SUFFIXES[book.kind]:
        yield Finding("suffix_mismatch", "", book.kind)
    if book.macros or book.declared == ".xlsm":
        yield Finding("macros", "")


def one_table(subject: Subject) -> Said:
    """L1-02."""
    for sheet, found in subject.layouts:
        for frame in found.tables:
            yield Finding("several_tables", sheet.place(frame.area.place))
        if found.main:
            yield from _names_again(sheet, found)


def _names_again(sheet: Sheet, found: Layout) -> Said:
    """A row that repeats all names begins another table."""
    columns = found.main.columns if found.main else []
    names = [column.name for column in columns]
    if len([name for name in names if name]) < 2:
        return
    first = {
        cell.row for column in columns[:1] for cell in column.cells if str(cell.value) == names[0]
    }
    rows: dict[int, list[str]] = {row: [] for row in first}
    for column in columns:
        for cell in column.cells:
            if cell.row in rows:
                rows[cell.row].append(str(cell.value).strip())
    for row, values in rows.items():
        if values == [name for name in names if name]:
            yield Finding("several_tables", sheet.place(address(row, columns[0].number)))


def in_one_piece(subject: Subject) -> Said:
    """L1-03."""
    for sheet, found in subject.layouts:
        if found.main is None:
            continue
        for block in found.rows_apart:
            yield Finding("blank_row", sheet.place(f"{block.area.top - 1}:{block.area.top - 1}"))
        for block in found.columns_apart:
            beside = (
                block.area.left - 1
                if block.area.left > found.main.area.left
                else block.area.right + 1
            )
            yield Finding("blank_column", sheet.place(f"{letters(beside)}:{letters(beside)}"))


def nothing_beside(subject: Subject) -> Said:
    """L1-04."""
    for sheet, found in subject.layouts:
        for frame in found.frames():
            for cell in frame.above[:1]:
                yield Finding("text_above", sheet.at(cell))
            for cell in frame.below:
                yield Finding("remark_below", sheet.at(cell))
        for block in found.strays:
            yield Finding(_stray(block, found), sheet.place(block.area.place))


def _stray(block: Block, found: Layout) -> str:
    if found.main and block.area.bottom < found.main.area.top:
        return "text_above"
    if found.main and block.area.top > found.main.area.bottom:
        return "remark_below"
    return "stray_cells"


def named_columns(subject: Subject) -> Said:
    """L1-05."""
    for column in subject.columns():
        frame = column.frame
        if column.column.head is None:
            if _overhang(column):
                continue
            place = address(frame.head_row, column.column.number)
            yield Finding("unnamed_column", frame.sheet.place(place))
        elif _UNTELLING.fullmatch(column.name) and not _YEAR.fullmatch(column.name):
            yield Finding("untelling_name", place_of(column), column.name)


def _overhang(column: Judged) -> bool:
    """A column that only lines with too many fields have is the business of L1-15."""
    long = {thing.place for thing in column.frame.sheet.lines if thing.kind == "long_line"}
    return all(f"{cell.row}:{cell.row}" in long for cell in column.cells) and bool(long)


def no_merged_cells(subject: Subject) -> Said:
    """L1-12."""
    for sheet, _ in subject.layouts:
        for area in sheet.merged:
            yield Finding("merged", sheet.place(area.place))


def nothing_hidden(subject: Subject) -> Said:
    """L1-13."""
    for sheet, _ in subject.layouts:
        for thing in sheet.hidden:
            code = thing.kind if thing.kind.startswith("folded") else f"hidden_{thing.kind}"
            yield Finding(code, sheet.place(thing.place))


def unique_names(subject: Subject) -> Said:
    """L2-03."""
    for columns in subject.judged:
        counted = Counter(column.name for column in columns if column.name)
        seen: set[str] = set()
        for column in columns:
            if counted[column.name] > 1 and column.name in seen:
                yield Finding("repeated_name", place_of(column), column.name)
            seen.add(column.name)
        if columns and columns[0].frame.second_head:
            frame = columns[0].frame
            area = Area(frame.head_row, frame.area.left, frame.head_row + 1, frame.area.right)
            yield Finding("names_over_rows", frame.sheet.place(area.place))


def names_first(subject: Subject) -> Said:
    """L3-01."""
    for sheet, found in subject.layouts:
        if found.main is None:
            continue
        start = (found.main.head_row, found.main.area.left)
        if start != (1, 1):
            yield Finding("header_not_first", sheet.place(address(*start)), address(*start))


def stable_layout(subject: Subject) -> Said:
    """L3-07: sheets are compared by name; if each edition has one, these two."""
    if subject.earlier is None:
        yield Unchecked("earlier_file")
        return
    now, then = _names(subject), _names(subject.earlier)
    if len(now) == len(then) == 1:
        then = {next(iter(now)): next(iter(then.values()))}
    history = subject.documentation.changes
    for sheet, before in then.items():
        if sheet not in now:
            if sheet not in history:
                yield Finding("layout_changed", Sheet(sheet).place(""), sheet)
            continue
        for name in before:
            if name not in now[sheet] and name not in history:
                yield Finding("layout_changed", Sheet(sheet).place(""), name)
    for sheet, names in now.items():
        for name in names:
            if name not in then.get(sheet, names) and name not in history:
                yield Finding("layout_extended", Sheet(sheet).place(""), name)


def _names(subject: Subject) -> dict[str, list[str]]:
    return {
        sheet.name: [column.name for column in found.main.columns if column.name]
        for sheet, found in subject.layouts
        if found.main
    }


def long_form(subject: Subject) -> Said:
    """L3-09."""
    for columns in subject.judged:
        if not columns or subject.documentation.documents(columns[0].frame):
            continue
        years = [c for c in columns if _YEAR.fullmatch(c.name)]
        if len(years) >= 2:
            yield Finding("years_across", place_of(years[0]), f"{years[0].name} … {years[-1].name}")
        stems = Counter(m.group(1) for c in columns if (m := _NUMBERED.fullmatch(folded(c.name))))
        for stem, count in stems.items():
            if count >= 3 and not any(y for y in years if folded(y.name).startswith(stem)):
                first = next(c for c in columns if folded(c.name).startswith(stem))
                yield Finding("numbered_across", place_of(first), f"{first.name} …")
