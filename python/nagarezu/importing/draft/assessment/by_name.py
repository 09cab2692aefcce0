"""Measures that are counted through with a name of their own (措置1, 対策12), and cited by it.

They stand outside the fields of the form and become safeguards only behind it; so what a table
cites is noted, and settled when all are read.
"""

from __future__ import annotations

import re
from collections import Counter

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.stretches import NUMBERS
from nagarezu.importing.form.assessment.sheet import MEASURES, Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

Names = frozenset[str]  # the words in front of the numbers

_LINE = re.compile(
    r"[ ]*(?P<word>措置|対策|安全管理措置|保護措置)[ ]?"
    r"(?P<number>\d[ ]\d(?=[ :.、]+\S)|\d{1,3})[ :.、](?=.{4})"
)
_CITED = re.compile(
    rf"(?:^|[、,・ 及び並に\n])(?P<word>措置|対策|安全管理措置|保護措置)[ ]?(?P<numbers>{NUMBERS})"
)
_FEWEST = 3  # lines of one word


def printed(sheet: Assessment) -> Names:
    """The words by which the lines of the paper count their measures from one on."""
    found = [_LINE.match(text) for line in sheet.lines for text in _texts(line)]
    numbers: dict[str, list[int]] = {}
    for match in filter(None, found):
        numbers.setdefault(match["word"], []).append(int(match["number"].replace(" ", "")))
    return frozenset(
        word
        for word, counted in numbers.items()
        if len(counted) >= _FEWEST and max(Counter(counted).values()) == 1 and counted[0] == 1
    )


def _texts(line: Line) -> list[str]:
    """A printed line, or those that make up the measures below a head."""
    if line.label is not None and line.label.field in MEASURES and line.value:
        return [fold(each.text) for each in line.value.lines()]
    return [fold(line.row.text)] if len(line.row.filled) == 1 else []


def references(builder: Builder, cited: Passage, named: Names) -> list[Entity]:
    """What a cell cites by these words; `settle` says which measures that are."""
    found: list[Entity] = []
    for match in _CITED.finditer(fold(cited.text)) if named else ():
        if match["word"] not in named:
            continue
        for number, label in stretches.cited(match["numbers"]):
            proof: Entity = {
                "field": "measure",
                "source": cited.source,
                "printed": label,
                "rule": "crosswalk",
                "confidence": 0.95,
                "review": "unreviewed",
            }
            entity: Entity = {"label": label, "source": cited.source, "provenance": [proof]}
            builder.cited_by_name.append((entity, f"{match['word']}{number}"))
            found.append(entity)
    return found


def settle(builder: Builder) -> None:
    """The one measure of that name; where there is none, the citation names nothing."""
    measures: dict[str, list[str]] = {}
    for each in builder.list_of("safeguards") if builder.cited_by_name else ():
        for name in _names(each):
            measures.setdefault(name, []).append(str(each["id"]))
    for entity, name in builder.cited_by_name:
        found = measures.get(name, [])
        if len(found) == 1:
            entity["measure"] = found[0]
        else:
            entity["provenance"][0]["confidence"] = 0.5
            builder.notes.ask(Passage(name), "crosswalk_unresolved")


def _names(measure: Entity) -> set[str]:
    """What a measure is cited by: the word and the number that are printed in front of it."""
    printed = (str(proof.get("printed", "")) for proof in measure.get("provenance", []))
    match = next(filter(None, (_LINE.match(fold(text)) for text in printed)), None)
    named = f"{match['word']}{match['number'].replace(' ', '')}" if match else ""
    return {named, fold(str(measure.get("position", ""))).replace(" ", "")} - {""}
