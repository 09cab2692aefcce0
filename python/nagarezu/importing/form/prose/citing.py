"""Tables that cite measures by their places: a matrix of criteria and sides, or a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.cells import cell_at, column_kind, one_line
from nagarezu.importing.form.rows import Row
from nagarezu.importing.list_marks import CITATION
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

_NOTHING = re.compile(r"^[－ー―—‐\-]$")
_CITING = re.compile(rf"(?:{CITATION}(?:[ ]?[、,・][ ]?|及び|並びに)?)+")


def matrix(rows: Sequence[Row]) -> list[Node]:
    """観点 | 市 | 甲社 with 1(2), 2(1) below: which measures of each side meet a criterion."""
    made = []
    if column_kind(cell_at(rows[0], 0)) == "period":
        return []  # 時期 | 業務 with 4① below: when that work is done
    for number, row in enumerate(rows[1:], 1):
        cited = [cell for cell in row.cells[1:] if cell and not _NOTHING.match(cell.text.strip())]
        if not row.cells[0] or not all(_CITING.fullmatch(fold(tidy(c.text))) for c in cited):
            return []
        if cited:
            criterion = [one_line(row.cells[0]), joined(list(map(one_line, cited)), "、")]
            made.append(Node("row", "", number, joined(criterion)))
    return [Node("table:reasons", "", 1, Passage(), made)] if len(made) > 1 else []


def cites(body: Sequence[Row], index: int) -> bool:
    """拠りどころとした対策 | ア(イ)、イ(エ): the places of measures in each row, and no words."""
    told = [cell_at(row, index).text for row in body]
    told = [fold(tidy(text)) for text in told if text and not _NOTHING.match(text.strip())]
    return len(told) > 1 and all(map(_CITING.fullmatch, told))
