"""The document tree of an annex: title, cover of each case, sections of tables in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nagarezu.languages import Lang, Text
from nagarezu.tables import concat, glance, table_names
from nagarezu.tables.glance import Glance
from nagarezu.tables.table import Table

if TYPE_CHECKING:
    from nagarezu.case import Case

TITLE = Text("個人情報の流れ図　附属資料", "Annex: flows of personal data")
MEANING = Text(
    "この資料の数は、資料の記載から到達し得る最大の範囲（最大到達量）と、対策の記載の有無を示す。"
    "実際の通信量や対策の実施の有無を示すものではない。",
    "The numbers show the largest reach that the stated facts allow, and safeguards as stated. "
    "They show neither actual traffic nor what is done in practice.",
)
SOURCE = Text("出典：", "Source: ")
ABSENT = Text("該当のない表：", "Tables without rows: ")
QUESTIONS = Text("不足する事実", "Open questions")
END = Text("以上", "End of document")


@dataclass(frozen=True, slots=True)
class Document:
    """An annex before it has a format. `tables` are numbered and hold at least one row each."""

    title: str
    meaning: str
    glances: tuple[Glance, ...]
    tables: tuple[Table, ...]
    source: str
    absent: str
    questions: str
    end: str
    lang: Lang


def build(glances: Sequence[Glance], tables: Iterable[Table], *, lang: Lang = "ja") -> Document:
    """Order the tables by their number, appendix tables last, and name those that are empty."""
    every = sorted(tables, key=_order)
    absent = [table.title for table in every if not table.rows]
    shown = [table for table in every if table.rows]
    separator = "、" if lang == "ja" else ", "
    titles = [f"{glance.title} ({glance.id})" for glance in glances]
    return Document(
        title=TITLE.in_(lang),
        meaning=MEANING.in_(lang),
        glances=tuple(glances),
        tables=tuple(_numbered(shown)),
        source=SOURCE.in_(lang) + separator.join(titles),
        absent=ABSENT.in_(lang) + separator.join(absent) if absent else "",
        questions=QUESTIONS.in_(lang),
        end=END.in_(lang),
        lang=lang,
    )


def of_cases(cases: Sequence[Case], *, lang: Lang = "ja") -> Document:
    """Build the annex of one or several cases from every table of the catalogue."""
    tables = (concat([case.table(name, lang=lang) for case in cases]) for name in table_names())
    return build([glance.of_case(case, lang=lang) for case in cases], tables, lang=lang)


def _order(table: Table) -> tuple[int, ...]:
    parts = tuple(int(part) for part in re.findall(r"\d+", table.number))
    return parts or (1_000,)


def _numbered(tables: Iterable[Table]) -> Iterable[Table]:
    """Number the appendix tables A1, A2 …, among those that are shown."""
    appendix = 0
    for table in tables:
        if table.number:
            yield table
        else:
            appendix += 1
            yield replace(table, number=f"A{appendix}")
