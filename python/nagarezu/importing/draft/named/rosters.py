"""A list that says it names all who get something, and passes one of them over.

提供先の全てを掲げる一覧, 委託先一覧, or 情報を提供する者は、甲及び乙の2者である: whoever gets
something in the same way and is not in it, or is in it and gets nothing, was forgotten in one of
two places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.named.strangers import body_names, claim
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_ROLES = (
    (r"再委託(?:先|事業者)", ("reentrust",)),
    (r"委託(?:先|事業者)|受託(?:者|事業者)", ("entrust", "delegate")),
    (r"提供(?:先|する(?:者|相手))|情報の?提供を受ける者", ("provide",)),
    (r"移転先|移転する課", ("transfer",)),
    (r"(?:取り?扱う|処理する)(?:者|事業者|団体|機関)", ("entrust", "delegate", "reentrust")),
)
_MARK = r"[ ]*(?:[(]?[0-9ア-ン]{1,2}[). ]|[①-⑳・第])?[0-9]{0,2}[ ]*"
_HEAD = re.compile(
    rf"^{_MARK}(?:別[紙表添][0-9]*[ ]*)?(?P<role>[^。、]{{2,24}}?)"
    r"(?:の(?:全て|すべて)を掲げる|の)?(?:一覧表?|名簿)(?:[(][^()]*[)])?$"
)
_SO_MANY = re.compile("の[2-9二三四五六七八九](?:者|社|機関|団体|法人|課)")  # a part of _TOLD
_TOLD = re.compile(
    r"(?:^|[。、はの])(?P<role>[^。、はの]{3,24}?)は、?(?P<names>[^。は]{4,160}?)"
    r"の[2-9二三四五六七八九](?:者|社|機関|団体|法人|課)(?:である|です|が全て|に限)"
)
_ALL = re.compile("全て|すべて|全部")
# 主な移転先を示す。全ての移転先は別紙1のとおり: the list says what the rest does not
_SOME = re.compile(
    "主な(?:再?委託先|提供先|移転先|相手)|(?:全て|すべて|その他)の(?:再?委託|提供|移転)先は"
)
_MOST = 3_000  # rows; a table of so many is no paper
_SHORTEST = 3  # characters of a name that is looked for
_LONGEST = 12  # lines of such a list


@dataclass(frozen=True, slots=True)
class Roster:
    """Whom a list names, by what they get something, of which matter, and where it stands."""

    relations: tuple[str, ...]
    matter: str
    holders: frozenset[str]
    others: tuple[str, ...]  # bodies that are no holders
    place: Passage


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Say of each such list who is not in it; called when all holders are known."""
    if len(rows) > _MOST or not builder.list_of("flows"):
        return
    if any(_SOME.search(row.text) for row in rows):
        return
    for roster in _rosters(builder, rows):
        given = _receiving(builder, roster)
        others = [*roster.others, *_spoken_of(builder, roster, given)]
        missing = [id_ for id_ in given if id_ not in roster.holders]
        missing = missing or _only_there(builder, roster, given)
        if not roster.holders & set(given) or len(missing) + len(others) != 1:
            continue
        if others:
            claim(builder, roster.place, others[0], roster.matter)
        else:
            _passed_over(builder, roster, missing[0])


def _rosters(builder: Builder, rows: Sequence[Row]) -> Iterator[Roster]:
    placed = list(said.placed(builder, rows))
    for at, (matter, row) in enumerate(placed):
        text = fold(row.text)
        head = _HEAD.match(text) if len(row.filled) == 1 else None
        relations = _relations(head["role"]) if head else ()
        below = list(_entries(builder, [row for _, row in placed[at + 1 :]])) if relations else []
        if len(below) > 1 or (below and _ALL.search(text)):
            yield _roster(builder, relations, matter, joined(below))
        for cell in row.filled if _SO_MANY.search(text) else ():
            for told in _TOLD.finditer(fold(cell.text)):
                if relations := _relations(told["role"]):
                    yield _roster(builder, relations, matter, cell.part(*told.span("names")))


def _relations(role: str) -> tuple[str, ...]:
    plain = key(role)
    return next((found for words, found in _ROLES if compiled(words).search(plain)), ())


def _entries(builder: Builder, rows: Sequence[Row]) -> Iterator[Passage]:
    """The lines below the head that are one name each."""
    for row in rows[:_LONGEST]:
        holders, others = _named(builder, row.text)
        if "。" in row.text or len(holders) + len(others) != 1:
            return
        yield row.whole


def _roster(builder: Builder, relations: tuple[str, ...], matter: str, place: Passage) -> Roster:
    return Roster(relations, matter, *_named(builder, place.text), place)


def _named(builder: Builder, text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The holders of a text, and the other bodies that it names."""
    plain, found = key(text), set()
    for name, id_ in sorted(builder.names(), key=lambda each: -len(each[0])):
        if len(name) >= _SHORTEST and id_ != builder.own and name in plain:
            plain = plain.replace(name, " ")
            found.add(id_)
    return frozenset(found), tuple(dict.fromkeys(body_names(plain)))


def _receiving(builder: Builder, roster: Roster) -> list[str]:
    """Those who get something in one of the relations, in the matter of the list."""
    flows = builder.of_matter("flows", roster.matter) if roster.matter else builder.list_of("flows")
    found = (i for f in flows if f["relation"] in roster.relations for i in f.get("to", []))
    return [id_ for id_ in dict.fromkeys(map(str, found)) if id_ != builder.own]


def _spoken_of(builder: Builder, roster: Roster, given: Sequence[str]) -> list[str]:
    """The names of those outside in the list who get nothing, and of whom nobody has asked yet."""
    asked = {
        str(id_)
        for each in builder.list_of("claims")
        if each["kind"] == "includes" and not each.get("items")
        for id_ in each.get("holders", [])
    }
    found = (builder.holder_entity(id_) for id_ in sorted(roster.holders - set(given) - asked))
    return [str(each["label"]) for each in found if each.get("external")]


def _only_there(builder: Builder, roster: Roster, given: Sequence[str]) -> list[str]:
    """Whom the list alone names, though another place says of its others what they get."""
    here = set(roster.place.source.split())
    flows = [f for f in builder.list_of("flows") if f["relation"] in roster.relations]
    elsewhere = {
        str(id_)
        for flow in flows
        if not set(str(flow.get("source", "")).split()) <= here
        for id_ in flow.get("to", [])
    }
    here_alone = roster.holders & set(given) - elsewhere
    return sorted(here_alone) if roster.holders & elsewhere else []


def _passed_over(builder: Builder, roster: Roster, odd: str) -> None:
    """Where the one stands who is in one place only, and where the others of its relation do.

    Who stands as none of them does gets nothing, by what the list says.
    """
    flows = builder.list_of("flows")
    flow = next(f for f in flows if odd in f.get("to", []))
    matter, relation = str(flow.get("matter", "")), flow["relation"]
    alike = {i for f in flows if f["relation"] == relation for i in f["to"]} - {odd}
    if not alike & roster.holders:
        _denied(builder, roster, odd, matter)
        return
    here = {"sheet": "matter", "matter": matter, "source": str(flow.get("source", ""))}
    builder.holder_entity(odd)["mentions"] = [here]
    there = {"sheet": "overview", "matter": matter, "source": roster.place.source}
    for id_ in sorted(alike & roster.holders):
        builder.holder_entity(id_).setdefault("mentions", []).append(dict(there))


def _denied(builder: Builder, roster: Roster, odd: str, matter: str) -> None:
    proof = evidence("kind", roster.place, "only", "roster", 0.7)
    made: Entity = {"id": builder.fresh(f"c{builder.count_up('claim')}"), "kind": "only"}
    made |= {"label": tidy(roster.place.text)[:200], "holders": [odd], "matter": matter}
    builder.add("claims", {**made, "source": roster.place.source, "provenance": [proof]})
