"""Who gives to whom, as sentences and rows say it, where another place denies it.

受け取るだけである denies what is sent to the same partner, 渡す情報はない what is given to him.
Only what is said of all that goes is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.ways import one_way, stated_rows
from nagarezu.importing.draft.ways.one_sided import Reader, Told
from nagarezu.importing.draft.ways.one_way import OTHER, Way
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

_TELLS = re.compile(
    r"渡|送|受け|提供|提出|受信|受領|移転|通知|取り?込|伝え|流れ|知らせ|返|戻|書き込|→|一方"
)


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Lines of work for what is denied in one place and stated in another."""
    reader = Reader(builder)
    read = (said.everything, said.in_brackets)
    printed = [each for one in read for each in one(builder, rows, _TELLS)]
    sentences = (*printed, *said.wrapped(builder, _TELLS))
    everything = [told for each in sentences for told in reader.sentence(each)]
    if not everything:
        return
    everything.extend(stated_rows.read(reader, rows))
    for told in everything:
        if told.denied:
            stated = Way(OTHER[told.denied], told.way.partner, told.way.what, told.way.passage, "")
            one_way.line(builder, told.matter, stated, list(_against(builder, told, everything)))
        elif told.denied_thing:
            stated = replace(told.way, direction=OTHER[told.against])
            one_way.line(builder, told.matter, stated, list(_of_thing(told, everything)))


def _of_thing(told: Told, everything: Sequence[Told]) -> Iterator[Way]:
    """The same thing, stated to go to the same partner in the way in which it does not go."""
    for other in everything:
        same = other.says == "states" and other.way.partner == told.way.partner
        elsewhere = other.way.printed != told.way.printed and told.matter == other.matter
        thing = key(other.way.what).endswith(told.denied_thing)
        if same and elsewhere and thing and other.way.direction == told.against:
            yield other.way


def _against(builder: Builder, told: Told, everything: Sequence[Told]) -> Iterator[Way]:
    """What is stated in the direction that a sentence denies, with the same partner."""
    for other in everything:
        if other.says != "states" or other.way.passage.source == told.way.passage.source:
            continue
        same = other.way.partner == told.way.partner and other.way.direction == told.denied
        alone = len(_matters(builder, told.way.partner)) < 2  # then it is about that one
        if same and (alone or not told.matter or other.matter in ("", told.matter)):
            yield other.way
    for flow in builder.of_matter("flows", told.matter):
        if told.denied == "send" and _goes(builder, flow, told.way.partner):
            place = Passage.of(
                flow.get("purpose", "") or flow["relation"], told.way.passage.places[0]
            )
            yield Way("send", told.way.partner, "", place, str(flow.get("source", "")))


def _matters(builder: Builder, partner: str) -> set[str]:
    flows = builder.list_of("flows")
    return {str(flow.get("matter")) for flow in flows if partner in flow.get("to", ())}


def _goes(builder: Builder, flow: Entity, partner: str) -> bool:
    """Whether a flow gives something: what a contractor handles he may collect himself."""
    if flow.get("from") != builder.own or partner not in flow.get("to", []):
        return False
    return flow["relation"] in ("provide", "transfer")
