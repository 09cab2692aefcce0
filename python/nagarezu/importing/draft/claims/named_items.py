"""Items that a sentence names as recorded or handed over, or as what a party works with.

「台帳に登録された血液型」 says that 血液型 is recorded; 「甲社は、氏名及び税額を用いる」 that
甲社 has both. The words need not be among those of the tables: what is an item by its kind, or
stands in some list of the document, is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

_RECORDED = ("keep", "receive", "give")
_USES = ("handle", "view", "receive", "keep")
_PIECES = re.compile(r"、|及び|並びに|又は|または|・|(?<!ご)と(?=[^の]{2,})")
_ENDING = re.compile(r"^(?:さ?れ|し|す)?(?:て(?:い|ある?)?)?(?:た|る)?")
_TO_WHOM = re.compile("への|に対する|からの|ごと")
_PERSON = re.compile(r"(?:者|人|世帯主?|もの|方|住民|児童|生徒|学生)$")
_BROKEN = re.compile(r"[0-9\s]")
_LONGEST = 300  # characters of a sentence


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rules("spoken")[name])


@cache
def _kinds() -> re.Pattern[str]:
    told = "|".join(f"(?:{each['told']})" for each in rules("spoken")["kinds"])
    return re.compile(f"(?:{told})(?:名|の名称|の氏名)?")


def tells(text: str) -> bool:
    """Whether a text may speak of what is recorded."""
    return len(text) <= _LONGEST and bool(_word("recorded").search(text))


def recorded(text: str, found: Sequence[Frame]) -> Iterator[tuple[str, Frame]]:
    """生年月日 of 市が送る生年月日により照合する: what a clause in front of it says to be there."""
    for frame in found:
        if not frame.of or frame.denied or frame.supposed or frame.made_to:
            continue
        if frame.act in ("give", "receive") and "を" in frame.parts:
            continue  # 名簿を渡した地区, 助成を受ける資格: not what is given or received
        if frame.act not in _RECORDED and not _word("written").fullmatch(frame.verb):
            continue
        begin = frame.end
        end = text.find(frame.of, begin)
        if end < 0:
            continue
        pieces = _PIECES.split(_ENDING.sub("", text[begin : end + len(frame.of)]))
        if len(pieces) > 1 and _PERSON.search(pieces[0]):
            continue  # 市内に住所を有する者又は市内の中学校を出た者
        for piece in pieces:
            thing = _TO_WHOM.split(piece)[0]
            name = told_items.bare(_word("measure_of").sub("", thing))
            if _is_personal(name) and not _word("no_item").search(name):
                yield name, frame


def _is_personal(name: str) -> bool:
    """Whether words are the name of something that tells of a person."""
    if _kinds().fullmatch(name):
        return True
    of_persons = set(meaning(name).classes) & set(rules("spoken")["of_persons"])
    return bool(of_persons) and told_items.is_name(name) and not _BROKEN.search(name)


def used(builder: Builder, found: Sequence[Frame]) -> Iterator[tuple[str, Frame]]:
    """Items of any list that somebody is said to work with, of at least two in a row."""
    for frame in found:
        part = frame.part("を")
        if frame.act not in _USES or frame.denied or frame.supposed or part is None:
            continue
        if part.besides or part.only:
            continue
        names = [told_items.bare(piece) for piece in _PIECES.split(_text(part))]
        known = [name for name in names if builder.find_item(name)]
        if len(known) > 1 and len(known) == len(names):
            for name in known:
                yield name, frame


def given(builder: Builder, found: Sequence[Frame]) -> Iterator[tuple[str, Frame]]:
    """甲課に、氏名及び助成額を移転する: items of any list that somebody is given, two or more."""
    for frame in found:
        part, to = frame.part("を"), frame.part("に")
        if frame.act != "give" or frame.denied or frame.supposed or frame.of:
            continue
        if part is None or to is None or part.besides or to.besides or frame.made_to:
            continue
        names = [told_items.bare(piece) for piece in _PIECES.split(_text(part))]
        if len(names) > 1 and all(builder.find_item(name) for name in names):
            for name in names:
                yield name, frame


def _text(part: Part) -> str:
    return compiled(r"(?:の(?:情報|項目|データ))$").sub("", part.text)
