"""The package: the parts of a Word file, how they hang together, equal bytes for equal parts."""

from __future__ import annotations

import datetime
import io
import os
import zipfile
from collections.abc import Mapping, Sequence

from nagarezu.languages import Lang
from nagarezu.report.docx.styles import LANGUAGE
from nagarezu.report.docx.xml import Xml, element, raw_part
from nagarezu.report.figures.svg import escaped

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
# A file states when it was made; ours a fixed day unless the build says which.
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# The days that an archive can state.
_FIRST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
_LAST = datetime.datetime(2107, 12, 31, tzinfo=datetime.UTC)


def made() -> datetime.datetime:
    """When the file says it was made: SOURCE_DATE_EPOCH as near as it can, or a fixed day."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (stated.isascii() and stated.isdigit()):
        return _CREATED
    seconds = float(stated)
    if seconds >= _LAST.timestamp():
        return _LAST
    return max(_FIRST, datetime.datetime.fromtimestamp(seconds, datetime.UTC))


def core(title: str, subject: str, keywords: Sequence[str], lang: Lang) -> bytes:
    """The properties that a program lists for the file."""
    stamp = made().strftime("%Y-%m-%dT%H:%M:%SZ")
    names = {
        "xmlns:cp": _CORE,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    texts = {
        "dc:title": title,
        "dc:subject": subject,
        "dc:creator": "nagarezu",
        "cp:keywords": ", ".join(keywords),
        "dc:language": LANGUAGE[lang],
        "cp:lastModifiedBy": "nagarezu",
    }
    body = [element(name, {}, Xml(escaped(text))) for name, text in texts.items() if text]
    for name in ("dcterms:created", "dcterms:modified"):
        body.append(element(name, {"xsi:type": "dcterms:W3CDTF"}, Xml(stamp)))
    return raw_part(element("cp:coreProperties", names, *body).text)


def relations(targets: Mapping[str, str]) -> bytes:
    """Relations rId1, rId2 … from the end of their type to the part that each names."""
    listed = (
        element(
            "Relationship",
            {
                "Id": f"rId{place}",
                "Type": kind if kind.startswith("http") else f"{_RELATIONS}/{kind}",
                "Target": target,
            },
        )
        for place, (target, kind) in enumerate(targets.items(), start=1)
    )
    root = {"xmlns": f"{_PACKAGE}/relationships"}
    return raw_part(element("Relationships", root, *listed).text)


def package(word: Mapping[str, bytes], properties: bytes) -> bytes:
    """Zip the parts of the folder `word`, `document.xml` among them, in a fixed order and date."""
    kinds = {name: name.removesuffix(".xml").rstrip("0123456789") for name in word}
    parts = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": relations(
            {
                "word/document.xml": "officeDocument",
                "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            }
        ),
        "docProps/core.xml": properties,
        "word/_rels/document.xml.rels": relations(
            {name: kind for name, kind in kinds.items() if kind != "document"}
        ),
        **{f"word/{name}": content for name, content in word.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, made().timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            file.writestr(entry, content)
    return out.getvalue()


def _content_types(kinds: Mapping[str, str]) -> bytes:
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = {"document": "document.main"}
    overrides = {"/docProps/core.xml": core}
    overrides |= {
        f"/word/{name}": f"{_WORD}.{types.get(kind, kind)}+xml" for name, kind in kinds.items()
    }
    listed = [
        element("Default", {"Extension": "rels", "ContentType": rels}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(
            element("Override", {"PartName": name, "ContentType": kind})
            for name, kind in overrides.items()
        ),
    ]
    root = {"xmlns": f"{_PACKAGE}/content-types"}
    return raw_part(element("Types", root, *listed).text)
