"""The rows of each matter, with the printed lines put together that one sentence goes over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.named.outline import is_marked
from nagarezu.importing.fields import references
from nagarezu.importing.form.rows import Row, of_book
from nagarezu.importing.passage import joined
from nagarezu.importing.rules.characters import key

_INDENT = 2  # characters in front of a line that goes on with the one above it
_FULL = 25  # characters of a line that may be broken
_ENDED = re.compile(r"[。)）」】]\s*$")
_GAP = re.compile(r"[ 　]{2,}|\t")


def _whole_lines(rows: Sequence[Row]) -> list[Row]:
    """Printed lines put together that one sentence goes over."""
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        if last and _is_broken(last) and _goes_on(row):
            found[-1] = replace(last, cells=(joined([last.cells[0], row.cells[0]], ""),))
            continue
        found.append(row)
    return found


def _is_broken(row: Row) -> bool:
    return _prose(row) and len(row.text) > _FULL and not _ENDED.search(row.text)


def _goes_on(row: Row) -> bool:
    begins = is_marked(row.text) or _GAP.search(row.text.strip())
    return _prose(row) and row.lead >= _INDENT and not begins


def _prose(row: Row) -> bool:
    return not row.grid and len(row.cells) == 1


def by_matter(builder: Builder, rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each matter; of several, those in front and in papers behind them have none."""
    matters = builder.list_of("matters")
    rows = _whole_lines(rows)
    if len(matters) == 1:
        yield str(matters[0]["id"]), rows
        return
    begins: dict[str, list[Entity]] = {}
    for each in matters:
        for place in str(each.get("source", "")).split():
            begins.setdefault(place, []).append(each)
    current, found = "", dict[str, list[Row]]()
    sheet, book = "", of_book(rows)
    for row in rows:
        text = key(row.text)
        if book and row.sheet != sheet:  # a sheet behind those of the matters has none
            current, sheet = "", row.sheet
        for each in (each for place in row.places for each in begins.get(place, ())):
            if key(each["title"])[:20] in text:
                current = str(each["id"])
        if references.heading(row.text):
            current = ""
        found.setdefault(current, []).append(row)
    yield from found.items()
