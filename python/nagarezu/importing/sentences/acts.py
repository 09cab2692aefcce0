"""Acts: what is done, as a verb or an act noun names it."""

from __future__ import annotations

import re
from functools import cache

from nagarezu.importing.rules import rules
from nagarezu.importing.sentences.parts import Part

# 再委託の実績, 提供先: nouns that say no more than that it is done
SORT = re.compile(
    r"実績|予定|機会|事[例実務業]|作業|業務|相手方?|計画|場面|[先者方]|もの|こと|例|機関|団体|部署|課|ところ"
)


@cache
def acts() -> dict[str, str]:
    return {verb: act for act, verbs in rules("sentences")["acts"].items() for verb in verbs}


def act_of(noun: str) -> str:
    """What is done by an act noun at the end of a compound: give of 名簿提供."""
    for length in range(min(len(noun), 6), 1, -1):
        if found := acts().get(noun[-length:]):
            return found
    return ""


def done(part: Part) -> tuple[str, list[tuple[str, str]]]:
    """The act that a part names, with its complements: 市の再委託の実績 is a hand_on of 市."""
    if act := act_of(part.head):
        return act, part.of
    before = part.of[-1][0] if part.of and SORT.fullmatch(part.head) else ""
    before = before or SORT.sub("", part.head)
    whose, _, noun = before.rpartition("の")
    return act_of(noun), [*part.of[:-1], *([(whose, "の")] if whose else [])]
