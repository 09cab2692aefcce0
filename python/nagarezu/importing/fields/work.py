"""Work: steps and notices that a content row lists, with direction and partner where it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_NOTICE = re.compile(
    r"^(?P<partner>[^、。]{2,40}?)(?:(?:あてに?|宛てに?|へ|に)(?P<send>送信|提供|送付|通知)(?:する)?|と(?P<both>送受信)(?:する)?|から(?P<receive>受信|受領|取得)(?:する)?)"
    r"(?P<label>[^、。]{2,40}?)(?:[(（][^()（）]{1,30}[)）])?(?:に係る[^。]{0,20}|の追加|の?機能.{0,6})?$"
)
# what is said behind the last line of a list is of the whole list, and no part of that line
_OF_ALL = re.compile(
    r"^[\s　]*(?:[※＊*]|[(（]?注|なお|また(?!は)|ただし|但し|[こそ]のほか|[こそ]の他"
    r"|(?:上記|以上|前記|いずれ|これら)"
    r"|併せて|あわせて|さらに|[^。、\n]{1,24}(?:のほか|に加え(?:て)?)、"
    r"|[^。、\n]{2,16}(?:に当たって|にあたって|に際して)は、)"
)
_FEWEST = 2  # lines of a list
_SENTENCE = 8  # characters of a sentence, and not of the end of a broken line
_FULL = 0.8  # of the longest line: a shorter one was not broken, it ended
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
    return _without_tails(found)


def _without_tails(steps: list[Step]) -> list[Step]:
    """The steps without what stands below the last line of a list, and is said of all of it."""
    for each, after in zip_longest(steps, steps[1:]):
        if (after is not None and after.heading == each.heading) or each.direction:
            continue
        alike = [other.passage for other in steps if other.heading == each.heading]
        cut = alone([other for other in alike if other is not each.passage] + [each.passage])[-1]
        if cut.text != each.passage.text:
            each.label, each.passage = tidy(cut.text).strip(" 。・"), cut
    return steps


def alone(lines: Sequence[Passage]) -> list[Passage]:
    """The lines of a list, the last one without what is said below it of the whole list.

    A list of names ends before a sentence, a list of sentences before one sentence more.
    """
    if len(lines) < _FEWEST or "\n" not in lines[-1].text.strip():
        return list(lines)
    others = [each.text.strip() for each in lines[:-1]]
    text = lines[-1].text
    widest = max(len(line) for each in [*others, text] for line in each.splitlines())
    breaks = [match.end() for match in compiled("\n").finditer(text) if text[: match.end()].strip()]
    for rule in (_of_all, _ends_alike, _not_broken):
        for at in breaks:
            if rule(text[:at].strip(), text[at:].strip(), others, widest):
                return [*lines[:-1], lines[-1].part(0, at)]
    return list(lines)


def _of_all(above: str, rest: str, others: Sequence[str], _widest: int) -> bool:
    """Whether what follows says by its first words that it is of the whole list."""
    if all(each.count("。") == 1 and each.endswith("。") for each in others):
        return above.endswith("。")
    return _names(above, others) and bool(_OF_ALL.match(rest))


def _ends_alike(above: str, rest: str, others: Sequence[str], _widest: int) -> bool:
    """Whether a line ends as another line of the list does, and a sentence follows."""
    alike = any(above[-2:] == each[-2:] for each in others)
    return alike and _names(above, others) and _is_sentence(rest)


def _not_broken(above: str, rest: str, others: Sequence[str], widest: int) -> bool:
    """Whether a line is too short to have been broken there, and a sentence follows."""
    short = len(above.splitlines()[-1]) < _FULL * widest
    return short and _names(above, others) and _is_sentence(rest)


def _names(above: str, others: Sequence[str]) -> bool:
    """Whether the lines are names of work, of which the last is not cut in two here."""
    joined = above.endswith(("、", "及び", "並びに", "又は"))
    return not joined and not any("。" in each for each in [above, *others])


def _is_sentence(text: str) -> bool:
    return text.endswith("。") and len(text) > _SENTENCE


def _lead_heading(before: Passage) -> str:
    first = before.lines()[0].text if before else ""
    return tidy(first) if 0 < len(first) <= 24 and not compiled(r"。|※|【").search(first) else ""


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
