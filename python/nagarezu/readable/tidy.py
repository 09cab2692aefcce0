"""Texts from documents, made fit for data: no layout by spaces, no platform-dependent characters.

What is replaced is counted, so that a data file can say so. Kanji that only names need stay.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from functools import cache

from nagarezu.readable.rules_text import character_fault
from nagarezu.resources import data

_SPACES = re.compile(r"[\s\u3000\u2028\u2029]+")
_SPREAD = re.compile(r"[^\W\d_](?: [^\W\d_])+")
_ERA = re.compile(r"(明治|大正|昭和|平成|令和)(\d{1,2}|元)(年.*)")
_LAW = re.compile(r"法|令|条例|規則|告示|訓令|要綱")  # whose year is part of their name


class Tidy:
    """Tidies texts and remembers which characters it replaced by what, and how often."""

    def __init__(self) -> None:
        self.replaced: Counter[tuple[str, str]] = Counter()

    def text(self, text: str) -> str:
        shown = _SPACES.sub(" ", text).strip()
        if _SPREAD.fullmatch(shown) and not shown.isascii():
            shown = shown.replace(" ", "")
        shown = "".join(self._character(character) for character in shown)
        point = _ERA.fullmatch(shown)
        if point is None or _LAW.search(point.group(3)):
            return shown
        return _both_years(*point.groups())

    def _character(self, character: str) -> str:
        if character_fault(character) in ("", "rare_character"):
            return character
        plain = _plain(character)
        self.replaced[f"U+{ord(character):04X}", plain] += 1
        return plain


def _plain(character: str) -> str:
    """The same in plain characters: ① as (1), Ⅰ as I; what has no such form as its code point."""
    normal = unicodedata.normalize("NFKC", character)
    if "CIRCLED" in unicodedata.name(character, ""):
        normal = f"({normal})"
    if unicodedata.category(character) == "Pd":
        normal = "-"
    if normal != character and not any(character_fault(part) for part in normal):
        return normal
    return f"[U+{ord(character):04X}]"


def _both_years(era: str, year: str, rest: str) -> str:
    western = _offsets()[era] + (1 if year == "元" else int(year))
    return f"{era}{year}（{western}）{rest}"


@cache
def _offsets() -> dict[str, int]:
    """What to add to the year of an era for the western year."""
    entries = json.loads(dict(data("vocabulary"))["eras.json"])["entries"]
    return {entry["label"]["ja"]: entry["offset"] for entry in entries}
