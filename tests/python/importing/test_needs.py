"""`needs` in the data files: a part of all that a pattern finds, which is looked for first.

What it leaves out must have no match, so each is proved from the tree of its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from nagarezu.importing.rules import rules

_parser: Any = re._parser  # type: ignore[attr-defined]

_INSIDE = {"SUBPATTERN": 3, "ASSERT": 1, "MAX_REPEAT": 2, "MIN_REPEAT": 2}


def _runs(items: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    """The literal text that a sequence has at its own level."""
    text = ""
    for name, value in items:
        if str(name) == "LITERAL":
            text += chr(value)
            continue
        yield text
        text = ""
    yield text


def _has(items: Sequence[tuple[Any, Any]], needed: Sequence[str], front: str = "") -> bool:
    """Whether all that a sequence finds has one of the needed; `front` stands before it."""
    texts = list(_runs(items))
    texts[0] = front + texts[0]
    if any(each in text for each in needed for text in texts):
        return True
    before = front
    for name, value in items:
        kind = str(name)
        if kind == "BRANCH" and all(_has(each, needed, before) for each in value[1]):
            return True
        inside = _INSIDE.get(kind, -1)
        certain = not kind.endswith("REPEAT") or value[0] > 0
        if inside >= 0 and certain and _has(value[inside], needed):
            return True
        if kind == "IN" and all(
            str(sort) == "LITERAL" and chr(one) in needed for sort, one in value
        ):
            return True
        before = before + chr(value) if kind == "LITERAL" else ""
    return False


def _pairs() -> Iterator[tuple[str, str]]:
    for each in rules("spoken")["kinds"]:
        if "needs" in each:
            yield each["told"], each["needs"]
    for patterns in rules("claims").values():
        for each in patterns if isinstance(patterns, list) else ():
            if isinstance(each, dict) and "needs" in each:
                yield each["words"], each["needs"]
    for name in ("wider", "strangers", "scopes"):
        yield from ((rules(name)[kind], needs) for kind, needs in rules(name)["needs"].items())


@pytest.mark.parametrize(("pattern", "needs"), list(_pairs()))
def test_what_a_pattern_needs_stands_in_all_that_it_finds(pattern: str, needs: str) -> None:
    assert _has(_parser.parse(pattern), needs.split("|"))


def test_what_need_not_stand_there_is_told() -> None:
    assert not _has(_parser.parse("(?:氏名|住所)を?渡す"), ["氏名", "を"])
