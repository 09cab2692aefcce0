"""Which value of a new draft is which of an earlier one, and which entity is which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from nagarezu.reviewing.shape import lists
from nagarezu.reviewing.value import entity_label, place_of
from nagarezu.reviewing.walk import Account, Spot, accounts, spots
from nagarezu.reviewing.words import Labels

Naming = Callable[[Account], Hashable]


class Matching:
    """Pairs of values of two drafts. `unclear` are old values that several new ones could be."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self.old, self.new = list(accounts(old)), list(accounts(new))
        self.pairs: dict[str, Account] = {}
        self.unclear: set[str] = set()
        self._pair(_by_print, several=True)
        self._pair(_by_key_and_print)
        self._pair(_by_print_alone)
        self._same = _same_entities(old, new, self._entities())
        self._pair(_by_place)
        self._pair(_by_key)
        self.unclear -= set(self.pairs)

    def value(self, account: Account) -> Any:
        """The value of an old account in the ids of the new draft; KeyError names a lost id."""
        value, member = account.value, account.member
        if value is None or member is None or member.kind not in ("id", "ids"):
            return value
        if isinstance(value, list):
            return [self._same[member.target, id_] for id_ in value]
        return self._same[member.target, value]

    def entity(self, spot: Spot) -> str | None:
        """The key of the same entity in the new draft, for one with an id."""
        for name, kind in lists().items():
            if kind == spot.kind and (name, spot.content.get("id")) in self._same:
                return f"{name}[{self._same[name, spot.content['id']]}]"
        return None

    def _pair(self, naming: Naming, *, several: bool = False) -> None:
        """Pair what has one name on both sides, in order; several of a name if equally many."""
        taken = {account.key for account in self.pairs.values()}
        theirs = _grouped((a for a in self.new if a.key not in taken), naming)
        for name, mine in _grouped(
            (a for a in self.old if a.key not in self.pairs), naming
        ).items():
            found = theirs.get(name, [])
            if len(found) == len(mine) and (several or len(mine) == 1):
                self.pairs |= {o.key: n for o, n in zip(mine, found, strict=True)}
            elif found:
                self.unclear |= {account.key for account in mine}

    def _entities(self) -> dict[tuple[str, str], str]:
        """Entities with ids whose values are the same: list and old id → new id."""
        names = {kind: name for name, kind in lists().items()}
        same: dict[tuple[str, str], str] = {}
        for account in self.old:
            pair = self.pairs.get(account.key)
            if pair and account.spot.owner is None and "id" in account.spot.content:
                name = names[account.spot.kind]
                same.setdefault((name, account.spot.content["id"]), pair.spot.content["id"])
        return same


def _by_print(account: Account) -> Hashable:
    return (account.spot.kind, account.field, place_of(account), account.provenance.get("printed"))


def _by_key_and_print(account: Account) -> Hashable:
    return (account.key, account.provenance.get("printed"))


def _by_print_alone(account: Account) -> Hashable:
    """Lines move where something is put in above them; a value without print is not sought so."""
    printed = account.provenance.get("printed")
    return (account.spot.kind, account.field, printed) if printed else (account.key, None)


def _by_place(account: Account) -> Hashable:
    return (account.spot.kind, account.field, place_of(account))


def _by_key(account: Account) -> Hashable:
    return account.key


def _grouped(found: Iterable[Account], naming: Naming) -> dict[Hashable, list[Account]]:
    groups: dict[Hashable, list[Account]] = defaultdict(list)
    for account in found:
        groups[naming(account)].append(account)
    return groups


def _same_entities(
    old: Mapping[str, Any], new: Mapping[str, Any], known: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """Add entities of one label to those that are known: of the same id, else the only one."""
    before, after = _named(old), _named(new)
    taken = {(name, id_) for (name, _), id_ in known.items()}
    for (name, label), ids in before.items():
        theirs = [id_ for id_ in after.get((name, label), []) if (name, id_) not in taken]
        for id_ in ids:
            if (name, id_) in known:
                continue
            if id_ in theirs:
                known[name, id_] = id_
            elif len(ids) == len(theirs) == 1:
                known[name, id_] = theirs[0]
    return known


def _named(case: Mapping[str, Any]) -> dict[tuple[str, str], list[str]]:
    """Ids by list and label."""
    labels, found = Labels(case), defaultdict(list)
    names = {kind: name for name, kind in lists().items()}
    for spot in spots(case):
        if spot.owner is None and "id" in spot.content:
            found[names[spot.kind], entity_label(spot, labels)].append(spot.content["id"])
    return found
