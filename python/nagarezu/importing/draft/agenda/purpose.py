"""The purpose of an agenda paper, and the narrower group that it speaks of."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_PART = re.compile(
    r"(?P<whole>[^、。]{2,24}?)(?:のうち、?|の中で)(?P<part>[^、。]{2,40}?(?:者|人|世帯|子ども|児童|住民))"
)
_FIRST = 6  # characters by which the name of a group is known again


def write(builder: Builder, overview: Sheet | None, groups: Groups, ids: list[str]) -> None:
    """The purpose, what it concerns, and of which groups of the paper that is but a part."""
    entry = overview.get("purpose") if overview is not None else None
    if entry is None or not entry.value:
        return
    purpose: Entity = {"label": tidy(entry.value.text), "source": entry.value.source}
    part = _part(entry.value.text)
    if part:
        whole = key(part["whole"])
        purpose["concerns"] = tidy(part.group())
        known = [
            id_
            for group, id_ in zip(groups.groups, ids, strict=True)
            if any(key(name)[:_FIRST] in whole for name, _ in group.names)
        ]
        if known:
            purpose["part_of"] = known
    purpose["provenance"] = [evidence("label", entry.value, purpose["label"], entry.label.rule)]
    builder.add("purposes", purpose)


def _part(text: str) -> re.Match[str] | None:
    """被保険者のうち未申告者: the whole and its part; what brackets explain aside."""
    plain = compiled(r"[(（][^()（）]*[)）]").sub("", tidy(text))
    return _PART.search(fold(plain))
