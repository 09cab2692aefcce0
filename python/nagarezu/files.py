"""Writing files whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from nagarezu.errors import WriteFailed


def write_whole(path: str | os.PathLike[str], content: bytes) -> Path:
    """Writes a temporary file beside `path`, flushes it to disk and renames it over `path`.

    A full disk or a killed process leaves the old file as it was. A target that is no regular file
    (a pipe, a device) is written to directly. Raises WriteFailed with the reason of the system.
    """
    shown = Path(path)
    target = Path(os.path.realpath(shown))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            shown.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        raise WriteFailed(str(shown), error.strerror or type(error).__name__) from error
    return shown


def _replace(target: Path, content: bytes) -> None:
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.is_file():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Makes the rename durable, where the system lets a folder be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows does not; the rename itself has happened
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
