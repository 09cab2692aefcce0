"""Grades of schools as ages: 小学校の1年生から3年生まで, 中学校第3学年, 小中学校の全学年.

A grade that names no school is one of the school named last before it; a range alone is one of
elementary school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.rules import compiled, rules

_KINDS = {
    "小": (6, 6),
    "中": (12, 3),
    "高": (15, 3),
}  # age before the first grade, number of grades
_SCHOOL = r"(?:小学校?|中学校?|高等学校|高校|(?<![一-龥])[小中高](?=[1-6１-６]))"
_YEAR = r"(?:年生|学年)"
_RANGE = re.compile(
    rf"(?:(?P<school>{_SCHOOL})[^、。0-9]{{0,10}}?)?第?(?P<a>[1-6])(?:年生?|学年)?(?:から|~|-)"
    rf"(?:(?P<other>{_SCHOOL})の?)?第?(?P<b>[1-6])(?:{_YEAR}|(?<=[小中高][1-6]))"
)
_SOME = re.compile(
    rf"(?:(?P<school>{_SCHOOL})[^、。0-9]{{0,10}}?)?第?(?P<a>[1-6](?:[・、][1-6])*)"
    rf"(?:{_YEAR}|(?<=[小中高][1-6]))の?(?P<rel>以上|以下)?"
)
_PART = re.compile(r"(?P<school>小学校)[^、。0-9]{0,10}?(?P<part>低|中|高)学年")
_PARTS = {"低": (1, 3), "中": (3, 4), "高": (4, 6)}


def grades(text: str) -> list[tuple[int, int, int, int]]:
    """First and last age, start and end, of all grades of a plain text."""
    found: list[tuple[int, int, int, int]] = []
    counted = (*_ranges(text), *_some(text)) if compiled("[1-6]").search(text) else ()
    for first, last, start, end in (*counted, *_parts(text), *_whole(text)):
        if not any(s < end and start < e for _, _, s, e in found):
            found.append((first, last, start, end))
    return sorted(found, key=lambda each: each[2])


def _kind(school: str | None, before: str) -> str:
    """小 of 小学校, or of the last school before; empty if there is none."""
    named = school or next(iter(compiled(_SCHOOL).findall(before)[::-1]), "")
    return named[:1]


def _age(kind: str, grade: int) -> int:
    return _KINDS[kind][0] + grade


def _ranges(text: str) -> Iterator[tuple[int, int, int, int]]:
    for match in _RANGE.finditer(text):
        kind = _kind(match["school"], text[: match.start()]) or "小"
        first = _age(kind, int(match["a"]))
        last = _age((match["other"] or kind)[:1], int(match["b"]))
        if first <= last:
            yield first, last, *match.span()


def _some(text: str) -> Iterator[tuple[int, int, int, int]]:
    """1年生, 1・2年生, 4年生以上: from the first to the last that is named."""
    for match in _SOME.finditer(text):
        kind = _kind(match["school"], text[: match.start()])
        if not kind:
            continue
        told = [int(each) for each in compiled("[1-6]").findall(match["a"])]
        first = 1 if match["rel"] == "以下" else min(told)
        last = _KINDS[kind][1] if match["rel"] == "以上" else max(told)
        yield _age(kind, first), _age(kind, last), *match.span()


def _parts(text: str) -> Iterator[tuple[int, int, int, int]]:
    for match in _PART.finditer(text):
        first, last = _PARTS[match["part"]]
        yield _age("小", first), _age("小", last), *match.span()


def _whole(text: str) -> Iterator[tuple[int, int, int, int]]:
    """小学校及び中学校の全学年: every grade of all schools that are named."""
    if not compiled(rules("scopes")["needs"]["pupils"]).search(text):
        return
    for match in compiled(rules("scopes")["pupils"]).finditer(text):
        kinds = "".join(
            compiled(r"[小中高](?=・?[小中高]?(?:学校?|等学校|校))").findall(match["schools"])
        )
        if kinds:
            yield (
                min(_KINDS[kind][0] for kind in kinds),
                max(sum(_KINDS[kind]) for kind in kinds),
                *match.span(),
            )
