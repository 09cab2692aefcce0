"""Reads JSON and XML whose records are flat, as one sheet: names in row 1, a record a row.

What is no single datum (a list in a member, an element within a field) is noted as nested.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from nagarezu.opening import limits
from nagarezu.opening.delimited import decode
from nagarezu.opening.package import local, parse_xml
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Book, Cell, Sheet, address

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Record = Mapping[str, Any]


def read_json(content: bytes, file: str, declared: str) -> Book:
    """Return the view of a list of objects, which may stand in a member such as `rows`."""
    text, encoding, bom = decode(content, file)
    _shallow(text, file)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotReadable("damaged", file, "JSON") from error
    sheet = Sheet(PurePath(file).stem)
    _fill(sheet, _objects(value), file)
    return Book("json", declared, [sheet], encoding, bom)


def _shallow(text: str, file: str) -> None:
    """Refuse what nests too deep before anything recurses; brackets in texts count alike."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if bracket.group() in "[{" else max(0, depth - 1)
        if depth > limits.DEPTH:
            raise NotReadable("too_deep", file, "JSON")


def _objects(value: Any) -> Sequence[Record]:
    """The longest list of objects at the top or one step below it; else the value itself."""
    candidates = [value, *(value.values() if isinstance(value, dict) else [])]
    lists = [
        candidate
        for candidate in candidates
        if isinstance(candidate, list) and candidate and all(isinstance(e, dict) for e in candidate)
    ]
    if lists:
        return max(lists, key=len)
    return [value] if isinstance(value, dict) else []


def read_xml(content: bytes, file: str, declared: str) -> Book:
    """Return the view of the elements that repeat most: their children are the fields."""
    root = parse_xml(content, file, "XML")
    sheet = Sheet(PurePath(file).stem)
    _fill(sheet, [_fields(element) for element in _repeated(root)], file)
    return Book("xml", declared, [sheet], "utf-8")


def _repeated(root: Element) -> list[Element]:
    """The children of one element that share a name, where they are most."""
    best: list[Element] = []
    for parent in root.iter():
        names = Counter(local(child) for child in parent if len(child) or child.attrib)
        for name, count in names.most_common(1):
            if count > len(best):
                best = [child for child in parent if local(child) == name]
    return best or [root]


def _fields(element: Element) -> Record:
    fields: dict[str, Any] = dict(element.attrib)
    for child in element:
        name = local(child)
        inner: Any = list(child) if len(child) else (child.text or "")
        fields[name] = [inner] if name in fields else inner
    return fields


def _fill(sheet: Sheet, rows: Sequence[Record], file: str) -> None:
    columns: dict[str, int] = {}
    for number, record in enumerate(rows, start=2):
        for name, value in record.items():
            column = columns.setdefault(name, len(columns) + 1)
            if isinstance(value, list | dict):
                sheet.nested.append(address(number, column))
                value = "…"
            if value is not None and value != "":
                sheet.cells[number, column] = Cell(number, column, value)
        if len(sheet.cells) > limits.CELLS or len(columns) > limits.COLUMNS:
            raise NotReadable("too_many", file, f"{limits.CELLS:,} cells")
    for name, column in columns.items():
        if name:
            sheet.cells[1, column] = Cell(1, column, name)
