"""What a closed statement says, and the words of a frame that it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part


@dataclass(frozen=True, slots=True)
class Closed:
    """`says` only, never, nobody (can be known), myself (nothing is handed on) or unentrusted.

    `who` gets, handles or keeps it, as printed; `what` are items. Of `only` the one that is
    `alone` named is the printed one of both, and may be either.
    """

    says: str
    act: str = ""
    who: str = ""
    what: str = ""
    alone: str = ""
    verb: str = ""
    by: str = ""  # who gives it, if that is said
    told: str = ""  # the clause in front of `who`: 印刷を担う(事業者)


def text_of(part: Part | None) -> str:
    return part.text if part else ""


def clause_of(part: Part | None) -> str:
    """The words of the clause in front of a noun."""
    if part is None or part.told is None:
        return ""
    return "、".join([part.told.verb, *(each.text for each in part.told.parts.values())])


MARKED = re.compile(
    r"形[式態]?|状態|統計|数[字値]|情報|データ|もの|よう|件数|一覧|集計.*|記録|ファイル|名簿"
)


def taker_of(frame: Frame) -> Part | None:
    part = frame.part("に") if frame.act == "give" else frame.part("に", "が")
    if frame.verb in ("用いる", "使う", "利用", "使用", "活用") and not frame.made_to:
        part = frame.part("が")  # 統計の作成に用いる: for what
    return None if part and MARKED.fullmatch(part.head) else part
