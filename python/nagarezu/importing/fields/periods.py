"""Periods: から…まで, ～, one end only; a year left out is carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nagarezu.importing.fields.dates import PrintedDate, dates, following
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy, without_brackets

_TO = re.compile(  # 契約の日（令和8年7月1日予定）から
    r"[ ]?(?:\([^()]{1,12}\)|(?:を?予定|見込み?)?\))?[ \n]?"
    r"(?:から|より|~|-|→)[ \n]?(?:\([^()]{1,12}\))?[ ]?"
)
_NEXT_DAY = re.compile(r"[ ]?(?:及び|と|・|、)[ ]?(?P<day>\d{1,2})[ ]?日(?!間|前|後|以)")
_FROM_ONLY = re.compile(r"[ ]?(?:\([^()]{1,12}\))?[ ]?(?:から|以降|より|~|以後)")
_UNTIL = re.compile(r"[ ]?(?:\([^()]{1,12}\))?[ ]?(?:まで|迄|を期限|限り|をもって終了)")
_RENEWED = re.compile(
    r"次年度以降|翌年度以降|毎年度|自動更新|以後も同様|年度ごとに更新|以降も[、,]?同様|自動延長"
)
_YEARLY = re.compile(r"(?:毎年|各年|例年)度?[^、。\n]{0,8}$")  # 毎年6月 is of no one year
_FURTHER_YEARS = re.compile(r"(?<=年度)[ ]?(?:以降|以後|から)[もは]")  # …まで。令和7年度以降も同様
_DEADLINE = re.compile(r"(?:納品|納入|提出|報告|申込|発送)の?(?:期限|期日|締切日?)[ 　:：は]*$")
_NAME = re.compile(
    r"(?:期間|時期|期限|期日)(?:は|が)?[、 　:：]*$|\n[ 　]*再々?委託[^、。\n]{0,8}[ 　:：]*$"
)
# （再委託先の業務は、令和7年9月1日から…）: a bracket that says of what this one is
_ASIDE = re.compile(r"[(（][ 　]*再々?(?:委託|受託)[^()（）0-9０-９]{0,16}$")
_NOTHING = re.compile(r"[ ]?(?:から|より|まで|迄)?(?:とする|とします|である|です)?[\s。]*")
_SAYS = re.compile(
    r"^(?:とし|とする|とします|である|であり|です)$"
)  # no name of what stands in front
_MONTHS = re.compile(r"(?P<first>\d{1,2})[ ]?月?[ ]?~[ ]?(?P<last>\d{1,2})[ ]?月")


@dataclass(slots=True)
class Period:
    """ISO ends as a case file writes them, empty where the print has none."""

    label: str
    start: str
    end: str
    printed: str
    passage: Passage
    renewed: bool = False
    carried: bool = False
    rule: str = "period"
    head: str = ""  # the 【…】 under which it stands


def periods(passage: Passage, beside: str = "") -> list[Period]:
    """The periods of one cell; `beside` may hold their names (trap 5)."""
    main = _without_footnotes(passage)
    found: list[Period] = []
    for head, body in sections(main):
        for period in _of_section(body):
            period.label = period.label or tidy(head.text)
            period.head = tidy(head.text)
            found.append(period)
    found = _one_term(found, main.text)
    names = tidy_words(beside)
    if names and len(names) == len(found):
        for period, name in zip(found, names, strict=True):
            period.label, period.rule = name, "shifted_cells"
    if len(found) == 1 and not found[0].renewed:
        found[0].renewed = bool(_RENEWED.search(fold(passage.text)))
    return found


_BEGINS = re.compile(r"(?:自|始期|始まり|開始(?:時期|年月日|日)?)[ 　:：は)】]*$")
_ENDS = re.compile(
    r"(?:至|終期|終わり|期限|満了(?:年月日|日)?|終了(?:時期|年月日|日)?)[ 　:：は)】]*$"
)
_COLUMNS = re.compile(r"^(?:自|始期|開始)[^0-9]{0,10}(?:至|終期|期限|終了)[^0-9]*$")
_SAID_BETWEEN = re.compile(  # （令和7年6月1日）から, 令和7年6月1日から10か月間（
    r"[ ]?\)?(?:から|より)?、?[ ]?(?:\d{1,2}[ ]?(?:年|か月|箇月|ヶ月|カ月|月)間)?[ ]?[(、]?[ ]?"
)


def _one_term(found: list[Period], text: str) -> list[Period]:
    """自 令和7年6月1日 and 至 令和8年3月31日 are one term, wherever the two stand in the cell."""
    made: list[Period] = []
    position = begun = 0  # behind the last date, and where the period before begins
    for each in found:
        at = text.find(each.printed, position)
        between = fold(text[position:at]) if at >= 0 else ""
        last = made[-1] if made else None
        opens = last is not None and bool(last.start and not last.end)
        before = fold(text[:begun])
        headed = _COLUMNS.search(before) and not between.strip()
        named = headed or (_ENDS.search(between) and _BEGINS.search(before))
        closes = each.end and not each.start and _SAID_BETWEEN.fullmatch(between)
        end = each.end or each.start
        if last is not None and opens and (named or closes) and last.start < end:
            printed = text[begun : at + len(each.printed)]
            made[-1] = replace(last, end=end, printed=printed, label="")
        else:
            made.append(each)
            begun = at if at >= 0 else position
        position = at + len(each.printed) if at >= 0 else position
    return made


def _of_section(body: Passage) -> list[Period]:
    before, nodes = outline(body)
    printed = dates(body.text)
    begins = bool(printed) and printed[0].start == 0  # ２ ０ ２ １ 年 is no item number 2
    if begins or not any(dates(node.passage.text) for node in nodes):
        return _of_text(body)
    found = _of_text(before) if before else []
    for node in nodes:
        label = _heading(node.passage.text)
        for path in node.walk():
            for period in _of_text(path[-1].passage):
                period.label = label or period.label
                found.append(period)
    return found


def tidy_words(text: str) -> list[str]:
    return [word for word in compiled(r"[\s、,]+").split(text.strip()) if word]


def _without_footnotes(passage: Passage) -> Passage:
    cut = passage.text.find("※")
    return passage.part(0, cut) if cut > 0 else passage


def _heading(text: str) -> str:
    """What stands in front of the first date of a numbered line: 改修業務 令和2年2月から…"""
    first = dates(text)
    head = text[: first[0].start] if first else ""
    return tidy(compiled(r"[:：（(\n]+\s*$").sub("", head)).strip("　 ・")


def _of_text(passage: Passage) -> list[Period]:
    text = passage.text
    folded = fold(text)
    found: list[Period] = []
    position = 0
    known: PrintedDate | None = None
    explicit = dates(text)
    behind = bool(explicit) and not text[: explicit[0].start].strip()
    last = behind and _NOTHING.fullmatch(folded, explicit[-1].end)
    while True:
        begin = _next_date(text, position, known)
        if begin is None:
            break
        lead = text[position : begin.start]
        if found and (_FURTHER_YEARS.match(folded, begin.end) or _DEADLINE.search(lead)):
            found[-1].renewed |= not _DEADLINE.search(lead)
            known, position = begin, begin.end
            continue
        period, position = _from(begin, passage, folded)
        if begin.precision == "year" or not (period.start or period.end):
            known = begin
            position = begin.end
            continue
        mine = bool(last and found and _NAME.search(lead)) or bool(_ASIDE.search(lead))
        if mine and found and found[-1].label and found[-1].label in lead:
            found[-1].label = ""  # …まで 再委託の期間 令和5年…: of the next one
        period.label = _name(lead if mine or not behind else "", folded, position)
        period.renewed = bool(_RENEWED.search(folded[position:].split("\n\n")[0][:60]))
        found.append(period)
        known = replace(begin, month=begin.month)
    return found


def _next_date(text: str, position: int, known: PrintedDate | None) -> PrintedDate | None:
    explicit = next((each for each in dates(text) if each.start >= position), None)
    if known is None:
        return explicit
    limit = explicit.start if explicit else len(text)
    folded = fold(text)
    for match in compiled(r"(?<!\d)\d{1,2}[ ]?(?:月|~[ ]?\d{1,2}[ ]?月)").finditer(folded[:limit]):
        if match.start() < position or _YEARLY.search(folded[: match.start()]):
            continue
        ranged = _MONTHS.match(folded, match.start())
        if ranged:
            month = int(ranged["first"])
            iso = f"{known.year:04}-{month:02}"
            if 1 <= month <= 12:
                end = match.start() + len(ranged["first"])
                return PrintedDate(
                    iso, known.year, month, 0, match.start(), end, "", known.era, True
                )
        carried = following(text, match.start(), known)
        if carried is not None:
            return carried
    return explicit


def _from(begin: PrintedDate, passage: Passage, folded: str) -> tuple[Period, int]:
    """The period that begins, or ends, with this date, and the offset behind it."""
    text = passage.text
    dotted = (
        compiled(r"[ ]?月?").match(folded[begin.end :])
        if begin.carried and not begin.printed
        else None
    )
    after = begin.end + (len(dotted.group()) if dotted else 0)
    until = _UNTIL.match(folded, after)
    if until:
        start = ""
        period = Period(
            "", start, begin.iso, text[begin.start : until.end()], passage, carried=begin.carried
        )
        return period, until.end()
    ranged = _month_range(begin, folded)
    if ranged:
        last, stop = ranged
        iso = f"{begin.year + (1 if last < begin.month else 0):04}-{last:02}"
        return Period("", begin.iso, iso, text[begin.start : stop], passage, carried=True), stop
    joint = _TO.match(folded, after)
    if joint and joint.group().strip():
        second = _second(text, joint.end(), begin)
        if second is not None:
            stop = second.end
            closing = _UNTIL.match(folded, stop)
            stop = closing.end() if closing else stop
            printed = text[begin.start : stop]
            carried = begin.carried or second.carried
            return Period("", begin.iso, second.iso, printed, passage, carried=carried), stop
    if then := day_after(folded, after, begin):
        printed = text[begin.start : then[1]]
        return Period("", begin.iso, then[0], printed, passage, carried=begin.carried), then[1]
    only = _FROM_ONLY.match(folded, after)
    stop = only.end() if only else after
    return Period("", begin.iso, "", text[begin.start : stop], passage, carried=begin.carried), stop


def day_after(folded: str, position: int, begin: PrintedDate) -> tuple[str, int] | None:
    """18日及び19日: the day behind a date if it is the next one, and where its print ends."""
    match = _NEXT_DAY.match(folded, position) if begin.day else None
    if match is None or int(match["day"]) != begin.day + 1:
        return None
    return f"{begin.iso[:-2]}{begin.day + 1:02}", match.end()


def _month_range(begin: PrintedDate, folded: str) -> tuple[int, int] | None:
    """令和2年2～3月 is printed with one 月 for both."""
    if begin.month and not begin.day and begin.carried and not begin.printed:
        match = re.compile(r"[ ]?月?[ ]?~[ ]?(\d{1,2})[ ]?月").match(folded, begin.end)
        return (int(match[1]), match.end()) if match and 1 <= int(match[1]) <= 12 else None
    return None


def _second(text: str, position: int, begin: PrintedDate) -> PrintedDate | None:
    for each in dates(text):
        if each.start == position:
            return each
    return following(text, position, begin)


def _name(lead: str, folded: str, position: int) -> str:
    """The name of a period stands in front, behind, or in brackets behind the date."""
    behind = compiled(
        r"[ ]?\(([^()0-9]{2,40})\)|[ ]*[\n:]?[ ]*([^\s()0-9、。~※]{2,12})(?=[\s、。(]|$)"
    ).match(
        folded[position:],
    )
    aside = _ASIDE.search(lead)
    front = aside.group().strip("(（ 　") if aside else without_brackets(lead.split("\n")[-1])
    front = tidy(front).strip("・、。:：- \n")
    front = front.removesuffix("は") if aside or _NAME.search(front) else front
    front = compiled(r"[\s。]|とし、").split(front)[-1] if front else ""
    if 2 <= len(front) <= 16 and not compiled(r"まで|から|※").search(front):
        return front
    if behind:
        name = (behind[1] or behind[2] or "").strip()
        return (
            ""
            if _SAYS.match(name) or compiled(r"^うち|毎年度|以降|同様|まで$|予定$").search(name)
            else name
        )
    return ""
