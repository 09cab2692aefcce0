"""Blocks: what a document is made of, whatever its format, each part with its place.

A reader (`importing/sources`) turns a file into blocks and interprets nothing: it keeps the printed
text, spaces and full-width characters included. Everything after it reads blocks only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Format = Literal["pdf", "docx", "xlsx", "csv", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is printed: `000:24` (line), `000:p3` (page), `000:様式1!B4` (cell).

    `order` counts blocks and cells in reading order, so that places of one source sort.
    """

    source: str
    order: int
    where: str

    def __str__(self) -> str:
        return f"{self.source}:{self.where}"


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look within a paragraph or cell. Emphasis is bold and underlined: an addition.

    `change` is what a format records about the text itself, as tracked changes of DOCX do.
    """

    text: str
    bold: bool = False
    underlined: bool = False
    struck: bool = False
    change: Literal["", "added", "removed"] = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed paragraph or line. `level` is that of a real heading of the format, else 0.

    `printed` is the source where leftover markup was cleaned out of the spans, else empty. A
    `running` one is a header, a footer or a page number: it belongs to the page, not to the text.
    """

    spans: tuple[Span, ...]
    place: Place
    level: int = 0
    printed: str = ""
    running: bool = False

    @property
    def text(self) -> str:
        if len(self.spans) == 1:  # as most often
            return self.spans[0].text
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its first row and column, from 0. A merged one spans several; none is repeated.

    Its paragraphs are the lines within it, each with the place of the cell, or closer.
    """

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...]
    place: Place
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table, the used range of a sheet or the records of a CSV file; cells by row.

    Cells in which nothing is printed are left out.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    place: Place
    name: str = ""  # of the sheet
    hidden: bool = False  # a sheet that is not shown


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that a reader saw and could not read: a picture, a page without a text layer."""

    code: str
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A document after reading, in reading order."""

    source: str
    format: Format
    name: str  # of the file, without its folder
    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = ()
    encoding: str = ""  # that the bytes of a text or CSV turned out to have
    declared: str = ""  # suffix of the name, if the content turned out to be of another format

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in reading order, those within cells included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.paragraphs
