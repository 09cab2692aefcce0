"""Annexes: a document tree of tables, and one writer per format.

`write(cases, path)` is the whole of it for users. The tree (`document.py`) is made of plain tables,
so every writer is testable without the extension.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from nagarezu.errors import UnknownSuffix
from nagarezu.files import write_whole
from nagarezu.languages import Lang
from nagarezu.report.document import Document, build, of_cases

if TYPE_CHECKING:
    from nagarezu.case import Case

SUFFIXES = (".xlsx", ".html", ".md")

__all__ = ["SUFFIXES", "Document", "build", "of_cases", "render", "suffix_of", "write"]


def suffix_of(path: str | os.PathLike[str]) -> str:
    """Return the suffix of a path that a writer exists for; UnknownSuffix lists them otherwise."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownSuffix(suffix or PurePath(path).name, SUFFIXES)
    return suffix


def render(document: Document, suffix: str) -> bytes:
    """Return the bytes of a document in one format; the same document gives the same bytes."""
    # Each writer needs libraries of its own, which belong to an extra.
    if suffix == ".xlsx":
        from nagarezu.report.workbook import workbook

        return workbook(document)
    if suffix == ".html":
        from nagarezu.report.page import page

        return page(document).encode("utf-8")
    if suffix == ".md":
        from nagarezu.report.markdown import markdown

        return markdown(document).encode("utf-8")
    raise UnknownSuffix(suffix, SUFFIXES)


def write(cases: Sequence[Case], path: str | os.PathLike[str], *, lang: Lang = "ja") -> Path:
    """Write the annex of one or several cases, whole or not at all."""
    suffix = suffix_of(path)
    return write_whole(path, render(of_cases(cases, lang=lang), suffix))
