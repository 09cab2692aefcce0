"""How numbers and truth are written for people: 383,395–689,022人, 348,587人以上, 不詳, ○.

Data never pass through here; they keep plain numbers and null.
"""

from __future__ import annotations

from nagarezu.languages import Lang
from nagarezu.tables.words import unit_name

UNKNOWN = {"ja": "不詳", "en": "unknown"}
NOT_STATED = "-"  # no text: none, or the document does not give it


def number(value: int | float) -> str:
    """Digits with thousands separators; a fraction keeps at most four decimals."""
    if isinstance(value, int):
        return f"{value:,}"
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(value: float, lang: Lang) -> str:
    """A share as 56.7％."""
    return f"{value * 100:.1f}{unit_name('percent', lang)}"


def with_unit(text: str, unit: str | None, lang: Lang) -> str:
    name = unit_name(unit, lang)
    if not name:
        return text
    return f"{text}{name}" if lang == "ja" else f"{text} {name}"


def bounds(
    lower: float | None, upper: float | None, lang: Lang = "ja", unit: str | None = None
) -> str:
    """An interval of which either end may be unknown, with its unit."""
    if lower is None and upper is None:
        return UNKNOWN[lang]
    if lower is None:
        return _limited(number(upper or 0), unit, lang, "以下", "at most")
    if upper is None:
        return _limited(number(lower), unit, lang, "以上", "at least")
    if lower == upper:
        return with_unit(number(lower), unit, lang)
    return with_unit(f"{number(lower)}–{number(upper)}", unit, lang)


def _limited(text: str, unit: str | None, lang: Lang, ja: str, en: str) -> str:
    text = with_unit(text, unit, lang)
    return f"{text}{ja}" if lang == "ja" else f"{en} {text}"


def count(value: int | None, bound: str, lang: Lang = "ja", unit: str | None = None) -> str:
    """A stated count with its bound word: exact, at_least, at_most, unknown."""
    if value is None or bound == "unknown":
        return UNKNOWN[lang]
    lower = None if bound == "at_most" else value
    upper = None if bound == "at_least" else value
    return bounds(lower, upper, lang, unit)
