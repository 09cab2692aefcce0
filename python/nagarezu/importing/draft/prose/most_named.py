"""Groups of a paper without a part on them: whom it names most, and how many there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_PERSONS = re.compile(
    r"(?<![一-龥ァ-ヶー])(?P<who>[一-龥ァ-ヶー]{0,10}(?:対象者|申請者|利用者|受給者|登録者|申込者|予約者|参加者|該当者))"
)


def read(groups: Groups, rows: Sequence[Row]) -> None:
    """No part says of whom the paper speaks: the group that it names most, as a question."""
    seen: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for row in rows:
        for match in _PERSONS.finditer(tidy(row.text)):
            seen[match["who"]] += 1
            first.setdefault(match["who"], row.filled[0])
    for who, times in seen.most_common(2):
        if times >= 3:
            groups.name(who, first[who])
            groups.builder.notes.ask(first[who], "subjects_not_stated")
    for row in rows if groups.groups else ():
        for cell in row.filled:
            _of_subject(groups, cell)


# 申込者は年々増えており、…現在で100件の登録がある
_OF_SUBJECT = re.compile(
    r"(?:^|(?<=。))(?P<who>[^、。はが]{2,24})(?:は|が)、?(?P<between>[^。はが]{0,60}?)$"
)
_HAD = re.compile(r"[ ]?(?:の(?:登録|利用|申込み?|申請|届出)|が登録|である|に(?:上|達|の))")


def _of_subject(groups: Groups, passage: Passage) -> None:
    """A number that the same sentence says of its subject, a group that is named."""
    folded = fold(passage.text)
    for count in counts(passage.text):
        lead = _OF_SUBJECT.search(
            compiled(r"\s").sub("", compiled("[\n。]").split(folded[: count.start])[-1])
        )
        for group in groups.groups if lead and _HAD.match(folded[count.end :]) else ():
            if lead and key(lead["who"]) == key(group.label):
                groups._give(group, count, passage, group.label)
