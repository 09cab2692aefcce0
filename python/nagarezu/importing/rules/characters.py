"""Characters: what is printed stays untouched; matching goes by a separate key.

`fold` keeps the length, so that what a pattern finds in the folded text stands at the same offsets
of the printed one. `key` does not: it drops spaces and is for comparing only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import cache, lru_cache

from nagarezu.importing.rules import compiled, rules

_INVISIBLE_RANGES = (
    (0x00AD, 0x00AE),  # soft hyphen
    (0x200B, 0x2010),  # zero width, direction marks
    (0x202A, 0x202F),  # direction
    (0x2060, 0x2070),
    (0xFE00, 0xFE10),  # variation selectors
    (0xFEFF, 0xFF00),
    (0xE0100, 0xE01F0),
)
_INVISIBLE = re.compile("|".join(f"[{chr(a)}-{chr(b - 1)}]" for a, b in _INVISIBLE_RANGES))
_CJK = r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef（）「」【】・ー]"
_BETWEEN_CJK = re.compile(rf"(?<={_CJK})[ \u3000]+(?={_CJK})")
_ALNUM = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_CJK_AND_ALNUM = re.compile(rf"(?<={_CJK})[ \u3000]+(?={_ALNUM})|(?<={_ALNUM})[ \u3000]+(?={_CJK})")
_SPLIT_DIGITS = re.compile(
    r"(?<![0-9０-９])[0-9０-９](?:[ \u3000]?[,，]?[ \u3000][0-9０-９])+(?![0-9０-９])"
)
_SPLIT_LETTERS = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-Za-zＡ-Ｚａ-ｚ](?:[ \u3000][A-Za-zＡ-Ｚａ-ｚ])+(?!"
    r"[A-Za-zＡ-Ｚａ-ｚ])"
)
_AFTER_COMMA = re.compile(r"(?<=[0-9０-９][,，])[ \u3000]+(?=[0-9０-９])")


class _Table(dict[int, str]):
    """For `translate`: what each character becomes, of the rest itself; a miss there is slow."""

    def __missing__(self, code: int) -> str:
        self[code] = found = chr(code)
        return found


@cache
def _folding() -> _Table:
    table = _Table()
    for code in range(0xFF01, 0xFF5F):  # full-width ASCII
        table[code] = chr(code - 0xFEE0)
    table[0x3000] = " "
    for code in (*range(0xFF65, 0xFF70), *range(0xFF71, 0xFF9E)):  # half-width kana
        table[code] = unicodedata.normalize("NFKC", chr(code))
    table.update({ord(dash): "-" for dash in rules("characters")["dashes"]})
    table.update({ord(wave): "~" for wave in rules("characters")["waves"]})
    for variant, usual in rules("characters")["variants"].items():
        table[ord(variant)] = usual
    return table


@cache
def _to_fold() -> re.Pattern[str]:
    """A character that folding changes; most texts have none, and looking is faster."""
    changed = (chr(code) for code, found in _folding().items() if found != chr(code))
    return re.compile(f"[{re.escape(''.join(changed))}]")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Width and dashes made one, character by character: the length stays."""
    return text.translate(_folding()) if _to_fold().search(text) else text


@cache
def _variants() -> dict[int, str]:
    return {ord(variant): usual for variant, usual in rules("characters")["variants"].items()}


class _Keys(dict[int, str]):
    """The key of each character; `_AMONG` of one whose key depends on those beside it."""

    def __missing__(self, code: int) -> str:
        alone = _key_of(chr(code))
        first = unicodedata.normalize("NFKD", chr(code))[0]  # a mark joins what stands before it
        joins = unicodedata.category(first).startswith("M") or "\u1100" <= first <= "\u11ff"
        self[code] = found = _AMONG if joins or "σ" in alone else alone
        return found


_AMONG = "\0"
_KEYS = _Keys()


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """What two labels are compared by: NFKC, our own tables, no spaces, nothing invisible."""
    found = text.translate(_KEYS)
    return _key_of(text) if _AMONG in found else found


def _key_of(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.translate(_variants()))
    return "".join(fold(_INVISIBLE.sub("", plain)).split()).lower()


@lru_cache(maxsize=1 << 14)
def tidy(text: str) -> str:
    """A readable value: line breaks and spaces within Japanese text dropped, split digits joined.

    Widths and brackets stay as printed. Only single characters of one class are joined (trap 3).
    """
    text = " ".join(_INVISIBLE.sub("", text).split())
    if " " not in text:
        return text
    text = _SPLIT_DIGITS.sub(lambda found: compiled(r"[ \u3000]").sub("", found.group()), text)
    text = _SPLIT_LETTERS.sub(lambda found: compiled(r"[ \u3000]").sub("", found.group()), text)
    text = _AFTER_COMMA.sub("", text)
    text = _BETWEEN_CJK.sub("", text)
    return _CJK_AND_ALNUM.sub("", text)


@cache
def look_alikes() -> dict[str, tuple[str, ...]]:
    """For each character that a reading machine swaps, what it may stand for, likeliest first."""
    return {char: tuple(others) for char, others in rules("characters")["confusions"].items()}


@cache
def _representatives() -> _Table:
    table = _Table()
    for char, others in look_alikes().items():
        group = sorted({char, *others})
        first = table.get(ord(group[0]), group[0])
        for member in group:
            table.setdefault(ord(member), first)
    for first, *others in rules("characters")["alike"]:
        for other in others:
            table[ord(other)] = table.get(ord(first), first)
    return table


def blurred(text: str) -> str:
    """The key with look-alikes made one: equal blurs are a suggestion with less confidence."""
    return key(text).translate(_representatives())


def mistaken_for(chars: Set[str]) -> set[str]:
    """The characters that `blurred` turns into one of these."""
    return {chr(code) for code, first in _representatives().items() if first in chars}


KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
KANJI_DIGITS = "一二三四五六七八九十"


def counted(printed: str) -> int:
    """12 and 十二: the number that digits of either kind print; spaces between them are OCR's."""
    plain = fold(printed).replace(" ", "")
    if plain.isdecimal():
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    value = (KANJI_DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (KANJI_DIGITS.index(ones) + 1 if len(ones) == 1 else 0)


_PAIRS = {"(": ")", "（": "）", "「": "」", "『": "』", "【": "】", "[": "]", "〔": "〕", "<": ">"}


def outside_brackets(text: str, separators: str) -> list[str]:
    """Split at separators outside brackets; unclosed ones hold to the end."""
    parts, start, closers = [], 0, []
    for offset, char in enumerate(text):
        if char in _PAIRS:
            closers.append(_PAIRS[char])
        elif closers and char == closers[-1]:
            closers.pop()
        elif not closers and char in separators:
            parts.append(text[start:offset])
            start = offset + 1
    return [*parts, text[start:]]


_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


def without_brackets(text: str) -> str:
    """Drop what stands in round brackets, nested ones too."""
    while "(" in text or "（" in text:
        shorter = _BRACKETED.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


def bracketed(text: str) -> list[str]:
    """The contents of round brackets, innermost level."""
    return [found.group()[1:-1] for found in _BRACKETED.finditer(text)]


_MARK_AT_END = re.compile(r"(?:^|[ \u3000〕】])[0-9０-９]{1,2}$")
_UNIT = re.compile(
    r"[0-9０-９年月日時分秒週人件名回歳社台条項号章節割倍点階級位万億円桁%％かヶカケ箇、。,.)）~～\-]"
)


def ends_with_mark(before: str, after: str) -> bool:
    """2 氏名 3, and 学年 on the next line: the blank behind the number is where the line breaks."""
    return bool(_MARK_AT_END.search(before)) and not _UNIT.match(after)
