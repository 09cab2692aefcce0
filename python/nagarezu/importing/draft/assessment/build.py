"""From an assessment, whole or as a list of changes, to a case of one matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import notices, remarks
from nagarezu.importing.draft.assessment import attached as assessment_attached
from nagarezu.importing.draft.assessment import broken_down as assessment_broken_down
from nagarezu.importing.draft.assessment import called, lists_again, marked, not_in_rows, whose
from nagarezu.importing.draft.assessment import contents as assessment_contents
from nagarezu.importing.draft.assessment import crosswalk as assessment_crosswalk
from nagarezu.importing.draft.assessment import files as assessment_files
from nagarezu.importing.draft.assessment import outlined as assessment_outlined
from nagarezu.importing.draft.assessment import passed_over as assessment_passed_over
from nagarezu.importing.draft.assessment import periods as assessment_periods
from nagarezu.importing.draft.assessment import returned as assessment_returned
from nagarezu.importing.draft.assessment import sent as assessment_sent
from nagarezu.importing.draft.assessment import tables as assessment_tables
from nagarezu.importing.draft.assessment import taken as assessment_taken
from nagarezu.importing.draft.assessment import tasks as assessment_tasks
from nagarezu.importing.draft.assessment import title as assessment_title
from nagarezu.importing.draft.assessment import told as told
from nagarezu.importing.draft.assessment import unlisted as assessment_unlisted
from nagarezu.importing.draft.assessment import ways as assessment_ways
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.lists import listed, of_cell
from nagarezu.importing.draft.assessment.measures import measures
from nagarezu.importing.draft.assessment.naming import name_of
from nagarezu.importing.draft.assessment.subjects import subjects
from nagarezu.importing.draft.assessment.transfers import numbered_transfers, transfers
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.matters import step_entity
from nagarezu.importing.draft.named import called as short_names
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import work
from nagarezu.importing.form.assessment import form
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

MATTER = "m1"
# 第2回審査会 資料4, 諮問資料1-2; （令和6年10月 様式2）, the edition of the form
_OWN_NUMBER = re.compile(
    r"(?:^|[ 　\t]|(?:諮問|説明|会議|配布|参考|審議|報告|別)(?=資料))"
    r"(?P<label>(?:資料|様式)\d{1,2}(?:-\d{1,2})?)[ )\]]*$"
)
_TITLE_LINES = 6


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of an assessment."""
    sheet = form.read(rows)
    municipality(builder, rows)
    builder.content["title"] = tidy(sheet.title.text)
    builder.content["procedure"] = "assessment"
    matter = _matter(builder, sheet, rows)
    groups = Groups(builder)
    subjects(groups, sheet)
    ids = groups.settle()
    if ids:
        builder.holder_entity(builder.own)["creates"] = [{"subjects": ids, "open": True}]
    flows = Flows(builder, matter, ids)
    lists = listed(sheet)
    builder.later_files = assessment_files.of_sheet(sheet, lists)
    builder.file = assessment_files.alone(sheet)
    flows.systems(sheet, lists)
    lists_again.write(builder, sheet, matter)
    assessment_outlined.write(builder, sheet, matter, [each.heading for each in lists])
    flows.partners(sheet)
    flows.recipients(sheet)
    whose.blocks(builder, [*sheet.lines, *sheet.changed], flows.of_block)
    assessment_sent.write(flows, sheet)
    assessment_ways.write(flows, sheet)
    assessment_broken_down.write(flows, sheet)
    transfers(builder, sheet, flows)
    numbered_transfers(builder, sheet)
    called.sections(builder, matter)
    called.lettered(builder, rows)
    short_names.write(builder, rows)
    told.flows(flows, sheet)
    told.additions(builder, sheet, matter["id"])
    told.recorded(builder, sheet, matter["id"])
    assessment_returned.write(flows, sheet, rows)
    assessment_taken.write(matter, sheet, rows)
    assessment_taken.from_others(flows, sheet)
    assessment_periods.write(sheet, matter)
    chapters = measures(builder, sheet, matter["id"])
    assessment_crosswalk.write(builder, sheet, chapters)
    assessment_attached.clauses(builder, rows, matter["id"])
    assessment_attached.checklists(builder, sheet, matter)
    assessment_ways.of_measures(flows)
    assessment_tables.changes(builder, sheet)
    assessment_title.write(builder, sheet, rows)
    _workflow(sheet, matter)
    assessment_contents.write(sheet, matter)
    assessment_tasks.write(sheet, matter, rows)
    _references(builder, sheet, rows)
    remarks.mentions(builder, [("other", "", joined([row.whole for row in rows]))])
    assessment_passed_over.write(builder, sheet, matter["id"])
    notices.write(builder, _parts(sheet))
    assessment_unlisted.write(builder, sheet, rows, matter["id"])
    not_in_rows.write(builder, sheet, rows, matter)
    marked.write(builder, rows)


def _matter(builder: Builder, sheet: Assessment, rows: Sequence[Row]) -> Entity:
    name = name_of(sheet, rows)
    builder.content["title"] = name.title
    matter: Entity = {
        "id": builder.fresh(MATTER),
        "title": name.title or "件名の記載なし",
        "kinds": ["assessment"],
        "source": sheet.title.source,
    }
    matter["provenance"] = [evidence("title", name.place, matter["title"], name.rule, 0.85)]
    department = next((line.value for line in sheet.of("department") if line.value), Passage())
    if department:
        matter["department"] = tidy(department.text)
        matter["provenance"].append(
            evidence("department", department, matter["department"], "label")
        )
    if name.given:
        matter["register_name"] = name.given
    builder.add("matters", matter)
    return matter


def _workflow(sheet: Assessment, matter: Entity) -> None:
    """別添1 事務の内容: the numbered steps of the work."""
    parts = {part for part, title in sheet.attached if "事務の内容" in title.text}
    steps = []
    for line in sheet.lines:
        if line.part in parts and len(line.row.filled) == 1:
            match = compiled(r"^\d{1,2}[.．、 ]\s*(?P<label>[^。]{2,80})。?$").match(
                fold(tidy(line.row.text))
            )
            if match:
                steps.append(
                    step_entity(
                        work.Step(
                            tidy(line.row.text)[match.start("label") : match.end("label")],
                            line.row.whole,
                        ),
                        "workflow",
                    )
                )
    if steps:
        matter["work"] = [*steps, *matter.get("work", [])]


def _references(builder: Builder, sheet: Assessment, rows: Sequence[Row]) -> None:
    """Attachments that stand in the sheet under a head of their own are there.

    A list of what is attached only says what ought to be.
    """
    at_hand = [*_at_hand(sheet), *assessment_attached.sheets(rows)]
    listed = {head.at for entries in Parts(rows).lists for head in entries}
    printed = [row for at, row in enumerate(rows) if at not in listed]
    papers = Papers(printed, dict.fromkeys(at_hand, "heading"), [])
    for row in rows[:_TITLE_LINES]:  # the paper's own number
        match = _OWN_NUMBER.search(fold(row.text))
        if match and len(papers.cited.get(match["label"], [])) == 1:
            del papers.cited[match["label"]]
    _unsplit(papers)
    papers.write(builder)
    written = {each["label"] for each in builder.list_of("references")}
    for label, title in sheet.attached:
        if label not in written and (compiled(r"\d$").search(label) or _cited(rows, title, label)):
            written.add(label)
            proof = evidence("label", title, label, "attached_heading", printed=title.text)
            builder.add(
                "references",
                {"label": label, "resolved": True, "source": title.source, "provenance": [proof]},
            )


def _unsplit(papers: Papers) -> None:
    """別添1 1 7 is the entry 17 of 別添1 that is there, no paper of its own."""
    for label in papers.unresolved:
        printed = fold(papers.cited[label][0].printed).strip().split(" ")
        if (
            len(printed) > 1
            and compiled(r"\d$").search(printed[0])
            and printed[0] in papers.present
        ):
            del papers.cited[label]


def _cited(rows: Sequence[Row], title: Passage, label: str) -> bool:
    """Whether a row speaks of 別紙, the only one, in whatever words: 別紙の確認表により行う."""
    said = re.compile(rf"(?<!前記){label}(?=[のにを（(、])(?!の?[ ]?\d)")
    return any(said.search(fold(row.text)) for row in rows if row.text != title.text)


_ATTACHED = re.compile(r"^[(（【]?(?P<label>別[添紙表]\d{1,2})")


def _at_hand(sheet: Assessment) -> set[str]:
    """Attachments with a head of their own, or given whole in a list of changes."""
    found = {label for label, _ in sheet.attached}
    for line in sheet.changed:
        match = _ATTACHED.match(fold(line.printed.text))
        if match and len(of_cell(line.value).leaves()) > 1:
            found.add(match["label"])
    return found


def _parts(sheet: Assessment) -> list[tuple[str, str, Passage]]:
    """Where an assessment tells who sends what: its systems, its flow of work, its measures."""
    parts = [("system", MATTER, line.value) for line in sheet.of("system_functions")]
    parts += [("workflow", MATTER, line.value or line.row.whole) for line in told.steps(sheet)]
    named = ("risk_measures", "entrust_content", "task_content", "overview")
    return parts + [("matter", MATTER, line.value) for line in sheet.of(*named)]
