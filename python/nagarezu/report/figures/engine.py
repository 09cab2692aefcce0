"""Order and place of the cells in their rows, by Graphviz dot.

The rows are ours; dot settles what is hard: the order with few crossings, and places that keep long
lines straight. It gets numbers only, so no label can reach its language.
"""

from __future__ import annotations

from threading import Lock

from nagarezu.errors import MissingExtra
from nagarezu.report.figures.cells import GAP, Grid

_INCH = 25.4
_one_at_a_time = Lock()  # Graphviz keeps its state in the process
_WEIGHTS = (8, 2, 1)  # of a line between two cells, by how many of them are boxes


def places(grid: Grid) -> list[float]:
    """The x of each cell, in millimetres from the left end of the drawing."""
    try:
        from pygraphviz import AGraph
    except ImportError as error:
        raise MissingExtra("pygraphviz", "report") from error
    with _one_at_a_time:
        plain = AGraph(string=_program(grid)).draw(format="plain", prog="dot").decode("ascii")
    found = [0.0] * len(grid.cells)
    for line in plain.splitlines():
        kind, *words = line.split()
        if kind == "node" and words[0].startswith("c"):
            cell = int(words[0][1:])
            size = grid.cells[cell]
            found[cell] = float(words[1]) * _INCH - size.width / 2 + size.left
    least = min((x - size.left for x, size in zip(found, grid.cells, strict=True)), default=0.0)
    return [round(x - least, 2) for x in found]


def _program(grid: Grid) -> str:
    """The graph in dot's language: cells as c0, c1 …, rows kept by a chain of points r0, r1 …"""
    lines = [
        "digraph {",
        f'nodesep="{GAP / _INCH:.4f}"; ranksep="0.1";',
        'node [shape=box, fixedsize=true, label="", height="0.05"];',
    ]
    for row in range(grid.height):
        sizes = (f'c{i} [width="{grid.cells[i].width / _INCH:.4f}"];' for i in grid.members(row))
        lines.append(f'{{ rank=same; r{row} [width="0.01"]; {" ".join(sizes)} }}')
        if row:
            lines.append(f"r{row - 1} -> r{row} [weight=0, style=invis];")
    for step in grid.steps:
        boxes = sum(grid.cells[end].node is not None for end in (step.upper, step.lower))
        lines.append(f"c{step.upper} -> c{step.lower} [weight={_WEIGHTS[boxes]}];")
    return "\n".join([*lines, "}"])
