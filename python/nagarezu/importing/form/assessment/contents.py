"""Lists of contents: 今回の修正箇所 with its numbered places, none of them a head of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_ENTRY = re.compile(
    r"^[ ]*[(]?(?P<number>\d{1,2}|[①-⑳])[)]?[.、: ][ ]*(?=\S)|^[ ]*(?P<circled>[①-⑳])"
)
_FIRST_CIRCLED = ord("①") - 1
_FEWEST = 3  # entries of a list
_LONGEST = 80  # characters of an entry, and half of them of a head


@dataclass(frozen=True, slots=True)
class Contents:
    """A head such as 今回の修正箇所 and the entries below it, without their numbers."""

    head: Passage
    entries: tuple[Passage, ...]


def cut(rows: Sequence[Row]) -> tuple[list[Row], list[Contents]]:
    """The rows without lists of contents, and these lists."""
    kept: list[Row] = []
    found: list[Contents] = []
    at = 0
    while at < len(rows):
        entries = _numbered(rows, at + 1) or _parts(rows, at + 1) if _is_head(rows[at]) else []
        if entries:
            found.append(Contents(rows[at].whole, tuple(entries)))
            at += 1 + len(entries)
        else:
            kept.append(rows[at])
            at += 1
    return kept, found


def _is_head(row: Row) -> bool:
    text = key(row.text)
    return (
        len(row.filled) == 1
        and len(text) <= _LONGEST // 2
        and bool(compiled(rules("assessment")["contents"]).search(text))
    )


# the heads of the form itself, as a list of contents prints them: Ⅰ 基本情報, - 第1 …, （別添1）…
_HEAD_OF_PART = re.compile(
    r"^[ ]*(?:[-・*●○][ ]*)?(?P<mark>[ⅠⅡⅢⅣⅤⅥ]|I{1,3}V?|VI?|第[ ]?\d{1,2}[章部節]?"
    r"|[(【]?(?:別[添紙表記]|資料|様式|参考)[ ]?\d{0,2}(?:-\d{1,2})?[)】]?)(?:[ .:]|(?<=[)】])|$)"
)


def _parts(rows: Sequence[Row], start: int) -> list[Passage]:
    """The heads that stand one below the other until the first of them begins its part."""
    found: list[Passage] = []
    first = ""
    for row in rows[start:]:
        filled = row.filled
        text = fold(filled[0].text) if filled else ""
        match = _HEAD_OF_PART.match(text)
        again = match is not None and first == match["mark"]
        if len(filled) != 1 or row.level or match is None or again or len(text) > _LONGEST:
            break
        first = first or match["mark"]
        found.append(filled[0])
    return found if len(found) >= _FEWEST else []


def _numbered(rows: Sequence[Row], start: int) -> list[Passage]:
    """The short numbered lines from `start` on, one after the other from 1; none if too few."""
    found: list[Passage] = []
    for row in rows[start:]:
        filled = row.filled
        text = fold(filled[0].text) if filled else ""
        match = _ENTRY.match(text)
        if len(filled) != 1 or match is None or len(text) > _LONGEST or text.endswith("。"):
            break
        if _value(match) != len(found) + 1:
            break
        found.append(filled[0].part(match.end()))
    return found if len(found) >= _FEWEST else []


def _value(match: re.Match[str]) -> int:
    printed = match["number"] or match["circled"]
    return int(printed) if printed.isascii() else ord(printed) - _FIRST_CIRCLED
