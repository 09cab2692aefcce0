"""Whose a measure is, and of what sort, by the words of a head or of a cell beside it."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key, tidy


def party_of(builder: Builder, heading: str, about: str = "") -> str:
    """The side that a head such as キオスク端末における措置 names; empty if it names none."""
    plain = re.sub(r"\s", "", fold(heading))
    own = key(str(builder.holder_entity(builder.own)["label"])) if builder.own else ""
    for rule in rules("assessment")["parties"]:
        if plain and own and rule["party"] == "partner" and key(plain).startswith(own):
            return "own"
        if (plain and re.search(rule["words"], plain, re.IGNORECASE)) or (
            about and rule["party"] != "own" and re.search(rule["words"], about)
        ):
            return str(rule["party"])
    return ""


def layer_of(text: str) -> str:
    """物理的対策, 運用 …: the layer that words beside a measure name; empty if none."""
    for line in reversed(text.split("\n")):
        for rule in rules("assessment")["layers"]:
            if re.search(rule["words"], tidy(line)):
                return str(rule["layer"])
    return ""
