"""Shares of a list: lines below a head of items, each of one partner and what it gets.

甲運送　利用者の氏名、住所 and below it 乙技研　利用者の番号、等級: each line is a list of its own,
of the partner in front of the gap. Of whom the items are may stand in front of the first of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields import subjects
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, without_brackets

_SHARE = re.compile(
    r"^[ \t\u3000]*(?:[(（]?(?:[0-9０-９]{1,2}|[ア-オ])[)）.．、 \u3000]|[①-⑳・])?[ \t\u3000]*"
    r"(?P<who>[^、。:：\u3000\t]{3,40}?)(?:[ \u3000\t]*[:：]|[\u3000\t]+| {2,})[ \u3000\t]*"
    r"(?P<what>\S.*)$"
)
_WHOSE = re.compile(r"(?P<who>[^、。の①-⑳]{2,16})の(?=[^、。]{2})")
_FEWEST = 2  # items of a share: what stands behind one name only may be a remark on it


@dataclass(frozen=True, slots=True)
class Share:
    """What one partner gets, and of whom where the line says so."""

    head: Passage
    body: Passage
    subjects: tuple[int, ...] = ()


def shares(body: Passage, groups: Groups) -> list[Share]:
    """The shares of a part of items; none if any of its lines is something else."""
    found: list[Share] = []
    for line in body.lines():
        told = _SHARE.match(line.text)
        proper = compiled(rules("names")["proper"])
        if told is None or not proper.search(key(without_brackets(told["who"]))):
            return []
        what = line.part(*told.span("what"))
        if len(compiled("[、，]|及び").split(what.text)) < _FEWEST:
            return []
        found.append(_of_whom(Share(line.part(*told.span("who")), what), groups))
    return found


def _of_whom(share: Share, groups: Groups) -> Share:
    """利用者の氏名、住所: all of them are of the group that is known by this name."""
    told = _WHOSE.match(share.body.text)
    if told is None or not subjects.names_persons(told["who"]):
        return share
    known = [
        at
        for at, group in enumerate(groups.groups)
        if key(without_brackets(group.label)) == key(told["who"])
    ]
    if len(known) != 1:
        return share
    return Share(share.head, share.body.part(told.end()), (known[0],))
