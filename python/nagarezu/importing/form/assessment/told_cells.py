"""Cells beside 委託, 提供・移転 or 措置 that tell in lines what the form has in rows of their own.

Such a row becomes the head of the section and the lines of its cell, which are read as those of a
paper that prints them so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment.labels import is_away, is_none
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key

_MARK = r"(?:[①-⑳]|[(]?\d{1,2}[).、]?)?"
_ENTRUSTED = re.compile(
    rf"{_MARK}(?:(?:特定個人情報)?(?:ファイル)?の?取扱いの委託|(?:外部)?委託(?:の(?:状況|有無|内容))?|委託(?:及び|・)再委託)"
)
_GIVEN = re.compile(rf"{_MARK}(?:特定個人情報の)?提供(?:・|及び)移転(?:の(?:状況|有無|内容))?")
_SIDE = re.compile(rf"{_MARK}(?P<side>提供|移転)")
_MEASURES = re.compile(rf"{_MARK}(?:リスク)?(?:対策|措置)(?:の内容)?|{_MARK}安全管理措置")
_ANSWER = re.compile(r"[\[［(（]|行[うっわ]|実施|[有無]|あり|する|しない|[0-9０-９]+件")
_NAMES_WORK = re.compile(r"(?:再?委託(?:先|業者|事業者)|受託者)[:：　 ]")


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, such ones in lines."""
    for row in rows:
        cells = row.filled
        head = _head(*cells) if len(cells) == len(("head", "cell")) and row.grid else None
        if head is None:
            yield row
        elif head in ("提供先", "移転先"):
            yield replace(row, cells=(_label(head, cells[0]), cells[1]))
        else:
            for line in (_label(head, cells[0]), *cells[1].lines()) if head else cells[1].lines():
                yield replace(row, cells=(line,), grid=0)


def _head(head: Passage, cell: Passage) -> str | None:
    """The section of the form that a row tells of; empty for measures, None for other rows."""
    plain, text = key(head.text), cell.text.strip()
    if is_away(text):
        return None
    if _ENTRUSTED.fullmatch(plain):
        firm = compiled(rules("names")["proper"]).search(key(text)) or _NAMES_WORK.search(text)
        return "4．特定個人情報ファイルの取扱いの委託" if firm or is_none(text) else None
    if _GIVEN.fullmatch(plain):
        return "5．特定個人情報の提供・移転"
    if side := _SIDE.fullmatch(plain):
        return (
            None
            if is_none(text) or _ANSWER.match(text) or "。" in text or "：" in text
            else f"{side['side']}先"
        )
    sided = any(beside.side_of(line.text) for line in cell.lines())
    return "" if sided and _MEASURES.fullmatch(plain) else None


def _label(name: str, of: Passage) -> Passage:
    return Passage(name, of.starts[:1], of.spots[:1])
