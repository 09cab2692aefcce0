"""A row that lists things, and words that name the label of that row and list all of them again.

作成する通知 | 甲、乙、丙 and below it 作成する通知の全部（甲、乙、丁）の印刷.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.whole import enumerated
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.form.handed import celled
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_AGAIN = re.compile(
    r"(?P<what>[^。、()\n]{4,40}?)(?:の(?:全部|全て|すべて|全件))?\((?P<names>[^()。\n]{6,160})\)"
)
_OPEN = re.compile(r"等|など|ほか|うち|のみ|以外|又は|除く")
_AND = re.compile(r"、|,|及び|並びに")
_FEWEST = 3
_LONGEST = 24  # characters of the name of a thing
_LABEL = 4  # characters of a label that is told apart from others


def write(builder: Builder, parts: Parts) -> None:
    """Both lists as lines of work, where all but one of them agree."""
    matters = builder.list_of("matters")
    listed: dict[str, list[tuple[str, Passage]]] = {}  # as the last row of that label has it
    for row in parts.rows if matters else ():
        for told, label in _told(row, listed):
            pairs = enumerated.paired(told, listed[label])
            if pairs:
                enumerated.add(matters[0], told, pairs)
                return
        cells = celled(row).filled
        if len(cells) == 2 and len(key(cells[0].text)) >= _LABEL:
            names = _names(fold(cells[1].text), cells[1])
            if names:
                listed[key(cells[0].text)] = names


def _told(
    row: Row, listed: dict[str, list[tuple[str, Passage]]]
) -> Iterator[tuple[list[tuple[str, Passage]], str]]:
    for cell in row.filled if listed else ():
        for match in _AGAIN.finditer(fold(cell.text)):
            label = _known(key(match["what"]), list(listed))
            names = _names(match["names"], cell.part(*match.span())) if label else []
            if names:
                yield names, label


def _known(what: str, known: Sequence[str]) -> str:
    """The label with which the words end."""
    return next((each for each in known if what.endswith(each)), "")


def _names(text: str, passage: Passage) -> list[tuple[str, Passage]]:
    names = [tidy(part) for part in _AND.split(text.strip())]
    short = all(1 < len(name) <= _LONGEST for name in names)
    plain = short and not _OPEN.search(text) and "。" not in text
    return [(name, passage) for name in names] if plain and len(names) >= _FEWEST else []
