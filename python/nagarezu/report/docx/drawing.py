"""A figure as a group of Word shapes: editable, searchable, and vector in print (ADR 0007)."""

from __future__ import annotations

from nagarezu.report.docx.shapes import BASELINE, LINE, Pen, span
from nagarezu.report.docx.sheet import emu
from nagarezu.report.docx.xml import NAMESPACES, NOTHING, Value, Xml, a, element, joined, text, w
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.primitives import Label


def drawing(figure: Figure, description: str, number: int, *, room: float, scale: float) -> Xml:
    """Return the runs of a figure in a paragraph `room` millimetres wide, in its middle.

    `number` counts the figures of the document from 1. Readers that know no shapes (Word 2007) get
    the description instead.
    """
    total = figure.scene.scale * scale
    extent = _extent(figure.scene.width * total, figure.scene.height * total)
    frame = a("off", x=0, y=0), a("ext", **extent), a("chOff", x=0, y=0), a("chExt", **extent)
    pen = Pen(total, number * 10_000)
    group = element(
        "wpg:wgp",
        {},
        element("wpg:cNvGrpSpPr", {}),
        element("wpg:grpSpPr", {}, a("xfrm", *frame)),
        *pen.shapes(figure.scene.shapes, ""),
    )
    inline = element(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", extent),
        *_named(number, figure.caption, description),
        _graphic("wpg", group),
    )
    left = (room - figure.scene.width * total) / 2
    turned = (_turned(pen, label, left) for label in pen.aside)
    return joined((_drawn("wpg", inline, description), *turned))


def _extent(width: float, height: float) -> dict[str, Value]:
    return {"cx": max(emu(width), 1), "cy": max(emu(height), 1)}


def _named(number: int, name: str, description: str) -> tuple[Xml, Xml]:
    properties: dict[str, Value] = {"id": number, "name": name, "descr": description}
    return element("wp:docPr", properties), element("wp:cNvGraphicFramePr", {})


def _graphic(prefix: str, content: Xml) -> Xml:
    return a("graphic", a("graphicData", content, uri=NAMESPACES[prefix]))


def _drawn(prefix: str, content: Xml, description: str) -> Xml:
    choice = element("mc:Choice", {"Requires": prefix}, w("drawing", content))
    fallback = element("mc:Fallback", {}, text(description) if description else NOTHING)
    return w("r", element("mc:AlternateContent", {}, choice, fallback))


def _turned(pen: Pen, label: Label, left: float) -> Xml:
    """A label that reads upwards, beside the group: LibreOffice turns no text within one."""
    start, length = span(label)
    rise, height = BASELINE * label.size, LINE * label.size
    x, y = label.x - rise, label.y - start - length
    extent = _extent(height * pen.scale, length * pen.scale)
    form = pen.text(label, a("xfrm", a("off", x=0, y=0), a("ext", **extent)), own=False)
    zeros = ("distT", "distB", "distL", "distR", "simplePos", "behindDoc", "locked")
    flags: dict[str, Value] = dict.fromkeys(zeros, 0)
    flags |= {"layoutInCell": 1, "allowOverlap": 1, "relativeHeight": pen.count}
    anchor = element(
        "wp:anchor",
        flags,
        element("wp:simplePos", {"x": 0, "y": 0}),
        _offset("H", "column", left + x * pen.scale),
        _offset("V", "paragraph", y * pen.scale),
        element("wp:extent", extent),
        element("wp:wrapNone", {}),
        *_named(pen.count, label.text, label.text),
        _graphic("wps", form),
    )
    return _drawn("wps", anchor, "")


def _offset(axis: str, origin: str, millimetres: float) -> Xml:
    offset = element("wp:posOffset", {}, Xml(str(emu(millimetres))))
    return element(f"wp:position{axis}", {"relativeFrom": origin}, offset)
