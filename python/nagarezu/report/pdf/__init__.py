"""The paper as PDF: archived (PDF/A-2a), tagged (PDF/UA-1), all fonts embedded, text as text.

Typst sets it from our own template (templates/paper*.typ). The tree goes in as JSON and is never
made into markup. The same document and the same fonts give the same bytes.
"""

from __future__ import annotations

import os

from nagarezu.report.pdf.compiler import compiled
from nagarezu.report.pdf.content import content
from nagarezu.report.pdf.faces import find
from nagarezu.report.pdf.glyphs import checked
from nagarezu.report.tree import Document

__all__ = ["pdf"]


def pdf(document: Document, *, fonts: str | os.PathLike[str] | None = None) -> bytes:
    """Return the bytes of the PDF.

    `fonts` is a folder of fonts to use instead of those of the system. Raises MissingExtra without
    the compiler, MissingFont without Japanese faces, and MissingGlyph for a character that no font
    holds.
    """
    faces = find(fonts)
    data = content(document)
    return compiled(data, checked(data, faces))
