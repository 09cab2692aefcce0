"""What a flow map says in words: remarks below the key, and a description for listeners."""

from __future__ import annotations

from collections import Counter

from nagarezu.languages import Lang, Text
from nagarezu.report.figures import style
from nagarezu.report.figures.bundle import Detail
from nagarezu.report.figures.fold import Plan
from nagarezu.report.figures.graph import BANDS, Graph

_NO_MARK = Text(
    "注　印のない経路は、表7の7分類とも記載がないものであり、対策をしていないという意味ではない。",
    "Note: for a flow without signs none of the 7 categories of table 7 is stated, which does not "
    "mean that there are none.",
)
_ITEMS = Text(
    "注　枠の中の項目数は、到達し得る情報項目の数である（表6）。",
    "Note: items in a box are those that can reach the holder (table 6).",
)
_ALIKE = Text(
    "注　「×2」などは、起点、終点、経路の種類、変更及び対策の記載が同じ流れをまとめた本数である。",
    "Note: ×2 and the like count flows of the same ends, channel, change and safeguards.",
)
_BUT_SIGNS = Text(
    "注　流れが多いため、対策の記載だけが異なる流れを1本にまとめた。"
    "印は全てに記載のある対策である。",
    "Note: as there are many flows, those that differ in safeguards only share a line; signs hold "
    "for all.",
)
_ENDS = Text(
    "注　流れが多いため、起点及び終点が同じ流れを1本にまとめた。印は全てに記載のある対策である。",
    "Note: as there are many flows, those of the same ends share a line; signs hold for all.",
)
_SHARED: dict[Detail, Text] = {"full": _ALIKE, "channels": _BUT_SIGNS, "ends": _ENDS}
_FOLD = Text(
    "注　保有者が多いため、{folds}は、それぞれ一つの枠にまとめた。",
    "Note: as there are many holders, these share one box each: {folds}.",
)
_FOLDED = Text("{band}の{kind}（{count}者）", "{kind} of {band} ({count})")
_FORK = Text(
    "注　黒丸で分かれる線は、受領者が連名で示された一つの流れである。",
    "Note: a line that forks at a dot is one flow to holders named together.",
)
_SIDES = Text("{band} {count}者", "{band}: {count}")
_SUMMARY = Text(
    "{sides}。流れ{flows}本（うち追加{added}本）。内訳は表7のとおり。",
    "Holders: {sides}. Flows: {flows}, of which added: {added}. Table 7 lists them.",
)


def remarks(plan: Plan, lang: Lang) -> tuple[str, ...]:
    """The remarks that this figure needs."""
    found = []
    if any(not flow.marks for flow in plan.flows):
        found.append(_NO_MARK.in_(lang))
    if any(holder.items and any(holder.items) for box in plan.boxes for holder in box.members):
        found.append(_ITEMS.in_(lang))
    if any(len(flow.ids) > 1 for flow in plan.flows):
        found.append(_SHARED[plan.detail].in_(lang))
    if any(len(set(flow.targets) - {flow.source}) > 1 for flow in plan.flows):
        found.append(_FORK.in_(lang))
    if plan.folds:
        found.append(_FOLD.in_(lang).format(folds=_listed(_folds(plan, lang), lang)))
    return tuple(found)


def _folds(plan: Plan, lang: Lang) -> list[str]:
    return [
        _FOLDED.in_(lang).format(
            band=style.BANDS[box.band].in_(lang),
            kind=style.kind_word(box.kind, lang),
            count=len(box.members),
        )
        for box in plan.folds
    ]


def _listed(parts: list[str], lang: Lang) -> str:
    return ("、" if lang == "ja" else ", ").join(parts)


def description(graph: Graph, plan: Plan, lang: Lang) -> str:
    """How many holders on which side, and how many flows: what the picture shows at a glance."""
    count = Counter(holder.band for holder in graph.holders if holder.kind != "persons")
    sides = [
        _SIDES.in_(lang).format(band=style.BANDS[band].in_(lang), count=count[band])
        for band in BANDS
        if count[band]
    ]
    added = sum(flow.change == "added" for flow in graph.flows)
    summary = _SUMMARY.in_(lang).format(
        sides=_listed(sides, lang), flows=len(graph.flows), added=added
    )
    return " ".join([summary, *remarks(plan, lang)])
