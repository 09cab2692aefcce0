"""Reads CSV by its letter (RFC 4180), and keeps what a forgiving reader would mend in silence."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Book, Cell, Sheet, Thing

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Text(NamedTuple):
    text: str
    encoding: str
    bom: bool


def decode(content: bytes, file: str) -> Text:
    """Return the text of a file in UTF-8, UTF-16 with a mark, or Shift_JIS as Windows writes it."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Text(_decoded(content[len(mark) :], encoding, file), encoding, True)
    for encoding in ("utf-8", "cp932"):
        try:
            return Text(content.decode(encoding), encoding, False)
        except UnicodeDecodeError:
            continue
    raise NotReadable("encoding", file)


def _decoded(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadable("encoding", file) from error


def read_csv(content: bytes, file: str, declared: str) -> Book:
    """Return the view of a CSV file: one sheet that has the name of the file."""
    text, encoding, bom = decode(content, file)
    if "\x00" in text:
        raise NotReadable("unknown_format", file)
    sheet = Sheet(PurePath(file).stem)
    lengths: list[int] = []
    for number, record in enumerate(records(text), start=1):
        if number > limits.ROWS:
            raise NotReadable("too_many", file, f"{limits.ROWS:,} lines")
        _take(sheet, number, record, file)
        lengths.append(len(record.fields) if any(record.fields) else 0)
    _uneven(sheet, lengths)
    return Book("csv", declared, [sheet], encoding, bom)


class Record(NamedTuple):
    """One record: its fields, and the faults of its quoting (`unclosed`, `stray_quote`)."""

    fields: list[str]
    fault: str


def records(text: str, separator: str = ",") -> Iterator[Record]:
    """Split a text into records. Separators and line ends inside quotes belong to the field."""
    ends = re.compile(f"[{re.escape(separator)}\r\n]")
    position, end = 0, len(text)
    fields: list[str] = []
    fault = ""
    while position < end:
        if text[position] == '"':
            field, position, trouble = _quoted(text, position + 1, ends)
        else:
            stop = _next(text, position, ends)
            field, trouble = text[position:stop], ""
            position = stop
            if '"' in field:
                trouble = "stray_quote"
        fields.append(field)
        fault = fault or trouble
        if position < end and text[position] == separator:
            position += 1
            if position == end or text[position] in "\r\n":
                fields.append("")
            else:
                continue
        yield Record(fields, fault)
        fields, fault = [], ""
        position += 2 if text.startswith("\r\n", position) else 1
    if fields:
        yield Record(fields, fault)


def _next(text: str, position: int, ends: re.Pattern[str]) -> int:
    """Where the field that has no quotes, or has left them, ends."""
    found = ends.search(text, position)
    return found.start() if found else len(text)


def _quoted(text: str, start: int, ends: re.Pattern[str]) -> tuple[str, int, str]:
    """Read a field after its opening quote: the field, where it ends, and what is wrong."""
    parts: list[str] = []
    while True:
        stop = text.find('"', start)
        if stop < 0:
            return "".join([*parts, text[start:].rstrip("\r\n")]), len(text), "unclosed"
        parts.append(text[start:stop])
        if text.startswith('""', stop):
            parts.append('"')
            start = stop + 2
            continue
        rest = _next(text, stop + 1, ends)
        trailing = text[stop + 1 : rest]
        return "".join([*parts, trailing]), rest, "stray_quote" if trailing else ""


def _take(sheet: Sheet, number: int, record: Record, file: str) -> None:
    if len(record.fields) > limits.COLUMNS:
        raise NotReadable("too_many", file, f"{limits.COLUMNS:,} fields")
    if record.fault:
        sheet.lines.append(Thing(record.fault, f"{number}:{number}"))
    for column, field in enumerate(record.fields, start=1):
        if len(field) > limits.FIELD:
            raise NotReadable("too_many", file, f"{limits.FIELD:,} characters")
        if field:
            sheet.cells[number, column] = Cell(number, column, field)
    if len(sheet.cells) > limits.CELLS:
        raise NotReadable("too_many", file, f"{limits.CELLS:,} cells")


def _uneven(sheet: Sheet, lengths: list[int]) -> None:
    """Note the records that have not as many fields as most."""
    counted = Counter(length for length in lengths if length)
    if not counted:
        return
    usual = max(counted, key=lambda length: (counted[length], length))
    for number, length in enumerate(lengths, start=1):
        if length and length != usual:
            kind = "long_line" if length > usual else "short_line"
            sheet.lines.append(Thing(kind, f"{number}:{number}"))
