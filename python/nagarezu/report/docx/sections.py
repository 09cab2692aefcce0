"""Which sheets lie how: the sections of Word, their headers and footers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nagarezu.inert import visible
from nagarezu.report.docx.sheet import (
    EDGE,
    LANDSCAPE,
    LONG,
    MARGIN,
    POINT,
    PORTRAIT,
    SHORT,
    Sheet,
    twips,
)
from nagarezu.report.docx.tables import Laid, laid
from nagarezu.report.docx.words import field, paragraph, run
from nagarezu.report.docx.xml import Xml, element, on, part, w
from nagarezu.report.figures.measure import ems
from nagarezu.report.tree import Block, Heading, Paragraph, Section, TableBlock

HEADER, FOOTER = "header1.xml", "footer1.xml"
FIRST_HEADER, FIRST_FOOTER = "header2.xml", "footer2.xml"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks on sheets that lie one way; tables come laid out."""

    sheet: Sheet
    blocks: tuple[tuple[Block, Laid | None], ...]


def stretches(sections: Iterable[Section]) -> list[Stretch]:
    """Cut the sections where a table needs another sheet; headings go with what they head."""
    found: list[Stretch] = []
    for section in sections:
        usual = LANDSCAPE if section.landscape else PORTRAIT
        current: list[tuple[Block, Laid | None]] = []
        sheet = usual
        for block in section.blocks:
            table = None
            wanted = sheet if _small(block) else usual
            if isinstance(block, TableBlock):
                table = laid(block.table, landscape=section.landscape)
                wanted = table.grid.sheet
            if wanted is not sheet:
                carried = _headings(current)
                if current:
                    found.append(Stretch(sheet, tuple(current)))
                current, sheet = carried, wanted
            current.append((block, table))
        if current:
            found.append(Stretch(sheet, tuple(current)))
    return found


def _small(block: Block) -> bool:
    """Small print and the end stay on the sheet of what they follow."""
    return isinstance(block, Paragraph) and block.role in ("note", "source", "end")


def _headings(blocks: list[tuple[Block, Laid | None]]) -> list[tuple[Block, Laid | None]]:
    """Take the headings off the end."""
    taken: list[tuple[Block, Laid | None]] = []
    while blocks and isinstance(blocks[-1][0], Heading):
        taken.insert(0, blocks.pop())
    return taken


def properties(sheet: Sheet, ids: dict[str, str], *, first: bool) -> Xml:
    """The properties of a section. Headers and footers of the first hold for all."""
    references = (
        (
            _reference("header", "default", ids[HEADER]),
            _reference("header", "first", ids[FIRST_HEADER]),
            _reference("footer", "default", ids[FOOTER]),
            _reference("footer", "first", ids[FIRST_FOOTER]),
        )
        if first
        else ()
    )
    width, height = (LONG, SHORT) if sheet.landscape else (SHORT, LONG)
    size = {"w": twips(width), "h": twips(height)}
    margins = dict.fromkeys(("top", "right", "bottom", "left"), twips(MARGIN))
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        w("pgSz", **size, **({"orient": "landscape"} if sheet.landscape else {})),
        w("pgMar", **margins, header=twips(EDGE), footer=twips(EDGE), gutter=0),
        on("titlePg", when=first),
    )


def _reference(kind: str, which: str, id_: str) -> Xml:
    return element(f"w:{kind}Reference", {"w:type": which, "r:id": id_})


def headers(box: str) -> dict[str, bytes]:
    """Headers and footers: the box on the first sheet only, the number of the sheet on all."""
    page = paragraph("Footer", field(" PAGE ", "1"), run(" / "), field(" NUMPAGES ", "1"))
    return {
        HEADER: part("w:hdr", paragraph("Header")),
        FIRST_HEADER: part("w:hdr", _box(box) if box else paragraph("Header")),
        FOOTER: part("w:ftr", page),
        FIRST_FOOTER: part("w:ftr", page),
    }


def _box(box: str) -> Xml:
    """A paragraph with a border, as wide as its text and at the right."""
    width = (ems(visible(box)) + 2) * 12 * POINT
    left = max(0, twips(PORTRAIT.width - width))
    return paragraph("PaperNumber", run(box), more=(w("ind", left=left, right=0),))
