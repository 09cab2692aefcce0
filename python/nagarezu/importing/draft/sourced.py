"""What the source of a flow holds, so that an item which is sent and not held is seen.

A document that lists what is recorded and what is handed on says of both the same in other words:
氏名 and 受給者の氏名, 年齢 and 生年月日. Only an item without any such counterpart is none that is
held. A list most of which has none is not drawn from the records at all: nothing follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from nagarezu.importing.draft import drawn
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key

_SENDS = frozenset({"provide", "transfer", "entrust", "delegate", "reentrust", "link"})
_WORKS = frozenset({"entrust", "delegate", "reentrust"})  # the partner may collect something itself
_FEWEST = 2  # items of a list that must be held before the others are compared
_SLIPS = 4  # one item of so many may be missing; of more, the list has another source
_SHORTEST = 2  # characters of a name that may stand within another


def close(builder: Builder, rows: Sequence[Row] = ()) -> None:
    """Say for each source on the own side what it holds, as far as the lists tell.

    What others send they hold by themselves, whatever the own side sends them.
    """
    flows, lists = _by_matter(builder, "flows"), _by_matter(builder, "lists")
    sources = drawn.lists(builder, rows)
    for matter in builder.list_of("matters"):
        one = _Matter(builder, flows.get(matter["id"], []), lists.get(matter["id"], []), sources)
        one.others()
        one.close()


def _by_matter(builder: Builder, kind: str) -> dict[str, list[Entity]]:
    """Entities of a kind by their matter, of which a register has thousands."""
    found: dict[str, list[Entity]] = {}
    for each in builder.list_of(kind):
        found.setdefault(str(each.get("matter", "")), []).append(each)
    return found


class _Matter:
    """The lists of one matter: what is recorded or received, and what is sent of it."""

    def __init__(
        self,
        builder: Builder,
        flows: list[Entity],
        lists: list[Entity],
        sources: Mapping[str, str],
    ) -> None:
        self.builder, self.sources = builder, sources
        self.flows = flows
        received = {
            each
            for flow in self.flows
            if flow["relation"] == "process"
            or (self._own(set(flow.get("to", []))) and not self._own({flow.get("from", "")}))
            for each in flow.get("lists", [])
        }
        self.lists = {each["id"]: each for each in lists}
        self.records = [
            each
            for each in self.lists.values()
            if each["id"] in received or self._own(set(each.get("holders", [])))
        ]
        if not self.records and (named := {sources[id_] for id_ in self.lists if id_ in sources}):
            # the records from which its lists are drawn stand in another matter
            self.records = [
                each for each in builder.list_of("lists") if named & set(each.get("holders", []))
            ]
        self.holders = {id_ for each in self.records for id_ in each.get("holders", [])}

    def _own(self, ids: set[str]) -> bool:
        """Whether one of them is the own side or a system that it runs."""
        return any(
            id_ == self.builder.own
            or (
                bool(id_)
                and (holder := self.builder.holder_entity(id_)).get("operator") == self.builder.own
                and holder["kind"] in ("system", "terminal")
            )
            for id_ in ids
        )

    def others(self) -> None:
        """Whoever sends to the own side creates what he sends."""
        for flow in self.flows:
            start = str(flow.get("from", ""))
            subjects, sent = flow.get("subjects", []), flow.get("lists", [])
            inward = self._own(set(flow.get("to", []))) and not self._own({start})
            if start and subjects and sent and inward:
                creates = self.builder.holder_entity(start).setdefault("creates", [])
                creates.append({"subjects": list(subjects), "lists": list(sent)})

    def close(self) -> None:
        """Compare what is sent with the records, if these are said to be whole."""
        if not self.records or any(each.get("open") for each in self.records):
            return
        if any(_PARTIAL.search(each["label"]) for each in self.records):
            return
        held = [entry for each in self.records for entry in each["entries"]]
        known = {each["id"] for each in self.records}
        for flow in self.flows:
            start = str(flow.get("from", ""))
            sent = [id_ for id_ in flow.get("lists", []) if id_ in self.lists and id_ not in known]
            if sent and flow["relation"] in _SENDS and self._own({start}):
                entries = [entry for id_ in sent for entry in _items(self.lists[id_])]
                whole = all(self.sources.get(id_, "") in self.holders for id_ in sent)
                self._compare(flow, start, entries, held, whole=whole)

    def _compare(
        self, flow: Entity, start: str, sent: list[Entity], held: list[Entity], *, whole: bool
    ) -> None:
        """`whole` says that all that is sent is said to be drawn from the records."""
        missing = [entry for entry in sent if not any(_same(entry, each) for each in held)]
        slips = missing if is_slip(len(missing), len(sent)) else []
        if flow["relation"] in _WORKS and not whole:
            slips = [entry for entry in slips if entry["label"] in rules("items")["plain"]]
        more = [entry["item"] for entry in sent if entry not in slips]
        exact = {entry.get("item") for entry in held}
        self._creates(flow, start, [id_ for id_ in more if id_ not in exact], closed=bool(slips))

    def _creates(self, flow: Entity, start: str, more: list[str], *, closed: bool) -> None:
        """Items that are held under another name; and, of an open source, the records instead."""
        creates: list[Entity] = self.builder.holder_entity(start).setdefault("creates", [])
        subjects = list(flow.get("subjects", []))
        here = [each for each in creates if set(each.get("subjects", [])) & set(subjects)]
        if closed and here and start == self.builder.own:
            closing = [each for each in here if each.pop("open", False)]
            for each in closing:
                each["lists"] = [record["id"] for record in self.records]
            more = [*more, *(self._elsewhere(start, subjects) if closing else [])]
        if more and subjects and not any(each.get("open") for each in here):
            into = next((each for each in here if set(each["subjects"]) == set(subjects)), None)
            if into is None:
                into = {"subjects": subjects}
                creates.append(into)
            into["items"] = list(dict.fromkeys([*into.get("items", []), *more]))
        if not creates:
            del self.builder.holder_entity(start)["creates"]

    def _elsewhere(self, start: str, subjects: list[str]) -> list[str]:
        """What is sent of the same persons in other matters, of whose source nothing is said."""
        here = {id(each) for each in self.flows}
        lists = {each["id"]: each for each in self.builder.list_of("lists")}
        return [
            entry["item"]
            for flow in self.builder.list_of("flows")
            if flow.get("from") == start and id(flow) not in here
            if set(flow.get("subjects", [])) & set(subjects)
            for id_ in flow.get("lists", [])
            if id_ in lists and lists[id_] not in self.records
            for entry in _items(lists[id_])
        ]


_PARTIAL = re.compile("新たに|追加|主な|変更")


def _items(entity: Entity) -> list[Entity]:
    return [entry for entry in entity["entries"] if entry.get("item")]


def is_slip(missing: int, number: int) -> bool:
    held = number - missing
    return missing > 0 and held >= _FEWEST and missing <= max(1, number // _SLIPS)


def held(label: str, entries: Iterable[Entity]) -> str:
    """The item of the records that a printed name may mean; empty if there is none.

    What comes into being only on sending is the item of no record.
    """
    if made_on_sending(label):
        return ""
    sent = {"item": "", "label": label}
    return next((str(each["item"]) for each in entries if _same(sent, each)), "")


def _same(sent: Entity, held: Entity) -> bool:
    """Whether an item that is sent may be one that is held, in other words or as part of it."""
    if sent["item"] == held.get("item"):
        return True
    one, other = _plain(sent["label"]), _plain(held["label"])
    short, long = sorted((one, other), key=len)
    if not short or (len(short) >= _SHORTEST and short in long):
        return True
    return made_on_sending(one) or any(
        re.search(rule["sent"], one) and re.search(rule["held"], other)
        for rule in rules("items")["held_as"]
    )


def made_on_sending(label: str) -> bool:
    """Whether it comes into being only when something is sent: 送付年月日."""
    return bool(_made().search(_plain(label)))


@cache
def _made() -> re.Pattern[str]:
    return re.compile(rules("items")["made_on_sending"])


def _plain(label: str) -> str:
    return re.sub(r"[のをはが・]|に(?:係る|関する)|\(.*?\)", "", key(fold(label)))
