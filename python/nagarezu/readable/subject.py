"""What the functions of the rules are given: the file with its tables found and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from nagarezu.opening.view import Book, Sheet
from nagarezu.readable.columns import Judged, judged
from nagarezu.readable.documentation import Documentation, documentation
from nagarezu.readable.layout import Frame, Layout, layout
from nagarezu.readable.outcome import Finding, Unchecked

Said = Iterator[Finding | Unchecked]


@dataclass(slots=True)
class Subject:
    """A file under check. `frames` are the tables of the file itself, without companions."""

    book: Book
    layouts: list[tuple[Sheet, Layout]]
    documentation: Documentation
    judged: list[list[Judged]] = field(default_factory=list)
    earlier: Subject | None = None

    @property
    def frames(self) -> list[Frame]:
        return [frame for _, found in self.layouts for frame in found.frames()]

    def columns(self) -> Iterator[Judged]:
        """Yield every column of every table."""
        return (column for columns in self.judged for column in columns)

    def data_columns(self) -> Iterator[Judged]:
        """Yield the columns of tables that are not documentation themselves."""
        for column in self.columns():
            if not self.documentation.documents(column.frame):
                yield column

    @property
    def can_document(self) -> bool:
        """Whether documentation would stand in the file: a CSV has it beside it, if at all."""
        return self.book.kind in ("xlsx", "ods") or bool(self.documentation.frames)


def subject(book: Book, earlier: Subject | None = None) -> Subject:
    """Find and judge the tables of a file."""
    layouts = [(sheet, layout(sheet)) for sheet in book.sheets]
    stated = documentation([frame for _, found in layouts for frame in found.frames()])
    own = [(sheet, found) for sheet, found in layouts if not sheet.companion]
    result = Subject(book, own, stated, earlier=earlier)
    result.judged = [judged(frame, _types(stated, frame)) for frame in result.frames]
    return result


def _types(stated: Documentation, frame: Frame) -> Callable[[str], str]:
    return lambda column: stated.type_of(frame.sheet.name, column)


def place_of(column: Judged) -> str:
    """The place of a column: that of its name, else of its first value."""
    shown = column.column.head or (column.cells[0] if column.cells else None)
    return column.frame.sheet.at(shown) if shown else column.frame.sheet.place("")
