"""From the sheets of an agenda paper to a case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import claims, matters, measures, remarks
from nagarezu.importing.draft.agenda_dates import named_days
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import announcements, heading, municipality
from nagarezu.importing.draft.groups import Groups, part_of_purpose
from nagarezu.importing.draft.matters import Made, step_entity
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import work
from nagarezu.importing.fields.reading import Question
from nagarezu.importing.form.agenda import Sheet, sheets
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, tidy


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of an agenda paper."""
    found = sheets(rows)
    cover = [sheet for sheet in found if sheet.kind == "cover"]
    overview = _overview(found)
    municipality(builder, rows)
    heading(builder, [row for sheet in cover for row in sheet.rows])
    _title(builder, found)
    papers = Papers(
        rows, _present(found), [sheet.title for sheet in found if sheet.kind == "attachment"]
    )
    groups = Groups(builder)
    content = _subjects(groups, overview)
    made = _matters(builder, found)
    _announced_kinds(builder, found, made)
    for one in made:
        matters.partners(builder, one)
    for one in made:
        matters.media(builder, one)
    lists = [(one, matters.listed(builder, one, groups, content)) for one in made]
    for one in made:
        matters.rows(builder, one, bool(emphasised), _notes_before(found, one.sheet))
    if made and content:
        matters.earlier(made, content)
    ids = groups.settle()
    for one, listed in lists:
        matters.connect(builder, one, listed, ids, papers.unresolved, emphasised)
    _unmarked(builder, made)
    _creates(builder, ids)
    measures.of_sheets(builder, made)
    measures.of_checklists(builder, found, made)
    measures.of_clauses(builder, found, made)
    _attachments(builder, found, made)
    _purpose(builder, overview, groups, ids)
    named_days(builder, rows)
    papers.write(builder)
    remarks.mentions(builder, _parts(found, made, overview))
    claims.of_measures(builder)
    if content:
        claims.of_text(builder, content, made[0].id if len(made) == 1 else "")
    for one in made:
        for entry in one.sheet.entries:
            if entry.label.field.endswith(("_reason", "_content", "_form")):
                claims.of_text(builder, entry.value, one.id)
    builder.resolve_derived()
    _leftovers(builder, found)


def _overview(found: list[Sheet]) -> Sheet | None:
    return next((sheet for sheet in found if sheet.kind == "overview"), None)


def _title(builder: Builder, found: list[Sheet]) -> None:
    for sheet in found:
        entry = sheet.get("title")
        if entry is not None and entry.value:
            builder.content["title"] = tidy(entry.value.text)
            if sheet.kind == "cover":
                announcements(builder, entry.value)
            return


_KINDS = (
    ("電算処理", ("process",)),
    ("外部結合", ("link",)),
    ("委任", ("delegate",)),
    ("業務委託", ("entrust", "reentrust")),
)


def _announced_kinds(builder: Builder, found: list[Sheet], made: list[Made]) -> None:
    """Kinds of sheets that the title of the paper names and no sheet is of."""
    cover = next((sheet for sheet in found if sheet.kind == "cover"), None)
    entry = cover.get("title") if cover is not None else None
    there = {kind for one in made for kind in one.kinds}
    if entry is None or not made:
        return
    for word, kinds in _KINDS:
        if word in key(entry.value.text) and not there & set(kinds):
            proof = evidence("label", entry.value, word, "title_words", 0.8)
            source = entry.value.source
            announced = {"topic": "work", "label": word, "source": source, "provenance": [proof]}
            builder.add("announcements", announced)


def _present(found: list[Sheet]) -> dict[str, str]:
    """The papers that are plainly attached: the checklist, the clauses, the sheets themselves."""
    kinds = {sheet.kind for sheet in found}
    present = {}
    if "checklist" in kinds:
        present["別紙チェックリスト"] = "attached"
    if "clauses" in kinds:
        present["別紙特記事項"] = "attached"
    if kinds & {"overview", "matter"}:
        present["別紙"] = "attached"
    return present


_ABOUT_PERSONS = re.compile(r"対象|人数|件数|世帯|者数|規模|受給|該当者")


def _subjects(groups: Groups, overview: Sheet | None) -> Passage:
    """The groups and counts of the overview; returns its content row."""
    if overview is None:
        return Passage()
    row = overview.get("subjects")
    if row is not None and row.value:
        groups.named(row.value)
        groups.count(row.value)
    for each in overview.entries:
        if each.label.field == "counts":
            groups.count(each.value)
    entry = overview.get("overview")
    if entry is None:
        return Passage()
    before, nodes = outline(entry.value)
    parts = [node for node in nodes if _ABOUT_PERSONS.search(_first_line(node.passage))]
    for node in nodes:
        section = joined([_marked(path[-1]) for path in node.walk()])
        groups.count(section, named_only=node not in parts)
    if not nodes:
        groups.count(before, named_only=not _ABOUT_PERSONS.search(tidy(before.text)))
    return entry.value


def _marked(node: Node) -> Passage:
    """The text of a node; a circled number stays, for it may mean a group of that number."""
    own = node.passage
    if node.kind != "circled":
        return own
    starts = tuple(start + 2 if start else 0 for start in own.starts)
    return Passage(f"{node.mark} {own.text}", starts, own.spots)


def _first_line(passage: Passage) -> str:
    lines = passage.lines()
    return tidy(lines[0].text) if lines else ""


def _matters(builder: Builder, found: list[Sheet]) -> list[Made]:
    made: list[Made] = []
    for sheet in found:
        if sheet.kind == "matter" and (len(sheet.entries) > 1 or sheet.rows):
            made.append(matters.begin(builder, sheet, len(made) + 1))
            builder.add("matters", made[-1].entity)
    if not made:
        builder.notes.skip(found[0].title if found else Passage(), "no_matter")
    return made


def _notes_before(found: list[Sheet], sheet: Sheet) -> list[Passage]:
    """Notes (※) in front of the title of a sheet, so at the end of the one before."""
    index = next(number for number, each in enumerate(found) if each is sheet)
    before = found[index - 1].rows if index else []
    return [row.whole for row in before if row.whole.text.startswith("※")]


def _unmarked(builder: Builder, made: list[Made]) -> None:
    """Where the emphasis that marks added items is lost, which are added is unknown (trap 12).

    What a title announces of items is then a question, and no statement to hold the lists against.
    """
    lost = {one.id for one in made if one.entity.get("emphasis_lost")}
    changes = [
        entry.get("change") for each in builder.list_of("lists") for entry in each["entries"]
    ]
    if not lost or "added" in changes:
        return
    kept = []
    for each in builder.list_of("announcements"):
        if each["topic"] == "item" and each.get("matter", next(iter(lost))) in lost:
            builder.notes.questions.append(
                Question("change_not_marked", each["source"], each["label"])
            )
        else:
            kept.append(each)
    builder.content["announcements"] = kept


def _creates(builder: Builder, ids: list[str]) -> None:
    """The own side holds what its registers have; which items these are, the paper does not say."""
    if ids and builder.own:
        builder.holder_entity(builder.own)["creates"] = [{"subjects": ids, "open": True}]


def _attachments(builder: Builder, found: list[Sheet], made: list[Made]) -> None:
    """Notices that figures list belong to the sheet that changes the system."""
    target = next((one for one in made if "process" in one.kinds), made[0] if made else None)
    for sheet in found:
        if sheet.kind != "attachment" or target is None:
            continue
        passage = joined([row.whole for row in sheet.rows])
        steps = [step for step in work.read(passage) if step.direction]
        target.entity.setdefault("work", []).extend(step_entity(step, "figure") for step in steps)
        if not target.entity["work"]:
            del target.entity["work"]


def _purpose(builder: Builder, overview: Sheet | None, groups: Groups, ids: list[str]) -> None:
    entry = overview.get("purpose") if overview is not None else None
    if entry is None or not entry.value:
        return
    purpose: Entity = {"label": tidy(entry.value.text), "source": entry.value.source}
    part = part_of_purpose(entry.value.text)
    whole = [
        id_
        for group, id_ in zip(groups.groups, ids, strict=True)
        if part and any(key(name)[:6] in key(part) for name, _ in group.names)
    ]
    if part:
        purpose["concerns"] = part
        if whole:
            purpose["part_of"] = whole
    purpose["provenance"] = [evidence("label", entry.value, purpose["label"], entry.label.rule)]
    builder.add("purposes", purpose)


def _parts(
    found: list[Sheet], made: list[Made], overview: Sheet | None
) -> list[tuple[str, str, Passage]]:
    parts: list[tuple[str, str, Passage]] = []
    if overview is not None:
        parts.extend(("overview", "", entry.value) for entry in overview.entries)
    for one in made:
        for entry in one.sheet.entries:
            if not entry.label.field.endswith("own"):
                parts.append(("matter", one.id, entry.value))
    for sheet in found:
        if sheet.kind == "attachment":
            parts.append(("figure", "", joined([sheet.title, *[row.whole for row in sheet.rows]])))
    return parts


def _leftovers(builder: Builder, found: list[Sheet]) -> None:
    """Rows whose label is unknown, with the known one that looks most like it."""
    from nagarezu.importing.form import labels

    for sheet in found:
        if sheet.kind in ("checklist", "clauses", "attachment"):
            if sheet.kind == "attachment":
                builder.notes.skip(sheet.title, "attachment_not_read")
            continue
        for row in sheet.rows:
            if len(row.filled) > 1 and len(row.filled[0].text) <= 40:
                near = labels.suggestion("agenda", row.filled[0].text)
                builder.notes.skip(row.whole, "label_unknown", near)
