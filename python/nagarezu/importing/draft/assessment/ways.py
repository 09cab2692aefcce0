"""How an assessment hands information over: the ticked ways of a block, and what its text tells.

［○］電子記録媒体 at 提供方法 is what may be on the way of the flows of that block; a sentence of
the same block may tell another one.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, without_brackets

_WAYS = re.compile(r"(?:提供|移転|送付|受渡し?|引渡し?)?(?:の)?(?:方法|手段)$")

_HEAD = re.compile(
    r"[^\s\[［(（]{2,30}(?:方法|手段)(?=[\s\[［])"
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
            else:
                _told(carried, value)


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
    names = [option.text for option in marked(value)]
    if not names:
        return
    rows = [{"kind": way.kind, "label": way.label} for way in carriers.ticked(names)]
    for flow in carried:
        if "media" not in flow:
            flow["media"] = rows
            _proof(flow, "media", value, rows[0]["label"])


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
