"""Items that lists have one way only, and that a sentence tells the other way.

市が受信する項目 ①受付番号 ②結果 on the sheet, 結果を甲システムへ送信する in a sentence: only where
each way has a list of its own, and not what the other list has too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.ways.one_sided import Told
from nagarezu.importing.draft.ways.one_way import OTHER, Way
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key, without_brackets

_PIECES = re.compile(r"、|,|及び|並びに|又は|・|と(?=[^、]{3})")
_REST = re.compile(r"(?:等|など)?(?:の(?:[^の]*(?:情報|データ|項目)|(?:内容|有無)))?$|等$")
_SHORTEST = 2  # characters of an item
_RELATIONS = ("link", "provide")  # not all that some work handles


def turned(
    builder: Builder, rows: Sequence[Row], everything: Sequence[Told]
) -> Iterator[tuple[Told, Way]]:
    """Each such sentence with what the list says."""
    for told in everything:
        if told.says != "states" or not told.way.what:
            continue
        there = _items(builder, told.way.partner, OTHER[told.way.direction])
        here = _items(builder, told.way.partner, told.way.direction)
        pieces = [key(without_brackets(each)) for each in _PIECES.split(told.way.what)]
        names = {name for each in pieces if len(name := _REST.sub("", each)) >= _SHORTEST}
        if not (names and there and here) or not names <= set(there) or names & set(here):
            continue
        places = set(str(there[min(names)].get("source", "")).split())
        if places and not places & set(told.way.passage.source.split()):
            listed = [row for row in rows if places & set(map(str, row.places))]
            listed.sort(key=lambda row: min(names) not in key(row.text))  # where the item stands
            place = listed[0].whole if listed else told.way.passage
            yield told, Way(OTHER[told.way.direction], told.way.partner, "", place, "")


def _items(builder: Builder, partner: str, direction: str) -> dict[str, Entity]:
    """The items of the lists of all that goes to or comes from a partner."""
    giver, taker = (builder.own, partner) if direction == "send" else (partner, builder.own)
    labels = {str(each["id"]): str(each["label"]) for each in builder.list_of("items")}
    lists = {str(each["id"]): each for each in builder.list_of("lists")}
    return {
        key(without_brackets(labels[str(entry["item"])])): flow
        for flow in builder.list_of("flows")
        if flow["relation"] in _RELATIONS
        and flow.get("from") == giver
        and taker in flow.get("to", ())
        for id_ in flow.get("lists", ())
        for entry in lists.get(str(id_), {}).get("entries", ())
        if str(entry.get("item")) in labels
    }
