"""What a stranger finds in a Word file: its parts, an outline to read, broken copies."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from nagarezu.report.docx.xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
CHOICE = f"{{{NAMESPACES['mc']}}}Choice"
WSP = f"{{{NAMESPACES['wps']}}}wsp"
DOC_PR = f"{{{NAMESPACES['wp']}}}docPr"


@lru_cache(maxsize=12)
def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


@lru_cache(maxsize=12)
def root(content: bytes, part: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(parts(content)[part])


def broken(content: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The file with one text of a part replaced everywhere; the text must be there."""
    found = dict(parts(content))
    text = found[part].decode("utf-8")
    assert old in text, old
    found[part] = text.replace(old, new).encode("utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, part_content in found.items():
            file.writestr(name, part_content)
    return out.getvalue()


def value(element: ET.Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def style(paragraph: ET.Element) -> str:
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def text(element: ET.Element) -> str:
    """Text outside figures, with tabs; the marks of fields stay out."""
    found = []
    for child in element:
        if child.tag == f"{W}t":
            found.append(child.text or "")
        elif child.tag == f"{W}tab":
            found.append("\t")
        elif not child.tag.startswith(f"{{{NAMESPACES['mc']}}}") and child.tag != f"{W}pPr":
            found.append(text(child))
    return "".join(found)


def blocks(content: bytes) -> Iterator[ET.Element]:
    """Paragraphs, tables and section ends of the body in order; contents are opened."""
    body = root(content).find(f"{W}body")
    assert body is not None
    for child in body:
        if child.tag == f"{W}sdt":
            yield from child.find(f"{W}sdtContent") or ()
        else:
            yield child


def outline(content: bytes) -> str:
    """A line a paragraph, row, figure and section."""
    lines: list[str] = []
    for block in blocks(content):
        if block.tag == f"{W}p":
            lines += _paragraph(block)
        elif block.tag == f"{W}tbl":
            lines += _table(block)
        elif block.tag == f"{W}sectPr":
            lines.append(_section(block))
    for name in sorted(parts(content)):
        if name.startswith(("word/header", "word/footer")):
            shown = [runs(p) for p in root(content, name).iter(f"{W}p")]
            lines.append(f"{name}: {' / '.join(shown)}")
    return "\n".join(lines) + "\n"


def _paragraph(block: ET.Element) -> Iterator[str]:
    listed = block.find(f"{W}pPr/{W}numPr/{W}numId")
    number = f" list {value(listed)}" if listed is not None else ""
    marks = "".join(f" #{value(m, 'name')}" for m in block.iter(f"{W}bookmarkStart"))
    yield f"{style(block)}{number}{marks} | {runs(block)}"
    for choice in block.iter(CHOICE):
        described = next(choice.iter(DOC_PR)).get("descr")
        labels = [text(box) for box in choice.iter(f"{W}txbxContent")]
        count = len(list(choice.iter(WSP)))
        yield f"  figure of {count} shapes, described: {described}; labels: {' / '.join(labels)}"
    section = block.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        yield _section(section)


def runs(paragraph: ET.Element) -> str:
    """The text, with looks as marks: *strong*, _added_, and fields in braces."""
    shown = []
    for run in [*paragraph.findall(f"{W}r"), *paragraph.findall(f"{W}hyperlink/{W}r")]:
        look = value(run.find(f"{W}rPr/{W}rStyle"))
        sign = {"Strong": "*", "Added": "_"}.get(look, "")
        code = run.find(f"{W}instrText")
        shown.append(f"{{{(code.text or '').strip()}}}" if code is not None else "")
        shown.append(f"{sign}{text(run)}{sign}" if text(run) else "")
    return "".join(shown)


def _table(table: ET.Element) -> Iterator[str]:
    properties = table.find(f"{W}tblPr")
    assert properties is not None
    named = value(properties.find(f"{W}tblCaption")), value(properties.find(f"{W}tblDescription"))
    widths = [value(column, "w") for column in table.iter(f"{W}gridCol")]
    yield f"table {value(properties.find(f'{W}tblStyle'))} {' '.join(widths)} | {' | '.join(named)}"
    for row in table.iter(f"{W}tr"):
        flags = [f.tag.removeprefix(W) for f in row.find(f"{W}trPr") or ()]
        cells = [
            f"{style(p)} {value(p.find(f'{W}pPr/{W}jc'))}: {runs(p)}" for p in row.iter(f"{W}p")
        ]
        yield f"  row {' '.join(flags)} | {' | '.join(cells)}"


def _section(section: ET.Element) -> str:
    size = section.find(f"{W}pgSz")
    way = value(size, "orient") or "portrait"
    first = " first differs" if section.find(f"{W}titlePg") is not None else ""
    return f"--- section {way} {value(size, 'w')} × {value(size, 'h')}{first}"
