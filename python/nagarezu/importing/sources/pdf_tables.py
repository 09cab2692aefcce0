"""Ruled tables of a page: cells at their rows and columns, with the lines that stand in each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from nagarezu.importing.sources.pdf_lines import Char, Line, lines_of

_NEAR = 2.5  # points within which two rules are one
_DOT = 2.5  # points: what is smaller in both ways may be part of a dotted rule
_APART = 3.0  # points between two dots of one rule
_RULE = 8.0  # points that a rule of dots has at least
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class RuledCell:
    row: int
    column: int
    rows: int
    columns: int
    left: float
    right: float
    lines: list[Line]


@dataclass(frozen=True)
class Ruled:
    """A table with the height at which it begins; `single` is one frame around text."""

    top: float
    cells: list[RuledCell]
    single: bool


def ruled_tables(page: Any, chars: list[Char], rules: list[Any]) -> tuple[list[Ruled], list[Char]]:
    """The tables of a page from the top, and the characters that stand in none of them."""
    tables, left = [], chars
    for found in sorted(page.find_tables(_settings(rules)), key=lambda table: table.bbox[1]):
        boxes: list[Box] = [tuple(box) for box in found.cells]
        table, left = _table(boxes, left, rules)
        if table.cells:
            tables.append(table)
    return tables, left


def _settings(rules: list[Any]) -> dict[str, Any]:
    """What the table finder shall take as rules besides those that are drawn in one piece."""
    dots = [r for r in rules if r["x1"] - r["x0"] < _DOT and r["bottom"] - r["top"] < _DOT]
    return {
        "explicit_horizontal_lines": _dotted(dots, ("top", "bottom"), ("x0", "x1")),
        "explicit_vertical_lines": _dotted(dots, ("x0", "x1"), ("top", "bottom")),
    }


def _dotted(
    dots: list[Any], across: tuple[str, str], along: tuple[str, str]
) -> list[dict[str, Any]]:
    """Rules that are made of dots, as lines."""
    rows: dict[int, list[Any]] = {}
    for dot in dots:
        rows.setdefault(round(dot[across[0]] + dot[across[1]]), []).append(dot)
    found = []
    for row in rows.values():
        row.sort(key=lambda dot: dot[along[0]])
        start, last = row[0], row[0]
        for dot in [*row[1:], None]:
            if dot is not None and dot[along[0]] - last[along[1]] <= _APART:
                last = dot
                continue
            if last[along[1]] - start[along[0]] >= _RULE:
                level = (start[across[0]] + start[across[1]]) / 2
                ends = {along[0]: start[along[0]], along[1]: last[along[1]]}
                found.append(_as_line({across[0]: level, across[1]: level} | ends))
            start = last = dot if dot is not None else last
    return found


def _as_line(ends: dict[str, float]) -> dict[str, Any]:
    """A line as the table finder knows them."""
    width, height = ends["x1"] - ends["x0"], ends["bottom"] - ends["top"]
    return {"object_type": "line", "width": width, "height": height, "doctop": ends["top"]} | ends


def _table(boxes: list[Box], chars: list[Char], rules: list[Any]) -> tuple[Ruled, list[Char]]:
    across = _merged([x for box in boxes for x in (box[0], box[2])])
    down = _merged([y for box in boxes for y in (box[1], box[3])])
    boxes = sorted(boxes, key=lambda box: (_index(down, box[1]), _index(across, box[0])))
    within, outside = _sorted_into(boxes, chars)
    inner = [rule for rule in rules if not _is_border(rule, boxes)]
    cells = []
    for box, own in zip(boxes, within, strict=True):
        row, column = _index(down, box[1]), _index(across, box[0])
        rows, columns = _index(down, box[3]) - row, _index(across, box[2]) - column
        if rows > 0 and columns > 0 and own:
            cells.append(
                RuledCell(row, column, rows, columns, box[0], box[2], lines_of(own, inner))
            )
    return Ruled(down[0], cells, len(boxes) == 1), outside


def _sorted_into(boxes: list[Box], chars: list[Char]) -> tuple[list[list[Char]], list[Char]]:
    """Characters by the box that holds their middle."""
    within: list[list[Char]] = [[] for _ in boxes]
    outside = []
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    top, bottom = min(b[1] for b in boxes), max(b[3] for b in boxes)
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        home = None
        if left <= x <= right and top <= y <= bottom:
            home = next(
                (i for i, b in enumerate(boxes) if b[0] <= x < b[2] and b[1] <= y < b[3]), None
            )
        if home is None:
            outside.append(char)
        else:
            within[home].append(char)
    return within, outside


def _merged(values: list[float]) -> list[float]:
    """Sorted values, those that lie near to one another once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _index(values: list[float], value: float) -> int:
    """The index of the rule that a side lies on."""
    return max(0, min(len(values) - 1, bisect_left(values, value - _NEAR)))


def _is_border(rule: Any, boxes: list[Box]) -> bool:
    """Whether a flat rule is a side of cells, whole or in pieces, rather than a line under text."""
    height = (rule["top"] + rule["bottom"]) / 2
    beside = [
        box
        for box in boxes
        if min(abs(height - box[1]), abs(height - box[3])) < _NEAR
        and rule["x0"] < box[2]
        and rule["x1"] > box[0]
    ]
    sides = [side for box in boxes for side in (box[0], box[2])]
    return bool(beside) and (
        all(min(abs(end - side) for side in sides) < _NEAR for end in (rule["x0"], rule["x1"]))
        or any(rule["x0"] <= box[0] + _NEAR and rule["x1"] >= box[2] - _NEAR for box in beside)
    )
