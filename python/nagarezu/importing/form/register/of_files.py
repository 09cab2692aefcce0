"""What stands behind the cards and is of one file or of several: contracts, sheets of one.

番号 | 委託先 | 契約の期間 says of each contract of which file it is; a sheet headed （番号1の
ファイル） goes on with the card of that file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.fields import told_parts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form import handed
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_SEVERAL = 2  # files
_FILLED = 2  # cells of a row; one alone is a note
_LEAST = 3  # columns: of which file, whom, and until when or for what
_TERM = re.compile(r"(?:期間|期限)$")
_OF_FILE = re.compile("ファイル|事務|業務|登録|届出|整理|簿冊")
_FILE = re.compile(r"(?:該当|対象)?(?:する)?(?:個人情報)?(?:ファイル|登録事務)")
_WHOM = re.compile(r"(?:委託|提供|引渡し?)?の?(?:相手(?:方|先)?|先)(?:の?名称|名)?")
_ITEMS = re.compile(r"(?:項目|情報|内容)$")
_PARTNERS = ("entrust", "reentrust", "recipients")
_WITH_THEM = ("detail", "entrust_items", "recipients_items")
_OF_WORK = re.compile(r"(?:(?:委託|受託)?(?:する)?(?:業務|事務|作業|処理)?の?)?内容")
_WORKS = ("entrust", "reentrust")
_BESIDE = ("detail", "reentrust")
_OF_CARDS = {"items", "subjects", "purpose", "section"}  # columns of a table of the files


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which say of what file a row is, whom it names, what is done, and until when."""

    which: int
    whom: int
    fields: dict[int, str]
    terms: dict[int, str]
    kind: int = -1  # 区分: by what each row's holder gets it
    items: int = -1  # beside a kind, which items


def take(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A list of contracts or recipients of several files; how many rows it takes."""
    used = give(rows, index, reading)
    if used:
        reading.left.extend(rows[index : index + used])
        reading.current = ""
    return used


def tells_file(head: Passage) -> bool:
    """Whether the numbers below ファイル番号 are those of files; 番号 alone may count the rows."""
    found = labels.find(head.text)
    numbered = found is not None and found.field == "registered"
    return bool(_FILE.fullmatch(key(head.text))) or (numbered and bool(_OF_FILE.search(head.text)))


def by_number(head: Row, body: Sequence[Row], at: int, files: Sequence[File]) -> bool:
    """Whether the cells of a column say of which file each row is.

    Those below ファイル番号 do; a bare 番号 does where it does not count the rows: 1, 4 or 2, 2, or
    1 and below it a row without one.
    """
    cells = [cell for row in body if (cell := _cell(row, at))]
    if not cells or not all(all_named(files, cell) for cell in cells):
        return False
    numbers = [fold(tidy(cell.text)) for cell in cells]
    each = len(cells) == len(body)
    counted = each and numbers == [str(n) for n in range(1, len(numbers) + 1)]
    return tells_file(head.cells[at]) or (
        not counted and _NUMBERS.fullmatch(key(head.cells[at].text)) is not None
    )


_NUMBERS = re.compile(r"(?:番号|no\.?|№|通番|項番)")


def give(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """As `take`, of the list in an attached paper, whose rows stay there."""
    head = handed.celled(rows[index])
    cards = _cards(reading)
    if len(cards) < _SEVERAL:
        return 0
    body, end = handed.below(rows, index, head)
    columns = _by_kind(head, body) or _columns(head)
    if columns is None:
        return 0
    found = list(_of_rows(body, cards, columns))
    told = by_number(head, body, columns.which, cards)
    sure = any if told else all
    if not found or not sure(file and (named or told) for file, _, named in found):
        return 0
    if columns.terms and not any(
        dates(_cell(row, at).text) for row in body for at in columns.terms
    ):
        return 0
    told_there = {id(file) for file, _, _ in found if file and _names_recipients(file)}
    for file, row, _ in found:
        # recipients: of cards that have no such field
        given = file is not None and id(file) in told_there and _field(row, columns) == "recipients"
        if file is not None and not given:
            _give(file, head, row, columns)
    return end - index


_AWAY = re.compile(r"別[紙表添]|シート|一覧|とおり|参照")


def _names_recipients(file: File) -> bool:
    """Whether the card says by itself who gets something, or that nobody does."""
    parts = [part.text for part in file.parts("recipients") if part.text]
    said = [text for text in parts if not told_parts.says_yes(tidy(text.text))]
    return any(not _AWAY.search(text.text) for text in said)


def _field(row: Row, columns: _Columns) -> str:
    """By what the holder of a row gets it."""
    if columns.kind < 0:
        return columns.fields[columns.whom]
    return told_parts.by_head(_cell(row, columns.kind).text)


def _by_kind(head: Row, body: Sequence[Row]) -> _Columns | None:
    """整理番号 | 区分 | 相手方 | 渡す項目 | 期間, with 提供 or 委託 in each row."""
    which = next((at for at, cell in enumerate(head.cells) if cell and tells_file(cell)), -1)
    whom = next((at for at, cell in enumerate(head.cells) if _WHOM.fullmatch(key(cell.text))), -1)
    rows = [row for row in body if len(row.filled) > 1]  # else a note within the grid
    if which < 0 or whom < 0 or not rows:
        return None
    columns = [
        at
        for at in range(len(head.cells))
        if all(told_parts.by_head(_cell(row, at).text) in labels.FLOWS for row in rows)
    ]
    if not columns:
        return None
    listed = [at for at, cell in enumerate(head.cells) if _ITEMS.search(key(cell.text))]
    items = min(
        listed, key=lambda at: bool(_OF_WORK.fullmatch(key(head.cells[at].text))), default=-1
    )
    ends = [at for at, cell in enumerate(head.cells) if _TERM.search(key(cell.text))]
    terms = dict.fromkeys(ends, "entrust_period")
    beside = {
        at: found.field
        for at, cell in enumerate(head.cells)
        if (found := labels.find(cell.text)) and found.field in _BESIDE
    }
    told = {at: name for at, name in beside.items() if at not in (which, whom, items, *columns)}
    return _Columns(which, whom, {whom: "entrust", **told}, terms, columns[0], items)


def _of_rows(
    body: Sequence[Row], cards: Sequence[File], columns: _Columns
) -> Iterator[tuple[File | None, Row, bool]]:
    """The file of each row, and whether its card names whom the row does.

    A number that is left out is that of the row above, a code can be of nothing but a file.
    """
    files: list[File] = []
    code = False
    for row in body:
        which = _cell(row, columns.which)
        if len(row.filled) < _FILLED:
            continue
        if which or not files:
            files = all_named(cards, which)
            code = not compiled(r"[0-9()（）０-９]*").fullmatch(key(which.text))
        field, whom = _field(row, columns), _cell(row, columns.whom)
        if not files:
            yield None, row, False
        for file in files:
            yield file, row, code or _names(file, field, whom)


def _give(file: File, head: Row, row: Row, columns: _Columns) -> None:
    """The terms of a row to the card of its file, with whom the card itself does not name."""
    whom = _cell(row, columns.whom)
    field = _field(row, columns)
    fields = columns.fields
    if columns.kind >= 0:
        share = labels.FLOWS[field]
        if field != "recipients" and _OF_WORK.fullmatch(key(_cell(head, columns.items).text)):
            share = "detail"  # 委託 | 相手方 | 内容: the work, and no items
        fields = {**fields, columns.whom: field, columns.items: share}
    if not _names(file, field, whom):
        for at, name in fields.items():
            if name and _cell(row, at):
                label = columns.kind if at == columns.whom and columns.kind >= 0 else -1
                named = _cell(row, label) or head.cells[at]
                file.add(name, Part(_cell(row, at), named, grid=row.grid))
    for at, name in columns.terms.items():
        cell = _cell(row, at)
        if columns.kind >= 0 and not (dates(cell.text) and field in (*_WORKS, "link")):
            continue
        name = "link_period" if field == "link" else name
        if cell and all(part.text.text != cell.text for part in file.parts(name)):
            file.add(name, Part(cell, head.cells[at], grid=row.grid))


def _cell(row: Row, at: int) -> Passage:
    return row.cells[at] if 0 <= at < len(row.cells) else Passage()


def of_cell(reading: Reading, cell: Passage) -> File | None:
    """The file whose number or name a cell holds."""
    return named(_cards(reading), cell)


def _cards(reading: Reading) -> list[File]:
    """The files so far that state what is recorded; labels in front of them are none."""
    return [file for file in reading.files if file.get("items") and file.get("name")]


def _columns(head: Row) -> _Columns | None:
    """The columns of such a list, by what they are labelled."""
    if len(head.filled) < _LEAST - tells_file(head.cells[0]) or len(head.filled) != len(head.cells):
        return None
    fields = [found.field if (found := labels.find(cell.text)) else "" for cell in head.cells]
    which = next((at for at, cell in enumerate(head.cells) if tells_file(cell)), -1)
    named = (at for at, name in enumerate(fields) if name in ("registered", "name"))
    which = which if which >= 0 else next(named, -1)
    whom = next((at for at, name in enumerate(fields) if name in _PARTNERS), -1)
    terms = [at for at, cell in enumerate(head.cells) if _TERM.search(key(cell.text))]
    terms = [at for at in terms if fields[at] != "retention"]
    told = {at: name for at, name in enumerate(fields) if name in (*_PARTNERS, *_WITH_THEM)}
    told = {at: name for at, name in told.items() if at not in terms}
    if not _OF_CARDS.isdisjoint(fields) or which < 0 or whom not in told:
        return None
    alone = tells_file(head.cells[which]) and "name" not in fields  # else a list of contents
    if not terms and set(told.values()) <= set(_PARTNERS) and not alone:
        return None
    several = any(fields[at] == "entrust_period" for at in terms)
    names = {
        at: "work_period" if several and fields[at] == "work_period" else "entrust_period"
        for at in terms
    }
    return _Columns(which, whom, told, names)


def all_named(files: Sequence[File], cell: Passage) -> list[File]:
    """The files of 1、2及び4, 1から3まで or 全ファイル; none if one of them is of no file."""
    one = named(files, cell)
    if one is not None:
        return [one]
    if _ALL.fullmatch(key(cell.text)):
        return list(files)
    span = _SPAN.fullmatch(fold(tidy(cell.text)))
    if span and 0 < int(span["first"]) < int(span["last"]) <= len(files):
        return list(files[int(span["first"]) - 1 : int(span["last"])])
    ends = [0, *(end for each in _AND.finditer(cell.text) for end in each.span()), len(cell.text)]
    parts = [cell.part(*span) for span in zip(ends[::2], ends[1::2], strict=True)]
    found = [named(files, part) for part in parts if part]
    known = [file for file in found if file is not None]
    return known if len(known) == len(found) else []


_ALL = re.compile(
    r"(?:全|全ての|すべての|各|いずれの)(?:個人情報)?(?:ファイル|事務)|全て|すべて|共通"
)
_SPAN = re.compile(r"[(]?(?P<first>[0-9]{1,2})[)]?(?:から|~)[(]?(?P<last>[0-9]{1,2})[)]?(?:まで)?")
_AND = re.compile(r"(?:[、，,・\s]|及び|並びに)+")
_BRACKETS = "()（）【】〔〕［］[]〈〉<>"


def named(files: Sequence[File], cell: Passage) -> File | None:
    """The file of this number or name; a bare number counts the cards."""
    plain = key(cell.text).strip(_BRACKETS)
    for file in files:
        names = [*file.parts("registered"), *file.parts("name")]
        if plain and any(key(part.text.text).strip(_BRACKETS) == plain for part in names):
            return file
    number = compiled(r"(?:ファイル|事務)?[(【〔\[]?([0-9]{1,3})[)】〕\]]?").fullmatch(
        fold(tidy(cell.text))
    )
    at = int(number[1]) if number else 0
    return files[at - 1] if 0 < at <= len(files) else None


def _names(file: File, field: str, cell: Passage) -> bool:
    """Whether the card names whom the row does, so that the number means this file."""
    plain = key(cell.text)
    return len(plain) > 1 and any(plain in key(part.text.text) for part in file.parts(field))


def turn(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A sheet whose first line cites one file by its number or name goes on with its card."""
    row = rows[index]
    first = bool(row.sheet) and index > 0 and rows[index - 1].sheet != row.sheet
    if not first or len(row.filled) != 1 or labels.exact(row.text):
        return 0
    file = cited(row.text, reading)
    below = rows[index + 1 : index + 2]
    if file is None or not below or not _goes_on(below[0], row):
        return 0
    reading.order = reading.order or list(reading.files)
    reading.files.remove(file)
    reading.files.append(file)
    reading.left.append(row)
    reading.current, reading.outer = "", ""
    return 1


def cited(text: str, reading: Reading) -> File | None:
    """The one file whose number or name stands in a title."""
    found = [file for file in _cards(reading) if _cites(text, file)]
    return found[0] if len(found) == 1 else None


def _goes_on(row: Row, title: Row) -> bool:
    """Whether a label of a card, but no name of a file, stands below the title."""
    known = labels.find(row.filled[0].text) if len(row.filled) > 1 else None
    return known is not None and known.field != "name" and row.sheet == title.sheet


def _cites(text: str, file: File) -> bool:
    plain = fold(key(text))
    for part in [*file.parts("registered"), *file.parts("name")]:
        name = fold(key(part.text.text))
        at = plain.find(name) if len(name) > 1 else -1
        if at >= 0 and not (name[-1].isdigit() and plain[at + len(name) :][:1].isdigit()):
            return True
    return False


def in_order(reading: Reading) -> None:
    """The files as they are printed, whichever went on last."""
    known = {id(file): at for at, file in enumerate(reading.order)}
    reading.files.sort(key=lambda file: known.get(id(file), len(known)))
