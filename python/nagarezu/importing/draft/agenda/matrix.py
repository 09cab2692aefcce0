"""A table of items with a column of marks for each matter, held against the lists of the sheets.

A column is called as a kind of matter is (外部結合), or by the number of a sheet (第2票). Of a
sheet that lists the items of several groups of persons each row is of the group that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nagarezu.importing.draft import sheet_marks
from nagarezu.importing.draft.agenda.attached import column_of, holds_marks, is_tick, roles
from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import joined
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_FEWEST = 3  # items that a column and a list have in common
_MOST = 2  # items in which they differ; of more, the column is about something else

_HANDED = tuple(kind for kind in KINDS if kind != "reentrust")  # by the own side


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A retelling for each column that does not have the items of its list."""
    above: list[Row] = []
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        before, above = above, table
        at = next((n for n, row in enumerate(table[:2]) if "items" in roles(row).values()), None)
        if not grid or at is None or len(table[at].filled) < 2:
            continue
        names = [n for n, role in roles(table[at]).items() if role == "items"]
        body = [row for row in table[at + 1 :] if len(row.cells) > names[0] and row.cells[names[0]]]
        for kind in KINDS:
            column = column_of(table[at], body, kind)
            found = _list_of(builder, kind) if column is not None else None
            if column is not None and found is not None:
                ticked = [row for row in body if is_tick(row, column)]
                _compare(builder, found, ticked, names[0])
        for matter, ticked in _of_sheets(builder, table[at], body, before):
            _of_groups(builder, matter, table[at], ticked, names[0])


_WHOLE = re.compile(
    r"^(?P<which>[^、。]{2,40}?)(?:では|は|で|には)、?[^、。]{0,24}(?:全て|すべて|全部|全項目)"
)
_ABOVE = 3  # lines above a table that say what its marks mean


def _of_sheets(
    builder: Builder, head: Row, body: Sequence[Row], above: Sequence[Row]
) -> Iterator[tuple[str, list[Row]]]:
    """The sheets of which a column, or a sentence above the table, says what they have."""
    for column, cell in enumerate(head.cells):
        matter = sheet_marks.named(builder, cell.text) if cell and column else ""
        if matter and holds_marks(body, column):
            yield matter, [row for row in body if is_tick(row, column)]
    for row in above[-_ABOVE:]:
        whole = _WHOLE.match(key(row.text)) if not row.grid else None
        for mark in sheet_marks.marks(whole["which"]) if whole else ():
            if matter := builder.registered.get(mark, ""):
                yield matter, list(body)


def _of_groups(builder: Builder, matter: str, head: Row, ticked: Sequence[Row], at: int) -> None:
    """Each list of a sheet against the rows of its group, if most of all of them agree."""
    lists = _lists_of(builder, matter)
    whose = next((n for n, role in roles(head).items() if role == "subjects"), None)
    if not lists or (whose is None and len(lists) > 1):
        return
    pairs = [(found, [row for row in ticked if _is_of(row, whose, who)]) for found, who in lists]
    if sum(len(rows) for _, rows in pairs) != len(ticked):
        return  # somebody whom no list is of
    both = [(_labels(found), {_plain(row.cells[at].text) for row in rows}) for found, rows in pairs]
    if sum(len(have & told) for have, told in both) < _FEWEST:
        return
    if sum(len(have ^ told) for have, told in both) > _MOST:
        return
    for (found, rows), (have, told) in zip(pairs, both, strict=True):
        if told and have != told:
            _retell(builder, found, rows, at)


def _lists_of(builder: Builder, matter: str) -> list[tuple[Entity, set[str]]]:
    """The lists that the own side hands over in a matter, with whose each is."""
    names = {str(each["id"]): _plain(str(each["label"])) for each in builder.list_of("subjects")}
    whose: dict[str, set[str]] = {}
    for flow in builder.of_matter("flows", matter):
        for id_ in flow.get("lists", []) if flow["relation"] in _HANDED else ():
            whose.setdefault(id_, set()).update(
                names[each] for each in flow.get("subjects", []) if each in names
            )
    listed = {str(each["id"]): each for each in builder.of_matter("lists", matter)}
    found = [(listed[id_], who) for id_, who in whose.items() if id_ in listed]
    return [] if any(each.get("open") for each, _ in found) else found


def _is_of(row: Row, whose: int | None, who: set[str]) -> bool:
    if whose is None:
        return True
    told = _plain(row.cells[whose].text) if whose < len(row.cells) else ""
    return bool(told) and told in who


def _labels(found: Entity) -> set[str]:
    return {_plain(str(entry["label"])) for entry in found["entries"] if entry.get("item")}


def _retell(builder: Builder, found: Entity, rows: Sequence[Row], at: int) -> None:
    """What the rows have, as a list that is told again."""
    ids = []
    for row in rows:
        cell = row.cells[at]
        name = tidy(without_brackets(cell.text))
        ids.append(builder.find_item(name) or builder.item(name, cell, name, "item_matrix"))
    _write(builder, found, ids, rows)


def _list_of(builder: Builder, kind: str) -> Entity | None:
    """The only list that a flow of the kind carries."""
    carried = {
        id_
        for flow in builder.list_of("flows")
        if flow["relation"] == kind
        for id_ in flow.get("lists", [])
    }
    found = [each for each in builder.list_of("lists") if each["id"] in carried]
    return found[0] if len(found) == 1 and not found[0].get("open") else None


def _compare(builder: Builder, found: Entity, ticked: Sequence[Row], at: int) -> None:
    """Items with their parts: a group that is ticked has all of them."""
    have: dict[str, list[str]] = {}
    for entry in found["entries"]:
        below = f"{entry['position']}."
        have[_plain(entry["label"])] = [
            str(each["item"])
            for each in found["entries"]
            if each.get("item") and (each is entry or each["position"].startswith(below))
        ]
    ids: list[str] = []
    strange: list[Row] = []
    for row in ticked:
        known = have.get(_plain(row.cells[at].text))
        ids.extend(known or ())
        if known is None:
            strange.append(row)
    missing = {id_ for each in have.values() for id_ in each} - set(ids)
    if len(ids) < _FEWEST or not 0 < len(missing) + len(strange) <= _MOST:
        return
    for row in strange:
        cell = row.cells[at]
        name = tidy(cell.text)
        ids.append(builder.find_item(name) or builder.item(name, cell, name, "item_matrix"))
    _write(builder, found, ids, ticked)


def _write(builder: Builder, found: Entity, ids: Sequence[str], rows: Sequence[Row]) -> None:
    passage = joined([row.whole for row in rows])
    matter = next(each for each in builder.list_of("matters") if each["id"] == found["matter"])
    matter.setdefault("retold", []).append(
        {
            "label": short(tidy(passage.text)),
            "sheet": "other",
            "holders": list(found["holders"]),
            "items": list(dict.fromkeys(ids)),
            "source": passage.source,
            "provenance": [evidence("items", passage, rule="item_matrix", confidence=0.85)],
        }
    )


def _plain(label: str) -> str:
    return key(without_brackets(label))
