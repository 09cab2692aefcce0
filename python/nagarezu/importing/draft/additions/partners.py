"""Flows to partners that 【追加】 or a sentence says are new: 新たに甲社に委託する."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made


def write(builder: Builder, made: Sequence[Made], found: Sequence[Sheet]) -> None:
    """新たに開院する病院を委託先に加える: some are new, and maybe it is not told which."""
    for one in made:
        new = [name for name in one.ends.partners if name.added] if one.ends else []
        added = {builder.organisation(name) for name in new}
        _mark(builder, added, one.id)
        if one.ends and len(new) < len(one.ends.partners):
            builder.newcomers |= added
    for sheet in found:
        for entry in sheet.entries:
            for told in compiled(rules("additions")["joins"]).finditer(entry.value.text):
                _mark_told(builder, key(told.group()))


def _outside(builder: Builder, matter: str = "") -> list[Entity]:
    return [flow for flow in builder.of_matter("flows", matter) if flow["relation"] != "process"]


def _mark(builder: Builder, holders: set[str], matter: str) -> None:
    for flow in _outside(builder, matter):
        if holders & {flow["from"], *flow["to"]}:
            flow["change"] = "added"


def _mark_told(builder: Builder, sentence: str) -> None:
    """The flows to whom the sentence names are new; it is unknown which are if it names nobody."""
    tail = compiled(rules("additions")["latest"]).split(sentence)[-1]
    for told in dict.fromkeys((tail, sentence)):
        named = [flow for flow in _outside(builder) if _is_named(builder, flow, told)]
        if named:
            break
    for flow in named or _outside(builder):
        flow.setdefault("change", "added" if named else "unknown")


def _is_named(builder: Builder, flow: Entity, sentence: str) -> bool:
    ids = [id_ for id_ in (flow["from"], *flow["to"]) if id_ != builder.own]
    names = [name for id_ in ids for name in builder.names_of(id_)]
    return any(name in sentence for name in names if len(name) > 2)
