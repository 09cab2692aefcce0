"""One line of a part on subjects: the names of groups in it, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy, without_brackets

_LEAD = re.compile(
    r"^(?:(?:在籍|登録|利用|対象|申込)?(?:者|児)?(?:数|人数|内訳)は、|[・･○●◯※]|【[^【】]{1,12}】(?=.{2})|(?:本人|情報)?対象(?:となる)?(?:者|個人|の)?(?:の範囲)?(?:は|:)、?|(?:これらの?|上記の?|前記の?"
    r"|この|[(]?[ア-ン\d][)]?の?)(?:うち|内)、?(?!の)|[(]うち、?)[ ]*"
)
_TAIL = re.compile(
    r"(?:(?:を対象)?とする|を対象とし(?:ます|ている)|の(?:個人)?情報(?:である|です|とする)|を?(?:見込む|見込んでいる|見込まれる|予定している|想定している)|となる|である|です|とします|に係るもの)?[。、,]*$"
)
_AFTER_NAME = re.compile(
    r"[ ]?(?:[（(]?"
    r"(?:年間で?|月間で?|毎年|年"
    r"|1日当たり|概ね|(?<![契予規条要節集制協])約|定員|総数|合計|延べ)[、 ]*$)?"
    r"(?:の(?:数|人数|総数|件数))?(?:は|が|:|・{2,}|…+)?[、 ]*$"
)
_SAID = re.compile(
    r"(?:とし、その(?:数|人数|件数)は|は|が)、?"
    r"(?:[^。、は者人 ]{0,16}(?:現在|時点|末|実績|年度|年間)で?、?)?"
    r"(?:約|およそ|おおむね|概ね|延べ|最大)?[ ]*$"
)
NOT_A_NAME = re.compile(
    r"^(?:(?:対象)?(?:者|人員|人)?(?:数|総数|合計|計)|件数|世帯数|約|実績|年度|見込み?|現在|時点|申請件数"
    r"|延べ|およそ|合計|計|及び|令和|平成|昭和|年|月|日|末|元|[\d\s(),、:~・の/.（）は]|おいて|における|では?|に)*$"
)
_OF_A_NAME = re.compile(
    r"[ ]?(?!(?:が|を|で|と(?!も)|は|程度|ほど|現在|である|となる|及び|並びに"
    r"|に(?:上|達|の|送[るりっ付]|通知|案内|配[るりっ布付]|文書|書面|郵送|発送|周知|交付)|へ"
    r"|分(?:の|$)"
    r"|のうち|うち|見込|予定|規模|前後|いる|い(?:て|た)|存在))[一-龥ぁ-んァ-ヶ]"
)
_NO_GROUP = re.compile(
    r"^(?:なお|ただし|但し|また|いずれも|それぞれ|※|以下|上記(?!の[^、。]{2,24}の(?:保護者|父母|家族|親族|世帯員|扶養義務者|配偶者|代理人|遺族|相続人|介護者)$)|次の|詳細|別[紙表添]|のとおり|記|合計|計|(?:対象者?|区分|本人|範囲|類型)$)"
    r"|.*(?:は|が)[、,，]?(?:次|以下|下記|別[紙表添][^、。]{0,3})の(?:とおり|通り)$"
)
_BRACKET = re.compile(r"[ ]?[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]")
_ENCLOSED = re.compile(r"^[(（]([^()（）]+)[)）]$")
_NOTE = re.compile(
    r"^[(（]同(?:日|上)?[)）]$|現在|時点|実績|見込|予定|年度|想定|推計|概数|不詳|不明|未定|\d[人名件]|日当たり|(?:調査|統計)による"
    r"|^[(（](?:年間|月間|延べ|のべ|約|[、\s])*[)）]$"
    r"|をいう。?[)）]$"  # 協力員（…連絡先として届け出た者をいう。）: what the name means
)
# 児童及び生徒の合計　300人: a group of its own, whichever stands above
SUM_OF_GROUPS = re.compile(
    r"^[・※ ]*(?P<label>[^、。()]{1,12}[者人児童徒員](?:及び|と|、)[^、。()]{0,12}[者人児童徒員]"
    r"の(?:合計|総計|計))[ ]?(?=\d)"
)


def bare_count(text: str) -> bool:
    plain = fold(tidy(text))
    if not counts(plain):
        return False
    for count in reversed(counts(plain)):
        plain = plain[: count.start] + plain[count.end :]
    inside = _ENCLOSED.match(plain)
    if inside and subjects.names_persons(inside[1]):
        return False  # （前年度に申請した者 300人）: it names those whom it counts
    return bool(NOT_A_NAME.match(without_brackets(plain).strip("()（） 。")))


# 上記の児童及び生徒の保護者: of both, not the children and the parents of the others
_PAIR = re.compile(r"^[ ]*(?:(?:上記|前記|前号|次|[(]?[ア-ン\d][)]?)の.{1,16}|[一-龥]{2,3})$")
_THEIRS = re.compile(
    r"(?!(?:その|当該|本人))[^、。の]{2,12}の(?:保護者|父母|家族|親族|親権者|世帯員|扶養義務者|配偶者"
    r"|法定代理人|代理人|遺族|相続人|同居(?:人|者)|介護者|連絡先)"
)
_LONGEST = 1000  # characters of a line that names groups


def pieces(text: str) -> Iterator[str]:
    """Each group of a line by itself, those that a bracket counts out of another included."""
    for piece in _side_by_side(text):
        among = _AMONG.search(fold(piece))
        named = among is not None and subjects.names_persons(among["who"])
        if not among or not named:
            yield piece
            continue
        yield piece[: among.start()] + piece[among.end() :]
        yield piece[slice(*among.span("part"))]


# 児童120人（うち、給付を受ける世帯の児童30人）
_AMONG = re.compile(
    r"[(](?:(?:この|その)?うち|内訳|内)[、:：]?[ ]?(?P<part>(?P<who>[^()、]{2,40}?)(?:は|が)?[ ]?"
    r"(?:約|延べ)?[\d,]+(?:人|名|世帯))[)]"
)


def _side_by_side(text: str) -> Iterator[str]:
    """市民1,000人（…現在）及び事業者: behind a number, or between two names of persons."""
    folded, start = fold(text), 0
    for mark in compiled(r"及び|並びに|、|と").finditer(folded if len(folded) <= _LONGEST else ""):
        left, right = folded[start : mark.start()], folded[mark.end() :]
        if left.count("(") != left.count(")") or not right.strip():
            continue
        behind = _counted(left)
        if mark.group() == "と" and not (behind and whole_counts(right)):
            continue
        persons = subjects.names_persons(without_brackets(left)) and subjects.names_persons(
            compiled(r"[。(]").split(_TAIL.sub("", right))[0]
        )
        alone = compiled(r"[。(]").split(right)[0]
        long = mark.group() != "、" and len(alone) >= 4 and not compiled(r"その|当該").match(right)
        long = long and not (_PAIR.search(left) and _THEIRS.match(right))
        long = long and (
            bool(whole_counts(left)) or not whole_counts(right)
        )  # 児童及び生徒 300人: one number for both
        if behind or (persons and long and len(left) >= 2 and "、" not in right):
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def _counted(text: str) -> bool:
    """児童120人, 児童（120人）, 児童120人（うち甲校の30人）: it ends with a number of persons."""
    whole = whole_counts(text)
    last = _LAST_BRACKET.search(text.rstrip())
    if last is None or not whole:
        return bool(whole) and not text[whole[-1].end :].strip()
    return any(last.start() <= each.end for each in whole)


_LAST_BRACKET = re.compile(r"[ ]?[(][^()]*(?:[(][^()]*[)][^()]*)*[)]$")


def whole_counts(text: str) -> list[Count]:
    """The numbers of a line that are no part of a name: not 2人以上の世帯."""
    return [count for count in counts(text) if not _OF_A_NAME.match(fold(text)[count.end :])]


_REST_OF = re.compile(
    r"(?P<who>.{3,80}?)(?P<first>[\d,]+[ ]?(?:人|名|件|世帯))の?うち[、,]?(?P<out>[^。]{2,40}?)"
    r"(?P<second>[\d,]+[ ]?(?:人|名|件|世帯))を(?:除く|除いた)(?P<rest>[\d,]+[ ]?(?:人|名|件|世帯))"
)


def name_of(piece: str) -> tuple[str, list[Count]]:
    """The name in a piece without lead, number and date, and the numbers."""
    own = whole_counts(piece)
    if bare_count(piece):
        return "", own
    if in_all := SUM_OF_GROUPS.match(fold(piece)):
        return in_all["label"], own
    within = _REST_OF.match(fold(piece))
    if within:  # 75歳以上の市民18,460人のうち、認定を受けている5,980人を除く12,480人
        who, out = name_of(piece[: within.start("first")])[0], piece[slice(*within.span("out"))]
        out = compiled(r"(?<=[うくすつぬむるぐぶい])$").sub("者", out.strip(" 　、，"))
        rest = [count for count in own if count.start >= within.start("rest")]
        return (f"{who}（{out}を除く。）" if who else ""), rest[:1]
    text = piece
    said = _SAID.search(fold(piece[: own[-1].start])) if own else None
    if said:  # 通知を送る者は、約300人を見込んでいる
        return name_of(piece[: said.start()])[0], own
    for count in reversed(own):
        text = text[: count.start].rstrip(" 　:：…・") + text[count.end :]
    inside = _ENCLOSED.match(text.strip())
    text = inside[1] if inside and subjects.names_persons(inside[1].strip(" 　")) else text
    text = _BRACKET.sub(lambda note: "" if _NOTE.search(fold(note[0]).strip()) else note[0], text)
    text = _drawn(undated(text, own))
    for pattern in (_LEAD, _TAIL, _AFTER_NAME):
        match = pattern.search(fold(text))
        while match and match.group() and pattern is not _TAIL:
            text = text[: match.start()] + text[match.end() :]
            match = pattern.search(fold(text))
        if match and pattern is _TAIL:
            text = text[: match.start()]
    text = compiled(r"(?:[ 　:：]+|(?<=[者員民人]))(?:人数|世帯数|件数|人員|員数)$").sub(
        "", text.rstrip()
    )
    text = compiled(r"(?<=[者人])(?:総数|数)$").sub("", text)
    label = (
        compiled(r"[ 　:：]*(?:未定|不明|不詳|未確定)$").sub("", text).strip(" 　・、。:：-－※*＊")
    )
    label = _OTHER_COUNT.sub("", label)
    good = (
        2 <= len(label) <= 80 and not _NO_GROUP.match(label) and not NOT_A_NAME.match(fold(label))
    )
    good = good and not (text != piece and _PREDICATE.search(fold(label)))
    if called := _CALLED.search(fold(label)):
        label = called["short"] if subjects.names_persons(called["short"]) else label
    return (label if good and "。" not in without_brackets(fold(label)) else ""), own


_CALLED = re.compile(r"[(][^()]*以下、?「(?P<short>[^「」]{2,16})」と(?:いう|する|総称する|呼ぶ)")


# 母及び子　420組: counted as no unit of a case counts
_OTHER_COUNT = re.compile(
    r"[ 　:：]*(?:は|が)?(?:約|延べ|およそ)?[0-9０-９][0-9０-９,，]*"
    r"(?:組|団体|頭|匹|区画|戸|棟|台|基|か所|箇所|筆|枚|校)(?:[(（][^()（）]*[)）])?$"
)
# 世帯の構成は問わない。 and …の場合は、その者を除く。 say something of a group, and name none
_PREDICATE = re.compile(
    r"に(?:は|のみ)?(?:限らない|限らず|限定(?:しない|されない)|限る)$"
    r"|(?:[はがをも])[^。]{0,24}(?:問わない|除く|含む|含める|含まない|限る|限定する|定める|よる|しない|ない|いる|ある|れる)$"
)


_AS_OF = re.compile(r"[ ]?(?:末日?)?(?:現在|時点|末)(?:において|における|で|に)?の?[、,]?[ ]?")


_DRAWN = re.compile(
    r"^(?P<who>[^。]{2,60}?)の(?:うち|中)から?、?(?P<how>(?:[^、。]{0,12}に)?(?:抽出|選定|選出|抽せん)した)(?:者)?$"
)
_ON_FILE = re.compile(
    r"^[^、。]{0,16}(?:台帳|名簿|原簿)に(?:記録|登録|記載)(?:され(?:ている|た))(?=.{2})"
)


def _drawn(text: str) -> str:
    """台帳に記録されている市民のうちから無作為に抽出した → 無作為に抽出した市民."""
    found = _DRAWN.match(text.strip())
    return f"{found['how']}{_ON_FILE.sub('', found['who'])}" if found else text


# 令和6年度に申請した者, 2019年(令和元年)中に: the time in which what they did was counted
_IN_TIME = re.compile(
    r"(?:[(][^()]{2,10}[)])?(?:中|の間)?(?:における|に(?!お[いけ]))[、,]?[ ]?"
    r"(?=[^はがを、。]{2,40})"
)


# 令和6年度の申請者: the count says the year
_OF_TIME = re.compile(r"の(?=[^はがを、。のに]{2,40}$)")


def undated(text: str, own: Sequence[Count] = ()) -> str:
    """令和3年4月1日現在の被保険者 → 被保険者.

    Of 令和2年度に申請した者 that another day counts, the year says who they are.
    """
    folded = fold(text)
    counted = any(len(each.as_of) == _DAY for each in own)
    for each in reversed(dates(text)):
        behind = _AS_OF.match(folded, each.end)
        first = not counted and not folded[: each.start].strip()
        if behind is None and first and len(each.iso) < _DAY:
            behind = _IN_TIME.match(folded, each.end)
            if behind is None and any(each.iso == count.as_of for count in own):
                behind = _OF_TIME.match(folded, each.end)
        if behind:
            return text[: each.start] + text[behind.end() :]
    return text


_DAY = len("2024-04-01")
