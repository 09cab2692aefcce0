"""Area codes (標準地域コード, with or without check digit) and names of prefectures."""

from __future__ import annotations

import re

_WEIGHTS = (6, 5, 4, 3, 2)
_SHORT = frozenset(
    re.findall(
        r"\w+",
        "青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 "
        "山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 "
        "徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄",
    )
)
_FULL = re.compile(r".+[都道府県市区町村郡]|全国|国|合計|総数|Japan", re.IGNORECASE)


def is_area_code(text: str) -> bool:
    """Tell whether digits are a prefecture (01–47), a five-digit code, or six with a check digit.

    00 and 00000 stand for the whole country.
    """
    if not re.fullmatch(r"\d{2}|\d{5}|\d{6}", text, re.ASCII):
        return False
    if int(text[:2]) > 47 or (text[:2] == "00" and int(text[:5]) > 0):
        return False
    return len(text) < 6 or text[5] == check_digit(text[:5])


def check_digit(code: str) -> str:
    """The sixth digit of a municipality's code: 11 less the weighted sum mod 11, last digit."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=True))
    return str((11 - total % 11) % 10)


def is_short_prefecture(text: str) -> bool:
    """Tell whether a name lacks its 都, 府 or 県, as 東京 does."""
    return text in _SHORT


def is_full_name(text: str) -> bool:
    """Tell whether a name ends as names of areas do. 北海道 does; 札幌 does not."""
    return bool(_FULL.fullmatch(text))
