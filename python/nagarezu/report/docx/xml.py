"""XML of a Word file built by type: an Xml is finished source, a str is text and gets escaped.

The order of children is that of the schema; Word repairs or refuses what stands in another order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nagarezu.report.figures.svg import escaped

NAMESPACES: dict[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Xml:
    """Finished source of one or several elements."""

    text: str


Value = str | int
NOTHING = Xml("")


def element(name: str, attributes: Mapping[str, Value], *content: Xml) -> Xml:
    """One element with its prefix; values of attributes are escaped."""
    opening = name + "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    inside = "".join(part.text for part in content)
    return Xml(f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>")


def w(name: str, /, *content: Xml, **attributes: Value) -> Xml:
    """An element of WordprocessingML, whose attributes carry its prefix."""
    return element(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *content)


def a(name: str, /, *content: Xml, **attributes: Value) -> Xml:
    """An element of DrawingML, whose attributes carry no prefix."""
    return element(f"a:{name}", attributes, *content)


def on(name: str, *, when: bool = True) -> Xml:
    """A property that is there or not."""
    return w(name) if when else NOTHING


def text(string: str) -> Xml:
    """Text of a run: nothing in it is markup, and what XML refuses is made visible."""
    return Xml(f'<w:t xml:space="preserve">{escaped(string)}</w:t>')


def joined(parts: Iterable[Xml]) -> Xml:
    return Xml("".join(part.text for part in parts))


def part(name: str, *content: Xml, prefixes: Iterable[str] = ("w", "r")) -> bytes:
    """A whole part of the package with its root element."""
    declared = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}
    return (_DECLARATION + element(name, declared, *content).text).encode("utf-8")


def raw_part(root: str) -> bytes:
    """A part whose source is given whole."""
    return (_DECLARATION + root).encode("utf-8")
