"""Item lists of a matter: each group of items with its holders and subjects, open where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nagarezu.importing.draft import item_parts
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.item_shares import shares
from nagarezu.importing.fields import items, names, references, subjects
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.agenda.sheet import Field
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy


@dataclass(slots=True)
class Listed:
    """One list before it gets its holders: subjects by number, systems that the cell names."""

    label: str
    found: ItemList
    passage: Passage
    subjects: list[int] = field(default_factory=list)
    systems: list[Name] = field(default_factory=list)
    heading: str = ""
    label_rule: str = "label"
    label_printed: Passage = field(default_factory=Passage)
    missing: list[str] = field(default_factory=list)  # papers that it points to
    kind: str = ""  # of the field that holds it: process, link, entrust, reentrust …


def of_entry(entry: Field, groups: Groups) -> list[Listed]:
    """The lists of an items row: its parts for persons and computers aside, 【…】 groups apart."""
    by_partner = _by_partner(entry.value)
    if not by_partner:
        return _of_value(entry, entry.value, groups)
    found: list[Listed] = []
    for head, body in by_partner:
        for listed in _of_value(entry, body, groups):
            listed.heading = listed.heading or tidy(head.text)
            if compiled(rules("names")["second_tier"]).search(key(head.text)):
                listed.kind = "reentrust"
            found.append(listed)
    return found


def _by_partner(value: Passage) -> list[tuple[Passage, Passage]]:
    """【委託先】 1 個人の範囲 … 2 情報項目 … 【再委託先】 1 …: parts anew for each partner."""
    found = sections(value)
    partnered = len(found) > 1 and all(
        head and any(part.role == "items" and part.head for part in item_parts.parts(body))
        for head, body in found
    )
    return found if partnered else []


def _of_value(entry: Field, value: Passage, groups: Groups) -> list[Listed]:
    shared = _plain(entry)  # persons and computers may stand once for all groups
    found: list[Listed] = []
    last: Listed | None = None
    for part in item_parts.parts(value):
        if part.role == "subjects":
            groups.count(part.body)
            named = groups.named(part.body)
            if last is not None and shared.subjects:  # persons again: those of the next items
                shared.subjects = []
            shared.subjects.extend(named)
        elif part.role == "denied":
            last = None
        elif part.role == "computer":
            shared.systems.extend(names.systems(part.body, said=True))
        else:
            body, notes = _without_notes(part.body)
            groups.count(notes, named_only=True)
            made = _shared(body, entry, groups) or _lists(body, entry, groups, shared.subjects)
            if _of_second(part.head):
                for each in made:
                    each.kind = "reentrust"
            for each in made:
                each.subjects = each.subjects or list(shared.subjects)
            found.extend(made)
            last = made[-1] if made else last
    if not found:
        _missing(shared, value)
        return [shared]
    for each in found:
        each.kind = each.kind or shared.kind
        each.subjects = each.subjects or list(shared.subjects)
        each.systems.extend(shared.systems)
    return found


_BOTH = re.compile(r"(?<!再)委託先(?:及び|並びに|と|・|、)再委託先")


def _of_second(head: str) -> bool:
    """3 再委託先に取り扱わせる項目: a part that is about those behind the partner alone."""
    plain = key(head)
    second = compiled(rules("names")["second_tier"]).search(plain)
    return bool(second) and not _BOTH.search(plain)


def _shared(body: Passage, entry: Field, groups: Groups) -> list[Listed]:
    """A list for each line that names a partner and what it gets."""
    found: list[Listed] = []
    for share in shares(body, groups):
        listed = _plain(entry)
        listed.found, listed.passage = items.read(share.body), share.body
        listed.heading, listed.subjects = tidy(share.head.text), list(share.subjects)
        found.append(listed)
    return found


_NOTE = re.compile(r"(?:\n|(?<=[ 　。)）]))[ \t　]*[※＊](?!(?:任意|希望))(?=[^\n]{8})")


def _without_notes(body: Passage) -> tuple[Passage, Passage]:
    """The items, and the notes (※) behind the last of them."""
    note = _NOTE.search(body.text)
    if note is None or _NUMBERED.search(body.text, note.end()):
        return body, Passage()
    return body.part(0, note.start()), body.part(note.end())


_NUMBERED = re.compile(
    r"\n[ \t　]*(?:[①-⑳㉑-㊿]|[(（]?[0-9０-９]{1,2}[)）. 　．、]|[ア-ン][ 　]|【)"
)


def _lists(body: Passage, entry: Field, groups: Groups, persons: list[int]) -> list[Listed]:
    """The lists of one part of items: one for each 【…】 that holds any, else one."""
    headed = [(head, inner) for head, inner in sections(body) if head and inner]
    if headed:
        return [_of_group(head, inner, entry, groups, persons) for head, inner in headed]
    listed = _plain(entry)
    listed.found = items.read(body) if body else ItemList()
    listed.passage = body or entry.value
    _missing(listed, body)
    return _by_persons(listed, groups) or [listed]


def _by_persons(listed: Listed, groups: Groups) -> list[Listed]:
    """(1) 会員 ①氏名 ②住所: below each of the groups that the paper has named its items.

    会員の氏名、住所 says whose they are in front of the first of them.
    """
    found, known = listed.found, {core for group in groups.groups for core in group.cores}
    entries = found.entries
    if entries and all(
        each.children and subjects.names_persons(each.label) and subjects.core(each.label) in known
        for each in entries
    ):
        made = [
            replace(
                listed,
                found=replace(found, entries=each.children),
                heading=each.label,
                subjects=_whose(each.label, listed.passage, groups),
            )
            for each in entries
        ]
        return made if all(each.subjects for each in made) else []
    first = entries[0] if len(entries) > 1 and not entries[0].children else None
    who, _, label = first.label.rpartition("の") if first else ("", "", "")
    others = any(subjects.names_persons(each.label.rpartition("の")[0]) for each in entries[1:])
    of_group = subjects.names_persons(who) and subjects.core(who) in known
    if first and label and of_group and not others:  # not 児童の氏名、保護者の氏名
        listed.subjects = _whose(who, listed.passage, groups)
        first.label = label
    return []


def _whose(label: str, passage: Passage, groups: Groups) -> list[int]:
    at = passage.text.find(label)
    return groups.headed(passage.part(at, at + len(label))) if at >= 0 else []


def _plain(entry: Field) -> Listed:
    label = entry.label.standard
    listed = Listed(
        label, ItemList(), entry.value, label_printed=entry.printed, label_rule=entry.label.rule
    )
    listed.kind = entry.label.field.split("_")[0]
    return listed


_BEFORE = re.compile(r"^(?P<who>.+?)に(?:係る|関する)(?:情報)?(?:項目|事項|情報)")


def _of_group(
    head: Passage, body: Passage, entry: Field, groups: Groups, persons: list[int]
) -> Listed:
    title = tidy(head.text)
    listed = Listed(
        entry.label.standard, items.read(body), body, heading=title, label_printed=entry.printed
    )
    inner = _last_bracket(title)
    listed.label = (
        compiled(r"[(（]以下「[^」]*」という。?[)）]").sub("", inner)
        if inner
        else entry.label.standard
    )
    listed.label_rule = "group_heading" if inner else entry.label.rule
    who = _BEFORE.match(title)
    if who and subjects.names_persons(who["who"]):
        listed.subjects.extend(groups.headed(head.part(*_span(head.text, who["who"])), persons))
    elif subjects.names_persons(title):
        listed.subjects.extend(groups.headed(head, persons))
    _missing(listed, body)
    return listed


def _last_bracket(title: str) -> str:
    """What the brackets at the end of a heading hold, if it is the name of a list."""
    depth = 0
    for offset in range(len(title) - 1, -1, -1):
        depth += (title[offset] in ")）") - (title[offset] in "(（")
        if depth == 0:
            inner = title[offset + 1 : -1]
            return inner if offset < len(title) - 1 and inner.endswith("項目") else ""
    return ""


def _span(text: str, tidied: str) -> tuple[int, int]:
    """Where a tidied beginning ends in the printed text."""
    wanted = len(compiled(r"\s").sub("", tidied))
    seen = 0
    for offset, char in enumerate(text):
        if not char.isspace():
            seen += 1
        if seen == wanted:
            return 0, offset + 1
    return 0, len(text)


def _missing(listed: Listed, passage: Passage) -> None:
    listed.missing = [
        each.label for each in references.read(passage) if each.label != "別紙チェックリスト"
    ]


def from_overview(overview: Passage) -> list[Entry]:
    """Items that the overview lists below 情報連携項目, for sheets that point away."""
    _, nodes = outline(overview)
    for node in nodes:
        for path in node.walk():
            passage = path[-1].passage
            lines = passage.lines()
            if (
                len(lines) > 1
                and compiled(r"(?:情報|連携|追加)?項目$").search(tidy(lines[0].text))
                and len(lines[0].text) < 20
            ):
                found = [] if any("。" in line.text for line in lines) else lines[1:]
                return items.read(joined(found)).entries if found else []
    return []


def write(
    builder: Builder,
    listed: Listed,
    matter: str,
    holders: list[str],
    unresolved: set[str],
    *,
    lost: bool,
    emphasised: frozenset[str],
) -> Entity:
    """A list as the case format has it. Entries get items; groups only their label."""
    number = len(builder.list_of("lists")) + 1
    entity: Entity = {
        "id": builder.fresh(f"l{number}"),
        "matter": matter,
        "holders": holders,
        "label": listed.label,
    }
    entries: list[Entity] = []
    any_added = any(entry.added for entry in listed.found.leaves())
    first: dict[str, str] = {}
    for index, entry in zip(_numbers(listed.found.entries), listed.found.entries, strict=True):
        # 保護者 氏名, 児童 氏名: the second one is the item of somebody else
        whose = entry.head if entry.head != first.setdefault(entry.label, entry.head) else ""
        _entry(builder, entry, str(index), entries, lost and not any_added, emphasised, whose)
    entity["entries"] = entries
    missing = [label for label in listed.missing if label in unresolved]
    away = bool(listed.missing) and not entries
    if listed.found.is_open or missing or away or not entries:
        entity["open"] = True
    if missing:
        entity["missing_reference"] = " ".join(missing)
    entity["source"] = listed.passage.source
    proofs = (
        [evidence("label", listed.label_printed, listed.label, listed.label_rule)]
        if listed.label_printed
        else []
    )
    if listed.found.open_word:
        proofs.append(
            evidence("open", listed.passage, "true", "open_word", printed=listed.found.open_word)
        )
    entity["provenance"] = proofs
    if not entries and not missing:
        builder.notes.skip(listed.passage, "items_not_read")
    return builder.add("lists", entity)


def _numbers(entries: list[Entry]) -> list[int]:
    """The printed numbers where they count up, so also from ⑥ in a second group; else the order."""
    printed = [entry.number for entry in entries]
    rising = all(first < second for first, second in pairwise([0, *printed]))
    return printed if rising else in_order(entries)


def in_order(entries: list[Entry]) -> list[int]:
    """1, 2, 3 …; a line that stands there twice in a row has one number."""
    found: list[int] = []
    for at, entry in enumerate(entries):
        again = at > 0 and not entry.children and entry.label == entries[at - 1].label
        found.append(found[-1] if again else max(found, default=0) + 1)
    return found


def _entry(
    builder: Builder,
    entry: Entry,
    position: str,
    into: list[Entity],
    lost: bool,
    emphasised: frozenset[str],
    whose: str = "",
) -> None:
    written: Entity = {"position": position, "label": entry.label, "source": entry.passage.source}
    if not entry.children:
        label = f"{whose}の{entry.label}" if whose else entry.label
        written["item"] = builder.item(label, entry.passage, entry.printed, entry.rule)
    if entry.optional:
        written["optional"] = True
    plain = key(entry.label)
    if entry.added or any(plain in each for each in emphasised):
        written["change"] = "added"
    elif lost and not entry.children:
        written["change"] = "unknown"
    if entry.label != entry.printed:
        written["provenance"] = [
            evidence("label", entry.passage, entry.label, entry.rule, printed=entry.printed)
        ]
    into.append(written)
    for index, child in zip(_numbers(entry.children), entry.children, strict=True):
        _entry(builder, child, f"{position}.{index}", into, lost, emphasised)
