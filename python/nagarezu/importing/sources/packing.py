"""Blocks as JSON and back, for the process that reads PDF."""

from __future__ import annotations

from typing import Any

from nagarezu.importing.blocks import Block, Cell, Grid, Paragraph, Place, Span, Unread


def packed(blocks: list[Block], unread: list[Unread]) -> dict[str, Any]:
    return {
        "blocks": [_block(block) for block in blocks],
        "unread": [[entry.code, _place(entry.place), entry.detail] for entry in unread],
    }


def unpacked(answer: Any, source: str) -> tuple[tuple[Block, ...], tuple[Unread, ...]]:
    blocks = tuple(_from_block(entry, source) for entry in answer["blocks"])
    unread = tuple(
        Unread(code, _from_place(place, source), detail) for code, place, detail in answer["unread"]
    )
    return blocks, unread


def _place(place: Place) -> list[Any]:
    return [place.order, place.where]


def _from_place(entry: list[Any], source: str) -> Place:
    return Place(source, entry[0], entry[1])


def _paragraph(paragraph: Paragraph) -> list[Any]:
    spans = [[s.text, s.bold, s.underlined, s.struck] for s in paragraph.spans]
    return [spans, _place(paragraph.place), paragraph.running]


def _from_paragraph(entry: list[Any], source: str) -> Paragraph:
    spans, place, running = entry
    return Paragraph(
        tuple(Span(*span) for span in spans), _from_place(place, source), running=running
    )


def _block(block: Block) -> Any:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    cells = [
        [
            cell.row,
            cell.column,
            [_paragraph(paragraph) for paragraph in cell.paragraphs],
            _place(cell.place),
            cell.rows,
            cell.columns,
        ]
        for cell in block.cells
    ]
    return {"cells": cells, "size": [block.rows, block.columns], "place": _place(block.place)}


def _from_block(entry: Any, source: str) -> Block:
    if isinstance(entry, list):
        return _from_paragraph(entry, source)
    cells = tuple(
        Cell(
            row,
            column,
            tuple(_from_paragraph(paragraph, source) for paragraph in paragraphs),
            _from_place(place, source),
            rows,
            columns,
        )
        for row, column, paragraphs, place, rows, columns in entry["cells"]
    )
    rows, columns = entry["size"]
    return Grid(cells, rows, columns, _from_place(entry["place"], source))
