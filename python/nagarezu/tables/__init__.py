"""The catalogue of tables: one Table for notebooks, files, documents and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagarezu.errors import UnknownTable
from nagarezu.languages import Lang, language
from nagarezu.tables import comparison, story
from nagarezu.tables.build import concat, from_core
from nagarezu.tables.catalogue import CATALOGUE, SPECS
from nagarezu.tables.table import Cell, Column, Note, Row, Table

if TYPE_CHECKING:
    from nagarezu.case import Case

__all__ = [
    "CATALOGUE",
    "SPECS",
    "Cell",
    "Column",
    "Note",
    "Row",
    "Table",
    "comparison",
    "concat",
    "from_core",
    "known",
    "of_case",
    "story",
    "table_names",
]


def table_names() -> tuple[str, ...]:
    """Return the names of all tables, in the order of the catalogue."""
    return tuple(spec.name for spec in CATALOGUE)


def known(name: str) -> None:
    """Raise UnknownTable, which names the nearest, unless there is a table of that name."""
    if name not in SPECS:
        raise UnknownTable(name, table_names())


def of_case(case: Case, name: str, *, lang: Lang = "ja") -> Table:
    """Compute one table of a case; UnknownTable for a name that the catalogue does not have."""
    known(name)
    frame = case.frame(name)
    return from_core(name, case.id, frame, lang=language(lang), names=case.label)
