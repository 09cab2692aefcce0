"""What a layout takes and gives: numbers only, in millimetres, y downwards.

A node is a box of known size in a band; a link goes from one node to one or several. Bands are
stacked from 0 downwards. Nothing here knows of holders, flows or text.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]
Polyline = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box to place. `spare` is room kept free at its right side, for its loops."""

    width: float
    height: float
    band: int
    spare: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A way from node `source` to nodes `targets` (none of them the source), by position.

    `width` and `height` are those of the label that sits on the way; 0 for none.
    """

    source: int
    targets: tuple[int, ...]
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle that is taken."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Frame, *, margin: float = 0.0) -> bool:
        return (
            self.x < other.right - margin
            and other.x < self.right - margin
            and self.y < other.bottom - margin
            and other.y < self.bottom - margin
        )


@dataclass(frozen=True, slots=True)
class Route:
    """How a link runs: lines from the source (`trunks`), lines that end at targets (`ends`).

    A link to one target has no trunk. A link to several forks at `forks`. `label` is the place of
    its label.
    """

    trunks: tuple[Polyline, ...]
    ends: tuple[Polyline, ...]
    forks: tuple[Point, ...]
    label: Frame | None


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a band reaches, from the top."""

    band: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where everything is. `boxes` and `routes` stand in the order of the nodes and links."""

    width: float
    height: float
    boxes: tuple[Frame, ...]
    routes: tuple[Route, ...]
    bands: tuple[Span, ...]
