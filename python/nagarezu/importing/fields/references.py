"""References: 資料42-2, 別紙, 特記事項; a prefix left out is completed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANJI_DIGITS, fold, tidy

_N = r"\d(?:[ ]?\d)*(?:[ ]?-[ ]?\d(?:[ ]?\d)*)?"
_KANJI = rf"[{KANJI_DIGITS}]{{1,2}}"  # 別紙一
_LISTS = "チェック(?:リスト|シート|表)"  # of a paper that has one for each of its matters
_NUMBERED = re.compile(
    rf"(?P<prefix>(?:別紙[ ]?)?{_LISTS}(?=[ ]?{_N}(?:のとおり|参照|に|を|の|及|並|、|」|\)|$))"
    r"|別[紙記添]様式(?!第)|様式(?=[ ]?\d{1,2}(?:のとおり|参照|によ|に示|に定|、|\)))"
    r"|参考資料|別紙資料|別添資料|別図|資料|別紙|別添|別表|添付資料)[ ]?"
    rf"(?P<first>{_N})(?![条項\d]|,\d{{3}}(?!\d))"  # 資料52,300件 are that many sheets
    rf"(?P<more>(?:[ ]?(?:及び|並びに|、|,|から|~|・)[ ]?(?:資料|別紙|別添)?[ ]?{_N}"
    rf"(?![\d年月日人条項]))*)"
)
_MORE = re.compile(rf"(?:資料|別紙|別添)?[ ]?({_N})")
_PAPER = (
    r"(?:特記事項|遵守事項|仕様書?|特約条項|特約(?!店)|協定書|要領|一覧表?|図|フロー|様式|確認票"
    r"|調書)"
)
# 別表に再び掲げる, シート「別表」のとおり
_CITED = (
    r"」?(?:のとおり|に(?:再び|再度|改めて|併せて|まとめて)?"
    r"(?:掲げる|掲載|記載|定める|示す|まとめ))"
)
_NAMED = (
    (
        "別紙チェックリスト",
        re.compile(r"別紙[ ]?[「]?(?:個人情報保護対策)?チェックリスト(?![ ]?\d)"),
    ),
    ("チェックリスト", re.compile(r"(?:^|\n)「?チェックリスト」?(?=のとおり|参照|に記載)")),
    (
        "別紙特記事項",
        re.compile(
            r"(?<!別[添記])「特記事項」(?:\(別紙\))?"
            r"(?![ ]?\((?:別[紙添記]|資料|添付資料)[ ]?[\dア-ンA-Z])"
            r"|別紙[ ]?「?特記事項」?|特記事項\(別紙\)"
        ),
    ),
    ("別紙様式", re.compile(r"別紙様式(?![ ]?第?[ ]?\d)(?=[にのをでは(、]|により)")),
    (
        "別紙",
        re.compile(
            r"(?:内容は|詳細は)[ ]?別紙(?![ ]?[\d「チ特資])|別紙を(?:添付|付[しす])"
            rf"|別紙{_CITED}"
            # 別紙の特記事項, 別紙「…特記事項」: a paper that is called 別紙 alone
            rf"|別紙(?=の[^、。「」\n]{{0,20}}{_PAPER})|別紙(?=「[^「」]{{2,40}}」)"
        ),
    ),
    (
        "別表",
        re.compile(rf"(?<![法例則令項規程第一二])別表{_CITED}"),
    ),
    (
        "別添",
        re.compile(
            r"別添(?:\([^()]{1,10}\))?のとおり|(?<=[」項書領約表図])[ ]?\(別添\)"
            rf"|別添(?=の[^、。「」\n]{{0,20}}{_PAPER})|別添(?=「[^「」]{{2,40}}」)"
        ),
    ),
    (
        "別記",
        re.compile(
            rf"(?<=[」項書領約表図])[ ]?\(別記\)|別記{_CITED}"
            rf"|別記(?=の[^、。「」\n]{{0,20}}{_PAPER})|別記(?=「[^「」]{{2,40}}」)"
            r"|別記(?=を[^。、]{0,12}(?:添付|添え|付[しす]|遵守|示[しす]))"
        ),
    ),
    ("別添図", re.compile(r"別添図(?![ ]?\d)")),
    ("別図", re.compile(r"別図(?![ ]?\d)")),
    ("参考図", re.compile(r"参考図(?![ ]?\d)")),
)
# 別添チェックリスト, 別紙チェック表, 別添「特記事項」: by the name and what it is cited with
_WITH_NAME = re.compile(
    rf"(?P<lead>別[添記]|別紙(?!「?チェックリスト))[ ]?「?(?P<name>{_LISTS})」?(?![ ]?\d)"
    r"|(?P<with>別[添記])[ ]?「?(?P<clauses>特記事項)」?"
)
_FORMS = re.compile(
    r"(?P<label>(?:別[記紙添])?(?:様式第[ ]?\d+[ ]?号(?:の\d+)?|第[ ]?\d+[ ]?号様式))"
    r"(?=[にのを(、]|により|$)"
)
# 別紙ア, 資料ロ, 資料B: a paper with a letter for its number
_LETTERED = re.compile(
    r"(?P<prefix>資料|別紙|別添|別表|(?:別[紙記添])?様式)[ ]?"
    rf"(?P<letter>[ア-コロハニホヘト]|[A-H]|[甲乙丙丁]|{_KANJI})"
    r"(?![ァ-ヶーA-Za-z0-9])(?=[のにをは、)」。]|参照|及び|$)"
)
# one of these is in whatever the patterns above find
_ANY = re.compile("別|チェック|特記事項|参考図|資料|様式")
_LAW_ENTRY = re.compile(r"\d*[ ]?の?[ ]?項(?!目)")  # 別表14の項: an entry of the table of an Act
_LAW_TABLE = re.compile(r"(?:法|条例|項|令|規則)[ ]?別表")


@dataclass(frozen=True, slots=True)
class Reference:
    """Label in one spelling, the words that name it, and where."""

    label: str
    printed: str
    passage: Passage
    rule: str


def read(passage: Passage) -> list[Reference]:
    """Every paper that a passage points to, in order; each label once."""
    folded = fold(passage.text)
    if not _ANY.search(folded):
        return []
    found: dict[str, tuple[int, Reference]] = {}
    taken: list[tuple[int, int]] = []
    for label, pattern in _NAMED:
        for match in pattern.finditer(folded):
            if label == "別紙" and _overlaps(match.span(), taken):
                continue
            taken.append(match.span())
            reference = Reference(
                label,
                passage.text[slice(*match.span())],
                passage.part(*match.span()),
                "named_paper",
            )
            found.setdefault(label, (match.start(), reference))
    for match in _WITH_NAME.finditer(folded):
        if not _overlaps(match.span(), taken):
            label = "".join(filter(None, match.groups()))
            taken.append(match.span())
            passage_of = passage.part(*match.span())
            reference = Reference(label, match.group(), passage_of, "named_paper")
            found.setdefault(label, (match.start(), reference))
    for match in _NUMBERED.finditer(folded):
        if _overlaps(match.span(), taken) or _LAW_TABLE.search(
            folded[max(match.start() - 4, 0) : match.start() + 2]
        ):
            continue
        if match["prefix"] == "別表" and _LAW_ENTRY.match(folded, match.end("first")):
            continue
        printed = passage.text[slice(*match.span())]
        for index, number in enumerate(_numbers(match)):
            label = match["prefix"].replace(" ", "") + number
            rule = (
                "repeat_prefix"
                if index
                else "join_split_characters"
                if " " in printed
                else "numbered_paper"
            )
            reference = Reference(label, printed, passage.part(*match.span()), rule)
            found.setdefault(label, (match.start(), reference))
    for match in _LETTERED.finditer(folded):
        label = match["prefix"] + match["letter"]
        reference = Reference(label, match.group(), passage.part(*match.span()), "numbered_paper")
        found.setdefault(label, (match.start(), reference))
    for match in _FORMS.finditer(folded):
        label = compiled(r"[ ]").sub("", match["label"])
        reference = Reference(label, match.group(), passage.part(*match.span()), "numbered_paper")
        found.setdefault(label, (match.start(), reference))
    return [reference for _, reference in sorted(found.values(), key=lambda pair: pair[0])]


def _numbers(match: re.Match[str]) -> list[str]:
    numbers = [match["first"].replace(" ", "")]
    for more in _MORE.finditer(match["more"] or ""):
        number = more[1].replace(" ", "")
        # 42-2及び3 repeats the head of the first number as well
        if "-" in numbers[0] and "-" not in number:
            number = f"{numbers[0].split('-')[0]}-{number}"
        numbers.append(number)
    return numbers


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


_HEADING = re.compile(
    rf"^[ (（【]*(?P<label>{_LISTS}[ ]?{_N}"
    rf"|(?:参考資料|別添資料|資料|別紙|別添図?|別図|参考図|別表|別記|添付資料)"
    rf"[ ]?(?:{_N}|{_KANJI}(?=[ :)）】]|$)|[A-H](?![A-Za-z])|[ア-コロハニホヘト](?![ァ-ヶー])"
    r"|[甲乙丙丁](?=[ :)）】]|$))?|参考(?=[ ])"
    rf"|様式第\d+号(?:の\d+)?|第\d+号様式(?=[ (]|$))[ )）】]*"
)


# （参考資料1及び参考資料2は、別に送付する。） speaks of papers, and heads none
_OF_PAPERS = re.compile("資料(?:等?[のをに]|及び|又は)")  # （資料の返還等） above a clause
_SENTENCE = re.compile(r"(?:[はがをに、]|及び|並びに|から|の)[^。]*。")


@lru_cache(maxsize=1 << 12)
def heading(text: str) -> str:
    """The label of an attached paper if a line begins with it: 資料21-1 個人情報の流れ."""
    match = _HEADING.match(fold(text))
    if not match or len(tidy(text)) > 60 or compiled(r"のとおり|参照").search(text):
        return ""
    if _SENTENCE.match(fold(text), match.end()) or _OF_PAPERS.match(fold(text).lstrip(" (")):
        return ""
    return compiled(r"[ ]").sub("", match["label"])
