"""Looks and number formats of a workbook, and texts of which parts look different."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.readable.package import Package, local
from nagarezu.readable.view import PLAIN, Look

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Formats of dates that every workbook knows without listing them; 27–36 and 50–58 are those of
# East Asian editions.
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_SIGNS = re.compile(r"[ymdhse]", re.IGNORECASE)
_MARKS = ("b", "i", "u", "strike")


class Style(NamedTuple):
    look: Look
    date: bool


Looks = list[Style]


def looks_of(package: Package, part: str) -> Looks:
    """Return the style of each index that cells may name; none at all is plain."""
    if part not in package.names:
        return []
    root = package.tree(part)
    fonts = [_font(e) for e in _children(root, "fonts")]
    fills = [_fill(e) for e in _children(root, "fills")]
    dates = _DATES | {
        _number(e, "numFmtId")
        for e in _children(root, "numFmts")
        if _is_date(e.get("formatCode", ""))
    }
    styles = []
    for entry in _children(root, "cellXfs"):
        font, fill = _number(entry, "fontId"), _number(entry, "fillId")
        look = fonts[font] if font < len(fonts) else PLAIN
        if fill < len(fills):
            look = look._replace(fill=fills[fill])
        styles.append(Style(look, _number(entry, "numFmtId") in dates))
    return styles


def _children(root: Element, name: str) -> Iterator[Element]:
    for group in root:
        if local(group) == name:
            yield from group


def _number(element: Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _is_date(code: str) -> bool:
    return bool(_DATE_SIGNS.search(_QUOTED.sub("", code.split(";")[0].replace("General", ""))))


def _font(font: Element) -> Look:
    look = PLAIN
    for element in font:
        name = local(element)
        if name in _MARKS:
            on = element.get("val", "1") not in ("0", "false", "none")
            look = _marked(look, name, on)
        elif name == "color":
            look = look._replace(colour=_colour(element))
        elif name == "sz":
            look = look._replace(size=element.get("val", ""))
    return look


def _marked(look: Look, name: str, on: bool) -> Look:
    """The look with one mark set; marks are named as the format names them."""
    return {
        "b": look._replace(bold=on),
        "i": look._replace(italic=on),
        "u": look._replace(underline=on),
        "strike": look._replace(strike=on),
    }[name]


def _colour(element: Element) -> str:
    """A colour as it is named; the colours that mean “as usual” are none."""
    named = " ".join(f"{key}={value}" for key, value in sorted(element.attrib.items()))
    return (
        "" if named in ("theme=1", "rgb=FF000000", "auto=1", "indexed=8", "indexed=64") else named
    )


def _fill(fill: Element) -> str:
    for pattern in fill:
        if local(pattern) == "gradientFill":
            return "gradient"
        kind = pattern.get("patternType", "none")
        if kind in ("none", "gray125"):
            return ""
        colours = [_colour(element) for element in pattern]
        return " ".join([kind, *colours])
    return ""


def rich_text(element: Element) -> tuple[str, bool]:
    """Return the text of a string and whether its runs look different; readings are left out."""
    texts, looks = [], set()
    for child in element:
        name = local(child)
        if name == "t":
            texts.append(child.text or "")
            looks.add(PLAIN)
        elif name == "r":
            look = PLAIN
            for part in child:
                if local(part) == "rPr":
                    look = _font(part)
                elif local(part) == "t":
                    texts.append(part.text or "")
            looks.add(look)
    return _unescaped("".join(texts)), len(looks) > 1


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _unescaped(text: str) -> str:
    """Undo the way in which workbooks write characters that XML cannot hold (_x000D_)."""
    return _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), text) if "_x" in text else text
