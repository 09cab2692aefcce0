"""Drafts of texts that stand in the tests themselves, and the codes that `check` raises on them."""

from __future__ import annotations

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.sources import read_bytes


def draft(text: str, name: str = "a.txt") -> Draft:
    """The draft of one document, whose source is called `d`; its name says how it is read."""
    return assemble([read_bytes(text.encode("utf-8"), name, "d")])


def codes(made: Draft) -> set[str]:
    """Codes of the findings above info."""
    rows = made.case.table("findings").to_json()["rows"]
    return {row["code"] for row in rows if row["severity"] != "info"}


def raised(text: str) -> set[str]:
    """Codes of the findings above info on a text document."""
    return codes(draft(text))
