"""A table of all partners, 別紙2　相手方一覧: the row of the partners of the matter.

Whoever takes part and does not stand in it was forgotten there, or does not take part. A table
counts as that of all only where it has every sort of partner and all of them but one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.fields import names
from nagarezu.importing.form.prose.form import Prose, body, head, title_of
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, without_brackets

_OF_ALL = re.compile(
    r"(?:相手方|事業者|関係者|委託先|取扱者|提供先)(?:等)?の?(?:一覧|名簿|表)(?:表)?$"
)
_FEWEST = 3  # rows


def write(builder: Builder, paper: Prose, matter: Entity, partners: list[Partner]) -> None:
    """The row of the first such table."""
    for table in _tables(paper):
        rows = [(relation_of(head(each)), body(each)) for each in table.children]
        found = [(relation, _known(builder, name), name) for relation, name in rows]
        if len(found) < _FEWEST or not all(id_ for _, id_, _ in found):
            continue
        listed = {id_ for _, id_, _ in found}
        missing = {each.holder for each in partners} - listed
        sorts = {relation for relation, _, _ in found}
        covered = all(each.relation in sorts for each in partners if each.holder in missing)
        if len(missing) <= 1 and covered and not _systems(builder, listed):
            place = joined([name for _, _, name in found])
            holders = list(dict.fromkeys(id_ for _, id_, _ in found))
            matter["partners"] = [{"holders": holders, "source": place.source}]
            return


def _tables(paper: Prose) -> Iterator[Node]:
    """Tables of partners below a head that says that all of them stand there."""
    for root in paper.roots:
        for path in root.walk():
            if path[-1].kind == "table:partner" and len(path) > 1:
                above = path[-2]
                if _OF_ALL.search(key(without_brackets(title_of(above)))):
                    yield path[-1]


def _known(builder: Builder, name: Passage) -> str:
    return builder.find_holder(names.written(without_brackets(name.text)))


def _systems(builder: Builder, listed: set[str]) -> bool:
    """Whether something outside that is no firm or body takes part, too."""
    part = {id_ for flow in builder.list_of("flows") for id_ in flow.get("to", [])} - listed
    return any(
        builder.holder_entity(id_).get("external")
        and builder.holder_entity(id_)["kind"] != "organisation"
        for id_ in part
    )
