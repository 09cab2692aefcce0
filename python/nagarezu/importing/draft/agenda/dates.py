"""Days that an agenda paper calls something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold, tidy

_EVENT = re.compile(
    r"[ ]?(?:に|から|より|付けで?)?[ ]?(?P<what>公布|施行|開始|導入|変更|委任開始|"
    r"委託開始|稼働|実施|改正|諮問|答申)"
)
_EVENT_BEFORE = re.compile(
    r"(?P<what>変更日|施行日|実施日|開始日|稼働日|導入日|公布日|実施時期)[ :：]*$"
)


def named_days(builder: Builder, rows: Sequence[Row]) -> None:
    """Days that the text calls something: 変更日 令和元年11月5日, H27.1.30 委任開始."""
    found: dict[tuple[str, str], Entity] = {}
    for row in rows:
        for cell in row.filled:
            for each in dates(cell.text):
                if not each.iso:
                    continue
                folded = fold(cell.text)
                after = _EVENT.match(folded, each.end)
                before = _EVENT_BEFORE.search(folded[max(each.start - 12, 0) : each.start])
                word = before["what"] if before else after["what"] if after else ""
                if not word:
                    continue
                passage = cell.part(each.start, each.end)
                entity = found.setdefault(
                    (word, each.iso),
                    {"label": word, "printed": tidy(each.printed), "date": each.iso, "source": ""},
                )
                places = dict.fromkeys([*entity["source"].split(), *passage.source.split()])
                entity["source"] = " ".join(places)
                entity.setdefault("provenance", [evidence("date", passage, each.iso, "dates")])
    for entity in found.values():
        builder.add("dates", entity)
