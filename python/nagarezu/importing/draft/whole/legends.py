"""Measures cited by a sign that a legend explains: 「業」は事業者の措置の番号, and then 業8."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.rules.characters import fold

_LEGEND = re.compile(
    r"(?:^|[「『(\s、。;・])(?P<sign>[一-龥ァ-ヶA-Z]{1,4})[」』]?[ ]?(?:は、?|とは、?|=|:|…)[ ]?"
    r"(?P<what>[^「」、。;=:]{2,40}?(?:措置|対策))"
)
_FEWEST = 2  # cells that cite by a sign


def missing(builder: Builder, parts: Parts) -> Iterator[tuple[int, int, str]]:
    """Row, place in it and words of each citation of a number that no list of that side has."""
    for sign, what in _signs(parts).items():
        numbers = _numbers(builder, what)
        cited = re.compile(
            rf"(?:^|[ \n、,・とび]){re.escape(sign)}[ -]?(?P<n>\d{{1,2}})(?![\d年月日人件])"
        )
        found = [
            (at, match) for at, text in enumerate(parts.texts) for match in cited.finditer(text)
        ]
        if not numbers or len(found) < _FEWEST:
            continue
        for at, match in found:
            if int(match["n"]) > max(numbers):
                yield at, match.start(), f"{sign}{match['n']}"


def _signs(parts: Parts) -> dict[str, str]:
    """What each sign stands for, by the last legend that explains it."""
    return {
        match["sign"]: match["what"]
        for text in parts.texts
        for match in _LEGEND.finditer(fold(text))
    }


def _numbers(builder: Builder, what: str) -> set[int]:
    """The numbers of the measures of a side and layer, of all matters."""
    own = is_party_own(what)
    layer = layer_of(what)
    return {
        int(printed)
        for each in builder.list_of("safeguards")
        if (each["party"] == "own") == bool(own) and layer in ("unspecified", each["layer"])
        if (printed := fold(str(each.get("position", ""))).strip("()")).isdecimal()
    }
