"""No tofu: each character is in a face of the paper, or an error says which is not, and where.

Characters of private use (外字) count as missing even if a font of this machine draws them: an
archived file must mean the same everywhere, and PDF/A forbids them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from nagarezu.errors import MissingGlyph, Unprintable
from nagarezu.languages import Lang
from nagarezu.report.pdf import wording
from nagarezu.report.pdf.faces import Faces, covering

# What a face need not draw: blanks, and selectors, which choose a form of the character before.
_NO_GLYPH = ("Zs", "Mn", "Me")
# Values of the data that are no text of the paper.
_NOT_PRINTED = frozenset({"kind", "role", "anchor", "svg", "alt", "where"})


def checked(data: dict[str, Any], faces: Faces) -> Faces:
    """Return the faces that draw all of the paper, or raise MissingGlyph or Unprintable."""
    places: dict[str, Unprintable] = {}
    for place, text in texts(data):
        for character in text:
            if character not in places:
                places[character] = Unprintable(character, place, text)
    needed = [each for each in places if _drawn(each)]
    private = [each for each in needed if unicodedata.category(each) == "Co"]
    found, missing = covering(faces, (each for each in needed if each not in private))
    without = [places[each] for each in needed if each in private or each in missing]
    if without:
        raise MissingGlyph(without)
    return found


def _drawn(character: str) -> bool:
    return character != " " and not (
        unicodedata.category(character) in _NO_GLYPH and _selects(character)
    )


def _selects(character: str) -> bool:
    code = ord(character)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def texts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Place and text of all that is printed, in reading order."""
    lang: Lang = data["lang"]
    yield wording.BOX_PLACE.in_(lang), "".join(data["box"])
    yield wording.TITLE_PLACE.in_(lang), "".join(data["title"])
    yield wording.TITLE_PLACE.in_(lang), "".join(data["subtitle"])
    place = wording.START_PLACE.in_(lang)
    for sheet in data["sheets"]:
        for block in sheet["blocks"]:
            place = block.get("where") or place  # text stands under the heading before it
            for text in _strings(block):
                yield place, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _NOT_PRINTED:
                yield from _strings(each)
    elif isinstance(value, list | tuple):
        if value and all(isinstance(each, str) for each in value):
            yield "".join(value)  # the pieces of one text
        else:
            for each in value:
                yield from _strings(each)
