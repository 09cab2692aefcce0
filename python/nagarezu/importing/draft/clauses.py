"""Clauses of the papers that bind a partner: 特記事項, 遵守事項."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nagarezu.importing.draft import sheet_marks
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.fields import clauses, references
from nagarezu.importing.form import clause_rows
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key


def of_sheets(builder: Builder, sheets: Iterable[Sheet], made: list[Made]) -> None:
    """The clauses of the papers that are attached, bound to the contract they belong to."""
    for sheet in sheets:
        if sheet.kind != "clauses":
            continue
        if not of_paper(builder, sheet.rows, _matter(builder, sheet, made)):
            builder.notes.skip(sheet.title, "clauses_not_read")


def of_paper(builder: Builder, rows: Sequence[Row], matter: str) -> int:
    """The clauses of one paper, and how many they are; without a matter they bind every partner."""
    found = clauses.read(clause_rows.lines(rows))
    numbers = {clause.number for clause in found}
    for clause in found:
        _clause(builder, clause, matter, numbers)
    return len(found)


def _matter(builder: Builder, sheet: Sheet, made: list[Made]) -> str:
    """The matter whose contract clauses belong to: by their title, by who cites or is bound.

    None where there are several contracts and nothing of that tells one.
    """
    title = sheet.title.text
    named = sheet_marks.named(builder, title) or _named(title, made)
    if named:
        return named
    contracts = [one for one in made if _CONTRACTS & set(one.kinds)]
    if len(contracts) > 1:
        return _only(_citing(title, contracts)) or _only(_bound(sheet, contracts))
    others = [one for kind in ("reentrust", "process") for one in made if kind in one.kinds]
    return next((one.id for one in [*contracts, *others, *made]), "")


_CONTRACTS = {"entrust", "delegate"}
_BRACKET = re.compile(r"[(（]([^()（）]{4,40})[)）]")
_OF_CONTRACT = re.compile(r"(?:の?(?:業務)?(?:委託|委任))?(?:に?(?:係る|関する)もの|の?契約|用)?$")


def _only(found: Sequence[Made]) -> str:
    return found[0].id if len(found) == 1 else ""


def _named(title: str, made: list[Made]) -> str:
    """The only matter that the title names by its work or kind: 特記事項（会場の運営業務）."""
    for bracket in _BRACKET.findall(title):
        work = _OF_CONTRACT.sub("", key(bracket))
        about = [one for one in made if len(work) > _SHORT and work in key(one.sheet.title.text)]
        if _only(about):
            return about[0].id
    for word, kind in (("委託", "entrust"), ("委任", "delegate"), ("指定管理", "delegate")):
        found = [one for one in made if kind in one.kinds and word in title]
        if _only(found):
            return found[0].id
    return ""


_SHORT = 3  # characters of a word that may stand in any title


def _citing(title: str, contracts: Sequence[Made]) -> list[Made]:
    """The contracts on whose sheets the paper is cited: 契約書に別紙1「特記事項」を付す."""
    label = key(references.heading(title))
    number = re.compile(rf"(?<![0-9a-z]){re.escape(label)}(?![0-9\-])")
    called = compiled("特記(?:事項|仕様書)|特約条項")
    cited = [one for one in contracts if number.search(_words(one.sheet))]
    if cited and not compiled("[一-龠]$").search(label):  # 別紙 alone is a checklist, too
        return cited
    return [one for one in contracts if called.search(_words(one.sheet))]


def _words(sheet: Sheet) -> str:
    """What stands on a sheet, in the letters by which labels of papers are compared."""
    lines = [entry.value.text for entry in sheet.entries] + [row.text for row in sheet.rows]
    return key("\n".join(map(fold, lines)))


def _bound(sheet: Sheet, contracts: Sequence[Made]) -> list[Made]:
    """The contracts with those whom the clauses bind: 指定管理者は is nobody's contractor."""
    text = "".join(row.text for row in sheet.rows)
    managed = compiled("指定管理者は|受任者は").search(text)
    return [one for one in contracts if "delegate" in one.kinds] if managed else []


def _clause(builder: Builder, clause: clauses.Clause, matter: str, numbers: set[int]) -> None:
    entity: Entity = {"number": clause.number}
    if clause.heading:
        entity["heading"] = clause.heading
    entity["label"] = clause.text
    if matter:
        entity["matter"] = matter
    if clause.obligor == "own":
        entity["obligor"] = "own"
    if clause.modality != "duty":
        entity["modality"] = clause.modality
    if clause.coded.codes:
        entity["categories"] = list(clause.coded.codes)
    refers = [number for number in clause.refers_to if number in numbers]
    if refers:
        entity["refers_to"] = refers
    entity["source"] = clause.passage.source
    entity["provenance"] = [
        evidence("number", clause.passage, str(clause.number), clause.rule, printed=clause.text)
    ]
    if clause.coded.words:
        entity["provenance"].append(
            evidence(
                "categories",
                clause.passage,
                " ".join(clause.coded.codes),
                "category_words",
                0.75,
                printed="・".join(clause.coded.words),
            )
        )
    builder.add("clauses", entity)
