"""Marks that may stand in front of list items: what they look like, and where they are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import (
    CIRCLED,
    KANA,
    KANJI_DIGITS,
    counted,
    fold,
    look_alikes,
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PAREN_DIGITS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_KANA_LIKE = "ロ口力卜夕工二八一"
_NOT_AFTER = "年月日人件名世時歳条項号回部社%円万千億種階台個ヶか箇版級つ"

# Where a mark may begin: asked first, as most characters are none and have many ways to fail.
_BEGINS = rf"第({_PAREN_DIGITS}{CIRCLED}\d{KANA}{_KANA_LIKE}a-z・･●■◆◇▪•○-"
_AT_MARK = rf"(?=[{_BEGINS}])"
_MARKER = re.compile(
    rf"{_AT_MARK}(?:"
    rf"(?P<long_chapter>第[ ]?(?P<long_chapter_n>\d{{1,2}})[ ]?章(?=[ \t　]*\S))"
    rf"|(?P<section>第[ ]?(?P<section_n>\d{{1,2}})[ ]?節(?=[ \t　]*\S))"
    rf"|(?P<chapter>第[ ]?(?P<chapter_n>\d{{1,2}})(?=[ \t　](?![ ]?(?:\d|回(?=[ 　、]|$)))))"
    rf"|(?P<circled_part>[{CIRCLED}]-(?P<circled_part_n>\d{{1,2}})(?=[ \t　]))"
    rf"|(?P<circled>[{CIRCLED}])"
    rf"|(?P<paren>\((?P<paren_n>\d(?:[ ]?\d){{0,2}})\)|[{_PAREN_DIGITS}])"
    rf"|(?P<kana_paren>\((?P<kana_paren_n>[{KANA}{_KANA_LIKE}])\))"
    rf"|(?P<letter_paren>\((?P<letter_paren_n>[a-z])\))"
    rf"|(?P<half_paren>(?P<half_paren_n>\d{{1,2}})\))"
    rf"|(?P<dotted>\d{{1,2}}[.-](?P<dotted_n>\d{{1,2}})(?=[ \t　][^\d\s]))"
    rf"|(?P<number>(?P<number_n>\d{{1,3}})(?:[.、](?!\d)|(?=\s)|(?=[^\d\s.,:/~\-()])))"
    rf"|(?P<kana>(?P<kana_n>[{KANA}{_KANA_LIKE}])(?:[).]|(?=[ \t])))"
    rf"|(?P<letter>(?P<letter_n>[a-z])(?:[).]|(?=[ \t])))"
    rf"|(?P<bullet>(?<![○〇])[・･●■◆◇▪•○](?=\s?[^\s○〇◯])"
    rf"|(?<![A-Za-z][ ])-"
    rf"(?=[ ](?!\(?(?:\d{{1,2}}|[{KANA}{_KANA_LIKE}a-z{CIRCLED}])[).\s])[^\s\d-])))"
)
# 1 0.続柄: a number that OCR split; it counts only where the sequence waits for it
_SPLIT = re.compile(r"\d{1,2}(?: \d){1,2}(?:[.、](?!\d)|(?=[ ]{0,3}[^\d\s.,:/~\-()]))")
_LEAD = re.compile(r"[ \t]*(?:[-*][ \t]+)?")
_SIGN = rf"[{KANA}{_KANA_LIKE}]"
_BRACKET = rf"(?:\([ ]?(?:\d{{1,2}}|{_SIGN}|[a-z]|[{KANJI_DIGITS}]{{1,2}})[ ]?\)|[{_PAREN_DIGITS}])"
# (7)三: a measure that kanji count
_COUNTED = (
    rf"[{KANJI_DIGITS}]{{1,2}}"
    r"(?=[ ]*(?:$|[、,・。)]|及び|並びに|から|まで|と(?!り)|に(?:よ|示|掲)))"
)
# (5)ア(ア), 2の(5)のアの(ア), ア(ア): marks in a row, as another part of the paper cites a measure;
# not (3)システムは
_ROUND = rf"(?:{_BRACKET}|[{CIRCLED}])"
CITATION = (
    rf"(?:(?:第[ ]?)?\d{{1,2}}|{_BRACKET}|(?<![ァ-ヶー]){_SIGN})"  # not レス of アドレス、⑤
    rf"(?:[ ]?の[ ]?(?:\d{{1,2}}|{_ROUND}|{_SIGN})|[ ]?{_ROUND}|(?<![ァ-ヶー]){_SIGN}(?![ァ-ヶー])"
    rf"|(?<=\)){_COUNTED}|[ ][{KANA}](?=[にはでがの、,。及と]))+"
)
_JOINED = r"[ ]?(?:[、,・]|及び|並びに|と|又は)[ ]?"
# ウ of (1)イ、ウ
_ALONE = rf"(?:{_COUNTED}|{_SIGN})(?=[ ]*(?:$|[、,・。]|及び|並びに|から|まで|と|に|の))"
CITED = (
    rf"(?:{CITATION}|{_ROUND})"
    rf"(?:(?:{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{CITATION}|{_ROUND}|{_ALONE}))*(?:まで)?"
)
_CITED_LINE = re.compile(
    rf"^[ \t]*{CITATION}"
    rf"(?:(?:{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{CITATION}|{_ROUND}|{_ALONE}))*(?:まで)?"
    r"(?=[ \t、,]*(?:$|。|に(?:より|よって|よる|示|掲|記載|定|お)|のとおり|で|は|が))",
    re.MULTILINE,
)

# 甲社には4(2)の①、②及び⑦から⑩までの項目を: marks in a row within a sentence
_CITED_ROW = re.compile(
    rf"(?:{_AT_MARK}|(?=[{KANJI_DIGITS}]))(?:"
    rf"{CITATION}(?:(?:、?{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{CITATION}|{_ROUND}|{_ALONE}))+(?:まで)?"
    rf"|(?<=のうち[、,])(?:{_ROUND}|{_ALONE})"
    rf"(?:(?:、?{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{_ROUND}|{_ALONE}))+(?:まで)?"
    # 甲法人 ①から⑥まで及び⑧: a mark with another right behind it begins nothing
    rf"|{_ROUND}(?:まで)?(?:{_JOINED}|[ ]?(?:から|~)[ ]?){_ROUND}"
    rf"(?:(?:まで)?(?:{_JOINED}|[ ]?(?:から|~)[ ]?){_ROUND})*(?:まで)?)"
)
# (①及び②), (1から3まで), （③）: brackets that hold nothing but marks name what stands elsewhere
_OTHERS = (
    rf"(?:{_JOINED}|[ ]?(?:から|~|まで)[ ]?|の業務|のみ|{_BRACKET}|[{CIRCLED}]|\d{{1,2}}|{_SIGN})"
)
# 4① and nothing behind it: the mark of what stands elsewhere
_CITED_ALONE = re.compile(rf"(?<=\d)[{CIRCLED}](?=[ \t　]*(?:$|[、,。)]))", re.MULTILINE)
_CITED_MARKS = re.compile(
    rf"\((?:[{CIRCLED}]{_OTHERS}*|(?:{_BRACKET}|\d{{1,2}}(?!\d)|{_SIGN}){_OTHERS}+)\)"
)


@dataclass(slots=True)
class Found:
    """A mark with its place: the item begins at `start` and its words at `end`."""

    kind: str
    mark: str
    value: int
    start: int
    end: int
    strong: bool  # at the start of a line
    line: int = 0  # where that begins
    doubtful: tuple[str, ...] = ()
    split: bool = False  # only where the sequence waits for it
    head: str = ""  # 【運用上の対策】 on the line above a list that begins
    above: int = -1  # where the line above that head, or above the mark, begins

    @property
    def inset(self) -> int:
        """How far a mark at the start of its line is set in, in characters."""
        return self.end - len(self.mark) - self.line if self.strong else 0


_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_KANJI_MARK = re.compile(
    rf"^[ \t]*(?P<mark>(?P<chapter>第[ ]?)(?P<a>[{KANJI_DIGITS}]{{1,3}})(?P<unit>[章節]?)(?=[ \t])"
    rf"|(?P<roman>[{_ROMAN}])(?=[ \t.、][ \t]*\S)"
    rf"|(?P<paren>\()(?P<b>[{KANJI_DIGITS}]{{1,3}})\)"
    rf"|(?P<c>[{KANJI_DIGITS}]{{1,3}})(?=[ \t.、][ \t]*\S))",
    re.MULTILINE,
)


_UNITS = {"": "chapter", "章": "long_chapter", "節": "section"}
# Behind which a mark may stand within a line: these, and a blank; one that is circled, anywhere.
_BEFORE = "。】>、，,;；"
_PLACE = re.compile(rf"(?:^|[\s{_BEFORE}])[{_ROMAN}{KANJI_DIGITS}{_BEGINS}]|[{CIRCLED}]")


def most(text: str) -> int:
    """How many marks a text has at most: a first look, for most lines have hardly any."""
    return len(_PLACE.findall(fold(text)))


def candidates(text: str) -> Iterator[Found]:
    """What may be the mark of an item, in the order of print."""
    kanji = list(_in_kanji(fold(text)))
    return (
        merge(kanji, _candidates(text), key=lambda found: found.start)
        if kanji
        else _candidates(text)
    )


def _in_kanji(folded: str) -> Iterator[Found]:
    """第一, Ⅰ, 一 and （一） at the start of a line."""
    for match in _KANJI_MARK.finditer(folded):
        if match["roman"]:
            value, at = _ROMAN.index(match["roman"]) + 1, match.start()
            yield Found("kanji roman", match["mark"], value, at, _behind(folded, match), True, at)
            continue
        printed = match["a"] or match["b"] or match["c"]
        value = counted(printed)
        kind = (
            _UNITS[match["unit"]] if match["chapter"] else "paren" if match["paren"] else "number"
        )
        at = match.start()
        yield Found(f"kanji {kind}", match["mark"], value, at, _behind(folded, match), True, at)


def _behind(folded: str, match: re.Match[str]) -> int:
    """Where the words behind a mark begin: the point of Ⅰ. is none of them."""
    return match.end() + (folded[match.end() : match.end() + 1] in (".", "、"))


_AT_LINE = ("dotted", "circled_part", "long_chapter", "section")


def _candidates(text: str) -> Iterator[Found]:
    folded = fold(text)
    iroha = _in_iroha(folded)
    cited: list[tuple[int, int]] | None = None  # looked for at the first mark, for most have none
    position = 0
    while position < len(folded):
        found = _MARKER.search(folded, position)
        if not found:
            return
        position = found.end()
        kind = str(found.lastgroup).removesuffix("_n")
        line_start = folded.rfind("\n", 0, found.start()) + 1
        lead = _LEAD.match(folded, line_start)
        strong = lead is not None and lead.end() >= found.start()
        before = folded[found.start() - 1] if found.start() else "\n"
        if kind in _AT_LINE and not strong:
            continue  # 1.4 倍, 第2章に
        if not (strong or before.isspace() or before in _BEFORE or kind == "circled"):
            continue
        if kind == "bullet" and not strong and _between(folded, found, line_start):
            continue  # 提供 ・ 移転
        signed = kind in ("kana", "letter") and found.group()[-1] == ")"
        if signed and not (strong or before.isspace()):
            continue  # (ア、イ)
        cited = _cited(folded) if cited is None else cited
        if any(start <= found.start() < end for start, end in cited):
            continue  # it points at a number that stands elsewhere
        if kind == "number" and (joined := _split(folded, found, strong, line_start)):
            yield joined
        if not strong and not _stands_alone(kind, folded, found, before):
            continue
        if kind == "number" and _in_sentence(folded, found):
            continue
        value, doubtful = _value(kind, found)
        if found.start() in iroha:
            value, doubtful = iroha[found.start()], ()
        if value:
            start = line_start if strong else found.start()
            mark = found.group().strip(". 、)" if signed else ". 、")
            parted = kind == "paren" and " " in mark  # (1 0): as 1 0. of other lists
            mark = mark.replace(" ", "") if parted else mark
            end = found.end()
            made = Found(kind, mark, value, start, end, strong, line_start, doubtful, parted)
            if strong and value == 1:
                above = _HEAD_ABOVE.search(folded, max(line_start - _HEAD, 0), line_start)
                if above:
                    made.head = above["head"]
                ends = above.start() if above else line_start - 1
                made.above = folded.rfind("\n", 0, max(ends, 0)) + 1
            yield made


def _between(folded: str, found: re.Match[str], line_start: int) -> bool:
    """Whether a dot has blanks on both sides, and its line begins with none: it joins two words."""
    apart = folded[found.start() - 1].isspace() and folded[found.end()].isspace()
    return apart and folded[line_start:].lstrip(" \t")[:1] not in "・･●■◆◇▪•○-"


_IROHA = "イロハニホヘトチリヌルヲ"
_IROHA_LINE = re.compile(
    rf"^[ \t]*(?P<mark>(?P<open>\()?(?P<sign>[ア二{_IROHA}])(?(open)\)))(?=[ \t.])",
    re.MULTILINE,
)


def _in_iroha(folded: str) -> dict[int, int]:
    """Where イ, ロ, ハ count lines: イ without ア above it, and ロ next; and the number of each."""
    found: dict[int, int] = {}
    run: dict[int, int] = {}
    last = ""
    for line in _IROHA_LINE.finditer(folded) if _MAY_BE_IROHA.search(folded) else ():
        sign = line["sign"].replace("二", "ニ")
        if run and sign == _IROHA[len(run)]:
            run[line.start("mark")] = len(run) + 1
        else:
            found.update(run if len(run) > 1 else {})
            run = {line.start("mark"): 1} if sign == "イ" and last != "ア" else {}
        last = sign
    found.update(run if len(run) > 1 else {})
    return found


_MAY_BE_IROHA = re.compile(r"^[ \t]*\(?ロ\)?[ \t.]", re.MULTILINE)


def _cited(folded: str) -> list[tuple[int, int]]:
    """Where a text points at numbers that stand elsewhere."""
    patterns = (_CITED_LINE, _CITED_MARKS, _CITED_ALONE, _CITED_ROW)
    return [match.span() for pattern in patterns for match in pattern.finditer(folded)]


_HEAD = 60  # characters
_HEAD_ABOVE = re.compile(
    r"(?:^|\n)[ \t]*(?P<head>【[^【】\n]+】|〔[^〔〕\n]+〕|《[^《》\n]+》"
    r"|≪[^≪≫\n]+≫|[〈<][^〈〉<>\n]+[〉>]"
    r"|\((?:[本当]?[市区町村県]|実施機関|[^()\n、。]{0,14}"
    r"(?:側|機構|会社|法人|事業者|受託者|[託供合転約]先|相手方|組合|協会|連合|センター))\)"
    r")[ \t]*\n[ \t\n]*\Z"
)


def _split(folded: str, found: re.Match[str], strong: bool, line_start: int) -> Found | None:
    """The number of which a space parts the digits, beginning where another one was found."""
    match = _SPLIT.match(folded, found.start())
    if match is None or _WORD_BEFORE.search(folded[max(match.start() - 6, 0) : match.start()]):
        return None
    if _UNIT_FOLLOWS.match(folded[match.end() : match.end() + 8]):
        return None
    mark = match.group().replace(" ", "").strip(".、")
    start = line_start if strong else match.start()
    return Found("number", mark, int(mark), start, match.end(), strong, line_start, (), split=True)


def _stands_alone(kind: str, folded: str, found: re.Match[str], before: str) -> bool:
    """Within a line a bare number needs a space behind it, or stands in a row: 1氏名、2性別."""
    if kind not in ("number", "kana", "letter") or folded[found.end() : found.end() + 1].isspace():
        return True
    if kind != "number" and found.group()[-1] == ")":
        return True
    if kind == "number" and found.group()[-1] in ".、":
        return True
    return kind == "number" and before in "、，,;；" and not folded[found.end() :][:1].isdigit()


_UNIT_FOLLOWS = re.compile(
    r"\s*(?:年(?![齢金賦収])|月(?![額謝齢報])|日(?![程時誌報])|[歳円%]|人(?!の)|件(?!名)|世帯|回(?![答収覧線数付避復])|以[上下内]|未満|程度|台(?![帳紙数風所車本])|割(?![合引当り印])|倍|級)|\s+\d(?:[\s,年月日人]|$)"
)
# 残させ、3か月ごとに点検させる, 、2人で照合する: how long, how often or how many, and no item of a
# row 1氏名、2世帯主、3年齢
_SPAN = re.compile(
    r"[ ]?(?:[かヶカケ箇]月|年間|週間|日間|桁|文字"
    r"|(?:年|日|週|回|分|時間|営業日)(?:ごと|毎|おき|以[内上下]|未満|前|後|を超え|を経過|ずつ)"
    r"|(?:人|名|件|台|社|[かヶカケ箇]所)(?:以[内上下]|未満|ずつ|体制)"
    r"|(?:人|名|件|回|枚|部|通|台|[かヶカケ箇]所|日|月|年)(?:で|が|を|に(?!ち)|は|とも))"
)
_POINTS = re.compile(r"(?:に(?:掲げ|定め|示[すし]|記載|規定|述べ)|のとおり|のうち)")
_THOUSANDS = re.compile(r"[ ]?[,，][ ]?\d[ ]?\d[ ]?\d")
_IN_THOUSANDS = re.compile(r"\d[ ]?[,，][ ]?\Z")  # 1, 5 0 0 世帯: the 5 begins no item
_REST_OF_THOUSANDS = re.compile(r"[ ]?\d[ ]?\d(?![ ]?\d)")
_HOW_OFTEN = re.compile(r"\s+[年月週日][ ]?[\d一二三四]+[ ]?回")  # 5 年1回以上 begins the fifth
_WORD_BEFORE = re.compile(
    r"(?:令和|平成|昭和|大正|明治|(?<!次)第|(?<![予契規条要節集制協誓特確])約)\s*\Z"
    r"|(?:資料|別紙|別添|No\.?)[ \t]*\Z"  # but 添付資料 may end the line above
)
# 令和6年 4月, but not 3 学年 4 学校名
_DATE_BEFORE = re.compile(r"[\d元翌当前同毎今来昨○〇一二三四五六七八九十][ ]*[年月][ ]*\Z")


def _in_sentence(folded: str, found: re.Match[str]) -> bool:
    """平成 27 年, 資料 4 2-1, 8, 9 0 1 世帯: numbers of a sentence."""
    after = folded[found.end() : found.end() + 8]
    spaced = after[:1].isspace()
    listed = folded[: found.start()].rstrip()[-1:] in ("、", "，", ",", ";")
    if not spaced and not listed and after[:1] in _NOT_AFTER and found.group()[-1:].isdigit():
        return True
    line_start = not folded[folded.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" \t-*")
    if not line_start and _SPAN.match(after):
        return True
    if spaced and not listed and not line_start and _UNIT_FOLLOWS.match(after.split("\n")[0]):
        return not _HOW_OFTEN.match(after)
    if _POINTS.match(after) and found.group()[-1:].isdigit():
        return True  # 4に掲げる項目には、…
    before = folded[max(found.start() - 6, 0) : found.start()]
    if not line_start and _THOUSANDS.match(after) and before.rstrip()[-1:].isdigit():
        return True  # 年間 2 4 , 6 1 8 件
    if not line_start and _IN_THOUSANDS.search(before) and _REST_OF_THOUSANDS.match(after):
        return True
    broken = compiled(r"\s*[月日]").match(after)  # 令和6年 and on the next line 4 月
    ends = _DATE_BEFORE.search(before.rstrip("\n") if broken else before)
    dated = found.group()[-1] not in ".、" and bool(ends)
    return dated or bool(_WORD_BEFORE.search(before))


def _value(kind: str, found: re.Match[str]) -> tuple[int, tuple[str, ...]]:
    text = found.group()
    if kind == "circled":
        return CIRCLED.index(text) + 1, ()
    if kind == "bullet":
        return -1, ()
    if kind == "paren" and text in _PAREN_DIGITS:
        return _PAREN_DIGITS.index(text) + 1, ()
    printed = found.group(f"{kind}_n")
    if kind in ("kana", "kana_paren"):
        plain = printed if printed in KANA and printed != "ロ" else ""
        if plain:
            return KANA.index(plain) + 1, ()
        others = tuple(other for other in look_alikes().get(printed, ()) if other in KANA)
        return (KANA.index(others[0]) + 1, others) if others else (0, ())
    if kind in ("letter", "letter_paren"):
        return _LETTERS.index(printed) + 1, ()
    return int(printed.replace(" ", "")), ()
