"""Sheets that only their number tells apart: その1 …, 票3 …, 件名その二 …, 2 …の提供.

An office that prints no 件名 heads each sheet by a line with the next number. What such a line is
called does not matter: it stands in front of the first field of a sheet, and so does the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import kinds
from nagarezu.importing.form.agenda.labels import labelled, of_matter
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import KANA, KANJI_DIGITS, counted, key

_WORDS = r"件名|案件|議題|議案|事項|審議|その|第|票|号|様式|調書|シート|個票|件"
_COUNT = rf"\d{{1,2}}|[{KANJI_DIGITS}]{{1,3}}|[ア-ン](?![ァ-ヶー])|[a-z](?![a-z])"
_FRONT = rf"[■□◆◇●○◎▼【〔\[<《(（]?(?:第?(?:\d{{1,2}}|[{KANJI_DIGITS}]{{1,2}}|[ⅰⅱⅲⅳⅴⅵiv]{{1,3}})[.)、]?)?"
_FRAMED = re.compile(
    rf"^{_FRONT}(?P<frame>(?:{_WORDS})+)(?P<n>{_COUNT})(?P<tail>(?:{_WORDS})*)[)）】〕\]>》:._-]*"
    r"(?P<title>[^\d)）】].{3,})$"
)
_PLAIN = re.compile(
    rf"^(?P<frame>[■□◆◇●○◎▼]?第?)(?P<n>\d{{1,2}}|[{KANJI_DIGITS}]{{1,2}})(?P<tail>[.)、]?)"
    r"(?P<title>[^\d年月日人件回号条項].{3,})$"
)
_LONGEST = 60
_FEWEST = 2
_FIRST = ("department", "register_name", "items", "persons")  # with which a sheet may begin


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    frame: str
    number: int


def heads(rows: Sequence[Row]) -> dict[int, str]:
    """The rows that head sheets by their numbers; of what kind these are, their fields tell."""
    found: dict[str, list[_Head]] = {}
    for head in _heads(rows):
        found.setdefault(head.frame, []).append(head)
    for series in found.values():
        counts_up = all(b.number == a.number + 1 for a, b in pairwise(series))
        if len(series) >= _FEWEST and counts_up and not _begun(rows[: series[0].at]):
            return {head.at: "" for head in series}
    return {}


def _begun(rows: Sequence[Row]) -> bool:
    """Whether a sheet stands in front of the first head: then the heads are no heads of sheets."""
    found = (labelled(row)[0] for row in rows)
    return any(label is not None and _known(label) and of_matter(label) for label in found)


def _heads(rows: Sequence[Row]) -> Iterator[_Head]:
    for at, (row, below) in enumerate(pairwise(rows)):
        text = key(row.text)
        if len(row.filled) != 1 or not row.cells[0] or not 4 < len(text) <= _LONGEST:
            continue
        if "。" in text or _is_label(row) or not _first_field(below):
            continue
        framed = _FRAMED.match(text)
        found = framed or _PLAIN.match(text)
        if found is None or labels.is_one_of("overview_heading", found["title"]):
            continue
        title = found["title"].rstrip(")）】〕]>》")
        if framed or kinds.of_title(title):  # a number alone may head anything
            yield _Head(at, "|".join(found.group("frame", "tail")), _number(found["n"]))


def _number(mark: str) -> int:
    if mark in KANA:
        return KANA.index(mark) + 1
    return ord(mark) - ord("a") + 1 if mark.isascii() and mark.isalpha() else counted(mark)


def _is_label(row: Row) -> bool:
    label = labelled(row)[0]
    return label is not None and _known(label)


def _known(label: labels.Label) -> bool:
    return label.rule != "label_look_alike"


def _first_field(row: Row) -> bool:
    """Whether a row is the first field of a sheet; a title of its own would head it as well."""
    label = labelled(row)[0]
    if label is None or not _known(label):
        return False
    return label.field in _FIRST or label.field.endswith(("_items", "_partner"))
