"""Item lists of a matter: each group of items with its holders and subjects, open where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields import items, names, references
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form import agenda, labels
from nagarezu.importing.numbering import Node, outline, sections
from nagarezu.importing.passage import Passage, joined
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


def of_entry(entry: agenda.Entry, groups: Groups) -> list[Listed]:
    """The lists of an items row: 【…】 groups, or parts for persons and items."""
    parts = sections(entry.value)
    headed = [(head, body) for head, body in parts if head and body]
    if headed:
        found = [_of_group(head, body, entry, groups) for head, body in headed]
        before = _plain(entry)  # persons may stand once, in front of all groups
        for _, body in (part for part in parts if not part[0]):
            _parts(body, before, groups)
        for each in found:
            each.subjects = each.subjects or list(before.subjects)
            each.systems.extend(before.systems)
        return found
    listed = _plain(entry)
    body = _parts(entry.value, listed, groups)
    listed.found = items.read(body) if body else ItemList()
    listed.passage = body or entry.value
    _missing(listed, entry.value)
    return [listed]


def _plain(entry: agenda.Entry) -> Listed:
    label = entry.label.standard
    return Listed(
        label, ItemList(), entry.value, label_printed=entry.printed, label_rule=entry.label.rule
    )


def _parts(value: Passage, listed: Listed, groups: Groups) -> Passage:
    """What is left for the items once the parts for persons and computers are taken out."""
    before, nodes = outline(value)
    bodies: list[Passage] = []
    seen_part = False
    for node in nodes:
        if node.kind not in ("number", "paren", "kana", "kana_paren"):
            break
        first = node.passage.lines()[0].text if node.passage.lines() else ""
        found = _leading(first)
        if found is None:
            continue
        seen_part = True
        name, offset = found
        rest = _rest(node, offset)
        if name == "subjects":
            listed.subjects.extend(groups.named(rest))
            groups.count(rest)
        elif name == "computer":
            listed.systems.extend(names.systems(rest))
        else:
            bodies.append(rest)
    if not seen_part:
        return _unnumbered(value, listed, groups)
    if before and not bodies:
        bodies.append(before)
    return joined(bodies)


def _rest(node: Node, offset: int) -> Passage:
    """The printed text of a numbered part behind its heading, the numbers below it included."""
    parts = [node.passage.part(offset), *[_printed(child) for child in node.children]]
    return joined([part for part in parts if part])


def _printed(node: Node) -> Passage:
    own = node.passage
    shift = len(node.mark) + 1
    starts = tuple(start + shift if start else 0 for start in own.starts)
    here = Passage(f"{node.mark} {own.text}", starts, own.spots)
    return joined([here, *[_printed(child) for child in node.children]])


def _leading(line: str) -> tuple[str, int] | None:
    """個人の範囲 in front of a part, with a space, colon or line end behind it."""
    for match in re.finditer(r"[ \u3000:：\n]+|$", line[:40]):
        label = labels.find("inside_items", line[: match.start()])
        if label is not None:
            return label.field, match.end()
    return None


def _unnumbered(value: Passage, listed: Listed, groups: Groups) -> Passage:
    """Lines such as 対象者：…  and 情報項目：… without numbers in front."""
    bodies: list[Passage] = []
    current = "items"
    for line in value.lines():
        found = _leading(line.text)
        rest = line
        if found is not None:
            current, offset = found
            rest = line.part(offset)
        if not rest:
            continue
        if current == "subjects":
            listed.subjects.extend(groups.named(rest))
            groups.count(rest)
        elif current == "computer":
            listed.systems.extend(names.systems(rest))
        else:
            bodies.append(rest)
    return joined(bodies)


_BEFORE = re.compile(r"^(?P<who>.+?)に(?:係る|関する)(?:情報)?(?:項目|事項|情報)")


def _of_group(head: Passage, body: Passage, entry: agenda.Entry, groups: Groups) -> Listed:
    title = tidy(head.text)
    listed = Listed(
        entry.label.standard, items.read(body), body, heading=title, label_printed=entry.printed
    )
    inner = _last_bracket(title)
    listed.label = (
        re.sub(r"[(（]以下「[^」]*」という。?[)）]", "", inner) if inner else entry.label.standard
    )
    listed.label_rule = "group_heading" if inner else entry.label.rule
    who = _BEFORE.match(title)
    if who:
        listed.subjects.extend(groups.named(head.part(*_span(head.text, who["who"]))))
    elif re.search(r"(?:者|人|住民|世帯)$", title):
        listed.subjects.extend(groups.named(head))
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
    wanted = len(re.sub(r"\s", "", tidied))
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
                and re.search(r"(?:情報|連携|追加)?項目$", tidy(lines[0].text))
                and len(lines[0].text) < 20
            ):
                return items.read(joined(lines[1:])).entries
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
    for index, entry in enumerate(listed.found.entries, 1):
        _entry(builder, entry, str(index), entries, lost and not any_added, emphasised)
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


def _entry(
    builder: Builder,
    entry: Entry,
    position: str,
    into: list[Entity],
    lost: bool,
    emphasised: frozenset[str],
) -> None:
    written: Entity = {"position": position, "label": entry.label, "source": entry.passage.source}
    if not entry.children:
        written["item"] = builder.item(entry.label, entry.passage, entry.printed, entry.rule)
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
    for index, child in enumerate(entry.children, 1):
        _entry(builder, child, f"{position}.{index}", into, lost, emphasised)
