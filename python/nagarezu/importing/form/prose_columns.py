"""Tables that a text prints as lines: 番号 項目 備考, and below it 1 氏名 … with spaces between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.form.prose_cells import column_kind
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

_GAP = re.compile(r"[ 　\t]+")
_FIRST = 100_000_000  # numbers of such tables, apart from those of real ones


def gathered(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows; lines below a line of column heads become cells, as long as numbers go on."""
    index, number = 0, _FIRST
    while index < len(rows):
        columns = _heads(rows[index])
        body = list(_body(rows[index + 1 :], len(columns))) if columns else []
        if len(body) < 2:
            yield rows[index]
            index += 1
            continue
        number += 2  # two tables in a row stay apart
        line = rows[index].filled[0]
        yield Row(
            tuple(Passage(c, line.starts, line.spots) for c in columns), line.spots[0], number
        )
        for cells, row in body:
            here = row.filled[0]
            made = tuple(Passage(cell, here.starts, here.spots) for cell in cells)
            yield Row(made, row.place, number)
        index += len(body) + 1


def _heads(row: Row) -> list[str]:
    """番号 項目 備考: only words that name columns, the first of them numbers."""
    if row.grid or len(row.filled) != 1 or len(row.text) > 60:
        return []
    cells = _GAP.split(row.text.strip())
    kinds = [column_kind(Passage(cell)) for cell in cells]
    return cells if len(cells) > 1 and all(kinds) and kinds[0] == "number" else []


def _body(rows: Sequence[Row], width: int) -> Iterator[tuple[list[str], Row]]:
    wanted = 1
    for row in rows:
        cells = _GAP.split(row.text.strip(), maxsplit=width - 1)
        number = fold(cells[0]).strip("().")
        if row.grid or len(cells) < 2 or number != str(wanted):
            return
        yield [*cells, *[""] * (width - len(cells))], row
        wanted += 1
