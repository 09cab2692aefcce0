"""Numbers in front of list items, found by their sequence and not by their look (traps 9, 10, 13).

第1 → 1 → (1) → ア → (ア) → a → (a), circled digits and bullets. A number counts as one only if it
continues a sequence that has begun, or begins one: 第14条 or 平成27年 never do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from nagarezu.importing.list_marks import Found, candidates
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import KANA, fold


@dataclass(slots=True)
class Node:
    """One item of a list: its number as printed, its own text, and the items below it."""

    kind: str
    mark: str
    value: int
    passage: Passage
    children: list[Node] = field(default_factory=list)
    doubtful: tuple[str, ...] = ()  # what the mark may stand for, if it was read as a look-alike
    group: str = ""  # an unnumbered head that sorts it with others

    def walk(self, path: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
        """Every node below and including this one, as the path that leads to it."""
        here = (*path, self)
        yield here
        for child in self.children:
            yield from child.walk(here)


def outline(passage: Passage) -> tuple[Passage, list[Node]]:
    """Return what stands before the first number, and the tree of the numbered items."""
    accepted = _marks(passage.text)
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


@lru_cache(maxsize=1 << 12)
def _marks(text: str) -> tuple[tuple[Found, int], ...]:
    """Several readers ask for the outline of one cell: its marks are looked for once."""
    return tuple(_accepted(list(candidates(text))))


def _accepted(marks: list[Found]) -> list[tuple[Found, int]]:
    """Keep what continues or begins a sequence, with the level at which it stands."""
    accepted: list[tuple[Found, int]] = []
    stack: list[tuple[str, int]] = []  # kind and last value of each open level
    kinds = _kinds(marks)
    headed: set[int] = set()  # the levels of lists below such heads
    closed: dict[str, int] = {}  # the last value of the inner list that ended last
    nested: set[str] = set()  # heads in brackets below which an inner list begins
    parted = {each.value for each in marks if each.split and each.strong}
    printed = [(index, each) for index, each in enumerate(marks) if not each.split]
    last = {(each.kind, each.value): index for index, each in printed}
    last_strong = {(each.kind, each.value): index for index, each in printed if each.strong}
    for index, found in enumerate(marks):
        if accepted and found.start < accepted[-1][0].end and found.line == accepted[-1][0].line:
            continue  # the second half of a number that was split
        kind = kinds[index]
        _less_deep(stack, kind)
        if _opens_chapters(found, stack, last_strong.get((found.kind, 2), -1) > index):
            stack.clear()
        levels = [i for i in reversed(range(len(stack))) if stack[i][0] == kind]
        level = levels[0] if levels else None
        value = _as_expected(found, stack[level][1] + 1 if level is not None else 1)
        begins = found.split and not accepted and found.start == 0 and value + 1 in parted
        if found.split and not begins and (level is None or value != stack[level][1] + 1):
            continue
        if level is not None and (
            not _continues(found, value, stack[level][1])
            or value != stack[level][1] + 1
            or (nested and _opens(marks, index, nested))
        ):
            outer = [i for i in levels[1:] if found.strong and value == stack[i][1] + 1]
            level = outer[0] if outer else level
        by_sequence = found.kind in ("number", "kana", "letter")
        later = by_sequence and last_strong.get((found.kind, value), -1) > index
        if not found.strong and later and not _in_row(found, value, accepted, stack):
            continue  # ティア 3 以上 in a sentence; a line of its own begins with 3 further down
        # 8, (1), and below it another list of numbers: that stands below (1), not beside it
        deeper = level is not None and found.strong and accepted[-1][1] > level
        below = accepted[-1][0] if deeper and accepted[-1][0].kind != found.kind else None
        goes_on = level is None or below is not None
        goes_on = goes_on and found.strong and closed.get(found.kind, -1) == value - 1
        if level is not None and _continues(found, value, stack[level][1]):
            closed.update(stack[level + 1 :])
            del stack[level:]
        elif goes_on:
            pass  # (1) … 1, 2 (2) … 3, 4: the inner numbers go on under the next head
        elif _begins(found, value, index, last, bool(stack)):
            if level is not None:
                if not found.strong:
                    continue
                above = found.above == accepted[-1][0].line
                direct = bool(found.head) and above
                beside = bool(found.head) and level in headed  # 【技術】 behind 【運用】 1, 2
                within = (direct and found.head in nested and not beside) or (
                    not beside
                    and (bool(below and above) or _comes_back(marks, index, stack[level][1], below))
                )
                nested.update({found.head} if within and direct else ())
                if not (within and below):
                    del stack[level + 1 if within else level :]
                if direct and within:
                    headed.add(len(stack))
        else:
            continue
        headed = {each for each in headed if each <= len(stack)}
        stack.append((kind, max(value, 1)))
        accepted.append((found, len(stack) - 1))
    return accepted


def _opens_chapters(found: Found, stack: list[tuple[str, int]], more: bool) -> bool:
    """第1 behind the numbers of a letter: the chapters of what is attached stand below none."""
    chapter = found.kind.endswith("chapter") and found.strong and found.value == 1
    return chapter and more and all(kind != found.kind for kind, _ in stack)


def _less_deep(stack: list[tuple[str, int]], kind: str) -> None:
    """Close what stands further right than a bullet."""
    if kind.startswith("bullet "):
        while stack and stack[-1][0].startswith("bullet ") and _inset(stack[-1][0]) > _inset(kind):
            stack.pop()


def _inset(kind: str) -> int:
    return int(kind.removeprefix("bullet "))


_DEEPER = 2  # columns


def _kinds(marks: list[Found]) -> list[str]:
    """The kinds by which levels are told apart: bullets further right stand below those before."""
    bullets = [(index, each) for index, each in enumerate(marks) if each.kind == "bullet"]
    insets = {index: each.inset for index, each in bullets if each.strong}
    first = next(iter(insets), None)
    if first is not None and marks[first].line == 0:  # nobody knows how far the first was set in
        insets[first] = min(insets.values()) if len(insets) == 1 else min(list(insets.values())[1:])
    known: list[int] = []
    found, last = [], "bullet"
    for index, each in enumerate(marks):
        if each.kind != "bullet" or not each.strong:
            # within a line a bullet goes on with those above it
            found.append(last if each.kind == "bullet" else each.kind)
            continue
        inset = insets[index]
        near = next((other for other in known if abs(other - inset) < _DEEPER), None)
        if near is None:
            known.append(inset)
        last = f"bullet {inset if near is None else near}"
        found.append(last)
    return found


def _in_row(
    found: Found, value: int, accepted: list[tuple[Found, int]], stack: list[tuple[str, int]]
) -> bool:
    """ア 氏名 イ 住所 on one line: the number before is of this kind, and just in front."""
    if found.kind != "kana" or not accepted or not stack:
        return False
    before = accepted[-1][0]
    near = found.start - before.end <= 40 and found.line == before.line
    return near and stack[-1] == ("kana", value - 1)


_FAR = 300  # candidates


def _comes_back(marks: list[Found], index: int, outer: int, below: Found | None) -> bool:
    """Whether a list that begins anew stands within an item: 1…4, 1…6, 5…

    The number that the outer list waits for follows, where the inner one waits for another. It may
    begin anew `below` each item of a list between the two: 8, (1) 1…3, (2) 1…3, 9.
    """
    kind, inner, between = marks[index].kind, 1, below
    if kind == "bullet":
        return False
    for found in marks[index + 1 : index + _FAR]:
        if between and found.strong and found.kind == between.kind:
            if found.value == between.value + 1:
                inner, between = 0, found
            continue
        if found.kind != kind or not found.strong or found.split:
            continue
        if found.value == inner + 1:
            inner = found.value
        elif found.value == 1 and not found.head:
            return False
        elif found.value == 1:  # 【運用】 1…4 【技術】 1…3
            inner = 1
        elif found.value == outer + 1:
            return True
    return False


def _opens(marks: list[Found], index: int, nested: set[str]) -> bool:
    """Whether 【運用】 1 is directly below, as below the head before."""
    after = marks[index + 1] if index + 1 < len(marks) else None
    return after is not None and after.head in nested and after.above == marks[index].line


def _as_expected(found: Found, wanted: int) -> int:
    """A look-alike stands for the number that is due, if it may."""
    if found.doubtful and any(KANA.index(other) + 1 == wanted for other in found.doubtful):
        return wanted
    return found.value


def _continues(found: Found, value: int, last: int) -> bool:
    if found.kind == "bullet":
        return True
    return value == last + 1 or (found.strong and last < value <= last + 2)


def _begins(
    found: Found, value: int, index: int, last: dict[tuple[str, int], int], nested: bool
) -> bool:
    """Whether a list begins here; `last` says where each number is printed for the last time."""
    if found.kind == "bullet":
        return found.strong or last[found.kind, found.value] > index
    if found.kind.startswith("kanji") and found.kind != "kanji paren":  # 一 般 is no first item
        return value == 1 and last.get((found.kind, 2), -1) > index
    if value != 1:
        # the list of a cell that continues from before starts in the middle
        goes_on = value < 100 or last.get((found.kind, value + 1), -1) > index
        return found.strong and not nested and found.start == 0 and goes_on
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
        elif node.kind == "paren" and len(mark) == 1:  # ⑴ is (1)
            mark = f"({node.value})"
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
