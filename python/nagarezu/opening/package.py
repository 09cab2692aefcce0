"""The parts of a zipped workbook, read with bounds and without document types or entities.

A zip bomb is stopped by what really unpacks, not by the sizes that the archive claims; nothing is
written to disk, and names of parts are only ever looked up.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from nagarezu.errors import MissingExtra
from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Package:
    """A zip file as named parts."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self._left = limits.UNPACKED_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise NotReadable("damaged", file, type(error).__name__) from error
        entries = self._zip.infolist()
        if len(entries) > limits.PARTS:
            raise NotReadable("too_many", file, f"{limits.PARTS} parts")
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotReadable("encrypted", file)
        self.names = {entry.filename for entry in entries}

    def read(self, name: str) -> bytes:
        """Unpack one part; KeyError if there is none of that name."""
        with self._open(name) as part:
            return self._within(part)

    def _open(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(name)
        except _BROKEN as error:
            raise NotReadable("damaged", self.file, name) from error

    def _within(self, part: IO[bytes]) -> bytes:
        try:
            content = part.read(self._left + 1)
        except _BROKEN as error:
            raise NotReadable("damaged", self.file, type(error).__name__) from error
        self._left -= len(content)
        if self._left < 0:
            raise NotReadable("archive_too_large", self.file, f"{limits.UNPACKED_BYTES:,} bytes")
        return content

    def tree(self, name: str) -> Element:
        """Parse one part whole."""
        return parse_xml(self.read(name), self.file, name)

    def stream(self, name: str) -> Iterator[tuple[str, Element]]:
        """Parse one part element by element: yields (event, element)."""
        return stream_xml(self.read(name), self.file, name)

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id → (last word of the type, name of the target part)."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self.names:
            return {}
        found = {}
        for entry in self.tree(relations):
            target = entry.get("Target", "")
            if entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[entry.get("Id", "")] = (entry.get("Type", "").rsplit("/", 1)[-1], target)
        return found


def parse_xml(content: bytes, file: str, what: str) -> Element:
    """Return the root of a text; too deep, entities and faults of syntax are NotReadable."""
    root: Element | None = None
    for _, element in stream_xml(content, file, what):
        root = element  # the last element to end is the root
    if root is None:  # pragma: no cover - expat reports an empty text itself
        raise NotReadable("damaged", file, what)
    return root


def stream_xml(content: bytes, file: str, what: str) -> Iterator[tuple[str, Element]]:
    """Yield (`start` or `end`, element) in order. Callers clear what they are done with."""
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, iterparse
    except ImportError as error:
        raise MissingExtra("defusedxml", "report") from error
    depth = 0
    try:
        for event, element in iterparse(io.BytesIO(content), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > limits.DEPTH:
                raise NotReadable("too_deep", file, what)
            yield event, element
    except DefusedXmlException as error:
        raise NotReadable("unsafe_xml", file, what) from error
    except (ParseError, UnicodeError, LookupError, ValueError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable("damaged", file, what) from error


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name; empty if there is none."""
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return value
    return ""
