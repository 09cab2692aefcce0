"""What the text of an assessment calls the partners of its blocks: 委託3, 委託先３, 移転先2."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.rules.characters import fold

_BLOCK = re.compile(r"^(?P<kind>委託|提供|移転)(?:事項|業務|先)?[ ]?(?P<number>\d{1,2})(?=@|\s|$)")


def write(builder: Builder, block: str, id_: str) -> None:
    """The names by its number of whom a block, or the first cell of a row, is about."""
    match = _BLOCK.match(fold(block))
    if match:
        for between in ("先", "", "事項"):
            builder.alias(f"{match['kind']}{between}{match['number']}", id_)
