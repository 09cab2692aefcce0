"""A part of the two pages: a heading, entries of which as many are shown as fit, what goes around.

What does not fit is counted and its table named; nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nagarezu.languages import Lang, Text
from nagarezu.report.tree import Block, Facts, Listing, Paragraph, Run, Runs
from nagarezu.tables.paper import number_text

Look = Literal["facts", "list", "numbered", "sentence"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a part. `label` is the left column of facts, empty elsewhere."""

    runs: Runs
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """`number` is that of the table that holds all entries; `least` entries are always shown.

    `opening` stands in front of a sentence, whose entries are joined by commas. `last` stands
    behind the entries, and behind what is said of those that do not fit.
    """

    name: str
    title: str
    entries: tuple[Entry, ...] = ()
    look: Look = "facts"
    number: str = ""
    least: int = 1
    last: tuple[Entry, ...] = ()
    before: tuple[Paragraph, ...] = ()
    after: tuple[Paragraph, ...] = ()
    opening: str = ""


_MORE = Text("ほか{count}件{where}", "{count} more{where}")
_REST = Text("ほか", "More")
_WHERE = Text("（{table}）", " ({table})")
COMMA = Text("、", ", ")
STOP = Text("。", ".")


def entry(text: str, label: str = "") -> Entry:
    """Return an entry of plain text."""
    return Entry((Run(text),), label)


def laid_out(part: Part, shown: int, lang: Lang) -> list[Block]:
    """Return the blocks of a part of which `shown` entries are shown."""
    blocks: list[Block] = list(part.before)
    chosen = part.entries[:shown]
    rest = more(len(part.entries) - len(chosen), part.number, lang)
    if chosen or part.last:
        blocks.append(_entries(part, chosen, rest, lang))
    if chosen and rest and part.look == "numbered":  # what is not there has no number
        blocks.append(Paragraph((Run(rest + STOP.in_(lang)),)))
    return blocks + list(part.after)


def _entries(part: Part, chosen: Sequence[Entry], rest: str, lang: Lang) -> Block:
    if part.look == "sentence":
        runs = [Run(part.opening), *chosen[0].runs]
        for each in chosen[1:]:
            runs += [Run(COMMA.in_(lang)), *each.runs]
        tail = COMMA.in_(lang) + rest if rest else ""
        return Paragraph((*runs, Run(tail + STOP.in_(lang))))
    if part.look == "facts":
        rows = [(each.label, each.runs) for each in chosen]
        if rest:
            rows.append((_REST.in_(lang), (Run(rest.removeprefix(_REST.ja)),)))
        rows += [(each.label, each.runs) for each in part.last]
        return Facts(tuple(rows), part.title)
    items = [each.runs for each in chosen]
    if rest and part.look == "list":
        items.append((Run(rest),))
    return Listing(tuple(items), numbered=part.look == "numbered")


def more(count: int, number: str, lang: Lang) -> str:
    """Return ほか3件（表6）, or nothing if nothing is left."""
    if count <= 0:
        return ""
    where = _WHERE.in_(lang).format(table=number_text(number, lang)) if number else ""
    return _MORE.in_(lang).format(count=count, where=where)


def listed(texts: Sequence[str], most: int, lang: Lang, counter: str = "件") -> str:
    """Return texts joined by commas; those beyond `most` are counted, in Japanese by `counter`."""
    shown = COMMA.in_(lang).join(texts[:most])
    left = len(texts) - most
    if left <= 0:
        return shown
    return f"{shown}ほか{left}{counter}" if lang == "ja" else f"{shown} and {left} more"
