"""What a figure is drawn with: rectangles, lines, areas and labels, in millimetres, y downwards.

Shapes hold numbers and plain text. How they look stands in `style.py`, how they are written in
`svg.py`; another writer can draw the same scene.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Point = tuple[float, float]
Look = Mapping[str, str]  # presentation attributes of SVG, such as {"stroke-width": "0.25"}
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    look: Look
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """An open polyline."""

    points: tuple[Point, ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Area:
    """A closed polygon."""

    points: tuple[Point, ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose width is ours, not the font's. `x` is where `anchor` says."""

    x: float
    y: float  # the baseline
    text: str
    size: float
    width: float
    anchor: Anchor = "start"
    bold: bool = False
    look: Look = field(default_factory=dict)
    turned: bool = False  # reads upwards


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together. `data` become data attributes, `title` the tooltip."""

    shapes: tuple[Shape, ...]
    kind: str
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    key: str = ""  # what the id is made from; no id if empty


Shape = Rect | Line | Area | Label | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole figure before it has a format. It is drawn at `scale`: 1 is natural size."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    lang: str
    kind: str
    scale: float = 1.0


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The shape at another place."""
    if isinstance(shape, Group):
        return replace(shape, shapes=tuple(moved(each, dx, dy) for each in shape.shapes))
    if isinstance(shape, Line | Area):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)
