"""Tables with one field of one file in each row: 登録番号 | 項目 | 内容, the number told each time.

What stands in front of the labels says of which file a row is. Such a table is read as the cards of
its files, one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

_LEAST = 4  # fields that are told of each file
_KNOWN = 0.5  # share of labels that are of the list
_KEYS = ("registered", "name", "section", "body")


def told(rows: Sequence[Row]) -> list[Row]:
    """The rows; those of such a table as rows of a label and its value."""
    found: list[Row] = []
    for grid, each in groupby(rows, lambda row: row.grid):
        table = list(each)
        column = _labels_at(table) if grid and len(table) > 2 * _LEAST else 0
        found.extend(_cards(table, column) if column else table)
    return found


def _labels_at(table: Sequence[Row]) -> int:
    """The column of the labels, with a column of keys in front of it; 0 if there is none."""
    width = max(len(row.cells) for row in table)
    for column in range(1, width - 1):
        texts = [key(row.cells[column].text) for row in table if _has(row, column)]
        known = [text for text in texts if labels.exact(text)]
        again = len(known) - len(set(known))
        if len(known) < _KNOWN * len(table) or again < _LEAST - 1:
            continue
        runs = _runs(_below(table, column), column)
        keys = {text for text, _ in runs}
        whole = all(len(set(_fields(rows, column))) >= _LEAST for _, rows in runs)
        if whole and 1 < len(keys) == len(runs):
            return column
    return 0


def _fields(rows: Sequence[Row], column: int) -> Iterator[str]:
    """The known fields of the labels of one file."""
    named = (labels.exact(row.cells[column].text) for row in rows if _has(row, column))
    return filter(None, named)


def _has(row: Row, column: int) -> bool:
    return len(row.cells) > column and bool(row.cells[column])


def _below(table: Sequence[Row], column: int) -> list[Row]:
    """The rows without titles and the head of the columns."""
    first = next(at for at, row in enumerate(table) if _labelled(row, column))
    return list(table[first:])


def _labelled(row: Row, column: int) -> bool:
    return _has(row, column) and bool(labels.exact(row.cells[column].text))


def _runs(body: Sequence[Row], column: int) -> list[tuple[str, list[Row]]]:
    """The rows of each key; one that is not told again is that of the rows above."""
    runs: list[tuple[str, list[Row]]] = []
    for row in body:
        mark = key("".join(cell.text for cell in row.cells[:column]))
        if mark and (not runs or mark != runs[-1][0]):
            runs.append((mark, []))
        if runs:
            runs[-1][1].append(row)
    return runs


def _cards(table: Sequence[Row], column: int) -> Iterator[Row]:
    body = _below(table, column)
    above = table[: len(table) - len(body)]
    yield from above[:-1]
    head = above[-1] if above else None
    end = _end(body, column)
    for _, rows in _runs(body[:end], column):
        own = {labels.exact(row.cells[column].text) for row in rows if _has(row, column)}
        yield from _front(head, rows[0], column, own)
        for row in rows:
            yield replace(row, cells=row.cells[column:])

    for _, behind in groupby(body[end:], lambda row: row.cells[column].text):
        rows = list(behind)
        yield replace(rows[0], cells=rows[0].cells[column : column + 1], level=1)
        for row in rows:
            yield replace(row, cells=tuple(cell for cell in row.cells[column + 1 :] if cell))


def _end(body: Sequence[Row], column: int) -> int:
    """Where rows without a key begin, if every row above them has one: they are of no file."""
    keyed = [any(row.cells[:column]) for row in body]
    last = len(keyed) - keyed[::-1].index(True)
    behind = all(
        len(row.cells) > column + 1 and any(row.cells[column + 1 :]) for row in body[last:]
    )
    return last if behind and all(keyed[keyed.index(True) : last]) else len(body)


def _front(head: Row | None, row: Row, column: int, own: set[str]) -> Iterator[Row]:
    """What the keys of a file are by the head of their columns, unless its rows say it too."""
    for at in range(column):
        label = head.cells[at] if head is not None and _has(head, at) else Passage()
        known = labels.exact(label.text) if label else ""
        if known in _KEYS and _has(row, at) and (known == "registered" or known not in own):
            yield replace(row, cells=(label, row.cells[at]))
