"""Chapters under an office's own numbers, 第2 ファイルの概要: which part of the form each is."""

from __future__ import annotations

import re

from nagarezu.importing.rules import compiled

_LONGEST = 40  # characters of the head of a part
# 第２部 特定個人情報ファイルの概要: the parts of the form under numbers of their own
_CHAPTER = re.compile(
    r"^第[ ]?(?P<number>[1-6一二三四五六])[ ]?[部章編][ :]*"
    r"(?=[^。]{0,20}(?:基本情報|関連情報|概要|リスク|しきい値|開示請求|評価実施手続))"
)
# 第1 基本情報 by its title, for the office may count other chapters in between
_TITLED = re.compile(
    r"^第[ ]?[1-9一二三四五六][ :]*(?:(?P<Ⅰ>(?:基本|関連)情報|事務の(?:流れ|内容))"
    r"|(?P<Ⅴ>評価の?実施(?:手続)?|開示請求、?問合せ|その他)"
    r"|(?P<Ⅱ>(?:特定個人情報)?ファイルの概要)|(?P<Ⅲ>リスク(?:への)?対策))$"
)
# 3．入手元, 第3 記録項目, 5 提供・移転の有無: no field of the block above
_NO_FIELD = re.compile(
    r"\d{1,2}[.]|第\d{1,2}[ .、]|(?:\d{1,2} )?(?:委託|提供・移転|提供|移転)の有無"
)


def part(text: str) -> str:
    """The part of the form that a chapter is, Ⅰ to Ⅵ; empty if it is none."""
    match = _CHAPTER.match(text)
    if match is not None and len(text) <= _LONGEST:
        number = match["number"]
        at = int(number) if number.isdigit() else "一二三四五六".index(number) + 1
        return "ⅠⅡⅢⅣⅤⅥ"[at - 1]
    titled = _TITLED.match(text)
    return str(titled.lastgroup) if titled else ""


def is_chapter(text: str) -> bool:
    """第3 支給の手順: the head of a chapter, whatever it is about, but for the items of a file."""
    head = compiled(r"第[ ]?[1-9一二三四五六七八九][ :]*(?![条項号回期章部編])[^。、()]{2,24}$")
    return bool(head.match(text)) and "項目" not in text


def ends_block(text: str) -> bool:
    """Whether the label of a section stands where the fields of a block would."""
    return bool(_NO_FIELD.match(text))
