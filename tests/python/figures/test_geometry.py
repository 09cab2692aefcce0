"""Rules of the layout: numbers only, so they can be checked for any graph."""

from __future__ import annotations

import itertools
import random

import pytest

from nagarezu.report.figures.geometry import Frame, Geometry, Link, Node, Polyline
from nagarezu.report.figures.layout import Layout, layout
from nagarezu.report.figures.rows import rows_of
from nagarezu.report.figures.spread import apart
from nagarezu.report.figures.tracks import Net, tracks_of

WIDTH = 300.0


def graph(seed: int, nodes: int, links: int) -> tuple[list[Node], list[Link]]:
    dice = random.Random(seed)
    sizes = [
        Node(dice.choice((26.0, 34.0, 48.0)), dice.choice((8.0, 14.0)), dice.randrange(4))
        for _ in range(nodes)
    ]
    ways = []
    for _ in range(links):
        source = dice.randrange(nodes)
        others = [i for i in range(nodes) if i != source]
        count = min(len(others), dice.choice((1, 1, 1, 1, 3)))
        label = dice.choice(((0.0, 0.0), (6.7, 3.2), (13.7, 6.7)))
        ways.append(Link(source, tuple(dice.sample(others, count)), *label))
    return sizes, ways


CASES = [(seed, nodes, links) for seed in range(6) for nodes, links in ((2, 3), (8, 12), (16, 20))]


@pytest.fixture(params=CASES, ids=lambda case: "-".join(map(str, case)))
def drawn(request: pytest.FixtureRequest) -> tuple[list[Node], list[Link], Geometry]:
    nodes, links = graph(*request.param)
    found = next(g for width in (WIDTH, 2 * WIDTH, 4 * WIDTH) if (g := layout(nodes, links, width)))
    return nodes, links, found


Drawn = tuple[list[Node], list[Link], Geometry]


def inside(frame: Frame, geometry: Geometry) -> bool:
    return (
        frame.x >= -1e-6
        and frame.y >= -1e-6
        and frame.right <= geometry.width + 1e-6
        and frame.bottom <= geometry.height + 1e-6
    )


def lines(geometry: Geometry) -> list[list[Polyline]]:
    return [[*route.trunks, *route.ends] for route in geometry.routes]


def test_boxes_have_their_size_and_do_not_overlap(drawn: Drawn) -> None:
    nodes, _, geometry = drawn
    for node, box in zip(nodes, geometry.boxes, strict=True):
        assert (box.width, box.height) == pytest.approx((node.width, node.height))
    for one, other in itertools.combinations(geometry.boxes, 2):
        assert not one.overlaps(other)


def test_everything_is_on_the_page(drawn: Drawn) -> None:
    _, _, geometry = drawn
    labels = [route.label for route in geometry.routes if route.label]
    assert all(inside(frame, geometry) for frame in (*geometry.boxes, *labels))
    for x, y in (p for ways in lines(geometry) for way in ways for p in way):
        assert -1e-6 <= x <= geometry.width + 1e-6
        assert -1e-6 <= y <= geometry.height + 1e-6


def test_labels_touch_no_box_and_no_other_label(drawn: Drawn) -> None:
    _, links, geometry = drawn
    labels = [route.label for route in geometry.routes if route.label]
    assert len(labels) == sum(link.width > 0 for link in links)
    for one, other in itertools.combinations(labels, 2):
        assert not one.overlaps(other)
    assert not any(label.overlaps(box) for label in labels for box in geometry.boxes)


def test_bands_stand_in_their_order_and_hold_their_boxes(drawn: Drawn) -> None:
    nodes, _, geometry = drawn
    assert [span.band for span in geometry.bands] == sorted({node.band for node in nodes})
    assert geometry.bands[0].top == 0
    assert geometry.bands[-1].bottom == geometry.height
    for one, other in itertools.pairwise(geometry.bands):
        assert one.bottom == other.top
    spans = {span.band: span for span in geometry.bands}
    for node, box in zip(nodes, geometry.boxes, strict=True):
        assert spans[node.band].top < box.y
        assert box.bottom < spans[node.band].bottom


def test_lines_run_level_or_upright_from_their_source_to_their_targets(drawn: Drawn) -> None:
    _, links, geometry = drawn
    for link, route in zip(links, geometry.routes, strict=True):
        for way in (*route.trunks, *route.ends):
            assert len(way) >= 2
            for a, b in itertools.pairwise(way):
                assert a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1])
        reached = [touched(way[-1], geometry) for way in route.ends]
        assert sorted(reached) == sorted(link.targets)
        starts = [*route.trunks, *(way for way in route.ends if way[0] not in rounded(route.forks))]
        assert starts
        assert {touched(way[0], geometry) for way in starts} == {link.source}


def rounded(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for x, y in points]


def touched(point: tuple[float, float], geometry: Geometry) -> int:
    """The box at whose upper or lower side a point lies."""
    x, y = point
    (found,) = [
        i
        for i, box in enumerate(geometry.boxes)
        if box.x < x < box.right and min(abs(y - box.y), abs(y - box.bottom)) < 0.01
    ]
    return found


def test_no_line_runs_through_a_box_or_a_label_of_another(drawn: Drawn) -> None:
    _, _, geometry = drawn
    labels = {i: route.label for i, route in enumerate(geometry.routes) if route.label}
    for i, ways in enumerate(lines(geometry)):
        for a, b in (pair for way in ways for pair in itertools.pairwise(way)):
            piece = Frame(
                min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]) + 1e-9, abs(a[1] - b[1]) + 1e-9
            )
            assert not any(piece.overlaps(box, margin=0.01) for box in geometry.boxes)
            assert not any(piece.overlaps(label, margin=0.01) for label in labels.values()), i


def test_no_line_lies_upon_another(drawn: Drawn) -> None:
    _, _, geometry = drawn
    pieces = [
        (i, a, b)
        for i, ways in enumerate(lines(geometry))
        for way in ways
        for a, b in itertools.pairwise(way)
    ]
    upon = 0
    for (i, a, b), (j, c, d) in itertools.combinations(pieces, 2):
        upon += i != j and along(a, b, c, d) > 0.01
    assert upon == 0


def along(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> float:
    """How far two pieces share one line."""
    for axis in (0, 1):
        across = 1 - axis
        if all(abs(p[across] - a[across]) < 0.05 for p in (b, c, d)):
            low = max(min(a[axis], b[axis]), min(c[axis], d[axis]))
            return min(max(a[axis], b[axis]), max(c[axis], d[axis])) - low
    return 0.0


def test_the_same_graph_gives_the_same_numbers() -> None:
    nodes, links = graph(3, 12, 18)
    assert layout(nodes, links, 2 * WIDTH) == layout(nodes, links, 2 * WIDTH)


def test_what_does_not_fit_is_refused() -> None:
    place = Layout([Node(40, 10, 0)], [])
    assert place.within(30) is None
    assert place.within(60, 8) is None
    assert place.within(60, 30) is not None


def test_rows_by_hand() -> None:
    nodes = [Node(30, 10, 0)] * 5 + [Node(30, 10, 1)]
    links = [Link(0, (1,)), Link(1, (2,)), Link(2, (0,)), Link(0, (3,)), Link(0, (5,))]
    # 0 → 1 → 2 is the longest way; 3 follows 0; 4 stands alone and fills the first row.
    assert rows_of(nodes, links, 100) == [[0, 4], [1, 3], [2], [5]]
    assert rows_of(nodes, links, 30) == [[0], [1], [2], [3], [4], [5]]
    # Turned, 0 stands next to the band that it sends to.
    assert rows_of(nodes, links, 100, turned=True) == [[2], [1, 3], [0, 4], [5]]


def test_places_by_hand() -> None:
    assert apart([0, 0, 10], [4, 4], 0, 20) == [0, 4, 10]
    assert apart([5, 5], [4], 0, 20) == [3, 7]
    assert apart([5, 5], [4], 0, 20, [1, 3]) == [2, 6]
    assert apart([18, 19], [4], 0, 20) == pytest.approx([16, 20])
    assert apart([1, 1, 1], [8, 8], 0, 15) is None
    assert apart([], [], 0, 1) == []


def test_tracks_by_hand() -> None:
    # Both to the right, one after the other: the second turns above the first, and none crosses.
    assert tracks_of([Net((0,), (10,)), Net((5,), (15,))]) == [1, 0]
    # Apart, they share a track; one that runs straight needs none.
    assert tracks_of([Net((0,), (5,)), Net((10,), (15,)), Net((20,), (20,))]) == [0, 0, None]
    # One leaves where the other arrives: the one that arrives there stays above.
    assert tracks_of([Net((0,), (10,)), Net((10,), (20,))]) == [1, 0]
