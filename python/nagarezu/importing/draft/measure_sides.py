"""Whose measures stand in one cell: heads within it that name a side, a partner or its role.

（町が行う対策）… （相手方に求める対策）…, or below 【運用上の対策】 （甲社）… （乙社）….
Layers stand below sides, or sides below layers: what the cell begins with is the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form import labels
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.heads import sections
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_OPEN, _CLOSE = r"(（<＜〈《【〔［\[「", r")）>＞〉》】〕］\]」"
_LINE = re.compile(
    rf"^[ \t\u3000]*(?:[■□●○◎◆◇▪][ \u3000]*)?(?P<open>[{_OPEN}]?)"
    rf"(?P<head>[^\n。]{{1,48}}?)[{_CLOSE}]?[ \u3000]*[:：]?[ \t\u3000]*$",
    re.MULTILINE,
)
_ASKED = re.compile(
    r"(?:側)?(?:に(?:対して)?(?:行わせる|講じさせる|求める|実施させる|遵守させる)|[がの](?:行う|講(?:じ|ず)る)?|に?おける)?"
    r"(?:情報(?:の)?保護|安全管理)?(?:のため)?の?(?:対策|措置)$"
)
_NUMBER = re.compile(
    r"^(?:第?[0-9０-９]{1,2}[.．、)）]?|[(（][0-9０-９]{1,2}[)）]|[①-⑳]"
    r"|[(（]?[ア-ン][)）.．、 　])[ 　]*"
)
_ROLE = 12  # characters of a head in brackets that is a role and nothing else: （再委託先）


@dataclass(slots=True)
class Side:
    """Measures of one side; `layer` is that of a head outside of this one."""

    party: str
    head: str
    layer: str
    body: Passage


def sides(builder: Builder, value: Passage, party: str) -> list[Side]:
    """The parts of a cell by whose measures they are; the cell as a whole if no head says."""
    events = list(_events(builder, value))
    if not any(whose for whose, _, _ in events):
        return [Side(party, "", "", value)]
    return told(party, events)


def told(party: str, events: Sequence[Event]) -> list[Side]:
    """The parts of a cell below such heads, wherever a family finds them."""
    first = next((bool(whose) for whose, layer, _ in events if whose or layer), True)
    found: list[Side] = []
    now = Side(party, "", "", Passage())
    for whose, layer, body in events:
        if whose:
            now = Side(whose[0] or party, whose[1], layer or ("" if first else now.layer), body)
        elif layer:
            now = Side(now.party, now.head, layer, body) if first else Side(party, "", layer, body)
        else:
            now = Side(now.party, now.head, "", body)
        if body:
            found.append(now)
    return found


# of whom (an empty party leaves it as it is) and of which layer the text below a head is
Event = tuple[tuple[str, str] | None, str, Passage]


def _events(builder: Builder, value: Passage) -> Iterator[Event]:
    """Each head with whose and of which layer it says that the text below it is."""
    for head, body in sections(value):
        whose = _whose(builder, head.text, enclosed=True) if head else None
        layer = layer_of(head.text) if head else ""
        start = 0
        for found in _LINE.finditer(body.text):
            below = _whose(builder, found["head"], enclosed=bool(found["open"]))
            if below is None:
                continue
            yield whose, known(layer), body.part(start, found.start())
            whose, layer, start = below, layer_of(found["head"]), found.end()
        yield whose, known(layer), body.part(start)


def known(layer: str) -> str:
    """A layer that a head says; nothing for one that it does not."""
    return "" if layer == "unspecified" else layer


def _whose(builder: Builder, text: str, *, enclosed: bool) -> tuple[str, str] | None:
    """Party and name of a head; an empty party leaves it as it is. None for any other line."""
    head = _NUMBER.sub("", tidy(text))
    label = labels.find("agenda", head)
    if label is not None and label.field.endswith("_own") and label.rule != "label_look_alike":
        partner = label.field.endswith("_partner_own")
        own = is_party_own(head)
        return ("partner" if partner else "own", head) if partner or own else None
    names = compiled(r"及び|並びに|、").split(_ASKED.sub("", fold(head)))
    if names and all(builder.find_holder(name) not in ("", builder.own) for name in names):
        return ("partner" if _ASKED.search(fold(head)) else "", head)
    role = is_party_own(head) if enclosed and len(key(head)) <= _ROLE else None
    if (
        role is not None
        and layer_of(head) == "unspecified"
        and not compiled("[をはが、]").search(head)
    ):
        return ("own" if role else "partner", head)
    return None
