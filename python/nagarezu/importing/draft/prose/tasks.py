"""What is to be done, listed under its head in the letter and once more in an attached paper.

業務の内容 ア, イ, ウ and, in the specification behind it, ア, イ, ウ, エ: both lists are written
as work, so that they can be compared. Lists that share less are of different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.form.prose.form import Part, Prose, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, tidy, without_brackets

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
        label = without_brackets(tidy(child.passage.text)).strip(" 。")
        if child.children or not label or "。" in label or child.kind.startswith("table:"):
            return []
        found.append((label, child.passage))
    return found


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
