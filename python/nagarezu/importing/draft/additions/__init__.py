"""What a paper says is new: items of its lists, partners, and what its titles promise.

`listed` reads what lists note of their own items, `told` the sentences that name items, `partners`
those that name partners; `titles` holds what a title promises against all of it. `words` knows what
tells of something new, and what denies it or tells of the past.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.importing.draft.additions import listed, partners, told
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.agenda.sheet import Sheet

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made


def of_sheets(builder: Builder, made: Sequence[Made], found: Sequence[Sheet]) -> None:
    """Mark what the sheets of an agenda paper say is new; other forms have rows for it."""
    told.write(builder, found)
    listed.marks(builder, made)
    partners.write(builder, made, found)
