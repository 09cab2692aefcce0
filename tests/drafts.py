"""Drafts of texts that stand in the tests themselves, and the codes that `check` raises on them."""

from __future__ import annotations

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.sources import read_bytes


def draft(text: str) -> Draft:
    """The draft of one text document, whose source is called `d`."""
    return assemble([read_bytes(text.encode("utf-8"), "a.txt", "d")])


def raised(text: str) -> set[str]:
    """Codes of the findings above info."""
    rows = draft(text).case.table("findings").to_json()["rows"]
    return {row["code"] for row in rows if row["severity"] != "info"}
