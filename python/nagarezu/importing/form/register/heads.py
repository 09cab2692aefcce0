"""Heads of tables of a register: rows of labels, and which column holds what.

A head may take several rows, with labels that span columns; such a label may name what its columns
hold, or only sort them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy

_LEAST = 3  # known labels in a row that make it a head
MARK = re.compile(r"[○◯〇●◎レ✓✔■☑]")
EMPTY_MARK = re.compile(r"[-ー－―—×✕□☐]?")


@dataclass(slots=True)
class Column:
    """`field` is empty for a column of which the label says nothing that a case holds."""

    field: str
    label: Passage
    head: str = ""  # the label above it that spans several columns
    top: str = ""


@dataclass(slots=True)
class Head:
    """The columns of a table by their number, and how many rows the head takes."""

    columns: dict[int, Column] = field(default_factory=dict)
    rows: int = 1
    second: dict[int, Column] = field(default_factory=dict)  # where a file takes two rows

    @property
    def fields(self) -> set[str]:
        return {each.field for each in self.columns.values()}

    def column(self, name: str) -> int | None:
        return next((at for at, each in self.columns.items() if each.field == name), None)


def head(rows: Sequence[Row], index: int) -> Head | None:
    """The head that begins at a row, if one does."""
    if len(rows[index].filled) < _LEAST:
        return None
    single = _of_rows(rows[index : index + 1])
    best = single if _enough(single) else None
    for depth in (2, 3):
        if len(rows) < index + depth or not _goes_on(rows, index, depth, best or single):
            break
        several = _of_rows(rows[index : index + depth])
        if _enough(several):
            best = several
    if best is not None and len(rows) > index + best.rows:
        _stacked(best, rows, index)
    return best


def _stacked(found: Head, rows: Sequence[Row], index: int) -> None:
    """A row of other labels below the head: each file takes two rows."""
    row = rows[index + found.rows]
    below = _of_rows([row])
    labelled = [labels.exact(cell.text) for cell in row.filled]
    if row.grid != rows[index].grid or len(row.filled) < 2 or not all(labelled):
        return
    if set(labelled) & found.fields - {"remarks"} or "name" not in found.fields:
        return
    found.second = below.columns
    found.rows += 1


def _enough(found: Head) -> bool:
    fields = {each.field for each in found.columns.values() if each.field}
    core = fields & set(rules("registers")["core"])
    if len(fields) < _LEAST or len(core) < 2 or not ("name" in fields or len(core) >= 3):
        return False
    known = [labels.find(each.label.text) for _, each in sorted(found.columns.items())]
    listed = sum(1 for each in known if each is not None and each.exact)
    beside = any(a and b and a.field != b.field for a, b in pairwise(known))
    return listed >= 2 and beside  # in a form, a value stands between two labels


def _goes_on(rows: Sequence[Row], index: int, depth: int, above: Head) -> bool:
    """Whether the next row belongs to the head: it fills no column whose label stands alone."""
    row = rows[index + depth - 1]
    if row.grid != rows[index].grid or not row.filled:
        return False
    filled = [at for at, cell in enumerate(row.cells) if cell]
    first = rows[index].cells
    spanned = [at for at in filled if at >= len(first) or not first[at]]
    below = [at for at in filled if at not in spanned]
    alone = {"name", "purpose", "section"}
    named = any(each.field in alone for each in above.columns.values())
    if any(above.columns[at].field in alone for at in below if at in above.columns):
        return False
    if not named and not any(labels.find(row.cells[at].text) for at in filled):
        return False
    texts = [row.cells[at].text for at in filled]
    if all(MARK.fullmatch(tidy(text)) or EMPTY_MARK.fullmatch(tidy(text)) for text in texts):
        return False
    return bool(spanned) and all(len(text) <= 40 and "。" not in text for text in texts)


def _of_rows(rows: Sequence[Row]) -> Head:
    found = Head(rows=len(rows))
    width = max(len(row.cells) for row in rows)
    spans: list[Passage] = [Passage()] * len(rows)
    for at in range(width):
        stack: list[Passage] = []
        for level, row in enumerate(rows):
            cell = cell_of(row, at)
            if cell:
                spans[level] = cell
                spans[level + 1 :] = [Passage()] * (len(rows) - level - 1)
            stack.append(cell)
        own = next((cell for cell in reversed(stack) if cell), Passage())
        if not own:
            continue
        lowest = max(level for level, cell in enumerate(stack) if cell)
        over = [span for span in spans[:lowest] if span]
        found.columns[at] = _column(own, over)
    _sorted(found)
    _grouped(found)
    return found


def _sorted(found: Head) -> None:
    """取り扱う個人情報 above 個人の範囲 | 記録項目: it only sorts its columns."""
    below = [each for each in found.columns.values() if each.top]
    tops = {each.top for each in below if labels.exact(each.label.text) == "items"}
    for column in below:
        own = labels.exact(column.label.text)
        if column.field == "items" and column.top in tops and own:
            column.field = own


_GROUPS = 2


def _grouped(found: Head) -> None:
    """基本的事項 | 心身の状況 | その他 side by side, with no head above them, are items."""
    groups = [at for at, each in found.columns.items() if labels.is_group(each.label.text)]
    beside = [at for at in groups if {at - 1, at + 1} & set(groups)]
    if len(beside) >= _GROUPS and found.column("items") is None:
        for at in beside:
            column = found.columns[at]
            column.field, column.top = "items", column.label.text


_WHOLE = ("collection", "office", "form")  # what stands below them is no field of its own


def _column(own: Passage, over: list[Passage]) -> Column:
    top = over[0].text if over else ""
    by_label = labels.find(own.text)
    name = by_label.field if by_label is not None else ""
    above = next((hit for span in reversed(over) if (hit := _above(span))), "")
    words = rules("registers")["bare"]
    bare = key(tidy(own.text)) in words and above in ("", "summary", "name")
    if over and bare and not labels.is_group(top):
        name = str(words[key(tidy(own.text))])
    elif above == "items" or (over and any(labels.is_group(span.text) for span in over)):
        name = "items"
    elif above and _of_above(above, by_label):
        name = above
    elif not over and not name:
        name = str(words.get(key(tidy(own.text)), ""))
    if name == "more_items":
        name = "items"
    return Column(name, own, tidy(over[-1].text) if over else "", top)


def _above(span: Passage) -> str:
    """What a label over several columns says of them: 項目 as much as 記録項目."""
    found = labels.find(span.text)
    bare = str(rules("registers")["bare"].get(key(tidy(span.text)), ""))
    return found.field if found is not None else bare if bare == "items" else ""


def _of_above(above: str, own: labels.Found | None) -> bool:
    """Whether the head above says what a column holds.

    委託 above 業務 does; 外部提供・委託 above 使用するシステム leaves each its own holders, while
    結合 above システム names the other side.
    """
    if own is None or above in _WHOLE:
        return True
    apart = above in ("recipients", "entrust", "shared") and own.field in ("system", "reentrust")
    return not own.exact and not apart and own.field not in ("work_period", "entrust_period")


def cell_of(row: Row, column: int) -> Passage:
    """The cell of a column; empty where a row is short."""
    return row.cells[column] if 0 <= column < len(row.cells) else Passage()
