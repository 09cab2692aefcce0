"""Answers in a list of contents: 有（2者）, ■ or 含まない, and how the card of a file answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nagarezu.importing.fields import ticks
from nagarezu.importing.form.register.file import Part
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

YES, NO = "有", "無"
ASKED = ("recipients", "transfer", "entrust", "reentrust", "link", "processing", "sensitive")
CHANGES = ("新規", "変更", "廃止", "継続", "修正", "更新")
_CHANGE = re.compile(r"^(?:登録|変更|異動|届出|公表)?の?(?:区分|種別|別|種類)$")
_YES = re.compile(r"(?:[■☑✓✔レ●○◯〇◎]|有り?|あり|含む|含まれる|する|している|該当(?:する)?)$")
_NO = re.compile(
    r"(?:[□☐×✕]|[-ー－―—]+|[□■☑✓○]?(?:無し?|なし|含まない|含まれない|しない|していない|非該当|該当なし))$"
)
_POINTS = re.compile(r"別(?:紙|表|添)|とおり|参照")


def of_cell(text: Passage) -> str:
    """The answer of a cell that holds nothing else but what a bracket adds; or nothing."""
    options = ticks.options(text)
    chosen = [each.name.text for each in options if each.ticked]
    if len(options) > 1:
        return _answer(chosen[0]) if len(chosen) == 1 else ""
    return _answer(text.text)


def _answer(text: str) -> str:
    plain = fold(tidy(without_brackets(tidy(text))))
    return YES if _YES.match(plain) else NO if _NO.match(plain) else ""


def of_parts(parts: Iterable[Part]) -> str:
    """The answer of the cells of a card; one that names somebody says yes."""
    found: set[str] = set()
    for part in parts:
        lead = compiled(r"[\s　（(、。]").split(tidy(part.text.text))[0]
        said = of_cell(part.text) or ("" if _NO.match(fold(lead)) else _answer(lead))
        if not said and (_NO.match(fold(lead)) or _POINTS.search(part.text.text)):
            return ""  # 無 with more behind it, or what another paper says
        found.add(said or YES)
    return found.pop() if len(found) == 1 else ""


def is_change(label: str) -> bool:
    """Whether a column says what is new and what was changed."""
    return bool(_CHANGE.match(key(without_brackets(label))))


def changes(parts: Iterable[Part]) -> set[str]:
    """新規 of 令和6年7月1日（新規）."""
    words = "|".join(CHANGES)
    within = rf"(?:^|[(\[■☑])({words})(?=$|[)\]])"
    return {each for part in parts for each in compiled(within).findall(fold(tidy(part.text.text)))}
