"""Rules on what cells look like and what floats above them."""

from __future__ import annotations

from collections import Counter

from nagarezu.opening.view import Cell
from nagarezu.readable.columns import Judged
from nagarezu.readable.outcome import Finding
from nagarezu.readable.subject import Said, Subject

_KINDS = {
    "picture": "図",
    "shape": "図形",
    "text_box": "テキストボックス",
    "chart": "グラフ",
    "embedded": "埋込み",
}


def no_objects(subject: Subject) -> Said:
    """L1-10."""
    for sheet, _ in subject.layouts:
        for thing in sheet.objects:
            if thing.kind == "comment":
                yield Finding("comment", sheet.place(thing.place))
            else:
                what = f"{_KINDS[thing.kind]} {thing.kind}"
                yield Finding("object", sheet.place(thing.place), what)


def no_meaning_by_look(subject: Subject) -> Said:
    """L1-11: the names may look as they like; what counts are differences within a column."""
    for sheet, _ in subject.layouts:
        for where in sheet.conditional:
            yield Finding("look_conditional", sheet.place(where))
        for cell in sheet.cells.values():
            if cell.mixed:
                yield Finding("look_within", sheet.at(cell))
    for columns in subject.judged:
        banded = _banded(columns)
        if banded:
            yield Finding("look_banded", columns[0].frame.sheet.place(""))
        for column in columns:
            usual = _usual(column.cells, without_fill=banded)
            for cell in column.cells:
                if _look(cell, without_fill=banded) != usual:
                    yield Finding("look_differs", column.frame.sheet.at(cell), column.name)


def _look(cell: Cell, *, without_fill: bool) -> object:
    return cell.look._replace(fill="") if without_fill else cell.look


def _usual(cells: list[Cell], *, without_fill: bool) -> object:
    counted = Counter(_look(cell, without_fill=without_fill) for cell in cells)
    return counted.most_common(1)[0][0] if counted else None


def _banded(columns: list[Judged]) -> bool:
    """Every other row has one fill, the rows between another: shading to guide the eye."""
    fills: dict[int, set[str]] = {}
    for column in columns:
        for cell in column.cells:
            fills.setdefault(cell.row % 2, set()).add(cell.look.fill)
    rows = {cell.row for column in columns for cell in column.cells}
    if len(rows) < 4 or len(fills) < 2:
        return False
    return all(len(fill) == 1 for fill in fills.values()) and fills[0] != fills[1]
