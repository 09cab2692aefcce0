"""Tables: caption and unit above, head repeated on every sheet, legends and notes below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nagarezu.inert import visible
from nagarezu.languages import Lang, Text
from nagarezu.report.docx import lists
from nagarezu.report.docx.columns import PADDING, Grid, grid, needs
from nagarezu.report.docx.sheet import POINT, PORTRAIT, twips
from nagarezu.report.docx.styles import SHADE
from nagarezu.report.docx.words import marked, paragraph, run, runs, small
from nagarezu.report.docx.xml import NOTHING, Xml, on, text, w
from nagarezu.report.figures.measure import ems
from nagarezu.report.tree import Facts, Runs, TableBlock
from nagarezu.tables.notation import NOT_STATED
from nagarezu.tables.paper import Paper, paper
from nagarezu.tables.table import Table
from nagarezu.tables.writers import heading, remarks

_UNIT = Text("（単位：{}）", "(unit: {})")
_COLUMNS = Text("列：{}", "Columns: {}")
_AND = Text("、", ", ")
_PART = Text("（{}／{}）", " ({}/{})")
_TURNS = ("added", "changed", "removed")
_LONG_HEAD = 40.0  # ems
_ABOUT = ("case", "matter", "source")  # columns on where a row belongs, which is nothing new
_SYMBOL = 4.0  # ems: shorter texts are signs and words such as ○ or 不詳, and stand in the middle


@dataclass(frozen=True, slots=True)
class Laid:
    """A table laid out: its paper, heads without the unit that stands above, and its grid.

    A head too long for a column is a number; `keys` say below the table what it stands for.
    """

    shown: Paper
    unit: str
    heads: tuple[str, ...]
    keys: tuple[str, ...]
    grid: Grid


def laid(table: Table, *, landscape: bool) -> Laid:
    """Lay a table out on a sheet that lies one way, or that may be turned for it."""
    shown = paper(table)
    unit = common_unit(shown)
    whole = [column.label if unit else heading(column, table.lang) for column in shown.columns]
    heads, keys = _keyed(whole, table.lang)
    numeric = [column.numeric for column in shown.columns]
    chosen = grid(needs(heads, shown.rows, numeric), landscape=landscape)
    return Laid(shown, unit, heads, keys, chosen)


def _keyed(whole: Sequence[str], lang: Lang) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Heads, and for each that is only a number what it stands for."""
    heads: list[str] = []
    keys: list[str] = []
    for head in whole:
        if ems(visible(head)) > _LONG_HEAD:
            number = lists.mark(len(keys) + 1, lang)
            keys.append(f"{number} {head}")
            heads.append(number)
        else:
            heads.append(head)
    return tuple(heads), tuple(keys)


def common_unit(shown: Paper) -> str:
    """The unit of every number in the table, or nothing: it then stands in the heads."""
    units = {column.unit for column in shown.columns if column.numeric}
    return units.pop() if len(units) == 1 else ""


def table(block: TableBlock, laid_out: Laid, number: int) -> Iterator[Xml]:
    """The paragraphs and tables of a block; `number` is that of its bookmark."""
    lang, shown = block.table.lang, laid_out.shown
    new = _new_cells(block.table, shown)
    parts = laid_out.grid.parts
    for place, (part, widths) in enumerate(zip(parts, laid_out.grid.widths, strict=True)):
        counted = _PART.in_(lang).format(place + 1, len(parts)) if len(parts) > 1 else ""
        title = run(shown.caption + counted)
        above = marked(block.anchor, number, title) if place == 0 else title
        unit = _UNIT.in_(lang).format(laid_out.unit) if laid_out.unit else ""
        yield _caption(above, unit, sum(widths))
        yield _grid(laid_out, part, widths, new, lang)
    for line in (*laid_out.keys, *remarks(shown, lang)):
        yield small("Note", line, run(line))


def _caption(title: Xml, unit: str, width: float) -> Xml:
    if not unit:
        return paragraph("TableCaption", title)
    tab = w("tabs", w("tab", val="right", pos=twips(width)))
    return paragraph("TableCaption", title, w("r", w("tab"), text(unit)), more=(tab,))


def _new_cells(table: Table, shown: Paper) -> set[tuple[int, int]]:
    """Places of cells that say what is new: marks, texts of added rows, what stands after a change.

    Of a changed row the table does not say which of its cells is new.
    """
    labels = {column.label: i for i, column in enumerate(shown.columns) if not column.numeric}
    places = {c.name: labels[c.label] for c in table.columns if c.label in labels}
    texts = [
        places[column.name]
        for column in table.columns
        if column.name in places and column.name not in _ABOUT
        if not _signs(shown, places[column.name])
    ]
    found: set[tuple[int, int]] = set()
    for at, column in enumerate(table.columns):
        if column.words == "change":
            for i, row in enumerate(table.rows):
                found |= {(i, places[column.name])} if row[at] in _TURNS else set()
                found |= {(i, place) for place in texts} if row[at] == "added" else set()
        if column.name == "after" and "before" in places:
            found |= {(i, places["after"]) for i in range(len(table.rows))}
    return {(i, place) for i, place in found if shown.rows[i][place] != NOT_STATED}


def _signs(shown: Paper, place: int) -> bool:
    """Whether a column holds signs and words as short; the first names what its row is about."""
    return place > 0 and all(ems(visible(row[place])) <= _SYMBOL for row in shown.rows)


def _grid(
    laid_out: Laid,
    part: Sequence[int],
    widths: Sequence[float],
    new: set[tuple[int, int]],
    lang: Lang,
) -> Xml:
    shown, small = laid_out.shown, "" if laid_out.grid.size == 9.0 else "Small"
    columns = _COLUMNS.in_(lang).format(_AND.in_(lang).join(laid_out.heads[i] for i in part))
    wide = dict(zip(part, widths, strict=True))
    head = (_cell(wide[i], f"CellHead{small}", run(laid_out.heads[i]), shade=True) for i in part)
    sides = {i: _side(shown, i) for i in part}
    last = len(shown.rows) - 1

    def body(place: int, row: tuple[str, ...]) -> Iterator[Xml]:
        # The last row keeps to what stands below the table.
        keep = on("keepNext", when=place == last)
        for i in part:
            content = run(row[i], "Added" if (place, i) in new else "")
            yield _cell(wide[i], f"Cell{small}", content, keep, w("jc", val=sides[i]))

    rows = (_row(body(place, row)) for place, row in enumerate(shown.rows))
    return _table(shown.caption, columns, widths, (_row(head, repeated=True), *rows))


def _side(shown: Paper, place: int) -> str:
    if shown.columns[place].numeric:
        return "right"
    return "center" if _signs(shown, place) else "left"


def _table(caption: str, description: str, widths: Sequence[float], rows: Sequence[Xml]) -> Xml:
    sizes = [twips(width) for width in widths]
    properties = w(
        "tblPr",
        w("tblStyle", val="PaperTable"),
        w("tblW", w=sum(sizes), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, noVBand=1, noHBand=1),
        w("tblCaption", val=caption),
        w("tblDescription", val=description),
    )
    columns = w("tblGrid", *(w("gridCol", w=size) for size in sizes))
    return w("tbl", properties, columns, *rows)


def _row(cells: Iterable[Xml], *, repeated: bool = False) -> Xml:
    return w("tr", w("trPr", on("cantSplit"), on("tblHeader", when=repeated)), *cells)


def _cell(width: float, style: str, content: Xml, *more: Xml, shade: bool = False) -> Xml:
    size = w("tcW", w=twips(width), type="dxa")
    shading = w("shd", val="clear", color="auto", fill=SHADE) if shade else NOTHING
    middle = w("vAlign", val="center") if shade else NOTHING
    return w("tc", w("tcPr", size, shading, middle), paragraph(style, content, more=more))


def facts(block: Facts, width: float) -> Xml:
    """A table of two columns; its heads are at the side, so none is repeated above."""
    em = 10 * POINT
    widest = max((ems(visible(name)) for name, _ in block.rows), default=0.0)
    label = min(max((widest + 1.0) * em + 2 * PADDING, 28.0), PORTRAIT.width * 0.3)
    value = width - label

    def row(name: str, said: Runs) -> Xml:
        head = _cell(label, "FactHead", run(name), shade=True)
        return _row((head, _cell(value, "Fact", runs(said))))

    rows = [row(name, said) for name, said in block.rows]
    return _table(block.label, block.label, (label, value), rows)
