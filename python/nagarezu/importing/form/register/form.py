"""Registers: tables with a file in each row, forms of one file, printed lines, and their papers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.fields import references
from nagarezu.importing.form import before, handed
from nagarezu.importing.form.register import (
    by_file,
    chapters,
    count_rows,
    keyed,
    laid_out,
    of_files,
    outlined,
    taken_by,
)
from nagarezu.importing.form.register import card as register_form
from nagarezu.importing.form.register import contents as register_contents
from nagarezu.importing.form.register import headings as register_headings
from nagarezu.importing.form.register import heads as heads
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import lines as register_lines
from nagarezu.importing.form.register import sections as register_sections
from nagarezu.importing.form.register import table as table
from nagarezu.importing.form.register.columns import parted
from nagarezu.importing.form.register.contents import Entry
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.register.paper import Paper, items_column, pointers
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.register.sides import transposed
from nagarezu.importing.form.register.within import parted as parted_cells
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_TELLING = ("name", "items", "subjects", "purpose")  # a file states one of these at least


@dataclass(slots=True)
class Register:
    """The files, the rows that belong to none, and what a list of contents says of the files."""

    files: list[File]
    left: list[Row]
    contents: list[Entry] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)  # attached behind the files


def read(rows: Sequence[Row]) -> Register:
    """The files of a register, each once, whether a table, a card or both print it."""
    reading = Reading()
    rows = [row for row in rows if not _RULE.fullmatch(row.text)]
    rows = keyed.told(parted(laid_out.told(outlined.told(rows))))
    index = 0
    while index < len(rows):
        row = rows[index]
        reading.row, known = row, _last_named(reading)
        if listed := chapters.take(rows, index):
            reading.left.extend(rows[index : index + listed])
            reading.current = ""
            index += listed
            continue
        step = _paper(rows, index, reading) or _changed(rows, index, reading)
        step = step or of_files.turn(rows, index, reading) or of_files.take(rows, index, reading)
        step = step or count_rows.take(rows, index, reading)
        step = step or _clauses(rows, index, reading)
        step = step or taken_by.columns(rows, index, reading)
        step = step or taken_by.layers(rows, index, reading)
        step = step or register_sections.take(rows, index, reading)
        step = step or register_sections.lines(rows, index, reading)
        step = step or _handed(rows, index, reading)
        step = step or _measured(rows, index, reading)
        step = step or register_headings.take(rows, index, reading)
        step = step or transposed(rows, index, reading.files)
        step = step or _contents(rows, index, reading)
        if not step and (found := heads.head(rows, index)) is not None:
            end = table.read(rows, index, found, reading.files)
            step, reading.current = end - index, ""
        if not step and len(row.cells) > 1:
            step = register_form.take(row, reading)
        step = step or register_lines.take(rows, index, reading)
        if (named := _last_named(reading)) is not None and named is not known:
            register_headings.called(rows, index, named)
        index += step
    of_files.in_order(reading)
    files = [each for each in reading.files if any(each.get(name) for name in _TELLING)]
    for file in files:
        parted_cells(file)
        _without_number(file)
        file.in_order("items")
    pointing = pointers(files) if reading.papers else []
    others = {paper.label for paper in reading.papers}
    for paper in reading.papers:
        if not by_file.give(paper, files):
            paper.give(pointing, others)
    entries = register_contents.paired(reading.listed, files)
    register_contents.give(entries)
    if not entries:
        files = [*reading.listed, *files]
    files = _merged(files)
    full = [each for each in files if each.get("items") or each.get("subjects")]
    return Register(full or files, reading.left, entries, reading.papers)


def _last_named(reading: Reading) -> File | None:
    return next((file for file in reading.files[-1:] if file.parts("name")), None)


_RULE = re.compile(r"[ 　]*[─━—―－ー\-‐=＝＊*~～・.．…_＿]{8,}[ 　]*")  # a line that is only drawn
_OWN_NUMBER = re.compile(
    r"[ 　]*[【\[（(〔](?:登録|整理|ファイル|簿冊|事務)?(?:番号|[NnＮ][oｏ][.．]?|№)[ 　:：]*"
    r"[^【】（）()\[\]〔〕]{1,10}[】\]）)〕][ 　]*$"
)


def _without_number(file: File) -> None:
    """甲ファイル　【番号1】 at the end of a line: the number is no part of the name."""
    for part in file.parts("name"):
        if (number := _OWN_NUMBER.search(part.text.text)) and number.start():
            part.text = part.text.part(0, number.start())


def _contents(rows: Sequence[Row], index: int, reading: Reading) -> int:
    step = register_contents.take(rows, index, reading.listed)
    if step:
        reading.current = ""
    return step


_IN_BOTH = {"name", "section", "registered"}


def _merged(files: list[File]) -> list[File]:
    """A file that two tables print in parts is one file.

    Files of one name are kept by what they state: that differs between tables, not within one.
    """
    found: list[File] = []
    named: dict[str, dict[frozenset[str], deque[File]]] = {}
    for file in files:
        fields = frozenset(file.fields.keys() - _IN_BOTH)
        known = named.setdefault(key(file.get("name").text), {}) if file.get("name") else {}
        others = next((held for held in known if known[held] and not fields & held), None)
        if others is None:
            found.append(file)
            known.setdefault(fields, deque()).append(file)
            continue
        twin = known[others].popleft()
        for name, parts in file.fields.items():
            twin.fields.setdefault(name, parts)
        known.setdefault(others | fields, deque()).append(twin)
    return found


# Attached papers


_PAPERS = ("別紙", "別表", "別添", "資料", "参考資料", "添付資料")


def _handed(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A table of what goes to whom, of several files: it belongs to no card above it."""
    if not reading.files or not rows[index].grid:
        return 0
    found, used = handed.at(rows, index)
    head = heads.head(rows, index)
    if head is not None and not _of_known(head, rows[index + 1 : index + used], reading):
        return 0
    if not all(each.row.cells[0] for each in found):  # a small table in a form has its label there
        return 0
    reading.left.extend(rows[index : index + used])
    reading.current = "" if used else reading.current
    return used


def _changed(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """欄 | 変更前 | 変更後 in front of the cards: what changed in several, of no card itself."""
    if not before.columns(rows[index]):
        return 0
    end = index + 1
    while end < len(rows) and rows[end].grid and rows[end].grid == rows[index].grid:
        if labels.exact(rows[end].filled[0].text) == "name":
            return 0  # a card of two columns
        end += 1
    reading.left.extend(rows[index:end])
    reading.current = ""
    return end - index


_OF_HANDED = {"name", "registered", "recipients", "recipients_items", "transfer", "detail", ""}


def _of_known(head: heads.Head, rows: Sequence[Row], reading: Reading) -> bool:
    """ファイルの名称 | 提供先 | 提供する項目, each of a file that is there: no files of its own."""
    at = head.column("name")
    if at is None or not rows or not head.fields <= _OF_HANDED:
        return False
    known = {key(file.get("name").text) for file in reading.files}
    names = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    return bool(names) and all(key(name.text) in known for name in names)


def _measured(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """登録番号 | 相手方 | 市が行う措置: a table of the measures of several files, of no card."""
    found = [labels.find(cell.text) for cell in rows[index].filled]
    fields = {each.field for each in found if each is not None}
    heads = len(found) > 2 and all(len(cell.text) <= _HEAD for cell in rows[index].filled)
    if not reading.files or not heads or "items" in fields or "measures" not in fields:
        return 0
    if found[0] is None or found[0].field not in ("registered", "name"):
        return 0
    end = index + 1
    while end < len(rows) and rows[end].grid == rows[index].grid:
        end += 1
    reading.left.extend(rows[index:end])
    reading.current = ""
    return end - index


_HEAD = 24  # characters of the head of a column
_CLAUSES = re.compile(r"(?:特記|遵守|特約)(?:事項|仕様書|条項)$")
_CLAUSE = re.compile(
    r"[ 　]*(?:第[ 　]?[0-9０-９一二三四五六七八九十]"
    r"|(?:[0-9０-９]{1,2}[.．、 　]*)?[(（【][^()（）【】、。]{2,24}[)）】]$)"
)
_CHAPTER = re.compile(
    r"第[ 　]?[0-9０-９一二三四五六七八九十]{1,3}[ 　]?[票章部節]?[ 　]+[^、。（(]+(?:[（(].*)?$"
)


# 七  契約書の特記事項（抜粋）    甲は市、乙は受託者をいう。
_TITLED = re.compile(
    r"[ 　]*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})[.．、 　]+"
    r"(?P<title>[^ 　。、]{4,30})[ 　]{2,}[^。]+。$"
)


_PARTIES = re.compile(r"[(（][^()（）]*[甲乙]は")  # …特記事項（甲は市、乙は受託者をいう。）


def _clauses(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """The clauses of a contract on the card of a file, below a head that says so."""
    row = rows[index]
    if not reading.files or row.grid or len(row.filled) != 1:
        return 0
    file = of_files.cited_by(row.text, reading)  # 特記事項（税-01の契約）
    chapter = _CHAPTER.match(row.text)
    titled = _TITLED.match(row.text)
    apart = file or chapter or _PARTIES.search(row.text)
    plain = without_brackets(row.text) if apart else row.text
    plain = without_brackets(titled["title"]) if titled else plain
    if not _CLAUSES.search(key(plain)):
        return 0
    end = index + 1
    while end < len(rows) and not rows[end].grid and not rows[end].level:
        sign = labels.sign(rows[end].text)
        if register_headings.begins(rows, end) or (sign and sign == labels.sign(row.text)):
            break
        if _heads_paper(rows[end].text) or (chapter and _CHAPTER.match(rows[end].text)):
            break
        end += 1
    if end == index + 1 or not _CLAUSE.match(rows[index + 1].text):
        return 0
    file = file or reading.files[-1]
    file.clauses.extend(rows[index + 1 : end])
    reading.current = ""
    return end - index


def _heads_paper(text: str) -> str:
    """The label of an attached paper that begins here; 資料の返還 is none."""
    label = references.heading(text)
    unnumbered = "資料" in label and not compiled(r"\d").search(label)
    return label if label.startswith(_PAPERS) and not unnumbered else ""


def _paper(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A paper with items that a file points to begins with its label; how many rows it takes."""
    row = rows[index]
    if not reading.files or len(row.filled) != 1 or labels.exact(row.text):
        return 0
    label = _heads_paper(row.text)
    if not label:
        return 0
    if reading.current and compiled(r"とおり|参照").search(row.text):
        return 0
    paper = Paper(label, title=row.whole)
    end = index + 1
    while end < len(rows):
        text = rows[end].filled[0].text if rows[end].filled else ""
        starts = len(rows[end].filled) == 1 and references.heading(rows[end].text)
        card = labels.exact(text) in ("name", "body") and not _by_file(rows, end, reading)
        if (starts and starts != label) or card or of_files.turned(rows, end, reading):
            break
        of_files.give(rows, end, reading)
        paper.rows.append(rows[end])
        end += 1
    reading.papers.append(paper)
    reading.left.append(row)
    reading.current = ""
    return end - index


def _by_file(rows: Sequence[Row], at: int, reading: Reading) -> bool:
    """ファイルの名称 | 項番 | 項目 above the names of files: a list of their items, and no card."""
    head, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if not head.grid or below is None or below.grid != head.grid or not below.filled:
        return False
    names = {key(each.get("name").text) for each in reading.files}
    return items_column(head) is not None and key(below.filled[0].text) in names
