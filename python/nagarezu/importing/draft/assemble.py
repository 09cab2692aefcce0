"""From blocks to a draft: the family decides who reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from nagarezu.importing.blocks import Blocks
from nagarezu.importing.draft import cited, cited_codes, item_sources, measure_rows, sourced, whole
from nagarezu.importing.draft.agenda import build as agenda
from nagarezu.importing.draft.assessment import build as assessment
from nagarezu.importing.draft.assessment import by_name, files
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import counted, handed_on, users
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.draft.handover import write as handovers
from nagarezu.importing.draft.named import (
    addressed,
    credentials,
    listed_once,
    recorded_in,
    rosters,
    spoken,
    strangers,
    told,
)
from nagarezu.importing.draft.numbers import figures, scopes, spans, wider
from nagarezu.importing.draft.prose import build as prose
from nagarezu.importing.draft.register import build as register
from nagarezu.importing.draft.ways import both_ways, denied_ways
from nagarezu.importing.draft.ways import tables as handed
from nagarezu.importing.fields.reading import Unread
from nagarezu.importing.form import before, continued
from nagarezu.importing.form.family import Family, family
from nagarezu.importing.form.rows import Row, rows
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy
from nagarezu.importing.spelling import Spelling

_KINDS = {"pdf": "pdf", "docx": "document", "xlsx": "workbook", "csv": "csv", "text": "text"}
_ORDER = (
    "format",
    "id",
    "title",
    "municipality",
    "body",
    "procedure",
    "dates",
    "basis",
    "sources",
    "announcements",
    "purposes",
    "matters",
    "subjects",
    "items",
    "holders",
    "lists",
    "flows",
    "safeguards",
    "clauses",
    "checklist",
    "criteria",
    "claims",
    "references",
    "transfers",
    "changes",
)
_NO_TITLE = re.compile(
    r"^(?:別?[紙添記]|参考)?資料|^[^、。]{0,24}第[ 0-9０-９]+号$|年[^、。]{1,12}月[^、。]{0,12}日?$"
    r"|[様殿]$|あて$|^会長"
)
_FIRST = 12  # rows in which a title stands
_LOOK = 400  # rows
_TELLS = tuple(
    map(
        re.compile,
        (
            "個人情報|保有個人",
            "対象|個人の範囲|本人の範囲|記録範囲|[誰だ]れの",
            "項目|(?:どのような|どんな|何の|扱う|使う|渡す|預ける)(?:個人)?(?:情報|データ)",
            "委託|結合|提供|渡[しす]",
        ),
    )
)
_Reader = Callable[[Builder, Sequence[Row], frozenset[str]], None]


def _readers() -> dict[Family, _Reader]:
    return {
        "agenda": agenda.build,
        "prose": prose.build,
        "register": register.build,
        "assessment": assessment.build,
    }


def assemble(documents: Sequence[Blocks]) -> Draft:
    """Make a draft of the blocks of one or more files of one case."""
    spelling = Spelling.of(documents)
    known = spelling.usual(documents)
    stream = list(rows(known))
    which = family(stream)
    builder = Builder()
    if which == "unknown":
        builder.notes.unread.append(Unread("", "", "family_unknown", which))
    form = "prose" if which == "unknown" and _of_personal_information(stream) else which
    if form != "unknown":
        _read(builder, stream, form, _emphasised(known))
    for document in documents:
        for each in document.unread:
            builder.notes.unread.append(Unread(str(each.place), each.detail, each.code))
    _print(builder, spelling)
    content = _content(builder, documents, stream)
    return Draft(content, which, builder.notes.unread, builder.notes.questions, documents)


def _print(builder: Builder, spelling: Spelling) -> None:
    """Give back what was read as the documents spell it."""
    builder.content = spelling.printed(builder.content)
    for unread in builder.notes.unread:
        unread.printed = spelling.printed(unread.printed)
    for question in builder.notes.questions:
        question.printed = spelling.printed(question.printed)


def _of_personal_information(stream: Sequence[Row]) -> bool:
    """Whether a paper tells whose items go to whom; one of no known form is read as prose."""
    text = "\n".join(key(row.text) for row in stream[:_LOOK])
    return all(words.search(text) for words in _TELLS)


def _read(builder: Builder, stream: Sequence[Row], form: Family, emphasis: frozenset[str]) -> None:
    """Read the form first, then what stands anywhere in a paper."""
    _readers()[form](builder, stream, emphasis)
    stream = continued.whole(stream)
    now = before.without(stream)
    if form != "register":  # which reads them before its claims
        handed.write(builder, now)
    measure_rows.write(builder, stream, form)
    by_name.settle(builder)
    if form != "prose":  # its reasons cite measures by their whole path
        cited.write(builder, stream)
    cited_codes.write(builder, stream)
    sourced.close(builder, stream)
    if form != "register":
        item_sources.write(builder, stream)
    if form != "register":  # which compares the purpose of each of its files
        scopes.write(builder, stream)
    credentials.of_brackets(builder)
    credentials.of_rows(builder, stream)
    handovers.write(builder, now, in_force=form == "register")
    figures.write(builder, stream)
    spans.write(builder, now)
    wider.write(builder, stream, apart=form == "register")
    spoken.write(builder, now)
    whole.write(builder, stream)
    _absent(builder, form)
    if form != "register":  # it has no running text; its cells are read by their labels
        claims.of_rows(builder, now)
        counted.write(builder, stream)
        told.note(builder, stream)
    both_ways.write(builder, now)
    handed_on.write(builder, now)
    addressed.write(builder, roles=form != "register", rows=stream)
    denied_ways.write(builder, now)
    strangers.write(builder, now)
    recorded_in.write(builder, stream)
    listed_once.write(builder, stream)
    rosters.write(builder, stream)
    users.write(builder, stream)
    if form == "assessment":
        files.settle(builder)
    files.split(builder)


# Kinds of facts that a family states, and the code that says that none was read.
_EXPECTED: tuple[tuple[str, str, tuple[Family, ...]], ...] = (
    ("subjects", "no_subjects", ("agenda", "prose", "register", "assessment")),
    ("lists", "no_item_list", ("agenda", "prose", "register", "assessment")),
    ("flows", "no_recipient", ("agenda", "prose", "assessment")),
    ("safeguards", "no_measures", ("agenda", "prose", "assessment")),
)


def _absent(builder: Builder, which: Family) -> None:
    """Say of what nothing was read, so that silence is not taken for none."""
    codes = {each.code for each in builder.notes.unread}
    for kind, code, families in _EXPECTED:
        if which in families and code not in codes and not builder.content.get(kind):
            builder.notes.unread.append(Unread("", "", code))


def _title(stream: Sequence[Row]) -> str:
    """The first line that is neither a date, a number, a paper's box nor an address."""
    lines = [
        compiled(r"\s+").sub(" ", tidy(row.text)) for row in stream[:_FIRST] if row.text.strip()
    ]
    named = (line for line in lines if not _NO_TITLE.search(line))
    return next(named, lines[0] if lines else "")[:200]


def _content(
    builder: Builder, documents: Sequence[Blocks], stream: Sequence[Row]
) -> dict[str, Any]:
    content = {name: value for name, value in builder.content.items() if value not in ([], "")}
    content["format"] = "nagarezu/1"
    content["id"] = _case_id(documents, stream)
    if not content.get("title"):
        content["title"] = _title(stream) or documents[0].name
    content["sources"] = [
        {"id": document.source, "title": document.name, "kind": _KINDS[document.format]}
        for document in documents
    ]
    return {name: content[name] for name in _ORDER if name in content}


def _case_id(documents: Sequence[Blocks], stream: Sequence[Row]) -> str:
    """The same document gets the same id, wherever it lies: a digest of what is printed."""
    digest = sha256("\n".join(row.text for row in stream).encode("utf-8", "replace")).hexdigest()
    return f"draft-{digest[:12]}"


def _emphasised(documents: Sequence[Blocks]) -> frozenset[str]:
    """The keys of texts that are bold and underlined: additions, if the sheet says so."""
    return frozenset(
        key(span.text)
        for document in documents
        for paragraph in document.paragraphs()
        for span in paragraph.spans
        if span.underlined and len(span.text.strip()) >= 2
    )
