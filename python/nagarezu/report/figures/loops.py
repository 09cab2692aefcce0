"""Flows from a holder to itself: small loops at the right side of its box."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.report.figures.geometry import Frame, Polyline
from nagarezu.report.figures.graph import Flow
from nagarezu.report.figures.lines import Tag, head, strokes, tag_shapes, tags_size
from nagarezu.report.figures.primitives import Shape

_OUT = 4.5  # how far a loop stands out
_LEAST = 4.5  # its height
_AIR = 0.8


def loop_room(tags: Sequence[Sequence[Tag]]) -> tuple[float, float]:
    """Width to keep free beside a box, and the height that it needs, for loops with these tags."""
    if not tags:
        return 0.0, 0.0
    sizes = [tags_size(each) for each in tags]
    width = _OUT + _AIR + max(width for width, _ in sizes)
    return width, sum(max(height, _LEAST) + _AIR for _, height in sizes)


def loop_lines(tags: Sequence[Sequence[Tag]], box: Frame) -> list[tuple[Polyline, Frame]]:
    """The line of each loop, and the place of its tags."""
    _, needed = loop_room(tags)
    y = box.y + (box.height - needed) / 2
    found: list[tuple[Polyline, Frame]] = []
    for each in tags:
        width, height = tags_size(each)
        tall = max(height, _LEAST)
        top, low = y + _AIR / 2 + (tall - _LEAST) / 2, y + _AIR / 2 + (tall + _LEAST) / 2
        out = box.right + _OUT
        line = ((box.right, top + 1), (out, top + 1), (out, low - 1), (box.right, low - 1))
        place = Frame(out + _AIR, y + _AIR / 2 + (tall - height) / 2, width, height)
        found.append((line, place))
        y += tall + _AIR
    return found


def loop_shapes(line: Polyline, place: Frame, flow: Flow, tags: Sequence[Tag]) -> list[Shape]:
    body, tip = head(line, flow.change)
    return [*strokes([body], flow.channel, flow.change), tip, *tag_shapes(tags, place)]
