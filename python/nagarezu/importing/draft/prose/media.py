"""The media that a part about handing over names, such as 受渡しに用いる媒体."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.form.prose.form import Part, Prose, head, text_of
from nagarezu.importing.passage import Passage


def read(paper: Prose, matter: Entity) -> None:
    """The row of the media of the matter: all that these parts name, or nothing.

    A row that has only some of them would make the others a contradiction, so a part with a line
    that names no medium says nothing.
    """
    for part in paper.about("medium"):
        if not re.search("媒体", head(part.node)):
            continue
        found = _named(part)
        for carrier, line in found:
            row = {"kind": carrier.kind, "label": carrier.label, "source": line.source}
            matter.setdefault("media", []).append(row)


def _named(part: Part) -> list[tuple[Carrier, Passage]]:
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
