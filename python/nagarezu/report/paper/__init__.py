"""The paper of a case: two pages for members, flow map, annex; several cases make a volume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nagarezu.errors import UsageError
from nagarezu.languages import Lang, Text
from nagarezu.report.paper.annex import annex, is_wide, placed, sections
from nagarezu.report.paper.brief import brief
from nagarezu.report.paper.material import Material, gathered
from nagarezu.report.paper.matrix import with_sums
from nagarezu.report.paper.outline import Outline
from nagarezu.report.paper.overview import overview
from nagarezu.report.paper.pictures import flow_map_block, others
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    Paragraph,
    Run,
    Section,
    TableBlock,
)

if TYPE_CHECKING:
    from nagarezu.case import Case

# Called with how many cases are done, how many there are, and what comes next.
Progress = Callable[[int, int, str], None]

_TITLE = Text("個人情報の流れについて", "Flows of personal data")
_VOLUME = Text("個人情報の流れについて（資料集）", "Flows of personal data: a volume")
_COUNT = Text("全{count}件", "{count} cases")
_BRIEF = Text("概要", "Summary")
_MAP = Text("個人情報の流れ", "Flow map")
_ANNEX = Text("附属資料", "Annex")
_CASE = Text("案件{n}", "Case {n}")
_CASES = Text("収録した案件", "Cases in this volume")
_CONTENTS = Text("目次", "Contents")
_SOURCE = Text("出典：{sources}の資料から計算", "Source: computed from {sources}")
_QUOTED = Text("「{title}」", "“{title}”")
_END = Text("以上", "End of document")


def of_cases(
    cases: Sequence[Case],
    *,
    lang: Lang = "ja",
    box: str = "",
    progress: Progress | None = None,
) -> Document:
    """Return the tree of the paper of one case, or of a volume. UsageError without any case."""
    if not cases:
        raise UsageError("a report needs at least one case")
    materials = []
    for done, case in enumerate(cases):
        if progress is not None:
            progress(done, len(cases), case.id)
        materials.append(gathered(case, lang=lang))
    outline = Outline(lang)
    several = len(cases) > 1
    body: list[Section] = _front(materials, lang) if several else []
    prefixes = _prefixes([case.id for case in cases])
    for case, material, prefix in zip(cases, materials, prefixes, strict=True):
        body += _paper(case, material, outline, prefix, volume=several)
    if progress is not None:
        progress(len(cases), len(cases), "")
    return Document(
        title=(_VOLUME if several else _TITLE).in_(lang),
        subtitle=_COUNT.in_(lang).format(count=len(cases)) if several else cases[0].title,
        box=box,
        lang=lang,
        sections=(*body[:-1], _ended(body[-1], materials, lang)),
        cases=tuple(case.id for case in cases),
    )


def _prefixes(ids: Sequence[str]) -> list[str]:
    """Return a name for each case to start its anchors: its id, counted where it comes again."""
    prefixes: list[str] = []
    for id_ in ids:
        prefix, count = id_, 1
        while prefix in prefixes:
            count += 1
            prefix = f"{id_}-{count}"
        prefixes.append(prefix)
    return prefixes


def _front(materials: Sequence[Material], lang: Lang) -> list[Section]:
    """Return cover, contents and overview of a volume."""
    rows = [
        (_CASE.in_(lang).format(n=n), (Run(material.title),))
        for n, material in enumerate(materials, start=1)
    ]
    table = overview(materials, lang)
    return [
        Section((Facts(tuple(rows), _CASES.in_(lang)),)),
        Section((Contents(_CONTENTS.in_(lang)),)),
        Section((TableBlock(table, "overview"),), landscape=is_wide(table)),
    ]


def _paper(
    case: Case, material: Material, outline: Outline, prefix: str, *, volume: bool
) -> list[Section]:
    """Return the sections of one case; in a volume its title is the heading above them all."""
    lang, level = material.lang, 2 if volume else 1
    front: list[Block] = [outline.heading(1, material.title, prefix)] if volume else []
    front.append(outline.heading(level, _BRIEF.in_(lang), f"{prefix}-summary"))
    front += brief(material, outline, level + 1, prefix)
    drawn = flow_map_block(case, material, prefix)
    heading = outline.heading(level, _MAP.in_(lang), f"{prefix}-flows")
    appended = annex(with_sums(material.tables, lang).values(), lang)
    first: list[Block] = [outline.heading(level, _ANNEX.in_(lang), f"{prefix}-annex")]
    if appended.absent:
        first.append(Paragraph((Run(appended.absent),), "note"))
    blocks = placed(appended.tables, others(case, material, prefix), prefix)
    return [
        Section(tuple(front)),
        Section((heading, drawn), landscape=drawn.figure.landscape),
        *sections(first, blocks),
    ]


def _ended(section: Section, materials: Sequence[Material], lang: Lang) -> Section:
    """Return the last section with where the numbers come from, and 以上."""
    titles = "".join(_QUOTED.in_(lang).format(title=material.title) for material in materials)
    source = Paragraph((Run(_SOURCE.in_(lang).format(sources=titles)),), "source")
    end = Paragraph((Run(_END.in_(lang)),), "end")
    return Section((*section.blocks, source, end), section.landscape)
