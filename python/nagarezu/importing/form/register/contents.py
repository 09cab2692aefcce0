"""Lists of the files of a register, printed in front of their cards: 一覧, 目次.

Such a list names each file, with its section, its persons or their number, but no items. An entry
without a card and a card without an entry are kept apart: which of the two errs, nobody knows.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import table as table
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.table import Column, Head
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_PLAIN = {
    "registered",
    "section",
    "body",
    "subjects",
    "count",
    "form",
    "remarks",
    "started",
    "page",
}
_PAGE = re.compile(r"^(?:掲載|該当|収録)?(?:頁|ページ|シート|箇所|様式|番号|個票)?(?:番号|№|no)?$")
_HEADING = re.compile(r"^(?:.{0,24}(?:一覧(?:表)?|目次|目録|索引|総括表))$")
_LINE = re.compile(
    r"^[ 　]*(?:[(（]?(?:[NnＮ][oｏ][.．]|№)?[ 　]*[0-9０-９]{1,3}(?:[-－][0-9０-９]{1,3})?"
    r"[)）.．、 　]+|[①-⑳・･○●■][ 　]*)?"
    r"(?P<name>[^ 　…‥.．・。]{3,60}?)"
    r"[ 　…‥.．・]*(?:[(（]?[0-9０-９]{1,3}(?:頁|ページ)?[)）]?)?[ 　]*$"
)
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
    return table.read(rows, index, head, listed) - index


def _head(rows: Sequence[Row], index: int) -> Head | None:
    """A row with the name of the file among labels of which none tells what is recorded."""
    cells = rows[index].cells
    if len(rows[index].filled) < 2 or not any(labels.exact(cell.text) == "name" for cell in cells):
        return None
    head = Head()
    for at, cell in enumerate(cells):
        found = labels.find(cell.text) if cell else None
        page = found is None and bool(_PAGE.match(key(without_brackets(cell.text))))
        head.columns[at] = Column("page" if page else found.field if found else "", cell)
    fields = [each.field for each in head.columns.values() if each.label]
    if not _PLAIN | {"name", ""} >= set(fields) or len(fields) < 2 + 2 * fields.count(""):
        return None
    goes_on = index + 1 < len(rows) and rows[index + 1].grid == rows[index].grid
    below = rows[index + 1].filled if goes_on else ()
    return head if len(below) > 1 and not any(labels.exact(cell.text) for cell in below) else None


def _lines(rows: Sequence[Row], index: int, listed: list[File]) -> int:
    """目次 with the files below it: a number, the name, dots and a page; how many rows it takes."""
    if len(rows[index].filled) != 1 or not _HEADING.match(key(rows[index].text)):
        return 0
    found: list[File] = []
    for row in rows[index + 1 :]:
        line = _LINE.match(row.text) if len(row.filled) == 1 else None
        if line is None or labels.leading(row.filled[0]):
            break
        name = row.filled[0].part(*line.span("name"))
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
            if name != "page":
                entry.card.fields[name] = entry.listed.fields.pop(name)
