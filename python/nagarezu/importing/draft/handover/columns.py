"""Steps of the work with their ways in a column: 一覧を甲社へ渡す。 | DVD-R, below 内容 | 方法.

Each is read as the sentence that it would be: DVD-Rにより、一覧を甲社へ渡す。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft.handover.ends import word
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.sentences import Sentences
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.fields import by_what
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

_CONTENT = re.compile(
    r"(?:事務|業務|作業|処理|手続き?|情報)?の?(?:内容|流れ|手順|動き|概要|工程|説明)"
)
_LONGEST = 16  # characters of the name of a column, and of a way
_SENTENCE = re.compile(r"[うくすつぬむるぐぶ]。?$")


@dataclass(frozen=True, slots=True)
class _Head:
    content: int
    way: int
    width: int


def told(names: Names, placed: Sequence[tuple[str, Row]]) -> Iterator[Statement]:
    """The ways of the rows below such heads, by the sentences beside them."""
    reader, head = Sentences(names), None
    for matter, row in placed:
        if len(row.filled) > 1 and (found := _head(row)) is not None:
            head = found
        elif head is None or len(row.cells) != head.width or len(row.filled) == 1:
            head = None
        else:
            content, way = row.cells[head.content], row.cells[head.way]
            if _is_step(content, way):
                text = f"{way.text.strip()}により、{content.text.strip()}"
                stated = reader.read(matter, Passage(text, (0,), content.spots[:1]))
                named = {identity for _, identity in names.within(content.text)}
                yield from (each for each in stated if each.partner in named)


def _head(row: Row) -> _Head | None:
    texts = [key(cell.text) for cell in row.cells]
    if any(len(text) > _LONGEST for text in texts):
        return None
    ways = [at for at, text in enumerate(texts) if text and word("way_row").search(text)]
    contents = [at for at, text in enumerate(texts) if _CONTENT.fullmatch(text)]
    if len(ways) != 1 or len(contents) != 1:
        return None
    return _Head(contents[0], ways[0], len(texts))


def _is_step(content: Passage, way: Passage) -> bool:
    """One sentence that names no way, and a way that is no sentence."""
    text, by = fold(content.text).strip(), fold(way.text).strip()
    one = "\n" not in text and text.count("。") <= 1 and _SENTENCE.search(text)
    return bool(
        one
        and len(by) <= _LONGEST
        and "。" not in by
        and by_what.names_way(by)
        and not by_what.names_way(text)
    )
