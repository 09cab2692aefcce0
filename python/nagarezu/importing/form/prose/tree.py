"""Nodes of a paper's tree that no printed number makes: labels with values, heads in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.topics import labelled
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined

_BRACKET = re.compile(
    r"^[ 　]*(?:【[^【】]{1,60}】|〔[^〔〕]{1,60}〕|《[^《》]{1,60}》|≪[^≪≫]{1,60}≫"
    r"|[<＜〈][^<>＜＞〈〉]{1,60}[>＞〉]"
    r"|[(（](?:運用|システム|技術|物理|組織|人)[^()（）、。]{0,16}"
    r"(?:面|上|対策|措置|管理|的)[)）])[ 　]*$"
)


def label_node(label: Passage, value: Passage, number: int = 1) -> Node:
    """A label with its value as a head with what stands below it."""
    before, children = grown(value)
    return Node("label", "", number, joined([label, before]), children)


def grown(value: Passage) -> tuple[Passage, list[Node]]:
    """The lines in front of the first number, and the numbered parts below their heads."""
    before, children = outline(value)
    before, children = regrouped(before, children)
    if not children:
        rest, children = _labels(before.lines())
        before = joined(rest)
    return before, children


def _labels(lines: Sequence[Passage]) -> tuple[list[Passage], list[Node]]:
    """委託先：甲社 / 再委託先：乙社 on lines of their own; a line below goes on with the value."""
    pairs = [labelled(line) for line in lines]
    first = next((index for index, pair in enumerate(pairs) if pair), None)
    if first is None or sum(1 for pair in pairs if pair) < 2:
        return list(lines), []
    nodes: list[Node] = []
    for line, pair in zip(lines[first:], pairs[first:], strict=True):
        if pair:
            nodes.append(Node("label", "", len(nodes) + 1, joined(pair)))
        else:
            nodes[-1].passage = joined([nodes[-1].passage, line])
    return list(lines[:first]), nodes


def regrouped(before: Passage, children: list[Node]) -> tuple[Passage, list[Node]]:
    """Heads such as 【運用上の対策】 between numbered parts: what follows stands below them.

    A bare line is such a head where numbers begin anew below it: 甲システム, 1, 2, 乙システム, 1.
    """
    lines = before.lines()
    anew = _begin_anew(lines, children)
    top = bool(lines and children) and (bool(_BRACKET.match(lines[-1].text)) or bool(anew))
    heads = _cut_heads(lines) if top else []
    found: list[Node] = []
    outer: Node | None = None
    current: Node | None = None
    for number, child in enumerate([None, *children]):
        if child is not None:
            child.passage, child.children = regrouped(child.passage, child.children)
            heads = _cut_tail(child, bare=number in anew)
            (current.children if current else found).append(child)
        if len(heads) > 1 or (heads and outer and _alike(heads[0], outer.passage)):
            outer = current = _bracket(heads[0], found)
        if heads and (outer is None or heads[-1] is not outer.passage):
            current = _bracket(heads[-1], outer.children if outer else found)
    if not top and not any(node.kind == "bracket" for node in found):
        return before, found
    return joined(lines), found


def _alike(head: Passage, other: Passage) -> bool:
    """Whether two heads are set in the same brackets, or in none."""
    return head.text.strip()[:1] == other.text.strip()[:1] and bool(_BRACKET.match(head.text))


def _cut_heads(lines: list[Passage]) -> list[Passage]:
    """The head off the end of lines; with 【甲】 above 運用上の取組 both, the outer one first."""
    heads = [lines.pop()]
    if len(lines) > 1 and not _BRACKET.match(heads[0].text) and _BRACKET.match(lines[-1].text):
        heads.insert(0, lines.pop())
    return heads


def _bracket(head: Passage, into: list[Node]) -> Node:
    into.append(Node("bracket", "", len(into) + 1, head))
    return into[-1]


_LONGEST = 30  # characters of a bare head


def _begin_anew(lines: Sequence[Passage], children: Sequence[Node]) -> set[int]:
    """The children that begin with 1 again, each of them below a bare line."""
    starts = [at for at, child in enumerate(children) if child.value == 1 and child.mark]
    if len(starts) < 2 or starts[0] != 0 or not lines or not _bare(lines[-1].text):
        return set()
    above = [_last_lines(children[at - 1]) for at in starts[1:]]
    if not _BRACKET.match(lines[-1].text) and all(_BRACKET.match(e[-1].text) for e in above if e):
        return set()  # a title above 1, 2, 【甲】 1, 2 is no head as 【甲】 is
    return set(starts) if all(len(each) > 1 and _bare(each[-1].text) for each in above) else set()


def _bare(text: str) -> bool:
    return len(text.strip()) <= _LONGEST and not re.search("[、。，]", text)


def _last_lines(node: Node) -> list[Passage]:
    while node.children:
        node = node.children[-1]
    return node.passage.lines()


def _cut_tail(node: Node, *, bare: bool = False) -> list[Passage]:
    """Take the head of the next part off the end of this one; two where one is in brackets."""
    last = node
    while last.children:
        last = last.children[-1]
    lines = last.passage.lines()
    if len(lines) < 2 or not (bare or _BRACKET.match(lines[-1].text)):
        return []
    heads = _cut_heads(lines)
    last.passage = joined(lines)
    return heads
