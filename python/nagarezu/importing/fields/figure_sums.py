"""Sums of the figures of one cell: a total with its parts, a whole with what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields.figures import Figure, figures
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_PARTS = re.compile(
    r"[ ]?(?:\([^()]*(?:現在|時点)\))?(?:である|です|だ)?[ 、。]*(?:\((?!うち)"
    r"|の?\(?(?P<named>内訳)\)?(?:は|:|として)?[、 ]*"
    r"|\(?(?P<among>(?:この|その|の)?うち)[、:]?[ ]*"
    r"|(?P<told>で、)(?=[^、。()\d]{2,16}\d[\d,]*(?:人|世帯|件)(?:、|と|及び)))"
)


def sums(found: list[Figure]) -> Iterator[Figure]:
    """Totals of one cell whose parts stand in brackets, as 内訳, or in front of them."""
    for at, total in enumerate(found):
        text = fold(total.passage.text)
        opened = _PARTS.match(text, total.end)
        if opened and total.bound == "exact" and not total.total:
            end = _end_of_parts(text, opened)
            parts = [each for each in found[at + 1 :] if each.start < end]
            loose = bool(opened["told"] or (opened["among"] or "").startswith("の"))
            among = bool(opened["among"])
            if _parts(total, parts, named=bool(opened["named"]), among=among, loose=loose):
                yield total
        elif total.total:
            begin = text.rfind("\n", 0, total.start) + 1
            parts = [e for e in found[:at] if e.start >= begin and e.unit == found[at - 1].unit]
            parts = _since_last_total(parts) or _lines_above(found[:at], text, begin)
            if _parts(total, parts, named=True):
                yield total


def _lines_above(found: list[Figure], text: str, begin: int) -> list[Figure]:
    """The figures of the lines right above, one a line; or all of the one line above."""
    if begin == 0:
        return []
    line = text.rfind("\n", 0, begin - 1) + 1
    beside = [each for each in found if line <= each.start < begin]
    if len(beside) > 1:
        return beside if not any(each.total or each.whole for each in beside) else []
    parts: list[Figure] = []
    for each in reversed(found):
        line = text.rfind("\n", 0, each.start) + 1
        if each.total or text.count("\n", line, begin) != 1:
            break
        parts.append(each)
        begin = line
    return parts[::-1]


def parts_of(passage: Passage) -> list[tuple[int, int]]:
    """Where the parts of totals stand in a cell: they count no whole group."""
    return [(part.start, part.end) for total in sums(figures(passage)) for part in total.parts]


def _since_last_total(parts: list[Figure]) -> list[Figure]:
    for at in range(len(parts) - 1, -1, -1):
        if parts[at].total or parts[at].parts:
            return parts[at + 1 :]
    return parts


def _end_of_parts(text: str, opened: re.Match[str]) -> int:
    """Where the bracket closes, or the sentence ends."""
    depth = int(opened.group().count("(") > opened.group().count(")"))
    for offset in range(opened.end(), len(text)):
        depth += (text[offset] == "(") - (text[offset] == ")")
        if depth < 0 or (depth == 0 and text[offset] in ")。\n"):
            return offset
    return len(text)


def _parts(
    total: Figure, parts: list[Figure], *, named: bool, among: bool = False, loose: bool = False
) -> bool:
    """Whether parts are all of a total: each named, of one unit, and no examples.

    `loose` parts may overlap (のうち…、…): a slip of two digits tells that they are all.
    """
    parts = [each for each in parts if not each.total]
    if len(parts) < 2 or len({each.unit for each in parts}) > 1:
        return False
    if any(each.bound != "exact" or not each.lead.strip() for each in parts):
        return False
    if any(compiled(r"等$|など|ほか|うち").search(each.lead) for each in parts[1:]):
        return False
    if any(each.as_of and total.as_of and each.as_of != total.as_of for each in parts):
        return False
    whole = sum(each.value for each in parts)
    off = abs(whole - total.value)
    if total.unit != parts[0].unit and off:
        return False
    slip = off % 9 == 0 and off * 10 <= total.value
    if off and ((loose and not slip) or (among and not (whole > total.value or slip))):
        return False
    if not named and off > max(2, total.value // 4):
        return False
    total.parts = parts
    for each in parts:
        each.whole = total
    return True


def rest(found: list[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """18,460人のうち…5,980人を除く12,480人: whole, part and what is left."""
    for whole, part, left in zip(found, found[1:], found[2:], strict=False):
        text = fold(left.passage.text)
        among = "うち" in text[whole.end : part.start] or "から" in text[whole.end : part.start]
        behind = compiled(r"を(?:除|差し引|控除)[^、。\d]{0,8}$").match(text[part.end : left.start])
        exact = whole.bound == part.bound == left.bound == "exact"
        within = whole.value >= part.value  # else a figure was broken: 18, at the end of a line
        if among and behind and exact and within and whole.unit == part.unit == left.unit:
            yield whole, part, left


def without_parts(text: str) -> str:
    """268人（名義人131人、同居者137人） without the numbers of its parts."""
    parts = parts_of(Passage(text))
    if not parts:
        return text
    before = text[: parts[0][0]]
    lead = _BREAKDOWN.search(before) or compiled(
        r"[ 　、。]*[(（]?(?:内訳|うち)?[^()（）。\d]*$"
    ).search(before)
    start = lead.start() if lead else parts[0][0]
    opened = bool(compiled("[(（]").search(before, start))  # else the bracket holds a date, too
    tail = compiled(r"[)）]").match(text[parts[-1][1] :]) if opened else None
    return text[:start] + text[parts[-1][1] + (tail.end() if tail else 0) :]


_BREAKDOWN = re.compile(
    r"(?:[ 　]*[(（]|[。、])(?:その|うち)?内訳(?:は|として|[：:])?、?[^()（）]*$"
)
