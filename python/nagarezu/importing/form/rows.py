"""Rows: blocks of any format as one stream. A printed line is a row of one cell.

OCR text separates the cells of a table by tabs or bars; a ruled table has its own. A row whose
first cell is empty continues the row before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from nagarezu.importing.blocks import Blocks, Grid, Paragraph, Place
from nagarezu.importing.form import wrapped_text
from nagarezu.importing.form.typed_sheets import lines_and_tables
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold
from nagarezu.importing.sources import lines

_RULE = re.compile(r"^[\s|:+-]*-{2,}[\s|:+-]*$|^\s*[―─━—–－ー‐−＝=＊*_＿]{4,}\s*$")
_PAGE = re.compile(
    r"^[ ]*(?:-[ ]*\d{1,3}[ ]*-|\d{1,3}[ ]*/[ ]*\d{1,3}|\d{1,3}[ ]*(?:ページ|頁))[ ]*$"
    r"|^[ ]{12,}\d{1,3}-\d{1,3}[ ]*$"  # 7-3 in the middle of the foot: the number of the paper
)
GAP = re.compile(r"[ 　]{2,}|\t|　")  # between the cells of a printed line
_PIPED = re.compile(r"^\s*\|(.+)\|\s*$")


@dataclass(frozen=True)
class Row:
    """Cells from left to right, empty ones included; `grid` counts the tables of a document."""

    cells: tuple[Passage, ...]
    place: Place
    grid: int = 0  # 0 for a printed line
    level: int = 0
    sheet: str = ""
    indent: int = 0  # of a printed line, in columns of half width
    lead: int = 0  # of a printed line, in characters
    counted: bool = False  # its number, which is taken off, is one of those of the fields
    # Asked for by every reader, so they are made once.
    filled: tuple[Passage, ...] = field(init=False, repr=False, compare=False)
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        filled = tuple([cell for cell in self.cells if cell])
        made = self.__dict__  # that of `frozen` is slow
        made["filled"], made["text"] = filled, " ".join([cell.text for cell in filled])

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Its own place and those of its cells, as a case file writes them."""
        if not self.grid:
            return (str(self.place),)
        spots = (spot for cell in self.filled for spot in cell.spots)
        return tuple(dict.fromkeys(map(str, (self.place, *spots))))

    @cached_property
    def whole(self) -> Passage:
        return joined(self.filled)

    @cached_property
    def pieces(self) -> Row | None:
        """A printed line as cells where wide blanks part it; None where it has no two of them."""
        line = self.cells[0] if len(self.cells) == 1 else Passage()
        gaps = list(GAP.finditer(line.text))
        if not gaps:
            return None
        starts = [0, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), len(line.text)]
        cells = tuple(line.part(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
        return replace(self, cells=cells) if len(cells) > 1 else None


def rows(documents: Iterable[Blocks]) -> Iterator[Row]:
    """Every line and table row of the documents, in reading order; ruled lines of text are none."""
    number = 0
    for document in documents:
        made: list[Row] = []
        for block in document.blocks:
            parts = list(lines_and_tables(block)) if isinstance(block, Grid) else [block]
            found: list[Row] = []
            for part in parts:
                number += 1
                found.extend(
                    _of_grid(part, number) if isinstance(part, Grid) else _of_line(part, number)
                )
            if isinstance(block, Grid):
                made.extend(_by_its_name(block.name, found))
            made.extend(found)
        yield from wrapped_text.whole(made) if document.format == "text" else made


def _of_line(block: Paragraph, number: int) -> Iterator[Row]:
    text = lines.numbered(block.text)  # a page number is no text
    if block.running or not text.strip() or _RULE.match(text) or _PAGE.match(fold(text)):
        return
    piped = _PIPED.match(text)
    parts = piped[1].split("|") if piped else text.split("\t")
    cells = tuple(Passage.of(part, block.place) for part in parts)
    if any(cells):
        grid = number if len(cells) > 1 else 0
        lead = leading_spaces(text)
        yield Row(cells, block.place, grid, block.level, indent=width(text, lead), lead=lead)


def leading_spaces(text: str) -> int:
    return len(text) - len(text.lstrip())


def width(text: str, end: int) -> int:
    """How many columns of half width the first characters take in a fixed font."""
    return sum(1 if unicodedata.east_asian_width(char) in "NaH" else 2 for char in text[:end])


def _of_grid(grid: Grid, number: int) -> Iterator[Row]:
    by_row: dict[int, dict[int, Passage]] = {}
    places: dict[int, Place] = {}
    used: set[int] = set()
    for cell in grid.cells:
        passage = Passage.of_paragraphs(cell.paragraphs)
        places.setdefault(cell.row, cell.place)
        by_row.setdefault(cell.row, {})[cell.column] = passage
        if passage:
            used.add(cell.column)
    columns = sorted(used)
    if len(columns) == 1 and columns[0] > 0:
        columns.insert(0, 0)  # the label of a cell that continues over a page is not printed again
    empty = Passage()
    for row in sorted(by_row):
        cells = tuple([by_row[row].get(column, empty) for column in columns])
        if any(cells):
            yield Row(cells, places[row], number, sheet=grid.name)


# the name of a sheet that is the label of an attached paper: 資料A, 別紙2 点検表
_OF_PAPER = re.compile(
    r"^(?P<label>(?:(?:参考|添付)?資料|別[紙添表記]|付表|様式)_?第?(?:\d{1,2}(?:-\d{1,2})?"
    r"|[A-Z]|[ア-コ](?![ァ-ヶー]))号?)"
    r"(?:[_・( ]|$)"
)


def _by_its_name(name: str, found: list[Row]) -> Iterator[Row]:
    """The name of a sheet of a workbook as a line above it, where it heads a paper by its label."""
    label = _OF_PAPER.match(fold(name).strip())
    first = fold(found[0].text).strip() if found else ""
    if label is None or not first or first.strip("(【").startswith(label["label"]):
        return
    title = fold(name).strip()[label.end() :].strip("()_ ")
    printed = [label["label"].replace("_", ""), *([title] if title and title not in first else [])]
    yield Row((Passage.of(" ".join(printed), found[0].place),), found[0].place)


def of_book(found: Iterable[Row]) -> bool:
    """Whether all rows stand on sheets; else these are the tables between paragraphs."""
    return all(row.sheet for row in found)


def parted(above: Row, row: Row) -> bool:
    """Whether a blank line parts two printed lines: what follows may be another paper."""
    lines = [each.place.where for each in (above, row)]
    return all(map(str.isdecimal, lines)) and int(lines[1]) - int(lines[0]) > 1
