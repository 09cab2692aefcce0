"""What is read from all rows of a document alike, whatever its family."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.draft.additions import listed, titles
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.whole import (
    citations,
    contents,
    enumerated,
    listed_again,
    retold,
    rows_twice,
    sections,
    ticked,
    titled,
    told_work,
    undecided,
)
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.form.rows import Row


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Partners nobody knows yet, marks that are not there, lists of papers, words of titles."""
    parts = Parts(rows)
    undecided.write(builder, rows)
    citations.write(builder, parts)
    contents.write(builder, parts)
    sections.write(builder, rows)
    listed.signs(builder, parts.texts)
    titled.write(builder, parts)
    titles.unmarked(builder)
    retold.write(builder, rows)
    enumerated.write(builder, parts)
    ticked.write(builder, rows)
    work = listed_again.runs_of_work(builder, parts)
    listed_again.write(builder, work)
    told_work.write(builder, parts, work)
    rows_twice.write(builder, rows)
