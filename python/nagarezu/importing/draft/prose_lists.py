"""Item lists of numbered prose: by system, by group, with the flows that carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields import items, names
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.form.prose import Prose, body, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets


@dataclass(slots=True)
class Held:
    """A list and the system that holds it; no system where the paper names none."""

    listed: Listed
    system: str = ""


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
    systems = [child for child in node.children if child.children and _is_system(head(child))]
    if systems:
        return [held for child in systems for held in _of_system(builder, child)]
    groups = [
        child
        for child in node.children
        if child.children and key(without_brackets(head(child))).endswith("項目")
    ]
    if groups and len(groups) == len(node.children):
        return [Held(_list(child, head(child))) for child in groups]
    listed = _list(node, head(node))
    if not listed.found.entries:
        text = body(node)
        listed = Listed(
            head(node), items.read(text), text or node.passage, label_printed=node.passage
        )
    return [Held(listed)]


def _is_system(title: str) -> bool:
    return bool(re.search(rules("names")["system"], key(without_brackets(title))))


def _of_system(builder: Builder, node: Node) -> list[Held]:
    label = names.written(without_brackets(head(node)))
    system = builder.holder(label, "system", node.passage.lines()[0], operator=builder.own)
    groups = [
        child
        for child in node.children
        if child.children and key(without_brackets(head(child))).endswith("項目")
    ]
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
    builder: Builder, matter: Entity, found: list[Held], partners: list[names.Name], ids: list[str]
) -> None:
    """Systems hold their lists; partners get them by the kind of the matter."""
    relation = matter["kinds"][0]
    relation = relation if relation in ("link", "provide", "entrust", "reentrust") else "entrust"
    outside = [builder.organisation(name) for name in partners]
    written: list[str] = []
    for held in found:
        holders = [held.system] if held.system else outside
        entity = lists.write(
            builder, held.listed, matter["id"], holders, set(), lost=False, emphasised=frozenset()
        )
        written.append(entity["id"])
        if held.system:
            _flow(builder, matter, "process", held.system, [entity["id"]], ids, held.listed.passage)
    for id_ in outside:
        _flow(
            builder,
            matter,
            relation,
            id_,
            written,
            ids,
            found[0].listed.passage if found else partners[0].passage,
        )


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
) -> None:
    number = len(builder.list_of("flows")) + 1
    flow: Entity = {
        "id": builder.fresh(f"f{number}"),
        "matter": matter["id"],
        "from": builder.own,
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
