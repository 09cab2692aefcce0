"""Tables of flows: 順 | 起点 | 終点 | 内容, each row as a sentence that says which way it goes.

A text may print the same without rules: 1 甲システム 乙システム 申請の内容.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_GAP = re.compile(r"[ 　\t]+")
_LONGEST = 80  # characters of a printed line of heads
_FAR = 30  # characters of what is sent


def sentences(rows: Sequence[Row]) -> Iterator[tuple[Passage, str]]:
    """甲から乙へ申請の内容を送信する, for each row; not for what goes by hand or by post."""
    at: tuple[int, int] | None = None
    grid, width = 0, 0
    for row in rows:
        cells = _cells(row)
        found = _heads(cells)
        if found:
            at, grid, width = found, row.grid, len(cells)
        elif at and (row.grid != grid or len(cells) < max(at) + 1 or not all(_ends(cells, at))):
            at = None
        elif at and not _by_hand(cells[:width]):
            giver, taker = _ends(cells, at)
            what = key(cells[max(at) + 1])[:_FAR] if len(cells) > max(at) + 1 else ""
            yield row.filled[0], f"{giver}から{taker}へ{what}を送信する"


def _cells(row: Row) -> list[str]:
    if row.grid:
        return [tidy(cell.text) for cell in row.cells]
    return _GAP.split(row.text.strip()) if len(row.text) <= _LONGEST else []


def _heads(cells: Sequence[str]) -> tuple[int, int] | None:
    """The columns of who gives and who takes."""
    words = rules("claims")["flow_columns"]
    giver, taker = (
        next((n for n, cell in enumerate(cells) if compiled(words[side]).search(key(cell))), -1)
        for side in ("from", "to")
    )
    return (giver, taker) if giver >= 0 and taker >= 0 and giver != taker else None


def _ends(cells: Sequence[str], at: tuple[int, int]) -> tuple[str, str]:
    giver, taker = (key(without_brackets(cells[column])) for column in at)
    return giver, taker


def _by_hand(cells: Sequence[str]) -> bool:
    return any(compiled(rules("claims")["by_hand"]).search(cell) for cell in cells)
