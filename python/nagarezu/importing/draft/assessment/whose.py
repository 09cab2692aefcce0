"""Whose a measure is, and of what sort, by the words of a head or of a cell beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.assessment.form import Line
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy


def party_of(builder: Builder, heading: str, about: str = "") -> str:
    """The side that a head such as キオスク端末における措置 names; empty if it names none."""
    plain = compiled(r"\s").sub("", fold(heading))
    own = key(str(builder.holder_entity(builder.own)["label"])) if builder.own else ""
    for rule in rules("assessment")["parties"]:
        if plain and own and rule["party"] == "partner" and key(plain).startswith(own):
            return "own"
        if (plain and compiled(rule["words"], re.IGNORECASE).search(plain)) or (
            about and rule["party"] != "own" and compiled(rule["words"]).search(about)
        ):
            return str(rule["party"])
    return ""


def layer_of(text: str) -> str:
    """物理的対策, 運用 …: the layer that words beside a measure name; empty if none."""
    for line in reversed(text.split("\n")):
        for rule in rules("assessment")["layers"]:
            if compiled(rule["words"]).search(tidy(line).rstrip(_CLOSING)):
                return str(rule["layer"])
    return ""


_CLOSING = "】〕］〉》」）)> 　"  # 市の措置【運用上の対策】


def blocks(builder: Builder, lines: Sequence[Line], of_block: Mapping[str, list[Entity]]) -> None:
    """Note of each cell of 委託事項2 or 移転先1 of whom its row speaks."""
    of_row: dict[int, set[str]] = {}
    for line in lines:
        of_row.setdefault(id(line.row), set()).add(line.block)
    for line in lines:
        carried = of_block.get(line.block, []) if line.block else []
        partners = list(dict.fromkeys(id_ for flow in carried for id_ in flow["to"]))
        alone = len(of_row[id(line.row)]) == 1  # else a column of the row is the block
        for cell in (line.row.filled if alone else [line.value]) if partners else ():
            builder.note_block(cell, partners)
