"""Blocks that bear a name in place of a number: ア 甲システム, and below it 機能：…, 接続：….

The form calls them システム1, 委託事項1, 提供先1 and 移転先1. What they are, the head above
says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_NAME = re.compile(
    r"^(?:[ア-ン]|[①-⑳]|[(（]?\d{1,2}[)）.．])[ 　]+"
    r"(?P<name>[^:：。、()（）]{2,40}(?:[(（][^()（）]{2,30}[)）])?)$"
)
_PAIR = re.compile(
    r"^(?:[・･●■◆\-][ 　]*)?(?P<head>[^\s:：。、()（）]{2,16})(?:[ 　]*[:：][ 　]*|[ 　]+)"
    r"(?P<value>\S.*)$"
)
_HEAD = re.compile(r"(?P<topic>システム|委託|提供|移転)(?:先|事項)?(?:の?名称?)?(?:[ ]?[(（].*)?$")
_BLOCKS = {"システム": "システム", "委託": "委託事項", "提供": "提供先", "移転": "移転先"}
_LONGEST = 30  # characters of a head
_FIRST_GRID = -1_000_000  # below those of other tables of a text


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of such blocks as the form prints them."""
    counts: Counter[str] = Counter()
    topic, at = "", 0
    head: Row | None = None  # that which says the topic
    while at < len(rows):
        row = rows[at]
        name = _name(rows, at) if topic and head and _below(row, head) else None
        if name is None:
            before, topic = topic, _topic(row, topic)
            head = row if topic != before or _topic(row, "") else head
            yield row
            at += 1
            continue
        counts[topic] += 1
        grid = _FIRST_GRID - sum(counts.values())
        yield from _head(row, name, topic, counts[topic], grid)
        at += 1
        while at < len(rows) and (pair := _pair(rows[at], row)) is not None:
            yield Row(pair, rows[at].place, grid, 0, rows[at].sheet)
            at += 1


def _printed(row: Row) -> bool:
    return not row.grid and len(row.cells) == 1


def _topic(row: Row, before: str) -> str:
    """What the blocks below a short head are; another head says nothing of them."""
    text = fold(row.text).strip()
    if not _printed(row) or len(text) > _LONGEST or "。" in text or _PAIR.match(text):
        return before
    match = _HEAD.search(text)
    numbered = compiled(r"[(（]?[0-9ⅠⅡⅢⅣⅤ①-⑳ア-ン]").match(text) or row.level
    if not numbered:
        return before
    return match["topic"] if match else ""


_MARKS = re.compile(r"[0-9０-９]{1,2}|[①-⑳]|[ⅠⅡⅢⅣⅤⅥ]|[ア-ン](?=[ 　.．)）])")


def _style(row: Row) -> str:
    """(0), 0. or ①: how the number of a head is printed, whatever the number."""
    mark = compiled(r"^\S*?[)）.．、 　]").match(fold(row.text).strip())
    return _MARKS.sub("0", mark.group()).strip() if mark else ""


def _below(row: Row, head: Row) -> bool:
    """Whether a line stands below a head: 5. 保管 behind 4. 委託 is a head of its rank."""
    deeper = row.indent > head.indent
    return deeper or (row.indent == head.indent and _style(row) != _style(head))


def _name(rows: Sequence[Row], at: int) -> Passage | None:
    """The name on a line of its own, if a row of label and value that the form knows follows."""
    row = rows[at]
    match = _NAME.match(row.cells[0].text.strip()) if _printed(row) else None
    if match is None or at + 1 >= len(rows) or _pair(rows[at + 1], row) is None:
        return None
    line = row.cells[0]
    start = line.text.index(match["name"])
    return line.part(start, start + len(match["name"]))


def _pair(row: Row, above: Row) -> tuple[Passage, ...] | None:
    """機能：資格の管理, or the rest of a value on the next line."""
    if not _printed(row) or row.indent <= above.indent:
        return None
    match = _PAIR.match(row.cells[0].text)
    if match is not None and _known(match["head"]):
        line = row.cells[0]
        return line.part(*match.span("head")), line.part(match.start("value"))
    return None


def _known(head: str) -> bool:
    short = any(words.short(each, key(head)) for each in _BLOCKS)
    return short or words.of_row(head) is not None


def _head(row: Row, name: Passage, topic: str, number: int, grid: int) -> Iterator[Row]:
    block = Passage(f"{_BLOCKS[topic]}{number}", (0,), name.spots[:1])
    if topic == "システム":
        yield Row((block,), row.place, 0, 0, row.sheet)
        block = Passage("システムの名称", (0,), name.spots[:1])
    yield Row((block, name), row.place, grid, 0, row.sheet)
