"""Agenda sheets: cover, overview, matter sheets, checklists, clauses and what else is attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.form import labels
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules.characters import fold, key

_CHECKLIST = re.compile(r"チェックリスト[)）]?$")
_CLAUSES = re.compile(r"^(?:[(（]?別紙[)）]?)?(?:個人情報.{0,12})?特記(?:事項|仕様書)$")
_WHOLE = 4  # fields of a matter sheet after which a line without a label stands apart
_MARK = re.compile(r"^[○◯〇●ー－―—–\-×レ✓☑□△]$")


@dataclass(slots=True)
class Entry:
    """One field of a sheet: its printed label and its value, continued rows included."""

    label: Label
    printed: Passage
    value: Passage
    joints: list[str] = field(default_factory=list)  # rules that joined continued cells
    beside: list[Passage] = field(default_factory=list)  # cells right of the value
    tabled: bool = False  # in a row of cells, not on a line of its own


@dataclass(slots=True)
class Sheet:
    """`kind` is cover, overview, matter, checklist, clauses or attachment."""

    kind: str
    title: Passage = field(default_factory=Passage)
    entries: list[Entry] = field(default_factory=list)
    rows: list[Row] = field(
        default_factory=list
    )  # in a checklist: its table; else what has no label
    matter: int | None = None  # of a checklist or clauses, where the text says

    def get(self, *names: str) -> Entry | None:
        for entry in self.entries:
            if entry.label.field in names:
                return entry
        return None


def sheets(rows: Sequence[Row]) -> list[Sheet]:
    """Cut the stream of rows into sheets."""
    reader = _Reader()
    for index, row in enumerate(rows):
        reader.take(row, rows[index + 1 : index + 40])
    return [sheet for sheet in reader.sheets if sheet.entries or sheet.rows or sheet.title]


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[Sheet] = [Sheet("cover")]
        self.open: Entry | None = None
        self.line = 0  # the last printed line of a text, where the places are lines
        self.adjoins = False

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def start(self, kind: str, title: Passage | None = None) -> None:
        self.sheets.append(Sheet(kind, title or Passage()))
        self.open = None

    def take(self, row: Row, later: Sequence[Row]) -> None:
        number = int(row.place.where) if row.place.where.isdecimal() else 0
        self.adjoins = number > 0 and number == self.line + 1
        self.line = number
        self._take(row, later)

    def _take(self, row: Row, later: Sequence[Row]) -> None:
        filled = row.filled
        first = filled[0].text
        alone = len(filled) == 1
        if alone and _CHECKLIST.search(key(first)) and len(first) < 60:
            return self.start("checklist", filled[0])
        if alone and _CLAUSES.match(key(first)) and not self._value_pending(row):
            return self.start("clauses", filled[0])
        if alone and labels.is_one_of("overview_heading", first):
            return self.start("overview", filled[0])
        label, printed, value = _labelled(row)
        if label is not None and label.field == "title":
            return self._titled(label, printed, value, later)
        if self.sheet.kind == "checklist" and (len(row.cells) > 1 or _belongs(row)):
            self.sheet.rows.append(row)
            return None
        if self.sheet.kind == "clauses" and label is None:
            self.sheet.rows.append(row)
            return None
        if label is not None:
            return self._entry(label, printed, value, row)
        return self._unlabelled(row)

    def _value_pending(self, row: Row) -> bool:
        return self.open is not None and row.grid > 0 and not row.cells[0]

    def _titled(self, label: Label, printed: Passage, value: Passage, later: Sequence[Row]) -> None:
        before_overview = not any(sheet.kind in ("overview", "matter") for sheet in self.sheets)
        if before_overview and self.sheet.kind == "cover" and _cover_follows(later):
            self.open = Entry(label, printed, value)
            self.sheet.entries.append(self.open)
            self.sheet.title = value
            return
        self.start("matter", value)
        self.open = Entry(label, printed, value)
        self.sheet.entries.append(self.open)

    def _entry(self, label: Label, printed: Passage, value: Passage, row: Row) -> None:
        if self.sheet.kind == "cover" and label.field in (
            "business",
            "purpose",
            "overview",
            "subjects",
        ):
            self.start("overview")
        elif self.sheet.kind in ("checklist", "clauses", "attachment") or (
            self.sheet.kind in ("cover", "overview") and _of_matter(label)
        ):
            self.start("matter" if _of_matter(label) or label.field != "business" else "overview")
        elif self.sheet.get(label.field) is not None and label.field not in ("computer",):
            again = self.sheet.get(label.field)
            if again is not None and key(again.value.text) == key(value.text):
                return  # the head of a table, printed again on the next page
            if self.sheet.kind == "matter" and label.field in ("department", "register_name"):
                self.start("matter")
        self.open = Entry(label, printed, value, tabled=len(row.cells) > 1)
        self.open.beside = list(row.filled[2:])
        self.sheet.entries.append(self.open)

    def _unlabelled(self, row: Row) -> None:
        blank_first = len(row.cells) > 1 and not row.cells[0]
        if self.open is not None and self.sheet.kind in ("matter", "overview") and blank_first:
            added = joined(row.filled)
            value, doubled = continued(self.open.value, added)
            self.open.value = value
            self.open.joints.append("doubled_character" if doubled else "continued_cell")
            return
        plain_line = row.grid == 0
        if plain_line and self.sheet.kind in ("matter", "overview", "cover"):
            self._line(row)
            return
        self.sheet.rows.append(row)

    @property
    def _in_sheet(self) -> bool:
        return (
            self.sheet.kind in ("matter", "overview")
            and self.open is not None
            and self.open.label.field != "title"
        )

    def _line(self, row: Row) -> None:
        """A line without cells: goes on with an open field, or stands apart from the tables."""
        passage = row.filled[0]
        if passage.text.startswith("※") and self.sheet.entries:
            self.sheet.rows.append(row)
        elif self.open is not None and self.open.tabled and self.adjoins and self._in_sheet:
            self.open.value = joined(
                [self.open.value, passage]
            )  # the cell goes on, on its next line
        elif self.open is not None and not self.open.tabled and self.open.label.field != "title":
            self.open.value = joined([self.open.value, passage])
        elif self.sheet.kind == "matter" and len(self.sheet.entries) >= _WHOLE:
            self.start("attachment", passage)
        else:
            self.sheet.rows.append(row)


def _of_matter(label: Label) -> bool:
    head = label.field.split("_")[0]
    return head in ("process", "link", "entrust", "delegate", "reentrust") or label.field in (
        "register_name",
        "computer",
        "media",
    )


def _belongs(row: Row) -> bool:
    text = row.filled[0].text
    return bool(re.match(r"^[(（・]", text)) or bool(_MARK.match(fold(text)))


def _cover_follows(later: Sequence[Row]) -> bool:
    for row in later:
        label, _, _ = _labelled(row)
        if labels.is_one_of("overview_heading", row.text) or (label and label.field == "business"):
            return True
        if label is not None and (label.field == "title" or _of_matter(label)):
            return False
    return False


def _labelled(row: Row) -> tuple[Label | None, Passage, Passage]:
    """Label, its printed form and the value of a row; the value may stand in several cells."""
    if len(row.cells) > 1 and row.cells[0]:
        label = labels.find("agenda", row.cells[0].text)
        if label is not None:
            rest = row.filled[1:]
            return label, row.cells[0], joined(rest[:1] if _columns(label) else rest)
        return None, Passage(), Passage()
    passage = row.filled[0]
    if len(row.cells) > 1 and not row.cells[0]:
        return None, Passage(), Passage()
    found = labels.leading("agenda", passage.text)
    if found is not None:
        label, offset = found
        return label, passage.part(0, offset), passage.part(offset)
    label = labels.find("agenda", passage.text)
    if label is not None and label.rule != "label_look_alike" and row.grid == 0:
        return label, passage, Passage()
    return None, Passage(), Passage()


def _columns(label: Label) -> bool:
    """Whether cells right of the value are columns of their own, such as the names of the dates."""
    return label.field.endswith("_time")
