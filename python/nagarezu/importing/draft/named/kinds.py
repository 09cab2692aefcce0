"""Kinds of items by which sentences name them: 続柄, 料金, 番号 and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nagarezu.importing.rules import compiled, rules


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item: how sentences name it, and how any place does."""

    needs: re.Pattern[str]  # a part of all that is told so
    told: re.Pattern[str]
    listed: re.Pattern[str] | None

    def stands_in(self, text: str, name: str) -> bool:
        """Whether a place names such an item."""
        if self.listed:
            return bool(self.listed.search(text))
        noun = _noun(name)
        numbered = "番号" in name and "番号" not in text  # 児童の氏名 has no 児童番号
        return text in (noun, f"{noun}証", f"{noun}情報") if numbered else noun in text


def _noun(name: str) -> str:
    """料金の額 and 料金 are one; 被保険者番号 is looked for as 被保険者."""
    return compiled(r"(?:の?(?:金)?額|(?:証)?(?:の)?(?:記号)?番号)$").sub("", name)


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the data."""
    return tuple(
        Kind(
            re.compile(each.get("needs", each["told"])),
            re.compile(each["told"]),
            re.compile(each["listed"]) if each.get("listed") else None,
        )
        for each in rules("spoken")["kinds"]
    )


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(each["told"] for each in rules("spoken")["kinds"]))


@cache
def _any_needs() -> re.Pattern[str]:
    return re.compile("|".join(each.needs.pattern for each in kinds()))


def may_name(text: str) -> bool:
    """A first look: whether a part stands there that every name of an item of a kind has."""
    return bool(_any_needs().search(text))


def names_kind(text: str) -> bool:
    """Whether a text names an item of one of the kinds."""
    return bool(may_name(text) and _any().search(text))
