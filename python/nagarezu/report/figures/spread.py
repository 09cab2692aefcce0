"""Cells moved sideways until their row fits the page, as near as possible to where they were."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nagarezu.report.figures.cells import GAP, Grid

Room = tuple[float, float]  # from where to where a cell can stand

_SWEEPS = 14
_PASSES = 4
_SNAP = 2.6
_STIFF = 8.0  # how much harder it is to move a line than a box


def apart(
    wanted: Sequence[float],
    gaps: Sequence[float],
    low: float,
    high: float,
    weights: Sequence[float] | None = None,
) -> list[float] | None:
    """Places nearest to those wanted (least squares) that keep the gaps within [low, high].

    `gaps[i]` is the least distance from place i to place i + 1. None if they do not fit. Pooling of
    adjacent violators on the places less their gaps.
    """
    if not wanted:
        return []
    shift = [0.0]
    for gap in gaps:
        shift.append(shift[-1] + gap)
    if shift[-1] > high - low + 1e-6:
        return None
    pools: list[tuple[float, float, int]] = []  # mean, weight, places
    for want, moved, weight in zip(wanted, shift, weights or [1.0] * len(wanted), strict=True):
        mean, count = want - moved, 1
        while pools and pools[-1][0] > mean:
            earlier, more, places = pools.pop()
            mean = (mean * weight + earlier * more) / (weight + more)
            weight, count = weight + more, count + places
        pools.append((mean, weight, count))
    flat = [mean for mean, _, count in pools for _ in range(count)]
    top = high - shift[-1]
    return [min(max(x, low), top) + moved for x, moved in zip(flat, shift, strict=True)]


def fitted(grid: Grid, places: Sequence[float], width: float) -> list[float] | None:
    """Places of all cells within [0, width]; None if a row is too full for it.

    Passing lines want to stay where they are in all their rows, which keeps them straight; boxes
    want to stand where their lines lead.
    """
    x = list(places)
    extent = max((at + cell.right for at, cell in zip(x, grid.cells, strict=True)), default=0.0)
    rows = [sorted(grid.members(row), key=lambda cell: x[cell]) for row in range(grid.height)]
    if extent <= width:
        x = [at + (width - extent) / 2 for at in x]
    else:
        x = [at * width / extent for at in x]
    near, runs = _neighbours(grid), _runs(grid)
    for sweep in range(_SWEEPS):
        wanted = list(x) if sweep == 0 else _wanted(x, near, runs)
        for row in rows:
            settled = _row(grid, row, wanted, width)
            if settled is None:
                return None
            for cell, at in zip(row, settled, strict=True):
                x[cell] = at
    return x


def _row(grid: Grid, row: list[int], wanted: list[float], width: float) -> list[float] | None:
    if not row:
        return []
    cells = [grid.cells[cell] for cell in row]
    gaps = [a.right + GAP + b.left for a, b in pairwise(cells)]
    weights = [_STIFF if cell.node is None else 1.0 for cell in cells]
    low, high = cells[0].left, width - cells[-1].right
    return apart([wanted[cell] for cell in row], gaps, low, high, weights)


def _neighbours(grid: Grid) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in grid.cells]
    for step in grid.steps:
        near[step.upper].append(step.lower)
        near[step.lower].append(step.upper)
    return near


def _runs(grid: Grid) -> list[list[int]]:
    """The cells of each line between its boxes and forks: what should be one vertical."""
    found = []
    for course in grid.courses:
        for way in course.ways:
            run = [cell for cell in way if grid.cells[cell].node is None]
            found.append([cell for cell in run if cell not in course.forks])
    return [run for run in found if run]


def _wanted(x: list[float], near: list[list[int]], runs: list[list[int]]) -> list[float]:
    """For boxes and forks halfway to the mean of their lines, for lines their own mean."""
    wanted = list(x)
    for cell, others in enumerate(near):
        if others:
            wanted[cell] = (x[cell] + sum(x[other] for other in others) / len(others)) / 2
    for run in runs:
        mean = sum(x[cell] for cell in run) / len(run)
        for cell in run:
            wanted[cell] = mean
    return wanted


def straightened(grid: Grid, places: Sequence[float], width: float) -> list[float]:
    """Places in which a line turns only where its rows leave it no other way.

    Each line in turn goes as far as it can on one vertical, within the room that the other cells
    leave it, and then on the next one.
    """
    x = list(places)
    beside = _beside(grid, x)
    runs = sorted(_runs(grid), key=lambda run: (-len(run), run))
    for _ in range(_PASSES):
        for run in runs:
            for piece in _pieces(run, [_room(grid, x, cell, beside, width) for cell in run]):
                low = max(bounds[0] for _, bounds in piece)
                high = min(bounds[1] for _, bounds in piece)
                mean = sum(x[cell] for cell, _ in piece) / len(piece)
                for cell, _ in piece:
                    x[cell] = min(max(mean, low), high)
    return x


def _beside(grid: Grid, x: Sequence[float]) -> dict[int, tuple[int | None, int | None]]:
    """The cells left and right of each cell."""
    found: dict[int, tuple[int | None, int | None]] = {}
    for row in range(grid.height):
        cells: list[int | None] = [None, *sorted(grid.members(row), key=lambda c: x[c]), None]
        for left, cell, right in zip(cells, cells[1:], cells[2:], strict=False):
            if cell is not None:
                found[cell] = (left, right)
    return found


def _room(
    grid: Grid,
    x: Sequence[float],
    cell: int,
    beside: dict[int, tuple[int | None, int | None]],
    width: float,
) -> Room:
    here = grid.cells[cell]
    left, right = beside[cell]
    low = here.left if left is None else x[left] + grid.cells[left].right + GAP + here.left
    high = width - here.right
    if right is not None:
        high = x[right] - grid.cells[right].left - GAP - here.right
    return (min(low, x[cell]), max(high, x[cell]))  # where it stands, it may stay


def _pieces(run: Sequence[int], rooms: Sequence[Room]) -> list[list[tuple[int, Room]]]:
    """The run in pieces as long as one vertical fits all of their rooms."""
    pieces: list[list[tuple[int, Room]]] = []
    low = high = 0.0
    for cell, room in zip(run, rooms, strict=True):
        if pieces and max(low, room[0]) <= min(high, room[1]):
            low, high = max(low, room[0]), min(high, room[1])
            pieces[-1].append((cell, room))
        else:
            low, high = room
            pieces.append([(cell, room)])
    return pieces


def snapped(
    grid: Grid, places: Sequence[float], ports: Sequence[tuple[int, float]], width: float
) -> list[float]:
    """Places in which lines that nearly meet their port meet it, where there is room for that.

    `ports` are cells next to a box, and the x at which their line leaves or enters it.
    """
    x = list(places)
    beside = _beside(grid, x)
    run_of = {cell: run for run in _runs(grid) for cell in run}
    for cell, port in ports:
        if not 0 < abs(x[cell] - port) < _SNAP or cell not in run_of:
            continue
        piece = [other for other in run_of[cell] if abs(x[other] - x[cell]) < 1e-6]
        rooms = [_room(grid, x, other, beside, width) for other in piece]
        if all(low <= port <= high for low, high in rooms):
            for other in piece:
                x[other] = port
    return x
