"""Which node stands in which row: bands from above, flows downwards, no row wider than the page."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.report.figures.geometry import Link, Node

GAP = 4.6  # between two boxes of a row


def rows_of(
    nodes: Sequence[Node], links: Sequence[Link], width: float, *, turned: bool = False
) -> list[list[int]]:
    """Rows of node positions, band after band. No two nodes of a link within a band share a row.

    List scheduling: a node comes after those that lead to it in its band, the start of the longest
    way first, and a row takes as many as fit into `width` (always one). If `turned`, the rows of a
    band stand upside down where that shortens the lines to other bands: flows within it rise then.
    """
    rows: list[list[int]] = []
    for band in sorted({node.band for node in nodes}):
        members = [i for i, node in enumerate(nodes) if node.band == band]
        found = _of_band(members, _forward(members, links), nodes, width)
        rows += found[::-1] if turned and _leans(found, nodes, links) > 0 else found
    return rows


def _leans(rows: list[list[int]], nodes: Sequence[Node], links: Sequence[Link]) -> int:
    """By how many rows the lines to other bands get shorter if the band is turned upside down."""
    row = {node: at for at, members in enumerate(rows) for node in members}
    total = 0
    for link in links:
        for target in link.targets:
            for end, other in ((link.source, target), (target, link.source)):
                if end in row and other not in row:
                    below = nodes[other].band > nodes[end].band
                    spare = len(rows) - 1 - 2 * row[end]
                    total += spare if below else -spare
    return total


def _forward(members: Sequence[int], links: Sequence[Link]) -> dict[int, list[int]]:
    """For each member, those after it, with the links that close a circle turned round."""
    inside = set(members)
    nexts: dict[int, list[int]] = {i: [] for i in members}
    entered = dict.fromkeys(members, 0)
    for link in links:
        if link.source in inside:
            for target in link.targets:
                if target in inside and target not in nexts[link.source]:
                    nexts[link.source].append(target)
                    entered[target] += 1
    place = {node: at for at, node in enumerate(_finished(members, nexts, entered))}
    turned: dict[int, list[int]] = {i: [] for i in members}
    for node, after in nexts.items():
        for other in after:
            first, last = (node, other) if place[node] < place[other] else (other, node)
            if last not in turned[first]:
                turned[first].append(last)
    return turned


def _finished(
    members: Sequence[int], nexts: dict[int, list[int]], entered: dict[int, int]
) -> list[int]:
    """Order in which a search in depth leaves the nodes, reversed: ways run forward in it."""
    order: list[int] = []
    seen: set[int] = set()
    for root in sorted(members, key=lambda node: entered[node] > 0):
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(nexts[root]))]
        while stack:
            node, rest = stack[-1]
            step = next((other for other in rest if other not in seen), None)
            if step is None:
                order.append(node)
                stack.pop()
            else:
                seen.add(step)
                stack.append((step, iter(nexts[step])))
    return order[::-1]


def _of_band(
    members: Sequence[int], nexts: dict[int, list[int]], nodes: Sequence[Node], width: float
) -> list[list[int]]:
    waiting = dict.fromkeys(members, 0)
    for after in nexts.values():
        for node in after:
            waiting[node] += 1
    length = _lengths(members, nexts)
    ready = [node for node in members if waiting[node] == 0]
    rows: list[list[int]] = []
    while ready:
        ready.sort(key=lambda node: (-length[node], node))
        row: list[int] = []
        used = -GAP
        for node in ready:
            needed = GAP + nodes[node].width + nodes[node].spare
            if not row or used + needed <= width:
                row.append(node)
                used += needed
        rows.append(row)
        ready = [node for node in ready if node not in row]
        for node in row:
            for other in nexts[node]:
                waiting[other] -= 1
                if waiting[other] == 0:
                    ready.append(other)
    return rows


def _lengths(members: Sequence[int], nexts: dict[int, list[int]]) -> dict[int, int]:
    """Steps of the longest way from each node; the graph has no circles."""
    entered = dict.fromkeys(members, 0)
    for after in nexts.values():
        for node in after:
            entered[node] += 1
    order = [node for node in members if entered[node] == 0]
    for node in order:  # grows while it is walked
        for other in nexts[node]:
            entered[other] -= 1
            if entered[other] == 0:
                order.append(other)
    length = dict.fromkeys(members, 0)
    for node in reversed(order):
        length[node] = max((length[other] + 1 for other in nexts[node]), default=0)
    return length
