"""Text as OCR leaves it: a paragraph or a record of a table per line, cells between tabs."""

from __future__ import annotations

import re

from documents.build import Built
from documents.parts import Break, Cell, Line, Paper, Table

_ADDED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def build(paper: Paper, encoding: str = "utf-8") -> Built:
    lines: list[str] = []
    places: dict[str, str] = {}
    for part in paper.parts:
        if isinstance(part, Line):
            lines.append(_ADDED.sub(r"<u>\1</u>" if paper.markup else r"**\1**", part.text))
            _note(places, part.key, len(lines))
        elif isinstance(part, Table):
            _table(part, paper.markup, lines, places)
        else:
            assert isinstance(part, Break)
        lines.append("")
    return Built("\n".join(lines).encode(encoding), places)


def _table(table: Table, markup: bool, lines: list[str], places: dict[str, str]) -> None:
    rows = [[""] * table.columns for _ in table.rows]
    for row, column, cell in table.placed():
        rows[row][column] = _cell(cell, markup)
        _note(places, cell.key, len(lines) + row + 1)
    lines.extend("\t".join(row) for row in rows)


def _cell(cell: Cell, markup: bool) -> str:
    if not markup:
        return _ADDED.sub(r"**\1**", cell.text).replace("\n", " ")
    text = _ADDED.sub(r"<u>\1</u>", cell.text)
    parts = text.split("\n")
    return text if len(parts) == 1 else " ".join(f"<p>{part}</p>" for part in parts)


def _note(places: dict[str, str], key: str, line: int) -> None:
    if key:
        assert key not in places, key
        places[key] = str(line)
