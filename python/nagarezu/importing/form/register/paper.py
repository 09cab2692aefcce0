"""Papers attached to a register: 別紙 with the items of a file, as a table or as a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.fields import references
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, owned, put_together
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_NUMBER = re.compile(r"[(（]?[0-9０-９]{1,3}[)）.．]?|[①-⑳]|番号|№|no\.?", re.IGNORECASE)
_COLUMN = re.compile(r"項目(?:の?名(?:称)?)?$|^情報(?:の?名(?:称)?)$")
_NOTE_HEAD = re.compile(r"備考|摘要|任意|必須|注記")
_OPTIONAL = re.compile(r"^(?:任意|[○◯〇])$|任意(?:項目|記入|記載)?$|希望者のみ")
_HANDED = re.compile(r"提供|委託|利用|渡す|処理させ")
_MEASURES = re.compile(r"(?:安全|保護|管理)[^。、]{0,8}(?:措置|対策)|措置$|対策$")
_AWAY = re.compile(r"別[紙表添].{0,12}(?:とおり|参照|記載|掲げ)|^別[紙表添][0-9０-９]*$")


_ITEMS = ("items", "recipients_items", "transfer_items", "entrust_items")
_HOLDERS = ("recipients", "transfer", "entrust", "link")


@dataclass(frozen=True, slots=True, eq=False)
class Pointer:
    """A part of a file in whose place a paper stands: 提供する項目　別紙1のとおり."""

    file: File
    name: str
    part: Part


def pointers(files: Sequence[File]) -> list[Pointer]:
    """Items, measures and holders of each file, and items of its holders, that stand in a paper."""
    return [
        Pointer(file, name, part)
        for file in files
        for name in (*_ITEMS, "measures", *_HOLDERS)
        for part in file.parts(name)
        if points_away(part) and not (name in _HOLDERS and _given(file, name))
    ]


def _given(file: File, name: str) -> bool:
    """Whether the list to which a cell points has said by its numbers whom this file names."""
    return any(not points_away(part) for part in file.parts(name))


def points_away(part: Part) -> bool:
    """別表1のとおり: what the cell states stands in a paper."""
    return bool(_AWAY.search(tidy(part.text.text)))


@dataclass(slots=True)
class Paper:
    """Its label as the text cites it, and its rows."""

    label: str
    rows: list[Row] = field(default_factory=list)
    title: Passage = field(default_factory=Passage)

    def give(self, pointing: list[Pointer], others: Collection[str] = ()) -> None:
        """Put the items in the place of the words that point here; these are then served.

        Words that point to one of the `others` by its label are not served here.
        """
        title = key(self.title.text + "".join(row.text for row in self.rows[:2]))

        def fits(each: Pointer) -> tuple[bool, bool, bool]:
            cited = any(known.label == self.label for known in references.read(each.part.text))
            named = key(each.file.get("name").text) in title
            return named, cited, (each.name != "items") == bool(_HANDED.search(title))

        heads = [self.title.text, *(row.text for row in self.rows[:1])]
        if any(_MEASURES.search(tidy(head)) for head in heads if "。" not in head):
            self._give_measures([each for each in pointing if any(fits(each)[:2])])
            return
        for each in pointing:
            if each.name in _HOLDERS and fits(each)[1]:
                self._give_holders(each)
        pointing_items = [each for each in pointing if each.name in _ITEMS]
        pointing_items = [each for each in pointing_items if not self._elsewhere(each, others)]
        known = [each for each in pointing_items if each.name == "items" or any(fits(each)[:2])]
        parts = self._parts()
        if known and parts:
            target = max(known, key=fits)
            if target.name == "items":
                target.file.fields["items"] = parts
            else:
                target.part.text = joined(part.text for part in parts)
            pointing.remove(target)

    def _elsewhere(self, pointing: Pointer, others: Collection[str]) -> bool:
        cited = {known.label for known in references.read(pointing.part.text)}
        return self.label not in cited and not cited.isdisjoint(others)

    def _give_holders(self, pointing: Pointer) -> None:
        """番号 | 提供先 | 根拠: whom a column of that name lists, in the place of the words."""
        for index, row in enumerate(self.rows):
            named = [
                at for at, cell in enumerate(row.cells) if labels.exact(cell.text) == pointing.name
            ]
            if len(named) == 1 and len(row.filled) > 1:
                below = [each.cells for each in self.rows[index + 1 :] if each.grid == row.grid]
                names = [cells[named[0]] for cells in below if len(cells) > named[0]]
                pointing.part.text = joined(names) or pointing.part.text
                return

    def _give_measures(self, pointing: list[Pointer]) -> None:
        """The lines of a paper of measures to each file that points to it; no tables."""
        lines = [row.whole for row in self.rows if len(row.cells) == 1]
        for each in pointing:
            if each.name == "measures" and len(lines) == len(self.rows):
                each.part.text = joined(lines)

    def _parts(self) -> list[Part]:
        for index, row in enumerate(self.rows):
            column = items_column(row)
            if column is not None:
                return items_table(self.rows[index:], column)
        text = Passage()
        for row in self.rows:
            if not _title(row):
                text = put_together(text, row.whole)
        return [Part(text, Passage())] if text else []


def _title(row: Row) -> bool:
    plain = key(row.text)
    return (
        bool(compiled(r"(?:項目|一覧表?|簿|ファイル|事務)(?:\(.*\))?$").search(plain))
        and "、" not in plain
    )


def items_column(row: Row) -> int | None:
    """Which column of a table lists items, by its head."""
    if len(row.filled) < 2:
        return None
    for at, cell in enumerate(row.cells):
        found = labels.find(cell.text) if cell else None
        if cell and ((found and found.field == "items") or _COLUMN.search(key(cell.text))):
            return at
    return None


def items_table(rows: Sequence[Row], column: int) -> list[Part]:
    """The items of a table: the column of that name, optional where another column says so."""
    head = rows[0]
    columns = [
        at
        for at, cell in enumerate(head.cells)
        if cell and key(cell.text) == key(head.cells[column].text)
    ]
    nested = _by_paths(rows, column) if len(columns) == 1 else Passage()
    if nested:
        return [Part(nested, head.cells[column])]
    nested = _below_numbers(rows, column) if len(columns) == 1 else Passage()
    if nested:
        return [Part(nested, head.cells[column])]
    notes = [at for at, cell in enumerate(head.cells) if cell and _NOTE_HEAD.search(cell.text)]
    nested = _between_numbers(rows, column, notes) if len(columns) == 1 else Passage()
    if nested:
        return [Part(nested, head.cells[column])]
    found: list[Part] = []
    side: dict[int, list[Part]] = {at: [] for at in columns}
    for row in rows[1:]:
        again = items_column(row) == column and key(row.text) == key(head.text)
        if len(row.cells) < 2 or again:
            continue
        for at in columns:
            cell = row.cells[at] if at < len(row.cells) else Passage()
            if not cell or _NUMBER.fullmatch(tidy(cell.text)):
                continue
            beside = [row.cells[n].text for n in notes if n < len(row.cells) and row.cells[n]]
            optional = any(_OPTIONAL.search(fold(tidy(text))) for text in beside)
            made = Part(cell, head.cells[column], optional=optional, grid=row.grid)
            made.whole = "、" not in cell.text
            number = row.cells[at - 1].text if at else ""
            made.mark, made.below = number, owned(side[at], number)
            made.number = _value(number) if _NUMBER.fullmatch(tidy(number)) else 0
            side[at].append(made)
    for parts in side.values():
        found.extend(parts)
    return found


_GROUP = re.compile(r"^[(（]?[0-9０-９]{1,2}[)）.．、 　]+[^0-9０-９\s]")


def _below_numbers(rows: Sequence[Row], column: int) -> Passage:
    """1 世帯に関する項目 | (1) 続柄: numbered heads beside the items, which stand below them."""
    body = [row for row in rows[1:] if len(row.cells) > column and row.cells[column]]
    heads = [next((cell for cell in row.cells[:column] if cell), Passage()) for row in body]
    given = [head for head in heads if head and not _NUMBER.fullmatch(tidy(head.text))]
    if not given or not all(_GROUP.match(head.text) for head in given):
        return Passage()
    text = Passage()
    for row, head in zip(body, heads, strict=True):
        number = next((c for c in row.cells[:column] if _NUMBER.fullmatch(tidy(c.text))), Passage())
        item = joined([number, row.cells[column]], " ")
        text = joined([text, head if head in given else Passage(), item])
    return text


_INNER = re.compile(r"[(（][0-9０-９ア-ン]{1,2}[)）][ 　]*\S|[ア-ン][.．、 　]")


def _between_numbers(rows: Sequence[Row], column: int, notes: Sequence[int]) -> Passage:
    """3 | 氏名 and below it, with no number beside, (1) 旧氏: the items that it consists of."""
    text, inner, due = Passage(), 0, 1
    for row in rows[1:]:
        if key(row.text) == key(rows[0].text):
            continue  # the head, on the next page
        cells = [cell for cell in row.cells[:column] if cell]
        item = row.cells[column] if len(row.cells) > column else Passage()
        beside = [row.cells[at].text for at in notes if at < len(row.cells)]
        if any(_OPTIONAL.search(fold(tidy(note))) for note in beside):
            return Passage()  # an outline has no place for what a column says of an item
        if not item or (cells and not _NUMBER.fullmatch(tidy(cells[0].text))):
            return Passage()
        number = cells[0] if cells else Passage()
        if number:
            if _value(number.text) != due:
                return Passage()
            due += 1
        elif due == 1 or not _INNER.match(item.text):
            return Passage()
        inner += not number
        text = joined([text, joined([number, item], ". ")])
    return text if inner else Passage()


_PATH = re.compile(r"(?P<group>[0-9]{1,2})(?:[-.](?P<inner>[0-9]{1,2}))?")


def _by_paths(rows: Sequence[Row], column: int) -> Passage:
    """1 | 保護者, 1-1 | 氏名, 2 | 児童: numbers that say themselves what stands below what."""
    text, due, inside = Passage(), 1, 0
    for row in rows[1:]:
        number = next((cell for cell in row.cells[:column] if cell), Passage())
        path = _PATH.fullmatch(fold(tidy(number.text)))
        item = row.cells[column] if len(row.cells) > column else Passage()
        if path is None or not item:
            return Passage()
        group, inner = int(path["group"]), int(path["inner"] or 0)
        if inner != (inside + 1 if group == due - 1 and path["inner"] else 0):
            return Passage()
        if not inner and group != due:
            return Passage()
        due, inside = group + 1, inner
        mark = replace(number, text=f"({inner})" if inner else f"{group}.")
        text = joined([text, joined([mark, item], " ")])
    return text if "(1)" in text.text else Passage()


def _value(printed: str) -> int:
    digits = compiled(r"\D").sub("", unicodedata.normalize("NFKC", printed))
    return int(digits) if digits else 0
