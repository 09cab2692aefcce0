"""Items and partners that a sheet leaves to a paper: 資料5-1のとおり, there a table or a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import items, names, references
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import Table
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.ruler import GAP, Ruler, printed, ruler
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, without_brackets

_LONGEST_MARK = 2  # characters: ○, 送, 受信
_NOT = re.compile(r"^[×✕ー―—－‐\-／/]?$")
_QUOTED = re.compile(r"「([^「」]{1,20})」|([○◯〇●◎レ✓✔])")
# the columns of a table that tells for each matter which of the items it handles
_COLUMNS = {
    "process": re.compile(r"電算|記録|システム"),
    "link": re.compile(r"結合|連携"),
    "entrust": re.compile(r"(?<!再)委託"),
    "reentrust": re.compile(r"再委託"),
    "delegate": re.compile(r"委任"),
    "provide": re.compile(r"提供"),
    "transfer": re.compile(r"移転"),
}
_COLUMN = re.compile(r"の(?P<name>[^の「」『』、。]{1,16})の?(?:欄|列)")
_CIRCLED = re.compile("[①-⑳]")
_MARKS = 4  # that a column of them has, blank among them
_FEWEST = 2  # numbered lines of a list
_ABOVE = 4  # lines in which the heads of columns stand
_LONGEST = 60  # characters of such a line
_AROUND = re.compile(  # what introduces a list, and what ends a paper
    r"(?:次|以下|下記)の(?:とおり|もの|項目|情報)[^。]{0,12}。?\s*$|^\s*以[ 　]*上\s*$"
)
_OF_ITEMS = re.compile("項目|記録事項|情報の(?:内容|一覧)")


class Attached:
    """The attached papers of a document, and the items that each lists."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._parts = Parts(rows)
        self._papers = {key(label): head for label, head in self._parts.papers().items()}

    def title(self, label: str) -> str:
        """The line that heads a paper; empty if it is not attached."""
        head = self._papers.get(key(label))
        return self._parts.rows[head.at].text if head else ""

    def partners(self, pointer: Passage, tier: int) -> list[Name]:
        """Whom the papers name to which a row of partners points: 別表1のとおり."""
        found: list[Name] = []
        for each in references.read(pointer):
            head = self._papers.get(key(each.label))
            if head is not None:
                rows = [self._parts.rows[at] for at in self._parts.within(head)][1:]
                for cell, further in _named(rows):
                    found.extend(names.partners(cell, 2 if further else tier))
        return found

    def fill(self, lists: Iterable[Listed]) -> None:
        """Take the items of the paper where a list has none of its own and points to one."""
        for listed in lists:
            if listed.found.entries:
                continue
            for label in listed.missing:
                found = self._items(label, listed.kind, listed.passage.text)
                if found.entries:
                    listed.found = _some_of(found, listed.passage.text)
                    break

    def _items(self, label: str, kind: str, pointer: str) -> ItemList:
        head = self._papers.get(key(label))
        if head is None:
            return ItemList()
        rows = [self._parts.rows[at] for at in self._parts.within(head)][1:]
        tables = [*_tables(rows), _aligned(rows, ruler(self._parts.rows))]
        read = [each for table in tables if (each := _of_table(table, kind, pointer))[0]]
        if not read and (lines := _listed(rows, self._parts.rows[head.at].text)):
            read = [(lines, [])]
        found = items.read(joined([value for value, _ in read])) if read else ItemList()
        numbers = [number for _, each in read for number in each]
        if len(numbers) == len(found.entries):
            for entry, number in zip(found.entries, numbers, strict=True):
                entry.number = number
        return found


# 委託先, 法人の名称, 事業者名: the column of whom a table names
_WHOM = re.compile(
    r"(?P<further>再)?(?:委託先|受託者|受託事業者|相手方|提供先|事業者|業者|法人|会社|団体|機関|施設)"
    r"(?:の?名称|名)?|名称|商号"
)
_FIRM = re.compile(r"会社|法人|公社|協会|協議会|組合|機構|連合会|事業団")


def _named(rows: Sequence[Row]) -> Iterator[tuple[Passage, bool]]:
    """What stands below a head of partners, and whether they are of the second tier.

    Without such a head it is the first cell of a row, or piece of a line, that names a firm.
    """
    columns: dict[int, bool] = {}
    width = 0
    for row in rows:
        cells = (row if row.grid else row.pieces or row).cells
        heads = [_WHOM.fullmatch(key(without_brackets(cell.text))) for cell in cells]
        if any(heads) and len(cells) > 1:
            width = len(cells)
            columns = {at: bool(head["further"]) for at, head in enumerate(heads) if head}
        elif columns and len(cells) == width:
            yield from ((cells[at], further) for at, further in columns.items() if cells[at])
        elif not columns and "。" not in row.text:
            yield from [(cell, False) for cell in cells if _FIRM.search(cell.text)][:1]


_SOME = re.compile(r"のうち[、]?(?P<which>.+)$", re.DOTALL)
_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?:(?:から|~|-)[^\d]{0,4}(?P<last>\d{1,2}))?")


def _some_of(found: ItemList, pointer: str) -> ItemList:
    """別表1のうち1から4まで: those of these numbers; without numbers nobody knows which."""
    some = _SOME.search(fold(_CIRCLED.sub(lambda m: f" {ord(m[0]) - 0x245F} ", pointer)))
    if some is None:
        return found
    wanted: set[int] = set()
    for each in _NUMBERS.finditer(some["which"]):
        first = int(each["first"])
        wanted.update(range(first, int(each["last"] or first) + 1))
    numbered = enumerate(found.entries, 1)
    kept = [each for at, each in numbered if (each.number or at) in wanted]
    return ItemList(kept, is_open=not kept, open_word="" if kept else "のうち")


def _listed(rows: Sequence[Row], title: str) -> Passage:
    """The lines of a paper that is a list and nothing else but what introduces it.

    Without numbers it is one where the paper is called one of items.
    """
    rows = [row for row in rows if not _AROUND.search(row.text)]
    lines = joined([row.whole for row in rows])
    if not rows or any(row.grid or "。" in row.text for row in rows):
        return Passage()
    if len(outline(lines)[1]) >= _FEWEST:
        short = all(len(row.text) <= _LONGEST or len(outline(row.whole)[1]) > 1 for row in rows)
        return lines if short else Passage()
    named = bool(_OF_ITEMS.search(key(title)))
    some = len(rows) > _FEWEST or any(row.text.count("、") >= _FEWEST for row in rows)
    plain = all(len(row.text) <= _LONGEST or "、" in row.text for row in rows)
    return lines if named and some and plain else Passage()


def _aligned(rows: Sequence[Row], by: Ruler) -> list[Row]:
    """The rows of a table that is printed in lines: what stands below a head is of its column."""
    lines = [row for row in rows if printed(row)]
    heads = ((at, _pieces(row, by)) for at, row in enumerate(lines[:_ABOVE]))
    at, head = next(((at, found) for at, found in heads if len(found) > _FEWEST), (0, {}))
    columns = sorted(head)
    cells: list[Row] = []
    for row in lines[at:] if columns else []:
        placed = [Passage()] * len(columns)
        for start, piece in _pieces(row, by).items():
            near = min(range(len(columns)), key=lambda n: abs(columns[n] - start))
            placed[near] = joined([placed[near], piece], " ")
        cells.append(replace(row, cells=tuple(placed)))
    return cells


def _pieces(row: Row, by: Ruler) -> dict[int, Passage]:
    """What a printed line holds between wide gaps, by the column in which it begins."""
    text, found, start = row.cells[0].text, {}, 0
    for gap in [*GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found[by.at(row, start)] = row.cells[0].part(start, end)
        start = gap.end() if gap else end
    return {at: piece for at, piece in found.items() if piece}


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for grid, table in groupby(rows, lambda row: row.grid):
        if grid:
            yield list(table)


def _of_table(rows: Sequence[Row], kind: str, pointer: str) -> tuple[Passage, list[int]]:
    """The items of a table whose head names a column of items, and the numbers of those marked.

    What the pointer quotes is the column, or its marks: 「外部結合」の列に「送」とあるもの. Rows
    without a mark leave gaps in the numbers, so the marked ones are counted anew.
    """
    head = next((at for at, row in enumerate(rows[:3]) if "items" in roles(row).values()), None)
    if head is None:
        return Passage(), []
    body = rows[head + 1 :]
    if sum(map(_is_field, body)) > 1:
        return Passage(), []  # 項目 | 内容: the fields of a sheet
    columns, quoted = roles(rows[head]), _quoted(pointer)
    ticks = column_of(rows[head], body, kind, quoted)
    marks = {key(_cell(row, ticks)) for row in body} if ticks is not None else set()
    table, numbers = Table(Passage(), columns), list[int]()
    at = next((at for at, role in columns.items() if role == "number"), 0)
    for row in body:
        if ticks is not None and not is_tick(row, ticks, quoted & marks):
            continue
        count = fold(_cell(row, at))
        if ticks is not None and count.isdecimal():
            numbers.append(int(count))
            row = _counted(row, at, len(numbers))
        table.take(row.cells)
    return table.value, numbers


def _quoted(pointer: str) -> set[str]:
    """The words and marks that a pointer quotes, and the column that it names without quotes."""
    quoted = {key(word or mark) for word, mark in _QUOTED.findall(pointer)}
    named = _COLUMN.search(fold(pointer))
    return quoted | ({key(named["name"])} if named else set())


def _counted(row: Row, at: int, number: int) -> Row:
    """The row with another number in the cell of its number."""
    cell = row.cells[at]
    anew = replace(cell, text=str(number), starts=cell.starts[:1], spots=cell.spots[:1])
    return replace(row, cells=(*row.cells[:at], anew, *row.cells[at + 1 :]))


def _is_field(row: Row) -> bool:
    label = labels.find("agenda", row.filled[0].text) if len(row.filled) > 1 else None
    return label is not None and label.rule != "label_look_alike"


def roles(row: Row) -> dict[int, str]:
    """What the columns below a head hold, as far as it is known."""
    found = {at: labels.find("item_columns", cell.text) for at, cell in enumerate(row.cells)}
    return {
        at: label.field for at, label in found.items() if label and label.rule != "label_look_alike"
    }


def column_of(
    head: Row, body: Sequence[Row], kind: str, quoted: Collection[str] = ()
) -> int | None:
    """The column with a mark for each item that the matter handles, if the table has one.

    It is the one whose head is `quoted`, else one that is called as the kind of matter is.
    """
    found = [at for at in range(len(head.cells)) if holds_marks(body, at)]
    for at in found:
        if key(head.cells[at].text) in quoted:
            return at
    pattern = _COLUMNS.get(kind)
    return next((at for at in found if pattern and pattern.search(head.cells[at].text)), None)


def holds_marks(body: Sequence[Row], at: int) -> bool:
    """Whether a column has blanks and few short marks, and no numbers."""
    marks = [key(_cell(row, at)) for row in body]
    short = all(len(mark) <= _LONGEST_MARK and not mark.isdecimal() for mark in marks)
    return short and any(marks) and len(set(marks)) <= _MARKS


def is_tick(row: Row, at: int, marks: Collection[str] = ()) -> bool:
    """Whether a row has a mark in that column, one of `marks` if there are any."""
    mark = key(_cell(row, at))
    return mark in marks if marks else not _NOT.match(mark)


def _cell(row: Row, at: int) -> str:
    return row.cells[at].text.strip() if at < len(row.cells) else ""
