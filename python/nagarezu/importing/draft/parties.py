"""Whom a sentence means: holders by their name, a part of it, their role, or 同システム."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, without_brackets

_OWN = re.compile(
    r"(?:本|当)?(?:市|区|町|村|県|都|府|道|組合|部|庁|院|署|館)(?:(?:の|が|側).*|庁)?|実施機関.*"
)
_POINTING = re.compile(
    r"(?:当該|同じ|同|本|この|その)"
    r"(システム|サイト|サービス|アプリ|サーバー?|台帳|データベース|社|機構|協会|センター|法人|連合会|連合|協議会|公社|事業団|財団|組合|病院|大学|署|保健所|金庫|銀行|基金|診療所|医院|薬局|学校|団体?|会|局)"
)
_CONNECTING = re.compile(r"[、，,・]|及び|並びに|および|ならびに|又は|または|と|や")
_AROUND = re.compile(
    r"(?:[^\0]{0,12}(?:部|局|市|区|町|村|県|の))?\0(?P<at>\d+)\0(?:の(?:各|担当)?課|の職員|等|の?[0-9一二三四五両]{0,2}(?:社|者|課|機関|団体|か所))?"
)
_NUMBER = re.compile(
    r"(?:の[0-9一二三四五両]{0,2}|[0-9一二三四五両]{1,2})(?:社|者|課|機関|団体|か所)$"
)
_GENERAL = re.compile("データ|情報|名簿|番号|媒体|書類|資料")  # no end of a name: 甲データ
_SHORTEST = 3  # characters of a name that is looked for within a sentence
_FORM_OF = {"社": "会社", "法人": "法人"}  # 同社, 同法人
_FORMS = ("法人", "会社")  # words that stand in front of a name as well as behind it


def find(builder: Builder, printed: str) -> str:
    """The holder of that name, or the one whose name ends with it; empty if there are several."""
    plain = key(without_brackets(printed))
    whole = builder.find_holder(printed) or builder.find_holder(plain)
    if whole or len(plain) < 2 or _GENERAL.fullmatch(plain):
        return whole
    ends = {id_ for name, id_ in builder.names() if name.endswith(plain)}
    if not ends and plain.endswith(_FORMS):  # 法人, 社会福祉法人 of 社会福祉法人甲会
        ends = {
            id_
            for name, id_ in builder.names()
            if plain in name and builder.holder_entity(id_).get("external")
        }
    if not ends:
        ends = {
            id_ for name, id_ in builder.names() if len(name) >= _SHORTEST and plain.endswith(name)
        }
    return ends.pop() if len(ends) == 1 else ""


def all_of(builder: Builder, printed: str) -> list[str]:
    """The holders that 甲課及び乙・丙課 names; nothing if one of them is not known."""
    text = key(without_brackets(printed))
    if text in builder.groups:
        return list(builder.groups[text])
    known = sorted(builder.names(), key=lambda pair: -len(pair[0]))
    for at, (name, _) in enumerate(known):
        if len(name) >= _SHORTEST and name in text:
            text = text.replace(name, f"\0{at}\0")
    found: list[str] = []
    for piece in filter(None, _CONNECTING.split(text)):
        around = _AROUND.fullmatch(piece)
        id_ = known[int(around["at"])][1] if around else ""
        bare = _NUMBER.sub("", piece)
        id_ = id_ or find(builder, piece) or find(builder, bare) or pointed_at(builder, bare, "")
        if not id_:
            return []
        found.append(id_)
    return list(dict.fromkeys(found))


def within(builder: Builder, text: str) -> str:
    """The holder that a text names last, others than the own side; the longest of its names."""
    plain = key(without_brackets(text))
    hits = [
        (plain.rfind(name) + len(name), len(name), id_)
        for name, id_ in builder.names()
        if len(name) >= _SHORTEST and id_ != builder.own and name in plain
    ]
    return str(max(hits)[2]) if hits else ""


def pointed_at(builder: Builder, printed: str, before: str, matter: str = "") -> str:
    """同サイト, このシステム: the holder of such a name that was named last before.

    同会 may also be the only one outside to whom anything goes in the matter.
    """
    nouns = _POINTING.findall(key(printed))
    if not nouns:
        return ""
    noun, plain = nouns[-1], key(before)
    hits = [
        (plain.rfind(name), id_)
        for name, id_ in builder.names()
        if (name.endswith(noun) or _FORM_OF.get(noun, "\0") in name) and name in plain
    ]
    found = max(hits)[1] if hits else find(builder, noun)
    only = only_partner(builder, matter) if matter and not found and "同" in printed else []
    return next(
        (
            id_
            for name, id_ in builder.names()
            if id_ in only and (name.endswith(noun) or _FORM_OF.get(noun, "\0") in name)
        ),
        found,
    )


def is_own(builder: Builder, printed: str) -> bool:
    """本市, 市の端末, or a system that the own side runs; not 組合の端末 where 組合 is another."""
    whose = builder.find_holder(compiled("の|側|が").split(key(printed))[0])
    if whose and builder.holder_entity(whose).get("external"):
        return False
    if _OWN.fullmatch(key(printed)):
        return True
    if _in_charge(builder, printed):
        return True
    id_ = find(builder, compiled(r"^.{1,3}の(?=.{3})").sub("", printed))
    return bool(id_) and (
        id_ == builder.own or builder.holder_entity(id_).get("operator") == builder.own
    )


_SECTION = re.compile(r"..[局部課係室署所]$")


def _in_charge(builder: Builder, printed: str) -> bool:
    """企業局, where 企業局水道料金課 is in charge; a section that nobody names may be outside."""
    plain = key(printed)
    return bool(_SECTION.search(plain)) and any(
        name.startswith(plain) or name.endswith(plain) for name in builder.sections
    )


def by_role(builder: Builder, sentence: str, matter: str, *, several: bool = False) -> list[str]:
    """Those who have the part that a sentence names: 委託先 of one matter.

    Of several, the only one whose items are listed, or all of them where one list is that of all;
    else nobody is certain, unless `several`.
    """
    relations = next(
        (
            each["relations"]
            for each in rules("claims")["roles"]
            if compiled(each["words"]).search(sentence)
        ),
        None,
    )
    if relations is None:
        return []
    inside = "transfer" in relations  # 移転先 are sections of the own side
    found = list(dict.fromkeys(i for i, _ in receivers(builder, matter, relations, inside=inside)))
    if len(found) > 1 and not several:
        held = [list(each.get("holders", [])) for each in builder.of_matter("lists", matter)]
        if len(held) == 1 and set(held[0]) >= set(found):
            return found
        found = [id_ for id_ in found if _listed(builder, id_, matter)]
    return found if several or len(found) == 1 else []


_ROLE = re.compile(r"再?(?:委託|受託)(?:先|者|事業者|業者)|委任先|結合(?:先|の相手方?)|提供先")
_EACH = re.compile(r"の?(?:いずれ|どちら|双方|両方|両者|全て|すべて)(?:も)?$")


def all_roles(builder: Builder, printed: str, matter: str) -> list[str]:
    """委託先及び再委託先のいずれ: all who have one of these parts; nobody if one has no holder."""
    pieces = [each for each in _CONNECTING.split(_EACH.sub("", key(printed))) if each]
    if len(pieces) < len(("one", "other")) or not all(map(_ROLE.fullmatch, pieces)):
        return []
    found = [by_role(builder, each, matter, several=True) for each in pieces]
    return list(dict.fromkeys(id_ for each in found for id_ in each)) if all(found) else []


_SECTIONS = re.compile(
    r"(?:庁内の?|[市区町村]の|他の)?(?:いずれの|どの|いかなる|全ての|すべての|各)(?:他の)?(?:部署|部局|課室?|係|所属|課等)"
)


def all_sections(builder: Builder, printed: str, matter: str) -> list[str]:
    """庁内のいずれの部署: all sections of the own side to which something goes."""
    if not _SECTIONS.fullmatch(printed):
        return []
    return by_role(builder, "移転先", matter, several=True)


_TRADE = re.compile(r"(?P<trade>.{2,}?)(?:の?代行)?(?:事業者|業者|会社|機関|団体|センター)")


def by_word(builder: Builder, printed: str) -> str:
    """The only holder outside that a word means: 再委託先, or 印刷業者 of 株式会社甲印刷."""
    plain = key(without_brackets(printed))
    if _ROLE.fullmatch(plain):
        found = by_role(builder, plain, "")
        return found[0] if len(found) == 1 else ""
    trade = _TRADE.fullmatch(plain)
    among = {
        id_
        for name, id_ in builder.names()
        if trade and trade["trade"] in name and builder.holder_entity(id_).get("external")
    }
    return among.pop() if len(among) == 1 else ""


def _listed(builder: Builder, id_: str, matter: str) -> bool:
    return any(id_ in each.get("holders", []) for each in builder.of_matter("lists", matter))


def only_partner(builder: Builder, matter: str) -> list[str]:
    """The one holder outside to whom anything goes in the matter."""
    found = list(dict.fromkeys(id_ for id_, _ in receivers(builder, matter)))
    return found if len(found) == 1 else []


def receivers(
    builder: Builder, matter: str, relations: Iterable[str] = (), *, inside: bool = False
) -> list[tuple[str, str]]:
    """Who gets something in the matter, with the relation; the own side's, too, if `inside`."""
    wanted = set(relations)
    return [
        (str(id_), str(flow["relation"]))
        for flow in builder.of_matter("flows", matter)
        if (not wanted or flow["relation"] in wanted) and flow.get("change") != "removed"
        for id_ in flow.get("to", [])
        if id_ != builder.own and (inside or builder.holder_entity(id_).get("external"))
    ]
