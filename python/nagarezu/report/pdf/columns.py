"""How wide columns are, how large the type, which way the sheet lies, and where a table folds.

All lengths are millimetres, type is in points, text is measured in ems (figures/measure.py).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nagarezu.report.figures import measure
from nagarezu.report.pdf.plain import longest_word

ems = lru_cache(maxsize=8192)(measure.ems)  # cells repeat, and each setting asks again

PORTRAIT = 170.0  # A4 less margins of 20 mm
LANDSCAPE = 257.0
INSET = 1.3  # left and right of what stands in a cell
NARROW_INSET = 0.6  # the same where the label is turned
MM = 25.4 / 72  # of a point
_SLACK = 1.04  # faces differ a little from what was measured
_WHOLE = 12.0  # ems of a number that stay on one line
_LEAST = 4.3  # a short word is not broken
_MARK = 3.2  # what is no wider is a mark; columns of marks are equally wide
_MOST = 24.0  # a column of long text needs no more to read well
_TURNED = 2 * 1.35 + 0.3  # two lines of a turned label, in ems
_TURNABLE = 5.2  # a column of short marks: its label may be turned


@dataclass(frozen=True, slots=True)
class Width:
    """What a column would like (ems), and the least that reads well with so many lines."""

    natural: float
    cells: float
    head: float
    turned: bool = False
    marks: bool = False

    @property
    def least(self) -> float:
        return max(self.cells, _TURNED if self.turned else self.head)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a table: type in points, lines that a cell may take, labels turned or not."""

    landscape: bool
    points: float
    lines: int
    turned: bool = False
    key_lines: int = 0  # of the key columns, if fewer: beside turned labels, many marks in a row


# From what reads best to what still reads.
SETTINGS = (
    Setting(False, 9, 4),
    Setting(False, 8, 5),
    Setting(False, 8, 8),
    Setting(True, 9, 5),
    Setting(True, 8, 6),
    Setting(True, 8, 6, turned=True, key_lines=2),
    Setting(True, 7.5, 8, turned=True, key_lines=3),
)
_FOLDED = Setting(True, 8, 6, turned=True, key_lines=1)


@dataclass(frozen=True, slots=True)
class Part:
    """Columns that stand side by side: their positions and widths, and whose labels are turned."""

    columns: tuple[int, ...]
    widths: tuple[float, ...]
    turned: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is set. Several parts stand one below the other, each with the key columns."""

    setting: Setting
    parts: tuple[Part, ...]


def layout(
    heads: Sequence[str],
    columns: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    *,
    keys: int = 1,
    least: float = 0.0,
    landscape: bool = False,
) -> Layout:
    """Lay out a table; `columns` are its cells by column. A landscape section stays landscape.

    `least` are the millimetres that it must be wide, for what stands above it.

    A head is one line, or two with a line end between: the label and its unit.
    """
    for setting in SETTINGS:
        if landscape and not setting.landscape:
            continue
        widths = _widths(heads, columns, numeric, setting, keys)
        if _fits(widths, setting):
            return Layout(setting, (_part(range(len(widths)), widths, setting, least),))
    widths = _widths(heads, columns, numeric, _FOLDED, keys)
    groups = _groups(widths, min(keys, len(widths)), _FOLDED)
    return Layout(_FOLDED, tuple(_part(group, widths, _FOLDED, least) for group in groups))


def _widths(
    heads: Sequence[str],
    columns: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    setting: Setting,
    keys: int,
) -> list[Width]:
    widths: list[Width] = []
    for head, cells, number in zip(heads, columns, numeric, strict=True):
        lines = setting.key_lines if len(widths) < keys else 0
        longest = max((ems(cell) for cell in cells), default=0.0)
        needed = max((_needed(cell, number, lines or setting.lines) for cell in cells), default=0.0)
        label = max(_needed(line, False, 3) for line in head.split("\n"))
        wish = max(longest, min(max(map(ems, head.split("\n"))), 8.0))
        turned = setting.turned and longest <= _TURNABLE and len(widths) >= keys
        widths.append(Width(wish, needed, label, turned, longest <= _MARK and not number))
    return widths


def _needed(text: str, number: bool, lines: int) -> float:
    """The least ems that a text reads well in."""
    whole = ems(text)
    if number and whole <= _WHOLE:
        return whole
    spread = min(whole / lines, _MOST)
    return max(spread, min(whole, _LEAST), ems(longest_word(text)))


def inset(turned: bool) -> float:
    """Millimetres left free at either side of a cell."""
    return NARROW_INSET if turned else INSET


def _available(widths: Sequence[Width], setting: Setting) -> float:
    """Ems that the cells of these columns share."""
    width = LANDSCAPE if setting.landscape else PORTRAIT
    free = width - sum(2 * inset(each.turned) for each in widths)
    return free / (setting.points * MM * _SLACK)


def _fits(widths: Sequence[Width], setting: Setting) -> bool:
    return sum(width.least for width in widths) <= _available(widths, setting)


def _groups(widths: Sequence[Width], keys: int, setting: Setting) -> list[list[int]]:
    """Columns of each part: the key columns again and again, the others in order."""
    first = list(range(keys))
    groups: list[list[int]] = []
    for column in range(keys, len(widths)):
        if groups and _fits([widths[i] for i in [*groups[-1], column]], setting):
            groups[-1].append(column)
        else:
            groups.append([*first, column])
    return _even(groups, keys) or [first]


def _even(groups: list[list[int]], keys: int) -> list[list[int]]:
    """The same number of parts with about as many columns each, so that none is a leftover."""
    others = [column for group in groups for column in group[keys:]]
    each = math.ceil(len(others) / len(groups)) if groups else 0
    if not groups or each > min(len(group) - keys for group in groups[:-1] or groups):
        return groups
    first = list(range(keys))
    return [[*first, *others[i : i + each]] for i in range(0, len(others), each)]


def _part(columns: Sequence[int], widths: Sequence[Width], setting: Setting, least: float) -> Part:
    chosen = [widths[i] for i in columns]
    return Part(
        tuple(columns),
        tuple(_shared(chosen, setting, least)),
        tuple(width.turned for width in chosen),
    )


def _shared(widths: Sequence[Width], setting: Setting, least: float) -> list[float]:
    """Millimetres of each column: the least, and of the rest as much as it would like."""
    em = setting.points * MM * _SLACK
    room = _available(widths, setting)
    low = [width.least for width in widths]
    more = [max(width.natural - width.least, 0.0) for width in widths]
    spare = max(room - sum(low), 0.0)
    share = min(1.0, spare / sum(more)) if sum(more) else 0.0
    shares = [one + share * other for one, other in zip(low, more, strict=True)]
    insets = [2 * inset(width.turned) for width in widths]
    shares = _alike(_stretched(shares, room, (least - sum(insets)) / em), widths)
    return [round(each * em + free, 2) for each, free in zip(shares, insets, strict=True)]


def _stretched(shares: list[float], room: float, least: float) -> list[float]:
    """A small table takes some air, a larger one the whole width; none is wider than the sheet."""
    full = room / max(sum(shares), 0.1)
    small = len(shares) < 4 or full > 2
    factor = min(full, max(1.25, least / max(sum(shares), 0.1))) if small else full
    return [each * factor for each in shares]


def _alike(shares: list[float], widths: Sequence[Width]) -> list[float]:
    """Columns of marks as wide as one another, where each has room for that."""
    marks = [i for i, width in enumerate(widths) if width.marks]
    if len(marks) < 3:
        return shares
    mean = sum(shares[i] for i in marks) / len(marks)
    if mean < max(widths[i].least for i in marks):
        return shares
    return [mean if i in marks else share for i, share in enumerate(shares)]
