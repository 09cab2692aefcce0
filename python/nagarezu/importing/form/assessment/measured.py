"""Tables of measures by what stands in them, whatever their heads are: 誰が | 何をするか | 十分か.

Below the head of the part on risks, one column holds sentences and the others hold short words: the
sentences are the measures. Whose they are stands in the column that names nothing but sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment.tables import kind_of, pattern_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_FEWEST = 2  # rows
_LONGEST = 12  # characters of the head of a column
_SENTENCE = re.compile(r"。[ 　)]*$", re.MULTILINE)
_SIDE = re.compile(
    r"(?:本|当)?(?:市|区|町|村|都|県|府|庁)|.{0,4}職員|実施機関|再?(?:委託|受託)(?:先|者|事業者)|受注者|事業者"
)


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with the heads of such tables in the words of the form."""
    risks = False
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        if not grid:
            yield from table
            risks = _on_risks(table, risks)
            continue
        at = _measures(table) if risks else None
        yield from table if at is None else (_head(table, at), *table[1:])


def _on_risks(lines: Sequence[Row], before: bool) -> bool:
    """Whether the last part that begins here is the one on risks."""
    for row in lines:
        text = fold(row.text).strip()
        if row.level == 1 or heads.part(text, alone=True) is not None:
            before = bool(compiled("リスク|対策").search(text))
        elif len(text) <= heads.LONG and compiled(r"リスク対策$|リスク対策[ (]").search(text):
            before = True
    return before


def _measures(table: Sequence[Row]) -> int | None:
    """The one column of sentences, if no head says already what the table is."""
    head, body = table[0], table[1:]
    known = kind_of(head, "", first=True) is not None
    short = all(len(key(cell.text)) <= _LONGEST and "。" not in cell.text for cell in head.cells)
    if known or not short or len(head.filled) < 2 or len(body) < _FEWEST:
        return None
    told = [
        at
        for at in range(1, len(head.cells))
        if all(_SENTENCE.search(cell.text) for cell in _column(body, at)) and head.cells[at]
    ]
    filled = len(told) == 1 and len(_column(body, told[0])) == len(body)
    return told[0] if filled else None


def _column(body: Sequence[Row], at: int) -> list[Passage]:
    return [row.cells[at] for row in body if at < len(row.cells) and row.cells[at]]


def _head(table: Sequence[Row], measures: int) -> Row:
    words = rules("assessment")["head_words"]
    cells = []
    for at, cell in enumerate(table[0].cells):
        column = _column(table[1:], at)
        sides = bool(column) and all(_SIDE.fullmatch(key(each.text)) for each in column)
        name = "measure" if at == measures else "party" if sides else ""
        if not name and cell and not pattern_of("beside").search(key(cell.text)):
            name = "beside"
        whose = beside.side_of(cell.text) if name == "measure" else ""
        told = f"{words[name]}（{whose}）" if whose else words.get(name, "")
        cells.append(Passage(told, cell.starts, cell.spots) if name else cell)
    return Row(tuple(cells), table[0].place, table[0].grid, table[0].level, table[0].sheet)
