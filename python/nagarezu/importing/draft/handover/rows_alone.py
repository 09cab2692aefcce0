"""A row of media without any line, where a line is told: the row says what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.passage import Passage

_LINES = ("lgwan", "dedicated_line", "vpn", "resident_network")
_LYING = ("paper", "usb_memory", "optical_disk")  # a magnetic disk may be that of the server


def _is_card(medium: Entity) -> bool:
    """ICカード, which a case has no word for: it is carried, and no line leads to it."""
    return medium.get("kind") == "electromagnetic" and str(medium.get("label")).endswith("カード")


def read(
    names: Names, matters: dict[str, Entity], found: Sequence[Statement]
) -> Iterator[Statement]:
    """A row with nothing but paper and what is carried, where a line leads to the same partner.

    The row then stands for all that there is.
    """
    for each in found:
        of = names.matters(each.partner) if each.partner and not each.matter else [each.matter]
        matter = of[0] if len(of) == 1 else ""
        row = matters.get(matter, {}).get("media", [])
        wired = each.way.line in _LINES and not (each.only or each.listed or each.drawn)
        if not (wired and row and each.partner) or each.links or each.direction == "receive":
            continue
        if names.all_of(matter) != [each.partner] and not names.is_label(each.partner):
            continue
        if not all(medium.get("kind") in _LYING or _is_card(medium) for medium in row):
            continue
        for medium in (medium for medium in row if not _is_card(medium)):
            label = str(medium.get("label", ""))
            way = Way("", str(medium["kind"]), "", label)
            yield Statement(
                each.partner,
                "",
                "",
                way,
                Passage(label),
                matter,
                only=True,
                printed=label,
                source=str(medium.get("source", "")),
            )
        return
