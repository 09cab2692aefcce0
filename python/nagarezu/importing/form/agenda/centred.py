"""Sheets in plain lines whose labels stand in the middle of their values, as centred cells print.

                     振込先の口座
    処理させる        振込の金額
    情報項目          振込の日
                     振込の結果

Each label belongs to as many lines above it as below it. A sheet is read so only where the labels
cannot stand at the first lines of their values: that would cut sentences in two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import remarked
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.ruler import Ruler, printed
from nagarezu.importing.form.wrapping import Broken, edge, unbroken
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import without_brackets

_GAP = re.compile(r"[ \u3000]{2,}")
_LATER = re.compile(r"[(（]?(?:[2-9２-９]|[イ-オ])[ \u3000)）.．]|[②-⑳]")  # amid a list
_NEAR = 3  # columns by which a value may stand beside its column
_LINES = 300  # of the longest sheet that is looked at
_OFF = 0.75  # lines by which a label may stand off the middle
_EXACT = 0.1  # the same where all labels have a value at their side
_CUT = 1.5  # what it costs to cut a sentence, in lines off the middle


@dataclass(slots=True)
class _Line:
    row: Row
    label: Passage
    value: Broken | None


@dataclass(slots=True)
class _Label:
    """A whole label and the lines over which it stands."""

    first: int
    last: int
    parts: list[Passage] = field(default_factory=list)

    @property
    def text(self) -> str:
        return joined(self.parts, "").text


def centred(rows: Sequence[Row], by: Ruler, grid: int) -> Iterator[Row]:
    """The rows, sheets with centred labels as rows of two cells."""
    position = 0
    while position < len(rows):
        yield rows[position]
        heads = _heads(rows[position])
        position += 1
        title = rows[position - 1]
        while heads and position < len(rows) and _more_of_title(title, rows[position], by):
            yield rows[position]
            position += 1
        if not heads:
            continue
        lines = _lines(rows, position, by)
        made = _made(lines, grid)
        yield from made
        position += len(lines) if made else 0


def _heads(row: Row) -> bool:
    """Whether the fields of a sheet follow a row: it is a title, or heads the overview."""
    if labels.is_one_of("overview_heading", row.text):
        return True
    label = labels.leading("agenda", row.text) if printed(row) else None
    return label is not None and label[0].field == "title"


def _more_of_title(title: Row, row: Row, by: Ruler) -> bool:
    """A line below a title that goes on with it, at the margin or below its first word."""
    found = labels.leading("agenda", title.text) if printed(title) else None
    if found is None or not printed(row) or _GAP.search(row.cells[0].text):
        return False
    below = abs(by.start(row) - by.at(title, found[1])) <= 1
    return below or (not row.lead and not labels.begins("agenda", row.cells[0].text))


def _lines(rows: Sequence[Row], start: int, by: Ruler) -> list[_Line]:
    """The lines from a row on that are labels, values, or both."""
    stretch: list[Row] = []
    for row in rows[start : start + _LINES]:
        if not printed(row) or _heads(row):
            break
        stretch.append(row)
    column = _column(stretch, by)
    found: list[_Line] = []
    for row in stretch if column else []:
        line = _line(row, column, by)
        if line is None:
            break
        found.append(line)
    while found and found[-1].value is not None and found[-1].value.inset > 2 * _NEAR:
        found.pop()  # the head of another paper in the middle of its page
    return found


def _column(rows: Sequence[Row], by: Ruler) -> int:
    """Where values begin at the side of most labels."""
    seen: Counter[int] = Counter()
    for row in rows:
        text = row.cells[0].text
        gap = _GAP.search(text)
        if gap is not None and labels.begins("agenda", text[: gap.start()]):
            seen[by.at(row, gap.end())] += 1
    return max(seen, key=lambda at: (seen[at], -at)) if seen else 0


def _line(row: Row, column: int, by: Ruler) -> _Line | None:
    passage, start = row.cells[0], by.start(row)
    if start >= column - _NEAR:
        return _Line(row, Passage(), Broken(passage, max(start - column, 0)))
    for gap in _GAP.finditer(passage.text):
        if abs(by.at(row, gap.end()) - column) <= _NEAR:
            value = Broken(passage.part(gap.end()), 0)
            return _Line(row, passage.part(0, gap.start()), value)
    if by.at(row, len(passage.text)) <= column and "。" not in passage.text:
        return _Line(row, passage, None)
    return None


def _made(lines: Sequence[_Line], grid: int) -> list[Row]:
    """The fields, if their labels are centred; else nothing."""
    names = _labels(lines)
    if len(names) < 2:
        return []
    right = edge(line.value for line in lines if line.value is not None)
    cuts = [_cut(lines, at, right) for at in range(len(lines) + 1)]
    amid = any(_amid(lines, name.first) for name in names)
    if not amid and not any(cuts[name.first] for name in names):
        return []
    cost, starts = _middle(names, cuts, len(lines))
    if cost > len(names) * (_OFF if amid else _EXACT):
        return []
    found = []
    for name, start, end in zip(names, starts, [*starts[1:], len(lines)], strict=True):
        values = [line.value for line in lines[start:end] if line.value is not None]
        cells = (joined(name.parts, ""), unbroken(remarked(values), right))
        found.append(replace(lines[name.first].row, cells=cells, grid=grid))
    return found


def _labels(lines: Sequence[_Line]) -> list[_Label]:
    """The labels, whole; none if one of them is unknown."""
    found: list[_Label] = []
    for at, line in enumerate(lines):
        if not line.label:
            continue
        follows = bool(found) and found[-1].last >= at - 2  # lines of values may come between
        if follows and not _begins(found[-1].text, line.label.text):
            found[-1].parts.append(line.label)
            found[-1].last = at
        else:
            found.append(_Label(at, at, [line.label]))
    return found if all(_known(name.text) for name in found) else []


def _amid(lines: Sequence[_Line], at: int) -> bool:
    """Whether a label stands on a line of its own with values above it."""
    return lines[at].value is None and at > 0 and not lines[at - 1].label


def _begins(before: str, piece: str) -> bool:
    """Whether a piece below a label begins another one."""
    whole = _known(before) and not _known(before + piece)
    return whole and labels.begins("agenda", piece)


def _known(text: str) -> bool:
    label = labels.find("agenda", without_brackets(text))
    return label is not None and label.rule != "label_look_alike"


def _cut(lines: Sequence[_Line], at: int, right: float) -> bool:
    """Whether a sentence, or a list, would be cut between a line and the one before."""
    if not 0 < at < len(lines):
        return False
    before, after = lines[at - 1].value, lines[at].value
    if before is None or after is None:
        return False
    if _LATER.match(after.text.text):
        return True
    return "\n" not in unbroken([before, after], right).text


def _middle(names: Sequence[_Label], cuts: Sequence[bool], end: int) -> tuple[float, list[int]]:
    """The first lines of the values with the least distance of labels from the middle."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for index, name in enumerate(names):
        last = index + 1 == len(names)
        ends = [end] if last else range(name.last + 1, names[index + 1].first + 1)
        reached: dict[int, tuple[float, list[int]]] = {}
        for stop in ends:
            for start, (cost, starts) in best.items():
                off = abs((start + stop - 1) - (name.first + name.last)) / 2
                total = cost + off + (_CUT if cuts[stop] else 0.0)
                if total < reached.get(stop, (inf, []))[0]:
                    reached[stop] = (total, [*starts, stop])
        best = reached
    cost, starts = best.get(end, (inf, []))
    return cost, starts[:-1]
