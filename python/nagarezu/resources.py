"""What travels inside the package: cases, vocabulary, profiles, schema, templates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def _folder(*parts: str) -> Traversable:
    return files("nagarezu").joinpath(*parts)


@cache
def template(name: str) -> str:
    """A template or style sheet, read once."""
    return _folder("templates", name).read_text(encoding="utf-8")


@cache
def data(folder: str, suffix: str = ".json") -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of the files of a data folder (`cases`, `profiles` …), by name."""
    home = _folder("data", folder)
    found = [entry for entry in home.iterdir() if entry.name.endswith(suffix)]
    return tuple((entry.name, entry.read_bytes()) for entry in sorted(found, key=lambda e: e.name))
