"""Clauses of the papers that bind a partner: 特記事項, 遵守事項."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.fields import clauses
from nagarezu.importing.form import clause_rows
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.rows import Row


def of_sheets(builder: Builder, sheets: Iterable[Sheet], made: list[Made]) -> None:
    """The clauses of the papers that are attached, bound to the contract they belong to."""
    for sheet in sheets:
        if sheet.kind != "clauses":
            continue
        if not of_paper(builder, sheet.rows, _named(sheet.title.text, made) or _contract(made)):
            builder.notes.skip(sheet.title, "clauses_not_read")


def of_paper(builder: Builder, rows: Sequence[Row], matter: str) -> int:
    """The clauses of one paper, and how many they are; without a matter they bind every partner."""
    found = clauses.read(clause_rows.lines(rows))
    numbers = {clause.number for clause in found}
    for clause in found:
        _clause(builder, clause, matter, numbers)
    return len(found)


def _named(title: str, made: list[Made]) -> str:
    """The only matter of the kind of contract that the title names: 特記事項（業務委託）."""
    for word, kind in (("委託", "entrust"), ("委任", "delegate")):
        found = [one.id for one in made if kind in one.kinds and word in title]
        if len(found) == 1:
            return found[0]
    return ""


def _contract(made: list[Made]) -> str:
    """The matter whose contract the clauses belong to; none where there are several contracts."""
    contracts = [one for one in made if {"entrust", "delegate"} & set(one.kinds)]
    if len(contracts) > 1:
        return ""
    others = [one for kind in ("reentrust", "process") for one in made if kind in one.kinds]
    return next((one.id for one in [*contracts, *others, *made]), "")


def _clause(builder: Builder, clause: clauses.Clause, matter: str, numbers: set[int]) -> None:
    entity: Entity = {"number": clause.number}
    if clause.heading:
        entity["heading"] = clause.heading
    entity["label"] = clause.text
    if matter:
        entity["matter"] = matter
    if clause.obligor == "own":
        entity["obligor"] = "own"
    if clause.modality != "duty":
        entity["modality"] = clause.modality
    if clause.coded.codes:
        entity["categories"] = list(clause.coded.codes)
    refers = [number for number in clause.refers_to if number in numbers]
    if refers:
        entity["refers_to"] = refers
    entity["source"] = clause.passage.source
    entity["provenance"] = [
        evidence("number", clause.passage, str(clause.number), clause.rule, printed=clause.text)
    ]
    if clause.coded.words:
        entity["provenance"].append(
            evidence(
                "categories",
                clause.passage,
                " ".join(clause.coded.codes),
                "category_words",
                0.75,
                printed="・".join(clause.coded.words),
            )
        )
    builder.add("clauses", entity)
