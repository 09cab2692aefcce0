"""A text whose lines a converter broke at one edge: its lines made whole before anybody reads them.

A sentence that goes on below, a number cut in two (18, / 460人) or a name would each be read as two
things. Whether a text is broken so, the whole of it tells: many lines end at the edge, in the
middle of a sentence, and hardly any goes beyond.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nagarezu.importing.form.wrapping import begins_anew, breadth, first_word, together

if TYPE_CHECKING:
    from nagarezu.importing.form.rows import Row

_COLUMNS = re.compile(r"\S(?: {2,}|\u3000{2,}|\t)\s*\S|[|｜│┃]")  # a line of cells
_ENDED = re.compile(r"[。．：:」』】〕]\s*$")
# 委託期間　令和7年… above 取り扱わせる項目　氏名…: labels with their values, each on its line
_LABELLED = re.compile(r"\s*[^\s、。（）()「」]{1,15}[一-龥ァ-ヶー](?:\u3000| {2,})\S")
_FEWEST = 5  # lines at the edge
_MOST_ENDED = 0.4  # of these, the share that may end with a sentence
_MOST_BEYOND = 0.1  # for each line at the edge: a title, or a line that nobody broke


@dataclass(frozen=True, slots=True)
class Edge:
    """Where lines are broken, by the room that they take or by the number of their characters."""

    size: Callable[[str], float]
    narrowest: float  # lines of tables and lists may end together before it
    slack: float  # what a sign that may not begin a line leaves free, or takes beyond
    at: float = 0.0

    def end(self, row: Row) -> float:
        return (row.lead if self.size is len else row.indent) + self.size(row.cells[0].text)

    def is_full(self, row: Row, below: Row) -> bool:
        """Whether the first word of the line below had no room at the end of this one."""
        word = first_word(below.cells[0].text)
        return self.end(row) + min(self.size(word), _LONGEST) > self.at


_LONGEST = 24.0  # a longer word is cut anywhere
_BY = (Edge(breadth, 50.0, 4.0), Edge(len, 25.0, 2.0))


def whole(rows: Sequence[Row]) -> list[Row]:
    """The rows, each broken line with its rest; as they are where there is no edge."""
    edge = _edge([row for row in rows if _is_running(row)])
    if edge is None:
        return list(rows)
    made: list[list[Row]] = []
    for row in rows:
        if made and _goes_on(made[-1][-1], row, edge):
            made[-1].append(row)
        else:
            made.append([row])
    return [_one(parts) for parts in made]


def _edge(lines: Sequence[Row]) -> Edge | None:
    """The edge at which most lines end, by either measure; None where they were not broken."""
    found = [(count, edge) for by in _BY for count, edge in [_of_measure(by, lines)] if edge]
    return max(found, key=lambda each: each[0])[1] if found else None


def _of_measure(by: Edge, lines: Sequence[Row]) -> tuple[int, Edge | None]:
    """How many lines end at the edge of this measure, and the edge."""
    ends = {(by.end(row), row.cells[0].text) for row in lines}  # what a form repeats counts once
    wide = [(end, text) for end, text in ends if end >= by.narrowest]
    best: tuple[int, Edge | None] = (0, None)
    for at in sorted({end for end, _ in wide}):
        full = [text for end, text in wide if abs(end - at) <= by.slack]
        beyond = sum(1 for end, _ in wide if end > at + by.slack)
        ended = sum(1 for text in full if _ENDED.search(text))
        broken = len(full) >= _FEWEST and ended <= len(full) * _MOST_ENDED
        if broken and beyond <= len(full) * _MOST_BEYOND and len(full) > best[0]:
            best = (len(full), replace(by, at=at))
    return best


def _is_running(row: Row) -> bool:
    """Whether a row is a printed line, and none of cells side by side."""
    return not row.grid and len(row.cells) == 1 and not _COLUMNS.search(row.cells[0].text)


def _goes_on(above: Row, row: Row, edge: Edge) -> bool:
    """Whether a line is the rest of the one right above."""
    if not (_is_running(above) and _is_running(row)) or not _next_line(above, row):
        return False
    if begins_anew(row.cells[0].text) or _ENDED.search(above.cells[0].text):
        return False
    if all(_LABELLED.match(each.cells[0].text) for each in (above, row)):
        return False
    return edge.is_full(above, row)


def _next_line(above: Row, row: Row) -> bool:
    """A blank line between them parts two paragraphs."""
    numbers = [each.place.where for each in (above, row)]
    return all(map(str.isdecimal, numbers)) and int(numbers[1]) - int(numbers[0]) == 1


def _one(parts: Sequence[Row]) -> Row:
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], cells=(together([part.cells[0] for part in parts]),))
