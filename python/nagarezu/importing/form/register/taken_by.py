"""Whose the measures of a card are, in front of them: 委託先　ア …, or 委託先 above 1 ….

Below 安全管理措置 such a word is no label of the card, though it is one elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
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
