"""What a rule returns: one line for each place that breaks it, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Violation(NamedTuple):
    file: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}"


def files_of(root: Path, folder: str, *suffixes: str) -> Iterator[tuple[str, Path]]:
    """Name from the root, and path, of every file of a folder with one of the suffixes."""
    base = root / folder
    for path in sorted(base.rglob("*")):
        cached = any(
            part == "__pycache__" or part.startswith(".") for part in path.relative_to(base).parts
        )
        if path.suffix in suffixes and not cached and path.is_file():
            yield path.relative_to(root).as_posix(), path


def plant(root: Path, name: str, text: str) -> None:
    """A file of a synthetic tree, for the tests that show that a rule bites."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
