"""Flows of a matter: from the own side to systems and partners, with lists, channel and media."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.flow_channels import channels
from nagarezu.importing.draft.flow_ways import Way, both_ways, directed, direction
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.fields.names import Name
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made


@dataclass(slots=True)
class Ends:
    """Where the flows of a matter end."""

    systems: list[str]
    partners: list[Name]


def flows(
    builder: Builder,
    made: Made,
    found: Sequence[Listed],
    ids: list[str],
    unresolved: set[str],
    *,
    lost: bool,
    emphasised: frozenset[str],
) -> None:
    """Write the lists of a matter and the flows that carry them."""
    ways = _ways(builder, made, found)
    if not ways:
        if found:
            builder.notes.skip(made.sheet.title, "no_recipient")
        for listed in found:  # what is handed over is known, only not to whom
            if made.undecided or listed.found.entries:
                lists.write(
                    builder, listed, made.id, [], unresolved, lost=lost, emphasised=emphasised
                )
        return
    for listed in found:
        mine = _below_same_head(builder, made, listed, _ways_of(builder, listed, ways, found))
        holders = list(dict.fromkeys(id_ for way in mine for id_ in way.to if id_ != builder.own))
        written = lists.write(
            builder, listed, made.id, holders, unresolved, lost=lost, emphasised=emphasised
        )
        for way in mine:
            _gathers(builder, way, [ids[number] for number in dict.fromkeys(listed.subjects)])
            _write(
                builder,
                made,
                way,
                [str(written["id"])] if way.stated else [],
                [ids[number] for number in dict.fromkeys(listed.subjects)],
                listed.passage,
            )
    if not found:
        builder.notes.skip(made.sheet.title, "no_item_list")
        for way in ways:
            _write(builder, made, way, [], [], way.name)


def _gathers(builder: Builder, way: Way, subjects: list[str]) -> None:
    """Who sends over a link has information of its own; what all, the paper does not say."""
    if way.relation == "link" and way.start != builder.own and subjects:
        made = {"subjects": subjects, "open": True}
        creates = builder.holder_entity(way.start).setdefault("creates", [])
        if made not in creates:
            creates.append(made)


def _ways(builder: Builder, made: Made, found: Sequence[Listed]) -> list[Way]:
    ways: list[Way] = []
    ends = made.ends or Ends([], [])
    title = made.sheet.title
    if "process" in made.kinds or (ends.systems and not ends.partners):
        ways.extend(Way("process", builder.own, [id_], title) for id_ in ends.systems)
    first = [name for name in ends.partners if name.tier == 1]
    second = [name for name in ends.partners if name.tier == 2]
    if second:
        start = _entruster(builder, made, first)
        ids = [builder.organisation(name) for name in first]
        told = made.sheet.reentrusts and builder.has_flow_to(ids, ("delegate", "entrust"))
        again = {listed.kind == "reentrust" for listed in found}
        known = told or True in again
        ways.append(
            Way(
                "reentrust",
                start,
                [builder.organisation(name) for name in second],
                second[0].passage,
                stated=known or not first,
            )
        )
        if known and again != {True, False}:  # what the partner gets stands on another sheet
            return ways
    return [*_first_ways(builder, made, first), *ways]


def _first_ways(builder: Builder, made: Made, first: list[Name]) -> list[Way]:
    """The ways to those to whom the own side itself hands over."""
    ways: list[Way] = []
    relation = next(
        (kind for kind in ("link", "delegate", "entrust", "transfer") if kind in made.kinds),
        "provide",
    )
    if relation == "link":
        both = both_ways(made)
        for name in first:
            id_ = builder.organisation(name)
            ways.append(Way("link", builder.own, [id_], name.passage))
            if both:
                ways.append(Way("link", id_, [builder.own], name.passage))
    elif relation == "provide" and any(name.section for name in first):
        inside = [name for name in first if name.section]  # 提供先　税務課: within the own side
        outside = [name for name in first if not name.section]
        for to, names in (("transfer", inside), ("provide", outside)):
            ids = [builder.organisation(name) for name in names]
            ways.extend([Way(to, builder.own, ids, names[0].passage)] if ids else [])
    elif len({name.system for name in first}) > 1:
        ways.extend(
            Way(relation, builder.own, [builder.organisation(name)], name.passage) for name in first
        )
    elif first:
        ways.append(
            Way(
                relation,
                builder.own,
                [builder.organisation(name) for name in first],
                first[0].passage,
            )
        )
    return ways


def _entruster(builder: Builder, made: Made, first: list[Name]) -> str:
    if first:
        return builder.organisation(first[0])
    outside = [
        entity["id"]
        for entity in builder.list_of("holders")
        if entity.get("tier") == 1 and entity["kind"] == "organisation"
    ]
    if len(outside) == 1:
        return str(outside[0])
    builder.notes.ask(made.sheet.title, "who_reentrusts")
    return builder.own


def _ways_of(
    builder: Builder, listed: Listed, ways: list[Way], found: Sequence[Listed]
) -> list[Way]:
    """A list whose heading names a partner belongs to it; else every list goes every way.

    Where a sheet lists what is re-entrusted apart, each list goes the ways of its own field.
    """
    if listed.heading and (towards := direction(builder, listed.heading, ways)):
        ways = directed(builder, ways, towards)
    if {each.kind == "reentrust" for each in found} == {True, False}:
        again = listed.kind == "reentrust"
        of_field = [way for way in ways if (way.relation == "reentrust") == again]
        ways = of_field or ways
    if len(found) < 2 or not listed.heading:
        return ways
    plain = key(listed.heading)
    named = [
        way
        for way in ways
        if any(
            name in plain
            for id_ in (*way.to, way.start)
            if id_ != builder.own
            for name in builder.names_of(id_)
        )
    ]
    if named:
        return [_narrowed(builder, way, plain) for way in named]
    others = [key(other.heading) for other in found if other is not listed]
    free = [
        way
        for way in ways
        if not any(
            name in plain_other
            for plain_other in others
            for id_ in (*way.to, way.start)
            if id_ != builder.own
            for name in builder.names_of(id_)
        )
    ]
    return free or ways


_AND = re.compile("及び|並びに|、|・")


def _below_same_head(builder: Builder, made: Made, listed: Listed, ways: list[Way]) -> list[Way]:
    """Only to those who are named below the same head as the list: 【検針】甲社, 【検針】氏名.

    A list may stand for several: 【検針及び徴収】.
    """
    ends = made.ends.partners if made.ends and listed.heading else []
    heads = {key(each) for each in [listed.heading, *_AND.split(listed.heading)] if each}
    same = {builder.organisation(name) for name in ends if key(name.heading) in heads}
    to = [(way, [id_ for id_ in way.to if id_ in same]) for way in ways]
    return [replace(way, to=ids) for way, ids in to if ids] or ways


def _narrowed(builder: Builder, way: Way, heading: str) -> Way:
    """The way to those of its holders only whom a heading names, if it names any of them."""
    to = [id_ for id_ in way.to if any(name in heading for name in builder.names_of(id_))]
    return replace(way, to=to) if to else way


def _write(
    builder: Builder,
    made: Made,
    way: Way,
    list_ids: list[str],
    subject_ids: list[str],
    passage: Passage,
) -> None:
    media = [
        {"kind": row["kind"], "label": row["label"]}
        for row in made.entity.get("media", [])
        if way.relation != "process" and _of_way(row, way, made)
    ]
    named: list[Carrier | None] = [*channels(made, way)]
    for channel in named or [None]:
        number = len(builder.list_of("flows")) + 1
        entity: Entity = {
            "id": builder.fresh(f"f{number}"),
            "matter": made.id,
            "from": way.start,
            "to": way.to,
            "relation": way.relation,
        }
        if list_ids:
            entity["lists"] = list_ids
        else:
            entity["open"] = True
        if subject_ids:
            entity["subjects"] = subject_ids
        else:
            entity["open_subjects"] = True
        if channel is not None:
            entity["channel"] = {"kind": channel.kind, "label": channel.label}
        if media:
            entity["media"] = media
        if made.entity.get("emphasis_lost"):
            entity["change"] = "unknown"
        entity["source"] = " ".join(
            dict.fromkeys([*passage.source.split(), *way.name.source.split()])
        )
        entity["provenance"] = [
            evidence(
                "to",
                way.name,
                " ".join(way.to),
                "partner_row" if way.relation != "process" else "computer_row",
            )
        ]
        builder.add("flows", entity)


def _of_way(row: Entity, way: Way, made: Made) -> bool:
    """A medium that names the system of another partner is not on this way."""
    named = set(row.get("systems", []))
    of_partners = [
        (set(each["holders"]), set(each.get("systems", [])))
        for each in made.entity.get("partners", [])
    ]
    mine = (
        set().union(*[systems for holders, systems in of_partners if holders & set(way.to)])
        if of_partners
        else set()
    )
    others = (
        set().union(*[systems for holders, systems in of_partners if not holders & set(way.to)])
        if of_partners
        else set()
    )
    return not (named and named & others and not named & mine)
