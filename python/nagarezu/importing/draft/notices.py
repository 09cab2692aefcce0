"""Notices told in sentences: 「Xに…を送信する」 here, 「Xから…を受信する」 in another part.

Only what two parts tell of the same information and the same other side is kept, for the two can
be compared; within one part information may well go to and fro.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.matters import step_entity
from nagarezu.importing.fields.work import Step
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_SENTENCE = re.compile(r"[^。\n]+")
_SHORTEST = 2  # characters of what names the information


@dataclass(frozen=True, slots=True)
class _Told:
    part: int
    sheet: str
    matter: str
    step: Step

    @property
    def what(self) -> tuple[str, str]:
        return _plain(self.step.label), self.step.partner


def write(builder: Builder, parts: Sequence[tuple[str, str, Passage]]) -> None:
    """Add to the matters what several of the parts tell of: each part is sheet, matter, text."""
    matters = {str(each["id"]): each for each in builder.list_of("matters")}
    if not matters:
        return
    first = next(iter(matters))
    numbers = {place: number for number, place in enumerate({part[:2]: None for part in parts})}
    names = _names(builder)
    told = [
        _Told(
            numbers[sheet, matter], "other" if sheet == "matter" else sheet, matter or first, step
        )
        for sheet, matter, text in parts
        for step in (_steps(names, text) if names is not None else ())
    ]
    ways: dict[tuple[str, str], dict[int, set[str]]] = {}
    for each in told:
        ways.setdefault(each.what, {}).setdefault(each.part, set()).add(each.step.direction)
    labels: dict[tuple[str, str], str] = {}
    written: set[tuple[str, str, str, str]] = set()
    for each in told:
        by_part = ways[each.what]
        if len(by_part) < 2 or any(len(directions) > 1 for directions in by_part.values()):
            continue
        each.step.label = labels.setdefault(each.what, each.step.label)
        place = (each.matter, each.sheet, each.step.label, each.step.direction)
        if place not in written:
            written.add(place)
            work: list[Entity] = matters[each.matter].setdefault("work", [])
            work.append(step_entity(each.step, each.sheet))


def _steps(names: re.Pattern[str], text: Passage) -> Iterator[Step]:
    """The notices of the sentences of a text to and from holders that the paper names."""
    for line in text.lines():
        for sentence in _SENTENCE.finditer(fold(line.text)):
            for direction, pattern in _patterns():
                for match in pattern.finditer(sentence.group()):
                    holder = names.search(match["partner"])
                    label = _label(match["label"])
                    if holder and len(_plain(label)) >= _SHORTEST:
                        passage = line.part(*sentence.span())
                        yield Step(label, passage, "", direction, holder.group())


def _names(builder: Builder) -> re.Pattern[str] | None:
    """The names of all others than the own side, at the end of a text.

    Of two own systems one sends what the other receives: there is no direction to compare.
    """
    names = {
        fold(str(holder["label"]))
        for holder in builder.list_of("holders")
        if holder["id"] != builder.own and holder.get("operator") != builder.own
    }
    longest = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest))})$") if longest else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    told = rules("notices")
    return tuple(
        (direction, re.compile(pattern))
        for direction in ("send", "receive")
        for pattern in told[direction]
    )


def _label(printed: str) -> str:
    """What is sent, without what stands in front of it in its clause."""
    return tidy(compiled(rules("notices")["before"]).sub("", printed)).strip(" 　・")


def _plain(label: str) -> str:
    return compiled(rules("notices")["loose"]).sub("", key(label))
