"""Small papers drawn up by hand, and what a stranger's reader finds in the file made of them."""

from __future__ import annotations

import ctypes
import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from nagarezu.languages import Lang
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.primitives import Label, Rect, Scene
from nagarezu.report.pdf import pdf
from nagarezu.report.tree import (
    Block,
    Document,
    FigureBlock,
    Heading,
    Paragraph,
    Run,
    Section,
    TableBlock,
)
from nagarezu.tables.table import Cell, Column, Note, Table

POINTS = 72 / 25.4  # of a millimetre


def paper(*blocks: Block, lang: Lang = "ja", landscape: bool = False, **given: Any) -> Document:
    """A document of one section."""
    return of_sections(Section(blocks, landscape), lang=lang, **given)


def of_sections(
    *sections: Section, lang: Lang = "ja", title: str = "試しの資料", box: str = "資料 9-9"
) -> Document:
    return Document(title, "", box, lang, sections, ("case-one",))


def heading(text: str, level: int = 1) -> Heading:
    return Heading(level, text, f"h{zlib.crc32(text.encode())}")


def paragraph(text: str, **run: bool) -> Paragraph:
    return Paragraph((Run(text, **run),))


def table(
    labels: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    name: str = "trial",
    number: str = "1",
    title: str = "試しの表",
    numeric: Sequence[int] = (),
    units: Sequence[str | None] = (),
    words: dict[int, str] | None = None,
    notes: Sequence[str] = (),
    lang: Lang = "ja",
) -> Table:
    """A table of the paper; the column `case` that each table has is added."""
    columns = [Column("case", "案件", words="case")]
    for i, label in enumerate(labels):
        columns.append(
            Column(
                "after" if label == "変更後" else f"c{i}",
                label,
                unit=units[i] if units else None,
                kind="whole" if i in numeric else "text",
                words=(words or {}).get(i, ""),
            )
        )
    return Table(
        name,
        title,
        tuple(columns),
        tuple(("case-one", *row) for row in rows),
        tuple(Note("case-one", "n", text) for text in notes),
        number,
        lang,
    )


def block(made: Table, anchor: str = "t1") -> TableBlock:
    return TableBlock(made, anchor)


def figure(*labels: str, width: float = 120.0, height: float = 60.0) -> FigureBlock:
    """A figure with a frame and a label below the other."""
    shapes = [Rect(1, 1, width - 2, height - 2, {"fill": "none", "stroke": "#000000"})]
    texts = [
        Label(5, 8 + 6 * i, text, 3, 3.0 * len(text), look={}) for i, text in enumerate(labels)
    ]
    scene = Scene(width, height, "図", "説明", (*shapes, *texts), "ja", "trial")
    return FigureBlock(Figure("trial", "図1　試しの図", scene, "ja"), "f1", "枠と文字の図")


@dataclass(frozen=True)
class Glyph:
    """A character of a page and where it is printed, in millimetres from the lower left corner."""

    index: int
    text: str
    left: float
    bottom: float
    right: float
    top: float


class Read:
    """A file as read back by two libraries that know nothing of how it was made."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file = pikepdf.open(io.BytesIO(content))
        self._glyphs: dict[int, list[Glyph]] = {}
        self.pages = list(pypdfium2.PdfDocument(content))

    def text(self, page: int) -> str:
        return str(self.pages[page].get_textpage().get_text_range())

    def size(self, page: int) -> tuple[int, int]:
        """Width and height in millimetres."""
        width, height = self.pages[page].get_size()
        return round(width / POINTS), round(height / POINTS)

    @cached_property
    def whole(self) -> str:
        """The text of all pages without blanks."""
        return squeezed("\n".join(self.text(i) for i in range(len(self.pages))))

    def has(self, page: int, text: str) -> bool:
        """Whether a page holds a text, wherever its lines break."""
        return squeezed(text) in squeezed(self.text(page))

    def glyphs(self, page: int) -> list[Glyph]:
        """What is printed on a page, in the order of the file; blanks left out."""
        if page not in self._glyphs:
            self._glyphs[page] = self._read_glyphs(page)
        return self._glyphs[page]

    def _read_glyphs(self, page: int) -> list[Glyph]:
        at = self.pages[page].get_textpage()
        edges = [ctypes.c_double() for _ in range(4)]
        found = []
        for i in range(at.count_chars()):
            text = squeezed(chr(pdfium.FPDFText_GetUnicode(at.raw, i)))
            if text and not "\udc00" <= text <= "\udfff":  # a selector has no shape of its own
                pdfium.FPDFText_GetCharBox(at.raw, i, *edges)
                left, right, bottom, top = (edge.value / POINTS for edge in edges)
                found.append(Glyph(i, text, left, bottom, right, top))
        return found

    def _run(self, page: int, text: str) -> list[Glyph]:
        glyphs = self.glyphs(page)
        start = "".join(glyph.text for glyph in glyphs).index(squeezed(text))
        return glyphs[start : start + len(squeezed(text))]

    def place(self, page: int, text: str) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a text in millimetres from the lower left corner."""
        run = self._run(page, text)
        left, bottom = min(g.left for g in run), min(g.bottom for g in run)
        return left, bottom, max(g.right for g in run), max(g.top for g in run)

    def look(self, page: int, text: str) -> tuple[str, float]:
        """Name of the face (without its prefix) and size in points of the first character."""
        at = self.pages[page].get_textpage()
        start = self._run(page, text)[0].index
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFText_GetFontInfo(at.raw, start, name, 200, ctypes.c_int())
        size = pdfium.FPDFText_GetFontSize(at.raw, start)
        return name.value.decode().split("+")[-1].removesuffix("-Identity-H"), round(size, 2)

    def lines(self, page: int) -> list[tuple[float, float, float, float]]:
        """Boxes in millimetres of what is drawn and is no text: left, bottom, right, top."""
        found = self.pages[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
        return [tuple(edge / POINTS for edge in each.get_bounds()) for each in found]

    def ink(self, page: int, top: float, bottom: float) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of all that is dark between two heights, in millimetres."""
        dots = 6.0  # a millimetre
        picture = self.pages[page].render(scale=dots / POINTS, grayscale=True).to_numpy()
        height = picture.shape[0]
        band = picture[int(height - top * dots) : int(height - bottom * dots)] < 160
        rows, columns = band.any(axis=1).nonzero()[0], band.any(axis=0).nonzero()[0]
        first, last = columns[0] / dots, columns[-1] / dots
        return first, top - rows[-1] / dots, last, top - rows[0] / dots

    def underlined(self, page: int, text: str) -> bool:
        """Whether lines run below each character of the text, close to it."""
        run = self._run(page, text)
        bottom = min(glyph.bottom for glyph in run)
        below = [
            line
            for line in self.lines(page)
            if line[3] - line[1] < 0.6 and -0.9 < bottom - line[3] < 0.5
        ]
        middles = [(glyph.left + glyph.right) / 2 for glyph in run]
        return all(any(line[0] <= x <= line[2] for line in below) for x in middles)


def read(document: Document, **given: Any) -> Read:
    return Read(pdf(document, **given))


def squeezed(text: str) -> str:
    """Text without blanks and line ends: what is left when lines break elsewhere.

    A reader gives a hyphen at the end of a line another code.
    """
    return re.sub(r"\s", "", re.sub("[\x02\ufffe]", "-", text))
