"""A draft as a workbook for reviewers: values with columns to fill in, choices, instructions.

Text stays text: no formula, no link. The same draft gives the same bytes.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nagarezu.errors import TooLarge
from nagarezu.inert import width
from nagarezu.languages import Lang
from nagarezu.opening.view import address, letters
from nagarezu.report.sheets import COLUMNS as WIDEST
from nagarezu.report.sheets import ROWS, cell_text, new_workbook, printable
from nagarezu.reviewing.choices import Choice, choices, needed
from nagarezu.reviewing.columns import CHOICES, COLUMNS, FILLED, GUIDE, SHEET
from nagarezu.reviewing.decision import ACTIONS
from nagarezu.reviewing.guide import guide
from nagarezu.reviewing.notes import NOTES, Note
from nagarezu.reviewing.value import Value, values

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from nagarezu.reviewing.documents import Documents

_FONT = {"font_name": "游ゴシック", "font_size": 10.5, "valign": "top"}
_LINE = 17  # points
_MOST_LINES = 12
_MOST_AREAS = 200  # of one rule; more make it longer than programs like to read
_TO_FILL = "#FFF8DC"
_HEAD = "#F2F2F2"
_PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
_WRONG = {
    "ja": ("一覧にない値です", "一覧から選んでください。"),
    "en": ("Not in the list", "Choose one of the list."),
}


def draft_workbook(
    case_json: Mapping[str, Any],
    *,
    documents: Documents | None = None,
    notes: Sequence[Note] = (),
    lang: Lang = "ja",
) -> bytes:
    """Return the bytes of the workbook of a draft; TooLarge if a sheet cannot hold its values."""
    found = values(case_json, documents=documents, lang=lang)
    if len(found) + 1 > ROWS:
        raise TooLarge("values", len(found), len(COLUMNS))
    out = io.BytesIO()
    book = new_workbook(out)
    sheet = book.add_worksheet(SHEET.in_(lang))
    offered = choices(case_json, found, lang)
    ranges = _choices(book, offered, lang)
    if notes:
        _notes(book, notes, lang)
    _guide(book, lang)
    _values(book, sheet, found, lang)
    _validations(sheet, found, offered, ranges, lang)
    sheet.activate()
    book.close()
    return out.getvalue()


def _values(book: Workbook, sheet: Worksheet, found: list[Value], lang: Lang) -> None:
    head = book.add_format(
        {**_FONT, "bold": True, "bottom": 1, "bg_color": _HEAD, "text_wrap": True}
    )
    head_to_fill = book.add_format({**_FONT, "bold": True, "bottom": 1, "bg_color": "#F0DFA0"})
    line = {"bottom": 1, "bottom_color": "#D9D9D9", "text_wrap": True}
    plain = book.add_format({**_FONT, **line})
    grey = book.add_format({**_FONT, **line, "font_color": "#555555"})
    to_fill = book.add_format(
        {**_FONT, "text_wrap": True, "locked": False, "bg_color": _TO_FILL, "num_format": "@",
         "border": 1, "border_color": "#D0C8A8"}
    )  # fmt: skip
    for place, column in enumerate(COLUMNS):
        filled = column.name in FILLED
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.label.in_(lang), head_to_fill if filled else head)
        style = plain if place <= _PLACES["place"] else grey
        for row, value in enumerate(found, start=1):
            if column.of is None:
                sheet.write_blank(row, place, None, to_fill)
            else:
                sheet.write_string(row, place, cell_text(column.of(value, lang)), style)
    for row, value in enumerate(found, start=1):
        sheet.set_row(row, _LINE * min(_lines(value, lang), _MOST_LINES))
    sheet.ignore_errors({"number_stored_as_text": f"A1:{address(len(found) + 1, len(COLUMNS))}"})
    sheet.freeze_panes(1, _PLACES["value"])
    sheet.autofilter(0, 0, max(len(found), 1), len(COLUMNS) - 1)
    sheet.protect(options={"autofilter": True, "format_columns": True, "format_rows": True})
    printable(sheet, landscape=True)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(len(found), 1), _PLACES["comment"])


def _lines(value: Value, lang: Lang) -> int:
    """How many lines the fullest cell of the row takes; not every program finds out itself."""
    main = (c for place, c in enumerate(COLUMNS) if place <= _PLACES["place"])
    shown = ((c.of(value, lang), c.width - 1) for c in main if c.of)
    return max(
        sum(max(-(-width(line) // letters_wide), 1) for line in text.split("\n"))
        for text, letters_wide in shown
    )


def _choices(book: Workbook, offered: Mapping[str, Choice], lang: Lang) -> dict[str, str]:
    """Write one column a list, and return where each stands."""
    sheet = book.add_worksheet(CHOICES.in_(lang))
    head = book.add_format({**_FONT, "bold": True, "bottom": 1, "bg_color": _HEAD})
    plain = book.add_format(_FONT)
    ranges = {}
    for place, (key, choice) in enumerate(offered.items()):
        if place >= WIDEST or len(choice.options) + 1 > ROWS:
            break
        sheet.set_column(place, place, 30)
        sheet.write_string(0, place, cell_text(choice.name), head)
        for row, option in enumerate(choice.options, start=1):
            sheet.write_string(row, place, cell_text(option)[:255], plain)
        ranges[key] = _range(CHOICES.in_(lang), place, len(choice.options))
    sheet.freeze_panes(1, 0)
    sheet.protect()
    printable(sheet, landscape=True)
    sheet.fit_to_pages(0, 1)  # as many pages wide as there are lists
    return ranges


def _range(sheet: str, place: int, rows: int) -> str:
    column = letters(place + 1)
    return f"='{sheet}'!${column}$2:${column}${rows + 1}"


def _notes(book: Workbook, notes: Sequence[Note], lang: Lang) -> None:
    sheet = book.add_worksheet(NOTES.in_(lang))
    style = book.add_format({**_FONT, "text_wrap": True})
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    for row, note in enumerate(notes[: ROWS - 1]):
        sheet.write_string(row, 0, note.name(lang), style)
        sheet.write_string(row, 1, cell_text(note.line), style)
    sheet.protect()
    printable(sheet, landscape=True)


def _guide(book: Workbook, lang: Lang) -> None:
    sheet = book.add_worksheet(GUIDE.in_(lang))
    title = book.add_format({**_FONT, "bold": True, "font_size": 12})
    plain = book.add_format({**_FONT, "text_wrap": True})
    sheet.set_column(0, 0, 74)
    for row, line in enumerate(guide(lang)):
        sheet.write_string(row, 0, line, title if row == 0 else plain)
    sheet.hide_gridlines(2)
    sheet.protect()
    printable(sheet, landscape=False)


def _validations(
    sheet: Worksheet,
    found: list[Value],
    offered: Mapping[str, Choice],
    ranges: Mapping[str, str],
    lang: Lang,
) -> None:
    """Offer the decisions in every row, and the choices where the values are closed."""
    if not found:
        return
    title, message = _WRONG[lang]
    place = _PLACES["decision"]
    words = [text.in_(lang) for text in ACTIONS.values()]
    wrong = {"error_title": title, "error_message": message}
    sheet.data_validation(
        1, place, len(found), place, {"validate": "list", "source": words, **wrong}
    )
    rows: dict[str, list[int]] = defaultdict(list)
    for row, value in enumerate(found, start=1):
        if needed(value) in ranges:
            rows[needed(value)].append(row)
    place = _PLACES["corrected"]
    for key, listed in rows.items():
        options: dict[str, Any] = {"validate": "list", "source": ranges[key], **wrong}
        if not offered[key].only:
            options["show_error"] = False  # several may be written, or a print behind the word
        areas = [[first, place, last, place] for first, last in _runs(listed)]
        for start in range(0, len(areas), _MOST_AREAS):
            first, *others = areas[start : start + _MOST_AREAS]
            more = {"other_cells": others} if others else {}
            sheet.data_validation(*first, {**options, **more})


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """First and last row of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
