"""Tables of the numbers of persons of several files: 整理番号 | 対象 | 数 | 単位 | 時点.

Each row is of the file of its number, or of the one that records whom it names; number, unit and
date stand in cells of their own and are read as one line, as a card prints it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form import handed
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import of_files
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_NUMBER = re.compile(r"^(?:本人|対象者?|登録者?|実人員?)?の?(?:数|件数|人数|人員|数量)$")
_UNIT = re.compile(r"^(?:数の|計上)?単位$")
_DATE = re.compile(r"(?:時点|基準日|集計日|現在|期日|年月日|年度|対象期間)$")
_BARE = re.compile(r"(?:約|およそ)?[ ]?[0-9][0-9, ]*")


_OF_NUMBERS = {"", "registered", "name", "subjects", "count", "as_of", "unit", "remarks"}


@dataclass(frozen=True, slots=True)
class _Columns:
    which: int
    number: int
    subjects: int
    unit: int
    date: int


def take(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """Such a table; how many rows it takes, 0 if it is none."""
    head = handed.celled(rows[index])
    columns = _columns(head)
    if columns is None:
        return 0
    below, end = handed.below(rows, index, head)
    body = [row for row in below if row.filled]
    files = [_file(reading, row, columns) for row in body]
    numbers = [fold(tidy(_cell(row, columns.number).text)) for row in body]
    if not body or None in files or not all(map(_told, numbers)):
        return 0
    for file, row in zip(files, body, strict=True):
        if file is not None:
            _give(file, head, row, columns)
    reading.left.extend(rows[index:end])
    reading.current = ""
    return end - index


def _file(reading: Reading, row: Row, columns: _Columns) -> File | None:
    if columns.which >= 0:
        return of_files.of_cell(reading, _cell(row, columns.which))
    name = key(_cell(row, columns.subjects).text)
    holding = [file for file in reading.files if name and name in key(file.get("subjects").text)]
    return holding[0] if holding else None


def _told(number: str) -> bool:
    """Whether a cell holds a number of persons, with its unit or without."""
    return bool(_BARE.match(number)) and len(number) < _LONGEST


_LONGEST = 16
_FEWEST = 2  # 対象 | 数 alone may be of one card


def _columns(head: Row) -> _Columns | None:
    plain = [key(without_brackets(cell.text)) for cell in head.cells]
    fields = [found.field if (found := labels.find(cell.text)) else "" for cell in head.cells]
    number = next((at for at, text in enumerate(plain) if _NUMBER.match(text)), -1)
    which = next((at for at, name in enumerate(fields) if name in ("registered", "name")), -1)
    subjects = next((at for at, text in enumerate(plain) if _is_subjects(text, fields[at])), -1)
    filled = sum(1 for cell in head.cells if cell)
    if which < 0 and (filled <= _FEWEST or len(set(plain)) < filled):
        return None
    if number < 0 or subjects < 0 or not set(fields) <= _OF_NUMBERS:
        return None  # 収集方法 beside them: a table of the files themselves
    unit = next((at for at, text in enumerate(plain) if _UNIT.match(text)), -1)
    date = next((at for at, text in enumerate(plain) if _DATE.search(text)), -1)
    return _Columns(which, number, subjects, unit, date)


def _is_subjects(plain: str, field: str) -> bool:
    return field == "subjects" or labels.bare(plain) == "subjects"


def _cell(row: Row, at: int) -> Passage:
    return row.cells[at] if 0 <= at < len(row.cells) else Passage()


def _give(file: File, head: Row, row: Row, columns: _Columns) -> None:
    """甲の受給者　312人（令和7年4月1日現在）, of the cells of a row."""
    number, date = _cell(row, columns.number), _cell(row, columns.date)
    unit = _cell(row, columns.unit)
    parts = [_cell(row, columns.subjects), _literal("　", number), number, unit]
    if date and dates(date.text):
        parts += [_literal("（", date), date]
        day = compiled(r"日$").search(date.text.strip())
        parts += [_literal("現在）" if day else "）", date)]
    text = joined([each for each in parts if each.text], "")
    file.add("count", Part(text, head.cells[columns.number], grid=row.grid))


def _literal(text: str, beside: Passage) -> Passage:
    """What a line has between the cells, at the place of one of them."""
    return Passage(text, (0,), beside.spots[:1])
