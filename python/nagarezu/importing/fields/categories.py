"""Safeguard categories of a sentence, with the words that decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from nagarezu.importing.rules import rules, vocabulary
from nagarezu.importing.rules.characters import fold

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Coded:
    """Codes in the order of the taxonomy, and for each the words that decided."""

    codes: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    return compile_rules(rules("safeguards")["categories"])


def compile_rules(
    table: Sequence[dict[str, Any]],
) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (rule["code"], re.compile(rule["words"]), re.compile(rule["not"]) if rule["not"] else None)
        for rule in table
    )


@cache
def _order() -> tuple[str, ...]:
    return tuple(entry["id"] for entry in vocabulary("safeguard_categories"))


def code(
    sentence: str,
    table: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] | None = None,
) -> Coded:
    """The categories that the words of a sentence say."""
    plain = _SPACES.sub("", fold(sentence))
    found: dict[str, str] = {}
    for name, words, without in table or _compiled():
        match = words.search(plain)
        if match and not (without and without.search(plain)):
            found.setdefault(name, match.group())
    codes = tuple(name for name in _order() if name in found)
    return Coded(codes, tuple(found[name] for name in codes))
