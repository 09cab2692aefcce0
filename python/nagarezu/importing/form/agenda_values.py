"""What stands right of a label: cells of one row, of rows that go on, and of a table within."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda_rows import is_mark
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules.characters import fold, tidy

_MARKED = re.compile(
    r"^(?:[①-⑳㉑-㊿⑴-⒇・●○■◆【〔<＜]|[(（]?(?:\d{1,2}|[ア-ン])[)）.．、 　]"
    r"|\d{1,2}(?=[^\d\s年月日人件円回%,]))"
)
_SHORT = 16  # characters of a cell that holds a word and no text
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
                self.lines.setdefault(home, []).append(_wrapped(cell, "【", "】"))
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
        return _wrapped(cell, "（", "）") if len(text) > 1 else Passage()
    if role == "optional":
        return replace(cell, text="（任意）") if _TICKED.match(fold(text)) else Passage()
    return _wrapped(cell, "（", "）") if _OPTIONAL.search(text) and len(text) < 20 else Passage()


def _wrapped(cell: Passage, before: str, after: str) -> Passage:
    text = tidy(cell.text).strip("()（）【】")
    return replace(
        cell, text=f"{before}{text}{after}", starts=cell.starts[:1], spots=cell.spots[:1]
    )


def composed(cells: Sequence[Passage]) -> Passage:
    """The cells of one row: a number stands in front of its text, all else on a line of its own."""
    parts: list[Passage] = []
    waiting: Passage | None = None
    for cell in cells:
        if not cell:
            continue
        if waiting is not None:
            cell, waiting = joined([waiting, cell], " "), None
        if is_mark(cell.text):
            waiting = cell
        else:
            parts.append(cell)
    return joined([*parts, *([waiting] if waiting else [])])


def going_on(before: Passage, after: Passage) -> tuple[Passage, str]:
    """A value and the next part of it, with the rule that joined them."""
    if not before or not after:
        return (before or after), "continued_cell"
    last = before.text.rsplit("\n", 1)[-1].strip()
    first = after.text.split("\n", 1)[0].strip()
    words = max(len(last), len(first)) <= _SHORT and not last.endswith("。")
    if _MARKED.match(fold(first)) or last[-1] in "】〕" or words:
        return joined([before, after]), "continued_cell"
    value, doubled = continued(before, after)
    return value, "doubled_character" if doubled else "continued_cell"
