"""A scene as SVG: presentation attributes only, no style sheet, no script, nothing from outside.

Word, Typst and browsers draw the same file. A page may restyle it by class (`nz-box`, `nz-flow` …).
Ids are made from the content, so several figures fit on one page and equal input gives equal bytes.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping

from nagarezu.inert import visible
from nagarezu.report.figures.primitives import Area, Group, Label, Line, Point, Rect, Scene, Shape

FONTS = "'Noto Sans CJK JP','Noto Sans JP','BIZ UDPGothic','Yu Gothic','Hiragino Sans',sans-serif"
_NAME = re.compile(r"[a-z][a-zA-Z0-9-]*")
_OUTSIDE_XML = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def svg(scene: Scene) -> str:
    """Return the text of the SVG, whose size is in millimetres."""
    prefix = "nz" + hashlib.sha256(repr(scene).encode("utf-8")).hexdigest()[:10]
    width, height = number(scene.width), number(scene.height)
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{number(scene.width * scene.scale)}mm",
        "height": f"{number(scene.height * scene.scale)}mm",
        "viewBox": f"0 0 {width} {height}",
        "role": "img",
        "lang": scene.lang,
        "class": f"nz-figure nz-{scene.kind}",
        "aria-labelledby": f"{prefix}-title {prefix}-desc",
        "font-family": FONTS,
    }
    parts = [
        f"<svg{_attributes(root)}>\n",
        f'<title id="{prefix}-title">{escaped(scene.title)}</title>\n',
        f'<desc id="{prefix}-desc">{escaped(scene.description)}</desc>\n',
        *(_written(shape, prefix) for shape in scene.shapes),
        "</svg>\n",
    ]
    return "".join(parts)


def number(value: float) -> str:
    """A coordinate with at most two decimals: a hundredth of a millimetre."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escaped(text: str) -> str:
    """Text as SVG shows it: no markup, nothing hidden, nothing reordered, nothing outside XML."""
    shown = _OUTSIDE_XML.sub(lambda match: f"[U+{ord(match.group()):04X}]", visible(text))
    return html.escape(shown, quote=True)


def _attributes(values: Mapping[str, str]) -> str:
    for name in values:
        if not _NAME.fullmatch(name):
            raise ValueError(f"not the name of an attribute: {name}")
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items())


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def _written(shape: Shape, prefix: str) -> str:
    if isinstance(shape, Rect):
        return _rect(shape)
    if isinstance(shape, Line):
        return _empty("polyline", {"points": _points(shape.points), "fill": "none", **shape.look})
    if isinstance(shape, Area):
        return _empty("polygon", {"points": _points(shape.points), **shape.look})
    if isinstance(shape, Label):
        return _label(shape)
    return "".join(_group(shape, prefix))


def _empty(name: str, values: Mapping[str, str]) -> str:
    return f"<{name}{_attributes(values)}/>\n"


def _rect(rect: Rect) -> str:
    values = {
        "x": number(rect.x),
        "y": number(rect.y),
        "width": number(rect.width),
        "height": number(rect.height),
    }
    if rect.radius:
        values["rx"] = number(rect.radius)
    return _empty("rect", {**values, **rect.look})


def _label(label: Label) -> str:
    values = {
        "x": number(label.x),
        "y": number(label.y),
        "font-size": number(label.size),
        "fill": "#1a1a1a",
        # A label of one character is not stretched to its box.
        **({"textLength": number(label.width)} if len(label.text) > 1 else {}),
        **({"text-anchor": label.anchor} if label.anchor != "start" else {}),
        **({"font-weight": "700"} if label.bold else {}),
        # The label keeps to itself: what reads from right to left reorders nothing beside it.
        "direction": "ltr",
        "unicode-bidi": "isolate",
        **label.look,
    }
    if label.turned:
        values["transform"] = f"rotate(-90 {number(label.x)} {number(label.y)})"
    return f"<text{_attributes(values)}>{escaped(label.text)}</text>\n"


def _group(group: Group, prefix: str) -> Iterator[str]:
    values = {"class": f"nz-{group.kind}"}
    if group.key:
        digest = hashlib.sha256(group.key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        values["id"] = f"{prefix}-{digest}"
    values |= {f"data-{name}": value for name, value in group.data.items()}
    yield f"<g{_attributes(values)}>\n"
    if group.title:
        yield f"<title>{escaped(group.title)}</title>\n"
    for shape in group.shapes:
        yield _written(shape, prefix)
    yield "</g>\n"
