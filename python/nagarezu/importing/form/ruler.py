"""Where things stand on a printed line: programs that keep a layout count columns in two ways.

Some give a Japanese character two columns, as a fixed font does; others, such as common programs
that turn PDF into text, give every character one. Which of them a text follows shows where lines
without a label begin: right below the value of the line before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.form.rows import Row, width

GAP = re.compile(r"[ \t]{2,}[ \t\u3000]*|\u3000[ \t\u3000]+|\u3000")
_WIDE_GAP = re.compile(r"[ \t\u3000]{2,}")


@dataclass(frozen=True, slots=True)
class Ruler:
    """Columns of a text; `by_character` if every character takes one."""

    by_character: bool = False

    def start(self, row: Row) -> int:
        """The column in which a printed line begins."""
        return row.lead if self.by_character else row.indent

    def at(self, row: Row, offset: int) -> int:
        """The column of a character of a printed line."""
        text = row.cells[0].text
        return self.start(row) + (offset if self.by_character else width(text, offset))


def printed(row: Row) -> bool:
    """Whether a row is a printed line, and none of a table."""
    return not row.grid and len(row.cells) == 1


def ruler(rows: Sequence[Row]) -> Ruler:
    """The ruler by which most lines stand below the value of the line before."""
    wide, narrow = Ruler(), Ruler(True)
    votes = 0
    for row, below in pairwise(rows):
        if not (printed(row) and printed(below)) or below.lead < 4:
            continue
        gap = _WIDE_GAP.search(row.cells[0].text)
        if gap is not None:
            votes += wide.at(row, gap.end()) == wide.start(below)
            votes -= narrow.at(row, gap.end()) == narrow.start(below)
    return narrow if votes < 0 else wide
