"""Whom a statement of never is about, as its pattern found him printed."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.draft.claims.everything import is_elsewhere
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.claims import Statement
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key

_SENT = re.compile(r"(?:情報|項目|データ|記録)(?:を|は|が)[^。]{0,8}(?:送|提供|渡|預)")
_THIS_FILE = re.compile(r"(?:この|本|当該)(?:特定)?(?:個人情報)?(?:ファイル|台帳|名簿)に[はも]")
_GIVEN = re.compile(
    r"(?:^|[、。])(?P<who>[^、。はがを]{2,24}?)?(?:に|へ|への|で)?(?:は|、)*"
    r"(?:渡す|送る|提供する|引き?渡す|送信する|送付する|届ける)(?:データ|情報|記録|項目|名簿|もの)"
    r"|^(?P<who2>[^、。はがを]{2,24}?)(?:では|には)、"
)
_OUTSIDE = re.compile(r"外部(?!ネットワーク)|第三者|庁外")


def named(builder: Builder, statement: Statement, each: Said, _: str) -> list[str]:
    """Who is meant by the words themselves; 委託先の端末 is not the 委託先.

    What 市から甲社に never goes may well come to 甲社 from others.
    """
    printed = statement.holder
    if compiled("から|より").search(printed):
        return []
    found = parties.find(builder, printed) or parties.pointed_at(
        builder, printed, each.before + printed, each.matter
    )
    if found:
        return [found] if found != builder.own else []
    return [] if "の" in printed else parties.by_role(builder, printed, each.matter)


def about(builder: Builder, statement: Statement, each: Said, whose: str) -> list[str]:
    """Who is meant: by name, as 同サイト, by the list that is named, by a part, or named before."""
    printed = statement.holder
    front = each.text[: statement.start] + printed
    if _SENT.search(each.text[statement.start :]):  # 甲から乙に…を送信しない is about 乙
        printed = front = compiled(r"^.*(?:から|より)").sub("", printed)
        if _OUTSIDE.search(printed) and not parties.within(builder, printed):
            return []
    found = (
        parties.within(builder, printed)
        or parties.pointed_at(builder, front, each.before + front)
        or _on_internet(builder, printed)
        or parties.within(builder, front)
    )
    if found:
        return [found]
    listed = _of_list(builder, printed, each.matter)
    listed = listed or parties.by_role(builder, each.text, each.matter)
    listed = listed or (parties.by_role(builder, each.head, each.matter) if each.head else [])
    if not listed and whose and is_elsewhere(builder, each.text, each.matter):
        return []
    if not listed and whose and (given := _GIVEN.search(each.text)):
        who = given["who"] or given["who2"] or ""
        taker = parties.find(builder, who) if who else ""
        if taker or not given["who2"]:  # of what goes, and not of what is kept
            return [taker] if taker and taker != builder.own else []
    if not listed and not whose and _THIS_FILE.search(front):
        listed = told_items.recorded(builder, "本ファイル", each.matter, whose)
    return listed or ([whose] if whose else parties.only_partner(builder, each.matter))


def _of_list(builder: Builder, printed: str, matter: str) -> list[str]:
    """The holders of the list that is so called: 分析用データには…を含まない."""
    noun = compiled(r"(?:に|から|で|において|によ(?:り|って))?(?:は|も)?$").sub("", key(printed))
    for each in builder.of_matter("lists", matter):
        if len(noun) >= 4 and noun in key(each.get("label", "")):
            return list(each.get("holders", []))
    return []


def nobody_keeps(builder: Builder, statement: Statement, entity: Entity) -> bool:
    plain = key(statement.text)
    named = [
        each["id"]
        for each in builder.list_of("holders")
        if each["id"] != builder.own
        and each.get("operator") != builder.own
        and any(len(name) >= 4 and name in plain for name in builder.names_of(each["id"]))
    ]
    outside = named or [each["id"] for each in builder.list_of("holders") if each.get("external")]
    entity.update(
        {"holders": outside, "classes": list(rules("claims")["numbers"]), "storage": True}
    )
    return bool(outside)


def _on_internet(builder: Builder, printed: str) -> str:
    """外部ネットワーク上では…: the one holder that stands on the internet."""
    if not compiled(r"外部ネットワーク|インターネット").search(printed):
        return ""
    found = [
        str(each["id"])
        for each in builder.list_of("holders")
        if "インターネット" in str(each.get("zone", ""))
    ]
    return found[0] if len(found) == 1 else ""
