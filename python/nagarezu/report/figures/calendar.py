"""Days on an axis: what a stated date covers, and years in both calendars."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nagarezu.languages import Lang
from nagarezu.resources import data

_DATE = re.compile(r"(FY)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Stated:
    """The first and the last day that a date of the case format can mean, as ordinals."""

    first: int
    last: int


def stated(date: str) -> Stated | None:
    """What `2019-11-05`, `2020-06` or `FY2019` covers; None for text of another form."""
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    fiscal, year, month, day = match[1], int(match[2]), match[3], match[4]
    try:
        if fiscal:
            return Stated(_ordinal(year, 4, 1), _ordinal(year + 1, 4, 1) - 1)
        if day:
            return Stated(
                _ordinal(year, int(month), int(day)), _ordinal(year, int(month), int(day))
            )
        if month:
            after = (year + 1, 1) if month == "12" else (year, int(month) + 1)
            return Stated(_ordinal(year, int(month), 1), _ordinal(*after, 1) - 1)
        return Stated(_ordinal(year, 1, 1), _ordinal(year, 12, 31))
    except ValueError:  # a year that no calendar has
        return None


def _ordinal(year: int, month: int, day: int) -> int:
    return datetime.date(year, month, day).toordinal()


@cache
def _eras() -> tuple[tuple[int, str, str, int], ...]:
    """First day, name, English name and offset of each era, the latest first."""
    for name, content in data("vocabulary"):
        if name == "eras.json":
            entries = json.loads(content)["entries"]
            return tuple(
                sorted(
                    (
                        (
                            datetime.date.fromisoformat(entry["start"]).toordinal(),
                            entry["label"]["ja"],
                            entry["label"]["en"],
                            entry["offset"],
                        )
                        for entry in entries
                    ),
                    reverse=True,
                )
            )
    raise FileNotFoundError("eras.json")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the axis with one name: a year, or the part of it in one era."""

    first: int
    last: int
    name: str


def years(first: int, last: int) -> Iterator[Stretch]:
    """Western years that touch the days from `first` to `last`, whole."""
    for year in range(_year(first), _year(last) + 1):
        yield Stretch(_ordinal(year, 1, 1), _ordinal(year, 12, 31), str(year))


def quarters(first: int, last: int) -> Iterator[tuple[int, int]]:
    """First day and month of each quarter of these years."""
    for year in range(_year(first), _year(last) + 1):
        for month in (1, 4, 7, 10):
            yield _ordinal(year, month, 1), month


def era_years(first: int, last: int, lang: Lang) -> Iterator[Stretch]:
    """Years of the Japanese calendar over the same years; a change of era splits its year."""
    for year in years(first, last):
        begins = sorted(start for start, *_ in _eras() if year.first < start <= year.last)
        edges = [year.first, *begins, year.last + 1]
        for start, end in pairwise(edges):
            yield Stretch(start, end - 1, _era_name(start, lang))


def _era_name(day: int, lang: Lang) -> str:
    for start, ja, en, offset in _eras():
        if start <= day:
            count = _year(day) - offset
            if lang == "en":
                return f"{en} {count}"
            return f"{ja}{'元' if count == 1 else count}年"
    return ""


def _year(day: int) -> int:
    return datetime.date.fromordinal(day).year
