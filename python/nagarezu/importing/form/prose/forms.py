"""Papers with a form of their own: clauses that bind a partner, checklists with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import KANJI_DIGITS, fold

KANJI = rf"[{KANJI_DIGITS}]{{1,3}}"
# A form that stands there under its own name, with or without 別紙 in front
FORM = re.compile(
    r"^[(【]?(?P<label>(?:別[紙記添][ ]?\d{0,2})?)[ :]*(?P<title>[^、。]{0,28}?"
    r"(?P<form>特記事項|特記仕様書|特約条項|チェック(?:リスト|シート|表)"
    r"|(?:措置|対策|安全管理|保護)の?(?:実施状況)?(?:自己)?(?:点検|確認)(?:表|票|リスト|シート)))(?:\([^()]{1,20}\))?[)】]?$"
)
CLAUSES = ("特記事項", "特記仕様書", "特約条項")


_ARTICLE = rf"^[ ]*(?:(?:第?[ ]?\d{{1,2}}[ ]?[条項]?|第[ ]?{KANJI}[ ]?[条項]?)[ .、]*)?"
_SIDE = "(?:[甲乙丙]|[受委]託者|[受発]注者|受託事業者)"
_BINDS = re.compile(rf"{_ARTICLE}(?:[(【][^()【】。]{{2,30}}[)】][ ]*)?{_SIDE}(?:及び{_SIDE})?は、")
HEADED = re.compile(rf"{_ARTICLE}[(【][^()【】。]{{2,30}}[)】]")
_FEWEST = 2  # clauses


def binds(rows: Sequence[Row]) -> bool:
    """An agreement under whatever name: heads in brackets, numbers of what 乙 or 受託者 must do."""
    texts = [fold(row.text) for row in rows if not row.grid]
    bound = sum(1 for text in texts if _BINDS.match(text))
    return bound >= _FEWEST and sum(1 for text in texts if HEADED.match(text)) >= _FEWEST


_SIGNED = re.compile(r"^(?:[○◯〇●レ✓✔☑■]|[-ー―×✕□☐])$")
_SIGNS = 4  # rows with a mark


def is_checklist(rows: Sequence[Row]) -> bool:
    """Tables of measures with a column of ○ and －, both of them used, whatever they are called."""
    columns: list[str] = []
    marks: list[str] = []
    for row in rows:
        if not row.grid or len(row.cells) < len(("mark", "measure", "number")):
            continue
        kinds = [column_kind(cell) for cell in row.cells]
        if "measure" in kinds and not any(_SIGNED.match(fold(cell.text)) for cell in row.filled):
            columns = kinds
            continue
        signs = [fold(cell.text.strip()) for cell in row.filled if _SIGNED.match(fold(cell.text))]
        if not columns or len(signs) != 1:
            return False
        marks.extend(signs)
    return len(marks) >= _SIGNS and len(set(marks)) > 1
