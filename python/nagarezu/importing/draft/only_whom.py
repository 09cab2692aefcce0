"""移転先は甲課のみ: the others who get something in that way, to whom then nothing goes."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.rules import rules


def others(builder: Builder, act: str, printed: str, matter: str) -> list[str]:
    """Nobody, if one of the named is not known or gets nothing in that way."""
    receiving, named = _receiving(builder, act, printed, matter)
    return [id_ for id_ in receiving if named and id_ not in named]


def denied(builder: Builder, act: str, printed: str, matter: str) -> list[str]:
    """甲課への提供は行っていない: the named, if all of them get something in that way."""
    return _receiving(builder, act, printed, matter)[1]


def _receiving(
    builder: Builder, act: str, printed: str, matter: str
) -> tuple[list[str], list[str]]:
    """All who get something in that way, and those of them who are named."""
    relations = next(
        (each["relations"] for each in rules("claims")["acts"] if re.search(each["words"], act)), ()
    )
    given = parties.receivers(builder, matter, relations, inside=True)
    receiving = list(dict.fromkeys(id_ for id_, _ in given))
    named = parties.all_of(builder, printed)
    return receiving, named if set(named) <= set(receiving) else []
