"""Numbers in front of list items, found by their sequence and not by their look (traps 9, 10, 13).

第1 → 1 → (1) → ア → (ア) → a → (a), circled digits and bullets. A number counts as one only if it
continues a sequence that has begun, or begins one: 第14条 or 平成27年 never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, look_alikes

_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PAREN_DIGITS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_KANA_LIKE = "ロ口力卜夕工二八一"
_NOT_AFTER = "年月日人件名世時歳条項号回部社%円万千億種階台個ヶか箇版級つ"

_MARKER = re.compile(
    rf"(?P<chapter>第[ ]?(?P<chapter_n>\d{{1,2}})(?=[ \t　](?![ ]?\d)))"
    rf"|(?P<circled>[{_CIRCLED}])"
    rf"|(?P<paren>\((?P<paren_n>\d{{1,2}})\)|[{_PAREN_DIGITS}])"
    rf"|(?P<kana_paren>\((?P<kana_paren_n>[{_KANA}{_KANA_LIKE}])\))"
    rf"|(?P<letter_paren>\((?P<letter_paren_n>[a-z])\))"
    rf"|(?P<half_paren>(?P<half_paren_n>\d{{1,2}})\))"
    rf"|(?P<dotted>\d{{1,2}}[.](?P<dotted_n>\d{{1,2}})(?=[ \t　][^\d\s]))"
    rf"|(?P<number>(?P<number_n>\d{{1,2}})(?:[.、](?!\d)|(?=\s)|(?=[^\d\s.,:/~\-()])))"
    rf"|(?P<kana>(?P<kana_n>[{_KANA}{_KANA_LIKE}])(?=[ \t.]))"
    rf"|(?P<letter>(?P<letter_n>[a-z])(?=[ \t.]))"
    rf"|(?P<bullet>[・･●■◆◇▪•○](?=\s?\S)"
    rf"|-(?=[ ](?!\(?(?:\d{{1,2}}|[{_KANA}{_KANA_LIKE}a-z{_CIRCLED}])[).\s])[^\s\d-]))"
)
_LEAD = re.compile(r"[ \t]*(?:[-*][ \t]+)?")
_SIGN = rf"[{_KANA}{_KANA_LIKE}]"
_BRACKET = rf"(?:\([ ]?(?:\d{{1,2}}|{_SIGN}|[a-z])[ ]?\)|[{_PAREN_DIGITS}])"
# (5)ア(ア), 2の(5)のアの(ア), ア(ア): marks in a row, as another part of the paper cites a measure
CITATION = (
    rf"(?:(?:第[ ]?)?\d{{1,2}}|{_BRACKET}|{_SIGN})"
    rf"(?:[ ]?の[ ]?(?:\d{{1,2}}|{_BRACKET}|{_SIGN})|[ ]?{_BRACKET}|{_SIGN}"
    rf"|[ ][{_KANA}](?=[にはでがの、,。及と]))+"
)
_JOINED = r"[ ]?(?:[、,・]|及び|並びに|と|又は)[ ]?"
_ALONE = rf"{_SIGN}(?=[ ]*(?:$|[、,・。]|及び|並びに|から|まで|と|に|の))"  # ウ of (1)イ、ウ
CITED = (
    rf"(?:{CITATION}|{_BRACKET})"
    rf"(?:(?:{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{CITATION}|{_BRACKET}|{_ALONE}))*(?:まで)?"
)
_CITED_LINE = re.compile(
    rf"^[ \t]*{CITATION}"
    rf"(?:(?:{_JOINED}|[ ]?(?:から|~)[ ]?)(?:{CITATION}|{_BRACKET}|{_ALONE}))*(?:まで)?"
    r"(?=[ \t、,]*(?:$|。|に(?:より|よって|よる|示|掲|記載|定|お)|のとおり|で|は|が))",
    re.MULTILINE,
)

# (①及び②), (1から3まで), （③）: brackets that hold nothing but marks name what stands elsewhere
_OTHERS = (
    rf"(?:{_JOINED}|[ ]?(?:から|~|まで)[ ]?|の業務|のみ|{_BRACKET}|[{_CIRCLED}]|\d{{1,2}}|{_SIGN})"
)
_CITED_MARKS = re.compile(
    rf"\((?:[{_CIRCLED}]{_OTHERS}*|(?:{_BRACKET}|\d{{1,2}}(?!\d)|{_SIGN}){_OTHERS}+)\)"
)


@dataclass(slots=True)
class Node:
    """One item of a list: its number as printed, its own text, and the items below it."""

    kind: str
    mark: str
    value: int
    passage: Passage
    children: list[Node] = field(default_factory=list)
    doubtful: tuple[str, ...] = ()  # what the mark may stand for, if it was read as a look-alike

    def walk(self, path: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
        """Every node below and including this one, as the path that leads to it."""
        here = (*path, self)
        yield here
        for child in self.children:
            yield from child.walk(here)


@dataclass(slots=True)
class _Found:
    kind: str
    mark: str
    value: int
    start: int
    end: int
    strong: bool  # at the start of a line
    line: int = 0  # where that begins
    doubtful: tuple[str, ...] = ()


def outline(passage: Passage) -> tuple[Passage, list[Node]]:
    """Return what stands before the first number, and the tree of the numbered items."""
    accepted = _accepted(list(_candidates(passage.text)))
    if not accepted:
        return passage, []
    roots: list[Node] = []
    stack: list[Node] = []
    levels: list[int] = []
    for index, (found, level) in enumerate(accepted):
        end = accepted[index + 1][0].start if index + 1 < len(accepted) else len(passage.text)
        part = passage.part(found.end, end)
        node = Node(found.kind, found.mark, found.value, part, doubtful=found.doubtful)
        while levels and levels[-1] >= level:
            levels.pop()
            stack.pop()
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
        levels.append(level)
    return passage.part(0, accepted[0][0].start), roots


def _candidates(text: str) -> Iterator[_Found]:
    folded = fold(text)
    cited = [match.span() for match in _CITED_LINE.finditer(folded)]
    cited.extend(match.span() for match in _CITED_MARKS.finditer(folded))
    position = 0
    while position < len(folded):
        found = _MARKER.search(folded, position)
        if not found:
            return
        position = found.end()
        if any(start <= found.start() < end for start, end in cited):
            continue  # it points at a number that stands elsewhere
        kind = str(found.lastgroup).removesuffix("_n")
        line_start = folded.rfind("\n", 0, found.start()) + 1
        lead = _LEAD.match(folded, line_start)
        strong = lead is not None and lead.end() >= found.start()
        before = folded[found.start() - 1] if found.start() else "\n"
        if kind == "dotted" and not strong:
            continue  # 1.4 倍
        if not (strong or before.isspace() or before in "。】>、，,;；" or kind == "circled"):
            continue
        if not strong and not _stands_alone(kind, folded, found, before):
            continue
        if kind == "number" and _in_sentence(folded, found):
            continue
        value, doubtful = _value(kind, found)
        if value:
            start = line_start if strong else found.start()
            mark = found.group().strip(". 、")
            yield _Found(kind, mark, value, start, found.end(), strong, line_start, doubtful)


def _stands_alone(kind: str, folded: str, found: re.Match[str], before: str) -> bool:
    """Within a line a bare number needs a space behind it, or stands in a row: 1氏名、2性別."""
    if kind not in ("number", "kana", "letter") or folded[found.end() : found.end() + 1].isspace():
        return True
    if kind == "number" and found.group()[-1] in ".、":
        return True
    return kind == "number" and before in "、，,;；" and not folded[found.end() :][:1].isdigit()


_UNIT_FOLLOWS = re.compile(
    r"\s*(?:[年月日歳円%]|人(?!の)|件(?!名)|世帯|回|以[上下内]|未満|程度|台|割|倍|級)|\s+\d(?:[\s,年月日人]|$)"
)
_WORD_BEFORE = re.compile(r"(?:令和|平成|昭和|大正|明治|第|約|資料|年|月|別紙|別添|No\.?|第)\s*$")


def _in_sentence(folded: str, found: re.Match[str]) -> bool:
    """平成 27 年, 資料 4 2-1, 8, 9 0 1 世帯: numbers of a sentence."""
    after = folded[found.end() : found.end() + 8]
    spaced = after[:1].isspace()
    listed = folded[: found.start()].rstrip()[-1:] in ("、", "，", ",", ";")
    if not spaced and not listed and after[:1] in _NOT_AFTER and found.group()[-1:].isdigit():
        return True
    line_start = not folded[folded.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" \t-*")
    if spaced and not listed and not line_start and _UNIT_FOLLOWS.match(after.split("\n")[0]):
        return True
    return bool(_WORD_BEFORE.search(folded[max(found.start() - 6, 0) : found.start()]))


def _value(kind: str, found: re.Match[str]) -> tuple[int, tuple[str, ...]]:
    text = found.group()
    if kind == "circled":
        return _CIRCLED.index(text) + 1, ()
    if kind == "bullet":
        return -1, ()
    if kind == "paren" and text in _PAREN_DIGITS:
        return _PAREN_DIGITS.index(text) + 1, ()
    printed = found.group(f"{kind}_n")
    if kind in ("kana", "kana_paren"):
        plain = printed if printed in _KANA and printed != "ロ" else ""
        if plain:
            return _KANA.index(plain) + 1, ()
        others = tuple(other for other in look_alikes().get(printed, ()) if other in _KANA)
        return (_KANA.index(others[0]) + 1, others) if others else (0, ())
    if kind in ("letter", "letter_paren"):
        return _LETTERS.index(printed) + 1, ()
    return int(printed), ()


def _accepted(candidates: list[_Found]) -> list[tuple[_Found, int]]:
    """Keep what continues or begins a sequence, with the level at which it stands."""
    accepted: list[tuple[_Found, int]] = []
    stack: list[tuple[str, int]] = []  # kind and last value of each open level
    last = {(each.kind, each.value): index for index, each in enumerate(candidates)}
    last_strong = {
        (each.kind, each.value): index for index, each in enumerate(candidates) if each.strong
    }
    for index, found in enumerate(candidates):
        levels = [i for i in reversed(range(len(stack))) if stack[i][0] == found.kind]
        level = levels[0] if levels else None
        value = _as_expected(found, stack[level][1] + 1 if level is not None else 1)
        if level is not None and not _continues(found, value, stack[level][1]):
            outer = [i for i in levels[1:] if found.strong and value == stack[i][1] + 1]
            level = outer[0] if outer else level
        by_sequence = found.kind in ("number", "kana", "letter")
        later = by_sequence and last_strong.get((found.kind, value), -1) > index
        if not found.strong and later and not _in_row(found, value, accepted, stack):
            continue  # ティア 3 以上 in a sentence; a line of its own begins with 3 further down
        if level is not None and _continues(found, value, stack[level][1]):
            del stack[level:]
        elif _begins(found, value, index, last, bool(stack)):
            if level is not None:
                if not found.strong:
                    continue
                within = _comes_back(candidates, index, stack[level][1])
                del stack[level + 1 if within else level :]
        else:
            continue
        stack.append((found.kind, max(value, 1)))
        accepted.append((found, len(stack) - 1))
    return accepted


def _in_row(
    found: _Found, value: int, accepted: list[tuple[_Found, int]], stack: list[tuple[str, int]]
) -> bool:
    """ア 氏名 イ 住所 on one line: the number before is of this kind, and just in front."""
    if found.kind != "kana" or not accepted or not stack:
        return False
    before = accepted[-1][0]
    near = found.start - before.end <= 40 and found.line == before.line
    return near and stack[-1] == ("kana", value - 1)


_FAR = 300  # candidates


def _comes_back(candidates: list[_Found], index: int, outer: int) -> bool:
    """Whether a list that begins anew stands within an item: 1…4, 1…6, 5…

    The number that the outer list waits for follows, where the inner one waits for another.
    """
    kind, inner = candidates[index].kind, 1
    if kind == "bullet":
        return False
    for found in candidates[index + 1 : index + _FAR]:
        if found.kind != kind or not found.strong:
            continue
        if found.value == inner + 1:
            inner = found.value
        elif found.value == 1:
            return False
        elif found.value == outer + 1:
            return True
    return False


def _as_expected(found: _Found, wanted: int) -> int:
    """A look-alike stands for the number that is due, if it may."""
    if found.doubtful and any(_KANA.index(other) + 1 == wanted for other in found.doubtful):
        return wanted
    return found.value


def _continues(found: _Found, value: int, last: int) -> bool:
    if found.kind == "bullet":
        return True
    return value == last + 1 or (found.strong and last < value <= last + 2)


def _begins(
    found: _Found, value: int, index: int, last: dict[tuple[str, int], int], nested: bool
) -> bool:
    """Whether a list begins here; `last` says where each number is printed for the last time."""
    if found.kind == "bullet":
        return found.strong or last[found.kind, found.value] > index
    if value != 1:
        # the list of a cell that continues from before starts in the middle
        return found.strong and not nested and found.start == 0
    if found.strong or found.kind in ("circled", "paren", "kana_paren"):
        return True
    return last.get((found.kind, 2), -1) > index


def position(path: tuple[Node, ...]) -> str:
    """How a case file writes the place of a measure in its list: `3.(2)・1`, at the root `ア`."""
    text = ""
    for depth, node in enumerate(path):
        mark = fold(node.mark)
        if node.kind == "circled":
            mark = str(node.value)
        elif node.kind == "bullet":
            siblings = path[depth - 1].children if depth else []
            order = next((i for i, each in enumerate(siblings, 1) if each is node), node.value)
            text += f"・{order}" if depth else str(order)
            continue
        if depth == 0:
            text = mark.strip("()")
        else:
            text += f".{mark}"
    return text
