"""Boxes of holders: measured labels, and a shape for each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nagarezu.languages import Lang, Text
from nagarezu.report.figures import style
from nagarezu.report.figures.fold import Box
from nagarezu.report.figures.geometry import Frame
from nagarezu.report.figures.graph import Holder
from nagarezu.report.figures.measure import ASCENT, LEADING, Lines, breaks, joined, wrap
from nagarezu.report.figures.primitives import Area, Group, Label, Line, Look, Point, Rect, Shape
from nagarezu.tables.notation import bounds

_MOST_LINES = 10
_WIDTHS = (26.0, 30.0, 34.0, 40.0, 48.0, 60.0)  # a box is as narrow as its label allows
_PAD = 2.2
_AIR = 1.3  # above the first and below the last line
_STACK = 1.1  # how far the second sheet of an open class stands out
_BETWEEN = 2.0
_OPERATOR = Text("運用：{label}", "run by {label}")
_JOINT = Text("連名{count}者（全体で一つの流れ）", "{count} named together (one flow)")
_FAN = Text("{count}者（それぞれへの流れ）", "{count} holders (a flow to each)")
_FOLD = Text("{kind} {count}者", "{kind}: {count} holders")

_EDGE: Look = {"fill": style.PAPER, "stroke": style.INK, "stroke-width": "0.3"}


@dataclass(frozen=True, slots=True)
class Face:
    """The measured content of a box: name, a smaller line below, and its size."""

    name: Lines
    below: Lines
    width: float
    height: float
    members: tuple[Face, ...] = ()


def face(box: Box, lang: Lang) -> Face:
    """Measure a box: one holder, holders named together, or a fold."""
    if box.framed:
        return _framed_face(box, lang)
    if box.sharing == "fold":
        kind = style.kind_word(box.kind, lang)
        text = _FOLD.in_(lang).format(kind=kind, count=len(box.members))
        return _sized(text)
    holder = box.members[0]
    if holder.kind == "persons":
        return _sized(style.PERSONS.in_(lang))
    return _sized(holder.label, _below(holder, lang))


def _below(holder: Holder, lang: Lang) -> tuple[str, ...]:
    """The small lines: who runs what is not our own, and how many items reach it."""
    runs = holder.operator and holder.band != "own"
    operator = _OPERATOR.in_(lang).format(label=holder.operator) if runs else ""
    return tuple(text for text in (operator, _items(holder, lang)) if text)


def _items(holder: Holder, lang: Lang) -> str:
    """What reaches the holder, as 12–16項目; nothing where the tables say nothing of it."""
    if holder.items is None:
        return ""
    lower, upper = holder.items
    if not lower and upper is None:  # at least 0 says nothing
        return ""
    return bounds(lower, upper, lang, "item")


def _sized(text: str, below: Sequence[str] = ()) -> Face:
    width = min(_WIDTHS, key=lambda each: _effort(text, each))
    inner = width - 2 * _PAD
    name = wrap(text, inner / style.TEXT, most=_MOST_LINES)
    small = joined([wrap(line, inner / style.SMALL, most=3) for line in below])
    height = name.height * style.TEXT + small.height * style.SMALL + 2 * _AIR
    return Face(name, small, width, max(height, 8.0))


def _effort(text: str, width: float) -> float:
    """What a width costs: broad boxes, many lines, and breaks within words."""
    name = wrap(text, (width - 2 * _PAD) / style.TEXT, most=_MOST_LINES)
    return width / 3 + float(len(name.texts) ** 1.6) + breaks(name)


def _framed_face(box: Box, lang: Lang) -> Face:
    faces = [_sized(member.label, _below(member, lang)) for member in box.members]
    width = max(each.width for each in faces)
    height = max(each.height for each in faces)
    columns = min(_columns(len(faces)), len(faces))
    rows = -(-len(faces) // columns)
    whole = columns * (width + _BETWEEN) + _BETWEEN
    text = _JOINT if box.sharing == "joint" else _FAN
    head = text.in_(lang).format(count=len(box.members))
    name = wrap(head, (whole - 2 * _PAD) / style.SMALL, most=2)
    top = name.height * style.SMALL + _AIR
    even = tuple(Face(each.name, each.below, width, height) for each in faces)
    return Face(name, Lines((), ()), whole, top + rows * (height + _BETWEEN), even)


def box_group(box: Box, face: Face, frame: Frame) -> Group:
    """The box, drawn. The whole label stands in its tooltip, even where it had to be cut."""
    if box.framed:
        return _framed_group(box, face, frame)
    shapes = [*_outline(box, frame), *_texts(face, frame)]
    return _grouped(box.members, shapes, "fold" if box.sharing == "fold" else "box")


def _grouped(members: Sequence[Holder], shapes: Sequence[Shape], kind: str) -> Group:
    first = members[0]
    data = {"band": first.band, "kind": first.kind}
    if first.kind != "persons":
        data["holder"] = " ".join(member.id for member in members)
    title = "、".join(member.label for member in members)
    return Group(tuple(shapes), kind, title, data, "holder " + " ".join(m.id for m in members))


def _columns(count: int) -> int:
    return 3 if count <= 9 else 4


def _framed_group(box: Box, face: Face, frame: Frame) -> Group:
    dashed = {"stroke-dasharray": "1.6 1"} if box.sharing == "joint" else {}
    edge = {**_EDGE, **dashed}
    shapes: list[Shape] = [Rect(frame.x, frame.y, frame.width, frame.height, edge)]
    y = frame.y + _AIR / 2
    shapes += _lines(face.name, frame.x + frame.width / 2, y, style.SMALL, bold=False)
    top = frame.y + face.name.height * style.SMALL + _AIR
    columns = min(_columns(len(face.members)), len(face.members))
    for at, (member, inner) in enumerate(zip(box.members, face.members, strict=True)):
        row, column = divmod(at, columns)
        left = len(face.members) - row * columns  # a last row that is not full is centred
        missing = max(columns - left, 0) * (inner.width + _BETWEEN) / 2
        x = frame.x + _BETWEEN + column * (inner.width + _BETWEEN) + missing
        place = Frame(x, top + row * (inner.height + _BETWEEN), inner.width, inner.height)
        one = Box(member.id, (member,))
        shapes.append(box_group(one, inner, place))
    return Group(tuple(shapes), box.sharing, data={"band": box.band}, key="frame " + box.key)


def _texts(face: Face, frame: Frame) -> list[Shape]:
    tall = face.name.height * style.TEXT + face.below.height * style.SMALL
    y = frame.y + (frame.height - tall) / 2
    x = frame.x + frame.width / 2
    shapes = _lines(face.name, x, y, style.TEXT, bold=False)
    y += face.name.height * style.TEXT
    return shapes + _lines(face.below, x, y, style.SMALL, bold=False, ink=style.QUIET)


def _lines(
    lines: Lines, x: float, y: float, size: float, *, bold: bool, ink: str = style.INK
) -> list[Shape]:
    """Lines of text around x, the first one below y."""
    offset = (LEADING - 1) / 2 + ASCENT
    return [
        Label(x, y + (at * LEADING + offset) * size, text, size, width * size, "middle", bold,
              {"fill": ink})
        for at, (text, width) in enumerate(zip(lines.texts, lines.widths, strict=True))
        if text
    ]  # fmt: skip


def _outline(box: Box, frame: Frame) -> list[Shape]:
    if not (box.sharing == "fold" or box.members[0].open_class):
        return _SHAPES.get(box.kind, _plain)(frame)
    return stacked(box.kind, frame)


def _plain(frame: Frame) -> list[Shape]:
    return [Rect(frame.x, frame.y, frame.width, frame.height, _EDGE)]


def _rounded(frame: Frame) -> list[Shape]:
    return [
        Rect(frame.x, frame.y, frame.width, frame.height, _EDGE, radius=min(2.0, frame.height / 4))
    ]


def _double(frame: Frame) -> list[Shape]:
    inner = Rect(
        frame.x + 0.8, frame.y + 0.8, frame.width - 1.6, frame.height - 1.6, _EDGE, radius=1.4
    )
    return [*_rounded(frame), inner]


def _barred(frame: Frame) -> list[Shape]:
    bar = min(1.2, frame.height / 4)
    bars = [
        Line(((x, frame.y), (x, frame.bottom)), {"stroke": style.INK, "stroke-width": "0.3"})
        for x in (frame.x + bar, frame.right - bar)
    ]
    return [*_plain(frame), *bars]


def _cut(frame: Frame) -> list[Shape]:
    c = min(2.0, frame.height / 4)
    points: tuple[Point, ...] = (
        (frame.x + c, frame.y),
        (frame.right - c, frame.y),
        (frame.right, frame.y + c),
        (frame.right, frame.bottom - c),
        (frame.right - c, frame.bottom),
        (frame.x + c, frame.bottom),
        (frame.x, frame.bottom - c),
        (frame.x, frame.y + c),
    )
    return [Area(points, _EDGE)]


_SHAPES: dict[str, Callable[[Frame], list[Shape]]] = {
    "system": _barred,
    "section": _rounded,
    "terminal": _cut,
    "persons": _double,
}


def sample(kind: str, frame: Frame) -> list[Shape]:
    """An empty box of one kind, for the legend."""
    return _SHAPES.get(kind, _plain)(frame)


def stacked(kind: str, frame: Frame, by: float = _STACK) -> list[Shape]:
    """A box on a second sheet: more than one holder. Both sheets stay within the frame."""
    width, height = frame.width - by, frame.height - by
    behind = Rect(frame.x + by, frame.y, width, height, _EDGE)
    front = Frame(frame.x, frame.y + by, width, height)
    return [behind, *_SHAPES.get(kind, _plain)(front)]
