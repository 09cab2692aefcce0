"""The most detailed plan, at the largest scale, that one A4 page takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang
from nagarezu.report.figures import style
from nagarezu.report.figures.boxes import Face, face
from nagarezu.report.figures.cells import GAP
from nagarezu.report.figures.fold import Plan, plans
from nagarezu.report.figures.geometry import Geometry, Link, Node
from nagarezu.report.figures.graph import BANDS, Flow, Graph
from nagarezu.report.figures.layout import Layout
from nagarezu.report.figures.lines import Tag, tags_of, tags_size
from nagarezu.report.figures.loops import loop_room

STRIP = 7.0  # the column with the names of the bands
LEGEND = 32.0  # room kept for the legend and remarks
_SCALES = (1.0, 0.92, 0.85, 0.78)  # at the last, 8 pt are 6.2 pt
_PAGES = (style.PORTRAIT, style.LANDSCAPE)
_FILLS = (1.0, 0.8, 0.6, 0.45)
_GROWTH = 1.25
_BROADEST = 52.0
_PER_LINE = 4.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plan with its geometry in natural size, to be drawn at `scale`."""

    plan: Plan
    faces: tuple[Face, ...]
    geometry: Geometry
    scale: float
    landscape: bool


class Measured:
    """A plan with all its sizes: the nodes and links that a layout takes."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        self.plan, self.lang = plan, lang
        self.faces = tuple(face(box, lang) for box in plan.boxes)
        place = {box.key: i for i, box in enumerate(plan.boxes)}
        loops: dict[int, list[tuple[Tag, ...]]] = {}
        links = []
        for flow in plan.flows:
            tags = flow_tags(flow, lang)
            source = place[flow.source]
            if flow.source in flow.targets:
                loops.setdefault(source, []).append(tags)
            targets = tuple(place[key] for key in flow.targets if key != flow.source)
            if targets:
                links.append(Link(source, targets, *tags_size(tags)))
        self.links = tuple(links)
        broad = _broad(self.links)
        self.nodes = tuple(
            self._node(i, broad.get(i, 0.0), loop_room(loops.get(i, ())))
            for i in range(len(plan.boxes))
        )
        self.layout = Layout(self.nodes, self.links)

    def _node(self, at: int, broad: float, room: tuple[float, float]) -> Node:
        size, band = self.faces[at], BANDS.index(self.plan.boxes[at].band)
        return Node(max(size.width, broad), max(size.height, room[1]), band, room[0])

    def best(self, scales: Sequence[float], *, turned: bool = False) -> Drawing | None:
        """The drawing at the largest of these scales that fits; None if the smallest does not."""
        if not any(self.drawing(scales[-1], page, turned) for page in _PAGES):
            return None
        sizes = ((scale, page) for scale in scales for page in _PAGES)
        found = (self.drawing(scale, page, turned) for scale, page in sizes)
        return next((drawing for drawing in found if drawing is not None), None)

    def drawing(self, scale: float, page: tuple[float, float], turned: bool) -> Drawing | None:
        """The drawing on a page at a scale; None if it does not fit."""
        width, height = (side / scale for side in page)
        for fill in _FILLS:
            found = self.layout.within(width - STRIP, height - LEGEND, fill=fill, turned=turned)
            if found is not None:
                return Drawing(self.plan, self.faces, found, scale, page == style.LANDSCAPE)
        return None

    def squeezed(self) -> Drawing:
        """The drawing on an upright page, however small: the last resort."""
        width, height = style.PORTRAIT
        room = width - STRIP
        found = self.layout.within(room)
        while found is None or (found.height + LEGEND) / height > (found.width + STRIP) / width:
            if found is not None and found.width > 4 * found.height:
                break
            room *= _GROWTH
            found = self.layout.within(room)
            if found is not None and room > width * 40:
                break
        scale = min(width / (found.width + STRIP), height / (found.height + LEGEND))
        return Drawing(self.plan, self.faces, found, scale, landscape=False)


def _broad(links: Sequence[Link]) -> dict[int, float]:
    """How broad boxes must be for the labelled lines between two of them to run straight down."""
    between: dict[tuple[int, int], float] = {}
    for link in links:
        for target in link.targets[:1] if len(link.targets) == 1 else ():
            pair = (min(link.source, target), max(link.source, target))
            between[pair] = between.get(pair, 0.0) + max(link.width, 1.0) + GAP
    broad: dict[int, float] = {}
    for pair, needed in between.items():
        for node in pair:
            broad[node] = min(max(broad.get(node, 0.0), needed), _BROADEST)
    for node in {link.source for link in links} | {end for link in links for end in link.targets}:
        lines = sum(node in (link.source, *link.targets) for link in links)
        broad[node] = max(broad.get(node, 0.0), min(lines * _PER_LINE, _BROADEST))
    return broad


def flow_tags(flow: Flow, lang: Lang) -> tuple[Tag, ...]:
    return tags_of(flow.marks, flow.change, len(flow.ids), lang)


def drawn(graph: Graph, lang: Lang) -> Drawing:
    """Upright before lying, large before small, holders on their own before frames and folds.

    A first plan that fits only at a small scale is left for one that draws holders in frames.
    """
    for at, plan in enumerate(plans(graph)):
        measured = Measured(plan, lang)
        drawing = measured.best(_SCALES if at else _SCALES[:2])
        if drawing is None and at:
            drawing = measured.best(_SCALES, turned=True)
        if drawing is not None:
            return drawing
    return measured.squeezed()
