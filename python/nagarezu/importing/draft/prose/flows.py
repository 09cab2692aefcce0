"""Flows of a 答申 or 諮問書: lists get their holders, partners get the lists."""

from __future__ import annotations

import re

from nagarezu.importing.draft import lists, parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.prose.chosen import Chosen, items
from nagarezu.importing.draft.prose.further import by_trade, further_of, shared
from nagarezu.importing.draft.prose.held import Held
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key


def connect(
    builder: Builder,
    matter: Entity,
    found: list[Held],
    partners: list[Partner],
    recording: dict[str, Passage],
    ids: list[str],
    *,
    told: bool = False,
) -> None:
    """Holders of a list get it; partners get the others by the kind of the matter.

    `told`: sentences say what the partners get, and not all that is recorded.
    """
    found = [each for held in found for each in shared(held, partners)]
    default = matter["kinds"][0]
    default = default if default in ("link", "provide", "entrust", "delegate") else "entrust"
    outside = list(dict.fromkeys(each.holder for each in partners if not each.giver))
    general: list[str] = []
    of_holder: dict[str, list[str]] = {}
    of_list: dict[str, Held] = {}
    taken: list[tuple[Entity, str]] = []  # lists that come from another system
    partner_ids = {each.holder for each in partners}
    handed = any(h.handed for h in found)
    kept = [h for h in found if (handed or told) and recording and _is_kept(h)]
    apart = handed and (bool(kept) or any(h.holder and not h.handed for h in found))
    holding = {held.holder for held in found}
    linked = [each for each in partners if (each.relation or default) == "link"]
    sectioned = any(held.section for held in found)
    for held in found:
        if held.sender:
            _brought(builder, matter, held, ids)
            continue
        given = held.handed or bool(_GIVEN.search(held.listed.label))
        label = "" if held.holder else held.listed.label
        further = further_of(label, held.within, partners) or by_trade(label, partners, default)
        held.holder, held.given = held.holder or further, held.given or bool(further)
        theirs = not held.holder and bool(_HANDLES.search(held.listed.label))
        beside = _beside(held, partners) if theirs else ""
        held.holder, held.given = held.holder or beside, held.given or bool(beside)
        if sectioned and not held.holder and not given:
            held.holder = builder.own  # beside the sections of the parties, what the own side has
        sender = _sender(builder, held, linked)
        if sender and held.holder in ("", *partner_ids):
            _received(builder, matter, held, sender, ids)
            continue
        beside = "" if held.holder else _beside(held, partners)
        held.holder, held.given = held.holder or beside, held.given or bool(beside)
        drawn = bool(held.source) and held.source in holding  # whose records have their own list
        into = [id_ for id_ in recording if not drawn or id_ not in holding]
        mine = held in kept
        theirs = bool(kept) and held.handed and not held.holder
        holders = [*(() if theirs else into), *(() if mine else outside)]
        holders = [held.holder] if held.holder else holders
        entity = lists.write(
            builder, held.listed, matter["id"], holders, set(), lost=False, emphasised=frozenset()
        )
        of_holder.setdefault(_HANDED if theirs else held.holder, []).append(entity["id"])
        if held.also:
            of_holder.setdefault(held.also, []).append(entity["id"])
        of_list[entity["id"]] = held
        free = not (held.given or held.also) and held.holder not in partner_ids
        if free and not mine and (held.handed or not apart):
            general.append(entity["id"])
        if held.holder and held.holder not in (builder.own, *partner_ids):
            first = held.source if held.source in holding and held.source != held.holder else ""
            _flow(
                builder,
                matter,
                "process",
                held.holder,
                [entity["id"]],
                ids,
                held.listed.passage,
                from_=first,
            )
        if held.group and held.source in holding:
            taken.append((entity, held.source))
    for entity, source in taken:
        _as_there(builder, entity, source)
    for id_, place in recording.items():
        if id_ not in of_holder and id_ not in partner_ids:
            run_by = builder.holder_entity(id_).get("operator", "")
            kind = "link" if run_by in {each.holder for each in linked} else "process"
            _flow(builder, matter, kind, id_, of_holder.get("", []), ids, place)
    for each in partners:
        own = of_holder.get(each.holder, [])
        if each.giver:
            own = own or _by_topic(builder, each, of_holder)
            if _made_there(builder, each, own, of_holder.get(each.giver, []), matter, ids):
                continue
            _flow(
                builder, matter, "reentrust", each.holder, own, ids, each.passage, from_=each.giver
            )
            continue
        written = own or list(dict.fromkeys(general))
        listed = of_list[own[0]] if own else next(iter(found), None)
        place = listed.listed.passage if listed else each.passage
        source, kind = _taken_from(found, of_list, written), each.relation or default
        _flow(builder, matter, kind, each.holder, written, ids, place, from_=source)


# 受託者に取り扱わせる項目 beside sections of other parties: of the one whose part it is in
_HANDLES = re.compile(r"(?:受託|委託|提供|結合|相手|受注)(?:事業)?(?:者|先|方)(?:に|へ|が|の)")
_HANDED = "handed"  # beside the ids of holders: what goes to partners, and is not what is kept
_KEPT = re.compile(
    r"(?:記録|登録|保有|保存|保管|管理|蓄積|収録)(?:する|される|している|した)?(?:個人)?(?:情報)?の?(?:項目|情報|事項)"
)


def _is_kept(held: Held) -> bool:
    """記録する項目: what a system has, where other words say what goes to a partner."""
    return not (held.holder or held.handed) and bool(_KEPT.search(key(held.listed.label)))


def choose(builder: Builder, found: list[Held], chosen: list[Chosen]) -> None:
    """甲社には4のア、イ及びエを取り扱わせる: these items, not the whole list, go to it."""
    by_holder: dict[str, list[Chosen]] = {}
    for each in chosen:
        for holder in each.holders:
            by_holder.setdefault(holder, []).append(each)
    for holder, of_holder in by_holder.items():
        if any(each.whole for each in of_holder):
            _as_a_whole(builder, found, of_holder, holder)
            continue  # all of a list goes to it, as a list without a holder does
        made = [items(builder, each) for each in of_holder]
        flows = [flow for flow in builder.list_of("flows") if flow["to"] == [holder]]
        if not all(made) or any(held.holder == holder for held in found):
            continue
        for written in builder.list_of("lists"):
            if holder in written.get("holders", []) and len(written["holders"]) > 1:
                written["holders"].remove(holder)
        for flow in flows:
            flow.pop("open", None)
            flow.pop("lists", None)
            flow["items"] = list(dict.fromkeys(item for each in made for item in each))


def _as_a_whole(builder: Builder, found: list[Held], of_holder: list[Chosen], holder: str) -> None:
    """別紙1に掲げる全ての項目: the lists of that paper, where nothing else says what it gets."""
    papers = {id(node) for each in of_holder for node in each.nodes}
    sources = {h.listed.passage.source for h in found if papers & set(h.within)}
    written = [each["id"] for each in builder.list_of("lists") if each.get("source") in sources]
    for flow in builder.list_of("flows"):
        if flow["to"] == [holder] and flow.get("open") and written:
            flow.pop("open")
            flow["lists"] = written


_GIVEN = re.compile(r"(?:に対し|に|へ)、?[^。]{0,12}(?:渡す|提供|送|預け|委託|交付)")
_BACK = tuple(
    re.compile(
        rf"(?P<who>[^、。はが]{{1,30}}?)(?:の側)?{particle}、?"
        r"(?:(?P<to>[^、。はが]{1,20}?)(?:に|へ|が)、?)?[^。]{0,16}?"
        r"(?P<act>送信|送付|提供|受信|受領|取得|通知)"
    )
    for particle in ("(?:から|より)", "が")
)


def _sender(builder: Builder, held: Held, linked: list[Partner]) -> str:
    """Who sends the list to the own side over a link: 組合から市に次の項目を送信し、…"""
    label, known = fold(held.listed.label), {each.holder for each in linked}
    for match in (found for pattern in _BACK for found in pattern.finditer(label)):
        who = parties.find(builder, compiled("^.*の(?=.{3})").sub("", match["who"]))
        if not who and _PARTNER.search(match["who"]) and len(known) == 1:
            who = next(iter(known))
        gets = (
            match["act"] in _GOT and match.re is _BACK[0]
        )  # 組合から受信する; 組合が受信する is no
        if (parties.is_own(builder, match["to"]) if match["to"] else gets) and who in known:
            return who
    return ""


_GOT = ("受信", "受領", "取得")
_PARTNER = re.compile(r"相手方|結合先|接続先")


def _received(builder: Builder, matter: Entity, held: Held, sender: str, ids: list[str]) -> None:
    entity = lists.write(
        builder, held.listed, matter["id"], [builder.own], set(), lost=False, emphasised=frozenset()
    )
    place = held.listed.passage
    _flow(builder, matter, "link", builder.own, [entity["id"]], ids, place, from_=sender)


def _brought(builder: Builder, matter: Entity, held: Held, ids: list[str]) -> None:
    """What a party hands to the own side; what it was not given itself it has gathered."""
    entity = lists.write(
        builder, held.listed, matter["id"], [builder.own], set(), lost=False, emphasised=frozenset()
    )
    _flow(
        builder,
        matter,
        "provide",
        builder.own,
        [entity["id"]],
        ids,
        held.listed.passage,
        from_=held.sender,
    )
    items = [entry["item"] for entry in entity.get("entries", []) if "item" in entry]
    created: Entity = {"items": list(dict.fromkeys(items))}
    if ids:
        created["subjects"] = ids
    if items:
        builder.holder_entity(held.sender).setdefault("creates", []).append(created)


def _taken_from(found: list[Held], of_list: dict[str, Held], written: list[str]) -> str:
    """The system from which all lists of a flow are taken, if what it holds is listed, too."""
    holding = {held.holder for held in found}
    taken = {of_list[id_].source for id_ in written if id_ in of_list}
    return taken.pop() if len(taken) == 1 and taken <= holding else ""


def _beside(held: Held, partners: list[Partner]) -> str:
    """The one partner that is named below the same head, where another one is elsewhere."""
    named = [each for each in partners if each.within and not each.giver]
    for head in reversed(held.within[:-1]):
        near = {each.holder for each in named if head in each.within}
        if near:
            others = {each.holder for each in named} - near
            return near.pop() if len(near) == 1 and others else ""
    return ""


def _made_there(
    builder: Builder,
    partner: Partner,
    own: list[str],
    of_giver: list[str],
    matter: Entity,
    ids: list[str],
) -> bool:
    """What a partner's partner handles and its giver has not, it makes itself: 架電の結果."""
    entries = {each["id"]: each.get("entries", []) for each in builder.list_of("lists")}

    def of(lists_: list[str]) -> list[str]:
        found = [entry["item"] for id_ in lists_ for entry in entries[id_] if "item" in entry]
        return list(dict.fromkeys(found))

    held = set(of(of_giver))
    made = [item for item in of(own) if item not in held]
    if not held or not made or len(made) == len(of(own)):
        return False
    kept = [item for item in of(own) if item in held]
    flow = _flow(
        builder, matter, "reentrust", partner.holder, [], ids, partner.passage, from_=partner.giver
    )
    flow.pop("open", None)
    flow["items"] = kept
    created: Entity = {"items": made}
    if ids:
        created["subjects"] = ids
    builder.holder_entity(partner.holder).setdefault("creates", []).append(created)
    return True


def _by_topic(builder: Builder, partner: Partner, of_holder: dict[str, list[str]]) -> list[str]:
    """予約通知は…に再委託する: the lists of 予約通知サービス, if just one holder is so called."""
    hits = [
        id_
        for id_ in of_holder
        if id_
        and any(
            key(builder.holder_entity(id_)["label"]).startswith(key(topic))
            for topic in partner.topics
        )
    ]
    return of_holder[hits[0]] if len(hits) == 1 else []


_WHOSE = re.compile(r"^[^、。]{1,16}(?:者|人|方|本人|世帯主|児童|生徒)の(?=..)")


def _as_there(builder: Builder, written: Entity, source: str) -> None:
    """予約をした者の番号, taken from a system that has just 番号, is that."""
    there = {
        str(entry["item"])
        for each in builder.list_of("lists")
        for entry in each["entries"]
        if source in each.get("holders", []) and "item" in entry
    }
    for entry in written["entries"]:
        bare = builder.find_item(_WHOSE.sub("", entry["label"]))
        if "item" in entry and bare in there:
            entry["item"] = bare


def entrusted(builder: Builder, matter: Entity, ids: list[str]) -> None:
    """A firm that the measures name as the one who serves the system gets what the system holds."""
    named = builder.find_holder("@entrusted")
    if not named or any(named in flow.get("to", []) for flow in builder.list_of("flows")):
        return
    written = [each["id"] for each in builder.list_of("lists")]
    holder = builder.holder_entity(named)
    passage = Passage()
    _flow(builder, matter, "entrust", named, written, ids, passage, holder.get("source", ""))


def linked(
    builder: Builder,
    matter: Entity,
    recording: dict[str, Passage],
    found: dict[str, Passage],
    ids: list[str],
) -> None:
    """From the system that records to those that a part about connections ticks."""
    start = next(iter(recording), "")
    for id_, place in found.items():
        if id_ not in recording:
            _flow(builder, matter, "link", id_, [], ids, place, from_=start)


def _flow(
    builder: Builder,
    matter: Entity,
    relation: str,
    to: str,
    written: list[str],
    ids: list[str],
    passage: Passage,
    source: str = "",
    from_: str = "",
) -> Entity:
    number = len(builder.list_of("flows")) + 1
    flow: Entity = {
        "id": builder.fresh(f"f{number}"),
        "matter": matter["id"],
        "from": from_ or builder.own,
        "to": [to],
        "relation": relation,
    }
    if written:
        flow["lists"] = written
    else:
        flow["open"] = True
    if ids:
        flow["subjects"] = ids
    else:
        flow["open_subjects"] = True
    place = source or passage.source
    if place:
        flow["source"] = place
    proof = evidence("to", passage, to, "prose_list", 0.8)
    if place:
        proof["source"] = place
    flow["provenance"] = [proof]
    return builder.add("flows", flow)
