"""Rows of cells: boxes in the even rows, labels, forks and passing lines in the others.

After this step every line goes from a row to the next one and no further, which is what both the
engine that orders the cells and the routing of lines are made for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.report.figures.geometry import Link, Node

THIN = 0.6  # the width of a line that passes a row
FORK = 1.6
CLEAR = 3.0  # the least height of a row without labels
BESIDE = 1.0  # from a line to its label, at the right of it
GAP = 2.2  # between two cells of a row
ASIDE = 1.2  # kept free at both sides of a box


@dataclass(slots=True)
class Cell:
    """A place in a row. `node` is that of a box, None for labels, forks and passing lines.

    Its x is where its line passes, or the middle of its box; it reaches `left` and `right` of it.
    """

    row: int
    left: float
    right: float
    height: float = 0.0
    node: int | None = None

    @property
    def width(self) -> float:
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a link from cell `upper` to cell `lower` in the next row."""

    upper: int
    lower: int
    link: int


@dataclass(slots=True)
class Course:
    """The cells of a link: `ways` from the source, or from a fork, to each target, in flow order.

    `trunks` lead from the source to forks; `label` is the cell that holds the label.
    """

    trunks: list[list[int]] = field(default_factory=list)
    ways: list[list[int]] = field(default_factory=list)
    forks: list[int] = field(default_factory=list)
    label: int | None = None


class Grid:
    """Cells row by row, the steps between them, and the course of each link."""

    def __init__(
        self, nodes: Sequence[Node], links: Sequence[Link], rows: Sequence[Sequence[int]]
    ) -> None:
        self.cells: list[Cell] = []
        self._members: dict[int, list[int]] = {}
        self.steps: list[Step] = []
        self.home: dict[int, int] = {}
        self.height = 2 * len(rows) - 1
        self._ends = _ends(links)
        for at, row in enumerate(rows):
            for node in row:
                size = nodes[node]
                half = size.width / 2 + ASIDE
                cell = Cell(2 * at, half, half + size.spare, size.height, node)
                self.home[node] = self._add(cell)
        self.courses = [self._course(i, link) for i, link in enumerate(links)]

    def members(self, row: int) -> list[int]:
        return self._members.get(row, [])

    def least_width(self) -> float:
        """What the fullest row needs."""
        rows = (self.members(row) for row in range(self.height))
        return max((sum(self.cells[c].width + GAP for c in row) - GAP for row in rows), default=0.0)

    def least_height(self) -> float:
        """What the rows need without any line between them."""
        return sum(self.row_height(row) for row in range(self.height))

    def row_height(self, row: int) -> float:
        """A row of lines is never so low that their pattern could not be told."""
        least = 0.0 if row % 2 == 0 else CLEAR
        return max((self.cells[c].height for c in self.members(row)), default=0.0) or least

    def _add(self, cell: Cell) -> int:
        self.cells.append(cell)
        self._members.setdefault(cell.row, []).append(len(self.cells) - 1)
        return len(self.cells) - 1

    def _course(self, index: int, link: Link) -> Course:
        course = Course()
        start = self.home[link.source]
        row = self.cells[start].row
        below = [self.home[t] for t in link.targets if self.cells[self.home[t]].row > row]
        above = [self.home[t] for t in link.targets if self.cells[self.home[t]].row < row]
        for ends, sign in sorted(((below, 1), (above, -1)), key=lambda side: -len(side[0])):
            if len(ends) == 1:
                self._single(index, link, start, ends[0], course)
            elif ends:
                self._forked(index, link, start, ends, sign, course)
        return course

    def _single(self, index: int, link: Link, start: int, end: int, course: Course) -> None:
        labelled = link.width > 0 and course.label is None
        at = self._label_row(link, start, end)
        way = self._way(index, start, end, (at, link) if labelled else None)
        if labelled:
            course.label = way[abs(at - self.cells[start].row)]
        course.ways.append(way)

    def _forked(
        self, index: int, link: Link, start: int, ends: list[int], sign: int, course: Course
    ) -> None:
        row = self.cells[start].row + sign
        right = max(BESIDE + link.width if link.width else 0.0, FORK / 2)
        fork = self._add(Cell(row, FORK / 2, right, link.height + FORK))
        if course.label is None and link.width > 0:
            course.label = fork
        course.trunks.append([start, fork])
        course.forks.append(fork)
        self._step(index, start, fork)
        course.ways += [self._way(index, fork, end, None) for end in ends]

    def _label_row(self, link: Link, start: int, end: int) -> int:
        """The row of the label: at the end that fewer links share, where there is more room."""
        first, last = self.cells[start].row, self.cells[end].row
        sign = 1 if last > first else -1
        crowded = self._ends[link.source] > self._ends[link.targets[0]]
        return last - sign if crowded else first + sign

    def _way(self, index: int, start: int, end: int, label: tuple[int, Link] | None) -> list[int]:
        first, last = self.cells[start].row, self.cells[end].row
        sign = 1 if last > first else -1
        way = [start]
        for row in range(first + sign, last, sign):
            if label is not None and label[0] == row:
                right = BESIDE + label[1].width
                way.append(self._add(Cell(row, THIN / 2, right, label[1].height)))
            else:
                way.append(self._add(Cell(row, THIN / 2, THIN / 2)))
        way.append(end)
        for one, other in pairwise(way):
            self._step(index, one, other)
        return way

    def _step(self, index: int, one: int, other: int) -> None:
        upper, lower = sorted((one, other), key=lambda cell: self.cells[cell].row)
        self.steps.append(Step(upper, lower, index))


def _ends(links: Sequence[Link]) -> dict[int, int]:
    """How many links meet at each node."""
    count: dict[int, int] = {}
    for link in links:
        for node in (link.source, *link.targets):
            count[node] = count.get(node, 0) + 1
    return count
