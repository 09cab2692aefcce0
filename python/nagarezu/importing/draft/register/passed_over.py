"""Whom a second list on the card of a file passes over: 名簿を渡す委託先 beside 委託先.

A list is also a cell of which every line begins with somebody: 提供の内訳　甲会：氏名、住所.
Behind the cards, 提供先の一覧 may tell of all files whom each gives to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.register import announced, broken_down, names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.register.contents import Entry
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
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
    for at, row in enumerate(rows):
        if "一覧" in row.text or "まとめ" in row.text or "総括" in row.text:
            _below_head(builder, rows, at, texts)
    for table in handed.tables(rows):
        takers: dict[str, list[tuple[str, Passage]]] = {}
        for line in table:
            cell = line.get("taker")
            who = parties.find(builder, without_brackets(tidy(cell.text)))
            matter = _file_of(builder, line)
            if who and matter:
                takers.setdefault(matter, []).append((who, cell))
        if len(takers) >= _FEWEST:  # a table of all files
            for matter, told in takers.items():
                _not_in_table(builder, matter, told, texts, _NAMED["recipients"])


def of_contents(builder: Builder, entry: Entry, matter: str) -> None:
    """Whom the line of a list of contents names and the card does not, or the card alone."""
    card = entry.card
    for name, relations in _NAMED.items() if card is not None else ():
        odd = announced.odd_one(entry.listed, card, name) if card is not None else None
        fellows = list(_takers(builder, matter, relations).values())
        if odd is None or card is None or not fellows:
            continue
        odd_name, where = odd
        whole, some = (where, card) if where is entry.listed else (card, entry.listed)
        if some is card and _told(card, odd_name, name):
            continue  # the card speaks of him elsewhere
        if whole is entry.listed:
            _flow_of_list(builder, odd_name, fellows[0])
        for sheet, file in (("matter", whole), ("overview", some)):
            found = filter(None, (_id(builder, each) for each in announced.partners(file, name)))
            _mention(builder, list(found), sheet, file.parts(name)[0], matter)


def _id(builder: Builder, name: Name) -> str:
    return builder.find_holder(name.label)


def _told(card: File, name: Name, field: str) -> bool:
    label = key(name.label)
    others = (part for told, parts in card.fields.items() for part in parts if told != field)
    return any(label in key(part.text.text) for part in others)


def _flow_of_list(builder: Builder, name: Name, fellow: Entity) -> None:
    """What goes to somebody whom only the list names: beside another who gets something."""
    number = len(builder.list_of("flows")) + 1
    kept = ("matter", "from", "relation", "subjects", "open_subjects")
    flow: Entity = {"id": builder.fresh(f"f{number}")}
    flow.update({member: fellow[member] for member in kept if member in fellow})
    flow.update({"to": [builder.organisation(name)], "open": True, "source": name.passage.source})
    flow["provenance"] = [
        evidence("to", name.passage, name.label, "listed", printed=name.printed),
    ]
    builder.add("flows", flow)


def _file_of(builder: Builder, line: Handed) -> str:
    """The matter of a row: by the number of its file, F-01 below 番号 too; 1 may count the rows."""
    first = key(line.row.filled[0].text) if line.row.filled else ""
    told = key(line.get("file").text) or ("" if first.isdecimal() else first)
    numbered = f"{line.heads.get('file', '')}{told}"  # 2 below ファイル is what is called ファイル2
    return builder.registered.get(told, "") or builder.registered.get(numbered, "")


def _not_in_table(
    builder: Builder,
    matter: str,
    told: Sequence[tuple[str, Passage]],
    texts: Sequence[str],
    relations: tuple[str, ...],
) -> None:
    named = {who for who, _ in told}
    takers = _takers(builder, matter, relations)
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


def _takers(builder: Builder, matter: str, relations: tuple[str, ...]) -> dict[str, Entity]:
    """Who gets something of a file in this way, with the flow that says so."""
    flows = [f for f in builder.of_matter("flows", matter) if f["relation"] in relations]
    return {id_: flow for flow in flows for id_ in flow.get("to", [])}


_HEADS = (
    ("委託先|受託者|受託事業者|委託業者|委託の相手方?", _NAMED["entrust"]),
    ("結合先|結合の相手方?|接続先", _NAMED["link"]),
    ("提供先|提供の?相手方?|提供を受ける者|渡し先", _NAMED["recipients"]),
)
_LIST = r"(?:の名称)?(?:及び[^、。]{2,10})?(?:の|を|をまとめた)?(?:一覧|まとめ|総括)(?:表)?"
_LONGEST_HEAD = 40  # characters
_OF_FILE = re.compile(
    r"(?:(?:登録|整理|ファイル|事務)?(?:番号|no\.?)|第|ファイル|事務|台帳|名簿)?(?P<which>[0-9]{1,3}|[^、。0-9]{0,6}[0-9-]{1,6})"
    r"号?(?:の?(?:個人情報)?(?:ファイル|事務|業務|台帳|名簿|登録))?"
)
_AND = re.compile("、|,|・|及び|並びに|と|/")
_MARKED = re.compile("[○◯〇●✓レ]")
_NO_NAME = 40  # characters of a cell that names files, and says nothing of them

Named = dict[str, list[tuple[str, Passage]]]  # whom a list names, file by file


def _below_head(builder: Builder, rows: Sequence[Row], at: int, texts: Sequence[str]) -> None:
    """提供先の一覧 behind the cards: the one of a card whom it alone passes over.

    That its numbers are those of files is seen from the others, all of whom their cards name too.
    """
    head = key(rows[at].text)
    relations = next(
        (kinds for words, kinds in _HEADS if compiled(f"(?:{words}){_LIST}").search(head)), ()
    )
    if not relations or len(without_brackets(head)) > _LONGEST_HEAD or "。" in head[:-1]:
        return
    told = _read_list(builder, rows[at + 1 :], relations)
    left = 0
    for matter, named in told.items():
        takers, ids = set(_takers(builder, matter, relations)), {id_ for id_, _ in named}
        if not ids <= takers:
            return
        left += len(takers - ids)
    for matter in told if left == 1 else ():
        _not_in_table(builder, matter, told[matter], texts, relations)


def _read_list(builder: Builder, rows: Sequence[Row], relations: tuple[str, ...]) -> Named:
    """Whom each row names, and of which files: in the same row, in one above it, or in a column."""
    matters = [str(each["id"]) for each in builder.list_of("matters")]
    takers = {id_ for matter in matters for id_ in _takers(builder, matter, relations)}
    files: list[str] = matters if len(matters) == 1 else []
    columns: dict[int, list[str]] = {}
    found: Named = {}
    for row in rows:
        cells = [part for cell in handed.celled(row).cells for part in _apart(cell)]
        of_cells = {n: _files(builder, cell, matters) for n, cell in enumerate(cells) if cell}
        who = [(id_, cell) for cell in cells if cell for id_ in _whom(builder, cell, takers)]
        sure = any(each and not key(cells[n].text).isdecimal() for n, each in of_cells.items())
        counting = {n for n in of_cells if sure and key(cells[n].text).isdecimal()}  # the rows
        here = [matter for n, each in of_cells.items() if n not in counting for matter in each]
        if not who and sum(map(bool, of_cells.values())) > 1:
            columns = {n: each for n, each in of_cells.items() if each}
            continue
        if not who and not here and found:
            break  # another paper
        marked = [n for n, cell in enumerate(cells) if _MARKED.fullmatch(key(cell.text))]
        files = [m for n in marked for m in columns.get(n, ())] if columns else here or files
        for matter in dict.fromkeys(files):
            found.setdefault(matter, []).extend(who)
    return {matter: who for matter, who in found.items() if who}


def _apart(cell: Passage) -> list[Passage]:
    """ファイル1：甲会 as two cells."""
    colon = compiled("[：:](?=.)").search(cell.text)
    return [cell.part(0, colon.start()), cell.part(colon.end())] if colon else [cell]


def _whom(builder: Builder, cell: Passage, takers: set[str]) -> list[str]:
    """Those of the takers whom a cell names."""
    plain = key(cell.text)
    return [id_ for id_ in takers if any(name in plain for name in builder.names_of(id_))]


def _files(builder: Builder, cell: Passage, matters: Sequence[str]) -> list[str]:
    """The files of 番号1及び2のファイル, or of their names; none where words say more."""
    plain = key(without_brackets(cell.text))
    titles = {key(str(each["title"])): str(each["id"]) for each in builder.list_of("matters")}
    by_name = [id_ for title, id_ in titles.items() if len(title) > 1 and title in plain]
    if by_name or len(plain) > _NO_NAME:
        return by_name
    found: list[str] = []
    for part in _AND.split(plain):
        number = _OF_FILE.fullmatch(part)
        if number is None:
            return []
        which = number["which"]
        counted = int(which) if which.isdecimal() else 0
        by_count = matters[counted - 1] if 0 < counted <= len(matters) else ""
        id_ = builder.registered.get(part) or builder.registered.get(which) or by_count
        if not id_:
            return []
        found.append(id_)
    return found


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
