"""Flows as lines: pattern by channel, weight by change, a head at each end, tags on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang
from nagarezu.report.figures import style
from nagarezu.report.figures.geometry import Frame, Polyline
from nagarezu.report.figures.measure import ems
from nagarezu.report.figures.primitives import Area, Label, Line, Rect, Shape

TAG = 3.2  # height of a tag
_SPACE = 0.3
_ACROSS = 4  # safeguard tags side by side
_HALO = 0.7


@dataclass(frozen=True, slots=True)
class Tag:
    """A sign in a small box; `strong` is white on black, `plain` has no box."""

    text: str
    strong: bool = False
    plain: bool = False

    @property
    def width(self) -> float:
        return max(TAG, ems(self.text) * style.SMALL + 0.8)


def tags_of(marks: Sequence[str], change: str, count: int, lang: Lang) -> tuple[Tag, ...]:
    """The tags of a flow: its change, its safeguards, and how many flows the line stands for."""
    tags = []
    if change in style.CHANGES:
        tags.append(Tag(style.CHANGES[change][0].in_(lang), strong=True))
    tags += [Tag(style.MARKS[mark][0].in_(lang)) for mark in marks]
    if count > 1:
        tags.append(Tag(f"×{count}", plain=True))
    return tuple(tags)


def tag_rows(tags: Sequence[Tag]) -> list[list[Tag]]:
    """Tags line by line, each as wide as some four of them."""
    rows: list[list[Tag]] = []
    for tag in tags:
        if rows and _row_width([*rows[-1], tag]) <= _ACROSS * (TAG + _SPACE) + 0.1:
            rows[-1].append(tag)
        else:
            rows.append([tag])
    return rows


def _row_width(row: Sequence[Tag]) -> float:
    return sum(tag.width for tag in row) + _SPACE * (len(row) - 1)


def tags_size(tags: Sequence[Tag]) -> tuple[float, float]:
    rows = tag_rows(tags)
    width = max((_row_width(row) for row in rows), default=0.0)
    return width, len(rows) * TAG + max(len(rows) - 1, 0) * _SPACE


def tag_shapes(tags: Sequence[Tag], frame: Frame) -> list[Shape]:
    """The tags, row by row from the left of their frame."""
    shapes: list[Shape] = []
    y = frame.y
    for row in tag_rows(tags):
        x = frame.x
        for tag in row:
            shapes += tag_shape(tag, x, y)
            x += tag.width + _SPACE
        y += TAG + _SPACE
    return shapes


def tag_shape(tag: Tag, x: float, y: float) -> list[Shape]:
    fill = style.INK if tag.strong else style.PAPER
    edge = {} if tag.plain else {"stroke": style.INK, "stroke-width": "0.2"}
    look = {"fill": style.PAPER} if tag.strong else {}
    width = ems(tag.text) * style.SMALL
    return [
        Rect(x, y, tag.width, TAG, {"fill": fill, **edge}, radius=0.4),
        Label(
            x + tag.width / 2,
            y + TAG / 2 + style.SMALL * 0.36,
            tag.text,
            style.SMALL,
            width,
            "middle",
            bold=tag.strong,
            look=look,
        ),
    ]


def strokes(lines: Sequence[Polyline], channel: str, change: str) -> list[Shape]:
    """The lines of one flow, over a white edge that keeps crossings of other flows apart."""
    pattern = style.stroke_of(channel)
    width = style.line_width(change, double=pattern.double)
    shapes: list[Shape] = [_line(line, style.PAPER, width + _HALO) for line in lines]
    if pattern.double:
        shapes += [_line(line, style.INK, width) for line in lines]
        shapes += [_line(line, style.PAPER, width * 0.52, pattern.ties) for line in lines]
    else:
        shapes += [
            _line(line, style.INK, width, pattern.dashes, rounded=pattern.round) for line in lines
        ]
    return shapes


def _line(
    points: Polyline,
    ink: str,
    width: float,
    dashes: Sequence[float] = (),
    *,
    rounded: bool = False,
) -> Line:
    look = {"stroke": ink, "stroke-width": f"{width:.2f}", "stroke-linejoin": "round"}
    if dashes:
        # Bold patterns keep their rhythm, so that dashes do not run into one another.
        grown = 1.0 if width < 0.5 else 1.35
        look["stroke-dasharray"] = " ".join(f"{dash * grown:.2f}" for dash in dashes)
    if rounded:
        look["stroke-linecap"] = "round"
        look["stroke-width"] = f"{max(width, 0.45):.2f}"
    return Line(points, look)


def head(points: Polyline, change: str) -> tuple[Polyline, Area]:
    """The line up to its head, and the head."""
    (x0, y0), (x1, y1) = points[-2], points[-1]
    length, half = (2.6, 1.15) if change == "added" else (2.1, 0.8)
    distance = max(abs(x1 - x0) + abs(y1 - y0), 1e-6)
    ux, uy = (x1 - x0) / distance, (y1 - y0) / distance
    back = min(length * 0.9, distance)
    bx, by = x1 - ux * length, y1 - uy * length
    wings = ((bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    line = (*points[:-1], (x1 - ux * back, y1 - uy * back))
    return line, Area(((x1, y1), *wings), {"fill": style.INK})
