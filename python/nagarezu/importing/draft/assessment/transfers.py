"""Transfers and provisions by law item: tables of an attachment, and blocks 移転先1 with rows."""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment import called
from nagarezu.importing.draft.assessment import sent as assessment_sent
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.names import sections_of
from nagarezu.importing.draft.builder import Builder, Entity, evidence, merged
from nagarezu.importing.form.assessment import labels as assessment_labels
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.assessment.labels import is_away, is_none
from nagarezu.importing.form.assessment.tables import CARRIED, Table, filled_down, pattern_of
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_ITEM = re.compile(r"^\d{1,3}(?:の\d+)?$")
# 項番100 and 別表の100の項, but not the paragraph of an article: 第9条第1項.
_LAW_ITEM = re.compile(
    r"項番[ ]?(?P<number>\d{1,3}(?:の\d+)?)"
    r"|(?P<table>別表(?:第[一二12])?)[^\d]{0,6}?(?P<item>\d{1,3}(?:の\d+)?)[ ]?の?項"
)
_BLOCK = re.compile(r"^(?:提供|移転)先?\d{1,2}$")
_PAGE = re.compile(r"^(?:p\.?)?\d{1,3}(?:ページ|頁)?$", re.IGNORECASE)
_LONGEST = 80  # characters of a name; what is longer is a use


def transfers(builder: Builder, sheet: Assessment, flows: Flows) -> None:
    """Each row of the tables of law items: whom, by which item, for what."""
    for table in sheet.tables:
        if table.kind == "transfers":
            columns = _Columns(table)
            for number, (source, cells) in enumerate(columns.rows()):
                flows.block = f"{table.grid}.{number}"
                columns.write(builder, flows, source, cells)
                for flow in flows.of_block.get(flows.block, []):
                    called.write(builder, tidy(cells[0].text), flow["to"][0])
                columns.carried(flows, cells)
            flows.block = ""


_KIND = re.compile(
    r"^[ 　]*[(（【\[［]?(?P<kind>提供|移転)先?[0-9０-９①-⑳]{0,2}[)）】\]］]?"
    r"(?:(?<=[)）】\]］])|[ 　:：・\n])[ 　:：・\n]*(?=\S)"
)
_KIND_BEHIND = re.compile(r"[ 　]*[(（【\[［](?P<kind>提供|移転)先?[)）】\]］][ 　]*$")
_OTHER_BODY = re.compile("県(?!営)|(?:国|都|府)の|他[市県]|近隣")  # 県保育課


class _Columns:
    """Which column of a table holds what; a row that does not fit is read from its number on."""

    def __init__(self, table: Table) -> None:
        self.table = table
        heads = table.columns
        self.to = table.column("recipient")
        self.kind = next((i for i, h in enumerate(heads) if pattern_of("kind").search(h)), -1)
        law = [i for i, h in enumerate(heads) if pattern_of("law_item").search(h) and i != self.to]
        self.items = law
        self.use = next(
            (i for i, h in enumerate(heads) if pattern_of("use").search(h) and i not in law), -1
        )
        self.basis = basis_of(table.title)

    def rows(self) -> list[tuple[Passage, tuple[Passage, ...]]]:
        keep = [i for i in (self.kind, *self.items[:-1]) if i >= 0]
        filled = filled_down(self.table.rows, keep)
        return [(row.whole, cells) for row, cells in zip(self.table.rows, filled, strict=True)]

    def write(
        self, builder: Builder, flows: Flows, source: Passage, cells: tuple[Passage, ...]
    ) -> None:
        to, use = self._cell(cells, self.to), self._cell(cells, self.use)
        item = joined([self._cell(cells, i) for i in self.items], " ")
        if len(cells) != len(self.table.columns) or not _is_name(to):
            to, use, item = _from_number(cells)
        if not _is_name(to):
            return
        purpose = tidy(use.text)
        if kind := _KIND.match(to.text):  # 提供先　甲機構
            to, outside = to.part(kind.end()), kind["kind"] == "提供"
        elif kind := _KIND_BEHIND.search(to.text):
            to, outside = to.part(0, kind.start()), kind["kind"] == "提供"
        else:
            outside = self._outside(cells)
        if outside:
            flows.provide(to, purpose)
            return
        for section in sections_of(to):
            if number := _number(item):
                self._entry(builder, section, number, purpose, to, source)
            flows.transfer(section, to, purpose)

    def carried(self, flows: Flows, cells: tuple[Passage, ...]) -> None:
        """The items that a row lists for its recipient."""
        for head, cell in zip(self.table.heads, cells, strict=False):
            label = assessment_labels.whole(head.text) if head and cell else None
            if label is not None and label.field == "items_sent":
                assessment_sent.carry(flows, flows.block, label.standard, head, cell)
            elif head and cell and CARRIED.match(key(head.text)):
                assessment_sent.carry(flows, flows.block, "提供する情報", head, cell, fewest=2)

    @staticmethod
    def _cell(cells: tuple[Passage, ...], column: int) -> Passage:
        return cells[column] if 0 <= column < len(cells) else Passage()

    def _outside(self, cells: tuple[Passage, ...]) -> bool:
        """Whether a row is a provision: by its own word, by the head, by the title."""
        numbered = _BLOCK.match(key(cells[0].text)) if cells else None
        for text in (
            self._cell(cells, self.kind).text,
            numbered.group() if numbered else "",
            self.table.columns[self.to] if self.to >= 0 else "",
            self.table.title.text,
        ):
            words = {word for word in ("提供", "移転", "情報照会者") if word in text}
            if len(words) == 1:
                return words != {"移転"}
        return bool(_OTHER_BODY.match(key(self._cell(cells, self.to).text)))

    def _entry(
        self,
        builder: Builder,
        section: str,
        number: str,
        purpose: str,
        to: Passage,
        source: Passage,
    ) -> None:
        entry: Entity = {"basis": self.basis, "law_item": number, "section": section}
        if purpose:
            entry["purpose"] = purpose
        entry["source"] = source.source
        entry["provenance"] = [evidence("section", to, section, "transfer_row")]
        builder.add("transfers", entry)


def _is_name(cell: Passage) -> bool:
    text = tidy(cell.text)
    return bool(text) and len(text) <= _LONGEST and not (is_none(text) or is_away(text))


def _number(item: Passage) -> str:
    text = fold(tidy(item.text))
    if _ITEM.match(text):
        return text
    found = list(_LAW_ITEM.finditer(text))
    if found:
        return found[-1]["number"] or found[-1]["item"]
    last = compiled(r"(\d{1,3}(?:の\d+)?)の?項?$").search(text)
    return last[1] if last else ""


def _from_number(cells: tuple[Passage, ...]) -> tuple[Passage, Passage, Passage]:
    """Whom, for what, by which item: what follows the number in a row that is shifted (trap 5)."""
    filled = [cell for cell in cells if cell]
    item = next((cell for cell in filled if _ITEM.match(fold(tidy(cell.text)))), None)
    if item is None:
        return Passage(), Passage(), Passage()
    after = [cell for cell in filled[filled.index(item) + 1 :] if not _PAGE.match(key(cell.text))]
    return (after[0] if after else Passage()), (after[1] if len(after) > 1 else Passage()), item


def numbered_transfers(builder: Builder, sheet: Assessment) -> None:
    """移転先1 with its legal basis and its use in rows of their own below."""
    section = Passage()
    entry: Entity | None = None
    for line in sheet.of("transfer_to", "provide_to", "basis", "use"):
        kind = line.label.field if line.label is not None else ""
        if kind in ("transfer_to", "provide_to"):
            section, entry = (line.value if kind == "transfer_to" else Passage()), None
        elif kind == "basis" and section:
            entry = _numbered_transfer(builder, section, line.value)
        elif kind == "use" and entry is not None and line.value:
            entry["purpose"] = tidy(line.value.text)


def _numbered_transfer(builder: Builder, section: Passage, basis: Passage) -> Entity | None:
    found = _LAW_ITEM.search(fold(tidy(basis.text)))
    if found is None:
        builder.notes.skip(basis, "law_item_not_read")
        return None
    item = found["number"] or found["item"]
    end = found.start() if found["number"] else found.end("table")
    entry: Entity = {
        "basis": tidy(basis.text)[:end].strip(" 　、の") or "根拠の記載なし",
        "law_item": item,
        "section": tidy(section.text),
        "source": merged(section.source, basis.source),
        "provenance": [
            evidence("section", section, tidy(section.text), "numbered_transfer"),
            evidence("law_item", basis, item, "numbered_transfer"),
        ],
    }
    return builder.add("transfers", entry)


def basis_of(title: Passage) -> str:
    """（別紙2）番号法第9条第1項別表第一に掲げる事務 → 番号法第9条第1項別表第一"""
    text = compiled(r"^[(（]?(?:別紙|別添)[ 　]*[0-9０-９]*[)）]?[ 　]*").sub("", tidy(title.text))
    return (
        compiled(r"に(?:掲げる|定める|規定する).*$").sub("", text).replace("及び", "・")
        or "根拠の記載なし"
    )
