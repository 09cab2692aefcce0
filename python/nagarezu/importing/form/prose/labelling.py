"""Papers of labels: 対象者 or 担当課　… where no number makes the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.papers import MARK
from nagarezu.importing.form.prose.title import ADDRESS
from nagarezu.importing.form.prose.topics import labelled, topic_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import width
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import KANJI_DIGITS, fold, tidy

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
    return len(text) <= 30 and bool(topic_of(text)) and not re.search(r"について|[、。]", text)


_SPACED = re.compile(r"(?P<label>[^\s。、（(]\S{1,15})[ 　]*　[ 　]*(?=\S)(?<=[ 　]{2})")


# 【これまでの状況】 heads a part, whatever it is about; 【技術面】 is within one
_BOXED = re.compile(
    r"^[ 　]*【(?!(?:運用|技術|システム|物理|組織|人的)[^【】]{0,8}】)[^【】。]{1,24}】[ 　]*$"
)
_FEWEST = 4


def by_labels(text: Passage) -> tuple[Passage, list[Node]]:
    """A paper of labels without numbers: each label with what stands below it."""
    before: list[Passage] = []
    found: list[tuple[Passage, list[Passage]]] = []
    lines = text.lines()
    boxed = sum(1 for line in lines if _BOXED.match(line.text)) >= _FEWEST
    columns = {
        len(gap.group()) for line in lines if labelled(line) and (gap := _SPACED.match(line.text))
    }
    for line in lines:
        pair = labelled(line) if is_head(line) else None
        gap = _SPACED.match(line.text)
        if not pair and gap and len(gap.group()) in columns:  # printed in line with known labels
            pair = line.part(0, gap.end("label")), line.part(gap.end())
        if pair:
            found.append((pair[0], [pair[1]]))
        elif is_head(line) or (boxed and _BOXED.match(line.text)):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
        else:
            before.append(line)
    nodes = [label_node(label, joined(lines), n) for n, (label, lines) in enumerate(found, 1)]
    return joined(before), nodes


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
