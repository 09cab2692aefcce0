"""Headings that name a file: in front of a table of labels that prints no name, or of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.reading import Reading, begin
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

_NUMBER = re.compile(
    r"^(?:(?:[一-龥A-Za-z]{1,3}[-－ー‐−])?[0-9０-９]{1,4}(?:[-－‐−][0-9０-９]{1,4})?"
    r"|(?:個人情報)?(?:登録|届出|整理|事務|業務|ファイル|台帳|名簿)(?:番号)?[ 　]?[0-9０-９]{1,4}"
    r"|[一-龥A-Za-z]{1,3}[0-9０-９]{1,4}(?=[ 　])"
    r"|(?:登録|届出|整理|事務|業務)?(?:番号)?第[ 　]?[0-9０-９一二三四五六七八九十]{1,3}"
    r"[ 　]?[号票]?"
    r"|[(（【〔\[［][0-9０-９]{1,3}[)）】〕\]］]|[①-⑳]|[■●◆○◎])"
    r"[.．、:：]?[ 　]*(?=[^0-9０-９\s])"
)
_NUMBERS = 2  # in front of a name: that of the section, and that of the register
_CODE = re.compile(r"[一-龥A-Za-z]{1,3}[-－ー‐−][0-9０-９]{1,4}")  # 税-01: a number of the register
# 個人情報ファイル簿（人事－1）, 【税第3号】, 整理番号 7: what lists behind the cards call this one
_CALLED = re.compile(
    r"(?:^|[（(【〔\[［ 　])(?:"
    r"(?:(?:登録|整理|ファイル|簿冊|事務|届出)?(?:番号|[NnＮ][oｏ][.．]?|№)[ 　:：]*)"
    r"(?P<number>[0-9０-９]{1,4})"
    r"|(?P<code>(?:[一-龥A-Za-z]{1,4}[-－ー‐−―]|[一-龥]{1,4}第)[0-9０-９]{1,4}号?))"
    r"(?:[)）】〕\]］]|$)"
)
_OF_NUMBER = re.compile(r"(?:番号|no\.?|№)$")
_NO_CODE = re.compile(r"様式|別[紙表添記]|資料|参考|令和|平成|昭和|[表図条章節][-－‐−第]")
_LEAST_BELOW = 4  # labels below a heading that make its table the card of what it names
_SHORTEST = 4  # characters of the name of a file
_FAR = 16  # rows in which the labels of a card stand
_KIND = re.compile(r"(?:事務|業務|事業|ファイル|台帳|名簿|簿)$")
_KINDS = re.compile(
    r"^(?:個人情報)?(?:事務|業務|ファイル|台帳|名簿)(?:番号)?[ 　]?[0-9０-９]"
)  # 事務1
_SECTION = re.compile(
    r"[ 　]*[（(【〔](?P<section>[^（）()【】〔〕、。]{1,24}"
    r"(?:課|室|係|局|所|部|館|署|会|校|園|センター))[)）】〕]$"
)


def take(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A heading that is the name of the file below it; its section may stand in a bracket."""
    if not begins(rows, index):
        return 0
    name, section = _parts(rows[index].filled[0])
    begin(reading, "name", Passage(), name)
    number = _CODE.search(rows[index].filled[0].text.split(name.text)[0])
    if number is not None:
        printed = rows[index].filled[0].part(*number.span())
        reading.files[-1].add("registered", Part(printed, replace(printed, text="番号")))
    if section:
        reading.files[-1].add("section", Part(section, Passage()))
    reading.current, reading.ordinal, reading.level = "", ("", 0), rows[index].level
    return 1


def called(rows: Sequence[Row], index: int, file: File) -> None:
    """The number that stands in the line above a card is that of the file, if it has no other."""
    above = rows[index - 1] if index else None
    numbered = any(
        part.text and _OF_NUMBER.search(key(part.label.text)) for part in file.parts("registered")
    )
    if above is None or len(above.filled) != 1 or numbered:
        return
    line = above.filled[0]
    found = None if _NO_CODE.search(line.text) or "。" in line.text else _CALLED.search(line.text)
    if found is not None:
        printed = line.part(*found.span("number" if found["number"] else "code"))
        file.add("registered", Part(printed, replace(printed, text="番号")))


def begins(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the heading of the card of a file."""
    row = rows[index]
    if row.grid or len(row.filled) != 1 or index + 1 >= len(rows) or labels.exact(row.text):
        return False
    name, _ = _parts(row.filled[0])
    if len(key(name.text)) < _SHORTEST or "。" in row.text or repeats(rows, index):
        return False
    if rows[index + 1].grid:
        return _table_below(rows, index)
    begun = labels.leading(row.filled[0])
    if begun is not None and begun[2]:
        return False  # 1．事務の名称：検針事務
    numbered = _NUMBER.match(row.filled[0].text)
    kind = row.level or _KIND.search(key(name.text)) or _KINDS.match(row.text.strip())
    kind = kind or (numbered and _listed(rows, index, name))
    return bool(numbered and kind) and _lines_below(rows, index)


def repeats(rows: Sequence[Row], index: int) -> bool:
    """Whether a row heads the card below it that begins with the same name: (1) 甲ファイル."""
    if rows[index].grid or len(rows[index].filled) != 1:
        return False
    name = key(_parts(rows[index].filled[0])[0].text)
    return len(name) >= _SHORTEST and any(
        _named_at(rows, at) == name for at in range(index + 1, min(index + 3, len(rows)))
    )


def _named_at(rows: Sequence[Row], index: int) -> str:
    """The name of a file that a row prints with its label, or with its label above it."""
    cells = rows[index].filled
    begun = labels.leading(cells[0]) if cells else None
    below = rows[index + 1].filled[:1] if index + 1 < len(rows) else ()
    told = begun[2] if begun and begun[2] else next(iter(cells[1:] or below), Passage())
    named = begun is not None and begun[0] == "name"
    if not cells or not (named or labels.names_file(cells[0].text, told.text)):
        return ""
    return key(told.text)


def _parts(heading: Passage) -> tuple[Passage, Passage]:
    """第2 甲事務（乙課） is 甲事務 of 乙課; 1 税-01 甲事務 has a number of the register as well."""
    start = 0
    for _ in range(_NUMBERS):
        number = _NUMBER.match(heading.text[start:])
        start += number.end() if number else 0
    section = _SECTION.search(heading.text, start)
    if section is None:
        return heading.part(start), Passage()
    return heading.part(start, section.start()), heading.part(*section.span("section"))


def _listed(rows: Sequence[Row], index: int, name: Passage) -> bool:
    """Whether a table above, such as the list in front of the cards, has this name in a cell."""
    plain = key(name.text)
    above = (row for row in rows[:index] if len(row.filled) > 1)
    return any(key(cell.text) == plain for row in above for cell in row.filled[:_NAMED])


_NAMED = 3  # columns of a list in which the name of a file stands


def _table_below(rows: Sequence[Row], index: int) -> bool:
    grid = rows[index + 1].grid
    below: list[str] = []
    for each in rows[index + 1 : index + _FAR]:
        if each.grid == grid and len(each.filled) > 1:
            found = labels.find(each.filled[0].text)
            named = labels.names_file(each.filled[0].text, each.filled[1].text)
            below.append("name" if named else found.field if found else "")
    tells = "items" in below or "subjects" in below  # the items may stand in a section
    listed = "purpose" in below or _listed(rows, index, _parts(rows[index].filled[0])[0])
    if "name" in below or not listed or not tells:
        return False
    return sum(map(bool, below)) >= _LEAST_BELOW


def _lines_below(rows: Sequence[Row], index: int) -> bool:
    """Whether the lines of a card begin, the first one at once: 1 事務の目的."""
    below: list[str] = []
    for row in rows[index + 1 : index + _FAR]:
        begun = labels.leading(row.cells[0]) if len(row.cells) == 1 else None
        below.append(begun[0] if begun else "")
    tells = {"purpose", "subjects"} <= set(below) or {"items", "subjects"} <= set(below)
    return bool(below and below[0]) and tells and "name" not in below
