"""A sentence in the pieces that may each say something: itself, and what stands in its brackets."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"[（(]([^（）()]*)[)）]?")
# 1大学に…: the number of the line is no part of the name behind it, as in 2名の職員は
_MARK = re.compile(
    r"^\s*(?:[・※●○■◆◇－]|(?:措置|対策)[0-9０-９]{1,2}[-－ 　、]?|"
    r"(?:[(（][0-9０-９ア-ンa-z]{1,2}[)）]|[①-⑳])(?![はがのにをも])|[ア-ン](?=[一-龥])"
    r"|[0-9０-９]{1,2}[.．]?(?![0-9０-９年月日人件名世時歳条項号回部社%％円万千億種階台個ヶか箇版級つ]))\s*"
)
_BEGUN = re.compile(r"[^（()）]+。(?=[）)])")


def pieces(text: str) -> list[str]:
    """A sentence without its brackets, and what stands in each of them."""
    text = _MARK.sub("", text)
    if begun := _BEGUN.match(text):  # the end of a bracket that began a sentence earlier
        return [begun.group(), *pieces(text[begun.end() + 1 :])]
    asides = [aside for aside in _ASIDE.findall(text) if len(aside) >= 6]
    return [_ASIDE.sub("", text), *asides]
