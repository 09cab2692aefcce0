"""Tables as CSV (data), and as Markdown and plain text (for people)."""

from __future__ import annotations

import csv as csv_module
import io
import math
from collections.abc import Iterable

from nagarezu import inert
from nagarezu.languages import Lang
from nagarezu.tables.paper import Paper, PaperColumn, paper
from nagarezu.tables.table import Cell, Table

_NOTE = {"ja": "注", "en": "Note"}


def csv(table: Table, *, excel: bool = False) -> str:
    """Return one record a line under the column names; unknown is an empty field.

    `excel` adds the byte order mark and the line ends that Excel expects. Formulas are inert.
    """
    out = io.StringIO()
    if excel:
        out.write("\ufeff")
    writer = csv_module.writer(out, lineterminator="\r\n" if excel else "\n")
    writer.writerow([inert.csv_text(column.name) for column in table.columns])
    writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _field(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return inert.csv_text(cell) if isinstance(cell, str) else repr(cell)


def heading(column: PaperColumn, lang: Lang) -> str:
    """Return the label with its unit in brackets."""
    if not column.unit:
        return column.label
    return f"{column.label}（{column.unit}）" if lang == "ja" else f"{column.label} ({column.unit})"


def remarks(shown: Paper, lang: Lang) -> list[str]:
    """Return the lines under a table: legends, then notes numbered if there are several."""
    notes = [
        f"{_NOTE[lang]}{i if len(shown.notes) > 1 else ''}{'）' if lang == 'ja' else ': '}{text}"
        for i, text in enumerate(shown.notes, start=1)
    ]
    mark = "※ " if lang == "ja" else "* "
    return [f"{mark}{legend}" for legend in shown.legends] + notes


def markdown(table: Table) -> str:
    """Return caption, table and remarks in GitHub's Markdown."""
    shown = paper(table)
    heads = [inert.markdown(heading(column, table.lang)) for column in shown.columns]
    rules = ["---:" if column.numeric else "---" for column in shown.columns]
    lines = [f"**{inert.markdown(shown.caption)}**", "", _piped(heads), _piped(rules)]
    lines += [_piped(inert.markdown(cell) for cell in row) for row in shown.rows]
    below = [inert.markdown(line) for line in remarks(shown, table.lang)]
    return "\n".join(lines + (["", "  \n".join(below)] if below else [])) + "\n"


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def text(table: Table) -> str:
    """Return an aligned table in plain text; wide characters take two columns."""
    shown = paper(table)
    heads = [inert.visible(heading(column, table.lang)) for column in shown.columns]
    rows = [[inert.visible(cell) for cell in row] for row in shown.rows]
    widths = [max(map(inert.width, cells)) for cells in zip(heads, *rows, strict=True)]
    lines = [inert.visible(shown.caption)]
    lines.append(_aligned(heads, widths, [False] * len(widths)))
    lines.append("  ".join("-" * width for width in widths))
    numeric = [column.numeric for column in shown.columns]
    lines += [_aligned(row, widths, numeric) for row in rows]
    lines += [inert.visible(line) for line in remarks(shown, table.lang)]
    return "\n".join(lines) + "\n"


def _aligned(cells: list[str], widths: list[int], numeric: list[bool]) -> str:
    parts = []
    for cell, width, right in zip(cells, widths, numeric, strict=True):
        gap = " " * (width - inert.width(cell))
        parts.append(gap + cell if right else cell + gap)
    return "  ".join(parts).rstrip()
