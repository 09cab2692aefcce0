"""CSV and its kin: one grid of records, places `CSV!B4` counted in records as a spreadsheet would.

The separator is the one of `,`, tab, `;`, `|` that makes most of the first records equally wide; a
comma if none does.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from nagarezu.importing.blocks import Blocks, Cell, Paragraph
from nagarezu.importing.sources.formats import base_name, declared_other
from nagarezu.importing.sources.markup import pieces
from nagarezu.importing.sources.places import Places, address, grid
from nagarezu.opening import limits
from nagarezu.opening.delimited import decode, records
from nagarezu.opening.refusal import NotReadable

_SEPARATORS = ",\t;|"
_LOOKED_AT = 100  # records
_HEAD = 200_000  # characters, so that one endless field does not make the choice slow
SHEET = "CSV"


def read_delimited(content: bytes, name: str, source: str) -> Blocks:
    """Return the blocks of a CSV file in UTF-8, UTF-16 with a mark, or CP932."""
    decoded = decode(content, name)
    if "\x00" in decoded.text:
        raise NotReadable("unknown_document", name, "binary")
    places = Places(source, name)
    start = places(f"{SHEET}!A1")
    cells = []
    for row, record in enumerate(records(decoded.text, separator_of(decoded.text))):
        if row >= limits.ROWS:
            raise NotReadable("too_many", name, f"{limits.ROWS:,} lines")
        if len(record.fields) > limits.COLUMNS:
            raise NotReadable("too_many", name, f"{limits.COLUMNS:,} fields")
        for column, field in enumerate(record.fields):
            if not field or field.isspace():
                continue
            if len(field) > limits.FIELD:
                raise NotReadable("too_many", name, f"{limits.FIELD:,} characters")
            place = places(f"{SHEET}!{address(row, column)}")
            paragraphs = tuple(
                Paragraph(piece.spans, place, 0, line if piece.cleaned else "")
                for line in field.splitlines()
                for piece in pieces(line)
            )
            if paragraphs:
                cells.append(Cell(row, column, paragraphs, place))
        if len(cells) > limits.CELLS:
            raise NotReadable("too_many", name, f"{limits.CELLS:,} cells")
    if not cells:
        raise NotReadable("empty", name)
    table = grid(cells, start)
    return Blocks(
        source,
        "csv",
        base_name(name),
        (table,),
        encoding=decoded.encoding,
        declared=declared_other(name, "csv"),
    )


def separator_of(text: str) -> str:
    """The separator under which most records agree on a width of two or more."""

    def agreeing(separator: str) -> tuple[int, int]:
        widths = Counter(
            len(record.fields)
            for record in islice(records(text[:_HEAD], separator), _LOOKED_AT)
            if any(record.fields)
        )
        width = max(widths, key=lambda width: (widths[width], width), default=0)
        several = width > 1 and 2 * widths[width] > widths.total()
        return (widths[width], width) if several else (0, 0)

    scores = {separator: agreeing(separator) for separator in _SEPARATORS}
    # The first of the list wins a tie; without any agreement that is the comma.
    return max(_SEPARATORS, key=lambda separator: scores[separator])
