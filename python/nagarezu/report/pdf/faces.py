"""The faces of the paper: 明朝 for text, ゴシック for headings, others for what these do not hold.

They come from the system, or from one folder and nothing else, so that the paper is the same
wherever that folder is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nagarezu.errors import MissingExtra, MissingFont

if TYPE_CHECKING:
    import typst

MINCHO = (
    "Noto Serif CJK JP",
    "Noto Serif JP",
    "BIZ UDMincho",
    "BIZ UDPMincho",
    "Yu Mincho",
    "Hiragino Mincho ProN",
    "IPAexMincho",
    "MS Mincho",
)
# The first of them are those of the figures (figures/svg.py), in the same order.
GOTHIC = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "BIZ UDPGothic",
    "Yu Gothic",
    "Hiragino Sans",
    "BIZ UDGothic",
    "IPAexGothic",
    "MS Gothic",
)
# Fonts that hold a picture of nothing for every character.
_EMPTY = ("last resort", "lastresort", "adobe blank", "adobe notdef")


class Face(Protocol):
    """One face as the compiler knows it."""

    family: str
    style: str
    weight: int
    path: str | None
    index: int


@dataclass(frozen=True, slots=True)
class Faces:
    """The families in use. `book` is what the compiler takes them from."""

    mincho: str
    gothic: str
    book: typst.Fonts
    others: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[str, ...]:
        return (self.mincho, self.gothic, *self.others)

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.gothic, self.mincho, *self.others)


def find(folder: str | os.PathLike[str] | None = None) -> Faces:
    """Return the faces of the system, or of a folder; MissingFont if one of the two is not there.

    Raises MissingExtra without the compiler.
    """
    return _find(None if folder is None else os.fspath(folder))


@cache
def _find(folder: str | None) -> Faces:
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("typst", "report") from error
    paths = [] if folder is None else [folder]
    book = typst.Fonts(
        include_system_fonts=folder is None, include_embedded_fonts=False, font_paths=paths
    )
    families = set(book.families())
    mincho = next((family for family in MINCHO if family in families), None)
    gothic = next((family for family in GOTHIC if family in families), None)
    if mincho is None or gothic is None:
        raise MissingFont(MINCHO if mincho is None else GOTHIC, folder)
    return Faces(mincho, gothic, book)


def covering(faces: Faces, characters: Iterable[str]) -> tuple[Faces, frozenset[str]]:
    """Return the faces, with families added that hold what the two do not, and what none holds.

    Families are taken in the order of their names, so that the choice is always the same.
    """
    every = _upright(faces.book)
    wanted = set(characters)
    for family in (faces.mincho, faces.gothic):
        wanted -= _held(every[family])
    others: list[str] = []
    for family in sorted(every):
        if not wanted:
            break
        if family.lower().startswith(_EMPTY):
            continue
        held = wanted & _held(every[family])
        if held:
            others.append(family)
            wanted -= held
    return Faces(faces.mincho, faces.gothic, faces.book, tuple(others)), frozenset(wanted)


def _upright(book: typst.Fonts) -> dict[str, list[Face]]:
    found: dict[str, list[Face]] = {}
    for face in book.fonts():
        if face.style == "normal" and face.path:
            found.setdefault(face.family, []).append(face)
    return found


def _held(faces: list[Face]) -> set[str]:
    """Characters that a family holds in the weight of text and in the bold one."""
    used = {min(faces, key=lambda face: abs(face.weight - weight)) for weight in (400, 700)}
    sets = [_characters(face.path or "", face.index, _age(face.path or "")) for face in used]
    return set(frozenset.intersection(*sets))


def _age(path: str) -> int:
    return Path(path).stat().st_mtime_ns


@cache
def _characters(path: str, index: int, age: int) -> frozenset[str]:
    """Characters of one face of a font file; read again when the file is another one."""
    try:
        from fontTools.ttLib import TTFont, TTLibError
    except ImportError as error:
        raise MissingExtra("fonttools", "report") from error
    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or {}))
    except (TTLibError, OSError):
        return frozenset()  # a broken font holds nothing that we can rely on
