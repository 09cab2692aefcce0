"""From a register of files to a case: a matter for each file, flows to whom it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft import clauses, lists, parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.cover import municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.numbers import scopes
from nagarezu.importing.draft.register import announced as register_announced
from nagarezu.importing.draft.register import (
    called,
    days,
    further,
    listed_behind,
    listed_systems,
    passed_over,
    sent,
    tasks,
    which,
)
from nagarezu.importing.draft.register import claims as register_claims
from nagarezu.importing.draft.register import flows as register_flows
from nagarezu.importing.draft.register import items as register_items
from nagarezu.importing.draft.register import measures as register_measures
from nagarezu.importing.draft.register import periods as register_periods
from nagarezu.importing.draft.register import subjects as register_subjects
from nagarezu.importing.draft.register import ways as register_ways
from nagarezu.importing.draft.register import written as register_written
from nagarezu.importing.draft.register.going import Told
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways import tables as handed
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import references
from nagarezu.importing.form import narrow
from nagarezu.importing.form.register import form
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.register.paper import Paper
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy

_NUMBERED = re.compile(r"(?:番号|no\.?|№)$")
_CLAUSES = re.compile("(?:特記|遵守|特約)(?:事項|仕様書|条項)")


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of a register."""
    rows = narrow.celled(rows)
    register = form.read(rows)
    files, left = register.files, register.left
    municipality(builder, [_value(row) for row in rows])
    _body(builder, files, [_value(row) for row in rows])
    title = next((row.text for row in left if compiled("簿|登録票|届出書").search(row.text)), "")
    builder.content["title"] = tidy(title)
    builder.content["procedure"] = "other"
    groups = Groups(builder)
    made = [_matter(builder, file, number) for number, file in enumerate(files, 1)]
    called.write(builder, rows, files, made)
    as_of = days.date_of_numbers("\n".join(row.text for row in left))
    as_of = as_of or days.date_of_title([row.whole for row in left], files)
    numbers = [register_subjects.read(groups, file, as_of) for file in files]
    order = {id(file): number for number, file in enumerate(files)}
    for entry in register.contents:
        at = order.get(id(entry.card))
        register_subjects.read(groups, entry.listed, as_of, numbers[at] if at is not None else ())
        register_announced.write(builder, entry, made[at] if at is not None else None)
    register_subjects.tell_apart(groups)
    ids = groups.settle()
    frame = re.compile(rules("registers")["frame"])
    at_hand = dict.fromkeys((head.label for head in Parts(rows).heads), "heading")
    papers = Papers([row for row in rows if not frame.search(key(row.text))], at_hand, [])
    unresolved = papers.unresolved
    told: list[Told] = []
    for file, matter, mine in zip(files, made, numbers, strict=True):
        own = {ids[each]: groups.groups[each].label for each in mine}
        told.append(_file(builder, file, matter, own, unresolved))
    for entry in register.contents:
        if id(entry.card) in order:
            passed_over.of_contents(builder, entry, str(made[order[id(entry.card)]]["id"]))
    builder.sections.update(_in_charge(builder, files))
    further.write(builder, rows)
    which.numbered(builder, rows)
    passed_over.of_tables(builder, rows)
    listed_systems.write(builder, rows)
    handed.write(builder, rows)  # what each partner gets, before anything is claimed of it
    said: list[Said] = []
    for file, matter in zip(files, made, strict=True):
        for part in [*file.parts("detail"), *file.parts("medium")]:
            builder.fields.append((str(matter["id"]), part.label, part.text))
    for file, matter, each in zip(files, made, told, strict=True):
        said.extend(register_claims.write(builder, file, each, matter))
    papers.write(builder)
    for file, matter in zip(files, made, strict=True):
        if file.clauses:
            clauses.of_paper(builder, file.clauses, str(matter["id"]))
    _cited(builder, register.papers, files, made)
    for paper in register.papers:
        if _CLAUSES.search(key(paper.title.text)):
            clauses.of_paper(builder, paper.rows, "")
    listed_behind.write(builder, register.papers)
    rest = [*left, *(row for paper in register.papers for row in paper.rows)]
    told_of_all = which.placed(builder, rest)
    claims.of_rest(builder, told_of_all)
    which.write(builder, told_of_all, said)
    sent.without(builder)
    if not files:
        builder.notes.skip(rows[0].whole if rows else Passage(), "no_file")


def _in_charge(builder: Builder, files: Sequence[File]) -> Iterator[str]:
    """The sections that have the files, unless the information of another file goes to them."""
    for file in files:
        for line in file.get("section").lines():
            name = key(line.text)
            if name and not parties.find(builder, name):
                yield name


def _cited(
    builder: Builder, papers: Sequence[Paper], files: Sequence[File], made: Sequence[Entity]
) -> None:
    """A paper that the card of one file alone cites is of that file, whatever its title says."""
    for paper in papers:
        pairs = zip(files, made, strict=True)
        citing = [str(matter["id"]) for file, matter in pairs if _cites(file, paper.label)]
        titled = [str(each["id"]) for each in made if _shortened(each["title"], paper.title.text)]
        citing = citing or titled
        if len(citing) == 1:
            builder.registered.setdefault(key(paper.title.text), citing[0])


_SHORTEST = 6  # characters of the end of a name that stand for the whole


def _shortened(title: str, printed: str) -> bool:
    """委託料支払事務の点検表 is of 捕獲委託料支払事務: more than half of the name, to its end."""
    name = key(title)
    return key(printed).find(name[-max(_SHORTEST, len(name) * 2 // 3) :]) >= 0


def _cites(file: File, label: str) -> bool:
    parts = (part for parts in file.fields.values() for part in parts)
    return any(each.label == label for part in parts for each in references.read(part.text))


def _value(row: Row) -> Row:
    """A printed line without its label: 記録範囲 町内に住所を有する者 names no 記録範囲町."""
    found = labels.leading(row.cells[0]) if len(row.cells) == 1 else None
    return replace(row, cells=(found[2],)) if found else row


_OWN = re.compile(
    r"(?:^|(?<=[ 　\n（(、「】]))(?:[一-龥ヶ]{1,4}[都道府県])?"
    r"(?P<name>[一-龥ヶケ々ァ-ンぁ-ん]{1,6}?[市区町村])"
    r"(?=[長立]|役所|役場|教育委員会|議会|個人情報|総務|[一-龥]{1,10}(?:条例|規則|要綱|部|課)|$|\n)"
)
_ANY = re.compile(
    r"^(?:[本当各他同全]|.*(?:市区町村|の|は|に|を|及び)|[市区町村]$|.*(?:地|学|校|行政|選挙|投票|都)[区市]$)"
)


def _body(builder: Builder, files: Sequence[File], rows: Sequence[Row]) -> None:
    """けやき市長 names the municipality where nothing else does, or けやき市立, けやき市条例."""
    if "municipality" in builder.content:
        return
    seen: Counter[str] = Counter()
    for cell in [*(file.get("body") for file in files), *(c for row in rows for c in row.filled)]:
        for match in _OWN.finditer(tidy(cell.text)):
            if not _ANY.match(match["name"]):
                seen[match["name"]] += 1
    if seen:
        name = max(seen, key=lambda each: (seen[each], -list(seen).index(each)))
        builder.content["municipality"] = {"name": name}
        builder.holder_entity(builder.own)["label"] = name


def _matter(builder: Builder, file: File, number: int) -> Entity:
    name = file.get("name")
    matter: Entity = {
        "id": builder.fresh(f"m{number}"),
        "title": short(tidy(name.text)) or "名称の記載なし",
        "kinds": ["other"],
    }
    matter["provenance"] = [evidence("title", name, matter["title"], "label")] if name else []
    for member, field_ in (("department", "section"), ("reason", "purpose")):
        value = file.get(field_)
        if value:
            matter[member] = short(tidy(value.text))
            matter["provenance"].append(evidence(member, value, matter[member], "label"))
    matter["register_name"] = matter["title"]
    source = name.source or file.get("items").source
    if source:
        matter["source"] = source
    register_periods.write(file, matter)
    builder.add("matters", matter)
    for part in file.parts("registered"):
        if name and part.text and part.text.spots < name.spots and "\n" not in part.text.text:
            builder.begins[part.text.source] = str(matter["id"])
        if _NUMBERED.search(key(part.label.text)) and part.text:
            builder.registered.setdefault(key(part.text.text), str(matter["id"]))
    return matter


def _file(
    builder: Builder, file: File, matter: Entity, groups: dict[str, str], unresolved: set[str]
) -> Told:
    """Lists and holders of one file; `groups` are ids and labels of its persons."""
    parts = [*file.parts("items"), *file.parts("more_items")]
    found = register_items.read(parts)
    whole = joined(part.text for part in parts)
    missing = [] if found.entries else [each.label for each in references.read(whole)]
    ids = list(groups)
    written: list[str] = []
    for part in register_items.by_head(found) if whole else []:
        head = part.entries[0].head if part.entries else ""
        listed = Listed(head or "記録項目", part, whole, label_printed=file.label("items"))
        listed.missing = missing
        entity = lists.write(
            builder,
            listed,
            matter["id"],
            [builder.own],
            unresolved,
            lost=False,
            emphasised=frozenset(),
        )
        written.append(entity["id"])
    if written:
        _sensitive(builder, file, written)
    own = builder.holder_entity(builder.own)
    created: Entity = {"subjects": ids, "lists": written} if written else {"subjects": ids}
    if not written:
        created["open"] = True
    if ids:
        own.setdefault("creates", []).append(created)
    _collected(builder, file, matter, written, ids)
    told = register_flows.read(builder, file, written)
    register_written.write(builder, told, matter, written, ids, file)
    passed_over.write(builder, file, matter)
    tasks.write(file, matter)
    register_ways.write(builder, file, matter)
    register_measures.write(builder, file, matter)
    pairs = [(label, id_) for id_, label in groups.items()]
    scopes.compare(builder, file.get("purpose"), pairs, file.get("subjects"), matter["id"])
    card = (
        part.text.text
        for name, parts in file.fields.items()
        for part in parts
        if name not in ("subjects", "count", "office")
    )
    named = [(file.get("subjects"), label) for label, _ in pairs]
    scopes.of_others(builder, file.get("purpose"), named, "\n".join(card))
    return told


def _collected(
    builder: Builder, file: File, matter: Entity, written: list[str], ids: list[str]
) -> None:
    """収集方法: that the own side gets it from the persons or from others whom the cell names."""
    value = file.get("collection")
    if not value or not ids or "municipality" not in builder.content:
        return
    number = len(builder.list_of("flows")) + 1
    flow: Entity = {
        "id": builder.fresh(f"f{number}"),
        "matter": matter["id"],
        "to": [builder.own],
        "relation": "collect",
        "subjects": ids,
    }
    flow.update({"lists": written} if written else {"open": True})
    flow["purpose"] = short(tidy(value.text))
    flow["source"] = value.source
    flow["provenance"] = [evidence("to", value, "", "collection")]
    builder.add("flows", flow)


def _sensitive(builder: Builder, file: File, written: list[str]) -> None:
    """含む: that some item needs care is stated; which one is not, unless the cell names it."""
    value = tidy(file.get("sensitive").text)
    if not value or compiled(r"^(?:含まない|含まれない|無|なし|[-ー])").match(value):
        return
    listed = {
        entry["item"]
        for each in builder.list_of("lists")
        if each["id"] in written
        for entry in each["entries"]
        if entry.get("item")
    }
    care = [
        item
        for item in builder.list_of("items")
        if item["id"] in listed and "statutory" in item.get("sensitivity", [])
    ]
    if not care:
        builder.notes.ask(file.get("sensitive"), "sensitive_item_not_named")
