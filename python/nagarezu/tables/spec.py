"""The vocabulary in which the catalogue describes its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nagarezu.languages import Lang, Text
from nagarezu.tables.table import Column, Kind

End = Literal["", "lower", "upper"]
_ENDS = {"lower": Text("（下限）", " (lower)"), "upper": Text("（上限）", " (upper)")}


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of the catalogue; its fields are those of Column, in two languages."""

    name: str
    label: Text
    unit: str = ""
    words: str = ""
    unit_from: str = ""
    end: End = ""
    partner: str = ""
    paper: bool = True

    def column(self, kind: Kind, lang: Lang) -> Column:
        base = self.label.in_(lang)
        ending = _ENDS[self.end].in_(lang) if self.end else ""
        return Column(
            name=self.name,
            label=base + ending,
            unit=self.unit or None,
            kind=kind,
            words=self.words,
            unit_from=self.unit_from,
            end=self.end,
            partner=self.partner,
            pair=base if self.end else "",
            paper=self.paper,
        )


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table of the catalogue. `number` is that of the papers, empty for an appendix table.

    `one_per_recipient` names the list of words for tables with one column a recipient.
    """

    name: str
    number: str
    title: Text
    columns: tuple[ColumnSpec, ...]
    one_per_recipient: str = ""

    def known(self) -> dict[str, ColumnSpec]:
        return {column.name: column for column in self.columns}


def col(
    name: str,
    ja: str,
    en: str,
    *,
    unit: str = "",
    words: str = "",
    unit_from: str = "",
    paper: bool = True,
) -> ColumnSpec:
    return ColumnSpec(name, Text(ja, en), unit, words, unit_from, paper=paper)


def ends(
    name: str, ja: str, en: str, *, unit: str = "", unit_from: str = "", lower: str = ""
) -> tuple[ColumnSpec, ColumnSpec]:
    """Return the columns `name_lower` and `name_upper` of one bounded number.

    `name` may be empty, and the contract may call the lower one otherwise.
    """
    label, stem = Text(ja, en), f"{name}_" if name else ""
    least, most = lower or f"{stem}lower", f"{stem}upper"
    return (
        ColumnSpec(least, label, unit, unit_from=unit_from, end="lower", partner=most),
        ColumnSpec(most, label, unit, unit_from=unit_from, end="upper", partner=least),
    )


def table(
    name: str,
    number: str,
    ja: str,
    en: str,
    *columns: ColumnSpec | tuple[ColumnSpec, ...],
    one_per_recipient: str = "",
) -> TableSpec:
    """Describe one table; a pair of ends counts as two columns, and `case` comes first."""
    flat = [CASE]
    for column in columns:
        flat.extend(column if isinstance(column, tuple) else (column,))
    return TableSpec(name, number, Text(ja, en), tuple(flat), one_per_recipient)


CASE = ColumnSpec("case", Text("案件", "Case"), words="case")
