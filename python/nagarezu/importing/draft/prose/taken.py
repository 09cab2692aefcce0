"""Groups of a list that one system takes from another: 甲システムから取り込む項目."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.rules.characters import key

_WHOSE = re.compile(r"^[^、。]{1,16}(?:者|人|方|本人|世帯主|児童|生徒)の(?=..)")


def of_group(builder: Builder, written: Entity, group: str, source: str) -> tuple[list[str], str]:
    """The items of a group as its source calls them, and the place of the group."""
    entries = written["entries"]
    head = next((each for each in entries if key(each["label"]) == key(group)), None)
    if head is None:
        return [], ""
    there = {
        str(entry["item"])
        for each in builder.list_of("lists")
        for entry in each["entries"]
        if source in each.get("holders", []) and "item" in entry
    }
    below = (each for each in entries if each["position"].startswith(f"{head['position']}."))
    items = dict.fromkeys(_as_there(builder, each, there) for each in below if "item" in each)
    return list(items), str(head["source"])


def _as_there(builder: Builder, entry: Entity, there: set[str]) -> str:
    """予約をした者の番号 as the source calls it, if that has just 番号."""
    bare = builder.find_item(_WHOSE.sub("", entry["label"]))
    return bare if bare in there else str(entry["item"])
