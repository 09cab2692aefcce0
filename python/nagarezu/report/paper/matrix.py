"""表3 as the papers print it: what is added says so, and rows and columns have their sums.

Data keep the plain table; sums are bounds, for an item may or may not reach a recipient.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nagarezu.languages import Lang, Text
from nagarezu.report.paper.material import whole
from nagarezu.tables import notation
from nagarezu.tables.table import Cell, Column, Note, Row, Table

_ADDED = Text("{label}【追加】", "{label} [added]")
_RECIPIENTS = Text("受領者の計", "Recipients")
_ITEMS = Text("情報項目の計", "Items")
_NOTE = Text(
    "計の下限は「○」だけを、上限は「任意」及び「可能性」も数える。情報項目の計は表6による。",
    "Sums count “yes” in the lower end, “optional” and “maybe” as well in the upper. "
    "The sums of items are those of Table 6.",
)
_REACH = "reach"  # the words of the columns of recipients
_SUMS = "sum.recipients"  # a name that no holder can have for its id
_POSSIBLE = ("yes", "optional", "maybe")


def with_sums(tables: Mapping[str, Table], lang: Lang) -> dict[str, Table]:
    """Return the tables, 表3 among them as the papers print it. One without rows stays."""
    matrix = tables["item_recipient"]
    if not matrix.rows:
        return dict(tables)
    lists = tables["item_lists"]
    added = {row["item"] for row in lists if row["change"] == "added"}
    rows = [_row(matrix, row, added, lang) for row in matrix.rows]
    rows.append(_total(matrix, tables["recipients"], lang))
    sums = Column(_SUMS, _RECIPIENTS.in_(lang))
    note = Note(str(matrix.rows[0][0]), "matrix_sums", _NOTE.in_(lang))
    printed = replace(
        matrix,
        columns=(*matrix.columns, sums),
        rows=tuple(rows),
        notes=(*matrix.notes, note),
    )
    return {**tables, "item_recipient": printed}


def _row(matrix: Table, row: Row, added: set[Cell], lang: Lang) -> Row:
    cells, reached, new = [], [], False
    for column, cell in zip(matrix.columns, row, strict=True):
        if column.words == _REACH:
            reached.append(cell)
        elif column.name == "item":
            new = cell in added
        is_label = column.name == "label" and column.words != _REACH
        cells.append(_ADDED.in_(lang).format(label=cell) if new and is_label else cell)
    upper = sum(reached.count(word) for word in _POSSIBLE)
    return (*cells, notation.bounds(reached.count("yes"), upper, lang))


def _total(matrix: Table, recipients: Table, lang: Lang) -> Row:
    """Return the row of sums: how many items each recipient has, as its own table says."""
    counts = {
        str(row["holder"]): notation.bounds(
            whole(row["items_lower"]), whole(row["items_upper"]), lang
        )
        for row in recipients
    }
    sums: dict[str, Cell] = {"case": matrix.rows[0][0], "label": _ITEMS.in_(lang)}
    cells: list[Cell] = []
    for column in matrix.columns:
        is_recipient = column.words == _REACH
        cells.append(counts.get(column.name) if is_recipient else sums.get(column.name))
    return (*cells, None)
