"""Tables that a text prints as lines: 番号 項目 備考, and below it 1 氏名 … with spaces between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.prose.topics import ARROW
from nagarezu.importing.form.rows import Row, width
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_GAP = re.compile(r"[ 　\t]+")
_WIDE = re.compile(r"[ \t]{2,}[ \t　]*|　[ \t　]*")
_MARKS = re.compile(r"^[○◯〇●◎×✕△レ✓－ー―\-]$")
_FIRST = 100_000_000  # numbers of such tables, apart from those of real ones


def gathered(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows; lines below a line of column heads become cells, as long as numbers go on."""
    index, number = 0, _FIRST
    while index < len(rows):
        aligned = list(_aligned(rows, index))
        if aligned:
            number += 2
            for parts, row in aligned:
                yield Row(tuple(parts), row.place, number)
            index += len(aligned)
            continue
        columns = _heads(rows[index])
        body = list(_body(rows[index + 1 :], len(columns))) if columns else []
        if len(body) < 2:
            yield rows[index]
            index += 1
            continue
        number += 2  # two tables in a row stay apart
        line = rows[index].filled[0]
        yield Row(
            tuple(Passage(c, line.starts, line.spots) for c in columns), line.spots[0], number
        )
        for cells, printed in body:
            here = printed[0].filled[0]
            made = tuple(Passage(cell, here.starts, here.spots) for cell in cells)
            yield Row(made, printed[0].place, number)
        index += sum(len(printed) for _, printed in body) + 1


def _heads(row: Row) -> list[str]:
    """番号 項目 備考: only words that name columns, the first of them numbers."""
    if row.grid or len(row.filled) != 1 or len(row.text) > 60:
        return []
    cells = _GAP.split(row.text.strip())
    kinds = [column_kind(Passage(cell)) for cell in cells]
    if len(cells) < 2 or kinds[0] != "number":
        return []
    # which work or system each item is for stands in columns that nobody can foresee
    listed = kinds[1] == "item" and all(len(cell) <= _HEAD for cell in cells)
    return cells if listed or all(kinds) else []


_HEAD = 12  # characters of the head of a column


def _body(rows: Sequence[Row], width: int) -> Iterator[tuple[list[str], Sequence[Row]]]:
    """The cells of each numbered line, with the lines that its last cell goes on over."""
    at, wanted = 0, 1
    while at < len(rows) and (cells := _numbered(rows[at], width, wanted)):
        end = at + 1
        while end < min(at + 1 + _WRAPPED, len(rows)) and _goes_on(rows[end]):
            end += 1
        if end == len(rows) or not _numbered(rows[end], width, wanted + 1):
            end = at + 1  # text below the table
        wrapped = [row.text.strip() for row in rows[at + 1 : end]]
        cells += [""] * (width - len(cells))
        cells[-1] += "".join(_not_again(wrapped))
        yield cells, rows[at:end]
        at, wanted = end, wanted + 1


_WRAPPED = 3  # lines below the first one of a row
_REST = re.compile(r"(?![\d(【]|[ア-ン][ .、])\S{1,16}")  # of a cell that goes on


def _goes_on(row: Row) -> bool:
    text = fold(row.text).strip()
    return not row.grid and len(row.filled) == 1 and bool(_REST.fullmatch(text))


def _not_again(pieces: Sequence[str]) -> Iterator[str]:
    """択 at the foot of a page, and 択する on the next: what is printed there again counts once."""
    for piece, after in zip_longest(pieces, pieces[1:], fillvalue=""):
        if not after.startswith(piece):
            yield piece


def _numbered(row: Row, width: int, wanted: int) -> list[str]:
    """The cells of a line that begins with this number; none if it does not."""
    cells = _WIDE.split(row.text.strip())
    if len(cells) != width:
        cells = _GAP.split(row.text.strip(), maxsplit=width - 1)
    number = fold(cells[0]).strip("().")
    return [] if row.grid or len(cells) < 2 or number != str(wanted) else cells


_FIRST_COLUMNS = ("item", "group", "subject", "partner", "party", "period")


def _aligned(rows: Sequence[Row], index: int) -> Iterator[tuple[list[Passage], Row]]:
    """項目　　市　　事業者 and below it 氏名　　○　　○: the columns of a text without rules.

    A line with a cell less is read by where its cells stand.
    """
    starts, head = _cut(rows[index])
    kinds = [column_kind(cell) for cell in head]
    first = bool(kinds) and kinds[0] in _FIRST_COLUMNS
    if len(head) < 2 or not (first or sum(map(bool, kinds)) >= min(len(head), _KNOWN)):
        return
    if any(len(cell.text) > 16 or _NO_HEAD.search(cell.text) for cell in head):
        return
    body = [(head, rows[index])]
    for row in rows[index + 1 :]:
        cells = _below(row, starts)
        marks = [cell for cell, kind in zip(cells, kinds, strict=False) if cell and not kind]
        known = first and all(_MARKS.match(mark.text) for mark in marks)
        if not cells or not cells[0] or not (known or _in_line(row, starts)):
            break
        body.append((cells, row))
    # one line of three cells, each below its head, can be nothing else
    if len(body) > _FEWEST or (len(body) == _FEWEST and len(head) > _FEWEST and all(kinds)):
        yield from body


_NO_HEAD = re.compile(rf"[。:：]|{ARROW.pattern}")  # 市 → 委託先: a row of a figure
_KNOWN = 2  # heads of columns whose words are known
_FEWEST = 2  # lines with that of the heads


def _in_line(row: Row, starts: Sequence[int]) -> bool:
    """Whether each cell of a line begins just below a head, whatever that says it holds."""
    places, _ = _cut(row, starts)
    return len(places) == len(starts) and all(
        abs(place - start) <= _WIDE_LETTER for place, start in zip(places, starts, strict=True)
    )


_WIDE_LETTER = 2  # columns


def _below(row: Row, starts: Sequence[int]) -> list[Passage]:
    """The cells of a line below those heads; none if it is no line of their table."""
    places, cells = _cut(row, starts)
    if not 2 <= len(cells) <= len(starts) or compiled(r"[(（]?[\d０-９]").match(cells[0].text):
        return []
    if len(cells) == len(starts):
        return cells
    made = [Passage()] * len(starts)
    for place, cell in zip(places, cells, strict=True):
        away = [abs(start - place) for start in starts]
        made[away.index(min(away))] = cell
    return made


def _cut(row: Row, heads: Sequence[int] = ()) -> tuple[list[int], list[Passage]]:
    """The cells of a printed line, and the columns in which they begin.

    6　要介護状態区分 below a head of its own is one cell: no head stands above its second half.
    """
    if row.grid or len(row.cells) != 1 or len(row.text) > _LONGEST:
        return [], []
    line = row.cells[0]
    starts, cells, begin = [], [], 0
    for gap in [*_WIDE.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if gap and _spaced(line.text[begin:end], gap.group(), line.text[gap.end() :]):
            continue
        if gap and _counts(row, line.text[begin:end], gap, heads):
            continue
        cell = line.part(begin, end)
        if cell:
            starts.append(row.indent + width(line.text, begin))
            cells.append(cell)
        begin = gap.end() if gap else end
    return starts, cells


_LONGEST = 200  # characters of a printed line
_COUNT = re.compile(r"[ 　]*[(（]?(?:[0-9０-９]{1,2}|[①-⑳ア-ン])[)）.．]?")


def _counts(row: Row, before: str, gap: re.Match[str], heads: Sequence[int]) -> bool:
    """Whether what stands in front of a gap is the number of what follows, below one head."""
    place = row.indent + width(row.cells[0].text, gap.end())
    return bool(heads and _COUNT.fullmatch(before)) and place not in heads


def _spaced(before: str, gap: str, after: str) -> bool:
    """項　目　名: a word of which the letters are set apart, not cells."""
    alone = all(_LETTER.fullmatch(word) for word in before.split(gap))
    return bool(
        compiled("　{1,3}").fullmatch(gap)
        and alone
        and compiled(rf"{_LETTER.pattern}(?:\s|$)").match(after)
    )


_LETTER = re.compile("[一-龥ぁ-んァ-ヶ]")
