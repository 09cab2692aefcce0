"""Tables of what goes to whom: 渡す者 | 受ける者 | 項目 | 方法, 提供先 | 提供する項目 | 方法.

Ruled, or printed in columns that only blanks part. A cell that goes on in the line below is put
together; a cell left empty below a filled one of the giver, the taker or the file repeats nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from nagarezu.importing.form import directions
from nagarezu.importing.form.rows import GAP, Row, parted, width
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

LEAST = 3  # columns of a table
_LONGEST = 20  # characters of the head of a column
_NEAR = 2  # columns of half width by which a cell may stand left of its head


@dataclass(frozen=True, slots=True)
class Handed:
    """One row; what it does not state is empty."""

    row: Row
    cells: Mapping[str, Passage] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)  # of the columns of these cells

    def get(self, name: str) -> Passage:
        return self.cells.get(name, Passage())

    @property
    def source(self) -> str:
        return joined(self.cells.values()).source


def tables(rows: Sequence[Row], *, ways: bool = False) -> Iterator[list[Handed]]:
    """Each such table of the rows, with its head's columns taken as they are labelled.

    `ways` takes those as well that say by what something goes, and not what.
    """
    index = 0
    while index < len(rows):
        found, used = at(rows, index, ways=ways)
        if found:
            yield found
        index += max(used, 1)


def at(rows: Sequence[Row], index: int, *, ways: bool = False) -> tuple[list[Handed], int]:
    """The table whose head is this row, and how many rows it takes."""
    head = celled(rows[index])
    columns = _columns(head, ways=ways) if len(head.filled) >= LEAST else {}
    if not columns:
        return [], 0
    body, end = below(rows, index, head)
    heads = {name: key(head.cells[n].text) for n, name in columns.items()}
    turns = _turns(head, body, columns)
    made = [
        Handed(row, {name: row.cells[n] for n, name in columns.items() if _filled(row, n)}, heads)
        for row in body
    ]
    if turns >= 0:
        made = [_turned(each, turns) for each in made]
    return [each for each in made if each.get("taker") or each.get("items")], end - index


def heads_table(head: Row) -> bool:
    """Whether the cells of a row are the heads of such a table."""
    return len(head.filled) >= LEAST and bool(_columns(head, ways=True))


def _turns(head: Row, body: Sequence[Row], columns: Mapping[int, str]) -> int:
    """The column of 市から相手方へ, 相手方から市へ beside that of whom; -1 if there is none."""
    named = columns.values()
    if "giver" in named or "taker" not in named:
        return -1
    for n, cell in enumerate(head.cells):
        cells = [row.cells[n] for row in body if _filled(row, n)]
        if n not in columns and directions.HEAD.match(key(cell.text)) and cells:
            return n if all(map(directions.is_direction, cells)) else -1
    return -1


def _turned(row: Handed, turns: int) -> Handed:
    """The row with giver and taker as that column says."""
    if not _filled(row.row, turns) or not row.get("taker"):
        return row
    giver, taker = directions.ends(row.get("taker"), row.row.cells[turns])
    cells = {**row.cells, "taker": taker}
    return replace(row, cells={**cells, "giver": giver} if giver else cells)


def _filled(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column])


def _columns(head: Row, *, ways: bool) -> dict[int, str]:
    """The columns by what they hold; empty if it is no head of such a table."""
    found: dict[int, str] = {}
    for n, cell in enumerate(head.cells):
        names = _may_hold(cell.text)
        if names is None:
            return {}
        name = next((each for each in names if each not in found.values()), "")
        if name:
            found[n] = name
    has = set(found.values())
    if ways and {"taker", "way"} <= has:
        return found
    told = (
        "taker" in has
        and "items" in has
        and bool(has & {"giver", "way", "medium", "measures", "file", "number"})
    )
    return found if told and len(found) >= LEAST else {}


@lru_cache(maxsize=1 << 14)
def _may_hold(head: str) -> tuple[str, ...] | None:
    """What a column may hold by its head, the likeliest first; None if no such table has it."""
    plain = key(without_brackets(head))
    if len(plain) > _LONGEST or "。" in plain:
        return None
    if compiled(rules("handed")["of_files"]).search(plain):
        return None
    columns = rules("handed")["columns"].items()
    found = tuple(name for name, words in columns if compiled(words).search(plain))
    pieces = [] if found else _OR.split(plain)
    return found or tuple(
        name
        for name, words in columns
        if len(pieces) > 1 and all(compiled(words).search(piece) for piece in pieces)
    )


_OR = re.compile(r"[・、/]|及び|又は")  # 提供先・移転先


def names_ends(heads: Sequence[str]) -> bool:
    """Whether columns of these heads say both who hands over and who gets it."""
    words = rules("handed")["columns"]
    plain = [key(without_brackets(head)) for head in heads]
    return all(
        any(compiled(words[end]).search(head) for head in plain) for end in ("giver", "taker")
    )


def celled(row: Row) -> Row:
    """A printed line as cells where wide blanks part it; any other row as it is."""
    return row.pieces or row


def _starts(row: Row) -> list[int]:
    """In which column of half width each cell of a printed line begins."""
    text = row.cells[0].text
    starts = [0, *(gap.end() for gap in GAP.finditer(text))]
    return [row.indent + width(text, start) for start in starts if start < len(text)]


def below(rows: Sequence[Row], index: int, head: Row) -> tuple[list[Row], int]:
    """The rows below a head, lines as cells below the heads under which they stand."""
    first = rows[index]
    end, found = index + 1, list[Row]()
    if first.grid:
        while end < len(rows) and rows[end].grid == first.grid:
            found.append(rows[end])
            end += 1
        return found, end
    heads = _starts(first)
    while end < len(rows) and rows[end].grid == 0 and len(rows[end].cells) == 1:
        placed = _placed(rows[end], heads)
        if placed is None or compiled(r"[(（]?注|[※＊]").match(tidy(rows[end].text)):
            break
        if placed.cells[0] or not found:
            least = len(heads) - 1 if parted(rows[end - 1], rows[end]) else 2
            if len(placed.filled) < least:
                break
            found.append(placed)
        else:
            found[-1] = _going_on(found[-1], placed)
        end += 1
    return found, end


def _placed(row: Row, heads: Sequence[int]) -> Row | None:
    """The cells of a line, each below the head at which it stands; None where one fits none."""
    cells = [Passage()] * len(heads)
    made = celled(row)
    starts = _starts(row)
    if len(starts) == len(heads) == len(made.cells):
        return made
    for start, cell in zip(starts, made.cells, strict=False):
        fits = [n for n, at_ in enumerate(heads) if start >= at_ - _NEAR]
        if not fits or cells[fits[-1]]:
            return None
        cells[fits[-1]] = cell
    return replace(row, cells=tuple(cells))


def _going_on(row: Row, below: Row) -> Row:
    """The row with what the line below it goes on with, cell by cell."""
    cells = [joined([a, b], "") for a, b in zip(row.cells, below.cells, strict=False)]
    return replace(row, cells=tuple(cells))


def is_own(text: str) -> bool:
    """区, 市（健康管理システム）: the side that puts the paper."""
    return bool(compiled(rules("handed")["own"]).match(key(without_brackets(text))))
