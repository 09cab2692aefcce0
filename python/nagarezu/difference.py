"""Two cases compared: `ng.diff(a, b)` says what changed, and what it does to the metrics."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from nagarezu.languages import Lang, language

if TYPE_CHECKING:
    from nagarezu.case import Case
    from nagarezu.tables import Table


class Diff:
    """What leads from `before` to `after`. Tables are computed when they are first asked for."""

    def __init__(
        self,
        before: Case,
        after: Case,
        *,
        lang: Lang = "ja",
        changed_on: str | None = None,
        timing: str | None = None,
        timing_reason: str | None = None,
    ) -> None:
        self.before, self.after, self.lang = before, after, language(lang)
        from nagarezu import tables

        tables.comparison.known_timing(timing)
        self._form = {
            "changed_on": changed_on,
            "timing": timing,
            "timing_reason": timing_reason,
        }

    @cached_property
    def changes(self) -> Table:
        """Everything that differs, with both places; proposed new names stand last."""
        from nagarezu import tables

        return tables.comparison.difference(self.before, self.after, lang=self.lang)

    @cached_property
    def effects(self) -> Table:
        """Every number of the catalogue that is not the same."""
        from nagarezu import tables

        return tables.comparison.effects(self.before, self.after, lang=self.lang)

    @cached_property
    def change_list(self) -> Table:
        """The 変更箇所一覧 in the official shape. What nobody stated is unknown, not invented."""
        from nagarezu import tables

        return tables.comparison.change_list(self.changes, **self._form)

    @property
    def tables(self) -> tuple[Table, Table, Table]:
        return (self.changes, self.effects, self.change_list)

    def story(self, lang: Lang | None = None) -> str:
        """Tell it in one to four plain sentences, one a line, made of the values of the tables."""
        from nagarezu import tables

        if lang is None or lang == self.lang:
            return tables.story.story(self.after, self.changes, self.effects)
        other = Diff(self.before, self.after, lang=lang)
        return tables.story.story(other.after, other.changes, other.effects)

    def to_json(self) -> dict[str, Any]:
        """Return one object: both ids, the story as a list of sentences, and the three tables."""
        return {
            "before": self.before.id,
            "after": self.after.id,
            "story": self.story().splitlines(),
            "difference": self.changes.to_json(),
            "effects": self.effects.to_json(),
            "change_list": self.change_list.to_json(),
        }

    def __repr__(self) -> str:
        counted = f"{len(self.changes)} differences, {len(self.effects)} effects"
        return f"<Diff {self.before.id} → {self.after.id}: {counted}>"

    def _repr_html_(self) -> str:
        from nagarezu import display

        return display.diff_html(self)


def diff(
    before: Case,
    after: Case,
    *,
    lang: Lang = "ja",
    changed_on: str | None = None,
    timing: str | None = None,
    timing_reason: str | None = None,
) -> Diff:
    """Compare two cases by meaning.

    The last three fill columns of the official list that no case states: 変更日, 提出時期 (事前 or
    事後) and its explanation. What is not given stays unknown.
    """
    return Diff(
        before,
        after,
        lang=lang,
        changed_on=changed_on,
        timing=timing,
        timing_reason=timing_reason,
    )
