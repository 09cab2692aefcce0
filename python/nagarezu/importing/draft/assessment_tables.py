"""Tables of an assessment: transfers by law item, and lists of changes (traps 5, 6, 8)."""

from __future__ import annotations

import re

from nagarezu.importing.draft.assessment_flows import Flows, sections_of
from nagarezu.importing.draft.builder import Builder, Entity, evidence, merged
from nagarezu.importing.form.assessment import Assessment, Table
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_ITEM = re.compile(r"^\d{1,3}(?:の\d+)?$")
# 項番100 and 別表の100の項, but not the paragraph of an article: 第9条第1項.
_LAW_ITEM = re.compile(
    r"項番[ ]?(?P<number>\d{1,3}(?:の\d+)?)"
    r"|(?P<table>別表(?:第[一二12])?)[^\d]{0,6}?(?P<item>\d{1,3}(?:の\d+)?)[ ]?の?項"
)
_PAGE = re.compile(r"^(?:p\.?)?\d{1,3}(?:ページ|頁)?$", re.IGNORECASE)


def transfers(builder: Builder, sheet: Assessment, flows: Flows) -> None:
    """One entry for each law item and section."""
    for table in sheet.tables:
        if table.kind != "transfers":
            continue
        basis = basis_of(table.title)
        for row in table.rows:
            _transfer(builder, row, basis, flows)


def numbered_transfers(builder: Builder, sheet: Assessment) -> None:
    """移転先1 with its legal basis and its use in rows of their own below."""
    section = Passage()
    entry: Entity | None = None
    for line in sheet.of("transfer_to", "provide_to", "basis", "use"):
        kind = line.label.field if line.label is not None else ""
        if kind in ("transfer_to", "provide_to"):
            section, entry = (line.value if kind == "transfer_to" else Passage()), None
        elif kind == "basis" and section:
            entry = _numbered_transfer(builder, section, line.value)
        elif kind == "use" and entry is not None and line.value:
            entry["purpose"] = tidy(line.value.text)


def _numbered_transfer(builder: Builder, section: Passage, basis: Passage) -> Entity | None:
    found = _LAW_ITEM.search(fold(tidy(basis.text)))
    if found is None:
        builder.notes.skip(basis, "law_item_not_read")
        return None
    item = found["number"] or found["item"]
    end = found.start() if found["number"] else found.end("table")
    entry: Entity = {
        "basis": tidy(basis.text)[:end].strip(" 　、の") or "根拠の記載なし",
        "law_item": item,
        "section": tidy(section.text),
        "source": merged(section.source, basis.source),
        "provenance": [
            evidence("section", section, tidy(section.text), "numbered_transfer"),
            evidence("law_item", basis, item, "numbered_transfer"),
        ],
    }
    return builder.add("transfers", entry)


def basis_of(title: Passage) -> str:
    """（別紙2）番号法第9条第1項別表第一に掲げる事務 → 番号法第9条第1項別表第一"""
    text = re.sub(r"^[(（]?(?:別紙|別添)[ 　]*[0-9０-９]*[)）]?[ 　]*", "", tidy(title.text))
    return (
        re.sub(r"に(?:掲げる|定める|規定する).*$", "", text).replace("及び", "・")
        or "根拠の記載なし"
    )


def _transfer(builder: Builder, row: Row, basis: str, flows: Flows) -> None:
    filled = row.filled
    item = next((cell for cell in filled if _ITEM.match(fold(tidy(cell.text)))), None)
    if item is None or len(filled) < 2:
        return
    after = filled[filled.index(item) + 1 :]
    texts = [cell for cell in after if not _PAGE.match(key(cell.text))]
    if not texts:
        return
    purpose = tidy(texts[1].text) if len(texts) > 1 else ""
    for section in sections_of(texts[0]):
        entry: Entity = {"basis": basis, "law_item": fold(tidy(item.text)), "section": section}
        if purpose:
            entry["purpose"] = purpose
        entry["source"] = row.whole.source
        entry["provenance"] = [evidence("section", texts[0], section, "transfer_row")]
        builder.add("transfers", entry)
        flows.transfer(section, texts[0], purpose)


def changes(builder: Builder, sheet: Assessment) -> None:
    """Rows of change lists, whatever their columns are called, and what fell out of them."""
    placed = any(
        table.kind == "changes" and "変更日" not in table.columns for table in sheet.tables
    )
    for table in sheet.tables:
        if table.kind == "changes" and any("変更後" in column for column in table.columns):
            for row in table.rows:
                _dated(builder, table, row)
        elif table.kind == "changes":
            _placed(builder, table)
        elif placed:
            _of_transfers(builder, table)
    if placed:
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


_MEMBERS = (
    ("place", r"項目|箇所"),
    ("before", "変更前"),
    ("after", "変更後"),
    ("reason", "説明|理由|事由"),
)


def _dated(builder: Builder, table: Table, row: Row) -> None:
    """変更日 | 項目 | 変更前の記載 | 変更後の記載 | 提出時期 | 説明"""
    entry: Entity = {}
    for member, words in _MEMBERS:
        for column, name in enumerate(table.columns):
            wanted = member in ("before", "after")
            if re.search(words, name) and bool(re.search("変更[前後]", name)) == wanted:
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
        (i for i, name in enumerate(table.columns) if re.search("事由|理由", name)), None
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
                if re.match(r"^(?:\d|[ⅠⅡⅢⅣⅤI])", fold(label)):
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
    if re.match(r"^(?:\d|[ⅠⅡⅢⅣⅤI])", fold(label)):
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
