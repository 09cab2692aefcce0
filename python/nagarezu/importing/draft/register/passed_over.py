"""Whom a second list on the card of a file passes over: 名簿を渡す委託先 beside 委託先.

A list is also a cell of which every line begins with somebody: 提供の内訳　甲会：氏名、住所.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.register import broken_down, names
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_NAMED = {
    "entrust": ("entrust", "delegate"),
    "recipients": ("provide",),
    "link": ("link",),
}
_FEWEST = 2  # names of a list

Lists = list[tuple[Part, list[str]]]


def write(builder: Builder, file: File, matter: Entity) -> None:
    """Mentions of all whom both lists name, unless another field speaks of who is left out."""
    for name, relations in _NAMED.items():
        lists = [(part, _holders(builder, part)) for part in file.parts(name)]
        lists = [pair for pair in lists if pair[1]]
        if len(lists) == 1:
            lists += _line_by_line(builder, file, lists[0][0], matter, relations)
        if len(lists) != _FEWEST or key(lists[0][0].label.text) == key(lists[1][0].label.text):
            continue
        whole, some = sorted(lists, key=lambda pair: -len(pair[1]))
        of_field = len(file.parts(name)) > 1
        if len(some[1]) < _FEWEST and (of_field or some is not lists[0]):
            continue  # what one of several gets is told, where the others get all
        left = [id_ for id_ in whole[1] if id_ not in some[1]]
        within = len(left) == len(whole[1]) - len(some[1])
        if len(left) == 1 and within and not _spoken(builder, file, left[0], whole[0], some[0]):
            for sheet, (part, holders) in (("matter", whole), ("overview", some)):
                _mention(builder, holders, sheet, part, str(matter["id"]))


def of_tables(builder: Builder, rows: Sequence[Row]) -> None:
    """Whom a table of all that is provided passes over: named on a card, and nowhere else."""
    texts = [key(row.text) for row in rows]
    for table in handed.tables(rows):
        takers: dict[str, list[tuple[str, Passage]]] = {}
        for row in table:
            cell = row.get("taker")
            who = parties.find(builder, without_brackets(tidy(cell.text)))
            matter = _file_of(builder, row)
            if who and matter:
                takers.setdefault(matter, []).append((who, cell))
        if len(takers) >= _FEWEST:  # a table of all files
            for matter, told in takers.items():
                _not_in_table(builder, matter, told, texts)


def _file_of(builder: Builder, row: Handed) -> str:
    """The matter of a row: by the number of its file, F-01 below 番号 too; 1 may count the rows."""
    first = key(row.row.filled[0].text) if row.row.filled else ""
    told = key(row.get("file").text) or ("" if first.isdecimal() else first)
    return builder.registered.get(told, "")


def _not_in_table(
    builder: Builder, matter: str, told: Sequence[tuple[str, Passage]], texts: Sequence[str]
) -> None:
    named = {who for who, _ in told}
    flows = [f for f in builder.of_matter("flows", matter) if f["relation"] == "provide"]
    takers = {id_: flow for flow in flows for id_ in flow.get("to", [])}
    left = [id_ for id_ in takers if id_ not in named]
    if len(left) != 1 or not named & set(takers):
        return
    names_ = builder.names_of(left[0])
    if sum(any(name in text for name in names_) for text in texts) != 1:
        return  # something more is said of him
    for id_, flow in takers.items():
        entity = builder.holder_entity(id_).setdefault("mentions", [])
        entity.append({"sheet": "matter", "matter": matter, "source": flow.get("source", "")})
    for id_, cell in told:
        entity = builder.holder_entity(id_).setdefault("mentions", [])
        entity.append({"sheet": "overview", "matter": matter, "source": cell.source})


def _line_by_line(
    builder: Builder, file: File, own: Part, matter: Entity, relations: tuple[str, ...]
) -> Lists:
    """The one other cell whose lines each begin with one of those who get something of the file."""
    flows = builder.of_matter("flows", str(matter["id"]))
    takers = list(
        dict.fromkeys(id_ for f in flows if f["relation"] in relations for id_ in f.get("to", []))
    )
    found: Lists = []
    for part in _parts(file):
        if part is own or part.text.source == own.text.source:
            continue
        firsts = [_first(builder, takers, line.text) for line in broken_down.cut(part.text)]
        if firsts and all(firsts) and len(set(firsts)) == len(firsts):
            found.append((part, firsts))
    return found[:1] if len({frozenset(ids) for _, ids in found}) == 1 else []


def _first(builder: Builder, takers: list[str], line: str) -> str:
    plain = key(line).lstrip("・-0123456789①②③④⑤⑥⑦⑧⑨().、")
    return next((t for t in takers if any(plain.startswith(n) for n in builder.names_of(t))), "")


def _parts(file: File) -> Iterator[Part]:
    return (part for parts in file.fields.values() for part in parts)


def _holders(builder: Builder, part: Part) -> list[str]:
    found = (builder.find_holder(each.label) for each in names.partners(part.text))
    return list(dict.fromkeys(filter(None, found)))


def _spoken(builder: Builder, file: File, holder: str, *lists: Part) -> bool:
    """Whether the card says more of somebody than these lists do."""
    texts = [key(part.text.text) for part in _parts(file) if not any(part is one for one in lists)]
    return any(name in text for name in builder.names_of(holder) for text in texts)


def _mention(builder: Builder, holders: list[str], sheet: str, part: Part, matter: str) -> None:
    for id_ in holders:
        mentions = builder.holder_entity(id_).setdefault("mentions", [])
        mentions.append({"sheet": sheet, "matter": matter, "source": part.text.source})
