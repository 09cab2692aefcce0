"""Pages of PDF for tests: drawn, set by Typst, or written object by object."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from documents.build import pdf
from documents.parts import Paper, Part
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from nagarezu.importing.blocks import Blocks, Paragraph
from nagarezu.importing.sources import NotReadable, read_bytes

FONT = "HeiseiMin-W3"


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    """A PDF of what a function draws, in a font that is not embedded."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True, **options)
    canvas.setFont(FONT, 10)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def of_parts(*parts: Part, header: str = "") -> Blocks:
    paper = Paper("p", "agenda", "t", parts, (), header=header)
    return read_bytes(pdf.build(paper).content, "a.pdf", "d")


def refused(content: bytes) -> NotReadable:
    with pytest.raises(NotReadable) as found:
        read_bytes(content, "a.pdf", "d")
    return found.value


def running(blocks: Blocks) -> list[str]:
    return [b.text for b in blocks.blocks if isinstance(b, Paragraph) and b.running]


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 60, 60, 400, 600)


def streamed(stream: bytes, entries: bytes = b"") -> bytes:
    """A PDF of one page with this content stream."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources"
        b"<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), entries, stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n")
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()
