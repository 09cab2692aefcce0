"""Nobody is known from what is given: 個人を識別できない, 誰の回答か分からない, 仮名化している."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields.closed_parts import MARKED, Closed, clause_of, taker_of, text_of
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

_WHOEVER = re.compile(
    r"個人|本人|誰|だれ"
    r"|.{0,12}(?:者|人|児童?|[学徒]生|生徒|住民|市民|町民|村民|区民|方|子ども|主|家族|世帯|会員|婦|個々.*)"
)


def is_somebody(text: str) -> bool:
    """本人, 特定の利用者, だれの回答: words for one of the persons."""
    return bool(_WHOEVER.fullmatch(text)) or _whose(text)


def read(frame: Frame, found: tuple[Frame, ...]) -> Iterator[Closed]:
    """個人を識別できない, 仮名化している: nobody is known from what is given to somebody."""
    if frame.denied == (frame.act == "mask") or frame.made_to:
        return
    if frame.of and not MARKED.fullmatch(frame.of):
        return
    doer = frame.parts.get("が")
    if doer and compiled(rules("closed")["others"]).search(doer.text):
        return  # 第三者が本人を特定できないよう: who has it may well know
    if frame.act == "identify":
        known = [text_of(frame.parts.get(role)) for role in ("を", "は", "が", "")]
        if frame.verb in _REACHED:  # 本人に行き着く, 本人と結び付ける
            known += [text_of(frame.parts.get(role)) for role in ("に", "と")]
        known += [text_of(other.parts.get("")) for other in found]  # 誰のものか分からない
        values = [text_of(other.value) for other in found if other.act == "is" and other.value]
        if not any(is_somebody(text) for text in (*known, *values) if text):
            return
    given = [other for other in found if other.act in ("give", "handle", "receive", "view")]
    if any(each.act != "give" and not each.of and "が" in each.parts for each in given):
        return  # 識別できない状態にして甲社が集計する: 甲社 has what it made so
    topic = frame.parts.get("は")
    knower = _knower(frame, topic)
    who = knower or next((part for other in given if (part := taker_of(other))), None)
    who = who or _source(frame, found) or _contents(topic) or _given_to(found)
    what = text_of(topic) if topic and topic.head != "の" and topic is not who else ""
    yield Closed("nobody", given[0].act if given else "", text_of(who), what, told=clause_of(who))


_REACHED = ("行き着く", "たどり着く", "結び付ける", "結びつける", "結び付く", "結びつく")
_BODY = re.compile("(?:[館社課市区町村県者学校院会所局署団]|センター|組合|機構|窓口)$")
_ROLE = re.compile(r"(?:受託|委託|受注|事業|再受託|業|利用課の)者$|会社$")


def _knower(frame: Frame, topic: Part | None) -> Part | None:
    """乙 of だれの回答かは乙には分からない, 乙は回答者がだれであるかを知り得ない."""
    if frame.verb in ("分かる", "知る"):
        part = frame.parts.get("に") or frame.parts.get("で")
        if part is frame.parts.get("で") and part and not _BODY.search(part.text):
            part = None  # 番号だけでは分からない
        if part is None and frame.verb == "知る" and len(frame.parts) > 1:
            part = topic or frame.parts.get("が")
        if part and (_ROLE.search(part.text) or not _WHOEVER.fullmatch(part.text)):
            return None if _whose(part.text) else part
    return None


def _source(frame: Frame, found: tuple[Frame, ...]) -> Part | None:
    """From what nobody is known: 台帳に記録された情報から, 乙サイト側の情報だけで, …を見ても."""
    seen = [other.parts.get("を") for other in found if other.act == "view" and not other.of]
    for part in (frame.parts.get("から"), frame.parts.get("で"), *seen):
        if part is None:
            continue
        if part.told and part.told.act in ("keep", "give"):
            if where := part.told.part("に"):
                return where
        elif compiled(r"(?:本|この|当該?)(?:個人情報)?(?:ファイル|台帳|名簿)").fullmatch(part.text):
            return part
        elif content := _contents(part):
            return content
    return None


def _given_to(found: tuple[Frame, ...]) -> Part | None:
    """甲館 of 甲館への提供は匿名化したものとする."""
    topics = [part for other in found if (part := other.parts.get("は"))]
    ends = [(text, part) for part in topics for text, link in part.of if link == "に"]
    return Part(ends[0][0], ends[0][1].start, ends[0][1].end, ends[0][0]) if ends else None


def _contents(part: Part | None) -> Part | None:
    """乙サイト of 乙サイトの中身は番号で管理するので、…."""
    pattern = r"(.{2,}?)(?:側の|の|上の|内の|中の)(?:情報|データ|記録|内容|中身)"
    content = compiled(pattern).fullmatch(part.text) if part else None
    return Part(content[1], part.start, part.end, content[1]) if content and part else None


def _whose(text: str) -> bool:
    return bool(compiled(r"(?:どの|誰|だれ)").match(text))
