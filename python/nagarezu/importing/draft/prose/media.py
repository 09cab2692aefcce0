"""The media that a part about handing over names, such as 受渡しに用いる媒体."""

from __future__ import annotations

import re
from copy import deepcopy

from nagarezu.importing.draft import flow_channels
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.form.prose.form import Part, Prose, head, paragraphs, text_of
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled


def read(paper: Prose, matter: Entity) -> None:
    """The row of the media of the matter: all that these parts name, or nothing.

    A row that has only some of them would make the others a contradiction, so a part with a line
    that names no medium says nothing.
    """
    for part in paper.about("medium"):
        if not compiled("媒体").search(head(part.node)):
            continue
        found = _named(part)
        for carrier, line in found:
            row = {"kind": carrier.kind, "label": carrier.label, "source": line.source}
            matter.setdefault("media", []).append(row)


_OUTWARD = ("entrust", "delegate", "provide", "link")


def ways(builder: Builder, paper: Prose, matter: Entity) -> None:
    """The ways by which the parts about handing over and about the work say that it goes.

    Of several partners nobody knows whose way it is. A flow has one way, so each further one is a
    flow of its own.
    """
    flows = [
        each
        for each in builder.list_of("flows")
        if each["relation"] in _OUTWARD and each["to"] != [builder.own]
    ]
    if len(flows) != 1 or not matter.get("media"):
        return
    told: dict[str, Passage] = {}
    for part in paper.about("medium", "content"):
        for line in paragraphs(text_of(part.node)):
            told.setdefault(line.text, line)
    found: dict[str, tuple[Carrier, Passage]] = {}
    for line in told.values():
        for carrier in flow_channels.told([line.text], matter):
            found.setdefault(carrier.kind, (carrier, line))
    bare = deepcopy(flows[0])
    for number, (kind, (carrier, line)) in enumerate(found.items()):
        flow = builder.add("flows", deepcopy(bare)) if number else flows[0]
        flow["id"] = builder.fresh(f"{bare['id']}-{kind}") if number else bare["id"]
        flow["channel"] = {"kind": kind, "label": carrier.label}
        flow["provenance"].append(evidence("channel", line, kind, "told_channel", 0.8))


_ROW = re.compile(
    r"^[^。、]{0,20}媒体(?:は|には|として)、?(?P<row>[^。]{2,80}?)"
    r"(?:とする|とします|である|です|を(?:用い|使|使用す|利用す)[いう]?る?)。"
)


def _named(part: Part) -> list[tuple[Carrier, Passage]]:
    """What the part names; only what a sentence says that the media are, if there is one."""
    for line in text_of(part.node).lines():
        if row := _ROW.match(line.text):
            return [(each, line) for each in carriers.media(line.part(*row.span("row")))]
    found: list[tuple[Carrier, Passage]] = []
    for line in text_of(part.node).lines():
        if line.text.rstrip().endswith("。"):  # how it is handed over, or on what
            found.extend((each, line) for each in carriers.of_measure(line.text)[1])
            continue
        named = carriers.media(line)
        if not named:
            return []
        found.extend((each, line) for each in named)
    return found
