"""The one partner to whom a block of a form is given: 委託事項3 … 取り扱う項目 … 委託先名.

A block runs from its numbered head to the next one of the same word, or to a head of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold

_HEAD = re.compile(
    r"^\s*[【<《\[■◆●○]?\s*(?P<word>(?:再?委託|提供|移転|結合)(?:事項|先|案件|業務|の件)?)\s*(?P<number>[0-9]{1,2})(?![0-9年月日人件.])"
)
_PAPER = re.compile(r"^\s*(?:#|第?[0-9ⅠⅡⅢⅣⅤIV]+[.章節 　]|\([0-9]{1,2}\)|別[紙添表])")
_LONGEST = 60


def holders(builder: Builder, rows: Sequence[Row]) -> dict[int, str]:
    """The partner by the number of each row, where the lists of its block are held by one."""
    held = {
        place: id_
        for each in builder.list_of("lists")
        for id_ in each.get("holders", [])
        if builder.holder_entity(id_).get("external")
        for place in str(each.get("source", "")).split()
    }
    found: dict[int, str] = {}
    begin = -1
    for at in range(len(rows) + 1):
        text = fold(rows[at].text) if at < len(rows) else ""
        head = _HEAD.match(text) and len(text) <= _LONGEST
        if at < len(rows) and not head and not (begin >= 0 and _PAPER.match(text)):
            continue
        if begin >= 0:
            named = {held[place] for row in rows[begin:at] if (place := str(row.place)) in held}
            if len(named) == 1:
                found.update(dict.fromkeys(range(begin, at), named.pop()))
        begin = at if head else -1
    return found
