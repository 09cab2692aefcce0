"""Checklists in plain lines that keep their layout: a label, a number, a mark and a measure.

    区が行う情報保護対策   1   ○   受渡しの都度、枚数を
    【運用上の対策】              確認する。
                       2   ー   …

Where the measures stand tells what belongs together. A mark stands at the first line of its
measure, or in the middle of its lines where cells are centred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nagarezu.importing.form import labels
from nagarezu.importing.form.rows import Row, parted
from nagarezu.importing.form.ruler import Ruler, printed
from nagarezu.importing.form.wrapping import Broken, edge, unbroken
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_PIECE = re.compile(r"\S+(?:[ \u3000]\S+)*")
_NUMBER = re.compile(r"^[(（]?\d{1,2}[)）.．]?$")
_SIGN = re.compile(r"^[「\[(（]?[○◯〇●◎レ✓✔☑■□☐ー－―—–×✕\-oO一二][」\])）]?$")
_LAYER_ENDS = re.compile(r"[】〕）)]$|(?:上|的|面)の?(?:対策|措置)$")
_HEAD = re.compile(r"(?:行う|行わせる|講じる|講ずる|講じさせる)[^。]{0,20}$|(?:対策|措置)[】〕]?$")
_LISTED = re.compile(r"[\d０-９①-⑳(（【◇○]")
_NEAR = 3  # columns by which a part may stand beside its column
_LONGEST = 60  # characters of a label
_INDENT = 8  # of a mark that stands alone on its line
_ROWS = 2  # with a mark, for a checklist
_COLUMNS = 2  # of whose and of which layer a measure is, in a table
_AHEAD = 3  # lines within which the first mark follows the measure that it stands beside


@dataclass(slots=True)
class _Line:
    """What one printed line holds of a checklist."""

    row: Row
    label: Passage = field(default_factory=Passage)
    cells: tuple[Passage, ...] = ()  # of the label, where a table has columns for it
    sign: list[Passage] = field(default_factory=list)  # number and mark
    text: Broken | None = None


@dataclass(slots=True)
class _Label:
    text: Passage
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Piece:
    passage: Passage
    start: int
    end: int


def marked(rows: Sequence[Row], by: Ruler, grid: int) -> Iterator[Row]:
    """The rows, those of checklists in plain lines as rows of cells."""
    position = 0
    while position < len(rows):
        lines = _lines(rows, position, by)
        if sum(1 for line in lines if line.sign) >= _ROWS:
            yield from _made(lines, grid)
            position += len(lines)
        else:
            yield rows[position]
            position += 1


def _pieces(row: Row, by: Ruler) -> list[_Piece]:
    """What stands between gaps, each with the columns it takes."""
    line = row.cells[0]
    return [
        _Piece(line.part(*found.span()), by.at(row, found.start()), by.at(row, found.end()))
        for found in _PIECE.finditer(line.text)
    ]


def _lines(rows: Sequence[Row], start: int, by: Ruler) -> list[_Line]:
    """The lines of a checklist that begins at a row; none if none begins there."""
    column = _column(rows[start : start + _AHEAD], by)
    found: list[_Line] = []
    for at in range(start, len(rows) if column else start):
        row = rows[at]
        if not printed(row):
            break
        pieces = _pieces(row, by)
        line, moved = _with_mark(row, pieces, by)
        if line is not None:
            column = moved or column
        elif _tabled(found) and parted(rows[at - 1], row):
            break
        else:
            ahead = _column(rows[at + 1 : at + 2], by)  # on a new page the columns may move
            if ahead and by.start(row) == ahead:
                column = ahead
            line = _without_mark(row, pieces, column, found, by)
        if line is None:
            break
        found.append(line)
    while found and not found[-1].sign and _foreign(found[-1]):
        found.pop()
    return found


def _tabled(lines: Sequence[_Line]) -> bool:
    """Whether each mark has its label on its own line: 市　運用　○　…, 委託先　運用　○　…"""
    signs = [line for line in lines if line.sign]
    return len(signs) >= _ROWS and all(len(line.cells) >= _COLUMNS for line in signs)


def _foreign(line: _Line) -> bool:
    """A label without anything at its side at the end of a list: it belongs to what follows."""
    return line.text is None and labels.find("agenda", line.label.text) is not None


def _column(rows: Sequence[Row], by: Ruler) -> int:
    """Where the measures of the first lines with a mark begin; 0 without any."""
    before: int | None = None
    for row in rows:
        if not printed(row):
            return 0
        pieces = _pieces(row, by)
        line, column = _with_mark(row, pieces, by)
        if column:
            return column if before is None or before == column else 0
        start = pieces[-1].start if pieces else 0
        if line is not None:  # a mark alone in the middle of its measure
            return before if before is not None and before > pieces[-1].end else 0
        if before is not None and before != start:
            return 0
        before = start
    return 0


def _with_mark(row: Row, pieces: list[_Piece], by: Ruler) -> tuple[_Line | None, int]:
    """A line with a mark, and where its measure begins; 0 if the mark stands alone."""
    for at, each in enumerate(pieces):
        if at > 2 or not _SIGN.match(each.passage.text):
            continue
        numbered = at > 0 and bool(_NUMBER.match(fold(pieces[at - 1].passage.text)))
        first = at - 1 if numbered else at
        left = joined([piece.passage for piece in pieces[:first]], "")
        alone = at + 1 == len(pieces) and not numbered and not left
        if "。" in left.text or (alone and row.lead < _INDENT):
            return None, 0
        passages = [piece.passage for piece in pieces]
        line = _Line(row, left, tuple(passages[:first]), passages[first : at + 1])
        if at + 1 == len(pieces):
            return line, 0
        text = row.cells[0].text
        start = pieces[at + 1].start
        offset = next(n for n in range(len(text)) if by.at(row, n) >= start)
        line.text = Broken(row.cells[0].part(offset), 0)
        return line, start
    return None, 0


def _without_mark(
    row: Row, pieces: list[_Piece], column: int, before: Sequence[_Line], by: Ruler
) -> _Line | None:
    """A line with more of a label, of a measure, or of both; None for one outside the list."""
    start = by.start(row)
    texts = any(line.text is not None for line in before)
    ended = _last_text(before, len(before)).endswith("。")
    if start >= column - _NEAR:
        if start > column + _NEAR and (ended or not texts):
            return None
        return _Line(row, text=Broken(row.cells[0], max(start - column, 0)))
    first = pieces[0]
    if first.end > column or labels.is_one_of("overview_heading", first.passage.text):
        return _moved(row, ended) if texts else None
    if len(pieces) > 1:
        if len(pieces) > 2 or pieces[1].start < column - _NEAR:
            return None
        return _Line(row, first.passage, text=Broken(pieces[1].passage, 0))
    goes_on = any(line.label for line in before[-2:]) and not _closed(_last_label(before))
    if goes_on or _HEAD.search(first.passage.text):
        return _Line(row, first.passage)
    return _moved(row, ended) if texts else None


def _moved(row: Row, ended: bool) -> _Line | None:
    """A line that stands elsewhere because a page begins: it ends the sentence that is open."""
    text = row.cells[0]
    if ended or not text.text.endswith("。") or _LISTED.match(text.text):
        return None
    return _Line(row, text=Broken(text, 0))


def _last_label(lines: Sequence[_Line]) -> str:
    """The label that the last lines print, as far as they do."""
    parts: list[str] = []
    for line in reversed(lines):
        if line.label:
            parts.append(line.label.text)
        elif parts:
            break
    return "".join(reversed(parts))


def _closed(label: str) -> bool:
    return bool(_LAYER_ENDS.search(label))


def _made(lines: Sequence[_Line], grid: int) -> Iterator[Row]:
    right = edge(line.text for line in lines if line.text is not None)
    signs = [at for at, line in enumerate(lines) if line.sign]
    numbered = any(len(lines[at].sign) > 1 for at in signs)
    blocks = _blocks(lines, signs)
    begun = [
        start
        for at, (start, _) in zip(signs, blocks, strict=True)
        if compiled(r"[(（]?[1１](?![0-9０-９])").match(lines[at].sign[0].text)
    ]
    names = _spread(_labels(lines), [start for start, _ in blocks], begun)
    tabled = _tabled(lines)
    waiting = [] if tabled else list(reversed(names))
    for at, (start, end) in zip(signs, blocks, strict=True):
        mine = []
        while waiting and waiting[-1].first < end:
            mine.append(waiting.pop().text)
        label = joined(mine, "")
        sign = lines[at].sign
        before = [Passage(), *sign] if numbered and len(sign) == 1 else sign
        text = unbroken([each.text for each in lines[start:end] if each.text is not None], right)
        cells = lines[at].cells if tabled else (label,)
        yield replace(lines[at].row, cells=(*cells, *before, text), grid=grid)


def _blocks(lines: Sequence[_Line], signs: Sequence[int]) -> list[tuple[int, int]]:
    """From which line to which the measure of each mark goes."""
    on_top = signs[0] == 0 and all(lines[at].text is not None for at in signs)
    starts = [0]
    for mark, following in pairwise(signs):
        ends = [n for n in range(mark + 1, following + 1) if _ended(lines, n)]
        middle = 2 * mark - starts[-1] + 1  # as many lines below the mark as above it
        nearest = min(ends, key=lambda n: abs(n - middle), default=min(middle, following))
        starts.append(following if on_top else max(nearest, mark + 1))
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _ended(lines: Sequence[_Line], end: int) -> bool:
    """Whether the last of the first lines ends a measure."""
    return _last_text(lines, end).endswith(("。", "）", ")"))


def _last_text(lines: Sequence[_Line], end: int) -> str:
    """What the first lines print last of a measure; empty if nothing."""
    texts = (line.text for line in map(lines.__getitem__, range(end - 1, -1, -1)))
    return next((text.text.text for text in texts if text is not None), "")


def _labels(lines: Sequence[_Line]) -> list[_Label]:
    """The labels, each whole, with the lines over which it stands."""
    found: list[_Label] = []
    for at, line in enumerate(lines):
        if not line.label:
            continue
        last = found[-1] if found else None
        if last and _goes_on(last, at, line.label.text):
            last.text, last.last = joined([last.text, line.label], ""), at
        else:
            found.append(_Label(line.label, at, at))
    return found


def _spread(names: list[_Label], starts: Sequence[int], begun: Sequence[int]) -> list[_Label]:
    """Labels in the middle of their rows, moved to the first; `begun` are rows numbered 1."""
    if not names or len(starts) < 2 or names[0].first < starts[1]:
        return names
    if len(begun) == len(names):
        return [replace(name, first=start) for name, start in zip(names, begun, strict=True)]
    begin = 0
    for name in names:
        middle = name.first + name.last
        name.first, begin = begin, min(starts, key=lambda at: abs(at - (middle - begin + 1)))
    return names


def _goes_on(label: _Label, at: int, piece: str) -> bool:
    """Whether a piece belongs to the label before; lines of measures may come between."""
    before = label.text.text
    if len(before) > _LONGEST:
        return False
    if at - label.last == 2 and not (_HEAD.search(before) and piece[0] not in "【（(〔"):
        return not _closed(before)
    return at - label.last == 1 and not _begins(before, piece)


def _begins(before: str, piece: str) -> bool:
    """Whether a piece on the line below a label begins another one."""
    if _closed(before):
        return True
    return None not in (labels.find("agenda", before), labels.find("agenda", piece))
