"""From an assessment, whole or as a list of changes, to a case of one matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import assessment_tables, claims, remarks
from nagarezu.importing.draft.assessment_flows import Flows
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.matters import step_entity
from nagarezu.importing.draft.measures import add
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import items, options, safeguards, work
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.form import assessment as form
from nagarezu.importing.form.assessment import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import sections
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

MATTER = "m1"
_CHOICES = re.compile(
    r"(?:[\[［【](?P<chosen>[^\]］】]*)[\]］】])?\s*[<＜]選択肢[>＞](?:\s*\d[)）][^\d<＜・\n]*)*"
)
_PARTIES = (
    ("certificate_center_and_kiosk", r"証明書交付センター.*キオスク"),
    ("certificate_center", r"証明書交付センター"),
    ("kiosk", r"キオスク"),
    ("intermediate_server", r"中間サーバ"),
    ("partner", r"委託先|事業者|提供先|クラウド|サービス"),
)


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of an assessment."""
    sheet = form.read(rows)
    municipality(builder, rows)
    builder.content["title"] = tidy(sheet.title.text)
    builder.content["procedure"] = "assessment"
    matter = _matter(builder, sheet)
    groups = Groups(builder)
    _subjects(groups, sheet)
    ids = groups.settle()
    if ids:
        builder.holder_entity(builder.own)["creates"] = [{"subjects": ids, "open": True}]
    listed = _lists(sheet)
    flows = Flows(builder, matter, ids)
    flows.systems(sheet, listed)
    flows.partners(sheet)
    flows.recipients(sheet)
    assessment_tables.transfers(builder, sheet, flows)
    assessment_tables.numbered_transfers(builder, sheet)
    _measures(builder, sheet)
    assessment_tables.changes(builder, sheet)
    _workflow(sheet, matter, rows)
    _references(builder, sheet, rows)
    remarks.mentions(builder, [("other", "", joined([row.whole for row in rows]))])
    claims.of_measures(builder)
    for line in sheet.of("remarks", "task_content"):
        claims.of_text(builder, line.value, MATTER)
    builder.resolve_derived()


def without_choices(passage: Passage) -> tuple[Passage, str]:
    """[十分に行っている] <選択肢> 1) … 3) …: what was chosen, apart from what follows (trap 16)."""
    chosen = re.match(r"\s*[\[［](?P<chosen>[^\]］]{1,40})[\]］]", passage.text)
    listed = _CHOICES.search(passage.text)
    match = listed or chosen
    if not match:
        return passage, ""
    before, after = passage.part(0, match.start()), passage.part(match.end())
    return joined([before, after]), tidy(match["chosen"] or "")


def _matter(builder: Builder, sheet: Assessment) -> Entity:
    named = sheet.of("file_name", "task_name")
    name = next((tidy(line.value.text) for line in named if line.value), "")
    title = name or tidy(sheet.title.text)
    matter: Entity = {
        "id": builder.fresh(MATTER),
        "title": title or "件名の記載なし",
        "kinds": ["assessment"],
        "source": sheet.title.source,
    }
    place = next((line.value for line in named if line.value), sheet.title)
    matter["provenance"] = [
        evidence("title", place, matter["title"], "label" if name else "title_line", 0.85)
    ]
    department = next((line.value for line in sheet.of("department") if line.value), Passage())
    if department:
        matter["department"] = tidy(department.text)
        matter["provenance"].append(
            evidence("department", department, matter["department"], "label")
        )
    if name:
        matter["register_name"] = name
    builder.add("matters", matter)
    return matter


def _subjects(groups: Groups, sheet: Assessment) -> None:
    for line in sheet.of("person_range"):
        text = re.sub(r"^※.*", "", tidy(line.value.text))
        if text:
            groups.name(text.split("。")[0], line.value)
    rows = sheet.of("persons")
    exact = [line for line in rows if "本人の数" in line.printed.text]
    for line in exact or rows:  # 対象人数 is the number of the whole task
        chosen, choice = without_choices(line.value)
        text = choice or chosen.text
        for count in counts(text):
            if groups.groups:
                groups.give(groups.groups[0].label, count, line.value)
            else:
                groups.builder.notes.ask(line.value, "count_of_whom")


def _lists(sheet: Assessment) -> Listed | None:
    """The items of the attachment 記録項目, or of the row itself where it lists them."""
    for part, title in sheet.attached:
        if "項目" not in title.text or "変更" in title.text:
            continue
        texts = [line.row.whole for line in sheet.lines if line.part == part]
        tables = {id(row) for table in sheet.tables for row in table.rows}
        whole = joined(
            [
                line.row.whole
                for line in sheet.lines
                if line.part == part and id(line.row) not in tables
            ]
        )
        if whole and texts:
            return Listed(
                "特定個人情報ファイル記録項目", items.read(whole), whole, label_printed=title
            )
    for line in sheet.of("items"):
        found = items.read(line.value)
        if len(found.leaves()) > 1:
            return Listed("記録される項目", found, line.value, label_printed=line.printed)
        main = items.chosen(options.marked(line.value))
        if main.entries:
            return Listed("主な記録項目", main, line.value, label_printed=line.printed)
    return None


def _measures(builder: Builder, sheet: Assessment) -> None:
    """Measures under each risk, by side and layer; numbers go on within a side and layer."""
    last: dict[tuple[str, str], int] = {}
    above = "unspecified"  # ⑤物理的対策 holds for the row below, 具体的な対策の内容
    for line in sheet.of("risk_measures", "physical", "technical", "remarks"):
        if line.label is None:
            continue
        detailed = "対策の内容" in line.printed.text
        layer = line.label.field if line.label.field in ("physical", "technical") else "unspecified"
        layer, above = (above, above) if detailed else (layer, layer)
        value, _ = without_choices(
            joined([line.value, *[cell for cell in line.rest if len(cell.text) > 30]])
        )
        if line.label.field == "remarks" and not re.search(r"保管|消去|保持|管理|措置", value.text):
            continue
        for head, body in sections(value):
            party = _party(
                head.text if head else "", body.text if line.label.field == "remarks" else ""
            )
            for measure in safeguards.read(body):
                at = (party, layer)
                last[at] = last.get(at, 0) + 1
                measure.layer, measure.path = layer, str(last[at])
                add(builder, MATTER, party, measure)


def _party(heading: str, body: str) -> str:
    """The side that a heading such as キオスク端末における措置 names; else our own."""
    for party, words in _PARTIES:
        if re.search(words, heading) or (body and re.search(words, body)):
            return party
    return "own"


def _workflow(sheet: Assessment, matter: Entity, rows: Sequence[Row]) -> None:
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
        matter["work"] = steps


def _references(builder: Builder, sheet: Assessment, rows: Sequence[Row]) -> None:
    """Attachments that stand in the sheet under a head of their own are there."""
    papers = Papers(rows, {label: "heading" for label, _ in sheet.attached}, [])
    papers.write(builder)
    written = {each["label"] for each in builder.list_of("references")}
    for label, title in sheet.attached:
        if label not in written and re.search(r"\d$", label):
            written.add(label)
            proof = evidence("label", title, label, "attached_heading", printed=title.text)
            builder.add(
                "references",
                {"label": label, "resolved": True, "source": title.source, "provenance": [proof]},
            )
