"""Parts of chapters that a sentence cites by two marks, and that no chapter has: 2(9)に示す."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.whole.citations import reference
from nagarezu.importing.form.prose.form import Prose, paragraphs
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy

_CITED = re.compile(
    r"(?:^|(?<=[、。,はがも「( 記]))(?P<chapter>\d{1,2})[ ]?(?:の[ ]?)?"  # no word of another paper
    r"\((?P<part>\d{1,2})\)(?=(?:に(?:示|掲げ|定め|記載|述べ|いう|挙げ)|のとおり|の(?:対策|措置|項目)))"
)
_FEWEST = 2  # parts of a chapter
_LABEL = 60  # characters


def write(builder: Builder, paper: Prose) -> None:
    """A criterion for each such sentence, unless another reader has found that it names nothing."""
    chapters: dict[int, list[set[int]]] = {}
    for node in _nodes(paper):
        parts = [child.value for child in node.children if child.kind == "paren"]
        if node.kind in ("number", "chapter") and len(parts) >= _FEWEST:
            chapters.setdefault(node.value, []).append(set(parts))
    known = {
        place
        for criterion in builder.list_of("criteria")
        for each in criterion["references"]
        for place in str(each.get("source", "")).split()
    }
    for line in [line for node in _nodes(paper) for line in paragraphs(node.passage)]:
        missing = [
            match.group()
            for match in _CITED.finditer(fold(line.text))
            if _lacks(chapters.get(int(match["chapter"]), []), int(match["part"]))
        ]
        if missing and not known & set(line.source.split()):
            _add(builder, line, missing)


def _nodes(paper: Prose) -> Iterator[Node]:
    for root in paper.roots:
        for path in root.walk():
            yield path[-1]


def _lacks(chapters: list[set[int]], part: int) -> bool:
    """Whether each chapter of this number counts its parts without a gap, and none has this one."""
    counted = all(parts == set(range(1, len(parts) + 1)) for parts in chapters)
    return bool(chapters) and counted and not any(part in parts for parts in chapters)


def _add(builder: Builder, line: Passage, missing: list[str]) -> None:
    references = [reference(label, line.source) for label in dict.fromkeys(missing)]
    label = tidy(line.text)[:_LABEL]
    builder.add("criteria", {"label": label, "references": references, "source": line.source})
