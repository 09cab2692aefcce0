"""Lists of work that stand in two places, each under a sheet of its own: so they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.passage import Passage

Names = Sequence[tuple[str, Passage]]


def add(
    matter: Entity,
    lists: Iterable[tuple[str, Names]],
    heading: str | None = None,
    rule: str = "listed_tasks",
) -> None:
    """A line of work for each name of each sheet."""
    for sheet, names in lists:
        for label, passage in names:
            line: Entity = {"label": label, "sheet": sheet}
            line |= {} if heading is None else {"heading": heading}
            proof = evidence("label", passage, label, rule, 0.8)
            line |= {"source": passage.source, "provenance": [proof]}
            matter.setdefault("work", []).append(line)
