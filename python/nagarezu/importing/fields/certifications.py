"""Certifications that a text says somebody holds."""

from __future__ import annotations

import re

from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, tidy


def certifications(text: str) -> list[str]:
    """Certifications that a text says are held, written without spaces."""
    plain = fold(tidy(text))
    found: list[tuple[int, str]] = []
    for rule in rules("names")["certifications"]:
        match = compiled(rule["words"], re.IGNORECASE).search(plain)
        if match:
            name = rule["name"] or compiled(r"\s+").sub("", match.group())
            if not any(name == other for _, other in found):
                found.append((match.start(), name))
    return [name for _, name in sorted(found)]
