"""The row of the form that prints all items which its attachment lists, too.

記録項目 | 全ての項目は、次のとおり（別添1に再掲する。）。1 氏名 …. A row of the main items tells
only some of them, and nothing is held against the list.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment.lists import of_cell
from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_ALL = re.compile(r"全て|すべて|全部|全項目|再掲")
_SOME = re.compile(r"主な|主要|抜粋|一部|例")
_FEWEST = 4  # items of a list


def write(builder: Builder, sheet: Assessment, matter: Entity) -> None:
    """What such a row lists, to be held against the list of the attachment."""
    lists = [each for each in builder.list_of("lists") if not each.get("open")]
    for line in sheet.of("items"):
        before, nodes = outline(line.value)
        lead = fold(before.text if before else "") + fold(line.printed.text)
        if len(nodes) < _FEWEST or not _ALL.search(lead) or _SOME.search(lead):
            continue
        names = [each.label for each in of_cell(line.value).leaves()]
        found = max(lists, key=lambda each: len(_keys(each) & set(map(key, names))), default=None)
        if found is None or str(found.get("source")) == line.value.source:
            continue
        if len(_keys(found) & set(map(key, names))) >= _FEWEST and found.get("holders"):
            matter.setdefault("retold", []).append(_retold(builder, line.value, names, found))


def _keys(each: Entity) -> set[str]:
    return {
        key(without_brackets(str(entry["label"]))) for entry in each["entries"] if entry.get("item")
    }


def _retold(builder: Builder, value: Passage, names: list[str], found: Entity) -> Entity:
    held = {
        key(str(entry["label"])): str(entry["item"])
        for entry in found["entries"]
        if entry.get("item")
    }
    items = [
        held.get(key(name)) or builder.find_item(name) or builder.item(name, value, name, "row")
        for name in names
    ]
    return {
        "label": short(tidy(value.text)),
        "sheet": "other",
        "holders": list(found["holders"]),
        "items": list(dict.fromkeys(items)),
        "source": value.source,
        "provenance": [evidence("items", value, rule="told_list", confidence=0.85)],
    }
