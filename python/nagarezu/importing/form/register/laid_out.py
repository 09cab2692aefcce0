"""Cards printed with blanks: labels stand in one column of the page, their values in another.

What begins in the column of the labels and has something in that of the values is a label, known or
not; what begins in the column of the values goes on with the value above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.handed import celled
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import put_together
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.ruler import GAP, Ruler, printed, ruler
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled

_LEAST = 5  # labels of the list in front of one column that make it that of the values
_MARKED = re.compile(r"(?:^|[ 　])[(（]?(?:[0-9０-９]{1,2}|[ア-ン①-⑳・])[)）.．、 　]")
_HEAD = re.compile(r"[（(【〔]")  # （運用面）: of the layer of what follows, no label
_LONGEST = 24  # characters of a label
_DEEPER = 6  # columns by which a label may stand below one of which it tells


def told(rows: Sequence[Row]) -> list[Row]:
    """The rows; lines of such a card as rows of two cells, each with the whole of its value."""
    scale = ruler(rows)
    column = _column(rows, scale)
    if not column:
        return list(rows)
    found: list[Row] = []
    opened = False
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        table = after is not None and _is_table(row, after)
        pair = None if table else _pair(row, scale, *column)
        if pair is not None:
            grid = found[-1].grid if opened else -row.place.order - 1
            found.append(replace(row, cells=pair, grid=grid))
            opened = True
        elif opened and not table and printed(row) and scale.start(row) >= column[1]:
            found[-1] = _going_on(found[-1], row.cells[0])
        else:
            found.append(row)
            opened = False
    return found


def _going_on(row: Row, line: Passage) -> Row:
    """More of a value; the columns of a small table within it stay lines."""
    label, value = row.cells
    table = GAP.search(line.text.strip()) and not _MARKED.match(line.text)
    return replace(
        row, cells=(label, (joined([value, line]) if table else put_together(value, line)))
    )


_CELLS = 3


def _is_table(row: Row, after: Row) -> bool:
    """提供先  番号  方法 above another line of as many cells: columns of their own."""
    lines = [row, after]
    plain = all(printed(each) and not _MARKED.search(each.cells[0].text) for each in lines)
    return plain and all(len(celled(each).cells) >= _CELLS for each in lines)


def _column(rows: Sequence[Row], scale: Ruler) -> tuple[int, int] | None:
    """Where labels and values begin, if most labels of the list agree on it and one is not known.

    Where all are known, they say by themselves where a field ends.
    """
    known: Counter[tuple[int, int]] = Counter()
    others: Counter[tuple[int, int]] = Counter()
    goes_on: Counter[int] = Counter()
    for row in rows:
        if not printed(row):
            continue
        goes_on[scale.start(row)] += 1
        for label, _, at in _cuts(row, scale):
            exact = labels.exact(label.text)
            (known if exact else others)[(scale.start(row), at)] += 1
    place, times = next(iter(known.most_common(1)), ((0, 0), 0))
    return place if times >= _LEAST and others[place] and goes_on[place[1]] else None


def _cuts(row: Row, scale: Ruler) -> list[tuple[Passage, Passage, int]]:
    """The ways to part a line into a label and a value, and the column of the value."""
    line = row.cells[0]
    gaps = [gap for gap in GAP.finditer(line.text) if gap.start() and gap.end() < len(line.text)]
    return [
        (line.part(0, gap.start()), line.part(gap.end()), scale.at(row, gap.end()))
        for gap in gaps[:2]
        if gap.start() <= _LONGEST and not compiled(r"[。]").search(line.text[: gap.start()])
    ]


def _pair(row: Row, scale: Ruler, start: int, column: int) -> tuple[Passage, Passage] | None:
    if not printed(row) or not start <= scale.start(row) <= start + _DEEPER:
        return None
    cuts = _cuts(row, scale)
    found = [cut[:2] for cut in cuts if cut[2] == column]
    found = found or [cut[:2] for cut in cuts[:1] if _reaches_past(cut[0], row, scale, column)]
    return next((pair for pair in found if not _HEAD.match(pair[0].text)), None)


def _reaches_past(label: Passage, row: Row, scale: Ruler, column: int) -> bool:
    """Whether a known label is too long for its column, so that its value begins behind it."""
    return scale.at(row, len(label.text)) >= column and labels.find(label.text) is not None
