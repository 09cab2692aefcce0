"""A document as Markdown: for text editors, issues and mail; figures stand in words."""

from __future__ import annotations

from nagarezu.inert import markdown as inert
from nagarezu.languages import Lang
from nagarezu.report.circled import circled
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Run,
    Runs,
    TableBlock,
)


def markdown(document: Document) -> str:
    """Return the text; every label is inert. What is added is bold: its text says so."""
    parts = [inert(document.box)] if document.box else []
    parts.append(f"# {inert(document.title)}")
    if document.subtitle:
        parts.append(inert(document.subtitle))
    for block in document.blocks():
        parts.append(_contents(block, document) if isinstance(block, Contents) else _block(block))
    return "\n\n".join(part for part in parts if part) + "\n"


def _contents(block: Contents, document: Document) -> str:
    lines = [f"**{inert(block.title)}**", ""]
    for heading in document.blocks():
        if isinstance(heading, Heading) and heading.level <= 2:
            lines.append(f"{'  ' * (heading.level - 1)}- {inert(heading.text)}")
    return "\n".join(lines)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {inert(block.text)}"
    if isinstance(block, Paragraph):
        return _runs(block.runs)
    if isinstance(block, Listing):
        return _listing(block)
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, TableBlock):
        return block.table.to_markdown().rstrip("\n")
    if isinstance(block, FigureBlock):
        return _figure(block, block.figure.lang)
    raise TypeError(type(block).__name__)


def _listing(block: Listing) -> str:
    signs = [f"{circled(n)} " if block.numbered else "" for n in range(1, len(block.items) + 1)]
    return "\n".join(
        f"- {sign}{_runs(runs)}" for sign, runs in zip(signs, block.items, strict=True)
    )


def _facts(block: Facts) -> str:
    rows = [f"| {inert(label)} | {_runs(runs)} |" for label, runs in block.rows]
    return "\n".join(["|  |  |", "| --- | --- |", *rows])


def _figure(block: FigureBlock, lang: Lang) -> str:
    caption = f"**{inert(block.figure.caption)}**"
    brackets = f"（{block.description}）" if lang == "ja" else f"({block.description})"
    return f"{caption}\n\n{inert(brackets)}"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = inert(run.text)
    # Emphasis must not touch a space, and there is none of nothing.
    if not (run.strong or run.added) or not text.strip() or text != text.strip():
        return text
    return f"**{text}**"
