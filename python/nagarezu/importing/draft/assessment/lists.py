"""The recorded items of an assessment: the attachment's list, or the row, or the ticked ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft.assessment.runs import (
    by_marks,
    dotted,
    hyphened,
    in_order,
    numbered_pairs,
    under_groups,
    undotted,
)
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields import items, options
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.assessment.sheet import ROW_BLOCK
from nagarezu.importing.form.assessment.tables import Table, filled_down, names_items, pattern_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

_HEAD = re.compile(r"^(?P<head>[<＜〈【《≪〔][^<>＜＞]{1,40}?[>＞〉】》≫〕])[ 　]*(?P<rest>.*)$")
_MARKED = re.compile(r"^[■◆◎▼◇].{1,40}$")
_FILE = re.compile(
    r"^(?:[(（]?\d{1,2}[)）.．]?[ 　]*)?[^、。]{1,40}(?:ファイル|データベース|台帳)$"
)
_GAP = re.compile(r"\S[ 　]{2,}\S")  # 個人番号   宛名番号   氏名
_NOTE = re.compile(r"^(?:※|[(（]注|注[ 　:：\d]|(?:備考|注記?)[ 　:：])|以上$")
_CAPTION = re.compile(r"[表図][ ]?\d{1,2}(?:-\d{1,2})?[. ][ ]*\S")
_SAYS = re.compile(r"(?:[うくすつるた]|です|ん)。$")  # a sentence in front of a list
_PAGE = re.compile(r"^-?[ ]?\d{1,3}[ ]?-?$")
_OPTIONAL = re.compile(r"任意|希望(?:者|する)")
_PRINTED_NUMBER = re.compile(r"[(]?(?P<digits>\d{1,3})[).:]?|(?P<circled>[①-⑳])")
_OTHER = re.compile("変更|補足|説明")  # what an attachment tells of the items that stand elsewhere
_Parts = list[tuple[Passage, list[Passage]]]
_LABELLED = 2  # cells: a label and its value
_WITH_PAGE = 3  # cells: what is changed, its page, the reason
LABEL = "特定個人情報ファイル記録項目"


def listed(sheet: Assessment) -> list[Listed]:
    """The lists of the files; one ends where the numbers begin anew or another file is named."""
    found: list[Listed] = []
    seen: set[str] = set()
    for part, title in (*sheet.attached, *sheet.listed):
        if part not in seen and names_items(title.text) and not _OTHER.search(title.text):
            seen.add(part)
            found.extend(_of_part(sheet, part, title))
    if not found:
        for table in sheet.tables:
            if table.kind == "items":
                for file, rows in _files_beside(table) or [("", table)]:
                    for first, whole, read in _of_table(rows):
                        _add(found, file, whole, read, table.title, first)
    if found:
        return found
    by_source = [
        Listed("記録される項目", read, line.value, label_printed=line.printed)
        for line in sheet.of("items")
        if line.block.startswith(ROW_BLOCK) and (read := of_cell(line.value)).entries
    ]
    if len(by_source) > 1:  # 入手元 | 入手の方法 | 項目: a list in each row
        return by_source
    if len(of_files := _of_files(sheet)) > 1:
        return of_files
    for line in sheet.of("items"):
        read = of_cell(line.value)
        if len(read.leaves()) > 1:
            return [Listed("記録される項目", read, line.value, label_printed=line.printed)]
    for line in sheet.of("items"):
        main = items.chosen(options.marked(line.value))
        if main.entries:
            return [Listed("主な記録項目", main, line.value, label_printed=line.printed)]
    return []


def _of_files(sheet: Assessment) -> list[Listed]:
    """The row of items in the outline of each file, below its name."""
    names = {line.file: tidy(line.value.text) for line in sheet.of("file_name")}
    found: dict[int, Listed] = {}
    for line in sheet.of("items"):
        read = of_cell(line.value)
        if line.file in names and len(read.leaves()) > 1:
            made = Listed(LABEL, read, line.value, heading=names[line.file])
            made.label_printed = line.printed
            found.setdefault(line.file, made)
    return list(found.values())


def of_cell(value: Passage) -> ItemList:
    """The items of one cell, in the order of their numbers if these are clear."""
    lines = _without_choice(undotted(value)).lines()
    return _read([item for line in lines for item in dotted(_without_group(line))])[1]


_COUNTED = re.compile(r"[ ]*(?:(?P<circled>[①-⑳])|[(]?(?P<number>\d{1,3})[). ])[ ]*\S")


def _read(lines: Sequence[Passage]) -> tuple[Passage, ItemList]:
    """The lines in their order and the items in them; a line printed twice is two items."""
    again = _again(lines)
    whole = joined(in_order([line for at, line in enumerate(lines) if at not in again]))
    read = items.read(whole)
    last = max((entry.number for entry in read.entries), default=0)
    for line in (lines[at] for at in again):
        for entry in items.read(line).entries:
            entry.number = last = last + 1
            read.entries.append(entry)
    return joined([whole, *(lines[at] for at in again)]), read


_GROUP = re.compile(r"[ 　]*[【〔][^【】〔〕]{2,12}[】〕][ 　]*(?=\S)")


def _again(lines: Sequence[Passage]) -> list[int]:
    """The one line that is printed twice among lines whose numbers go on one by one."""
    texts = [fold(line.text).strip() for line in lines]
    if len(set(texts)) != len(texts) - 1:
        return []
    twice = next(at for at, text in enumerate(texts) if text in texts[:at])
    others = [_COUNTED.match(text) for at, text in enumerate(texts) if at != twice]
    numbers = [
        int(each["number"] or ord(each["circled"]) - ord("①") + 1) for each in others if each
    ]
    one_run = numbers == list(range(1, len(texts))) and len(numbers) > _WITH_PAGE
    return [twice] if one_run else []


def _without_group(line: Passage) -> Passage:
    """【基本情報】氏名、住所: the name of a group in front of its items."""
    group = _GROUP.match(line.text)
    return line.part(group.end()) if group else line


def _without_choice(value: Passage) -> Passage:
    """[50項目以上100項目未満] <選択肢> … says how many there are, and ticks are no list."""
    text = fold(value.text)
    ticked = compiled(r"\s*[\[<]|(?s:.*)(?:選択肢|\[[ ○レ]\]|[□☐☑])").match(text)
    return Passage() if ticked else value


def _of_part(sheet: Assessment, part: str, title: Passage) -> list[Listed]:
    """The runs of items under one attachment, in the order of print."""
    parts: _Parts = [(Passage(), [])]
    seen: set[int] = set()
    grids = [table for table in sheet.tables if table.part == part and table.kind == "items"]
    taken = {id(row) for table in grids for row in table.rows}
    changed = {id(row) for table in sheet.tables if table.kind == "changes" for row in table.rows}
    for line in sheet.lines:
        if line.part != part or id(line.row) in taken or id(line.row) in seen:
            continue
        if line.block.startswith("委託"):  # another paper behind the list tells who works with it
            continue
        seen.add(id(line.row))
        beside = sheet.digest and _page_beside(line.row)
        _collect(parts, line.row, changes=beside or id(line.row) in changed)
    found: list[Listed] = []
    for head, texts in _with_items(parts):
        whole, read = _read([_joined_name(text) for text in texts])
        _, nodes = outline(whole)
        first = nodes[0].value if nodes else 0
        _add(found, tidy(head.text), whole, read, title, first)
    for table in grids:
        for file, rows in _files_beside(table) or [(_file_above(sheet, table), table)]:
            named = file
            for first, whole, read in _of_table(rows):
                _add(found, named, whole, read, table.title or title, first)
                named = ""  # the second half stands side by side with the first
    return [each for each in found if each.found.entries]


def _files_beside(table: Table) -> list[tuple[str, Table]]:
    """ファイル | 番号 | 記録項目: the rows of each file, where a column says whose they are."""
    for column in range(len(table.columns)):
        cells = [
            row[column] if column < len(row) else Passage()
            for row in filled_down(table.rows, [column])
        ]
        names = [tidy(cell.text) for cell in cells]
        if len(set(names)) > 1 and all(map(_FILE.match, names)):
            rows = {
                name: [r for r, n in zip(table.rows, names, strict=True) if n == name]
                for name in names
            }
            return [(name, replace(table, rows=mine)) for name, mine in rows.items()]
    return []


def _file_above(sheet: Assessment, table: Table) -> str:
    """(2) 乙ファイル on the line above a table of items; empty if another line stands there."""
    line = sheet.lines[table.above - 1] if table.above else None
    if line is None or line.part != table.part:
        return ""
    if named := _labelled_file(line.row.filled):
        return tidy(named.text)
    text = tidy(line.row.text)
    return text if len(line.row.filled) == 1 and _FILE.match(text) else ""


def _labelled_file(cells: Sequence[Passage]) -> Passage | None:
    """ファイル名 | 乙ファイル: the file whose items stand below, and no item."""
    label = words.whole(cells[0].text) if len(cells) == _LABELLED else None
    return cells[1] if label is not None and label.field == "file_name" else None


def _is_said(line: Passage) -> bool:
    """記録する項目は、次のとおりです。: a sentence in front of a list."""
    text = line.text.strip()
    return bool(_SAYS.search(text)) and not heads.BEGINS.match(text)


def _is_head(text: str) -> bool:
    """番号, 記録項目: the head of a column that is printed on a line of its own."""
    return any(pattern_of(name).search(key(text)) for name in ("number", "item"))


def _page_beside(row: Row) -> bool:
    """… | 26 | 追記: a row outside the table of changes with their last columns."""
    filled = row.filled
    return len(filled) >= _WITH_PAGE and heads.is_page(filled[-2].text)


def _joined_name(line: Passage) -> Passage:
    """4 情報 is a name and no number (trap 3)."""
    text = compiled(r"([4４])[ 　](?=情報)").sub(r"\1", line.text)
    return Passage(text, line.starts, line.spots) if text != line.text else line


def _with_items(parts: _Parts) -> _Parts:
    """Heads with what stands below them; a marked line with nothing below is an item itself."""
    kept: _Parts = []
    file = Passage()  # a head that only other heads follow
    for head, texts in parts:
        marked = bool(head) and bool(_MARKED.match(tidy(head.text)))
        if not texts and not marked:
            file = head
            continue
        lines = list(texts) or [head.part(1)]
        if not texts and kept and not kept[-1][0] and not file:
            kept[-1][1].extend(lines)
        else:
            kept.append((file or (head if texts else Passage()), lines))
        file = Passage()
    return kept


def _collect(parts: _Parts, row: Row, *, changes: bool) -> None:
    """Heads and lines of a row; a list of changes prints its page and its reason beside them."""
    texts = [fold(cell.text) for cell in row.filled]
    numbered = all(_COUNTED.match(text) and not _FILE.match(text) for text in texts)
    if len(texts) > 1 and numbered and not heads.is_reason(texts[-1]):
        parts[-1][1].extend(row.filled)  # 1 氏名 | 2 住所 | 3 性別
        return
    cells = heads.without_pages(row.filled, bool(row.cells[0])) if changes else row.filled
    pairs = numbered_pairs(cells)
    if pairs:
        parts[-1][1].extend(pairs)
        return
    if changes and len(cells) > 1 and heads.is_reason(cells[-1].text):
        cells = cells[:-1]
    if len(cells) == 2 and _PRINTED_NUMBER.fullmatch(fold(cells[0].text).strip()):
        cells = [joined(cells, " ")]
    if file := _labelled_file(cells):
        parts.append((file, []))
        return
    for cell in cells:
        if cell is cells[0] and len(cells) > 1 and _FILE.match(tidy(cell.text)):
            parts.append((cell, []))
            continue
        for line in cell.lines():
            text = tidy(line.text)
            alone = len(row.filled) == 1
            if (alone and (_PAGE.match(fold(text)) or _is_head(text))) or _NOTE.match(
                line.text.strip()
            ):
                continue
            if alone and (_CAPTION.match(fold(line.text).strip()) or _is_said(line)):
                continue
            head = _HEAD.match(line.text.strip())
            if head:
                parts.append((line.part(*head.span("head")), []))
                if head["rest"]:
                    parts[-1][1].append(line.part(*head.span("rest")))
            elif _MARKED.match(text) or (_FILE.match(text) and len(row.filled) == 1):
                parts.append((line, []))
            elif compiled(r"[^\d①-⑳⑴-⒇ア-ン・(（]").match(fold(text)) and _GAP.search(line.text):
                spans = [
                    match.span() for match in compiled(r"\S+(?:[ 　]\S+)*").finditer(line.text)
                ]
                parts[-1][1].extend(line.part(*span) for span in spans)
            else:
                parts[-1][1].extend(dotted(line))


def _add(
    found: list[Listed], head: str, whole: Passage, read: ItemList, title: Passage, first: int
) -> None:
    """A list for each head; its numbers go on if they are printed so, or if none are printed.

    Under a head of its own, for one item may well stand below several heads.
    """
    goes_on = first > 1 or (first <= 0 and not _FILE.match(head.strip("<>＜＞【】〈〉《》■◆ ")))
    if found and goes_on and first <= 0:
        last = found[-1].found.entries
        start = last[-1].number or len(last)
        for number, entry in enumerate(last, 1):
            entry.number = entry.number or number
        for number, entry in enumerate(read.entries, start + 1):
            entry.number = number
    if found and goes_on and not head:
        found[-1].found.entries.extend(read.entries)
        found[-1].found.is_open = found[-1].found.is_open or read.is_open
        found[-1].passage = joined([found[-1].passage, whole])
        return
    found.append(Listed(LABEL, read, whole, heading=head, label_printed=title))


def _of_table(table: Table) -> list[tuple[int, Passage, ItemList]]:
    """番号 | 記録項目 | 備考, also twice side by side: left half first, then the right one."""
    item, number, remark = (pattern_of(name) for name in ("item", "number", "remark"))
    columns = [i for i, head in enumerate(table.columns) if item.search(without_brackets(head))]
    result: list[tuple[int, Passage, ItemList]] = []
    for column in columns:
        end = next((c for c in columns if c > column), len(table.columns))
        remarks = [i for i in range(column + 1, end) if remark.search(table.columns[i])]
        groups = [i for i in range(column) if not number.search(table.columns[i])]
        groups = [i for i in groups if i not in columns and not remark.search(table.columns[i])]
        result.extend(_column(table, column, remarks, groups if column == columns[0] else []))
    return result


def _counted(printed: re.Match[str]) -> int:
    """(3), 3. or ③ in a cell of its own."""
    return int(printed["digits"]) if printed["digits"] else ord(printed["circled"]) - ord("①") + 1


def _column(
    table: Table, column: int, remarks: Sequence[int], groups: Sequence[int]
) -> list[tuple[int, Passage, ItemList]]:
    """Cells of one item each, or of a run of numbered items each."""
    cells = [row[column] for row in filled_down(table.rows, groups) if column < len(row)]
    numbered = [cell for cell in cells if len(outline(cell)[1]) > 1]
    grouped = under_groups(table.rows, column, groups)
    if grouped:
        whole = joined(grouped)
        return [(outline(whole)[1][0].value, whole, items.read(whole))]
    if numbered:
        whole = joined([cell for cell in cells if cell])
        return [(outline(whole)[1][0].value, whole, items.read(whole))]
    nested = hyphened(table.rows, column, remarks) or by_marks(table.rows, column, remarks)
    if nested:
        whole = joined(nested)
        return [(1, whole, items.read(whole))]
    read, first = ItemList(), 0
    places: list[Passage] = []
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else Passage()
        if not cell or compiled(r"[-ー－]").fullmatch(key(cell.text)):
            continue
        beside = row.cells[column - 1].text if column else ""
        printed = _PRINTED_NUMBER.fullmatch(fold(beside).strip())
        if printed is None and len(outside_brackets(cell.text, "、，")) > 1:
            read.entries.extend(items.read(cell).entries)
            places.append(cell)
            continue
        entry = items.entry(cell, read, cell.text)
        if entry is None:
            continue
        if printed is not None:
            entry.number = _counted(printed)
            first = first or entry.number
        note = " ".join(row.cells[i].text for i in remarks if i < len(row.cells))
        entry.optional = entry.optional or bool(_OPTIONAL.search(note))
        read.entries.append(entry)
        places.append(cell)
    return [(first, joined(places), read)] if read.entries else []
