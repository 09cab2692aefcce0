"""Tables that text recognition writes as HTML: rows, cells and their spans, each with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable

_TAG = re.compile(r"<(/?)(table|tr|td|th)(?=[\s/>])([^<>]{0,400})>", re.IGNORECASE)
_BEGIN = re.compile(r"<table(?=[\s/>])", re.IGNORECASE)
_SPAN = re.compile(r"(row|col)span\s*=\s*[\"']?(\d{1,6})", re.IGNORECASE)


class HtmlCell(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int
    text: str
    line: int  # from 1


class HtmlTable(NamedTuple):
    """Cells, the line (from 0) where the table ends, and what stands before and after it there."""

    cells: list[HtmlCell]
    end: int
    before: str
    after: str


def begins(line: str) -> bool:
    return bool(_BEGIN.search(line))


def read(text: Sequence[str], start: int, name: str) -> HtmlTable:
    """Read the table that begins on a line; one that is never closed goes on to the end."""
    match = _BEGIN.search(text[start])
    position = match.start() if match else 0
    reading = _Reading(name)
    for number in range(start, len(text)):
        line = text[number]
        while tag := _TAG.search(line, position):
            reading.take(line[position : tag.start()])
            position = tag.end()
            reading.tag(bool(tag.group(1)), tag.group(2).lower(), tag.group(3), number + 1)
            if reading.depth == 0:
                return HtmlTable(
                    reading.cells(), number, text[start][: match.start() if match else 0],
                    line[position:],
                )  # fmt: skip
        reading.take(line[position:] + " ")
        position = 0
    before = text[start][: match.start() if match else 0]
    return HtmlTable(reading.cells(), len(text) - 1, before, "")


class _Raw:
    def __init__(self, row: int, line: int, rest: str) -> None:
        spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(rest)}
        self.row, self.line, self.texts = row, line, list[str]()
        self.rows, self.columns = max(1, spans.get("row", 1)), max(1, spans.get("col", 1))


class _Reading:
    """Tags in order. The cells of a table within a cell are paragraphs of the outer one."""

    def __init__(self, name: str) -> None:
        self.name, self.depth, self.row = name, 0, -1
        self._raw: list[_Raw] = []
        self._open: _Raw | None = None

    def take(self, text: str) -> None:
        if self._open is not None:
            self._open.texts.append(text)

    def tag(self, closing: bool, name: str, rest: str, line: int) -> None:
        if name == "table":
            self.depth += -1 if closing else 1
            if self.depth > limits.DEPTH:
                raise NotReadable("too_deep", self.name, "table")
        elif self.depth > 1:
            self.take("<br>")
        elif name == "tr":
            self._open = None
            self.row += 0 if closing else 1
        else:
            self._open = None if closing else _Raw(max(self.row, 0), line, rest)
            if self._open is not None:
                self._raw.append(self._open)
                if len(self._raw) > limits.CELLS:
                    raise NotReadable("too_many", self.name, f"{limits.CELLS:,} cells")

    def cells(self) -> list[HtmlCell]:
        """Cells at their columns; spans that reach beyond the table are cut at its edge."""
        last = max((raw.row for raw in self._raw), default=0)
        taken: dict[int, int] = {}  # column → first row that is free again
        found, row, column = [], -1, 0
        for raw in self._raw:
            if raw.row != row:
                row, column = raw.row, 0
            while taken.get(column, 0) > row:
                column += 1
            rows = min(raw.rows, last - row + 1)
            columns = min(raw.columns, 1000)
            for covered in range(column, column + columns):
                taken[covered] = row + rows
            found.append(HtmlCell(row, column, rows, columns, "".join(raw.texts).strip(), raw.line))
            column += columns
            if column > limits.COLUMNS:
                raise NotReadable("too_many", self.name, f"{limits.COLUMNS:,} columns")
        return found
