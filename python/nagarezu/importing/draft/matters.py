"""Matters: one sheet each, with its partners, media, lists, flows, periods and work."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from nagarezu.importing.draft import announced, lists
from nagarezu.importing.draft.additions import titles
from nagarezu.importing.draft.agenda.periods import (
    of_further,
    period_entity,
    share_term,
    work_beside,
)
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import approvals, emphasis_note
from nagarezu.importing.draft.flows import Ends, flows
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.fields import carriers, names, partner_cells, reentrusted, work
from nagarezu.importing.fields.dates import impossible
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.periods import Period, periods
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.form.agenda.sheet import Field, Sheet
from nagarezu.importing.form.agenda.values import names_nobody
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_SECTION = re.compile("(?:[課係室部局署所館校園]|委員会|事務局|担当|センター)$")
Elsewhere = Callable[[Passage, int], list[Name]]
_PARTNERS = tuple(f"{kind}_partner" for kind in KINDS)


@dataclass(slots=True)
class Made:
    """A matter in the making, and what the other steps need of it."""

    entity: Entity
    sheet: Sheet
    kinds: list[str]
    partners: list[Name] = field(default_factory=list)
    ends: Ends | None = None
    undecided: bool = False  # the row of the partner names nobody yet
    overview: Passage = field(default_factory=Passage)  # what the paper says of all its matters

    @property
    def id(self) -> str:
        return str(self.entity["id"])


def kinds_of(sheet: Sheet) -> list[str]:
    """The kinds of a sheet: by the fields it has, by its title where it has none of its own."""
    fields = [(entry.label.field, entry.value) for entry in sheet.entries]
    named = [name for name, value in fields if not names_nobody(name, value)]
    told = {name.split("_")[0] for name in named if name.endswith(("_items", "_partner"))}
    told = told | {sheet.told} if sheet.told else told or {name.split("_")[0] for name in named}
    title = key(sheet.title.text)
    found = [kind for kind in KINDS if kind in told]
    if sheet.reentrusts and "reentrust" not in found:
        found.append("reentrust")
    if found:
        return found
    words = (
        ("reentrust", "再委託"),
        ("link", "外部結合"),
        ("delegate", "委任"),
        ("entrust", "委託"),
        ("process", "電算|改修|開発|システム"),
        ("transfer", "移転"),
        ("provide", "提供"),
    )
    return [kind for kind, word in words if compiled(word).search(title)][:1] or ["other"]


def begin(builder: Builder, sheet: Sheet, number: int) -> Made:
    """The matter with what its sheet says in single rows."""
    kinds = kinds_of(sheet)
    title = compiled(r"※").split(sheet.title.text)[0]
    entity: Entity = {"id": builder.fresh(f"m{number}"), "title": tidy(title), "kinds": kinds}
    made = Made(entity, sheet, kinds)
    entity["source"] = sheet.title.source or next(
        part.source for entry in sheet.entries for part in (entry.value, entry.printed) if part
    )
    entity["provenance"] = (
        [evidence("title", sheet.title, tidy(title), "label")] if sheet.title else []
    )
    for member, name in (("department", "department"), ("register_name", "register_name")):
        entry = sheet.get(name)
        if entry is not None and entry.value:
            entity[member] = _one_line(entry.value)
            entity["provenance"].append(_of_label(member, entry, entity[member]))
    for kind in KINDS:
        entry = sheet.get(f"{kind}_reason")
        if entry is not None and entry.value:
            entity["reason"] = tidy(entry.value.text)
            entity["provenance"].append(_of_label("reason", entry, entity["reason"]))
            break
    titles.announce(builder, sheet.title.part(0, len(title)), made.id)
    content = sheet.get(*(f"{kind}_content" for kind in KINDS))
    if content is not None:
        announced.work(builder, sheet.title.part(0, len(title)), content.value, made.id)
    return made


def _one_line(value: Passage) -> str:
    """・A ・B → A；B"""
    parts = [
        tidy(part) for part in compiled(r"(?:^|[ \n\u3000])・").split(value.text) if part.strip()
    ]
    return "；".join(parts) if value.text.lstrip().startswith("・") else tidy(value.text)


def _of_label(member: str, entry: Field, value: str) -> Entity:
    return evidence(member, entry.value, value, entry.label.rule, entry.label.confidence)


def partners(builder: Builder, made: Made, elsewhere: Elsewhere) -> None:
    """The row of the partner, as printed groups of holders; `elsewhere` reads where it points."""
    fields = [(name, entry) for name in _PARTNERS for entry in _rows_of(made.sheet, name)]
    for name, entry in fields:
        if not entry.value or names_nobody(name, entry.value):
            continue
        tier = 2 if name.startswith("reentrust") else 1
        inside = name.startswith("transfer")
        found = _named(name, entry, tier) or elsewhere(entry.value, tier)
        if name.startswith("reentrust"):  # 甲社から乙社へ再委託する
            first = {key(each.label) for each in made.partners if each.tier == 1}
            found = [each for each in found if key(each.label) not in first]
        for each in found:  # 町民生活部環境保全課, whatever town its name has
            each.section = each.section or (inside and bool(_SECTION.search(each.label)))
        if not found:
            builder.notes.skip(entry.value, "partner_not_read")
        for each in found:
            if each.undecided or each.tentative:
                builder.notes.ask(each.passage, "partner_undecided")
            made.undecided = made.undecided or each.undecided
            if each.undecided:
                nobody: Entity = {"holders": [], "undecided": True, "source": each.passage.source}
                made.entity["partners"] = [nobody]
        made.partners.extend(each for each in found if not each.undecided)
    if any(each.tier == 2 for each in made.partners) and "reentrust" not in made.kinds:
        made.kinds.append("reentrust")
    rows: dict[tuple[int, str], Entity] = {}
    for each in made.partners:
        row = rows.setdefault((each.tier, each.system), {"holders": []})
        row["holders"].append(builder.organisation(each))
        row["source"] = each.passage.source
        if each.system:
            row["systems"] = [
                builder.holder(each.system, "system", each.passage, operator=builder.own)
            ]
    if rows:
        made.entity["partners"] = [*rows.values(), *made.entity.get("partners", [])]


def _rows_of(sheet: Sheet, name: str) -> list[Field]:
    """The row of a field; of 再委託の有無 有 and 再委託先 乙社 both."""
    found = [entry for entry in sheet.entries if entry.label.field == name]
    return found if name.startswith("reentrust") else found[:1]


def _named(field: str, entry: Field, tier: int) -> list[Name]:
    """Whom the row of a partner names, of whatever tier."""
    if field.startswith("reentrust"):
        told = partner_cells.handed_on(entry.printed.text, entry.value)
        if told is not None:
            return told
    value = partner_cells.by_label(entry.printed.text, entry.value)
    rest, second = reentrusted.split(value)
    parts = map(partner_cells.plain, rest)
    return [name for part in parts for name in names.partners(part, tier)] + second


def media(builder: Builder, made: Made) -> list[Entity]:
    """The row 記録媒体, with the systems that it names."""
    entry = made.sheet.get("media")
    found: list[Entity] = []
    if entry is None or not entry.value:
        return found
    for carrier in carriers.media(entry.value):
        row: Entity = {"kind": carrier.kind, "label": carrier.label}
        if carrier.system:
            of_partner = compiled(r"の?サーバー?$").sub("", carrier.system)
            known = any(each.system == of_partner for each in made.partners)
            label = of_partner if known else carrier.system
            row["systems"] = [system(builder, label, entry.value, made)]
        row["source"] = entry.value.source
        row["provenance"] = [_of_label("label", entry, carrier.label)]
        found.append(row)
    if not found:
        builder.notes.skip(entry.value, "medium_not_read")
    else:
        made.entity["media"] = found
    return found


def system(builder: Builder, label: str, passage: Passage, made: Made) -> str:
    """A system; 機構のカード管理システム is run by 機構, if that is a partner."""
    owner, rest = builder.own, label
    match = compiled(r"(?P<owner>[^の]{1,30})の(?P<rest>.{3,})$").match(label)
    if match:
        known = builder.find_holder(match["owner"])
        if known and builder.holder_entity(known)["kind"] in ("system", "terminal"):
            known = ""  # a part of a system is nobody's but its owner's
        if known:
            owner, rest = known, match["rest"]
    outside = owner != builder.own
    tier = builder.holder_entity(owner).get("tier") if outside else None
    return builder.holder(
        rest,
        "terminal" if compiled(r"端末|パソコン|PC$").search(fold(rest)) else "system",
        passage,
        operator=owner,
        tier=tier,
        external=outside,
        rule="strip_owner" if rest != label else "as_printed",
        printed=label,
    )


def _computer(builder: Builder, name: Name, made: Made) -> str:
    """What a system records is in its server: 甲システムのサーバー is 甲システム."""
    label = compiled(r"(?<=システム)の?サーバー?$").sub("", name.label)
    return system(builder, label, name.passage, made)


def listed(builder: Builder, made: Made, groups: Groups) -> list[Listed]:
    """The lists of the sheet, still without holders."""
    found: list[Listed] = []
    for entry in made.sheet.entries:
        if entry.label.field.endswith("items") and entry.value:
            found.extend(lists.of_entry(entry, groups))
    computer = made.sheet.get("computer")
    if computer is not None and found:
        found[0].systems.extend(names.systems(computer.value, said=True))
    subject = made.sheet.get("persons", "subjects")
    if subject is not None and subject.value:
        for each in found:
            each.subjects.extend(groups.named(subject.value))
        groups.count(subject.value)
    for entry in made.sheet.entries:
        if entry.label.field == "counts":
            groups.count(entry.value)
    return found


def from_overview(made: Made, found: list[Listed]) -> None:
    """Items of the overview where a sheet points to a paper that is not attached."""
    for each in found:
        if not each.found.entries and each.missing:
            each.found.entries = lists.from_overview(made.overview)
            each.found.is_open = True


def connect(
    builder: Builder,
    made: Made,
    found: list[Listed],
    ids: list[str],
    unresolved: set[str],
    emphasised: frozenset[str],
) -> None:
    """Lists get their holders, and flows carry them."""
    own_systems = [_computer(builder, each, made) for one in found for each in one.systems]
    for one in found:
        for each in one.systems:
            if each.zone:
                builder.holder_entity(_computer(builder, each, made))["zone"] = each.zone
    made.ends = Ends(list(dict.fromkeys(own_systems)), made.partners)
    lost = bool(made.entity.get("emphasis_lost"))
    flows(builder, made, found, ids, unresolved, lost=lost, emphasised=emphasised)


def rows(builder: Builder, made: Made, emphasis_seen: bool, before: list[Passage]) -> None:
    """Periods, work, approvals and the note on emphasis."""
    entity = made.entity
    found: list[Period] = []
    terms: list[Entity] = []
    for kind in KINDS:
        times = [each for each in made.sheet.entries if each.label.field == f"{kind}_time"]
        entry = next((each for each in times if each.value), None)
        if entry is not None:
            beside = " ".join(cell.text for cell in entry.beside)
            read = _in_rows(made.sheet, kind) or periods(entry.value, beside)
            if not read:
                builder.notes.skip(entry.value, "period_not_read")
            for printed in impossible(entry.value.text):
                builder.notes.skip(entry.value, "impossible_date", printed)
            told = [
                period_entity(each, kind, entry, work_beside(each, read, kind)) for each in read
            ]
            share_term(told, read)
            if kind == "reentrust" and any(each["kind"] == "contract" for each in terms):
                for each in told:  # what is handed on lies within the contract of the same sheet
                    each["kind"] = "operation"
            terms.extend(told)
            entity.setdefault("periods", []).extend(told)
            found.extend(read)
        partner = made.sheet.get(f"{kind}_partner")
        if partner is not None and partner.value and (told_beside := of_further(partner)):
            entity.setdefault("periods", []).extend(told_beside)
        content = made.sheet.get(f"{kind}_content")
        if content is not None:
            work_periods.write(entity, content.value)
    steps: list[Entity] = []
    for kind in KINDS:
        entry = made.sheet.get(f"{kind}_content")
        if entry is not None and entry.value:
            steps.extend(step_entity(each) for each in work.read(entry.value))
    if steps:
        entity["work"] = steps
    notes = [*before, made.sheet.title, *[row.whole for row in made.sheet.rows]]
    given = approvals(notes)
    if given:
        entity["approvals"] = given
    note = emphasis_note(notes)
    if note is not None and not emphasis_seen:
        entity["emphasis_lost"] = True
        entity["provenance"].append(
            evidence(
                "emphasis_lost",
                note,
                "true",
                "emphasis_note",
                reason="変更を示す強調が本文に残っていない",
            )
        )


def _in_rows(sheet: Sheet, kind: str) -> list[Period]:
    """委託の開始時期 and 委託の期限 in rows of their own: the one term that they tell together."""
    times = [each for each in sheet.entries if each.label.field == f"{kind}_time"]
    if len(times) == 1:
        return []
    read = periods(joined([joined([each.printed, each.value], " ") for each in times]))
    return read if len(read) == 1 and read[0].start and read[0].end else []


def earlier(made: list[Made]) -> None:
    """Approvals that only the overview names stand with the first matter."""
    known = {each["label"]: each for one in made for each in one.entity.get("approvals", [])}
    for each in approvals([made[0].overview]):
        if each["label"] not in known:
            made[0].entity.setdefault("approvals", []).append(each)


def step_entity(step: work.Step, sheet: str = "") -> Entity:
    """A line of work as the case format has it."""
    found: Entity = {"label": step.label}
    for member in ("heading", "direction", "partner"):
        value = getattr(step, member)
        if value:
            found[member] = value
    if sheet:
        found["sheet"] = sheet
    found["source"] = step.passage.source
    found["provenance"] = [
        evidence(
            "label", step.passage, step.label, "numbered_line" if not step.direction else "notice"
        )
    ]
    return found
