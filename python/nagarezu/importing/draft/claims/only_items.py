"""…のみ: the items in front of it, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import papers, whom
from nagarezu.importing.draft.claims.everything import is_elsewhere
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules.characters import key

Names = tuple[tuple[str, ...], ...]  # of fields/claims.closed


def holders(builder: Builder, each: Said, whose: str) -> list[str]:
    """Whom the sentence names, by name or part; else `whose`, or the only one who gets anything.

    In a register, where `whose` is given, 提供する項目 are those of all to whom a file goes.
    """
    holder = _addressed(builder, each)
    if not holder and _to_others(builder, each):
        return []
    found = (
        [holder]
        if holder
        else parties.by_role(builder, each.text, each.matter, several=bool(whose))
    )
    if found:
        return found
    if whose and _GIVEN.search(each.text):  # of what is given, not of what is kept
        last = parties.within(builder, each.before)
        return [last] if last else parties.only_partner(builder, each.matter)
    if whose and is_elsewhere(builder, each.text, each.matter):
        return []
    if whose:
        return [whose]
    thing = _HAS.search(each.text)
    takers = papers.takers(builder, each, key(thing["thing"])) if thing else []
    return takers or parties.only_partner(builder, each.matter)


_HAS = re.compile(r"(?:^|[、。\s])(?P<thing>[^、。はがを\s]{2,20})には")
_GIVEN = re.compile(
    r"(?:渡す|渡る|提供する|送る|送信する|引き渡す|届ける|預ける)(?:の|もの|情報|項目|データ)?(?:は|が)"
)


_TO = re.compile(
    r"(?:^|[、。はがのをに]|当たり)(?P<name>[^、。はがのをに]{2,30}?)(?:に|へ|から)は?(?:引|渡|提|送|登|委|預|伝)"
)


def _addressed(builder: Builder, each: Said) -> str:
    """The holder to whom the sentence says that something goes, or whom it names."""
    for match in _TO.finditer(each.text):
        found = parties.find(builder, match["name"])
        if found and found != builder.own:
            return found
    named = parties.within(builder, each.text)
    topic = None if named else _TOPIC.match(each.text)
    found = parties.find(builder, topic["name"]) if topic else ""  # 消防本部 of 甲消防本部
    outside = found and builder.holder_entity(found).get("external")
    return found if outside else named


_TOPIC = re.compile(r"^[\s0-9ア-ン()（）.．、]*(?P<name>[^\s、。はがを]{2,30}?)(?:に|へ)は、?")


def _to_others(builder: Builder, each: Said) -> bool:
    """照会先に伝える項目は…のみ: what somebody gets of whom the flows know nothing."""
    names = [match["name"] for match in _TO.finditer(each.text)]
    return _MEMBERS.search(each.text) is not None or any(
        whom.is_elsewhere(builder, name) for name in names
    )


_MEMBERS = re.compile(r"(?:会員|加盟|所属|傘下|構成員)の[^、。はがのをに]{2,12}(?:に|へ)")
_OWNED = re.compile(r"([^はが、。「」]{1,16}(?:者|人|住民|保護者|児童|生徒|世帯主))の[^の]+$")


def named(builder: Builder, names: Names, each: Said, holders: Sequence[str]) -> list[str]:
    """Items in front of のみ, from the last name back to the first that is none.

    One of them must be listed. Another one beside it that is called like an item is one, though no
    list has it: that is for a finding to say.
    """
    found: list[str] = []
    listed = False
    owners = [_OWNED.search(part[0]) for part in names]
    for at in reversed(range(len(names))):
        part = names[at]
        owner = next(filter(None, reversed(owners[:at])), None)  # 寄附者の氏名、住所: 寄附者の住所
        whole = [f"{owner[1]}の{part[0]}"] if owner and "の" not in part[0] else []
        there = next(
            filter(None, (_at(builder, each.matter, name, holders) for name in (*whole, *part))), ""
        )
        group = (
            []
            if there
            else next(filter(None, (_of_group(builder, each.matter, n) for n in part)), [])
        )
        group = group or ([] if there else _any_of(builder, each.matter, part[-1], holders))
        if group:  # 申請の内容のみ: all items of the group that is so called
            found.extend(reversed(group))
            listed = True
            continue
        id_ = there or next(filter(None, (builder.find_item(n) for n in (*whole, *part))), "")
        listed = listed or bool(id_)
        nameless = _NO_NAME.fullmatch(part[-1])
        nameless = nameless or _PARTICLE.search(part[-1])
        if not id_ and not nameless and meaning(part[-1]).classes and len(part[-1]) <= 20:
            id_ = builder.item(part[-1], each.passage, part[-1], "only_items")
        if not id_:
            break
        found.append(id_)
    items = list(dict.fromkeys(reversed(found))) if listed else []
    return [] if _of_a_kind(builder, each, holders, items) else items


_KIND = re.compile(
    r"(?P<kind>(?!個人|特定)[一-龥ァ-ヶー]{1,8}?)(?:関係)?(?:情報|データ)(?:を|は|については)、?"
    r"(?P<what>[^。は]{1,60}?)(?:に限|のみ|だけ|にとどめ)"
)


def _of_a_kind(builder: Builder, each: Said, holders: Sequence[str], items: Sequence[str]) -> bool:
    """税情報を課税の状況に限定する: of one kind, of which just these items are listed."""
    told = _KIND.search(each.text)
    words = meaning(told["kind"]).words if told else ()
    of_kind = {
        entry.get("item")
        for entry in whom.entries(builder, holders, each.matter)
        if any(word in key(entry["label"]) for word in words)
    }
    return bool(items) and of_kind - {None} == set(items)


_PARTICLE = re.compile(r"(?:は|へ|に|を|が|で|から|ごと?)$")  # 障害福祉課へは is no item
_JOINED = re.compile(r"及び|並びに|および|ならびに|又は|または|・")
_SHORTEST = 3  # characters of a name that is a part of an entry
_NO_NAME = re.compile(
    r"(?:区分|種別|番号|内容|結果|状況|有無|日時|時刻|回数)?"
)  # of what is not said


def _at(builder: Builder, matter: str, label: str, holders: Sequence[str]) -> str:
    """The item that the lists of the holders call so.

    利用の区分及び回数 holds 利用の区分; 時刻 is the only 終了の時刻, 期限 the only 有効期限.
    """
    entries = _listed(builder, matter, holders)
    whole = [entry for entry in entries if key(entry["label"]) == key(label)]
    held = [
        entry
        for entry in entries
        if len(label) >= _SHORTEST and key(label) in map(key, _JOINED.split(entry["label"]))
    ]
    ending = [entry for entry in entries if key(entry["label"]).endswith(f"の{key(label)}")]
    if not ending and len(label) > 1 and not meaning(label).concept:  # 被保険者の分, no 区分
        ending = [entry for entry in entries if key(entry["label"]).endswith(key(label))]
    ending = ending if len(ending) == 1 else []
    return next((str(entry["item"]) for entry in (*whole, *held, *ending)), "")


def _listed(builder: Builder, matter: str, holders: Sequence[str]) -> list[Entity]:
    return [entry for entry in whom.entries(builder, holders, matter) if "item" in entry]


def _any_of(builder: Builder, matter: str, label: str, holders: Sequence[str]) -> list[str]:
    """氏名, where a list has 対象者の氏名 and 世帯主の氏名: either of them may be meant."""
    end = f"の{key(label)}"
    found = [e["item"] for e in _listed(builder, matter, holders) if key(e["label"]).endswith(end)]
    return found if len(found) > 1 else []


def _of_group(builder: Builder, matter: str, label: str) -> list[str]:
    """The items below the entry of that name, in whichever list has it first."""
    for each in builder.of_matter("lists", matter):
        entries = each.get("entries", [])
        heads = [
            e["position"] for e in entries if "item" not in e and key(e["label"]) == key(label)
        ]
        if heads:
            below = f"{heads[0]}."
            return [e["item"] for e in entries if "item" in e and e["position"].startswith(below)]
    return []
