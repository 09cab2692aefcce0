"""Kinds of items that are ticked (［○］障害者福祉関係情報), and lists that have none of them.

Much is ticked in case: it counts only where nothing else in the document speaks of such a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_MAY_TICK = "関係情報"
_TICKED = re.compile(
    r"(?:[\[(][ ]*[○〇◯●✓レ■][ ]*[\])]|[■☑])[ ]*(?P<kind>[^\s\[\]()□■☐☑]{2,12}?)関係情報"
)
_FEWEST = 6  # items of a list that leaves no kind out by chance


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A line of a list of contents to which nothing answers, for each such kind."""
    ticked = [each for row in rows if _MAY_TICK in row.text for each in _ticked(row)]
    lists = builder.list_of("lists")
    if not ticked or any(each.get("open") or each.get("missing_reference") for each in lists):
        return
    labels = [str(entry["label"]) for each in lists for entry in each.get("entries", [])]
    own: Entity = max(lists, key=lambda each: len(each.get("entries", [])), default={})
    if len(own.get("entries", [])) < _FEWEST:
        return
    labels += [str(each["label"]) for each in lists]
    body = "\n".join(key(row.text) for row in rows if _MAY_TICK not in row.text)
    for passage, kind in ticked:
        words = next((w for name, w in rules("assessment")["marked"].items() if name in kind), None)
        listed = words is None or any(compiled(words["listed"]).search(each) for each in labels)
        if words and not listed and not compiled(words["told"]).search(body):
            _write(builder, passage, own)


def _ticked(row: Row) -> Iterator[tuple[Passage, str]]:
    for cell in row.filled:
        for match in _TICKED.finditer(fold(cell.text)):
            yield cell.part(*match.span()), match["kind"]


def _write(builder: Builder, passage: Passage, own: Entity) -> None:
    """The tick as what is listed; the list, where the kind ought to be."""
    printed = tidy(passage.text)
    place = str(own.get("source", "")).split(" ")[0]
    proof = evidence("label", passage, printed, "ticked_kind", 0.7)
    beside = evidence("title", passage, str(own.get("label", "")), "ticked_kind", 0.7)
    builder.add(
        "references",
        {
            "label": printed,
            "resolved": True,
            "listed": printed,
            "title": str(own.get("label", "")) or "記録項目",
            "source": passage.source,
            "provenance": [proof, {**beside, "source": place or passage.source}],
        },
    )
