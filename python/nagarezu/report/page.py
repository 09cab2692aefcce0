"""The annex as one HTML file: no network, no script, content security policy, light and dark."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from nagarezu.errors import MissingExtra
from nagarezu.inert import visible
from nagarezu.markup import Markup
from nagarezu.report.document import Document
from nagarezu.resources import template
from nagarezu.tables.html import table_markup
from nagarezu.tables.paper import paper

if TYPE_CHECKING:
    from jinja2 import Template


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
        finalize=lambda value: visible(value) if isinstance(value, str) else value,
    )
    return environment.from_string(template("report.html.j2"))


def page(document: Document) -> str:
    """Return the HTML of the annex. The policy allows its own style sheet and nothing else."""
    style = template("nagarezu.css") + template("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    sections = [(f"t{i}", table) for i, table in enumerate(document.tables, start=1)]
    return _page().render(
        document=document,
        style=Markup(style),
        digest=digest,
        sections=[(id_, paper(table).caption, table_markup(table)) for id_, table in sections],
        contents="目次" if document.lang == "ja" else "Contents",
    )
