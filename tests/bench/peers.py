"""The peers: what a Python user would write. Each solves `held(v) |= held(u) & mask`.

A peer takes a graph, prepares what it likes, and returns the function that solves it.

Graphs come ordered (reverse post-order, carries that lead back apart), so peers need not do that.
"""

from __future__ import annotations

import array
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import networkx as nx

Carry = tuple[int, int, int]  # from, to, mask
Solve = Callable[[], list[int]]


@dataclass
class Graph:
    nodes: int
    words: int
    seeds: list[tuple[int, int]]
    forward: list[Carry]
    back: list[Carry]

    def rows(self, held: list[int]) -> bytes:
        return b"".join(bits.to_bytes(8 * self.words, "little") for bits in held)


def read_graphs(path: Path) -> Iterator[Graph]:
    """Graphs as the benchmark program writes them (see exchange.hpp)."""
    with path.open("rb") as file:
        while header := file.read(24):
            nodes, words, masks, seeds, forward, back = array.array("I", header)
            size = 8 * words
            bits = file.read(masks * size)
            pool = [int.from_bytes(bits[k : k + size], "little") for k in range(0, len(bits), size)]
            at = array.array("I", file.read(8 * seeds))
            ends = array.array("I", file.read(12 * (forward + back)))
            carries = list(
                zip(ends[0::3], ends[1::3], map(pool.__getitem__, ends[2::3]), strict=True)
            )
            yield Graph(
                nodes,
                words,
                list(zip(at[0::2], map(pool.__getitem__, at[1::2]), strict=True)),
                carries[:forward],
                carries[forward:],
            )


def _sweep(graph: Graph) -> list[int]:
    """Integers as bitmasks: sweep forward, then back, again while going back changed anything."""
    held = [0] * graph.nodes
    for node, mask in graph.seeds:
        held[node] |= mask
    forward, back = graph.forward, graph.back
    while True:
        for source, target, mask in forward:
            held[target] |= held[source] & mask
        changed = False
        for source, target, mask in back:
            before = held[target]
            after = before | held[source] & mask
            if after != before:
                held[target] = after
                changed = True
        if not changed:
            return held


def sweeps(graph: Graph) -> Solve:
    return partial(_sweep, graph)


Grouped = list[tuple[int, list[tuple[int, int]]]]


def grouped_sweeps(graph: Graph) -> Solve:
    groups: Grouped = []
    last = -1
    for source, target, mask in graph.forward:
        if source != last:
            groups.append((source, []))
            last = source
        groups[-1][1].append((target, mask))
    return partial(_sweep_groups, graph, groups)


def _sweep_groups(graph: Graph, groups: Grouped) -> list[int]:
    """The same by source: what it holds is looked up once, and skipped if it is nothing."""
    held = [0] * graph.nodes
    for node, mask in graph.seeds:
        held[node] |= mask
    back = graph.back
    while True:
        for source, carries in groups:
            if bits := held[source]:
                for target, mask in carries:
                    held[target] |= bits & mask
        changed = False
        for source, target, mask in back:
            before = held[target]
            after = before | held[source] & mask
            if after != before:
                held[target] = after
                changed = True
        if not changed:
            return held


Adjacent = list[list[tuple[int, int]]]


def worklist(graph: Graph) -> Solve:
    out: Adjacent = [[] for _ in range(graph.nodes)]
    for source, target, mask in graph.forward + graph.back:
        out[source].append((target, mask))
    return partial(_work, graph, out)


def _work(graph: Graph, out: Adjacent) -> list[int]:
    """Integers as bitmasks: only what is new goes on from a node."""
    held = [0] * graph.nodes
    fresh = [0] * graph.nodes
    for node, mask in graph.seeds:
        fresh[node] |= mask
    queue = deque(node for node in range(graph.nodes) if fresh[node])
    while queue:
        source = queue.popleft()
        more = fresh[source] & ~held[source]
        held[source] |= more
        fresh[source] = 0
        if not more:
            continue
        for target, mask in out[source]:
            bits = more & mask & ~held[target]
            if bits:
                if not fresh[target]:
                    queue.append(target)
                fresh[target] |= bits
    return held


def traversals(graph: Graph) -> Solve:
    """One graph an item, of the carries that let it through; node -1 leads to where it starts."""
    size = 64 * graph.words
    graphs: list[nx.DiGraph[int]] = []
    for item in range(size):
        one: nx.DiGraph[int] = nx.DiGraph()
        one.add_node(-1)
        one.add_edges_from((-1, node) for node, mask in graph.seeds if mask >> item & 1)
        one.add_edges_from(
            (source, target)
            for source, target, mask in graph.forward + graph.back
            if mask >> item & 1
        )
        graphs.append(one)
    return partial(_traverse, graph, graphs)


def _traverse(graph: Graph, graphs: list[nx.DiGraph[int]]) -> list[int]:
    """NetworkX: for each item, the holders that can be reached."""
    held = [0] * graph.nodes
    for item, one in enumerate(graphs):
        for node in nx.descendants(one, -1):
            held[node] |= 1 << item
    return held
