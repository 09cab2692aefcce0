"""Spans: when something is done, as any sentence, bracket or row tells it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nagarezu.importing.fields.dates import PrintedDate, dates, following
from nagarezu.importing.fields.periods import day_after
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold


@dataclass(slots=True)
class Span:
    """`first` and `last` are days or months, empty where nothing is said; `said` is its clause."""

    first: str
    last: str
    printed: str
    said: str
    passage: Passage
    sentence: str = ""


def earliest(iso: str) -> str:
    """The first day that a date may mean: 2027-01 from its first day."""
    return f"{iso}-01" if iso.count("-") == 1 else iso


def latest(iso: str) -> str:
    """The last day that a date may mean."""
    if iso.count("-") != 1:
        return iso
    year, month = (int(part) for part in iso.split("-"))
    return f"{iso}-{monthrange(year, month)[1]:02}"


_ABOUT = r"(?:末日?|上旬|中旬|下旬|頃)?"
_TO = re.compile(rf"{_ABOUT}[ ]?(?:\([^()]{{1,12}}\))?[ ]?(?:から|より|~|-|→)[ ]?")
_UNTIL = re.compile(
    rf"{_ABOUT}[ ]?(?:\([^()]{{1,12}}\))?[ ]?(?:の?[^、。()]{{0,8}}?終了)?"
    r"(?:分|の[^、。()\d]{1,8}?)?(?:まで|迄|を期限|をもって|に?(?:終え|終わ|終了|完了))"
)
_SINCE = re.compile(
    rf"{_ABOUT}(?:の[^、。()\d]{{0,8}}?)?分?\s*(?:\([^()]{{1,12}}\))?(?:から|より|以降|に?(?:始め|始ま|開始|稼働|着手))"
)
_BEGINS = re.compile(r"(?:開始|着手|稼働)(?:日|時期)?(?:は|:|を|[ ]*$)")


def spans(passage: Passage) -> Iterator[Span]:
    """Every stretch of time, or single date, of a text in its order."""
    text = fold(passage.text)
    if not compiled(r"\d[ ]?年|\d{4}[./-]\d").search(text):
        return
    found = [_month_of_year(each, text) for each in dates(passage.text)]
    found = [each for each in found if each.month]
    end = -1
    for each in found:
        if each.start < end:
            continue
        span, end = _span(each, found, passage, text)
        yield span


_MONTH = re.compile(r"[のは、]{0,2}[ ]?(?P<month>1[0-2]|[1-9])月(?![間分])")


def _month_of_year(date: PrintedDate, text: str) -> PrintedDate:
    """令和10年度の7月: a month of a fiscal year, which begins in April."""
    month = _MONTH.match(text, date.end) if date.iso.startswith("FY") else None
    if month is None:
        return date
    year, number = date.year + (int(month["month"]) < 4), int(month["month"])
    iso = f"{year:04}-{number:02}"
    printed = text[date.start : month.end()]
    return replace(date, iso=iso, year=year, month=number, day=0, end=month.end(), printed=printed)


_NO_YEAR = re.compile(
    r"(?<![\d年度月翌毎同前./-])[ ]?(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|3[01]|[1-9])日"
)


def beside(term: Span) -> Iterator[Span]:
    """Days without a year in the text of a term, in which no year puts them: 納品は4月20日."""
    text = fold(term.passage.text)
    years = range(int(term.first[:4]), int(term.last[:4]) + 1)
    stated = [(each.start, each.end) for each in dates(term.passage.text)]
    for match in _NO_YEAR.finditer(text):
        front = _between(text, match.start(), match.end(), "。\n、,()")[: match.start()]
        if any(start < match.end() and match.start() < end for start, end in stated):
            continue
        if compiled(r"毎年|年度|翌|前年|同年|[~-]|から[ ]?$").search(front.split(match.group())[0]):
            continue
        iso = f"-{int(match['month']):02}-{int(match['day']):02}"
        if not any(earliest(term.first) <= f"{y}{iso}" <= latest(term.last) for y in years):
            day = f"{years[-1]}{iso}"
            said = _said(text, match.start(), match.end())
            sentence = _between(text, match.start(), match.end(), "。\n")
            yield Span(day, day, match.group().strip(), said, term.passage, sentence)


def _span(
    begin: PrintedDate, found: list[PrintedDate], passage: Passage, text: str
) -> tuple[Span, int]:
    first, last, stop = _day(begin), _day(begin), begin.end
    joint = _TO.match(text, stop)
    second = None
    if joint:
        second = next((each for each in found if each.start == joint.end()), None)
        second = second or following(passage.text, joint.end(), begin)
    if second is not None and second.month:
        last, stop = _day(second), second.end
    elif then := day_after(text, stop, begin):
        last, stop = then
    elif _UNTIL.match(text, stop):
        first = ""
    elif _SINCE.match(text, stop) or (
        _BEGINS.search(_front(text, begin.start)) and not _behind_another(begin, found, text)
    ):
        last = ""
    sentence = _between(text, begin.start, stop, "。\n")
    printed = passage.text[begin.start : stop].strip()
    return Span(first, last, printed, _said(text, begin.start, stop), passage, sentence), stop


_NEARER = re.compile(r"(?P<front> *)[^ \n]+(?P<back> +)")


def _behind_another(date: PrintedDate, found: list[PrintedDate], text: str) -> bool:
    """令和7年8月 検針の開始　　令和8年5月 …: the words in front are nearer to the date before."""
    before = max((each.end for each in found if each.end <= date.start), default=-1)
    words = _NEARER.fullmatch(text, before, date.start) if before >= 0 else None
    return words is not None and len(words["front"]) < len(words["back"])


def _said(text: str, start: int, stop: int) -> str:
    """The clause of a date, within its bracket; with the one in front if it begins with it."""
    opened = max(text.rfind("(", 0, start), text.rfind("\n", 0, start))
    inside = opened >= 0 and text[opened] == "(" and ")" not in text[opened:start]
    marks = "。\n、,()" if inside else "。\n、,"
    said = _between(text, start, stop, marks)
    before = text[: start - (len(said) - len(said.lstrip()))].rstrip()
    if said.strip().startswith(text[start:stop][:4]) and before.endswith(("、", ",")):
        said = _between(text, len(before) - 1, len(before) - 1, marks) + "、" + said
    if inside and not compiled(r"[一-龥]{2,}").search(
        compiled(r"(?:令和|平成)?[\d元]+年|月|日|末").sub("", said)
    ):
        front = compiled(r"[。\n、,()]").split(text[:opened])[
            -1
        ]  # システムの監視（令和12年9月30日まで）
        return f"{front}({said}"
    if inside:
        return said
    return compiled(r"\([^()]*\)").sub("", said)


def _front(text: str, start: int) -> str:
    """The words in front of a date on its own line: 検針の開始 above it has a date of its own."""
    return text[max(start - 10, text.rfind("\n", 0, start) + 1, 0) : start]


def _day(date: PrintedDate) -> str:
    return "" if date.iso.startswith("FY") else date.iso


def _between(text: str, start: int, stop: int, marks: str) -> str:
    begin = max(text.rfind(mark, 0, start) for mark in marks) + 1
    ends = [at for mark in marks if (at := text.find(mark, stop)) >= 0]
    return text[begin : min(ends, default=len(text))]


_BY_PARTNER = re.compile(
    r"[\s、:に]*(?:受託(?:事業)?者|受注者|委託(?:先|事業者))(?:が|は|による|において)"
)


def of_work(span: Span, label: str = "") -> bool:
    """Whether it is a time of work: none of a record, a law, a decision or what was done before."""
    words = rules("spans")
    label = fold(label)[:20] if len(label) < 40 else ""
    rest = label + fold(span.said).replace(fold(span.printed), " ")
    bound = span.first != span.last
    said = fold(span.said).strip()
    front = said.startswith(fold(span.printed)[:4])
    if front and compiled(words["done_on"]).match(said.replace(fold(span.printed), "", 1)):
        front = False  # 再案内（3月13日に発送）
    if front and _BY_PARTNER.match(said, len(fold(span.printed).strip())):
        front = False  # 令和8年5月 受託者が集計
    if not compiled(r"[一-龥ァ-ヶ]{2,}").search(rest) or (front and not bound):
        return False
    return not compiled(words["other"]).search(label + span.said) and not compiled(
        words["past"]
    ).search(span.said)


def of_contract(label: str) -> bool:
    """Whether a label, or the words in front of a period, name the term of a contract."""
    plain = compiled(r"\s").sub("", fold(label))
    return bool(compiled(rules("spans")["contract"]).search(plain))


def of_link(label: str) -> bool:
    """Whether a label names the term of a link between computers."""
    return bool(compiled(rules("spans")["link"]).search(compiled(r"\s").sub("", fold(label))))
