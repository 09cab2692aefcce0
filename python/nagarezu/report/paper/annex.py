"""The annex: every table with rows in the order of its number, figures at their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nagarezu import inert
from nagarezu.languages import Lang, Text
from nagarezu.report.paper.parts import COMMA
from nagarezu.report.tree import Block, FigureBlock, Section, TableBlock
from nagarezu.tables import SPECS
from nagarezu.tables.paper import number_text, paper
from nagarezu.tables.table import Table

_REFERENCE = Text("参考表{n} {title}", "Reference table {n} {title}")
_ABSENT = Text("該当のない表：{tables}", "Tables without rows: {tables}")
_PORTRAIT = 92  # columns of table text across an upright sheet
_WIDEST = 26  # columns that a cell of words takes before it wraps
_GAP = 2
_FEW = 12  # rows that may stand on a sheet lying across between two others


@dataclass(frozen=True, slots=True)
class Annex:
    """Tables that have rows, numbered, and one line that names the others."""

    tables: tuple[Table, ...]
    absent: str


def annex(tables: Iterable[Table], lang: Lang) -> Annex:
    """Number and order tables. Reference tables keep their number whatever else is empty."""
    numbered = sorted((_numbered(table, lang) for table in tables), key=_order)
    absent = [caption(table) for table in numbered if not table.rows]
    line = _ABSENT.in_(lang).format(tables=COMMA.in_(lang).join(absent)) if absent else ""
    return Annex(tuple(table for table in numbered if table.rows), line)


def _numbered(table: Table, lang: Lang) -> Table:
    if table.number:
        return table
    title = _REFERENCE.in_(lang).format(n=_references().index(table.name) + 1, title=table.title)
    return replace(table, title=title)


def _references() -> list[str]:
    return [name for name, spec in SPECS.items() if not spec.number]


def _order(table: Table) -> tuple[int, ...]:
    parts = tuple(int(part) for part in re.findall(r"\d+", table.number))
    return parts or (1_000, _references().index(table.name))


def caption(table: Table) -> str:
    """Return 表6 受領者一覧, or 参考表3 主張の点検."""
    return f"{number_text(table.number, table.lang)} {table.title}".strip()


def anchor(table: Table) -> str:
    """Return the ASCII name of a table: table-6, or table-claims."""
    return f"table-{table.number or table.name}"


def is_wide(table: Table) -> bool:
    """Tell whether a table asks for a sheet that lies across."""
    shown = paper(table)
    taken = 0
    for position, column in enumerate(shown.columns):
        cells = (row[position] for row in shown.rows)
        widest = max(map(inert.width, cells), default=0)
        heading = min(inert.width(column.label + column.unit), 12)
        taken += max(heading, widest if column.numeric else min(widest, _WIDEST)) + _GAP
    return taken > _PORTRAIT


def placed(
    tables: Sequence[Table], figures: dict[str, FigureBlock], prefix: str
) -> Iterator[tuple[Block, bool]]:
    """Yield blocks with whether they are wide; a figure follows the table that it is named for.

    `figures` go by the number of that table. One whose table has no rows has nothing to show.
    """
    for table in tables:
        yield TableBlock(table, f"{prefix}-{anchor(table)}"), is_wide(table)
        if table.number in figures:
            yield figures[table.number], figures[table.number].figure.landscape


def sections(first: Sequence[Block], blocks: Iterable[tuple[Block, bool]]) -> list[Section]:
    """Gather blocks of one way of lying; `first` stand before them, whichever way it is.

    A few upright rows between two sheets that lie across stay with them: a turn costs a page.
    """
    runs: list[tuple[bool, list[Block]]] = []
    for block, wide in blocks:
        if not runs or runs[-1][0] is not wide:
            runs.append((wide, []))
        runs[-1][1].append(block)
    gathered: list[tuple[bool, list[Block]]] = []
    for position, (wide, run) in enumerate(runs):
        inside = 0 < position < len(runs) - 1
        turned = wide or (inside and _is_short(run))
        if gathered and gathered[-1][0] is turned:
            gathered[-1][1].extend(run)
        else:
            gathered.append((turned, list(run)))
    if not gathered:
        return [Section(tuple(first))] if first else []
    gathered[0][1][:0] = first
    return [Section(tuple(run), landscape=wide) for wide, run in gathered]


def _is_short(run: Iterable[Block]) -> bool:
    if any(not isinstance(block, TableBlock) for block in run):
        return False
    return sum(len(block.table) for block in run if isinstance(block, TableBlock)) <= _FEW
