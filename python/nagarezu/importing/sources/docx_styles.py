"""Styles of a word processor, as far as they say heading, list number, bold, underlined, struck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.importing.rules import compiled
from nagarezu.opening.package import Package, attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"(?:heading|見出し)\s*([1-9])", re.IGNORECASE)
_CHAIN = 20  # styles that are based on one another


class Looks(NamedTuple):
    """Looks of a run; None where nothing is said."""

    bold: bool | None = None
    underlined: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None

    def over(self, other: Looks) -> Looks:
        """These looks where they say something, else the other."""
        return Looks(*(b if a is None else a for a, b in zip(self, other, strict=True)))


class Listed(NamedTuple):
    """The list that a paragraph belongs to: number of the definition, and depth from 0."""

    number: str
    depth: int


class Style(NamedTuple):
    looks: Looks = Looks()
    level: int = 0
    listed: Listed | None = None


def styles_of(package: Package, part: str) -> dict[str, Style]:
    """Styles by id, with all that they inherit; the default style of paragraphs stands under ''."""
    if part not in package.names:
        return {}
    elements = {}
    default = ""
    for element in package.tree(part):
        if local(element) == "style":
            name = attribute(element, "styleId")
            elements[name] = element
            if attribute(element, "type") == "paragraph" and attribute(element, "default") == "1":
                default = name
    found = {name: _inherited(name, elements) for name in elements}
    return found | {"": found.get(default, Style())}


def _inherited(name: str, elements: dict[str, Element]) -> Style:
    style, seen = Style(), 0
    while name in elements and seen < _CHAIN:
        own = _own(elements[name])
        style = Style(
            style.looks.over(own.looks), style.level or own.level, style.listed or own.listed
        )
        based = [e for e in elements[name] if local(e) == "basedOn"]
        name, seen = attribute(based[0], "val") if based else "", seen + 1
    return style


def _own(element: Element) -> Style:
    looks, level, listed = Looks(), 0, None
    for part in element:
        kind = local(part)
        if kind == "rPr":
            looks = looks_of(part)
        elif kind == "pPr":
            level, listed = level_of(part) or level, listed_of(part)
        elif kind == "name":
            match = _HEADING.fullmatch(attribute(part, "val").strip())
            level = level or (int(match.group(1)) if match else 0)
    return Style(looks, level, listed)


def looks_of(properties: Element) -> Looks:
    said: dict[str, bool] = {}
    for part in properties:
        said[local(part)] = attribute(part, "val").lower() not in _OFF
    return Looks(
        said.get("b"),
        said.get("u"),
        said.get("strike") or said.get("dstrike") if {"strike", "dstrike"} & set(said) else None,
        said.get("vanish"),
    )


def level_of(properties: Element) -> int:
    """The outline level, from 1; 0 for running text."""
    for part in properties:
        if local(part) == "outlineLvl":
            text = attribute(part, "val")
            return int(text) + 1 if compiled("[0-8]").fullmatch(text) else 0
    return 0


def listed_of(properties: Element) -> Listed | None:
    for part in properties:
        if local(part) == "numPr":
            said = {local(e): attribute(e, "val") for e in part}
            depth = said.get("ilvl", "0")
            return Listed(
                said.get("numId", ""), int(depth) if compiled("[0-8]").fullmatch(depth) else 0
            )
    return None
