"""The document tree: what a paper is made of, before it has a format.

A Document is a row of sections, a section a row of blocks. Four writers read it; none of them
decides what is said, and the tree knows nothing of fonts, markup or pages beyond which way a sheet
lies. Text is plain: every writer makes it inert for its own format. Numbers come from tables only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nagarezu.languages import Lang
from nagarezu.report.figures.figure import Figure
from nagarezu.tables.table import Table

# What a paragraph is for. `note` (注, ※) and `source` (出典) are small; `end` (以上) stands right.
Role = Literal["body", "lead", "note", "source", "end"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. What is new is `added`: bold and underlined; its text says 【追加】."""

    text: str
    strong: bool = False
    added: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. `anchor` is an ASCII name, unique in the document, to link to."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Listing:
    """Items one below the other; numbered ① ② … where their order or number matters."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A small table of two columns without numbers of its own: what, and what is known of it."""

    rows: tuple[tuple[str, Runs], ...]
    label: str  # for those who cannot see it


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of the catalogue, numbered and not empty; caption above, legends and notes below."""

    table: Table
    anchor: str


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure, caption below. `description` says in words what it shows."""

    figure: Figure
    anchor: str
    description: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents, which a writer makes of headings of level 1 and 2."""

    title: str


Block = Heading | Paragraph | Listing | Facts | TableBlock | FigureBlock | Contents


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that begin on a new page, all sheets of which lie one way."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A paper. `box` is what stands in the box at the top right (資料 1-1), or nothing."""

    title: str
    subtitle: str
    box: str
    lang: Lang
    sections: tuple[Section, ...]
    cases: tuple[str, ...]  # ids, for the properties of the file

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks in order."""
        for section in self.sections:
            yield from section.blocks
