"""Papers of questions and answers: 問3 どのような情報を使いますか。 and below it 答 ….

A question heads what stands up to the next one, so its number is that of a chapter; the word in
front of an answer is none of what the answer says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

_QUESTION = re.compile(
    r"^[■◆●▼◇○□【]?[ ]*(?:問い?|質問|設問|[QＱ])[ ]?(?P<number>\d{1,2})(?:[.:、】)][ ]*|[ ]+)(?=\S)"
)
_ASKED = re.compile(r"か[。?]?$|[?]$")
_ANSWER = re.compile(r"^[ ]*(?:[AＡ]|[(【]?(?:回答|答え?)[)】]?)\d{0,2}[ .:、]+(?=\S)")
_FEWEST = 3  # questions of such a paper


def as_chapters(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a paper, its questions as chapters that count from 1."""
    heads: dict[int, re.Match[str]] = {}
    for at, row in enumerate(rows):
        text = "" if row.grid else fold(row.text)
        mark = _QUESTION.match(text)
        asked = mark is not None and (_ASKED.search(text) or len(text) <= _LONGEST)
        if mark is not None and asked and int(mark["number"]) == len(heads) + 1:
            heads[at] = mark
    if len(heads) < _FEWEST or not any(_ASKED.search(fold(rows[at].text)) for at in heads):
        yield from rows
        return
    below = False
    for at, row in enumerate(rows):
        below = below or at in heads
        if at in heads:
            yield replace(row, cells=(_chapter(row, heads[at]),))
        elif below and not row.grid and (said := _answer(row)):
            yield replace(row, cells=(said,))
        else:
            yield row


_LONGEST = 40  # characters of a head that does not ask


def _chapter(row: Row, mark: re.Match[str]) -> Passage:
    """第3 どのような情報を使いますか: as other offices number their chapters."""
    asked = row.filled[0] if len(row.filled) == 1 else row.whole
    front = f"第{mark['number']} "
    words = asked.part(mark.end()) if len(row.filled) == 1 else row.filled[-1]
    starts = (0, *(start + len(front) for start in words.starts[1:]))
    return Passage(front + words.text, starts[: len(words.spots)], words.spots)


def _answer(row: Row) -> Passage | None:
    """What is said behind 答; the marks of a list in it stay."""
    first, *others = row.filled or (Passage(),)
    if others and fold(first.text).strip() in ("答", "答え", "回答", "A"):
        return others[0] if len(others) == 1 else None
    mark = _ANSWER.match(fold(first.text))
    return first.part(mark.end()) if mark and not others else None
