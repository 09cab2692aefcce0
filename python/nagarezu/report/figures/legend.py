"""The legend: what is used in the figure, and nothing else; then remarks, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang, Text
from nagarezu.report.figures import boxes, style
from nagarezu.report.figures.fold import Plan
from nagarezu.report.figures.geometry import Frame
from nagarezu.report.figures.lines import TAG, Tag, strokes, tag_shape
from nagarezu.report.figures.measure import ASCENT, LEADING, ems, wrap
from nagarezu.report.figures.primitives import Group, Label, Line, Shape, moved

_TITLE = Text("凡例", "Key")
_LINES = Text("線：経路の種類", "Lines: channel")
_BOXES = Text("枠：保有者の種別", "Boxes: kind of holder")
_TAGS = Text("印：対策の記載", "Signs: safeguards as stated")
_CHANGE = Text("変更", "Change")
_OPEN = Text("複数の団体を含み得る", "may be several")
_SAMPLE = 11.0
_STEP = 4.6
_SPACE = 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One sample and its word."""

    shapes: tuple[Shape, ...]
    width: float
    text: str


def legend(
    plan: Plan, remarks: Sequence[str], y: float, width: float, lang: Lang
) -> tuple[Group, float]:
    """The legend from y down, and the y below it."""
    shapes: list[Shape] = [
        Line(((0.0, y), (width, y)), {"stroke": style.RULE, "stroke-width": "0.2"})
    ]
    y += 1.2
    head = 0.0
    sections = [(text, entries) for text, entries in _sections(plan, lang) if entries]
    head = max((ems(text) * style.SMALL for text, _ in sections), default=0.0) + _SPACE
    for text, entries in sections:
        shapes.append(_text(0.0, y, text, bold=True))
        x = head
        for entry in entries:
            needed = entry.width + 1.0 + ems(entry.text) * style.SMALL
            if x > head and x + needed > width:
                x, y = head, y + _STEP
            shapes += [moved(shape, x, y) for shape in entry.shapes]
            shapes.append(_text(x + entry.width + 1.0, y, entry.text))
            x += needed + _SPACE
        y += _STEP
    for remark in remarks:
        lines = wrap(remark, width / style.SMALL, most=4)
        for line in lines.texts:
            shapes.append(_text(0.0, y - 0.6, line))
            y += style.SMALL * LEADING + 0.4
    return Group(tuple(shapes), "legend", _TITLE.in_(lang)), y


def _sections(plan: Plan, lang: Lang) -> list[tuple[str, list[Entry]]]:
    return [
        (_LINES.in_(lang), _channels(plan, lang)),
        (_CHANGE.in_(lang), _changes(plan, lang)),
        (_TAGS.in_(lang), _marks(plan, lang)),
        (_BOXES.in_(lang), _kinds(plan, lang)),
    ]


def _channels(plan: Plan, lang: Lang) -> list[Entry]:
    used = {flow.channel for flow in plan.flows}
    known = [channel for channel in style.CHANNELS if channel in used]
    return [
        Entry(_sample_line(channel, ""), _SAMPLE, style.channel_word(channel, lang))
        for channel in (*known, *sorted(used - set(known)))
    ]


def _changes(plan: Plan, lang: Lang) -> list[Entry]:
    entries = []
    for change, (sign, text) in style.CHANGES.items():
        if any(flow.change == change for flow in plan.flows):
            tag = Tag(sign.in_(lang), strong=True)
            entries.append(Entry(tuple(tag_shape(tag, 0.0, 0.0)), tag.width, text.in_(lang)))
    return entries


def _marks(plan: Plan, lang: Lang) -> list[Entry]:
    entries = []
    for mark, (sign, text) in style.MARKS.items():
        if any(mark in flow.marks for flow in plan.flows):
            tag = Tag(sign.in_(lang))
            entries.append(Entry(tuple(tag_shape(tag, 0.0, 0.0)), tag.width, text.in_(lang)))
    return entries


def _kinds(plan: Plan, lang: Lang) -> list[Entry]:
    frame = Frame(0.0, 0.1, 7.0, 3.0)
    used = {box.kind for box in plan.boxes if box.kind != "persons"}
    known = [kind for kind in style.KINDS if kind in used]
    entries = [
        Entry(tuple(boxes.sample(kind, frame)), 7.0, style.kind_word(kind, lang))
        for kind in (*known, *sorted(used - set(known)))
    ]
    if any(holder.open_class for box in plan.boxes for holder in box.members):
        entries.append(Entry(tuple(boxes.stacked("", frame, 0.7)), 7.0, _OPEN.in_(lang)))
    return entries


def _sample_line(channel: str, change: str) -> tuple[Shape, ...]:
    return tuple(strokes([((0.0, TAG / 2), (_SAMPLE, TAG / 2))], channel, change))


def _text(x: float, y: float, text: str, *, bold: bool = False) -> Label:
    base = y + TAG / 2 + style.SMALL * (ASCENT - 0.5)
    return Label(x, base, text, style.SMALL, ems(text) * style.SMALL, bold=bold)
