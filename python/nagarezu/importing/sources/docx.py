"""Word documents, read by our own walk over their parts: bounded, and without any macro or link.

Places: a paragraph outside of tables is counted like a line (`000:12`, blank ones left out); a cell
is `000:表2!B4`, that of a table within a cell `000:表2.1!A1`. Boxes with text count on where they
hang. Footnotes are `000:脚注!A1`, headers and footers `000:ヘッダー1!A1`; they stand at the end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nagarezu.errors import MissingExtra
from nagarezu.importing.blocks import Block, Blocks, Cell, Paragraph, Place, Span, Unread
from nagarezu.importing.sources.docx_numbers import Numbers
from nagarezu.importing.sources.docx_runs import Change, read_runs
from nagarezu.importing.sources.docx_styles import Style, level_of, listed_of, styles_of
from nagarezu.importing.sources.docx_tables import raw_cells
from nagarezu.importing.sources.formats import base_name, declared_other
from nagarezu.importing.sources.places import Places, address, grid
from nagarezu.opening.package import Package, attribute, local
from nagarezu.opening.refusal import NotReadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice")
_REMOVED = ("del", "moveFrom")
_NOTES = {"footnotes": "脚注", "endnotes": "文末脚注"}
_EDGES = {"header": "ヘッダー", "footer": "フッター"}


def read_docx(content: bytes, name: str, source: str) -> Blocks:
    """Return the blocks of a Word document; NotReadable if nothing is written in it."""
    try:
        import defusedxml  # noqa: F401 - the archive reader needs it
    except ImportError as error:
        raise MissingExtra("defusedxml", "import") from error
    package = Package(content, name)
    start = next(
        (target for kind, target in package.links("").values() if kind == "officeDocument"), ""
    )
    if start not in package.names:
        raise NotReadable("damaged", name, "word/document.xml")
    parts = list(package.links(start).values())
    walk = _Walk(package, parts, source, name)
    for body in package.tree(start):
        if local(body) == "body":
            walk.story(body)
    walk.notes(parts)
    walk.edges(parts)
    if not walk.blocks:
        raise NotReadable("empty", name)
    return Blocks(
        source,
        "docx",
        base_name(name),
        tuple(walk.blocks),
        tuple(walk.unread),
        declared=declared_other(name, "docx"),
    )


class _Walk:
    def __init__(
        self, package: Package, parts: list[tuple[str, str]], source: str, name: str
    ) -> None:
        named = dict(parts)
        self.package = package
        self.styles = styles_of(package, named.get("styles", ""))
        self.numbers = Numbers(package, named.get("numbering", ""))
        self.places = Places(source, name)
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self.lines = self.tables = 0

    def story(self, element: Element, change: Change = "") -> None:
        """Read paragraphs and tables that stand outside of any table."""
        for child in element:
            name = local(child)
            if name == "p":
                self._line(child, change)
            elif name == "tbl":
                self.tables += 1
                self._table(child, f"表{self.tables}", change)
            elif name in _WRAPPERS:
                self.story(child, "added" if name in ("ins", "moveTo") else change)
            elif name in _REMOVED:
                self.story(child, "removed")
            elif name == "AlternateContent":
                self.story(child, change)

    def _line(self, paragraph: Element, change: Change) -> None:
        place = self.places(self.lines + 1)
        found, boxes = self._paragraphs(paragraph, place, change)
        self.lines += bool(found)
        self.blocks.extend(found)
        for box in boxes:
            self.story(box, change)

    def _paragraphs(
        self, paragraph: Element, place: Place, change: Change
    ) -> tuple[list[Paragraph], list[Element]]:
        """The lines of a paragraph, the first with its number, and the boxes that hang on it."""
        style, level, number = self._head(paragraph)
        reading = read_runs(paragraph, self.styles, style.looks, change)
        self.unread.extend(Unread(kind, place) for kind in reading.unread)
        lines = _split(reading.spans)
        if not lines:
            return [], reading.boxes
        if number:
            lines[0] = (Span(number, change=change), *lines[0])
        return [Paragraph(spans, place, level) for spans in lines], reading.boxes

    def _head(self, paragraph: Element) -> tuple[Style, int, str]:
        """Style, level as a heading, and printed number of a paragraph."""
        style, level, listed = self.styles.get("", Style()), 0, None
        properties = next((part for part in paragraph if local(part) == "pPr"), None)
        if properties is not None:
            for part in properties:
                if local(part) == "pStyle":
                    style = self.styles.get(attribute(part, "val"), style)
            level, listed = level_of(properties), listed_of(properties)
        listed = listed or style.listed
        # A blank paragraph of a list takes a number too: Word prints it alone.
        number = "" if listed is None else self.numbers.next(listed.number, listed.depth)
        return style, level or style.level, number

    def _table(self, table: Element, name: str, change: Change) -> None:
        start = self.places(f"{name}!A1")
        cells: list[Cell] = []
        inner: list[Element] = []
        for raw in raw_cells(table, self.places.name):
            place = self.places(f"{name}!{address(raw.row, raw.column)}")
            paragraphs = self._within(raw.element, place, raw.change or change, inner)
            if paragraphs:
                cells.append(
                    Cell(raw.row, raw.column, tuple(paragraphs), place, raw.rows, raw.columns)
                )
        if cells:
            self.blocks.append(grid(cells, start, name))
        for number, nested in enumerate(inner, start=1):
            self._table(nested, f"{name}.{number}", change)

    def _within(
        self, element: Element, place: Place, change: Change, inner: list[Element]
    ) -> list[Paragraph]:
        """Paragraphs of a cell, those of boxes included; tables within it are put aside."""
        found: list[Paragraph] = []
        waiting = list(element)
        while waiting:
            child = waiting.pop(0)
            name = local(child)
            if name == "p":
                paragraphs, boxes = self._paragraphs(child, place, change)
                found.extend(paragraphs)
                waiting = [part for box in boxes for part in box] + waiting
            elif name == "tbl":
                inner.append(child)
            elif name in _WRAPPERS or name == "AlternateContent":
                waiting = list(child) + waiting
        return found

    def notes(self, parts: list[tuple[str, str]]) -> None:
        for kind, part in parts:
            if kind not in _NOTES or part not in self.package.names:
                continue
            for note in self.package.tree(part):
                number = attribute(note, "id")
                if number.isdecimal() and int(number) > 0 and not attribute(note, "type"):
                    self._aside(note, f"{_NOTES[kind]}!A{int(number)}", False)

    def edges(self, parts: list[tuple[str, str]]) -> None:
        counts = dict.fromkeys(_EDGES, 0)
        for kind, part in parts:
            if kind in _EDGES and part in self.package.names:
                counts[kind] += 1
                self._aside(self.package.tree(part), f"{_EDGES[kind]}{counts[kind]}!A1", True)

    def _aside(self, element: Element, where: str, running: bool) -> None:
        """Read what stands beside the text; tables within it are read cell by cell."""
        place, waiting = self.places(where), [element]
        while waiting:
            inner: list[Element] = []
            found = self._within(waiting.pop(0), place, "", inner)
            self.blocks.extend(replace(paragraph, running=running) for paragraph in found)
            waiting += [cell for table in inner for cell in table.iter() if local(cell) == "tc"]


def _split(spans: list[Span]) -> list[tuple[Span, ...]]:
    """Spans split at line breaks; blank lines are left out."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        lines[-1].append(_with(span, first))
        lines.extend([_with(span, text)] for text in rest)
    kept = (tuple(span for span in line if span.text) for line in lines)
    return [line for line in kept if "".join(span.text for span in line).strip()]


def _with(span: Span, text: str) -> Span:
    return Span(text, span.bold, span.underlined, span.struck, span.change)
