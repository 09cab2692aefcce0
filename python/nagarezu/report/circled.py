"""Numbers of a listing: ① to ㊿, then (51), for there are no more circled ones."""

from __future__ import annotations

# First number, last number, first character: three blocks of Unicode.
_BLOCKS = ((1, 20, "\u2460"), (21, 35, "\u3251"), (36, 50, "\u32b1"))


def circled(number: int) -> str:
    """Return ① for 1. ValueError below 1."""
    if number < 1:
        raise ValueError(f"listings count from 1, not {number}")
    for first, last, character in _BLOCKS:
        if number <= last:
            return chr(ord(character) + number - first)
    return f"({number})"
