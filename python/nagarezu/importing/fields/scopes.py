"""Scope and purpose: whether those whom a document covers are more than its purpose speaks of.

Three things tell it in words: ages, everybody against some, and a condition that the scope leaves
open though the purpose makes it. Anything less certain is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from nagarezu.importing.fields.grades import grades
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold

_OLDEST = 150
_LONGEST_CONDITION = 24  # characters in front of an age that are told with it
_SLIP = 1  # year: 6歳 and 小学校に入学する者 may be the same persons
_AGE = re.compile(
    r"満?(?P<a>[0-9]{1,3})歳"
    r"(?:(?P<rel>以上|以下|未満|まで|を超える|から|以降|[~-])|(?P<year>に達する(?:日以後)?[^、。]{0,12}年度末|"
    r"に達する日以後の最初の3月31日|になる年度)|(?P<at>に達する|に達した|に到達する|になる|となる|を迎える|の(?=者|人|方|市民|児童)))?"
    r"(?:(?:の者)?(?:で|かつ)?、?満?(?P<b>[0-9]{1,3})歳(?P<end>以下|未満|まで|に達する)?)?"
)


class Ages(NamedTuple):
    """Years from and to, both included, and where they are printed."""

    first: int
    last: int
    start: int
    end: int


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Half width without blanks, as the patterns are written."""
    return compiled(r"\s+").sub("", fold(text))


@lru_cache(maxsize=1 << 12)
def ages(text: str) -> tuple[Ages, ...]:
    """Every age or range of ages that a plain text prints, in numbers or in words."""
    numbers = _AGE.finditer(text) if "歳" in text else ()
    found = [made for match in numbers if (made := _numbers(match)) is not None]
    found.extend(Ages(*each) for each in grades(text))
    for words, first, last in _age_words():
        for match in words.finditer(text):
            if not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(Ages(first, last, *match.span()))
    return tuple(found)


def _numbers(match: re.Match[str]) -> Ages | None:
    a, span = int(match["a"]), match.span()
    if match["b"] and match["rel"] in ("以上", "から", "~", "-", "を超える"):
        return Ages(a, int(match["b"]) - (match["end"] == "未満"), *span)
    if match["year"]:
        return Ages(0, a, *span)
    if match["at"]:
        return Ages(a, a, *span)
    if match["rel"] in ("以上", "を超える", "以降"):
        return Ages(a, _OLDEST, *span)
    if match["rel"] in ("以下", "まで", "未満"):
        return Ages(0, a - (match["rel"] == "未満"), *span)
    return None


@cache
def _age_words() -> list[tuple[re.Pattern[str], int, int]]:
    return [
        (re.compile(rule["words"]), int(rule["from"]), int(rule["to"]))
        for rule in rules("scopes")["ages"]
    ]


def narrower(purpose: str, scope: str, beside: str = "") -> str:
    """The words of a purpose that speak of fewer than the scope covers; empty if none do.

    `scope` is the name of a group, `beside` all that its cell or section says.
    """
    purpose, scope, beside = plain(purpose), plain(scope), plain(beside or scope)
    return (
        _by_age(purpose, scope)
        or _by_everybody(purpose, scope, beside)
        or _by_some_of_them(purpose, scope, beside)
        or _by_school(purpose, scope)
        or _by_condition(purpose, beside)
    )


def _by_age(purpose: str, scope: str) -> str:
    meant, covered = ages(purpose), ages(scope)
    anybody = (rules("scopes")[name] for name in ("residents", "users"))
    if not covered and any(compiled(words).fullmatch(_without_all(scope)) for words in anybody):
        covered = (Ages(0, _OLDEST, 0, 0),)
    if not meant or len(covered) != 1:
        return ""
    wide = covered[0]
    for first, last in _together(meant):
        if first - _SLIP <= wide.first and wide.last <= last + _SLIP:
            return ""
    within = [each for each in meant if each.first <= wide.last and wide.first <= each.last]
    return _phrase(purpose, within[0]) if within else ""


def _together(found: Iterable[Ages]) -> list[tuple[int, int]]:
    """Ranges that overlap or touch as one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((each.first, each.last) for each in found):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _phrase(text: str, age: Ages) -> str:
    """From the condition in front of an age to the persons behind it."""
    begin = max(text.rfind(mark, 0, age.start) for mark in "、。は") + 1
    begin = begin if age.start - begin <= _LONGEST_CONDITION else age.start
    behind = re.compile(rf"[^、。]{{0,16}}?{rules('scopes')['persons']}").match(text, age.end)
    return text[begin : behind.end() if behind else age.end]


_AGED = r"(?:満?[0-9]{1,3}歳(?:以上|以下|未満|まで)の)?(?:[市区町村]内の?)?[市区町村]?"
_ALL = re.compile(
    r"(?:すべて|全て|全)の|全(?=世帯|住民|[市区町村]民|戸)|の?(?:全員|全て|すべて|全部)$"
)


def _without_all(scope: str) -> str:
    told = compiled(r"[(][^()]*[)]$").sub("", scope)
    return _ALL.sub("", told)


def _by_everybody(purpose: str, scope: str, beside: str) -> str:
    words = rules("scopes")
    everybody = compiled(words["everybody"]).search(scope) or (
        scope in beside and compiled(words["everybody"]).search(beside)
    )
    aged = bool(ages(scope))
    unqualified = rf"{_AGED if aged else ''}(?:{words['residents']}|{words['persons']})"
    if not everybody or not compiled(unqualified).fullmatch(_without_all(scope)):
        return ""
    some = rf"(?:{words['narrow']})[^、。]{{0,12}}?(?:{words['persons']}|もの)"
    some = rf"{some}|{words['told_of']}{words['persons']}"
    match = compiled(rf"[^、。は]{{0,24}}?(?:{some}|{words['asked_for']})").search(purpose)
    if match is None or compiled(words["everybody"]).search(purpose):
        return ""
    if aged and ages(purpose):  # compared by their ages
        return ""
    return match.group()


_OF_KIND = (
    r"(?P<kind>受講|利用|使用|参加|応募|申請|申込|登録|加入|受診|購読|来館|来場|入居|入所|通園|通学|契約|出店|受給)(?:者|人|世帯)"
    r"|(?P<who>児童|生徒|園児|学生|職員|団員|会員|組合員|保護者|世帯|住民|[市区町村]民)"
)
_GROUP = "(?:職員|会員|団員|組合員|児童|生徒|園児|学生|利用者|使用者|受講者|登録者|加入者)"
_EVERY_ONE = re.compile(f"(?:全|すべての|全ての){_GROUP}|{_GROUP}の?全員")
_MORE_THAN_ONE = re.compile("[、・。]|及び|並びに|又は")


def _by_some_of_them(purpose: str, scope: str, beside: str) -> str:
    """65歳以上の受講者に案内するため beside 講習を受講したすべての者: some of all those.

    Only where the purpose tells of one thing: in another clause it may mean them all.
    """
    words = rules("scopes")
    told = f"{scope} {beside}"
    everybody = _EVERY_ONE.search(told) or compiled(words["everybody"]).search(told)
    if not everybody or ages(scope):
        return ""
    some = rf"(?:満?[0-9]{{1,3}}歳(?:以上|以下|未満|まで)の|(?:{words['narrow']}))[^、。]{{0,8}}?"
    match = compiled(rf"[^、。は]{{0,12}}?(?P<some>{some})(?:{_OF_KIND})").match(purpose)
    if match is None or _MORE_THAN_ONE.search(purpose[match.end() :]):
        return ""
    whose = match["kind"] or match["who"]
    return match.group() if whose in scope and match["some"] not in scope else ""


_SCHOOL_KINDS = r"小学校|中学校|高等学校|特別支援学校|幼稚園|保育所|保育園|認定こども園"
_AT_SCHOOL = re.compile(
    rf"(?P<kind>{_SCHOOL_KINDS})(?:に(?:在[籍学園]|通[学園])(?:する|している)|に通う|の)"
    r"(?:児童|生徒|園児|幼児|者)"
)


def _by_school(purpose: str, scope: str) -> str:
    """A purpose that names the pupils of one kind of school, and a scope with those of more."""
    meant = _AT_SCHOOL.search(purpose)
    covered = {match["kind"] for match in _AT_SCHOOL.finditer(scope)}
    if meant is None or not {meant["kind"]} < covered:
        return ""
    named = set(compiled(_SCHOOL_KINDS).findall(purpose))
    return meant.group() if named == {meant["kind"]} else ""


def _by_condition(purpose: str, beside: str) -> str:
    for condition in rules("scopes")["conditions"]:
        left_open = compiled(
            rf"(?:{condition['about']})(?:等)?(?:{rules('scopes')['open']})"
        ).search(beside)
        asked = compiled(condition["asked"]).search(purpose) if left_open else None
        if asked is not None:
            return _phrase(purpose, Ages(0, 0, *asked.span()))
    return ""


_GRAMS = re.compile(r"(?=([一-龥々]{2}|[ァ-ヶー]{3}))")
_THING = re.compile(
    r"^(?P<thing>[^、。をにがへの]{2,20})(?:を|に|の|へ|が)、?(?P<act>[^、。を]{2,16})[者人]$"
)
_TOLD = 2  # pairs of characters of a group that a purpose has as well


def unrelated(label: str, told: str) -> bool:
    """文学講座を受講した者: of an event or a house of which nothing that is `told` speaks."""
    group = _THING.match(_without_all(plain(label)))
    if group is None or not compiled(rules("scopes")["own_acts"]).search(group["act"]):
        return False
    words = group["thing"]
    apart = _grams(words + group["act"]).isdisjoint(_grams(plain(told)))
    return apart and bool(compiled(rules("scopes")["own_things"]).search(words))


def related(label: str, purpose: str) -> bool:
    """Whether a purpose that is not a general one speaks of what a group is called by."""
    if compiled(rules("scopes")["general_purpose"]).search(purpose):
        return False
    return len(_grams(plain(label)) & _grams(plain(purpose))) >= _TOLD


def _grams(text: str) -> set[str]:
    return set(_GRAMS.findall(text))
