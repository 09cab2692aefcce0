"""A case at a glance: the few facts that stand first in a notebook and on the cover of an annex.

Plain values from plain tables, so that display and report are testable without the extension.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagarezu.languages import Lang, Text
from nagarezu.tables import notation
from nagarezu.tables.notes import missing_text
from nagarezu.tables.table import Cell, Table
from nagarezu.tables.words import unit_name, word

if TYPE_CHECKING:
    from nagarezu.case import Case

# The tables that a glance is made of.
NEEDED = ("cases", "subject_unions", "recipients", "coverage")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the cover: what, and how much of it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Glance:
    """Identity of a case, its facts, and the questions that its document leaves open."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    questions: tuple[str, ...]
    recipients: Table
    lang: Lang


_LABELS = {
    "edits": Text("仮定", "What if"),
    "municipality": Text("団体", "Municipality"),
    "body": Text("審議機関", "Council"),
    "procedure": Text("手続", "Procedure"),
    "matters": Text("件名", "Matters"),
    "persons": Text("対象者", "Data subjects"),
    "recipients": Text("受領者", "Recipients"),
    "coverage": Text("対策の充足", "Coverage"),
    "questions": Text("不足する事実", "Open questions"),
}


def of_case(case: Case, *, lang: Lang = "ja") -> Glance:
    """Return the glance of a case, computing the tables that it needs."""
    tables = {name: case.table(name, lang=lang) for name in NEEDED}
    identity = {
        "municipality": " ".join(part for part in case.municipality if part),
        "body": case.body,
        "procedure": word("procedure", case.procedure, lang),
        "edits": ("；" if lang == "ja" else "; ").join(edit.in_words(lang) for edit in case.edits),
    }
    return glance(case.id, case.title, identity, tables, lang=lang)


def glance(
    id_: str,
    title: str,
    identity: Mapping[str, str],
    tables: Mapping[str, Table],
    *,
    lang: Lang = "ja",
) -> Glance:
    """Put the facts together. Identity that the document does not state is left out."""
    recipients = tables["recipients"]
    questions = _questions((tables["subject_unions"], recipients))
    known = ("edits", "municipality", "body", "procedure")
    facts = [(key, identity[key]) for key in known if identity.get(key)]
    facts += [
        ("matters", "／".join(map(str, tables["cases"].column("title")))),
        ("persons", _persons(tables["subject_unions"], lang)),
        ("recipients", _recipients(recipients, lang)),
        ("coverage", _coverage(tables["coverage"], lang)),
        ("questions", _counted(len(questions), lang)),
    ]
    return Glance(
        id=id_,
        title=title,
        facts=tuple(Fact(_LABELS[key].in_(lang), text) for key, text in facts if text),
        questions=questions,
        recipients=recipients,
        lang=lang,
    )


def _persons(unions: Table, lang: Lang) -> str:
    """Return one interval a unit; units are never added."""
    parts = [
        notation.bounds(_whole(row["lower"]), _whole(row["upper"]), lang, str(row["unit"]))
        for row in unions
    ]
    return ("、" if lang == "ja" else ", ").join(parts) or notation.UNKNOWN[lang]


def _recipients(recipients: Table, lang: Lang) -> str:
    total = len(recipients)
    outside = sum(row["external"] is True for row in recipients)
    if lang == "en":
        return f"{total} ({outside} external)"
    return (
        f"{total}{unit_name('recipient', lang)}（うち外部{outside}{unit_name('recipient', lang)}）"
    )


def _coverage(coverage: Table, lang: Lang) -> str:
    """Return stated / applicable of the whole case against all 30 categories."""
    parts = []
    for row in coverage:
        if row["scope"] == "case" and row["profile"] == "all30":
            clauses = word("clauses", "true" if row["with_clauses"] else "false", lang)
            counted = f"{row['stated']}/{row['applicable']}"
            parts.append(f"{counted}（{clauses}）" if lang == "ja" else f"{counted} ({clauses})")
    return ("、" if lang == "ja" else ", ").join(parts)


def _counted(count: int, lang: Lang) -> str:
    return f"{count}{unit_name('reference', lang)}" if lang == "ja" else str(count)


def _questions(tables: Iterable[Table]) -> tuple[str, ...]:
    """Return the facts that would narrow a bound, each once, in the order in which they appear."""
    found: dict[str, None] = {}
    for table in tables:
        for row in table:
            for code in str(row.get("missing") or "").split():
                text = missing_text(code, str(row["case"]), table.names, table.lang)
                found.setdefault(text)
    return tuple(found)


def _whole(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None
