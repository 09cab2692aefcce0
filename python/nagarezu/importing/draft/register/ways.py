"""Ways and media of a register: how what is handed over travels, and on what a file is kept."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields import carriers, ticks
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key

_PORTABLE = {
    "paper": "paper",
    "usb_memory": "media",
    "optical_disk": "media",
    "magnetic_disk": "media",
}
_CARRIED = re.compile(r"usb|cd-?r|dvd|ディスク|(?:外部|可搬|記憶|記録)媒体|メモリ")
_RELATIONS = (
    ("委託", "entrust"),
    ("処理させる", "entrust"),
    ("取り扱わせる", "entrust"),
    ("受託", "entrust"),
    ("結合", "link"),
    ("利用", "transfer"),
    ("提供", "provide"),
)
_HANDED = re.compile(
    r"(?:提供|委託|受託|結合|利用|授受|受け?渡し?|処理させる|取り?扱わせる)[^、]{0,24}"
    r"(?:方法|形態|手段|媒体|経路|渡し?方|送り方|受け?渡し)$"
)


def write(builder: Builder, file: File, matter: Entity) -> None:
    """Channels and media of the flows of one file, and the media that it is kept on."""
    for part in [*file.parts("detail"), *file.parts("medium")]:
        if _HANDED.search(key(part.label.text)):
            _handed(builder, part, matter)
    kept = [part for part in file.parts("medium") if not _HANDED.search(key(part.label.text))]
    rows = [(each, part) for part in kept for each in carriers.media(_chosen(part.text))]
    if rows and (_of_what_is_carried(rows) or _left_empty(kept, rows)):
        matter["media"] = [
            {
                "kind": each.kind,
                "label": each.label,
                "source": part.text.source,
                "provenance": [evidence("kind", part.text, each.kind, "medium")],
            }
            for each, part in rows
        ]


def _of_what_is_carried(rows: list[tuple[Carrier, Part]]) -> bool:
    """Whether the row says on what the file goes out: not if it is only kept, on a server."""
    kinds = {each.kind for each, _ in rows}
    return kinds <= set(_PORTABLE) or bool(
        kinds <= {*_PORTABLE, "server"} and kinds & set(_PORTABLE) - {"paper"}
    )


def _left_empty(kept: list[Part], rows: list[tuple[Carrier, Part]]) -> bool:
    """Whether paper is ticked and what is carried, such as USBメモリ, stands there unticked.

    A system prints what it holds: a file that is not only on paper and on what is carried is bound
    to its media where the form denies the others.
    """
    options = [each for part in kept for each in ticks.options(part.text)]
    denied = any(_CARRIED.search(key(each.name.text)) for each in options if not each.ticked)
    on = {each.kind for each, _ in rows}
    return denied and "paper" in on and not on & set(_PORTABLE) - {"paper"}


def _handed(builder: Builder, part: Part, matter: Entity) -> None:
    """提供の方法 and 提供の媒体 are of the flows of that relation; 授受の方法 is of all."""
    label = key(part.label.text)
    relation = next((name for word, name in _RELATIONS if word in label), "")
    text = _chosen(part.text)
    media = carriers.media(text)
    ways = carriers.channels(text.text)
    kinds = dict.fromkeys(_PORTABLE[each.kind] for each in media if each.kind in _PORTABLE)
    for flow in builder.list_of("flows"):
        if flow.get("matter") != matter["id"] or flow["relation"] in ("collect", "process"):
            continue
        if relation and flow["relation"] != relation:
            continue
        if label.endswith("媒体") and media:
            flow["media"] = [{"kind": each.kind, "label": each.label} for each in media]
            flow["provenance"].append(evidence("media", text, media[0].kind, "medium"))
            continue
        line = _line_beside(flow, ways)
        if line or len(kinds) == 1 or (ways and not kinds):  # of two, nobody knows which is whose
            way = line or (ways[0] if not kinds else None)
            kind = way.kind if way else next(iter(kinds))
            flow["channel"] = {"kind": kind, "label": way.label if way else media[0].label}
            flow["provenance"].append(evidence("channel", text, kind, "channel"))


def _line_beside(flow: Entity, ways: list[Carrier]) -> Carrier | None:
    """A line by which something goes, though the media of the flow are all carried."""
    kinds = [each["kind"] for each in flow.get("media", [])]
    if not kinds or not all(kind in _PORTABLE for kind in kinds):
        return None
    return next((each for each in ways if each.kind in carriers.LINES), None)


def _chosen(text: Passage) -> Passage:
    """What is ticked, or all of it."""
    options = ticks.options(text)
    return joined((each.name for each in options if each.ticked), "、") if options else text
