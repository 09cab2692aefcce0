"""From an assessment, whole or as a list of changes, to a case of one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import notices, remarks
from nagarezu.importing.draft.assessment import attached as assessment_attached
from nagarezu.importing.draft.assessment import contents as assessment_contents
from nagarezu.importing.draft.assessment import crosswalk as assessment_crosswalk
from nagarezu.importing.draft.assessment import returned as assessment_returned
from nagarezu.importing.draft.assessment import sent as assessment_sent
from nagarezu.importing.draft.assessment import tables as assessment_tables
from nagarezu.importing.draft.assessment import taken as assessment_taken
from nagarezu.importing.draft.assessment import tasks as assessment_tasks
from nagarezu.importing.draft.assessment import told as told
from nagarezu.importing.draft.assessment import ways as assessment_ways
from nagarezu.importing.draft.assessment import whose
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
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import work
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.periods import periods
from nagarezu.importing.form.assessment import form
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

MATTER = "m1"
_BEGINNING = re.compile(  # 令和8年4月1日から使用する
    r"(?P<date>(?:令和|平成|20\d\d年)[ ]?[元\d ]{0,4}年?[ \d]{1,4}月(?:[ \d]{1,4}日)?)(?:から|より)"
    r"(?![^。]{0,24}まで)[^。、]{0,24}?(?:(?:使用|利用|運用|稼働|開始|実施|事務を行|施行|適用|追加|導入|移行)"
    r"(?:を?(?:開始)?する|を行う|う|します|する予定)|(?:加え|始め|切り替え|受け付け)る)"
)
# what is handed on is work under the contract of its block
_TERMS = {"contract_term": "contract", "reentrust_term": "operation"}
_TOLD_TERM = re.compile(
    r"(?<!再)(?:委託|契約)(?:契約)?の?期間(?:は|が)?[、:： 　]*"
    r"(?P<term>(?:令|平|[2２])[^。()（）]{4,60})"
)
# 第2回審査会 資料4; （令和6年10月 様式2）, the edition of the form
_OWN_NUMBER = re.compile(r"(?:^|[ 　\t])(?P<label>(?:資料|様式)\d{1,2}(?:-\d{1,2})?)[ )\]]*$")
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
    flows.systems(sheet, listed(sheet))
    flows.partners(sheet)
    flows.recipients(sheet)
    whose.blocks(builder, [*sheet.lines, *sheet.changed], flows.of_block)
    assessment_sent.write(flows, sheet)
    assessment_ways.write(flows, sheet)
    transfers(builder, sheet, flows)
    numbered_transfers(builder, sheet)
    told.flows(flows, sheet)
    told.additions(builder, sheet, matter["id"])
    told.recorded(builder, sheet, matter["id"])
    assessment_returned.write(flows, sheet, rows)
    assessment_taken.write(matter, sheet, rows)
    _periods(sheet, matter)
    chapters = measures(builder, sheet, matter["id"])
    assessment_crosswalk.write(builder, sheet, chapters)
    assessment_attached.clauses(builder, rows, matter["id"])
    assessment_attached.checklists(builder, sheet, matter)
    assessment_ways.of_measures(flows)
    assessment_tables.changes(builder, sheet)
    _workflow(sheet, matter)
    assessment_contents.write(sheet, matter)
    assessment_tasks.write(sheet, matter)
    _references(builder, sheet, rows)
    remarks.mentions(builder, [("other", "", joined([row.whole for row in rows]))])
    notices.write(builder, _parts(sheet))


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


def _periods(sheet: Assessment, matter: Entity) -> None:
    """Since when the file is held and used, and the terms of contracts."""
    found: list[Entity] = []
    for line, field, cell in _timed(sheet):
        for each in periods(cell):
            entry: Entity = {
                "label": line.label.standard if line.label else "",
                "kind": _TERMS.get(field, "other"),
                "printed": each.printed.strip(),
            }
            if (each.start, each.end) in _ends(found):
                continue
            entry.update({n: v for n, v in (("start", each.start), ("end", each.end)) if v})
            if each.renewed:
                entry["renewed"] = True
            if field in _TERMS and line.block:
                entry["part"] = line.block
            entry["source"] = each.passage.source
            value = "/".join((each.start, each.end))
            entry["provenance"] = [
                evidence("start", each.passage, value, each.rule, printed=each.printed)
            ]
            found.append(entry)
    for line in sheet.of("task_content", "overview"):
        for match in _BEGINNING.finditer(fold(line.value.text)):
            for when in dates(match["date"]):
                entry = {"label": "開始", "kind": "operation", "printed": match["date"]}
                entry["start"] = when.iso
                entry["source"] = line.value.source
                entry["provenance"] = [evidence("start", line.value, when.iso, "told_start", 0.7)]
                if when.iso and (when.iso, "") not in _ends(found):
                    found.append(entry)
    if found:
        matter["periods"] = found
    for line in sheet.lines:
        if line.block.startswith("委託") and not _is_term(line):
            row = line.value or joined(line.row.cells[1:] or line.row.cells)
            work_periods.write(matter, row, part=line.block)


def _timed(sheet: Assessment) -> Iterator[tuple[Line, str, Passage]]:
    """The rows of times, and 保守（委託期間 令和7年4月1日から…）: a term told with the work."""
    for line in sheet.of("started", *_TERMS):
        yield line, line.label.field if line.label else "", line.value
    head = ""  # （3）委託の期間, and below it 甲社 | 令和7年4月1日から…
    for line in sheet.lines:
        if line.label is not None:
            name = line.label.field
            head = name if name in _TERMS and not line.value else ""
        elif head and line.printed:
            yield line, head, line.value
    for line in sheet.of("entrust_content"):
        for match in _TOLD_TERM.finditer(line.value.text):
            yield line, "contract_term", line.value.part(*match.span("term"))


def _is_term(line: Line) -> bool:
    return line.label is not None and line.label.field in _TERMS


def _ends(found: list[Entity]) -> list[tuple[str, str]]:
    return [(each.get("start", ""), each.get("end", "")) for each in found]


def _workflow(sheet: Assessment, matter: Entity) -> None:
    """別添1 事務の内容: the numbered steps of the work."""
    parts = {part for part, title in sheet.attached if "事務の内容" in title.text}
    steps = []
    for line in sheet.lines:
        if line.part in parts and len(line.row.filled) == 1:
            match = re.match(
                r"^\d{1,2}[.．、 ]\s*(?P<label>[^。]{2,80})。?$", fold(tidy(line.row.text))
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
        if label not in written and (re.search(r"\d$", label) or _cited(rows, title, label)):
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
        if len(printed) > 1 and re.search(r"\d$", printed[0]) and printed[0] in papers.present:
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
