"""Numbers in front of lines: whether one begins what comes after an open label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.assessment.sheet import Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import KANA, fold

_COUNTED = re.compile(
    r"^[ ]*(?:(?P<circled>[①-⑳])|(?P<number>\d{1,2})[.、 ]"
    rf"|[(](?P<inner>\d{{1,2}})[)]|[(]?(?P<kana>[{KANA}])[.、) ])"
)


def _rank(mark: re.Match[str]) -> tuple[str, int]:
    """Which marks a number is one of, and where it stands among them."""
    style = mark.lastgroup or ""
    printed = mark[style]
    if style == "circled":
        return style, ord(printed) - ord("①") + 1
    return style, KANA.index(printed) + 1 if style == "kana" else int(printed)


def next_number(before: Line, line: Passage) -> bool:
    """３ 使用するシステム below ２ 対象者, カ 性格 below オ 項目: an unknown label."""
    first, second = (_COUNTED.match(fold(text)) for text in (before.printed.text, line.text))
    if second is None:
        return False
    if _above(before, line, second) or _SECTIONED.match(fold(line.text)):
        return True
    if first is None:
        return False
    (style, here), (other, there) = _rank(first), _rank(second)
    if _begun(before, other) and _last(before, other) < there:
        return False  # the next of the list in the value
    return style == other and there == here + 1


# 4 ④業務の進め方: behind the number of its section a circled number heads a field, known or not
_SECTIONED = re.compile(r"^[ ]*(?:[ⅠⅡⅢⅣⅤⅥ][- ]?)?\d{1,2}[.、 -]*[①-⑳][ ]*[^\s。、①-⑳]{2,24}$")


def _last(before: Line, style: str) -> int:
    """The last number of a list in the value."""
    marks = (_COUNTED.match(text) for text in fold(before.value.text).split("\n"))
    ranks = [_rank(mark) for mark in marks if mark is not None]
    return next((number for other, number in reversed(ranks) if other == style), 0)


def _begun(before: Line, style: str) -> bool:
    """Whether the value has a list in these marks already."""
    for text in fold(before.value.text).split("\n"):
        mark = _COUNTED.match(text)
        if mark is not None and _rank(mark) == (style, 1):
            return True
    return False


_INNER = re.compile(r"^[ ]*\(\d{1,2}\)")
_LETTERED = re.compile(rf"^[ ]*(?:[①-⑳]|[(]?[{KANA}][.、) ])")
_HEADED = re.compile(r"^[ ]*\d{1,2}[.、 ][ ]*[^\s。、:]{2,24}[ ]*:")
_HEAD = 24  # characters; a longer line is no head


def _above(before: Line, line: Passage, number: re.Match[str]) -> bool:
    """４ 使用するシステム below （２）対象者: a head of the rank above that of the label.

    Below a letter or a circled number it must be a head with its value: ２ 入手元：本人.
    """
    printed, text = fold(before.printed.text), line.text.strip()
    if not number["number"] or int(number["number"]) < 2 or _begun(before, "number"):
        return False
    if _INNER.match(printed):
        return len(text) <= _HEAD and "。" not in text
    return bool(_LETTERED.match(printed) and _HEADED.match(fold(text)))


_ALONE = re.compile(rf"(?:\d{{1,2}}|[①-⑳]|[(]\d{{1,2}}[)]|[(]?[{KANA}][)]?)[.、]?")


def goes_on_numbered(before: Line, filled: Sequence[Passage]) -> bool:
    """1 | …する。 below 措置の内容: an entry of the value, with its number in a cell of its own."""
    number = fold(filled[0].text).strip()
    if len(filled) != 2 or not _ALONE.fullmatch(number):
        return False
    mark = _COUNTED.match(number + " ")
    if mark is None:
        return False
    here = _rank(mark)
    last = [_COUNTED.match(text) for text in fold(before.value.text).split("\n")]
    begun = [rank for each in last if each and (rank := _rank(each))[0] == here[0]]
    return here[1] == (begun[-1][1] + 1 if begun else 1)
