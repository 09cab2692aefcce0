"""Papers: one document tree, and a writer for each format.

`write(cases, path)` is the whole of it for users. `paper` says what the paper of a case is made of,
`tree` what a document is; writers get a document and nothing else, and need the extension not.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from nagarezu.errors import UnknownSuffix, UsageError
from nagarezu.files import write_whole
from nagarezu.languages import Lang
from nagarezu.report.tree import Document

if TYPE_CHECKING:
    from nagarezu.case import Case
    from nagarezu.report.paper import Progress

SUFFIXES = (".docx", ".pdf", ".html", ".xlsx", ".md")

__all__ = ["SUFFIXES", "Document", "content", "of_cases", "render", "suffix_of", "write"]


def suffix_of(path: str | os.PathLike[str]) -> str:
    """Return the suffix of a path that a writer exists for; UnknownSuffix lists them otherwise."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownSuffix(suffix or PurePath(path).name, SUFFIXES)
    return suffix


def of_cases(
    cases: Sequence[Case],
    *,
    lang: Lang = "ja",
    box: str = "",
    progress: Progress | None = None,
) -> Document:
    """Return the paper of a case, or the volume of several, as a tree."""
    from nagarezu.report import paper  # which brings the figures

    return paper.of_cases(cases, lang=lang, box=box, progress=progress)


def render(document: Document, suffix: str) -> bytes:
    """Return the bytes of a document in one format; the same document gives the same bytes.

    MissingExtra names the extra of a library that a writer needs and that is not there.
    """
    # Each writer needs libraries of its own, which belong to an extra.
    if suffix == ".docx":
        from nagarezu.report.docx import docx

        return docx(document)
    if suffix == ".pdf":
        from nagarezu.report.pdf import pdf

        return pdf(document)
    if suffix == ".html":
        from nagarezu.report.html import html

        return html(document)
    if suffix == ".xlsx":
        from nagarezu.report.workbook import workbook

        return workbook(document)
    if suffix == ".md":
        from nagarezu.report.markdown import markdown

        return markdown(document).encode("utf-8")
    raise UnknownSuffix(suffix, SUFFIXES)


def content(
    cases: Sequence[Case],
    suffix: str,
    *,
    lang: Lang = "ja",
    box: str = "",
    progress: Progress | None = None,
) -> bytes:
    """Return the bytes of the paper of cases. A page has both languages and a map that answers."""
    if suffix == ".html":
        from nagarezu.report import html

        return html.of_cases(cases, lang=lang, box=box, progress=progress)
    return render(of_cases(cases, lang=lang, box=box, progress=progress), suffix)


def write(
    cases: Sequence[Case],
    path: str | os.PathLike[str],
    *,
    lang: Lang = "ja",
    box: str = "",
    progress: Progress | None = None,
) -> Path:
    """Write the paper of one or several cases, whole or not at all.

    The suffix of `path` says in which format; `box` is what stands in the box at the top right,
    such as 資料1-1. `progress` is called with how many cases are done, how many there are, and the
    id of the next. UnknownSuffix, UsageError without a case, MissingExtra, WriteFailed.
    """
    suffix = suffix_of(path)
    if not cases:
        raise UsageError("a report needs at least one case")
    return write_whole(path, content(cases, suffix, lang=lang, box=box, progress=progress))
