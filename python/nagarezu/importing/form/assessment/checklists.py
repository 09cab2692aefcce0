"""Checklists that an assessment prints beside its form: tables in which a column holds marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from nagarezu.importing.fields.checklist_columns import mark_of
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

_MEASURES = re.compile(
    r"(?:対策|措置)(?:の?(?:内容|項目))?$|^(?:点検|確認|チェック|実施|取組|取り組み)(?:する|の)?(?:内容|項目|事項)$"
)
_LEGEND = re.compile(r"^(?:[(（【※]?凡例|※|記入(?:要領|方法|の仕方|上の注意))")
_FEWEST = 3  # rows with a mark
_LONGEST = 60  # characters of a title
_HEADS = 4  # rows of a sheet above the heads of the columns


def cut(rows: Sequence[Row]) -> tuple[list[Row], list[Sheet]]:
    """The rows without checklists, and these: each with the line above its table as title."""
    kept: list[Row] = []
    found: list[Sheet] = []
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        at = _head(table) if grid else None
        if at is None:
            kept.extend(table)
            continue
        above = [*kept[-3:], *table[:at]]
        found.append(Sheet("checklist", _title(above), rows=table[at:]))
        kept.extend(row for row in table[:at] if _is_part(row))
    return kept, found


def _head(table: Sequence[Row]) -> int | None:
    """The row of heads: one of them is of measures, and below it a column holds marks alone."""
    for at, row in enumerate(table[:_HEADS]):
        if len(row.filled) > 1 and any(_MEASURES.search(key(cell.text)) for cell in row.filled):
            return at if _marked(table[at + 1 :]) else None
    return None


def _is_part(row: Row) -> bool:
    """別紙２ …チェックリスト in the first row of the table: the head of a part of the form."""
    return len(row.filled) == 1 and heads.part(fold(row.text), alone=True) is not None


def _marked(body: Sequence[Row]) -> bool:
    width = max((len(row.cells) for row in body), default=0)
    for column in range(1, width):
        cells = [row.cells[column].text for row in body if column < len(row.cells)]
        filled = [text for text in cells if text.strip()]
        if len(filled) >= _FEWEST and all(mark_of(text) is not None for text in filled):
            return True
    return False


def _title(above: Sequence[Row]) -> Passage:
    """The nearest line above that is no legend."""
    for row in reversed(above):
        text = key(row.text)
        if len(row.filled) == 1 and len(text) <= _LONGEST and not _LEGEND.match(text):
            return row.filled[0]
    return Passage()
