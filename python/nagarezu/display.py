"""What notebooks show: cases and tables as accessible, self-contained, deterministic HTML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nagarezu.markup import Markup, element, joined
from nagarezu.resources import template
from nagarezu.tables.glance import Glance, of_case
from nagarezu.tables.html import table_markup

if TYPE_CHECKING:
    from nagarezu.case import Case
    from nagarezu.difference import Diff
    from nagarezu.tables import Table

_QUESTIONS = {"ja": "不足する事実", "en": "Open questions"}
# Columns of the recipients table that the glance shows.
_SHORT = frozenset(
    {"case", "label", "kind", "external"}
    | {f"{name}_{end}" for name in ("items", "persons") for end in ("lower", "upper")}
)


def style() -> Markup:
    """Return the style sheet, which touches nothing outside `.nagarezu`."""
    return Markup(f"<style>\n{template('nagarezu.css')}</style>")


def table_html(table: Table) -> str:
    """Return the HTML of one table."""
    return _framed(table_markup(table), table.lang)


def case_html(case: Case) -> str:
    """Return the HTML of a case at a glance."""
    return glance_html(of_case(case))


def diff_html(diff: Diff) -> str:
    """Return the HTML of a difference: the story, then its tables."""
    story = [element("p", line) for line in diff.story().splitlines()]
    parts = [element("div", joined(story), class_="story"), *map(table_markup, diff.tables)]
    return _framed(element("section", joined(parts), class_="diff"), diff.lang)


def glance_html(glance: Glance) -> str:
    """Return the HTML of a glance: facts, recipients in short, open questions."""
    facts = [
        joined([element("dt", fact.label), element("dd", fact.text)], "") for fact in glance.facts
    ]
    parts = [
        element("p", glance.id, class_="id"),
        element("p", glance.title, class_="title"),
        element("dl", joined(facts)),
        table_markup(_short(glance.recipients)),
    ]
    if glance.questions:
        questions = joined([element("li", question) for question in glance.questions])
        parts.append(element("p", _QUESTIONS[glance.lang], class_="heading"))
        parts.append(element("ul", questions))
    body = element("section", joined(parts), class_="glance", aria_label=glance.title)
    return _framed(body, glance.lang)


def _short(recipients: Table) -> Table:
    keep = [i for i, column in enumerate(recipients.columns) if column.name in _SHORT]
    return replace(
        recipients,
        columns=tuple(recipients.columns[i] for i in keep),
        rows=tuple(tuple(row[i] for i in keep) for row in recipients.rows),
    )


def _framed(content: Markup, lang: str) -> str:
    return element("div", joined([style(), content]), class_="nagarezu", lang=lang).text + "\n"
