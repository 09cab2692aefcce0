"""Registers: tables with a file in each row, forms of one file, printed lines, and their papers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.fields import references
from nagarezu.importing.form.register import card as register_form
from nagarezu.importing.form.register import contents as register_contents
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import lines as register_lines
from nagarezu.importing.form.register import table as table
from nagarezu.importing.form.register.columns import parted
from nagarezu.importing.form.register.contents import Entry
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.register.paper import Paper, pointers
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.register.sides import transposed
from nagarezu.importing.form.register.within import parted as parted_cells
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key

_TELLING = ("name", "items", "subjects", "purpose")  # a file states one of these at least


@dataclass(slots=True)
class Register:
    """The files, the rows that belong to none, and what a list of contents says of the files."""

    files: list[File]
    left: list[Row]
    contents: list[Entry] = field(default_factory=list)


def read(rows: Sequence[Row]) -> Register:
    """The files of a register, each once, whether a table, a card or both print it."""
    reading = Reading()
    rows = parted(rows)
    index = 0
    while index < len(rows):
        row = rows[index]
        reading.row = row
        step = _paper(rows, index, reading)
        step = step or transposed(rows, index, reading.files)
        step = step or _contents(rows, index, reading)
        if not step and (found := table.head(rows, index)) is not None:
            end = table.read(rows, index, found, reading.files)
            step, reading.current = end - index, ""
        if not step and len(row.cells) > 1:
            step = register_form.take(row, reading)
        index += step or register_lines.take(rows, index, reading)
    files = [each for each in reading.files if any(each.get(name) for name in _TELLING)]
    for file in files:
        parted_cells(file)
    pointing = pointers(files) if reading.papers else []
    for paper in reading.papers:
        paper.give(pointing)
    entries = register_contents.paired(reading.listed, files)
    register_contents.give(entries)
    if not entries:
        files = [*reading.listed, *files]
    files = _merged(files)
    full = [each for each in files if each.get("items") or each.get("subjects")]
    return Register(full or files, reading.left, entries)


def _contents(rows: Sequence[Row], index: int, reading: Reading) -> int:
    step = register_contents.take(rows, index, reading.listed)
    if step:
        reading.current = ""
    return step


_IN_BOTH = {"name", "section", "registered"}


def _merged(files: list[File]) -> list[File]:
    """A file that two tables print in parts is one file.

    Files of one name are kept by what they state: that differs between tables, not within one.
    """
    found: list[File] = []
    named: dict[str, dict[frozenset[str], deque[File]]] = {}
    for file in files:
        fields = frozenset(file.fields.keys() - _IN_BOTH)
        known = named.setdefault(key(file.get("name").text), {}) if file.get("name") else {}
        others = next((held for held in known if known[held] and not fields & held), None)
        if others is None:
            found.append(file)
            known.setdefault(fields, deque()).append(file)
            continue
        twin = known[others].popleft()
        for name, parts in file.fields.items():
            twin.fields.setdefault(name, parts)
        known.setdefault(others | fields, deque()).append(twin)
    return found


# Attached papers


def _paper(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A paper with items that a file points to begins with its label; how many rows it takes."""
    row = rows[index]
    if not reading.files or len(row.filled) != 1 or labels.exact(row.text):
        return 0
    label = references.heading(row.text)
    if not label or not label.startswith(("別紙", "別表", "別添")):
        return 0
    if reading.current and re.search(r"とおり|参照", row.text):
        return 0
    paper = Paper(label)
    end = index + 1
    while end < len(rows):
        text = rows[end].filled[0].text if rows[end].filled else ""
        starts = len(rows[end].filled) == 1 and references.heading(rows[end].text)
        if (starts and starts != label) or labels.exact(text) in ("name", "body"):
            break
        paper.rows.append(rows[end])
        end += 1
    reading.papers.append(paper)
    reading.left.append(row)
    reading.current = ""
    return end - index
