"""A list of the letter that an attached paper prints once more under the same title.

It hands nothing to anybody: it is held against the list of the letter (`retold`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.draft.prose.held import Held
from nagarezu.importing.fields.item_entry import Entry
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.rules.characters import key

_LIST = re.compile(r"(?<=.{4})の?(?:一覧表?|リスト|明細)$")  # 提供する項目の一覧


def take(paper: Prose, found: list[Held]) -> list[tuple[Held, Held]]:
    """Take such lists out of what is found: each with the one that it tells again.

    The title has to be that of just one list of the letter and one of the papers, and more than
    half of the items of both the same.
    """
    behind = {id(node) for node in paper.attached.values()}
    titled: dict[str, list[Held]] = {}
    for held in found:
        titled.setdefault(_LIST.sub("", key(held.listed.label)), []).append(held)
    pairs = [each for each in titled.values() if len(each) == len(("letter", "paper"))]
    again = [
        (one, other)
        for one, other in pairs
        if one.within[:1] and other.within[:1]
        if one.within[0] not in behind and other.within[0] in behind and _alike(one, other)
    ]
    taken = {id(other) for _, other in again}
    found[:] = [held for held in found if id(held) not in taken]
    return again


def _alike(one: Held, other: Held) -> bool:
    first, second = ({key(e.label) for e in _leaves(h)} for h in (one, other))
    return 2 * len(first & second) > len(first | second)


def _leaves(held: Held) -> Sequence[Entry]:
    return list(held.listed.found.leaves())


def write(builder: Builder, matter: Entity, again: Sequence[tuple[Held, Held]]) -> None:
    """The list as it is printed there, of nobody, and that it tells the other one again."""
    for first, held in again:
        entity = lists.write(
            builder, held.listed, matter["id"], [], set(), lost=False, emphasised=frozenset()
        )
        source = first.listed.passage.source
        known = [each for each in builder.list_of("lists") if each.get("source") == source]
        holders: list[str] = next(
            (each["holders"] for each in known if each["id"] != entity["id"]), []
        )
        proof = evidence("items", held.listed.passage, rule="list_again", confidence=0.85)
        told: Entity = {"label": short(held.listed.label), "sheet": "other", "holders": holders}
        told["items"] = [entry["item"] for entry in entity["entries"] if entry.get("item")]
        told |= {"source": entity["source"], "provenance": [proof]}
        if holders:
            matter.setdefault("retold", []).append(told)
