"""Rows of a table that are each of one party: 相手方 | 区分 | 項目 | 再委託."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.cells import cell_at, filled_down, one_line
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, key, tidy

_ROLES = {
    "reentrust": "再委託先",
    "entrust": "委託先",
    "provide": "提供先",
    "link": "結合先",
    "transfer": "移転先",
}
_NONE = re.compile(r"^(?:無し?|なし|しない|行わない|[-－ー―])")


def lists_of(
    head: Row, body: Sequence[Row], columns: Sequence[str], by: int, at: int
) -> list[Node]:
    """A list in each row, of the partner or system that the row names."""
    lists, names = [], []
    again = next((n for n, cell in enumerate(head.cells) if key(cell.text) == "再委託"), -1)
    for number, (row, who) in enumerate(zip(body, filled_down(body, by), strict=True), 1):
        if not cell_at(row, at) or not who:
            continue
        lists.append(label_node(one_line(who), cell_at(row, at), number))
        role = role_of(row, columns) or one_line(cell_at(head, by))
        names.append(Node("label", "", number, joined([role, who])))
        if further := _again(cell_at(row, again), who):
            names.append(Node("label", "", number, joined([Passage("再委託先"), further])))
    made = [Node("table:items", "", 1, Passage(), lists)]
    if columns[by] == "partner":
        made.append(Node("table:partner", "", 2, one_line(cell_at(head, by)), names))
    return made


def role_of(row: Row, columns: Sequence[str]) -> Passage:
    """業務委託 in a column of sorts, or 再委託先 alone in a cell, says what its row is."""
    for index, kind in enumerate(columns):
        cell = cell_at(row, index)
        alone = kind != "partner" and cell.text.strip() in _ROLES.values()
        role = _ROLES.get(relation_of(cell.text), "") if kind == "group" or alone else ""
        if role:
            return Passage(role, (0,), cell.spots[:1])
    return Passage()


def _again(cell: Passage, who: Passage) -> Passage:
    """有（甲社）: a sentence that says who entrusts whom again."""
    text = tidy(cell.text)
    named = next(iter(bracketed(text)), "") if text else ""
    if not named or _NONE.match(text):
        return Passage()
    first = compiled("[、，,]").split(named)[0]
    told = f"{tidy(who.text)}から{first}に再委託する。"
    return Passage(told, (0,), cell.spots[:1])
