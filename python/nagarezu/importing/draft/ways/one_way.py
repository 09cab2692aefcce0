"""One way only: a sentence that says so, beside lists and sentences of the other way.

Both become lines of work of one name with their directions, so that the two can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways import listed as flow_tables
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields.claims import Pair
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy

OTHER = {"send": "receive", "receive": "send"}
_PARTNER = re.compile(
    r"相手方?$|事業者|サービス|サイト|システム|サーバー?|機関|機構|センター|先$|社$|側$"
)
_WHOSE = re.compile(r"(?<=..)の.*$")  # 組合のサーバ: of whom it is
_LABEL = "個人情報の授受"
_GIVEN = ("provide",)  # a flow of these relations is stated with its direction


@dataclass(frozen=True, slots=True)
class Way:
    """`direction` as seen from the own side; `partner` a holder's id, or a word."""

    direction: str
    partner: str
    what: str
    passage: Passage
    printed: str


def write(builder: Builder, sentences: Sequence[Said], rows: Sequence[Row]) -> None:
    """Lines of work for what goes one way only, and for what is stated against that."""
    heads: list[tuple[Passage, str]] | None = None
    before = ""
    for each in sentences:
        for pair in statements.ways(each.text, "one_way"):
            for way in _ways(builder, pair, each.passage, each.text, each.matter, before):
                stated = way if pair.says == "only" else _turned(way)
                if heads is None:
                    told = ((one.passage, one.text) for one in sentences)
                    heads = [*told, *_heads(rows), *_rows_of_flows(builder, rows)]
                line(builder, each.matter, stated, _against(builder, stated, way, each, heads))
        before = each.before + each.text


def _rows_of_flows(builder: Builder, rows: Sequence[Row]) -> list[tuple[Passage, str]]:
    """Rows of tables of flows; where some name those outside, others are not about them."""
    told = list(flow_tables.sentences(rows))
    outside = [key(name) for name, id_ in builder.names() if _is_outside(builder, id_)]
    naming = [each for each in told if any(name in key(each[1]) for name in outside)]
    return naming or told


def _turned(way: Way) -> Way:
    return Way(OTHER[way.direction], way.partner, way.what, way.passage, way.printed)


def _ways(
    builder: Builder, pair: Pair, passage: Passage, printed: str, matter: str, before: str = ""
) -> Iterator[Way]:
    """`before` the sentence stands what 同社 points at."""
    giver, taker = map(_name, (pair.giver, pair.taker))
    own_gives = not giver or parties.is_own(builder, giver)
    own_takes = not taker or parties.is_own(builder, taker)
    if own_gives == own_takes and giver and taker:
        return
    direction = "send" if (own_gives and giver) or (own_takes is False) else "receive"
    word = taker if direction == "send" else giver
    partner = _partner(builder, word, matter, before)
    if partner:
        yield Way(direction, partner, pair.what, passage, printed)


def _name(printed: str) -> str:
    return compiled(r"^.*(?:、|は|により|によって)|^[【\[（(・①-⑳0-9\s]+").sub("", printed).strip()


def _is_outside(builder: Builder, id_: str) -> bool:
    return bool(builder.holder_entity(id_).get("external"))


def _outside(builder: Builder, word: str) -> str:
    found = parties.find(builder, word) if word else ""
    return found if found and builder.holder_entity(found).get("external") else ""


def _partner(builder: Builder, word: str, matter: str, before: str) -> str:
    """The holder that is so called, or the only one who is linked or given something."""
    found = _outside(builder, _WHOSE.sub("", word)) or parties.find(builder, word) if word else ""
    found = found or (parties.pointed_at(builder, word, before, matter) if word else "")
    if found:
        run_by = builder.holder_entity(found).get("operator", "")  # 甲社の乙システム is 甲社
        return next((id_ for id_ in (found, run_by) if id_ and _is_outside(builder, id_)), "")
    linked = {id_ for id_, _ in parties.receivers(builder, matter, ("link", "provide"))}
    if len(linked) == 1 and (not word or _PARTNER.search(word)):
        return linked.pop()
    return key(word)


def _heads(rows: Sequence[Row]) -> Iterator[tuple[Passage, str]]:
    """Lines that may be heads of lists, or short sentences: 市が送信する情報項目."""
    way = re.compile(r"送信|送付|提供|引き?渡|返送|受信|受領|受け取|取得|取り?込")
    for row in rows:
        for cell in row.filled:
            if not way.search(cell.text):
                continue
            for line in cell.lines():
                for sentence in compiled(r"(?<=。)").split(tidy(line.text)):
                    if way.search(sentence):
                        yield line, sentence


def _against(
    builder: Builder,
    stated: Way,
    denied: Way,
    each: Said,
    heads: Sequence[tuple[Passage, str]],
) -> list[Way]:
    """What is stated in the direction in which nothing goes."""
    wanted = OTHER[stated.direction]
    found: list[Way] = []
    for passage, sentence in heads:
        if key(sentence) in key(each.text) or any(statements.ways(sentence, "one_way")):
            continue
        plain = compiled(r"^[(（【\[]?[0-9０-９ア-ン①-⑳]{0,2}[)）]?[\s　【]*").sub("", sentence)
        for pair in statements.ways(plain, "ways"):
            same = _of(denied.what, sentence)
            for way in _ways(builder, pair, passage, sentence, each.matter):
                if same and way.direction == wanted and way.partner == stated.partner:
                    found.append(way)
    if not compiled(rules("claims")["everything"]).search(key(denied.what)):
        return found
    for flow in builder.of_matter("flows", each.matter):
        sent = wanted == "send" and flow.get("to") == [stated.partner]
        if (
            sent
            and flow["relation"] in _GIVEN
            and flow["matter"] == (each.matter or flow["matter"])
        ):
            place = Passage.of(flow.get("purpose", "") or flow["relation"], each.passage.places[0])
            found.append(Way(wanted, stated.partner, "", place, flow.get("source", "")))
    return found


def _of(what: str, sentence: str) -> bool:
    """Whether a sentence speaks of what is denied: of all, or of the same thing."""
    return bool(compiled(rules("claims")["everything"]).search(key(what))) or key(what) in key(
        sentence
    )


def line(builder: Builder, matter: str, stated: Way, against: Sequence[Way]) -> None:
    """The statement and what stands against it, on the sheet of the matter."""
    matters = builder.list_of("matters")
    if not against or not matters:
        return
    target: Entity = next((one for one in matters if one["id"] == matter), matters[0])
    lines = target.setdefault("work", [])
    told = [_work(builder, way) for way in (stated, against[0])]
    if not any(each["label"] == _LABEL and each["partner"] == told[0]["partner"] for each in lines):
        lines.extend(told)


def _work(builder: Builder, way: Way) -> Entity:
    entity = next((one for one in builder.list_of("holders") if one["id"] == way.partner), None)
    return {
        "label": _LABEL,
        "direction": way.direction,
        "partner": entity["label"] if entity else way.partner,
        "sheet": "other",
        "source": way.passage.source,
        "provenance": [evidence("direction", way.passage, way.direction, "one_way", 0.7)],
    }
