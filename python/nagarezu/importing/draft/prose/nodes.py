"""The parts of a list in the tree of a paper, and what is no item among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace

from nagarezu.importing.draft.prose.inline import items_of, unclosed
from nagarezu.importing.form.prose.form import aside, body, paragraphs
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold


def flat(node: Node) -> list[Node]:
    """The parts below a node; those of a table of items stand there by themselves."""
    found: list[Node] = []
    for child in node.children:
        if child.kind == "table:items":
            found.extend(flat(child))
        elif not child.kind.startswith("table:") and not aside(child):
            found.append(child)
    return found


def only_remarks(text: Passage) -> bool:
    """Sentences that list nothing, below what is an item then."""
    said = paragraphs(text)
    return all(
        each.text.rstrip().endswith("。")
        and items_of(each) is None
        and not compiled(r"のとおり|参照").search(each.text)
        for each in said
    )


def trimmed(node: Node) -> Node:
    """An item without the remark that stands below it."""
    lines = node.passage.lines()
    kept = lines[:1]
    for line in lines[1:]:
        if compiled(r"[※*＊(（]注|[※*＊]").match(line.text) or not (
            unclosed(kept[-1].text) or len(kept[-1].text) >= 24
        ):
            break
        kept[-1] = joined([kept[-1], line], "")
    if not kept:
        kept = lines
    parts = [trimmed(child) for child in flat(node)]
    return Node(node.kind, node.mark, node.value, joined(kept), parts, group=node.group)


_SORT = re.compile(
    r"^[ 　]*[^、。()（）]{1,16}"
    r"(?:について|に(?:関する|係る)(?:もの|事項|項目|情報)|の(?:項目|情報|分))[：:]?$"
)


def sort(node: Node) -> None:
    """児童について above ①, 保護者について behind ⑤: heads that sort the items of one count."""
    lines = node.passage.lines()[1:]
    group = lines[-1].text.strip() if lines and _SORT.match(lines[-1].text) else ""
    for child in flat(node):
        child.group = child.group or group
        lines = child.passage.lines()
        if len(lines) > 1 and _SORT.match(lines[-1].text):
            group = lines[-1].text.strip()


def ungrouped(node: Node, is_list: Callable[[Node], bool]) -> Node:
    """1 所有者に関する項目 (1)-(7), 2 利用者に関する項目 (8)-(12): the list that counts on.

    The heads sort its items then; where the count begins anew, and above rows of a table, each
    is an item with parts.
    """
    heads = flat(node)
    below = [flat(head) for head in heads]
    counted_on = len(heads) > 1 and all(
        one and other and other[0].value == one[-1].value + 1 > 1
        for one, other in itertools.pairwise(below)
    )
    rows = any(part.kind == "row" for parts in below for part in parts)
    if not counted_on or rows or any(map(is_list, heads)):
        return node
    for head, parts in zip(heads, below, strict=True):
        for part in parts:
            part.group = part.group or head.passage.lines()[0].text.strip()
    return replace(node, children=[part for parts in below for part in parts])


def all_of(node: Node) -> Passage:
    """The words of a node, or of all below one that has none."""
    if node.passage:
        return node.passage
    return joined([path[-1].passage for child in node.children for path in child.walk()])


_HEAD = re.compile(r"^(?:第?[ ]?\d{1,2}|\(\d{1,2}\)|[ア-ン])[ .、][^。、]{1,24}$")


def heads_apart(row: Row) -> Passage:
    """A row, with a full stop behind it if it is a head: no sentence goes on over one."""
    text = row.whole
    return (
        Passage(f"{text.text}。", text.starts, text.spots) if _HEAD.match(fold(text.text)) else text
    )


_GROUPS = 2
_BRACKETED = re.compile(
    r"^[ 　]*(?:【[^【】]{2,40}】|〔[^〔〕]{2,40}〕|《[^《》]{2,40}》"
    r"|[<＜〈][^<>＜＞〈〉]{2,40}[>＞〉])[ 　]*$"
)


def bracketed_parts(text: Passage) -> list[Node]:
    """The heads in brackets on lines of their own, with the lines below each."""
    found: list[Node] = []
    for line in text.lines():
        if _BRACKETED.match(line.text):
            found.append(Node("bracket", "", len(found) + 1, line))
        elif not found:
            return []
        else:
            found[-1].passage = joined([found[-1].passage, line])
    return found if len(found) >= _GROUPS else []


def told_beside(part: Node, parts: list[Node]) -> bool:
    """情報の性質, with a sentence below it beside heads that have items: none of them."""
    told = paragraphs(body(part))
    grouped = any(flat(each) for each in parts) and not flat(part)
    return grouped and bool(told) and all(each.text.rstrip().endswith("。") for each in told)
