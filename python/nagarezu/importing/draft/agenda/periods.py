"""Periods of a matter as the case format has them: of work, contract or operation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.fields.periods import Period, periods
from nagarezu.importing.form.agenda.sheet import Field
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

_WORK = re.compile(
    r"開発|検証|改修|テスト|試験|試行|構築|移行|準備|設計|設定|更改|(?:導入|設置|入替え?)作業|機能の?(?:追加|変更)|研修"
)


_CONTRACTS = ("entrust", "delegate", "reentrust")


def work_beside(period: Period, cell: Sequence[Period], kind: str) -> str:
    """Beside a contract the other periods of a cell are those of the work.

    So they are below a term that stands alone, as the lines of a calendar: date, and what is done.
    """
    contract = _term(cell)
    bound = bool(_WITHIN.search(period.label) and period.start and period.end)
    if contract is not None and period is not contract and bound:
        return "work"
    if any("契約" in each.head for each in cell):
        return "" if compiled(r"契約|委託期間|履行期間").search(period.head) else "work"
    first = cell[0]
    term = kind in _CONTRACTS and bool(first.start and first.end and not first.label)
    day = not period.end and not compiled("から|以降|~").search(fold(period.printed))
    told = bool(period.label or day or _is_part(period)) and not compiled("契約|委託|更新").search(
        period.label
    )
    return "work" if term and told and period is not first else ""


_TERM = re.compile(
    r"^(?:本?契約|(?<!再)委託|履行|委任|(?:管理者の)?指定|指定管理|協定)(?:の?(?:期間|履行期間))?$"
)
_FURTHER = re.compile(r"再(?:々)?(?:委託|受託)")
_WITHIN = re.compile(rf"^(?:うち|内)|{_FURTHER.pattern}")


def _term(cell: Sequence[Period]) -> Period | None:
    """The term of the contract where one period of several is called so: 契約期間 … うち準備 ….

    Its field may call it so, where the cell only names that of those further on: 再委託の期間 ….
    """
    found = [each for each in cell if _TERM.search(each.label) and each.start and each.end]
    if not found and any(_FURTHER.search(each.label) for each in cell[1:]):
        first = cell[0]
        found = [first] if not first.label and first.start and first.end else []
    return found[0] if len(found) == 1 else None


def share_term(entities: Sequence[Entity], cell: Sequence[Period]) -> None:
    """The term of a contract and the times within it: no other contract covers these."""
    if _term(cell) is None:
        return
    within = [each for each in entities if each["kind"] == "work"]
    terms = [each for each in entities if each["kind"] == "contract"]
    for each in [*terms, *within] if within and len(terms) == 1 else ():
        each["part"] = terms[0]["label"]


_OF_WHICH = re.compile(r"(?:^|[(（\s])(?:うち|内)[、 \u3000]?[^0-9０-９\n。]{2,40}$")


def _is_part(period: Period) -> bool:
    """（うち印刷及び封入　令和7年1月20日から…）: of what the term is for."""
    before = period.passage.text.partition(period.printed)[0]
    return bool(_OF_WHICH.search(before))


_FURTHER = re.compile(r"再々?(?:委託|受託|委任)")


_OF_FURTHER = re.compile(
    r"再々?(?:委託|受託)(?:する|の)?期間(?:は、?|[:：])?[ 　]*"
    r"(?P<when>[^（）()]*[0-9０-９][^（）()]*)"
)


def of_further(entry: Field) -> list[Entity]:
    """有限会社乙（再委託の期間：令和7年9月1日から…）: a term that stands beside the name."""
    found = _OF_FURTHER.search(entry.value.text)
    read = periods(entry.value.part(*found.span("when"))) if found else []
    made = [period_entity(each, "reentrust", entry) for each in read[:1] if each.start and each.end]
    return [{**each, "label": "再委託の期間", "kind": "operation"} for each in made]


def period_entity(period: Period, kind: str, entry: Field, word: str = "") -> Entity:
    """One period; `word` is its kind, where more than the kind of the matter says it."""
    label = period.label or entry.label.standard
    dated = bool(word)  # a line of the work with its day or month
    further = bool(_FURTHER.search(label)) and label != entry.label.standard
    # what a further one does, as a bracket behind the term says it, lies within the contract
    word = word or ("contract" if kind in _CONTRACTS and not further else "operation")
    if kind == "process" and (_WORK.search(label) and label != entry.label.standard):
        word = "work"
    found: Entity = {"label": label, "kind": word, "printed": period.printed.strip()}
    if period.start:
        found["start"] = period.start
    end = period.end
    if (
        (dated or word == "work")
        and not end
        and not compiled(r"から|~|以降").search(fold(period.printed))
    ):
        end = period.start  # work of one month or day ends with it
    if end:
        found["end"] = end
    if period.renewed:
        found["renewed"] = True
    found["source"] = period.passage.source
    rule = "year_carried_over" if period.carried else period.rule
    value = "/".join((period.start, period.end))
    found["provenance"] = [
        evidence(
            "start",
            period.passage,
            value,
            rule,
            0.85 if period.carried else 0.95,
            printed=period.printed,
        )
    ]
    return found
