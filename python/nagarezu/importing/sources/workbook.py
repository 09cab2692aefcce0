"""Workbooks: each sheet is a grid of its used cells; text boxes follow it as paragraphs.

Places are `SHEET!CELL`, blanks in the name of a sheet written as `_`. Values stand as the sheet
prints them. A hidden sheet is read and says so.
"""

from __future__ import annotations

from nagarezu.errors import MissingExtra
from nagarezu.importing.blocks import Block, Blocks, Cell, Grid, Paragraph, Span, Unread
from nagarezu.importing.sources.formats import base_name, declared_other
from nagarezu.importing.sources.places import Places, address, grid, name_of_sheet, plain
from nagarezu.importing.sources.printed import printed
from nagarezu.opening import view
from nagarezu.opening.refusal import NotReadable

_TEXT = ("text_box", "shape")
_UNREAD = ("picture", "chart", "embedded", "shape")  # a bare ellipse may mark a choice


def read_workbook(content: bytes, name: str, source: str) -> Blocks:
    """Return the blocks of a workbook; NotReadable if there is no cell in it."""
    try:
        import defusedxml  # noqa: F401 - the reader below needs it
    except ImportError as error:
        raise MissingExtra("defusedxml", "import") from error
    from nagarezu.opening.xlsx import read_xlsx

    book = read_xlsx(content, name, "")
    places, taken = Places(source, name), set[str]()
    blocks: list[Block] = []
    unread: list[Unread] = []
    for sheet in book.sheets:
        label = name_of_sheet(sheet.name, taken)
        if sheet.cells:
            blocks.append(_grid(sheet, label, places, book.from_1904))
        for thing in sheet.objects:
            place = places(f"{label}!{thing.place or 'A1'}")
            if thing.kind in _TEXT and thing.text:
                blocks.extend(plain(line, place) for line in thing.text.split("\n"))
            elif thing.kind in _UNREAD:
                unread.append(Unread(thing.kind, place))
    if not blocks:
        raise NotReadable("empty", name)
    declared = declared_other(name, "xlsx")
    return Blocks(source, "xlsx", base_name(name), tuple(blocks), tuple(unread), declared=declared)


def _grid(sheet: view.Sheet, label: str, places: Places, from_1904: bool) -> Grid:
    hidden = any(thing.kind == "sheet" for thing in sheet.hidden)
    start = places(f"{label}!A1")
    spans = {(area.top, area.left): area for area in sheet.merged}
    covered = _Covered(sheet, places)
    cells = []
    for row, column in sorted(sheet.cells):
        places.step()
        if covered(row, column):
            continue
        cell = sheet.cells[row, column]
        place = places(f"{label}!{address(row - 1, column - 1)}")
        paragraphs = tuple(
            Paragraph(spans_of_line, place) for spans_of_line in _lines(_spans(cell, from_1904))
        )
        if not paragraphs:
            continue
        area = spans.get((row, column), view.Area(row, column, row, column))
        cells.append(
            Cell(
                row - 1,
                column - 1,
                paragraphs,
                place,
                area.bottom - row + 1,
                area.right - column + 1,
            )
        )
    return grid(cells, start, sheet.name, hidden)


class _Covered:
    """Whether a cell lies under a merged one; areas are entered as rows come, never spread."""

    def __init__(self, sheet: view.Sheet, places: Places) -> None:
        self._areas, self._next, self._places = sorted(sheet.merged), 0, places
        self._corners = {(area.top, area.left) for area in self._areas}
        self._reach: dict[int, int] = {}  # column → last row under an area that has begun

    def __call__(self, row: int, column: int) -> bool:
        """Asked for in the order of rows."""
        while self._next < len(self._areas) and self._areas[self._next].top <= row:
            area = self._areas[self._next]
            self._next += 1
            self._places.step()
            for covered in range(area.left, area.right + 1):
                self._reach[covered] = max(self._reach.get(covered, 0), area.bottom)
        return self._reach.get(column, 0) >= row and (row, column) not in self._corners


def _spans(cell: view.Cell, from_1904: bool) -> list[Span]:
    runs = cell.runs or ((printed(cell, from_1904), None),)
    return [_span(text, look or cell.look) for text, look in runs]


def _span(text: str, look: view.Look) -> Span:
    return Span(text, look.bold, look.underline, look.strike)


def _lines(spans: list[Span]) -> list[tuple[Span, ...]]:
    """Spans split at the line ends within a cell; blank lines are left out."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[-1].append(Span(first, span.bold, span.underlined, span.struck))
        lines.extend([Span(text, span.bold, span.underlined, span.struck)] for text in rest)
    kept = (tuple(span for span in line if span.text) for line in lines)
    return [line for line in kept if "".join(span.text for span in line).strip()]
