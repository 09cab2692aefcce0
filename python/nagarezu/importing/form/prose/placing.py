"""Where the tables of a paper stand in its tree: below a part, and below heads of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose import stacked
from nagarezu.importing.form.prose import tables as prose_tables
from nagarezu.importing.form.prose.labelling import in_columns
from nagarezu.importing.form.prose.papers import Paper, table_of
from nagarezu.importing.form.prose.topics import is_party_own, topic_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_FEWEST = 3  # lines of a head with labels in columns below it
_LONGEST = 40  # characters of the head of a table


def place_tables(node: Node, paper: Paper) -> None:
    """A table becomes nodes below the part in which it stands."""
    for child in node.children:
        place_tables(child, paper)
    if node.mark and not node.children and len(node.passage.lines()) >= _FEWEST:
        first, *below = node.passage.lines()
        rest, node.children = in_columns(below)
        node.passage = joined([first, *rest]) if node.children else node.passage
    stacked.split(node)
    for part in (node, *(child for child in node.children if child.kind == "label")):
        lines, tables = cut_tables(part.passage, paper)
        if tables:
            part.passage = joined(lines)
            part.children.extend(tables)


def label_tables(paper: Paper) -> set[str]:
    """The tables of two labels and more that parts are known by: they are outline, not value."""
    return {
        mark
        for mark, rows in paper.tables.items()
        if sum(1 for row in rows if topic_of(row.cells[0].text)) >= _LABELS
        and all(node.kind == "label" for node in prose_tables.nodes(rows))
    }


_LABELS = 2  # of a table


def cut_tables(passage: Passage, paper: Paper) -> tuple[list[Passage], list[Node]]:
    """The lines of a passage, and its tables, each below the lines that are its head."""
    lines: list[Passage] = []
    found: list[Node] = []
    outer: Node | None = None
    several = sum(1 for line in passage.lines() if table_of(line)) > 1
    above = 0  # lines that no head of the next table can be
    for number, line in enumerate(passage.lines()):
        mark = table_of(line)
        if mark not in paper.tables:
            lines.append(line)
            continue
        made = prose_tables.nodes(paper.tables[mark])
        heads = _captions(lines[max(above, 1 if number else 0) :], made, several=several)
        del lines[len(lines) - len(heads) :]
        above = len(lines)
        if len(heads) > 1:
            outer = Node("bracket", "", len(found) + 1, heads[0])
            found.append(outer)
        if heads:
            made = [Node("bracket", "", len(found) + 1, _title_of_table(heads[-1]), made)]
        (outer.children if outer and heads else found).extend(made)
    return lines, found


def _captions(lines: Sequence[Passage], made: Sequence[Node], *, several: bool) -> list[Passage]:
    """The heads of a table: the line just above it, and with 【市】 above that one both.

    A short line is one where it says what the table is about, or where several tables follow
    one another.
    """
    if not lines:
        return []
    if not any(node.kind in _CAPTIONED for node in made):
        counted = bool(made) and all(node.kind == "row" and node.mark for node in made)
        of_list = counted and topic_of(lines[-1].text) in ("items", "safeguards")
        return [lines[-1]] if of_list and _is_caption(lines[-1], several=False) else []
    if not _is_caption(lines[-1], several=several):
        return []
    twofold = len(lines) > 1 and _is_caption(lines[-2], several=several)
    return list(lines[-2:]) if twofold else [lines[-1]]


_OF_TABLE = re.compile(r"^[(（【<]?(?:第?\d{1,2}表|表[ ]?第?\d{1,2})[)）】>]?[ .:]*(?=\S)")


def _title_of_table(line: Passage) -> Passage:
    """第2表　健診の項目: what the table lists."""
    numbered = _OF_TABLE.match(fold(line.text))
    return line.part(numbered.end()) if numbered else line


_CAPTIONED = ("table:items", "table:safeguards")


def _is_caption(line: Passage, *, several: bool) -> bool:
    text = line.text.strip()
    if len(text) > _LONGEST or "。" in text or compiled(r"[:：]").search(text):
        return False
    return several or bool(topic_of(text)) or is_party_own(text) is not None
