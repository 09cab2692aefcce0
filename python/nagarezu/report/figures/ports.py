"""Where lines meet boxes: opposite to where they lead, in that order, well apart."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.report.figures.cells import Grid
from nagarezu.report.figures.geometry import Node
from nagarezu.report.figures.spread import apart

_PORT = 3.2  # between two lines at one side of a box
_INSET = 2.2  # from the corner of a box to its first line


class Ports:
    """The x of both ends of each step: `top` at the upper cell, `low` at the lower one."""

    def __init__(self, nodes: Sequence[Node], grid: Grid, x: Sequence[float]) -> None:
        self.top = [x[step.upper] for step in grid.steps]
        self.low = [x[step.lower] for step in grid.steps]
        self._side(nodes, grid, x, [step.upper for step in grid.steps], self.top, self.low)
        self._side(nodes, grid, x, [step.lower for step in grid.steps], self.low, self.top)
        self.met = [
            (other, at)
            for step, top, low in zip(grid.steps, self.top, self.low, strict=True)
            for cell, other, at in ((step.upper, step.lower, top), (step.lower, step.upper, low))
            if grid.cells[cell].node is not None
        ]

    @staticmethod
    def _side(
        nodes: Sequence[Node],
        grid: Grid,
        x: Sequence[float],
        cells: Sequence[int],
        here: list[float],
        there: Sequence[float],
    ) -> None:
        meeting: dict[int, list[int]] = {}
        for step, cell in enumerate(cells):
            if grid.cells[cell].node is not None:
                meeting.setdefault(cell, []).append(step)
        for cell, steps in meeting.items():
            steps.sort(key=lambda step: (there[step], step))
            half = nodes[grid.cells[cell].node or 0].width / 2 - _INSET
            low, high = x[cell] - half, x[cell] + half
            gap = min(_PORT, (high - low) / max(len(steps) - 1, 1))
            wanted = [min(max(there[step], low), high) for step in steps]
            settled = apart(wanted, [gap] * (len(steps) - 1), low, high) or wanted
            for step, at in zip(steps, settled, strict=True):
                here[step] = at
