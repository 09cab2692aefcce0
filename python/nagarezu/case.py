"""Case: one council document as a user holds it in the hand."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from nagarezu import _native
from nagarezu.errors import Fault, InvalidInput
from nagarezu.languages import Lang, language
from nagarezu.whatif import Editable

if TYPE_CHECKING:
    from nagarezu._core import Case as CoreCase
    from nagarezu.edits import Edit
    from nagarezu.report.figures import Figure
    from nagarezu.tables import Table

PathLike = str | os.PathLike[str]
Handlers = int | tuple[int | None, int | None] | None

# Lists of the case format whose entities have a label, and the member that holds it.
_LABELLED = {
    "matters": ("matter", "title"),
    "subjects": ("subject", "label"),
    "items": ("item", "label"),
    "holders": ("holder", "label"),
    "lists": ("list", "label"),
    "claims": ("claim", "label"),
}


class Municipality(NamedTuple):
    """Six-digit code with check digit (empty if not stated) and name."""

    code: str
    name: str


class Case(Editable):
    """An agenda document as a graph of who holds what of whom. Made by `load`, never changed."""

    def __init__(
        self,
        core: CoreCase,
        warnings: tuple[Fault, ...] = (),
        *,
        base: Case | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> None:
        super().__init__(core, base=base, edits=edits)
        self.warnings = warnings

    @classmethod
    def load(cls, path: PathLike) -> Case:
        """Read a case file. InvalidInput lists every error with its place."""
        return _accepted(_native.read_file(os.fspath(path)))

    @classmethod
    def from_json(cls, text: str | bytes, name: str = "<text>") -> Case:
        """Read a case from the text of a case file; errors call it `name`."""
        content = text.encode("utf-8") if isinstance(text, str) else text
        return _accepted(_native.read_text(content, name))

    @property
    def id(self) -> str:
        return self._core.id

    @property
    def title(self) -> str:
        return self._core.title

    @property
    def municipality(self) -> Municipality:
        stated = self._core.municipality
        return Municipality(stated["code"], stated["name"])

    @property
    def body(self) -> str:
        """The council that the document was put to."""
        return self._core.body

    @property
    def procedure(self) -> str:
        """How it was put: a word of the case format such as `consultation`."""
        return self._core.procedure

    @property
    def counts(self) -> dict[str, int]:
        """How many matters, subjects, items, holders … the case has."""
        return self._core.counts()

    @property
    def readings(self) -> dict[str, int]:
        """How many values were read from a document, by state of review (docs/case-format.md).

        A paper made of a draft says so as long as some are `unreviewed`.
        """
        return self._core.readings()

    def table(self, name: str, *, lang: Lang = "ja") -> Table:
        """Compute one table of the catalogue."""
        # Tables know cases; the other way is only this convenience, resolved on use.
        from nagarezu import tables

        return tables.of_case(self, name, lang=lang)

    def tables(self, *, lang: Lang = "ja") -> dict[str, Table]:
        """Compute every table of the catalogue, by name."""
        from nagarezu import tables

        return {name: self.table(name, lang=lang) for name in tables.table_names()}

    def assessment(
        self, *, handlers: Handlers = None, accident: bool | None = None, lang: Lang = "ja"
    ) -> Table:
        """Compute the table `assessment` with what no case states.

        `handlers` is how many people handle the file, or a lower and an upper bound; `accident`
        whether there was a serious one in the past year. What is not given stays unknown.
        """
        from nagarezu import tables

        frame = _native.assessment(self._core, _native.handling(handlers, accident))
        return tables.from_core("assessment", self.id, frame, lang=language(lang), names=self.label)

    def crossing(
        self, after: Case, *, handlers: Handlers = None, accident: bool | None = None
    ) -> str:
        """Say whether a change of this case to `after` crosses from one assessment band to another.

        `none`, `up`, `down`, or `unknown` where the bounds allow several. The handling is the same
        on both sides, whatever it is. No band, where there is no individual number, is the lowest.
        """
        given = _native.handling(handlers, accident)
        return _native.crossing(self._core, after._core, given)

    def report(self, path: PathLike, *, lang: Lang = "ja", box: str = "") -> Path:
        """Write the paper of this case; the suffix of `path` says in which format.

        `box` is what stands in the box at the top right, such as 資料1-1.
        """
        from nagarezu import report

        return report.write([self], path, lang=lang, box=box)

    def flow_map(self, *, lang: Lang = "ja") -> Figure:
        """Draw 図1: who sends what to whom. MissingExtra without the layout engine."""
        from nagarezu.report import figures

        return figures.flow_map_of(self, lang=lang)

    def timeline(self, *, lang: Lang = "ja") -> Figure:
        """Draw 図2: the periods of the matters."""
        from nagarezu.report import figures

        return figures.timeline_of(self, lang=lang)

    def concentration(self, *, lang: Lang = "ja") -> Figure:
        """Draw 図3: items of each external recipient."""
        from nagarezu.report import figures

        return figures.concentration_of(self, lang=lang)

    def explore(self, *, lang: Lang = "ja") -> Any:
        """Return 図1 as a notebook widget to click through; without anywidget, the figure."""
        from nagarezu.report import explorer

        return explorer.explore(self, lang=lang)

    def deltas(self, *, lang: Lang = "ja") -> Table:
        """Compute what the edits do to the metrics: one row for each number that is not the same.

        Notes name the edits, and what they took along. A case without edits has no rows.
        """
        from nagarezu import tables

        return tables.comparison.deltas(self.base, self, lang=lang)

    def frame(self, name: str) -> Mapping[str, Any]:
        """Return the columns of one table as the core gives them, without wording."""
        return _native.frame(self._core, name)

    def witness(
        self, holder: str, item: str, subject: str, *, reach: str = "upper"
    ) -> Mapping[str, Any] | None:
        """Return the shortest way of an item of a group to a holder: flows, holders and depth.

        None if it does not arrive; KeyError for an unknown id. `reach` is `lower`, `upper` or
        `potential`.
        """
        return self._core.witness(holder, item, subject, reach)

    def linkage(self, *holders: str, lang: Lang = "ja") -> Table:
        """Return the table `linkage` for these holders alone: what they could join together.

        KeyError for an unknown holder.
        """
        from nagarezu import tables

        frame = self._core.linkage(holders)
        return tables.from_core("linkage", self.id, frame, lang=language(lang), names=self.label)

    def label(self, case: str, kind: str, id_: str) -> str | None:
        """Return the printed label of an entity of this case; None if there is no such entity."""
        return self._labels.get((kind, id_)) if case == self.id else None

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        content = json.loads(self._core.to_json())
        labels = {("case", self.id): self.title}
        for key, (kind, member) in _LABELLED.items():
            for entity in content.get(key, []):
                if entity.get(member):
                    labels[kind, entity["id"]] = entity[member]
        for matter in content.get("matters", []):
            labels["matter_kinds", matter["id"]] = " ".join(matter.get("kinds", []))
        for flow in content.get("flows", []):
            ends = [labels["holder", id_] for id_ in flow.get("to", [])]
            start = labels.get(("holder", flow.get("from", "")), "")
            labels["flow", flow["id"]] = f"{start} → {'・'.join(ends)}".strip()
        return labels

    def to_json(self) -> str:
        """Return the text of the case file, the same for equal cases."""
        return self._core.to_json()

    def save(self, path: PathLike) -> Path:
        """Write the case file whole or not at all."""
        from nagarezu.files import write_whole

        return write_whole(path, self.to_json().encode("utf-8"))

    def __repr__(self) -> str:
        counts = self.counts
        parts = (f"{counts[kind]} {kind}" for kind in ("matters", "holders", "flows", "items"))
        return f"<Case {self.id}: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        from nagarezu import display

        return display.case_html(self)


def _accepted(reading: _native.Reading) -> Case:
    core, faults = reading
    if core is None:
        raise InvalidInput(faults)
    return Case(core, faults)


def load(path: PathLike) -> Case:
    """Read a case file. InvalidInput lists every error with its place."""
    return Case.load(path)


def load_many(paths: Iterable[PathLike], *, threads: int | None = None) -> list[Case]:
    """Read many case files over several threads, in order.

    InvalidInput lists the errors of all files; then none is returned. `check_many` returns both.
    """
    readings = check_many(paths, threads=threads)
    errors = [fault for case, faults in readings if case is None for fault in faults]
    if errors:
        raise InvalidInput(errors)
    return [case for case, _ in readings if case is not None]


def check_many(
    paths: Iterable[PathLike], *, threads: int | None = None
) -> list[tuple[Case | None, tuple[Fault, ...]]]:
    """Read many case files and return, for each, the case (or None) and its faults."""
    readings = _native.read_files([os.fspath(path) for path in paths], threads)
    return [(Case(core, faults) if core is not None else None, faults) for core, faults in readings]
