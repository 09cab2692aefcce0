"""From which system each single item of a list comes, and whether that system has it.

A column of the list says it (取得元, 得るところ), or a note in brackets behind an item
（台帳システムから取得）. Only what the system does not have becomes a flow: the others are in
its list anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import alike, parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, without_brackets

_FEWEST = 2  # items that the system must have of those that come from it
_GOT = (
    r"(?:から|より)の?、?[^、。()]{0,8}?"
    r"(?:取得|抽出|出力|取り?込|転記|複写|連携|引き?継|引用|移行|得る|受け|反映|自動|参照|転送|読み?込|写す)"
)
_NOTE = re.compile(rf"[(（](?P<name>[^()（）、。]{{2,30}}?){_GOT}[^()（）]{{0,8}}[)）]")
_TAIL = re.compile(rf"(?:{_GOT}.*|から|より|の(?:データ|情報|記録|項目)|に(?:記録|登録)された.*)$")
_SAME = re.compile(r"同上|〃|々|″|\"|同じ|上に?同じ")


@dataclass(frozen=True, slots=True)
class _Told:
    """An item of a list, and the system from which it is said to come."""

    entry: Entity
    of: Entity
    system: str
    at: Passage


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A flow of what a system is said to give, and does not have by its closed list."""
    own = {id_: lists for id_, lists in _systems(builder).items() if lists}
    if not own:
        return
    by_pair: dict[tuple[str, str], list[_Told]] = {}
    for told in _told(builder, rows):
        if told.system in own and told.system not in told.of["holders"]:
            by_pair.setdefault((told.system, str(told.of["id"])), []).append(told)
    for (system, _), found in by_pair.items():
        held = [entry for one in own[system] for entry in one["entries"]]
        known = "".join(str(each["label"]) for each in (*held, *builder.list_of("subjects")))
        missing = [each for each in found if not alike.recorded(each.entry, held, known)]
        if missing and len(found) - len(missing) >= max(_FEWEST, len(missing)):
            _flow(builder, system, missing)


def _systems(builder: Builder) -> dict[str, list[Entity]]:
    """Systems of the own side with their lists, if these are closed and theirs alone."""
    found: dict[str, list[Entity]] = {}
    for one in builder.list_of("lists"):
        for id_ in one.get("holders", []):
            found.setdefault(id_, []).append(one)
    return {
        id_: lists
        for id_, lists in found.items()
        if builder.holder_entity(id_)["kind"] in ("system", "terminal")
        and all(one["holders"] == [id_] and not one.get("open") for one in lists)
    }


def _told(builder: Builder, rows: Sequence[Row]) -> Iterator[_Told]:
    places = {
        place: (entry, one)
        for one in builder.list_of("lists")
        for entry in one["entries"]
        if entry.get("item")
        for place in str(entry.get("source", "")).split(" ")
        if place
    }
    grid, column, last = 0, -1, ""
    for row in rows:
        if row.grid != grid or not row.grid:
            grid, column, last = row.grid, -1, ""
        if row.grid and (at := _column(row)) >= 0:
            column, last = at, ""
            continue
        entry = next((places[place] for place in row.places if place in places), None)
        if entry is None:
            continue
        cell = row.cells[column] if 0 <= column < len(row.cells) else None
        name = _TAIL.sub("", key(without_brackets(cell.text))) if cell else ""
        last = last if _SAME.fullmatch(name) else name
        note = _NOTE.search(row.text) if not last else None
        printed = last or (note["name"] if note else "")
        system = parties.find(builder, printed) if printed else ""
        if system:
            yield _Told(*entry, system, cell or row.whole)


def _column(row: Row) -> int:
    """The column whose head says that each item comes from somewhere; -1 if there is none."""
    if len(row.filled) < 2:
        return -1
    heads = [key(without_brackets(cell.text)) for cell in row.cells]
    if not any(compiled(rules("labels")["prose_columns"]["item"]).search(head) for head in heads):
        return -1
    words = compiled(rules("handed")["source_of_item"])
    return next((at for at, head in enumerate(heads) if words.fullmatch(fold(head))), -1)


def _flow(builder: Builder, system: str, missing: Sequence[_Told]) -> None:
    first = missing[0]
    flow: Entity = {
        "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
        "matter": first.of.get("matter", ""),
        "from": system,
        "to": list(first.of["holders"]),
        "relation": "link",
        "items": list(dict.fromkeys(str(each.entry["item"]) for each in missing)),
        "source": first.entry.get("source", ""),
    }
    kept = str(first.of["id"])
    carrying = [one for one in builder.list_of("flows") if kept in one.get("lists", [])]
    groups = list(dict.fromkeys(id_ for one in carrying for id_ in one.get("subjects", [])))
    flow.update({"subjects": groups} if groups else {"open_subjects": True})
    flow["provenance"] = [evidence("items", each.at, "", "item_source") for each in missing]
    builder.add("flows", {name: value for name, value in flow.items() if value})
