"""Nodes of a paper's tree that no printed number makes: labels with values, heads in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields import stretches
from nagarezu.importing.form.prose.topics import labelled
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_BRACKET = re.compile(
    r"^[ 　]*(?:【[^【】]{1,60}】|〔[^〔〕]{1,60}〕|《[^《》]{1,60}》|≪[^≪≫]{1,60}≫"
    r"|[<＜〈][^<>＜＞〈〉]{1,60}[>＞〉]"
    r"|[(（](?:運用|システム|技術|物理|組織|人)[^()（）、。]{0,16}"
    r"(?:面|上|対策|措置|管理|的)[)）]"
    r"|[(（](?:[本当]?[市区町村県]|実施機関|[^()（）。、]{0,14}"
    r"(?:側|機構|会社|法人|事業者|受託者|[託供合転約]先|相手方|組合|協会|連合|センター))[)）]"
    r"|[(（][^()（）。、]{1,16}(?:が|に)(?:行う|行わせる|講[じず]る|講じさせる|求める|とる|課す)"
    r"(?:こと|もの|対策|措置|事項)?[)）])[ 　]*$"
)
_SIDE = re.compile(  # whose measures follow, without brackets: 広域連合が行うもの
    r"^[ 　]*(?:また|さらに|加えて)?、?[^、。\s]{1,16}?"
    r"(?:(?:が|に)(?:行う|行わせる|講[じず]る|講じさせる|求める|とる|課す)"
    r"(?:こと|もの|対策|措置|事項|取組み?)|(?:の|における)(?:安全)?(?:対策|措置|取組み?)"
    # 委託先には、次の措置を講じさせる。
    r"|(?:は|には|に対し(?:て(?:は)?)?)、?(?:次|以下)の[^。]{0,20}"
    r"(?:行う|講[じず]る|とる|行わせる|講じさせる|とらせる|求める|守らせる|課す|義務付ける)。?"
    r")[ 　]*$"
)


def label_node(label: Passage, value: Passage, number: int = 1) -> Node:
    """A label with its value as a head with what stands below it."""
    before, children = (value, []) if stretches.cites(value.text) else grown(value)
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
    sided = bool(lines) and _is_sided(lines[-1], children)
    top = bool(lines and children) and (bool(_BRACKET.match(lines[-1].text)) or bool(anew) or sided)
    heads = _heads_off(lines) if top else []
    found: list[Node] = []
    into = _below(heads, found, [])
    for number, child in enumerate(children):
        child.passage, child.children = regrouped(child.passage, child.children)
        chapters, below = _cut_chapters(child, _opening(heads[0]) if heads else "")
        tail = chapters or _cut_tail(child, bare=number + 1 in anew, sided=sided)
        (into[-1].children if into else found).append(child)
        into = _below(tail, found, into)
        if below:
            into[-1].children.extend(below)
    if not heads and not any(node.kind == "bracket" for node in found):
        return before, found
    return joined(lines), found


def _is_sided(line: Passage, children: Sequence[Node]) -> bool:
    """市が行うもの above bullets, and 相手方が行うもの between them: the head of each side."""
    if not _SIDE.match(line.text):
        return False
    return any(len(last) > 1 and _SIDE.match(last[-1].text) for last in map(_last_lines, children))


def _heads_off(lines: list[Passage]) -> list[Passage]:
    """Take the head off the end; two where one kind of bracket, or a bare line, is below another.

    〈運用〉 below （市が行うこと）, 運用上の取組 below 【市】.
    """
    heads = [lines.pop()]
    outer = bool(lines) and bool(_BRACKET.match(lines[-1].text))
    if outer and _opening(lines[-1]) != _opening(heads[0]):
        heads.insert(0, lines.pop())
    return heads


def _below(heads: Sequence[Passage], found: list[Node], above: list[Node]) -> list[Node]:
    """The nodes in which what follows these heads stands, from outside inward.

    （市が行うこと） above 〈運用〉: the next 〈技術〉 is of the same side.
    """
    if not heads:
        return above
    if len(heads) == 1 and len(above) > 1 and _opening(heads[0]) != _opening(above[0].passage):
        return [above[0], _bracket(heads[0], above[0].children)]
    into: list[Node] = []
    for head in heads:
        if into and _opening(head) == _opening(into[-1].passage):  # ＜判断＞ behind ＜意見＞
            into = into[:-1]
        into.append(_bracket(head, into[-1].children if into else found))
    return into


def _opening(head: Passage) -> str:
    return fold(head.text).strip()[:1]


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
    return len(text.strip()) <= _LONGEST and not compiled("[、。，]").search(text)


def _last_lines(node: Node) -> list[Passage]:
    while node.children:
        node = node.children[-1]
    return node.passage.lines()


def _cut_chapters(node: Node, sign: str) -> tuple[list[Passage], list[Node]]:
    """＜意見＞ with its sentences behind the last item, and what is numbered below them."""
    if sign not in _BOXES:
        return [], []
    lines = node.passage.lines()
    at = [
        n
        for n, line in enumerate(lines)
        if n and _opening(line) == sign and _BRACKET.match(line.text)
    ]
    told = at and any(line.text.rstrip().endswith("。") for line in lines[at[0] :])
    if not told:  # a head alone, with or without a bare one below it, heads what follows
        return _cut_chapters(node.children[-1], sign) if node.children else ([], [])
    below, node.children = node.children, []
    node.passage = joined(lines[: at[0]])
    ends = [*at[1:], len(lines)]
    return [joined(lines[start:end]) for start, end in zip(at, ends, strict=True)], below


def _cut_tail(node: Node, *, bare: bool = False, sided: bool = False) -> list[Passage]:
    """Take the heads of the next part off the end of this one."""
    last = node
    while last.children:
        last = last.children[-1]
    lines = last.passage.lines()
    side = sided and len(lines) > 1 and bool(_SIDE.match(lines[-1].text))
    if len(lines) < 2 or not (bare or side or _BRACKET.match(lines[-1].text)):
        return []
    heads = _heads_off(lines) if len(lines) > 2 else [lines.pop()]
    last.passage = joined(lines)
    return heads


_BOXES = ("【", "<", "〔", "《", "≪", "〈")
