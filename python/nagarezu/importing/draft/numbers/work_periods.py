"""Periods of work that rows of content tell, beside those of the row for time."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields.periods import Period
from nagarezu.importing.fields.work_periods import WorkPeriod, told
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key


def write(matter: Entity, passage: Passage, *, closed: bool = False, part: str = "") -> None:
    """Add the periods that a row tells to its matter.

    `closed` takes only those that say when the work ends, for running text that also tells since
    when something is done.
    """
    for each in told(passage):
        own = part and _OFFICE.search(key(each.name))
        if (each.period.end or not closed) and not own:
            add(matter, each, part)


# in the block of a contract, what the office does by itself, before the contract or after it
_OFFICE = re.compile(r"(?:検収|支払い?|選定|契約(?:の?締結)?|入札|公募|精算|清算|公告)$")
_USED = re.compile(
    r"(?:運用|稼働|供用|公開|利用|保守|適用|切替え?|サービス)(?:の?開始)?日?$|開始日?$"
)


_TERM = re.compile(r"(?:指定|協定)(?:管理)?の?期間$")


def puts_to_use(work: WorkPeriod) -> bool:
    """Whether it is the use of something, which may follow the contract for it."""
    return bool(_USED.search(key(work.name)))


def _next_day(contract: Entity, period: Period) -> bool:
    """Whether work begins on the day after a contract: as operation it would only follow it."""
    end = contract.get("end", "")
    if contract["kind"] != "contract" or len(end) < len("2024-04-01") or not period.start:
        return False
    following = date.fromisoformat(end) + timedelta(days=1)
    first = period.start + "-01" * ((len(end) - len(period.start)) // len("-01"))
    return following.isoformat() == first


def kind_of(matter: Entity, work: WorkPeriod) -> str:
    """Operation, but work where it begins on the day after a contract and is no use.

    指定の期間 is a term by itself, of another contract.
    """
    if work.period.end and _TERM.search(key(work.name)):
        return "contract"
    follows = any(_next_day(each, work.period) for each in matter.get("periods", []))
    return "work" if work.period.end and follows and not puts_to_use(work) else "operation"


def add(matter: Entity, work: WorkPeriod, part: str = "") -> None:
    """Add one period unless the matter has one of the same time.

    It is one of operation: what is done under a matter has to lie within the contracts of that
    matter, not of any of the paper; but work from the day after the contract is no operation,
    which may begin then. What is done to a system without a contract on its own sheet
    is work for the contracts of the other sheets. `part` names the contract of several in one
    matter, as the period of that contract does.
    """
    period = work.period
    known = matter.setdefault("periods", [])
    if any(
        (each.get("start", ""), each.get("end", "")) == (period.start, period.end) for each in known
    ):
        return
    contracted = any(each["kind"] == "contract" for each in known)
    kind = "work" if "process" in matter["kinds"] and not contracted else kind_of(matter, work)
    found: Entity = {"label": work.name[:60] or "業務", "kind": kind}
    found["printed"] = period.printed.strip()
    found.update({"part": part} if part else {})
    found.update({n: v for n, v in (("start", period.start), ("end", period.end)) if v})
    found["source"] = period.passage.source
    value = f"{period.start}/{period.end}"
    found["provenance"] = [
        evidence("start", period.passage, value, "told_work", 0.85, printed=period.printed)
    ]
    known.append(found)
