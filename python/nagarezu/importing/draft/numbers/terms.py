"""A term of a contract, and how it is written beside a time of work that lies outside of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.numbers.steps import by_partner
from nagarezu.importing.fields.figures import alike
from nagarezu.importing.fields.spans import Span, earliest, latest
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, tidy


@dataclass(slots=True)
class Contract:
    """A term with whom it is with; `words` say of what it is."""

    span: Span
    row: int
    cell: int
    label: str
    matter: str
    partners: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    since: int = 0  # the row with which its block begins
    link: bool = False  # the term of a link, outside of which nothing is sent


_RUN = re.compile(r"[一-龥々]{2,}|[ァ-ヶー]{3,}")
_COMMON = re.compile(
    r"委託|業務|契約|期間|内容|本市|実施|提供|情報|個人情報|株式会社|有限会社|法人|システム|令和|平成|開始|終了|処理|対象者?|項目|作業|利用|使用|運用|管理"
)


def words_of(text: str) -> set[str]:
    """The words that tell of what a text is, without those of every contract."""
    runs = (_COMMON.sub(" ", run) for run in _RUN.findall(fold(text)))
    return {word for run in runs for word in run.split() if len(word) >= 2}


def alike_most(contracts: Sequence[Contract], words: set[str], least: int) -> Contract | None:
    """The contract that alone has most, and at least so many, of the words of just one."""
    hits = [0] * len(contracts)
    for word in words:
        of = [at for at, each in enumerate(contracts) if any(alike(word, w) for w in each.words)]
        if len(of) == 1:
            hits[of[0]] += 1
    most = max(hits, default=0)
    return contracts[hits.index(most)] if most >= least and hits.count(most) == 1 else None


def write_term(builder: Builder, contract: Contract) -> None:
    """A term that no field of the form holds; nothing is compared with it by itself."""
    known = [each for matter in builder.list_of("matters") for each in matter.get("periods", [])]
    if not any(_same(each, contract.span) for each in known):
        _periods(builder, contract).append(_entity("other", contract.label, contract.span))


def _periods(builder: Builder, contract: Contract) -> list[Entity]:
    matters = builder.list_of("matters")
    matter = next((each for each in matters if each["id"] == contract.matter), matters[0])
    found: list[Entity] = matter.setdefault("periods", [])
    return found


def write_both(builder: Builder, contract: Contract, span: Span) -> None:
    known = _periods(builder, contract)
    term = next((each for each in known if _same(each, contract.span)), None)
    if term is None:
        term = _entity("contract", contract.label, contract.span)
        known.append(term)
    term["kind"] = "contract"
    term.setdefault("part", _part(builder, contract, known))
    for each in known:  # beside the term, a day alone is when something is done
        if each["kind"] == "contract" and not (each.get("start") and each.get("end")):
            each["kind"] = "other"
    work = next((each for each in known if _same(each, span)), None)
    if work is None:
        work = _entity("operation", tidy(span.said)[:60], span)
        known.append(work)
    if work is not term:
        done = work.get("kind") == "work" or _is_done(span, str(work.get("label", "")))
        kind = "work" if done else "operation"  # what is put to use may follow it, work may not
        work.update({"kind": kind, "part": term["part"]})


_USED = re.compile(r"運用|運営|稼働|供用|公開|利用|適用|切替|サービス|開始|保守|管理|始め|始ま")


def _is_done(span: Span, label: str) -> bool:
    """Something is made or sent from one time to another, or by the partner; none is put to use."""
    bound = span.first and span.last and span.first != span.last
    return bool(bound or by_partner(span.said)) and not _USED.search(label + span.said)


def _part(builder: Builder, contract: Contract, known: Sequence[Entity]) -> str:
    """A name for a contract that no other of its matter bears: its label and with whom it is."""
    labels = {str(each["id"]): str(each["label"]) for each in builder.list_of("holders")}
    names = "、".join(labels.get(each, each) for each in sorted(contract.partners))
    part = f"{contract.label}（{names}）" if names else contract.label or "契約"
    taken = {each.get("part") for each in known}
    return part if part not in taken else f"{part} {len(known)}"


def _same(entity: Entity, span: Span) -> bool:
    ends = ((entity.get("start", ""), span.first), (entity.get("end", ""), span.last))
    return all(bool(a) == bool(b) and b.startswith(a) for a, b in ends)


def _entity(kind: str, label: str, span: Span) -> Entity:
    found: Entity = {"label": label or "業務", "kind": kind, "printed": span.printed}
    found.update({"start": span.first} if span.first else {})
    found.update({"end": span.last} if span.last else {})
    found["source"] = span.passage.source
    value = f"{span.first}/{span.last}"
    found["provenance"] = [
        evidence("start", span.passage, value, "told_span", 0.75, printed=span.printed)
    ]
    return found


_LONG_AGO = 3  # years
_GOES_ON = re.compile(r"(?:から|より|以来|以降)、?(?:継続|引き?続)")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]?\s*$")


def history(span: Span, term: Span) -> bool:
    """Since when something is done at all: long before the term, or told as what was done."""
    since = span.first and not (span.last and span.last != span.first)
    long = since and int(term.first[:4]) - int(span.first[:4]) >= _LONG_AGO
    said = _ASIDE.sub("", span.sentence).strip()  # 甲社に委託している（契約は年度ごと
    goes_on = since and _GOES_ON.search(span.sentence)
    return bool(long or goes_on or compiled(rules("spans")["past"]).search(said))


def outside(span: Span, term: Span) -> bool:
    """In every reading: 1月から may be from its last day, 3月まで until its first."""
    before = span.first and latest(span.first) < earliest(term.first)
    after = any(end and earliest(end) > latest(term.last) for end in (span.first, span.last))
    return bool(before or after)
