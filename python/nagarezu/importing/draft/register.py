"""From a register of files to a case: a matter for each file, flows to the regular recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft import claims, lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import items, names, subjects
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.form import register as form
from nagarezu.importing.form.register import File
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy

_TOUCHING = re.compile(r"[1１][^\d\s.．、,)）]")
_BLANK = re.compile(r"(?<=\S)[ 　](?=\d{1,2}[^\d\s.．、,)）])")
_NONE = re.compile(r"^(?:なし|無し?|無|該当なし|[-ー－―—]|ない|特になし|・?)$")


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of a register."""
    files, left = form.read(rows)
    municipality(builder, [*rows])
    _body(builder, files)
    title = next((row.text for row in left if "簿" in row.text), "")
    builder.content["title"] = tidy(title)
    builder.content["procedure"] = "other"
    groups = Groups(builder)
    made = [_matter(builder, file, number) for number, file in enumerate(files, 1)]
    numbers = [_subjects(groups, file) for file in files]
    ids = groups.settle()
    for file, matter, mine in zip(files, made, numbers, strict=True):
        _flows(builder, file, matter, [ids[number] for number in dict.fromkeys(mine)])
    Papers(rows, {}, []).write(builder)
    claims.of_measures(builder)
    builder.resolve_derived()
    if not files:
        builder.notes.skip(rows[0].whole if rows else Passage(), "no_file")


def _body(builder: Builder, files: Sequence[File]) -> None:
    """けやき市長 names the municipality where nothing else does."""
    for file in files:
        match = re.match(
            r"^(?P<name>[^ 　]{1,8}?[市区町村])(?:長|教育委員会|議会)?$",
            tidy(file.get("body").text),
        )
        if match and "municipality" not in builder.content:
            builder.content["municipality"] = {"name": match["name"]}
            builder.holder_entity(builder.own)["label"] = match["name"]
            return


def _matter(builder: Builder, file: File, number: int) -> Entity:
    name = file.get("name")
    matter: Entity = {
        "id": builder.fresh(f"m{number}"),
        "title": tidy(name.text) or "名称の記載なし",
        "kinds": ["other"],
    }
    matter["provenance"] = [evidence("title", name, matter["title"], "label")] if name else []
    for member, field_ in (("department", "section"), ("reason", "purpose")):
        value = file.get(field_)
        if value:
            matter[member] = tidy(value.text)
            matter["provenance"].append(evidence(member, value, matter[member], "label"))
    matter["register_name"] = matter["title"]
    matter["source"] = name.source or (file.get("items").source if file.get("items") else "")
    if not matter["source"]:
        del matter["source"]
    started = file.get("started")
    when = dates(started.text) if started else []
    if when and when[0].iso:
        matter["periods"] = [
            {
                "label": tidy(file.printed["started"].text),
                "kind": "operation",
                "printed": when[0].printed,
                "start": when[0].iso,
                "source": started.source,
                "provenance": [
                    evidence("start", started, when[0].iso, "dates", printed=when[0].printed)
                ],
            }
        ]
    builder.add("matters", matter)
    return matter


def _subjects(groups: Groups, file: File) -> list[int]:
    """One cell is one group: what 及び joins here is one file. Its number may stand behind it."""
    found = []
    for line in file.get("subjects").lines():
        text = re.sub(r"^(?:[0-9０-９]{1,2}[.．、 ]?|[①-⑳・])", "", line.text)
        label = tidy(subjects.without_count(text)).strip("、。")
        if not label:
            continue
        found.append(groups.name(label, line))
        for each in counts(text):
            groups.give(label, each, line)
    count = file.get("count")
    if count and found:
        for each in counts(count.text):
            groups.give(groups.groups[found[0]].label, each, count)
    return found


def _separated(part: Passage) -> Passage:
    """1氏名 2住所 as 1氏名、2住所: where numbers touch their items, blanks part them.

    No character more or less, so that places stay.
    """
    if not _TOUCHING.match(part.text):
        return part
    return replace(part, text=_BLANK.sub("、", part.text))


def _flows(builder: Builder, file: File, matter: Entity, ids: list[str]) -> None:
    parts = file.fields.get("items", [])
    found = ItemList()
    for part in parts:
        read = items.read(_separated(part))
        found.entries.extend(read.entries)
        found.is_open = found.is_open or read.is_open
        found.open_word = found.open_word or read.open_word
    whole = joined(parts)
    listed = Listed("記録項目", found, whole, label_printed=file.printed.get("items", Passage()))
    written: list[str] = []
    if whole:
        entity = lists.write(
            builder, listed, matter["id"], [builder.own], set(), lost=False, emphasised=frozenset()
        )
        written = [entity["id"]]
        _sensitive(builder, file, entity)
    own = builder.holder_entity(builder.own)
    created: Entity = (
        {"subjects": ids, "lists": written} if written else {"subjects": ids, "open": True}
    )
    if ids:
        own.setdefault("creates", []).append(created)
    _recipients(builder, file, matter, written, ids)


def _recipients(
    builder: Builder, file: File, matter: Entity, written: list[str], ids: list[str]
) -> None:
    for field_, relation in (("recipients", "provide"), ("entrust", "entrust")):
        value = file.get(field_)
        if not value or _NONE.match(fold(tidy(value.text))):
            continue
        found = [
            name
            for name in names.partners(value)
            if key(name.label) not in ("有", "あり", "無", "なし")
        ]
        if not found:
            builder.notes.skip(value, "recipient_not_read")
        for name in found:
            to = builder.organisation(name)
            number = len(builder.list_of("flows")) + 1
            flow: Entity = {
                "id": builder.fresh(f"f{number}"),
                "matter": matter["id"],
                "from": builder.own,
                "to": [to],
                "relation": relation,
            }
            flow.update({"lists": written} if written else {"open": True})
            flow.update({"subjects": ids} if ids else {"open_subjects": True})
            flow["source"] = name.passage.source
            flow["provenance"] = [
                evidence("to", name.passage, name.label, "regular_recipient", printed=name.printed)
            ]
            builder.add("flows", flow)


def _sensitive(builder: Builder, file: File, entity: Entity) -> None:
    """含む: that some item needs care is stated; which one is not, unless the cell names it."""
    value = tidy(file.get("sensitive").text)
    if not value or re.match(r"^(?:含まない|含まれない|無|なし|[-ー])", value):
        return
    labels = {entry.get("item"): entry["label"] for entry in entity["entries"] if entry.get("item")}
    care = [
        item
        for item in builder.list_of("items")
        if item["id"] in labels and "statutory" in item.get("sensitivity", [])
    ]
    if not care:
        builder.notes.ask(file.get("sensitive"), "sensitive_item_not_named")
