"""The overview of a volume: one row a case, computed from the tables of the cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nagarezu.languages import Lang
from nagarezu.report.paper.asked import SEVERITIES
from nagarezu.report.paper.material import Material
from nagarezu.tables.spec import TableSpec, col, ends, table
from nagarezu.tables.table import Cell, Column, Kind, Row, Table

OVERVIEW: TableSpec = table(
    "overview",
    "",
    "総括表 案件の一覧",
    "Summary table: the cases",
    col("title", "案件名", "Case"),
    col("municipality", "団体", "Municipality"),
    col("procedure", "手続", "Procedure"),
    col("matters", "件名", "Matters", unit="reference"),
    ends("persons", "対象者数", "Subjects", unit="person"),
    col("external", "外部の受領者", "External recipients", unit="recipient"),
    col("sub", "うち再委託先", "of which sub-contractors", unit="recipient"),
    col("stated", "記載のある対策", "Safeguards stated", unit="category"),
    col("applicable", "対象の対策", "Safeguards applicable", unit="category"),
    col("questions", "確認したい点", "Open questions", unit="reference"),
    col("missing", "不足する事実", "Missing facts", unit="reference"),
)
_TEXTS = frozenset({"case", "title", "municipality", "procedure"})
_SUB = 2


def overview(materials: Sequence[Material], lang: Lang) -> Table:
    """Return the overview; unknown is None, and units are never added."""
    columns = tuple(
        _column(spec.column(_kind(spec.name), lang), spec.name) for spec in OVERVIEW.columns
    )
    rows = tuple(map(_row, materials))
    return Table(OVERVIEW.name, OVERVIEW.title.in_(lang), columns, rows, lang=lang)


def _kind(name: str) -> Kind:
    return "text" if name in _TEXTS else "whole"


def _column(column: Column, name: str) -> Column:
    return replace(column, paper=False) if name == "case" else column  # its title stands beside it


def _row(material: Material) -> Row:
    lower, upper = _persons(material)
    outside = [row for row in material.rows("recipients") if row["external"] is True]
    tiers = [row["tier"] for row in outside]
    stated, applicable = _coverage(material)
    asked = sum(row["severity"] in SEVERITIES for row in material.rows("findings"))
    return (
        *(material.id, material.title, material.identity.get("municipality") or None),
        *(material.identity.get("procedure") or None, len(material.tables["cases"])),
        *(lower, upper, len(outside), sum(isinstance(t, int) and t >= _SUB for t in tiers)),
        *(stated, applicable, asked, len(material.missing)),
    )


def _persons(material: Material) -> tuple[Cell, Cell]:
    for row in material.rows("subject_unions"):
        if row["unit"] == "person":
            return row["lower"], row["upper"]
    return None, None


def _coverage(material: Material) -> tuple[Cell, Cell]:
    """Return stated and applicable of all categories, clauses included."""
    for row in material.rows("coverage"):
        if (row["scope"], row["profile"], row["with_clauses"]) == ("case", "all30", True):
            return row["stated"], row["applicable"]
    return None, None
