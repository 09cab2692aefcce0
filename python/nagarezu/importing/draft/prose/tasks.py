"""What is to be done, listed under its head in the letter and once more in an attached paper.

業務の内容 ア, イ, ウ and, in the specification behind it, ア, イ, ウ, エ: both lists are written
as work, so that they can be compared. Lists that share less are of different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.form.prose.form import Part, Prose, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_FEWEST = 3  # lines that both have
_MOST = 2  # lines that one of them alone has

Tasks = list[tuple[str, Passage]]


def write(paper: Prose, matter: Entity) -> None:
    """The first two lists that agree in nearly all lines."""
    lists = [(part, tasks) for part in paper.about("content") if (tasks := _tasks(part))]
    for (one, here), (other, there) in combinations(lists, 2):
        if one.path[0] is other.path[0] or not alike(here, there):
            continue
        heading = head(one.node)
        for sheet, tasks in (("other", here), ("attachment", there)):
            for label, passage in tasks:
                proof = evidence("label", passage, label, "listed_tasks", 0.8)
                line = {"label": label, "sheet": sheet, "heading": heading}
                line["source"] = passage.source
                matter.setdefault("work", []).append({**line, "provenance": [proof]})
        return


def _tasks(part: Part) -> Tasks:
    """The names below a head; none if there is a sentence or a further level among them."""
    found: Tasks = []
    for child in _lines(part):
        label = without_brackets(tidy(_own_lines(child).text)).strip(" 。")
        below = [each for each in child.children if not each.kind.startswith("table:")]
        if below or not label or "。" in label or child.kind.startswith("table:"):
            return []
        found.append((label, child.passage))
    return found


_ASIDE = re.compile(
    r"^[ 　]*(?:なお|ただし|※|注|詳細|.{0,24}(?:分担|詳細|内訳|細目|内容|手順)(?:は|については)、?)"
    r"|別[紙表添記][ ]?\d{0,2}[^。]{0,12}(?:のとおり|を参照|による)"
)


def _own_lines(node: Node) -> Passage:
    """A line of a list without what stands below the last one: 分担は、別紙1のとおり."""
    lines = node.passage.lines()
    end = next((at for at, line in enumerate(lines) if at and _ASIDE.search(fold(line.text))), None)
    return joined(lines[:end])


def _lines(part: Part) -> Iterator[Node]:
    """The numbered lines below a head, and the rows of a table of work: 番号 | 業務 | 時期."""
    for child in part.node.children:
        if child.kind in ("table:time", "table:tasks"):
            for row in child.children:
                yield Node(row.kind, row.mark, row.value, joined(row.passage.lines()[:1]))
        else:
            yield child


def alike(one: Tasks, other: Tasks) -> bool:
    """Whether two lists are one but for a line or two."""
    a, b = ({key(label) for label, _ in tasks} for tasks in (one, other))
    return len(a & b) >= _FEWEST and 0 < len(a ^ b) <= _MOST
