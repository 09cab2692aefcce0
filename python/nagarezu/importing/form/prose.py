"""Numbered prose: answers and consultations as a tree of heads, and which head is about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy

_TITLE_END = re.compile(r"(?:について|に関する件|の件)[ 　]*[(（]?(?:答申|諮問)?[)）]?$")
_ADDRESS = re.compile(r"様$|殿$|会長|^\S*(?:市|区|町|村)長|年.*月.*日|第.*号")


@dataclass(slots=True)
class Part:
    """A head with what stands below it. `reasons` if it belongs to what the council says itself."""

    topic: str
    node: Node
    reasons: bool
    path: tuple[Node, ...]


@dataclass(slots=True)
class Prose:
    """`preamble` are the lines in front of the first number; `parts` all heads with a topic."""

    preamble: list[Passage]
    title: Passage
    roots: list[Node]
    parts: list[Part] = field(default_factory=list)
    remarks: list[Passage] = field(default_factory=list)  # なお、… after the last item of a list

    def about(self, topic: str, *, reasons: bool = False) -> list[Part]:
        return [part for part in self.parts if part.topic == topic and part.reasons == reasons]


def read(rows: Sequence[Row]) -> Prose:
    """The whole paper as one outline."""
    whole = joined([row.whole for row in rows])
    before, roots = outline(whole)
    preamble = before.lines()
    prose = Prose(preamble, _title(preamble), roots)
    for root in roots:
        prose.remarks.extend(_cut_remarks(root))
        prose.parts.extend(_parts(root, (), False))
    return prose


_REMARK = re.compile(r"^(?:なお|また|ただし|但し|さらに|おって|このほか|いずれも)、")


def _cut_remarks(node: Node) -> Iterator[Passage]:
    """Take what speaks of the whole list out of its last item: なお、… on a line of its own."""
    for child in node.children:
        yield from _cut_remarks(child)
    if len(node.children) < 2 or node.children[-1].children:
        return
    last = node.children[-1]
    lines = last.passage.lines()
    for index, line in enumerate(lines[1:], 1):
        if _REMARK.match(line.text):
            whole = index == 1 or lines[0].text.rstrip().endswith("。")
            if whole and not (index > 1 and topic_of(head(last))):
                last.passage = joined(lines[:index])
                yield joined(lines[index:])
            return


def head(node: Node) -> str:
    """The first line of a numbered part."""
    lines = node.passage.lines()
    return tidy(lines[0].text) if lines else ""


def body(node: Node) -> Passage:
    """What stands below the first line, numbered parts excluded."""
    lines = node.passage.lines()
    return joined(lines[1:])


def _parts(node: Node, above: tuple[Node, ...], reasons: bool) -> Iterator[Part]:
    title = head(node)
    topic = topic_of(title) if len(title) <= 40 else ""
    reasons = reasons or topic == "reasons"
    if topic:
        yield Part(topic, node, reasons, (*above, node))
    for child in node.children:
        yield from _parts(child, (*above, node), reasons)


def topic_of(title: str) -> str:
    """The topic of a head by the words of the data file; empty if it has none."""
    plain = key(title)
    for topic, words in rules("labels")["prose"].items():
        if re.search(words, plain):
            return str(topic)
    return ""


def _title(lines: Sequence[Passage]) -> Passage:
    """The line that ends in について（答申）, with the line before it if the title is broken."""
    for index, line in enumerate(lines):
        if _TITLE_END.search(tidy(line.text)) and "次のとおり" not in line.text:
            before = lines[index - 1] if index else Passage()
            if before and not _ADDRESS.search(tidy(before.text)) and not before.text.endswith("。"):
                return joined([before, line], "")
            return line
    return Passage()
