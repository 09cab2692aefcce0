"""Rows that say who gives to whom: columns of giver and taker, arrows, 向き, 収集先."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways.one_sided import Reader, Told
from nagarezu.importing.draft.ways.one_way import Way
from nagarezu.importing.draft.ways.tables import numbered
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_ARROW = re.compile(
    r"^[\s①-⑳0-9０-９().（）．、]*(?P<giver>[^→。、]{1,30}?)[ 　]*→[ 　]*"
    r"(?P<taker>[^→。\s　]{1,40})"
)
_TO_AND_FRO = re.compile(r"(?P<both>送信及び受信|送受信|双方向)|(?P<send>送信)|(?P<receive>受信)")
_SOURCE = re.compile(
    r"[①-⑳0-9]{0,2}(?:記録情報の|個人情報の)?(?:収集|入手|取得)(?:先|元|の相手方?)"
)
_AND = re.compile("、|，|,|・|及び|並びに")


def read(reader: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """What the rows state between the own side and its partners."""
    yield from _Rows(reader).read(rows)


class _Rows:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def read(self, rows: Sequence[Row]) -> Iterator[Told]:
        """Rows that say who gives to whom: columns, arrows, 向き."""
        for table in handed.tables(rows, ways=True):
            for line in table:
                if line.get("giver"):
                    yield from self._of_table(line)
        column, grid = -1, 0
        for row in rows:
            arrow = _ARROW.match(row.text)
            if arrow:
                yield from self._between(arrow["giver"], arrow["taker"], row.whole)
            yield from self._sources(row)
            yield from self._sentences(row)
            if row.grid != grid:
                column, grid = -1, row.grid
            at = [n for n, c in enumerate(row.cells) if key(c.text) in ("向き", "方向", "流れ")]
            if at:
                column = at[0]
            elif 0 <= column < len(row.cells) and row.grid:
                yield from self._ways(row, column)

    def _of_table(self, line: Handed) -> Iterator[Told]:
        """That something goes, and each item of it: by name, or as 項目1、2及び10."""
        items = line.get("items")
        for told in self._between(
            line.get("giver").text, line.get("taker").text, line.get("taker")
        ):
            yield told
            labels = numbered(self.reader.builder, told.way.partner, items)
            for label in labels or _AND.split(tidy(items.text)):
                yield replace(told, way=replace(told.way, what=label, passage=items))

    def _sources(self, row: Row) -> Iterator[Told]:
        """収集先 本人、甲協会: from whom the own side has what it records."""
        made = handed.celled(row)
        if len(made.filled) != 2 or not _SOURCE.fullmatch(key(made.filled[0].text)):
            return
        cell = made.filled[1]
        for printed in compiled(r"[、，,]|及び").split(without_brackets(tidy(cell.text))):
            partner = self.reader.ends.one(printed, "")
            if partner in self.reader.partners:
                yield Told("states", Way("receive", partner, "", cell, cell.text), "")

    def _sentences(self, row: Row) -> Iterator[Told]:
        """甲社   専用回線   会計課の端末から登録する。: a printed row with its partner in front."""
        cells = handed.celled(row).filled if not row.grid else ()
        if len(cells) < len(("who", "what")) or not cells[-1].text.rstrip().endswith("。"):
            return
        head = cells[0].text
        if self.reader.ends.one(head, "") in self.reader.partners:
            yield from self.reader.sentence(Said(tidy(cells[-1].text), cells[-1], head=head))

    def _between(self, giver: str, taker: str, passage: Passage) -> Iterator[Told]:
        sides = [self._who(without_brackets(tidy(text))) for text in (giver, taker)]
        if not all(sides):
            return
        for direction, partner, own in self.reader.ends.pairs(sides[0], sides[1], True):
            yield Told("states", Way(direction, partner, "", passage, passage.text), "", own=own)

    def _who(self, printed: str) -> str:
        ends = self.reader.ends
        found = ends.one(printed, "") or parties.by_word(self.reader.builder, printed)
        known = found == "own" or found in self.reader.partners or found in ends.inner
        return found if known else ""

    def _ways(self, row: Row, column: int) -> Iterator[Told]:
        partner = parties.within(self.reader.builder, row.text)
        match = _TO_AND_FRO.search(key(row.cells[column].text))
        if not match or partner not in self.reader.partners:
            return
        ways = ("send", "receive") if match["both"] else (str(match.lastgroup),)
        for direction in ways:
            yield Told("states", Way(direction, partner, "", row.cells[column], row.text), "")
