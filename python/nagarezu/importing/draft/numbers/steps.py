"""Steps of a schedule, of which one cell says when and another what is done and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft.numbers.term_heads import head_of
from nagarezu.importing.fields.spans import Span
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_ROLE = re.compile(
    r"受託(?:者|事業者|法人|会社)|受注者|請負者|(?:委託|委任|契約)(?:先|事業者|業者)|(?<![一-龥])乙(?![一-龥])"
    r"|(?:同|両|各)(?:社|者|法人|組合|協会|公社|財団|団体|会社|事業者|センター)|当該(?:事業者|法人|会社)"
    r"|(?:株式|有限|合同)会社|(?:社団|財団|福祉)法人"
)
_ONLY_TIME = re.compile(r"[\d元年度月日末頃上中下旬令和平成同翌RH.~\-・、から まで以降()/迄より]*")
_TO_PARTNER = re.compile(
    r"支払|選定|検査|検収|精算|清算|評価|入札|公募|引継ぎ?|決定|審査|監査|確定|説明|打合せ|打ち合わせ|への(?:依頼|通知)|契約"
)
_LINE = re.compile(  # 令和8年5月 照合（受託者）: a line of a schedule
    r"\s*(?:[・○●◇□■※]|[(]?[0-9ア-ン]{1,2}[).]|[①-⑳])?\s*(?P<time>[令平RH\d][^:：、。()]{2,30}?[年月日頃旬末])"
    r"(?:[ ]*[:：][ ]*|[ ]+)(?P<told>[^、。\d(].+)"
)
_COLUMNS = re.compile(r"[ ]{2,}|\t")
_LONGEST = 120  # characters of a step


def by_partner(text: str) -> bool:
    """Whether a text names the partner, or says that somebody is made to do it."""
    return bool(_ROLE.search(text) or compiled(r"[わさたらま]せる|委託(?:する|して)").search(text))


def is_step(when: str, what: str) -> bool:
    """Whether one cell is a time and the other a piece of work, not what the office does itself."""
    return bool(_ONLY_TIME.fullmatch(fold(when).strip()) and not _TO_PARTNER.search(what))


def column(rows: Sequence[Row], number: int, at: int) -> str:
    """The head of the column of a cell in a table of many columns; empty in a form."""
    row = rows[number]
    if not at or len(row.cells) < _MANY:
        return ""
    return tidy(head_of(rows, number, at, ""))


_MANY = 5  # columns that no form with labels has


def of_step(row: Row, at: int, span: Span) -> Span | None:
    """The span with what the rest of its row, or of its line, says, if nothing but a time is there.

    Without a word of the partner it may be a step of the office itself, and is none of these.
    """
    own = fold(row.cells[at].text).strip()
    others = [tidy(each.text) for n, each in enumerate(row.cells) if n != at and each]
    line = _LINE.fullmatch(fold(span.sentence))
    if others and _ONLY_TIME.fullmatch(own):
        told = "、".join(others)
    elif line and _ONLY_TIME.fullmatch(line["time"]) and fold(span.printed)[-2:] in line["time"]:
        if _COLUMNS.search(line["told"].strip()):
            return None  # 令和7年3月 | Ⅱ4.委託事項3 | 甲社 | 事前: a row of a list of changes
        told = tidy(line["told"])
    else:
        return None
    if len(told) > _LONGEST or not by_partner(told) or _TO_PARTNER.search(told):
        return None
    said = f"{told}（{fold(span.printed)}）"
    return replace(span, said=said, sentence=said)
