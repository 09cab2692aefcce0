"""Printed lines of a head, a wide gap and a value: ①　名　称　　　　甲システム.

A head may be spread over the width of its column (名　称), may be short for that of its block
(時期 of 提供先1), or may be one that the form does not know; that it ends the value above it, its
place between other heads says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_LINE = re.compile(
    r"^(?P<mark>[①-⑳・]|[(（]?[0-9０-９]{1,2}[)）]|[ア-ン][ 　.．)）])?[ 　]*"
    r"(?P<head>数(?=[ 　]{3}|　{2})|[^\s\d。、：:（）()\[\]［］・①-⑳]{2,14}"  # 契約の期間
    # 名　称
    r"|[^\s\d。、：:（）()\[\]［］・①-⑳](?:[ 　]{1,3}[^\s\d。、：:（）()\[\]［］・]){1,3})"
    r"(?P<gap>[ 　]+|\t)(?P<value>\S.*)$"
)
_WIDE = re.compile(r"　{2,}|[ 　]{3,}|\t")
_SPREAD = re.compile(r"\S(?:[ 　]{1,3}\S){1,3}")
# a third column: it is a table; その他（　　　） leaves room to write
_COLUMNS = re.compile(r"[^\s(（](?:　{2,}|[ 　]{4,})[^\s［\[)）]")
_FIRST_GRID = -2_000_000  # below those of other tables of a text


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, such lines in two cells."""
    block, topic, known = "", "", False
    for at, row in enumerate(_one_by_one(rows)):
        text = fold(row.text).strip()
        if not _printed(row) or heads.part(text, alone=True) is not None:
            block, topic, known = "", "", False
            yield row
            continue
        first = compiled(r"[ 　]{2,}").split(heads.first_words(row.text))[0]
        if heads.section(fold(first)):
            block, topic, known = "", beside.topic(first), False
        block = heads.block(first) or block
        cells, known = _cells(row, block, known)
        if cells is None and topic and not block:
            cells = _below_section(row.cells[0], topic)
        cells = cells or _systems(row.cells[0])
        yield row if cells is None else Row(cells, row.place, _FIRST_GRID - at, 0, row.sheet)


_GAP = re.compile(r"　{2,}|[ 　]{3,}|　 | 　")
_FIELD = re.compile(r"(?P<head>[^\s:：()（）\d①-⑳]{2,8})[①-⑳0-9０-９]{0,2}[ 　:：]+\S")


def _one_by_one(rows: Sequence[Row]) -> Iterator[Row]:
    """委託先1　甲社　　業務　入力　　期間　…: the fields of a block that stand on one line."""
    for row in rows:
        first = _FIELD.match(row.text) if _printed(row) and _GAP.search(row.text) else None
        if first is None or heads.block(row.text[: first.end() - 1].strip()) == "":
            yield row
            continue
        line, block = row.cells[0], heads.block(row.text[: first.end() - 1].strip())
        starts = [0]
        for gap in compiled(r"[ 　]+").finditer(line.text):
            field = _FIELD.match(line.text, gap.end())
            if field and beside.short_label(field["head"], "", block):
                starts.append(gap.end())
        for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
            yield replace(row, cells=(line.part(start, end),))


def _printed(row: Row) -> bool:
    return not row.grid and not row.level and len(row.cells) == 1


def _cells(row: Row, block: str, known: bool) -> tuple[tuple[Passage, ...] | None, bool]:
    """Head and value of a line, if it must be cut; and whether its head is one of a column."""
    line = row.cells[0]
    match = _LINE.match(line.text)
    if match is not None and not _WIDE.fullmatch(match["gap"]):
        match = _in_block(match, block)
    if match is None or _COLUMNS.search(match["value"]):
        return None, known and match is None and not line.text.strip().endswith("。")
    spread = _SPREAD.fullmatch(match["head"]) is not None
    name = compiled(r"\s").sub("", match["head"])
    whole = words.whole(name) is not None
    short = beside.short_label(name, "", block) is not None
    if not spread and (whole or heads.block(name)):
        return None, whole  # the readers of lines know it
    if not (whole or short or (known and block and not spread)):
        return None, False
    head = line.part(*match.span("head"))
    return (Passage(name, head.starts[:1], head.spots[:1]), line.part(match.start("value"))), True


_WAYS = ("方法", "手段")


def _below_section(line: Passage, topic: str) -> tuple[Passage, ...] | None:
    """①名称　甲システム, 名称　　　甲システム below 2 システム: a short label of the section."""
    match = _LINE.match(line.text)
    apart = match is not None and (match["mark"] or _WIDE.fullmatch(match["gap"]))
    if match is None or not apart or _COLUMNS.search(match["value"]):
        return None
    if words.whole(match["head"]) is not None or words.short(topic, match["head"]) is None:
        return None
    head = line.part(*match.span("head"))
    of_topic = head.text in _WAYS and words.whole(f"{topic}{head.text}") is not None
    whole = f"{topic if of_topic else '①'}{head.text}"  # 方法 alone does not say of what
    name = Passage(whole, head.starts[:1], head.spots[:1])
    return name, line.part(match.start("value"))


_NAMED = re.compile(
    r"^(?:[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、 　])?[ 　]*"
    r"(?P<head>\S{0,6}システム\S{0,2})[ 　]+(?P<value>\S.*)$"
)


def _systems(line: Passage) -> tuple[Passage, ...] | None:
    """２ 使用するシステム　甲システム: the section and the names on one line."""
    match = _NAMED.match(line.text)
    if match is None or not beside.of_systems(match["head"], match["value"]):
        return None
    return line.part(*match.span("head")), line.part(match.start("value"))


def _in_block(match: re.Match[str], block: str) -> re.Match[str] | None:
    """情報　氏名 below 移転先1: one blank is enough behind a label of the block."""
    name = match["head"]
    known = beside.short_label(name, "", block) is not None and not match["value"].startswith("は")
    return match if block and known and words.whole(name) is None else None
