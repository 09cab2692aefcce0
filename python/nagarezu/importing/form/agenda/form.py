"""Agenda sheets: cover, overview, matter sheets, checklists, clauses and what else is attached."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import below, headed
from nagarezu.importing.form.agenda.decorated import OF_MARKED
from nagarezu.importing.form.agenda.inner import table
from nagarezu.importing.form.agenda.kinds_of_rows import (
    LISTED,
    belongs,
    compares,
    heads_columns,
    line_numbers,
    next_field,
    of_clause,
    of_group,
    set_out_alike,
    unknown_field,
)
from nagarezu.importing.form.agenda.labels import (
    LISTS,
    behind_its_number,
    goes_with,
    labelled,
    labelled_within,
    of_cover,
    of_matter,
    of_sheet,
    owned,
)
from nagarezu.importing.form.agenda.papers import (
    among_papers,
    heads_checklist,
    heads_clauses,
    heads_paper,
    shows_flows,
)
from nagarezu.importing.form.agenda.rows import OF_HANDED, OF_MEASURES, prepared
from nagarezu.importing.form.agenda.sheet import Field, Sheet
from nagarezu.importing.form.agenda.values import (
    composed,
    ends_early,
    going_on,
    told_elsewhere,
    widest,
)
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_COLUMNS = 3  # of a table that is no list of fields
_WHOLE = 4  # fields of a matter sheet after which a line without a label stands apart
_TOLD = ("purpose", "overview", "subjects")  # fields of an overview that a cover may point to
_LISTS = ("items", "_own", "_content")  # fields whose values are lists


def sheets(rows: Sequence[Row]) -> list[Sheet]:
    """Cut the stream of rows into sheets."""
    reader = _Reader()
    rows = prepared(rows)
    heads = headed.heads(rows)
    first = headed.ahead(rows, heads)
    reader.edge = widest(rows)
    for index, row in enumerate(rows):
        reader.listed = among_papers(rows, index)
        reader.ahead = index < first
        within = reader.sheet.kind == "clauses" or reader.sheet.shows_flows
        if index in heads and (not within or headed.is_sheet(row)):
            reader.head(row, heads[index])
            continue
        reader.take(row, rows[index + 1 : index + 40])
    return [sheet for sheet in reader.sheets if sheet.entries or sheet.rows or sheet.title]


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[Sheet] = [Sheet("cover")]
        self.open: Field | None = None
        self.last: Field | None = None  # the field before one that nobody knows
        self.line = 0  # the last printed line of a text, where the places are lines
        self.adjoins = False
        self.pointed = 0  # the grid of the last row of a table to which the open value points
        self.listed = False  # the row is a line of a list of attached papers
        self.edge = 0.0  # where the longest line of a value ends
        self.inset = 0  # of the first line of the open value, below its label
        self.unread = False  # a field whose label nobody knows is open
        self.ahead = False  # sheets with heads follow, so the row is about the whole paper
        self.compared = 0  # the grid of a table of what is now and what comes

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def start(self, kind: str, title: Passage | None = None) -> None:
        self.sheets.append(Sheet(kind, title or Passage()))
        self.open = self.last = None
        self.pointed = 0
        self.unread = False

    def head(self, row: Row, kind: str) -> None:
        """A line that heads a sheet of a kind: its fields follow."""
        self.start("matter")
        self.sheet.told, self.sheet.head = kind, row.whole
        self.line = max([0, *line_numbers(row)])

    def take(self, row: Row, later: Sequence[Row]) -> None:
        number = int(row.place.where) if row.place.where.isdecimal() else 0
        self.adjoins = number > 0 and number == self.line + 1
        self.line = max([number, *line_numbers(row)])
        self._take(row, later)

    def _take(self, row: Row, later: Sequence[Row]) -> None:
        if row.grid in (OF_HANDED, OF_MEASURES):
            return self.sheet.rows.append(row)
        filled = row.filled
        first = filled[0].text
        alone = len(filled) == 1
        title = filled[0] if alone else behind_its_number(row)
        title = Passage() if self.listed else title
        if title and len(title.text) < 60 and heads_checklist(title, later):
            return self.start("checklist", title)
        if title and heads_clauses(title, later) and not self._value_pending(row):
            return self.start("clauses", title)
        if alone and labels.is_one_of("overview_heading", first) and not self._part_of_open(first):
            return self.start("overview", filled[0])
        if alone and self._ended(row):
            return self.start("attachment", filled[0])
        if self._below_pointer(row, later):
            return None
        if compares(row):
            self.compared = row.grid
        if row.grid and row.grid == self.compared:
            return self._unlabelled(row, later)
        label, printed, value = labelled_within(row, self.sheet)
        if label is None:
            label, printed, value = owned(row, self.sheet, later)
        label = of_sheet(label, printed, self.sheet) if label is not None else None
        label = headed.of_whole(label, row, later, self.sheet) if label is not None else None
        label = of_cover(label) if label is not None and self.ahead else label
        heads = heads_columns(row)
        flows = label is not None and label.field != "title" and self.sheet.shows_flows
        if heads or flows or (label is not None and self._in_list(row)):
            label = None
        if label is not None and label.field != "title" and self._within(printed, row):
            if self.open is not None and row.grid and row.cells[0] and len(row.filled) > 1:
                self.open.value = joined([self.open.value, *row.filled])
                return None
            return self._unlabelled(row, later)
        if label is not None and label.field == "title":
            return self._titled(label, printed, value, later)
        of_list = label is not None and label.field.endswith("_own") and alone
        if self.sheet.kind == "checklist" and (len(row.cells) > 1 or belongs(row) or of_list):
            self.sheet.rows.append(row)
            return None
        if self.sheet.kind == "clauses" and (label is None or of_clause(printed, row)):
            self.sheet.rows.append(row)
            return None
        if label is not None:
            return self._entry(label, printed, value, row)
        return self._unlabelled(row, later)

    def _ended(self, row: Row) -> bool:
        """A head outside of a table ends what stands in one, another paper ends a checklist."""
        if self.listed or labelled(row)[0] is not None:
            return False
        tabled = bool(row.level and self._in_sheet and self.open and self.open.tabled)
        listing = self.sheet.kind in ("checklist", "clauses")
        if row.grid and not (listing and self.sheet.rows and self.sheet.rows[-1].grid != row.grid):
            return False
        return heads_paper(row.filled[0].text) if listing else tabled

    def _in_list(self, row: Row) -> bool:
        """A row of a wide table of another paper, whose first cell may be called as a field is."""
        above = self.sheet.rows[-1] if self.sheet.rows else row
        alike = len(row.cells) == len(above.cells) >= _COLUMNS and above is not row
        return self.sheet.kind in ("attachment", "clauses") and alike and above.grid > 0

    def _value_pending(self, row: Row) -> bool:
        return self.open is not None and row.grid > 0 and not row.cells[0]

    def _within(self, printed: Passage, row: Row) -> bool:
        """A part of the open value that only looks like a field: its line is numbered, or a part.

        1 対象者 below 情報項目 is no field of the sheet, unless the sheet numbers its fields.
        """
        if self.sheet.kind not in ("matter", "overview"):
            return False
        of_items = (
            self.open is not None
            and not row.counted
            and self.open.label.field.endswith("items")
            and bool(labels.find("inside_items", printed.text))
        )
        if row.grid and row.cells[0] and len(row.filled) > 1:
            return of_items and self._part_of_items(row)
        if of_items:
            set_in = self.open is not None and self.inset > self.open.indent
            return not (set_in and set_out_alike(self.open, row))
        return self._part_of_open(printed.text)

    def _part_of_items(self, row: Row) -> bool:
        """個人の範囲 | 会員 below a label of items on a line of its own: a head with its words."""
        entry = self.open
        if entry is None or entry.tabled:
            return False
        first = entry.value.text.split("\n", 1)[0]
        return not first or labels.find("inside_items", first) is not None

    def _part_of_open(self, printed: str) -> bool:
        """Whether a head is numbered though the fields of the open sheet are not."""
        field = self.open or self.last
        if field is None or self.sheet.kind not in ("matter", "overview"):
            return False
        return labels.numbered(printed) and not labels.numbered(field.printed.text)

    def _titled(self, label: Label, printed: Passage, value: Passage, later: Sequence[Row]) -> None:
        before_overview = not any(sheet.kind in ("overview", "matter") for sheet in self.sheets)
        cover = before_overview and self.sheet.kind == "cover"
        begun = bool(self.sheet.told) and not self.sheet.entries
        if not begun and not (cover and (self.ahead or headed.cover_follows(later))):
            self.start("matter", value)
        self.open = Field(label, printed, value)
        self.sheet.entries.append(self.open)
        self.sheet.title = value

    def _entry(self, label: Label, printed: Passage, value: Passage, row: Row) -> None:
        if self.sheet.kind == "cover" and label.field in _TOLD and told_elsewhere(value or printed):
            self.open = None
            self.sheet.rows.append(row)
            return
        if self.sheet.kind == "cover" and label.field in ("business", *_TOLD):
            self.start("overview")
        elif self._resumed(label):
            pass
        elif self.sheet.kind in ("checklist", "clauses", "attachment") or (
            self.sheet.kind in ("cover", "overview") and of_matter(label)
        ):
            self.start("matter" if of_matter(label) or label.field != "business" else "overview")
        elif self.sheet.get(label.field) is not None and label.field not in ("computer",):
            again = self.sheet.get(label.field)
            if again is not None and key(again.value.text) == key(value.text):
                return  # the head of a table, printed again on the next page
            if self.sheet.kind == "matter" and label.field in ("department", "register_name"):
                self.start("matter")
        self.unread = False
        self.open = Field(label, printed, value, tabled=len(row.cells) > 1, indent=row.indent)
        self.open.beside = list(row.filled[2:])
        self.sheet.entries.append(self.open)
        self._table(row.cells, Passage())

    def _resumed(self, label: Label) -> bool:
        """Whether a field goes on with the sheet before a line that nobody knows.

        The line was one of its fields then, with a label of its own (処理形態), and heads no paper.
        """
        if not self.sheet.apart:
            return False
        before = self.sheets[-2]
        if before.get(label.field) is not None or not goes_with(label, before):
            return False
        before.rows += self.sheets.pop().rows
        return True

    def _below_pointer(self, row: Row, later: Sequence[Row]) -> bool:
        """A row of the table to which a value points: 次の表のとおり, its caption, or the label."""
        entry = self.open
        if entry is None or not entry.label.field.endswith(_LISTS):
            return False
        if self.pointed:
            label = labelled(row)[0]
            known = label is not None and label.rule != "label_look_alike"
            apart = row.place.where.isdecimal() and not (self.adjoins or row.grid == self.pointed)
            over = known or apart or len(row.cells) < 2 or not below.take(entry, row)
            self.pointed = 0 if over else row.grid
            return not over
        if not below.points(entry, row):
            return False
        self.pointed = row.grid if below.begins(entry, row, later) else 0
        caption = bool(entry.value) and len(row.filled) == 1 and bool(later)
        return self.pointed > 0 or bool(caption and table(Passage(), later[0].cells))

    def _table(self, cells: Sequence[Passage], above: Passage) -> bool:
        """Whether the cells right of the label begin a table within the value."""
        if self.open is None or not self.open.label.field.endswith("items"):
            return False
        begun = table(above, [Passage(), *cells[1:]])
        if begun is None:
            return False
        self.open.inner, self.open.value = begun, begun.value
        return True

    def _unlabelled(self, row: Row, later: Sequence[Row]) -> None:
        blank_first = len(row.cells) > 1 and not row.cells[0]
        if self.open is not None and self.sheet.kind in ("matter", "overview") and blank_first:
            return self._more(self.open, row)
        if self.open is not None and self._in_sheet and not self.open.tabled and of_group(row):
            self.open.value = joined([self.open.value, joined(row.filled, " ")])
            return None
        alone = len(row.filled) == 1 and row.cells[0]
        if row.grid and alone and self._attached(row.cells[0]):
            return self.start("attachment", row.cells[0])
        if row.grid == OF_MARKED:
            self.open, self.last = None, self.open or self.last
            self.unread = True
        plain_line = row.grid == 0
        if self.open is not None and self.open.tabled and unknown_field(row):
            self.open, self.last = None, self.open
        if plain_line and alone and (self._heads_next(row, later) or self._beside_label(row)):
            self.open, self.last = None, self.open or self.last
        if plain_line and self.sheet.kind in ("matter", "overview", "cover"):
            return self._line(row)
        self.sheet.rows.append(row)
        return None

    def _heads_next(self, row: Row, later: Sequence[Row]) -> bool:
        """A line right above the next title; not the last line of the value that is open."""
        if not headed.above_title(row.text, later):
            return False
        waits = self.open is not None and not self.open.value and not self.open.tabled
        apart = self.line > 0 and min(line_numbers(later[0]), default=0) > self.line + 1
        return not waits and not (self.adjoins and apart)

    def _more(self, entry: Field, row: Row) -> None:
        """A row whose first cell is empty: more of the open value."""
        if entry.inner is not None and entry.inner.take(row.cells):
            entry.value = entry.inner.value
            return
        entry.inner = None
        if self._table(row.cells, entry.value):
            return
        more = composed(row.cells, listed=entry.label.field.endswith(LISTS))
        early = row.place.where.isdecimal() and ends_early(entry.value, self.edge)
        if len(row.filled) > 1 or early or labels.find("inside_items", row.filled[0].text):
            entry.value, rule = joined([entry.value, more]), "continued_cell"
        else:
            entry.value, rule = going_on(entry.value, more)
        entry.joints.append(rule)

    def _attached(self, passage: Passage) -> bool:
        """資料2 …: the head of another paper behind a sheet that is whole."""
        return self._in_matter and heads_paper(passage.text)

    @property
    def _in_matter(self) -> bool:
        """Whether a sheet of a matter is whole, so that what has no label may stand apart."""
        return self.sheet.kind == "matter" and len(self.sheet.entries) >= _WHOLE

    @property
    def _in_sheet(self) -> bool:
        return (
            self.sheet.kind in ("matter", "overview")
            and self.open is not None
            and self.open.label.field != "title"
        )

    def _beside_label(self, row: Row) -> bool:
        """A line set out as the label of the open value is: a field that nobody knows."""
        entry = self.open
        if entry is None or entry.tabled or not entry.value or row.indent > entry.indent:
            return False
        return self.inset > entry.indent

    def _line(self, row: Row) -> None:
        """A line without cells: goes on with an open field, or stands apart from the tables."""
        passage = row.filled[0]
        if self.unread or (passage.text.startswith("※") and self.sheet.entries):
            self.sheet.rows.append(row)
        elif self._attached(passage):
            self.start("attachment", passage)
        elif self.open is not None and self._goes_on(self.open, passage):
            self.inset = self.inset if self.open.value else row.indent
            self.open.value = joined([self.open.value, passage])
            if self.open.label.field == "title":
                self.sheet.title = self.open.value
        elif (
            self._in_matter
            and (not self.sheet.told or shows_flows([passage.text]))
            and not next_field(self.open or self.last, row)
        ):
            self.start("attachment", passage)
            self.sheet.apart = True
        else:
            self.sheet.rows.append(row)

    def _goes_on(self, entry: Field, passage: Passage) -> bool:
        """A value on lines goes on; a cell does on the next line, or with its next number."""
        if not entry.tabled and entry.label.field == "department" and entry.value:
            return False
        if not entry.tabled:
            return entry.label.field != "title" or not entry.value
        if not self._in_sheet:
            return False
        listed = entry.label.field.endswith(_LISTS) and LISTED.match(fold(passage.text))
        return self.adjoins or bool(listed)
