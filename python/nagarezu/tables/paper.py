"""A table as people read it: bounds in one column, codes in words, ids left to the data.

Every writer for people (text, Markdown, HTML) prints a Paper; every writer for machines prints the
Table itself. Cells are plain text still: each writer makes them inert for its own format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nagarezu.languages import Lang, Text
from nagarezu.tables import notation
from nagarezu.tables.catalogue import SPECS
from nagarezu.tables.dates import date_text
from nagarezu.tables.notes import missing_text, said_text
from nagarezu.tables.table import Cell, Column, Row, Table
from nagarezu.tables.words import unit_name, vocabulary, word

_NAMED = frozenset({"case", "subject", "item", "holder", "list", "flow"})
_SEPARATOR = {"ja": "、", "en": ", "}
_LEGENDS = {
    "truth": Text("○：該当、－：非該当", "yes / no as stated"),
    "reach": Text(
        "○：到達、任意：任意項目としてのみ記載、可能性：記載からは否定できない、－：記載なし",
        "yes: reaches; optional: listed as optional only; maybe: not excluded; no: not stated",
    ),
    "stated": Text(
        "「記載なし」は、対策を行っていないという意味ではない。",
        "“Not stated” does not mean “not done”.",
    ),
}
_FACTS = "missing*"
_ALL = Text("全体", "all")
# More facts than these in one cell tell a reader no more; whoever wants all of them takes the data.
_MOST_FACTS = 3
_MORE_FACTS = Text("ほか{count}件", "{count} more")
_MORE_LEGEND = Text(
    "不足する事実は{most}件までを示す。全ては、データとしての表にある。",
    "Of missing facts, up to {most} are shown; the table as data has all of them.",
)
# Which trend says that a side of an effect is not there at all.
_ABSENT = {"before": "added", "after": "removed"}
_UNKNOWN_LEGEND = Text(
    "不詳：資料から分からない数", "unknown: a number that the document leaves open"
)
_NOT_STATED_LEGEND = Text("-：該当なし又は記載なし", "-: none or not stated")


@dataclass(frozen=True, slots=True)
class PaperColumn:
    label: str
    unit: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """Caption, columns and cells of text, and the lines that stand under the table."""

    caption: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    legends: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A column of the paper and how a row of the table fills it."""

    column: PaperColumn
    cell: Callable[[Row], str]
    words: str = ""


def number_text(number: str, lang: Lang) -> str:
    """Return 表6 or Table 6; nothing for a table without number."""
    if not number:
        return ""
    return f"表{number}" if lang == "ja" else f"Table {number}"


def has_several_cases(table: Table) -> bool:
    """Tell whether the case needs a column of its own."""
    return len({row[0] for row in table.rows}) > 1


def paper(table: Table) -> Paper:
    """Lay a table out for people."""
    several = has_several_cases(table)
    printed = tuple(_printed(table, several))
    rows = tuple(tuple(p.cell(row) for p in printed) for row in table.rows)
    caption = f"{number_text(table.number, table.lang)} {table.title}".strip()
    return Paper(
        caption=caption,
        columns=tuple(p.column for p in printed),
        rows=rows,
        legends=tuple(_legends(table, printed, rows)),
        notes=tuple(_note_lines(table, several)),
    )


def _printed(table: Table, several: bool) -> Iterable[_Printed]:
    at = {column.name: i for i, column in enumerate(table.columns)}
    for column in table.columns:
        if not column.paper or (column.name == "case" and not several):
            continue
        if column.partner in at and column.end == "upper":
            continue  # printed with its lower end
        if column.partner in at:
            yield _bounds(table, column, at[column.name], at[column.partner], at)
        elif f"{column.name}_lower" not in at:  # else the bounds say more than the column
            yield _single(table, column, at)


def _bounds(table: Table, column: Column, lower: int, upper: int, at: dict[str, int]) -> _Printed:
    unit_at = at.get(column.unit_from)
    absent = _ABSENT.get(column.name.removesuffix("_lower"))
    trend_at = next((i for i, other in enumerate(table.columns) if other.words == "trend"), None)

    def cell(row: Row) -> str:
        if absent is not None and trend_at is not None and row[trend_at] == absent:
            return notation.NOT_STATED  # there is no such row, which is not the same as unknown
        unit = str(row[unit_at]) if unit_at is not None and row[unit_at] else None
        return notation.bounds(_number(row[lower]), _number(row[upper]), table.lang, unit)

    shown = PaperColumn(column.pair, unit_name(column.unit, table.lang), True)
    return _Printed(shown, cell, "bounds")


def _number(cell: Cell) -> int | float | None:
    return cell if isinstance(cell, int | float) else None


def _single(table: Table, column: Column, at: dict[str, int]) -> _Printed:
    position = at[column.name]
    numeric = column.kind in ("whole", "real") and column.words != "tier"
    shown = PaperColumn(column.label, unit_name(column.unit, table.lang), numeric)
    if column.words == "count":
        unit_at, bound_at = at["unit"], at["bound"]

        def count(row: Row) -> str:
            value = row[position]
            whole = value if isinstance(value, int) else None
            unit = str(row[unit_at]) if row[unit_at] else None
            return notation.count(whole, str(row[bound_at]), table.lang, unit)

        return _Printed(shown, count, "bounds")
    most = _MOST_FACTS if column.words == _FACTS else None
    return _Printed(
        shown,
        lambda row: _cell(table, column, row[0], row[position], most),
        column.words.removesuffix("?"),
    )


def _cell(table: Table, column: Column, case: Cell, value: Cell, most: int | None = None) -> str:
    """Return one cell in words; of a list at most so many parts, if a number is given."""
    lang, words = table.lang, column.words.removesuffix("?")
    if value is None or value == "":
        # A cell that need not have a value, such as a share for rows of another kind, is none.
        none = column.kind == "text" or words != column.words
        return notation.NOT_STATED if none else notation.UNKNOWN[lang]
    if words == "percent" and isinstance(value, int | float):
        return notation.percent(value, lang)
    if isinstance(value, bool):
        return word(words or "truth", "true" if value else "false", lang)
    if isinstance(value, int | float) and not words:
        return notation.number(value)
    text = str(value)
    if words == "way":  # holders and flows in turn
        steps = enumerate(text.split())
        named = ((i % 2 == 0 and table.names(str(case), "holder", id_)) or id_ for i, id_ in steps)
        return " → ".join(named)
    if words.endswith("*") or words == "list_of":
        kind = words.removesuffix("*")
        codes = text.split()
        parts = [_word(table, kind, str(case), part) for part in codes[:most]]
        if len(codes) > len(parts):
            parts.append(_MORE_FACTS.in_(lang).format(count=len(codes) - len(parts)))
        return _SEPARATOR[lang].join(parts)
    return _word(table, words, str(case), text)


def human_cell(table: Table, position: int, row: Row) -> str | int | float:
    """Return one cell for a sheet that people read: numbers as numbers, all else in words."""
    value, column = row[position], table.columns[position]
    if isinstance(value, int | float) and not isinstance(value, bool) and column.words != "tier":
        return value
    return _cell(table, column, row[0], value)


def _word(table: Table, words: str, case: str, text: str) -> str:
    """Return one value in words. Codes of categories stay short; the legend names them."""
    if words == "date":
        return date_text(text, table.lang)
    if words == "missing":
        return missing_text(text, case, table.names, table.lang)
    if words == "said":
        return said_text(text, case, table.names, table.lang)
    if words == "metric":
        return metric_text(text, table.lang)
    if text == "*" and words == "holder":
        return _ALL.in_(table.lang)
    if words == "matter":
        return _short_matter(table, case, text)
    if words in _NAMED:
        return table.names(case, words, text) or text
    if words in ("", "list_of", "category"):
        return text
    return word(words, text, table.lang)


def metric_text(metric: str, lang: Lang) -> str:
    """Return the title of a table and the label of its column for a code such as flows.ENC."""
    name, _, number = metric.partition(".")
    spec = SPECS.get(name)
    if spec is None:
        return metric
    columns = spec.known()
    ends = (number, f"{number}_lower", f"{number}_min")
    label = next((columns[key].label.in_(lang) for key in ends if key in columns), "")
    title = spec.title.in_(lang)
    if not label:  # the one number of a table needs no name of its own
        return title
    return f"{title}：{label}" if lang == "ja" else f"{title}: {label}"


def _short_matter(table: Table, case: str, id_: str) -> str:
    """Return the id of a matter with its kinds; its title, a sentence long, stands in table 1."""
    kinds = (table.names(case, "matter_kinds", id_) or "").split()
    words = _SEPARATOR[table.lang].join(word("matter_kind", kind, table.lang) for kind in kinds)
    return f"{id_} {words}".strip()


def _legends(
    table: Table, printed: tuple[_Printed, ...], rows: tuple[tuple[str, ...], ...]
) -> Iterable[str]:
    lang = table.lang
    kinds = {p.words for p in printed}
    for kind, text in _LEGENDS.items():
        if kind in kinds:
            yield text.in_(lang)
    if any(cell == notation.UNKNOWN[lang] for row in rows for cell in row):
        yield _UNKNOWN_LEGEND.in_(lang)
    if any(cell == notation.NOT_STATED for row in rows for cell in row):
        yield _NOT_STATED_LEGEND.in_(lang)
    if any(_shortened(table, column) for column in table.columns):
        yield _MORE_LEGEND.in_(lang).format(most=_MOST_FACTS)
    if "category*" in kinds:
        places = [i for i, p in enumerate(printed) if p.words == "category*"]
        used = {code for row in rows for i in places for code in row[i].split(_SEPARATOR[lang])}
        names = vocabulary("category")
        listed = [f"{code} {names[code].in_(lang)}" for code in names if code in used]
        if listed:
            yield ("／" if lang == "ja" else "; ").join(listed)


def _shortened(table: Table, column: Column) -> bool:
    """Tell whether a cell of this column has more facts than are printed."""
    if column.words != _FACTS:
        return False
    return any(len(str(cell or "").split()) > _MOST_FACTS for cell in table.column(column.name))


def _note_lines(table: Table, several: bool) -> Iterable[str]:
    for note in table.notes:
        label = table.names(note.case, "case", note.case) or note.case
        yield f"{label}：{note.text}" if several else note.text
