"""Whom a second list on the card of a file passes over: 名簿を渡す委託先 beside 委託先."""

from __future__ import annotations

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.register import names
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.rules.characters import key

_NAMED = ("entrust", "recipients", "link")
_FEWEST = 2  # names of a list


def write(builder: Builder, file: File, matter: Entity) -> None:
    """Mentions of all whom both lists name, unless another field speaks of who is left out."""
    for name in _NAMED:
        lists = [(part, _holders(builder, part)) for part in file.parts(name)]
        lists = [pair for pair in lists if len(pair[1]) >= _FEWEST]
        if len(lists) != _FEWEST or key(lists[0][0].label.text) == key(lists[1][0].label.text):
            continue
        whole, some = sorted(lists, key=lambda pair: -len(pair[1]))
        left = [id_ for id_ in whole[1] if id_ not in some[1]]
        within = len(left) == len(whole[1]) - len(some[1])
        if len(left) == 1 and within and not _spoken(builder, file, left[0], whole[0], some[0]):
            for sheet, (part, holders) in (("matter", whole), ("overview", some)):
                _mention(builder, holders, sheet, part, str(matter["id"]))


def _holders(builder: Builder, part: Part) -> list[str]:
    found = (builder.find_holder(each.label) for each in names.partners(part.text))
    return list(dict.fromkeys(filter(None, found)))


def _spoken(builder: Builder, file: File, holder: str, *lists: Part) -> bool:
    """Whether the card says more of somebody than these lists do."""
    texts = [
        key(part.text.text)
        for parts in file.fields.values()
        for part in parts
        if not any(part is each for each in lists)
    ]
    return any(name in text for name in builder.names_of(holder) for text in texts)


def _mention(builder: Builder, holders: list[str], sheet: str, part: Part, matter: str) -> None:
    for id_ in holders:
        mentions = builder.holder_entity(id_).setdefault("mentions", [])
        mentions.append({"sheet": sheet, "matter": matter, "source": part.text.source})
