"""What is to be done, listed under its head in the letter and once more in an attached paper.

業務の内容 ア, イ, ウ and, in the specification behind it, ア, イ, ウ, エ: both lists are written
as work, so that they can be compared. Lists that share less are of different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.form.prose.form import Prose, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_FEWEST = 3  # lines that both have
_MOST = 2  # lines that one of them alone has

Tasks = list[tuple[str, Passage]]


def write(paper: Prose, matter: Entity) -> None:
    """The first two lists that agree in nearly all lines."""
    heads = [(part.path[0], part.node) for part in paper.about("content")]
    heads += _tables(paper, {id(node) for _, node in heads})
    lists = [(root, node, tasks) for root, node in heads if (tasks := _tasks(node))]
    for (one, node, here), (other, _, there) in combinations(lists, 2):
        if one is other or not alike(here, there):
            continue
        work_lists.add(matter, (("other", here), ("attachment", there)), head(node))
        return


def _tables(paper: Prose, known: set[int]) -> Iterator[tuple[Node, Node]]:
    """The tables of work in attached papers, whatever stands above them: 業務の分担."""
    for root in paper.attached.values():
        for path in root.walk():
            tasks = any(child.kind == "table:tasks" for child in path[-1].children)
            if tasks and id(path[-1]) not in known:
                yield root, path[-1]


def _tasks(node: Node) -> Tasks:
    """The names below a head; none if there is a sentence or a further level among them."""
    found: Tasks = []
    for child in _lines(node):
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


def _lines(node: Node) -> Iterator[Node]:
    """The numbered lines below a head, and the rows of a table of work: 番号 | 業務 | 時期."""
    for child in node.children:
        if child.kind in ("table:time", "table:tasks"):
            for row in child.children:
                yield Node(row.kind, row.mark, row.value, joined(row.passage.lines()[:1]))
        else:
            yield child


def alike(one: Tasks, other: Tasks) -> bool:
    """Whether two lists are one but for a line or two."""
    a, b = ({key(label) for label, _ in tasks} for tasks in (one, other))
    return len(a & b) >= _FEWEST and 0 < len(a ^ b) <= _MOST
