"""Marks of a list told one by one or as a stretch: 1から5まで及び10, ⑧から⑩まで, ク及びケ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.rules.characters import CIRCLED, KANA, fold

_MARK = rf"(?:[{CIRCLED}]|[(（]?(?:\d{{1,3}}|[{KANA}])[)）]?)"
_TO = r"(?:から|[~～〜-])"
_AND = r"(?:、|,|，|及び|並びに|・|と|\s)+"
MARKS = rf"{_MARK}(?:(?:{_TO}|(?:まで)?{_AND}){_MARK})*(?:まで)?"
# 番号1から4まで, 上表の1、2及び5の項目: which rows of a list, and nothing that is an item itself
_OF_LIST = re.compile(
    rf"(?:[^、。]{{0,12}}の)?(?:表の)?(?:項目?番号?|番号|no\.?)?{_MARK}"
    rf"(?:(?:まで)?(?:{_TO}|{_AND})(?:(?:項目?番号?|番号|no\.?)?){_MARK})*(?:まで|のみ|だけ)?"
    r"(?:の?(?:全て|各|全)?の?(?:情報)?(?:の?項目|もの))?。?",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"(?P<first>{_MARK})(?:{_TO}(?P<last>{_MARK}))?(?:まで)?")
_BETWEEN = re.compile(_AND)
_END = re.compile(r"(?:の?(?:各)?項目)?。?$")

_NUMBER = rf"(?:\(?\d{{1,2}}\)?|[{CIRCLED}])"
_GAP = r"[ ]?(?:まで)?(?:、|,|・|及び|並びに|又は|と|から|~|-|ないし)[ ]?"
NUMBERS = rf"{_NUMBER}(?:{_GAP}{_NUMBER})*"
_ONE = re.compile(rf"(?P<to>から|~|-|ないし)?[ ]?(?P<one>{_NUMBER})")
_BY_NUMBER = re.compile(r"番号|項目|no\.?\d", re.IGNORECASE)
_MOST = 30  # numbers between two that are joined by から


def cites(printed: str) -> bool:
    """Whether a cell tells rows of a list by two numbers or more, or by one that is called so."""
    plain = fold(printed).strip().replace(" ", "")
    several = _BY_NUMBER.search(plain) or len(_ONE.findall(plain)) > 1
    return bool(several and _OF_LIST.fullmatch(plain))


def numbers(printed: str) -> list[int]:
    """The numbers in their order; nothing if it says anything else, or a stretch runs back."""
    found: list[int] = []
    at = 0
    while piece := _PIECE.match(printed, at):
        first = number(piece["first"])
        last = number(piece["last"] or piece["first"])
        if last < first:
            return []
        found.extend(range(first, last + 1))
        at = piece.end()
        if _END.fullmatch(printed, at):
            return found
        between = _BETWEEN.match(printed, at)
        if between is None:
            return []
        at = between.end()
    return []


def cited(printed: str) -> Iterator[tuple[str, str]]:
    """①及び⑤, (1)から(3)まで: each number of `NUMBERS`, and how it is printed."""
    last = 0
    for match in _ONE.finditer(printed):
        value = number(match["one"])
        if match["to"] and last:
            for between in range(last + 1, min(value, last + _MOST)):
                yield str(between), str(between)
        yield str(value), match["one"]
        last = value


def number(mark: str) -> int:
    """What a mark counts: 3 of (3), ③ and ウ."""
    bare = mark.strip("()（）")
    if bare.isdecimal():
        return int(bare)
    return (KANA if bare in KANA else CIRCLED).index(bare) + 1
