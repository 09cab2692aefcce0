"""図1: the flow map. Bands of holders, flows between them, on one A4 page."""

from __future__ import annotations

from collections.abc import Iterator

from nagarezu.languages import Lang, Text, language
from nagarezu.report.figures import style
from nagarezu.report.figures.boxes import box_group
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.fit import STRIP, Drawing, drawn, flow_tags
from nagarezu.report.figures.geometry import Frame, Polyline, Route, Span
from nagarezu.report.figures.graph import BANDS, PERSONS, Flow, Graph, graph
from nagarezu.report.figures.legend import legend
from nagarezu.report.figures.lines import Tag, head, strokes, tag_shapes
from nagarezu.report.figures.loops import loop_lines, loop_shapes
from nagarezu.report.figures.measure import ASCENT, ems
from nagarezu.report.figures.primitives import Area, Group, Label, Line, Rect, Scene, Shape, moved
from nagarezu.report.figures.remarks import description, remarks
from nagarezu.tables.table import Table

_CAPTION = Text("図1　個人情報の流れ", "Figure 1. Flows of personal data")
_EMPTY = Text("流れの記載がない。", "No flow is stated.")


def flow_map(
    flows: Table, recipients: Table, holders: Table | None = None, *, lang: Lang = "ja"
) -> Figure:
    """Draw the flow map of one case from its tables.

    `holders` may be given, with one row a holder (`holder`, `label`, `kind`, `tier`, `external`,
    `open_class`); without it, holders are read from the other two. Raises UsageError if the tables
    hold several cases, MissingExtra without the layout engine.
    """
    lang = language(lang)
    found = graph(flows, recipients, holders)
    if not found.holders:
        return _figure(_nothing(lang), (), lang, landscape=False)
    drawing = drawn(found, lang)
    said = remarks(drawing.plan, lang)
    return _figure(_scene(found, drawing, said, lang), said, lang, landscape=drawing.landscape)


def _figure(scene: Scene, said: tuple[str, ...], lang: Lang, *, landscape: bool) -> Figure:
    return Figure("flow_map", _CAPTION.in_(lang), scene, lang, said, landscape)


def _nothing(lang: Lang) -> Scene:
    text = _EMPTY.in_(lang)
    label = Label(0.0, style.TEXT * 1.5, text, style.TEXT, ems(text) * style.TEXT)
    return Scene(style.PORTRAIT[0], 8.0, _CAPTION.in_(lang), text, (label,), lang, "flow-map")


def _scene(found: Graph, drawing: Drawing, said: tuple[str, ...], lang: Lang) -> Scene:
    geometry = drawing.geometry
    width = geometry.width + STRIP
    inner = [*_flows(drawing, lang), *_boxes(drawing)]
    key, height = legend(drawing.plan, said, geometry.height + 2.0, width, lang)
    shapes: list[Shape] = [*_bands(geometry.bands, width, lang)]
    shapes += [moved(shape, STRIP, 0.0) for shape in inner]
    return Scene(
        width=width,
        height=height,
        title=_CAPTION.in_(lang),
        description=description(found, drawing.plan, lang),
        shapes=(*shapes, key),
        lang=lang,
        kind="flow-map",
        scale=drawing.scale,
    )


def _bands(spans: tuple[Span, ...], width: float, lang: Lang) -> Iterator[Group]:
    rule = {"stroke": style.RULE, "stroke-width": "0.2"}
    for span in spans:
        text = style.BANDS[BANDS[span.band]].in_(lang)
        tall = span.bottom - span.top
        shapes: list[Shape] = [
            Rect(0.0, span.top, STRIP - 1.0, tall, {"fill": style.SHADE}),
            Line(((0.0, span.top), (width, span.top)), rule),
            Line(((0.0, span.bottom), (width, span.bottom)), rule),
            *_name(text, span, lang),
        ]
        yield Group(tuple(shapes), "band", data={"band": BANDS[span.band]})


def _name(text: str, span: Span, lang: Lang) -> list[Shape]:
    """The name of a band: upright characters from top to bottom, or a line that reads upwards."""
    x, middle = (STRIP - 1.0) / 2, (span.top + span.bottom) / 2
    room = span.bottom - span.top - 1.0
    if lang == "en":
        size = min(style.TEXT, room / ems(text))
        base = x + size * (ASCENT - 0.5)
        return [Label(base, middle, text, size, ems(text) * size, "middle", True, turned=True)]
    size = min(style.TEXT, room / (len(text) * 1.08))
    top = middle - len(text) * size * 1.08 / 2
    return [
        Label(x, top + (at * 1.08 + ASCENT) * size, letter, size, size, "middle", True)
        for at, letter in enumerate(text)
    ]


def _boxes(drawing: Drawing) -> Iterator[Group]:
    geometry = drawing.geometry
    for box, face, frame in zip(drawing.plan.boxes, drawing.faces, geometry.boxes, strict=True):
        yield box_group(box, face, frame)


def _flows(drawing: Drawing, lang: Lang) -> Iterator[Group]:
    """Each flow as one group: its lines, its heads, its tags."""
    plan, geometry = drawing.plan, drawing.geometry
    place = {box.key: frame for box, frame in zip(plan.boxes, geometry.boxes, strict=True)}
    routes = iter(geometry.routes)
    loops = _loops(plan.flows, place, lang)
    for flow in plan.flows:
        tags = flow_tags(flow, lang)
        shapes: list[Shape] = []
        if any(key != flow.source for key in flow.targets):
            shapes += _route(next(routes), flow, tags)
        if flow.source in flow.targets:
            line, frame = next(loops[flow.source])
            shapes += loop_shapes(line, frame, flow, tags)
        data = {
            "flows": " ".join(flow.ids),
            "from": flow.source,
            "to": " ".join(flow.targets),
            "channel": flow.channel,
            "change": flow.change,
            "safeguards": " ".join(flow.marks),
        }
        yield Group(tuple(shapes), "flow", _title(flow, drawing, lang), data, _key(flow))


def _loops(
    flows: tuple[Flow, ...], place: dict[str, Frame], lang: Lang
) -> dict[str, Iterator[tuple[Polyline, Frame]]]:
    tags: dict[str, list[tuple[Tag, ...]]] = {}
    for flow in flows:
        if flow.source in flow.targets:
            tags.setdefault(flow.source, []).append(flow_tags(flow, lang))
    return {key: iter(loop_lines(each, place[key])) for key, each in tags.items()}


def _key(flow: Flow) -> str:
    return "flow " + " ".join(flow.ids)


def _title(flow: Flow, drawing: Drawing, lang: Lang) -> str:
    """The tooltip: from whom to whom, over which channel."""
    names = {
        box.key: "・".join(
            style.PERSONS.in_(lang) if member.id == PERSONS else member.label
            for member in box.members
        )
        for box in drawing.plan.boxes
    }
    ends = "・".join(names[key] for key in flow.targets)
    return f"{names[flow.source]} → {ends} ({style.channel_word(flow.channel, lang)})"


def _route(route: Route, flow: Flow, tags: tuple[Tag, ...]) -> list[Shape]:
    bodies = [*route.trunks]
    heads: list[Area] = []
    for end in route.ends:
        body, tip = head(end, flow.change)
        bodies.append(body)
        heads.append(tip)
    shapes = strokes(bodies, flow.channel, flow.change)
    shapes += heads
    shapes += [_dot(x, y) for x, y in route.forks]
    if route.label is not None:
        shapes += tag_shapes(tags, route.label)
    return shapes


def _dot(x: float, y: float) -> Rect:
    return Rect(x - 0.8, y - 0.8, 1.6, 1.6, {"fill": style.INK}, radius=0.8)
