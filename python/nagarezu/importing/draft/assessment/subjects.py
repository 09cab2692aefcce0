"""Subjects of an assessment: of whom the files are, and the bands that say how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nagarezu.importing.draft.assessment import group_rows, in_front_of_form, told
from nagarezu.importing.draft.assessment.band_names import (
    CHOSEN,
    OPTIONS,
    SHORTEST,
    STAFF,
    SUBJECT,
    WHEN,
    bare,
    beside_others,
    chosen_band,
    date_beside,
    each_named,
    entries,
    in_front,
    names_in,
    unlabelled,
    whole_name,
)
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.options import marked
from nagarezu.importing.fields.subjects import counted, names_persons, without_count
from nagarezu.importing.form.assessment.labels import is_away, is_none, is_same
from nagarezu.importing.form.assessment.sheet import MEASURES, Assessment, Line
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy

_ASKED = re.compile(r"何人(?:です)?か[？?]?[ 　]*[(（](?P<who>[^()（）]{2,60})[)）]")
_ASKED_OF = re.compile(r"(?:人数|者数|本人の数|規模)[ 　]?[(（](?P<who>[^()（）]{2,60})[)）]")
_ASKED_FIRST = re.compile(
    r"(?:[^()（）\n]{0,16}人数)?[ 　]*[(（](?P<who>[^()（）]{2,60})[)）][ 　]*(?:は、?)?何人"
)
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
        if _entries(groups, line.value):
            continue
        _named(groups, _persons(line.value))
        groups.count(line.value)
    for line in main:
        if _each_line(groups, line.value):
            continue
        at = _take(groups, line)
        name, others = beside_others(line.value)
        for count in (*_printed_beside(name), *_in_next_sentences(name)):
            groups.give_to(at, count, line.value)
        _each_named(groups, others)
    bands = sheet.of("persons", "total_persons")
    if not main and not groups.groups and not any(in_front(line.value) for line in bands):
        _from_task(groups, sheet)
    first = main[0] if main else None
    _bands(groups, sheet, "persons", first, main, ranges)
    _bands(groups, sheet, "total_persons", _largest(groups, main), [], [])
    group_rows.parts_of_all(groups, sheet)
    group_rows.listed(groups, sheet)
    for value in unlabelled(sheet.lines):
        _each_named(groups, value)
    for line in sheet.of("counted_at"):  # いつ時点の計数か 4月1日  内訳 申請者 120人
        _each_named(groups, line.value)
    for line in sheet.of("task_content", "remarks"):
        groups.count(line.value, named_only=True)
        _as_told(groups, line.value)
    in_front_of_form.count(groups, sheet)
    measures = sheet.of(*MEASURES)
    for line in (*told.steps(sheet), *measures, *_beside(sheet)):
        groups.count_again(line.value or line.row.whole)


def _named(groups: Groups, value: Passage) -> None:
    """妊産婦、乳幼児及びその保護者 is one group, for an and binds what the comma parts."""
    bound = compiled("、[^、]*(?:及び|並びに)(?:その|それらの)").search(value.text)
    whole = names_in(value) if bound and not counts(value.text) else []
    if len(whole) == 1 and len(value.lines()) == 1:
        groups.name(_label(whole[0]), whole[0])
    else:
        groups.named(value)


_COUNTED = ("persons", "total_persons", "person_range", "groups", "counted_at", "task_content")


def _beside(sheet: Assessment) -> Iterator[Line]:
    """Rows of the form beside those on persons; one of them may print a number again."""
    for line in sheet.lines:
        labelled = line.label is not None and line.label.field not in _COUNTED
        if (line.part in ("Ⅰ", "Ⅱ") and labelled) or line.part == "Ⅵ":
            yield line  # しきい値判断 | 対象人数　… says it again


_STEP = re.compile(r"(?:[うくすつぬむるぐぶ]|ない)。?$")


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


def _each_line(groups: Groups, value: Passage) -> bool:
    """受給者 120人, and below it 申請者: a group in each line, whether it bears a number or not."""
    lines = names_in(value)
    if len(lines) < 2 or not counts(value.text) or len(outline(value)[1]) > 1:
        return False
    for each in lines:
        at = groups.name(_label(each), each)
        for count in _printed_beside(each):
            groups.give_to(at, count, each)
    return True


def _take(groups: Groups, line: Line) -> int:
    """The group that a row names first; several only on lines of their own, or in a list."""
    both = names_in(line.value)
    if len(both) == 1 or len(outline(line.value)[1]) > 1:
        both = names_in(beside_others(line.value)[0])
    numbers = [groups.name(_label(each), each) for each in both]
    return numbers[0]


def _label(value: Passage) -> str:
    text = _SHORT_FORM.sub("", tidy(compiled(r"\n?※").split(value.text.strip())[0]))
    if _printed_beside(value):
        text = tidy(without_count(text))
    first = outside_brackets(compiled(r"^[・･][ 　]*").sub("", text), "。")[0]
    return _SAID.sub("", first.strip(" 　・"))


_SAID = re.compile(  # …を対象とする, …である
    r"(?<=.{4})(?:(?:を対象者?)?と(?:する|している|します)|のことです|です|である|(?:に|と)なります|(?:に|と)なる)$"
)


def _in_next_sentences(value: Passage) -> list[Count]:
    """…である受給者です。4月1日現在で120人です。: a number of nobody else than those above."""
    end = value.text.find("。") + 1
    told = counted(value.part(end)) if end else []
    named = ((WHEN.sub("", fold(who)).strip("( 、:"), count) for who, count, _ in told)
    return [count for name, count in named if not names_persons(name)]


def _printed_beside(value: Passage) -> list[Count]:
    """Of 被保険者 12,345人(4月1日現在), the count: the rest of the cell is the name of a group."""
    text = tidy(value.text)
    return counts(text) if names_persons(without_count(text)) and "\n" not in value.text else []


def _from_task(groups: Groups, sheet: Assessment) -> None:
    """A form without a row for it names its persons in the outline of the work."""
    for line in sheet.of("task_content"):
        found = _WHO.search(line.value.text)
        if found:
            text = _LEAD.sub("", tidy(found["who"]))
            text = compiled(r"^(?:[・･●○■◆][ 　]*|[(（]?[0-9０-９]{1,2}[)）.．]?|[①-⑳])[ 　]*").sub(
                "", text
            )
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
    when = group_rows.counted_at(sheet) if field == "total_persons" else ""
    for line in sheet.of(field):
        all_or_one = field == "total_persons" or whole_name(line.value) or each_named(line.value)
        if _entries(groups, line.value):
            continue
        named = all_or_one and _each_named(groups, _behind_choice(line.value))
        if named and not (CHOSEN.match(line.value.text.strip()) or in_front(line.value)):
            continue
        if field == "persons" and _by_numbers(
            groups, _home(line, first, main, ranges, sheet), line
        ):
            continue
        ticked = [option.text for option in marked(line.value) if counts(option.text)]
        found = counts(ticked[0] if ticked else chosen_band(line.value.text))
        found = found or _with_unit(line)
        if not found:
            continue
        home = _home(line, first, main, ranges, sheet)
        asked = _asked_of(line)
        who = tidy(asked["who"]) if asked is not None else in_front(line.value)
        if not _ranged(sheet, line) and _of_fewer(groups, home, found):
            groups.builder.notes.ask(line.value, "count_of_whom")
            continue
        for count in found:
            count = replace(count, as_of=count.as_of or date_beside(line.value) or when)
            if names_persons(who):
                groups.give_to(groups.name(who, line.value), count, line.value)
            else:
                _give(groups, home, count, line.value)
        _behind(groups, home, line.value)


def _asked_of(line: Line) -> re.Match[str] | None:
    """Whom the question of the form names, wherever its label ends."""
    value, label = line.value.text, line.printed.text
    behind = _ASKED.search(value) or _ASKED.search(label) or _ASKED_OF.search(label)
    return behind or _ASKED_FIRST.match(value)


_UNIT = re.compile(r"[(](?:単位[ :]*)?(?P<unit>人|名|世帯)[)]")


def _with_unit(line: Line) -> list[Count]:
    """対象者数（人） | 12,345: the label says of what the number is one."""
    unit, number = _UNIT.search(fold(line.printed.text)), fold(line.value.text).strip()
    bare = compiled(r"約?\d{1,3}(?:,?\d{3})*").fullmatch(number)
    return counts(f"{number}{unit['unit']}") if unit and bare else []


def _ranged(sheet: Assessment, line: Line) -> bool:
    """Whether a row says of whom the band of a recipient is; that of the file needs none."""
    same = (each.block == line.block for each in sheet.of("person_range"))
    return not _within(line) or any(same)


def _of_fewer(groups: Groups, home: Line | None, found: list[Count]) -> bool:
    """Whether a band is below that of the file, so of others than all its persons."""
    told = groups.groups[_take(groups, home)].counts if home is not None else []
    least = max((count.value or 0 for count, _ in told if count.bound != "at_most"), default=0)
    return found[-1].bound == "at_most" and (found[-1].value or 0) < least


def _behind_choice(value: Passage) -> Passage:
    """［1万人未満］ 4月1日現在の受給者 4,126人: the rest names others than the band does."""
    chosen = (CHOSEN.search if in_front(value) else CHOSEN.match)(value.text)
    return value.part(chosen.end()) if chosen else value


def _behind(groups: Groups, home: Line | None, value: Passage) -> None:
    """[1万人未満]（申請者 令和7年4月1日現在 1,284人）: the number itself, alone behind its band."""
    chosen, options = CHOSEN.search(value.text), OPTIONS.search(value.text)
    end = options.start() if options else len(value.text)
    if chosen is None or chosen.end() >= end:
        return
    told = list(counted(value.part(chosen.end(), end)))
    for who, count, place in told if len(told) == 1 else ():
        name = WHEN.sub("", fold(who)).strip("( 、:")
        if count.bound == "exact" and names_persons(name):
            groups.give(name, count, place)
        elif count.bound == "exact" and not name:
            _give(groups, home, count, place)


def _by_numbers(groups: Groups, home: Line | None, line: Line) -> bool:
    """(1)[…] (2)[…]: the bands of groups that bear the same numbers in the row of persons."""
    _, bands = outline(line.value)
    _, named = outline(home.value) if home is not None else (None, [])
    if len(bands) < 2 or [each.value for each in bands] != [each.value for each in named]:
        return False
    found = [counts(chosen_band(each.passage.text)) for each in bands]
    if not all(found):
        return False
    for node, each in zip(named, found, strict=True):
        at = groups.name(_label(node.passage), node.passage)
        for count in each:
            groups.give_to(at, count, line.value)
    return True


def _each_named(groups: Groups, value: Passage) -> bool:
    """被保険者 48,215人 認定を受けている者 約9,300人: a cell that says of whom each number is."""
    told = [(bare(who), count, place) for who, count, place in counted(value)]
    found = [each for each in told if names_persons(each[0])]
    for who, count, place in found:
        if not _AT_WORK.search(who):
            groups.give(who, count, place)
    return bool(found)


def _entries(groups: Groups, value: Passage) -> bool:
    """Numbered entries of which each names its group; whether the cell has such."""
    found = entries(value)
    for name, place in found:
        at = groups.name(name, place)
        for count in counts(place.text):
            groups.give_to(at, count, place)
    return bool(found)


# 端末を使用する職員, 検針に従事する者: staff, of whom the file says nothing
_AT_WORK = re.compile(
    r"(?:従事|使用|操作|閲覧|担当|入力|取り?扱い?)(?:を?する|している|う)?(?:職員|者|人)$"
)


_CONJUNCTION = re.compile(r"^(?:なお|また|ただし|このうち|うち|さらに)、")
_IS = re.compile(
    r"(?:程度|ほど|前後)?(?:で(?:あ|す)|(?:が|を)?(?:見込|予定|想定))"
)  # of 利用者は、約300人


def _as_told(groups: Groups, value: Passage) -> None:
    """減額を受けている世帯は、4月1日現在で73世帯である: a group that no row names."""
    for who, count, place in counted(value):
        told = WHEN.sub("", tidy(who))
        name = _CONJUNCTION.sub("", SUBJECT.sub("", told))
        behind = fold(place.text)[place.text.find(count.printed) + len(count.printed) :]
        dated = count.as_of and count.bound == "exact"
        if name == told or not (dated or _IS.match(behind)):
            continue
        if len(name) >= SHORTEST and names_persons(name) and not STAFF.search(name):
            groups.give(name, count, place)


def _largest(groups: Groups, main: list[Line]) -> Line | None:
    """The file of most persons, the first of several: the number of all is nearest to its own."""

    def least(line: Line) -> int:
        counts = groups.groups[_take(groups, line)].counts
        return max((c.value or 0 for c, _ in counts if c.bound == "at_least"), default=0)

    return max(main, key=least, default=None)


def _home(
    line: Line, first: Line | None, main: list[Line], ranges: list[Line], sheet: Assessment
) -> Line | None:
    """The row that says of whom a band speaks: that of the same block, else of the same file."""
    if _within(line):
        here = next((each for each in ranges if each.block == line.block), None)
        if here is not None:
            return here
    same = [each for each in main if each.file == line.file]
    return (_next_to(line, same, sheet) if len(same) > 1 else None) or next(iter(same), first)


def _next_to(line: Line, main: list[Line], sheet: Assessment) -> Line | None:
    """Of the rows of files that no number tells apart, that beside this band.

    Each file has a band and a row of persons, in the one order or the other.
    """
    if line.label is None or line.label.field != "persons":
        return None
    bands = [id(each) for each in sheet.of("persons") if not _within(each)]
    rows = {id(each): each for each in main}
    order = [id(each) for each in sheet.lines if id(each) in rows or id(each) in bands]
    if id(line) not in order or len(bands) != len(main):
        return None
    pairs = [order[at : at + 2] for at in range(0, len(order), 2)]
    mine = next((pair for pair in pairs if id(line) in pair), [])
    return next((rows[each] for each in mine if each in rows), None)


def _give(groups: Groups, home: Line | None, count: Count, passage: Passage) -> None:
    if home is not None:
        group = groups.groups[_take(groups, home)]
        groups.give(group.label, count, passage)
    elif groups.groups:
        groups.give(groups.groups[0].label, count, passage)
    else:
        groups.builder.notes.ask(passage, "count_of_whom")
