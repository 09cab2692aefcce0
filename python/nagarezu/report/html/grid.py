"""A table of the catalogue on the page: as the paper has it, with keys to sort by in each cell."""

from __future__ import annotations

from collections.abc import Callable

from nagarezu.languages import Lang
from nagarezu.markup import Markup, element, joined
from nagarezu.report.html.words import EMPTY
from nagarezu.tables.paper import Paper, PaperColumn, has_several_cases, paper
from nagarezu.tables.table import Cell, Column, Table
from nagarezu.tables.words import WORDS
from nagarezu.tables.writers import remarks

_DENSE = 12  # columns from which a table is set in smaller type
_CROWDED = 18  # columns from which it is set in the smallest type on paper
_LONG = 28  # characters of a cell from which its column is kept broad
_TALL = 400  # characters of a cell from which its row may break over two sheets
_UNITS = {"ja": "（単位：{unit}）", "en": " ({unit})"}


def grid(table: Table, id_: str) -> Markup:
    """Return a figure: caption, table with scopes and sort keys, remarks below."""
    shown = paper(table)
    columns = printed_columns(table, shown)
    kinds = [
        _kind(place, column, source, shown)
        for place, (column, source) in enumerate(zip(shown.columns, columns, strict=True))
    ]
    heads = [
        _head(column, source, kind, table.lang)
        for column, source, kind in zip(shown.columns, columns, kinds, strict=True)
    ]
    positions = {column.name: i for i, column in enumerate(table.columns)}
    at = [positions[column.name] for column in columns]
    rows = [
        element("tr", joined([
            _cell(place, text, row[i], source, kind)
            for place, (text, i, source, kind)
            in enumerate(zip(texts, at, columns, kinds, strict=True))
        ], ""), class_="tall" if max(map(len, texts), default=0) > _TALL else None)
        for texts, row in zip(shown.rows, table.rows, strict=True)
    ]  # fmt: skip
    content = [
        element("caption", shown.caption),
        element("thead", element("tr", joined(heads, ""))),
        element("tbody", joined(rows)),
    ]
    inner = element("table", joined(content), class_=_density(len(columns)))
    # A wide table scrolls within its own box, which the keyboard can reach.
    box = element(
        "div", inner, class_="scroll", tabindex="0", role="group", aria_label=shown.caption
    )
    below = _below(shown, table.lang)
    return element("figure", joined([box, *below]), id=id_, class_="grid")


def printed_columns(table: Table, shown: Paper) -> tuple[Column, ...]:
    """Return the column of the table behind each column of the paper: of bounds, the lower end.

    ValueError if the paper was laid out by other rules than these.
    """
    names = {column.name for column in table.columns}
    several = has_several_cases(table)
    found = tuple(
        column
        for column in table.columns
        if column.paper
        and not (column.name == "case" and not several)
        and not (column.partner in names and column.end == "upper")
        and (column.partner in names or f"{column.name}_lower" not in names)
    )
    labels = tuple(c.pair if c.partner in names else c.label for c in found)
    if labels != tuple(column.label for column in shown.columns):
        raise ValueError(f"the columns of {table.name} and of its paper differ")
    return found


def sort_key(column: Column, value: Cell) -> str | None:
    """Return what a cell sorts by where that is not its text; empty if it is unknown.

    Numbers sort by their value, bounds by the lower end, words in the order of their list, and
    dates as they are stored.
    """
    if value is None or value == "":
        return ""
    order = _order(column)
    if order is not None:
        return order(value)
    if column.words.removesuffix("?") == "date":
        return str(value)
    return None


def _order(column: Column) -> Callable[[Cell], str] | None:
    """Return what makes numbers of the values of a column; None for text."""
    words = column.words.removesuffix("?")
    if words in WORDS:
        ranks = {code: str(rank) for rank, code in enumerate(WORDS[words])}
        return lambda value: ranks.get(_code(value), "")
    if column.kind in ("whole", "real"):
        return lambda value: repr(value)
    return None


def _code(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _density(columns: int) -> str | None:
    if columns >= _CROWDED:
        return "dense crowded"
    return "dense" if columns >= _DENSE else None


def _kind(place: int, column: PaperColumn, source: Column, shown: Paper) -> str | None:
    """Return what the style sheet calls a column."""
    if column.numeric:
        return "number"
    if source.words.removesuffix("?") == "date":
        return "date"
    longest = max((len(row[place]) for row in shown.rows), default=0)
    return "long" if longest > _LONG else None


def _head(column: PaperColumn, source: Column, kind: str | None, lang: Lang) -> Markup:
    numbers = "number" if _order(source) is not None else None
    unit = Markup("")
    if column.unit:
        unit = element("span", _UNITS[lang].format(unit=column.unit), class_="unit")
    label = element("span", column.label, class_="label")
    class_ = "long" if kind == "long" else None
    return element("th", label, unit, scope="col", class_=class_, data_sort=numbers)


def _cell(place: int, text: str, value: Cell, source: Column, kind: str | None) -> Markup:
    key = sort_key(source, value)
    kind = None if kind == "long" else kind  # its heading says so once
    content: str | Markup = text
    if source.words == "change" and value in ("added", "changed", "removed"):
        content = element("strong", text, class_="added")
    if place == 0:
        return element("th", content, scope="row", class_=kind, data_sort=key)
    return element("td", content, class_=kind, data_sort=key)


def _below(shown: Paper, lang: Lang) -> list[Markup]:
    parts = [] if shown.rows else [element("p", EMPTY.in_(lang), class_="empty")]
    lines = [element("li", line) for line in remarks(shown, lang)]
    if lines:
        parts.append(element("ul", joined(lines), class_="remarks"))
    return parts
