"""From nodes and links to a drawing of numbers: rows, places, ports, lines.

Boxes stand in rows, rows in bands; lines leave and enter boxes at their lower and upper sides and
turn only between rows, so none runs through a box that is not its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from nagarezu.report.figures import engine
from nagarezu.report.figures.cells import BESIDE, FORK, Course, Grid
from nagarezu.report.figures.geometry import (
    Frame,
    Geometry,
    Link,
    Node,
    Point,
    Polyline,
    Route,
    Span,
)
from nagarezu.report.figures.ports import Ports
from nagarezu.report.figures.rows import rows_of
from nagarezu.report.figures.spread import fitted, snapped, straightened
from nagarezu.report.figures.tracks import Net, clashes, tracks_of

TRACK = 2.0  # between two tracks
PAD = 1.0  # between a row and the next track
_DETOUR = 1.1  # beside the column of another line
TIP = 3.0  # the same where an arrow arrives
EDGE = 2.0  # room for the line between two bands


class Layout:
    """Nodes and links to be placed, at any width that a page may have."""

    def __init__(self, nodes: Sequence[Node], links: Sequence[Link]) -> None:
        self.nodes, self.links = tuple(nodes), tuple(links)
        self._ordered: dict[tuple[tuple[int, ...], ...], tuple[Grid, list[float]]] = {}

    def within(
        self, width: float, height: float = inf, *, fill: float = 1.0, turned: bool = False
    ) -> Geometry | None:
        """Place everything within a width and height; None if that is too little for it.

        Boxes take at most the share `fill` of a row, which leaves room for lines that pass;
        `turned` is that of the rows. Links from a node to itself are not drawn here. Same input,
        same numbers.
        """
        found_rows = rows_of(self.nodes, self.links, width * fill, turned=turned)
        rows = tuple(tuple(row) for row in found_rows)
        grid, places = self._ordered.get(rows, (None, None))
        if grid is None:
            grid = Grid(self.nodes, self.links, rows)
        if grid.least_width() > width or grid.least_height() > height:
            return None
        if places is None:  # the engine is asked once for each choice of rows
            places = engine.places(grid)
            self._ordered[rows] = (grid, places)
        fits = fitted(grid, places, width)
        if fits is None:
            return None
        straight = straightened(grid, fits, width)
        for _ in range(2):  # ports follow lines, and lines their ports
            straight = snapped(grid, straight, Ports(self.nodes, grid, straight).met, width)
        found = _Drawing(self.nodes, self.links, grid, straight, width).geometry()
        return found if found.height <= height else None


def layout(nodes: Sequence[Node], links: Sequence[Link], width: float) -> Geometry | None:
    """Place everything within a width; None if that is too narrow for it."""
    return Layout(nodes, links).within(width)


class _Drawing:
    def __init__(
        self,
        nodes: Sequence[Node],
        links: Sequence[Link],
        grid: Grid,
        x: Sequence[float],
        width: float,
    ) -> None:
        self.nodes, self.links, self.grid, self.x, self.width = nodes, links, grid, x, width
        self.step_at = {(s.upper, s.lower, s.link): i for i, s in enumerate(grid.steps)}
        self.arrows = self._arrows()
        ports = Ports(nodes, grid, x)
        self.top_x, self.low_x = ports.top, ports.low
        self.turn = [0.0] * len(grid.steps)
        self.detour: dict[int, Point] = {}
        self.middle = [0.0] * grid.height
        self.edges: list[tuple[int, float]] = []
        self.height = self._stack()

    def geometry(self) -> Geometry:
        boxes = tuple(self._box(self.grid.home[node]) for node in range(len(self.nodes)))
        routes = tuple(self._route(i, link) for i, link in enumerate(self.links))
        starts = [*self.edges, (-1, self.height)]
        bands = tuple(Span(band, top, bottom) for (band, top), (_, bottom) in pairwise(starts))
        return Geometry(self.width, self.height, boxes, routes, bands)

    def _arrows(self) -> set[tuple[int, str]]:
        """Steps that end in an arrow, and at which side of the gap: `top` or `low`."""
        found: set[tuple[int, str]] = set()
        for link, course in enumerate(self.grid.courses):
            for way in course.ways:
                down = self.grid.cells[way[-1]].row > self.grid.cells[way[-2]].row
                found.add((self._step(link, way[-2], way[-1]), "low" if down else "top"))
        return found

    def _step(self, link: int, one: int, other: int) -> int:
        found = self.step_at.get((one, other, link))
        return found if found is not None else self.step_at[other, one, link]

    def _sides(self, cell: int) -> tuple[float, float]:
        at = self.grid.cells[cell]
        half = self.nodes[at.node or 0].width / 2
        return self.x[cell] - half, self.x[cell] + half

    def _stack(self) -> float:
        """Give each row and each turn its y; return the whole height."""
        members = [self.grid.members(row) for row in range(self.grid.height)]
        y = PAD
        for row, cells in enumerate(members):
            band = self._band(cells)
            if band is not None and (not self.edges or self.edges[-1][0] != band):
                top = 0.0 if not self.edges else y - self._low_pad(row - 1) - EDGE / 2
                self.edges.append((band, top))
            height = self.grid.row_height(row)
            self.middle[row] = y + height / 2
            y += height
            if row + 1 < self.grid.height:
                y = self._gap(row, y, members[row + 1])
        return y + PAD

    def _band(self, cells: Sequence[int]) -> int | None:
        node = next((self.grid.cells[c].node for c in cells), None)
        return None if node is None else self.nodes[node].band

    def _low_pad(self, row: int) -> float:
        here = [i for i, s in enumerate(self.grid.steps) if self.grid.cells[s.upper].row == row]
        return TIP if any((i, "low") in self.arrows for i in here) else PAD

    def _gap(self, row: int, y: float, below: Sequence[int]) -> float:
        """Give the turns below a row their y; return that of the next row."""
        here = [i for i, s in enumerate(self.grid.steps) if self.grid.cells[s.upper].row == row]
        nets: dict[tuple[int, int], list[int]] = {}
        for i in here:
            nets.setdefault(self._net(i), []).append(i)
        tracks = tracks_of(
            [
                Net(tuple(self.top_x[i] for i in net), tuple(self.low_x[i] for i in net))
                for net in nets.values()
            ]
        )
        first = y + (TIP if any((i, "top") in self.arrows for i in here) else PAD)
        for net, track in zip(nets.values(), tracks, strict=True):
            for i in net:
                self.turn[i] = first + TRACK * (track or 0)
        count = max((track + 1 for track in tracks if track is not None), default=0)
        for i in clashes(here, self.top_x, self.low_x, self.turn):
            beside = self.low_x[i] + (_DETOUR if self.top_x[i] > self.low_x[i] else -_DETOUR)
            self.detour[i] = (beside, first + TRACK * count)
            count += 1
        y = first + TRACK * max(count - 1, 0) + self._low_pad(row)
        band = self._band(below)
        changes = band is not None and self.edges[-1][0] != band
        return y + (EDGE if changes else 0.0)

    def _net(self, i: int) -> tuple[int, int]:
        """Steps that start at one fork are one net; any other step is its own."""
        step = self.grid.steps[i]
        forks = self.grid.courses[step.link].forks
        trunks = {tuple(sorted(trunk)) for trunk in self.grid.courses[step.link].trunks}
        if tuple(sorted((step.upper, step.lower))) not in trunks:
            for end in (step.upper, step.lower):
                if end in forks:
                    return (end, -1)
        return (i, 0)

    def _box(self, cell: int) -> Frame:
        left, right = self._sides(cell)
        at = self.grid.cells[cell]
        return Frame(left, self.middle[at.row] - at.height / 2, right - left, at.height)

    def _route(self, index: int, link: Link) -> Route:
        course = self.grid.courses[index]
        trunks = tuple(self._line(index, trunk) for trunk in course.trunks)
        ends = tuple(self._line(index, way) for way in course.ways)
        forks = tuple(self._fork(fork, course) for fork in course.forks)
        return Route(trunks, ends, forks, self._label(link, course))

    def _label(self, link: Link, course: Course) -> Frame | None:
        if course.label is None:
            return None
        cell = self.grid.cells[course.label]
        y = self.middle[cell.row]
        if course.label in course.forks:  # the fork takes the far end of the cell
            y += -FORK / 2 if self._falls(course.label, course) else FORK / 2
        x = self.x[course.label] + BESIDE
        return Frame(x, y - link.height / 2, link.width, link.height)

    def _falls(self, fork: int, course: Course) -> bool:
        start = next(trunk[0] for trunk in course.trunks if trunk[1] == fork)
        return self.grid.cells[start].row < self.grid.cells[fork].row

    def _fork(self, fork: int, course: Course) -> Point:
        reach = (self.grid.cells[fork].height - FORK) / 2
        sign = 1 if self._falls(fork, course) else -1
        return (self.x[fork], self.middle[self.grid.cells[fork].row] + sign * reach)

    def _line(self, link: int, way: Sequence[int]) -> Polyline:
        points: list[Point] = []
        for one, other in pairwise(way):
            i = self._step(link, one, other)
            down = self.grid.cells[one].row < self.grid.cells[other].row
            a, b = (self.top_x[i], self.low_x[i]) if down else (self.low_x[i], self.top_x[i])
            if not points:
                points.append((a, self._end(link, one, leaving=True, down=down)))
            points += self._turns(i) if down else self._turns(i)[::-1]
            if other == way[-1]:
                points.append((b, self._end(link, other, leaving=False, down=down)))
        return _without_idle(points)

    def _turns(self, i: int) -> list[Point]:
        """Where a step turns, from above."""
        top, low, y = self.top_x[i], self.low_x[i], self.turn[i]
        if i not in self.detour:
            return [(top, y), (low, y)]
        beside, below = self.detour[i]
        return [(top, y), (beside, y), (beside, below), (low, below)]

    def _end(self, link: int, cell: int, *, leaving: bool, down: bool) -> float:
        """The y at which a line meets a box or a fork."""
        if self.grid.cells[cell].node is None:
            return self._fork(cell, self.grid.courses[link])[1]
        box = self._box(cell)
        return box.bottom if leaving == down else box.y


def _without_idle(points: Sequence[Point]) -> Polyline:
    """The line without points that it passes straight, or twice."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(kept[-1], point):
            continue
        while len(kept) > 1 and _on_one_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple((round(x, 3), round(y, 3)) for x, y in kept)


def _same(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 1e-6 and abs(a[1] - b[1]) < 1e-6


def _on_one_line(a: Point, b: Point, c: Point) -> bool:
    return all(abs(a[i] - b[i]) < 1e-6 and abs(b[i] - c[i]) < 1e-6 for i in (0,)) or (
        abs(a[1] - b[1]) < 1e-6 and abs(b[1] - c[1]) < 1e-6
    )
