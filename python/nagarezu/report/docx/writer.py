"""The document tree as a Word file: block by block, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nagarezu.report.docx import lists, sections, styles
from nagarezu.report.docx.drawing import drawing
from nagarezu.report.docx.package import core, package
from nagarezu.report.docx.sections import Stretch
from nagarezu.report.docx.sheet import POINT, PORTRAIT, Sheet
from nagarezu.report.docx.tables import Laid, facts, table
from nagarezu.report.docx.words import (
    contents,
    heading,
    is_paragraph,
    listing,
    marked,
    paragraph,
    plain,
    run,
    with_section,
)
from nagarezu.report.docx.xml import Xml, part, w
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    TableBlock,
)

_PREFIXES = ("w", "r", "wp", "a", "mc", "wpg", "wps")
_HEADINGS = {style.id: style.before + style.line + style.after for style in styles.STYLES}
_PARTS = ("styles.xml", "numbering.xml", "settings.xml", "fontTable.xml")


def written(document: Document) -> bytes:
    """Return the bytes of the Word file."""
    writer = _Writer(document)
    headers = sections.headers(document.box)
    names = [*_PARTS, *headers]
    ids = {name: f"rId{place}" for place, name in enumerate(names, start=1)}
    body = part("w:document", w("body", *writer.body(ids)), prefixes=_PREFIXES)
    word = {
        "document.xml": body,
        "styles.xml": styles.styles(document.lang),
        "numbering.xml": lists.numbering(document.lang, writer.numbered),
        "settings.xml": styles.settings(document.lang),
        "fontTable.xml": styles.fonts(),
        **headers,
    }
    properties = core(document.title, document.subtitle, document.cases, document.lang)
    return package(word, properties)


class _Writer:
    """Writes blocks in order and counts what Word wants numbered."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = self.figures = self.numbered = 0
        self.headings = [each for each in document.blocks() if isinstance(each, Heading)]

    def body(self, ids: dict[str, str]) -> Iterator[Xml]:
        found = sections.stretches(self.document.sections) or [Stretch(PORTRAIT, ())]
        for place, stretch in enumerate(found):
            blocks = [*(self._title() if place == 0 else ()), *self._stretch(stretch)]
            properties = sections.properties(stretch.sheet, ids, first=place == 0)
            if place < len(found) - 1:
                yield from _closed(blocks, properties)
            else:
                yield from _ended(blocks)
                yield properties

    def _title(self) -> Iterator[Xml]:
        for style, text in (("Title", self.document.title), ("Subtitle", self.document.subtitle)):
            if text:
                yield paragraph(style, run(text))

    def _stretch(self, stretch: Stretch) -> Iterator[Xml]:
        for place, (block, laid) in enumerate(stretch.blocks):
            before = [each for each, _ in stretch.blocks[:place]]
            yield from self._block(block, laid, stretch.sheet, before)

    def _block(
        self, block: Block, laid: Laid | None, sheet: Sheet, before: list[Block]
    ) -> Iterable[Xml]:
        if isinstance(block, Heading):
            return (heading(block, self._mark()),)
        if isinstance(block, Paragraph):
            return (plain(block),)
        if isinstance(block, Listing):
            return self._listing(block)
        if isinstance(block, Facts):
            return (facts(block, sheet.width),)
        if isinstance(block, TableBlock) and laid is not None:
            return table(block, laid, self._mark())
        if isinstance(block, FigureBlock):
            return self._figure(block, sheet, before)
        if isinstance(block, Contents):
            return (contents(block, self.headings),)
        raise TypeError(f"no block of a document: {type(block).__name__}")

    def _mark(self) -> int:
        self.marks += 1
        return self.marks

    def _listing(self, block: Listing) -> list[Xml]:
        if block.numbered:
            self.numbered += 1
        return listing(block, lists.BULLETS + self.numbered, self.document.lang)

    def _figure(self, block: FigureBlock, sheet: Sheet, before: list[Block]) -> Iterator[Xml]:
        """The figure on its sheet with its caption, smaller if headings leave too little room."""
        self.figures += 1
        above = sum(_HEADINGS[f"Heading{each.level}"] for each in _heads(before)) * POINT
        room = sheet.height - styles.FIGURE_CAPTION * POINT - above
        figure = block.figure
        scale = min(1.0, room / figure.height, sheet.width / figure.width)
        drawn = drawing(figure, block.description, self.figures, room=sheet.width, scale=scale)
        yield paragraph("Figure", drawn)
        caption = marked(block.anchor, self._mark(), run(figure.caption))
        yield paragraph("FigureCaption", caption)


def _heads(before: list[Block]) -> Iterator[Heading]:
    """The headings right above."""
    for block in reversed(before):
        if not isinstance(block, Heading):
            return
        yield block


def _ended(blocks: Iterable[Xml]) -> list[Xml]:
    """What Word wants: a paragraph between two tables, and one at the end."""
    result: list[Xml] = []
    for block in [*blocks, None]:
        if result and not is_paragraph(result[-1]) and (block is None or not is_paragraph(block)):
            result.append(paragraph("Separator"))
        if block is not None:
            result.append(block)
    return result or [paragraph("Separator")]


def _closed(blocks: Iterable[Xml], properties: Xml) -> list[Xml]:
    """Blocks whose last paragraph carries the properties of their section."""
    *most, last = _ended(blocks)
    return [*most, with_section(last, properties)]
