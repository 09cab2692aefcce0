"""Whose a list is by the part of the paper in which it stands.

再委託先が取り扱う項目 is that of the one to whom the work of the same part is entrusted further;
提供する項目 below a head that names several at once is that of each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft.prose.held import Held
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.rules.characters import key

_FURTHER = re.compile(
    r"^再(?:委託(?:先|事業者|業者)|受託(?:事業)?者)(?:に|が|へ|の)[^。]{0,24}(?:項目|情報|事項|データ)"
)


def further_of(label: str, within: Sequence[int], partners: Sequence[Partner]) -> str:
    """That one, where the innermost part of the list that names any of them names just one."""
    if not _FURTHER.match(key(label)):
        return ""
    again = [each for each in partners if each.giver]
    everybody = {each.holder for each in again}
    for head in reversed(within[:-1]):
        if near := {each.holder for each in again if head in each.within}:
            return near.pop() if len(near) == 1 else ""
    return everybody.pop() if len(everybody) == 1 else ""


_TRADE = re.compile(  # 調理事業者に渡す項目, whatever the one who cooks is called
    r"[^、。はが]{0,10}?(?<!提供)(?:事業者|業者|会社)(?:に|へ|が)"
    r"(?:渡|引|提供|送|預|取り?扱|扱|処理|交付|貸与)"
)
_WORKS = ("entrust", "delegate")


def by_trade(label: str, partners: Sequence[Partner], default: str) -> str:
    """The only one who is entrusted, beside others who are not: a firm is who does the work."""
    if not _TRADE.search(key(label)):
        return ""
    first = [each for each in partners if not each.giver]
    works = {each.holder for each in first if (each.relation or default) in _WORKS}
    others = {each.holder for each in first} - works
    return works.pop() if len(works) == 1 and others else ""


def shared(held: Held, partners: Sequence[Partner]) -> Iterator[Held]:
    """The list for each of those who are named together below the same head, others elsewhere."""
    near = _together(held, partners) if held.handed and not (held.holder or held.sender) else []
    yield from [replace(held, holder=each, given=True, section=True) for each in near] or [held]


def _together(held: Held, partners: Sequence[Partner]) -> list[str]:
    named = [each for each in partners if each.within and not each.giver]
    for head in reversed(held.within[:-1]):
        near = [each for each in named if head in each.within]
        if not near:
            continue
        others = {each.holder for each in named} - {each.holder for each in near}
        parts = set.intersection(*(set(each.within) for each in near)) - set(held.within)
        alike = len({each.relation for each in near}) == 1
        alone = len({each.holder for each in near}) == 1
        return [] if alone or not (others and parts and alike) else [each.holder for each in near]
    return []
