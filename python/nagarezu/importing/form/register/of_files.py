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
from nagarezu.importing.form.register.which_file import (
    all_named,
    by_number,
    by_words,
    cited,
    column,
    named,
    of_title,
    tells_file,
)
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_SEVERAL = 2  # files
_FILLED = 2  # cells of a row; one alone is a note
_LEAST = 3  # columns: of which file, whom, and until when or for what
_TERM = re.compile(r"(?:期間|期限)$")
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


def give(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """As `take`, of the list in an attached paper, whose rows stay there."""
    head = handed.celled(rows[index])
    columns, found, used = _read(rows, index, reading)
    told_there = {id(file) for file, _, _ in found if file and _names_recipients(file)}
    if columns is None:
        return 0
    for file, row, _ in found:
        # recipients: of cards that have no such field
        given = file is not None and id(file) in told_there and _field(row, columns) == "recipients"
        if file is not None and not given:
            _give(file, head, row, columns)
    return used


def reads(rows: Sequence[Row], index: int, reading: Reading) -> bool:
    """Whether such a list begins with this row."""
    return _read(rows, index, reading)[2] > 0


_Found = tuple[_Columns | None, list[tuple[File | None, Row, bool]], int]


def _read(rows: Sequence[Row], index: int, reading: Reading) -> _Found:
    """What the columns of a list are, of which file each row is, and how many rows it takes."""
    head, cards = handed.celled(rows[index]), _cards(reading)
    if len(cards) == 1 and _in_paper(rows, index):
        return _of_one(rows, index, head, cards[0])
    if len(cards) < _SEVERAL or len(head.filled) < _FILLED:
        return None, [], 0
    body, end = handed.below(rows, index, head)
    which = column(head, body, cards)
    columns = _by_kind(head, body, which) or _columns(head, which, _above(rows, index))
    if columns is None:
        return None, [], 0
    found = list(_of_rows(body, cards, columns))
    told = by_number(head, body, columns.which, cards) or by_words(body, columns.which, cards)
    sure = any if told else all
    if not found or not sure(file and (named or told) for file, _, named in found):
        return None, [], 0
    if columns.terms and not any(
        dates(_cell(row, at).text) for row in body for at in columns.terms
    ):
        return None, [], 0
    return columns, found, end - index


_PAPER = re.compile(r"[ 　]*[(（【〔［\[]?(?:別[紙表添記]|資料)")


def _in_paper(rows: Sequence[Row], index: int) -> bool:
    """別紙2 委託の状況, right above a table."""
    return bool(_PAPER.match(_above(rows, index))) and labels.exact(_above(rows, index)) == ""


def _of_one(rows: Sequence[Row], index: int, head: Row, file: File) -> _Found:
    """The contracts in a paper that is attached to the card of the only file."""
    columns = _columns(head, len(head.cells), _above(rows, index))
    if columns is None or columns.fields[columns.whom] not in _WORKS or not columns.terms:
        return None, [], 0
    body, end = handed.below(rows, index, head)
    return columns, [(file, row, True) for row in body if len(row.filled) >= _FILLED], end - index


def _above(rows: Sequence[Row], index: int) -> str:
    """The line above a table, which may say what it is about."""
    above = rows[index - 1] if index else None
    return above.text if above is not None and len(above.filled) == 1 else ""


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


def _by_kind(head: Row, body: Sequence[Row], which: int) -> _Columns | None:
    """整理番号 | 区分 | 相手方 | 渡す項目 | 期間, with 提供 or 委託 in each row."""
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
        if _holder(found := labels.find(cell.text), cell) in _BESIDE and found
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
            code = not compiled(r"(?:no\.?)?[0-9()]*").fullmatch(fold(key(which.text)))
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
    assumed = labels.find(head.cells[columns.whom].text) is None and columns.kind < 0
    known = _WORKS if assumed else (field,)  # 相手方 may be the one to whom work is handed on
    there = any(_names(file, name, whom) for name in known)
    for at, name in fields.items():
        cell = _cell(row, at)
        further = name == "reentrust" and at != columns.whom  # of a firm that the card names
        further = further and not told_parts.says_no(tidy(cell.text))  # なし is of that firm alone
        further = further and not any(_names(file, each, _bare(cell)) for each in _WORKS)
        if name and cell and (not there or further):
            label = columns.kind if at == columns.whom and columns.kind >= 0 else -1
            named = _cell(row, label) or head.cells[at]
            file.add(name, Part(cell, named, grid=row.grid))
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


def cited_by(text: str, reading: Reading) -> File | None:
    """The one file whose number or name stands in a title."""
    return cited(text, _cards(reading))


def _cards(reading: Reading) -> list[File]:
    """The files so far that state what is recorded; labels in front of them are none."""
    known = {id(file) for file in reading.order}
    later = (file for file in reading.files if id(file) not in known)
    return [file for file in (*reading.order, *later) if file.get("items") and file.get("name")]


_OF_IT = re.compile(r"(?:業務|事務|作業|内容|理由|件名|目的|根拠|条件)(?:の?内容|名)?$")
_FIRM = re.compile(
    r"(?:契約の?)?相手(?:方|先)?(?:の?名称|名)?|(?:契約)?(?:事業|業)者(?:の?名称|名)?"
)


def _holder(found: labels.Found | None, cell: Passage) -> str:
    """The field of a column; 再委託する業務 names no firm."""
    if found is None or (found.field in _PARTNERS and _OF_IT.search(key(cell.text))):
        return "detail" if found is not None else ""
    return found.field


def _columns(head: Row, which: int, above: str) -> _Columns | None:
    """The columns of such a list, by what they are labelled."""
    known = which < len(head.cells) and tells_file(head.cells[which])
    if len(head.filled) < _LEAST - known or len(head.filled) != len(head.cells):
        return None
    fields = [_holder(labels.find(cell.text), cell) for cell in head.cells]
    plain = [key(cell.text) for cell in head.cells]
    if "entrust" not in fields and compiled("委託|委任").search("".join([above, *plain])):
        firms = [at for at, text in enumerate(plain) if _FIRM.fullmatch(text)]
        fields = ["entrust" if firms[:1] == [at] else name for at, name in enumerate(fields)]
    whom = next((at for at, name in enumerate(fields) if name in _PARTNERS), -1)
    terms = [at for at, cell in enumerate(head.cells) if _TERM.search(plain[at])]
    terms = [at for at in terms if fields[at] != "retention"]
    told = {at: name for at, name in enumerate(fields) if name in (*_PARTNERS, *_WITH_THEM)}
    told = {at: name for at, name in told.items() if at not in (*terms, which)}
    if not _OF_CARDS.isdisjoint(fields) or which < 0 or whom not in told:
        return None
    alone = known and "name" not in fields  # else a list of contents
    if not terms and set(told.values()) <= set(_PARTNERS) and not alone:
        return None
    several = any(fields[at] == "entrust_period" for at in terms)
    names = {
        at: "work_period" if several and fields[at] == "work_period" else "entrust_period"
        for at in terms
    }
    return _Columns(which, whom, told, names)


def _bare(cell: Passage) -> Passage:
    """甲社 of 甲社（印刷。町の承諾済み）."""
    end = compiled(r"[（(]").search(cell.text)
    return cell.part(0, end.start()) if end else cell


def _names(file: File, field: str, cell: Passage) -> bool:
    """Whether the card names whom the row does, so that the number means this file."""
    plain = key(cell.text)
    parts = file.parts(field)
    return len(plain) > 1 and any(plain in key(part.text.text) for part in parts)


def turn(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """What cites one file by its number or name goes on with its card: a sheet, or a section.

    Of a sheet the first line does, of a section its head: 1 票の印刷（ファイル2） above 受託者.
    """
    file = turned(rows, index, reading)
    if file is None:
        return 0
    reading.order = reading.order or list(reading.files)
    reading.files.remove(file)
    reading.files.append(file)
    reading.left.append(rows[index])
    reading.current, reading.outer = "", ""
    return 1


def turned(rows: Sequence[Row], index: int, reading: Reading) -> File | None:
    """The file with whose card the lines below go on."""
    row = rows[index]
    first = bool(row.sheet) and index > 0 and rows[index - 1].sheet != row.sheet
    if len(row.filled) != 1 or labels.exact(row.text) or len(reading.files) < _FIRST[first]:
        return None
    file = of_title(row.filled[0], _cards(reading))
    below = rows[index + 1 : index + 2]
    goes_on = _goes_on if first else _of_contract
    return file if below and goes_on(below[0], row) else None


_FIRST = {True: 1, False: 2}  # files in front of what goes on with one of them


def _of_contract(row: Row, _title: Row) -> bool:
    """ア 受託者 甲社: whether a line says to whom the work of a card is handed."""
    begun = labels.leading(row.filled[0]) if len(row.filled) == 1 else None
    known = labels.find(row.filled[0].text) if len(row.filled) > 1 else None
    name = begun[0] if begun and begun[2] else known.field if known else ""
    return name in (*_WORKS, "entrust_period")


def _goes_on(row: Row, title: Row) -> bool:
    """Whether a label of a card, but no name of a file, stands below the title."""
    known = labels.find(row.filled[0].text) if len(row.filled) > 1 else None
    return known is not None and known.field != "name" and row.sheet == title.sheet


def in_order(reading: Reading) -> None:
    """The files as they are printed, whichever went on last."""
    known = {id(file): at for at, file in enumerate(reading.order)}
    reading.files.sort(key=lambda file: known.get(id(file), len(known)))
