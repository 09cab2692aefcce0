"""From a path to the view of a file, whatever its name claims, with what stands beside it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from nagarezu.opening import limits
from nagarezu.opening.delimited import read_csv
from nagarezu.opening.ods import read_ods
from nagarezu.opening.refusal import NotReadable
from nagarezu.opening.view import Book
from nagarezu.opening.xlsx import read_xlsx
from nagarezu.readable.structured import read_json, read_xml

# Tables of documentation that belong to every CSV of a folder.
COMPANIONS = ("legend", "codes", "symbols", "source", "history")

# Files for people rather than for machines, by how they begin.
_DOCUMENTS = (b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def read(path: Path) -> Book:
    """Return the view of a file. One of a kind for people is a book of kind `other`, unread."""
    content = _content(path)
    name, declared = str(path), path.suffix.lower()
    if content.startswith(_DOCUMENTS) or _is_page(content):
        return Book("other", declared)
    if content.startswith(b"PK"):
        return _zipped(content, name, declared)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if not start:
        raise NotReadable("empty", path)
    if declared == ".xml" or (start == b"<" and declared != ".csv"):
        return read_xml(content, name, declared)
    if declared == ".json" or (start in (b"{", b"[") and declared != ".csv"):
        return read_json(content, name, declared)
    book = read_csv(content, name, declared)
    _add_companions(book, path)
    return book


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise NotReadable("file_unreadable", path, error.strerror or "") from error
    if len(content) > limits.FILE_BYTES:
        raise NotReadable("file_too_large", path, f"{limits.FILE_BYTES:,} bytes")
    if not content:
        raise NotReadable("empty", path)
    return content


def _is_page(content: bytes) -> bool:
    return (
        content[:512]
        .lstrip(b"\xef\xbb\xbf \t\r\n")
        .lower()
        .startswith((b"<!doctype html", b"<html"))
    )


def _zipped(content: bytes, name: str, declared: str) -> Book:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise NotReadable("damaged", name, type(error).__name__) from error
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        return Book("other", declared)
    if "[Content_Types].xml" in names:
        return read_xlsx(content, name, declared)
    if "content.xml" in names:
        return read_ods(content, name, declared)
    raise NotReadable("unknown_format", name)


def _add_companions(book: Book, path: Path) -> None:
    """A CSV has one table, so its legend and codes stand in files beside it, as we write them."""
    for stem in (*COMPANIONS, *(f"{path.stem}_{name}" for name in COMPANIONS)):
        beside = path.with_name(f"{stem}.csv")
        if stem == path.stem or not beside.is_file():
            continue
        for sheet in read_csv(_content(beside), str(beside), ".csv").sheets:
            sheet.companion = True
            book.sheets.append(sheet)
