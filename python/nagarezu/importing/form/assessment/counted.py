"""Numbers in front of lines: whether one begins what comes after an open label."""

from __future__ import annotations

import re

from nagarezu.importing.form.assessment.sheet import Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

_COUNTED = re.compile(r"^[ ]*(?:(?P<circled>[①-⑳])|(?P<number>\d{1,2})[.、 ])")


def next_number(before: Line, line: Passage) -> bool:
    """３ 使用するシステム below ２ 対象者: a label that the form does not know."""
    first, second = (_COUNTED.match(fold(text)) for text in (before.printed.text, line.text))
    if second is not None and _above(before, line, second):
        return True
    if (
        first is None
        or second is None
        or re.search(r"(?m)^[ ]*(?:1[.、 ]|①)", fold(before.value.text))
    ):
        return False
    if first["circled"] and second["circled"]:
        return ord(second["circled"]) == ord(first["circled"]) + 1
    return bool(first["number"] and second["number"]) and (
        int(second["number"]) == int(first["number"]) + 1
    )


_INNER = re.compile(r"^[ ]*\(\d{1,2}\)")
_HEAD = 24  # characters; a longer line is no head


def _above(before: Line, line: Passage, number: re.Match[str]) -> bool:
    """４ 使用するシステム below （２）対象者: a head of the rank above that of the label."""
    if not _INNER.match(fold(before.printed.text)) or not number["number"]:
        return False
    begun = re.search(r"(?m)^[ ]*1[.、 ]", fold(before.value.text))
    text = line.text.strip()
    return int(number["number"]) > 1 and not begun and len(text) <= _HEAD and "。" not in text
