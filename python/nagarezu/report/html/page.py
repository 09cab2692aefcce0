"""The frame of the page: policy, style, script, controls, and the editions."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from nagarezu.errors import MissingExtra
from nagarezu.inert import json_text, visible
from nagarezu.markup import Markup
from nagarezu.report.html import palette, words
from nagarezu.report.html.blocks import Edition, body, contents
from nagarezu.report.html.exploration import Exploration
from nagarezu.report.tree import Contents, Document
from nagarezu.resources import template

if TYPE_CHECKING:
    from jinja2 import Template

_STYLES = ("page.css", "parts.css", "explore.css", "print.css")
_SCRIPTS = ("explore.js", "panel.js", "tables.js", "page.js")


@cache
def _page() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise MissingExtra("Jinja2", "report") from error
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Everything printed that is not Markup is a label: show what it hides.
        finalize=_shown,
    )
    return environment.from_string(template("html/page.html.j2"))


def _shown(value: object) -> object:
    plain = isinstance(value, str) and not hasattr(value, "__html__")
    return visible(str(value)) if plain else value


def written(
    document: Document, translation: Document | None, explorations: Sequence[Exploration]
) -> str:
    """Return the text of the page. Its policy allows its own style and script, nothing else."""
    documents = [document] if translation is None else [document, translation]
    if len({each.lang for each in documents}) < len(documents):
        raise ValueError(f"both documents are in one language: {document.lang}")
    explored = frozenset(exploration.case for exploration in explorations)
    editions = [Edition(document, "", explored)]
    if translation is not None:
        editions.append(Edition(translation, f"{translation.lang}-", explored))
    style, script = style_sheet(), script_text()
    return _page().render(
        document=document,
        editions=[(edition, _contents(edition), body(edition)) for edition in editions],
        style=Markup(style),
        style_digest=digest(style),
        script=Markup(script),
        script_digest=digest(script),
        data=Markup(embedded(_data(editions, explorations))),
        words=words,
    )


def style_sheet() -> str:
    """Return the style sheet of the page."""
    return palette.style_sheet() + "".join(template(f"html/{name}") for name in _STYLES)


def script_text() -> str:
    """Return the script of the page: its files in one function, so that it leaves no names."""
    files = "\n".join(template(f"html/{name}") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n\n{files}}})();\n'


def digest(text: str) -> str:
    """Return what the policy calls a text that stands in the page."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def embedded(value: Any) -> str:
    """Return JSON that cannot end the element that it stands in."""
    text = json_text(value, indent=None)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _contents(edition: Edition) -> Markup:
    """A page has contents of its own unless the document says where they stand."""
    if any(isinstance(block, Contents) for block in edition.document.blocks()):
        return Markup("")
    return contents(edition)


def _data(editions: Sequence[Edition], explorations: Sequence[Exploration]) -> dict[str, Any]:
    langs = [edition.lang for edition in editions]
    return {
        "titles": {edition.lang: visible(edition.document.title) for edition in editions},
        "words": {lang: words.script_words(lang) for lang in langs},
        "facts": {each.case: each.facts for each in explorations},
        "texts": {lang: {each.case: each.texts[lang] for each in explorations} for lang in langs},
    }
