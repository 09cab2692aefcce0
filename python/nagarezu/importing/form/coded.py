"""Rows of a code and a sentence without a head: 市1-1 | 書類を施錠して保管する。

The code says which measure a row is, and other places cite it by that; what it stands below says
whose it is.
"""

from __future__ import annotations

import re

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy

# 市1-1, 託3, B-2, 安全1(2), but neither 表1 nor 第2, and no date
CODE = r"[^\W\d_]{1,3}[ ]?[-.]?[ ]?\d{1,2}(?:[-.]\d{1,2}|\(\d{1,2}\))?"
_CODE = re.compile(CODE)
_NO_CODE = re.compile(
    r"^(?:第|表|図|別|様式|資料|付表|問|項|番|令和?|平成?|昭和?|年|月|ファイル|事務|no)"
)
_NUMBER = re.compile(r"[(]?\d{1,2}[).]?")
_CELLS = 2


def split(row: Row) -> tuple[str, Passage]:
    """The code and the sentence of a row; nothing of any other."""
    if not row.grid or len(row.filled) != _CELLS:
        return "", Passage()
    first, told = row.filled
    code = fold(tidy(first.text))
    sentence = told.text.rstrip().endswith("。")
    coded = is_code(code) or (_NUMBER.fullmatch(code) and len(row.cells) == _CELLS)
    return (code, told) if sentence and coded else ("", Passage())


def is_code(text: str) -> bool:
    """Whether words are the code of a measure."""
    plain = fold(text).strip()
    return bool(_CODE.fullmatch(plain)) and not _NO_CODE.match(plain.lower())
