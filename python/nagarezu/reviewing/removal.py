"""Takes whole entities out of a draft, and with them what names them, where that may be.

A member that would then state something else (a safeguard that applied to one flow would apply to
all) keeps the entity from going.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from nagarezu.reviewing.shape import OPENS, lists
from nagarezu.reviewing.walk import Content, Pointer, Spot, pointers, spots


class Removal(NamedTuple):
    """Members that named what has gone and no longer do, and members that still need it."""

    withdrawn: tuple[str, ...]
    needed: tuple[str, ...]


def referring(case_json: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the members that name an entity (`flows[f1].subjects`), in the order of the file.

    `key` is that of an entity or of a value in it; KeyError if there is none.
    """
    found = {spot.key: spot for spot in spots(case_json)}
    spot = found.get(key) or found.get(key.rpartition(".")[0])
    if spot is None:
        raise KeyError(key)
    gone = _names([spot])
    return tuple(p.key for p in pointers(case_json) if _lost(p, gone) and not _in(p.spot, [spot]))


def remove(case: Content, gone: Sequence[Spot]) -> Removal:
    """Take the entities out of `case`, which changes, with their parts."""
    names = _names(gone)
    naming = [p for p in pointers(case) if _lost(p, names) and not _in(p.spot, gone)]
    for spot in gone:
        spot.siblings[:] = [each for each in spot.siblings if each is not spot.content]
    if any(spot.kind == "clause" for spot in gone):  # the same number may stand in several matters
        left = {str(clause.get("number")) for clause in case.get("clauses") or ()}
        names -= {("clauses", number) for number in left}
        naming = [p for p in naming if _lost(p, names)]
    needed = [pointer.key for pointer in naming if not _withdraw(pointer, names)]
    withdrawn = [pointer.key for pointer in naming if pointer.key not in needed]
    return Removal(tuple(withdrawn), tuple(needed))


def _names(gone: Iterable[Spot]) -> set[tuple[str, str]]:
    """List and id of each entity that others can name."""
    of = {kind: name for name, kind in lists().items()}
    return {
        (of[spot.kind], str(spot.content.get("id", spot.content.get("number"))))
        for spot in gone
        if spot.owner is None and ("id" in spot.content or "number" in spot.content)
    }


def _lost(pointer: Pointer, gone: set[tuple[str, str]]) -> list[Any]:
    return [each for each in pointer.named if (pointer.member.target, str(each)) in gone]


def _in(spot: Spot, gone: Sequence[Spot]) -> bool:
    """Whether the entity, or what holds it, goes itself."""
    held: Spot | None = spot
    while held is not None:
        if any(held.content is each.content for each in gone):
            return True
        held = held.owner
    return False


def _withdraw(pointer: Pointer, gone: set[tuple[str, str]]) -> bool:
    """Take what has gone out of a member; False if the member needs it."""
    spot, member = pointer.spot, pointer.member
    lost = _lost(pointer, gone)
    left = [each for each in pointer.named if each not in lost]
    if not left and member.unknown is None:
        return False
    if left:
        spot.content[member.name] = left
        return True
    spot.content.pop(member.name)
    if opens := OPENS.get((spot.kind, member.name)):
        spot.content[opens] = True
    return True
