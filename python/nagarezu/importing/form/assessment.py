"""Assessments: parts Ⅰ–Ⅵ, attachments, label rows, transfers and changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.form import labels
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules.characters import fold, key, tidy

_PART = re.compile(
    r"^(?:[(（]?(?P<attached>別添|別紙)[ ]?(?P<number>\d{0,2})[)）]?|(?P<roman>Ⅰ|Ⅱ"
    r"|Ⅲ|Ⅳ|Ⅴ|Ⅵ|I{1,3}|IV|VI?)(?=[ 　\t]|[一-龥]))"
)
_CHANGE_HEAD = re.compile(r"変更(?:又は|または|し|及び)?.{0,6}(?:箇所|か所|項目)|変更箇所")
_TRANSFER_HEAD = re.compile(r"^(?:項番|事務の欄|別表の項|項|番号法の項番)$")
_NUMBERED_HEAD = re.compile(
    r"^(?:\d{1,2}[.．、 ]|リスク\d{0,2}[:：]|システム\d{1,2}|委託事項\d{1,2})"
)
_LAST_CIRCLED = re.compile(r"^.*[①-⑳]", re.DOTALL)


@dataclass(slots=True)
class Line:
    """A row of the sheet under its part (Ⅱ, 別添2 …) and its numbered heads."""

    part: str
    heads: tuple[str, ...]
    row: Row
    label: Label | None = None
    printed: Passage = field(default_factory=Passage)
    value: Passage = field(default_factory=Passage)
    rest: tuple[Passage, ...] = ()


@dataclass(slots=True)
class Table:
    """A transfer or change table: the names of its columns and its rows."""

    kind: str  # transfers or changes
    title: Passage
    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    part: str = ""


@dataclass(slots=True)
class Assessment:
    """The whole sheet in reading order."""

    title: Passage
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    attached: list[tuple[str, Passage]] = field(default_factory=list)

    def of(self, *fields: str) -> list[Line]:
        return [
            line for line in self.lines if line.label is not None and line.label.field in fields
        ]


def read(rows: Sequence[Row]) -> Assessment:
    """Sort the rows into label rows and tables."""
    state = _State(Assessment(_title(rows)))
    for row in rows:
        state.take(row)
    return state.sheet


def _title(rows: Sequence[Row]) -> Passage:
    for row in rows[:12]:
        if re.search(r"評価書|変更箇所", row.text) and len(row.filled) == 1:
            return row.filled[0]
    return rows[0].whole if rows else Passage()


class _State:
    def __init__(self, sheet: Assessment) -> None:
        self.sheet = sheet
        self.part = ""
        self.heads: tuple[str, ...] = ()
        self.title = Passage()
        self.table: Table | None = None

    def take(self, row: Row) -> None:
        first = row.filled[0]
        text = fold(tidy(first.text))
        part = _PART.match(text)
        alone = len(row.filled) == 1
        if (
            part
            and (alone or part["attached"])
            and len(text) < 90
            and not re.search(r"のとおり|参照", text)
        ):
            self._part(part, first)
            return
        if self._table_head(row):
            return
        if self.table is not None and self._in_table(row):
            self.table.rows.append(row)
            if self.table.kind == "transfers" or "変更日" in self.table.columns:
                return
        self._line(row, first)

    def _part(self, part: re.Match[str], first: Passage) -> None:
        self.part = (
            (part["attached"] or "") + (part["number"] or "") if part["attached"] else part["roman"]
        )
        self.heads, self.title = (), first
        if part["attached"]:
            self.sheet.attached.append((self.part, first))
        if self.table is not None and self.table.kind == "transfers":
            self.table = None

    def _table_head(self, row: Row) -> bool:
        cells = [key(cell.text) for cell in row.cells]
        if (
            len(row.filled) >= 3
            and any(_TRANSFER_HEAD.match(cell) for cell in cells)
            and any("先" in cell for cell in cells)
        ):
            self.table = Table("transfers", self.title, cells, part=self.part)
        elif (
            self.table is not None and self.table.kind == "changes" and self.table.columns == cells
        ):
            return True  # the head, printed again on the next page
        elif (
            len(row.filled) >= 2
            and any(_CHANGE_HEAD.search(cell) for cell in cells)
            and any(re.search("ページ|頁|変更後", cell) for cell in cells)
        ) or (len(row.filled) >= 3 and "変更日" in cells):
            self.table = Table("changes", self.title, cells, part=self.part)
        else:
            return False
        self.sheet.tables.append(self.table)
        return True

    def _in_table(self, row: Row) -> bool:
        return len(row.cells) > 1 or (self.table is not None and self.table.kind == "changes")

    def _line(self, row: Row, first: Passage) -> None:
        label = _label(first.text)
        blank_first = len(row.cells) > 1 and not row.cells[0]
        last = self.sheet.lines[-1] if self.sheet.lines else None
        if (
            label is None
            and last is not None
            and last.label is not None
            and _goes_on(last, first, blank_first)
        ):
            texts = [cell for cell in row.filled if not re.fullmatch(r"\d{1,3}", fold(cell.text))]
            texts = [cell for cell in texts if cell is first or len(cell.text) > 30] or texts[:1]
            last.value, _ = continued(last.value, joined(texts))
            return
        if label is None and _NUMBERED_HEAD.match(fold(tidy(first.text))) and len(first.text) < 90:
            depth = 0 if re.match(r"\d", fold(first.text)) else 1
            self.heads = (*self.heads[:depth], tidy(first.text))
        filled = row.filled
        if label is None and len(filled) > 2:  # システム1 in a cell of its own
            label = _label(filled[1].text)
            if label is not None:
                first, filled = filled[1], filled[1:]
        value = filled[1] if len(filled) > 1 else Passage()
        if label is not None and len(filled) == 1:
            leading = labels.leading("assessment", _unmarked(first.text))
            if leading is not None:
                value = first.part(len(first.text) - len(_unmarked(first.text)) + leading[1])
        self.sheet.lines.append(Line(self.part, self.heads, row, label, first, value, filled[2:]))


_BODY = {"risk_measures", "remarks", "physical", "technical"}


def _goes_on(last: Line, first: Passage, blank_first: bool) -> bool:
    """A row that belongs to the label before it: its first cell is empty, or the text goes on."""
    if blank_first:
        return True
    if (
        last.label is None
        or last.label.field not in _BODY
        or _NUMBERED_HEAD.match(fold(tidy(first.text)))
    ):
        return False
    begins = bool(re.match(r"[・<＜]", first.text.strip()))
    unfinished = bool(last.value) and last.value.text.rstrip()[-1:] not in "。)）>＞"
    return begins or not last.value or (unfinished and len(first.text) > 12)


def _unmarked(text: str) -> str:
    return _LAST_CIRCLED.sub("", text)


def _label(text: str) -> Label | None:
    """⑤委託先名, システム1 ①システムの名称, 提供先1: numbers aside."""
    plain = _unmarked(text.strip())
    found = labels.find("assessment", plain)
    if found is None:
        found = labels.find("assessment", re.sub(r"[ 　]*[0-9０-９]{1,2}$", "", plain))
    if found is None:
        leading = labels.leading("assessment", plain)
        found = leading[0] if leading else None
    return found
