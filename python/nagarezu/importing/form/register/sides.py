"""Registers with a file in each column: the labels stand in the first column only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

_NAME = re.compile(r"(?:ファイル|事務|業務|台帳)?の?(?:名称|名)")
_LEAST = 3  # rows below the names that fill several columns


def transposed(rows: Sequence[Row], index: int, files: list[File]) -> int:
    """Take a table whose row of names fills several columns; how many rows it takes."""
    first = rows[index]
    label = first.cells[0] if len(first.cells) > 2 else Passage()
    if not label or not (labels.exact(label.text) == "name" or _NAME.fullmatch(key(label.text))):
        return 0
    columns = [at for at, cell in enumerate(first.cells) if at and cell]
    if len(columns) < 2 or any(labels.find(first.cells[at].text) for at in columns):
        return 0
    end = index
    while end < len(rows) and rows[end].grid == first.grid:
        end += 1
    body = rows[index:end]
    labelled = [row for row in body if row.cells[0] and labels.find(row.cells[0].text)]
    several = [row for row in labelled if sum(_filled(row, at) for at in columns) > 1]
    inner = any(
        labels.exact(row.cells[at].text) for row in several for at in columns if _filled(row, at)
    )
    if len(several) <= _LEAST or inner:
        return 0
    made = [File() for _ in columns]
    current, printed = "name", label
    known = {labels.exact(row.cells[0].text) for row in labelled}
    for row in body:
        found = labels.find(row.cells[0].text) if row.cells[0] else None
        if found is not None and (found.exact or found.field not in known):
            current, printed = found.field, row.cells[0]
        elif row is first:
            pass  # 名称 alone, above the labels of a file
        elif row.cells[0]:
            current = ""
        for file, at in zip(made, columns, strict=True):
            if current and _filled(row, at):
                file.add(current, Part(row.cells[at], printed, grid=row.grid))
    files.extend(made)
    return end - index


def _filled(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column])
