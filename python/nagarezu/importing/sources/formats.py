"""Which format a content is, whatever its name claims."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from nagarezu.importing.blocks import Blocks, Format
from nagarezu.opening.refusal import NotReadable

Reader = Callable[[bytes, str, str], Blocks]

_SUFFIXES: dict[str, Format] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "text",
    ".htm": "text",
}
# What begins like this is no text, and none of the formats that are read.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE: .doc .xls, or encrypted"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"\x1f\x8b", ".gz"),
    (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
)
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes in which readers of PDF look for its mark


def reader_of(content: bytes, name: str) -> Reader:
    """Return the reader for a content; unknown formats are NotReadable."""
    found = format_of(content, name)
    if found == "pdf":
        from nagarezu.importing.sources.pdf import read_pdf

        return read_pdf
    if found == "docx":
        from nagarezu.importing.sources.docx import read_docx

        return read_docx
    if found == "xlsx":
        from nagarezu.importing.sources.workbook import read_workbook

        return read_workbook
    if found == "csv":
        from nagarezu.importing.sources.delimited import read_delimited

        return read_delimited
    from nagarezu.importing.sources.text import read_text

    return read_text


def format_of(content: bytes, name: str) -> Format:
    if _is_pdf(content):
        return "pdf"
    for start, what in _OTHERS:
        if content.startswith(start):
            raise NotReadable("unknown_document", name, what)
    if content.startswith(b"PK"):
        return _zipped(content, name)
    records = _SUFFIXES.get(_suffix(name)) == "csv" or _has_records(content)
    return "csv" if records else "text"


def _has_records(content: bytes) -> bool:
    """Whether a text under another name is CSV: its first lines all have the same two commas or
    more. Japanese prose has none, and CP932 has no comma within another character.
    """
    lines = [line for line in content[:20_000].splitlines()[:20] if line.strip()]
    commas = {line.count(b",") for line in lines}
    return len(lines) > 1 and len(commas) == 1 and min(commas) >= 2 and b"\t" not in lines[0]


def declared_other(name: str, found: Format) -> str:
    """Return the suffix of a name that claims another format than was found; else nothing."""
    suffix = _suffix(name)
    return suffix if suffix and _SUFFIXES.get(suffix) != found else ""


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _is_pdf(content: bytes) -> bool:
    """Rubbish may stand before the mark; a text that only speaks of it has no objects."""
    start = content[:_PDF_WITHIN]
    return content.startswith(_PDF) or (_PDF in start and b" obj" in content[:8192])


def _zipped(content: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise NotReadable("damaged", name, type(error).__name__) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    # Other writers put the main part elsewhere and say so in the relations.
    if "[Content_Types].xml" in names and "_rels/.rels" in names:
        return "docx" if any(part.endswith("document.xml") for part in names) else "xlsx"
    raise NotReadable("unknown_document", name, "zip")


def base_name(name: str) -> str:
    """The name of a file without its folder, whichever way its slashes lean."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]
