"""Cells of a table: what a column holds by its head, and the cells below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

# 1, ア, ①, 1.2 and ①-2 of what 1 and ① consist of, and A1 where the side is part of the number
NUMBER = re.compile(
    r"^[(（]?(?:[A-Za-z一-龥]?-?\d{1,3}(?:[.-]\d{1,3}){0,3}|[ア-ン]|[a-z]|[①-⑳](?:-\d{1,2})?)[)）.]?$"
)


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(w)) for name, w in rules("labels")["prose_columns"].items())


def column_kind(cell: Passage) -> str:
    """What a column of this head holds, by the words of the data file; empty if unknown."""
    return _kind_by(cell.text)


@lru_cache(maxsize=1 << 14)
def _kind_by(head: str) -> str:
    plain = key(without_brackets(tidy(head)))
    if not plain or len(plain) > 30:
        return ""
    return next((name for name, words in _words() if words.search(plain)), "")


def cell_at(row: Row, index: int) -> Passage:
    return row.cells[index] if 0 <= index < len(row.cells) else Passage()


def one_line(label: Passage) -> Passage:
    return Passage(compiled(r"\s*\n\s*").sub(" ", label.text), label.starts, label.spots)


def column_of(columns: Sequence[str], *kinds: str) -> int:
    return next((index for index, kind in enumerate(columns) if kind in kinds), -1)


def filled_down(body: Sequence[Row], index: int) -> list[Passage]:
    """The cells of a column, merged ones repeated."""
    found: list[Passage] = []
    for row in body:
        cell = cell_at(row, index)
        found.append(cell if cell or not found else found[-1])
    return found
