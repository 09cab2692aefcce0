"""Told flows: sentences that tell of sending or receiving, and of which no flow was made.

Who sends what to whom over which server is written in running text that no label explains. Rules
that made flows of it would guess; instead each such sentence is listed, so that the person who
confirms the draft sees what its graph lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

# Entities whose sentences are read already, with the members that keep their words.
_READ = ("safeguards", "clauses", "checklist", "criteria", "basis", "matters")
_LONGEST_HEAD = 12  # characters; a shorter line is a label or a step's name
_TAIL = 24  # characters at the end of a sentence, for its number is no part of what was read


def note(builder: Builder, rows: Sequence[Row]) -> None:
    """List the sentences about movements that no flow and no measure was read from."""
    read = _read(builder)
    for row in rows:
        for cell in row.filled:
            for sentence in _sentences(cell):
                if _tells(tidy(sentence.text)) and key(sentence.text)[-_TAIL:] not in read:
                    builder.notes.skip(sentence, "told_flow")


def _sentences(cell: Passage) -> Iterator[Passage]:
    start = 0
    for end in compiled(r"。|\n|$").finditer(cell.text):
        part = cell.part(start, end.end())
        if len(part.text) > _LONGEST_HEAD:
            yield part
        start = end.end()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rules("told")[name]) for name in ("way", "act"))


def _tells(sentence: str) -> bool:
    plain = fold(sentence)
    if not compiled(rf"(?:{rules('told')['end']})。?$").search(plain):
        return False
    return all(pattern.search(plain) for pattern in _patterns())


def _read(builder: Builder) -> str:
    """The words of everything that was read of these sentences, for a search within them."""
    words = [
        str(entity.get(member, ""))
        for kind in _READ
        for entity in builder.list_of(kind)
        for member in ("label", "text", "wording", "reason")
    ]
    for kind in ("flows", "subjects", "safeguards", "clauses"):
        for entity in builder.list_of(kind):
            words.extend(str(proof.get("printed", "")) for proof in entity.get("provenance", []))
    return "\n".join(key(each) for each in words)
