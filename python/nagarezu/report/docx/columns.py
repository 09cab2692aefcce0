"""How wide the columns of a table are, at which size, which way the sheet lies, in how many parts.

Widths are computed here and fixed in the file: programs that fit columns themselves disagree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.inert import visible
from nagarezu.report.docx.sheet import LANDSCAPE, POINT, PORTRAIT, Sheet
from nagarezu.report.figures.measure import ems

PADDING = 1.2  # millimetres at either side of a cell
SIZES = (9.0, 8.0)  # points, the first that fits
_LINES = 5.0  # more lines in a usual cell ask for a wider sheet
_LONG = 60.0  # ems of a usual cell: a longer one asks for no wider sheet
_LONGEST = 400.0  # ems: a cell that runs over pages leaves room for the others
_WORD = 12.0  # ems of a Latin word that is kept whole
_NUMBER = 14.0
_SLACK = 0.5  # ems by which a face may be wider than ours
_LEAST = 90.0  # millimetres: a narrower table looks lost
_UNBROKEN = re.compile(r"[!-,.-~]+-?(?:（[!-~]+）)?")  # 2（2020） as well


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs in ems: at least, to be one line throughout, and its longest cell."""

    least: float
    whole: float
    longest: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of each part by their place, with their widths in millimetres."""

    sheet: Sheet
    size: float
    parts: tuple[tuple[int, ...], ...]
    widths: tuple[tuple[float, ...], ...]


def needs(
    heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> list[Need]:
    """Measure the columns."""
    return [
        _need(head, [visible(row[place]) for row in rows], number=number)
        for place, (head, number) in enumerate(zip(heads, numeric, strict=True))
    ]


def _need(head: str, cells: list[str], *, number: bool) -> Need:
    longest = max(map(ems, cells), default=0.0)
    width = ems(visible(head))
    if number:
        body = min(longest, _NUMBER)
    else:
        body = max((_unbroken(cell) for cell in cells), default=0.0)
        body = max(body, min(longest, 4.0))
    least = max(body, _unbroken(head), width / 3, 2.0)
    longest = min(longest, _LONGEST)
    whole = max(longest, width / 2, least)
    return Need(least + _SLACK, whole + _SLACK, longest + _SLACK)


def _unbroken(text: str) -> float:
    words = (ems(word) for word in _UNBROKEN.findall(text))
    return min(max(words, default=0.0), _WORD)


def grid(measured: Sequence[Need], *, landscape: bool) -> Grid:
    """Choose sheet, size and widths; `landscape` says that the sheet lies so in any case."""
    sheets = (LANDSCAPE,) if landscape else (PORTRAIT, LANDSCAPE)
    every = tuple(range(len(measured)))
    for sheet in sheets:
        for size in SIZES:
            lines, widths = spread(measured, sheet.width, size)
            last = sheet is sheets[-1] and size == SIZES[-1]
            if widths and (lines <= _LINES or last):
                return Grid(sheet, size, (every,), (widths,))
    sheet, size = sheets[-1], SIZES[-1]
    parts = _parts(measured, sheet.width, size)
    spreads = (spread([measured[i] for i in part], sheet.width, size)[1] for part in parts)
    return Grid(sheet, size, parts, tuple(spreads))


def spread(measured: Sequence[Need], room: float, size: float) -> tuple[float, tuple[float, ...]]:
    """Return the lines of the longest usual cell and the widths, or no widths if none fit.

    The longest cells of all columns get equally many lines, as long as no word breaks. Room that is
    left stays free, but for a table that would be very narrow.
    """
    em = size * POINT
    spare = room - 2 * PADDING * len(measured)

    def at(lines: float) -> list[float]:
        return [em * min(max(n.least, n.longest / lines), n.whole) for n in measured]

    if sum(n.least for n in measured) * em > spare:
        return 0.0, ()
    whole = [em * n.whole for n in measured]
    if sum(whole) <= spare:
        return 1.0, _padded(_stretched(whole, spare))
    low, high = 0.5, max(n.longest for n in measured)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) > spare else (low, middle)
    widths = _filled(at(high), spare)
    usual = (min(n.longest, _LONG) * em / width for n, width in zip(measured, widths, strict=True))
    return max(usual), _padded(widths)


def _stretched(widths: list[float], spare: float) -> list[float]:
    total = sum(widths)
    least = min(_LEAST, spare)
    return [w * least / total for w in widths] if 0 < total < least else widths


def _filled(widths: list[float], spare: float) -> list[float]:
    """Give what rounding left to the widest column."""
    widest = widths.index(max(widths))
    left = spare - sum(widths)
    return [w + left if i == widest else w for i, w in enumerate(widths)]


def _padded(widths: list[float]) -> tuple[float, ...]:
    return tuple(width + 2 * PADDING for width in widths)


def _parts(measured: Sequence[Need], room: float, size: float) -> tuple[tuple[int, ...], ...]:
    """Split the columns into as few parts as fit, all about as wide."""
    em = size * POINT
    least = [n.least * em + 2 * PADDING for n in measured]
    fewest = len(_packed(least, room))
    shares = (room * percent / 100 for percent in range(5, 101, 5))
    return next(parts for share in shares if len(parts := _packed(least, share)) == fewest)


def _packed(least: Sequence[float], room: float) -> tuple[tuple[int, ...], ...]:
    """Fill one part after the other; each repeats the first column, and has one more at least."""
    parts: list[list[int]] = []
    used = room
    for place in range(1, len(least)):
        if not parts or used + least[place] > room:
            parts.append([0])
            used = least[0]
        parts[-1].append(place)
        used += least[place]
    return tuple(map(tuple, parts)) or ((0,),)
