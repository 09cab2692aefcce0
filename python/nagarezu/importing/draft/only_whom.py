"""移転先は甲課のみ: the others who get something in that way, to whom then nothing goes."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.rules import rules


def others(builder: Builder, act: str, printed: str, matter: str) -> list[str]:
    """Nobody, if one of the named is not known or gets nothing in that way."""
    relations = next(
        (each["relations"] for each in rules("claims")["acts"] if re.search(each["words"], act)), ()
    )
    given = parties.receivers(builder, matter, relations, inside=True)
    receiving = list(dict.fromkeys(id_ for id_, _ in given))
    named = parties.all_of(builder, printed)
    if not named or not set(named) <= set(receiving):
        return []
    return [id_ for id_ in receiving if id_ not in named]
