"""Table: columns with labels and units, rows, notes. Every output is made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from nagarezu.inert import json_text
from nagarezu.languages import Lang

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "whole", "real", "truth"]
Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

_DTYPES: dict[Kind, Any] = {
    "text": "string",
    "whole": "Int64",
    "real": "Float64",
    "truth": "boolean",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `unit` is a word of the contract (`person`, `item`) or None.

    The rest says how people read it: `words` names the list that translates its values (with `?`
    at its end, a row may be without a value, which is then nothing unknown),
    `unit_from` the column with the unit of each row; `end`, `partner` (the column of the other end)
    and `pair` (the label of both) make two columns one of bounds; and `paper` is False for ids that
    stand beside their label.
    """

    name: str
    label: str
    unit: str | None = None
    kind: Kind = "text"
    words: str = ""
    unit_from: str = ""
    end: Literal["", "lower", "upper"] = ""
    partner: str = ""
    pair: str = ""
    paper: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a table: the core's code and values, and their wording."""

    case: str
    code: str
    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        values = dict(self.values)
        return {"case": self.case, "code": self.code, "text": self.text, "values": values}


# Label of an entity of a case: (case, kind, id) → what is printed for it, or None if unknown.
Names = Callable[[str, str, str], str | None]


def no_names(case: str, kind: str, id_: str) -> str | None:
    """No labels known: ids stand for themselves."""
    return None


@dataclass(frozen=True, slots=True)
class Table:
    """An immutable table of the catalogue. Unknown is None, never 0 and never False."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    number: str = ""
    lang: Lang = "ja"
    names: Names = field(default=no_names, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Yield the rows as dictionaries from column name to value."""
        keys = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(keys, row, strict=True))

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self.rows)} rows × {len(self.columns)} columns>"

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the values of one column; KeyError for a name that the table does not have."""
        for position, column in enumerate(self.columns):
            if column.name == name:
                return tuple(row[position] for row in self.rows)
        raise KeyError(name)

    def to_json(self) -> dict[str, Any]:
        """Return the table as the JSON object of the contract."""
        columns = [{"name": c.name, "label": c.label, "unit": c.unit} for c in self.columns]
        return {
            "table": self.name,
            "title": self.title,
            "columns": columns,
            "rows": list(self),
            "notes": [note.to_json() for note in self.notes],
        }

    def json_text(self) -> str:
        """Return the text of a JSON file."""
        return json_text(self.to_json()) + "\n"

    def to_frame(self) -> pd.DataFrame:
        """Return a pandas DataFrame with nullable types; unknown is NA."""
        import pandas as pd

        values = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return pd.DataFrame(
            {
                column.name: pd.array(list(cells), dtype=_DTYPES[column.kind])
                for column, cells in zip(self.columns, values, strict=True)
            }
        )

    def to_csv(self, *, excel: bool = False) -> str:
        """Return CSV with column names; for Excel with a byte order mark and CRLF."""
        from nagarezu.tables.writers import csv

        return csv(self, excel=excel)

    def to_markdown(self) -> str:
        from nagarezu.tables.writers import markdown

        return markdown(self)

    def to_text(self) -> str:
        from nagarezu.tables.writers import text

        return text(self)

    def _repr_html_(self) -> str:
        from nagarezu.display import table_html

        return table_html(self)
