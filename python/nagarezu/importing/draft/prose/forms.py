"""Clauses and checklists that are attached to a 答申 or 諮問書."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.draft import clauses, measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.prose.cells import column_kind
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.rows import Row


def _by_actor(rows: Sequence[Row]) -> bool:
    """番号 | 実施者 | 確認 | 措置の内容 with 甲社 as 実施者: read with tables that name parties."""
    table = [row for row in rows if row.grid and len(row.filled) > 2]
    kinds = [column_kind(cell) for cell in table[0].cells] if table else []
    if "party" not in kinds:
        return False
    at = kinds.index("party")
    named = [row.cells[at].text for row in table[1:] if at < len(row.cells) and row.cells[at]]
    return any(is_party_own(text) is None for text in named)


def read(builder: Builder, paper: Prose, matter: Entity) -> None:
    """They have the forms that agenda sheets have, so they are read as those are."""
    sheets = [
        Sheet(each.kind, each.title, rows=list(each.rows))
        for each in paper.forms
        if not (each.kind == "checklist" and _by_actor(each.rows))
    ]
    made = [Made(matter, Sheet("matter", paper.title), list(matter["kinds"]))]
    measures.of_checklists(builder, sheets, made)
    clauses.of_sheets(builder, sheets, made)
