"""Options of a form with their marks: [○]個人番号 [ ]連絡先."""

from __future__ import annotations

import re

from nagarezu.importing.fields import ticks
from nagarezu.importing.passage import Passage

_MARK = r"[\[［【(]\s*(?P<mark>[○◯〇●レ✓ ]?)\s*[\]］】)]"
_OPTION = re.compile(
    rf"{_MARK}\s*(?P<name>[^\[\]［］【】\s][^\[\]［］【】]{{0,59}}?)"
    r"(?=\s*[\[［【(（]\s*[○◯〇●レ✓ ]?\s*[\]］】)）]|$)"
)
_NEXT_HEAD = re.compile(r"\n|[ 　]・")  # ・連絡先等情報 in front of the options below it


def marked(passage: Passage) -> list[Passage]:
    """Return the names of the options that bear a mark, in their order; ☑ and ■ are such, too."""
    found = []
    if not _OPTION.search(passage.text):
        return [each.name for each in ticks.options(passage) if each.ticked]
    for option in _OPTION.finditer(passage.text):
        start, end = option.span("name")
        head = _NEXT_HEAD.search(passage.text, start, end)
        if option["mark"].strip():
            found.append(passage.part(start, head.start() if head else end))
    return found
