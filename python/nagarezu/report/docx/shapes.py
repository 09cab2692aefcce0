"""Shapes of Word from the shapes of a scene: the same places, lines and texts.

Word stretches no text to a given width, so a label stands in a frame with room to spare that has
neither border nor filling; the size of its letters is kept exact by scaling them to a percent.
"""

from __future__ import annotations

from collections.abc import Iterator

from nagarezu.report.docx.sheet import POINT, emu
from nagarezu.report.docx.xml import NOTHING, Value, Xml, a, element, w
from nagarezu.report.docx.xml import text as written
from nagarezu.report.figures.primitives import Area, Group, Label, Line, Look, Point, Rect, Shape

LINE = 1.1  # height of a line of text, in ems; Word sets the baseline at four fifths of it
BASELINE = 0.8 * LINE
_JC = {"start": "left", "middle": "center", "end": "right"}
_CAPS = {"round": "rnd", "square": "sq"}


class Pen:
    """Draws shapes at a scale, and counts them: every shape of a document has a number."""

    def __init__(self, scale: float, start: int) -> None:
        self.scale, self.count = scale, start
        self.aside: list[Label] = []

    def shapes(self, shapes: tuple[Shape, ...], title: str) -> Iterator[Xml]:
        """Groups are flat, which every program places alike; their title names each member."""
        for shape in shapes:
            if isinstance(shape, Group):
                yield from self.shapes(shape.shapes, shape.title or title)
            elif isinstance(shape, Rect):
                yield self._rect(shape, title)
            elif isinstance(shape, Label):
                if shape.turned and shape.text:
                    self.aside.append(shape)
                elif shape.text:
                    yield self._label(shape)
            elif len(shape.points) > 1:
                yield self._path(shape, title)

    def _mm(self, value: float) -> int:
        return emu(value * self.scale)

    def _frame(self, x: float, y: float, width: float, height: float) -> Xml:
        off = a("off", x=self._mm(x), y=self._mm(y))
        return a("xfrm", off, a("ext", cx=self._mm(width), cy=self._mm(height)))

    def _shape(self, name: str, properties: tuple[Xml, ...], *inside: Xml, own: bool = True) -> Xml:
        """A shape; one that is no member of a group has its name and number outside."""
        self.count += 1
        named: dict[str, Value] = {"id": self.count, "name": name or f"{self.count}"}
        return element(
            "wps:wsp",
            {},
            element("wps:cNvPr", named) if own else NOTHING,
            element("wps:cNvSpPr", {"txBox": 1} if inside else {}),
            element("wps:spPr", {}, *properties),
            *(inside or (element("wps:bodyPr", {}),)),
        )

    def _rect(self, rect: Rect, title: str) -> Xml:
        least = min(rect.width, rect.height)
        share = round(50_000 * min(1.0, 2 * rect.radius / least)) if least else 0
        guide = a("avLst", a("gd", name="adj", fmla=f"val {share}")) if share else a("avLst")
        form = a("prstGeom", guide, prst="roundRect" if share else "rect")
        frame = self._frame(rect.x, rect.y, rect.width, rect.height)
        return self._shape(title, (frame, form, _filled(rect.look), self._stroke(rect.look)))

    def _path(self, shape: Line | Area, title: str) -> Xml:
        """An open or closed run of points; a straight one is a line, which has no second extent."""
        xs, ys = [p[0] for p in shape.points], [p[1] for p in shape.points]
        left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
        frame = self._frame(left, top, width, height)
        closed = isinstance(shape, Area)
        flat = not (self._mm(width) and self._mm(height))
        form = (
            a("prstGeom", a("avLst"), prst="line")
            if flat
            else self._geometry(shape.points, (left, top), (width, height), closed=closed)
        )
        filling = _filled(shape.look) if closed else a("noFill")
        return self._shape(title, (frame, form, filling, self._stroke(shape.look)))

    def _geometry(
        self, points: tuple[Point, ...], origin: Point, size: Point, *, closed: bool
    ) -> Xml:
        def point(at: Point) -> Xml:
            return a("pt", x=self._mm(at[0] - origin[0]), y=self._mm(at[1] - origin[1]))

        steps = [a("moveTo", point(points[0])), *(a("lnTo", point(p)) for p in points[1:])]
        open_path = {} if closed else {"fill": "none"}
        path = a(
            "path",
            *steps,
            a("close") if closed else NOTHING,
            w=self._mm(size[0]),
            h=self._mm(size[1]),
            **open_path,
        )
        lists = (a(name) for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
        return a("custGeom", *lists, a("rect", l="0", t="0", r="r", b="b"), a("pathLst", path))

    def _stroke(self, look: Look) -> Xml:
        if look.get("stroke", "none") == "none":
            return a("ln", a("noFill"))
        width = float(look.get("stroke-width", "1"))
        dashes = [float(each) for each in look.get("stroke-dasharray", "").split()]
        pairs = zip(dashes[::2], dashes[1::2], strict=False)
        custom = (a("ds", d=_thousandths(d, width), sp=_thousandths(s, width)) for d, s in pairs)
        return a(
            "ln",
            a("solidFill", _colour(look["stroke"])),
            a("custDash", *custom) if dashes else a("prstDash", val="solid"),
            a("round") if look.get("stroke-linejoin") == "round" else a("miter", lim=400_000),
            w=self._mm(width),
            cap=_CAPS.get(look.get("stroke-linecap", ""), "flat"),
        )

    def _label(self, label: Label) -> Xml:
        start, length = span(label)
        rise, height = BASELINE * label.size, LINE * label.size
        return self.text(label, self._frame(label.x + start, label.y - rise, length, height))

    def text(self, label: Label, frame: Xml, *, own: bool = True) -> Xml:
        form = a("prstGeom", a("avLst"), prst="rect")
        box = element("wps:txbx", {}, w("txbxContent", self._line(label)))
        body = element(
            "wps:bodyPr",
            {
                "rot": 0,
                "vertOverflow": "overflow",
                "horzOverflow": "overflow",
                "vert": "vert270" if label.turned else "horz",
                "wrap": "square",
                **dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0),
                "anchor": "t",
            },
            a("noAutofit"),
        )
        look = (frame, form, a("noFill"), a("ln", a("noFill")))
        return self._shape(label.text, look, box, body, own=own)

    def _line(self, label: Label) -> Xml:
        points = label.size * self.scale / POINT
        half = max(2, round(2 * points))
        width = round(200 * points / half)
        return w(
            "p",
            w(
                "pPr",
                w("pStyle", val="FigureText"),
                w("spacing", line=round(20 * LINE * points), lineRule="exact"),
                w("jc", val=_JC[label.anchor]),
            ),
            w(
                "r",
                w(
                    "rPr",
                    w("b") if label.bold else NOTHING,
                    w("color", val=label.look.get("fill", "#1a1a1a").removeprefix("#")),
                    w("w", val=width) if width != 100 else NOTHING,
                    w("sz", val=half),
                    w("szCs", val=half),
                ),
                written(label.text),
            ),
        )


def span(label: Label) -> tuple[float, float]:
    """Where the frame of a label begins, from its place along its line, and how long it is."""
    spare = 0.15 * label.width + label.size
    length = label.width + 2 * spare
    starts = {"start": 0.0, "middle": -length / 2, "end": -length}
    return starts[label.anchor], length


def _thousandths(length: float, width: float) -> int:
    """A dash in thousandths of a percent of the width of its line."""
    return max(1, round(100_000 * length / width))


def _colour(colour: str) -> Xml:
    return a("srgbClr", val=colour.removeprefix("#"))


def _filled(look: Look) -> Xml:
    fill = look.get("fill", "none")
    return a("noFill") if fill == "none" else a("solidFill", _colour(fill))
