"""Sheets that only their heads tell apart: その1 …, 票3 …, 事案2 …, 2 …の提供, ■ …の委託.

An office that prints no 件名 heads each sheet by a line with the next number, or with a mark. What
such a line is called does not matter: it stands in front of the first field of a sheet, and so
does the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import kinds
from nagarezu.importing.form.agenda.decorated import OF_MARKED
from nagarezu.importing.form.agenda.labels import labelled, of_matter
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import KANA, KANJI_DIGITS, counted, key

_WORDS = (
    r"件名|案件|議題|議案|事案|事項|審議|協議|報告|付議|その|第|票|号|様式|調書|シート|個票|件|案"
)
_STEMS = "甲乙丙丁戊己"
_COUNT = rf"\d{{1,2}}|[{KANJI_DIGITS}]{{1,3}}|[ア-ン](?![ァ-ヶー])|[a-z](?![a-z])"
_FRONT = (
    r"[■□◆◇●○◎▼【〔\[<《(（]?"
    rf"(?:第?(?:\d{{1,2}}|[{KANJI_DIGITS}]{{1,2}}|[ivx]{{1,3}})[.)、]?)?"
)
_FRAMED = re.compile(
    rf"^{_FRONT}(?P<frame>(?:{_WORDS})+)(?P<n>{_COUNT})(?P<tail>(?:{_WORDS})*)[)）】〕\]>》:._-]*"
    r"(?P<title>[^\d)）】].{3,})$"
)
_PART = re.compile(  # ■ 乙の部 …による電算処理
    rf"^{_FRONT}(?P<frame>)(?P<n>[{_STEMS}])(?P<tail>(?:の(?:部|件|案|票)|[部案票号]))[)）】〕\]>》:._-]*"
    r"(?P<title>[^\d)）】].{3,})$"
)
_PLAIN = re.compile(
    rf"^(?P<frame>[■□◆◇●○◎▼]?第?)(?P<n>\d{{1,2}}|[{KANJI_DIGITS}]{{1,2}})(?P<tail>[.)、]?)"
    r"(?P<title>[^\d年月日人件回号条項].{3,})$"
)
_MARKED = re.compile(r"^(?P<frame>[■□◆◇●○◎▼【〔\[<《])(?P<n>)(?P<tail>)(?P<title>[^\d].{3,})$")
_HEADING = re.compile(r"^(?P<frame>)(?P<n>)(?P<tail>)(?P<title>[^\d].{3,})$")  # by its style
_COLUMNS = re.compile(r"(?:項目|欄|区分|事項)(?:名)?\|(?:記載)?(?:の?内容|事項|記載)")  # of a form
_LONGEST = 60
_FEWEST = 2
_FIRST = ("department", "register_name", "items", "persons")  # with which a sheet may begin


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    frame: str
    number: int  # 0 for a mark
    first: str  # field of its sheet


def heads(rows: Sequence[Row]) -> dict[int, str]:
    """The rows that head sheets by their numbers; of what kind these are, their fields tell."""
    found: dict[str, list[_Head]] = {}
    for head in _heads(rows):
        found.setdefault(head.frame, []).append(head)
    for series in found.values():
        counts_up = all(b.number == a.number + 1 for a, b in pairwise(series))
        alike = not series[0].number and len({head.first for head in series}) == 1
        if len(series) >= _FEWEST and (counts_up or alike) and not _begun(rows[: series[0].at]):
            return {head.at: "" for head in series}
    return {}


def _begun(rows: Sequence[Row]) -> bool:
    """Whether a sheet stands in front of the first head: then the heads are no heads of sheets."""
    return any(of_matter(label) for row in rows if (label := _label(row)))


def _heads(rows: Sequence[Row]) -> Iterator[_Head]:
    for at, row in enumerate(rows):
        text = key(row.text)
        if len(row.filled) != 1 or not row.cells[0] or not 4 < len(text) <= _LONGEST:
            continue
        framed = _FRAMED.match(text) or _PART.match(text)
        first = _first_field(rows[at + 1 : at + 3])
        if framed and rows[at + 1 : at + 2] and rows[at + 1].grid == OF_MARKED:
            first = first or "own"  # a field in the words of the office
        if "。" in text or not first or _label(row):
            continue
        found = framed or _PLAIN.match(text) or _MARKED.match(text)
        found = found or (_HEADING.match(text) if row.level else None)
        if found is None or labels.is_one_of("overview_heading", found["title"]):
            continue
        title = found["title"].rstrip(")）】〕]>》")
        if framed or kinds.of_title(title) or title in kinds.HEADS:  # else it may head anything
            number = _number(found["n"]) if found["n"] else 0
            yield _Head(at, "|".join(found.group("frame", "tail")), number, first)


def _number(mark: str) -> int:
    if mark in _STEMS:
        return _STEMS.index(mark) + 1
    if mark in KANA:
        return KANA.index(mark) + 1
    return ord(mark) - ord("a") + 1 if mark.isascii() and mark.isalpha() else counted(mark)


def _label(row: Row) -> labels.Label | None:
    label = labelled(row)[0]
    return label if label is not None and label.rule != "label_look_alike" else None


def _first_field(below: Sequence[Row]) -> str:
    """The field with which a sheet begins; none where a title of its own would head it as well."""
    if below and _COLUMNS.fullmatch("|".join(key(cell.text) for cell in below[0].filled)):
        below = below[1:]
    label = _label(below[0]) if below else None
    if label is None or not (label.field in _FIRST or label.field.endswith(("_items", "_partner"))):
        return ""
    return label.field
