"""What a register says of itself: only these items, nobody identified, no re-entrustment."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.register_flows import Told
from nagarezu.importing.fields import names
from nagarezu.importing.form import register_labels as labels
from nagarezu.importing.form.register_file import File
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy

_AND = re.compile(r"及び|並びに|と(?=[^と]{1,20}$)")
_RELATION = (("提供", "provide"), ("委託", "entrust"), ("利用", "transfer"))


def write(
    builder: Builder, file: File, told: Told, matter: Entity, groups: list[tuple[str, str]]
) -> None:
    """Claims and the scope of one file; `groups` are labels and ids of its persons."""
    flows = [*labels.FLOWS, *filter(None, labels.FLOWS.values())]
    for name in dict.fromkeys(("remarks", "detail", "summary", "purpose", *flows)):
        for line in file.get(name).lines():
            for sentence in re.split(r"(?<=。)", tidy(line.text)):
                _only(builder, sentence, line, matter)
                _only_to(builder, sentence, line, matter)
                if re.search(rules("registers")["nobody_identified"], fold(sentence)):
                    _add(builder, "never", sentence, line, matter, holders=[builder.own])
    if told.no_reentrust:
        limit = {"limit": 1}
        forbidden = re.search("禁止|不可|認めない", told.no_reentrust.text)
        label = "再委託の禁止" if forbidden else "再委託なし"
        _add(builder, "depth_at_most", label, told.no_reentrust, matter, **limit)
    _scope(builder, file, matter, groups)


def _only(builder: Builder, sentence: str, line: Passage, matter: Entity) -> None:
    plain = fold(sentence)
    match = re.search(rules("registers")["only_items"], plain)
    if match:
        way = next(relation for word, relation in _RELATION if word in match["way"])
        flows = [each for each in builder.list_of("flows") if each.get("matter") == matter["id"]]
        to = [id_ for each in flows if each["relation"] == way for id_ in each["to"]]
    else:
        match = re.search(rules("registers")["only_named"], plain)
        holder = builder.find_holder(match["name"]) if match else ""
        to = [holder] if holder else []
    if not match or not to:
        return
    words = sentence[slice(*match.span("items"))]
    labels = [
        piece.strip("、 ")
        for part in outside_brackets(words, "、，,")
        for piece in _AND.split(part)
        if piece.strip("、 ")
    ]
    ids = [builder.find_item(label) for label in labels]
    if all(ids) and ids:
        items = list(dict.fromkeys(ids))
        _add(builder, "only", sentence, line, matter, holders=list(dict.fromkeys(to)), items=items)


def _only_to(builder: Builder, sentence: str, line: Passage, matter: Entity) -> None:
    """甲のみに提供する: the others that the file names would get nothing."""
    match = re.search(rules("registers")["only_holder"], fold(sentence))
    if match is None:
        return
    named = sentence[slice(*match.span("name"))]
    holder = builder.find_holder(names.written(re.sub(r"^.*[、]", "", named))) if named else ""
    flows = [each for each in builder.list_of("flows") if each.get("matter") == matter["id"]]
    given = [id_ for each in flows if each["relation"] == "provide" for id_ in each["to"]]
    if holder not in given:
        return
    others = [id_ for id_ in dict.fromkeys(given) if id_ != holder]
    lists = [each for each in builder.list_of("lists") if each["matter"] == matter["id"]]
    items = [entry["item"] for each in lists for entry in each["entries"] if entry.get("item")]
    if others and items:
        unique = list(dict.fromkeys(items))
        _add(builder, "never", sentence, line, matter, holders=others, items=unique)


def _add(
    builder: Builder,
    kind: str,
    label: str,
    passage: Passage,
    matter: Entity,
    **members: object,
) -> None:
    if kind == "never" and "items" not in members:
        members["classes"] = list(rules("claims")["identifying"])
    number = builder.count_up("claim")
    claim: Entity = {
        "id": builder.fresh(f"c{number}"),
        "kind": kind,
        "label": label.strip(),
        "matter": matter["id"],
        **members,
        "source": passage.source,
    }
    claim["provenance"] = [evidence("kind", passage, kind, "register_claim", 0.8)]
    builder.add("claims", claim)


def _scope(builder: Builder, file: File, matter: Entity, groups: list[tuple[str, str]]) -> None:
    """Everybody is recorded, and the purpose speaks of some: what is a part of whom."""
    purpose = file.get("purpose")
    narrow = re.search(rules("registers")["narrow"], fold(tidy(purpose.text)))
    wide = [id_ for label, id_ in groups if re.search(rules("registers")["everybody"], key(label))]
    if not narrow or not wide:
        return
    text = tidy(purpose.text)
    entity: Entity = {
        "label": text,
        "matter": matter["id"],
        "concerns": text[slice(*narrow.span("group"))],
        "part_of": wide,
        "source": purpose.source,
        "provenance": [evidence("label", purpose, text, "label")],
    }
    builder.add("purposes", entity)
