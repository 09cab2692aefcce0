"""From the sheets of an agenda paper to a case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import announced, matters, measures, notices, remarks, work_periods
from nagarezu.importing.draft.agenda import contents as agenda_contents
from nagarezu.importing.draft.agenda import others as agenda_others
from nagarezu.importing.draft.agenda.dates import named_days
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import announcements, heading, municipality
from nagarezu.importing.draft.groups import Groups, part_of_purpose
from nagarezu.importing.draft.matters import Made, step_entity
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import work
from nagarezu.importing.fields.work_periods import told
from nagarezu.importing.form.agenda.form import Sheet, sheets
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
    announced.kinds(builder, found, made)
    for one in made:
        matters.partners(builder, one)
    for one in made:
        matters.media(builder, one)
    for one in made:
        one.overview = content
    lists = [(one, matters.listed(builder, one, groups)) for one in made]
    for one in made:
        matters.rows(builder, one, bool(emphasised), _notes_before(found, one.sheet))
    if made and content:
        matters.earlier(made)
        agenda_contents.write(made)
        _told_work(made)
    for one in made:
        for entry in one.sheet.entries:
            if entry.label.field.endswith(("_reason", "_content")):
                groups.count_again(entry.value)
    for sheet in found:
        if sheet.kind == "attachment":
            groups.count_again(joined([sheet.title, *[row.whole for row in sheet.rows]]))
    ids = groups.settle()
    for one, listed in lists:
        matters.connect(builder, one, listed, ids, papers.unresolved, emphasised)
    for one in made:
        agenda_others.write(builder, one)
    announced.unmarked(builder, made)
    announced.added_partners(builder, found)
    _creates(builder, ids)
    measures.of_sheets(builder, made)
    measures.of_checklists(builder, found, made)
    measures.of_clauses(builder, found, made)
    _attachments(builder, found, made)
    _purpose(builder, overview, groups, ids)
    named_days(builder, rows)
    papers.write(builder)
    parts = _parts(found, made, overview)
    remarks.mentions(builder, parts)
    notices.write(builder, parts)
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


def _told_work(made: list[Made]) -> None:
    """When work is done, as the overview tells it: of the one contract whose sheet names it."""
    contracted = [
        one
        for one in made
        if any(each["kind"] == "contract" for each in one.entity.get("periods", []))
    ]
    for each in told(made[0].overview) if contracted else []:
        mine = contracted
        if len(contracted) > 1:
            mine = [one for one in contracted if key(each.name) in key(_what_is_done(one))]
        if each.period.end and len(mine) == 1:
            work_periods.add(mine[0].entity, each)


def _what_is_done(one: Made) -> str:
    rows = [each for each in one.sheet.entries if each.label.field.endswith("_content")]
    return "\n".join([one.sheet.title.text, *(each.value.text for each in rows)])


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
