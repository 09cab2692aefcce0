"""Safeguards: measures by layer and number, each with its place, categories, channels and media."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.fields.categories import Coded, code
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import Node, outline, position
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_LAYERS = (
    ("operational", re.compile(r"運用(?!(?:事業|業)?者|会社|法人|先)|(?<!防災)(?<!住民)組織|人的")),
    ("system", re.compile(r"システム")),
    ("physical", re.compile(r"物理")),
    ("technical", re.compile(r"技術")),
)
_ELSEWHERE = re.compile(
    r"(?:チェックリスト|(?:点検|確認)(?:の?結果|表|票)|別[紙添表記]|資料|様式)[^。、]{0,24}(?:のとおり|参照|に記載|による(?=。?$))"
    r"|^(?:次|下|以下|下記|次頁|後掲)の?(?:対策|措置)?の?(?:一覧)?表?[^。、]{0,8}(?:のとおり|参照|による)。?$"
)
_ASIDE = re.compile(r"(?<=のとおり)[(（][^()（）]*[)）]$")  # for whom else they are
_SAME = re.compile(r"^(?:同上|同左|(?:上記|左記|前記)(?:と同じ|に同じ|のとおり|と同様))")
_FORBIDS = re.compile(
    r"(?:再委託|第三者に委託)[^。]{0,12}(?:禁止|禁ずる|禁じ|認めない|行わ(?:ない|せない)|しては?ならない|しない|させない)"
    r"|(?:を|は)禁止(?:する|させる)?。?$"
)
_PERMITTED = re.compile(
    r"(?:承諾|許可|同意|承認|許諾)(?:を(?:得|受け)|な[くし]|の(?:ない|ある)|が(?:ない|ある))"
    r"|(?:承諾|許可|同意|承認|許諾|認め)を?(?:し|与え)?た(?:場合|とき|もの|上で)"
    r"|ただし、[^。]*(?:限りでは?な(?:い|く)|できる|認める)"
)

_MORE = re.compile(r"(?:更に|さらに)[^。]{0,14}委託|再々委託|再委託")


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
    forbids_more: bool = False  # to hand on once more
    doubtful: tuple[str, ...] = ()
    called: bool = False  # by a number of its own, printed as part of a name: 措置3


def layer_of(heading: str) -> str:
    """運用上の対策 → operational; nothing that is known → unspecified."""
    for layer, words in _LAYERS:
        if words.search(heading):
            return layer
    return "unspecified"


def measure(text: str, passage: Passage, layer: str, path: str) -> Measure:
    printed = tidy(text)
    ways, things = carriers.of_measure(printed)
    made = Measure(layer, path, printed, passage, code(printed), ways, things, _forbids(printed))
    made.forbids_more = bool(_MORE.search(printed))
    return made


def _forbids(sentence: str) -> bool:
    """Nobody may; what may be done with somebody's consent is not forbidden."""
    match = _FORBIDS.search(sentence)
    permitted = _PERMITTED.search(sentence)
    return match is not None and not ("委託" in match.group() and permitted)


def points_elsewhere(passage: Passage) -> bool:
    """別紙チェックリストのとおり and nothing else: the measures stand there."""
    text = _ASIDE.sub("", tidy(passage.text))
    return len(text) < 60 and bool(_ELSEWHERE.search(text) or _SAME.match(text))


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
        return [
            made
            for order, node in enumerate(nodes, 1)
            for made in _below(replace(node, value=order) if node.kind == "bullet" else node, layer)
        ]
    lines = _sentences(body)
    if lines and _NAMED.match(fold(lines[0].text)):
        return [_called(line, layer) for line in _named(lines)]
    return [measure(line.text, line, layer, str(number)) for number, line in enumerate(lines, 1)]


# 措置3 …: the name that a measure bears for good, wherever it stands
_NAMED = re.compile(
    r"^[ ]*(?:(?:安全管理|保護)?(?:措置|対策)|管理策)[ ]?"
    r"(?P<number>\d[ ]\d(?=[ :.、)]+\S)|\d{1,2})[ :.、)]+(?=\S)"
)
_CITES = re.compile(
    r"(?:措置|対策|管理策)[ ]?\d{1,2}(?:から|まで|、|及び|並びに|と|の|に(?:より|ついて))"
)


def _named(lines: list[Passage]) -> list[Passage]:
    """Each named measure with what is said of it below; what only cites measures is none."""
    found: list[Passage] = []
    for line in lines:
        if _NAMED.match(fold(line.text)):
            found.append(line)
        elif not _CITES.search(fold(line.text)):
            found[-1] = joined([found[-1], line], "")
    return found


def _called(line: Passage, layer: str) -> Measure:
    name = _NAMED.match(fold(line.text))
    number, end = (name["number"].replace(" ", ""), name.end()) if name else ("", 0)
    made = measure(line.text[end:], line, layer, number)
    made.called = True
    return made


_LAYER_HEAD = re.compile(r"^[^。、]{2,20}(?:対策|措置|管理|面)$")


def _below(node: Node, layer: str) -> list[Measure]:
    """The measures of a numbered line; ア 運用上の対策 is the head of those below it."""
    lines = node.passage.lines()
    first = tidy(lines[0].text) if lines else ""
    if _LAYER_HEAD.match(first) and layer_of(first) != "unspecified":
        rest = joined(lines[1:])
        if node.children:
            own = layer_of(first)
            return [_of_node(path, own) for child in node.children for path in child.walk()]
        if rest:
            return _of_section(rest, layer_of(first))
    return [_of_node(path, layer) for path in node.walk() if path[-1].passage]


def _of_node(path: tuple[Node, ...], layer: str) -> Measure:
    node = path[-1]
    found = measure(node.passage.text, node.passage, layer, position(path))
    found.doubtful = node.doubtful
    return found


def _sentences(body: Passage) -> list[Passage]:
    """Lines without numbers: each is a measure, but for a lead such as 次の対策を講ずる。

    Where lines end in 。, one that does not is broken and goes on in the next; so is one that ends
    in the middle of its grammar.
    """
    lines = [
        line
        for line in body.lines()
        if not compiled(
            r"次の[^。]{0,20}(?:講|行|とおり)|次の(?:措置|対策)[^。]{0,12}(?:記載|示|掲げ|定め|とる|取る|実施)"
        ).search(line.text)
    ]
    stopped = any(line.text.endswith("。") for line in lines[:-1])
    whole: list[Passage] = []
    for line in lines:
        last = whole[-1].text if whole else "。"
        if not last.endswith(("。", "）", ")")) and (
            stopped or compiled("[ぁ-ん、]$").search(last)
        ):
            whole[-1] = joined([whole[-1], line], "")
        else:
            whole.append(line)
    return whole


def wording(text: str) -> str:
    """A digest by which rows of a checklist that are printed word for word alike are found."""
    from hashlib import sha256

    return sha256(key(text).encode()).hexdigest()[:12]
