"""Lists of contents of a digest as lists of work: the same places, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.builder import Entity
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
        places: dict[str, Passage] = {}
        for entry in contents.entries:
            for place in _places(entry):
                places.setdefault(place, entry)
        work_lists.add(matter, [(name, list(places.items()))], _HEADING, "contents_entry")


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
