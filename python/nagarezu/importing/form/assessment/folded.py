"""Dated lists of changes that a text prints with a line for each line of a cell, behind a tab.

The columns of such a line say nothing: 変更日 and 項目 stand in the first, what follows comes one
below the other, and 提出時期 ends the row. What was there before is its first line, or all lines
up to where the numbers begin anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import tables as tables
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_DATE = re.compile(r"^(?:(?:令和|平成|[RＲ])?[ ]?(?:\d{1,4}|元)[年./].*|同上|〃|同日)$")
_WHEN = re.compile(r"(?:提出|評価)の?時期")
_TIMED = re.compile(r"^(?:事前|事後)(?:[ (].*)?$")
_NOTHING = re.compile(r"^[(]?(?:記載なし|なし|新規|[-ー－―])[)]?$")
_SIGN = re.compile(
    r"^(?P<sign>[①-⑳]|[(]?\d{1,2}[).、 ]|[ア-ン][ .、]|\[|・"
    r"|(?:システム|委託事項|提供先|移転先)[ ]?\d)"
)


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of such tables with each cell in its own column."""
    at = 0
    columns: tuple[str, ...] = ()
    while at < len(rows):
        row = rows[at]
        columns = _head(row) or (columns if row.grid else ())
        end = _end(rows, at) if columns and _begins(row) else at + 1
        if end > at + 1 and (made := _whole(rows[at:end], columns)) is not None:
            yield made
        else:
            yield from rows[at:end]
        at = end


def _head(row: Row) -> tuple[str, ...]:
    """The columns of a dated list of changes, of which one tells when it was handed in."""
    columns = tuple(key(cell.text) for cell in row.cells)
    if "変更日" not in columns or tables.kind_of(row, "", first=True) != "changes":
        return ()
    return columns


def _begins(row: Row) -> bool:
    return bool(row.cells[0]) and bool(_DATE.match(fold(row.cells[0].text).strip()))


def _end(rows: Sequence[Row], start: int) -> int:
    """Where the row ends that begins at `start`: its last line tells when it was handed in."""
    at = start
    while at < len(rows) and not _is_timed(rows[at]):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below is None or below.grid != rows[start].grid or below.cells[0]:
            break
        at += 1
    return at + 1


def _is_timed(row: Row) -> bool:
    return any(_TIMED.match(fold(cell.text).strip()) for cell in row.filled)


def _whole(lines: Sequence[Row], columns: tuple[str, ...]) -> Row | None:
    """One row of these lines; None if its columns are not those of the form."""
    before = tables.pattern_of("before")
    old = next((at for at, name in enumerate(columns) if before.search(name)), 0)
    when = next((at for at, name in enumerate(columns) if _WHEN.search(name)), len(columns))
    cells = [cell for line in lines for cell in line.filled]
    timed = next(
        (at for at, c in enumerate(cells) if _TIMED.match(fold(c.text).strip())), len(cells)
    )
    if old < 2 or when != old + 2 or timed <= old or len(lines[0].filled) < old:
        return None
    body = cells[old:timed]
    new = _new(body)
    made = [*cells[:old], joined(body[:new]), joined(body[new:]), *cells[timed:]]
    made += [Passage()] * (len(columns) - len(made))
    return replace(lines[0], cells=tuple(made[: len(columns)]))


def _new(body: Sequence[Passage]) -> int:
    """At which line begins what the place says now."""
    if len(body) < 3 or _NOTHING.match(fold(body[0].text).strip()):
        return min(1, len(body) - 1)
    first = _sign(body[0])
    again = (at for at, line in enumerate(body) if at and first and _sign(line) == first)
    return next(again, 1)


def _sign(line: Passage) -> str:
    match = _SIGN.match(fold(line.text).strip())
    return match["sign"] if match else ""
