"""How an assessment hands information over: the ticked ways of a block, and what its text tells.

［○］電子記録媒体 at 提供方法 is what may be on the way of the flows of that block; a sentence of
the same block may tell another one.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.names import boxed
from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

_WAYS = re.compile(r"(?:提供|移転|送付|受渡し?|引渡し?)?(?:の)?(?:方法|手段)$")

_BOTH = re.compile(r"受け?渡し?|授受|やり取り|交換")  # there and back

_SHORT = 16  # characters of the name of a way; what is longer is a sentence
_HEAD = re.compile(
    r"(?:[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．]?)?[\s]*[^\s\[［(（]{2,30}(?:方法|手段)(?=[\s:：\[［])"
)  # in front of its value on one line


def write(flows: Flows, sheet: Assessment) -> None:
    """Media of the flows of each block from its marks, channels from its sentences."""
    for block, carried in flows.of_block.items():
        lines = [line for line in sheet.lines if block and line.block == block]
        lines += [line for line in sheet.changed if block and line.block == block]
        for line in lines:
            head, value = _cells(line)
            if _WAYS.search(key(without_brackets(head.text))):
                _ticked(carried, value)
                if _BOTH.search(key(without_brackets(head.text))):
                    flows.builder.both_ways.update(str(flow["id"]) for flow in carried)
            else:
                _told(carried, value)


def of_measures(flows: Flows) -> None:
    """甲に渡すフラッシュメモリは、暗号化する: a measure tells the way to whom it names."""
    names = {
        str(holder["id"]): fold(str(holder["label"]))
        for holder in flows.builder.list_of("holders")
        if holder["id"] != flows.builder.own
    }
    carried = [flow for flow in flows.builder.list_of("flows") if flow.get("media")]
    for measure in flows.builder.list_of("safeguards"):
        text = fold(str(measure["label"]))
        named = {id_ for flow in carried for id_ in flow["to"] if names.get(id_, "\0") in text}
        told = [flow for flow in carried if "channel" not in flow and named & set(flow["to"])]
        ways = carriers.given(text) if len(named) == 1 and told else []
        for flow in told if ways else ():
            flow["channel"] = {"kind": ways[0].kind, "label": ways[0].label}
            proof = evidence("channel", Passage(ways[0].label), ways[0].label, "told_way", 0.8)
            proof["source"] = measure["source"]
            flow.setdefault("provenance", []).append(proof)


def _cells(line: Line) -> tuple[Passage, Passage]:
    """The printed label and the value, also of a row whose label is none of the form."""
    if line.value:
        return line.printed, line.value
    cells = line.row.filled
    if len(cells) > 1:
        return cells[0], joined(cells[1:])
    whole = line.row.whole
    head = _HEAD.match(whole.text)
    end = head.end() if head else 0
    return whole.part(0, end), whole.part(end)


def _ticked(carried: list[Entity], value: Passage) -> None:
    rows = [{"kind": way.kind, "label": way.label} for way in _ways(value)]
    if not rows:
        return
    for flow in carried:
        if "media" not in flow:
            flow["media"] = rows
            _proof(flow, "media", value, rows[0]["label"])


def _ways(value: Passage) -> list[carriers.Carrier]:
    """The ticked ways, or those that a cell without boxes names: 専用線、電子記録媒体."""
    if boxed(value):
        return carriers.ticked(option.text for option in marked(value))
    found = carriers.ticked(outside_brackets(tidy(value.text), "、，,"))
    known = all(way.kind != "unspecified" and len(way.label) <= _SHORT for way in found)
    return found if known else []


def _told(carried: list[Entity], value: Passage) -> None:
    for way in carriers.handed(fold(value.text))[:1]:
        for flow in carried:
            if "channel" not in flow and flow["relation"] != "reentrust":
                flow["channel"] = {"kind": way.kind, "label": way.label}
                _proof(flow, "channel", value, way.label)


def _proof(flow: Entity, member: str, value: Passage, printed: str) -> None:
    flow.setdefault("provenance", []).append(
        evidence(member, value, printed, "told_way", 0.85, printed=printed)
    )
