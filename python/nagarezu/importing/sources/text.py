"""Plain and OCR-like text: a line is a paragraph, runs of separated lines are tables.

The place of everything is its line, from 1; LF, CR and CRLF end a line, a form feed does not.
"""

from __future__ import annotations

import re

from nagarezu.importing.blocks import Block, Blocks, Cell, Paragraph, Place, Unread
from nagarezu.importing.sources import drawn, html_tables, lines
from nagarezu.importing.sources.formats import base_name, declared_other
from nagarezu.importing.sources.markup import pieces
from nagarezu.importing.sources.places import Places, grid
from nagarezu.opening import limits
from nagarezu.opening.delimited import decode
from nagarezu.opening.refusal import NotReadable

_END = re.compile(r"\r\n|\r|\n")
_PAGE_NUMBER = re.compile(r"[ \u3000]{8,}[0-9０-９]{1,3}[ \u3000]*")  # in the middle of its line
_PICTURE = re.compile(r"!\[[^\]]{0,1000}\]\([^()]{0,1000}\)")
LINES = 1_000_000


def read_text(content: bytes, name: str, source: str) -> Blocks:
    """Return the blocks of a text; `encoding` says what its bytes were."""
    decoded = decode(content, name)
    text = decoded.text
    if "\x00" in text:
        raise NotReadable("unknown_document", name, "binary")
    reading = _Reading(_END.split(text), source, name)
    reading.run()
    return Blocks(
        source,
        "text",
        base_name(name),
        tuple(reading.blocks),
        tuple(reading.unread),
        decoded.encoding,
        declared_other(name, "text"),
    )


class _Reading:
    def __init__(self, text: list[str], source: str, name: str) -> None:
        if len(text) > LINES:
            raise NotReadable("too_many", name, f"{LINES:,} lines")
        self.numbers = lines.closed_up(text)
        kept = drawn.framed(drawn.unboxed([text[number - 1] for number in self.numbers]))
        self.text, self.name = lines.with_slashes(lines.without_gutter(kept)), name
        self._places = Places(source, name)
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self.tables = 0
        self.cells = 0

    def places(self, number: int) -> Place:
        """The place of the line of that number among those that are read."""
        return self._places(self.numbers[number - 1])

    def run(self) -> None:
        position = 0
        while position < len(self.text):
            line = self.text[position]
            if "<" in line and html_tables.begins(line):
                position = self._html(position)
                continue
            if drawn.may_begin(line) and (end := drawn.end(self.text, position)) > position:
                self._drawn(position, end)
                position = end
                continue
            end = lines.end_of_rows(self.text, position, self.tables > 0)
            if end > position:
                self._rows(position, end)
                position = end
            else:
                self._line(line, position + 1)
                position += 1

    def _line(self, line: str, number: int) -> None:
        for part in line.split("\f") if "\f" in line else (line,):
            if part.startswith("![") and _PICTURE.fullmatch(part.strip()):
                self.unread.append(Unread("picture", self.places(number)))
                continue
            for piece in pieces(part, headings=True):
                printed = part if piece.cleaned else ""
                place = self.places(number)
                running = self._page_number(part, number)
                self.blocks.append(
                    Paragraph(piece.spans, place, piece.level, printed, running=running)
                )

    def _page_number(self, line: str, number: int) -> bool:
        """Whether a line is the number of its page: below a blank line or at the end of a page."""
        if not _PAGE_NUMBER.fullmatch(line):
            return False
        above = self.text[number - 2] if number > 1 else ""
        below = self.text[number] if number < len(self.text) else ""
        return not above.strip() or below.startswith("\f")

    def _rows(self, start: int, end: int) -> None:
        place, cells, row = self.places(start + 1), [], 0
        columns = 1
        for number in range(start, end):
            fields = lines.fields(self.text[number])
            if lines.is_rule(fields):
                continue
            columns = max(columns, len(fields))
            for column, field in enumerate(fields):
                if field and not field.isspace():
                    cells.append(self._cell(row, column, field, number + 1))
            row += 1
        self._add(cells, place)

    def _drawn(self, start: int, end: int) -> None:
        place, cells = self.places(start + 1), []
        for row, columns in enumerate(drawn.rows(self.text, start, end)):
            for column, printed in enumerate(columns):
                made = [self._cell(row, column, each.text, each.number + 1) for each in printed]
                if made:
                    paragraphs = tuple(part for cell in made for part in cell.paragraphs)
                    cells.append(Cell(row, column, paragraphs, made[0].place))
        self._add(cells, place)

    def _cell(self, row: int, column: int, text: str, number: int, area: int = 1) -> Cell:
        self.cells += 1
        if self.cells > limits.CELLS:
            raise NotReadable("too_many", self.name, f"{limits.CELLS:,} cells")
        place = self.places(number)
        return Cell(row, column, _paragraphs(text, place), place)

    def _html(self, position: int) -> int:
        table = html_tables.read(self.text, position, self.name)
        if table.before.strip():
            self._line(table.before, position + 1)
        place = self.places(position + 1)
        cells = []
        for cell in table.cells:
            made = self._cell(cell.row, cell.column, cell.text, cell.line)
            if made.paragraphs:
                cells.append(
                    Cell(
                        made.row, made.column, made.paragraphs, made.place, cell.rows, cell.columns
                    )
                )
        self._add(cells, place)
        self.text[table.end] = table.after
        return table.end

    def _add(self, cells: list[Cell], place: Place) -> None:
        kept = [cell for cell in cells if cell.paragraphs]
        if kept:
            self.blocks.append(grid(kept, place))
            self.tables += 1


def _paragraphs(text: str, place: Place) -> tuple[Paragraph, ...]:
    found = pieces(text.strip(" \t"))
    return tuple(Paragraph(p.spans, place, 0, text if p.cleaned else "") for p in found)
