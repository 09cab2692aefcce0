"""The Word writer: a document tree in, the bytes of a .docx out, equal for equal documents.

The file is written part by part, from our own styles and without a binary template; nothing but the
standard library is needed (ADR 0007).
"""

from __future__ import annotations

from nagarezu.report.docx.writer import written
from nagarezu.report.tree import Document

__all__ = ["docx"]


def docx(document: Document) -> bytes:
    """Return the bytes of a Word file with the paper."""
    return written(document)
