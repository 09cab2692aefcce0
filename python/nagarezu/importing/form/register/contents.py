"""Lists of the files of a register, printed in front of their cards: 一覧, 目次.

Such a list names each file, with its section, its persons or their number, but no items. An entry
without a card and a card without an entry are kept apart: which of the two errs, nobody knows.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.form.register import answers
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import table as table
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.heads import Column, Head
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_PLAIN = {
    "registered",
    "section",
    "summary",
    "purpose",
    "body",
    "subjects",
    "count",
    "as_of",
    "unit",
    "form",
    "remarks",
    "detail",
    "recipients",
    "entrust",
    "started",
    "page",
    *(f"is_{name}" for name in (*answers.ASKED, "change")),
}
_PAGE = re.compile(
    r"^(?:掲載|該当|収録)?(?:頁|ページ|シート|箇所|様式|番号|個票)?"
    r"(?:番号|№|no\.?|号|順|順番|通番|連番|項番?|#)?$"
)
_NAME = re.compile(r"^(?:名称|名前|件名)$")
_HEADING = re.compile(r"^(?:.{0,24}(?:一覧(?:表)?|目次|目録|索引|総括表))$")
_LINE = re.compile(
    r"^[ 　]*(?:[(（]?(?:[NnＮ][oｏ][.．]|№)?[ 　]*[0-9０-９]{1,3}(?:[-－][0-9０-９]{1,3})?"
    r"[)）.．、 　]+|[①-⑳・･○●■][ 　]*)?"
    r"(?P<name>[^ 　…‥.．・。]{3,60}?)"
    r"[ 　…‥.．・]*(?:[(（]?[0-9０-９]{1,3}(?:頁|ページ)?[)）]?)?[ 　]*$"
)
_NUMBERED = re.compile(r"^[ 　]*(?:[(（]?(?:[NnＮ][oｏ][.．]|№)?[ 　]*[0-9０-９]{1,3}|[①-⑳・●■])")
_END = re.compile(r"(?:に関する)?(?:ファイル|台帳|名簿|事務|業務|登録簿)$")


@dataclass(slots=True)
class Entry:
    """A file as a list of contents names it; `card` is None if there is no card of that name."""

    listed: File
    card: File | None = None
    alike: bool = False  # the card has the same name but for its last word or a bracket

    @property
    def name(self) -> Passage:
        return self.listed.get("name")


def take(rows: Sequence[Row], index: int, listed: list[File]) -> int:
    """Take a table, or lines, that only list files; how many rows it takes."""
    head = _head(rows, index)
    if head is None:
        return _lines(rows, index, listed)
    known = len(listed)
    end = table.read(rows, index, head, listed)
    dated = [row for row in rows[max(index - _ABOVE, 0) : index] if _DATED.search(row.text)]
    for file in listed[known:] if dated and head.column("count") is not None else ():
        file.add("as_of", Part(dated[-1].whole, Passage()))
    return end - index


_ABOVE = 2  # rows in front of a list that may say of what day its numbers are
_DATED = re.compile(r"日[ 　]?(?:現在|時点)[)）]?[ 　]*$")


def _head(rows: Sequence[Row], index: int) -> Head | None:
    """A row with the name of the file among labels of which none tells what is recorded."""
    cells = rows[index].cells
    if len(rows[index].filled) < 2:
        return None
    named = [at for at, cell in enumerate(cells) if labels.exact(cell.text) == "name"]
    named = named or [at for at, cell in enumerate(cells) if _NAME.match(key(cell.text))]
    if not named:
        return None
    head = Head()
    for at, cell in enumerate(cells):
        found = labels.find(cell.text) if cell else None
        page = found is None and bool(_PAGE.match(key(without_brackets(cell.text))))
        change = found is None and answers.is_change(cell.text)
        name = "page" if page else "change" if change else found.field if found else ""
        head.columns[at] = Column("name" if at in named else name, cell)
    _answered(head, rows, index)
    fields = [each.field for each in head.columns.values() if each.label]
    if not _PLAIN | {"name", ""} >= set(fields) or len(fields) < 2 + 2 * fields.count(""):
        return None
    goes_on = index + 1 < len(rows) and rows[index + 1].grid == rows[index].grid
    below = rows[index + 1].filled if goes_on else ()
    return head if len(below) > 1 and not any(labels.exact(cell.text) for cell in below) else None


def _answered(head: Head, rows: Sequence[Row], index: int) -> None:
    """Columns of mere answers tell nothing but whether a card names anybody; of others, what."""
    for at, column in head.columns.items():
        if column.field not in (*answers.ASKED, "change"):
            continue
        below = [
            row.cells[at]
            for row in rows[index + 1 : index + 1 + _FEW]
            if row.grid == rows[index].grid and len(row.cells) == len(rows[index].cells)
        ]
        if column.field == "change":
            known = all(tidy(cell.text) in answers.CHANGES for cell in below)
        else:
            known = all(answers.of_cell(cell) for cell in below if cell)
        if below and known:
            column.field = f"is_{column.field}"
        elif column.field == "change":
            column.field = ""


_FEW = 3  # rows that tell what a column holds


def _lines(rows: Sequence[Row], index: int, listed: list[File]) -> int:
    """目次 with the files below it: a number, the name, dots and a page; how many rows it takes."""
    if len(rows[index].filled) != 1 or not _HEADING.match(key(rows[index].text)):
        return 0
    told = labels.find(rows[index].text)
    if told is not None and told.field in labels.FLOWS:
        return 0  # 提供先一覧
    found: list[File] = []
    title = index < _ABOVE and "個人情報" in rows[index].text
    for row in rows[index + 1 :]:
        line = _LINE.match(row.text) if len(row.filled) == 1 else None
        if line is None or labels.leading(row.filled[0]) or _DATED.search(row.text):
            break
        named = _NUMBERED.match(row.text) or _END.search(key(line["name"]))
        if title and not named:
            break  # the office below the title of the paper
        name = row.filled[0].part(*line.span("name"))
        if any(key(name.text) == key(each.get("name").text) for each in found):
            break  # the heading of its card
        found.append(File({"name": [Part(name, Passage())]}))
    if len(found) < 2:
        return 0
    listed.extend(found)
    return len(found) + 1


def paired(listed: Sequence[File], files: Sequence[File]) -> list[Entry]:
    """Each entry with its card by name; nothing if most have none: that is another list."""
    cards = [file for file in files if file.get("items") and file.get("name")]
    entries = [Entry(file) for file in listed if file.get("name")]
    if len(cards) < 2 or len(entries) < 2:
        return []
    taken: set[int] = set()
    for name in (_whole, _core):
        free: dict[str, deque[File]] = {}
        for card in cards:
            if id(card) not in taken:
                free.setdefault(name(card.get("name")), deque()).append(card)
        for entry in entries:
            waiting = free.get(name(entry.name)) if entry.card is None else None
            if waiting and name(entry.name):
                entry.card, entry.alike = waiting.popleft(), name is _core
                taken.add(id(entry.card))
    met = [entry for entry in entries if entry.card is not None]
    return entries if 2 * len(met) >= max(len(entries), len(cards)) else []


def _whole(name: Passage) -> str:
    return key(name.text)


def _core(name: Passage) -> str:
    """国保被保険者 is 国保被保険者ファイル, and so is the name with a bracket behind it."""
    return _END.sub("", key(without_brackets(fold(tidy(name.text)))))


def give(entries: Sequence[Entry]) -> None:
    """What only the list says of a file, such as its section, goes to the card."""
    for entry in entries:
        if entry.card is None:
            continue
        for name in [name for name in entry.listed.fields if name not in entry.card.fields]:
            if name in ("subjects", "count") and "subjects" in entry.card.fields:
                continue  # read apart: its number may differ
            if name not in ("page", "as_of") and not name.startswith("is_"):
                entry.card.fields[name] = entry.listed.fields.pop(name)
