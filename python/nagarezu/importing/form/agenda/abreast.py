"""Matters side by side: 区分 | 電算処理 | 業務委託, with a column for each. Each becomes a sheet.

The rows of a column are those of a sheet of its own: its head, and below it label and value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import kinds
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

_FEWEST = 2  # columns
_ROWS = 4
_NUMBER = (
    r"^(?:[(（]?(?:第?\d{1,2}|[ア-ン](?![ァ-ヶー]))(?:[)）.．、号]|(?=[^\d])))?(?:件名|票|その\d)?"
)
_NOTHING = r"[-－ー―—–／/]|なし|該当なし"


def apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; such a table as one sheet after the other."""
    at = 0
    while at < len(rows):
        body = _body(rows, at)
        if body:
            yield from _sheets(rows[at], body)
        else:
            yield rows[at]
        at += 1 + len(body)


def _body(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows below a head that has a kind of matter in each of its columns but the first."""
    head = rows[at]
    if not head.grid or len(head.cells) <= _FEWEST or len(head.filled) < len(head.cells) - 1:
        return []
    if not all(_kind(cell.text) for cell in head.cells[1:]):
        return []
    found: list[Row] = []
    for row in rows[at + 1 :]:
        if not row.grid or len(row.cells) != len(head.cells):
            break
        found.append(row)
    known = [row for row in found if row.cells[0] and labels.find("agenda", row.cells[0].text)]
    return found if len(known) >= _ROWS else []


def _kind(text: str) -> str:
    return kinds.HEADS.get(compiled(_NUMBER).sub("", key(text)).strip("()"), "")


def _sheets(head: Row, body: Sequence[Row]) -> Iterator[Row]:
    for column, title in enumerate(head.cells[1:], 1):
        yield replace(head, cells=(title,), grid=0)
        for row in body:
            value = row.cells[column]
            if value and not compiled(_NOTHING).fullmatch(key(value.text)):
                yield replace(row, cells=(row.cells[0], value))
