"""Lists of items that a sentence tells once more: 名簿（氏名、住所及び電話番号）, 印刷は、…とする.

Only what tells all of them counts: no 等, nothing denied, and a word for what is listed or for
whose it is that the list has too. The list is the one with the most in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_AND = re.compile(r"、|,|・|及び|並びに")
_IN_BRACKETS = re.compile(
    r"(?P<what>[^。、,()「」\s]{2,30})\((?P<items>[^()。]{6,240}?)(?P<end>。?)\)"
)
_IS = r"(?:である|とする|です|とします|から[成な]る|で構成|と定め)"
_IS_TOLD = re.compile(_IS)
_SENTENCE = re.compile(
    rf"(?P<what>[^。()]{{2,60}}?(?:の[はが]|項目[はが]|情報[はが]|事項[はが]))、?(?P<items>[^。は]{{6,240}}?){_IS}"
)
_OPEN = re.compile(r"等|など|その他|ほか|うち|ない|除|以外|又は|若しくは|のみ")
_TAIL = re.compile(r"(?:から[成な]る|で構成).*$|の?(?:各|[0-9]+)?項目$|の[0-9]+(?:項目|つ)$")
_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{3,}")
_COMMON = re.compile(
    r"^(?:情報|項目|個人|個人情報|記録|提供|委託|利用|処理|必要|登録|事項|内容|本市|区|市|業務|事務|保有|対象|対象者|データ|システム|株式会社)+$"
)
_FEWEST = 3  # items of a list that is told
_LONGEST = 20  # characters of an item that no list has


@dataclass(frozen=True, slots=True)
class Told:
    """What is listed, the names of the items, and where."""

    what: str
    names: tuple[str, ...]
    passage: Passage


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A retelling for each sentence that has a list to be held against."""
    lists = [each for each in builder.list_of("lists") if not each.get("open")]
    items = {
        key(without_brackets(entry["label"])): str(entry["item"])
        for each in lists
        for entry in each["entries"]
        if entry.get("item")
    }
    if len(items) < _FEWEST:
        return
    listed = {place for each in lists for place in str(each.get("source", "")).split()}
    for row in rows:
        for told in _told(row):
            if not listed & set(told.passage.source.split()):
                _retell(builder, told, lists, items)


def _told(row: Row) -> Iterator[Told]:
    for cell in row.filled:
        text = fold(cell.text)
        if len(_AND.findall(text)) < _FEWEST - 1:
            continue
        within = _IN_BRACKETS.finditer(text) if "(" in text else ()
        for match in (*within, *(_SENTENCE.finditer(text) if _IS_TOLD.search(text) else ())):
            printed = match["items"]
            if _OPEN.search(printed) or compiled(r"\d情報$").search(match["what"]):
                continue
            names = tuple(tidy(part) for part in _AND.split(_TAIL.sub("", printed)) if part.strip())
            if len(names) >= _FEWEST:
                yield Told(match["what"], names, cell.part(*match.span()))


def _retell(builder: Builder, told: Told, lists: Sequence[Entity], items: dict[str, str]) -> None:
    known = [items.get(key(without_brackets(name)), "") for name in told.names]
    strange = [name for name, id_ in zip(told.names, known, strict=True) if not id_]
    if len(strange) > 1 or any(
        len(name) > _LONGEST or compiled("[をはがに]").search(name) for name in strange
    ):
        return
    ids = {id_ for id_ in known if id_}
    sets = [(each, _items(each)) for each in lists]
    if any(ids == have for _, have in sets) and not strange:
        return
    alike = [
        (len(ids & have) / len(ids | have), each)
        for each, have in sets
        if len(ids & have) >= 2 and (ids <= have or 2 * len(ids & have) >= len(ids | have))
        if _named(builder, told.what, each)
    ]
    if not alike:
        return
    found = max(alike, key=lambda pair: pair[0])[1]
    holders = _holders(builder, found)
    if builder.own in holders and ids <= _items(found) and not strange and _to_some(builder, told):
        return  # what one partner gets of what the own side has
    matter = next(each for each in builder.list_of("matters") if each["id"] == found["matter"])
    if not holders:
        return
    retelling: Entity = {
        "label": short(tidy(told.passage.text)),
        "sheet": "other",
        "holders": holders,
        "items": [
            id_ or builder.item(name, told.passage, name, "told_list")
            for name, id_ in zip(told.names, known, strict=True)
        ],
        "source": told.passage.source,
        "provenance": [evidence("items", told.passage, rule="told_list", confidence=0.85)],
    }
    retelling["items"] = list(dict.fromkeys(retelling["items"]))
    matter.setdefault("retold", []).append(retelling)


def _to_some(builder: Builder, told: Told) -> bool:
    """Whether a partner is named as the one who gets what is told."""
    given = (flow for flow in builder.list_of("flows") if flow["relation"] != "process")
    ids = {id_ for flow in given for id_ in flow.get("to", [])} - {builder.own}
    names = [name for id_ in ids for name in builder.names_of(id_)]
    return any(len(name) > 2 and name in key(told.what) for name in names)


def _items(each: Entity) -> set[str]:
    return {str(entry["item"]) for entry in each["entries"] if entry.get("item")}


def _holders(builder: Builder, found: Entity) -> list[str]:
    """Of the list, or of the flows that carry it."""
    if found.get("holders"):
        return list(found["holders"])
    carried = [flow for flow in builder.list_of("flows") if found["id"] in flow.get("lists", [])]
    return list(dict.fromkeys(id_ for flow in carried for id_ in flow.get("to", [])))


def _named(builder: Builder, what: str, each: Entity) -> bool:
    """Whether a word for what is told stands in the name of the list or of one of its holders."""
    label = key(str(each.get("label", "")))
    carried = [flow for flow in builder.list_of("flows") if each["id"] in flow.get("lists", [])]
    ids = {*each.get("holders", []), *(id_ for flow in carried for id_ in flow.get("to", []))}
    owners = [name for id_ in ids - {builder.own} for name in builder.names_of(id_)]
    if any(len(name) > 2 and name in key(what) for name in owners):
        return True
    words = [key(word) for word in _WORD.findall(what) if not _COMMON.match(word)]
    return any(part in label for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    """What two names may share: the word, or three characters of it that are not common ones."""
    parts = [word[at : at + 3] for at in range(len(word) - 2)]
    return [word, *(part for part in parts if not _COMMON.match(part))]
