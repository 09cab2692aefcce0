"""Whom the heads above a line or a column name: 「イ 甲社」 stands over all numbered below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_MARKS = (
    r"第[0-9一二三四五六七八九十]+[章節条]?",
    r"\([0-9]{1,2}\)",
    r"[0-9]{1,2}(?=[.\s])|[0-9]{1,2}(?=[^0-9,.年月日人件%())])",
    r"\([ァ-ン]\)",
    r"[ァ-ン](?=[.\s])",
    r"[①-⑳]",
    r"[a-z](?=[.\s])|\([a-z]\)",
    r"[【◆■○●□◇<《]",
)
_MARK = re.compile(r"^\s*[#*\s]*(?:" + "|".join(f"({each})" for each in _MARKS) + ")")
_LONGEST = 40  # characters of a head; what is longer, or ends a sentence, is text
_SHORTEST = 2
_ASIDE = re.compile(r"\((?:以下)[^()]*\)")


def is_marked(text: str) -> bool:
    """Whether a line begins with the number or sign of a head or an entry."""
    return bool(sort_of(text))


def sort_of(text: str) -> int:
    """Of which sort the number or sign in front of a line is; 0 without one."""
    match = _MARK.match(fold(text))
    return (match.lastindex or 0) if match else 0


class Outline:
    """The open heads of a text in reading order, each with the one holder outside that it names."""

    def __init__(self, builder: Builder) -> None:
        self._names = _names(builder)
        self._open: list[tuple[int, str]] = []

    @property
    def holder(self) -> str:
        """The holder whom the innermost head that names one names."""
        return next((id_ for _, id_ in reversed(self._open) if id_), "")

    def add(self, row: Row) -> None:
        """Read a line: a head of a kind that is open already closes it and what is below it."""
        text = fold(row.text)
        if text.lstrip().startswith("#"):
            self._open = []
        match = _MARK.match(text)
        if match is None or match.lastindex is None:
            return
        sort = match.lastindex
        for at, (other, _) in enumerate(self._open):
            if other == sort:
                del self._open[at:]
                break
        self._open.append((sort, self._named(text)))

    def _named(self, text: str) -> str:
        text = _ASIDE.sub("", text)
        if len(text) > _LONGEST or "。" in text:
            return ""
        found = _named(self._names, text)
        return found.pop() if len(found) == 1 else ""


class Columns:
    """The holder outside that one column of a table names: 委託先 | 甲社 | 乙社."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._names = _names(builder)
        self._known: dict[tuple[int, int], set[str]] = {}

    def holder(self, at: int, cell: Passage) -> str:
        """Of two columns, the label in front must speak of a partner; else several do."""
        cells = self._rows[at].cells
        column = next((n for n, each in enumerate(cells) if each is cell), 0)
        if not column:
            return ""
        named = self._column(at, column)
        others = [self._column(at, each) for each in range(1, len(cells)) if each != column]
        apart = any(other and not other & named for other in others)
        label = compiled(rules("spoken")["partner_rows"]).search(key(cells[0].text))
        return next(iter(named)) if len(named) == 1 and (apart or label) else ""

    def _column(self, at: int, column: int) -> set[str]:
        first = at
        while first and self._alike(first - 1, at):
            first -= 1
        if (first, column) not in self._known:
            last = at
            while last + 1 < len(self._rows) and self._alike(last + 1, at):
                last += 1
            table = self._rows[first : last + 1]
            # whom the partner of a column hands work on to has no column of his own
            cells = [row.cells[column].text for row in table if "再委託" not in row.cells[0].text]
            self._known[first, column] = {
                id_ for each in cells for id_ in _named(self._names, each)
            }
        return self._known[first, column]

    def _alike(self, one: int, other: int) -> bool:
        """Whether two lines are rows of one table."""
        a, b = self._rows[one], self._rows[other]
        return bool(a.grid) and bool(b.grid) and len(a.cells) == len(b.cells)


def _names(builder: Builder) -> list[tuple[str, str]]:
    return [
        (name, id_)
        for name, id_ in builder.names()
        if len(name) > _SHORTEST and builder.holder_entity(id_).get("external")
    ]


def _named(names: Sequence[tuple[str, str]], text: str) -> set[str]:
    plain = key(text)
    return {id_ for name, id_ in names if name in plain}


_STEPS = tuple(
    re.compile(rf"^[ 　]*[(（]?[{digits}][)）.．、 　]", re.MULTILINE) for digits in ("1１", "2２")
)


def in_front_of_steps(text: str) -> str | None:
    """What stands above (1) …する。 and (2) …する。: each step speaks of somebody of its own."""
    first, second = _STEPS
    begins = first.search(text)
    goes_on = second.search(text, begins.end()) if begins else None
    return text[: begins.start()] if begins and goes_on else None
