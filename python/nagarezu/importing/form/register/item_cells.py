"""Items of a form over several cells: numbers and items, groups and items, or items in a row."""

from __future__ import annotations

import re
import unicodedata

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, owned
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, outside_brackets, tidy

NUMBER = re.compile(
    r"[(（]?[0-9０-９]{1,2}(?:[-－‐.．][0-9０-９]{1,2})?[)）.．]?|[①-⑳⑴-⒇]"  # 3-1, 3.1
)
_COLUMN = re.compile(
    r"(?:項目|項)?(?:番号|no\.?|№)|項番|(?:記録|情報)?項目名?(?:称)?|内容|備考|摘要|任意|区分|分類"
)
_GROUP = re.compile(r"^[(（]?[0-9０-９]{1,2}[)）.．、 　]+[^0-9０-９\s]")
_LISTED = re.compile(  # a list of its own: (1) 続柄, or 氏名、続柄
    r"[(（]?[1１][)）.．、 　]|[①・]|[アa][.．、 　)）]|[^0-9０-９①-⑳()（）、]{2,16}、"
)
KANA = re.compile(r"[(（]?[ア-ンa-zａ-ｚ][)）.．]?")  # ア of a list below an item
OPTIONAL = re.compile(r"[(（]?任意(?:項目|記入|記載)?[)）]?")


def put(row: Row, cells: list[Passage], file: File) -> None:
    """One row of items, behind its label or below that of the row before."""
    last = file.parts("items")[-1]
    label = last.label or file.label("items")
    about = "" if last.text else last.head  # what the label itself says of its items
    above = last.head if last.text else ""
    if len(cells) > 1 and all(_COLUMN.fullmatch(key(cell.text)) for cell in cells):
        return
    if len(cells) == 1:
        if last.text and not last.whole:
            file.go_on("items", cells[0], row.grid)
        else:
            _put(
                file,
                Part(
                    cells[0], label, about, last.whole and len(cells[0].text) <= 40, grid=row.grid
                ),
            )
        return
    below = len(cells) == 2 and _GROUP.match(cells[0].text) and _LISTED.match(cells[1].text)
    if below and not labels.is_group(cells[0].text):
        _nested(file, cells, label, row.grid)
        return
    head = about
    if len(cells) > 2 and NUMBER.fullmatch(cells[1].text.strip()) and not _is_number(cells[0]):
        head, cells = tidy(cells[0].text), cells[1:]  # 世帯 | 3 | 続柄
    elif last.number and above and _is_number(cells[0]):
        head = above
    sorted_ = len(cells) == 2 and bool(above) and not _is_number(cells[0])
    if labels.is_group(cells[0].text) or sorted_ or (len(cells) == 2 and _heads(*cells)):
        head, cells = tidy(cells[0].text), cells[1:]
    lettered = len(cells) == 2 and owned(file.parts("items"), cells[0].text)
    numbered = lettered or any(NUMBER.fullmatch(cell.text.strip()) for cell in cells)
    number, mark, inner = 0, "", False
    for cell in cells:
        if NUMBER.fullmatch(cell.text.strip()) or (lettered and cell is cells[0]):
            number, inner = value(cell.text), owned(file.parts("items"), cell.text)
            mark = cell.text
            continue
        if numbered and OPTIONAL.fullmatch(cell.text.strip()):
            file.parts("items")[-1].optional = True
            continue
        alone = number > 0 and len(outside_brackets(cell.text, "、，\n")) < 2
        whole = alone or ((numbered or len(cells) > 2) and len(cell.text) <= 40)
        made = Part(cell, label, head, whole, grid=row.grid, number=number, mark=mark, below=inner)
        _put(file, made)
        number, mark, inner = 0, "", False


def _is_number(cell: Passage) -> bool:
    return bool(NUMBER.fullmatch(cell.text.strip()))


def _nested(file: File, cells: list[Passage], label: Passage, grid: int) -> None:
    """1 世帯に関する項目 | (1) 続柄: the numbered head is an entry, with the others below it."""
    text, last = joined(cells), file.parts("items")[-1]
    if _GROUP.match(last.text.text) and last.grid == grid:
        last.text = joined([last.text, text])
    else:
        _put(file, Part(text, label, grid=grid))


def value(printed: str) -> int:
    """The number of a cell that holds nothing else; 0 for 3-1."""
    digits = compiled(r"\D").sub(" ", unicodedata.normalize("NFKC", printed)).split()
    return int(digits[0]) if len(digits) == 1 else 0


def _heads(first: Passage, second: Passage) -> bool:
    """家族に関する事項 | 氏名、続柄; not 7 | 検診の種類（胃がん、肺がん）"""
    if NUMBER.fullmatch(first.text.strip()) and len(outside_brackets(second.text, "、，")) < 2:
        return False
    listed = (
        compiled(
            r"[、，□■☐☑\n]|[0-9０-９①-⑳][^0-9０-９]+[0-9０-９①-⑳]"
            r"|^ア[ 　.．、].*[ 　\n、]イ[ 　.．、]"
        ).search(
            second.text,
        )
        is not None
    )
    return listed and not compiled(r"[、，□■☐☑\n]").search(first.text) and len(first.text) <= 20


def _put(file: File, part: Part) -> None:
    last = file.parts("items")[-1]
    if not last.text:
        file.fields["items"].pop()
    file.add("items", part)
