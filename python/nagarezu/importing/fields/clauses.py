"""Clauses of a 特記事項: heading, number, who is bound, and in what mood; what they refer to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.importing.fields.categories import Coded, code
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANJI_DIGITS, counted, fold, tidy

_HEADING = re.compile(r"^[ \t　]*[(（【](?P<head>[^()（）【】]{1,40})[)）】][ \t　]*$")
_HEADING_LEAD = re.compile(
    r"^[ \t　]*[(（【](?P<head>[^()（）【】0-9]{2,40})[)）】][ \t　]*"
    rf"(?=第?[ ]?[0-9０-９]|第[ ]?[{KANJI_DIGITS}])"
)
_HEADING_TAIL = re.compile(r"。[ \t　]*[(（](?P<head>[^()（）。]{2,30})[)）][ \t　]*$")
_NUMBER = re.compile(
    rf"^[ \t　]*(?:-[ \t]+)?(?P<mark>第[ ]?(?P<article>\d{{1,3}}|[{KANJI_DIGITS}]{{1,3}})"
    r"(?![ ]?[項号\d])[ ]?条?"
    r"|(?P<plain>\d[ ]\d(?=[ ])|\d{1,3}))(?:[ 　.．、]+|(?=[^\d\s]))(?![年月日人])"
)
_SUB = re.compile(
    r"^[ \t　]*(?:-[ \t]+)?[(（](?:\d{1,2}|[ア-ン])[)）]|^[ \t　]*(?:-[ \t]+)?[①-⑳・]"
)
_CONSENT = re.compile(
    r"(?:承諾|承認|許可|許諾|同意)(?:が|を)?(?:あ(?:る|った)(?:とき|場合)|[がの](?:ない(?:とき|場合|限り)|なければ)|(?:し|得|受け)た(?:とき|場合)|得なければ|得ることなく|得て|受けた(?:とき|場合)|なく|なしに|得ないで|得ずに|を?要|を(?:得|受け)る(?:もの|こと))"
    r"|(?:承諾|承認|許可|許諾|同意)(?:が|を|した)[^。]{0,10}(?:除き|限り)"
)
# a consent that another clause is about: who has it must do what follows
_GIVEN = re.compile(
    r"前[項条](?:の規定に(?:よ|基づ)[りくい]る?|ただし書)?の?(?:[^、。]{0,12}の)?"
    r"(?:承諾|承認|許可|許諾|同意)(?:を|が)?(?:得て?|受けて?|あった|あり)[^。]{0,40}?(?:とき|場合)"
)
_FORBIDDEN_END = re.compile(  # …漏らしてはならないことを周知しなければならない is a duty
    r"(?:てはならない|ではならない|禁止(?:する|とする)?|ないものと(?:し|する)|ことは?できない|禁ずる|禁じる"
    r"|てはいけない)(?:ものとする)?[ 　]*(?:[(（][^()（）]*[)）])?$"
    r"|てはならず、|てはならない(?=もの(?!と)|、)"
)
_RANGE = re.compile(r"第(\d+)(?:項|号|条)?から第(\d+)(?:項|号|条)?まで")
_SINGLE = re.compile(r"第(\d+)(?:項|条)")
_LAW = re.compile(r"(?:法|条例|規則|令|規程)(?:」)?第\d+条(?:第\d+項)?|同条第\d+項")


@dataclass(slots=True)
class Clause:
    """`refers_to` are numbers of clauses of the same paper."""

    number: int
    heading: str
    text: str
    passage: Passage
    obligor: str
    modality: str
    coded: Coded
    refers_to: list[int] = field(default_factory=list)
    rule: str = "numbered_clause"


@dataclass(slots=True)
class _Numbered:
    """A clause in the making, with its article and paragraph where the paper counts both."""

    article: int
    paragraph: int
    heading: str
    parts: list[Passage]
    bare: bool = False  # nothing but the heading stands there yet


def read(lines: Sequence[Passage]) -> list[Clause]:
    """The clauses of consecutive lines, in order; one heading may hold several."""
    if titled := _titled(lines):
        return titled
    found: list[_Numbered] = []
    heading = ""
    lines = _by_paragraphs(lines)
    articles = _has_articles(lines)
    for line in lines:
        text = fold(line.text)
        head = _HEADING.match(text)
        if head and not head["head"].strip().isdigit():
            heading = tidy(line.text).strip("()（）【】")
            continue
        lead = _HEADING_LEAD.match(text)
        if lead:
            heading = tidy(lead["head"])
            line = line.part(lead.end())
            text = fold(line.text)
        tail = _HEADING_TAIL.search(line.text)
        if tail:  # the heading of the next clause, drawn up to the end of this line
            line = line.part(0, tail.start() + 1)
        number = None if _SUB.match(text) else _NUMBER.match(text)
        begun = _begun(number, found, articles) if number else None
        if number and begun:
            body = line.part(number.end())
            inline = _inline_heading(body)
            if inline:
                heading, body = inline
            found.append(_Numbered(*begun, heading, [body], bool(inline) and body.text == heading))
        elif found and line.text.strip():
            last = found[-1]
            if last.bare:
                line = line.part(number.end()) if number else line
                last.parts, last.bare = [], False
            last.parts.append(line)
        if tail:
            heading = tidy(tail["head"])
    return _clauses(found, articles)


_PARAGRAPH = re.compile(
    rf"^[ \t　]*第[ ]?(?P<n>\d{{1,3}}|[{KANJI_DIGITS}]{{1,3}})[ ]?項(?=[ \u3000\t(])[ \u3000\t]*"
)


def _by_paragraphs(lines: Sequence[Passage]) -> Sequence[Passage]:
    """第1項, 第2項 … in front of the clauses of a paper without articles: their bare numbers."""
    found = [(at, m) for at, line in enumerate(lines) if (m := _PARAGRAPH.match(fold(line.text)))]
    if len(found) < 2 or [counted(m["n"]) for _, m in found] != list(range(1, len(found) + 1)):
        return lines
    made = list(lines)
    for at, match in found:
        line = lines[at]
        rest = line.part(match.end())
        made[at] = joined([Passage(match["n"], (0,), line.spots[:1]), rest], " ")
    return made


_TITLED = re.compile(
    r"^[ \t　]*[(（【](?P<head>[^()（）【】0-9０-９]{2,20})[)）】][ \t　]*(?=[^ \t　].*。[ \t　]*$)"
)


def _titled(lines: Sequence[Passage]) -> list[Clause]:
    """Clauses of a list that prints no numbers, each with its heading on its line."""
    filled = [line for line in lines if line.text.strip()]
    heads = [_TITLED.match(line.text) for line in filled]
    if len(filled) < 2 or not all(heads):
        return []
    return [
        _clause(at, tidy(head["head"]), line.part(head.end()))
        for at, (head, line) in enumerate(zip(heads, filled, strict=True), 1)
        if head is not None
    ]


def _has_articles(lines: Sequence[Passage]) -> bool:
    """Whether the paper counts articles, 第1, 第2 or 第1条, with paragraphs below them."""
    numbers = (_NUMBER.match(fold(line.text)) for line in lines)
    return sum(1 for number in numbers if number and number["article"]) >= 2


def _begun(number: re.Match[str], found: list[_Numbered], articles: bool) -> tuple[int, int] | None:
    """Article and paragraph that a number begins; None for a number that is out of order."""
    value = counted(number["article"] or number["plain"])  # 1 0, as OCR parts it
    article = found[-1].article if found else 0
    if not articles or number["article"]:
        return (value, 1) if article < value <= article + 3 else None
    if found and not found[-1].bare and value == found[-1].paragraph + 1:
        return article, value
    return None


def _clauses(found: list[_Numbered], articles: bool) -> list[Clause]:
    order = {(each.article, each.paragraph): at for at, each in enumerate(found, 1)}
    clauses: list[Clause] = []
    counted = articles and any(each.paragraph > 1 for each in found)
    order = order if counted else {(each.article, 1): each.article for each in found}
    for at, each in enumerate(found, 1):
        clause = _clause(at if counted else each.article, each.heading, joined(each.parts))
        if articles:
            clause.refers_to = _refers_in_articles(clause.text, each, clause.number, order)
        clauses.append(clause)
    for before, after in pairwise(clauses):
        if compiled(r"前項による[^。]{1,8}は").match(
            after.text
        ):  # its subject is that of the clause before
            after.obligor = before.obligor
    return clauses


def _inline_heading(body: Passage) -> tuple[str, Passage] | None:
    """第2条（秘密の保持） 乙は…, or 秘密の保持 alone on the line of the number."""
    match = compiled(r"^[(（【]([^()（）【】]{2,40})[)）】][ \t　]*").match(body.text)
    if match and not compiled(r"^\d+$").match(fold(match[1])):
        return tidy(match[1]), body.part(match.end())
    if (
        len(body.text) <= 24
        and "。" not in body.text
        and not compiled(r"[はがを]").search(body.text)
    ):
        return tidy(body.text), Passage(body.text, body.starts, body.spots)
    return None


def _clause(number: int, heading: str, passage: Passage) -> Clause:
    text = tidy(passage.text)
    first = compiled(r"。").split(text)[0]
    return Clause(
        number,
        heading,
        text,
        passage,
        "own" if _own(first) else "partner",
        _modality(text),
        code(f"{heading}。{text}" if heading else text),
        _refers(text, number),
    )


def _own(first: str) -> bool:
    """Who the sentence binds: its first subject. 受託者 or 乙 is the partner, 甲 the own side."""
    match = compiled(
        r"(甲|乙|委託者|受託者|発注者|受注者|区|市|町|村|事業者)(?:は|が|に対し)"
    ).search(first)
    if not match:
        return False
    return match[1] in ("甲", "委託者", "発注者", "区", "市", "町", "村")


def _modality(text: str) -> str:
    if _CONSENT.search(_GIVEN.sub("", text)):
        return "consent"
    ends = (
        sentence for sentence in compiled(r"[。\n]").split(text) if _FORBIDDEN_END.search(sentence)
    )
    return "prohibition" if next(ends, "") else "duty"


def _refers(text: str, number: int) -> list[int]:
    plain = _LAW.sub("", fold(text))
    found: set[int] = set()
    if compiled(r"前各(?:項|号|条)").search(plain):
        found.update(range(1, number))
    if compiled(r"前(?:項|条)(?!各)").search(plain):
        found.add(number - 1)
    for first, last in _RANGE.findall(plain):
        found.update(range(int(first), int(last) + 1))
    for single in _SINGLE.findall(_RANGE.sub("", plain)):
        found.add(int(single))
    return sorted(each for each in found if each >= 1 and each != number)


_CITED = re.compile(r"第(?P<article>\d+)条(?:第(?P<of>\d+)項)?|第(?P<paragraph>\d+)項")


def _refers_in_articles(
    text: str, own: _Numbered, at: int, order: dict[tuple[int, int], int]
) -> list[int]:
    """The clauses that a text cites where articles have paragraphs: 第5条第2項, 前項, 前条."""
    plain = _LAW.sub("", fold(text))
    found: set[int] = set()
    if compiled(r"前各(?:項|号|条)").search(plain):
        found.update(range(1, at))
    if compiled(r"前項").search(plain):
        found.add(at - 1)
    if compiled(r"前条").search(plain):
        found.add(order.get((own.article - 1, 1), 0))
    for match in _CITED.finditer(plain):
        article = int(match["article"] or own.article)
        found.add(order.get((article, int(match["of"] or match["paragraph"] or 1)), 0))
    return sorted(each for each in found if each >= 1 and each != at)
