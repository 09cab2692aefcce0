"""One statement of a handover, as a place of the document makes it."""

from __future__ import annotations

from dataclasses import dataclass

from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.passage import Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """With whom (an identity of `Names`), which way round as the own side sees it, what, by what.

    `only`: the place names all the ways; `listed`: it is a row of media, what may be handed over;
    `back`: it is what comes back, and may be what was sent.
    """

    partner: str
    direction: str
    what: str
    way: Way
    passage: Passage
    matter: str = ""
    only: bool = False
    listed: bool = False
    links: bool = False  # a line that stands between two systems, by which things may go
    back: bool = False
    drawn: bool = False  # a line of a figure: 甲課 → 乙社
    printed: str = ""
    source: str = ""  # where it stands, if the passage does not know
