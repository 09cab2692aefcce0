"""Collects what a document says about handing over, and writes it to the matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft import flow_channels, parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.handover import columns as steps
from nagarezu.importing.draft.handover import elsewhere, further, rows_alone
from nagarezu.importing.draft.handover.elsewhere import CARRIED
from nagarezu.importing.draft.handover.names import FIRST, Names
from nagarezu.importing.draft.handover.places import by_matter, texts
from nagarezu.importing.draft.handover.sentences import Sentences
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.draft.handover.tables import Tables
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.carriers import LINES
from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, without_brackets

_MOST = 4_000  # rows; a table of so many has no ways of its own
_SHORTEST = 3  # characters of what is handed over, for a partner who is known by it


def write(builder: Builder, rows: Sequence[Row], *, in_force: bool = False) -> None:
    """Add the statements to the matters that they are about.

    `in_force`: what the document tells as being done is what it lays down.
    """
    titled = [each for each in builder.list_of("matters") if each.get("title")]  # no paper behind
    matters = {str(each["id"]): each for each in titled}
    if not matters or len(rows) > _MOST:
        return
    names = Names(builder, rows)
    placed = list(by_matter(builder, rows))
    found = [each for each in _statements(builder, names, rows, placed, in_force) if each.way.words]
    found = [each for each in found if not (each.back and _came(each, found))]
    found.extend(each for each in _rows_of_media(builder) if not _known(each, found))
    found = [each for each in found if not each.links or _other_line(each, found)]
    found = [_excepting(each, found) for each in found]
    found = [each for each in found if not further.has_it(builder, each, found)]
    found = [_left_over(builder, names, each, found, placed) for each in found]
    found.extend(rows_alone.read(names, matters, found))
    unread = [
        each.partner
        for each in found
        if each.listed and elsewhere.unread(names, each, found, placed)
    ]
    found = [replace(each, only=each.only and each.partner not in unread) for each in found]
    closed = [each for each in found if each.only or each.drawn]
    for each in found:
        partner, matter = each.partner, each.matter
        if not partner and not each.listed:
            partner, matter = _by_what(each, closed)
            partner = partner or _to_whom(each, closed)
        if not partner and not each.only and each.way.thing in ("", "paper"):
            continue  # with anybody: persons ask in writing, staff work online
        if not (partner or each.listed or each.only) and _of_another(each, found, closed):
            continue
        stated = replace(each, partner=partner, matter=matter)
        if partner == builder.own:
            continue
        if stated.listed and (
            stated.way.thing == "any"
            or _asked_of_flow(builder, stated)
            or elsewhere.told(names, stated, placed, found)
        ):
            continue
        if stated.listed:
            stated = replace(stated, partner=partner or _of_some(names, stated, closed))
        if not (stated.only or stated.listed or stated.drawn) and _read_before(stated, closed):
            continue
        for id_ in _matters(names, stated, matters):
            _add(matters[id_], names, stated)
    flow_channels.on_paper(builder)


def _excepting(stated: Statement, found: Sequence[Statement]) -> Statement:
    """受渡しは回線により行う。紙の申込書は職員が運ぶ。: both together name all the ways."""
    among = any(
        each.only and each.passage is stated.passage and each.partner == stated.partner
        for each in found
    )
    if among and not (stated.only or stated.listed or stated.links):
        return replace(stated, only=True)
    with_somebody = any(  # 原版はDVD-Rで持参する: by one of several, behind what is said of all
        each.passage is stated.passage
        and not (each.partner or each.only or each.listed)
        and each.way.thing
        and (each.way.thing != "paper" or each.printed == stated.printed)
        for each in found
    )
    return replace(stated, only=False) if stated.only and with_somebody else stated


def _statements(
    builder: Builder,
    names: Names,
    rows: Sequence[Row],
    placed: Sequence[tuple[str, Row]],
    in_force: bool,
) -> Iterator[Statement]:
    """All statements of a document, tables first, for they say who is who."""
    tables = Tables(names)
    columns = list(tables.with_heads(rows, {str(row.place): matter for matter, row in placed}))
    yield from columns
    of_each: set[str] = set()  # where a cell tells of the one of several partners it stands below
    for matter, row in placed:
        stated = list(tables.read(matter, row))
        yield from stated
        if len({each.partner for each in stated}) > 1:
            of_each.update(each.passage.source for each in stated)
    for matter, printed, value in builder.fields:  # of a column, whose label stands above
        yield from tables.field(matter, printed, value)
    yield from _ticked(builder)
    yield from steps.told(names, placed)
    sentences = Sentences(names, in_force=in_force)
    concerned = _to_persons(rows)
    for matter, label, cell, beside in texts(placed):
        if not label and beside and _names_field(cell.text):
            continue
        told = sentences.read(matter, cell, label, beside)
        yield from (
            each
            for each in told
            if each.passage.source not in of_each
            and not _of_columns(each, columns)
            and not concerned & set(each.passage.source.split())
            and (each.direction or not tables.issued & set(each.passage.source.split()))
        )


_PERSONS = re.compile(r"(?:本人|者|世帯主?|[市区町村住]民|児童|生徒|保護者|家族)$")
_NO_PERSONS = re.compile(r"事業者|業者|受[託任注]者|管理者|担当者")


def _to_persons(rows: Sequence[Row]) -> set[str]:
    """Where a table of who hands what to whom tells what the persons themselves get, or give."""
    found: set[str] = set()
    for each in (row for table in handed.tables(rows, ways=True) for row in table):
        ends = [key(without_brackets(each.get(name).text)) for name in ("giver", "taker")]
        persons = [end for end in ends if _PERSONS.search(end) and not _NO_PERSONS.search(end)]
        if all(ends) and persons:
            found.update(each.source.split())
    return found


_FIELD = re.compile(r"[^。、]{2,30}(?:媒体|方法|手段|経路|形態)")


def _names_field(text: str) -> bool:
    """Whether a cell is only the label of those beside it: 委託先に渡す情報の記録媒体."""
    return bool(_FIELD.fullmatch(key(text)))


def _of_columns(stated: Statement, columns: Sequence[Statement]) -> bool:
    """Whether it is the row of a table that names its ends, read as words that name none."""
    places = set(stated.passage.source.split())
    return not stated.direction and any(
        each.direction
        and each.partner == stated.partner
        and each.way.words == stated.way.words
        and places <= set(each.passage.source.split())
        for each in columns
    )


def _came(stated: Statement, found: Sequence[Statement]) -> bool:
    """Whether what comes back is not carried, or is what another place hands over."""
    thing = stated.way.thing
    return thing in ("", "paper") or any(
        each.way.thing == thing and not (each.back or each.listed)
        for each in found
        if each.direction == "send" or each.partner == stated.partner
    )


def _known(row: Statement, found: Sequence[Statement]) -> bool:
    """Whether the row of media was read as one that lists this already."""
    return any(
        each.listed and each.matter == row.matter and each.way.thing == row.way.thing
        for each in found
    )


def _rows_of_media(builder: Builder) -> Iterator[Statement]:
    """What the sheet of a matter with one partner lists, however its row is printed."""
    for matter in builder.list_of("matters"):
        given = parties.receivers(builder, str(matter["id"]), FIRST)
        partner = given[0][0] if len({id_ for id_, _ in given}) == 1 else ""
        for row in matter.get("media", []) if partner else ():
            way = by_what.of_phrase(str(row.get("label", "")))
            if way.thing in CARRIED and not way.line:
                yield Statement(
                    partner,
                    "",
                    "",
                    way,
                    Passage(str(row["label"])),
                    str(matter["id"]),
                    listed=True,
                    printed=str(row["label"]),
                    source=str(row.get("source", "")),
                )


def _ticked(builder: Builder) -> Iterator[Statement]:
    """The ways that a form ticks for one flow."""
    for flow in builder.list_of("flows"):
        proof = next(
            (
                p
                for p in flow.get("provenance", [])
                if p["field"] == "media" and p["rule"] == "told_way"
            ),
            None,
        )
        ways = [by_what.of_phrase(str(each["label"])) for each in flow.get("media", [])]
        if proof is None or not all(way.words for way in ways) or len(flow.get("to", [])) != 1:
            continue
        for way in ways:
            yield Statement(
                str(flow["to"][0]),
                "" if flow["id"] in builder.both_ways else "send",
                "",
                way,
                Passage(str(proof["printed"])),
                str(flow.get("matter", "")),
                only=True,
                printed=str(proof["printed"]),
                source=proof["source"],
            )


def _by_what(stated: Statement, closed: Sequence[Statement]) -> tuple[str, str]:
    """Whose handover it is, as far as what is handed over says so: 宛名データ is only 甲社's."""
    what = key(stated.what)
    partners = {
        each.partner for each in closed if len(what) >= _SHORTEST and what in key(each.what)
    }
    return (partners.pop() if len(partners) == 1 else ""), stated.matter


def _to_whom(stated: Statement, closed: Sequence[Statement]) -> str:
    """A disk that is sent to nobody in particular: the only one to whom anything is carried."""
    if stated.way.line or stated.way.thing in ("", "any", "paper") or not stated.way.carried:
        return ""
    if stated.direction == "receive" or stated.only:
        return ""
    carried = {
        each.partner
        for each in closed
        if each.partner and each.direction == "send" and each.way.thing not in ("", "paper")
    }
    return carried.pop() if len(carried) == 1 else ""


def _of_another(stated: Statement, found: Sequence[Statement], closed: Sequence[Statement]) -> bool:
    """Whether it may be with a partner of whom no table says all ways, as one does of others."""
    told = {each.partner for each in closed if each.matter == stated.matter and each.partner}
    alike = (
        each.partner
        for each in found
        if each.matter == stated.matter and each.partner and each.way.thing == stated.way.thing
    )
    return bool(told) and any(partner not in told for partner in alike)


def _other_line(link: Statement, found: Sequence[Statement]) -> bool:
    """Whether another place tells by what line it goes; else a line that stands tells nothing."""
    return any(
        each.way.line and each.partner == link.partner and each.passage is not link.passage
        for each in found
    )


def _read_before(stated: Statement, closed: Sequence[Statement]) -> bool:
    """Whether the cell of a table that states a way was read once more as a sentence."""
    places, words = set(stated.passage.source.split()), set(stated.way.words)
    return "。" not in stated.printed and any(
        places & set(each.passage.source.split()) and words <= set(each.way.words)
        for each in closed
    )


def _asked_of_flow(builder: Builder, stated: Statement) -> bool:
    """Whether a flow has these media and a line beside them: its own rule asks of that."""
    places = set((stated.source or stated.passage.source).split())
    return any(
        proof["field"] == "media" and places & set(str(proof.get("source", "")).split())
        for flow in builder.list_of("flows")
        if flow.get("channel", {}).get("kind") in LINES
        for proof in flow.get("provenance", [])
    )


def _of_some(names: Names, row: Statement, closed: Sequence[Statement]) -> str:
    """The one of several partners of whom no way is told: a medium of the row may go to him."""
    told = {each.partner for each in closed if each.matter == row.matter}
    told = {"" if names.is_label(each) else each for each in told}
    others = names.all_of(row.matter, alike=True) if row.matter else []
    left = [each for each in others if each not in told]
    return left[0] if left and told and "" not in told else ""


_FEWEST = 2  # sentences that tell how something goes to a partner


def _left_over(
    builder: Builder,
    names: Names,
    ticked: Statement,
    found: Sequence[Statement],
    placed: Sequence[tuple[str, Row]],
) -> Statement:
    """［○］専用線［○］USBメモリ, where all that is told goes by the line: the stick has no use."""
    if not (ticked.only and ticked.source and ticked.partner and ticked.way.thing in CARRIED):
        return ticked
    with_him = [each for each in found if each.partner == ticked.partner and each is not ticked]
    row = {each.way for each in with_him if each.source == ticked.source}
    told = [x for x in with_him if x.source != ticked.source and x.direction != "receive"]
    listed = replace(ticked, only=False, listed=True)
    used = {tuple(each.way.words) for each in told} == {tuple(way.words) for way in row}
    several = len({each.passage.source for each in told}) >= _FEWEST
    open_ = not any(each.only or each.listed for each in told)
    if not (used and several and open_) or _asked_of_flow(builder, listed):
        return ticked
    return ticked if elsewhere.told(names, listed, placed, found) else listed


def _matters(names: Names, stated: Statement, matters: dict[str, Entity]) -> list[str]:
    if stated.matter in matters and not _behind(names, stated):
        return [stated.matter]
    found = (
        [each for each in names.matters(stated.partner) if each in matters]
        if stated.partner
        else []
    )
    # Who is in none of them is compared with himself only, so any will do.
    anyhow = len(matters) == 1 or bool(stated.partner)
    return found or ([next(iter(matters))] if anyhow else [])


def _behind(names: Names, stated: Statement) -> bool:
    """Whether a row behind the sheets or cards is about the partner of another one."""
    of_matters = names.matters(stated.partner) if stated.partner else []
    return bool(of_matters) and stated.matter not in of_matters


def _add(matter: Entity, names: Names, stated: Statement) -> None:
    entity: Entity = {
        "partner": names.label(stated.partner),
        "direction": stated.direction,
        "label": stated.what,
        "ways": stated.way.words,
        "only": stated.only,
        "listed": stated.listed,
        "source": stated.source or stated.passage.source,
    }
    entity = {name: value for name, value in entity.items() if value not in ("", False)}
    proof = evidence(
        "ways", stated.passage, stated.way.label, "handed_over", 0.8, printed=stated.printed
    )
    if stated.source:
        proof["source"] = stated.source
    entity["provenance"] = [proof]
    held: list[Entity] = matter.setdefault("handovers", [])
    if all(_same(each, entity) is False for each in held):
        held.append(entity)


def _same(one: Entity, other: Entity) -> bool:
    return all(
        one.get(name) == other.get(name)
        for name in ("partner", "direction", "label", "ways", "only", "listed", "source")
    )
