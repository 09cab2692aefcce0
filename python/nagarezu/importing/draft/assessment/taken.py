"""From whom and by what information comes in: the ticks of the form beside what sentences tell.

「本人からは紙により入手する。甲課からは…」 tells them source by source, 「入手の方法は紙に限る」
at once. A stick or disk that is ticked and is none of these ways has no use.
「ほかの部署から得ることはない」 speaks of the sections that are ticked at 入手元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.assessment import names as cells
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.draft.claims.everything import plain_all
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy

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


_SOURCE = re.compile(r"(?:入手|取得|収集)(?:元|先)$")
_GETS = r"(?:入手|取得|収集|受領|[得受]|もら|集め)"
_GET = re.compile(_GETS)
_NOT_OTHERS = re.compile(  # ほかの部署から得ることはない
    r"(?:他|ほか|別)の?(?:部?[課署局室]|所属|機関|団体)(?:等)?から(?:は|の|も)?、?"
    rf"(?:[^。、はを]{{0,8}}情報を)?[^。、はを]{{0,16}}?{_GETS}[^。、]{{0,10}}?(?:ない|ません|[らさせわ]ず)"
)
_ONLY_PERSONS = re.compile(  # 本人又は代理人からのみ入手する, 入手元は本人に限る
    r"(?:本人|申請者|届出者|申告者|代理人|保護者)[^、。はを]{0,24}?"
    rf"(?:だけから|のみから|から(?:のみ|だけ))[^。、]{{0,8}}?{_GETS}"
    rf"|{_GETS}(?:元|先|する(?:の|相手))は、?[^、。はをが]{{0,8}}(?:本人|申請者|届出者|申告者)"
    r"[^、。はをが]{0,16}(?:のみ|だけ|に限)"
)
_SOMETIMES = re.compile(r"場合|とき|際|原則|ただし|を除|同意|根拠の?な|必要の?な")
_TOPIC = re.compile(r"^[^一-龥ァ-ヶ]*(?P<what>[^、。はをが]{2,30}(?<!から))[はを]、?")


def from_others(flows: Flows, sheet: Assessment) -> None:
    """Claims that no section gives anything, with the sections that are ticked as sources."""
    told = [
        line.value.part(*match.span())
        for line in sheet.of("risk_measures", "task_content", "overview")
        for match in _SENTENCE.finditer(fold(line.value.text))
        if _says_no_section(match.group().replace("\n", ""))
    ]
    builder = flows.builder
    for line in sheet.lines if told else ():
        if line.label is None or not _SOURCE.search(key(line.printed.text)):
            continue
        ticked = [tidy(option.text) for option in marked(line.value)]
        names = [name for each in ticked if _SECTIONS.search(each) for name in bracketed(each)]
        place = line.value
        sections = [label for name in names for label in cells.sections_of(Passage(name))]
        for label in sections:
            holder = builder.holder(label, "section", place, operator=builder.own)
            if not builder.has_flow_to([holder], ["inquire"]):
                flows.flow("inquire", builder.own, holder, place, "ticked_source")
            claim: Entity = {"id": builder.fresh(f"c{builder.count_up('claim')}"), "kind": "only"}
            claim |= {"label": tidy(told[0].text), "matter": flows.matter["id"]}
            claim |= {"holders": [holder], "source": told[0].source}
            claim["provenance"] = [evidence("kind", told[0], "only", "no_other_source", 0.8)]
            builder.add("claims", claim)


_SECTIONS = re.compile("部署|課|所属|庁内|機関内")


def _says_no_section(sentence: str) -> bool:
    """Whether a sentence denies that anything comes from others; 個人番号は is but one item."""
    found = _NOT_OTHERS.search(sentence) or _ONLY_PERSONS.search(sentence)
    if found is None or _SOMETIMES.search(sentence):
        return False
    topic = _TOPIC.match(sentence)
    what = topic["what"].rpartition("から")[2] if topic else ""
    return topic is None or bool(_GET.search(what) or plain_all(what))
