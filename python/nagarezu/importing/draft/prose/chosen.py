"""Items that a paper names by their marks: 4に掲げる項目のうち、ア、イ及びエ.

Such words list nothing themselves. They say which items of a list elsewhere somebody gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose.nodes import flat
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.form.prose.form import Prose, body, head, paragraphs
from nagarezu.importing.form.prose.topics import relations_of, topic_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, KANA, KANJI_DIGITS, fold, key, tidy

_TOKEN = re.compile(
    rf"第[ ]?\d{{1,2}}|\((?:\d{{1,2}}|[{KANA}]|[{KANJI_DIGITS}]{{1,2}})\)|[{CIRCLED}]"
    rf"|(?<!\d)\d{{1,2}}(?![\d年月日人件名条項社者]|か(?!ら))|(?<![ァ-ヶー])[{KANA}](?!(?!及び|並びに|又は)[ァ-ヶー一-龥])"
)
_RECORDS = r"(?:個人|保有|記録|登録|取り?扱い?)?(?:情報)?の?(?:項目|情報|事項|データ)"
_WITHIN = re.compile(  # 4に掲げる項目のうち、
    rf"[ ]?(?:に(?:掲げる|示す|定める|記載(?:の|する|した)|列挙する)|の)?(?:{_RECORDS})?"
    r"(?:の?(?:うち|中)(?:から)?(?:、|,|の)?|から、)[ ]?$"
)
_STEP = re.compile(r"[ ]?の?[ ]?$")
_NEXT = re.compile(r"[ ]?(?:、|,|・|及び|並びに|と|、及び|、並びに)[ ]?$")
_RANGE = re.compile(r"[ ]?(?:から|~|-|ないし|乃至)[ ]?$")
_TAIL = re.compile(
    rf"^(?:まで)?[ ]?(?:(?:の|に(?:掲げる|示す|定める|記載の))?[ ]?(?:全(?:て|部)?の?)?"
    rf"(?:{_RECORDS})?(?:の(?:全て|全部|全項目))?)"
)
_WITHOUT = re.compile(r"^(?:まで)?(?:を除(?:く|いた)|以外の)|^[^、。]{0,12}を除(?:く|いた)")
_TO = re.compile(
    r"(?:^|.*[、。,])?(?P<who>[^、。,]{2,40}?)"
    r"(?:に対し(?:て|ては)?|には|に|へは|へ|は|が|[ ]?:|[ ]{1,3})[、,]?"
    r"(?:前記|上記|本書|この諮問書|前)?[ ]?$"
)
_FEWEST = 2  # items of a list
# 3の表の番号2、番号3及び番号6: 3の2、3及び6
_NUMBERED = re.compile(
    r"(?:(?<=の)(?:上の|次の)?[表一][覧表]{0,2}(?:中)?の)?(?:項目?番号?|番号|no\.?)[ ]?(?=\d)"
    r"|^[上前左右]の?表の[ ]?(?=\d)",
    re.IGNORECASE,
)
_OF_PART = re.compile(
    r"^\D{0,10}\d{1,2}(?:に(?:掲げ|示|定め|記載|列挙)|の(?:表|一覧|項目|各項目|全))"
)
_OF_PAPER = re.compile(  # 別紙1に掲げる全ての項目
    r"(?P<label>別[紙表添記][ ]?第?\d{0,2}号?)(?:に(?:掲げる|示す|定める|記載の)|の)"
    r"(?:全ての|すべての|全)(?:個人)?(?:情報)?の?(?:項目|情報|もの)(?:とする|である|です)?。?"
)
_ALL = re.compile(
    r"(?:[上前左]?の?表の)?(?:全|全ての|すべての)(?:情報)?項目。?|(?:全|各)?項目の?(?:全て|すべて|全部)。?"
)


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
    """What the parts on items say by marks alone, and the parts that hold no names of items."""
    reader = _Reader(builder, paper, partners)
    read_: set[int] = set()
    for part in paper.about("items"):
        for node in [part.node] if not flat(part.node) else flat(part.node):
            within = part.path if node is part.node else (*part.path, node)
            if not flat(node) and reader.of_node(within):
                read_.add(id(node))
    return reader.found, read_


class _Reader:
    def __init__(self, builder: Builder, paper: Prose, partners: Sequence[Partner]) -> None:
        self.builder, self.paper = builder, paper
        self.first = [each for each in partners if not each.giver]
        self.found: list[Chosen] = []

    def of_node(self, path: Sequence[Node]) -> bool:
        """Whether what stands below a head, or in a line of its own, are marks of other lists."""
        node = path[-1]
        lines = paragraphs(body(node)) or paragraphs(node.passage)
        cited = [self._of_line(path, line) for line in lines]
        return bool(cited) and any(cited)

    def _of_line(self, path: Sequence[Node], line: Passage) -> bool:
        """One for each of 甲社には4の全ての項目を、乙社には4のア及びイを取り扱わせる。"""
        if (paper := _OF_PAPER.fullmatch(fold(line.text).strip())) and (near := self._near(path)):
            node = self.paper.attached.get(compiled(r"\s").sub("", paper["label"]))
            if node is not None and node.children:
                self.found.append(Chosen([near], [node], line, whole=True))
                return True
        text = _NUMBERED.sub("", fold(line.text))
        tree = _Tree(self.paper, path)
        tree.numbered = text != fold(line.text)
        if _OF_PART.search(text):
            tree.places.insert(0, self.paper.roots)  # 2に掲げる項目 is no row 2
        if len(tree.lists) == 1 and _ALL.fullmatch(text.strip()) and (holders := self._role(path)):
            self.found.append(Chosen(holders, [tree.lists[0]], line, whole=True))
            return True
        start, last, resolved = 0, list[str](), False
        for group in _groups(text):
            front, tail = text[start : group[0].start()], text[group[-1].end() :]
            nodes, whole = _resolved(group, text, tail, tree)
            if not nodes:
                continue
            resolved = True
            start = group[-1].end() + _end_of_tail(tail)
            last = holders = self._who(path, front, last)
            if holders:
                self.found.append(Chosen(holders, nodes, line, whole))
        return resolved

    def _who(self, path: Sequence[Node], front: str, last: list[str]) -> list[str]:
        """Whom the words in front of the marks name, else the head above them."""
        bare = compiled(r"^(?:[ 、,。・]|及び|並びに)+|[ 、,。・]+$").sub("", front)
        named = _TO.match(front)
        words = named["who"].strip() if named else bare
        found = parties.all_of(self.builder, words) if words else []
        if found and self.builder.own not in found:
            return found
        if words and not _GENERAL.fullmatch(words):
            return []  # somebody whom the paper does not tell of elsewhere
        return last or self._role(path)

    def _near(self, path: Sequence[Node]) -> str:
        """The one who is named below the innermost head around that names anybody."""
        for node in reversed(path[:-1]):
            if near := {each.holder for each in self.first if id(node) in each.within}:
                return near.pop() if len(near) == 1 else ""
        return ""

    def _role(self, path: Sequence[Node]) -> list[str]:
        """委託先に取り扱わせる項目: the head names him, or by what he gets it."""
        for node in reversed(path):
            title = head(node)
            near = [each.holder for each in self.first if self._names(title, each.holder)]
            relations = relations_of(title)
            near = near or [each.holder for each in self.first if each.relation in relations]
            if near:
                return list(dict.fromkeys(near))
        everybody = list(dict.fromkeys(each.holder for each in self.first))
        return everybody if len(everybody) == 1 else []

    def _names(self, title: str, holder: str) -> bool:
        plain = key(title)
        known = self.builder.names_of(holder)
        ends = compiled(r"(?P<who>.{3,30}?)(?:に対し|に|へ|が|の)").match(plain)
        short = ends["who"] if ends else ""
        return any(short and name.endswith(short) for name in known) or any(
            len(name) >= _NAME and name in plain for name in known
        )


_NAME = 3  # characters of a name within a head
_GENERAL = re.compile(
    r"(?:前記|上記|これ|それ|本書|この(?:諮問書|答申)|前|後記|別途|当該|これらの?|項目は|次の|再?委託先|受託者|受託事業者|委託事業者"
    r"|提供先|相手方|同(?:社|者|法人|協会)|個人情報(?:の項目)?は?|取り?扱わせる項目は|項目)"
)


def _end_of_tail(tail: str) -> int:
    match = _TAIL.match(tail)
    return match.end() if match else 0


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
    bare = compiled(r"まで(?=$|[、,・]|及び|並びに|と)").sub("", between)
    return any(each.match(bare) for each in (_STEP, _NEXT, _RANGE, _WITHIN))


class _Tree:
    """The paper as a citation within one part sees it: near lists before far ones."""

    def __init__(self, paper: Prose, path: Sequence[Node]) -> None:
        around = [node.children for node in reversed(path[:-1])]
        apart = {id(node) for node in path}
        lists = [part.node for part in paper.about("items") if id(part.node) not in apart]
        lists = [node for node in lists if len(flat(node)) >= _FEWEST and _is_list(node)]
        alone = [flat(lists[0])] if len(lists) == 1 else []  # ①, and there is one list
        self.lists = lists
        self.numbered = False  # 番号2: the number of a row, not of a part
        self.places = [*around, *alone, paper.roots]

    def at(self, path: Sequence[str]) -> tuple[Node | None, list[Node]]:
        """The part to which a path of marks leads, and the parts beside it."""
        inner = self._in_list(path) if self.numbered else (None, [])
        for nodes in self.places if inner[0] is None else ():
            found = _below(nodes, path)
            if found[0] is not None:
                return found
        return inner

    def _in_list(self, path: Sequence[str]) -> tuple[Node | None, list[Node]]:
        """3の2, where the one list of part 3 stands below a head without a number."""
        above, _ = _below(self.places[-1], path[:-1])
        within = {id(each[-1]) for each in above.walk()} if above else set()
        inner = [node for node in self.lists if id(node) in within]
        return _below(flat(inner[0]), path[-1:]) if len(inner) == 1 else (None, [])


def _below(nodes: Sequence[Node], path: Sequence[str]) -> tuple[Node | None, list[Node]]:
    """The first mark is as printed, for (4) is not 4; below it brackets tell nothing apart."""
    found: Node | None = None
    beside: list[Node] = []
    for mark in path:
        beside = list(nodes) if found is None else flat(found)
        loose = found is not None
        found = next((node for node in beside if _same(node, mark, loose=loose)), None)
        if found is None:
            return None, []
    return found, beside


def _resolved(
    group: list[re.Match[str]], text: str, tail: str, tree: _Tree
) -> tuple[list[Node], bool]:
    """The parts that the marks lead to, and whether they are a list as a whole."""
    path, rest = _path(group, text)
    reached, beside = tree.at(path)
    if reached is None:
        return [], False
    inner = flat(reached)
    if not rest:
        if len(inner) >= _FEWEST and _is_list(reached):
            return [reached], True
        if tree.numbered and not inner and _WITHOUT.match(tail):
            return [node for node in beside if node is not reached], False
        named = len(path) > 1 or (tree.numbered and not inner)
        return ([reached], False) if named and _RECORDED.search(tail) else ([], False)
    within = bool(inner) and bool(_WITHIN.match(text[group[len(path) - 1].end() : rest[0].start()]))
    siblings, found = (inner, []) if within else (beside, [reached])
    picked = _picked(rest, text, group[len(path) - 1].end(), siblings, found)
    if picked is None or any(len(flat(node)) >= _FEWEST and _is_head(node) for node in picked):
        return [], False
    if _WITHOUT.match(tail):
        left = {id(node) for node in picked}
        picked = [node for node in siblings if id(node) not in left]
    return picked, False


def _is_head(node: Node) -> bool:
    """A part with parts of its own topic or sentences below it is no item."""
    return not _is_list(node) or bool(topic_of(head(node)))


_RECORDED = re.compile(rf"^(?:のみ|だけ)?の?{_RECORDS}|^(?:のみ|だけ)?(?:$|[、。])")


def _path(group: list[re.Match[str]], text: str) -> tuple[list[str], list[re.Match[str]]]:
    """第2の4(1) of 第2の4(1)のうちア、イ: as far as one mark stands right behind another."""
    path = [group[0].group()]
    for at, (before, token) in enumerate(pairwise(group), 1):
        if not _STEP.match(text[before.end() : token.start()]):
            return path, group[at:]
        path.append(token.group())
    return path, []


def _picked(
    rest: list[re.Match[str]], text: str, end: int, siblings: list[Node], found: list[Node]
) -> list[Node] | None:
    """The siblings with these marks, with those between where から stands; None if one lacks."""
    for token in rest:
        at = next((n for n, each in enumerate(siblings) if _same(each, token.group())), None)
        if at is None:
            return None
        between = compiled(r"まで").sub("", text[end : token.start()])
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
    return compiled(r"[ .、]").sub("", fold(mark))


def _bare(mark: str) -> str:
    plain = _printed(mark)
    if plain[:1] in CIRCLED:
        return str(CIRCLED.index(plain[0]) + 1)
    return plain.strip("第()")


def items(builder: Builder, found: Chosen) -> list[str]:
    """The items by their names; nothing if one of them is not known by its name."""
    made = [builder.find_item(_NOTE.sub("", key(label))) for label in found.labels()]
    return list(dict.fromkeys(made)) if made and all(made) else []


_NOTE = re.compile(r"\([^()]*\)$")
