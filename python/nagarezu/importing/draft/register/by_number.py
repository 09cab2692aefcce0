"""Items told by their numbers in the list of the file: (1)の1から5まで及び10, 項番2、4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.item_entry import Entry, ItemList
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy

# of which list, and what the numbers are called there: (1)の, 3の, 記録項目の番号
_LEAD = re.compile(
    r"^(?:(?:第?\d{1,2}|\(\d{1,2}\))の(?:うち、?)?)*"
    r"(?:上記の?|記録項目の?|個人情報の項目の?|項目の?)?(?:番号|項番|no\.?|№)?の?(?:うち、?)?(?=[\d全す(])",
    re.IGNORECASE,
)


# 1、2、5及び7の項目, behind the name of who gets them
MARKS = (
    r"(?:項番|番号)?[(（]?[0-9０-９①-⑳]"
    r"(?:[0-9０-９①-⑳()（）、，・ ]|から|まで|及び|並びに)*(?:の?項目)?"
)


def plain(text: Passage) -> str:
    """The words of a share without the name of the list to which its numbers belong."""
    printed = "".join(str(unicodedata.normalize("NFKC", char)) for char in tidy(text.text))
    return compiled(r"(?<=[0-9)])(?:まで)?の?(?:項目)?の?(?:項目|全て|すべて|全部)$").sub(
        "", _LEAD.sub("", compiled(r"\s").sub("", printed))
    )


def numbers(text: Passage) -> list[int]:
    """The numbers that a share consists of, in their order; nothing if it says anything else."""
    return stretches.numbers(plain(text))


_TOLD = re.compile(
    r"(?:項目は、?|に、?)(?P<marks>(?:第?[0-9０-９]{1,2}の)?(?:項番|番号)?[0-9０-９]{1,3}(?:[0-9０-９、，・()（）\s]|から|まで|及び|並びに)*)"
    r"(?:の?項目)?(?:を|である|とする|です|。)"
)


def told(text: Passage) -> Passage:
    """The numbers of the items that a sentence says to be handed over; empty if it tells none."""
    found = _TOLD.search(text.text)
    marks = text.part(*found.span("marks")) if found else Passage()
    return marks if marks and numbers(marks) else Passage()


def are_all(builder: Builder, text: Passage, written: Sequence[str]) -> bool:
    """Whether those are all items that the lists of the file number."""
    wanted = numbers(text)
    entries = [
        e for each in builder.list_of("lists") if each["id"] in written for e in each["entries"]
    ]
    return bool(wanted) and {str(e["position"]) for e in entries} == set(map(str, wanted))


def items(builder: Builder, text: Passage, written: Sequence[str]) -> ItemList | None:
    """The items of those numbers on the lists of the file; None if one number is not there."""
    entries: dict[str, Entity] = {}
    for each in builder.list_of("lists"):
        if each["id"] in written:
            for entry in each["entries"]:
                entries.setdefault(str(entry.get("position", "")), entry)
    if groups := _groups(builder, text, written):
        return ItemList([_entry(each, _number(each), text) for one in groups for each in one])
    if printed := _printed(text, entries):
        return ItemList(printed)
    wanted = numbers(text)
    if not wanted or any(str(number) not in entries for number in wanted):
        return None
    return ItemList([_entry(entries[str(number)], number, text) for number in wanted])


_PRINTED = re.compile(r"[ 　]*[(（]?(?P<n>[0-9０-９]{1,2})[)）.．]?[ 　]*(?P<name>[^0-9０-９].*)")
_FEWEST = 2  # items that are a list


def _printed(text: Passage, entries: Mapping[str, Entity]) -> list[Entry]:
    """1氏名、4続柄、9税額: each with its number on the list of the file, of which it is a part.

    Nothing unless most have the name there that they have here.
    """
    told = _pieces(text)
    order = [number for number, _ in told]
    on_list = [str(entries[str(n)]["label"]) if str(n) in entries else "" for n in order]
    same = [key(label) == key(name) for label, (_, name) in zip(on_list, told, strict=True)]
    if not told or not all(on_list) or 2 * sum(same) < len(told):
        return []
    return [_numbered(name, number, text) for number, name in told]


def _pieces(text: Passage) -> list[tuple[int, str]]:
    """Number and name of each piece, if all bear numbers that go up and some are left out."""
    pieces = [_PRINTED.fullmatch(each) for each in outside_brackets(tidy(text.text), "、，,")]
    told = [(int(fold(each["n"])), tidy(each["name"])) for each in pieces if each]
    order = [number for number, _ in told]
    whole = len(told) >= max(len(pieces), _FEWEST) and order == sorted(set(order))
    return told if whole else []


def named(text: Passage) -> list[Entry]:
    """氏名, 続柄 of 1氏名、4続柄; nothing where the numbers are those of a list of its own."""
    told = _pieces(text)
    own = [number for number, _ in told] == list(range(1, len(told) + 1))
    return [] if own else [_numbered(name, number, text) for number, name in told]


def _numbered(name: str, number: int, text: Passage) -> Entry:
    made = Entry(name, text, name, "by_number")
    made.number = number
    return made


_KANA = re.compile(r"[ア-ン]")
_ONLY_KANA = re.compile(r"(?:[(（]?[ア-ン][)）]?(?:、|,|・|及び|並びに|と|の項目|の)*)+")


def _groups(builder: Builder, text: Passage, written: Sequence[str]) -> list[list[Entity]]:
    """The entries of the groups ア and ウ, where groups of the list have these signs."""
    printed = plain(text)
    if not _ONLY_KANA.fullmatch(printed):
        return []
    lists = {
        str(each["label"])[0]: each["entries"]
        for each in builder.list_of("lists")
        if each["id"] in written and compiled(r"[ア-ン](?![ァ-ヶー])").match(str(each["label"]))
    }
    signs = _KANA.findall(printed)
    return [lists[sign] for sign in signs] if len(lists) > 1 and set(signs) <= set(lists) else []


def _number(entry: Entity) -> int:
    printed = str(entry["position"])
    return int(printed) if printed.isdecimal() else 0


def _entry(known: Entity, number: int, text: Passage) -> Entry:
    """An item under the number that it has on the list of the file."""
    label = str(known["label"])
    made = Entry(label, text, label, "by_number", optional=bool(known.get("optional")))
    made.number = number
    return made
