"""Registers as forms: rows of labels and values, in several columns, over pages."""

from __future__ import annotations

import re

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import taken_by
from nagarezu.importing.form.register.file import Part, owned
from nagarezu.importing.form.register.item_cells import KANA, NUMBER, OPTIONAL, put, value
from nagarezu.importing.form.register.reading import WITHIN, Reading, begin
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy


def take(row: Row, reading: Reading) -> int:
    filled = [cell for cell in row.cells if cell]
    cells = _apart(filled)
    first_empty = not row.cells[0]
    if first_empty and reading.mini and reading.files:
        return _mini_row(row, reading)
    reading.mini = {}
    if len(cells) == len(filled) and _mini_head(row, reading):
        return 1
    listed = len(cells) == _LABELLED and reading.current in _LISTS and bool(reading.files)
    counted = listed and owned(reading.files[-1].parts("items"), cells[0].text)
    if listed and not counted and KANA.fullmatch(cells[0].text.strip()):  # ア | 氏名
        _more(row, [joined(cells, "　")], reading)
        return 1
    if taken_by.beside(cells, reading):
        part = reading.files[-1].parts("measures")[-1]
        part.text = joined([part.text, joined(cells, "\n")])
        return 1
    if len(cells) > 1 and NUMBER.fullmatch(cells[0].text.strip()):
        numbered = labels.find(cells[1].text)
        listed = reading.current.endswith("items") or reading.current == "measures"
        listed = listed and (first_empty or _is_next(cells, reading))
        if numbered is not None and not listed:
            cells = cells[1:]
    cells = _ungrouped(cells)
    inside = len(cells) == 2 and (first_empty or labels.find(cells[0].text) is None)
    below = labels.inner(cells[0].text, reading.outer) if inside else ""
    if inside and labels.names_file(cells[0].text, cells[1].text, of_work=False):
        begin(reading, "name", *cells)
        return 1
    if below and reading.files:
        begin(reading, below, cells[0], Passage())
        _more(row, cells[1:], reading)
        return 1
    first = labels.find(cells[0].text)
    if len(cells) == _LABELLED and labels.names_file(cells[0].text, cells[1].text):
        begin(reading, "name", *cells)
        return 1
    due = bool(reading.files) and "items" not in reading.files[-1].fields
    if due and len(cells) == _LABELLED and labels.lists_items(cells[0].text, cells[1].text):
        begin(reading, "items", *cells)
        return 1
    if len(cells) == 1 < len(filled) and first is not None and not first.exact:
        begin(reading, first.field, cells[0], Passage())  # 6 | 取り扱う項目, its rows below
        return 1
    if len(cells) == 1 and (first is None or not first.exact):
        return _alone(row, cells[0], first_empty, reading)
    if first is None and not first_empty and len(cells) > 1 and reading.files:
        second = labels.find(cells[1].text)  # the head of a group of rows stands in front
        if len(cells) > 2 and second and (second.exact or second.field == "measures"):
            return _pairs(row, cells[1:], reading)
        beside = reading.current == "subjects" and bool(_COUNTED.match(cells[1].text))
        if not reading.current or not (beside or _goes_on(cells[0], reading)):
            reading.current = ""
            if len(cells) == _LABELLED and "。" in cells[1].text:  # a field that nobody else has
                reading.files[-1].add("others", Part(cells[1], cells[0], grid=row.grid))
            else:
                reading.left.append(row)
            return 1
    if first is not None and (first.exact or not first_empty):
        return _pairs(row, cells, reading)
    if reading.current and reading.files:
        _more(row, cells, reading)
        return 1
    reading.left.append(row)
    return 1


def _is_next(cells: list[Passage], reading: Reading) -> bool:
    """6 | 振込先の口座番号: two cells, with the number that is due in the list of items above."""
    parts = reading.files[-1].parts("items") if reading.current == "items" else []
    if not parts or len([cell for cell in cells if not OPTIONAL.fullmatch(cell.text.strip())]) > 2:
        return False
    numbers = [part.number for part in parts if part.text and not part.below]
    due = numbers[-1] + 1 if numbers else 1
    return value(cells[0].text) == due or owned(parts, cells[0].text)


_IN_GROUP = {
    "items": ("subjects", "count", "items", "collection", "sensitive", "purpose", "medium", "form"),
    "subjects": ("subjects", "count"),  # 記録範囲 | 対象となる個人 | …
}


def _ungrouped(cells: list[Passage]) -> list[Passage]:
    """個人情報 | 個人の範囲 | …: a label that is merged beside the rows of its group only sorts."""
    group = _IN_GROUP.get(labels.exact(cells[0].text), ()) if len(cells) > 2 else ()
    return cells[1:] if group and labels.exact(cells[1].text) in group else cells


_LABELLED = 2  # cells: a label and its value
_LEAST_LABELLED = 2  # cells of one row that print their label in front of the value


def _apart(cells: list[Passage]) -> list[Passage]:
    """委託先　甲社 | 委託する業務　検針: labels within cells, as cells of their own."""
    found = [(cell, labels.leading(cell)) for cell in cells]
    labelled = [each for _, each in found if each and each[2] and _of_flow(each[0])]
    if len(labelled) < _LEAST_LABELLED:
        return cells
    made: list[Passage] = []
    for cell, each in found:
        made.extend(each[1:] if each and each[2] and _of_flow(each[0]) else [cell])
    return made


def _of_flow(name: str) -> bool:
    return name in labels.FLOWS or name in WITHIN or name.endswith("_items")


def _mini_head(row: Row, reading: Reading) -> bool:
    """外部提供 | 提供先 | 提供する項目 | 根拠: the head of a small table in a form."""
    filled = [(at, labels.find(cell.text)) for at, cell in enumerate(row.cells) if cell]
    found = {at: each.field for at, each in filled if each is not None and (at or each.exact)}
    first = found.get(filled[0][0], "") if filled else ""
    if len(filled) < 3 or len(found) < len(filled) or first not in labels.FLOWS:
        return False
    if not any(name in labels.FLOWS for at, name in found.items() if at != filled[0][0]):
        return False
    begin(reading, first, row.cells[filled[0][0]], Passage())
    reading.mini = {at: name for at, name in found.items() if at != filled[0][0]}
    return True


def _mini_row(row: Row, reading: Reading) -> int:
    file = reading.files[-1]
    for at, name in reading.mini.items():
        cell = row.cells[at] if at < len(row.cells) else Passage()
        if cell:
            file.add(name, Part(cell, Passage(), grid=row.grid))
    return 1


def _goes_on(cell: Passage, reading: Reading) -> bool:
    """A second column of labels, 基本的事項 in front of its items; numbers in front of a list."""
    if reading.current not in _LISTS:
        return False
    group = reading.current == "items" and labels.is_group(cell.text)
    return group or _is_mark(cell)


def _is_mark(cell: Passage) -> bool:
    return bool(NUMBER.fullmatch(cell.text.strip()) or KANA.fullmatch(cell.text.strip()))


_NAMED = ("subjects", "recipients", "entrust", "reentrust")  # 1 | 甲社: the number is of no use
_LISTS = ("items", "measures", "detail", *_NAMED)


def _alone(row: Row, cell: Passage, first_empty: bool, reading: Reading) -> int:
    """One filled cell: the rest of the cell above, a title, or a note."""
    text = tidy(cell.text)
    frame = compiled(rules("registers")["frame"]).search(key(text)) or text.endswith(
        ("簿", "票", "書")
    )
    note = compiled(rules("registers")["note"]).search(text)
    if labels.find(cell.text) is not None and (not first_empty or _left_blank(cell, reading)):
        reading.current = ""  # a label without a value, or the first part of one that is broken
    elif reading.current and reading.files and not frame and not note:
        file = reading.files[-1]
        at_top = row.grid != file.parts(reading.current)[-1].grid
        if first_empty and not at_top and reading.current == "items":
            put(row, [cell], file)  # the last one of a grid stands by itself
            return 1
        if first_empty or at_top:
            file.go_on(reading.current, cell, row.grid)
            return 1
    reading.left.append(row)
    return 1


def _left_blank(cell: Passage, reading: Reading) -> bool:
    """提供先に求める措置 below 外部提供, with nothing beside it."""
    return labels.inner(cell.text, reading.outer) not in ("", "detail")


def _pairs(row: Row, cells: list[Passage], reading: Reading) -> int:
    """Labels each with the cells up to the next label."""
    position = 0
    while position < len(cells):
        label = cells[position]
        found = labels.find(label.text)
        position += 1
        values: list[Passage] = []
        while position < len(cells) and not (values and _inner_label(cells, position, found)):
            values.append(cells[position])
            position += 1
        if found is None:
            continue
        inner = labels.inner(values[0].text, found.field) if len(values) > 1 else ""
        if inner and found.field in labels.FLOWS and inner != found.field:
            begin(reading, found.field, label, Passage())
            label, values, name = values[0], values[1:], inner
        else:
            name = found.field
            label = values[0] if inner == "measures" else label
            values = values[1:] if inner == name else values
        begin(reading, name, label, Passage())
        _more(row, values, reading)
    return 1


def _inner_label(cells: list[Passage], position: int, of: labels.Found | None) -> bool:
    known = labels.exact(cells[position].text)
    if (
        of is not None
        and of.field == "items"
        and not (known in _BESIDE_ITEMS and len(_LISTED.findall(cells[position - 1].text)) > 1)
    ):
        return False
    return bool(known) and position + 1 < len(cells)


_BESIDE_ITEMS = ("collection", "subjects", "count", "sensitive", "recipients", "purpose", "office")
_LISTED = re.compile(r"、|[0-9０-９①-⑳]+[)）.．、 　]*[^0-9０-９①-⑳\s]{2}")


def _more(row: Row, cells: list[Passage], reading: Reading) -> None:
    """The value cells of one row of a form."""
    if not cells:
        return
    file, name = reading.files[-1], reading.current
    if name == "items":
        put(row, cells, file)
        return
    if name in _NAMED and len(cells) > 1 and _is_mark(cells[0]):
        cells = cells[1:]
    if name == "subjects" and len(cells) > 1 and _COUNTED.match(cells[1].text):
        cells = [joined(cells, "　")]  # 利用者 | 12人
    for cell in _numbered(cells):
        last = file.parts(name)[-1]
        if last.text:
            file.go_on(name, cell, row.grid)
        else:
            last.text, last.grid = cell, row.grid


def _numbered(cells: list[Passage]) -> list[Passage]:
    """1 | 端末を固定する。: a number in a cell of its own stands in front of what is beside it."""
    if len(cells) != 2 or not NUMBER.fullmatch(cells[0].text.strip()):
        return cells
    return [joined(cells, ". " if cells[0].text.strip()[-1].isdecimal() else " ")]


_COUNTED = re.compile(r"(?:約|およそ)?[ 　]*[0-9０-９][0-9０-９,，]*[ 　]*(?:人|名|件|世帯)")
