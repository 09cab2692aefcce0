"""Printed lines whose heads are decorated: ■３．委託, 【本人の数】[1万人未満], 名称：甲システム.

Nothing but the decoration tells them from the lines of the form, so it is taken off, and a label in
brackets becomes the first of two cells. The name of a file in a head of its own, 《(1)甲ファイル》,
gets the label that the form prints in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment import own_heads as own_heads
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_BOX = re.compile(r"^[■●◆▼◎□◇○▶][ 　]*(?=[(（]?[0-9０-９]{1,2}[)）.．、 　])")
_ENCLOSED = re.compile(r"^[【〔](?P<head>[^【】〔〕]{1,40})[】〕][ 　]*(?=\S)")
_ROUND = re.compile(r"^[（(](?P<head>[^（）()]{2,12})[）)][ 　]*(?=\S)")  # （委託先）甲社
_SHORT = re.compile(
    r"^[ 　]*(?:[・○①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、 　])?[ 　]*"
    r"(?P<head>[^\s：:。、()（）\[\]［］【】]{2,10})[ 　]*[：:][ 　]*(?=\S)"
)
_FIRST_GRID = -4_000_000  # below those of other tables of a text


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, such lines without their decoration."""
    block = part = topic = ""
    rows = own_heads.in_parts(list(_renumbered(rows)))
    files = own_heads.given(rows)
    named_behind = own_heads.below_chapters(rows) or {
        at: cells for at, row in enumerate(rows) if (cells := own_heads.behind_part(row))
    }
    several = len({key(cells[-1].text) for cells in named_behind.values()}) > 1
    for at, row in enumerate(rows):
        part = own_heads.part_of(row, part)
        if several and at in named_behind:
            block = ""
            yield row
            cells = named_behind[at]
            yield replace(row, cells=cells, grid=_FIRST_GRID - at if cells[1:] else 0, level=0)
            continue
        printed = not row.grid and len(row.cells) == 1
        named = own_heads.file(row, files) if printed and part in own_heads.OUTLINES else None
        if named is not None:  # a heading of the format or a line
            block = ""
            yield replace(row, cells=named, grid=_FIRST_GRID - at, level=0)
            continue
        if not printed or row.level:
            block = ""
            yield row
            continue
        plain = own_heads.bare_part(row) or _counterpart(row) or _unboxed(row)
        text = fold(tidy(plain.text))
        if heads.section(text) or heads.part(text, alone=True) is not None:
            block, topic = "", beside.topic(text)
        block = heads.block(_head_of(plain)) or block
        if part in _RISKS and (found := _TOPIC.match(plain.text)):  # 1 入手：…する。
            yield replace(plain, cells=(plain.cells[0].part(*found.span("head")),))
            value = plain.cells[0].part(found.start("value"))
            cells = (Passage("措置の内容", (0,), value.spots[:1]), value)
            yield replace(plain, cells=cells, grid=_FIRST_GRID - at)
            continue
        if part in _RISKS and (found := _SIDED.match(plain.text)):
            spans = found.span("head"), (found.start("value"), len(plain.text))
            if beside.side_of(found["head"]):
                cells = tuple(plain.cells[0].part(*span) for span in spans)
                yield replace(plain, cells=cells, grid=_FIRST_GRID - at)
                continue
        yield _in_cells(plain, block, topic if not block else "", part, _FIRST_GRID - at)


# 2-3　記録項目, 3.1 入手に関する対策: the number of the part in front of that of the section
_OF_PART = re.compile(r"^[0-9０-９ⅠⅡⅢⅣⅤⅥ][-－‐−.．][ 　]?(?=[0-9０-９]{1,2}(?![0-9０-９]))")
_DEEPER = re.compile(r"^[0-9０-９]{1,2}[-－‐−.．](?=[0-9０-９]{1,2}(?:[ 　]|[^0-9０-９\s]))")
_FEWEST = 3  # such lines that are heads of the form


def _renumbered(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, without the number of the part in front of those of its sections."""
    cut = {at: found.end() for at, row in enumerate(rows) if (found := _OF_PART.match(row.text))}
    plain = {at: _behind(rows[at], end) for at, end in cut.items()} if len(cut) >= _FEWEST else {}
    known = sum(_is_head(line.text) for line in plain.values())
    several = known >= _FEWEST and 2 * known >= len(plain)
    for at, row in enumerate(rows):
        line = plain.get(at) if several else None
        if line is None and several and (bare := _BARE_PART.fullmatch(row.text.strip())):
            line = Passage(
                f"第{fold(bare['number'])}部 {bare['title']}", (0,), row.cells[0].spots[:1]
            )
        yield row if line is None else replace(row, cells=(line, *row.cells[1:]))


_BARE_PART = re.compile(  # ２　ファイルの概要, above 2-1 …
    r"(?P<number>[1-6１-６])[.．　 ]+"
    r"(?P<title>基本情報|(?:特定個人情報)?ファイルの概要|(?:その他の)?リスク(?:対策|への対策)[^。]{0,20})"
)


def _behind(row: Row, end: int) -> Passage:
    line = row.cells[0].part(end)
    deeper = _DEEPER.match(line.text)
    return line.part(deeper.end()) if deeper else line


def _is_head(text: str) -> bool:
    first = _first(text)
    head = _NUMBER.sub("", fold(first))
    label = words.whole(head) is not None or words.split(Passage(text))[0].label is not None
    said = fold(tidy(first)).split(":")[0]  # 2-5 委託：有
    return label or heads.section(said) or bool(heads.block(head))


def _unboxed(row: Row) -> Row:
    """■３．委託: the box in front of a section."""
    line = row.cells[0]
    box = _BOX.match(line.text)
    first = _first(line.text[box.end() :]) if box else ""
    label = words.whole(_NUMBER.sub("", fold(first)))
    if box is None or not (heads.section(fold(tidy(first))) or label is not None):
        return row
    return replace(row, cells=(line.part(box.end()),))


_NUMBER = re.compile(r"^[(]?\d{1,2}[). 、]?[ ]?")


def _first(text: str) -> str:
    number = compiled(r"[(（]?[0-9０-９]{1,2}[)）.．、 　]+").match(text)
    start = number.end() if number else 0
    return text[:start] + compiled(r"[ 　]+(?=[\[［【])|[ ]{2,}|　").split(text[start:].strip())[0]


def _head_of(row: Row) -> str:
    match = _ENCLOSED.match(row.text.strip())
    return match["head"] if match else row.text


def _in_cells(row: Row, block: str, topic: str, part: str, grid: int) -> Row:
    """A label in brackets, or a short one within a block or section, and its value."""
    line = row.cells[0]
    enclosed = _ENCLOSED.match(line.text) or _ROUND.match(line.text)
    short = _SHORT.match(line.text)
    match = enclosed or short
    if match is None:
        return row
    head = match["head"]
    known = words.whole(head) is not None or (
        heads.block(head) and words.behind_block(line) is None
    )
    value, printed = line.part(match.end()), line.part(*match.span("head"))
    of_topic = not known and words.short(topic, head) is not None
    if enclosed and (of_topic or (part in _RISKS and head in _MEASURES)):
        name = f"①{head}" if of_topic else "措置の内容"  # 【名称】 below 2 システム
        printed = Passage(name, printed.starts[:1], printed.spots[:1])
    elif not (enclosed and (known or _is_short(head, block))) and not (
        short and (_is_short(head, block) or beside.of_systems(head, value.text))
    ):
        return row
    return replace(row, cells=(printed, value), grid=grid)


# 相手方1 甲連合 (提供), (2) 相手先：福祉課（移転）: what is done stands behind who it is
_COUNTERPART = re.compile(
    r"^[ 　]*(?:[(（]?[0-9０-９]{1,2}[)）.．、]|[①-⑳・■])?[ 　]*(?:提供等の|移転等の)?相手(?:方|先)"
    r"[ 　]?(?P<number>[(（]?[0-9０-９]{0,2}[)）]?)[ 　]*[:：]?[ 　]*"
    r"(?P<name>[^\s()（）。、:：][^()（）。:：]{1,40}?)"
    r"[ 　]*[(（](?P<kind>提供|移転)(?:先)?[)）][ 　]*$"
)


def _counterpart(row: Row) -> Row | None:
    """The line as the form prints it: 提供先1　甲連合."""
    line = row.cells[0]
    match = _COUNTERPART.match(line.text)
    if match is None:
        return None
    number = match["number"].strip("()（）")
    head = Passage(f"{match['kind']}先{number}", (0,), line.spots[:1])
    return replace(row, cells=(joined([head, line.part(*match.span("name"))], "　"),))


_RISKS = ("Ⅲ", "Ⅳ")
_TOPIC = re.compile(
    r"^(?P<head>[0-9０-９]{1,2}[.．、 　]+(?:特定個人情報の)?"
    r"(?:入手|使用|利用|委託|提供|移転|保管|消去|廃棄|接続|監査|教育|研修)"
    r"(?:[・及び]{1,2}(?:使用|移転|消去|廃棄|監査|教育|研修))?)[ 　]*[：:][ 　]*"
    r"(?P<value>\S[^。]{5,}。.*)$"
)
# 委託先における措置：…する。: whose the measures behind the colon are
_SIDED = re.compile(
    r"^[ 　・■]*(?P<head>[^：:。、]{2,30}(?:措置|対策))[ 　]*[：:][ 　]*(?P<value>\S.*)$"
)
_MEASURES = ("措置", "対策", "講じる措置", "主な措置", "主な対策")


def _is_short(head: str, block: str) -> bool:
    """名称 below システム1: a label that only its block makes one; 作業の時期, one of a block."""
    if words.whole(head) is not None or not block:
        return False
    return beside.short_label(head, "", block) is not None or bool(_OF_BLOCK.search(head))


_OF_BLOCK = re.compile(r"(?:時期|期間|期限|方法|内訳|頻度|媒体|日程)$")
