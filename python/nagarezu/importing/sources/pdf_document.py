"""A PDF page by page: ruled tables as grids, the text around them as paragraphs, in page order.

What repeats on top or at the foot of pages, and page numbers, are `running` paragraphs. A table
that goes on over a page break is two grids: joining them needs to know what the table is.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from nagarezu.importing.blocks import Block, Cell, Paragraph, Span, Unread
from nagarezu.importing.sources.pdf_lines import Line, joined, lines_of
from nagarezu.importing.sources.pdf_second import UNREADABLE, SecondReader
from nagarezu.importing.sources.pdf_tables import Ruled, ruled_tables
from nagarezu.importing.sources.places import Places, grid
from nagarezu.opening.refusal import NotReadable

_EDGE = 0.09  # of the height of a page: where headers and footers stand
_NUMBER = re.compile(r"[-－ー–—‐−\s]*(?:[pP]\.?\s*)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9０-９]{1,4})?"
                     r"(?:\s*ページ)?[-－ー–—‐−\s]*")  # fmt: skip
_DIGITS = re.compile(r"[0-9０-９]+")


class _Page:
    """What one page holds, before headers are told from text."""

    def __init__(self, number: int, height: float, lines: list[Line], tables: list[Ruled]) -> None:
        self.number, self.height, self.lines, self.tables = number, height, lines, tables

    def at_edge(self, line: Line) -> bool:
        return line.bottom < self.height * _EDGE or line.top > self.height * (1 - _EDGE)


def read_document(
    content: bytes, source: str, most: int, seconds: int
) -> tuple[list[Block], list[Unread]]:
    """Return blocks and what was not read; NotReadable as the parent shall say it."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    places = Places(source, "", seconds)
    try:
        pages, unread = _pages(content, most, places)
    except (NotReadable, MemoryError):
        raise
    except Exception as error:  # the libraries raise whatever a broken file makes them
        raise NotReadable(*_reason(error)) from error
    if not any(page.lines or page.tables for page in pages):
        raise NotReadable("scanned" if unread else "empty", "")
    running = _running(pages)
    lines = (line.right for page in pages for line in page.lines if not line.alone)
    tables = (cell.right for page in pages for table in page.tables for cell in table.cells)
    right = max((*lines, *tables), default=0.0)
    blocks: list[Block] = []
    for page in pages:
        blocks.extend(_blocks(page, running, right, places))
    entries = [Unread(code, places(f"p{number}"), detail) for number, code, detail in unread]
    return blocks, entries


def _reason(error: Exception) -> tuple[str, str, str]:
    chain = [error, error.__cause__, error.__context__, *error.args]
    names = {type(part).__name__ for part in chain}
    if any("Password" in name or "Encryption" in name for name in names):
        return "encrypted", "", ""
    return "damaged", "", type(error).__name__


def _pages(
    content: bytes, most: int, places: Places
) -> tuple[list[_Page], list[tuple[int, str, str]]]:
    import pdfplumber

    pages: list[_Page] = []
    unread: list[tuple[int, str, str]] = []
    second = SecondReader(content)
    with pdfplumber.open(io.BytesIO(content)) as document:
        for number, page in enumerate(document.pages, start=1):
            if number > most:
                raise NotReadable("too_many", "", f"{most:,} pages")
            places.check_time()
            pages.append(_page(number, page, second, unread))
            page.close()
    if not pages:
        raise NotReadable("damaged", "", "no pages")
    return pages, unread


def _page(
    number: int, page: Any, second: SecondReader, unread: list[tuple[int, str, str]]
) -> _Page:
    chars = [char for char in page.chars if char["text"]]
    upright = [char for char in chars if char.get("upright", True)]
    if len(upright) < len(chars):
        unread.append((number, "turned_text", ""))
    unknown = second.fill(number, float(page.height), upright)
    if not any(char["text"].strip(UNREADABLE + " \u3000") for char in upright):
        if page.images or chars:
            unread.append((number, "page_without_text", ""))
        return _Page(number, float(page.height), [], [])
    if unknown:
        unread.append((number, "unknown_characters", str(unknown)))
    if page.images:
        unread.append((number, "picture", ""))
    notes = _notes(page)
    if notes is None:
        unread.append((number, "annotations", ""))
    elif any(_kind(note) == "Widget" for note in notes):
        unread.append((number, "form_fields", ""))
    rules = [*page.lines, *page.rects]
    tables, outside = ruled_tables(page, upright, rules)
    return _Page(
        number, float(page.height), lines_of(outside, rules) + _labels(notes or []), tables
    )


def _kind(note: Any) -> str:
    """Subtype of an annotation; its value is a literal of the library."""
    return str(getattr(note["data"].get("Subtype"), "name", "")).strip("'")


def _notes(page: Any) -> list[Any] | None:
    """Annotations of a page; None if they are broken, which the text need not be."""
    try:
        return list(page.annots)
    except MemoryError:
        raise
    except Exception:
        return None


def _labels(notes: list[Any]) -> list[Line]:
    """Text that somebody put on the page afterwards, such as the number of an annex."""
    found = []
    for note in notes:
        if _kind(note) == "FreeText" and str(note.get("contents") or "").strip():
            text = " ".join(str(note["contents"]).split())
            left, right = float(note["x0"]), float(note["x1"])
            top, bottom = float(note["top"]), float(note["bottom"])
            found.append(Line((Span(text),), left, right, top, bottom, 1.0, alone=True))
    return found


def _running(pages: list[_Page]) -> set[str]:
    """Texts that stand at the edge of two pages or more, whatever number is in them."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line.text) for line in page.lines if page.at_edge(line)})
    return {text for text, count in counts.items() if count > 1}


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text.strip())


def _blocks(page: _Page, running: set[str], right: float, places: Places) -> list[Block]:
    where = f"p{page.number}"
    parts: list[tuple[float, list[Line] | Ruled]] = [(t.top, t) for t in page.tables]
    head: list[Line] = []
    text: list[Line] = []
    foot: list[Line] = []
    for line in page.lines:
        at_edge = page.at_edge(line)
        if at_edge and (_shape(line.text) in running or _NUMBER.fullmatch(line.text.strip())):
            (head if line.top < page.height / 2 else foot).append(line)
        else:
            text.append(line)
    parts += [(group[0].top, group) for group in _groups(text, page.tables)]
    blocks: list[Block] = [_running_line(line, places, where) for line in head]
    for _, part in sorted(parts, key=lambda part: part[0]):
        if isinstance(part, Ruled):
            blocks.extend(_grid(part, places, where))
        else:
            blocks.extend(Paragraph(spans, places(where)) for spans in joined(part, right))
    return blocks + [_running_line(line, places, where) for line in foot]


def _running_line(line: Line, places: Places, where: str) -> Paragraph:
    return Paragraph((Span(line.text.strip()),), places(where), running=True)


def _groups(lines: list[Line], tables: list[Ruled]) -> list[list[Line]]:
    """Lines in order, parted where a table stands between them."""
    groups: list[list[Line]] = []
    tops = sorted(table.top for table in tables)
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        last = groups[-1][-1] if groups else None
        if last is None or any(last.top < top <= line.top for top in tops):
            groups.append([])
        groups[-1].append(line)
    return groups


def _grid(table: Ruled, places: Places, where: str) -> list[Block]:
    """A ruled table, or the paragraphs within a single frame."""
    start = places(where)
    cells = []
    for cell in table.cells:
        place = places(where)
        paragraphs = tuple(
            Paragraph(spans, place) for spans in joined(cell.lines, cell.right, cell.left)
        )
        if paragraphs:
            cells.append(Cell(cell.row, cell.column, paragraphs, place, cell.rows, cell.columns))
    if table.single:
        return [paragraph for cell in cells for paragraph in cell.paragraphs]
    return [grid(cells, start)] if cells else []
