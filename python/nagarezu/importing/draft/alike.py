"""Whether the records hold an item that is sent: in other words, as a part of it, or its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_SHORTEST = 2  # characters of a name that may stand within another
_AND = re.compile("及び|並びに|・")
_COUNTED = re.compile(
    "(?:利用|使用|貸出|来館|受診|参加|実施)?(?:回数|日数|件数)|人数|世帯数|割合|(?:受診|利用)率|合計(?:額)?|平均(?:値|額|年齢)?"
)
# 地区(住所から区分した北部、中部及び南部の別): what it is made from stands in brackets
_MADE_FROM = re.compile(
    r"[(（](?:[^()（）]*、)?(?P<source>[^()（）、]{2,20}?)(?:から|より|を|に基づき)"
    r"(?:区分|算出|作成|変換|集計|判定|計算|分類|加工|生成|丸め|置き換え|まとめ)"
)


def personal(label: str, *, of_file: bool) -> bool:
    """Whether a partner would not learn it by himself.

    A file of a register is all that is recorded; there anything that tells of a person counts.
    """
    kinds = rules("spoken")["kinds"] if of_file else ()
    return any(
        part in rules("items")["plain"]
        or any(compiled(kind["told"]).search(part) for kind in kinds)
        for part in _AND.split(label)
    )


def recorded(sent: Entity, held: Sequence[Entity], known: str) -> bool:
    """Whether the records have an item, and each part of 氏名及び続柄.

    保護者の氏名 is not 氏名 where nothing in the records, nor whom they are about, tells of 保護者;
    勤務先電話番号 is not 電話番号 where nothing tells of 勤務先.
    """
    if any(sent["item"] == each.get("item") for each in held):
        return True
    if _COUNTED.fullmatch(key(sent["label"])):  # of a table of sums
        return True
    made = _MADE_FROM.search(sent["label"])
    if made and any(_same({"item": "", "label": made["source"]}, each) for each in held):
        return True
    if _of(sent["label"], known, "elsewhere"):
        return False
    role = next((each for each in rules("items")["roles"] if each in sent["label"]), "")
    if role and role not in known:
        return False
    parts = [part for part in _AND.split(sent["label"]) if len(part) >= _SHORTEST]
    return all(
        any(_same({"item": "", "label": part}, each) for each in held)
        for part in (parts or [sent["label"]])
    )


def of_another(label: str, known: str) -> bool:
    """Whether an item is of somebody, or of a place, of which the records tell nothing."""
    return _of(label, known, "another") or _of(label, known, "elsewhere")


def _of(label: str, known: str, rule: str) -> bool:
    match = compiled(rules("items")[rule]).match(label)
    return match is not None and match["who"] not in known


def held(label: str, entries: Iterable[Entity]) -> str:
    """The item of the records that a printed name may mean; empty if there is none.

    What comes into being only on sending is the item of no record.
    """
    if made_on_sending(label):
        return ""
    sent = {"item": "", "label": label}
    return next((str(each["item"]) for each in entries if _same(sent, each)), "")


def _same(sent: Entity, held: Entity) -> bool:
    """Whether an item that is sent may be one that is held, in other words or as part of it."""
    if sent["item"] == held.get("item"):
        return True
    one, other = _plain(sent["label"]), _plain(held["label"])
    short, long = sorted((one, other), key=len)
    if not short or (len(short) >= _SHORTEST and short in long):
        return True
    return made_on_sending(one) or any(
        compiled(rule["sent"]).search(one) and compiled(rule["held"]).search(other)
        for rule in rules("items")["held_as"]
    )


def made_on_sending(label: str) -> bool:
    """Whether it comes into being only when something is sent: 送付年月日."""
    return bool(_made().search(_plain(label)))


@cache
def _made() -> re.Pattern[str]:
    return re.compile(rules("items")["made_on_sending"])


def _plain(label: str) -> str:
    return compiled(r"[のをはが・]|に(?:係る|関する)|\(.*?\)").sub("", key(fold(label)))
