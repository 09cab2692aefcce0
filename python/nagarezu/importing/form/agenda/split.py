"""Labels that a page break or a merged cell parts in two, and numbers of pages between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import bracketed, table
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_NUMBER = re.compile(r"^\d{1,3}$")
_UMBRELLA = 12  # characters of a head that stands left of several labels


def without_page_numbers(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows but for numbers that count up, each on a line between blank ones.

    A single number is one of a page where it parts a cell of a table in two.
    """
    pages: dict[int, int] = {}
    for index, row in enumerate(rows):
        if _may_be_page(rows, index):
            pages[index] = int(fold(row.text).strip())
    counted = list(pages.values())
    rising = all(0 < after - before <= 2 for before, after in pairwise(counted))
    if len(counted) == 1:
        pages = {at: page for at, page in pages.items() if _goes_on(rows, at)}
    elif not rising:
        pages = {}
    yield from (row for index, row in enumerate(rows) if index not in pages)


def _may_be_page(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    if row.grid or len(row.cells) > 1 or not _NUMBER.match(fold(row.text).strip()):
        return False
    line = _line(row)
    before = _line(rows[index - 1]) if index else 0
    after = _line(rows[index + 1]) if index + 1 < len(rows) else line + 2
    return line > 0 and line - before > 1 and after - line > 1


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a table stands around a number, and its last cell goes on below it."""
    if not 0 < at < len(rows) - 1:
        return False
    above, below = rows[at - 1], rows[at + 1]
    tabled = len(above.cells) > 1 and len(below.cells) == len(above.cells)
    return tabled and not below.cells[0] and not above.text.endswith(("。", "）", ")"))


def _line(row: Row) -> int:
    """The line of a printed text; 0 where places are no lines."""
    last = row.filled[-1].spots[-1].where
    return int(last) if last.isdecimal() else 0


def beside_second_line(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a label joined with its second line, right of which the value begins.

    記録される情報項目 / （だれの、どのような項目か） | 1 個人の範囲: as cells cut by tabs print it.
    """
    position = 0
    while position < len(rows):
        two = rows[position : position + 2]
        joint = _of_two_lines(*two) if len(two) > 1 else None
        made = [joint] if joint else _of_two_rows(two)
        yield from made or two[:1]
        position += 2 if made else 1


def _of_two_rows(rows: Sequence[Row]) -> list[Row]:
    """記録される情報項目（だれの、ど | 1 個人の範囲, and below it のような項目か） | 会員.

    Only of printed lines that tabs part: a cell of a ruled table holds its label whole.
    """
    if len(rows) < 2 or any(len(row.filled) != 2 or not row.cells[0] for row in rows):
        return []
    row, below = rows
    if not _line(row) or _line(below) - _line(row) != 1:
        return []
    first, second = row.cells[0], below.cells[0]
    whole = joined([first, second], "")
    if not _known(whole.text) or _open(whole.text):
        return []
    explained = _known(first.text) and _EXPLAINED.fullmatch(second.text.strip())
    broken = _open(first.text) or not (_known(first.text) or _known(second.text))
    if not explained and not broken:
        return []
    rest = replace(below, cells=(Passage(), *below.cells[1:]))
    return [replace(row, cells=(whole, *row.cells[1:])), rest]


def _open(text: str) -> bool:
    """Whether a bracket is opened and not closed."""
    plain = fold(text)
    return plain.count("(") > plain.count(")")


_PAIR = 4  # cells of two labels and their values
_SHORT = 16  # characters of a label that nobody knows


def paired(rows: Sequence[Row]) -> Iterator[Row]:
    """保有課 | 住民課 | 登録業務の名称 | 住民の記録: two fields side by side, as two rows.

    提供先 | 甲 | 提供先 | 乙 is one field for two partners, and so are the fields below it.
    """
    partners: dict[int, list[Passage]] = {}
    grids = {row.grid for row in rows if row.grid and len(row.filled) == _PAIR and _is_pair(row)}
    for row in rows:
        cells = row.cells if len(row.cells) == _PAIR else row.filled
        if row.grid not in grids or len(cells) != _PAIR or not _may_pair(cells):
            yield row
            continue
        if key(cells[0].text) == key(cells[2].text):
            yield _of_both(row, cells, partners)
            continue
        yield replace(row, cells=tuple(cells[:2]))
        yield replace(row, cells=tuple(cells[2:]))


def _of_both(row: Row, cells: Sequence[Passage], partners: dict[int, list[Passage]]) -> Row:
    """One field of two values, each below the name of the partner for whom it stands."""
    values = [cells[1], cells[3]]
    field = _field(cells[0].text)
    if field.endswith("_partner"):
        partners[row.grid] = values
    elif row.grid in partners and (not field or field.endswith("items")):
        heads = [bracketed(name) for name in partners[row.grid]]
        values = [heads[0], values[0], heads[1], values[1]]
    return replace(row, cells=(cells[0], joined(values)))


def _field(text: str) -> str:
    found = (labels.find(form, text) for form in ("agenda", "agenda_sheet"))
    return next((each.field for each in found if each and each.rule != "label_look_alike"), "")


def _is_pair(row: Row) -> bool:
    known = [_known(cell.text) or _on_sheets(cell.text) for cell in row.filled]
    if _heads_columns(row.filled):
        return False
    return known == [True, False, True, False]


def _heads_columns(cells: Sequence[Passage]) -> bool:
    """情報項目 | 番号 | 項目 | 備考: the head of a table within the value."""
    return table(Passage(), [Passage(), *cells[1:]]) is not None


def _on_sheets(text: str) -> bool:
    """A label that only the sheet of a matter makes plain: だれの, どこに, 頼む先."""
    if len(text.strip()) > _SHORT:
        return False
    found = (labels.find(form, text) for form in ("agenda_sheet", "inside_items"))
    return any(each is not None and each.rule != "label_look_alike" for each in found)


def _may_pair(cells: Sequence[Passage]) -> bool:
    """Whether the third cell may be a label, too: one that is known, or short and no value."""
    first, third = cells[0].text.strip(), cells[2].text.strip()
    if _heads_columns(cells):
        return False
    if not (first and third) or not (_known(first) or _may_label(first)) or _known(cells[1].text):
        return False
    return _known(third) or (_may_label(third) and bool(cells[3]))


def _may_label(text: str) -> bool:
    return len(text) <= _SHORT and not compiled(r"[。、\n]|^[(（①-⑳0-9０-９]").search(text)


_EXPLAINED = re.compile(r"[(（][^()（）]{2,60}[)）]")


def _of_two_lines(row: Row, below: Row) -> Row | None:
    apart = row.grid or len(row.cells) > 1 or len(below.cells) < 2 or not below.cells[0]
    if apart or _line(below) - _line(row) > 1:
        return None
    first, second = row.cells[0], below.cells[0]
    whole = joined([first, second], "")
    explained = _known(first.text) and _EXPLAINED.fullmatch(second.text.strip())
    broken = not _known(first.text) and labels.begins("agenda", first.text) and _known(whole.text)
    return replace(below, cells=(whole, *below.cells[1:])) if explained or broken else None


def below_umbrella(rows: Sequence[Row]) -> Iterator[Row]:
    """Labels right of a cell merged downwards: 再委託 | 再委託先 | 甲社, and below it 理由 | …."""
    umbrella: Passage | None = None
    grid = 0
    for row in rows:
        if row.grid == 0 or row.grid != grid or row.cells[0]:
            umbrella = None
        grid = row.grid
        if grid == 0 or len(row.cells) < 3 or not row.cells[1] or not any(row.cells[2:]):
            yield row
            continue
        head = umbrella or row.cells[0]
        label = _below(head, row.cells[1]) if head else None
        if label is None:
            yield row
            continue
        umbrella = head
        yield replace(row, cells=(label, *row.cells[2:]))


def _below(head: Passage, cell: Passage) -> Passage | None:
    """The label that a cell makes with the head left of it, if it is one."""
    if len(head.text) > _UMBRELLA:
        return None
    over, under = labels.find("agenda", head.text), labels.find("agenda", cell.text)
    if over is not None and over.field.endswith(("_partner", "_items")):
        return None  # 提供先 | 提供する項目 | 方法: heads of columns
    if over is not None:  # 再委託の概要 | 再委託先 | 甲社
        return cell if under is not None and _kind(over) == _kind(under) else None
    if key(cell.text).startswith(key(head.text)):
        return cell if _known(cell.text) else None
    whole = joined([head, cell], "")
    return whole if _known(whole.text) else None


def _kind(label: labels.Label) -> str:
    """Of the sheet that has the field; a field of any sheet is a kind by itself."""
    kind = label.field.split("_")[0]
    return kind if kind in KINDS else label.field


def over_pages(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, one whose label breaks at the end of a page joined with its other half."""
    position = 0
    while position < len(rows):
        made = _joined(*rows[position : position + 2]) if position + 1 < len(rows) else None
        yield made or rows[position]
        position += 2 if made else 1


def _joined(row: Row, below: Row) -> Row | None:
    tables = row.grid > 0 and below.grid > 0 and row.grid != below.grid
    if not tables or len(row.cells) < 2 or len(below.cells) < 2:
        return None
    first, second = row.cells[0], below.cells[0]
    if not first or not second or _known(second.text):
        return None
    label = joined([first, second], "")
    if not _known(label.text) or label.text.count("（") != label.text.count("）"):
        return None
    return replace(row, cells=(label, _value(row.cells[1:], below.cells[1:])))


def _value(above: Sequence[Passage], below: Sequence[Passage]) -> Passage:
    from nagarezu.importing.form.agenda.values import composed, going_on

    return going_on(composed(above), composed(below))[0]


def _known(text: str) -> bool:
    label = labels.find("agenda", without_brackets(text))
    return label is not None and label.rule != "label_look_alike"
