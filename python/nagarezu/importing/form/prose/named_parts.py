"""ア　株式会社甲　入力を行う。取り扱う項目は、氏名、住所である。: a part of a party in one line.

Name and sentences are put on lines of their own, the list becomes a labelled part below the name.
"""

from __future__ import annotations

import re

from nagarezu.importing.form.prose.item_rows import is_keeper
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled

_NAMED = re.compile(r"(?P<who>[^\s、。（(]{4,40}?)[ \u3000\t]+(?P<told>[^\s].*。)", re.DOTALL)
_LIST = re.compile(
    r"(?P<label>(?:同[社法人者]{1,2}(?:が|に))?(?:取り?扱(?:う|わせる|い)|引き?渡す|渡す|提供する|預ける|送る"
    r"|閲覧(?:する|させる)|処理(?:する|させる))(?:個人)?(?:情報|データ)?の?(?:項目|情報))"
    r"は、(?P<list>[^。]+?(?:、|及び)[^。]+?)(?:である|とする|です|とします)?。"
)
_ELSEWHERE = re.compile(r"別[紙表添記]|前記|上記|のとおり|全て|すべて|のうち|除く|同じ")


def split(node: Node) -> None:
    """The parts below a head about partners that begin with a name and go on with sentences."""
    for child in node.children:
        match = _NAMED.fullmatch(child.passage.text.strip())
        if child.children or not child.mark or match is None:
            continue
        if is_keeper(match["who"]) and not topic_of(match["who"]):
            _name_alone(child, match)


def _name_alone(node: Node, match: re.Match[str]) -> None:
    start = len(node.passage.text) - len(node.passage.text.lstrip())
    name = node.passage.part(start + match.start("who"), start + match.end("who"))
    told = node.passage.part(start + match.start("told"))
    left: list[Passage] = []
    for line in told.lines():
        left.extend(_without_lists(line, node))
    node.passage = joined([name, *left])


def _without_lists(line: Passage, node: Node) -> list[Passage]:
    """The sentences of a line that list nothing; a list becomes a part of the node."""
    left: list[Passage] = []
    for sentence in compiled(r"[^。]+(?:。|$)").finditer(line.text):
        part = line.part(*sentence.span())
        listed = _LIST.fullmatch(part.text)
        if listed and not _ELSEWHERE.search(part.text):
            label, items = (part.part(*listed.span(name)) for name in ("label", "list"))
            node.children.append(Node("label", "", len(node.children) + 1, joined([label, items])))
        elif part:
            left.append(part)
    return [joined(left, "")] if left else []
