"""Where the tables of a sheet stand: blocks of cells, the row of names, the columns under it.

Blocks are what empty rows and columns cut apart. Work is proportional to the cells, never to the
area that they span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nagarezu.opening.view import Area, Cell, Sheet

_ROUNDS = 4  # of cutting rows, then columns; deeper nesting is no layout of a table
_NUMBER = re.compile(r"[\d,.]+")
_REMARK = re.compile(r"\s*([（(]?[注※＊*]|備考|出典|資料|凡例|\(?note|source)", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """Cells that no empty row or column parts."""

    cells: list[Cell]
    area: Area

    @property
    def height(self) -> int:
        return self.area.bottom - self.area.top + 1

    @property
    def width(self) -> int:
        return self.area.right - self.area.left + 1

    @property
    def is_table(self) -> bool:
        return self.height >= 2 and self.width >= 2


@dataclass(slots=True)
class Column:
    """A column of a table: its name (None if it has none) and its values in order."""

    number: int
    head: Cell | None
    cells: list[Cell] = field(default_factory=list)

    @property
    def name(self) -> str:
        return " ".join(str(self.head.value).split()) if self.head else ""


@dataclass(slots=True)
class Frame:
    """A block read as a table: what stands above the names, the names, records, remarks below."""

    sheet: Sheet
    area: Area
    above: list[Cell]
    head_row: int
    columns: list[Column]
    rows: list[int]
    below: list[Cell]
    second_head: bool = False

    @property
    def width(self) -> int:
        return len(self.columns)


@dataclass(slots=True)
class Layout:
    """The blocks of a sheet: the largest, further tables, pieces of the largest, and the rest."""

    main: Frame | None
    tables: list[Frame]
    rows_apart: list[Block]
    columns_apart: list[Block]
    strays: list[Block]

    def frames(self) -> list[Frame]:
        return [*([self.main] if self.main else []), *self.tables]


def layout(sheet: Sheet) -> Layout:
    """Return where the tables of a sheet stand."""
    blocks = _blocks(list(sheet.cells.values()))
    if not blocks:
        return Layout(None, [], [], [], [])
    main = max(blocks, key=lambda b: (b.is_table, len(b.cells), -b.area.top, -b.area.left))
    found = Layout(frame(sheet, main), [], [], [], [])
    heads = {column.name for column in found.main.columns} if found.main else set()
    for block in blocks:
        if block is main:
            continue
        below = block.area.left >= main.area.left and block.area.right <= main.area.right
        beside = block.area.top == main.area.top and block.area.bottom <= main.area.bottom
        if block.is_table and not _continues(block, main, heads, below, beside):
            found.tables.append(frame(sheet, block))
        elif below and block.area.top > main.area.bottom and not _is_remark(block, main):
            found.rows_apart.append(block)
        elif beside and block.height >= 2:
            found.columns_apart.append(block)
        else:
            found.strays.append(block)
    return found


def _continues(block: Block, main: Block, heads: set[str], below: bool, beside: bool) -> bool:
    """Tell whether a table-like block is a piece of the largest: it has no names of its own."""
    first = [cell for cell in block.cells if cell.row == block.area.top]
    repeats = any(str(cell.value).strip() in heads for cell in first)
    if below and block.area.top > main.area.bottom:
        return not repeats and not (len(first) >= 2 and all(cell.text for cell in first))
    return beside and block.height == main.height and not repeats


def _is_remark(block: Block, main: Block) -> bool:
    if main.width == 1:
        return all(_REMARK.match(cell.text) for cell in block.cells)
    return block.width < main.width and block.width <= 2 and all(c.text for c in block.cells)


def _blocks(cells: list[Cell]) -> list[Block]:
    groups = [cells] if cells else []
    for _ in range(_ROUNDS):
        cut = [
            part
            for group in groups
            for rows in _cut(group, by_row=True)
            for part in _cut(rows, by_row=False)
        ]
        if len(cut) == len(groups):
            break
        groups = cut
    return [Block(group, _area(group)) for group in groups]


def _cut(cells: list[Cell], *, by_row: bool) -> list[list[Cell]]:
    """Part the cells wherever a row (or column) between them is empty."""
    lines: dict[int, list[Cell]] = {}
    for cell in cells:
        lines.setdefault(cell.row if by_row else cell.column, []).append(cell)
    groups: list[list[Cell]] = []
    last = -1
    for line in sorted(lines):
        if line != last + 1 or not groups:
            groups.append([])
        groups[-1] += lines[line]
        last = line
    return groups


def _area(cells: Sequence[Cell]) -> Area:
    rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
    return Area(min(rows), min(columns), max(rows), max(columns))


def frame(sheet: Sheet, block: Block) -> Frame:
    """Read a block as a table. The names are in the first row that fills half of its width."""
    lines: dict[int, list[Cell]] = {}
    for cell in block.cells:
        lines.setdefault(cell.row, []).append(cell)
    order = sorted(lines)
    usual = _usual_width(lines.values())
    head = next((row for row in order if len(lines[row]) * 2 > usual), order[0])
    after = [row for row in order if row > head]
    tail = _remarks(after, lines, usual)
    body = after[: len(after) - len(tail)]
    columns = {
        number: Column(number, None) for number in range(block.area.left, block.area.right + 1)
    }
    for cell in lines[head]:
        columns[cell.column].head = cell
    second = not sheet.lines and _second_head(lines[head], body, lines, columns)
    for cell in lines[body[0]] if second else ():
        columns[cell.column].head = columns[cell.column].head or cell
    for row in body[1:] if second else body:
        for cell in lines[row]:
            columns[cell.column].cells.append(cell)
    return Frame(
        sheet=sheet,
        area=block.area,
        above=[cell for row in order if row < head for cell in lines[row]],
        head_row=head,
        columns=list(columns.values()),
        rows=body[1:] if second else body,
        below=[cell for row in tail for cell in lines[row]],
        second_head=second,
    )


def _usual_width(lines: Iterable[list[Cell]]) -> int:
    """The middle of the numbers of cells in a row, so that titles and remarks do not count."""
    counts = sorted(len(line) for line in lines)
    return counts[len(counts) // 2]


def _remarks(rows: list[int], lines: dict[int, list[Cell]], usual: int) -> list[int]:
    """Rows at the end with one text and nothing else, which are remarks under the table."""
    found: list[int] = []
    for row in reversed(rows):
        cells = lines[row]
        if usual < 2 or len(cells) != 1 or not _REMARK.match(cells[0].text):
            break
        found.insert(0, row)
    return found


def _second_head(
    head: list[Cell], body: list[int], lines: dict[int, list[Cell]], columns: dict[int, Column]
) -> bool:
    """Names over two rows: the second row, in words, names columns that the first leaves blank."""
    following = lines[body[0]] if len(body) >= 2 else []
    if any(not cell.text or _NUMBER.fullmatch(cell.text) for cell in following):
        return False
    named = {cell.column for cell in head}
    return any(cell.column not in named for cell in following) and len(named) < len(columns)
