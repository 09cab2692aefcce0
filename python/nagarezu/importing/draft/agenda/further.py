"""Firms to whom the content of a sheet says that a line of work is entrusted further.

Where a paper has a row for those further on, whoever stands in the content alone is missed there:
2 車椅子の点検（丙工房に再委託）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.fields import names
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key

_TOLD = re.compile(
    r"[(（](?P<who>[^()（）、。\n]{4,40}?)(?:に|へ)再(?:々)?委託(?:する|します)?[。]?[)）]"
)
_ELSEWHERE = re.compile(r"別[紙添表]|資料|未定|予定|選定|決定|参照|のとおり")


def write(builder: Builder, made: Sequence[Made]) -> None:
    """Flows of further entrusting that only the content of a sheet tells."""
    if not any(name.tier > 1 for one in made for name in one.partners):
        return
    for one in made:
        first = [builder.organisation(name) for name in one.partners if name.tier == 1]
        row = one.sheet.get(*(f"{kind}_partner" for kind in KINDS))
        if len(first) != 1 or row is None or _ELSEWHERE.search(row.value.text):
            continue
        known = {builder.organisation(name) for name in one.partners}
        for who, passage in _told(one):
            id_ = builder.find_holder(who) or builder.holder(
                who, "organisation", passage, tier=2, external=True, rule="told_further"
            )
            if id_ not in known:
                known.add(id_)
                _flow(builder, one, first[0], id_, passage)


def _told(one: Made) -> Iterator[tuple[str, Passage]]:
    proper = compiled(rules("names")["proper"])
    for entry in one.sheet.entries:
        for line in entry.value.lines() if entry.label.field.endswith("_content") else ():
            for match in _TOLD.finditer(line.text):
                if proper.search(key(match["who"])):
                    yield names.written(match["who"]), line.part(*match.span())


def _flow(builder: Builder, one: Made, giver: str, taker: str, passage: Passage) -> None:
    flow: Entity = {
        "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
        "matter": one.id,
        "from": giver,
        "to": [taker],
        "relation": "reentrust",
        "open": True,
        "open_subjects": True,
        "source": passage.source,
        "provenance": [evidence("to", passage, taker, "told_further", 0.85)],
    }
    builder.add("flows", flow)
