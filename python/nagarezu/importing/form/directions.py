"""Which way round a row goes where a column of its own says it: 相手方 | 向き | 方法.

市から相手方へ, 相手方から市へ and 甲社から相手方へ name giver and taker; 受信 is the taker's
word, 送信 the giver's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy

HEAD = re.compile(
    r"^(?:(?:情報|データ|授受|受け?渡し|送受信?)の?)?(?:向き|方向|流れ|別)$|^授受$|^送受信?$"
)
_FROM_TO = re.compile(
    r"^(?P<giver>[^、。]+?)(?:から|より|→|⇒)(?P<taker>[^、。]+?)(?:へ|に|あて|宛て?|まで)?$"
)
_OTHER = re.compile(r"^(?:相手(?:方|先)?|先方|外部|同者|同社)$")
_RECEIVES = re.compile(r"^(?:受信?|受領|受け?取り|受け|収受|収集|入手|取得|入|←)(?:する|のみ)?$")
_SENDS = re.compile(r"^(?:送信?|送付|発信?|提供|交付|引き?渡し|渡し|渡す|出|→)(?:する|のみ)?$")
_BOTH = re.compile(r"^(?:相互|双方向?|送受信?|授受|往復|両方向?|↔|⇔|⇄)$")
_OWN = "本市"  # for a side that the words leave out


def is_direction(cell: Passage) -> bool:
    plain = key(tidy(cell.text))
    words = (_FROM_TO, _RECEIVES, _SENDS, _BOTH)
    return any(each.match(plain) for each in words)


def ends(other: Passage, cell: Passage) -> tuple[Passage, Passage]:
    """Giver and taker of a row of `other`; no giver where the own side gives, or both do."""
    plain = tidy(cell.text)
    told = _FROM_TO.match(plain)
    if told:
        giver, taker = (
            other if _OTHER.match(key(told[end])) else replace(cell, text=told[end])
            for end in ("giver", "taker")
        )
        return giver, taker
    if _RECEIVES.match(key(plain)):
        return other, replace(cell, text=_OWN)
    return Passage(), other
