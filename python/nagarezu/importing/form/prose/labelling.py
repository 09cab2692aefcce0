"""Papers of labels: 対象者 or 担当課　… where no number makes the outline."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from nagarezu.importing.form.prose.papers import MARK
from nagarezu.importing.form.prose.title import ADDRESS
from nagarezu.importing.form.prose.topics import ARROW, is_party_own, labelled, topic_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import width
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANJI_DIGITS, fold, tidy, without_brackets

_KANJI = rf"[{KANJI_DIGITS}]{{1,3}}"
_NUMBERED = re.compile(
    rf"^[(]?(?:第?\d|[ア-ン][ .)]|[①-⑳])"
    rf"|^(?:第[ ]?{_KANJI}[ ]|{_KANJI}[ .、]|[(]{_KANJI}[)])"
)


def is_head(line: Passage) -> bool:
    """対象者 or 【対象者】 alone on a line, or 対象者：… with its value."""
    text = fold(line.text).strip()
    if _NUMBERED.match(text) or MARK in text or (text.endswith("。") and ":" not in text):
        return False
    if labelled(line):
        return True
    return (
        len(text) <= 30 and bool(topic_of(text)) and not compiled(r"について|[、。]").search(text)
    )


_SPACED = re.compile(r"(?P<label>[^\s。、（(]\S{1,15})[ 　]*　[ 　]*(?=\S)(?<=[ 　]{2})")


# 【これまでの状況】 heads a part, whatever it is about; 【技術面】 is within one
_BOXED = re.compile(
    r"^[ 　]*【(?!(?:運用|技術|システム|物理|組織|人的)[^【】]{0,8}】)[^【】。]{1,24}】[ 　]*$"
)
_FEWEST = 4


def by_labels(text: Passage, grids: Container[str] = ()) -> tuple[Passage, list[Node]]:
    """A paper of labels without numbers: each label with what stands below it.

    `grids` are the marks of tables that hold labels themselves: these go on with the paper.
    """
    before: list[Passage] = []
    found: list[tuple[Passage, list[Passage]]] = []
    lines = text.lines()
    boxed = sum(1 for line in lines if _BOXED.match(line.text)) >= _FEWEST
    sign = _sign_of_heads(lines)
    columns = {
        len(gap.group()) for line in lines if labelled(line) and (gap := _SPACED.match(line.text))
    }
    chapter = 0
    for line in lines:
        pair = labelled(line) if is_head(line) else None
        gap = _SPACED.match(line.text)
        gap = None if ARROW.search(line.text) else gap  # 市　　→　委託先: a line of a figure
        if not pair and gap and len(gap.group()) in columns:  # printed in line with known labels
            pair = line.part(0, gap.end("label")), line.part(gap.end())
        if _is_chapter(line, chapter + 1):
            chapter += 1
            found.append((line.part(_chapter_end(line)), []))
        elif pair:
            found.append((pair[0], [pair[1]]))
        elif line.text in grids:
            found.append((Passage(), [line]))
        elif is_head(line) or (boxed and _BOXED.match(line.text)) or _is_signed(line, sign):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
        else:
            before.append(line)
    nodes = [label_node(label, joined(lines), n) for n, (label, lines) in enumerate(found, 1)]
    return joined(before), _sided(nodes)


_SIGNED = re.compile(r"^[ 　]*(?P<sign>[■◆●○◎□◇▼])[ 　]?[^。]{2,30}$")


def _sign_of_heads(lines: Sequence[Passage]) -> str:
    """The sign in front of heads that are known: others with it are heads as well."""
    found = [(match["sign"], line) for line in lines if (match := _SIGNED.match(line.text))]
    for sign in dict.fromkeys(sign for sign, _ in found):
        signed = [line for other, line in found if other == sign]
        if len(signed) >= _FEWEST and sum(map(is_head, signed)) * 2 >= len(signed):
            return sign
    return ""


def _is_signed(line: Passage, sign: str) -> bool:
    match = _SIGNED.match(line.text) if sign else None
    return match is not None and match["sign"] == sign


_CHAPTER = re.compile(r"^[ ]*第?[ ]?(\d{1,2})[.、]?[ ]+(?=\S)")


def _is_chapter(line: Passage, wanted: int) -> bool:
    """２　委託の内容 between the labels: the next chapter, not the end of a value."""
    mark = _CHAPTER.match(fold(line.text))
    if mark is None or int(mark[1]) != wanted:
        return False
    words = without_brackets(fold(line.text)[mark.end() :])  # 受託者（再委託先を含む。）の対策
    return bool(topic_of(words)) and "。" not in words


def _chapter_end(line: Passage) -> int:
    mark = _CHAPTER.match(fold(line.text))
    return mark.end() if mark else 0


_LAYER = re.compile(
    r"^[ 　]*[【〔《<＜〈(（\[]?(?:運用|技術|システム|物理|組織|人的)[^。、]{0,16}"
    r"[】〕》>＞〉)）\]]?[ 　]*$"
)


def _sided(nodes: list[Node]) -> list[Node]:
    """【運用上の対策】 below 市が行う対策, which has no words of its own: measures of that side."""
    made: list[Node] = []
    for node in nodes:
        side = made[-1] if made else None
        alone = side is not None and len(side.passage.lines()) == 1
        layers = side is not None and all(map(_is_layer, side.children))
        owned = side is not None and is_party_own(side.passage.text) is not None
        if side and alone and layers and owned and _is_layer(node):
            node.value = len(side.children) + 1
            side.children.append(node)
        else:
            made.append(node)
    return made


def _is_layer(node: Node) -> bool:
    return bool(node.passage) and heads_layer(node.passage.lines()[0])


def heads_layer(line: Passage) -> bool:
    """【運用上の対策】 and nothing else."""
    return bool(_LAYER.match(line.text))


def labels_of(lines: Sequence[Passage]) -> tuple[list[Node], Passage]:
    """件名　… and 担当課　… among the lines in front of the first number."""
    nodes: list[Node] = []
    rest: list[Passage] = []
    for line in lines:
        pair = labelled(line)
        if pair and not ADDRESS.search(tidy(line.text)):
            nodes.append(label_node(*pair, number=len(nodes) + 1))
        else:
            rest.append(line)
    return nodes, joined(rest)


def in_columns(lines: Sequence[Passage]) -> tuple[list[Passage], list[Node]]:
    """委託の期間　　…, 試　　　行　　… and 本番の開始　　… below a head: values in one column.

    One of the labels has to be known; what stands in line with it is a label by its place.
    """
    column = next((at for line in lines if (at := _value_column(line))), 0)
    pairs = [_at_column(line, column) if column else None for line in lines]
    if sum(1 for pair in pairs if pair) < _IN_LINE:
        return list(lines), []
    rest = [line for line, pair in zip(lines, pairs, strict=True) if pair is None]
    found = [pair for pair in pairs if pair]
    return rest, [label_node(*pair, number=n) for n, pair in enumerate(found, 1)]


_IN_LINE = 2  # labels with their values


def _value_column(line: Passage) -> int:
    """Where the value of a known label begins behind a gap, in columns of half width."""
    pair = labelled(line)
    start = line.text.rfind(pair[1].text) if pair else 0
    return width(line.text, start) if start > 1 and _GAP.search(line.text[:start]) else 0


def _at_column(line: Passage, column: int) -> tuple[Passage, Passage] | None:
    text = line.text
    start = next((at for at in range(2, len(text)) if width(text, at) == column), 0)
    label = text[:start].strip()
    if not start or not _GAP.search(text[:start]) or text[start].isspace() or "。" in label:
        return None
    return line.part(0, len(text[:start].rstrip())), line.part(start)


_GAP = re.compile(r"(?:[ \t]{2}|　)[ \t　]*$")
