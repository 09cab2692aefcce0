"""A Word document: headings as styles, tables with merged cells, page breaks."""

from __future__ import annotations

import io
from typing import Any

from documents.build import Built
from documents.build.marked import Places, letters, runs
from documents.parts import Line, Paper, Table


def build(paper: Paper) -> Built:
    from docx import Document

    document = Document()
    places = Places()
    lines = tables = 0
    if paper.header:
        document.sections[0].header.paragraphs[0].text = paper.header
    for part in paper.parts:
        if isinstance(part, Line):
            lines += 1
            style = f"Heading {part.level}" if part.level else "Normal"
            _write(document.add_paragraph(style=style), part.text)
            places.note(part.key, lines)
        elif isinstance(part, Table):
            tables += 1
            _table(document, part, f"表{tables}", places)
        else:
            document.add_page_break()
    out = io.BytesIO()
    document.save(out)
    return Built(out.getvalue(), places)


def _table(document: Any, table: Table, name: str, places: Places) -> None:
    made = document.add_table(len(table.rows), table.columns, style="Table Grid")
    for row, column, cell in table.placed():
        target = made.cell(row, column)
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(made.cell(row + cell.rows - 1, column + cell.columns - 1))
        first, *rest = cell.text.split("\n")
        _write(target.paragraphs[0], first)
        for line in rest:
            _write(target.add_paragraph(), line)
        places.note(cell.key, f"{name}!{letters(column)}{row + 1}")


def _write(paragraph: Any, text: str) -> None:
    for run in runs(text):
        made = paragraph.add_run(run.text)
        made.bold = made.underline = True if run.added else None
