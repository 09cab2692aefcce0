"""The paper as one HTML file: no network, complete without script, more at hand with it.

A file holds one edition of the document or two, one a language, and shows one of them. Choosing
the language and light or dark needs no script. The script sorts and filters tables and lets the
flow map answer; what it knows comes from tables, as an Exploration.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.html.exploration import Exploration
from nagarezu.report.html.page import written
from nagarezu.report.tree import Document

if TYPE_CHECKING:
    from nagarezu.case import Case

# Called with how many papers are done, how many there are, and what comes next.
Progress = Callable[[int, int, str], None]

__all__ = ["Exploration", "html", "of_cases"]


def html(
    document: Document,
    translation: Document | None = None,
    explorations: Sequence[Exploration] = (),
) -> bytes:
    """Return the bytes of the page; the same documents give the same bytes.

    `translation` is the same paper in the other language: the page shows `document` first and lets
    readers switch. A flow map answers for the case whose id its anchor starts with, if one of the
    `explorations` is of that case. ValueError if both documents are of one language.
    """
    return written(document, translation, explorations).encode("utf-8")


def of_cases(
    cases: Sequence[Case],
    *,
    lang: Lang = "ja",
    box: str = "",
    progress: Progress | None = None,
) -> bytes:
    """Return the page of one or several cases, in both languages, `lang` first.

    For `progress`, each case has one paper a language.
    """
    from nagarezu.report import paper
    from nagarezu.report.html.ways import exploration_of

    other = next(each for each in LANGUAGES if each != lang)
    first, second = (
        paper.of_cases(cases, lang=each, box=box, progress=_later(progress, turn, len(cases)))
        for turn, each in enumerate((lang, other))
    )
    return html(first, second, [exploration_of(case) for case in cases])


def _later(progress: Progress | None, turn: int, count: int) -> Progress | None:
    """Progress of one language among both."""
    if progress is None:
        return None
    return lambda done, _, what: progress(turn * count + done, 2 * count, what)
