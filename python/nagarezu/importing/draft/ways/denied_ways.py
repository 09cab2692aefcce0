"""Who gives to whom, as sentences and rows say it, where another place denies it.

受け取るだけである denies what is sent to the same partner, 渡す情報はない what is given to him.
Only what is said of all that goes is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.ways import listed_items, one_way, stated_rows
from nagarezu.importing.draft.ways.one_sided import Reader, Told
from nagarezu.importing.draft.ways.one_way import OTHER, Way
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

_TELLS = re.compile(
    r"渡|送|受け|提供|提出|受信|受領|移転|通知|取り?込|伝え|流れ|知らせ|返|戻|書き?込|→|一方|片方|単方|双方|端末から|配信|届け"
    r"|を出[さすし]"
)


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Lines of work for what is denied in one place and stated in another."""
    reader = Reader(builder, rows)
    sentences = (*said.everything(builder, rows, _TELLS), *said.wrapped(builder, _TELLS))
    everything = [told for each in sentences for told in reader.sentence(each)]
    if not everything:
        return
    for told, listed in listed_items.turned(builder, rows, everything):
        one_way.line(builder, told.matter, told.way, [listed])
    everything.extend(stated_rows.read(reader, rows))
    for told in everything:
        if told.says == "states":
            continue
        for against in _against(builder, told, everything):
            way = OTHER[against.direction]
            stated = Way(way, told.way.partner, told.way.what, told.way.passage, "")
            one_way.line(builder, told.matter, stated, [against])
            break


def _against(builder: Builder, told: Told, everything: Sequence[Told]) -> Iterator[Way]:
    """What is stated in the direction that a sentence denies, with the same partner."""
    for other in everything:
        if other.says == "never" or other.way.passage.spots == told.way.passage.spots:
            continue  # what goes one way only does go that way
        same = other.way.partner == told.way.partner and told.denies(other.way)
        same = same and (not (told.own and other.own) or told.own == other.own)
        alone = len(_matters(builder, told.way.partner)) < 2  # then it is about that one
        if same and (alone or not told.matter or other.matter in ("", told.matter)):
            yield other.way
    for flow in builder.of_matter("flows", told.matter) if told.denied else ():
        if _goes(builder, flow, told.way.partner, told.denied):
            place = Passage.of(
                flow.get("purpose", "") or flow["relation"], told.way.passage.places[0]
            )
            yield Way(told.denied, told.way.partner, "", place, str(flow.get("source", "")))


def _matters(builder: Builder, partner: str) -> set[str]:
    flows = builder.list_of("flows")
    return {str(flow.get("matter")) for flow in flows if partner in flow.get("to", ())}


def _goes(builder: Builder, flow: Entity, partner: str, way: str) -> bool:
    """Whether a flow gives something: what a contractor handles he may collect himself.

    A link goes one way for certain only where each way has items of its own.
    """
    giver, taker = (builder.own, partner) if way == "send" else (partner, builder.own)
    if flow.get("from") != giver or taker not in flow.get("to", []):
        return False
    if flow["relation"] != "link":
        return flow["relation"] in ("provide", "transfer")
    back = any(
        each.get("from") == taker and giver in each.get("to", []) and each.get("lists")
        for each in builder.list_of("flows")
        if each["relation"] == "link" and each.get("matter") == flow.get("matter")
    )
    return bool(back and flow.get("lists"))
