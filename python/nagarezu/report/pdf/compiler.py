"""The call of the compiler: data in as JSON, bytes out, its complaints as errors of ours."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from nagarezu.errors import MissingGlyph, Unprintable
from nagarezu.report.pdf.faces import Faces
from nagarezu.report.pdf.glyphs import texts
from nagarezu.resources import template

if TYPE_CHECKING:
    from typst import PDFStandard

# Archived with structure, and accessible; both allow PDF 1.7.
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
TEMPLATES = ("paper-look.typ", "paper-table.typ", "paper-blocks.typ", "paper.typ")
_EARLIEST = 946_684_800  # 2000-01-01: a date that stands for none, as in our other files
_NOT_DRAWN = re.compile(r'the text `"(.+?)"` could not be displayed|codepoint `"(.+?)"`', re.S)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # how the compiler writes what it cannot show


def compiled(data: dict[str, Any], faces: Faces) -> bytes:
    """Return the PDF of the data of a paper (content.py)."""
    import typst

    given = {**data, "faces": {"body": faces.body, "headings": faces.headings}}
    source = "\n".join(template(name) for name in TEMPLATES).encode("utf-8")
    try:
        made = typst.compile(
            source,
            format="pdf",
            font_paths=faces.book,
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(given, ensure_ascii=False)},
            pdf_standards=STANDARDS,
            timestamp=timestamp(),
        )
    except typst.TypstError as error:
        raise _named(error, data) from error
    return bytes(made)


def timestamp() -> int:
    """Seconds since 1970 of the date in the file: SOURCE_DATE_EPOCH, or a fixed one."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(stated) if stated.isdecimal() else _EARLIEST


def _named(error: Exception, data: dict[str, Any]) -> Exception:
    """The complaint as our error, if it is about a glyph that a font only seems to hold."""
    match = _NOT_DRAWN.search(str(error))
    if match is None:
        return error
    quoted = match.group(1) or match.group(2)
    text = _ESCAPED.sub(lambda code: chr(int(code.group(1), 16)), quoted)
    place, whole = next(((p, t) for p, t in texts(data) if text in t), ("", text))
    return MissingGlyph([Unprintable(text, place, whole)])
