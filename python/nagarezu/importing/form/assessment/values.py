"""Labels and values of an assessment, row by row: a value ends where the next label begins."""

from __future__ import annotations

import re

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import chapters as chapters
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment import options as options
from nagarezu.importing.form.assessment.counted import goes_on_numbered, next_number
from nagarezu.importing.form.assessment.sheet import LAYERS, MEASURES, Assessment, Line
from nagarezu.importing.form.assessment.tables import Table, names_items
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_CHOICE = re.compile(r"[\[［][^\[\]［］]{1,40}[\]］]")  # ⑤物理的対策 [十分に行っている]


class Values:
    """Where a reader is: part, section, block, and the label whose value may go on."""

    def __init__(self, sheet: Assessment) -> None:
        self.sheet = sheet
        self.part = self.section = self.block = self.side = ""
        self.title = Passage()
        self.digest = False  # a list of changed places along the form, with pages and reasons
        self.behind_page = -1  # columns behind that of the pages of a digest
        self.named = ""  # the block of which it is known whom it is about
        self.inner = False  # a side named within the value of a label ends with it
        self.layered = False  # heads such as 【運用上の対策】 stand below the sides, not above
        self.beside = ""  # a section in a cell merged over the rows of its labels
        self.grid_beside = self.blocks = self.files = 0
        self.table: Table | None = None
        self.open: Line | None = None
        self.fragment: list[tuple[str, Passage, Row]] = []  # the lines of a label that is broken

    def row(self, row: Row) -> None:
        cells = words.narrow(row.cells)
        filled = [cell for cell in cells if cell]
        if self._plain_part(row):
            paged = self.digest and len(filled) > 1 and heads.is_page(filled[0].text)
            if not (paged and heads.is_reason(filled[1].text)):
                # | 26 | 追記: the last columns of a list of changes, and no item
                self.sheet.lines.append(Line(self.part, self.section, self.block, row))
            return
        if self.digest:
            inside = self.table is not None and self.table.kind == "changes"
            last = self.behind_page >= 0 or (len(filled) == 2 and not cells[0])  # | 9 | 変更なし
            alone = last and heads.is_page(filled[0].text)
            labelled = bool(cells[0]) and not alone
            filled = heads.without_pages(filled, labelled, reasons=inside or alone)
            if not filled:
                self.sheet.lines.append(Line(self.part, self.section, self.block, row))
                return
        blank = len(cells) > 1 and not cells[0] and not heads.block(filled[0].text)
        known = beside.short_label(filled[0].text, "", self.block) or beside.of_two(filled)
        if len(filled) > 1 and heads.spans(filled[0].text) and not known:
            if heads.tells_topic(filled):
                self.open, told = None, (None, filled[0], filled[1])
                self.sheet.lines.append(Line(self.part, self.section, "", row, *told))
                return
            filled, blank = filled[1:], False
        if len(filled) == 1:
            self._text(filled[0], row, blank)
            return
        if self._in_first_cells(row, filled):
            return
        if self.open is not None and goes_on_numbered(self.open, filled):
            self._more(joined(filled, " "), row)
            return
        if len(filled) > 2:
            self._beside_block(beside.unnumbered(filled[0].text))
            if beside.is_section_of_risks(self.title.text, fold(filled[0].text).strip()):
                self.section, self.side = fold(tidy(filled[0].text)), ""
        label, printed, used = None, Passage(), 0
        for index, cell in enumerate(filled[:-1]):
            found = self._label_cell(cell, row)
            if found is not None:
                if label is None and index:
                    self._beside_block(filled[0].text)
                label, printed, used = found, cell, index + 1
            elif index == used and label is not None and heads.names(cell.text):
                used = index + 1
            elif index > 0:
                break
        party = label is None or beside.party_alone(filled[0].text)
        if party and (measures := self._measures_beside(filled)) is not None:
            self.set(*measures, row)
            return
        unknown = self.open is not None and next_number(self.open, filled[0])
        if label is not None:
            side = beside.side_behind(printed)  # it stands in front of the measures in other forms
            self.set(label, printed, joined([side, *filled[used:]]), row)
        elif blank and not unknown:
            self._more(joined(filled), row)
        elif len(filled) == len(("head", "fields")) and self._within(filled, row):
            self.open = None
        elif not (self.enter(filled[0].text) or unknown) and (
            len(filled[0].text) > heads.LONG or heads.BEGINS.match(filled[0].text)
        ):
            self._text(joined(filled, " "), row, blank=False)
        else:
            self.open = None  # a label that the form does not know
            self.sheet.lines.append(
                Line(self.part, self.section, self.block, row, None, filled[0], filled[1])
            )

    def _within(self, filled: list[Passage], row: Row) -> bool:
        """Take the fields of which the second cell is made; whether it is."""
        raise NotImplementedError

    def _measures_beside(self, filled: list[Passage]) -> tuple[Label, Passage, Passage] | None:
        """記録 | ・…: in the part on risks, what a short head has beside it is measures.

        委託先における措置 | ・… says besides whose they are.
        """
        found = beside.measures_of(self.title.text, filled)
        if found is None:
            return None
        label, printed, value, side, section = found
        if section:
            self.section, self.side = section, ""
        if side is not None:
            self.inner, self.side = False, side
        return label, printed, value

    def _in_first_cells(self, row: Row, filled: list[Passage]) -> bool:
        """Keep the section in a cell of its own; whether a risk has its measures beside it."""
        named = beside.section(filled)
        if named or row.grid != self.grid_beside:
            self.beside, self.grid_beside = named, row.grid
        found = beside.risk(filled) if row.grid else None
        if named and not self.enter(named):
            self.section, self.block, self.side, self.open = named, "", "", None
        if found is None:
            return False
        if found[1]:
            self.set(Label("risk_measures", "措置の内容", "label"), *found, row)
        else:
            self.open = None
        return True

    def _beside_block(self, text: str) -> None:
        """委託事項1 | ①委託内容 | …: the head of a block in front of the first label of it."""
        block = heads.block(text)
        if block and self.block.split("@")[0] != block:
            self.enter(text)

    def _plain_part(self, row: Row) -> bool:
        """Within an attachment of items or of steps nothing is a label, until its end."""
        title = self.title.text
        if self.part[:1] != "別" or not (names_items(title) or "事務の内容" in title):
            return False
        if "項目" in title and beside.ends_items(row.filled[0].text):
            self.part, self.title = "", Passage()
            return False
        return True

    def _label_cell(self, cell: Passage, row: Row) -> Label | None:
        """The label of a cell in front of a value; heads above it, such as システム1, are taken."""
        if len(cell.text) > 160:
            return None
        lines = cell.text.split("\n")
        if len(lines) > 1:
            self.enter(lines[0])
        about = self.beside or beside.above(self.open, self.section)
        found = words.whole(cell.text) or beside.short_label(cell.text, about, self.block)
        if found is not None:
            self._beside_block(beside.block_of(cell.text))
            return found
        if told := beside.of_pair(row.filled, about, self.sheet.lines):
            self._beside_block(cell.text)
            return told
        last = words.split(cell)[-1]
        if last.label is None:
            return None
        rated = last.label.field in MEASURES and _CHOICE.fullmatch(last.value.text.strip())
        sided = last.label.field in MEASURES and bool(beside.side_behind(cell))
        return last.label if rated or sided or not last.value else None

    def _text(self, cell: Passage, row: Row, blank: bool) -> None:
        if self._broken(cell, row):
            return
        parts = beside.columns(cell)
        if len(parts) > 1 and (measures := self._measures_beside(parts)) is not None:
            self.set(*measures, row)
            return
        alone = words.whole(cell.text) if len(cell.text) < 90 and not blank else None
        if alone is None and not (blank or row.grid):
            alone = self._short_alone(cell.text)
        if alone is not None:
            self.set(alone, cell, Passage(), row)
            return
        for piece in words.split(cell):
            if piece.label is not None:
                self.set(piece.label, piece.printed, piece.value, row)
            elif blank:
                self._more(piece.value, row)
            else:
                for line in piece.value.lines():
                    self._unlabelled(line, row)

    def _short_alone(self, text: str) -> Label | None:
        """②機能 on a line of its own below システム1, 評価 below measures: the label in full."""
        if beside.is_on_risks(self.title.text) and beside.is_rating(text):
            return Label("rating", "対策は十分か", "label")
        measures = self.open and self.open.label and self.open.label.field in MEASURES
        if not self.block or measures or heads.spans(text):
            return None
        return beside.short_label(text, "", self.block)

    def _broken(self, cell: Passage, row: Row) -> bool:
        """A label that goes on in the next lines of its column, beside its value."""
        if row.grid:
            return False
        parts = [part for part in compiled(r"[ 　]{2,}|[ 　](?=[\[［])").split(cell.text) if part]
        if len(parts) > 1 and heads.spans(parts[0]):
            columns = beside.columns(cell)
            if beside.heads_measures(self.title.text, columns[0], columns[-1]):
                return False  # 委託　　・…する。: the head of measures, and no part of a label
            self.open = None  # 再委託 [再委託する], the label of which comes below
            return True
        head = parts[0]
        if self.fragment:
            head = "".join(begun for begun, _, _ in self.fragment) + head
            label = words.whole(head)
            if label is not None:
                values = [line.part(len(begun)) for begun, line, _ in self.fragment]
                value = joined([*values, cell.part(len(parts[0]))])
                self.fragment.clear()
                self.set(label, cell.part(0, len(parts[0])), value, row)
                return True
        if words.begins_label(head) and all(p.label is None for p in words.split(cell)):
            self.fragment.append((parts[0], cell, row))
            return True
        if self.fragment:
            self.close()
            return self._broken(cell, row)
        return False

    def _unlabelled(self, line: Passage, row: Row) -> None:
        if heads.spans(line.text):
            return
        if heads.names_a_list(line.text):
            self.open = None
        measures = self.open and self.open.label and self.open.label.field in MEASURES
        if not measures and (pair := words.marked(line) or words.set_in(line, row.lead)):
            label, told = self._marked_label(*pair), words.marked(line) is not None
            if label is not None or (told and self.block and pair[1]):  # ③接続： goes on below
                self.open = self._line(label, pair[0], row, pair[1])
                self.sheet.lines.append(self.open)
                return
            self.open = None  # 用途：…, a head that the form does not know, ends what stands above
        if side := beside.side_of(line.text):
            before = self.open.label if self.open is not None else None
            within = before is not None and before.field in MEASURES
            common = beside.is_common(line.text)
            self.inner = not common and (self.inner or (within and not self.side))
            self.side, self.layered = side, False
            self.open = self._line(Label("risk_measures", self.side, "label"), line, row)
            self.sheet.lines.append(self.open)
            return
        if beside.is_on_risks(self.title.text) and beside.toward(line.text):
            self.side = ""
            self.open = self._line(Label("risk_measures", tidy(line.text), "label"), line, row)
            self.sheet.lines.append(self.open)
            return
        clause = self.part[:1] == "別" and heads.is_clause(line.text)
        if clause or (self.open is not None and (next_number(self.open, line) or self._ends(line))):
            self.open = None
        if self.enter(line.text) or self._risk_section(line):
            self.sheet.lines.append(
                Line(self.part, self.section, self.block, row, None, line, Passage())
            )
            if (named := words.behind_block(line)) is not None:
                self.set(*named, row)
        elif self.open is not None and not heads.is_page(line.text):
            self._more(line, row)
        elif beside.is_measure(self.title.text, line) and not row.grid:
            self.open = self._line(Label("risk_measures", self.section, "label"), Passage(), row)
            self.open.value = line
            self.sheet.lines.append(self.open)
        else:
            self.sheet.lines.append(Line(self.part, self.section, self.block, row, None, line))

    def _marked_label(self, head: Passage, value: Passage) -> Label | None:
        """名称 of a block; ①名称 below 1 事務, which is none."""
        found = beside.by_value(head.text, value.text)
        if found is not None or not self.block:
            about = beside.above(self.open, self.section)
            return found or beside.short_label(f"①{head.text}", about)
        return beside.short_label(head.text, "", self.block) or words.of_row(head.text)

    def _ends(self, line: Passage) -> bool:
        field = self.open.label.field if self.open is not None and self.open.label else ""
        return heads.ends(field, line.text)

    def _risk_section(self, line: Passage) -> bool:
        """3 保管 below (1) …する。: a section of the part on risks, whatever it is called."""
        text = fold(line.text.strip())
        if not beside.is_section_of_risks(self.title.text, text):
            return False
        self.section, self.block, self.side, self.open = text, "", "", None
        return True

    def enter(self, text: str) -> bool:
        """Enter the section or block of which this is the head; whether it is one."""
        text = compiled(r"^([(（]?[0-9０-９]{1,2}[)）.．、]?)[ 　]{2,}").sub(r"\1 ", text.strip())
        plain = fold(
            tidy(compiled(r"[ 　]{3,}|　{2}").split(text)[0]).rstrip(":：")
        )  # 4 委託　　有
        self.section, text = heads.in_section(text) or (self.section, text)
        if block := heads.block(text):
            self.blocks += 1
            self.block, self.open = f"{block}@{self.blocks}", None
        elif heads.is_risk(plain):
            self.open = None
        elif compiled(r"(?:システム|委託事項|提供先|移転先)\d{1,2}[ ]?~[ ]?\d{1,2}$").match(plain):
            self.block, self.open = "", None
        elif heads.section(plain):
            self.section, self.block, self.side, self.open = plain, "", "", None
        else:
            return False
        return True

    def set(self, label: Label, printed: Passage, value: Passage, row: Row) -> None:
        """A label begins; labels within its value are taken for themselves."""
        if label.field in LAYERS and self.open is not None and not self.open.value:
            self.layered |= bool(self.side) and beside.side_of(self.open.printed.text) == self.side
        told = beside.ends_side(self.open, label) and not self.layered
        if told or (self.inner and not (self.layered and label.field in LAYERS)):
            self.side, self.inner = "", False
        of_risks = label.field in MEASURES and heads.section(fold(tidy(printed.text)))
        if of_risks or chapters.ends_block(fold(printed.text)):
            self.block = ""
        if label.field == "file_name" and self.part == "Ⅱ":
            self.files += 1
            self.block = ""
        elif label.field in ("provide_to", "transfer_to"):
            if not beside.names_block(label, printed, self.block, self.named):
                self.blocks += 1
                self.block = f"{tidy(beside.unnumbered(printed.text))}@{self.blocks}"
            self.named = self.block if value else self.named
        elif label.field == "entrust_partner" and not self.block.startswith("委託事"):
            self._beside_block(row.filled[0].text)  # 委託先1：甲社
        value, links = beside.linked(value) if label.field == "system_name" else (value, [])
        pieces = words.split(value) if value else []
        own = pieces[0].value if pieces and pieces[0].label is None else Passage()
        own = joined([options.above(self.open, label, row), own])
        self.open = self._line(label, printed, row, own)
        self.sheet.lines.append(self.open)
        for piece in pieces:
            if piece.label is not None:
                self.open = self._line(piece.label, piece.printed, row, piece.value)
                self.sheet.lines.append(self.open)
        for each in links:
            self.set(*each, row)

    def _line(
        self, label: Label | None, printed: Passage, row: Row, value: Passage | None = None
    ) -> Line:
        return Line(
            self.part,
            self.section,
            self.block,
            row,
            label,
            printed,
            heads.name_alone(label.field if label else "", value or Passage()),
            self.side,
            self.files,
        )

    def _more(self, value: Passage, row: Row) -> None:
        if self.open is None:
            self.sheet.lines.append(Line(self.part, self.section, self.block, row, None, value))
            return
        field = self.open.label.field if self.open.label else ""
        value, links = beside.linked(value, below=True) if field == "system_name" else (value, [])
        pieces = words.split(value)
        if pieces[0].label is None:
            self.open.value = heads.appended(self.open.value, pieces[0].value, not row.grid, field)
        for piece in pieces:
            if piece.label is not None:
                self.set(piece.label, piece.printed, piece.value, row)
        for each in links:
            self.set(*each, row)

    def close(self) -> None:
        """Take what was kept back as the beginning of a label, and is none."""
        kept, self.fragment = self.fragment, []
        for _, line, row in kept:
            self._unlabelled(line, row)
