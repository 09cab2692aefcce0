"""Clauses in a table: number, heading and sentence in cells of their own, read as printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

_NUMBER = re.compile(r"^第?[ ]?(?P<number>\d{1,2})[ ]?[条項]?(?P<rest>.*)$", re.DOTALL)
_LONGEST = 40  # characters of a heading


def lines(rows: Iterable[Row]) -> list[Passage]:
    """The lines of a paper of clauses; a row of its tables becomes a heading and a clause."""
    found: list[Passage] = []
    counted = 0
    for row in rows:
        if not row.grid or len(row.filled) < 2:
            found.extend(line for cell in row.filled for line in cell.lines())
        elif any("。" in cell.text for cell in row.filled):  # else the head of the columns
            counted += 1
            found.extend(_of_row(row, counted))
    return found


def _of_row(row: Row, counted: int) -> Iterator[Passage]:
    """第1条（秘密の保持） | 乙は…, in two cells or three; counted if no number is printed."""
    sentence = max(row.filled, key=lambda cell: len(cell.text))
    before = row.filled[: row.filled.index(sentence)]
    number = str(counted)
    for cell in before:
        printed = _NUMBER.match(fold(cell.text).strip())
        number = printed["number"] if printed else number
        head = tidy(printed["rest"] if printed else cell.text).strip("()（）【】.．、 ")
        if head and len(head) <= _LONGEST:
            yield _instead(cell, f"（{head}）")
    if before and not _NUMBER.match(fold(sentence.text)):
        sentence = joined([_instead(before[0], number), sentence], " ")
    yield from sentence.lines()


def _instead(cell: Passage, text: str) -> Passage:
    return replace(cell, text=text, starts=cell.starts[:1], spots=cell.spots[:1])
