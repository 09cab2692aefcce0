"""The figures of a case as blocks, each with what it shows in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagarezu.languages import Text
from nagarezu.report.figures import concentration_of, flow_map_of, timeline_of
from nagarezu.report.paper.material import Material
from nagarezu.report.tree import FigureBlock

if TYPE_CHECKING:
    from nagarezu.case import Case

_MAP = Text(
    "保有者{holders}を枠で、経路{flows}を矢印で示した図。内容は表6（受領者一覧）及び"
    "表7（経路別の保護対策）にある。",
    "A map of {holders} holders as boxes and {flows} flows as arrows. Tables 6 and 7 say the same "
    "in words.",
)
_PERIODS = Text(
    "期間{periods}件を帯で示した図。内容は表16（期間）にある。",
    "{periods} periods as bars. Table 16 says the same in words.",
)
_BARS = Text(
    "外部の受領者{holders}者の情報項目の数を棒で示した図。内容は表6（受領者一覧）にある。",
    "The number of items of {holders} external recipients as bars. Table 6 says the same in words.",
)


def flow_map_block(case: Case, material: Material, prefix: str) -> FigureBlock:
    """Return 図1."""
    figure = flow_map_of(case, lang=material.lang)
    counts = {"holders": len(material.holders), "flows": len(material.tables["flows"])}
    described = _MAP.in_(material.lang).format(**counts)
    return FigureBlock(figure, f"{prefix}-figure-1", described)


def others(case: Case, material: Material, prefix: str) -> dict[str, FigureBlock]:
    """Return 図2 and 図3 by the number of the table that they follow, where they show anything."""
    lang, found = material.lang, {}
    periods, bars = (len(material.tables[name]) for name in ("periods", "concentration"))
    if periods:
        described = _PERIODS.in_(lang).format(periods=periods)
        figure = timeline_of(case, lang=lang)
        found["1"] = FigureBlock(figure, f"{prefix}-figure-2", described)
    if bars:
        described = _BARS.in_(lang).format(holders=bars)
        figure = concentration_of(case, lang=lang)
        found["6"] = FigureBlock(figure, f"{prefix}-figure-3", described)
    return found
