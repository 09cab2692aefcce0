"""Cells that say of one partner that he hands nothing on: 再委託 | 不可, in his row or his column.

A form says it below the name of the partner (再委託先 なし), a table of contracts in the column of
that head, a turned one in a row below the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from nagarezu.importing.draft import parties, said
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import whom
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import closed
from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy

_WORKS = ("entrust", "delegate")
_HEAD = re.compile(
    r"(?:[0-9①-⑳]{0,2}|[(（][0-9ア-ン]{1,2}[)）])[.．、]?再委託(?:先|の?(?:有無|可否|状況|相手方?|取扱い?))?"
)
_NONE = re.compile(
    r"(?:契約(?:書|上)?(?:により|によって|において|で|に)?、?)?(?:再委託[はを]?)?、?"
    r"(?:(?:全面的?に|一律に)(?:これを)?)?(?:無し?|なし|行わ(?:せ)?ない|し(?:て(?:い)?)?ない|させない|認めない|認めていない|許さない"
    r"|許していない|不可|禁止|禁止(?:する|している|とする)|禁じ(?:る|ている)|できない|予定なし|該当なし|×)(?:[(（][^()（）]*[)）])?。?"
)
_FIRST = 2  # cells in front of a row, in which the file stands of which it is
_FAR = 8  # rows below the one that names a partner which are still about him
_BRIEF = 60  # characters of such a row
_MARKED = re.compile(r"[○◯〇✓レ☑■]")
_MARKS = (*"○◯〇✓レ☑■-－ー×□☐", "")


@dataclass(frozen=True, slots=True)
class Ban:
    """Where it is said, of whom (nobody: of all), on the sheet of which matter."""

    passage: Passage
    holder: str
    matter: str


def cells(builder: Builder, rows: Sequence[Row]) -> Iterator[Ban]:
    """Every such cell of a document of whose partner there is no doubt."""
    columns, grid = list[int](), 0
    above: list[Row] = []
    for matter, row in said.placed(builder, rows):
        made = handed.celled(row)
        if row.grid != grid:
            columns, grid = [], row.grid
        texts = [_plain(cell) for cell in made.cells]
        heads = [n for n, text in enumerate(texts) if "再委託" in text and _HEAD.fullmatch(text)]
        if heads and heads[-1] >= 2 and not any(map(_NONE.fullmatch, texts)):
            columns = heads  # 再委託の取扱い | 再委託先
        elif heads and heads[-1] < len(texts) - 1:
            yield from _below(builder, made, heads[-1], above, matter)
        elif said_no := [n for n in columns if n < len(texts) and _NONE.fullmatch(texts[n])]:
            named = (_contractor(builder, cell.text) for cell in made.cells if len(cell.text) > 1)
            holder = next(filter(None, named), "") or _contractor(builder, made.text)
            if holder:
                here = _given_here(builder, holder, row)
                yield from (Ban(made.cells[n], holder, here) for n in said_no)
        elif row.grid and len(texts) >= 3:
            yield from _ticked(builder, made, above, matter)
        above.append(made)


def _given_here(builder: Builder, holder: str, row: Row) -> str:
    """The matter of the contract that a row is about; empty where any of his may be.

    A partner of two contracts may hand on the work of the other one.
    """
    places = set(row.places)
    works = [
        flow
        for flow in builder.list_of("flows")
        if flow["relation"] in _WORKS and flow["to"] == [holder]
    ]
    here = [flow for flow in works if places & set(str(flow.get("source", "")).split())]
    matters = {str(flow["matter"]) for flow in here or works}
    if (
        len(matters) > 1
    ):  # the term of the contract may stand in the row, or the file of which it is
        terms = {
            str(matter["id"])
            for matter in builder.list_of("matters")
            for each in matter.get("periods", ())
            if places & set(str(each.get("source", "")).split())
        }
        called = {builder.matter_called(cell.text) for cell in row.cells[:_FIRST]} - {""}
        matters = matters & terms or matters & called or matters
    return matters.pop() if len(matters) == 1 else ""


def labelled(row: Row) -> Passage:
    """What stands behind the label 再委託 in a row; empty if there is none."""
    made = handed.celled(row)
    at = next((n for n, cell in enumerate(made.cells) if _HEAD.fullmatch(_plain(cell))), -1)
    return made.cells[at + 1] if 0 <= at < len(made.cells) - 1 else Passage()


def above_of(builder: Builder, above: Sequence[Row]) -> str:
    """The partner whom a short row just above names, as a head or in the row of his name."""
    for row in islice(reversed(above), _FAR):
        text = key(row.text)
        found = _contractor(builder, text) if len(text) <= _BRIEF else ""
        if found:
            return found
    return ""


def _plain(cell: Passage) -> str:
    return key(cell.text).lstrip("[［【「:：").rstrip("]］】」").rstrip("※")


def _contractor(builder: Builder, text: str) -> str:
    """The one who is entrusted, as a row or cell names him."""
    found = parties.within(builder, text)
    return found if found and builder.has_flow_to([found], _WORKS) else ""


def _below(builder: Builder, row: Row, at: int, above: Sequence[Row], matter: str) -> Iterator[Ban]:
    """Behind the label of a form, or below the names of several partners."""
    values = [n for n in range(at + 1, len(row.cells)) if row.cells[n]]
    for n in values:
        cell = row.cells[n]
        if not _NONE.fullmatch(_plain(cell)):
            continue
        if len(values) == 1:
            near = whom.nearest(builder, Said("", row.cells[at], matter))
            found = near or [above_of(builder, above)]
            found = found if found[0] else parties.only_partner(builder, matter)
            works = [id_ for id_ in found if builder.has_flow_to([id_], _WORKS)]
            if len(works) == 1:
                yield Ban(cell, works[0], matter)
        elif holder := _of_column(builder, above, row, n):
            yield Ban(cell, holder, "")


def _of_column(builder: Builder, above: Sequence[Row], row: Row, n: int) -> str:
    named = (each.cells[n].text for each in above if each.grid == row.grid and n < len(each.cells))
    return next((id_ for text in named if (id_ := _contractor(builder, text))), "")


def _ticked(builder: Builder, row: Row, above: Sequence[Row], matter: str) -> Iterator[Ban]:
    """再委託を認めない旨を定める | ○ | ○ | －: of those in whose columns it is ticked."""
    asked = [cell for cell in row.cells if "委" in cell.text or "請" in cell.text]
    if len(asked) != 1:
        return
    marks = [(n, text) for n, cell in enumerate(row.cells) if (text := _plain(cell)) in _MARKS]
    ticked = [n for n, text in marks if _MARKED.fullmatch(text)]
    if not ticked:
        return
    if not any(told.says == "myself" for told in closed.read(tidy(asked[0].text))):
        return
    named = [_of_column(builder, above, row, n) for n in ticked]
    if all(named):
        yield from (Ban(asked[0], id_, "") for id_ in dict.fromkeys(named))
    elif len(ticked) == len(marks):
        yield Ban(asked[0], "", matter)
