"""How wide a label is, and where it breaks: measured by us, so that every renderer agrees.

Engines and fonts differ on Japanese text. Widths here are in ems by class of character; the drawing
states the same width as `textLength`, so a font that is a little wider or narrower still fits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.inert import visible

LEADING = 1.25  # baseline to baseline, in ems
ASCENT = 0.88  # top of the line to the baseline of its first line

# Widths of the printable ASCII characters in hundredths of an em, as common Japanese sans faces
# have them (Noto Sans CJK JP); others are near enough for `textLength` to settle the rest.
_NARROW = """
22 32 47 56 56 92 68 28 34 34 47 56 28 35 28 39 56 56 56 56 56 56 56 56 56 56 28 28 56 56 56 47
95 61 66 64 69 59 55 69 73 29 54 65 54 81 72 74 63 74 64 60 60 72 58 88 57 53 60 34 39 34 56 56
61 56 62 51 62 55 32 56 61 28 28 55 28 93 61 61 62 62 39 47 38 61 52 80 50 52 48 34 27 34 56
"""
_ASCII = tuple(int(width) for width in _NARROW.split())
_HALF = frozenset("–“”‘’")
# Characters that must not start or end a line (the usual 禁則 for labels).
_NO_START = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}…"
)
_NO_END = frozenset("（［｛「『【〈《〔([{")
_AFTER = frozenset(" ・/-／：　")  # where a line may well end
_WORDS = ("法人", "会社", "団体")  # where names of organisations come apart
_MORE = "…"


@dataclass(frozen=True, slots=True)
class Lines:
    """A label broken into lines: their texts and widths in ems."""

    texts: tuple[str, ...]
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        return len(self.texts) * LEADING


def joined(parts: list[Lines]) -> Lines:
    """Several labels, one below the other."""
    texts = tuple(text for part in parts for text in part.texts)
    return Lines(texts, tuple(width for part in parts for width in part.widths))


def breaks(lines: Lines) -> float:
    """What the breaks of a label cost a reader: 0 where every line ends with a word."""
    pairs = pairwise(lines.texts)
    return sum(_fault(before, after) for before, after in pairs)


def ems(text: str) -> float:
    """Width of a text in ems. What has no width of its own (accents, selectors) adds none."""
    return sum(_em(character) for character in text)


def _em(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if " " <= character <= "~":
        return _ASCII[ord(character) - 0x20] / 100
    if character in _HALF:
        return 0.5
    if ord(character) < 0x250 and character.isalpha():
        return 0.65 if character.isupper() else 0.57
    return 1.0  # wide, or ambiguous (…, ×, ①, Cyrillic) and then wide in Japanese fonts


def wrap(text: str, width: float, *, most: int = 8) -> Lines:
    """Break a label into as few lines of at most `width` ems as it takes, and at most `most`.

    Of the ways to break, the one that keeps words whole and lines even. Latin words break only if
    they are wider than a line. What does not fit is cut and marked with …; the whole label belongs
    into the title of what it labels. Invisible characters are shown first, so each has a width.
    """
    shown = " ".join(part for part in visible(text).split(" ") if part)
    lines = _best(list(_pieces(shown, width)), width)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], width)]
    texts = tuple(lines) or ("",)
    return Lines(texts, tuple(ems(line) for line in texts))


def _cut(line: str, width: float) -> str:
    while line and ems(line + _MORE) > width:
        line = line[:-1]
    return line + _MORE


def _best(pieces: list[str], width: float) -> list[str]:
    """Fewest lines first, then the least cost of breaks and of uneven lines."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # lines, cost, start of the last line
    for end in range(1, len(pieces) + 1):
        least: tuple[int, float, int] | None = None
        for start in range(end - 1, -1, -1):
            line = "".join(pieces[start:end]).strip()
            wide = ems(line)
            if wide > width and start < end - 1:
                break
            cost = best[start][1] + 6 * ((width - wide) / width) ** 2
            if end < len(pieces):
                cost += _fault("".join(pieces[max(0, end - 2) : end]), pieces[end])
            found = (best[start][0] + 1, cost, start)
            if least is None or found < least:
                least = found
        best.append(least or (0, 0.0, 0))
    lines: list[str] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        lines.append("".join(pieces[start:end]).strip())
        end = start
    return [line for line in reversed(lines) if line]


def _fault(before: str, after: str) -> float:
    """What a break between two pieces of text costs a reader: nothing where a word ends."""
    if after[0] in _NO_START or before[-1] in _NO_END:
        return 30.0
    if before[-1] in _AFTER:
        return 0.0
    if before.endswith(_WORDS):
        return 0.3
    one, other = _script(before[-1]), _script(after[0])
    if one != other:
        return 2.0 if other == "hiragana" else 0.5
    return {"katakana": 4.0, "hiragana": 2.5, "kanji": 2.2}.get(one, 1.0)


def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    if name.startswith("CJK"):
        return "kanji"
    if name.startswith("KATAKANA"):  # the prolonged sound mark included
        return "katakana"
    return "hiragana" if name.startswith("HIRAGANA") else "other"


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _pieces(text: str, width: float) -> Iterator[str]:
    """What may not be broken: a wide character, or a Latin word with the blank after it."""
    word = ""
    for character in text:
        if not word or _em(character) == 0.0:
            word += character
        elif _ends(word, character) or ems(word + character) > width:
            yield word
            word = character
        else:
            word += character
    if word:
        yield word


def _ends(word: str, character: str) -> bool:
    """Whether a line may break between the two."""
    return _wide(character) or _wide(word[0]) or word[-1] in _AFTER
