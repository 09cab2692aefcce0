"""The document tree as plain data for the template. No markup is built: text stays text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from nagarezu.languages import Lang
from nagarezu.report.circled import circled
from nagarezu.report.figures.primitives import Group, Label, Scene, Shape
from nagarezu.report.figures.svg import svg
from nagarezu.report.pdf.columns import LANDSCAPE, PORTRAIT
from nagarezu.report.pdf.grid import grid
from nagarezu.report.pdf.headings import numbered
from nagarezu.report.pdf.plain import broken, shown, unpictured
from nagarezu.report.pdf.sheets import Data, sheets
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Runs,
    TableBlock,
)

_HEIGHT = {False: 238.0, True: 152.0}  # mm that a figure may be high, its caption below
_LONG_FACT = 600  # characters: a longer one may go on overleaf
_DOT = "・"


def content(document: Document) -> Data:
    """Return what the template prints, as values that JSON holds."""
    headings = [block for block in document.blocks() if isinstance(block, Heading)]
    numbers = numbered(headings, document.lang)
    pages: list[Data] = []
    for section in document.sections:
        blocks = [
            _block(block, numbers, document.lang, section.landscape) for block in section.blocks
        ]
        pages += sheets(blocks, landscape=section.landscape)
    return {
        "lang": document.lang,
        "name": shown(document.title or ", ".join(document.cases)) or "nagarezu",
        "title": broken(shown(document.title)),
        "subtitle": broken(shown(document.subtitle)),
        "box": broken(shown(document.box)),
        "keywords": [shown(case) for case in document.cases],
        "sheets": pages or [{"landscape": False, "blocks": []}],
    }


def _block(
    block: Block, numbers: Iterator[tuple[int, str]], lang: Lang, landscape: bool
) -> dict[str, Any]:
    if isinstance(block, Heading):
        level, number = next(numbers)
        text = shown(block.text)
        return {
            "kind": "heading",
            "level": level,
            "number": number,
            "text": broken(text),
            "anchor": block.anchor,
            "where": text,
        }
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "role": block.role, "runs": _runs(block.runs)}
    if isinstance(block, Listing):
        return _listing(block)
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, TableBlock):
        return grid(block.table, block.anchor, landscape=landscape)
    if isinstance(block, FigureBlock):
        return _figure(block, landscape)
    return _contents(block)


def _contents(block: Contents) -> Data:
    return {"kind": "contents", "title": broken(shown(block.title)), "where": shown(block.title)}


def _runs(runs: Runs) -> list[Data]:
    return [
        {"text": broken(shown(run.text)), "strong": run.strong, "added": run.added} for run in runs
    ]


def _listing(block: Listing) -> Data:
    items = [
        {"mark": circled(i) if block.numbered else _DOT, "runs": _runs(runs)}
        for i, runs in enumerate(block.items, start=1)
    ]
    return {"kind": "listing", "numbered": block.numbered, "mark": _DOT, "items": items}


def _facts(block: Facts) -> Data:
    rows = [
        {
            "label": broken(shown(label)),
            "runs": _runs(runs),
            "breakable": sum(len(run.text) for run in runs) + len(label) > _LONG_FACT,
        }
        for label, runs in block.rows
    ]
    return {"kind": "facts", "rows": rows, "where": shown(block.label)}


def _figure(block: FigureBlock, landscape: bool) -> Data:
    """A figure on a sheet that lies as it needs, never larger than the sheet."""
    figure = block.figure
    across = landscape or figure.landscape
    room = LANDSCAPE if across else PORTRAIT
    scale = min(1.0, room / figure.width, _HEIGHT[across] / figure.height)
    scene = _shown_scene(figure.scene)
    return {
        "kind": "figure",
        "anchor": block.anchor,
        "landscape": across,
        "svg": svg(scene),
        "labels": list(_labels(scene.shapes)),
        "width": round(figure.width * scale, 2),
        "caption": broken(shown(figure.caption)),
        "alt": shown(block.description),
        "where": shown(figure.caption),
    }


def _shown_scene(scene: Scene) -> Scene:
    """The scene with control characters named as everywhere in this paper."""
    return replace(scene, shapes=tuple(_shown_shape(shape) for shape in scene.shapes))


def _shown_shape(shape: Shape) -> Shape:
    if isinstance(shape, Label):
        return replace(shape, text=unpictured(shape.text))
    if isinstance(shape, Group):
        return replace(shape, shapes=tuple(_shown_shape(each) for each in shape.shapes))
    return shape


def _labels(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _labels(shape.shapes)
        elif isinstance(shape, Label):
            yield shape.text
