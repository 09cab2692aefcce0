"""What a contractor is to do, listed in its block and once more in a paper behind the form.

Both lists are written as work, so that they can be compared. Lists that share less are of
different contractors.
"""

from __future__ import annotations

from itertools import combinations

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.draft.prose.tasks import Tasks, alike
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.numbering import outline
from nagarezu.importing.rules.characters import tidy, without_brackets


def write(sheet: Assessment, matter: Entity) -> None:
    """The first two lists of different parts that agree in nearly all lines."""
    lists = [(line, tasks) for line in sheet.of("entrust_content") if (tasks := _tasks(line))]
    for (one, here), (other, there) in combinations(lists, 2):
        if one.part == other.part or not alike(here, there):
            continue
        for name, tasks in (("other", here), ("attachment", there)):
            for label, passage in tasks:
                proof = evidence("label", passage, label, "listed_tasks", 0.8)
                line: Entity = {"label": label, "sheet": name, "heading": tidy(one.printed.text)}
                line["source"] = passage.source
                matter.setdefault("work", []).append({**line, "provenance": [proof]})
        return


def _tasks(line: Line) -> Tasks:
    """The numbered names of a cell; none if one of them is a sentence."""
    found: Tasks = []
    for node in outline(line.value)[1]:
        label = without_brackets(tidy(node.passage.text)).strip(" 。")
        if node.children or not label or "。" in label:
            return []
        found.append((label, node.passage))
    return found
