"""The numbers that a word processor prints before the paragraphs of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANA
from nagarezu.opening.package import Package, attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ"
    "ケフコエテアサキユメミシヱヒモセスン"
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CYCLES = {
    "aiueo": _HALF,
    "aiueoFullWidth": KANA,
    "irohaFullWidth": _IROHA,
    "iroha": _IROHA,
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
}
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # where symbol fonts keep their bullets


class Level(NamedTuple):
    start: int
    format: str
    text: str
    suffix: str
    legal: bool


_NO_LEVEL = Level(1, "none", "", "nothing", False)


def written(number: int, kind: str) -> str:
    """A number of a list in one of the formats of Word; a format we do not know counts 1, 2, 3."""
    if kind in ("none", "bullet") or number < 0:
        return ""
    if kind in _CYCLES and number > 0:
        signs = _CYCLES[kind]
        return signs[(number - 1) % len(signs)] * ((number - 1) // len(signs) + 1)
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 780:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if kind == "upperLetter" else text
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 400:
        return _roman(number).upper() if kind == "upperRoman" else _roman(number)
    if kind in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate(_WIDE)
    if kind in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number <= 50:
        return _circled(number)
    if kind == "decimalEnclosedParen" and 0 < number <= 20:
        return chr(ord("⑴") + number - 1)
    if kind == "decimalEnclosedFullstop" and 0 < number <= 20:
        return chr(ord("⒈") + number - 1)
    if kind in ("japaneseCounting", "chineseCounting", "taiwaneseCounting") and number < 100:
        return _kanji(number)
    if kind in ("ideographDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text


def _circled(number: int) -> str:
    if number <= 20:
        return chr(ord("①") + number - 1)
    return chr(ord("㉑") + number - 21) if number <= 35 else chr(ord("㊱") + number - 36)


def _kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


class Numbers:
    """Counts the lists of a document. Lists of one abstract definition share their counters."""

    def __init__(self, package: Package, part: str) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, tuple[str, dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if part in package.names:
            for element in package.tree(part):
                name = local(element)
                if name == "abstractNum":
                    self._abstract[attribute(element, "abstractNumId")] = _levels(element)
                elif name == "num":
                    self._links[attribute(element, "numId")] = _link(element)

    def next(self, number: str, depth: int) -> str:
        """The printed number of the next paragraph of a list, with the blank behind it."""
        if number not in self._links:
            return ""
        abstract, overrides = self._links[number]
        levels = self._abstract.get(abstract, {})
        level = levels.get(depth, _NO_LEVEL)
        counters = self._counters.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for overridden, start in overrides.items():
                counters[overridden] = start - 1
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [key for key in counters if key > depth]:
            del counters[deeper]
        return _text(level, levels, counters) + ("" if level.suffix == "nothing" else " ")


def _text(level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
    if level.format == "bullet":
        return _PRIVATE.sub("・", level.text)

    def shown(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        other = levels.get(depth, _NO_LEVEL)
        kind = "decimal" if level.legal else other.format
        return written(counters.get(depth, other.start), kind)

    return compiled(r"%([1-9])").sub(shown, level.text)


def _levels(abstract: Element) -> dict[int, Level]:
    found = {}
    for element in abstract:
        if local(element) == "lvl":
            parts = {local(part): attribute(part, "val") for part in element}
            found[_whole(attribute(element, "ilvl"))] = Level(
                _whole(parts.get("start", "1"), 1),
                parts.get("numFmt", "decimal"),
                parts.get("lvlText", ""),
                parts.get("suff", "tab"),
                "isLgl" in parts,
            )
    return found


def _link(number: Element) -> tuple[str, dict[int, int]]:
    abstract, overrides = "", {}
    for element in number:
        if local(element) == "abstractNumId":
            abstract = attribute(element, "val")
        elif local(element) == "lvlOverride":
            for part in element:
                if local(part) == "startOverride":
                    depth = _whole(attribute(element, "ilvl"))
                    overrides[depth] = _whole(attribute(part, "val"), 1)
    return abstract, overrides


def _whole(text: str, other: int = 0) -> int:
    return int(text) if compiled(r"[0-9]{1,9}").fullmatch(text) else other
