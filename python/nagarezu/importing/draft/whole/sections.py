"""Contents with numbers (もくじ: 1 概要, 2 …), held against the numbered heads below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LIST = re.compile(r"^[【〔<《■]*(?:目次|もくじ|(?:本?資料の?)?構成|項目一覧|内容)[】〕>》]*$")
_ENTRY = re.compile(r"^#*[ ]*第?(?P<number>\d{1,2})[.．、章節]?[ ]+(?P<title>[^。\d ][^。]{1,40})$")
_PAGE = re.compile(r"[ .…・･]*(?:P\.?|p\.?)?\d{1,3}(?:ページ|頁)?$|[.…・･]{2,}$")
_FEWEST = 4  # entries of a list of contents


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered line, in the list or at the head of a section."""

    number: int
    title: str
    at: int


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """The one entry that nothing answers to, or the one section that the list passes over."""
    at = next((n for n, row in enumerate(rows) if _LIST.match(key(row.text))), None)
    listed = _run(rows, at + 1) if at is not None else []
    if len(listed) < _FEWEST:
        return
    later = [each for n in range(listed[-1].at + 1, len(rows)) if (each := _entry(rows[n], n))]
    heads = [_answer(each, later) for each in listed]
    met = [each for each in heads if each is not None]
    if len(met) < len(listed) - 1 or [each.at for each in met] != sorted(each.at for each in met):
        return
    lost = [each for each, head in zip(listed, heads, strict=True) if head is None]
    over = [each for each in later if _between(each, met)]
    for each in lost if not over else ():
        _reference(builder, rows, each, {"listed": each.title})
    for each in over if not lost and len(over) == 1 else ():
        _reference(builder, rows, each, {"resolved": True, "unlisted": True, "title": each.title})


def _run(rows: Sequence[Row], start: int) -> list[Entry]:
    """The entries that count up from 1, line by line."""
    found: list[Entry] = []
    for at in range(start, len(rows)):
        entry = _entry(rows[at], at)
        if entry is None or entry.number != len(found) + 1:
            return found
        found.append(entry)
    return found


def _entry(row: Row, at: int) -> Entry | None:
    match = _ENTRY.match(fold(row.text).strip()) if len(row.filled) == 1 else None
    if match is None:
        return None
    return Entry(int(match["number"]), _PAGE.sub("", tidy(match["title"])), at)


def _answer(entry: Entry, later: Sequence[Entry]) -> Entry | None:
    """The head of that title, under this number or the next ones."""
    title = _plain(entry.title)
    found = [each for each in later if title in (other := _plain(each.title)) or other in title]
    return found[0] if found and abs(found[0].number - entry.number) <= 1 else None


def _between(each: Entry, met: Sequence[Entry]) -> bool:
    """Whether a head stands, by place and by number, right between two that are listed."""
    return any(
        before.at < each.at < after.at and before.number + 1 == each.number == after.number - 1
        for before, after in pairwise(met)
    )


def _plain(title: str) -> str:
    return key(without_brackets(title))


def _reference(builder: Builder, rows: Sequence[Row], each: Entry, said: Entity) -> None:
    passage: Passage = rows[each.at].whole
    proof = evidence("label", passage, each.title, "contents", 0.9)
    made: Entity = {"label": f"{each.number} {each.title}", **said, "source": passage.source}
    builder.add("references", {**made, "provenance": [proof]})
