"""A table as HTML: caption, units, scope on every heading, remarks below."""

from __future__ import annotations

from nagarezu.markup import Markup, element, joined
from nagarezu.tables.paper import Paper, PaperColumn, paper
from nagarezu.tables.table import Table
from nagarezu.tables.writers import remarks


def table_markup(table: Table) -> Markup:
    """Return a figure with the table as people read it; an empty one says so."""
    shown = paper(table)
    parts = [_table(shown, table)]
    if not shown.rows:
        parts.append(element("p", "該当なし" if table.lang == "ja" else "no rows", class_="empty"))
    below = [element("li", line) for line in remarks(shown, table.lang)]
    if below:
        parts.append(element("ul", joined(below), class_="remarks"))
    return element("figure", joined(parts), class_="nagarezu-table", lang=table.lang)


def _table(shown: Paper, table: Table) -> Markup:
    heads = [_head(column, table.lang == "ja") for column in shown.columns]
    body = [_row(shown, row) for row in shown.rows]
    content = [
        element("caption", shown.caption),
        element("thead", element("tr", joined(heads, ""))),
        element("tbody", joined(body)),
    ]
    # A wide table scrolls within its own box, which the keyboard can reach.
    inner = element("table", joined(content))
    return element(
        "div", inner, class_="scroll", tabindex="0", role="region", aria_label=shown.caption
    )


def _head(column: PaperColumn, japanese: bool) -> Markup:
    unit = Markup("")
    if column.unit:
        text = f"（単位：{column.unit}）" if japanese else f" ({column.unit})"
        unit = element("span", text, class_="unit")
    return element("th", column.label, unit, scope="col")


def _row(shown: Paper, row: tuple[str, ...]) -> Markup:
    cells = []
    for position, (column, cell) in enumerate(zip(shown.columns, row, strict=True)):
        kind = "number" if column.numeric else None
        if position == 0:
            cells.append(element("th", cell, scope="row", class_=kind))
        else:
            cells.append(element("td", cell, class_=kind))
    return element("tr", joined(cells, ""))
