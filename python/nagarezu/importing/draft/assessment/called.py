"""What an assessment calls the partners of its blocks: 委託3, 移転先2, 甲課 of 乙部甲課."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_BLOCK = re.compile(
    r"^(?P<kind>委託|提供|移転)(?:事項|業務|先)?[ ]?(?P<number>\d{1,2}|[A-Z])(?=@|\s|$)"
)


def write(builder: Builder, block: str, id_: str) -> None:
    """The names by its number of whom a block, or the first cell of a row, is about."""
    match = _BLOCK.match(fold(block))
    if match:
        for between in ("先", "", "事項"):
            builder.alias(f"{match['kind']}{between}{match['number']}", id_)


_LETTERS = r"[A-Z](?:(?:、|,|・|及び|並びに|と)[A-Z])*"
_LETTERED = re.compile(
    rf"(?<![A-Za-z])(?:(?P<before>{_LETTERS})の?委託先|委託先(?P<behind>{_LETTERS}))(?![A-Za-z])"
)


def lettered(builder: Builder, rows: Sequence[Row]) -> None:
    """B及びCの委託先, 委託先A: those who have such a letter in the rows of contractors."""
    for row in rows:
        for match in _LETTERED.finditer(fold(row.text)):
            letters = compiled("[A-Z]").findall(match["before"] or match["behind"])
            found = [builder.find_holder(f"委託先{letter}") for letter in letters]
            if all(found):
                builder.groups.setdefault(key(match.group()), list(dict.fromkeys(found)))


_DIVISION = re.compile(r"^[^、。]{1,12}?(?:本部|部|局)(?=[^、。]{2,}(?:課|室|係|所|署|センター)$)")


_LAST = re.compile(r"^[^、。]{2,24}団体(?=連合会$)")
_BODY = re.compile(
    r"^[^、。]{2,20}?(?=(?:国民健康保険団体連合会|広域連合|連合会|医師会|支払基金)$)"
)


def sections(builder: Builder, matter: Entity) -> None:
    """福祉課 for 健康福祉部福祉課, where nobody else of the paper is called so; 連合会."""
    named = [name for name, _ in builder.names()] + [key(str(matter.get("department", "")))]
    for entity in builder.list_of("holders"):
        whole = key(str(entity["label"]))
        pattern = _DIVISION if entity.get("kind") == "section" else _BODY
        for short in dict.fromkeys((pattern.sub("", whole), _LAST.sub("", whole))):
            others = (name for name in named if name != whole and name.endswith(short))
            if short != whole and not any(others):
                builder.alias(short, str(entity["id"]))
