"""The annex as Markdown."""

from __future__ import annotations

from nagarezu.inert import markdown as inert
from nagarezu.report.document import Document
from nagarezu.tables.glance import Glance


def markdown(document: Document) -> str:
    """Return the text of the annex; every label is inert."""
    parts = [f"# {inert(document.title)}", inert(document.meaning)]
    for glance in document.glances:
        parts.extend(_cover(glance, document.questions))
    parts.extend(table.to_markdown().rstrip("\n") for table in document.tables)
    parts.append(inert(document.source))
    if document.absent:
        parts.append(inert(document.absent))
    parts.append(inert(document.end))
    return "\n\n".join(parts) + "\n"


def _cover(glance: Glance, heading: str) -> list[str]:
    facts = "\n".join(f"- {inert(fact.label)}: {inert(fact.text)}" for fact in glance.facts)
    parts = [f"## {inert(glance.title)}", facts]
    if glance.questions:
        parts.append(f"### {inert(heading)}")
        parts.append("\n".join(f"- {inert(question)}" for question in glance.questions))
    return parts
