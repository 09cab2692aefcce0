"""Numbers that the name of a group leads in, beside the number that its own row has.

An overview says 料金の滞納者　約2,400人 and the sheet, with a row 本人の数, 2,400人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields.figures import Figure
from nagarezu.importing.rules.characters import fold, key, without_brackets

_SHORTEST = 4  # characters of a name that hardly two groups have
_LEAST = 20  # a number that is no slip of words
_NAMED = re.compile(r"[はがの、 :]+$|の?(?:総数|人数|数|世帯数)[はがの、 :]*$")
_MARK = re.compile(r"^(?:[(（]?[0-9０-９ア-ン①-⑳]{1,2}[)）.．、 　]+|[・※○●■◆])[ 　]*")


@dataclass(frozen=True, slots=True)
class Stated:
    """The number of a group as its own row has it."""

    value: int
    unit: str
    bound: str
    printed: str
    source: str


def beside_groups(builder: Builder, found: Sequence[Figure]) -> Iterator[tuple[Figure, Stated]]:
    """Each figure that a group's name leads in and that is another, or bounded otherwise."""
    groups: dict[str, list[Entity]] = {}
    for group in builder.list_of("subjects"):
        groups.setdefault(_name(str(group["label"])), []).append(group)
    for figure in found:
        mine = groups.get(_name(figure.lead), [])
        counts = [count for group in mine for count in group.get("counts", ())]
        if len(mine) != 1 or len(counts) != 1 or len(_name(figure.lead)) < _SHORTEST:
            continue
        stated = Stated(*(counts[0].get(member, "") for member in _MEMBERS))
        if _at_odds(figure, stated, str(counts[0].get("as_of", ""))):
            yield figure, stated


_MEMBERS = ("value", "unit", "bound", "printed", "source")


def _name(label: str) -> str:
    return key(without_brackets(_NAMED.sub("", _MARK.sub("", fold(label).strip()))))


def _at_odds(figure: Figure, stated: Stated, as_of: str) -> bool:
    """Whether one unit at one date has two numbers, or one of them 約 or 以上 and the other not."""
    if figure.unit != stated.unit or figure.passage.source == stated.source or not stated.value:
        return False
    if (figure.as_of and as_of and figure.as_of != as_of) or figure.labelled or figure.whole:
        return False
    exact = stated.bound == "exact"
    if figure.value == stated.value:
        return figure.value >= _LEAST and (figure.bound == "exact") != exact
    if figure.bound != "exact" or not exact or bool(figure.as_of) != bool(as_of):
        return False
    few, more = sorted((figure.value, stated.value))
    return few >= _LEAST and more <= 2 * few
