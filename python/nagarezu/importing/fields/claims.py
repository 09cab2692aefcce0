"""Claims: closed-world statements that a document makes about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy


@dataclass(slots=True)
class Statement:
    """`kind` as in the case format; `holder` and `items` as printed, still to be resolved."""

    kind: str
    text: str
    passage: Passage
    rule: str
    holder: str = ""
    items: list[str] = field(default_factory=list)
    categories: tuple[str, ...] = ()
    limit: int = -1
    storage: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A sentence that says …のみ. `names` are the parts in front, each with its shorter readings.

    「委託先が扱う情報は、申込者の氏名及び住所のみ」: (("委託先が扱う情報は、申込者の氏名", …,
    "申込者の氏名", "氏名"), ("住所",)).
    """

    sentence: str
    passage: Passage
    names: tuple[tuple[str, ...], ...]


_AND = re.compile(r"及び|並びに|および|ならびに|と(?=[^。、]{1,20}$)")
_ONLY = re.compile(
    r"(?:のみ|だけ)(?!(?:で|が|に|により|による|では|でなく|は)(?!あ|す|限))|に限(?:る|り|っ|定)"
)
# …日時に限り接続させる limits what is done, not which items somebody gets
_OF_ACTS = re.compile(
    r"に限り、?[^。、]{0,12}?(?:接続|実施|許可|認め|行[うわい]|使用|利用|立ち?入|開放|入室|操作|貸与|承認|有効)"
)
_STEPS = re.compile(r"は、?|が、?|には?、?|へは?、?|について|として|、|の|を")
_SENTENCE = re.compile(r"(?<=。)|\n(?=\s*(?:[0-9０-９①-⑳(（・※●○■]|[ア-ン][ \u3000]))")
_NEAR = 120  # characters in front of のみ that may name items


def read(text: str, passage: Passage) -> list[Statement]:
    """The claims of one sentence or paragraph, by the patterns of the data file."""
    found: list[Statement] = []
    for sentence in re.split(r"(?<=。)", tidy(text)):
        plain = fold(sentence)
        for rule in rules("claims")["patterns"]:
            match = re.search(rule["words"], plain)
            if not match:
                continue
            groups = match.groupdict()
            statement = Statement(rule["kind"], sentence, passage, rule["rule"])
            statement.holder = _cut(sentence, match, "holder") if groups.get("holder") else ""
            if groups.get("items"):
                statement.items = _items(_cut(sentence, match, "items"))
            statement.categories = tuple(rule.get("categories", ()))
            statement.limit = int(rule.get("limit", -1))
            statement.storage = bool(rule.get("storage", False))
            found.append(statement)
    return found


def closed(passage: Passage) -> Iterator[Closed]:
    """Sentences with …のみ, …だけ or …に限る, and what may be the names of items in front of it."""
    if not _ONLY.search(passage.text):
        return
    for sentence in map(tidy, _SENTENCE.split(passage.text)):
        for match in _ONLY.finditer(sentence):
            if _OF_ACTS.match(sentence, match.start()):
                continue
            before = sentence[max(match.start() - _NEAR, 0) : match.start()]
            parts = [
                piece.strip()
                for part in outside_brackets(before, "、，,・")
                for piece in _AND.split(part)
            ]
            names = tuple(_readings(part) for part in parts if part)
            if names:
                yield Closed(sentence.strip(), passage, names)


def _readings(part: str) -> tuple[str, ...]:
    """A name with less and less of what stands in front of it, the longest first."""
    starts = [0, *[match.end() for match in _STEPS.finditer(part) if match.end() < len(part)]]
    return tuple(part[start:] for start in starts)


def _cut(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[slice(*match.span(group))].strip("、 ")


def _items(text: str) -> list[str]:
    text = re.sub(r"^(?:.*?)(?:者|人|住民)の(?=[^、]{1,30})", "", text)
    found: list[str] = []
    for part in outside_brackets(text, "、，,"):
        found.extend(piece.strip() for piece in _AND.split(part) if piece.strip())
    return found
