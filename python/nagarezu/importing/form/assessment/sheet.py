"""What an assessment is read into: labelled values in reading order, tables, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.assessment.contents import Contents
from nagarezu.importing.form.assessment.tables import Table
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

# Ⅰ （別添1）事務の内容 3: the path of a change in the flow of work
IN_STEPS = re.compile(r"別添[ ]?\d{0,2}[ )）]*事務の(?:内容|流れ)")
LAYERS = ("operational", "system", "physical", "technical")  # labels above measures of a sort
MEASURES = ("risk_measures", *LAYERS)
ROW_BLOCK = "行"  # the block of a row of a table with a label on top of each column


@dataclass(slots=True)
class Line:
    """A label with its value, or a row without one, under part (Ⅱ, 別添2), section and block."""

    part: str
    section: str
    block: str  # 委託事項1, 提供先2, システム3, with its number in the document
    row: Row
    label: Label | None = None
    printed: Passage = field(default_factory=Passage)
    value: Passage = field(default_factory=Passage)
    side: str = ""  # the head above that says whose measures these are
    file: int = 0  # which of the files of the sheet


@dataclass(slots=True)
class Assessment:
    """The whole sheet in reading order."""

    title: Passage
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    attached: list[tuple[str, Passage]] = field(default_factory=list)
    listed: list[tuple[str, Passage]] = field(
        default_factory=list
    )  # items below heads of their own
    changed: list[Line] = field(default_factory=list)  # what a dated list of changes says now

    contents: list[Contents] = field(default_factory=list)  # lists of the places that are changed
    partial: bool = False  # it prints its changes one by one
    checklists: list[Sheet] = field(default_factory=list)

    @property
    def changed_steps(self) -> list[Line]:
        """What a dated list of changes says now of the flow of work."""
        return [line for line in self.changed if IN_STEPS.search(line.section)]

    @property
    def digest(self) -> bool:
        """Whether it prints only what was changed, place by place, with pages and reasons."""
        return self.partial or any(
            table.kind == "changes" and not table.dated for table in self.tables
        )

    def of(self, *fields: str) -> list[Line]:
        """The lines of these fields; of one that stands only among the changes, those."""
        found = [line for line in self.lines if line.label and line.label.field in fields]
        seen = {line.label.field for line in found if line.label}
        return found + [
            line
            for line in self.changed
            if line.label and line.label.field in fields and line.label.field not in seen
        ]


def counted(block: str) -> str:
    """システム1 of システム1@4: its rows may stand apart, and the number says that they are one."""
    name = block.partition("@")[0]
    return name if name[-1:].isdigit() else block
