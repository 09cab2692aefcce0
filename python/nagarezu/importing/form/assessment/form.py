"""Assessments: parts Ⅰ-Ⅵ, attachments, and the labels with their values, however they are printed.

A form comes as a table with merged cells, as a workbook with brackets in cells of their own, or as
lines of text. All are read alike: a label is known by its words; its value is what follows up to
the next label, section or part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import asked as asked
from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import change_records as change_records
from nagarezu.importing.form.assessment import chapters as chapters
from nagarezu.importing.form.assessment import checklists as checklists
from nagarezu.importing.form.assessment import columned as columned
from nagarezu.importing.form.assessment import contents as contents
from nagarezu.importing.form.assessment import decorated as decorated
from nagarezu.importing.form.assessment import fielded as fielded
from nagarezu.importing.form.assessment import folded as folded
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment import laid_out as laid_out
from nagarezu.importing.form.assessment import measured as measured
from nagarezu.importing.form.assessment import named as named
from nagarezu.importing.form.assessment import options as options
from nagarezu.importing.form.assessment import own_lines as own_lines
from nagarezu.importing.form.assessment import relabelled as relabelled
from nagarezu.importing.form.assessment import spread as spread
from nagarezu.importing.form.assessment import tables as tables
from nagarezu.importing.form.assessment import told_cells as told_cells
from nagarezu.importing.form.assessment.sheet import IN_STEPS, ROW_BLOCK, Assessment, Line
from nagarezu.importing.form.assessment.spaced import unfolded
from nagarezu.importing.form.assessment.stacked import restored
from nagarezu.importing.form.assessment.tables import Table
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, continued
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

__all__ = ["Assessment", "Line", "read"]
_TABLE_NAME = re.compile(r"^表\d+$")  # the tables of a text document have no sheet
_NEAR = 3  # blocks between the parts of a table that goes on over a page


def read(rows: Sequence[Row]) -> Assessment:
    """Sort the rows into labelled values and tables."""
    state = _Reader(Assessment(_title(rows)), free=asked.is_free(rows))
    rows, state.sheet.partial = change_records.restored(rows)
    body, state.sheet.contents = contents.cut(list(folded.restored(rows)))
    body, state.sheet.checklists = checklists.cut(body)
    body = list(
        measured.restored(
            list(
                fielded.restored(
                    list(
                        named.restored(
                            list(
                                laid_out.restored(
                                    list(
                                        decorated.restored(
                                            list(
                                                columned.restored(
                                                    list(
                                                        own_lines.restored(
                                                            list(told_cells.restored(body))
                                                        )
                                                    )
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
    for row in unfolded(list(restored(body))):
        state.take(row)
    state.close()
    relabelled.blocks(state.sheet.lines)
    relabelled.takers(state.sheet)
    state.sheet.changed.extend(_changed(state.sheet))
    return state.sheet


def _title(rows: Sequence[Row]) -> Passage:
    for row in rows[:12]:
        if compiled(r"保護評価|評価書|変更箇所").search(row.text) and len(row.filled) == 1:
            return row.filled[0]
    return rows[0].whole if rows else Passage()


class _Reader(asked.Asking):
    """Goes through the rows: parts and tables here, labels and their values in `Values`."""

    def __init__(self, sheet: Assessment, *, free: bool) -> None:
        super().__init__(sheet, free=free)
        self.level, self.page, self.grid = 0, "", 0
        self.chaptered = False  # whether chapters, 第2 ファイルの概要, are the parts
        self.outer: Table | None = None  # the digest within which other tables stand

    def take(self, row: Row) -> None:
        row = self.answered(row)
        text = fold(tidy(row.filled[0].text))
        alone = len(row.filled) == 1
        if alone and not row.grid and heads.is_footer(text):
            return
        self._leave(row, alone)
        part = heads.part(text, alone=alone)
        self.chaptered = self.chaptered or (part is not None and chapters.is_chapter(text))
        if part is None and alone and self.chaptered and chapters.is_chapter(text):
            part = heads.Part("", attached=False)  # 第3 支給の手順: no part of the form
        if part is None and self.asked(row):
            return
        if part is not None:
            self.below = None
            self.close()
            self._part(part, row)
            self._beside(row)
            return
        if self._heads(row) or self._rows(row):
            return
        cut = self._in_front(row)
        if cut is not row and self.table is None and self.outer is not None:
            self.outer.rows.append(row)  # behind a table within the digest
        self.row(cut)

    def _in_front(self, row: Row) -> Row:
        """A row of a digest without the page and the reason in its last columns."""
        cells = heads.in_front_of_page(row.cells, self.behind_page) if self.digest else row.cells
        return replace(row, cells=cells) if any(cells) and cells != row.cells else row

    def _leave(self, row: Row, alone: bool) -> None:
        """A heading of the same rank, or another sheet, ends an attachment."""
        ranked = alone and row.level and row.level <= self.level
        page = "" if _TABLE_NAME.match(row.sheet) else row.sheet
        if self.part[:1] == "別" and (ranked or page != self.page):
            self.part, self.title, self.table = "", Passage(), None
        if page != self.page:
            self.close()
            self.open = None
        self.page = page

    def _part(self, part: heads.Part, row: Row) -> None:
        first = row.filled[0]
        self.part = part.name
        if part.attached:
            self.sheet.attached.append((part.name, first))
            self.part = "Ⅱ" if heads.is_outline(first.text) else self.part
        self.section = self.block = self.side = ""
        self.title, self.level, self.open = first, row.level, None
        if self.table is None or self.table.kind != "changes" or self.table.dated:
            self.table = None

    def _beside(self, row: Row) -> None:
        """別添2 記録項目 | 1 氏名 2 住所 | 26 | 追記: a digest prints an attachment in one row."""
        rest = heads.without_pages(row.filled[1:], labelled=False) if self.digest else []
        if rest and heads.BEGINS.match(rest[0].text):
            made = Row((rest[0],), row.place, row.grid, row.level, row.sheet)
            self.sheet.lines.append(Line(self.part, "", "", made))

    # tables

    def _heads(self, row: Row) -> bool:
        printed = tables.printed_head(row)
        if printed:
            kind: tables.Kind = "changes" if "変更日" in printed else "transfers"
            self._begin(Table(kind, self.title, [key(word) for word in printed], part=self.part))
            return True
        found = None
        if len(row.cells) > 1 and not self._inside_dated(row):
            first = row.grid != self.grid or tables.is_numbered_head(row)
            found = tables.kind_of(row, self.title.text, first=first)
            self.grid = row.grid
        if found is None:
            return False
        columns = tables.columns_of(row)
        if self.table is None or self.table.kind != found or self.table.columns != columns:
            side = "\n".join(filter(None, (self.side, options.layer(self.open))))
            place = (self.part, row.grid, row.cells, self.section, side)
            table = Table(found, self.title, columns, [], *place)
            self._begin(table)
        elif self.table.kind != "changes":
            self.table.grid = row.grid  # the head, printed again on the next page
        return True

    def _inside_dated(self, row: Row) -> bool:
        """A row of a dated list of changes is no head, though it quotes heads."""
        table = self.table
        if table is None or not table.dated or row.grid != table.grid:
            return False
        return [key(cell.text) for cell in row.cells] != table.columns

    def _begin(self, table: Table) -> None:
        self.close()
        self.table, self.open = table, None
        if table.kind == "changes" and not table.dated:
            self.digest, self.behind_page = True, tables.behind_page(table.columns)
            self.outer = table
        table.file, table.above = self.files, len(self.sheet.lines)
        self.sheet.tables.append(table)

    def _rows(self, row: Row) -> bool:
        """Take a row of the present table; whether it is read by its columns alone."""
        table = self.table
        if table is None:
            return False
        if table.kind == "changes" and not table.dated and table.grid:
            table.rows.append(row)
            return False
        if not table.grid:
            return self._printed_row(table, row)
        same = row.grid == table.grid
        near = row.grid - table.grid <= _NEAR and (
            table.kind not in ("fields", "blocks") or tables.is_further_row(table, row)
        )
        headed = len(row.filled) == 1 and bool(row.cells[0])  # 補足3　…に係る対策
        goes_on = same or (near and len(row.cells) == len(table.columns) and not headed)
        if not row.grid or not goes_on:
            if table.kind != "transfers" or row.level or (headed and row.grid):
                self.table = None
            return False
        if table.kind == "transfers" and (len(row.cells) == 1 or tables.is_behind(table, row)):
            self.table = None if len(row.cells) > 1 else table
            return False
        if table.kind == "measures" and tables.is_below(table, row):
            self.table = None
            return False
        if table.kind == "items" and tables.is_behind(table, row):
            self.table = None
            return False
        first = row.cells[0].text if table.kind == "fields" else ""
        if first and (words.whole(first) is not None or heads.section(fold(tidy(first)))):
            self.table = None  # labels in front of their values again
            return False
        table.grid = row.grid
        if table.kind == "transfers" and (relation := tables.entrusted(table, row)):
            self._entrusted(table, row, relation)
            return True
        table.rows.append(row)
        if table.kind == "fields":
            self._by_heads(table, row)
        elif table.kind == "blocks":
            self._by_blocks(table, row)
        return True

    def _printed_row(self, table: Table, row: Row) -> bool:
        if row.grid or row.level:
            self.table = None
            return False
        made = tables.printed_row(row)
        if made is not None:
            table.rows.append(made)
        elif table.rows and table.kind == "transfers":
            last = table.rows[-1]
            use = continued(last.cells[-1], row.whole)[0]
            table.rows[-1] = Row((*last.cells[:-1], use), last.place, 0, last.level, last.sheet)
        return True

    def _by_heads(self, table: Table, row: Row) -> None:
        """システムの名称 | 主な機能 | …: a label on top of each column, a block in each row."""
        pairs = [
            (label, head, cell)
            for head, cell in zip(table.heads, row.cells, strict=False)
            if cell and (label := words.of_column(head.text, table.columns)) is not None
        ]
        if block := heads.block(row.cells[0].text):  # システム1 | 甲システム: a number, no name
            pairs = [pair for pair in pairs if pair[2] is not row.cells[0]]
        block = block or tables.block_of(table, row)
        systems = any(label.field == "system_name" for label, _, _ in pairs)
        number = f"@{table.grid}.{len(table.rows)}"
        for label, head, cell in pairs:
            self.block = (block or ("システム" if systems else ROW_BLOCK)) + number
            self.set(label, head, cell, row)
        for head, cell in zip(table.heads, row.cells, strict=False):
            if systems and cell and compiled(r"ファイル(?:の?名称?)?$").search(key(head.text)):
                named = (self.part, self.section, self.block, row, None, head, cell)
                self.sheet.lines.append(Line(*named))  # 記録するファイル: which one it keeps
        self.block, self.open = "", None

    def _entrusted(self, table: Table, row: Row, relation: str) -> None:
        """委託 | 甲社 | 帳票の印刷 | 専用線 among provisions: the block of a contractor."""
        self.blocks += 1
        self.block = f"委託事項@{table.grid}.{self.blocks}"
        for at, (head, cell) in enumerate(zip(table.heads, row.cells, strict=False)):
            if not cell or at == table.column("kind"):
                continue
            name = f"{relation}先名" if at == table.column("recipient") else head.text
            label = words.short("委託", key(name)) or words.whole(name)
            if label is not None:
                self.set(label, head, cell, row)
        self.block, self.open = "", None

    def _by_blocks(self, table: Table, row: Row) -> None:
        """委託事項1 | 委託事項2 on top: each column is a block, each row a label."""
        label = words.of_row(row.cells[0].text) if row.cells[0] else None
        before = self.block
        for head, cell in zip(table.heads[1:], row.cells[1:], strict=False):
            if not head or not cell or not row.cells[0]:
                continue
            self.block = f"{heads.block(head.text) or tidy(head.text)}@{table.grid}"
            own = label or beside.short_label(row.cells[0].text, "", self.block)
            if own is not None:
                self.set(own, row.cells[0], cell, row)
            else:  # 媒体, 受渡しの方法: a row that the form does not know
                made = Line(self.part, self.section, self.block, row, None, row.cells[0], cell)
                self.sheet.lines.append(made)
        self.block, self.open = before, None


def _changed(sheet: Assessment) -> Iterator[Line]:
    """What dated lists of changes say now, as lines; of several changes of one place the last."""
    found: dict[str, Line] = {}
    for table in sheet.tables:
        if not table.dated or not table.grid:
            continue
        after, place = table.column("after"), max(table.column("place"), 0)
        block, part = "", ""
        for row in table.rows:
            if max(after, place) >= len(row.cells) or not row.cells[after]:
                continue
            path, value = fold(row.cells[place].text), row.cells[after]
            if not path.startswith("同"):
                part, block = heads.part_of_path(path) or part, ""
            if named := compiled(r"(?:システム|委託事項|提供先|移転先)[ \n]?\d{1,2}").findall(path):
                block = f"{tidy(named[-1])}@変更"
            side = beside.side_of(compiled(r"^[ⅠⅡⅢⅣⅤⅥ][ ]?\d{0,2}[ .]*").sub("", path))
            label = _label_of_path(path, part, value)
            name, carried = spread.of_label(label, beside.added(label, value), block)
            at = tidy(path) if not path.startswith("同") else f"{part}{block}{path}"
            found[at] = Line(part, path, block, row, label, row.cells[place], name, side)
            for each in carried:
                made = Line(part, path, block, row, each.label, each.printed, each.value, side)
                found[f"{at}{each.label.standard}"] = made
    yield from found.values()


_PATH_NUMBERS = re.compile(r"^.*[\dⅠⅡⅢⅣⅤⅥ①-⑳)][ .]*")  # Ⅲ 3 リスクに対する措置
_SYSTEMS = re.compile(r"(?:使用する|取り扱う)システム$")


def _label_of_path(path: str, part: str, value: Passage) -> Label | None:
    if IN_STEPS.search(path):
        return None
    if _SYSTEMS.search(path.strip()):
        return Label("system_told", "使用するシステム", "label_pattern")
    rest = compiled(r"^[ⅠⅡⅢⅣⅤⅥ][ ]?の?[ ]?\d{0,2}[ .]*").sub("", path)
    found = words.last_of_path(path) or words.whole(_PATH_NUMBERS.sub("", path))
    found = found or beside.short_label(rest, "")
    if found is None and beside.side_of(compiled(r"^[ⅠⅡⅢⅣⅤⅥ][ ]?\d{0,2}[ .]*").sub("", path)):
        return Label("risk_measures", "措置の内容", "label")
    if (
        found is None
        and part == "Ⅲ"
        and (
            _SIDED.search(value.text)
            or (_AGAINST.search(path.strip()) and heads.BEGINS.match(value.text))
        )
    ):
        return Label("risk_measures", "措置の内容", "label")
    return found


_SIDED = re.compile(r"[<＜][^<>＜＞]*(?:措置|対策)[>＞]")
_AGAINST = re.compile(r"(?:リスク|措置|対策)(?:の内容)?$")  # Ⅲ2 入手の際のリスク
