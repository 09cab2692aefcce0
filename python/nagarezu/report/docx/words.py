"""Paragraphs: runs, headings with their bookmarks, lists, and the list of contents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from nagarezu.languages import Lang
from nagarezu.report.docx.lists import BULLETS, MOST, mark
from nagarezu.report.docx.xml import NOTHING, Xml, element, joined, text, w
from nagarezu.report.tree import Contents, Heading, Listing, Paragraph, Role, Run, Runs

_STYLES: dict[Role, str] = {
    "body": "BodyText",
    "lead": "Lead",
    "note": "Note",
    "source": "Source",
    "end": "Ending",
}
_MARK = re.compile(r"[※*①-⑳㉑-㉟㊱-㊿(]|注|Note|出典|Source")
_DEEPEST = 2  # level of the headings that the contents list


def run(string: str, look: str = "") -> Xml:
    """A run, with a character style if `look` names one."""
    shown = w("rPr", w("rStyle", val=look)) if look else NOTHING
    return w("r", shown, text(string))


def runs(parts: Runs) -> Xml:
    return joined(map(_run, parts))


def _run(part: Run) -> Xml:
    return run(part.text, "Added" if part.added else "Strong" if part.strong else "")


def paragraph(style: str, *content: Xml, more: Iterable[Xml] = ()) -> Xml:
    """A paragraph; `more` are properties that follow its style in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), *more), *content)


def is_paragraph(block: Xml) -> bool:
    return block.text.startswith("<w:p>")


def with_section(last: Xml, properties: Xml) -> Xml:
    """A paragraph that ends a section: the properties close those of the paragraph itself."""
    return Xml(last.text.replace("</w:pPr>", f"{properties.text}</w:pPr>", 1))


def bookmark(anchor: str) -> str:
    """A name that Word takes for any anchor: forty characters at most, hidden from lists."""
    return "_nz" + hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def marked(anchor: str, number: int, *content: Xml) -> Xml:
    """Content between the ends of a bookmark; `number` is unique in the document."""
    start = w("bookmarkStart", id=number, name=bookmark(anchor))
    return joined((start, *content, w("bookmarkEnd", id=number)))


def heading(block: Heading, number: int) -> Xml:
    return paragraph(f"Heading{block.level}", marked(block.anchor, number, run(block.text)))


def plain(block: Paragraph) -> Xml:
    """A paragraph of text. Small print hangs behind its mark, if it has one."""
    if block.role not in ("note", "source"):
        return paragraph(_STYLES[block.role], runs(block.runs))
    return small(_STYLES[block.role], "".join(part.text for part in block.runs), runs(block.runs))


def small(style: str, string: str, content: Xml) -> Xml:
    """A note or source; `string` is its text."""
    level = () if _MARK.match(string) else (w("ind", left=0, firstLine=0),)
    return paragraph(style, content, more=level)


def listing(block: Listing, list_id: int, lang: Lang) -> list[Xml]:
    """The items of a list; those of one too long for Word's circled numbers carry typed marks."""
    if block.numbered and len(block.items) > MOST:
        tab = w("r", w("tab"))
        return [
            paragraph("ListParagraph", run(mark(number, lang)), tab, runs(item))
            for number, item in enumerate(block.items, start=1)
        ]
    chosen = w("numId", val=list_id if block.numbered else BULLETS)
    properties = w("numPr", w("ilvl", val=0), chosen)
    return [paragraph("ListParagraph", runs(item), more=(properties,)) for item in block.items]


def field(instruction: str, shown: str) -> Xml:
    """A field with the result that is shown until Word computes it."""
    return joined((_opened(instruction), run(shown), _end()))


def _opened(instruction: str) -> Xml:
    code = element("w:instrText", {"xml:space": "preserve"}, Xml(instruction))
    return joined(
        (
            w("r", w("fldChar", fldCharType="begin")),
            w("r", code),
            w("r", w("fldChar", fldCharType="separate")),
        )
    )


def _end() -> Xml:
    return w("r", w("fldChar", fldCharType="end"))


def contents(block: Contents, headings: Sequence[Heading]) -> Xml:
    """The contents as a field of Word, filled in with a link for each heading.

    Page numbers are not known before Word lays the paper out; updating the field adds them.
    """
    title = paragraph("TOCHeading", run(block.title))
    listed = [each for each in headings if each.level <= _DEEPEST]
    entries = [
        paragraph(
            f"TOC{each.level}",
            _opened(f' TOC \\o "1-{_DEEPEST}" \\h \\z \\u ') if place == 0 else NOTHING,
            w("hyperlink", run(each.text), anchor=bookmark(each.anchor), history=1),
            _end() if place == len(listed) - 1 else NOTHING,
        )
        for place, each in enumerate(listed)
    ]
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries))
