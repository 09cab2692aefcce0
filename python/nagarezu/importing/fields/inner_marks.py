"""Marks in front of the parts that a bracket lists: 連絡先（(1)氏名、(2)続柄）.

They count one row of marks from its first, so アレルギー、既往歴 and 1歳児、2歳児 bear none.
"""

from __future__ import annotations

import re

from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, KANA, KANJI_DIGITS, fold

_PAREN_DIGITS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_WHOLE = (CIRCLED, _PAREN_DIGITS)  # marks that nothing else can be
_ROWS = (KANA, "イロハニホヘト", "abcdefghij", KANJI_DIGITS)
_BEFORE = re.compile(r"[、,;・/\s]")
_JOINS = " 　、，,;；・／/"
_WORD = re.compile(r"[一-龥]")  # ア氏名: no word begins with one kana in front of a kanji
_UNIT = re.compile(r"[歳年月日人件回級号類種次階割期学親つ分時]")
_LEAST = 2


def parted(text: str) -> list[str]:
    """The parts of what a bracket lists without their marks; nothing if it counts none."""
    for row in _WHOLE:
        if found := _parts(text, list(row), free=True):
            return found
    for begin, end in ((r"\(", r"\)"), ("", r"(?:[.．、):：]|(?=[ 　]))")):
        for row in (*_ROWS, ""):
            if found := _parts(
                text, [f"{begin}{mark}{end}" for mark in _marks(row)], free=bool(begin)
            ):
                return found
    for row, least in ((KANA, 2), ("イロハニホヘト", 2), ("-", 2), ("", 3)):
        found = _parts(text, _marks(row), free=False)
        if len(found) >= least and all(_WORD.match(each) for each in found):
            return [] if any(_UNIT.match(each) for each in found) else found
    return []


def _marks(row: str) -> list[str]:
    """The marks of a row; 1, 2, 3 of the empty one, and 11-1, 11-2 of the dash."""
    path = "[0-9]{1,2}-" if row == "-" else ""
    counted = [rf"{path}{number}(?![0-9])" for number in range(1, 21)]
    return counted if row in ("", "-") else list(row)


def _parts(text: str, marks: list[str], *, free: bool) -> list[str]:
    """What stands behind each mark; one that is not `free` stands behind a comma or blank."""
    folded, position = fold(text), 0
    cuts: list[tuple[int, int]] = []
    for mark in marks:
        found = next(
            (
                each
                for each in compiled(mark + r"[ 　]*").finditer(folded[position:])
                if free
                or not position + each.start()
                or _BEFORE.match(folded, position + each.start() - 1)
            ),
            None,
        )
        if found is None or (not cuts and folded[: found.start()].strip()):
            break
        cuts.append((position + found.start(), position + found.end()))
        position += found.end()
    if len(cuts) < _LEAST:
        return []
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    parts = [text[start:end].strip(_JOINS) for (_, start), end in zip(cuts, ends, strict=True)]
    return parts if all(parts) else []
