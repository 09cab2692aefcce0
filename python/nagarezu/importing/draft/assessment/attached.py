"""Clauses of a contract, and checklists, that an assessment prints as papers of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.clauses import of_paper
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.form import clause_rows
from nagarezu.importing.form.agenda.sheet import Sheet
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
    if not builder.list_of("clauses"):
        _in_chapter(builder, rows, matter)


# 第6 契約書に付ける特記事項(抜粋): a chapter of a digest
_CHAPTER = re.compile(
    r"^(?:第?[ ]?\d{1,2}[ .、]*|[(]\d{1,2}[)][ ]*)(?P<title>[^。]{0,28}"
    r"(?:特記事項|特約条項|遵守事項)(?:の?(?:抜粋|要旨|概要))?)(?:[(][^()]{1,16}[)])?$"
)
_HEAD = re.compile(r"^(?:第?[ ]?\d{1,2}[ .、]+|[(]\d{1,2}[)][ ]*)[^。]{2,40}$")


def _in_chapter(builder: Builder, rows: Sequence[Row], matter: str) -> None:
    """The articles that stand below a numbered head, up to the next head of its kind."""
    for start, row in enumerate(rows):
        if row.grid or len(row.filled) != 1 or not _CHAPTER.match(fold(row.text).strip()):
            continue
        below = rows[start + 1 :]
        end = next((at for at, each in enumerate(below) if _ends(each, row.level)), len(below))
        lines = clause_rows.lines(below[:end])
        if sum(1 for line in lines if _ARTICLE.match(fold(line.text))) >= _FEWEST:
            of_paper(builder, below[:end], matter)
            return


def _ends(row: Row, level: int) -> bool:
    """Whether a head follows: of the rank of the chapter, or numbered and no sentence."""
    if row.level and level:
        return row.level <= level
    return not row.grid and len(row.filled) == 1 and bool(_HEAD.match(fold(row.text).strip()))


def checklists(builder: Builder, sheet: Assessment, matter: Entity) -> None:
    """They have the form that those of agenda sheets have, so they are read as those are."""
    made = Made(matter, Sheet("matter", sheet.title), list(matter["kinds"]))
    measures.of_checklists(builder, sheet.checklists, [made])


_PAPER = re.compile(r"(?:別[紙添表]|資料|様式|参考)[^\s（(]{0,16}")


def sheets(rows: Sequence[Row]) -> list[str]:
    """別紙チェックリスト: the sheets of a workbook that bear the name of a paper."""
    names = dict.fromkeys(fold(row.sheet).strip() for row in rows if row.sheet)
    return [name for name in names if _PAPER.fullmatch(name)]
