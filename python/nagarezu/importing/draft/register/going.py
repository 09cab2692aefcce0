"""Where the information of a file goes, as its card tells it, before it becomes flows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.fields.names import Name
from nagarezu.importing.passage import Passage


@dataclass(slots=True)
class Share:
    """The items that only some holders get: 提供する項目."""

    label: Passage
    text: Passage
    lists: list[str] | None = None  # ids once written; empty if the items are not there


@dataclass(slots=True)
class Going:
    """One holder, with the relation, the field that names its items, and these if it does."""

    relation: str
    name: Name
    items_of: str
    giver: str = ""
    share: Share | None = None


@dataclass(slots=True)
class Told:
    """What a file says of where its information goes."""

    going: list[Going] = field(default_factory=list)
    waiting: dict[str, Share] = field(default_factory=dict)  # items in front of their holders
    no_reentrust: Passage = field(default_factory=Passage)
    written: Sequence[str] = ()  # the lists of what the file records
