"""The parts of a row of items: of whom, which items, and in what system they are recorded.

A row prints them below heads with or without numbers, on lines of their own or in one line where
the line breaks are lost: 1 個人の範囲 … 2 記録項目 … 3 記録するコンピュータ …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nagarezu.importing.form import labels
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy, without_brackets

Role = Literal["subjects", "items", "computer", "denied"]
_MARK = (
    r"(?:\d{1,2}[ ]?[.．、)）]?|[(（]\d{1,2}[)）]|[①-⑳⑴-⒇]"
    r"|[ア-オ](?:[)）]|(?=[ .．、]))|[(（][ア-オ][)）]"
    r"|[○●◎■◆◇□▪・])"
)
_LINE = re.compile(rf"(?:^|\n)[ \t\u3000]*(?P<mark>{_MARK})?[ \t\u3000]*(?=\S)")
_INLINE = re.compile(rf"(?<=[ 　。】])(?P<mark>{_MARK})[ \t\u3000]*(?=\S)")
_ENDS = re.compile(
    r"[ \t\u3000]*[:：][ \t\u3000]*|[ \t\u3000\n]+|[】〕＞>）)][:：]?[ \t\u3000\n]*|$"
)
_EXPLAINED = re.compile(r"[(（][^()（）\n]{1,40}[)）]$")
_GROUP = re.compile(
    r"(?<=\S)\n[ \t\u3000]*【(?=[^【】\n]{0,40}(?:項目|情報|事項|内容)】"
    r"|[^【】\n]{1,40}】[ \t\u3000]*\n?[ \t\u3000]*(?:①|[(（][1１][)）]))"
)
_LONGEST = 60  # characters of a head with its explanation
# 3 再委託先に取り扱わせる項目, 4 取り扱わせない項目: heads in an office's own words
_OWN = re.compile(
    r"(?P<head>[^、。\n:：①-⑳]{2,30}(?:項目|情報))(?:[(（][^()（）\n]{1,20}[)）])?"
    r"[ \t\u3000]*(?:\n|$)"
)
_DENIES = re.compile(r"(?:ない|ず)(?:個人)?(?:情報)?(?:の?項目)?$|除く|除外")


@dataclass(slots=True)
class Part:
    """One part; what stands in front of the first head is one of items without a head."""

    role: Role
    head: str
    body: Passage


@dataclass(slots=True)
class _Head:
    role: Role
    text: str
    start: int
    end: int
    mark: str  # of what kind, empty without one
    number: str = ""  # the mark itself


def parts(value: Passage) -> list[Part]:
    """The parts in their order; one of items alone if the row has no heads."""
    heads = list(_heads(value.text))
    if not heads:
        return [Part("items", "", value)]
    found: list[Part] = []
    headed = any(head.role == "items" for head in heads)
    before = value.part(0, heads[0].start)
    if before:
        found.append(Part("items", "", before))
    for index, head in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else len(value.text)
        body = value.part(head.end, end)
        group = None
        if not headed and head.role == "subjects":
            group = _GROUP.search(body.text) or _items_behind(body)
        found.append(Part(head.role, head.text, body.part(0, group.start()) if group else body))
        if group:  # 【対象者】 … 【受信する項目】 …: groups of items behind the persons
            found.append(Part("items", "", body.part(group.start())))
    if any(part.role == "items" and part.head for part in found):
        found = [part for part in found if part.head or part.role != "items"]
    return found


_PERSON = re.compile(r"(?:[者人児民婦員方]|生徒|児童|学生|世帯|家族|子ども|もの)(?:等|など)?$")
_LISTED = re.compile(r"(?<=\S)\n[ 　]*(?=①|[(（][1１ア][)）]|[1１ア][)）.． 　])")


def _items_behind(body: Passage) -> re.Match[str] | None:
    """対象者　妊婦 and below it ①氏名, ②住所: where what is counted begins, if it is no persons."""
    found = _LISTED.search(body.text)
    listed = outline(body.part(found.end()))[1] if found else []
    names = (without_brackets(tidy(each.passage.text)).strip() for each in listed)
    persons = any(_PERSON.search(name) for name in names)
    return found if len(listed) > 1 and not persons else None


def _heads(text: str) -> Iterator[_Head]:
    folded = fold(text)
    seen: list[_Head] = []
    starts = {found.end(): found for found in _LINE.finditer(folded)}
    for found in _INLINE.finditer(folded):
        starts.setdefault(found.end(), found)
    for offset in sorted(starts):
        head = _head(text, offset, starts[offset])
        if head is None and seen and seen[-1].mark:
            head = _own_head(text, offset, starts[offset], seen[-1])
        if head is None or (seen and head.start < seen[-1].end):
            continue
        if seen and seen[0].mark and head.mark != seen[0].mark:
            continue  # a line such as 対象者, or (2)対象者の番号, within a numbered part
        seen.append(head)
        yield head


def _head(text: str, offset: int, found: re.Match[str]) -> _Head | None:
    """個人の範囲 in front of a part, with a space, colon, bracket or line end behind it."""
    opened = text[offset] in "【〔＜<「（("
    begin = offset + 1 if opened else offset
    for end in _ENDS.finditer(text, begin, begin + _LONGEST):
        printed = text[begin : end.start()]
        label = labels.find("inside_items", _EXPLAINED.sub("", printed))
        if label is None or (label.rule == "label_look_alike" and not found["mark"]):
            continue
        start = found.start("mark") if found["mark"] else offset
        kind = _kind(found["mark"] or "") or ("bracket" if opened else "")
        return _Head(_role(label.field), printed, start, end.end(), kind, found["mark"] or "")
    return None


def _own_head(text: str, offset: int, found: re.Match[str], above: _Head) -> _Head | None:
    """A line behind the next number after that of a head: it is one, too."""
    mark = found["mark"] or ""
    told = _OWN.match(text, offset)
    if told is None or _kind(mark) != above.mark or _number(mark) != _number(above.number) + 1:
        return None
    role: Role = "denied" if _DENIES.search(told["head"]) else "items"
    return _Head(role, told["head"], found.start("mark"), told.end(), _kind(mark), mark)


def _number(mark: str) -> int:
    """The place of a mark in its row: 2, (2), イ; far below any other without one."""
    plain = compiled(r"[()（）\s.．、]").sub("", fold(mark))
    letters = "アイウエオ"
    return int(plain) if plain.isdecimal() else letters.find(plain) if plain else -9


def _kind(mark: str) -> str:
    """(1) and （１） are alike, 1. and (1) are not."""
    return (
        compiled(r"[①-⑳]")
        .sub("①", compiled(r"[ア-オ]").sub("ア", compiled(r"\d+").sub("1", mark)))
        .rstrip(" .．、")
    )


def _role(field: str) -> Role:
    return "subjects" if field == "subjects" else "computer" if field == "computer" else "items"
