"""Whom a sentence binds that says: nothing is handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import whom
from nagarezu.importing.draft.claims.whom import Whom, entity
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.closed_parts import Closed
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key


def read(builder: Builder, each: Said, told: Closed, _: str) -> Iterator[Entity]:
    if compiled(rules("claims")["allowed"]).search(each.text) or each.after.startswith("ただし"):
        return
    plain = key(told.who)
    if _FURTHER.search(plain):  # 再受託者が更に: it binds those behind the first hand
        return
    if _SOME.match(plain) or _NUMBER.match(each.text):  # うち2件は, (2)は: told elsewhere which
        return
    everyone = compiled(rules("closed")["everyone"]).search(plain)
    named = parties.find(builder, told.who) if plain and not everyone else ""
    holders = [named] if named and named != builder.own else []
    if not holders and not everyone and _WORK.fullmatch(plain):
        does = whom.by_work(builder, each.matter, told.who)
        if not does:
            return  # 予約受付業務は…: of the work of whom, is not known
        holders = [does]
    if not holders and not plain:
        holders = _of_cell(builder, each)
    matter = "" if everyone else each.matter
    if plain == "乙":  # a clause of the contracts, on whatever sheet it stands
        works = parties.receivers(builder, "", ("entrust",))
        holders, matter = list(dict.fromkeys(id_ for id_, _ in works)), ""
    yield {**entity("depth_at_most", each, Whom(holders, matter)), "limit": 1}


def _of_cell(builder: Builder, each: Said) -> list[str]:
    """委託先 甲社 ／ 期間 … ／ 再委託しない: the one contractor whom the same cell names."""
    cell = key(each.before + each.text)
    works = {id_ for id_, _ in parties.receivers(builder, each.matter, ("entrust", "delegate"))}
    named = [id_ for id_ in works if any(name in cell for name in builder.names_of(id_))]
    return named if len(named) == 1 else []


_NUMBER = re.compile(r"\s*(?:[(（][0-9０-９ア-ンa-z]{1,2}[)）]|[①-⑳])[はもに]")
_SOME = re.compile(r"うち|(?:一部|残り?|[0-9一二三四五]+(?:件|社|者))$")
_FURTHER = re.compile(r"再(?:々)?(?:受託|委託)(?:者|先)|下請")
_WORK = re.compile(
    r"(?!(?:本|当該?|この|その|委託|受託).{0,4}(?:業務|事務|作業)$).{2,}(?:業務|事務|作業)"
)
