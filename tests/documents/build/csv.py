"""A CSV file: a line is a record with one field, a merged cell stands at its first field."""

from __future__ import annotations

import csv
import io

from documents.build import Built
from documents.build.marked import Places, letters, plain
from documents.parts import Break, Line, Paper


def build(paper: Paper, encoding: str = "utf-8-sig") -> Built:
    records: list[list[str]] = []
    places = Places()
    for part in paper.parts:
        if isinstance(part, Break):
            continue
        if isinstance(part, Line):
            records.append([plain(part.text)])
            places.note(part.key, f"CSV!A{len(records)}")
            continue
        rows = [[""] * part.columns for _ in part.rows]
        for row, column, cell in part.placed():
            rows[row][column] = plain(cell.text)
            places.note(cell.key, f"CSV!{letters(column)}{len(records) + row + 1}")
        records += rows
    out = io.StringIO(newline="")
    csv.writer(out).writerows(records)
    return Built(out.getvalue().encode(encoding), places)
