"""A table within a value: its columns by what they hold, of cells or of plain lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.wrapping import Broken
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy

_PIECE = re.compile(r"\S+(?:[ \u3000]\S+)*")
_TICKED = re.compile(r"^[○◯〇●レ✓✔]$")
_OPTIONAL = re.compile(r"任意|希望|必要に応じて")


@dataclass(slots=True)
class Table:
    """A table within a value: what stands above it, and its columns by what they hold."""

    above: Passage
    roles: dict[int, str]
    lines: dict[int, list[Passage]] = field(default_factory=dict)  # by the column of items

    def take(self, cells: Sequence[Passage]) -> bool:
        """Add a row; False for one that does not belong to the table."""
        named = {self.roles.get(at, ""): at for at, cell in enumerate(cells) if cell}
        if "items" not in named and "subjects" not in named:
            return False
        number = Passage()
        home = min(at for at, role in self.roles.items() if role in ("items", "subjects"))
        for at, cell in enumerate(cells):
            role = self.roles.get(at, "")
            if not cell or not role:
                continue
            if role == "number":
                number = cell
            elif role == "subjects":
                self.lines.setdefault(home, []).append(bracketed(cell, "【", "】"))
            elif role == "items":
                home = at
                whole = joined([number, cell], " ") if number else cell
                self.lines.setdefault(home, []).append(whole)
                number = Passage()
            elif self.lines.get(home) and (note := _note(role, cell)):
                self.lines[home][-1] = joined([self.lines[home][-1], note], "")
        return True

    @property
    def value(self) -> Passage:
        return joined([self.above, *[line for at in sorted(self.lines) for line in self.lines[at]]])


def table(above: Passage, cells: Sequence[Passage]) -> Table | None:
    """The table that begins if the cells are the heads of its columns: 番号, 情報項目, 備考."""
    roles: dict[int, str] = {}
    filled = [(at, cell) for at, cell in enumerate(cells) if cell]
    for at, cell in filled:
        label = labels.find("item_columns", cell.text)
        if label is None or label.rule == "label_look_alike" or len(cell.text) > 30:
            return None
        roles[at] = label.field
    if len(filled) < 2 or "items" not in roles.values():
        return None
    return Table(above, roles)


def _note(role: str, cell: Passage) -> Passage:
    """A remark belongs to the name of an item only where it says what the form's rules know."""
    text = tidy(cell.text)
    if role == "parts":
        return bracketed(cell, "（", "）") if len(text) > 1 else Passage()
    if role == "optional":
        return replace(cell, text="（任意）") if _TICKED.match(fold(text)) else Passage()
    return bracketed(cell, "（", "）") if _OPTIONAL.search(text) and len(text) < 20 else Passage()


def bracketed(cell: Passage, before: str = "【", after: str = "】") -> Passage:
    """A cell as a head or a remark: its words in brackets, where it stands."""
    text = tidy(cell.text).strip("()（）【】")
    return replace(
        cell, text=f"{before}{text}{after}", starts=cell.starts[:1], spots=cell.spots[:1]
    )


def remarked(lines: Sequence[Broken]) -> list[Broken]:
    """Lines of a value, those of a table such as 番号 情報項目 備考 with what its remarks say."""
    found: list[Broken] = []
    head: Table | None = None
    for line in lines:
        pieces = [line.text.part(*each.span()) for each in _PIECE.finditer(line.text.text)]
        if head is None:
            head = table(Passage(), pieces) if len(pieces) > 1 else None
            if head is None:
                found.append(line)
            continue
        if pieces[0].text.isdecimal() and len(pieces) > 1:
            pieces[:2] = [joined(pieces[:2], " ")]
        notes = [note for piece in pieces[1:] if (note := _note("remark", piece))]
        found.append(replace(line, text=joined([pieces[0], *notes], "")))
    return found
