"""Claims: closed-world statements that a document makes about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from nagarezu.importing.fields import kept_after
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, outside_brackets


@dataclass(slots=True)
class Statement:
    """`kind` as in the case format; `holder` and `items` as printed, still to be resolved."""

    kind: str
    text: str
    rule: str
    holder: str = ""
    items: list[str] = field(default_factory=list)
    storage: bool = False
    strict: bool = False  # only about somebody whom its words name
    start: int = 0  # where in the sentence it begins


@dataclass(frozen=True, slots=True)
class Pair:
    """From whom and to whom, as printed; one of them may be empty. `what` is sent."""

    giver: str
    taker: str
    what: str = ""
    says: str = ""


_AND = re.compile(r"及び|並びに|および|ならびに|のほか|(?<!ご)と(?=[^。、]{1,20}$)")
_ONLY = re.compile(
    r"(?:のみ|だけ)(?!(?:で|が|に|により|による|では|でなく|は)(?!あ|す|限))|に限(?:る|ら|り|っ|定)"
    r"|にとど(?:ま|め)|の[0-9０-９二三四五六七八九]{1,2}(?:項目|点|つ)(?:で(?:あ|す)|とする|。|$)"
    r"|以外の(?:個人)?(?:情報|項目|データ|事項)(?:は|を)、?[^。、]{0,24}(?:ない|ません)"
)
# …日時に限り接続させる limits what is done, not which items somebody gets
_OF_ACTS = re.compile(
    r"に限り、?[^。、]{0,12}?(?:接続|実施|許可|認め|行[うわい]|使用|利用|立ち?入|開放|入室|操作|貸与|承認|有効)"
    r"|(?:のみ|だけ)を、?(?:今回|新たに|新しく){0,2}(?:加え|追加)"  # what was there before stays
)
_STEPS = re.compile(
    r"は、?|が、?|に?必要(?:な|となる)|には?、?|へは?、?|について|として|、|の|を|に係る|ための"
    r"|(?:要|使用|利用|記載|印字|印刷|記録|送信|登録|表示)する|(?:用い|定め)る"
)
_COUNTED = re.compile(r"の[0-9０-９一二三四五六七八九]{1,2}(?:項目|点|つ)$")
_PER = re.compile(r"(?:ごと|別)の(?=(?:人数|件数|割合|合計|集計))")  # 年齢ごとの人数
_MOST = 20  # words that close a list which one sentence may have
_NEAR = 120  # characters in front of のみ that may name items
_OWNER = re.compile(r"^(?:.*?)(?:者|人|住民)の(?=[^、]{1,30})")


@cache
def _compiled(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], dict[str, Any]], ...]:
    """The patterns of one list of the data file, each with what it needs and its other members."""
    entries = [{"words": each} if isinstance(each, str) else each for each in rules("claims")[name]]
    return tuple(
        (re.compile(each["words"]), re.compile(each.get("needs", "")), each) for each in entries
    )


def _possible(name: str, plain: str) -> Iterator[tuple[re.Pattern[str], dict[str, Any]]]:
    """The patterns of one list of the data file that a sentence may have."""
    for pattern, needs, rule in _compiled(name):
        if needs.search(plain):
            yield pattern, rule


def read(sentence: str, head: str = "", *, measure: bool = False) -> Iterator[Statement]:
    """The statements of one sentence, by the patterns of the data file; each kind once.

    「再委託の禁止」 is one in the words of a measure; else it is the head of what is said below.
    """
    plain = fold(sentence)
    seen: set[str] = set()
    for pattern, rule in _possible("patterns", plain):
        match = pattern.search(plain)
        if not match or rule["rule"] in seen or (rule.get("measure") and not measure):
            continue
        if not compiled(rule.get("head", "")).search(key(head)):
            continue
        forbids = rule["kind"] == "depth_at_most"
        if forbids and compiled(rules("claims")["allowed"]).search(plain):
            continue
        if rule.get("strict") and compiled(rules("claims")["limited"]).search(plain):
            continue
        seen.add(rule["rule"])
        groups = match.groupdict()
        start = match.start("holder" if "holder" in groups else 0)
        statement = Statement(rule["kind"], sentence, rule["rule"], start=start)
        statement.holder = _cut(sentence, match, "holder") if groups.get("holder") else ""
        if groups.get("items"):
            statement.items = parts(_OWNER.sub("", _cut(sentence, match, "items")))
        statement.storage = bool(rule.get("storage", False))
        statement.strict = bool(rule.get("strict", False))
        yield statement


def closed(sentence: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """What may be the names of items in front of …のみ, …だけ, …に限る; each with shorter readings.

    「委託先が扱う情報は、申込者の氏名及び住所のみ」: (("委託先が扱う情報は、申込者の氏名", …,
    "申込者の氏名", "氏名"), ("住所",)).
    """
    for match in islice(_ONLY.finditer(sentence), _MOST):
        before = _COUNTED.sub("", sentence[max(match.start() - _NEAR, 0) : match.start()])
        before = _PER.sub("、", before)
        if _OF_ACTS.match(sentence, match.start()) or _inside(before):
            continue
        pieces = [
            piece.strip()
            for part in outside_brackets(before, "、，,・")
            for piece in _AND.split(part)
        ]
        names = tuple(_readings(piece) for piece in pieces if piece)
        if names:
            yield names


def whom(sentence: str) -> Iterator[tuple[str, str]]:
    """(提供, "甲課及び乙課") of 提供先は甲課及び乙課のみ: an act, and those who alone are named."""
    plain = fold(sentence)
    for pattern, _ in _possible("whom", plain):
        match = pattern.search(plain)
        if match:
            yield match["act"], _cut(sentence, match, "names")


def denied(sentence: str) -> Iterator[tuple[str, str]]:
    """(提供, "甲課及び乙課") of 甲課及び乙課への提供は行っていない: those who get nothing."""
    plain = fold(sentence)
    if compiled(rules("claims")["limited"]).search(plain):
        return
    for pattern, _ in _possible("denied", plain):
        match = pattern.search(plain)
        if match:
            yield match["act"], _cut(sentence, match, "names")


def includes(sentence: str) -> list[tuple[str, list[str]]]:
    """(甲社, [氏名, 住所]) of 甲社には氏名及び住所を提供する; 処理させる may name nobody."""
    plain = fold(sentence)
    for pattern, _ in _possible("includes", plain):
        found = [
            (_cut(sentence, match, "holder"), parts(_cut(sentence, match, "items")))
            for match in pattern.finditer(plain)
            if not _ONLY.search(match["items"])
        ]
        if found:
            return [*_in_front(sentence, plain), *found]
    return []


# 甲課には氏名及び住所を、乙課には…を渡す: what is done stands at the end of all
_ALIKE = re.compile(
    r"(?:^|[、。\s])(?P<holder>[^、。はがをに\s]{2,24})(?:には|に対しては|へは)、?"
    r"(?P<items>[^。をはが]{2,80})を、(?=[^。、]{2,24}(?:には|に対しては|へは))"
)


def _in_front(sentence: str, plain: str) -> Iterator[tuple[str, list[str]]]:
    for match in _ALIKE.finditer(plain):
        yield _cut(sentence, match, "holder"), parts(_cut(sentence, match, "items"))


def kept(sentence: str) -> Iterator[tuple[str, list[str]]]:
    """(台帳, [電話番号]) of 電話番号を台帳に登載する; nothing that staff enter of themselves."""
    plain = fold(sentence)
    found = False
    for pattern, _ in _possible("kept", plain):
        for match in pattern.finditer(plain):
            found = True
            if not compiled(rules("claims")["staff"]).search(match.group()):
                yield _cut(sentence, match, "where"), parts(_cut(sentence, match, "items"))
    if not found:
        yield from kept_after.read(sentence)


def ways(sentence: str, name: str) -> Iterator[Pair]:
    """From whom to whom something goes (`ways`), goes alone, or never goes (`one_way`).

    What is only supposed is no way; what is denied of some only (同意のない者の情報), no denial.
    """
    words = rules("claims")
    plain = fold(sentence)
    if name == "ways" and compiled(words["supposed"]).search(plain):
        return
    for pattern, _, rule in _compiled("one_way_alike"):
        plain = pattern.sub(rule["means"], plain)
    limited = compiled(words["limited"]).search(plain)
    for pattern, rule in _possible(name, plain):
        if limited and rule.get("says") == "never":
            continue
        for match in pattern.finditer(plain):
            found = match.groupdict()
            yield Pair(
                found.get("from") or "",
                found.get("to") or "",
                found.get("object")
                or found.get("what")
                or _topic(plain[: match.start("to" if "to" in found else 0)], rule),
                rule.get("says", ""),
            )


_TOPIC = re.compile(r"(?P<items>[^。は]{2,60})は、?$")


def _topic(lead: str, rule: dict[str, Any]) -> str:
    """氏名及び住所は、乙に送信しない: what is denied of these alone."""
    told = _TOPIC.search(lead) if rule.get("says") == "never" else None
    items = parts(told["items"]) if told else []
    return items[-1] if any(meaning(each).classes for each in items) else ""


def parts(text: str) -> list[str]:
    """「氏名、住所及び電話番号」 as three."""
    return [
        piece.strip()
        for part in outside_brackets(text, "、，,")
        for piece in _AND.split(part)
        if piece.strip()
    ]


def _inside(before: str) -> bool:
    """Whether a bracket is open: 甲県（報告に限る。） limits an entry of a list."""
    return sum(map(before.count, "（(")) > sum(map(before.count, "）)"))


def _readings(part: str) -> tuple[str, ...]:
    """A name with less and less of what stands in front of it, the longest first."""
    starts = [0, *[match.end() for match in _STEPS.finditer(part) if match.end() < len(part)]]
    return tuple(part[start:] for start in starts)


def _cut(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[slice(*match.span(group))].strip("、 ")
