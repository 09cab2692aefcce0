"""Dates as Japanese papers print them: 令和元（2019）年11月5日, 令和元（2019）年度."""

from __future__ import annotations

import json
import re
from functools import cache

from nagarezu.languages import Lang
from nagarezu.resources import data

_DATE = re.compile(r"(FY)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache
def _eras() -> tuple[tuple[str, str, int], ...]:
    """First day, name and offset (western year less era year) of each era, the latest first."""
    for name, content in data("vocabulary"):
        if name == "eras.json":
            entries = json.loads(content)["entries"]
            eras = ((e["start"], e["label"]["ja"], e["offset"]) for e in entries)
            return tuple(sorted(eras, reverse=True))
    raise FileNotFoundError("eras.json")


def date_text(date: str, lang: Lang) -> str:
    """Write a date of the case format for people; text of another form stands as it is.

    A month is named after the era of its first day; a fiscal year after the era of its
    1 October, so that FY2019, which began in 平成31年, is 令和元年度 as official papers call it.
    """
    match = _DATE.fullmatch(date)
    if match is None:
        return date
    fiscal, year, month, day = match.groups()
    if lang == "en":
        return f"fiscal {year}" if fiscal else date
    at = f"{year}-10-01" if fiscal else f"{year}-{month or '01'}-{day or '01'}"
    text = f"{_era_year(at, int(year))}年"
    if fiscal:
        return f"{text}度"
    text += f"{int(month)}月" if month else ""
    return text + (f"{int(day)}日" if day else "")


def _era_year(at: str, year: int) -> str:
    for start, name, offset in _eras():
        if start <= at:
            count = year - offset
            return f"{name}{'元' if count == 1 else count}（{year}）"
    return str(year)
