"""Files for the tests of readers, written part by part so that each test shows what it reads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from nagarezu.importing.blocks import Blocks, Grid, Paragraph
from nagarezu.importing.sources import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = '<?xml version="1.0"?><Types xmlns="x"/>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word document of this body; other parts (`numbering`, `styles`, …) by their name."""
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind.rstrip("0123456789")}" '
        f'Target="{kind}.xml"/>'
        for kind in others
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }
    roots = {"footnotes": "footnotes", "header1": "hdr", "footer1": "ftr"}
    for kind, content in others.items():
        root = roots.get(kind, kind)
        parts[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
    return archive(parts)


def p(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def of_docx(body: str, **others: str) -> Blocks:
    return read_bytes(docx(body, **others), "a.docx", "d")


def of_text(text: str) -> Blocks:
    return read_bytes(text.encode(), "a.txt", "d")


def lines(blocks: Blocks) -> list[tuple[str, str]]:
    """(where, text) of each paragraph, those in cells included."""
    return [(paragraph.place.where, paragraph.text) for paragraph in blocks.paragraphs()]


def texts(blocks: Blocks) -> list[str]:
    return [paragraph.text for paragraph in blocks.paragraphs()]


def grids(blocks: Blocks) -> list[Grid]:
    return [block for block in blocks.blocks if isinstance(block, Grid)]


def cells(grid: Grid) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in grid.cells}


def looks(paragraphs: Iterable[Paragraph]) -> list[tuple[str, str]]:
    """(text, letters of its looks: b, u, s) of each span."""
    return [
        (span.text, "b" * span.bold + "u" * span.underlined + "s" * span.struck)
        for paragraph in paragraphs
        for span in paragraph.spans
    ]
