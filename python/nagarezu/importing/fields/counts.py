"""Counts: a number, its unit, how it bounds the true number, and as of when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from nagarezu.importing.fields.dates import dates
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold


@dataclass(frozen=True, slots=True)
class Count:
    """`value` is None where the print only says about how many; `near` is then what is printed."""

    value: int | None
    unit: str
    bound: str
    as_of: str
    start: int
    end: int
    printed: str
    rule: str
    near: int | None = None
    before: str = ""  # the words in front: what is counted


# Bounded, so that a line of nothing but numbers takes no time.
_DIGITS = r"\d(?:[ ]?,[ ]?\d|[ ]?\d){0,14}(?:\.\d{1,4})?"
_ONE = r"(?<![\d億万千百十数何一-九])[万千百](?=[ ]?人(?:以上|未満))"  # 千人以上1万人未満
_SCALES = {"億": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}


@cache
def _pattern() -> re.Pattern[str]:
    words = rules("counts")
    units = "|".join(
        sorted(
            (word for words_ in words["units"].values() for word in words_), key=len, reverse=True
        )
    )
    before = "(?:" + "|".join(words["before"]) + ")"
    after = "|".join(sorted(words["after"], key=len, reverse=True))
    return re.compile(
        rf"(?P<before>(?<![契予規条要節集制協誓特確]){before})?[ ]?(?<![\d.])"
        rf"(?P<number>{_DIGITS}(?:[ ]?[億万千百](?:[ ]?{_DIGITS})?){{0,3}}|{_ONE})[ ]?(?P<many>数?)"
        rf"(?P<unit>{units})(?P<after>{after})?"
    )


@cache
def _unit(word: str) -> str:
    for unit, words in rules("counts")["units"].items():
        if word in words:
            return str(unit)
    raise LookupError(word)


def number(printed: str) -> int | None:
    """348,587 · 1 0, 1 1 7 · 1万2千 · 1.5万; None if it is no whole number."""
    total, rest = 0.0, fold(printed).replace(" ", "").replace(",", "")
    rest = f"1{rest}" if rest in _SCALES else rest
    for part, scale in compiled(r"(\d+(?:\.\d+)?)([億万千百]?)").findall(rest):
        total += float(part) * _SCALES.get(scale, 1)
    return int(total) if total == int(total) else None


def counts(text: str) -> list[Count]:
    """Every count of persons, households or records; 年1回, 第3件 and the like are none."""
    folded = fold(text)
    if not compiled(r"\d|[万千百]人").search(folded):
        return []
    found: list[Count] = []
    matches = list(_pattern().finditer(folded))
    heading = _as_of_heading(folded) if matches else ""
    for match in matches:
        count = _count(match, text, folded, heading)
        if count is not None:
            same = _SAME_DAY.match(folded, match.end()) or _SAME_AHEAD.search(count.before)
            if not count.as_of and found and same:
                count = replace(count, as_of=found[-1].as_of)
            found.append(count)
    return _dated_together(found, folded)


def _dated_together(found: list[Count], folded: str) -> list[Count]:
    """2,846世帯 5,912人（…現在）: the date behind the second of two counts is that of both."""
    for at in range(len(found) - 2, -1, -1):
        count, after = found[at], found[at + 1]
        between = folded[count.end : after.start]
        if not count.as_of and after.as_of and not between.strip(" 、,・/"):
            found[at] = replace(count, as_of=after.as_of)
    return found


def _count(match: re.Match[str], text: str, folded: str, heading: str) -> Count | None:
    previous = folded[: match.start()].rstrip()[-1:]
    if previous in ("第", "/", "-", "(") and previous != "(":
        return None
    if folded[match.end() : match.end() + 1] in ("以内に", "目", "当", "つ"):
        return None
    if match["unit"] == "名" and compiled("[称前簿義宛札]").match(folded, match.end()):
        return None  # 1 名称
    each = _EACH.search(folded[max(match.start() - 12, 0) : match.start()])
    if each or _EACH_OF.match(folded, match.end()):  # 1人につき1件
        return None
    value = number(match["number"])
    if value is None:
        return None
    words = rules("counts")
    bound, rule, shift = "exact", "count", 0
    for word, table in ((match["before"], words["before"]), (match["after"], words["after"])):
        if word and _unit(match["unit"]) not in words["whole"].get(word, ()):
            bound, rule = table[word], "bound_word"
            shift = words["shift"].get(word, 0)
    line_end = folded.find("\n", match.end())
    tail = folded[match.end() : line_end if line_end >= 0 else None]
    below = _BELOW.match(folded, line_end) if line_end >= 0 and not tail.strip() else None
    tail = below.group().strip() if below else tail
    line_start = folded.rfind("\n", 0, match.start()) + 1
    lead = folded[line_start : match.start()]
    above = "" if lead.strip() else folded[:line_start].rstrip("\n").split("\n")[-1]
    if bound == "exact" and _LOOSELY.search(lead):
        bound, rule = "unknown", "bound_word"
    if bound == "exact" and compiled(words["open_after"]).search(
        tail[:40] + lead[-40:] + above[-40:]
    ):
        bound, rule = "at_least", "includes_future"
    exact = bound != "unknown"
    return Count(
        value + shift if exact else None,
        _unit(match["unit"]),
        bound,
        _as_of(tail, lead) or heading,
        match.start(),
        match.end(),
        text[slice(*match.span())].strip(),
        rule,
        None if exact else value,
        text[line_start : match.start()],
    )


# おおよそ大人5千人、子ども3千人: the word is said of all that the sentence counts
_LOOSELY = re.compile(r"(?:^|[。(])\s*(?:おおよそ|およそ|おおむね|概ね)(?=[^\d\s])[^。]*$")
_EACH = re.compile(r"(?:につき|当たり|あたり|ごとに)、?(?:約|各)?[ ]?$")
_EACH_OF = re.compile(r"につき|当たり|あたり|ごとに")
# 令和4年度 312件: a year that stands alone in front of its number
_DATED = re.compile(
    r"[ ]?(?:現在|時点|実績|末)|(?<=年度)(?:分|中|の?実績)?[: ]*$"
    r"|(?<=年度)[)]?の[^、,。()]{0,16}(?:実績|件数|人数|者数)(?:は|が|:)[、,]?[ ]*$"
)
# 対象者は、令和6年度に312人, 令和6年度における対象者は312人: the year that a clause begins with
_IN_YEAR = re.compile(
    r"(?<=年度)(?:[(][^()]{2,10}[)])?(?:には?、?|で、?|は、?|(?:における|の)[^、。,()\d]{2,24}(?:は|が)、?)"
    r"(?:延べ|のべ|約|合計)?[ ]*$"
)
# 令和6年度に申請した者 312人: they are counted over that time
_DONE_IN = re.compile(
    r"(?:[(][^()]{2,10}[)])?(?:中|の間)?に[^、。()]{2,40}[ただ](?:[一-龥]{0,6}(?:者|人|員|児童|生徒)|方|世帯|件)"
    r"[^、。()\d]{0,8}、?$"
)
_DAY = len("2024-04-01")
_SAME_DAY = re.compile(r"[ ]?[(（]?同(?:日|時点|上|年月日|月末)")
_SAME_AHEAD = re.compile(r"[(（]同(?:日|上)?(?:現在|時点)?[、, 　]*$")  # 生徒（同150人）
_BELOW = re.compile(r"\n[ ]*[(（][^()（）\n]{2,40}(?:現在|時点|実績|末|見込み?)[)）]")
_AS_OF = re.compile(
    r"^(?:である|です)?[)]?[ ]?[(（]?"
    r"(?P<inside>[^()（）]{0,40}?(?:現在|時点|実績|末|見込み?|当時)?)[)）]"
)


# 240人（…現在）であり、申請する者は310人: the day of what was counted in the clause before
_OF_ANOTHER = re.compile(
    r"^[^()]{0,8}\)(?:であり|であって|で|に対し|だが)、[^。()]{2,40}(?:は|が)、?$"
)
_FORECAST = re.compile(r"見込|予定|推計|想定|予測")


_ALONE = re.compile(r"[ 、,:]*$")  # （令和7年4月1日 9,214人）


def _as_of(tail: str, lead: str) -> str:
    """The date in brackets behind the number, or a date in front of it that is followed by 現在."""
    after = _AS_OF.match(tail)
    if after:
        found = dates(after["inside"])
        if _FORECAST.search(after["inside"]):  # for a year, and no state of a day
            found = [each for each in found if each.iso.startswith("FY")]
            return found[0].iso if found else ""
        if found:
            return found[0].iso
    within = lead.count("(") > lead.count(")")  # （1,436世帯。2023年（令和5年）5月1日現在）
    behind = compiled(r"[ ]?[\[【※]?[^。\n]{0,20}?(?:現在|時点)").match(tail) or (
        compiled(r"[ ]?[。、,;][^。\n]{0,40}?(?:現在|時点)").match(tail) if within else None
    )
    if behind and (found := dates(behind.group())):
        return found[0].iso
    ahead = [
        each
        for each in dates(lead)
        if not _OF_ANOTHER.search(lead[each.end :])
        if _DATED.match(lead, each.end)
        or _IN_YEAR.match(lead, each.end)
        or (len(each.iso) < _DAY and _DONE_IN.match(lead, each.end))
        or (
            len(each.iso) == _DAY
            and _ALONE.match(lead, each.end)
            and lead[: each.start][-1:] == "("
        )
    ]
    if ahead and _IN_YEAR.match(lead, ahead[-1].end):
        return ahead[-1].iso
    days = [each for each in ahead if len(each.iso) == _DAY]  # before a year in which they did it
    return (days or ahead)[-1].iso if ahead else ""


def _as_of_heading(folded: str) -> str:
    """対象者数（令和元年9月1日時点）: the date of all counts below, if the first line has one."""
    for line in folded.split("\n"):
        if _pattern().search(line):
            continue
        found = _dated_line(line)
        if found:
            return found
    return ""


def _dated_line(first: str) -> str:
    found = [
        each
        for each in dates(first)
        if compiled(r"[ ]?(?:現在|時点|実績|末)").match(first[each.end :])
    ]
    return found[0].iso if found else ""
