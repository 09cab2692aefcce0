"""Registers told in chapters: 第1 事務の名称等, below it 1 事務の名称, below that what it is.

A head is a short line with the next number of its level; what stands below it up to the next head
is its value. Each pair becomes a row of two cells, as the form of a card has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.fields import references
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import put_together
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

_CHAPTER = re.compile(
    r"[ 　]*(?:第[ 　]?(?P<number>[0-9０-９一二三四五六七八九十]{1,3})[章節]?"
    r"|(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])|(?P<bare>[一二三四五六七八九十]{1,3}))"
    r"[.．、 　]+(?P<title>[^。、（(]{2,40}(?:[（(][^（()）]*[)）])?)[ 　]*$"
)
_SUB = re.compile(
    r"[ 　]*(?P<number>[0-9０-９]{1,2})[.．、 　]+"
    r"(?P<title>[^。、 　]{2,24}(?:[ ]{2,}|　).+|[^。、]{2,40})$"
)
_INNER = re.compile(
    r"[ 　]*[(（](?P<number>[0-9０-９]{1,2})[)）][.．、 　]*"
    r"(?P<title>[^。、 　]{2,24}(?:[ ]{2,}|　).+|[^。、]{2,40})$"
)
_ROMAN, _KANJI = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "一二三四五六七八九十"
_GAP = re.compile(r"[ ]{2,}|　")  # 1 委託先　甲社
_ITEMS = re.compile(r"(?:項目|情報)$")
_SORTS = re.compile("項目|事項|情報|関係|状況")  # (1) 世帯の状況 is a group of items
_LEAST = 4  # chapters, of which some must tell what a register has
_KNOWN = 3
_LABELLED = 2  # heads of the third level that make it one of labels
_ONCE = ("items", "subjects", "purpose", "name")  # more than one chapter tells them: cards
_CLAUSES = re.compile(r"(?:特記|遵守|特約)(?:事項|仕様書|条項)")
_WHOLE = ("subjects", "items", "collection", "retention")  # what is numbered below is a list


@dataclass(slots=True)
class Head:
    """A head with the lines below it, and the heads among these."""

    row: Row
    title: Passage
    lines: list[Row] = field(default_factory=list)


def told(rows: Sequence[Row]) -> list[Row]:
    """The rows; those below the chapters of such a paper as rows of label and value."""
    starts = _chapters(rows)
    if len(starts) < _LEAST:
        return list(rows)
    ends = [*starts[1:], _end(rows, starts[-1])]
    chapters = [
        Head(rows[a], _title(rows[a], _CHAPTER), list(rows[a + 1 : b]))
        for a, b in zip(starts, ends, strict=True)
    ]
    told_by = [set(_fields(each)) for each in chapters]
    known = set().union(*told_by)
    several = any(
        sum(name in each for each in told_by) > 1 for name in _ONCE
    )  # 第1 甲台帳, 第2 乙台帳
    if len(known) < _KNOWN or not known & {"items", "subjects"} or several:
        return list(rows)
    made = [row for each in chapters for row in _of_chapter(each)]
    return [*rows[: starts[0]], *made, *rows[ends[-1] :]]


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("roman"):
        return _ROMAN.index(groups["roman"]) + 1
    printed = fold(groups["number"] or groups.get("bare") or "")
    if printed.isdigit():
        return int(printed)
    tens, _, ones = printed.rpartition("十")
    return 10 * ("十" in printed) * (_KANJI.find(tens) + 1 or 1) + (
        _KANJI.find(ones) + 1 if ones else 0
    )


def _line(row: Row) -> str:
    return row.cells[0].text if not row.grid and len(row.cells) == 1 else ""


def _chapters(rows: Sequence[Row]) -> list[int]:
    """Where the chapters begin, in the order of their numbers."""
    found: list[int] = []
    for at, row in enumerate(rows):
        match = _CHAPTER.match(_line(row))
        if match and _number(match) == len(found) + 1:
            found.append(at)
    return found


def _end(rows: Sequence[Row], last: int) -> int:
    """The row behind the last chapter: the heading of an attached paper, or none."""
    papers = (at for at in range(last + 1, len(rows)) if references.heading(_line(rows[at])))
    return next(papers, len(rows))


def _title(row: Row, shape: re.Pattern[str]) -> Passage:
    match = shape.match(_line(row))
    return row.cells[0].part(*match.span("title")) if match else row.cells[0]


def _parted(lines: Sequence[Row], shape: re.Pattern[str]) -> tuple[list[Row], list[Head]]:
    """The lines in front of the first head of a level, and these heads."""
    before: list[Row] = []
    heads: list[Head] = []
    for row in lines:
        match = shape.match(_line(row))
        if match and _number(match) == len(heads) + 1:
            heads.append(Head(row, row.cells[0].part(*match.span("title"))))
        else:
            (heads[-1].lines if heads else before).append(row)
    return before, heads


def _fields(chapter: Head) -> Iterator[str]:
    for title in [chapter.title, *(each.title for each in _parted(chapter.lines, _SUB)[1])]:
        found = labels.find(title.text)
        if found is not None:
            yield found.field


def _of_chapter(chapter: Head) -> Iterator[Row]:
    found = labels.find(chapter.title.text)
    name = found.field if found is not None else ""
    before, heads = _parted(chapter.lines, _SUB)
    own = [each for each in heads if labels.exact(each.title.text)]
    if _CLAUSES.search(chapter.title.text):
        yield from (chapter.row, *chapter.lines)
    elif name == "measures":
        yield from _measures(chapter)
    elif not heads or (name in _WHOLE and not own):
        yield from _pair(chapter)
    else:
        yield from _pair(Head(chapter.row, chapter.title, before))
        for each in heads:
            yield from _of_head(each)


def _of_head(head: Head) -> Iterator[Row]:
    """4 渡す項目 / (1) 甲課 / (2) 乙会: what each of several gets; else a head with its value."""
    before, inner = _parted(head.lines, _INNER)
    whose = [each for each in inner if each.lines and not _SORTS.search(each.title.text)]
    if inner and len(whose) == len(inner) and _ITEMS.search(head.title.text):
        for each in inner:
            title = replace(each.title, text=f"{each.title.text}に{head.title.text}")
            yield from _pair(Head(each.row, title, each.lines))
        return
    own = [each for each in inner if labels.exact(_label(each).text)]
    if len(own) < _LABELLED:
        yield from _pair(head)
        return
    yield from _pair(Head(head.row, head.title, before))
    for each in inner:
        yield from _pair(each)


def _label(head: Head) -> Passage:
    gap = _GAP.search(head.title.text)
    return head.title.part(0, gap.start() if gap else None)


def _pair(head: Head) -> Iterator[Row]:
    """A head and its value as one row; a value in tables stays below its head."""
    gap = _GAP.search(head.title.text)
    title = _label(head)
    value = head.title.part(gap.end()) if gap else Passage()
    if any(row.grid for row in head.lines):
        yield from (head.row, *head.lines)
        return
    for row in head.lines:
        value = put_together(value, row.cells[0])
    if value:
        yield replace(head.row, cells=(title, value), grid=-head.row.place.order - 1)


def _measures(chapter: Head) -> Iterator[Row]:
    """Heads that name a side, above or below those of a layer: one row for each side."""
    _, heads = _parted(chapter.lines, _SUB)
    sided = [each for each in heads if is_party_own(each.title.text) is not None]
    if not sided and not any(map(_inner_sides, heads)):
        yield from _pair(chapter)
        return
    for each in heads:
        inner = [] if each in sided else _inner_sides(each)
        if each in sided:
            yield from _layered(each)
        elif not inner:
            yield from _pair(each)
        for side in inner:
            layer = replace(each.row, cells=(each.title,))
            yield from _pair(Head(side.row, side.title, [layer, *side.lines]))


def _inner_sides(head: Head) -> list[Head]:
    inner = _parted(head.lines, _INNER)[1]
    return inner if all(is_party_own(each.title.text) is not None for each in inner) else []


def _layered(head: Head) -> Iterator[Row]:
    before, inner = _parted(head.lines, _INNER)
    lines = list(before)
    for each in inner:
        lines += [replace(each.row, cells=(each.title,)), *each.lines]
    yield from _pair(Head(head.row, head.title, lines))
