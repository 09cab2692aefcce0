"""How much room two pages have, and how much of it blocks take: an estimate, on the safe side.

A line is one line of body text (10.5 pt at a pitch of some 17 pt); an A4 sheet with margins of
25 mm has about forty. Widths are columns, of which a full-width character takes two. The Word and
the PDF writer set narrow columns differently: what counts is the one that needs more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from nagarezu import inert
from nagarezu.report.tree import Block, Facts, Heading, Listing, Paragraph, Runs

LINES = 82.0  # of two pages, less the box, the title and what is lost where a page turns
_HEADINGS = {1: 2.0, 2: 1.6, 3: 1.4}
_BODY = 84  # columns of a paragraph
_ITEM = 78  # of an item of a list
_FACTS = ((16, 78), (24, 62))  # of both columns of facts, as either writer sets them
_APART = 0.1  # lines between paragraphs
_MORE = "…"


def lines(blocks: Iterable[Block]) -> float:
    """Return how many lines the blocks take."""
    return sum(map(_lines, blocks))


def _lines(block: Block) -> float:
    if isinstance(block, Heading):
        return _HEADINGS[block.level]
    if isinstance(block, Paragraph):
        small = 0.8 if block.role in ("note", "source") else 1.0
        return small * _rows(text_of(block.runs), _BODY) + _APART
    if isinstance(block, Listing):
        return sum(_rows(text_of(item), _ITEM) + _APART for item in block.items)
    if isinstance(block, Facts):
        return 1.3 + sum(0.72 * _fact(label, text_of(runs)) + 0.35 for label, runs in block.rows)
    raise TypeError(f"no part of the two pages: {type(block).__name__}")


def _fact(label: str, text: str) -> int:
    return max(max(_rows(label, left), _rows(text, right)) for left, right in _FACTS)


def text_of(runs: Runs) -> str:
    """Return the plain text of runs."""
    return "".join(run.text for run in runs)


def _rows(text: str, columns: int) -> int:
    return max(1, math.ceil(inert.width(inert.visible(text)) / columns))


def clipped(text: str, columns: int) -> str:
    """Return a text of at most so many columns; what is cut off ends in …, never in silence."""
    if inert.width(text) <= columns:
        return text
    taken, used = [], inert.width(_MORE)
    for character in text:
        used += inert.width(character)
        if used > columns:
            break
        taken.append(character)
    return "".join(taken) + _MORE
