"""Lists side by side, row by row: 番号 | 甲システムに記録する項目 | 乙県に提供する項目."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.cells import NUMBER, cell_at, column_kind, one_line
from nagarezu.importing.form.prose.item_rows import is_keeper
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_LEAST = 2  # lists, and rows of them
_LONGEST = 40  # characters of an item
_NOTHING = re.compile(r"^(?:[-ー―—‐]|なし)$")
_OF_SOMEBODY = re.compile(
    r"^[^、。]{2,30}?(?:に|へ|で|から|が)[^、。]{0,16}?(?:[るうくすつぬむぐぶ]|た|の|提供|記録|登録)"
    r"(?:個人)?(?:項目|情報|データ)$"
)


def read(rows: Sequence[Row]) -> list[Node]:
    """A part for each column, if each head says whose items stand below it."""
    if len(rows) <= _LEAST:
        return []
    head, body = rows[0], rows[1:]
    first = 1 if column_kind(cell_at(head, 0)) == "number" else 0
    titles = [_title(cell) for cell in head.cells[first:]]
    if len(titles) < _LEAST or not all(titles):
        return []
    plain = [key(without_brackets(title.passage.text)) for title in titles]
    told = all(_OF_SOMEBODY.match(each) for each in plain)
    if len(set(plain)) < len(plain) or not (told or all(map(is_keeper, plain))):
        return []
    for at, title in enumerate(titles, first):
        for row in body:
            cell = cell_at(row, at)
            if not cell or _NOTHING.match(fold(cell.text).strip()):
                continue
            item = _item(cell, fold(cell_at(row, 0).text).strip() if first else "", title)
            if item is None:
                return []
            title.children.append(item)
    return titles if all(len(title.children) >= _LEAST for title in titles) else []


def _title(cell: Passage) -> Node:
    """ア　甲システム: the head of a list, its mark aside."""
    _, marked = outline(cell)
    if len(marked) == 1 and not marked[0].children:
        return Node(marked[0].kind, marked[0].mark, marked[0].value, one_line(marked[0].passage))
    return Node("label", "", 1, one_line(cell))


def _item(cell: Passage, number: str, into: Node) -> Node | None:
    """An item with the mark in its cell, or the number of its row; None for anything else."""
    before, marked = outline(cell)
    alone = len(marked) == 1 and not before and not marked[0].children
    mark, text = (marked[0].mark, marked[0].passage) if alone else (number, cell)
    if not NUMBER.match(fold(mark)) or len(text.text) > _LONGEST or "。" in text.text:
        return None
    counted = compiled(r"\d{1,3}").search(mark)
    value = marked[0].value if alone else int(counted[0]) if counted else len(into.children) + 1
    return Node("row", mark, value, one_line(text))
