"""Registers as forms: rows of labels and values, in several columns, over pages."""

from __future__ import annotations

import re

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.reading import WITHIN, Reading, begin
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy

_NUMBER = re.compile(
    r"[(（]?[0-9０-９]{1,2}(?:[-－‐][0-9０-９]{1,2})?[)）.．]?|[①-⑳⑴-⒇]"  # also 3-1
)
_OPTIONAL = re.compile(r"[(（]?任意(?:項目|記入|記載)?[)）]?")


def take(row: Row, reading: Reading) -> int:
    filled = [cell for cell in row.cells if cell]
    cells = _apart(filled)
    first_empty = not row.cells[0]
    if first_empty and reading.mini and reading.files:
        return _mini_row(row, reading)
    reading.mini = {}
    if len(cells) == len(filled) and _mini_head(row, reading):
        return 1
    if len(cells) > 1 and _NUMBER.fullmatch(cells[0].text.strip()):
        numbered = labels.find(cells[1].text)
        if numbered is not None and not (first_empty and reading.current == "items"):
            cells = cells[1:]
    below = labels.inner(cells[0].text, reading.outer) if first_empty and len(cells) == 2 else ""
    if below and reading.files:
        begin(reading, below, cells[0], Passage())
        _more(row, cells[1:], reading)
        return 1
    first = labels.find(cells[0].text)
    if len(cells) == 1 and (first is None or not first.exact):
        return _alone(row, cells[0], first_empty, reading)
    if first is None and not first_empty and len(cells) > 1 and reading.files:
        second = labels.exact(cells[1].text)  # the head of a group of rows stands in front
        if second and len(cells) > 2:
            return _pairs(row, cells[1:], reading)
        if not reading.current or not _goes_on(cells[0], reading):
            reading.current = ""
            reading.left.append(row)
            return 1
    if first is not None and (first.exact or not first_empty):
        return _pairs(row, cells, reading)
    if reading.current and reading.files:
        _more(row, cells, reading)
        return 1
    reading.left.append(row)
    return 1


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
    """A second column of labels: 基本的事項 in front of the items of that group."""
    return reading.current == "items" and (
        labels.is_group(cell.text) or bool(_NUMBER.fullmatch(cell.text.strip()))
    )


def _alone(row: Row, cell: Passage, first_empty: bool, reading: Reading) -> int:
    """One filled cell: the rest of the cell above, a title, or a note."""
    text = tidy(cell.text)
    frame = re.search(rules("registers")["frame"], key(text)) or text.endswith(("簿", "票", "書"))
    note = re.search(rules("registers")["note"], text)
    if labels.find(cell.text) is not None and (not first_empty or _left_blank(cell, reading)):
        reading.current = ""  # a label without a value, or the first part of one that is broken
    elif reading.current and reading.files and not frame and not note:
        file = reading.files[-1]
        at_top = row.grid != file.parts(reading.current)[-1].grid
        if first_empty and not at_top and reading.current == "items":
            _items(row, [cell], file)  # the last one of a grid stands by itself
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
    if of is not None and of.field == "items":
        return False
    return bool(labels.exact(cells[position].text)) and position + 1 < len(cells)


def _more(row: Row, cells: list[Passage], reading: Reading) -> None:
    """The value cells of one row of a form."""
    if not cells:
        return
    file, name = reading.files[-1], reading.current
    if name == "items":
        _items(row, cells, file)
        return
    if name == "subjects" and len(cells) > 1 and _COUNTED.match(cells[1].text):
        cells = [joined(cells, "　")]  # 利用者 | 12人
    for cell in cells:
        last = file.parts(name)[-1]
        if last.text:
            file.go_on(name, cell, row.grid)
        else:
            last.text, last.grid = cell, row.grid


def _items(row: Row, cells: list[Passage], file: File) -> None:
    """Items over several cells: number and item, group and items, or items side by side."""
    label = file.label("items")
    last = file.parts("items")[-1]
    if len(cells) == 1:
        if last.text and not last.whole:
            file.go_on("items", cells[0], row.grid)
        else:
            _put(
                file,
                Part(cells[0], label, whole=last.whole and len(cells[0].text) <= 40, grid=row.grid),
            )
        return
    head = ""
    sorted_ = len(cells) == 2 and bool(last.head) and not _NUMBER.fullmatch(cells[0].text.strip())
    if labels.is_group(cells[0].text) or sorted_ or (len(cells) == 2 and _heads(*cells)):
        head, cells = tidy(cells[0].text), cells[1:]
    numbered = any(_NUMBER.fullmatch(cell.text.strip()) for cell in cells)
    for cell in cells:
        if _NUMBER.fullmatch(cell.text.strip()):
            continue
        if numbered and _OPTIONAL.fullmatch(cell.text.strip()):
            file.parts("items")[-1].optional = True
            continue
        whole = (numbered or len(cells) > 2) and len(cell.text) <= 40
        _put(file, Part(cell, label, head, whole, grid=row.grid))


_COUNTED = re.compile(r"(?:約|およそ)?[ 　]*[0-9０-９][0-9０-９,，]*[ 　]*(?:人|名|件|世帯)")


def _heads(first: Passage, second: Passage) -> bool:
    """家族に関する事項 | 氏名、続柄"""
    listed = (
        re.search(
            r"[、，□■☐☑\n]|[0-9０-９①-⑳][^0-9０-９]+[0-9０-９①-⑳]"
            r"|^ア[ 　.．、].*[ 　\n、]イ[ 　.．、]",
            second.text,
        )
        is not None
    )
    return listed and not re.search(r"[、，□■☐☑\n]", first.text) and len(first.text) <= 20


def _put(file: File, part: Part) -> None:
    last = file.parts("items")[-1]
    if not last.text:
        file.fields["items"].pop()
    file.add("items", part)
