"""When work is done, as rows of content tell it: 案内状の作成は、2月14日から同月28日までに行う。

The date stands behind the name of the work, in brackets, in front of it, or at the end of a line.
Dates of other things (births, laws, approvals, what has been done so far) are no periods of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.fields.dates import PrintedDate, dates
from nagarezu.importing.fields.periods import Period, periods
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_OTHER = re.compile(
    r"現在|時点|生ま|満了|住所を|到達|契約を?(?:の)?(?:締結|更新)|了承|承認|答申|諮問|公布|施行|制定|改正|第\d+[条号]"
    r"|(?:審議会|審査会|運営会議)(?!の?(?:資料|委員|会場|議事録|通知))"
    r"|開院|開設|取得|(?:登録|変更|更新|届出|公表|作成|改定)年|していた|してきた|している|行ってい|導入した|始めた|開始した|更新し、|以前|以後に|予約期間|場合"
)
_DONE = (
    r"(?:(?:まで|迄|から|より|以降|に|で|の間|頃|ごろ|中|より順次|順次|、|は)*(?:に|で)?"
    r"(?P<of>[^、。()]{0,24}?)"
    r"(?:を|も|は|の)?(?:行(?:う|わせる?|います|い)|終え(?:る|させる?)?|終わらせる?"
    r"|(?:実施|完了|終了|処理|作成|納品|納入|発送|送付|開始|従事)(?:する|させる?|します|し)?)"
    r"(?:もの|こと)?(?:と(?:する|し)|を?予定(?:する|している|である)?)?|まで(?:の間)?とする)"
)
# 4月15日から同月30日まで、甲株式会社が台帳のデータを取り出す: what somebody else is said to do
_DOER = re.compile(
    r"^(?:まで|迄|から|に|の間|は|、)*"
    r"(?P<of>(?:[^、。]{0,30}?(?:会社|[一-龥ァ-ヶ]社|法人|組合|協会|センター)"
    r"|(?:株式|有限|合同)会社[^、。がはを]{1,16}|再?委託先|(?:受託|受注|請負)者|(?:受託|委託)?事業者)"
    r"(?:の(?:職員|従業員|作業員|担当者|技術者))?(?:が|は)(?![^。]*(?:保[管存有]|公開|閲覧|受け?付け|有効))"
    r"[^。]{3,50}?)(?:を|に|へ)[^、。をに]{1,14}[うくすつぬむぶぐる]$"
)
_NOUN = (
    "実施|完了|終了|納品|納入|提出|発送|送付|郵送|投函|差出し|発行|印刷|印字|作成|配布|配達|交付"
    "|回収|引渡し|搬入|設置|入力|調査|報告"
)
_SAYS = re.compile(rf"^{_DONE}$")
_BRACKET = re.compile(r"^(?P<name>[^。()]{2,60})\((?P<when>[^()]{4,120}?)。?\)[^()。]{0,12}$")
_ALONE = re.compile(  # what a bracket says beside its dates
    r"^(?:(?:納品|実施|作業|履行|提出)?(?:納?期限?|期間|時期|予定日?)(?:は、?|[:：])"
    r"|(?![^、。]*(?:契約|(?<!再)委託|協定|有効|保[存管有]|申請|受付|募集|対象))[^、。:：]{0,16}?"
    r"(?:期間|時期|期限|期日)(?:は、?|[:：])?)?"
    rf"(?:から|より|まで|迄|に|の間|で|以降|、|を|予定|(?:{_NOUN})(?:する|させる)?"
    r"|行う|行わせる|終え(?:る|させる)|頃|中|上旬|中旬|下旬|開始|とする|のみ|年\d回)*。?$"
)
_TERM = re.compile(  # 納品の期限は、6月10日とする: no day as of which something is counted
    r"(?:期限|納期|期日|時期|(?:納品|納入|完了|終了|実施|発送|送付|報告|提出|引渡し)(?:予定)?日?)は、?$"
)
_LINE = re.compile(r"^[^。]{2,60}?(?<![はをに、])[ :(]*$")  # a name in front of its date
_FRONT = re.compile(r"(?:に?ついて)?は、?$|[:：]$|を、?$")
_CALENDAR = re.compile(
    r"^(?:頃|上旬|中旬|下旬)?[ 　:：]+(?P<name>[^、。()\d]{2,30}(?<![うくすつぬむるた]))$"
)
_MARK = re.compile(r"^(?:[①-⑳]|[(（]?(?:\d{1,2}|[ア-ン])[)）.．、 　]|・)[ 　]*")


@dataclass(slots=True)
class WorkPeriod:
    """A piece of work by its printed name, and when it is done."""

    name: str
    period: Period
    dated_first: bool = False  # 6月 券の印刷: a line of a calendar


def told(passage: Passage) -> list[WorkPeriod]:
    """The periods of work that the lines and sentences of a row tell."""
    parts = (clause for part in _sentences(passage) for clause in _clauses(part))
    return [each for clause in parts for each in _of_sentence(clause)]


_CLAUSE = re.compile(
    r"(?<=[しせいえ])、(?=[^、。()（）]{1,20}は)|(?<=[月日])、(?=[^、。()（）:：\d]{1,20}[:：])"
)


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """印刷は4月に行い、発送は5月に行う: what is said of each piece of work."""
    start = 0
    for cut in _CLAUSE.finditer(sentence.text):
        yield sentence.part(start, cut.start())
        start = cut.end()
    yield sentence.part(start)


def _sentences(passage: Passage) -> Iterator[Passage]:
    for line in (piece for each in passage.lines() for piece in _items(each)):
        start, depth = 0, 0
        for offset, char in enumerate(fold(line.text)):
            depth += (char in "(「") - (char in ")」" and depth > 0)
            if char == "。" and not depth:
                yield line.part(start, offset)
                start = offset + 1
        if line.text[start:].strip():
            yield line.part(start)


_INLINE = re.compile(r"(?<=\S)[ 　]+(?=(?:[(（]\d{1,2}[)）]|[①-⑳])[ 　]?\S)")


def _items(line: Passage) -> Iterator[Passage]:
    """The pieces of a list that is printed on one line: (1) 印刷 (2) 発送（5月）."""
    start = 0
    for cut in _INLINE.finditer(line.text):
        yield line.part(start, cut.start())
        start = cut.end()
    yield line.part(start)


def _of_sentence(line: Passage) -> Iterator[WorkPeriod]:
    mark = _MARK.match(fold(line.text))
    sentence = line.part(mark.end()) if mark else line
    text = fold(sentence.text)
    if not any(each.month for each in dates(sentence.text)) or _OTHER.search(text):
        return
    bracket = _BRACKET.match(text)
    if bracket and dates(bracket["when"]):
        inside = sentence.part(*bracket.span("when"))
        timed = list(_timed(bracket["when"]))
        if timed:
            for start, end in timed:
                yield from _named(bracket["name"], inside.part(start, end))
        elif "は" in bracket["when"]:  # 券の発送（最終の発送は6月とする。）
            yield from _of_sentence(inside)
        return
    first = _first(dates(sentence.text), text)
    front = text[: first.start]
    first_of_all = not front.strip(" 　・")
    for period in periods(sentence.part(first.start)):
        printed = fold(period.printed)
        after = text[text.find(printed) + len(printed) :]
        behind = key(after)
        if printed.endswith("まで"):
            behind = f"まで{behind}"
        says = _SAYS.match(behind)
        doer = None if says or not first_of_all else _DOER.match(behind.strip("。"))
        if doer:
            yield from _one(doer["of"], period)
        elif first_of_all and (thing := _CALENDAR.match(after)):
            yield from _one(thing["name"], period, dated_first=True)
        elif says:
            name = says["of"] if not _FRONT.search(front.strip()) else front
            yield from _one(name or front, period, dated_first=first_of_all)
        elif _stands_last(front, behind.strip("。)")):
            yield from _one(front, period)
        return


_OF_YEAR = re.compile(r"度?(?:の)?[^、。()\d]{0,16}?[ :]+")


def _first(found: list[PrintedDate], text: str) -> PrintedDate:
    """The date with which the time begins: 令和6年度分 is the name of what is done."""
    first, *after = found
    year = after and not first.month and _OF_YEAR.fullmatch(text[first.end : after[0].start])
    return after[0] if year else first


_NEXT = re.compile(
    r"、(?=[^、:：]{1,14}[:：])|[、。;](?=[^、。:：]{0,12}(?:期間|期限|時期|納期)[ :：は\d令平])"
)


def _timed(when: str) -> Iterator[tuple[int, int]]:
    """What of a bracket says nothing but when: the second of 担当:丙社、作業期間:4月から9月まで."""
    cuts = [0, *(cut.end() for cut in _NEXT.finditer(when)), len(when) + 1]
    for start, end in pairwise(cuts):
        piece = when[start : end - 1]
        if dates(piece) and _ALONE.match(_without_dates(piece)):
            yield start, end - 1


def _stands_last(front: str, behind: str) -> bool:
    """Whether a date ends its line behind a name, or a sentence that says when something ends."""
    if behind == "とする":
        return bool(_TERM.search(front.strip()))
    return behind in ("", "まで") and bool(_LINE.match(front))


def _without_dates(text: str) -> str:
    rest = text
    for each in reversed(dates(text)):
        rest = rest[: each.start] + rest[each.end :]
    return key(
        compiled(r"(?:同[年月]|翌[年月]|\d{1,2}月|\d{1,2}日|末日?|[~-])").sub("", fold(rest))
    )


def _named(name: str, when: Passage) -> Iterator[WorkPeriod]:
    for period in periods(when):
        yield from _one(name, period)


_FORM = re.compile(  # 様式4 平成30年5月, 様式第4の改正年月: when the form was made
    r"^[\W_]*(?:[一-龥]{0,6}評価書の?)?"
    r"(?:(?:(?:別記|適用|使用|準拠|記載)(?:する|した)?の?)?(?:様式|書式):?(?:第?\d{0,2}(?:号|版)?)?){1,2}"
    r"の?(?:版|(?:改[正訂定]|制定|施行|適用|作成)(?:版|日|年月日?)?)?\W*$"
)


def _one(name: str, period: Period, *, dated_first: bool = False) -> Iterator[WorkPeriod]:
    if not (period.start or period.end) or _FORM.match(key(name)):
        return
    open_ended = compiled(r"から|より|~|以降|以後|開始").search(fold(period.passage.text))
    if period.start and not period.end and not open_ended:
        period.end = period.start  # work of one month or day ends with it
    plain = _FRONT.sub("", tidy(name).lstrip(" 　・:：、").rstrip(" 　・:：、（("))
    yield WorkPeriod(plain.strip(), period, dated_first)
