"""Persons whom the item lists of a 答申 or 諮問書 name where no part says of whom it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

_OF_GROUP = re.compile(
    r"(?P<who>[^()（）、。]{2,20}?)(?:に関する|に係る|の)?(?:情報|項目|事項|データ)$"
)


def of_lists(groups: Groups, paper: Prose, lists: Sequence[ItemList]) -> None:
    """No part names the subjects: 保護者情報（氏名、住所） in a list speaks of 保護者, too."""
    if paper.about("subjects") or not groups.groups:
        return
    for entry in [entry for each in lists for entry in _grouping(each.entries)]:
        match = _OF_GROUP.match(entry.label)
        who = match["who"] if match else ""
        names = [key(each) for each in compiled("及び|並びに|、").split(who)]
        labels = [key(each.label) for each in groups.groups]
        known = all(any(name in label for label in labels) for name in names)
        if who and not known and subjects.names_persons(who):
            groups.name(who, entry.passage)


def _grouping(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.children:
            yield entry
            yield from _grouping(entry.children)
