"""A table of the catalogue as the template takes it: parts with widths, heads, rows, remarks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from nagarezu.languages import Lang
from nagarezu.report.pdf import wording
from nagarezu.report.pdf.columns import INSET, MM, Layout, Part, Setting, ems, inset, layout
from nagarezu.report.pdf.marks import changed_cells
from nagarezu.report.pdf.plain import broken, shown
from nagarezu.report.pdf.wording import filled
from nagarezu.tables.paper import Paper, has_several_cases, paper
from nagarezu.tables.table import Table
from nagarezu.tables.writers import remarks

TURNED_HEIGHT = 46.0  # mm that a turned label may be long
_HEAD_LINES = 6  # of a label that stands upright; a longer one moves below the table
_CAPTION = 9.5  # points
_PAGE = {False: 235.0, True: 148.0}  # mm of a sheet that a row may fill


def grid(table: Table, anchor: str, *, landscape: bool) -> dict[str, Any]:
    """Return the data of a table, and in `landscape` which way its sheet must lie."""
    printed = paper(table)
    heads, unit = _heads(printed, table.lang)
    rows = [[shown(cell) for cell in row] for row in printed.rows]
    numeric = [column.numeric for column in printed.columns]
    cells = [[row[i] for row in rows] for i in range(len(heads))]
    keys = 2 if has_several_cases(table) else 1
    least = (ems(printed.caption) + ems(unit) + 3) * _CAPTION * MM
    found = layout(heads, cells, numeric, keys=keys, least=least, landscape=landscape)
    heads, keyed = _keyed(heads, found, table.lang)
    changed = changed_cells(table, printed)
    below = map(shown, remarks(printed, table.lang))
    count = len(found.parts)
    parts = [
        {
            "caption": shown(printed.caption) + _numbered(number, count, table.lang),
            "widths": part.widths,
            "insets": [inset(turned) for turned in part.turned],
            "heads": [
                _head(heads[i], turned and i not in keyed)
                for i, turned in zip(part.columns, part.turned, strict=True)
            ],
            "aligns": [_align(cells[i], numeric[i], key=i < keys) for i in part.columns],
            "rows": [_row(row, n, part, changed, found.setting) for n, row in enumerate(rows)],
        }
        for number, part in enumerate(found.parts, start=1)
    ]
    return {
        "kind": "table",
        "anchor": anchor,
        "where": shown(printed.caption),
        "landscape": found.setting.landscape,
        "points": found.setting.points,
        "unit": unit,
        "parts": parts,
        "remarks": [broken(line) for line in (*keyed.values(), *below)],
    }


def _heads(printed: Paper, lang: Lang) -> tuple[list[str], str]:
    """Labels of the columns, and the unit above the table if one unit is that of all numbers."""
    units = {column.unit for column in printed.columns if column.numeric}
    one = units.pop() if len(units) == 1 else ""
    heads = []
    for column in printed.columns:
        unit = "" if one or not column.unit else filled(wording.UNIT_IN_HEAD, lang, column.unit)
        heads.append("\n".join([shown(column.label), *([shown(unit)] if unit else [])]))
    return heads, filled(wording.UNIT, lang, shown(one)) if one else ""


def _keyed(heads: Sequence[str], found: Layout, lang: Lang) -> tuple[list[str], dict[int, str]]:
    """Labels too long for the head of a table become numbers, which lines below explain.

    Returns the heads, and the lines by column.
    """
    short, lines = list(heads), dict[int, str]()
    em = found.setting.points * MM
    for part in found.parts:
        for column, width, turned in zip(part.columns, part.widths, part.turned, strict=True):
            room = 2 * TURNED_HEIGHT if turned else _HEAD_LINES * (width - 2 * INSET)
            label, *unit = heads[column].split("\n")
            if column not in lines and ems(label) * em > room * 0.92:
                number = len(lines) + 1
                short[column] = "\n".join([filled(wording.KEY, lang, number), *unit])
                lines[column] = filled(wording.KEYED, lang, number, label)
    return short, lines


def _numbered(number: int, count: int, lang: Lang) -> str:
    return filled(wording.PART, lang, number, count) if count > 1 else ""


def _head(head: str, turned: bool) -> dict[str, Any]:
    return {"lines": [broken(line) for line in head.split("\n")], "turned": turned}


def _align(cells: Sequence[str], number: bool, *, key: bool) -> str:
    """Numbers stand right, marks in the middle, text and what a row is about left."""
    if number:
        return "right"
    return "center" if not key and max(map(ems, cells), default=0.0) <= 3.2 else "left"


def _row(
    row: Sequence[str],
    number: int,
    part: Part,
    changed: frozenset[tuple[int, int]],
    setting: Setting,
) -> dict[str, Any]:
    cells = [{"text": broken(row[i]), "added": (number, i) in changed} for i in part.columns]
    em = setting.points * MM
    lines = max(
        math.ceil(ems(row[i]) * em * 1.1 / (width - 2 * inset(turned)))
        for i, width, turned in zip(part.columns, part.widths, part.turned, strict=True)
    )
    # A row stays on one sheet unless it is so high that it would leave one half empty.
    return {"cells": cells, "breakable": lines * em * 1.4 > _PAGE[setting.landscape] / 3}
