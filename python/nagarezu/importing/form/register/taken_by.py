"""Whose the measures of a card are, in front of them: 委託先　ア …, or 委託先 above 1 ….

Below 安全管理措置 such a word is no label of the card, though it is one elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import Part
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, tidy

_OPEN, _CLOSE = r"(（【〔\[［<＜〈《≪", r")）】〕\]］>＞〉》≫"
_LAYER = r"(?:運用|システム|技術|物理|組織|人)(?:面|的|上)?"
_WHO = (
    rf"[ 　]*[{_OPEN}■◆●○◎・]?(?P<who>[^\s。、：:{_OPEN}{_CLOSE}0-9０-９①-⑳]{{1,16}})"
    rf"(?:[{_CLOSE}]|(?=[ 　\t：:{_OPEN}]|$))[ 　\t：:]*"
    rf"(?:[{_OPEN}]?{_LAYER}[{_CLOSE}]?[ 　\t：:]*)?"
)
_MARKED = re.compile(
    r"[ 　]*(?:[(（]?(?:[0-9０-９]{1,2}|[ア-ン](?![ァ-ヶー]))"
    r"(?:[)）.．、]|[ 　]+|(?=[^0-9０-９\s年月日人件か]))|[①-⑳・○●])[ 　]*[^ 　]{3}"
)
_LINE = re.compile(rf"{_WHO}(?P<rest>.*)$")
_SENTENCE = re.compile(r"(?:。|[るすいうくむぶつぬ]|こと|せる|ない)[)）]?$")
_ASKED = re.compile(r"(?:せる|ないこと|求める)(?:こと)?。?$")  # what is asked of a partner


def side(rows: Sequence[Row], index: int, reading: Reading) -> bool:
    """Whether a line among measures names a side, with its own behind it or below."""
    if reading.current != "measures" or not reading.files or rows[index].grid:
        return False
    line = _LINE.match(rows[index].text)
    if line is None or not _names_side(line["who"]):
        return False
    if line["rest"].strip():
        return bool(_MARKED.match(line["rest"]) or _ASKED.search(line["rest"].rstrip()))
    below = rows[index + 1] if index + 1 < len(rows) else None
    return below is not None and not below.grid and bool(_MARKED.match(below.text))


def beside(cells: Sequence[Passage], reading: Reading) -> bool:
    """委託先 | 1 …: the same in two cells of a row below the label of measures."""
    if reading.current != "measures" or not reading.files or len(cells) != 2:
        return False
    told = bool(_MARKED.match(cells[1].text)) or bool(_SENTENCE.search(tidy(cells[1].text)))
    return told and len(key(cells[0].text)) <= _ROLE and _names_side(cells[0].text)


def _names_side(text: str) -> bool:
    """委託先, 市; 委託先の安全管理措置 is a label of its own."""
    label = labels.find(text)
    if label is not None and label.field == "measures":
        return False
    return is_party_own(text) is not None


_ROLE = 12  # characters of a cell that names a side and nothing else


def layers(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """安全管理措置 | 組織的 | 技術的, and below it 市 | … | …: how many rows it takes."""
    head = rows[index]
    if not reading.files or not head.grid or not head.cells[0]:
        return 0
    heads = [at for at, cell in enumerate(head.cells) if at and cell]
    known = all(layer_of(head.cells[at].text) != "unspecified" for at in heads)
    if len(heads) < 2 or not known or not _of_measures(tidy(head.cells[0].text)):
        return 0
    told: list[Passage] = []
    end = index + 1
    while end < len(rows) and rows[end].grid == head.grid:
        row = rows[end]
        who = next((cell for cell in row.cells[: heads[0]] if cell), Passage())
        if not who or not _names_side(who.text) or not _told(row, heads):
            break
        told.append(who)
        for at in heads:
            if at < len(row.cells) and row.cells[at]:
                layer = head.cells[at]
                told += [replace(layer, text=f"【{layer.text}】"), row.cells[at]]
        end += 1
    if not told:
        return 0
    reading.files[-1].add("measures", Part(joined(told), head.cells[0], grid=head.grid))
    reading.current = "measures"
    return end - index


def columns(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """区分 | 市 | 委託先 within a card, with the measures of both below; how many rows it takes."""
    head = rows[index]
    if not reading.files or not head.grid or not index or rows[index - 1].grid != head.grid:
        return 0
    sides = [at for at, cell in enumerate(head.cells) if cell and _heads_side(cell.text)]
    owns = [is_party_own(head.cells[at].text) for at in sides]
    above = tidy(head.cells[0].text)
    labelled = bool(sides) and sides[0] > 0 and _of_measures(above)
    begun = reading.current == "measures" and not above
    if len(sides) < 2 or False not in owns or (owns.count(False) == len(owns) and not labelled):
        return 0
    if not (labelled or begun or all(_of_measures(head.cells[at].text) for at in sides)):
        return 0
    end = index + 1
    while end < len(rows) and rows[end].grid == head.grid and _told(rows[end], sides):
        end += 1
    if end == index + 1:
        return 0
    fronts = [row.cells[0].text for row in rows[index + 1 : end] if 0 not in sides and row.cells[0]]
    if any(layer_of(front) == "unspecified" for front in fronts):
        return 0  # 税-01 甲社 | … | …: a table of the partners of several files
    beside = any(row.cells[0] for row in rows[index + 1 : end])  # of which layer, in each row
    first = 1 if (labelled or begun) and not beside else 0
    number = 1 + max(row.grid for row in rows) + index  # a table of its own
    title = reading.files[-1].label("measures") if begun else head.cells[0]
    table = [replace(head, cells=(title,), grid=0)] if title else []
    table += [replace(row, cells=row.cells[first:], grid=number) for row in rows[index:end]]
    reading.files[-1].tables.append(table)
    reading.current, reading.outer, reading.mini = "", "", {}
    return end - index


def _of_measures(text: str) -> bool:
    found = labels.find(text)
    return (found is not None and found.field == "measures") or bool(_MEASURES.search(key(text)))


_MEASURES = re.compile(r"(?:措置|対策)(?:の?(?:区分|内容|種別))?$")


def _heads_side(text: str) -> bool:
    """市, 委託先に講じさせる措置, and 病院が行う措置 beside it: whose measures stand below."""
    short = len(key(text)) <= _LONGEST and "。" not in text
    return short and (is_party_own(text) is not None or bool(_DOES.search(key(text))))


_LONGEST = 20  # characters of the head of a column
_DOES = re.compile(r"(?:が(?:行う|講[じず]る|とる|取る)|の)(?:措置|対策)$")


def _told(row: Row, sides: Sequence[int]) -> bool:
    """A row with measures in its columns, and no label in front of them."""
    front = row.cells[0].text if row.cells and 0 not in sides else ""
    told = [row.cells[at].text.strip() for at in sides if at < len(row.cells) and row.cells[at]]
    label = bool(front) and bool(labels.exact(front)) and layer_of(front) == "unspecified"
    return bool(told) and not label and any(map(_tells, told))


def _tells(text: str) -> bool:
    return bool(_MARKED.match(text) or _SENTENCE.search(text))
