"""A group of persons as the case format has it."""

from __future__ import annotations

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields.counts import Count
from nagarezu.importing.fields.subjects import Group, without_place
from nagarezu.importing.passage import Passage, bounded
from nagarezu.importing.rules.characters import key


def write(builder: Builder, group: Group, id_: str) -> Entity:
    """A group with its fullest name, all its names and its counts."""
    entity: Entity = {"id": builder.fresh(id_), "label": _fullest(group)}
    counts = [_count(count, passage) for count, passage in group.counts]
    if counts:
        entity["counts"] = counts
    places = dict.fromkeys(each for _, named in group.names for each in named.source.split())
    if places:
        entity["source"] = bounded(" ".join(places))
    entity["provenance"] = [
        evidence(
            "label",
            passage,
            entity["label"],
            "as_printed" if label == entity["label"] else "same_core",
            0.95 if label == entity["label"] else 0.8,
            printed=label,
        )
        for label, passage in _distinct(group.names)
    ]
    return entity


def _fullest(group: Group) -> str:
    """The first name, or a later one that says the same and more: 新宿区に…を有する者."""
    label = group.label
    for name, _ in group.names:
        placed = without_place(name) == key(label)  # 本市の被保険者 says no more
        if len(name) > len(label) and key(label) in key(name) and not placed:
            label = name
    return label


def _distinct(names: list[tuple[str, Passage]]) -> list[tuple[str, Passage]]:
    seen: dict[str, tuple[str, Passage]] = {}
    for label, passage in names:
        seen.setdefault(label, (label, passage))
    return list(seen.values())


def _count(count: Count, passage: Passage) -> Entity:
    entity: Entity = {}
    if count.value is not None:
        entity["value"] = count.value
    entity["unit"] = count.unit
    if count.as_of:
        entity["as_of"] = count.as_of
    entity["bound"] = count.bound
    entity["printed"] = count.printed
    entity["source"] = passage.source
    reason = "" if count.near is None else "印字された数は上下どちらの限界でもない"
    normalised = str(count.value if count.value is not None else count.near)
    entity["provenance"] = [
        evidence(
            "value", passage, normalised, count.rule, 0.95, printed=count.printed, reason=reason
        )
    ]
    return entity
