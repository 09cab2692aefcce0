"""Whether a medium that a row lists is spoken of in another place, in words that nobody reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

CARRIED = ("usb_memory", "memory_card", "optical_disk", "magnetic_tape")
_NUMBERED = re.compile("別紙")  # a paper that is attached, no medium
_MOVED = re.compile(
    "渡|送|持参|提出|交付|郵|搬|回収|返却|返還|返[さしす]|戻[さしす]|持って|持ち込|差し出|届|受け|受領|預"
)  # not just kept


def unread(
    names: Names,
    row: Statement,
    found: Sequence[Statement],
    placed: Sequence[tuple[str, Row]],
) -> bool:
    """Whether a carrier of the row goes with its partner in words that nobody reads.

    Then what is read of that partner does not name all the ways.
    """
    if row.only or row.way.thing not in CARRIED:
        return False
    of_him = (each for each in found if each.partner == row.partner and not each.listed)
    known = any(each.way.thing == row.way.thing for each in of_him)
    return not known and told(names, row, placed, found, moved_only=True)


def told(
    names: Names,
    stated: Statement,
    placed: Sequence[tuple[str, Row]],
    found: Sequence[Statement],
    *,
    moved_only: bool = False,
) -> bool:
    """Whether the medium of a row of media is named in another place that may be about the same.

    Then it has its use there, though nobody reads which. What names nobody is about another partner
    to whom such a medium goes.
    """
    if stated.only:  # beside a column of ways
        return False
    with_others = any(
        each.way.thing == stated.way.thing and each.partner not in ("", stated.partner)
        for each in found
        if stated.partner and stated.way.thing in CARRIED and not each.listed
    )
    places = set((stated.source or stated.passage.source).split())
    label, *things = _called(stated)
    for matter, row in placed:
        text = _NUMBERED.sub("", key(row.text))
        named = label in text and not moved_only
        if moved_only:  # in one sentence, not in the row that lists what there is
            moved = any(label in one and _MOVED.search(one) for one in text.split("。")[:-1])
        else:
            moved = bool(_MOVED.search(text)) and any(each in text for each in things)
        if places & set(row.places) or not (named or moved):
            continue
        whose = {identity for _, identity in names.within(row.text)}
        about = stated.partner in whose if whose or with_others else True
        if (matter == stated.matter or not matter) and (about or not stated.partner):
            return True
    return False


_KIND, _PAPERS = 3, "票書表簿証届状帳"


def _called(stated: Statement) -> list[str]:
    """How a medium may be spoken of: 紙媒体（申込書及び写真） is 申込書 elsewhere."""
    label = key(stated.way.label.split("・")[0])
    printed = key(stated.passage.text)
    within = compiled(rf"{re.escape(label)}[^()、。及並又と]{{0,6}}\(([^()]+)\)").search(printed)
    things = compiled("及び|並びに|又は|[、・]|と").split(within[1]) if within else []
    kinds = [each[-_KIND:] for each in things if len(each) > _KIND and each[-1] in _PAPERS]
    return [label, *(each for each in things if len(each) > 1), *kinds]  # 受付票 of 予約受付票
