"""Builder: entities of a case file in the making, each value with its provenance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from nagarezu.importing.fields.concepts import Meaning, meaning
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reading import Alternative, Evidence, Notes
from nagarezu.importing.passage import LONGEST_SOURCE, Passage, bounded, sources
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import blurred, fold, key

Entity = dict[str, Any]
_TOLD_APART = 6  # characters of a name of which a swapped one makes no other name


def evidence(
    member: str,
    passage: Passage,
    normalised: str = "",
    rule: str = "as_printed",
    confidence: float = 0.95,
    *,
    printed: str | None = None,
    alternatives: Sequence[Alternative] = (),
    reason: str = "",
) -> Entity:
    """An element of `provenance`; nothing read by a rule is confirmed."""
    text = passage.text if printed is None else printed
    return written(
        Evidence(
            member, passage, text, normalised or text, rule, confidence, tuple(alternatives), reason
        )
    )


def written(found: Evidence) -> Entity:
    entry: Entity = {"field": found.member}
    if found.passage.source:
        entry["source"] = found.passage.source
    entry["printed"] = short(found.printed)
    entry["normalised"] = short(found.normalised)
    entry["rule"] = found.rule
    entry["confidence"] = found.confidence
    entry["review"] = "unreviewed"
    if found.alternatives:
        entry["alternatives"] = [
            {"value": each.value, "confidence": each.confidence} for each in found.alternatives
        ]
    if found.reason:
        entry["reason"] = found.reason
    return entry


_LONGEST = 4000  # characters of a printed value; the place says where the rest stands


def short(text: str) -> str:
    """A printed text that a case file can hold."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


class Builder:
    """Collects what a document states. Ids are those of the vocabulary, else numbered by order."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.content: dict[str, Any] = {}
        self.own = ""  # id of the holder that puts the case
        self._items: dict[tuple[str, str], Entity] = {}
        self._holders: dict[str, Entity] = {}
        self._by_matter: dict[str, tuple[dict[str, list[Entity]], int]] = {}
        self._names: dict[str, str] = {}  # key of a label or short form → holder id
        self._blurred: dict[tuple[str, str], str] = {}  # kind, blurred key of a label → holder id
        self.groups: dict[str, list[str]] = {}  # key of a name for several → their ids
        self._ids: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self.heads: dict[str, tuple[str, ...]] = {}  # id of a measure → the heads it stands below
        self.left_to_papers: list[tuple[str, Passage]] = []  # matter, label of its partner's field
        self.newcomers: set[str] = set()  # partners that are new beside others that are not
        self.blocks: dict[str, list[str]] = {}  # place → the partners of whose block it is a row
        self.parts: dict[str, list[str]] = {}  # place → the parties of whose part of prose it is
        self.works: dict[str, str] = {}  # partner → the work that his block of a form tells of
        self.given: dict[str, set[str]] = {}  # holder → the items that a table gives him
        self.registered: dict[str, str] = {}  # key of the number of a file → its matter
        self.both_ways: set[str] = set()  # flows whose ticked ways are those there and back
        self.cited_by_name: list[tuple[Entity, str]] = []  # a citation of 措置7, by its whole name
        self.later_files: list[Any] = []  # of an assessment, each with its places
        self.file = ""  # the one file that an assessment is about
        self.begins: dict[str, str] = {}  # places in front of its title at which a matter begins
        self.sections: set[str] = set()  # what the paper says to be in charge: 企業局水道料金課
        self.paragraphs: tuple[Any, ...] | None = None  # of all rows, as `said` puts them together
        self.wrapped: list[tuple[str, Passage]] = []  # matter, value that stands on several lines
        self.fields: list[
            tuple[str, Passage, Passage]
        ] = []  # matter, label, value of ways and media
        self._places: dict[str, set[str]] = {}  # id of an item or holder → where it was seen

    def list_of(self, kind: str) -> list[Entity]:
        found: list[Entity] = self.content.setdefault(kind, [])
        return found

    def of_matter(self, kind: str, matter: str) -> list[Entity]:
        """The entities of one matter, or all; a register has thousands, so they are indexed."""
        everything = self.list_of(kind)
        if not matter:
            return everything
        found, done = self._by_matter.setdefault(kind, ({}, 0))
        for entity in everything[done:]:
            found.setdefault(str(entity.get("matter", "")), []).append(entity)
        self._by_matter[kind] = (found, len(everything))
        return found.get(matter, [])

    def matter_called(self, printed: str) -> str:
        """The matter of the file that goes by this number or title; empty if none does."""
        name = key(printed)
        found = self.registered.get(name, "") if name else ""
        titled = (str(m["id"]) for m in self.list_of("matters") if key(m.get("title", "")) == name)
        return found or (next(titled, "") if name else "")

    def add(self, kind: str, entity: Entity) -> Entity:
        if entity.get("source") == "":  # a head with nothing below it has no place of its own
            del entity["source"]
        self.list_of(kind).append(entity)
        return entity

    def count_up(self, what: str) -> int:
        """1, 2, 3 … for each kind of thing that is numbered."""
        self._numbers[what] += 1
        return self._numbers[what]

    def fresh(self, wanted: str) -> str:
        """The wanted id, or the next free one after it."""
        base = compiled(r"[^a-z0-9_-]").sub("", wanted.lower())[:56] or "x"
        found, number = base, 1
        while found in self._ids:
            number += 1
            found = f"{base}-{number}"
        self._ids.add(found)
        return found

    # holders

    def holder(
        self,
        label: str,
        kind: str,
        passage: Passage,
        *,
        id_: str = "",
        rule: str = "as_printed",
        printed: str | None = None,
        **more: Any,
    ) -> str:
        """The id of the holder of this name; a new one if it was not named before."""
        known = self.find_holder(label) or self._misread(label, kind, passage)
        if known:
            self._seen(self._holders[known], passage)
            return known
        entity: Entity = {
            "id": self.fresh(id_ or f"h{len(self._holders) + 1}"),
            "label": label,
            "kind": kind,
        }
        entity.update(
            {name: value for name, value in more.items() if value not in (None, "", [], False)}
        )
        self._seen(entity, passage)
        if passage:
            proof = evidence("label", passage, label, rule, printed=printed)
            entity["provenance"] = [proof]
        self._holders[entity["id"]] = entity
        self._names[key(label)] = entity["id"]
        self._blurred.setdefault((kind, blurred(label)), entity["id"])
        self.add("holders", entity)
        return str(entity["id"])

    def _misread(self, label: str, kind: str, passage: Passage) -> str:
        """ハマ二測量 is ハマニ測量: a swapped letter makes nobody new, but is asked about."""
        known = self._blurred.get((kind, blurred(label)), "")
        if len(label) < _TOLD_APART or not known:
            return ""
        offered = Alternative(self._holders[known]["label"], 0.9)
        self.notes.ask(passage, "look_alike_word", (offered,))
        self._names[key(label)] = known
        return known

    def alias(self, short: str, id_: str) -> None:
        """Another name of a holder within the document: 以下「機構」という."""
        if short:
            self._names.setdefault(key(short), id_)

    def find_holder(self, label: str) -> str:
        return self._names.get(key(label), "")

    def holder_entity(self, id_: str) -> Entity:
        return self._holders[id_]

    def has_flow_to(self, ids: Sequence[str], relations: Sequence[str]) -> bool:
        """Whether a flow of these relations that was written before goes to one of the holders."""
        return any(
            set(ids) & set(flow.get("to", [])) and flow["relation"] in relations
            for flow in self.list_of("flows")
        )

    def note_block(self, cell: Passage, partners: list[str]) -> None:
        """That a cell stands in the block of these partners.

        A place may be a page, on which several blocks stand: then the words tell the cells apart.
        """
        for name in _names_of_cell(cell):
            known = self.blocks.get(name, [])
            self.blocks[name] = list(dict.fromkeys([*known, *partners]))

    def of_block(self, cell: Passage) -> list[str]:
        """The one partner in whose block a cell stands; none if that is not known."""
        named = (self.blocks.get(name, []) for name in _names_of_cell(cell))
        return next((found for found in named if len(found) == 1), [])

    def of_part(self, passage: Passage) -> list[str]:
        """The parties of whose part of a paper in prose a passage is, several together."""
        found = [self.parts.get(str(place), []) for place in passage.places]
        return found[0] if found and all(each == found[0] for each in found) else []

    def names(self) -> list[tuple[str, str]]:
        """Keys of all names of holders, each with the id."""
        return list(self._names.items())

    def names_of(self, id_: str) -> list[str]:
        return [name for name, holder in self._names.items() if holder == id_]

    def organisation(self, name: Name) -> str:
        """A partner as a holder outside, or a section of the own side."""
        if name.section:
            return self.holder(
                name.label,
                "section",
                name.passage,
                id_=name.vocabulary_id,
                operator=self.own,
                rule=name.rule,
                printed=name.printed,
            )
        id_ = self.holder(
            name.label,
            "organisation",
            name.passage,
            id_=name.vocabulary_id,
            rule=name.rule,
            printed=name.printed,
            tier=name.tier,
            external=True,
            certifications=list(name.certifications),
            open_class=name.open_class,
        )
        entity = self._holders[id_]
        held = entity.get("certifications", [])
        held.extend(each for each in name.certifications if each not in held)
        if held:
            entity["certifications"] = held
        self.alias(name.short, id_)
        return id_

    def _seen(self, entity: Entity, passage: Passage) -> None:
        """Places are only added: a table names one holder in thousands of rows."""
        if entity["id"] not in self._places:
            self._places[entity["id"]] = set(entity.get("source", "").split())
        known = self._places[entity["id"]]
        new = [each for each in passage.source.split() if each not in known]
        held = entity.get("source", "")
        if new and len(held) < LONGEST_SOURCE:
            known.update(new)
            entity["source"] = bounded(" ".join([*filter(None, [held]), *new]))

    # items

    def item(self, label: str, passage: Passage, printed: str, rule: str) -> str:
        """The id of the item of this label; one label of one role is one item."""
        what = meaning(label)
        place = (key(label), what.role)
        if place not in self._items:
            entity: Entity = {
                "id": self.fresh(_item_id(label, what, len(self._items) + 1)),
                "label": label,
            }
            entity.update(_item_members(what))
            proof = evidence("label", passage, label, rule, 0.97, printed=printed)
            entity["provenance"] = [proof]
            if what.words:
                words = "・".join(what.words)
                entity["provenance"].append(
                    evidence(
                        "classes",
                        passage,
                        " ".join(what.classes),
                        what.rule,
                        0.9 if what.rule == "vocabulary" else 0.75,
                        printed=words,
                    )
                )
            else:
                self.notes.skip(passage, "item_not_understood", label)
            self._items[place] = entity
            self.add("items", entity)
        entity = self._items[place]
        self._seen(entity, passage)
        return str(entity["id"])

    def find_item(self, label: str) -> str:
        plain = key(label)
        for (known, _), entity in self._items.items():
            if known == plain:
                return str(entity["id"])
        for (known, _), entity in self._items.items():
            if compiled(r"\(.*\)").sub("", known) == plain:
                return str(entity["id"])
        return ""


def merged(places: str, more: str) -> str:
    """Places in the order of their first mention, each once."""
    return bounded(" ".join(dict.fromkeys([*places.split(), *more.split()])))


def _item_id(label: str, what: Meaning, number: int) -> str:
    ascii_label = compiled(r"[^a-z0-9]").sub("", fold(label).lower())
    return what.concept or (
        f"i{number}" if len(ascii_label) < 3 else f"i{number}-{ascii_label[:20]}"
    )


def _item_members(what: Meaning) -> Entity:
    members: Entity = {}
    if what.concept:
        members["concept"] = what.concept
    if what.role:
        members["role"] = what.role
    if what.classes:
        members["classes"] = list(what.classes)
    if what.statutory:
        members["sensitivity"] = ["statutory"]
    elif what.treated:
        members["sensitivity"] = ["treated"]
    return members


__all__ = ["Builder", "Entity", "evidence", "merged", "short", "sources", "written"]


_PAGE = re.compile(r":p\d+$")


def _names_of_cell(cell: Passage) -> list[str]:
    """What tells a cell from others: its places, of which a page needs the words as well."""
    plain = key(cell.text)
    return [f"{place} {plain}" if _PAGE.search(place) else place for place in cell.source.split()]
