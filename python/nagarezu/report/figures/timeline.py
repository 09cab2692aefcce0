"""図2: the timeline. Periods as bars; what is not known to the day is shaded, open ends go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang, Text, language
from nagarezu.report.figures import style
from nagarezu.report.figures.calendar import Stated, Stretch, era_years, quarters, stated, years
from nagarezu.report.figures.chart import (
    BASE,
    EDGE,
    GRID,
    MOST,
    NAMES,
    WIDTH,
    Name,
    arrow,
    cut_remark,
    line,
    name,
    on_paper,
    one_case,
    remark_shapes,
    text_at,
)
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.measure import LEADING, ems, wrap
from nagarezu.report.figures.primitives import Group, Rect, Scene, Shape, moved
from nagarezu.tables.dates import date_text
from nagarezu.tables.table import Table
from nagarezu.tables.words import word

_CAPTION = Text("図2　期間", "Figure 2. Periods")
_TABLE = Text("表16", "table 16")
_EMPTY = Text("期間の記載がない。", "No period is stated.")
_FULL = Text("確かに含まれる期間", "certainly within")
_SHADED = Text("月又は年度までの記載による幅", "not stated to the day")
_OPEN = Text("開始又は終了の記載なし", "start or end not stated")
_REVERSED = Text("終了が開始より前", "ends before it starts")
_DESCRIPTION = Text("期間{count}件の一覧。内訳は表16のとおり。", "{count} periods; see table 16.")
_WITH_QUARTERS = 3  # years of an axis that has room for months
_MONTHS = {1: "Jan", 4: "Apr", 7: "Jul", 10: "Oct"}
_BAR = 3.0
_AXIS = 12.6  # two lines of years, one of months
_MARGIN = 6.0  # for arrows, on both sides of the years


@dataclass(frozen=True, slots=True)
class Period:
    """One row. An end that is not stated is None."""

    label: str
    kind: str
    matter: str
    title: str
    start: Stated | None
    end: Stated | None
    printed: str

    @property
    def reversed(self) -> bool:
        return bool(self.start and self.end and self.start.first > self.end.last)


class Axis:
    """From days to millimetres, over whole years."""

    def __init__(self, periods: Sequence[Period]) -> None:
        ends = [end for p in periods for end in (p.start, p.end) if end]
        days = [day for end in ends for day in (end.first, end.last)]
        self.known = bool(days)
        self.first, self.last = (min(days), max(days)) if days else (0, 0)
        if days:
            spanned = list(years(self.first, self.last))
            self.first, self.last = spanned[0].first, spanned[-1].last
        self.left, self.right = NAMES + _MARGIN, WIDTH - _MARGIN

    def x(self, day: int) -> float:
        """The x at which a day begins."""
        share = (day - self.first) / (self.last + 1 - self.first)
        return self.left + share * (self.right - self.left)


def timeline(periods: Table, *, lang: Lang = "ja") -> Figure:
    """Draw the periods of one case from its table. UsageError if the table holds several cases."""
    lang = language(lang)
    case = one_case(periods)
    read = [
        Period(
            label=str(row["label"] or word("period_kind", str(row.get("kind") or "other"), lang)),
            kind=str(row.get("kind") or ""),
            matter=str(row["matter"] or ""),
            title=periods.names(case, "matter", str(row["matter"])) or str(row["matter"] or ""),
            start=stated(str(row["start"] or "")),
            end=stated(str(row["end"] or "")),
            printed=_printed(row["start"], row["end"], lang),
        )
        for row in periods
    ]
    remarks = cut_remark(len(read), _TABLE, lang)
    scene = _scene(read[:MOST], remarks, len(read), lang)
    return Figure("timeline", _CAPTION.in_(lang), scene, lang, remarks)


def _printed(start: object, end: object, lang: Lang) -> str:
    parts = [date_text(str(at), lang) if at else "" for at in (start, end)]
    return ("～" if lang == "ja" else " – ").join(parts).strip() if any(parts) else ""


def _scene(rows: Sequence[Period], remarks: Sequence[str], count: int, lang: Lang) -> Scene:
    axis = Axis(rows)
    shapes: list[Shape] = []
    y = _AXIS
    matter = ""
    for row in rows:
        label = name(row.label, row.printed)
        if row.matter != matter:
            matter = row.matter
            heading, y = _heading(row.title, y)
            shapes += heading
        shapes.append(_row(row, label, axis, y, lang))
        y += label.height
    body = shapes if rows else [text_at(0.0, 5.0, _EMPTY.in_(lang), style.TEXT)]
    frame = _frame(axis, y, lang) if rows and axis.known else []
    key, y = _key(rows, y + 1.0, lang)
    notes, y = remark_shapes(remarks, y)
    return Scene(
        WIDTH,
        y,
        _CAPTION.in_(lang),
        _DESCRIPTION.in_(lang).format(count=count) if rows else _EMPTY.in_(lang),
        (*frame, *body, *key, *notes),
        lang,
        "timeline",
    )


def _heading(text: str, y: float) -> tuple[list[Shape], float]:
    """The title of a matter over the whole width, and the y below it."""
    rule = line((0.0, y + 0.2), (WIDTH, y + 0.2), look=GRID)
    shapes: list[Shape] = [rule]
    y += 0.8
    for each in wrap(text, WIDTH / style.TEXT, most=3).texts:
        shapes += on_paper(text_at(0.0, y + BASE * style.TEXT, each, style.TEXT, bold=True))
        y += LEADING * style.TEXT
    return shapes, y


def _row(row: Period, label: Name, axis: Axis, y: float, lang: Lang) -> Group:
    middle = y + label.height / 2
    shapes = [*(moved(shape, 0.0, y) for shape in label.shapes), *_bar(row, axis, middle, lang)]
    data = {"kind": row.kind} if row.kind else {}
    return Group(tuple(shapes), "period", f"{row.label} {row.printed}", data)


def _bar(row: Period, axis: Axis, y: float, lang: Lang) -> list[Shape]:
    left, right = axis.left - _MARGIN + 1.0, axis.right + _MARGIN - 0.5
    if row.start is None and row.end is None:
        middle = (left + right) / 2
        return [*arrow(middle, y, left), *arrow(middle, y, right)]
    if row.start and row.end:
        if row.reversed:
            x = axis.x(row.end.first)
            text = text_at(x, y + 0.8, _REVERSED.in_(lang))
            return [text]
        return _known(row.start, row.end, axis, y)
    if row.start:
        x = axis.x(row.start.last + 1)
        return [*_shade(row.start, axis, y), *arrow(x, y, right), _tick(axis.x(row.start.first), y)]
    assert row.end is not None  # noqa: S101  one of the two is there
    x = axis.x(row.end.first)
    return [*arrow(x, y, left), *_shade(row.end, axis, y), _tick(axis.x(row.end.last + 1), y)]


def _known(start: Stated, end: Stated, axis: Axis, y: float) -> list[Shape]:
    """Both ends are stated: shaded from the first to the last day, full where it is certain."""
    outer = _rect(axis.x(start.first), axis.x(end.last + 1), y, style.SHADE, dashed=True)
    low, high = axis.x(start.last), axis.x(end.first + 1)
    inner = [_rect(low, high, y, "#7a7a7a", dashed=False)] if start.last <= end.first else []
    return [outer, *inner]


def _shade(end: Stated, axis: Axis, y: float) -> list[Shape]:
    if end.first == end.last:
        return []
    return [_rect(axis.x(end.first), axis.x(end.last + 1), y, style.SHADE, dashed=True)]


def _tick(x: float, y: float) -> Shape:
    return line((x, y - _BAR / 2), (x, y + _BAR / 2))


def _rect(left: float, right: float, y: float, fill: str, *, dashed: bool) -> Rect:
    look = {"fill": fill, **EDGE, **({"stroke-dasharray": "0.8 0.6"} if dashed else {})}
    return Rect(left, y - _BAR / 2, max(right - left, 0.4), _BAR, look)


def _frame(axis: Axis, bottom: float, lang: Lang) -> list[Shape]:
    """Years of both calendars above, and their lines down through the rows."""
    western = list(years(axis.first, axis.last))
    eras = list(era_years(axis.first, axis.last, lang))
    shapes: list[Shape] = []
    for y, stretches in ((3.0, western), (6.6, eras)):
        shapes += _named(stretches, axis, y)
    if len(western) <= _WITH_QUARTERS:
        shapes += _quarters(axis, bottom, lang)
    for at in {axis.x(each.first) for each in western} | {axis.right}:
        shapes.append(line((at, 0.6), (at, bottom), look=GRID))
    changes = {each.first for each in eras} - {each.first for each in western}
    for day in sorted(changes):
        x = axis.x(day)
        shapes.append(line((x, 4.0), (x, 7.6), look=GRID))
    rule = _AXIS - 1.0
    return [*_sorted(shapes), line((axis.left, rule), (axis.right, rule), look=EDGE)]


def _quarters(axis: Axis, bottom: float, lang: Lang) -> list[Shape]:
    """The first days of January, April, July and October."""
    shapes: list[Shape] = []
    for day, month in quarters(axis.first, axis.last):
        x = axis.x(day)
        text = f"{month}月" if lang == "ja" else _MONTHS[month]
        shapes.append(text_at(x + 0.4, _AXIS - 1.9, text, ink=style.QUIET))
        dots = {**GRID, "stroke-dasharray": "0.3 0.9"}
        shapes.append(line((x, _AXIS - 4.0), (x, bottom), look=dots))
    return shapes


def _sorted(shapes: list[Shape]) -> list[Shape]:
    return sorted(shapes, key=repr)  # a set of places has no order of its own


def _named(stretches: Sequence[Stretch], axis: Axis, y: float) -> list[Shape]:
    """Names in the middle of their years; where years are narrow, every so many of them."""
    room = min(axis.x(s.last + 1) - axis.x(s.first) for s in stretches if s.last - s.first > 300)
    widest = max(ems(each.name) for each in stretches) * style.SMALL + 1.0
    every = max(1, -(-int(widest * 100) // max(int(room * 100), 1)))
    shapes: list[Shape] = []
    for at, each in enumerate(stretches):
        left, right = axis.x(each.first), axis.x(each.last + 1)
        needed = ems(each.name) * style.SMALL + 0.6
        if every == 1 and needed > right - left:
            continue  # a short rest of an era has no room for its name
        if at % every == 0 and left + needed <= axis.right + _MARGIN:
            middle = (left + right) / 2 if every == 1 else left + needed / 2
            shapes.append(text_at(middle, y, each.name, anchor="middle"))
    return shapes


def _key(rows: Sequence[Period], y: float, lang: Lang) -> tuple[list[Shape], float]:
    """Samples of what is used."""
    entries: list[tuple[list[Shape], Text]] = []
    both = [row for row in rows if row.start and row.end and not row.reversed]
    if both:
        entries.append(([_rect(0.0, 8.0, 0.0, "#7a7a7a", dashed=False)], _FULL))
    if any(end and end.first < end.last for row in rows for end in (row.start, row.end)):
        entries.append(([_rect(0.0, 8.0, 0.0, style.SHADE, dashed=True)], _SHADED))
    if any(row.start is None or row.end is None for row in rows):
        entries.append((arrow(0.0, 0.0, 8.0), _OPEN))
    shapes: list[Shape] = []
    x = 0.4
    for sample, text in entries:
        shapes += [moved(shape, x, y + 2.0) for shape in sample]
        shapes.append(text_at(x + 9.5, y + 2.8, text.in_(lang)))
        x += 9.5 + ems(text.in_(lang)) * style.SMALL + 6.0
    return shapes, y + (5.0 if entries else 0.0)
