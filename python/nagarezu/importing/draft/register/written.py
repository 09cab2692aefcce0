"""Flows of a register as the case has them, with lists of what is only handed over."""

from __future__ import annotations

import re
from collections.abc import Collection

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.register import by_number
from nagarezu.importing.draft.register import items as register_items
from nagarezu.importing.draft.register.going import Going, Told
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy


def write(
    builder: Builder, told: Told, matter: Entity, written: list[str], ids: list[str], file: File
) -> None:
    """Flows from the own side, or from the entrusted one who hands on."""
    first = ""
    for each in sorted(told.going, key=lambda going: going.relation == "reentrust"):
        start = builder.own
        if each.relation == "reentrust":
            start = builder.find_holder(each.giver or _above(told, each)) or first or builder.own
        to = _holder(builder, each)
        if each.relation == "entrust":
            first = first or to
        number = len(builder.list_of("flows")) + 1
        flow: Entity = {
            "id": builder.fresh(f"f{number}"),
            "matter": matter["id"],
            "from": start,
            "to": [to],
            "relation": _relation(builder, file, each, to),
        }
        going = _shared(builder, told, each, matter, written) if each.share else written
        if each.relation == "reentrust" and not each.share and _share_of_work(told):
            going = []  # what of it is handed on, the card does not say
        flow.update({"lists": going} if going else {"open": True})
        flow.update({"subjects": ids} if ids else {"open_subjects": True})
        flow["source"] = each.name.passage.source
        flow["provenance"] = [
            evidence(
                "to",
                each.name.passage,
                each.name.label,
                "regular_recipient" if each.relation == "provide" else "named_holder",
                printed=each.name.printed,
            )
        ]
        if each.share and going == written:  # all of it is said to go there
            flow["provenance"].append(evidence("lists", each.share.text, "", "whole_list"))
        builder.add("flows", flow)


def _relation(builder: Builder, file: File, going: Going, to: str) -> str:
    """As the card calls it; what is provided to a section of the own side is moved to it."""
    if _is_delegated(file, going):
        return "delegate"
    holder = builder.holder_entity(to)
    inside = holder.get("kind") == "section" and not holder.get("external")
    return "transfer" if going.relation == "provide" and inside else going.relation


_DELEGATED = r"(?:指定管理者?|委任先|受任者|(?<![再一])委任)(?:の?(?:名称?|氏名))?"
_IN_FRONT = re.compile(rf"{_DELEGATED}\)?[:は、]*$|{_DELEGATED}(?:である|として|に)$")
_BEHIND = re.compile(r"(?:を|は)?、?指定管理者(?:$|[:。、]|に|と|で)")


def _is_delegated(file: File, going: Going) -> bool:
    """Whether the card calls one who does work 指定管理者 or 委任先."""
    name = key(going.name.label)
    cells = [part for field in _TELLING for part in file.parts(field)]
    for plain in (key(f"{part.label.text}:{part.text.text}") for part in cells):
        front, found, behind = plain.partition(name)
        behind = behind.lstrip("()")
        if found and (_IN_FRONT.search(front) or _BEHIND.match(behind)):
            return going.relation == "entrust"
    return False


_TELLING = ("entrust", "remarks", "detail", "others")


def _above(told: Told, handed: Going) -> str:
    """The entrusted one in the last place above, or beside, whom nobody else shares it with."""
    works = [each.name for each in told.going if each.relation == "entrust"]
    begins = handed.name.passage.spots[:1]
    above = [name for name in works if name.passage.spots[:1] <= begins]
    if not above:
        return ""
    last = max(name.passage.spots[:1] for name in above)
    beside = [name.label for name in above if name.passage.spots[:1] == last]
    return beside[0] if len(beside) == 1 else ""


def _share_of_work(told: Told) -> bool:
    """Whether the card lists what the entrusted ones get apart from what is on record."""
    return any(each.relation == "entrust" and each.share for each in told.going)


def _holder(builder: Builder, going: Going) -> str:
    name = going.name
    if going.relation == "process":
        return builder.holder(
            name.label,
            "system",
            name.passage,
            id_=name.vocabulary_id,
            operator=builder.own,
            rule=name.rule,
            printed=name.printed,
        )
    if going.relation == "transfer":
        name.section = True
    return builder.organisation(name)


_IS = re.compile(r"(?:で(?:ある|す)|とする|とします|に限(?:る|ります))?[。．]?\s*$")


def _without_verb(text: Passage) -> Passage:
    """氏名及び電話番号である。 without what makes it a sentence."""
    found = _IS.search(text.text)
    return text.part(0, found.start()) if found else text


def _on_record(label: str, held: Collection[str]) -> str:
    """登録のある者の利用者番号 is 利用者番号, which is on record."""
    bare = _OF_SOME.sub("", label)
    return bare if bare in held else label


_OF_SOME = re.compile(r"^.{3,}(?:[たるい][者人]|児童|生徒|世帯)の(?=.{2})")


def _shared(
    builder: Builder, told: Told, going: Going, matter: Entity, written: list[str]
) -> list[str]:
    """The list of what is only handed over, once for all who get it."""
    share = going.share
    if share is None or share.lists is not None:
        return share.lists or [] if share else []
    share.lists = []
    whole = compiled(rules("registers")["whole_list"]).match(key(by_number.plain(share.text)))
    if whole or by_number.are_all(builder, share.text, written):
        share.lists = written
        return written
    found = by_number.items(builder, share.text, written)
    marks = compiled(rules("registers")["only_marks"]).match(key(by_number.plain(share.text)))
    if found is None and marks:
        builder.notes.skip(share.text, "items_not_read")
        return []
    found = found or register_items.read([Part(_without_verb(share.text), share.label)])
    own = [each for each in builder.list_of("lists") if each["id"] in written]
    held = [entry for each in own for entry in each["entries"] if entry.get("item")]
    found.entries = register_items.by_known(builder, found.entries, held)
    if not share.label:  # 甲組合（氏名、住所）: under the numbers that they have on record
        numbers = {str(e["label"]): str(e["position"]) for e in held}
        for entry in found.entries:
            entry.label = _on_record(entry.label, numbers)
            number = numbers.get(entry.label, "")
            entry.number = int(number) if number.isdecimal() else entry.number
    if not found.entries:
        builder.notes.skip(share.text, "items_not_read")
        return []
    label = tidy(share.label.text) or "提供する項目"
    holders = [_holder(builder, each) for each in told.going if each.share is share]
    entity = lists.write(
        builder,
        Listed(label, found, share.text, label_printed=share.label),
        matter["id"],
        list(dict.fromkeys(holders)),
        set(),
        lost=False,
        emphasised=frozenset(),
    )
    share.lists = [entity["id"]]
    return share.lists
