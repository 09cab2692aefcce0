"""Safeguards: measures by layer and number, each with its place, categories, channels and media."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.fields.categories import Coded, code
from nagarezu.importing.numbering import Node, outline, position, sections
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy

_LAYERS = (
    ("operational", re.compile(r"運用|組織|人的")),
    ("system", re.compile(r"システム")),
    ("physical", re.compile(r"物理")),
    ("technical", re.compile(r"技術")),
)
_ELSEWHERE = re.compile(r"(?:チェックリスト|別紙|別添|資料)[^。、]{0,24}(?:のとおり|参照|に記載)")
_FORBIDS = re.compile(
    r"再委託[^。]{0,12}(?:禁止|禁ずる|認めない|行わない)|(?:を|は)禁止(?:する|させる)?。?$"
)


@dataclass(slots=True)
class Measure:
    """One measure as printed. `path` is the number as a case file writes it."""

    layer: str
    path: str
    text: str
    passage: Passage
    coded: Coded
    channels: list[Carrier] = field(default_factory=list)
    media: list[Carrier] = field(default_factory=list)
    prohibition: bool = False
    doubtful: tuple[str, ...] = ()


def layer_of(heading: str) -> str:
    """運用上の対策 → operational; nothing that is known → unspecified."""
    for layer, words in _LAYERS:
        if words.search(heading):
            return layer
    return "unspecified"


def measure(text: str, passage: Passage, layer: str, path: str) -> Measure:
    printed = tidy(text)
    ways, things = carriers.of_measure(printed)
    return Measure(
        layer, path, printed, passage, code(printed), ways, things, bool(_FORBIDS.search(printed))
    )


def points_elsewhere(passage: Passage) -> bool:
    """別紙チェックリストのとおり and nothing else: the measures stand there."""
    text = tidy(passage.text)
    return len(text) < 60 and bool(_ELSEWHERE.search(text))


def read(passage: Passage) -> list[Measure]:
    """The measures of one cell: split by layer, then by number, else by line."""
    if points_elsewhere(passage):
        return []
    found: list[Measure] = []
    for head, body in sections(passage):
        layer = layer_of(head.text) if head else "unspecified"
        if head and layer == "unspecified" and not body:
            continue
        found.extend(_of_section(body, layer))
    return found


def _of_section(body: Passage, layer: str) -> list[Measure]:
    _, nodes = outline(body)
    if nodes:
        return [_of_node(path, layer) for node in nodes for path in node.walk() if path[-1].passage]
    return [
        measure(line.text, line, layer, str(number))
        for number, line in enumerate(_sentences(body), 1)
    ]


def _of_node(path: tuple[Node, ...], layer: str) -> Measure:
    node = path[-1]
    found = measure(node.passage.text, node.passage, layer, position(path))
    found.doubtful = node.doubtful
    return found


def _sentences(body: Passage) -> list[Passage]:
    """Lines without numbers: each is a measure, but for a lead such as 次の対策を講ずる。"""
    return [
        line
        for line in body.lines()
        if not re.search(r"次の[^。]{0,20}(?:講|行|とおり)", line.text)
    ]


def wording(text: str) -> str:
    """A digest by which rows of a checklist that are printed word for word alike are found."""
    from hashlib import sha256

    return sha256(key(text).encode()).hexdigest()[:12]
