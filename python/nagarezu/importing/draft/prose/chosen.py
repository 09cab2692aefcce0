"""Items that a paper names by their marks: 4に掲げる項目のうち、ア、イ及びエ.

Such words list nothing themselves. They say which items of a list elsewhere somebody gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose.nodes import flat
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.form.prose.form import Part, Prose, body, head, paragraphs
from nagarezu.importing.form.prose.topics import relations_of
from nagarezu.importing.list_marks import KANA
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy

_ROUND = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_TOKEN = re.compile(
    rf"第[ ]?\d{{1,2}}|\((?:\d{{1,2}}|[{KANA}])\)|[{_ROUND}]"
    rf"|(?<!\d)\d{{1,2}}(?![\d年月日人件名条項社者か])|(?<![ァ-ヶー])[{KANA}](?!(?!及び|並びに|又は)[ァ-ヶー一-龥])"
)
_RECORDS = r"(?:個人|保有)?(?:情報)?の?(?:項目|情報|事項|データ)"
_WITHIN = re.compile(  # 4に掲げる項目のうち、
    rf"[ ]?(?:に(?:掲げる|示す|定める|記載(?:の|する|した)|列挙する)|の)?(?:{_RECORDS})?"
    r"(?:の?(?:うち|中)(?:から)?(?:、|,|の)?|から、)[ ]?$"
)
_STEP = re.compile(r"[ ]?の?[ ]?$")
_NEXT = re.compile(r"[ ]?(?:、|,|・|及び|並びに|と|、及び|、並びに)[ ]?$")
_RANGE = re.compile(r"[ ]?(?:から|~|-|ないし|乃至)[ ]?$")
_TAIL = re.compile(
    rf"^(?:まで)?[ ]?(?:(?:の|に(?:掲げる|示す|定める|記載(?:の|する)))?[ ]?(?P<all>全(?:て|部)?の?)?"
    rf"(?P<records>{_RECORDS})?(?P<also>の(?:全て|全部|全項目))?)"
)
_WITHOUT = re.compile(r"^(?:まで)?(?:を除(?:く|いた)|以外の)|^[^、。]{0,12}を除(?:く|いた)")
_TO = re.compile(
    r"(?:^|.*[、。,])?(?P<who>[^、。,]{2,40}?)(?:に対し(?:て|ては)?|には|に|へは|へ|は|が|[ ]?:|[ ]{1,3})[、,]?"
    r"(?:前記|上記|本書|この諮問書|前)?[ ]?$"
)
_FEWEST = 2  # items of a list


@dataclass(slots=True)
class Chosen:
    """Who gets which items: the parts of the paper that name them, or a list as a whole."""

    holders: list[str]
    nodes: list[Node]
    passage: Passage
    whole: bool = False

    def labels(self) -> Iterator[str]:
        """The names of the items, those below a group in its place."""
        for node in self.nodes:
            yield from _leaves(node)


def _leaves(node: Node) -> Iterator[str]:
    below = flat(node)
    for child in below:
        yield from _leaves(child)
    if not below and node.passage:
        yield tidy(node.passage.lines()[0].text)


def read(
    builder: Builder, paper: Prose, partners: Sequence[Partner]
) -> tuple[list[Chosen], set[int]]:
    """What the parts on items say by marks alone, and the heads of these parts."""
    found: list[Chosen] = []
    read_: set[int] = set()
    for part in paper.about("items"):
        if flat(part.node):
            continue
        lines = paragraphs(body(part.node))
        made = [each for line in lines for each in _of_line(builder, paper, part, line, partners)]
        if made:
            found.extend(made)
            read_.add(id(part.node))
    return found, read_


def _of_line(
    builder: Builder, paper: Prose, part: Part, line: Passage, partners: Sequence[Partner]
) -> Iterator[Chosen]:
    """One for each of 甲社には4の全ての項目を、乙社には4のア及びイを取り扱わせる。"""
    text = fold(line.text)
    start, last = 0, []
    for group in _groups(text):
        front = text[start : group[0].start()]
        tail = text[group[-1].end() :]
        start = group[-1].end() + _end_of_tail(tail)
        nodes, whole = _resolved(group, text, tail, _Tree(paper, part))
        named = _TO.match(front)
        who = parties.find(builder, named["who"].strip()) if named else ""
        holders = [who] if who and who != builder.own else []
        if not holders and not front.strip(" 、,。"):
            holders = _role(part, partners)
        elif not holders and (not named or not _of_company(named["who"])):
            holders = last or _role(part, partners)
        last = holders
        if nodes and holders:
            yield Chosen(holders, nodes, line, whole)


def _of_company(who: str) -> bool:
    return bool(re.search(r"会社|法人|組合|協会|センター", who))


def _end_of_tail(tail: str) -> int:
    match = _TAIL.match(tail)
    return match.end() if match else 0


def _role(part: Part, partners: Sequence[Partner]) -> list[str]:
    """委託先に取り扱わせる項目: whom the heads above speak of by what he gets it for."""
    first = [each for each in partners if not each.giver]
    for node in reversed(part.path):
        relations = relations_of(head(node))
        fits = [each.holder for each in first if each.relation in relations]
        if fits:
            return list(dict.fromkeys(fits))
    everybody = list(dict.fromkeys(each.holder for each in first))
    return everybody if len(everybody) == 1 else []


def _groups(text: str) -> Iterator[list[re.Match[str]]]:
    """Marks that belong together: what stands between them only joins them."""
    group: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if group and not _joint(text[group[-1].end() : token.start()]):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _joint(between: str) -> bool:
    bare = re.sub(r"まで(?=$|[、,・]|及び|並びに|と)", "", between)
    return any(each.match(bare) for each in (_STEP, _NEXT, _RANGE, _WITHIN))


class _Tree:
    """The paper as a citation within one part sees it: near lists before far ones."""

    def __init__(self, paper: Prose, part: Part) -> None:
        around = [node.children for node in reversed(part.path[:-1])]
        self.places = [*around, paper.roots]

    def at(self, path: Sequence[str]) -> tuple[Node, ...]:
        """The nodes from the first mark of a path to its last; empty if there is none."""
        for nodes in self.places:
            found = _below(nodes, path)
            if found:
                return found
        return ()


def _below(nodes: Sequence[Node], path: Sequence[str]) -> tuple[Node, ...]:
    """The first mark is as printed, for (4) is not 4; below it brackets tell nothing apart."""
    found: list[Node] = []
    for mark in path:
        match = next((node for node in nodes if _same(node, mark, loose=bool(found))), None)
        if match is None:
            return ()
        found.append(match)
        nodes = flat(match)
    return tuple(found)


def _resolved(
    group: list[re.Match[str]], text: str, tail: str, tree: _Tree
) -> tuple[list[Node], bool]:
    """The parts that the marks lead to, and whether they are a list as a whole."""
    path, rest = _path(group, text)
    reached = tree.at(path)
    if not reached:
        return [], False
    inner = flat(reached[-1])
    if not rest:
        if len(inner) >= _FEWEST and _is_list(reached[-1]):
            return [reached[-1]], True
        return ([reached[-1]], False) if len(path) > 1 and _RECORDED.search(tail) else ([], False)
    within = bool(_WITHIN.match(text[group[len(path) - 1].end() : rest[0].start()])) and inner
    siblings = inner if within else (flat(reached[-2]) if len(reached) > 1 else [])
    found = [] if within else [reached[-1]]
    picked = _picked(rest, text, group[len(path) - 1].end(), siblings, found)
    if picked is None:
        return [], False
    if _WITHOUT.match(tail):
        left = {id(node) for node in picked}
        picked = [node for node in siblings if id(node) not in left]
    return picked, False


_RECORDED = re.compile(rf"^の?{_RECORDS}|^$|^[、。]")


def _path(
    group: list[re.Match[str]], text: str
) -> tuple[list[str], list[re.Match[str]]]:
    """第2の4(1) of 第2の4(1)のうちア、イ: as far as one mark stands right behind another."""
    path = [group[0].group()]
    for at, (before, token) in enumerate(zip(group, group[1:], strict=False), 1):
        if not _STEP.match(text[before.end() : token.start()]):
            return path, group[at:]
        path.append(token.group())
    return path, []


def _picked(
    rest: list[re.Match[str]], text: str, end: int, siblings: list[Node], found: list[Node]
) -> list[Node] | None:
    """The siblings with these marks, those between two of them where から stands; None if one lacks."""
    for token in rest:
        at = next((n for n, each in enumerate(siblings) if _same(each, token.group())), None)
        if at is None:
            return None
        between = re.sub(r"まで", "", text[end : token.start()])
        if _RANGE.match(between) and found:
            first = next((n for n, node in enumerate(siblings) if node is found[-1]), at)
            found = [*found, *siblings[first + 1 : at]]
        found = [*found, siblings[at]]
        end = token.end()
    return found


def _is_list(node: Node) -> bool:
    """Whether short names stand below a head, not sentences or further heads."""
    return not any(child.passage.text.rstrip().endswith("。") for child in flat(node))


def _same(node: Node, mark: str, *, loose: bool = True) -> bool:
    """Whether a part has that mark; a row of a table without marks has that of its order."""
    own = node.mark or (str(node.value) if node.kind == "row" else "")
    return bool(own) and (_bare(own) == _bare(mark) if loose else _printed(own) == _printed(mark))


def _printed(mark: str) -> str:
    return re.sub(r"[ .、]", "", fold(mark))


def _bare(mark: str) -> str:
    plain = _printed(mark)
    if plain[:1] in _ROUND:
        return str(_ROUND.index(plain[0]) + 1)
    return plain.strip("第()")


def items(builder: Builder, found: Chosen) -> list[str]:
    """The items by their names; nothing if one of them is not known by its name."""
    made = [builder.find_item(_NOTE.sub("", key(label))) for label in found.labels()]
    return list(dict.fromkeys(made)) if made and all(made) else []


_NOTE = re.compile(r"\([^()]*\)$")


def places(found: Sequence[Chosen]) -> Passage:
    """Where the marks stand."""
    return joined([each.passage for each in found])
