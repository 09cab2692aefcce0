"""Parts whose list stands in an attached paper that is at hand: 別表のとおり."""

from __future__ import annotations

import re

from nagarezu.importing.draft.prose.nodes import flat
from nagarezu.importing.form.prose.form import Part, Prose, body
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_AWAY = re.compile(r"(?P<label>別[紙表添記][ ]?第?\d{0,2}号?)[^。]{0,12}のとおり")
_TABLE_OF = re.compile(
    r"(?P<label>別[紙表添記][ ]?第?\d{0,2}号?)の(?:第?\d{1,2}表|表[ ]?\d{1,2}|\d{1,2})"
    r"(?:(?:から|及び|、|並びに|~)(?:第?\d{1,2}表?|表[ ]?\d{1,2}))*(?:まで)?"
    r"(?:(?:の|に掲げる|に定める)(?:項目|情報|もの))?。?$"
)


def stands_elsewhere(part: Part, paper: Prose) -> bool:
    """別表のとおり, and that paper is at hand and read by itself."""
    text = fold(tidy(part.node.passage.text + body(part.node).text))
    value = _TABLE_OF.search(text) if not flat(part.node) else None
    if value and compiled(r"\s").sub("", value["label"]) in paper.attached:
        return True  # 別紙1の第4表の項目
    match = _AWAY.search(text) if not flat(part.node) else None
    return match is not None and compiled(r"\s").sub("", match["label"]) in paper.attached
