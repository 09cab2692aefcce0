"""Which of the four families of council documents this is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from nagarezu.importing.form import labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key

Family = Literal["agenda", "prose", "register", "assessment", "unknown"]
_ORDER: tuple[Family, ...] = ("agenda", "assessment", "register", "prose")
_ENOUGH = 2


def weigh(rows: Sequence[Row]) -> dict[Family, int]:
    """How many of the words that mark a family stand in the document."""
    text = "\n".join(key(row.text) for row in rows[:400])
    weights: dict[Family, int] = {}
    for family, words in rules("labels")["families"].items():
        weights[family] = sum(1 for word in words if key(word) in text)
    agenda = {found.field for row in rows for found in [_label(row)] if found}
    weights["agenda"] += min(len(agenda & _SHEET_FIELDS), 4)
    register = {
        found.field
        for row in rows[:200]
        for cell in row.filled
        if (found := labels.find("register", cell.text))
    }
    weights["register"] += 3 if {"items", "subjects"} <= register and len(register) >= 4 else 0
    if weights["assessment"]:  # its labels, such as 対象となる本人の範囲, stand in no other paper
        fields = {
            found.field
            for row in rows[:200]
            if row.filled and (found := labels.find("assessment", row.filled[0].text))
        }
        weights["assessment"] += min(len(fields), 3)
    if re.search("について[(（]?(?:答申|諮問)", text[:3000]):
        weights["prose"] += 2
    return weights


_SHEET_FIELDS = {
    "process_items",
    "link_items",
    "entrust_items",
    "delegate_items",
    "reentrust_items",
    "link_partner",
    "entrust_partner",
    "delegate_partner",
    "reentrust_partner",
}


def _label(row: Row) -> labels.Label | None:
    return labels.find("agenda", row.cells[0].text) if row.cells and row.cells[0] else None


def family(rows: Sequence[Row]) -> Family:
    """The family with most marks; `unknown` below two. On a tie the more particular one wins."""
    weights = weigh(rows)
    best = max(_ORDER, key=lambda name: (weights[name], -_ORDER.index(name)))
    return best if weights[best] >= _ENOUGH else "unknown"
