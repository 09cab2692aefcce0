"""From the sheets of an agenda paper to a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nagarezu.importing.draft import (
    additions,
    announced,
    clauses,
    matters,
    measure_rows,
    measures,
    notices,
    remarks,
    sheet_marks,
)
from nagarezu.importing.draft.agenda import contents as agenda_contents
from nagarezu.importing.draft.agenda import further, matrix, purpose, same_items
from nagarezu.importing.draft.agenda import others as agenda_others
from nagarezu.importing.draft.agenda import overview as agenda_overview
from nagarezu.importing.draft.agenda.attached import Attached
from nagarezu.importing.draft.agenda.dates import named_days
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.cover import heading, municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.matters import Made, step_entity
from nagarezu.importing.draft.named import called
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import checklist, references, work
from nagarezu.importing.fields.periods import Period
from nagarezu.importing.form.agenda.form import sheets
from nagarezu.importing.form.agenda.rows import OF_MEASURES
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy

_HEAD = 40  # characters of a line that heads a sheet


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of an agenda paper."""
    found = sheets(rows)
    cover = [sheet for sheet in found if sheet.kind == "cover"]
    overview = agenda_overview.of(found)
    municipality(builder, rows)
    heading(builder, [row for sheet in cover for row in sheet.rows])
    _title(builder, found)
    builder.sections.update(_in_charge(found))
    papers = Papers(
        rows, _present(found), [sheet.title for sheet in found if sheet.kind == "attachment"]
    )
    groups = Groups(builder)
    content = agenda_overview.subjects(groups, overview)
    agenda_overview.further(groups, found)
    made = _matters(builder, found)
    for one in made:
        sheet_marks.register(builder, one.sheet, one.id)
    announced.kinds(builder, found, made)
    attached = Attached(rows)
    for one in made:
        matters.partners(builder, one, attached.partners)
    for one in made:
        matters.media(builder, one)
    for one in made:
        one.overview = content
    lists = [(one, matters.listed(builder, one, groups)) for one in made]
    attached.fill(each for _, listed in lists for each in listed)
    same_items.fill(lists)
    for one, listed in lists:
        matters.from_overview(one, listed)
    _own_papers(builder, made, attached)
    for one in made:
        matters.rows(builder, one, bool(emphasised), _notes_before(found, one.sheet))
    _uncontracted_work(made)
    agenda_contents.write(made, _texts(found))
    if made and content:
        matters.earlier(made)
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
    further.write(builder, made)
    called.write(builder, rows)
    matrix.write(builder, rows)
    for one in made:
        agenda_others.write(builder, one)
    additions.of_sheets(builder, made, found)
    _creates(builder, ids)
    measures.of_sheets(builder, made)
    for one in made:
        measured = [row for row in one.sheet.rows if row.grid == OF_MEASURES]
        measure_rows.of_table(builder, measured, one.id)
    measures.of_checklists(builder, found, made)
    clauses.of_sheets(builder, found, made)
    _attachments(builder, found, made)
    purpose.write(builder, overview, groups, ids)
    named_days(builder, rows)
    papers.write(builder)
    parts = _parts(found, made, overview)
    builder.wrapped = [
        (id_, value) for kind, id_, value in parts if kind == "matter" and len(value.places) > 1
    ]
    remarks.mentions(builder, parts)
    notices.write(builder, parts)
    _leftovers(builder, found)


def _title(builder: Builder, found: list[Sheet]) -> None:
    for sheet in found:
        entry = sheet.get("title")
        if entry is not None and entry.value:
            builder.content["title"] = tidy(entry.value.text)
            if sheet.kind == "cover":
                additions.titles.announce(builder, entry.value)
            return


_CHARGE = re.compile(r"[(（]?担当(?:部|局)?課(?:名)?[:：](?P<names>[^()（）]{2,60})[)）]?")


def _in_charge(found: list[Sheet]) -> Iterator[str]:
    """The sections of the own side that a paper names as in charge."""
    for sheet in found:
        entry = sheet.get("department")
        if entry is not None:
            yield from (key(line.text) for line in entry.value.lines())
        for row in sheet.rows if sheet.kind == "cover" else []:
            for told in _CHARGE.finditer(tidy(row.text)):
                yield from map(key, compiled("[、・,]").split(told["names"]))


_LEADS = ("", "別紙", "別添", "別記")  # with which a paper is cited
_LISTS = ("チェックリスト", "チェックシート", "チェック表")


def _present(found: list[Sheet]) -> dict[str, str]:
    """The papers that are plainly attached: the checklist, the clauses, the sheets themselves."""
    kinds = {sheet.kind for sheet in found}
    present: dict[str, str] = {}
    if "checklist" in kinds:
        present |= {f"{lead}{name}": "attached" for lead in _LEADS for name in _LISTS}
        present.update(dict.fromkeys(_numbered_checklists(found), "attached"))
    if "clauses" in kinds:
        present |= dict.fromkeys((f"{lead}特記事項" for lead in _LEADS[1:]), "attached")
    if kinds & {"overview", "matter"}:
        present["別紙"] = "attached"
    return present


def _numbered_checklists(found: list[Sheet]) -> list[str]:
    """チェックリスト2: the one that has this number; where none is numbered, the second."""
    titles = [sheet.title.text for sheet in found if sheet.kind == "checklist"]
    numbers = [checklist.block_number(title) for title in titles]
    if not any(numbers):
        numbers = [str(number) for number in range(1, len(titles) + 1)]
    return [
        f"{lead}{head}{number}"
        for number in numbers
        if number
        for head in _LISTS
        for lead in ("", "別紙")
    ]


def _matters(builder: Builder, found: list[Sheet]) -> list[Made]:
    made: list[Made] = []
    for above, sheet in pairwise([Sheet("cover"), *found]):
        if sheet.kind == "matter" and (len(sheet.entries) > 1 or sheet.rows):
            sheet.title = sheet.title or sheet.head or _head_above(above)
            made.append(matters.begin(builder, sheet, len(made) + 1))
            builder.add("matters", made[-1].entity)
    if not made:
        builder.notes.skip(found[0].title if found else Passage(), "no_matter")
    return made


def _head_above(above: Sheet) -> Passage:
    """The head of a sheet that prints no 件名: the short line in front of its first field."""
    if above.kind not in ("cover", "overview", "attachment"):
        return Passage()
    last = above.rows[-1].whole if above.rows else above.title
    return (
        last if len(last.text) <= _HEAD and not compiled("[。※]").search(last.text) else Passage()
    )


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
    for each in agenda_overview.work(made[0].overview) if contracted else []:
        if each.period.start == each.period.end and work_periods.puts_to_use(each):
            continue
        mine = contracted
        if len(contracted) > 1 or each.dated_first:  # a calendar has much that no contract does
            name = compiled(r"の|(?:実施|開始|完了|終了)$").sub("", key(each.name))
            mine = [one for one in contracted if name and name in _what_is_done(one)]
        if each.period.end and len(mine) == 1 and not _held(mine[0], each.period):
            work_periods.add(mine[0].entity, each)


def _held(one: Made, period: Period) -> bool:
    """Whether a contract covers what an overview tells: it then only repeats the sheet."""
    start = period.start or period.end
    contracts = [each for each in one.entity.get("periods", []) if each["kind"] == "contract"]
    return any(
        each.get("start", start)[: len(start)] <= start
        and period.end <= each.get("end", period.end)[: len(period.end)]
        for each in contracts
    )


# a system that is only used to do the work is none that the work is about
_BUILDS = re.compile(
    r"開発|改修|構築|導入|移行|更改|改造|設定|プログラム|保守|検証|電算|システムの?(?:運用|提供|利用|更新|賃貸借)"
)


def _uncontracted_work(made: list[Made]) -> None:
    """Work on a system is held against contracts of the paper only if one is about such work."""
    contracted = [one for one in made if {"entrust", "delegate", "reentrust"} & set(one.kinds)]
    if any(_BUILDS.search(_what_is_done(one)) for one in contracted):
        return
    for one in made:
        for each in one.entity.get("periods", []) if one not in contracted else []:
            if each["kind"] == "work":
                each["kind"] = "operation"


def _own_papers(builder: Builder, made: list[Made], attached: Attached) -> None:
    """Attached papers of measures to which the sheet of just one matter points: 別表2のとおり."""
    cited: dict[str, set[str]] = {}
    for one in made:
        for entry in one.sheet.entries if one.sheet.title else []:
            if entry.label.field.endswith("_own"):
                for each in references.read(entry.value):
                    cited.setdefault(each.label, set()).add(one.id)
    for label, matters_ in cited.items():
        if len(matters_) == 1 and (title := attached.title(label)):
            builder.registered[key(title)] = next(iter(matters_))


def _what_is_done(one: Made) -> str:
    """Title and content of a sheet without の: 帳票の作成 and 帳票作成 are one."""
    rows = [each for each in one.sheet.entries if each.label.field.endswith("_content")]
    return key("\n".join([one.sheet.title.text, *(each.value.text for each in rows)])).replace(
        "の", ""
    )


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


def _texts(found: list[Sheet]) -> list[Passage]:
    """What the attached papers say, each as one text."""
    papers = [sheet for sheet in found if sheet.kind == "attachment"]
    return [joined([row.whole for row in sheet.rows]) for sheet in papers]


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
            sort = "overview" if sheet.shows_flows else "figure"  # it tells of all that goes
            parts.append((sort, "", joined([sheet.title, *[row.whole for row in sheet.rows]])))
    return parts


def _leftovers(builder: Builder, found: list[Sheet]) -> None:
    """Rows whose label is unknown, with the known one that looks most like it."""
    from nagarezu.importing.form import labels

    read = {each["source"] for each in builder.list_of("basis")}  # 要綱の根拠 | …
    for sheet in found:
        if sheet.kind in ("checklist", "clauses", "attachment"):
            if sheet.kind == "attachment":
                builder.notes.skip(sheet.title, "attachment_not_read")
            continue
        for row in sheet.rows:
            unknown = len(row.filled) > 1 and row.whole.source not in read
            if unknown and len(row.filled[0].text) <= 40:
                near = labels.suggestion("agenda", row.filled[0].text)
                builder.notes.skip(row.whole, "label_unknown", near)
