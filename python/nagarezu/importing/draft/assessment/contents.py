"""Lists of contents of a digest as lists of work: the same places, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, tidy

_HEADING = "変更箇所"
_SHEETS = ("overview", "attachment", "other")  # the first list sums up, the next are in full


def write(sheet: Assessment, matter: Entity) -> None:
    """One line for each place that a list names; nothing to compare where there is one list."""
    if len(sheet.contents) < 2:
        return
    for contents, name in zip(sheet.contents, _SHEETS, strict=False):
        seen: set[str] = set()
        for entry in contents.entries:
            for place in _places(entry):
                if place not in seen:
                    seen.add(place)
                    matter.setdefault("work", []).append(_line(entry, place, name))


def _line(entry: Passage, place: str, sheet: str) -> Entity:
    return {
        "label": place,
        "heading": _HEADING,
        "sheet": sheet,
        "source": entry.source,
        "provenance": [evidence("label", entry, place, "contents_entry", 0.8)],
    }


def _places(entry: Passage) -> Iterator[str]:
    """システム6（…）の追加 is システム6; 7.⑤物理的対策 and リスク対策 物理的対策 are one place.

    An entry without a word that the form knows stands for itself.
    """
    text = fold(tidy(entry.text))
    block = compiled(rules("assessment")["blocks"] + r"(?!\d)").search(text)
    if block and block["number"]:
        yield block["name"] + block["number"]
        return
    risk = "Ⅲ " if compiled("Ⅲ|III|リスク|対策").search(text) else ""
    outside = compiled(r"\([^()]*\)").sub("", text)
    found = [
        name for name, words in rules("assessment")["places"] if compiled(words).search(outside)
    ]
    if found:
        yield from (risk + name for name in found)
    else:
        yield text
