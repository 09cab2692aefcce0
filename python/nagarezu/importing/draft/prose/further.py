"""再委託先が取り扱う項目: a list of the one to whom the work of the same part is entrusted further."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
