"""Where the values of a case stand: every entity with its key, its parts behind it.

The key of an entity is `flows[f1]`, or `dates[2]` where the format gives no ids, and of a part
`subjects[s1].counts[1]`; that of a value ends in the member: `flows[f1].channel`. Positions count
from 1. A second account of the same member ends in `~2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nagarezu.reviewing.shape import Member, lists, members

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """An entity: its key, its kind, what the file says of it, and the list that holds it."""

    key: str
    kind: str
    content: Content
    siblings: list[Content]
    owner: Spot | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How one value was read: the entity, the provenance of the value, and its member if known."""

    key: str
    spot: Spot
    provenance: Content
    member: Member | None

    @property
    def field(self) -> str:
        return str(self.provenance.get("field", ""))

    @property
    def value(self) -> Any:
        """The value as the file states it, by its absence too; None: unknown."""
        value = self.spot.content.get(self.field)
        return self.member.default if value is None and self.member else value


def spots(case: Mapping[str, Any]) -> Iterator[Spot]:
    """Yield every entity that can carry provenance, in the order of the file."""
    for name, kind in lists().items():
        yield from _within(case, name, kind, "", None)


def _within(
    holder: Mapping[str, Any], name: str, kind: str, prefix: str, owner: Spot | None
) -> Iterator[Spot]:
    siblings = holder.get(name) or []
    inner = [m for m in members(kind).values() if m.kind == "entities" and m.name != "provenance"]
    for position, content in enumerate(siblings, 1):
        spot = Spot(
            f"{prefix}{name}[{content.get('id', position)}]", kind, content, siblings, owner
        )
        yield spot
        for member in inner:
            yield from _within(content, member.name, member.entity, f"{spot.key}.", spot)


def accounts(case: Mapping[str, Any]) -> Iterator[Account]:
    """Yield every value that says how it was read, in the order of the file."""
    for spot in spots(case):
        seen: Counter[str] = Counter()
        for provenance in spot.content.get("provenance") or ():
            field = str(provenance.get("field", ""))
            seen[field] += 1
            again = f"~{seen[field]}" if seen[field] > 1 else ""
            member = members(spot.kind).get(field)
            yield Account(f"{spot.key}.{field}{again}", spot, provenance, member)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A member of an entity that names another one."""

    spot: Spot
    member: Member

    @property
    def key(self) -> str:
        return f"{self.spot.key}.{self.member.name}"

    @property
    def named(self) -> list[Any]:
        """What it names, several or one."""
        value = self.spot.content.get(self.member.name)
        if value is None:
            return []
        return list(value) if isinstance(value, list) else [value]


def pointers(case: Mapping[str, Any]) -> Iterator[Pointer]:
    """Yield every member that names other entities."""
    for spot in spots(case):
        for member in members(spot.kind).values():
            if member.target and member.name in spot.content:
                yield Pointer(spot, member)
