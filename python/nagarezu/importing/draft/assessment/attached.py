"""Clauses of a contract, and checklists, that an assessment prints as papers of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.clauses import of_paper
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.form import clause_rows
from nagarezu.importing.form.agenda.form import Sheet
from nagarezu.importing.form.assessment import contents
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.prose.papers import papers
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold

_ARTICLE = re.compile(
    r"^[ ]*(?:第[ ]?\d{1,2}(?:条|[ (])"
    r"|\d{1,2}[. ]?[ ]*(?:甲|乙|[受委]託者|[受発]注者|事業者)[はが])"
)
_FEWEST = 2  # articles; 特記事項 is a row of the form, too


def clauses(builder: Builder, rows: Sequence[Row], matter: str) -> None:
    """資料2 …特記事項 with its articles; a list of contents that names it is no beginning."""
    for paper in papers(contents.cut(rows)[0])[1:]:
        if paper.kind == "clauses":
            lines = clause_rows.lines(paper.rows)
            if sum(1 for line in lines if _ARTICLE.match(fold(line.text))) >= _FEWEST:
                of_paper(builder, paper.rows, matter)


def checklists(builder: Builder, sheet: Assessment, matter: Entity) -> None:
    """They have the form that those of agenda sheets have, so they are read as those are."""
    made = Made(matter, Sheet("matter", sheet.title), list(matter["kinds"]))
    measures.of_checklists(builder, sheet.checklists, [made])


_PAPER = re.compile(r"(?:別[紙添表]|資料|様式|参考)[^\s（(]{0,16}")


def sheets(rows: Sequence[Row]) -> list[str]:
    """別紙チェックリスト: the sheets of a workbook that bear the name of a paper."""
    names = dict.fromkeys(fold(row.sheet).strip() for row in rows if row.sheet)
    return [name for name in names if _PAPER.fullmatch(name)]
