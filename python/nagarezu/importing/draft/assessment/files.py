"""Assessments of several files, for each of which the outline Ⅱ is printed anew.

All is read as of one matter first, for sentences speak of both; at the end, what stands in the
outline of a later file, in its list of items or below its name among the measures becomes a matter
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.form.assessment import heads as heads_of
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.assessment.sheet import counted
from nagarezu.importing.form.assessment.tables import Table
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, Source
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_NAME = re.compile(
    r"(?P<name>[^\s()、。:]{1,40}?(?:ファイル|台帳|データベース|DB|名簿))(?:[ ]*\(.*\))?$"
)
_MARKED = re.compile(
    r"^[^\s\w(（①-⑳]*(?:特定個人情報)?(?:ファイル名?[ :：]+)?(?:[(（]?\d{1,2}[)）.． ]|[①-⑳])?[ ]*"
)
# 委託事項（ファイル1から3まで）, 全ファイル共通: a head below which no one file is meant
_COMMON = re.compile(
    r"^[^。]{0,24}[(]?(?:(?:特定個人情報)?ファイル[ ]?(?:\d{1,2}|[①-⑳])"
    r"(?:[ ]?(?:から|~|-|、|・|及び|と)[ ]?(?:ファイル)?[ ]?(?:\d{1,2}|[①-⑳]))+(?:まで)?"
    r"|(?:全て?の?|すべての|各|両)(?:特定個人情報)?ファイル)(?:に?共通(?:する?事項)?)?[)]?$"
)
_OUTLINE = ("persons", "person_range", "entrust_partner", "items")
_KINDS = ("lists", "flows", "safeguards", "claims")


@dataclass(slots=True)
class File:
    """A later file: its name as printed, and the places at which only it is spoken of."""

    name: str
    head: Passage
    places: set[Place]
    pages: set[str]  # the places as a case file writes them, without those of other files too
    systems: frozenset[str] = frozenset()  # what keeps it alone, as one cell may print them all


def of_sheet(sheet: Assessment, listed: Sequence[Listed]) -> list[File]:
    """The files behind the first; none if they share one outline."""
    heads = _heads(sheet)
    if len(heads) < len(("first", "second")):
        return []
    spots: dict[str, set[Place]] = {name: set() for name in heads}
    outlined: set[str] = set()
    for name, line in _named(sheet, heads):
        if name:
            spots[name].update(_spots(line.row), line.value.spots)
            if line.part == "Ⅱ" and line.label and line.label.field in _OUTLINE:
                outlined.add(name)
    if set(heads) - outlined:
        return []
    for name, place in (
        *_of_lists(heads, listed),
        *_of_tables(sheet, heads),
        *_of_systems(sheet, heads),
    ):
        spots[name].add(place)
    systems = _systems(sheet, heads)
    found = []
    for name, head in list(heads.items())[1:]:
        others = set().union(*(each for other, each in spots.items() if other != name))
        own = spots[name] - others
        pages = {*map(str, own)} - {*map(str, others)}
        found.append(File(head.text, head, own, pages, frozenset(systems.get(name, ()))))
    return found


def _heads(sheet: Assessment) -> dict[str, Passage]:
    """The files that have a head of their own in Ⅱ, by the keys of their names."""
    heads: dict[str, Passage] = {}
    for line in sheet.lines:
        named = _name(line) if line.part == "Ⅱ" else None
        if named is not None:
            heads.setdefault(key(named.text), named)
    return heads


def alone(sheet: Assessment) -> str:
    """The one file of which the sheet tells; empty if it names several, or none."""
    names = {key(named.text): named.text for line in sheet.lines if (named := _name(line))}
    return next(iter(names.values())) if len(names) == 1 else ""


def _name(line: Line) -> Passage | None:
    """(2)罹災証明ファイル behind 特定個人情報ファイル名; none where several stand together."""
    if line.label is None or line.label.field != "file_name":
        return None
    lines = line.value.lines()  # 甲ファイル, and below it 1 入手 リスク：…
    for text in (line.value, line.row.whole, *lines[:1]):
        match = _NAME.search(fold(tidy(text.text)).strip())
        several = len(text.lines()) > 1 or any(_NAME.search(fold(e.text)) for e in lines[1:])
        if match and not several:
            name = match["name"]
            return Passage(name, text.starts[:1], text.spots[:1])
    return None


def _named(sheet: Assessment, heads: dict[str, Passage]) -> Iterator[tuple[str, Line]]:
    """Each line of Ⅱ and Ⅲ with the file below whose head it stands."""
    part, current = "", ""
    by_file = _by_file(sheet)
    for line in sheet.lines:
        if line.part not in ("Ⅱ", "Ⅲ") or (line.part != part and not by_file):
            current = ""
        part = line.part
        named = _name(line)
        if len(line.row.filled) == 1 and line.label is None and _is_common(line.row.text):
            current = ""
        current = key(named.text) if named is not None and key(named.text) in heads else current
        if part in ("Ⅱ", "Ⅲ"):
            yield current, line


def _by_file(sheet: Assessment) -> bool:
    """Whether the paper tells all of one file, its measures too, in front of the next."""
    named = [at for at, line in enumerate(sheet.lines) if line.part == "Ⅱ" and _name(line)]
    risks = [at for at, line in enumerate(sheet.lines) if line.part == "Ⅲ"]
    return bool(named and risks) and named[0] < risks[0] < named[-1]


_OF_FILE = re.compile(r"ファイル[ ]?[(]?(?P<number>\d{1,2})[)]?(?:のみ)?(?:[をにので]|$)")


def _of_systems(sheet: Assessment, heads: dict[str, Passage]) -> Iterator[tuple[str, Place]]:
    """システム2（ファイル2を取り扱う。）: the places of a block that says which file it keeps."""
    names = list(heads)
    blocks, columns = _blocks_of_files(sheet, names)
    for line in sheet.lines:
        if number := blocks.get(counted(line.block), 0):
            if len(columns[id(line.row)]) == 1:
                yield from ((names[number - 1], place) for place in _spots(line.row))
            yield from ((names[number - 1], place) for place in line.value.spots)


def _blocks_of_files(
    sheet: Assessment, names: Sequence[str]
) -> tuple[dict[str, int], dict[int, set[str]]]:
    """The file that each block of a system says it keeps, and the blocks of each row."""
    blocks: dict[str, set[int]] = {}
    columns: dict[int, set[str]] = {}  # a row may say it of several systems, of each in its cell
    for line in sheet.lines:
        if line.block.startswith("システム"):
            columns.setdefault(id(line.row), set()).add(line.block)
            alone = len(columns[id(line.row)]) == 1
            said = [line.value.text] if line.value else [line.row.text] if alone else []
            if alone and line.row.filled and heads_of.block(line.row.filled[0].text):
                said.append(line.row.filled[0].text)  # システム1（甲ファイルに使用） | ①名称 …
            told = [found.pop() for text in said if len(found := _of_file(text, names)) == 1]
            blocks.setdefault(counted(line.block), set()).update(told)
    return {block: told.pop() for block, told in blocks.items() if len(told) == 1}, columns


def _systems(sheet: Assessment, heads: dict[str, Passage]) -> dict[str, set[str]]:
    """The names of the systems that keep each file, by the key of its name."""
    names = list(heads)
    blocks, _ = _blocks_of_files(sheet, names)
    found: dict[str, set[str]] = {}
    for line in sheet.of("system_name"):
        if number := blocks.get(counted(line.block), 0):
            found.setdefault(names[number - 1], set()).add(key(without_brackets(line.value.text)))
    return found


def _of_file(said: str, names: Sequence[str]) -> set[int]:
    """The numbers of the files that a cell names by their numbers, or else by their names."""
    told = {int(number) for number in _OF_FILE.findall(fold(said)) if int(number) <= len(names)}
    return told or {names.index(name) + 1 for name in _within_text(key(said), names)}


def _within_text(plain: str, names: Iterable[str]) -> list[str]:
    """The names that stand there; 水道ファイル does not stand in 下水道ファイル."""
    found = []
    for name in sorted(names, key=len, reverse=True):
        if name in plain:
            found.append(name)
            plain = plain.replace(name, " ")
    return found


def _is_common(text: str) -> bool:
    return bool(_COMMON.match(fold(tidy(text)).strip()))


def _spots(row: Row) -> Iterator[Place]:
    """The row itself and its cells; two rows may stand on one page, which is no place of both."""
    yield row.place
    for cell in row.filled if row.grid else ():
        yield from cell.spots


def _of_lists(heads: dict[str, Passage], listed: Sequence[Listed]) -> Iterator[tuple[str, Place]]:
    for each in listed:
        plain = key(each.heading) or key(each.label_printed.text)
        found = _within_text(plain, heads)
        if len(found) == 1:
            yield from ((found[0], place) for place in each.passage.spots)


def _of_tables(sheet: Assessment, heads: dict[str, Passage]) -> Iterator[tuple[str, Place]]:
    """The rows of a table of provisions in the outline of one file, or of its measures."""
    names = [_name(line) for line in sheet.lines if line.part == "Ⅱ" and line.label]
    counted = [key(name.text) for name in names if name is not None]
    for table in sheet.tables:
        if table.part == "Ⅱ" and 0 < table.file <= len(counted):
            for row in table.rows:
                yield from ((counted[table.file - 1], place) for place in _spots(row))
        elif table.kind == "measures" and table.part != "Ⅱ":
            yield from _below_heads(sheet, table, heads)


def _below_heads(
    sheet: Assessment, table: Table, heads: dict[str, Passage]
) -> Iterator[tuple[str, Place]]:
    """The rows of measures below （2）乙ファイル, a row of the table or the line above it."""
    above = [line for line in sheet.lines[: table.above] if line.part == table.part]
    said = (_file_of(line.row, heads) for line in reversed(above))
    current = next((name for name in said if name), "")
    for row in table.rows:
        current = _file_of(row, heads) or current
        if current:
            yield from ((current, place) for place in _spots(row))


def _file_of(row: Row, heads: dict[str, Passage]) -> str:
    """(2) 乙ファイル, alone in its row, or behind 特定個人情報ファイル名."""
    plain = key(_MARKED.sub("", fold(tidy(row.filled[-1].text)))) if row.filled else ""
    return plain if len(row.filled) <= len(("label", "name")) and plain in heads else ""


def settle(builder: Builder) -> None:
    """Take the list of a file from the one of its systems of which it is told what it lacks or has.

    The form does not say which of them keeps the file; so all do, until a sentence says otherwise.
    """
    told = {
        str(claim["holders"][0])
        for claim in builder.list_of("claims")
        if claim["kind"] in ("never", "only") and len(claim.get("holders", ())) == 1
    }
    process = [flow for flow in builder.list_of("flows") if flow["relation"] == "process"]
    systems = {str(to) for flow in process for to in flow["to"]}
    for each in builder.list_of("lists") if told & systems else ():
        kept = [id_ for id_ in each["holders"] if id_ not in told]
        if kept and set(each["holders"]) <= systems and each["id"] in _whole(process):
            each["holders"] = kept
            for flow in process:
                if told & set(flow["to"]) and flow.pop("lists", None):
                    flow["open"] = True


def _whole(process: Sequence[Entity]) -> set[str]:
    """The lists of the files, which go into the systems as a whole."""
    return {str(id_) for flow in process for id_ in flow.get("lists", ())}


def split(builder: Builder) -> None:
    """Give each later file a matter of its own, with what stands at its places only."""
    for file in builder.later_files:
        matter: Entity = {"id": builder.fresh("m2"), "title": file.name, "kinds": ["assessment"]}
        matter["register_name"] = file.name
        matter["source"] = file.head.source
        matter["provenance"] = [evidence("title", file.head, file.name, "file_head", 0.85)]
        first = builder.list_of("matters")[0]
        builder.add("matters", matter)
        for kind in _KINDS:
            for entity in builder.list_of(kind):
                here = _within(entity, file) or (
                    kind == "flows" and _of_system(builder, entity, file)
                )
                if here and entity.get("matter") == first["id"]:
                    entity["matter"] = matter["id"]
        _claims(builder, file, str(first["id"]), str(matter["id"]))
        for member in ("periods", "handovers"):
            moved = [each for each in first.get(member, ()) if _within(each, file)]
            if moved:
                matter[member] = moved
                first[member] = [each for each in first[member] if each not in moved]
                if not first[member]:
                    del first[member]
        _common_ways(first, matter)
        _of_partners(builder, first, matter)


def _of_system(builder: Builder, flow: Entity, file: File) -> bool:
    """Whether a flow goes into a system that keeps this file alone, or over a link of it."""
    ends = {"process": flow["to"], "link": [flow["from"]]}.get(str(flow["relation"]), ())
    labels = {key(str(builder.holder_entity(id_)["label"])) for id_ in ends}
    return bool(labels) and labels <= file.systems


def _common_ways(first: Entity, later: Entity) -> None:
    """What is told of all files goes to the later one, if that alone hands over so."""
    rows = [each for each in later.get("handovers", ()) if each.get("only")]
    for told in list(first.get("handovers", ())) if rows else ():
        if not told.get("partner") or told.get("only"):
            continue
        here, there = (
            [
                each
                for each in found
                if each.get("only")
                and all(each.get(member) == told.get(member) for member in ("partner", "direction"))
            ]
            for found in (first["handovers"], rows)
        )
        ways = set(told["ways"])
        if here and not _carried(ways, here) and _carried(ways, there):
            later["handovers"].append(told)
            first["handovers"].remove(told)


def _of_partners(builder: Builder, first: Entity, later: Entity) -> None:
    """What a table behind the form says of a partner who works with the later file alone."""
    among: dict[str, set[str]] = {}
    for flow in builder.list_of("flows"):
        for id_ in flow.get("to", ()):
            among.setdefault(str(id_), set()).add(str(flow["matter"]))
    alone = {
        str(builder.holder_entity(id_)["label"])
        for id_, matters in among.items()
        if matters == {later["id"]}
    }
    moved = [each for each in first.get("handovers", ()) if each.get("partner") in alone]
    if moved:
        later.setdefault("handovers", []).extend(moved)
        first["handovers"] = [each for each in first["handovers"] if each not in moved]
        if not first["handovers"]:
            del first["handovers"]


def _carried(ways: set[str], rows: Sequence[Entity]) -> bool:
    return bool(ways & {way for row in rows for way in row["ways"]})


def _within(entity: Entity, file: File) -> bool:
    """Whether all of it stands there: by its own spots, for a page may belong to two files."""
    source = entity.get("source", "")
    if isinstance(source, Source):
        return bool(source.places) and file.places.issuperset(source.places)
    own = str(source).split()
    return bool(own) and file.pages.issuperset(own)


def _claims(builder: Builder, file: File, first: str, later: str) -> None:
    """What is said elsewhere of those who stand only in the outline of a later file."""
    flows = builder.list_of("flows")
    for claim in builder.list_of("claims"):
        if claim["kind"] == "depth_at_most" and "matter" not in claim and _within(claim, file):
            claim["matter"] = later  # 再委託しない, said of a partner who works with both
        holders = set(claim.get("holders", ()))
        among = {str(f["matter"]) for f in flows if holders & set(f.get("to", ()))}
        if claim.get("matter") == first and among == {later}:
            claim["matter"] = later
