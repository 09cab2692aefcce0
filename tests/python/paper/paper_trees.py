"""Reading a document tree in tests: what it says, line by line, and how it is built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nagarezu as ng
from nagarezu.languages import Lang
from nagarezu.report.paper import of_cases
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
    Section,
    TableBlock,
)
from nagarezu.tables.paper import paper

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "paper"
REAL = sorted((ROOT / "data" / "cases").glob("*.json"))


def own(name: str) -> Path:
    return CASES / f"{name}.json"


def document(*paths: Path, lang: Lang = "ja", box: str = "") -> Document:
    return of_cases([ng.load(path) for path in paths], lang=lang, box=box)


def of_content(*contents: dict[str, Any], lang: Lang = "ja") -> Document:
    """The paper of cases that a test makes."""
    cases = [ng.Case.from_json(json.dumps(content)) for content in contents]
    return of_cases(cases, lang=lang)


def text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def said(section: Section) -> list[str]:
    """What a section says in words: a line a heading, paragraph, item or row of facts."""
    lines: list[str] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            lines.append(f"{'#' * block.level} {block.text}")
        elif isinstance(block, Paragraph):
            lines.append(text(block.runs))
        elif isinstance(block, Listing):
            sign = "#" if block.numbered else "-"
            lines += [f"{sign} {text(item)}" for item in block.items]
        elif isinstance(block, Facts):
            lines += [f"{label}: {text(runs)}" for label, runs in block.rows]
    return lines


def part(lines: list[str], title: str) -> list[str]:
    """The lines under the heading that ends in a title, up to the next heading."""
    start = next(i for i, line in enumerate(lines) if line.startswith("#") and line.endswith(title))
    found = []
    for line in lines[start + 1 :]:
        if line.startswith(("# 第", "## ", "### ")):
            break
        found.append(line)
    return found


def tables(document: Document) -> list[TableBlock]:
    return [block for block in document.blocks() if isinstance(block, TableBlock)]


def outline(document: Document) -> dict[str, Any]:
    """The structure of a document as JSON: what stands where, and the words of the two pages."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "box": document.box,
        "lang": document.lang,
        "cases": list(document.cases),
        "sections": [
            {"landscape": section.landscape, "blocks": [_shape(each) for each in section.blocks]}
            for section in document.sections
        ],
    }


def _shape(block: Block) -> Any:
    if isinstance(block, Heading):
        return ["heading", block.level, block.text, block.anchor]
    if isinstance(block, Paragraph):
        return ["paragraph", block.role, _marked(block.runs)]
    if isinstance(block, Listing):
        return ["listing", block.numbered, *map(_marked, block.items)]
    if isinstance(block, Facts):
        return ["facts", block.label, *([label, _marked(runs)] for label, runs in block.rows)]
    if isinstance(block, TableBlock):
        return ["table", paper(block.table).caption, block.anchor, len(block.table)]
    if isinstance(block, FigureBlock):
        return ["figure", block.figure.caption, block.anchor, block.description]
    assert isinstance(block, Contents)
    return ["contents", block.title]


def _marked(runs: Runs) -> str:
    """Text with what its look says: *strong*, +added+."""
    signs = {(False, False): "", (True, False): "*", (False, True): "+", (True, True): "*+"}
    return "".join(
        f"{signs[run.strong, run.added]}{run.text}{signs[run.strong, run.added][::-1]}"
        for run in runs
    )
