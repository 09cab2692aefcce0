"""Lists that point to those of another sheet: 第1票の記録項目（22項目）, 個票1の情報項目と同じ.

What a number names is told by the heads of the sheets. Nothing is taken where a pointer says that
it means some of them only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft import sheet_marks
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.rules.characters import key

_POINTS = re.compile(
    rf"^(?:上記の?)?(?P<mark>{sheet_marks.MARK})[^、。のと]{{0,16}}?の[^、。のう]{{0,12}}項目"
    r"(?:[(（][^()（）]{1,16}[)）])?(?:の?(?:全て|すべて|全部|全項目))?"
    r"(?:(?:と|に)(?:同じ|同一)|のとおり)?(?:である|とする)?(?:。|$)"
)


def fill(lists: Sequence[tuple[Made, list[Listed]]]) -> None:
    """Put the lists of the sheet that a list points to in its place."""
    heads = {mark: listed for one, listed in lists if (mark := sheet_marks.of(one.sheet))}
    for _, listed in lists:
        for at in range(len(listed) - 1, -1, -1):
            told = _POINTS.match(key(listed[at].passage.text))
            wanted = heads.get(told["mark"], []) if told else []
            if wanted and wanted is not listed and len(listed[at].found.leaves()) <= 1:
                listed[at : at + 1] = [_again(listed[at], each) for each in wanted]


def _again(pointer: Listed, there: Listed) -> Listed:
    """What the other sheet lists, for those to whom this one gives it."""
    found = ItemList(list(there.found.entries), there.found.is_open, there.found.open_word)
    subjects = list(there.subjects or pointer.subjects)
    return replace(pointer, found=found, subjects=subjects, missing=list(there.missing))
