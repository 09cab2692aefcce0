"""Text as the paper shows it: nothing hidden, nothing reordered, and room to break long words.

Control characters are named by their code here, not by control pictures, which Japanese fonts do
not hold.
"""

from __future__ import annotations

import re

from nagarezu.inert import visible

# Control characters, what is no character at all, and U+FFFC, which stands for an object.
_CONTROL = re.compile("[\x00-\x1f\x7f\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_PICTURE = re.compile("[\u2400-\u241f\u2421]")
# What no line may break: Latin letters, digits and signs without a blank or a wide character.
_WORD = re.compile("[!-~\u00a1-\u024f]+")
_LONG = 16  # characters; a shorter word fits into any column that we set
_STEP = 4


def shown(text: str) -> str:
    """The text with everything visible that hides or reorders text."""
    return visible(_CONTROL.sub(lambda match: f"[U+{ord(match.group()):04X}]", text))


def unpictured(text: str) -> str:
    """Text of a figure, which has pictures for control characters already, with their codes."""
    return shown(_PICTURE.sub(lambda match: chr(_control(match.group())), text))


def _control(picture: str) -> int:
    return 0x7F if picture == "\u2421" else ord(picture) - 0x2400


def broken(text: str) -> list[str]:
    """The text in pieces, between which a line may break; one piece unless a word is long.

    Joined, the pieces are the text again: nothing is added that a reader would copy.
    """
    pieces = [""]
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) <= _LONG:
            continue
        pieces[-1] += text[end : match.start()]
        chunks = [word[i : i + _STEP] for i in range(0, len(word), _STEP)]
        pieces[-1] += chunks[0]
        pieces += chunks[1:]
        end = match.end()
    pieces[-1] += text[end:]
    return pieces


def longest_word(text: str) -> str:
    """The longest part of the text that stays on one line."""
    words = (match.group() for match in _WORD.finditer(text))
    return max((word for word in words if len(word) <= _LONG), key=len, default=text[:1])
