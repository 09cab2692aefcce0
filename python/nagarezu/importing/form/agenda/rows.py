"""Rows of an agenda paper made alike: labels in the first cell, and whole.

A sheet may leave a margin or a column of numbers left of its labels. Where a PDF is printed as
plain lines, a label may be broken over several of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form import handed, labels
from nagarezu.importing.form.agenda import abreast, layered, measure_table, partner_rows
from nagarezu.importing.form.agenda import split as agenda_split
from nagarezu.importing.form.agenda.centred import centred
from nagarezu.importing.form.agenda.decorated import undecorated
from nagarezu.importing.form.agenda.layout import OF_LAYOUT, side_by_side
from nagarezu.importing.form.agenda.marks import marked
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.ruler import ruler
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_LINES = 5  # over which a label may be broken
_FEWEST = 2  # rows of such a table
_LONGEST = 40  # characters of one line of a broken label
OF_MEASURES = -4  # the grid of rows of a table of measures
OF_HANDED = -2  # the grid of rows of a table of what goes to whom: none is a field of a sheet
_MARK_ONLY = re.compile(r"^[(（]?(?:\d{1,2}|[ア-ン]|[①-⑳])[)）.．、]?$")


def prepared(rows: Sequence[Row]) -> list[Row]:
    """The rows in their order, without margins, broken labels joined."""
    found = list(partner_rows.apart(list(_without_margin(rows))))
    found = list(layered.lines(found))
    found = list(layered.apart(undecorated(list(abreast.apart(found)))))
    found = list(agenda_split.without_page_numbers(found))
    found = list(agenda_split.paired(found))
    found = list(agenda_split.over_pages(list(agenda_split.below_umbrella(found))))
    found = list(agenda_split.beside_second_line(found))
    found = list(_apart(found))
    by = ruler(found)
    found = list(centred(list(marked(found, by, OF_LAYOUT)), by, OF_LAYOUT))
    return list(_whole_labels(list(side_by_side(found, by))))


def _apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; those of 渡す者 | 受ける者 | 項目 | 方法 apart, for 委託先 is no label there.

    So are those of a table of measures, each with who does it in its first cell.
    """
    index = 0
    while index < len(rows):
        if of_measures := measure_table.at(rows, index):
            yield from (replace(row, grid=OF_MEASURES) for row in rows[index : index + of_measures])
            index += of_measures
            continue
        body, used = handed.at(rows, index)
        if len(body) < _FEWEST:
            used = 0
        for row in rows[index : index + used]:
            yield replace(handed.celled(row), grid=OF_HANDED)
        if not used:
            yield rows[index]
        index += max(used, 1)


def is_mark(text: str) -> bool:
    """Whether a cell holds the number of a list and nothing else."""
    return bool(_MARK_ONLY.match(fold(text).strip()))


def _without_margin(rows: Sequence[Row]) -> Iterator[Row]:
    columns = _label_columns(rows)
    for row in rows:
        skip = columns.get(row.grid, 0) if row.grid else 0
        if skip and len(row.cells) > skip and _is_margin(row, skip):
            yield replace(row, cells=row.cells[skip:])
        else:
            yield row


def _label_columns(rows: Sequence[Row]) -> dict[int, int]:
    """For each table the column in which its labels stand, if that is not the first one."""
    hits: dict[int, Counter[int]] = {}
    for row in rows:
        if row.grid and len(row.cells) > 1:
            for column, cell in enumerate(row.cells[:4]):
                # 番号 | 該当 | 内容: what has no value beside it heads a column
                if cell and any(row.cells[column + 1 :]) and _known(cell.text):
                    hits.setdefault(row.grid, Counter())[column] += 1
    found = {}
    for grid, counted in hits.items():
        column, number = max(counted.items(), key=lambda pair: (pair[1], -pair[0]))
        if column and number >= 2 and not counted[0]:
            found[grid] = column
    return found


def _is_margin(row: Row, skip: int) -> bool:
    left = [cell for cell in row.cells[:skip] if cell]
    if not left:
        return True
    return bool(row.cells[skip]) and (
        all(is_mark(cell.text) for cell in left) or _known(row.cells[skip].text)
    )


def _known(text: str) -> bool:
    label = labels.find("agenda", without_brackets(text))  # what follows a bracket counts
    return label is not None and label.rule != "label_look_alike"


def _whole_labels(rows: list[Row]) -> Iterator[Row]:
    position = 0
    while position < len(rows):
        made, used = _broken_label(rows[position : position + _LINES])
        if made is not None:
            yield made
            position += used
        else:
            yield rows[position]
            position += 1


def _broken_label(rows: Sequence[Row]) -> tuple[Row | None, int]:
    """The row of a label that is broken over the first lines, and of how many it is made."""
    first = rows[0]
    if not _may_begin(first):
        return None, 0
    parts: list[Passage] = []
    for number, row in enumerate(rows, 1):
        part = row.cells[0]
        if row.grid or len(row.cells) > 1 or len(part.text) > _LONGEST or "。" in part.text:
            return None, 0
        if number > 1 and (_known(part.text) or labels.is_one_of("overview_heading", part.text)):
            return None, 0
        parts.append(part)
        if number > 1 and _complete(joined(parts, "").text):
            return replace(first, cells=(joined(parts, ""),)), number
    return None, 0


def _may_begin(row: Row) -> bool:
    if row.grid or len(row.cells) > 1:
        return False
    text = row.cells[0].text
    if len(text) > _LONGEST or "。" in text or not text[:1].strip("※・○【「（(◇"):
        return False
    return not _whole(text)


def _whole(text: str) -> bool:
    """A label that needs no further line."""
    return (_known(text) and _closed(text)) or labels.leading("agenda", text) is not None


def _complete(text: str) -> bool:
    return _closed(text) and _known(text) and len(key(text)) >= 6


def _closed(text: str) -> bool:
    return len(compiled(r"[(（]").findall(text)) <= len(compiled(r"[)）]").findall(text))
