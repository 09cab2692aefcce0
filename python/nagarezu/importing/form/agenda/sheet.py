"""What the reader of agenda sheets hands on: sheets, and the fields printed on them."""

from __future__ import annotations

from dataclasses import dataclass, field

from nagarezu.importing.form.agenda.inner import Table
from nagarezu.importing.form.agenda.papers import shows_flows
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key


@dataclass(slots=True)
class Field:
    """One field of a sheet: its printed label and its value, continued rows included."""

    label: Label
    printed: Passage
    value: Passage
    joints: list[str] = field(default_factory=list)  # rules that joined continued cells
    beside: list[Passage] = field(default_factory=list)  # cells right of the value
    tabled: bool = False  # in a row of cells, not on a line of its own
    inner: Table | None = None  # a table within the value, while its rows come
    indent: int = 0  # of its label, if that stands on a line of its own


@dataclass(slots=True)
class Sheet:
    """`kind` is cover, overview, matter, checklist, clauses or attachment."""

    kind: str
    title: Passage = field(default_factory=Passage)
    entries: list[Field] = field(default_factory=list)
    rows: list[Row] = field(
        default_factory=list
    )  # in a checklist: its table; else what has no label
    matter: int | None = None  # of a checklist or clauses, where the text says
    told: str = ""  # the kind of a matter sheet, as its head tells it
    head: Passage = field(default_factory=Passage)
    apart: bool = False  # an attachment that only a line without a label begins

    def get(self, *names: str) -> Field | None:
        for entry in self.entries:
            if entry.label.field in names:
                return entry
        return None

    @property
    def shows_flows(self) -> bool:
        """Whether it is an attached paper that shows who hands what to whom."""
        lines = [self.title.text, *(row.text for row in self.rows[:1])]
        return self.kind == "attachment" and shows_flows(lines)

    @property
    def reentrusts(self) -> bool:
        """Whether the title says that it is the partner who entrusts."""
        title = key(self.title.text)
        return "再委託" in title or bool(
            compiled("(?:委任|委託|受託)(?:先|者)による.*委託").search(title)
        )
