"""Item lists of numbered prose: by system, by group, with the flows that carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.prose_partners import Partner
from nagarezu.importing.fields import items, names
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.form.prose import Prose, body, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets


@dataclass(slots=True)
class Held:
    """A list and who holds it; nobody where the paper names none."""

    listed: Listed
    holder: str = ""
    given: bool = False  # 「…に渡す項目」: of this holder alone


def read(builder: Builder, paper: Prose) -> list[Held]:
    """The lists of every part about items, outside the council's own reasons."""
    found: list[Held] = []
    taken: set[int] = set()
    for part in paper.about("items"):
        if any(id(node) in taken for node in part.path):
            continue
        taken.update(id(path[-1]) for path in part.node.walk())
        found.extend(_of_part(builder, part.node))
    return found


def _of_part(builder: Builder, node: Node) -> list[Held]:
    if node.children and _holder_words(head(node)):
        return _of_child(builder, node)
    below = [child for child in node.children if child.children]
    if any(_is_system(head(child)) or _holder_words(head(child)) for child in below):
        for child in node.children:
            if not child.children:
                builder.notes.skip(child.passage, "items_not_read")
        return [held for child in below for held in _of_child(builder, child)]
    groups = [child for child in below if _is_group(child)]
    if groups and len(groups) == len(node.children):
        return [Held(_list(child, head(child))) for child in groups]
    listed = _list(node, head(node))
    if not listed.found.entries:
        text = body(node)
        listed = Listed(
            head(node), items.read(text), text or node.passage, label_printed=node.passage
        )
    return [Held(listed)]


_HELD_BY = re.compile(
    r"^(?P<who>.{2,40}?)(?:(?P<given>に対し|に|へ)、?(?:渡す|引き渡す|提供|送|預け|登録|連携|記録|載せ|保存)"
    r"|(?:で|が|において|により)、?(?:管理|保有|保管|取り?扱|扱|記録|処理|使用|利用|保存))[^、。]{0,16}(?:項目|情報)$"
)


def _holder_words(title: str) -> re.Match[str] | None:
    """Whom a head such as 「…に渡す項目」 or 「…で管理する項目」 names."""
    return _HELD_BY.match(without_brackets(tidy(title)))


def _of_child(builder: Builder, node: Node) -> list[Held]:
    if _is_system(head(node)):
        return _of_system(builder, node)
    words = _holder_words(head(node))
    if words is None:
        return [Held(_list(node, head(node)))]
    label = names.written(words["who"])
    holder = builder.find_holder(label)
    if not holder and _is_system(label):
        holder = builder.holder(label, "system", node.passage.lines()[0], operator=builder.own)
    return [Held(_list(node, head(node)), holder, bool(words["given"]))]


def _is_group(node: Node) -> bool:
    return bool(node.children) and key(without_brackets(head(node))).endswith("項目")


def _is_system(title: str) -> bool:
    return bool(re.search(rules("names")["system"], key(without_brackets(title))))


def _of_system(builder: Builder, node: Node) -> list[Held]:
    label = names.written(without_brackets(head(node)))
    system = builder.holder(label, "system", node.passage.lines()[0], operator=builder.own)
    groups = [child for child in node.children if _is_group(child)]
    if groups:
        return [Held(_list(child, head(child)), system) for child in groups]
    return [Held(_list(node, f"{label}の項目"), system)]


def _list(node: Node, label: str) -> Listed:
    found = ItemList()
    for child in node.children:
        entry = _entry(child, found)
        if entry is not None:
            found.entries.append(entry)
    return Listed(
        tidy(label),
        found,
        node.passage,
        label_printed=node.passage.lines()[0] if node.passage.lines() else node.passage,
    )


def _entry(node: Node, result: ItemList) -> Entry | None:
    made = items.of_node(node, result)
    return made[0] if made else None


def connect(
    builder: Builder, matter: Entity, found: list[Held], partners: list[Partner], ids: list[str]
) -> None:
    """Holders of a list get it; partners get the others by the kind of the matter."""
    relation = matter["kinds"][0]
    relation = relation if relation in ("link", "provide", "entrust") else "entrust"
    outside = [each.holder for each in partners if not each.giver]
    general: list[str] = []
    of_holder: dict[str, list[str]] = {}
    for held in found:
        holders = [held.holder] if held.holder else outside
        entity = lists.write(
            builder, held.listed, matter["id"], holders, set(), lost=False, emphasised=frozenset()
        )
        of_holder.setdefault(held.holder, []).append(entity["id"])
        if not held.given:
            general.append(entity["id"])
        if held.holder and held.holder not in outside:
            _flow(builder, matter, "process", held.holder, [entity["id"]], ids, held.listed.passage)
    for each in partners:
        own = of_holder.get(each.holder, [])
        if each.giver:
            own = own or _by_topic(builder, each, of_holder)
            _flow(
                builder, matter, "reentrust", each.holder, own, ids, each.passage, from_=each.giver
            )
            continue
        written = list(dict.fromkeys([*general, *own]))
        place = found[0].listed.passage if found else each.passage
        _flow(builder, matter, relation, each.holder, written, ids, place)


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


def entrusted(builder: Builder, matter: Entity, ids: list[str]) -> None:
    """A firm that the measures name as the one who serves the system gets what the system holds."""
    named = builder.find_holder("@entrusted")
    if not named or any(named in flow.get("to", []) for flow in builder.list_of("flows")):
        return
    written = [each["id"] for each in builder.list_of("lists")]
    holder = builder.holder_entity(named)
    passage = Passage()
    _flow(builder, matter, "entrust", named, written, ids, passage, holder.get("source", ""))


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
) -> None:
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
    builder.add("flows", flow)
