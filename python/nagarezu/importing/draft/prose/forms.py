"""Clauses and checklists that are attached to a 答申 or 諮問書."""

from __future__ import annotations

from nagarezu.importing.draft import measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.form.agenda.form import Sheet
from nagarezu.importing.form.prose.form import Prose


def read(builder: Builder, paper: Prose, matter: Entity) -> None:
    """They have the forms that agenda sheets have, so they are read as those are."""
    sheets = [Sheet(each.kind, each.title, rows=list(each.rows)) for each in paper.forms]
    made = [Made(matter, Sheet("matter", paper.title), list(matter["kinds"]))]
    measures.of_checklists(builder, sheets, made)
    measures.of_clauses(builder, sheets, made)
