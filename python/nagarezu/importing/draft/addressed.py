"""Whom a measure is about: partners that it names, or the head above it, by name or by role.

「甲社に行わせる措置」 reaches the flows to and from 甲社, 「提供先」 those of that relation. What
names nobody applies to its whole matter, and so does a measure of a partner called just 事業者.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key

_SAME = re.compile(r"(?<![一-龥])同(?:社|法人|組合|協会|機構|公社|事業者|団体)")
_SHORTEST = 3  # characters of a name that is looked for within a sentence
# 甲県国民健康保険団体連合会 is called 国民健康保険団体連合会 in the measures
_REGION = re.compile(r"^[^都道府県市区町村]{0,5}[都道府県市区町村](?=.{5,})")


def write(builder: Builder, *, roles: bool = True) -> None:
    """Set `applies_to` of the measures; called when all holders, names and flows are known.

    Without `roles` only names count: a register lists whom a law lets have what, and asks
    measures of contractors alone.
    """
    last: set[str] = set()  # whom 同社 means
    for entity in builder.list_of("safeguards"):
        flows = [f for f in builder.list_of("flows") if f["matter"] == entity["matter"]]
        reader = _Reader(builder, flows, roles=roles)
        named = reader.named(str(entity["label"]))
        if _SAME.search(key(entity["label"])) and len(last) == 1:
            named = named | last
        last = named or last
        reached = reader.reached(entity, named)
        ids = [f["id"] for f in flows if reached & {*f.get("to", []), f.get("from", "")}]
        if ids and len(ids) < len(flows):
            entity["applies_to"] = ids


class _Reader:
    """The partners of one matter, by name and by what they get information by."""

    def __init__(self, builder: Builder, flows: Sequence[Entity], *, roles: bool) -> None:
        self.builder = builder
        self.flows = flows
        self.roles = rules("labels")["measure_roles"] if roles else []
        self._outside = {
            id_
            for flow in flows
            for id_ in flow.get("to", [])
            if builder.holder_entity(id_).get("external")
        }
        self._names = self._called()

    def _called(self) -> list[tuple[str, str]]:
        """The names of the partners, the longest first; short forms that mean one of them."""
        names = {(name, id_) for id_ in self._outside for name in self.builder.names_of(id_)}
        short = {(_REGION.sub("", name), id_) for name, id_ in names}
        owners: dict[str, set[str]] = {}
        for name, id_ in names | short:
            owners.setdefault(name, set()).add(id_)
        names |= {(name, id_) for name, id_ in short if len(owners[name]) == 1}
        return sorted(names, key=lambda each: (-len(each[0]), each))

    def reached(self, entity: Entity, named: set[str]) -> set[str]:
        """Holders; empty for all. What a partner does as 再委託先 is no less a measure for all."""
        heads = self.builder.heads.get(str(entity["id"]), ())
        if entity["party"] == "own":
            return named or self.by_role([str(entity["label"])])
        for head in reversed(heads):
            found = self.named(head)
            if found:
                return found | named
            found = self.by_role([head])
            if found:
                return named or found
        return named

    def named(self, text: str) -> set[str]:
        """Partners whose name stands in the words; the longest name where one holds another."""
        plain, found = key(text), set()
        for name, id_ in self._names:
            if len(name) >= _SHORTEST and name in plain and not self._is_role(name):
                plain = plain.replace(name, " ")
                found.add(id_)
        return found

    def _is_role(self, name: str) -> bool:
        return any(re.fullmatch(rule["words"], name) for rule in rules("labels")["measure_roles"])

    def by_role(self, heads: Iterable[str]) -> set[str]:
        """All partners of the relations that the words name: 委託先, 提供先."""
        relations = {
            relation
            for head in heads
            for rule in self.roles
            if re.search(rule["words"], key(head))
            for relation in rule["relations"]
        }
        return {
            id_
            for flow in self.flows
            if flow["relation"] in relations
            for id_ in flow.get("to", [])
            if id_ in self._outside
        }
