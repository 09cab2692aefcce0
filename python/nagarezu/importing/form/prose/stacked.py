"""Labels on lines of their own below a numbered head, each with its value on the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.labelling import is_head
from nagarezu.importing.form.prose.papers import MARK
from nagarezu.importing.form.prose.topics import label_of, labelled, topic_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

# Topics whose parts hold values: what looks like a label below them is one of the values.
_VALUES = ("items", "safeguards", "subjects", "attachments", "reasons", "opinion", "conclusion")
_LONGEST = 16  # characters of a label
_PARTICLE = re.compile(r"(?:[はがをにへともの、，]|(?<!ま)で)$")


def split(node: Node) -> None:
    """委託先 / 株式会社甲 / 委託の期間 / 令和…まで: parts of their own below the head.

    What is numbered below the last label belongs to it: 委託の内容 / 1 収集 / 2 入力.
    """
    lines = node.passage.lines()
    if not node.mark or len(lines) < _FEWEST or topic_of(lines[0].text) in _VALUES:
        return
    labels = [at for at in range(1, len(lines)) if _is_label(lines, at, bool(node.children))]
    if labels:
        further = (at for at in range(1, len(lines)) if _asks(lines, at))
        labels = sorted({*labels, *further})
    if not labels or (len(labels) == 1 and topic_of(lines[0].text) == "time"):
        return
    made: list[Node] = []
    for number, at in enumerate(labels):
        end = labels[number + 1] if number + 1 < len(labels) else len(lines)
        made.append(label_node(lines[at], joined(lines[at + 1 : end]), number + 1))
    apart = any(topic_of(_head(child)) or child.kind == "label" for child in node.children)
    if node.children and not apart and labels[-1] == len(lines) - 1:
        made[-1].children, node.children = node.children, []
    node.passage = joined(lines[: labels[0]])
    node.children[:0] = made


_FEWEST = 2  # lines


def _is_label(lines: Sequence[Passage], at: int, parts: bool) -> bool:
    """A short line that says what the next one is, and is no end of a sentence that was broken."""
    text = fold(lines[at].text).strip()
    if len(text) > _LONGEST or not is_head(lines[at]) or labelled(lines[at]):
        return False
    if compiled(r"[()\d:]").search(label_of(text)) or _PARTICLE.search(lines[at - 1].text.rstrip()):
        return False
    if at + 1 == len(lines):
        return parts
    below = lines[at + 1].text
    return MARK in below or not is_head(lines[at + 1])


_ASKS = re.compile(
    r"^[一-龥ァ-ヶ]{2,8}(?:の|する|した)?(?:方法|理由|根拠|条件|有無|内容|範囲|期間|時期|金額|経費|目的|場所)$"
    r"|^(?:所在地|住所|代表者|連絡先|担当者|資格|認証)$"
)


def _asks(lines: Sequence[Passage], at: int) -> bool:
    """選定の方法, 所在地 among labels that are known: a label as well."""
    before = lines[at - 1].text.rstrip()
    return at + 1 < len(lines) and bool(
        _ASKS.match(lines[at].text.strip()) and not _PARTICLE.search(before)
    )


def _head(node: Node) -> str:
    lines = node.passage.lines()
    return lines[0].text if lines else ""


def nested(roots: list[Node]) -> list[Node]:
    """委託の内容 / 1, 2, 3 within chapter 3, and then chapter 4: which list 4 goes on with.

    The chapters have heads that are known; the list stands below a label, or as the last one below
    the head of its chapter, and has none.
    """
    again = next((n for n, node in enumerate(roots) if n and node.mark and node.value == 1), 0)
    if not again:
        return roots
    before, above = roots[again - 1], roots[again - 1].passage.lines()
    wanted = before.value + 1
    after = next(
        (n for n in range(again, len(roots)) if roots[n].value == wanted and _of(roots[n])),
        len(roots),
    )
    inner = roots[again:after]
    last = after == len(roots)
    fits = [node.value for node in inner] == list(range(1, len(inner) + 1))
    if not fits or before.children or any(n.kind != before.kind or _of(n) for n in inner):
        return roots
    headed = again > 1 and len(above) == 1 and bool(_of(before))
    if not (headed if last else len(above) >= _FEWEST and is_head(above[-1])):
        return roots
    before.children = list(inner)
    return [*roots[:again], *nested(roots[after:])]


def _of(node: Node) -> str:
    return topic_of(_head(node))
