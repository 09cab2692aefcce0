"""What a test document is made of, before a builder gives it a format.

Text is printed as it stands. `[[…]]` is printed bold and underlined, which marks an addition; a
line feed within a cell starts a new paragraph there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Family = Literal["agenda", "answer", "register", "assessment"]
Kind = Literal[
    "subject",
    "item",
    "recipient",
    "safeguard",
    "mark",
    "period",
    "clause",
    "reference",
]


@dataclass(frozen=True)
class Line:
    """A paragraph. `key` is the name by which facts point at it; level 1 and up is a heading."""

    text: str
    key: str = ""
    level: int = 0


@dataclass(frozen=True)
class Cell:
    text: str
    key: str = ""
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """A ruled table; a cell covered by one above or before it is left out of its row."""

    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""

    @property
    def columns(self) -> int:
        return max(column + cell.columns for _, column, cell in self.placed())

    def placed(self) -> list[tuple[int, int, Cell]]:
        """Each cell with its row and column, from 0."""
        taken: set[tuple[int, int]] = set()
        found = []
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                found.append((row, column, cell))
                taken |= {
                    (row + down, column + right)
                    for down in range(cell.rows)
                    for right in range(cell.columns)
                }
                column += cell.columns
        return found


@dataclass(frozen=True)
class Break:
    """The next part starts on a new page."""


Part = Line | Table | Break


@dataclass(frozen=True)
class Fact:
    """One fact of a kind, stated at the part of the name `at`; README.md lists the values."""

    kind: Kind
    at: str
    value: dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """What `check` must ask about the draft: a code of docs/findings.md and the parts at odds."""

    code: str
    at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    name: str
    family: Family
    title: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...] = ()
    without_emphasis: tuple[Finding, ...] = ()  # further questions where a format cannot print it
    traps: tuple[int, ...] = ()  # of forms.md, which the paper has on purpose
    markup: bool = False  # its text form keeps <p> and the like
    header: str = field(default="")  # printed on top of every page


def table(name: str, *rows: tuple[Cell | str, ...]) -> Table:
    """A table from cells and plain texts."""
    made = tuple(tuple(Cell(c) if isinstance(c, str) else c for c in row) for row in rows)
    return Table(made, name)


def sheet(name: str, prefix: str, rows: dict[str, tuple[str, str]]) -> Table:
    """Two columns; each row is key: (label, content), the content known as `prefix.key`."""
    return table(
        name,
        *((label, Cell(text, f"{prefix}.{key}")) for key, (label, text) in rows.items()),
    )


def items(matter: int, at: str, *labels: str, optional: tuple[str, ...] = ()) -> list[Fact]:
    """Entries of one list, numbered as they stand: `4.1` is within the fourth."""
    facts = []
    for number, label in enumerate(labels, start=1):
        position, _, name = label.rpartition("=")
        value: dict[str, Any] = {"matter": matter, "position": position or str(number)}
        value |= {"label": name}
        if name in optional:
            value["optional"] = True
        facts.append(Fact("item", at, value))
    return facts


def safeguards(matter: int, at: str, party: str, layer: str, *positions: str) -> list[Fact]:
    return [
        Fact(
            "safeguard",
            at,
            {"matter": matter, "party": party, "layer": layer, "position": position},
        )
        for position in positions
    ]


def subject(
    at: str, label: str, count: tuple[int | None, str, str | None, str] | None = None
) -> Fact:
    """A group; `count` is (value, unit, as_of, bound)."""
    value: dict[str, Any] = {"label": label}
    if count:
        value |= dict(zip(("count", "unit", "as_of", "bound"), count, strict=True))
    return Fact("subject", at, value)


def recipient(matter: int, at: str, label: str, relation: str, tier: int = 1) -> Fact:
    return Fact(
        "recipient", at, {"matter": matter, "label": label, "relation": relation, "tier": tier}
    )


def period(matter: int, at: str, printed: str, start: str, end: str | None) -> Fact:
    return Fact("period", at, {"matter": matter, "printed": printed, "start": start, "end": end})


def reference(at: str, label: str, resolved: bool | None = None) -> Fact:
    return Fact("reference", at, {"label": label, "resolved": resolved})
