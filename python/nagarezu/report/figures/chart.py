"""What the timeline and the bars share: rows with labels at the left, a plot at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.errors import UsageError
from nagarezu.languages import Lang, Text
from nagarezu.report.figures import style
from nagarezu.report.figures.measure import ASCENT, LEADING, ems, wrap
from nagarezu.report.figures.primitives import Anchor, Label, Line, Look, Point, Rect, Shape
from nagarezu.tables.table import Table

WIDTH = style.PORTRAIT[0]
NAMES = 58.0  # the column of labels
MOST = 30  # rows of one figure
ROW = 6.4  # the least height of a row
_AIR = 1.6
BASE = (LEADING - 1) / 2 + ASCENT  # from the top of a line to its baseline, in ems
_MORE = Text("注　ほか{count}件は、{table}のとおり。", "Note: {count} more are in {table}.")

EDGE: Look = {"stroke": style.INK, "stroke-width": "0.3"}
GRID: Look = {"stroke": style.RULE, "stroke-width": "0.15"}


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a row: its shapes, from the top of the row, and the height of the row."""

    shapes: tuple[Shape, ...]
    height: float


def name(text: str, below: str = "") -> Name:
    """Measure the label of a row, and a smaller line below it."""
    lines = wrap(text, (NAMES - 3) / style.TEXT, most=4)
    small = wrap(below, (NAMES - 3) / style.SMALL, most=3) if below else None
    tall = lines.height * style.TEXT + (small.height * style.SMALL if small else 0.0)
    height = max(tall + _AIR, ROW)
    shapes: list[Shape] = []
    y = (height - tall) / 2
    for part, size, ink in ((lines, style.TEXT, style.INK), (small, style.SMALL, style.QUIET)):
        for line in part.texts if part else ():
            shapes.append(text_at(0.0, y + BASE * size, line, size, ink=ink))
            y += LEADING * size
    return Name(tuple(shapes), height)


def text_at(
    x: float,
    y: float,
    text: str,
    size: float = style.SMALL,
    anchor: Anchor = "start",
    *,
    ink: str = style.INK,
    bold: bool = False,
) -> Label:
    return Label(x, y, text, size, ems(text) * size, anchor, bold=bold, look={"fill": ink})


def on_paper(label: Label) -> list[Shape]:
    """A label that no line of the axis runs through."""
    left = label.x - {"start": 0.0, "middle": label.width / 2, "end": label.width}[label.anchor]
    top = label.y - ASCENT * label.size
    size = (label.width + 0.6, label.size)
    return [Rect(left - 0.3, top, *size, {"fill": style.PAPER}), label]


def line(*points: Point, look: Look = EDGE) -> Line:
    return Line(tuple(points), look)


def arrow(x: float, y: float, to: float) -> list[Shape]:
    """A dashed line that goes on beyond what is known."""
    sign = 1 if to > x else -1
    dashed = {**EDGE, "stroke-dasharray": "1 0.8"}
    wing = ((to - sign * 1.6, y - 1.0), (to, y), (to - sign * 1.6, y + 1.0))
    return [line((x, y), (to, y), look=dashed), line(*wing)]


def one_case(table: Table) -> str:
    """The case of a table; UsageError if it holds several."""
    cases = list(dict.fromkeys(str(row["case"]) for row in table))
    if len(cases) > 1:
        raise UsageError(f"a figure shows one case, not {len(cases)}")
    return cases[0] if cases else ""


def cut_remark(rows: int, table: Text, lang: Lang) -> tuple[str, ...]:
    """The remark that rows beyond the most are left to the table."""
    if rows <= MOST:
        return ()
    return (_MORE.in_(lang).format(count=rows - MOST, table=table.in_(lang)),)


def remark_shapes(remarks: Sequence[str], y: float) -> tuple[list[Shape], float]:
    """Remarks from y down, and the y below them."""
    shapes: list[Shape] = []
    for remark in remarks:
        for part in wrap(remark, WIDTH / style.SMALL, most=4).texts:
            y += style.SMALL * LEADING
            shapes.append(text_at(0.0, y, part))
        y += 0.6
    return shapes, y + 1.0
