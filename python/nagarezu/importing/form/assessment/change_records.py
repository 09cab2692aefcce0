"""Changes told one by one, each with its place and what stands there now: 変更3, 箇所, 変更後.

A list of changes may be printed without columns. What now stands at a place is the form again: so
the rows are given back below the heads of their part, file and section, as the form prints them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_HEAD = re.compile(
    r"^[■◆●◇□○【\[〔<＜]?(?:変更|修正|改正|項目)?[ ]?[(]?(?:その)?\d{1,2}[)]?[.】\]〕>＞]?$"
)
_FIELDS = (
    ("place", r"(?:変更|修正|該当|改正)?(?:する)?(?:箇所|個所|か所|場所)"),
    ("after", r"(?:変更|修正|改正|見直し|更新)後(?:の(?:記載|内容|記述))?|新しい記載"),
    ("before", r"(?:変更|修正|改正|見直し|更新)前(?:の(?:記載|内容|記述))?|これまでの記載"),
    (
        "other",
        r"(?:変更|修正)?の?(?:事由|理由|趣旨)|提出(?:の?時期)?|時期|説明|備考|重要な変更(?:の有無)?",
    ),
)
_LINE = re.compile(
    "^[ ]*(?:[・●○①-⑳]|[(]?[0-9ア-ン][).])?[ ]*(?:"
    + "|".join(f"(?P<{name}>{words_})" for name, words_ in _FIELDS)
    + r")(?:[ ]*[:：][ ]*|[ 　]+|$)"
)
_FEWEST = 3  # records
_PATH = re.compile(
    r"^(?:評価書の?)?第?[ ]?(?P<part>[ⅠⅡⅢⅣⅤⅥ])(?:章|部)?の?[ ]?"
    r"(?:\((?P<file>\d{1,2})\)の?[ ]?)?"
    r"(?P<number>\d{1,2}(?:[ ]?(?:の|-)?[ ]?[①-⑳])?)?[ .]*"
)
_BEHIND = re.compile(
    r"[ ]*[(（][^()（）]*(?:ページ|頁|\bp\.?[ ]?\d)[^()（）]*[)）][ ]*$", re.IGNORECASE
)
_NAMED_FILE = re.compile(
    r"[(（](?P<number>[0-9０-９]{1,2})[)）][ 　]*(?P<name>[^\s()（）、。:：]{1,40}?ファイル)"
)
_LEAD = re.compile(r"^[^。]*(?:次の|以下の)[^。]*。[ 　]*$")  # 末尾に次の3項目を加える。
_PARTS = {
    "Ⅰ": "基本情報",
    "Ⅱ": "特定個人情報ファイルの概要",
    "Ⅲ": "リスク対策",
    "Ⅳ": "リスク対策",
    "Ⅴ": "開示請求、問合せ",
    "Ⅵ": "評価実施手続",
}
_BLOCKS = {"委託": "委託事項", "提供": "提供先", "移転": "移転先"}
_FIRST_GRID = -7_000_000  # below those of other tables of a text


@dataclass(slots=True)
class _Record:
    rows: list[Row]
    place: Passage = field(default_factory=Passage)
    after: list[Passage] = field(default_factory=list)


def restored(rows: Sequence[Row]) -> tuple[list[Row], bool]:
    """The rows, such records as the form prints them; and whether there are any."""
    start, end, records = _records(rows)
    if len(records) < _FEWEST:
        return list(rows), False
    files = {
        int(fold(match["number"])): row.filled[0].part(*match.span("name"))
        for row in rows[:start]
        for match in _NAMED_FILE.finditer(row.text)
        if len(row.filled) == 1
    }
    made = _Made(files)
    found = [row for record in records for row in made.of(record)]
    return [*rows[:start], *found, *rows[end:]], True


def _records(rows: Sequence[Row]) -> tuple[int, int, list[_Record]]:
    """Where they begin and end, and what each of them says."""
    found: list[_Record] = []
    start = end = 0
    at = 0
    while at < len(rows):
        if not _begins(rows, at):
            at += 1
            continue
        stop = _end(rows, at)
        record = _read(rows[at:stop])
        if record is not None:
            start = start if found else at
            end = stop
            found.append(record)
        at = stop
    return start, end, found


def _begins(rows: Sequence[Row], at: int) -> bool:
    """変更3 alone, and the place of it right below; or the place, where nothing counts them."""
    text = fold(rows[at].text).strip()
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    if _HEAD.match(text) and _field(below) == "place":
        return True
    return _field(text) == "place" and _field(below) in ("before", "after")


def _end(rows: Sequence[Row], at: int) -> int:
    """Up to the next record, or to the head of a part or an attachment that is no value."""
    stop = at + 1
    last = ""
    while stop < len(rows):
        row = rows[stop]
        text = fold(tidy(row.text))
        named = _field(row.text)
        counted = _HEAD.match(text) and stop + 1 < len(rows)
        if counted and _field(rows[stop + 1].text) == "place":
            break
        if named == "place" and last:
            break
        ended = heads.part(text, alone=len(row.filled) == 1)
        if ended is not None or row.level or (row.grid and row.grid != rows[at + 1].grid):
            break
        last = named or last
        stop += 1
    return stop


def _field(text: str) -> str:
    match = _LINE.match(fold(text))
    return str(match.lastgroup) if match else ""


def _read(rows: Sequence[Row]) -> _Record | None:
    record = _Record(list(rows))
    current = ""
    for row in rows:
        line = row.filled[0]
        named = _field(row.text)
        if named:
            current = named
            match = _LINE.match(fold(line.text))
            rest = line.part(match.end()) if match else Passage()
            values = [rest, *row.filled[1:]]
        else:
            values = list(row.filled)
        if current == "place" and named:
            record.place = joined([each for each in values if each], " ")
        elif current == "after":
            record.after.extend(line for each in values if each for line in each.lines())
    return record if record.place and record.after else None


class _Made:
    """The rows of the form: heads where they change, and what the records say below them."""

    def __init__(self, files: dict[int, Passage]) -> None:
        self.files = files if len(files) > 1 else {}
        self.part, self.file = "", 0
        self.blocks: Counter[str] = Counter()
        self.grid = _FIRST_GRID

    def of(self, record: _Record) -> Iterator[Row]:
        head = record.rows[0]
        printed = record.place
        path = _PATH.match(fold(printed.text))
        if path is None:
            return
        number = int(path["file"] or 0)
        if path["part"] != self.part:
            self.part, self.file = path["part"], 0
            yield self._line(head, f"{self.part} {_PARTS[self.part]}", printed)
        if number != self.file and number in self.files:
            self.file = number
            yield self._cells(head, "特定個人情報ファイル名", self.files[number], printed)
        behind = printed.part(path.end())
        remark = _BEHIND.search(behind.text)
        topic = behind.part(0, remark.start()) if remark else behind
        lines = list(record.after)
        if len(lines) > 1 and _LEAD.match(lines[0].text):
            del lines[0]
        yield from self._value(head, topic, lines, path["number"] or "")

    def _value(self, head: Row, topic: Passage, lines: list[Passage], number: str) -> Iterator[Row]:
        name = tidy(topic.text).strip()
        block = heads.block(name.split(" ")[-1]) if name else ""
        if self.part in ("Ⅲ", "Ⅳ"):
            yield self._cells(head, "措置の内容", lines[0], topic)
            yield from (self._line(head, line.text, line) for line in lines[1:])
            return
        if block:
            yield self._line(head, block, topic)
        elif (kind := _BLOCKS.get(key(name))) and _labelled(lines):
            self.blocks[kind] += 1
            yield self._line(head, f"{kind}{self.blocks[kind]}", topic)
        elif (label := _label(name)) and not _labelled(lines):
            yield self._cells(head, label, joined(lines), topic)
            return
        elif name:
            yield self._line(head, f"{number} {name}".strip(), topic)
        yield from (self._line(head, line.text, line) for line in lines)

    def _line(self, row: Row, text: str, place: Passage) -> Row:
        cell = place if text == place.text else Passage(text, (0,), place.spots[:1])
        return replace(row, cells=(cell,), place=(place.spots or (row.place,))[0], grid=0, level=0)

    def _cells(self, row: Row, label: str, value: Passage, printed: Passage) -> Row:
        self.grid -= 1
        cells = (Passage(label, (0,), printed.spots[:1]), value)
        place = (value.spots or (row.place,))[0]
        return replace(row, cells=cells, place=place, grid=self.grid, level=0)


def _label(name: str) -> str:
    """本人の範囲, 移転: the label whose value the change prints."""
    whole = _BLOCKS.get(key(name), name)
    return whole if words.whole(whole) is not None else ""


def _labelled(lines: Sequence[Passage]) -> bool:
    """委託先　甲社: whether the lines have labels of their own."""
    first = [compiled(r"[ 　]{2,}|[:：]").split(line.text.strip())[0] for line in lines]
    known = [text for text in first if words.whole(text) is not None or words.of_row(text)]
    return len(known) > 1
