"""Claims: closed-world statements that a document makes about itself."""

from __future__ import annotations

import re
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


_AND = re.compile(r"及び|並びに|と(?=[^。、]{1,20}$)")


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


def _cut(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[slice(*match.span(group))].strip("、 ")


def _items(text: str) -> list[str]:
    text = re.sub(r"^(?:.*?)(?:者|人|住民)の(?=[^、]{1,30})", "", text)
    found: list[str] = []
    for part in outside_brackets(text, "、，,"):
        found.extend(piece.strip() for piece in _AND.split(part) if piece.strip())
    return found
