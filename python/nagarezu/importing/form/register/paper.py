"""Papers attached to a register: 別紙 with the items of a file, as a table or as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.fields import references
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, put_together
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy

_NUMBER = re.compile(r"[(（]?[0-9０-９]{1,3}[)）.．]?|[①-⑳]|番号|№|no\.?", re.IGNORECASE)
_ITEM_HEAD = re.compile(r"項目|内容|名称$")
_NOTE_HEAD = re.compile(r"備考|摘要|任意|必須|注記")
_OPTIONAL = re.compile(r"^(?:任意|[○◯〇])$|任意(?:項目|記入|記載)?$|希望者のみ")
_HANDED = re.compile(r"提供|委託|利用|渡す|処理させ")
_AWAY = re.compile(r"別[紙表添].{0,12}(?:とおり|参照|記載|掲げ)|^別[紙表添][0-9０-９]*$")


@dataclass(frozen=True, slots=True, eq=False)
class Pointer:
    """A part of a file in whose place a paper stands: 提供する項目　別紙1のとおり."""

    file: File
    name: str
    part: Part


def pointers(files: Sequence[File]) -> list[Pointer]:
    """The items of each file, and those of its holders, that stand in a paper."""
    return [
        Pointer(file, name, part)
        for file in files
        for name in ("items", "recipients_items", "transfer_items", "entrust_items")
        for part in file.parts(name)
        if _AWAY.search(tidy(part.text.text))
    ]


@dataclass(slots=True)
class Paper:
    """Its label as the text cites it, and its rows."""

    label: str
    rows: list[Row] = field(default_factory=list)

    def give(self, pointing: list[Pointer]) -> None:
        """Put the items in the place of the words that point here; these are then served."""
        title = key("".join(row.text for row in self.rows[:2]))

        def fits(each: Pointer) -> tuple[bool, bool, bool]:
            cited = any(known.label == self.label for known in references.read(each.part.text))
            named = key(each.file.get("name").text) in title
            return named, cited, (each.name != "items") == bool(_HANDED.search(title))

        known = [each for each in pointing if each.name == "items" or any(fits(each)[:2])]
        parts = self._parts()
        if known and parts:
            target = max(known, key=fits)
            if target.name == "items":
                target.file.fields["items"] = parts
            else:
                target.part.text = joined(part.text for part in parts)
            pointing.remove(target)

    def _parts(self) -> list[Part]:
        for index, row in enumerate(self.rows):
            column = _items_column(row)
            if column is not None:
                return _table(self.rows[index:], column)
        text = Passage()
        for row in self.rows:
            if not _title(row):
                text = put_together(text, row.whole)
        return [Part(text, Passage())] if text else []


def _title(row: Row) -> bool:
    plain = key(row.text)
    return (
        bool(re.search(r"(?:項目|一覧表?|簿|ファイル|事務)(?:\(.*\))?$", plain))
        and "、" not in plain
    )


def _items_column(row: Row) -> int | None:
    if len(row.filled) < 2:
        return None
    for at, cell in enumerate(row.cells):
        found = labels.find(cell.text) if cell else None
        if cell and ((found and found.field == "items") or key(cell.text).endswith("項目")):
            return at
    return None


def _table(rows: Sequence[Row], column: int) -> list[Part]:
    """The items of a table: the column of that name, optional where another column says so."""
    head = rows[0]
    columns = [
        at
        for at, cell in enumerate(head.cells)
        if cell and key(cell.text) == key(head.cells[column].text)
    ]
    notes = [at for at, cell in enumerate(head.cells) if cell and _NOTE_HEAD.search(cell.text)]
    found: list[Part] = []
    side: dict[int, list[Part]] = {at: [] for at in columns}
    for row in rows[1:]:
        again = _items_column(row) == column and key(row.text) == key(head.text)
        if len(row.cells) < 2 or again:
            continue
        for at in columns:
            cell = row.cells[at] if at < len(row.cells) else Passage()
            if not cell or _NUMBER.fullmatch(tidy(cell.text)):
                continue
            beside = [row.cells[n].text for n in notes if n < len(row.cells) and row.cells[n]]
            optional = any(_OPTIONAL.search(fold(tidy(text))) for text in beside)
            whole = "、" not in cell.text
            side[at].append(Part(cell, head.cells[column], whole=whole, optional=optional))
    for parts in side.values():
        found.extend(parts)
    return found
