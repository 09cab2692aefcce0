"""Lists of changes of an assessment, and what fell out of their tables (traps 5, 6, 8)."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.assessment.tables import Table, pattern_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_PAGE = re.compile(r"^(?:p\.?)?\d{1,3}(?:ページ|頁)?$", re.IGNORECASE)


def changes(builder: Builder, sheet: Assessment) -> None:
    """Rows of change lists, whatever their columns are called, and what fell out of them."""
    for table in sheet.tables:
        if table.dated:
            for row in table.rows:
                _dated(builder, table, row)
        elif table.kind == "changes":
            _placed(builder, table)
        elif sheet.digest and table.kind == "transfers":
            _of_transfers(builder, table)
    if sheet.digest:
        _outside(builder, sheet)


def _of_transfers(builder: Builder, table: Table) -> None:
    """A transfer table within a change list has its page in a row, its reason below (trap 8)."""
    page = next(
        (
            cell
            for row in table.rows
            for cell in row.filled[1:]
            if _PAGE.match(key(cell.text)) and cell is row.filled[-1]
        ),
        None,
    )
    if page is not None:
        _write(builder, tidy(table.title.text), page, Passage(), table.rows[0])
    for row in table.rows:
        if len(row.filled) == 1 and not row.cells[0] and _REASON.search(tidy(row.filled[0].text)):
            open_ = [
                each
                for each in builder.list_of("changes")
                if not each.get("reason") and "別紙" in each["place"]
            ]
            if open_:
                _reason(open_[0], row.filled[0], "outside_row")


def _outside(builder: Builder, sheet: Assessment) -> None:
    """A page number on a line of its own, with the reason on the next."""
    titles = dict(sheet.attached)
    for line, after in zip(sheet.lines, sheet.lines[1:], strict=False):
        page = line.row.filled[0]
        if len(line.row.filled) > 1 or not _PAGE.match(key(page.text)) or line.part not in titles:
            continue
        reason = after.row.filled[0]
        if (
            len(after.row.filled) == 1
            and _REASON.search(tidy(reason.text))
            and len(reason.text) < 60
        ):
            _write(builder, tidy(titles[line.part].text), page, reason, line.row, "outside_table")


def _reason(entry: Entity, passage: Passage, rule: str, text: str = "") -> None:
    entry["reason"] = text or tidy(passage.text)
    entry["provenance"].append(evidence("reason", passage, entry["reason"], rule, 0.8))


_REASON = re.compile(r"(?:追記|修正|変更|追加|削除|更新|反映|見直し|のため)$")


_SIDES = re.compile(f"{pattern_of('before').pattern}|{pattern_of('after').pattern}")
_MEMBERS: tuple[tuple[str, str | re.Pattern[str]], ...] = (
    ("place", r"項目|箇所"),
    ("before", pattern_of("before")),
    ("after", pattern_of("after")),
    ("reason", "説明|理由|事由"),
)


def _dated(builder: Builder, table: Table, row: Row) -> None:
    """変更日 | 項目 | 変更前の記載 | 変更後の記載 | 提出時期 | 説明"""
    entry: Entity = {}
    for member, words in _MEMBERS:
        for column, name in enumerate(table.columns):
            if compiled(words).search(name) and (
                bool(_SIDES.search(name)) == (member in ("before", "after"))
            ):
                cell = row.cells[column] if column < len(row.cells) else Passage()
                if cell and member not in entry:
                    entry[member] = tidy(cell.text)
    if entry.get("place"):
        entry["source"] = row.whole.source
        entry["provenance"] = [evidence("place", row.whole, entry["place"], "change_row")]
        builder.add("changes", entry)


def _placed(builder: Builder, table: Table) -> None:
    """Place, page and reason. A row without either belongs to the next that has them.

    A reason that is broken over rows is joined; it holds for all rows under one numbered head.
    """
    reason_column = next(
        (i for i, name in enumerate(table.columns) if compiled("事由|理由").search(name)), None
    )
    heads: list[str] = []
    waiting: list[str] = []
    fragment = Passage()
    under: list[Entity] = []  # entries of the present head without a reason
    for row in table.rows:
        filled = row.filled
        page = next((cell for cell in filled[1:] if _PAGE.match(key(cell.text))), None)
        reason = (
            row.cells[reason_column]
            if reason_column is not None and reason_column < len(row.cells)
            else Passage()
        )
        if reason is page or (reason and not 2 <= len(reason.text) <= 60):
            reason = Passage()
        label = tidy(filled[0].text) if row.cells[0] else ""
        if reason and not _REASON.search(tidy(reason.text)) and page is None:
            fragment = reason
            continue
        if page is None and not reason:
            if len(filled) == 1 and label and len(label) < 90:
                if compiled(r"^(?:\d|[ⅠⅡⅢⅣⅤI])").match(fold(label)):
                    under = []
                heads, waiting = _under(heads, label), []
            elif label:
                waiting.append(label)
            continue
        place = " ".join([table.part, *heads, "・".join([*waiting, label[:60]])]).strip()
        waiting = []
        entry = _write(builder, place, page, reason, row)
        if fragment and reason:
            whole = tidy(fragment.text) + tidy(reason.text)
            for each in [*under, entry]:
                _reason(each, reason, "join_across_rows", whole)
            fragment, under = Passage(), []
        elif not reason:
            under.append(entry)


def _under(heads: list[str], label: str) -> list[str]:
    if compiled(r"^(?:\d|[ⅠⅡⅢⅣⅤI])").match(fold(label)):
        return [label]
    return [*heads[:1], label]


def _write(
    builder: Builder,
    place: str,
    page: Passage | None,
    reason: Passage,
    row: Row,
    rule: str = "change_row",
) -> Entity:
    entry: Entity = {"place": place or "箇所の記載なし"}
    if page is not None:
        entry["page"] = fold(tidy(page.text))
    if reason:
        entry["reason"] = tidy(reason.text)
    entry["source"] = row.whole.source
    entry["provenance"] = [
        evidence("place", row.whole, entry["place"], rule, 0.8, printed=row.filled[0].text)
    ]
    return builder.add("changes", entry)
