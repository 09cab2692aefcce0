"""Subjects of an assessment: of whom the files are, and the bands that say how many."""

from __future__ import annotations

import re
from dataclasses import replace

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.assessment.labels import is_away, is_none, is_same
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy

_CHOSEN = re.compile(r"[\[［](?P<chosen>[^\]］]*\d[^\]］]*)[\]］]")
_BY_NUMBER = re.compile(r"\s*\[[ ]*(?P<number>\d)[ ]*[).]?[ ]*\]")  # [ 2 ] ＜選択肢＞ 1) … 2) …
_OPTIONS = re.compile(r"[<＜]選択肢[>＞]")
_LEAD = re.compile(r"^.*(?:に基づき|に関し|による|により|を用いて|において)[、,]?")
_SHORT_FORM = re.compile(r"[(（]以下[、,]?(?:単に)?「[^」]*」(?:という|と称する)?。?[)）]")
_WHO = re.compile(
    r"(?:^|[、。)）\n])(?P<who>[^、。()（）\n]{1,40}?(?:者|世帯主|住民|児童|生徒)"
    r"(?:及び[^、。()（）\n]{1,30}?者)?)"
    r"(?=の[^、。]{0,20}(?:情報|資格|資産|所得|申請|記録|調査|管理)|[(（][^()（）]{0,24}\d人)"
)


def subjects(groups: Groups, sheet: Assessment) -> None:
    """The groups in the order of the sheet; a band goes to the group of its file or block."""
    ranges = [line for line in sheet.of("person_range") if _names(line)]
    main = [line for line in ranges if not _within(line)]
    for line in sheet.of("groups"):
        groups.named(_persons(line.value))
        groups.count(line.value)
    for line in main:
        _take(groups, line)
    if not main and not groups.groups:
        _from_task(groups, sheet)
    first = main[0] if main else None
    _bands(groups, sheet, "persons", first, main, ranges)
    _bands(groups, sheet, "total_persons", _largest(groups, main), [], [])
    for line in sheet.of("task_content", "remarks"):
        groups.count(line.value, named_only=True)


_STEP = re.compile(r"[うくすつぬむるぐぶ]。?$")


def _persons(value: Passage) -> Passage:
    """対象者：… within a cell ends where the steps of the work begin, in sentences."""
    lines = value.lines()
    first = next((i for i, line in enumerate(lines) if _STEP.search(line.text)), len(lines))
    return joined(lines[:first]) if first else value


def _within(line: Line) -> bool:
    """Whether a row is about a contractor or a recipient, not about the file."""
    return line.block != "" and not line.block.startswith("システム")


def _names(line: Line) -> bool:
    text = tidy(line.value.text)
    return bool(text) and not (is_same(text) or is_away(text) or is_none(text))


def _take(groups: Groups, line: Line) -> int:
    """The group that a row names; several only where they bear numbers."""
    _, nodes = outline(line.value)
    if len(nodes) > 1:
        numbers = [groups.name(_label(node.passage), node.passage) for node in nodes]
        return numbers[0]
    return groups.name(_label(line.value), line.value)


def _label(value: Passage) -> str:
    text = _SHORT_FORM.sub("", tidy(re.split(r"\n?※", value.text.strip())[0]))
    first = outside_brackets(re.sub(r"^[・･][ 　]*", "", text), "。")[0]
    return first.strip(" 　・")


def _from_task(groups: Groups, sheet: Assessment) -> None:
    """A form without a row for it names its persons in the outline of the work."""
    for line in sheet.of("task_content"):
        found = _WHO.search(line.value.text)
        if found:
            text = _LEAD.sub("", tidy(found["who"]))
            text = re.sub(r"^(?:[(（]?[0-9０-９]{1,2}[)）.．]?|[①-⑳])[ 　]*", "", text)
            groups.name(text, line.value)
            return


def _bands(
    groups: Groups,
    sheet: Assessment,
    field: str,
    first: Line | None,
    main: list[Line],
    ranges: list[Line],
) -> None:
    when = _counted_at(sheet) if field == "total_persons" else ""
    for line in sheet.of(field):
        ticked = [option.text for option in marked(line.value) if counts(option.text)]
        found = counts(ticked[0] if ticked else _chosen(line.value.text))
        if not found:
            continue
        home = _home(line, first, main, ranges)
        for count in found:
            count = replace(count, as_of=count.as_of or when)
            _give(groups, home, count, line.value)


def _largest(groups: Groups, main: list[Line]) -> Line | None:
    """The file of most persons, the first of several: the number of all is nearest to its own."""

    def least(line: Line) -> int:
        counts = groups.groups[_take(groups, line)].counts
        return max((c.value or 0 for c, _ in counts if c.bound == "at_least"), default=0)

    return max(main, key=least, default=None)


def _home(line: Line, first: Line | None, main: list[Line], ranges: list[Line]) -> Line | None:
    """The row that says of whom a band speaks: that of the same block, else of the same file."""
    if _within(line):
        here = next((each for each in ranges if each.block == line.block), None)
        if here is not None:
            return here
    return next((each for each in main if each.file == line.file), first)


def _give(groups: Groups, home: Line | None, count: Count, passage: Passage) -> None:
    if home is not None:
        group = groups.groups[_take(groups, home)]
        groups.give(group.label, count, passage)
    elif groups.groups:
        groups.give(groups.groups[0].label, count, passage)
    else:
        groups.builder.notes.ask(passage, "count_of_whom")


def _chosen(text: str) -> str:
    """The band that is chosen, without the others to choose from."""
    numbered = _BY_NUMBER.match(fold(text))
    if numbered:
        listed = re.search(
            rf"(?<!\d){numbered['number']}[ ]?[).][ ]*(?P<band>[^()\n]+?)(?=[ ]*\d[ ]?[).]|\n|$)",
            fold(text[numbered.end() :]),
        )
        if listed:
            return listed["band"]
    found = _CHOSEN.search(text)
    return found["chosen"] if found else _OPTIONS.split(text)[0].split("取扱者数")[0]


def _counted_at(sheet: Assessment) -> str:
    """いつ時点の計数か below 対象人数, not the one below 取扱者数."""
    persons = False
    for line in sheet.of("total_persons", "staff", "counted_at"):
        name = line.label.field if line.label else ""
        if name != "counted_at":
            persons = name == "total_persons"
        elif persons and (found := dates(fold(line.value.text))):
            return found[0].iso
    return ""
