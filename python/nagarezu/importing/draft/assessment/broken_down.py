"""A medium that is ticked for a contractor, where the block tells thing by thing how all goes.

[○]専用線 [○]電子記録媒体 [○]紙, and beside it 「データは専用線で送り、申請書は手渡す」: each
ticked way but one is told of, so nobody knows what goes by that one.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.names import boxed
from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, without_brackets

_WAYS = re.compile(r"(?:提供|移転|送付|受け?渡し?|引き?渡し?|授受)の?(?:方法|手段|媒体)$")
_DETAIL = re.compile(
    r"(?:受け?渡し?|引き?渡し?|授受|提供|送付)(?:の|する)?(?:内訳|内容|詳細|具体的な(?:方法|手順)|説明|使い分け|手順)?$"
    r"|^(?:内訳|使い分け|(?:方法の)?(?:説明|詳細))$"
)
_PAPER = re.compile(r"書類|申請書|届出?書|申込書|通知書|帳票|用紙|写し|名簿|手渡")
_LINE = re.compile(r"回線|オンライン|ネットワーク|VPN|LGWAN", re.IGNORECASE)
_CARRIED = re.compile(r"媒体|ディスク|メモリ|DVD|CD|USB|光学|磁気|ハードディスク", re.IGNORECASE)
_NO_OTHER = re.compile(
    r"(?:他|ほか|それ以外|これ以外)の(?:方法|手段|媒体)[^。]{0,12}(?:ない|ません|ず)|(?:のみ|だけ|に限)"
)
_FEWEST = 2  # ways that the text tells of, beside the one of which it says nothing


def write(flows: Flows, sheet: Assessment) -> None:
    """The ticked medium as a listed one, and the told ways as all that there are."""
    for block, carried in flows.of_block.items():
        given = [flow for flow in carried if flow["relation"] in ("entrust", "provide", "transfer")]
        if not block or len(given) != 1:
            continue
        lines = [line for line in sheet.lines if line.block == block]
        for line in lines:
            if boxed(line.value) and _WAYS.search(key(without_brackets(line.printed.text))):
                left = _left_over(line, _told(lines, line))
                if left is not None:
                    _state(flows, given[0], line, *left)


def _told(lines: list[Line], ticks: Line) -> Passage:
    """What stands behind the ticks in their cell, and in the row that says what goes how."""
    end = max((m.end() for m in _OPTION.finditer(fold(ticks.value.text))), default=0)
    rows = [
        line.value for line in lines if line is not ticks and _DETAIL.search(key(line.printed.text))
    ]
    return joined([ticks.value.part(end), *(row for row in rows if row and not boxed(row))])


_OPTION = re.compile(r"(?:\[[ ]?[^\[\]]?[ ]?\]|[□■☑☐])[ ]*[^\s\[□■☑☐。]{1,20}(?=\s|\[|[□■☑☐]|$)")


def _left_over(line: Line, told: Passage) -> tuple[Way, list[Way]] | None:
    """The one carried medium that is not told of, and the others."""
    plain = fold(told.text)
    ways = [way for option in marked(line.value) if (way := by_what.of_phrase(option.text)).words]
    silent = [way for way in ways if not _is_told(way, plain)]
    others = [way for way in ways if way not in silent]
    fewest = 1 if _NO_OTHER.search(plain) else _FEWEST
    if not plain.strip() or len(silent) != 1 or silent[0].line or len(others) < fewest:
        return None
    return (silent[0], others) if silent[0].thing != "paper" else None


def _is_told(way: Way, plain: str) -> bool:
    if way.label and way.label in plain:
        return True
    if way.line:
        return bool(_LINE.search(plain))
    return bool((_PAPER if way.thing == "paper" else _CARRIED).search(plain))


def _state(flows: Flows, flow: Entity, line: Line, silent: Way, others: list[Way]) -> None:
    partner = str(flows.builder.holder_entity(flow["to"][0])["label"])
    found = [_entity(partner, silent, line.value, "listed")]
    found += [_entity(partner, way, line.printed, "only") for way in others]
    flows.matter.setdefault("handovers", []).extend(found)
    for proof in flow.get("provenance", []):
        if proof["field"] == "media":
            proof["rule"] = "ticked_way"  # what may be on the way, and not what is


def _entity(partner: str, way: Way, place: Passage, member: str) -> Entity:
    proof = evidence("ways", place, way.label, "handed_over", 0.8)
    entity: Entity = {"partner": partner, "direction": "send", "ways": way.words, member: True}
    return {**entity, "source": place.source, "provenance": [proof]}
