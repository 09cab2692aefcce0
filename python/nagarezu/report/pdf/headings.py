"""Headings: numbers in the order of official papers, unless the tree has its own, and levels.

第1 → 1 → (1), without a dot; in English 1, 1.1, 1.1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nagarezu.languages import Lang
from nagarezu.report.tree import Heading

# 第1, 1, 1-2, 1.2, (1), （１）, ①, ア, 表1 and the like, before a blank or the end.
_NUMBERED = re.compile(
    r"(?:第?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]+)(?:[-.－．][0-9０-９]+)*[章節項]?"
    r"|[(（][0-9０-９ア-ン]+[)）]|[①-⑳㉑-㊿]|[ア-ン])[.．、]?(?:[\s　]|$)"
)


def has_numbers(headings: Iterable[Heading]) -> bool:
    """Whether the tree numbers its headings itself."""
    return any(_NUMBERED.match(heading.text) for heading in headings)


def numbered(headings: Iterable[Heading], lang: Lang) -> Iterator[tuple[int, str]]:
    """Level and number of each heading; the number is empty if the tree has its own.

    A level that the tree skips is closed up: readers of tagged files must not miss one.
    """
    every = tuple(headings)
    bare = has_numbers(every)
    above: list[int] = []  # levels of the headings that this one stands under, as the tree has them
    counts: list[int] = []
    for heading in every:
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        level = len(above)
        counts = [*counts[:level], *[0] * (level - len(counts))]
        counts[-1] += 1
        yield level, "" if bare else _number(counts, lang)


def _number(counts: list[int], lang: Lang) -> str:
    if lang == "en":
        return ".".join(map(str, counts))
    return (f"第{counts[-1]}", f"{counts[-1]}", f"({counts[-1]})")[len(counts) - 1]
