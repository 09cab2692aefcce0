"""The items that the outline Ⅱ tells of each file, where an attachment lists them, too.

記録項目 識別情報：個人番号、宛名番号　連絡先等情報：氏名、住所: groups with heads on one line.
Held against the list of the file of that name: one item more or less, or another in its place,
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

_FEWEST = 4  # items of a list that is told again
_UNLIKE = 1  # items in which both may differ, more is another list
_HEAD = re.compile(
    r"(?:^|(?<=[ \n。;]))[(・■○◆【]?[^\s、。:()]{2,14}(?:情報|項目|事項|関係|等)[】)]?:"
)
_OPEN = re.compile(r"など|その他|ほか|別[添紙表]|のとおり|主な|\[|以外|[^格均対平]等(?=[、。 )]|$)")
_LONGEST = 20  # characters of the name of an item
_SENTENCE = re.compile(r"[をはが]|する$|ない$")


def write(builder: Builder, sheet: Assessment, matter: Entity, heads: Sequence[str]) -> None:
    """What the outline tells of a file again, as a retelling, or a list with a name of its own.

    `heads` are the names of the files above the lists of the attachment, in their order.
    """
    lists = builder.list_of("lists")[: len(heads)]
    if len(lists) < len(heads):
        return
    for name, line in _told(sheet):
        listed = next(
            (one for one, head in zip(lists, heads, strict=True) if _of_file(name, head, heads)),
            None,
        )
        names = list(_names(line.value)) if listed is not None else []
        if listed is None or listed.get("open") or len(names) < _FEWEST:
            continue
        if line.value.source == listed.get("source"):
            continue
        _compare(builder, matter, listed, names, line.value)


def _told(sheet: Assessment) -> Iterator[tuple[str, Line]]:
    """The rows of items of Ⅱ, each with the file below whose head it stands."""
    name = ""
    for line in sheet.lines:
        field = line.label.field if line.label and line.part == "Ⅱ" else ""
        if field == "file_name":
            name = key(without_brackets(fold(tidy(line.value.text))))
        elif field == "items" and name and not _OPEN.search(fold(line.value.text)):
            yield name, line


def _of_file(name: str, head: str, heads: Sequence[str]) -> bool:
    return name in key(head) or (len(heads) == 1 and not head)


def _names(value: Passage) -> Iterator[str]:
    """The items behind the heads of their groups; nothing if a sentence stands among them."""
    text = _HEAD.sub("、", compiled(r"[ \n]+").sub(" ", fold(value.text)))
    found = [tidy(each).strip(" 。・") for each in outside_brackets(text, "、,")]
    found = [each for each in found if each]
    if any(len(each) > _LONGEST or _SENTENCE.search(each) or ":" in each for each in found):
        return
    yield from found


def _compare(
    builder: Builder, matter: Entity, listed: Entity, names: Sequence[str], place: Passage
) -> None:
    items = {
        key(without_brackets(str(e["label"]))): str(e["item"])
        for e in listed["entries"]
        if e.get("item")
    }
    told = [items.get(key(without_brackets(name)), "") for name in names]
    strange = [name for name, id_ in zip(names, told, strict=True) if not id_]
    left = [label for label, id_ in items.items() if id_ not in told]
    if not (strange or left) or len(strange) > _UNLIKE or len(left) > _UNLIKE:
        return
    ids = [
        id_ or builder.find_item(name) or builder.item(name, place, name, "told_list")
        for name, id_ in zip(names, told, strict=True)
    ]
    retelling: Entity = {
        "label": short(tidy(place.text)),
        "sheet": "other",
        "holders": list(listed["holders"]),
        "items": list(dict.fromkeys(ids)),
        "source": place.source,
        "provenance": [evidence("items", place, rule="told_list", confidence=0.85)],
    }
    matter.setdefault("retold", []).append(retelling)
