"""Work: steps and notices that a content row lists, with direction and partner where it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy

_NOTICE = re.compile(
    r"^(?P<partner>[^、。]{2,40}?)(?:(?:あてに?|宛てに?|へ|に)(?P<send>送信|提供|送付|通知)(?:する)?|と(?P<both>送受信)(?:する)?|から(?P<receive>受信|受領|取得)(?:する)?)"
    r"(?P<label>[^、。]{2,40}?)(?:[(（][^()（）]{1,30}[)）])?(?:に係る[^。]{0,20}|の追加|の?機能.{0,6})?$"
)
_POINTS_AWAY = re.compile(r"(?:資料|別紙)[^。]{0,16}のとおり")


@dataclass(slots=True)
class Step:
    """One line of work. `direction` is send, receive or both, seen from the own side."""

    label: str
    passage: Passage
    heading: str = ""
    direction: str = ""
    partner: str = ""


def read(passage: Passage) -> list[Step]:
    """The numbered lines of a content row; a line with lines below it is their heading."""
    before, nodes = outline(passage)
    heading = _lead_heading(before)
    found: list[Step] = []
    for node in nodes:
        found.extend(_of_node(node, heading))
    return found


def _lead_heading(before: Passage) -> str:
    first = before.lines()[0].text if before else ""
    return tidy(first) if 0 < len(first) <= 24 and not re.search(r"。|※|【", first) else ""


def _of_node(node: Node, heading: str) -> list[Step]:
    lines = node.passage.lines()
    first = lines[0] if lines and _NOTICE.match(fold(tidy(lines[0].text))) else node.passage
    text = _POINTS_AWAY.sub("", tidy(first.text.split("※")[0])).strip(" 。・")
    text = text[:-2] if text.endswith(("()", "（）")) else text
    if node.children:
        return [step for child in node.children for step in _of_node(child, text or heading)]
    if not text:
        return []
    return [step(text, node.passage, heading)]


def step(text: str, passage: Passage, heading: str = "") -> Step:
    """A line of work; of a notice its name, direction and partner are read apart."""
    match = _NOTICE.match(fold(text))
    if match:
        direction = "both" if match["both"] else "receive" if match["receive"] else "send"
        label = text[slice(*match.span("label"))]
        return Step(label, passage, heading, direction, text[slice(*match.span("partner"))])
    return Step(text, passage, heading)
