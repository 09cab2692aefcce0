"""The paper of a case: two pages for members, flow map, annex; several cases make a volume."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.languages import Lang, Text
from nagarezu.report.figures import flow_map_of
from nagarezu.report.tree import (
    Block,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Run,
    Section,
    TableBlock,
)
from nagarezu.tables import SPECS, glance

if TYPE_CHECKING:
    from nagarezu.case import Case

_TITLE = Text("個人情報の流れ", "Flows of personal data")


def of_cases(cases: Sequence[Case], *, lang: Lang = "ja", box: str = "") -> Document:
    """Return the tree of the paper of one or several cases."""
    sections: list[Section] = []
    for case in cases:
        sections += _sections(case, lang)
    return Document(
        title=_TITLE.in_(lang),
        subtitle="",
        box=box,
        lang=lang,
        sections=tuple(sections),
        cases=tuple(case.id for case in cases),
    )


def _sections(case: Case, lang: Lang) -> list[Section]:
    shown = glance.of_case(case, lang=lang)
    facts = tuple((fact.label, (Run(fact.text),)) for fact in shown.facts)
    front: list[Block] = [Heading(1, shown.title, case.id), Facts(facts, shown.title)]
    figure = flow_map_of(case, lang=lang)
    drawn = FigureBlock(figure, f"{case.id}-figure-1", figure.caption)
    tables = [case.table(name, lang=lang) for name, spec in SPECS.items() if spec.number]
    annex = tuple(TableBlock(t, f"{case.id}-table-{t.number}") for t in tables if t.rows)
    return [Section(tuple(front)), Section((drawn,), figure.landscape), Section(annex)]
