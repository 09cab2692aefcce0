"""What a paper tells of before a change, without which the rest is what holds now.

変更前の記載 | 変更後の記載: a way, a number or a name in the first of the two columns is no longer
true, and so is at odds with nothing; the day of the change is none of the work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_MAY = re.compile(r"前|旧|現行")
_LINE = re.compile(
    r"^[ ]*(?:[・●■◆○]|[(]?\d{1,2}[).])?[ ]*(?:変更|改正|修正|改定)(?P<side>[前後])"
    r"(?:の(?:記載|内容))?[ ]*(?::|$)"
)
_DAY = re.compile(r"(?:変更|改正|修正|改定)(?:年月)?日")
_NEAR = 3  # rows between what was before and what is now


def without(rows: Sequence[Row]) -> list[Row]:
    """The rows, with nothing in the cells and lines that tell what was there before a change."""
    found: list[Row] = []
    past: set[int] = set()  # columns of the table at hand
    width, grids = 0, [0]
    for at, row in enumerate(rows):
        heads = columns(row)
        if heads:
            past, width, grids = heads, len(row.cells), [row.grid]
        elif past and not _goes_on(row, width, grids):
            past = set()
        elif past:
            cells = [Passage() if at in past else cell for at, cell in enumerate(row.cells)]
            row = replace(row, cells=tuple(cells))
        if any(row.cells) and not _is_before(row, rows[at + 1 : at + 1 + _NEAR]):
            found.append(row)
    return found


def _goes_on(row: Row, width: int, grids: list[int]) -> bool:
    """Whether a row is of the table at hand; each line of a text has a grid of its own."""
    grids.append(row.grid)
    ruled = len(grids) > 2 and grids[0] == grids[1]
    return len(row.cells) == width and not (ruled and row.grid != grids[0])


def columns(row: Row) -> set[int]:
    """The columns of what was before and of its day, in heads that tell what is now as well."""
    if len(row.cells) < 2 or not _MAY.search(row.text):
        return set()
    words = rules("assessment")["columns"]
    names = [key(cell.text) for cell in row.cells]
    before, after = compiled(words["before"]), compiled(words["after"])
    past = {at for at, name in enumerate(names) if before.search(name)}
    if not past or not any(after.search(name) for name in names):
        return set()
    return past | {at for at, name in enumerate(names) if _DAY.fullmatch(name)}


def _is_before(row: Row, below: Sequence[Row]) -> bool:
    """変更前：紙, with a line 変更後：専用線 below it."""
    side = _LINE.match(fold(row.filled[0].text)) if "前" in row.text else None
    if side is None or side["side"] != "前":
        return False
    next_ = (_LINE.match(fold(each.filled[0].text)) for each in below)
    return any(each and each["side"] == "後" for each in next_)
