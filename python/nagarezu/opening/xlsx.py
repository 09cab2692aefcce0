"""Reads .xlsx: cells with their looks, and everything that a data sheet must not have.

Our own reader over defusedxml, because the rules ask for what a reader of values leaves out (text
boxes, folded rows, looks), and because one that spreads merged areas over cells or trusts stated
sizes can be made to exhaust memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.opening import limits
from nagarezu.opening.package import Package, attribute, local
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Book, Sheet, Thing, address
from nagarezu.opening.xlsx_looks import Looks, Rich, looks_of, rich_text
from nagarezu.opening.xlsx_sheet import fill_sheet, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")
_SHAPES = {"pic": "picture", "sp": "shape", "cxnSp": "shape", "grpSp": "shape"}


class Shared(NamedTuple):
    """What the sheets of a workbook share."""

    texts: list[Rich]
    looks: Looks


def read_xlsx(content: bytes, file: str, declared: str) -> Book:
    """Return the view of a workbook; NotReadable says what stands in the way."""
    package = Package(content, file)
    start = _main_part(package)
    relations = package.links(start)
    parts = dict(relations.values())
    shared = Shared(
        texts=list(_texts(package, parts.get("sharedStrings", ""))),
        looks=looks_of(package, parts.get("styles", "")),
    )
    book = Book("xlsx", declared, macros="vbaProject" in parts)
    root = package.tree(start)
    book.from_1904 = any(
        e.get("date1904") in ("1", "true") for e in root if local(e) == "workbookPr"
    )
    entries = [e for e in root.iter() if local(e) == "sheet"]
    if len(entries) > limits.SHEETS:
        raise NotReadable("too_many", file, f"{limits.SHEETS} sheets")
    left = limits.CELLS
    for entry in entries:
        kind, part = relations.get(attribute(entry, "id"), ("", ""))
        sheet = Sheet(entry.get("name", ""))
        if entry.get("state", "visible") != "visible":
            sheet.hidden.append(Thing("sheet", ""))
        if kind == "chartsheet":
            sheet.objects.append(Thing("chart", ""))
        elif part in package.names:
            fill_sheet(sheet, package, part, shared.texts, shared.looks, left)
            left -= len(sheet.cells)
            sheet.objects += _objects(package, part)
        else:
            raise NotReadable("damaged", file, part or "sheet")
        book.sheets.append(sheet)
    return book


def _main_part(package: Package) -> str:
    for kind, target in package.links("").values():
        if kind == "officeDocument" and target in package.names:
            return target
    raise NotReadable("unknown_format", package.file)


def _texts(package: Package, part: str) -> Iterator[Rich]:
    if part not in package.names:
        return
    for event, element in package.stream(part):
        if event == "end" and local(element) == "si":
            yield rich_text(element)
            element.clear()


def _objects(package: Package, part: str) -> Iterator[Thing]:
    """Yield what floats above the cells of a sheet, as its relations tell."""
    for kind, target in package.links(part).values():
        if kind == "drawing" and target in package.names:
            yield from _drawn(package.tree(target))
        elif kind in ("comments", "threadedComment") and target in package.names:
            for element in package.tree(target).iter():
                if local(element) in ("comment", "threadedComment"):
                    yield Thing("comment", element.get("ref", ""))
        elif kind in ("oleObject", "package", "control", "ctrlProp"):
            yield Thing("embedded", "")
        elif kind == "image":
            yield Thing("picture", "")


def _drawn(root: Element) -> Iterator[Thing]:
    for anchor in root:
        if local(anchor) not in _ANCHORS:
            continue
        place = _anchor_place(anchor)
        for element in anchor:
            name = local(element)
            if name == "graphicFrame":
                yield Thing("chart", place)
            elif name in _SHAPES:
                boxed = any(e.get("txBox") == "1" for e in element.iter())
                yield Thing("text_box" if boxed else _SHAPES[name], place, _written_on(element))


def _written_on(shape: Element) -> str:
    """The text of a shape, a line for each of its paragraphs."""
    lines = []
    for element in shape.iter():
        if local(element) == "p":
            lines.append("".join(part.text or "" for part in element.iter() if local(part) == "t"))
    return "\n".join(line for line in lines if line)


def _anchor_place(anchor: Element) -> str:
    numbers: dict[str, int] = {}
    for element in anchor:
        if local(element) == "from":
            numbers = {local(part): whole(part.text or "", -1) + 1 for part in element}
    row, column = numbers.get("row", 0), numbers.get("col", 0)
    return address(row, column) if row and column else ""
