"""What stands right of a label: cells of one row, and of rows that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.agenda.rows import is_mark
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules.characters import fold, key

_MARKED = re.compile(
    r"^(?:[①-⑳㉑-㊿⑴-⒇・●○■◆【〔<＜]|[(（]?(?:\d{1,2}|[ア-ン])[)）.．、 　]"
    r"|\d{1,2}(?=[^\d\s年月日人件円回%,]))"
)
_SHORT = 16  # characters of a cell that holds a word and no text
_HEAD = re.compile(  # 4 対象者数
    rf"{_MARKED.pattern}[^。]{{1,{_SHORT}}}(?<![のをにはがとでもへてしり、，])$"
)
# 内容 別紙のとおり on a cover: the paper itself is attached, and nothing is told yet
_ELSEWHERE = re.compile(
    r"^(?:[^。]{0,24}(?:のとおり|参照|に記載|を添付)(?:です|とする|である)?。?)?$"
)


def composed(cells: Sequence[Passage]) -> Passage:
    """The cells of one row: a number stands in front of its text, all else on a line of its own."""
    parts: list[Passage] = []
    waiting: Passage | None = None
    for cell in cells:
        if not cell:
            continue
        if waiting is not None:
            cell, waiting = joined([waiting, cell], " "), None
        if is_mark(cell.text):
            waiting = cell
        else:
            parts.append(cell)
    return joined([*parts, *([waiting] if waiting else [])])


def going_on(before: Passage, after: Passage) -> tuple[Passage, str]:
    """A value and the next part of it, with the rule that joined them."""
    if not before or not after:
        return (before or after), "continued_cell"
    last = before.text.rsplit("\n", 1)[-1].strip()
    first = after.text.split("\n", 1)[0].strip()
    words = max(len(last), len(first)) <= _SHORT and not last.endswith("。")
    head = _MARKED.match(fold(first)) or _HEAD.match(fold(last))
    if head or last[-1] in "】〕" or words:
        return joined([before, after]), "continued_cell"
    value, doubled = continued(before, after)
    return value, "doubled_character" if doubled else "continued_cell"


def told_elsewhere(value: Passage) -> bool:
    """Whether a value only points to another paper."""
    return bool(_ELSEWHERE.match(key(value.text)))
