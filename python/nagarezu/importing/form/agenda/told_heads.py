"""Heads of sheets that end with their kind: 付議事項その1（電算処理）, 〔カード2〕 … ＝業務委託＝.

What such a line is called, and how it is numbered, is the office's own. It heads a sheet where the
next one has the next number, and where a sheet's worth of rows stands below each: a list of what
the paper is about has them line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.form.agenda.kinds import HEADS
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import KANA, KANJI_DIGITS, counted, key

_KINDS = {**HEADS, "提供": "provide", "移転": "transfer", "委託": "entrust", "結合": "link"}
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True))
_END = re.compile(
    rf"[(\[【〔〈《<=―ー-](?P<kind>{_NAMES})(?:(?:及び|並びに|・|、|と)(?:{_NAMES}))?[)\]】〕〉》>=―ー-]$"
)
_STEMS = "甲乙丙丁戊己"
_NUMBER = re.compile(
    rf"[0-9]{{1,2}}|[{KANJI_DIGITS}]{{1,2}}|(?<![a-z])(?:[ivx]{{1,4}}|[a-h])(?![a-z])|[{_STEMS}]|[ア-オ](?![ァ-ヶー])"
)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_FRONT = 8  # characters in front of the number
_LONGEST = 60
_FEWEST = 2  # heads
_BELOW = 3  # rows of the shortest sheet


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    frame: str
    number: int
    kind: str


def heads(rows: Sequence[Row]) -> dict[int, str]:
    """The rows that head a sheet by number and kind, and the kind of each."""
    found: dict[str, list[_Head]] = {}
    for at, row in enumerate(rows):
        head = _head(at, row)
        if head is not None:
            found.setdefault(head.frame, []).append(head)
    for series in found.values():
        follows = all(b.number == a.number + 1 for a, b in pairwise(series))
        ends = [*(head.at for head in series[1:]), len(rows)]
        filled = all(end - head.at > _BELOW for head, end in zip(series, ends, strict=True))
        if len(series) >= _FEWEST and follows and filled:
            return {head.at: head.kind for head in series}
    return {}


def _head(at: int, row: Row) -> _Head | None:
    text = key(row.text)
    if len(row.filled) != 1 or not row.cells[0] or len(text) > _LONGEST or "。" in text:
        return None
    told = _END.search(text)
    number = _NUMBER.search(text)
    if told is None or number is None or number.start() > _FRONT or number.end() > told.start():
        return None
    return _Head(at, text[: number.start()], _counted(number.group()), _KINDS[told["kind"]])


def _counted(mark: str) -> int:
    if mark in _STEMS:
        return _STEMS.index(mark) + 1
    if mark in KANA:
        return KANA.index(mark) + 1
    if mark in _ROMAN:
        return _ROMAN.index(mark)
    return ord(mark) - ord("a") + 1 if mark.isascii() and mark.isalpha() else counted(mark)
