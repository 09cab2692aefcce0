"""Items that a sentence says somebody gets, beside the lists of what he gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, without_brackets

_LONGEST = 16
_NO_NAME = re.compile(
    r"^[のにをはがでと]|[をはがに]|証明書$|通知書?$|記録$|名簿$|写し$|データ$|結果票$|書類$|台帳$"
    r"|(?:申請|申込み?|届け?出?|申告|申出|請求|依頼|回答|調査)書$|(?:調査|予診|問診|申込)票$|印刷|封入|業務|事務|作業"
    r"|(?:ため|として|により|に応じ|に基づき|際に?|とき|場合に?|たび|都度)$|から|より"
    r"|(?:の|に(?:係る|関する))(?:申告|申請|届け?出|申込み?|申し?出|依頼|請求|相談|問い?合わ?せ|照会|回答|報告)$"
)
_ITSELF = re.compile(
    r"(?:この|本|当該)?(?:個人情報)?(?:ファイル|台帳|システム|名簿|帳簿|原簿|データベース|記録簿|受付簿)|記録|別[添紙表]\d*(?:の?(?:記録)?項目)?"
)
_MADE = re.compile(r"^.*(?:[たる]|による|のうち|、)(?=.{2})")
_OWNER = re.compile(r"^[^の、]{1,16}(?:者|人|住民|児童|生徒|世帯主|本人)の")
_REST = re.compile(r"(?:等|など|ほか|の(?:情報|項目|データ))$")


def read(builder: Builder, each: Said, holders: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Ids of the items; one that no list of the holders has under any name is a new item.

    Nothing if they have no closed list, or if none of the words is the name of an item.
    """
    lists = [
        one
        for one in builder.of_matter("lists", each.matter)
        if set(holders) <= set(one.get("holders", []))
    ]
    if not lists or any(one.get("open") for one in lists):
        return []
    entries = [entry for one in lists for entry in one["entries"]]
    found: list[str] = []
    for label in labels:
        name = bare(label)
        if not is_name(name):
            continue
        id_ = listed(builder, entries, name)
        found.append(id_ or builder.item(name, each.passage, label, "told_items"))
    return list(dict.fromkeys(filter(None, found)))


def recorded(builder: Builder, where: str, matter: str, whose: str) -> list[str]:
    """Who keeps what is recorded 台帳に, 本システムに or 別添1に: `whose` file, or all of one list.

    That of which no place is told is in `whose` file, else in the system that the matter is about.
    """
    lists = [one for one in builder.of_matter("lists", matter) if one.get("holders")]
    if not where and (whose or not _of_system(builder, matter)):
        return [whose] if whose else []
    if not where or _ITSELF.fullmatch(key(where)):
        own = {
            tuple(one["holders"])
            for one in lists
            if not any(takes(builder.holder_entity(id_)) for id_ in one["holders"])
        }
        return [whose] if whose else list(own.pop()) if len(own) == 1 else []
    found = builder.find_holder(where)
    return [found] if found and found != builder.own else []


def _of_system(builder: Builder, matter: str) -> bool:
    """Whether a matter is about what is recorded in a system, so that this is where."""
    return any(
        each["id"] == matter and each["kinds"] == ["process"] for each in builder.list_of("matters")
    )


def takes(holder: Entity) -> bool:
    """Whether a holder gets something of the file: it is outside, or another section."""
    return bool(holder.get("external") or holder.get("kind") == "section")


def personal(label: str) -> str:
    """申出書に書かれた連絡先 is 連絡先; empty for what tells nothing of a person."""
    name = _MADE.sub("", label)
    classes = set(meaning(bare(name)).classes)
    words = rules("claims")
    known = classes & set(words["kept_classes"]) or compiled(words["kept_names"]).search(name)
    return name if known else ""


def is_name(name: str) -> bool:
    """Whether words are the name of an item, not of a document or of what is done."""
    return bool(meaning(name).classes) and len(name) <= _LONGEST and not _NO_NAME.search(name)


def bare(label: str) -> str:
    """本人の氏名等 is 氏名; 主治医の氏名 stays what it is."""
    plain = without_brackets(label)
    return _REST.sub("", plain if of_others(plain) else _OWNER.sub("", plain))


def of_others(label: str) -> str:
    """How lists call those who are not the persons of a file, if words name one of them: 医師.

    Of 会員の代理人の氏名 it is 代理人 whose name it is; 医師の診断 is about the person.
    """
    parts = key(label).split("の")
    for who, what in reversed(list(pairwise(parts))):
        for each in rules("claims")["third"]:
            if compiled(each["told"]).fullmatch(who) and not _DEED.match(what):
                return str(each["listed"])
    return ""


_DEED = re.compile(r"診断|意見|所見|指示|処方|証明|判断")


def listed(builder: Builder, entries: Sequence[Entity], label: str) -> str:
    """The item of the lists that is so called, or of the same kind."""
    entry = same(entries, label)
    if entry is None:
        return ""
    below = [
        e["item"]
        for e in entries
        if "item" in e and e["position"].startswith(f"{entry['position']}.")
    ]
    return str(entry.get("item") or next(iter(below), "")) or builder.find_item(label)


def same(entries: Sequence[Entity], label: str) -> Entity | None:
    """The entry of the lists that is so called, or of the same kind."""
    whose = of_others(label)
    known = [key(each["label"]) for each in entries]
    if whose and not any(compiled(whose).search(each) for each in known if each[-1] != "数"):
        return None  # the name of the persons of the file is not his, nor 世帯の人数
    plain, what = _loose(label), meaning(label)
    kinds = [
        each["listed"] for each in rules("claims")["alike"] if compiled(each["told"]).search(plain)
    ]
    for entry in entries:
        other = _loose(entry["label"])
        alike = any(compiled(kind).search(other) for kind in kinds)
        kind = what.concept and what.concept == meaning(entry["label"]).concept
        if plain in other or other in plain or alike or kind:
            return entry
    return None


def _loose(label: str) -> str:
    """受付の番号 and 受付番号 are one item."""
    return compiled(r"の|に関すること$|に関する情報$").sub("", key(label))
