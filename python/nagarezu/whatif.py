"""What a case can be asked to be: edits that give a new case, and what they do to the metrics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from nagarezu import _native
from nagarezu.edits import (
    Edit,
    WithFlow,
    WithItem,
    WithoutFlow,
    WithoutItem,
    WithoutRecipient,
    WithRecipient,
    WithSafeguard,
)
from nagarezu.errors import UsageError

if TYPE_CHECKING:
    from nagarezu._core import Case as CoreCase


class Editable:
    """The part of a Case that edits it. Each edit gives a new case; this one stays as it is.

    A refused edit raises InvalidEdit, whose hint names the nearest known ids.
    """

    def __init__(
        self, core: CoreCase, *, base: Self | None = None, edits: tuple[Edit, ...] = ()
    ) -> None:
        self._core = core
        self.base: Self = self if base is None else base
        self.edits = edits

    def edited(self, edit: Edit) -> Self:
        """Return this case with one edit applied. Its `base` is the case that was read."""
        core = _native.edited(self._core, edit)
        return type(self)(core, base=self.base, edits=(*self.edits, edit))

    def without(self, *, item: str = "", flow: str = "", recipient: str = "") -> Self:
        """Leave out an item, a flow or a recipient; an item with a flow leaves that flow only."""
        if recipient and not (item or flow):
            return self.edited(WithoutRecipient(recipient))
        if item and not recipient:
            return self.edited(WithoutItem(item, flow))
        if flow and not recipient:
            return self.edited(WithoutFlow(flow))
        raise UsageError("name an item, an item and its flow, a flow, or a recipient")

    def with_safeguard(self, category: str, *, flow: str = "", party: str = "own") -> Self:
        """State one more safeguard, for a flow or for the whole case."""
        return self.edited(WithSafeguard(category, flow, party))

    def with_item(
        self, item: str, *, flow: str, label: str = "", classes: Sequence[str] = ()
    ) -> Self:
        """Let a flow list one more item: one of the case or, with a label, a new one."""
        return self.edited(WithItem(item, flow, label, tuple(classes)))

    def with_flow(
        self,
        flow: str,
        *,
        from_: str = "",
        to: str | Sequence[str] = (),
        relation: str = "provide",
        items: Sequence[str] = (),
        subjects: Sequence[str] = (),
        matter: str = "",
    ) -> Self:
        """Add a flow. Without items it is open, without subjects its subjects are."""
        targets = (to,) if isinstance(to, str) else tuple(to)
        new = WithFlow(flow, from_, targets, relation, tuple(items), tuple(subjects), matter)
        return self.edited(new)

    def with_recipient(self, recipient: str, *, label: str, flow: str = "") -> Self:
        """Add an organisation outside; with a flow, it receives what that flow carries."""
        return self.edited(WithRecipient(recipient, label, flow))
