"""図3: concentration. Items of each recipient: a bar to the lower bound, dots to the upper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang, Text, language
from nagarezu.report.figures import style
from nagarezu.report.figures.chart import (
    EDGE,
    GRID,
    MOST,
    NAMES,
    WIDTH,
    Name,
    cut_remark,
    line,
    name,
    on_paper,
    one_case,
    remark_shapes,
    text_at,
)
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.measure import ems
from nagarezu.report.figures.primitives import Group, Rect, Scene, Shape, moved
from nagarezu.tables.notation import UNKNOWN, bounds
from nagarezu.tables.table import Cell, Table

_CAPTION = Text("図3　外部受領者への項目の集中", "Figure 3. Concentration of items on recipients")
_TABLE = Text("集中の表", "the table of concentration")
_EMPTY = Text("外部受領者がない。", "There is no external recipient.")
_UNIT = Text("（単位：項目）", "(items)")
_CERTAIN = Text("確実に届く項目", "certainly arrive")
_POSSIBLE = Text("届き得る項目（上限まで）", "may arrive, to the upper bound")
_OPEN = Text("上限不詳", "no upper bound")
_DESCRIPTION = Text(
    "外部受領者{count}者に届く情報項目の数。", "Items that reach {count} external recipients."
)
_BAR = 3.4
_VALUES = 30.0  # room for the numbers at the right
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One recipient; an upper bound that nothing limits is None."""

    holder: str
    label: str
    lower: int
    upper: int | None

    @property
    def reach(self) -> int:
        return self.lower if self.upper is None else self.upper


def concentration(table: Table, *, lang: Lang = "ja") -> Figure:
    """Draw the table of concentration of one case. UsageError if it holds several cases."""
    lang = language(lang)
    case = one_case(table)
    bars = [
        Bar(
            holder=str(row["holder"]),
            label=table.names(case, "holder", str(row["holder"])) or str(row["holder"]),
            lower=_whole(row["items"]) or 0,
            upper=_whole(row.get("items_upper")),
        )
        for row in table
    ]
    bars.sort(key=lambda bar: (-bar.lower, -bar.reach, bar.upper is not None))
    mark = "注　" if lang == "ja" else "Note: "
    remarks = (
        *(mark + note.text for note in table.notes),
        *cut_remark(len(bars), _TABLE, lang),
    )
    scene = _scene(bars[:MOST], remarks, len(bars), lang)
    return Figure("concentration", _CAPTION.in_(lang), scene, lang, remarks)


def _whole(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _scene(bars: Sequence[Bar], remarks: Sequence[str], count: int, lang: Lang) -> Scene:
    most, step = _scale(max((bar.reach for bar in bars), default=1))
    shapes: list[Shape] = []
    y = 8.0
    rows = [(bar, name(bar.label)) for bar in bars]
    bottom = y + sum(label.height for _, label in rows)
    if rows:
        shapes += _axis(most, step, y, bottom, lang)
    for bar, label in rows:
        shapes.append(_row(bar, label, y, most, lang))
        y += label.height
    if not rows:
        shapes.append(text_at(0.0, 5.0, _EMPTY.in_(lang), style.TEXT))
    key, y = _key(bars, y + 1.0, lang)
    notes, y = remark_shapes(remarks, y)
    said = _DESCRIPTION.in_(lang).format(count=count) if rows else _EMPTY.in_(lang)
    return Scene(WIDTH, y, _CAPTION.in_(lang), said, (*shapes, *key, *notes), lang, "concentration")


def _scale(most: int) -> tuple[int, int]:
    """The end of the axis and the distance of its ticks: whole and round numbers, at most six."""
    tens = 1
    while True:
        for step in _STEPS:
            if step * tens * 6 >= most:
                return -(-max(most, 1) // (step * tens)) * step * tens, step * tens
        tens *= 10


def _x(value: float, most: int) -> float:
    return NAMES + value / most * (WIDTH - _VALUES - NAMES)


def _axis(most: int, step: int, top: float, bottom: float, lang: Lang) -> list[Shape]:
    shapes: list[Shape] = [text_at(WIDTH, 3.0, _UNIT.in_(lang), anchor="end")]
    for value in range(0, most + 1, step):
        x = _x(value, most)
        shapes.append(text_at(x, top - 1.6, f"{value:,}", anchor="middle"))
        shapes.append(line((x, top - 1.0), (x, bottom), look=EDGE if value == 0 else GRID))
    return shapes


def _row(bar: Bar, label: Name, y: float, most: int, lang: Lang) -> Group:
    middle = y + label.height / 2
    shapes = [moved(shape, 0.0, y) for shape in label.shapes]
    end = _x(bar.reach, most)
    if bar.upper is None:
        end = _x(most, most) + 6.0
        shapes += _dotted(_x(bar.lower, most), end, middle, closed=False)
    elif bar.upper > bar.lower:
        shapes += _dotted(_x(bar.lower, most), end, middle, closed=True)
    if bar.lower:
        shapes.append(_full(NAMES, _x(bar.lower, most), middle))
    said = bounds(bar.lower, bar.upper, lang, "item")
    if bar.upper is None and not bar.lower:
        said = UNKNOWN[lang]
    shapes += on_paper(text_at(end + 1.4, middle + 0.85, said))
    return Group(tuple(shapes), "bar", f"{bar.label} {said}", {"holder": bar.holder})


def _full(left: float, right: float, y: float) -> Rect:
    return Rect(left, y - _BAR / 2, right - left, _BAR, {"fill": "#5c5c5c", **EDGE})


def _dotted(left: float, right: float, y: float, *, closed: bool) -> list[Shape]:
    """An outline of dots; open at its right end where nothing limits it."""
    look = {**EDGE, "stroke-dasharray": "0.5 0.7"}
    top, low = y - _BAR / 2, y + _BAR / 2
    if closed:
        return [line((left, top), (right, top), (right, low), (left, low), look=look)]
    wing = ((right - 1.4, y - 1.0), (right, y), (right - 1.4, y + 1.0))
    return [
        line((left, top), (right - 1.4, top), look=look),
        line((left, low), (right - 1.4, low), look=look),
        line(*wing),
    ]


def _key(bars: Sequence[Bar], y: float, lang: Lang) -> tuple[list[Shape], float]:
    entries: list[tuple[list[Shape], Text]] = []
    if any(bar.lower for bar in bars):
        entries.append(([_full(0.0, 8.0, 0.0)], _CERTAIN))
    if any(bar.upper is not None and bar.upper > bar.lower for bar in bars):
        entries.append((_dotted(0.0, 8.0, 0.0, closed=True), _POSSIBLE))
    if any(bar.upper is None for bar in bars):
        entries.append((_dotted(0.0, 8.0, 0.0, closed=False), _OPEN))
    shapes: list[Shape] = []
    x = 0.4
    for sample, text in entries:
        shapes += [moved(shape, x, y + 2.2) for shape in sample]
        shapes.append(text_at(x + 9.5, y + 3.0, text.in_(lang)))
        x += 9.5 + ems(text.in_(lang)) * style.SMALL + 6.0
    return shapes, y + (5.6 if entries else 0.0)
