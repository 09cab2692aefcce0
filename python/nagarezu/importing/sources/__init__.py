"""The first step of the import: a file becomes blocks, each with its place; nothing is interpreted.

Formats are told by content, never by name alone. Each has its own module, which is loaded only when
such a file is met, so that a folder of texts costs no library.
"""

from __future__ import annotations

from pathlib import Path

from nagarezu.importing.blocks import Blocks
from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable

__all__ = ["NotReadable", "read", "read_bytes"]


def read(path: Path, source_id: str) -> Blocks:
    """Return the blocks of a file; NotReadable says what stands in the way."""
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise NotReadable("file_unreadable", path, error.strerror or "") from error
    return read_bytes(content, str(path), source_id)


def read_bytes(content: bytes, name: str, source_id: str) -> Blocks:
    """Return the blocks of the content of a file of that name, which is shown and never opened."""
    from nagarezu.importing.sources.formats import reader_of

    if len(content) > limits.FILE_BYTES:
        raise NotReadable("file_too_large", name, f"{limits.FILE_BYTES:,} bytes")
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f\x00"):
        raise NotReadable("empty", name)
    return reader_of(content, name)(content, name, source_id)
