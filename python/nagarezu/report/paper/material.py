"""What the two pages are made of: tables of one case, and who it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagarezu.languages import Lang
from nagarezu.report.figures.of_case import holders_of
from nagarezu.report.paper.room import clipped
from nagarezu.tables import glance, notation, table_names
from nagarezu.tables.table import Cell, Table
from nagarezu.tables.words import word

if TYPE_CHECKING:
    from nagarezu.case import Case

LABEL = 80  # columns of a label on the two pages; the annex has it whole
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Material:
    """One case as plain values. `tables` has every table of the catalogue, by name.

    `holders` has those as well that receive nothing; `missing` are facts that would narrow a bound,
    in words. `readings` counts the values that were read, by state of review.
    """

    id: str
    title: str
    identity: Mapping[str, str]
    tables: Mapping[str, Table]
    holders: Table
    missing: tuple[str, ...]
    readings: Mapping[str, int]
    lang: Lang

    def rows(self, name: str) -> list[Row]:
        return list(self.tables[name])

    def name(self, kind: str, id_: str) -> str:
        """Return the label of an entity, cut to the width that a label has on the two pages."""
        return short(self.tables["cases"].names(self.id, kind, id_) or id_)

    def bounds(self, row: Row, stem: str, unit: str) -> str:
        """Return the bounds in columns `<stem>_lower` and `<stem>_upper` with their unit."""
        lower, upper = whole(row[f"{stem}_lower"]), whole(row[f"{stem}_upper"])
        return notation.bounds(lower, upper, self.lang, unit)


def gathered(case: Case, *, lang: Lang) -> Material:
    """Compute what the paper of a case is made of."""
    identity = {
        "municipality": case.municipality.name,
        "body": case.body,
        # `other` is what a case has that does not say.
        "procedure": word("procedure", case.procedure, lang) if case.procedure != "other" else "",
        "edits": ("；" if lang == "ja" else "; ").join(edit.in_words(lang) for edit in case.edits),
    }
    return Material(
        id=case.id,
        title=case.title,
        identity=identity,
        tables={name: case.table(name, lang=lang) for name in table_names()},
        holders=holders_of(case, lang=lang),
        missing=glance.of_case(case, lang=lang).questions,
        readings=case.readings,
        lang=lang,
    )


def short(text: str, columns: int = LABEL) -> str:
    return clipped(text, columns)


def whole(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else None


def several(cell: Cell) -> list[str]:
    """Return the values of a cell that holds several."""
    return str(cell or "").split()
