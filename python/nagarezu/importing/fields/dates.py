"""Dates as Japanese papers print them: 和暦, western years, both, with the precision they have."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from nagarezu.importing.rules import vocabulary
from nagarezu.importing.rules.characters import fold

_N = r"(\d(?:[ ]?\d){0,3}|元)"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """`iso` is as a case file writes it: a day, a month, `FY2019`; empty for a year alone."""

    iso: str
    year: int
    month: int
    day: int
    start: int
    end: int
    printed: str
    era: str = ""
    carried: bool = False  # the year, or more, was taken over from an earlier date

    @property
    def precision(self) -> str:
        if self.iso.startswith("FY"):
            return "fiscal_year"
        return "day" if self.day else "month" if self.month else "year"


@cache
def _eras() -> dict[str, tuple[int, date]]:
    table: dict[str, tuple[int, date]] = {}
    for era in vocabulary("eras"):
        entry = (int(era["offset"]), date.fromisoformat(era["start"]))
        table[era["label"]["ja"]] = entry
        table[era["letter"]] = entry
    return table


_ERA = "明治|大正|昭和|平成|令和"
_LONG = re.compile(
    rf"(?:(?P<era>{_ERA})[ ]?{_N}|(?P<western>(?:1[89]|2[01]|[12][ ][089])[ ]?\d[ ]?\d))"
    rf"(?:[ ]?\([ ]?(?:(?:{_ERA})[ ]?{_N}[ ]?年?|\d{{4}}[ ]?年?)[ ]?\))?[ ]?年"
    rf"(?:[ ]?\([ ]?(?:(?:{_ERA})[ ]?{_N}[ ]?年|\d{{4}}[ ]?年)[ ]?\))?"
    rf"(?:(?P<fiscal>[ ]?度)|[ ]?(?P<month>\d[ ]?\d?)[ ]?月(?:[ ]?(?P<day>\d[ ]?\d?"
    rf")[ ]?日|(?P<end_of>末)日?)?)?"
)
_SHORT = re.compile(
    r"(?<![A-Za-z0-9])(?P<letter>[MTSHR])[ ]?(?P<year>\d{1,2}|元)[./](?P<month>\d{1,2}"
    r")(?:[./](?P<day>\d{1,2}))?(?![\d])"
)
_SLASHED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.\-](?P<month>\d{1,2})[/.\-](?P<day>\d{1,2})(?!\d)"
)
_PARTED = re.compile(r"\d[./-]\d|元[./]")
_PARTIAL = re.compile(
    r"(?P<rel>同年|翌年度?|同月|翌月|同)?(?P<rel2>(?<=翌)年)?[ ]?(?:(?P<month>\d[ ]?\d?)[ ]?"
    r"月)?[ ]?(?:(?P<day>\d[ ]?\d?)[ ]?日|(?P<end_of>末)日?)?"
)


def _number(text: str) -> int:
    text = text.replace(" ", "")
    return 1 if text == "元" else int(text)


def _iso(year: int, month: int, day: int) -> str | None:
    """None for a day that no calendar has."""
    if not month:
        return ""
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def dates(text: str) -> list[PrintedDate]:
    """Every date with a year of its own, in order; impossible days are none."""
    return list(_dates(text))


@lru_cache(maxsize=1 << 12)
def _dates(text: str) -> tuple[PrintedDate, ...]:
    """Several readers ask for the dates of one cell: they are looked for once."""
    folded = fold(text)
    found: list[PrintedDate] = []
    for match in _LONG.finditer(folded) if "年" in folded else ():
        read = _long(match, text)
        if read is not None:
            found.append(read)
    for pattern in (_SHORT, _SLASHED) if _PARTED.search(folded) else ():
        for match in pattern.finditer(folded):
            if any(each.start < match.end() and match.start() < each.end for each in found):
                continue
            read = _short(match, text)
            if read is not None:
                found.append(read)
    return tuple(sorted(found, key=lambda each: each.start))


def _long(match: re.Match[str], text: str) -> PrintedDate | None:
    era = match["era"] or ""
    if era:
        offset, _ = _eras()[era]
        year = _number(match.group(2)) + offset
    else:
        year = _number(match["western"])
    month = _number(match["month"]) if match["month"] else 0
    day = _number(match["day"]) if match["day"] else 0
    if match["end_of"] and 1 <= month <= 12:
        day = monthrange(year, month)[1]
    iso = f"FY{year}" if match["fiscal"] else _iso(year, month, day)
    if match["fiscal"] and match.string[match.end() :].lstrip(" ").startswith("末"):
        iso, year, month, day = f"{year + 1}-03-31", year + 1, 3, 31
    if iso is None or (year < 1873):
        return None
    return PrintedDate(
        iso, year, month, day, match.start(), match.end(), text[slice(*match.span())], era
    )


def _short(match: re.Match[str], text: str) -> PrintedDate | None:
    groups = match.groupdict()
    letter = groups.get("letter") or ""
    year = _number(groups["year"]) + (_eras()[letter][0] if letter else 0)
    month, day = int(groups["month"]), int(groups["day"] or 0)
    iso = _iso(year, month, day)
    if iso is None:
        return None
    return PrintedDate(
        iso, year, month, day, match.start(), match.end(), text[slice(*match.span())], letter
    )


def following(text: str, start: int, known: PrintedDate) -> PrintedDate | None:
    """A date that leaves its year, or year and month, to an earlier one: 同年9月."""
    match = _PARTIAL.match(fold(text), start)
    if match is None or not (
        match["month"] or (match["day"] and not match["end_of"]) or match["end_of"]
    ):
        return None
    rel = match["rel"] or ""
    year = known.year + (1 if rel.startswith("翌年") else 0)
    month = _number(match["month"]) if match["month"] else known.month
    if rel == "翌月" and known.month:
        year, month = year + known.month // 12, known.month % 12 + 1
    day = _number(match["day"]) if match["day"] else 0
    if match["end_of"] and month:
        day = monthrange(year, month)[1]
    iso = _iso(year, month, day)
    if not iso:
        return None
    return PrintedDate(
        iso,
        year,
        month,
        day,
        start,
        match.end(),
        text[start : match.end()].strip(),
        known.era,
        True,
    )


def impossible(text: str) -> list[str]:
    """What looks like a date and is none, such as 2月30日 with a year."""
    folded = fold(text)
    return [text[slice(*m.span())] for m in _LONG.finditer(folded) if _long(m, text) is None]
