"""Runs of blocks whose sheets lie one way. A wide table gets sheets of its own that lie across."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Data = dict[str, Any]


def sheets(blocks: Iterable[Data], *, landscape: bool) -> list[Data]:
    """Group the data of a section's blocks. A heading goes with what it stands over.

    A block says in `landscape` if it must lie across; headings and text lie as their section does.
    """
    found: list[Data] = []
    for block in blocks:
        across = landscape or bool(block.get("landscape"))
        if found and found[-1]["landscape"] == across:
            found[-1]["blocks"].append(block)
            continue
        moved = _headings_at_the_end(found[-1]["blocks"]) if found else []
        if found and not found[-1]["blocks"]:
            found.pop()
        found.append({"landscape": across, "blocks": [*moved, block]})
    return found


def _headings_at_the_end(blocks: list[Data]) -> list[Data]:
    taken: list[Data] = []
    while blocks and blocks[-1]["kind"] == "heading":
        taken.insert(0, blocks.pop())
    return taken
