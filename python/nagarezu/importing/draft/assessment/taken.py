"""By what information comes in: the ticks at 入手方法 beside sentences that tell the ways of all.

「本人からは紙により入手する。甲課からは…」 tells them source by source, 「入手の方法は紙に限る」
at once. A stick or disk that is ticked and is none of these ways has no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

_ROW = re.compile(r"(?:入手|取得)の?(?:方法|手段)$")
_SENTENCE = re.compile(r"[^。\n]+(?:\n[^。\n]+)*。")
_FROM = re.compile(r"から(?:は|、)[^。]*?(?:入手|取得|受領|受け取)")
_ALL = re.compile(
    r"(?:入手|取得)の?(?:方法|手段|経路)は、?(?P<ways>[^。]{2,120}?)(?:に限|のみ|だけ)"
)
_FEWEST = 2  # sources whose ways are told, each by itself
_CARRIED = {"usb_memory", "memory_card", "optical_disk", "magnetic_disk", "magnetic_tape", "any"}


def write(matter: Entity, sheet: Assessment, rows: Sequence[Row]) -> None:
    """Handovers of the ticked media and of the told ways, where the ways of all are told."""
    told = list(_at_once(rows))
    for line in sheet.lines:
        if line.label is None or not _ROW.search(key(line.printed.text)):
            continue
        ways = told or _one_by_one(line.value)
        carried = [way for option in marked(line.value) if (way := by_what.of_phrase(option.text))]
        carried = [way for way in carried if way.thing in _CARRIED and not way.line]
        if ways and carried:
            stated = [_entity(way, line.value, "listed") for way in carried]
            stated += [_entity(way, place, "only") for way, place in ways]
            matter.setdefault("handovers", []).extend(stated)


def _at_once(rows: Sequence[Row]) -> Iterator[tuple[Way, Passage]]:
    for row in rows:
        for cell in row.filled:
            for match in _ALL.finditer(fold(cell.text)):
                place = cell.part(*match.span())
                yield from ((way, place) for way in by_what.of_cell(match["ways"]))


def _one_by_one(value: Passage) -> list[tuple[Way, Passage]]:
    """The ways of the sentences behind the ticks, if each of several names its source."""
    plain = fold(value.text)
    ticks = plain.rfind("]") + 1
    found: list[tuple[Way, Passage]] = []
    for match in _SENTENCE.finditer(plain, ticks):
        from_whom = _FROM.search(match.group().replace("\n", ""))
        way = by_what.of_phrase(from_whom.group()) if from_whom else Way()
        if way.certain:
            found.append((way, value.part(*match.span())))
    return found if len(found) >= _FEWEST else []


def _entity(way: Way, place: Passage, member: str) -> Entity:
    proof = evidence("ways", place, way.label, "handed_over", 0.8)
    entity: Entity = {"direction": "receive", "ways": way.words, member: True}
    return {**entity, "source": place.source, "provenance": [proof]}
