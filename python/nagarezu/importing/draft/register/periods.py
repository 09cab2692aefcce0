"""Times of a file: since when it is held, the terms of its contracts, and when work is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.periods import periods
from nagarezu.importing.fields.work_periods import WorkPeriod
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy


def write(file: File, matter: Entity) -> None:
    """Write all of them into the matter of the file."""
    found = (
        _started(file)
        + _contracts(file)
        + [each for part in file.parts("link_period") for each in _periods(part, "other")]
    )
    if found:
        matter["periods"] = found
    if file.parts("entrust_period"):  # beside a term, other periods are those of what is done
        for part in file.parts("work_period"):
            for period in periods(part.text):
                work_periods.add(matter, WorkPeriod(tidy(part.label.text), period))
        for told in ("entrust", "detail"):
            for part in file.parts(told):
                work_periods.write(matter, part.text)
    if any(each["kind"] == "contract" for each in found):
        for part in file.parts("remarks"):
            work_periods.write(matter, part.text, closed=True)
    for each in _told(file):
        known = matter.setdefault("periods", [])
        if not any(_when(each) == _when(one) for one in known):
            known.append(each)


def _when(period: Entity) -> tuple[str, str]:
    return str(period.get("start", "")), str(period.get("end", ""))


def _started(file: File) -> list[Entity]:
    """Since when a file is held, a task is done, or a computer does it: each once.

    It is no operation: it goes on while contracts for it are made anew each year.
    """
    ended = dates(file.get("ended").text)
    found: list[Entity] = []
    for part in file.parts("started"):
        when = dates(part.text.text)
        if not when or not when[0].iso or any(each["start"] == when[0].iso for each in found):
            continue
        period: Entity = {
            "label": tidy(part.label.text),
            "kind": "other",
            "printed": when[0].printed,
            "start": when[0].iso,
            "source": part.text.source,
            "provenance": [
                evidence("start", part.text, when[0].iso, "dates", printed=when[0].printed)
            ],
        }
        if ended and ended[0].iso and not found:
            period["end"] = ended[0].iso
        found.append(period)
    return found


def _contracts(file: File) -> list[Entity]:
    found: list[Entity] = []
    parts = file.parts("entrust_period") or file.parts("work_period")
    work = [each for each in file.parts("detail") if "委託" in each.label.text]
    told = [each for each in [*file.parts("entrust"), *work] if len(dates(each.text.text)) > 1]
    further = [part for part in parts if _FURTHER.search(part.label.text)]
    for part in parts or told:  # 再委託の期間 beside 委託の期間 has to lie within it
        inner = len(further) < len(parts) and any(part is each for each in further)
        found.extend(_periods(part, "operation" if inner else "contract"))
    return found


_FURTHER = re.compile("再々?(?:委託|受託)")


def _periods(part: Part, kind: str) -> Iterator[Entity]:
    for each in periods(part.text):
        period: Entity = {
            "label": each.label or tidy(part.label.text),
            "kind": kind,
            "printed": each.printed,
        }
        period.update({"start": each.start} if each.start else {})
        period.update({"end": each.end} if each.end else {})
        period["source"] = each.passage.source
        period["provenance"] = [
            evidence("start", each.passage, each.start, each.rule, printed=each.printed)
        ]
        yield period


# （委託期間　令和7年4月1日から…）, 指定期間は、令和5年…: a term that a remark tells by its name
_TERM = re.compile(
    r"(?P<label>(?:(?:業務|保守|運用)?の?再?委託|契約|指定(?:管理)?|委任|協定|履行|賃貸借)(?:契約)?の?期間)"
    r"[ 　]*(?:は、?|を|[：:、])?[ 　]*(?P<when>(?:令和|平成|[RHＲＨ]|20|２０)[^。（）()\n]*)"
)


def _told(file: File) -> Iterator[Entity]:
    """Terms in running text; what they are compared with, others find out.

    In the field for what is handed on it is that, and has to lie within the contract.
    """
    running = {"remarks": "other", "others": "other", "reentrust": "operation"}
    for name, kind in running.items():
        for part in file.parts(name):
            for term in _TERM.finditer(part.text.text):
                inner = Part(
                    part.text.part(*term.span("when")), part.text.part(*term.span("label"))
                )
                for each in _periods(inner, kind):
                    if each.get("start") and each.get("end"):
                        yield {**each, "label": tidy(term["label"])}
            for sentence in _sentences(part.text, every=name == "reentrust"):
                for each in _periods(Part(sentence, part.label), kind):
                    if each.get("start") and each.get("end"):
                        yield each


_SENTENCE = re.compile(r"[^。\n]+")
_HANDS_ON = re.compile(r"(?:再?委託|委任)(?:$|[（(にしをす]|契約|先[:は])|指定管理者?に")


def _sentences(text: Passage, *, every: bool) -> Iterator[Passage]:
    """甲社に委託（令和6年4月1日から…まで）: those that say with a term who does work."""
    for sentence in _SENTENCE.finditer(text.text):
        if every or _HANDS_ON.search(key(sentence.group())):
            yield text.part(*sentence.span())
