"""A PDF with a text layer, set by Typst; places are the pages on which parts begin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from documents.build import Built
from documents.build.marked import runs
from documents.parts import Break, Line, Paper, Part, Table

TEMPLATE = Path(__file__).with_name("pdf.typ")


def build(paper: Paper) -> Built:
    import typst

    parts = [_part(part) for part in paper.parts]
    wide = any(isinstance(part, Table) and part.columns > 6 for part in paper.parts)
    inputs = {"paper": json.dumps({"header": paper.header, "wide": wide, "parts": parts})}
    content = typst.compile(TEMPLATE, sys_inputs=inputs, timestamp=0)
    assert isinstance(content, bytes)
    marks = json.loads(
        typst.query(TEMPLATE, "<place>", field="value", sys_inputs=inputs, format="json")
    )
    return Built(content, {mark["key"]: f"p{mark['page']}" for mark in marks})


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Break):
        return {"kind": "break"}
    if isinstance(part, Line):
        return {"kind": "line", "key": part.key, "level": part.level, "runs": _runs(part.text)}
    cells = [
        {
            "x": column,
            "y": row,
            "rows": cell.rows,
            "columns": cell.columns,
            "key": cell.key,
            "lines": [_runs(line) for line in cell.text.split("\n")],
        }
        for row, column, cell in part.placed()
    ]
    return {"kind": "table", "cells": cells, "widths": _widths(part)}


def _widths(table: Table) -> list[int]:
    """Widths by the longest cell of one column, within reason."""
    widths = [6] * table.columns
    for _, column, cell in table.placed():
        if cell.columns == 1:
            widths[column] = max(widths[column], min(len(cell.text), 30))
    return widths


def _runs(text: str) -> list[dict[str, Any]]:
    return [{"text": run.text, "added": run.added} for run in runs(text)]
