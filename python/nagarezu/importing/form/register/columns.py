"""Tables whose columns only blanks part, as a text extraction prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form.register import heads as heads
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_GAP = re.compile(r"[ 　]{2,}|\t")
_NARROW = re.compile(r"[ 　]{2,}|　|\t")
_ANY = re.compile(
    r"[ 　]{2,}|\t|(?<![0-9０-９,，])[ 　]|[ 　](?![ 0-9０-９,，])"
)  # not 5 , 9 8 7人
_LEAST = 4  # columns
_LEAST_LISTED = 3  # columns of a list of files: number, name, and what is told of each


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, those lines below a head of labels that part into as many cells as cells."""
    found = list(rows)
    index = 0
    while index < len(found):
        head = _cells(found[index])
        below = [_cells(row) for row in found[index + 1 : index + 3]] if head else []
        wide = len(head.cells) if head else 0
        same = any(row is not None and abs(len(row.cells) - wide) <= 1 for row in below)
        if head is None or not same or heads.head([head], 0) is None:
            index += _listed(found, index) or 1
            continue
        found[index] = head
        index += 1
        while index < len(found):
            row = _cells(found[index])
            if row is None or len(row.cells) != wide:  # the longest name leaves one wide blank
                narrow = _cells(found[index], _NARROW)
                row = narrow if narrow and len(narrow.cells) == wide else row
            if row is None or abs(len(row.cells) - wide) > 1:
                break
            found[index] = replace(row, grid=head.grid)
            index += 1
    return found


def _listed(rows: list[Row], index: int) -> int:
    """番号 ファイルの名称 本人の数 above numbered files, parted by single blanks: made cells.

    How many rows it takes: every line below the head parts into as many cells, a number first.
    """
    head = _cells(rows[index], _ANY, _LEAST_LISTED)
    fields = [_field(cell.text) for cell in head.cells] if head else []
    if head is None or fields.count("") > 1 or fields[:2] != ["registered", "name"]:
        return 0
    end = index + 1
    while end < len(rows):
        row = _cells(rows[end], _ANY, _LEAST_LISTED)
        due = row is not None and _number(row.cells[0].text) == end - index
        if row is None or not due or len(row.cells) != len(head.cells):
            break
        rows[end] = replace(row, grid=head.grid)
        end += 1
    if end < index + _LEAST_LISTED:
        return 0
    rows[index] = head
    return end - index


def _field(printed: str) -> str:
    found = labels.find(printed)
    return found.field if found is not None else labels.bare(printed)


def _number(printed: str) -> int:
    """12 of (12) or １ ２; 0 if it is no number alone."""
    found = _ALONE.fullmatch(compiled(r"\s").sub("", fold(printed)))
    return int(found["n"]) if found else 0


_ALONE = re.compile(r"[(]?(?P<n>[0-9]{1,3})[).、]?")


def _cells(row: Row, gap_: re.Pattern[str] = _GAP, least: int = _LEAST) -> Row | None:
    """A printed line as cells, if it parts into several."""
    if len(row.cells) != 1:
        return None
    line = row.cells[0]
    gaps = list(gap_.finditer(line.text))
    if len(gaps) + 1 < least:
        return None
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(line.text)]
    cells = tuple(line.part(start, end) for start, end in zip(starts, ends, strict=True))
    return replace(row, cells=cells, grid=-row.place.order - 1)
