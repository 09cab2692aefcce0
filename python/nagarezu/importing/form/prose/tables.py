"""Tables of a 答申 or 諮問書 as nodes: label and value, or columns with a head.

A table of columns becomes a node of the kind `table:TOPIC` with a node for each row. One of labels
becomes a node for each label, as if each were a numbered head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.prose.cells import (
    cell_at,
    column_kind,
    column_of,
    filled_down,
    one_line,
)
from nagarezu.importing.form.prose.rows import BUILDERS
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

_MARKS = re.compile(r"^[○◯〇●◎×✕△レ✓－ー―\-・]?$")
_NOTHING = re.compile(r"^[－ー―—‐\-]$")
_SHORT = 24  # characters of a label within a row


def nodes(rows: Sequence[Row]) -> list[Node]:
    """The nodes of one table; none if it says nothing that a part could be about."""
    rows = _without_numbers(rows)
    columns = _columns(rows)
    if _of_labels(rows, columns):
        if columns and len(columns) > 2 and (made := _partner_rows(rows[1:], columns)):
            return made
        values = columns is not None and columns[1:2] == ["content"]
        return _labels(rows[1:] if columns else rows, apart=not values)
    if columns is None:
        return [Node("table:other", "", 1, joined([row.whole for row in rows]))]
    body = rows[1:]
    for build in BUILDERS:
        made = build(rows[0], body, columns)
        if made:
            return made
    return [Node("table:other", "", 1, joined([row.whole for row in rows]))]


_COUNTED = re.compile(r"^[(（]?第?(\d{1,2})[)）.]?$")


def _without_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """1 | 所管 | 甲課 and 2 | 対象者 | …: numbers in front of labels that parts are known by."""
    first = [_COUNTED.match(fold(cell_at(row, 0).text).strip()) for row in rows]
    counted = [int(match[1]) for match in first if match]
    known = sum(1 for row in rows if topic_of(cell_at(row, 1).text))
    empty = sum(1 for row in rows if not cell_at(row, 0))
    rising = counted == list(range(1, len(counted) + 1)) and len(counted) + empty == len(rows)
    if not rising or len(counted) < 2 or known * 5 < len(rows) * 2:
        return rows
    return [replace(row, cells=row.cells[1:]) for row in rows]


def _columns(rows: Sequence[Row]) -> list[str] | None:
    """What each column holds by the first row; None if that is no head."""
    if len(rows) < 2 or len(rows[0].filled) < 2:
        return None
    kinds = [column_kind(cell) for cell in rows[0].cells]
    for index, cell in enumerate(rows[0].cells):
        below = [cell_at(row, index).text.strip() for row in rows[1:]]
        if cell and not kinds[index] and all(_MARKS.match(text) for text in below):
            kinds[index] = "mark"
    known = [kind for kind, cell in zip(kinds, rows[0].cells, strict=True) if cell and kind]
    others = [cell for kind, cell in zip(kinds, rows[0].cells, strict=True) if cell and not kind]
    if set(known) <= {"mark"} or any(len(cell.text) > 12 for cell in others):
        return None
    return kinds if len(others) <= (1 if len(known) > 1 else 0) else None


def _of_labels(rows: Sequence[Row], columns: list[str] | None) -> bool:
    """Whether the first column holds labels that parts are known by."""
    body = rows[1:] if columns else rows
    labels = [row.cells[0].text for row in body if row.cells[0]]
    known = sum(1 for label in labels if topic_of(label))
    if columns and ("number" in columns[:1] or "measure" in columns[1:]):
        return False
    return (known >= 2 and known * 5 >= len(labels) * 2) or (columns is None and known > 0)


def _labels(rows: Sequence[Row], *, apart: bool = True) -> list[Node]:
    """`apart`: a short cell behind the label may be a label itself, not one below 内容."""
    pairs: list[tuple[Passage, list[tuple[Passage, Passage]]]] = []
    for row in rows:
        cells = [cell for cell in row.filled if not _NOTHING.match(cell.text.strip())]
        if row.cells[0] and cells:
            label, rest = cells[0], cells[1:]
            if len(rest) == 3 and topic_of(rest[1].text):  # two labels side by side
                pairs.append((label, [(Passage(), rest[0])]))
                label, rest = rest[1], rest[2:]
            pairs.append((label, []))
        else:
            rest = cells
        if pairs and rest:
            pairs[-1][1].append(_value(rest) if apart else (Passage(), joined(rest)))
    return [_labelled(label, values, n) for n, (label, values) in enumerate(pairs, 1)]


def _value(cells: list[Passage]) -> tuple[Passage, Passage]:
    """A label within the row, if there is one, and the value."""
    if len(cells) > 1 and len(tidy(cells[0].text)) <= _SHORT and "\n" not in cells[0].text.strip():
        return cells[0], joined(cells[1:])
    return Passage(), joined(cells)


def _labelled(label: Passage, values: list[tuple[Passage, Passage]], number: int) -> Node:
    if not any(head for head, _ in values):
        return label_node(one_line(label), joined([value for _, value in values]), number)
    node = Node("label", "", number, one_line(label))
    for head, value in values:
        if head or not node.children:
            node.children.append(label_node(one_line(head), value, len(node.children) + 1))
        else:  # the value goes on in a row without a label
            last = node.children[-1]
            last.passage = joined([last.passage, value])
    return node


_ALL = re.compile(r"^(?:全(?:て(?:の)?)?(?:項目|情報)|同上|上記に?同じ|－|-)?$")


def _partner_rows(body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    """委託先 | 甲社 | 氏名、住所: the role, who has it, and what it gets."""
    if any(topic_of(row.cells[0].text) != "partner" for row in body if row.cells[0]):
        return []
    name = column_of(columns[1:], "content", "partner", "note") + 1
    items = column_of(columns, "item")
    if not name or not any(cell_at(row, name) for row in body):
        return []
    names, lists = [], []
    for number, (row, role) in enumerate(zip(body, filled_down(body, 0), strict=True), 1):
        who = cell_at(row, name)
        if not who:
            continue
        names.append(Node("label", "", number, joined([one_line(role), who])))
        told = cell_at(row, items)
        if told and not _ALL.match(tidy(told.text)):
            lists.append(label_node(one_line(who), told, number))
    made = [Node("table:partner", "", 1, Passage(), names)]
    return [*made, Node("table:items", "", 2, Passage(), lists)] if lists else made
