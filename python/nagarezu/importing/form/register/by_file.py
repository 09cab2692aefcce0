"""An attached paper with the items of several files in one table: 番号 | 名称 | 項番 | 項目.

A column says of which file each row is, by its number or its name.
"""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import which_file
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.register.paper import Paper, items_column, items_table, points_away
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key

_SEVERAL = 2  # files


def give(paper: Paper, files: Sequence[File]) -> bool:
    """Give each file its rows in the place of the words that point here; whether it is such."""
    for index, row in enumerate(paper.rows):
        column = items_column(row) if row.grid and not _of_flow(row) else None
        body = [each for each in paper.rows[index + 1 :] if each.grid == row.grid]
        which = _which(row, body, files) if column is not None else -1
        if column is None or which < 0:
            continue
        for file, rows in _parted(body, which, files):
            told = file.parts("items")
            if all(points_away(part) for part in told):
                file.fields["items"] = items_table([row, *rows], column)
        return True
    return False


def _of_flow(head: Row) -> bool:
    """提供先 | 提供する項目: what somebody gets is not what the file records."""
    found = [labels.find(cell.text) for cell in head.filled]
    names = [each.field for each in found if each is not None]
    return any(name in labels.FLOWS or name.endswith("_items") for name in names if name != "items")


def _which(head: Row, body: Sequence[Row], files: Sequence[File]) -> int:
    """The column that says of which file a row is; several files must be told."""
    for at, cell in enumerate(head.cells):
        below = [row.cells[at] for row in body if at < len(row.cells) and row.cells[at]]
        names = {key(each.text) for each in below}
        known = {key(file.get("name").text) for file in files}
        told = names <= known or which_file.by_number(head, body, at, files)
        if cell and len(names) >= _SEVERAL and told:
            return at
    return -1


def _parted(body: Sequence[Row], which: int, files: Sequence[File]) -> list[tuple[File, list[Row]]]:
    """The rows of each file; one whose cell is empty goes on with the file above it."""
    found: list[tuple[File, list[Row]]] = []
    for row in body:
        cell = row.cells[which] if which < len(row.cells) else None
        file = which_file.named(files, cell) if cell else None
        if file is not None and not (found and found[-1][0] is file):
            found.append((file, []))
        if found:
            found[-1][1].append(row)
    return found
