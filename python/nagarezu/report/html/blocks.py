"""The blocks of a document as HTML: text escaped by type, ids with the prefix of the edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nagarezu.languages import Lang
from nagarezu.markup import Markup, element, joined
from nagarezu.report.html.grid import grid
from nagarezu.report.html.words import CONTENTS, DESCRIPTION, ILLUSTRATIONS
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
    Section,
    TableBlock,
)
from nagarezu.tables.paper import paper

_SVG_IDS = re.compile(r' (?:id|aria-labelledby)="nz[0-9a-f]{10}[^"]*"')


@dataclass(frozen=True, slots=True)
class Edition:
    """One document of the page. `explored` are the cases whose flow maps answer."""

    document: Document
    prefix: str = ""
    explored: frozenset[str] = frozenset()

    @property
    def lang(self) -> Lang:
        return self.document.lang

    def id_of(self, anchor: str) -> str:
        return f"{self.prefix}{anchor}"

    def case_of(self, anchor: str) -> str | None:
        """The explored case that an anchor belongs to: the longest id that it starts with."""
        fitting = [id_ for id_ in self.explored if anchor == id_ or anchor.startswith(f"{id_}-")]
        return max(fitting, key=len, default=None)


def body(edition: Edition) -> Markup:
    """Return all sections of an edition, one after the other."""
    sections = edition.document.sections
    return joined([_section(section, edition) for section in sections])


def contents(edition: Edition, title: str = "") -> Markup:
    """Return the table of contents: headings of level 1 and 2, then tables and figures folded.

    Without a title it is that of the page, not of the document, and is not printed.
    """
    class_ = "contents" if title else "contents navigation"
    title = title or CONTENTS.in_(edition.lang)
    blocks = tuple(edition.document.blocks())
    headings = [
        _entry(block.text, block.anchor, edition, f"level-{block.level}")
        for block in blocks
        if isinstance(block, Heading) and block.level <= 2
    ]
    shown = [_entry(*caption, edition) for block in blocks if (caption := _caption(block))]
    parts = [element("h2", title)]
    if headings:
        parts.append(element("ul", joined(headings)))
    if shown:
        summary = element("summary", ILLUSTRATIONS.in_(edition.lang))
        parts.append(element("details", summary, element("ul", joined(shown))))
    if len(parts) == 1:
        return Markup("")
    return element("nav", joined(parts), class_=class_, aria_label=title)


def _entry(text: str, anchor: str, edition: Edition, class_: str | None = None) -> Markup:
    link = element("a", text, href=f"#{edition.id_of(anchor)}")
    return element("li", link, class_=class_)


def _caption(block: Block) -> tuple[str, str] | None:
    if isinstance(block, TableBlock):
        return paper(block.table).caption, block.anchor
    if isinstance(block, FigureBlock):
        return block.figure.caption, block.anchor
    return None


def _section(section: Section, edition: Edition) -> Markup:
    blocks = [_block(block, edition) for block in section.blocks]
    return element("section", joined(blocks), class_="landscape" if section.landscape else None)


def _block(block: Block, edition: Edition) -> Markup:
    if isinstance(block, Heading):
        return element(f"h{block.level + 1}", block.text, id=edition.id_of(block.anchor))
    if isinstance(block, Paragraph):
        return element("p", _runs(block.runs), class_=block.role)
    if isinstance(block, Listing):
        return _listing(block)
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, TableBlock):
        return grid(block.table, edition.id_of(block.anchor))
    if isinstance(block, FigureBlock):
        return _figure(block, edition)
    return contents(edition, block.title) if isinstance(block, Contents) else Markup("")


def _runs(runs: Runs) -> Markup:
    return joined([_run(run) for run in runs], "")


def _run(run: Run) -> Markup:
    if run.added:
        return element("strong", run.text, class_="added")
    return element("strong" if run.strong else "span", run.text)


def _listing(listing: Listing) -> Markup:
    items = joined([element("li", _runs(item)) for item in listing.items])
    if listing.numbered:
        return element("ol", items, class_="circled")
    return element("ul", items)


def _facts(facts: Facts) -> Markup:
    rows = [
        element("tr", element("th", what, scope="row"), element("td", _runs(known)))
        for what, known in facts.rows
    ]
    label = element("caption", facts.label, class_="unseen")
    return element("table", label, element("tbody", joined(rows)), class_="facts")


def _of_its_own(svg: str, id_: str) -> str:
    """The figure with ids of its own, for a page may hold the same one twice.

    Text in it holds no quotation marks, so only attributes are met.
    """
    return _SVG_IDS.sub(lambda ids: ids[0].replace("nz", f"{id_}-nz"), svg)


def _figure(block: FigureBlock, edition: Edition) -> Markup:
    figure, id_ = block.figure, edition.id_of(block.anchor)
    drawing = element(
        "div", Markup(_of_its_own(figure.svg, id_)), class_="scroll", tabindex="0", role="group",
        aria_label=figure.caption,
    )  # fmt: skip
    parts: Iterable[Markup] = [drawing, element("figcaption", figure.caption)]
    if block.description not in ("", figure.caption):
        summary = element("summary", DESCRIPTION.in_(edition.lang))
        said = element("p", block.description)
        parts = [*parts, element("details", summary, said, class_="description")]
    return element(
        "figure",
        joined(list(parts)),
        id=id_,
        class_="drawing wide" if figure.landscape else "drawing",
        data_case=edition.case_of(block.anchor) if figure.name == "flow_map" else None,
    )
