"""Cards in sections: a head within a card, and below it a small table of its own.

記録する項目 above 番号 | 項目 | 取得元, 委託先 above 委託先 | 業務 | 契約期間. The head says what
the table is about, its columns what each row states. In a workbook both stand in one grid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.fields import told_parts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form import handed
from nagarezu.importing.form.register import heads as register_heads
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import of_files, which_file
from nagarezu.importing.form.register.file import File, Part
from nagarezu.importing.form.register.paper import items_column, items_table
from nagarezu.importing.form.register.reading import Reading
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LONGEST = 24  # characters of the head of a column
_NOTES = 2  # lines that may stand between a head and its table: what the marks mean
_PAPER = re.compile(
    r"[ 　]*[(（【〔［\[<＜]?(?:別[紙表添記]|第?[ 　]?[0-9０-９一二三四五六七八九十]{1,2}[ 　]?表"
    r"|表[ 　]?[0-9０-９]|資料|参考|様式)"
)
_NOTE = re.compile(r"^(?:[(（※＊]|注|記号|凡例)|[：:]|。$|^[○◯〇●×✕✓レ■□ー－―-][ 　]*[=＝…]")
_SENTENCE = re.compile(r"。[)）]?$|^[○◯〇●×✕✓レ■□ー－―-][ 　]*[=＝…]")  # or what a mark means
_NAMED = re.compile(
    r"^(?:相手(?:方|先)?|先|名称|名前|機関名?|事業者名?|所属|課名?|課等?)(?:の名称)?$"
)
_NUMBERS = re.compile(r"^(?:(?:記録)?項目の?)?(?:番号|項番|no\.?|№)$")
_PLACES = re.compile(r"^(?:設置|所在|保管|管理)")
_MEASURE = re.compile(r"(?:措置|対策)(?:の?(?:内容|概要))?$")
_ENDS = re.compile(r"(?:範囲|媒体|期間|方法|備考|目的|理由|根拠|有無)$")


def take(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """A head with the table below it; how many rows both take, 0 if it is no such head."""
    if not reading.files or len(rows[index].filled) != 1 or not rows[index].cells[0]:
        return 0
    if _SENTENCE.search(tidy(rows[index].text)):
        return 0
    begun = labels.leading(rows[index].filled[0])
    top = _table_head(rows, index) if begun is None or not begun[2] else 0
    if not top or _PAPER.match(rows[index].text) or 0 < rows[index].level <= reading.level:
        return 0  # a paper of its own, or one beside the cards
    end = _end(rows, top)
    table, label = rows[top:end], rows[index].filled[0]
    if len(table) < 2 or _of_several(table, reading.files) or _labelled(table):
        return 0
    if _of_files(rows, top) or of_files.reads(rows, top, reading):
        return 0
    if _of_another(label.text, len(reading.files)):
        reading.left.extend(rows[index:end])
        reading.current, reading.outer, reading.mini = "", "", {}
        return end - index
    found = labels.find(label.text)
    file = reading.files[-1]
    of_measures = found is not None and found.field == "measures"
    if of_measures or any(_MEASURE.search(key(cell.text)) for cell in table[0].filled):
        file.tables.append(list(rows[index:end]))
    elif not _fields(file, table, label, found.field if found else ""):
        return 0
    reading.current, reading.outer, reading.mini = "", "", {}
    reading.signs.update(filter(None, [labels.sign(label.text)]))
    return end - index


def _of_files(rows: Sequence[Row], top: int) -> bool:
    """ファイルの名称 | 利用目的 | 記録項目: the table of the files themselves, below its head."""
    head = register_heads.head(rows, top)
    return head is not None and {"name", "items"} <= head.fields


_COUNTED_FILE = re.compile(r"(?:ファイル|事務|業務)(?P<n>[0-9]{1,2})(?![0-9])")


def _of_another(label: str, last: int) -> bool:
    """ファイル1の記録項目の区分 behind the card of the second file: of another than the last."""
    found = {int(each["n"]) for each in _COUNTED_FILE.finditer(fold(label))}
    return bool(found) and all(0 < number < last for number in found)


_FIRST_COLUMNS = 3  # of a table, in which the name of a file stands
_OWN_NUMBER = re.compile(
    r"[(（]?(?:[0-9０-９]{1,3}(?:[-－‐.．][0-9０-９]{1,2})*|[ア-ン])[)）.．]?|[①-⑳]"
)


def _of_several(table: Sequence[Row], files: Sequence[File]) -> bool:
    """番号 | 受託者 with 税-01 in the rows, or 事務の名称: it tells of more files than this one."""
    others = {key(file.get("name").text) for file in files[:-1]} - {""}
    for at, cell in enumerate(table[0].cells[:_FIRST_COLUMNS]):
        below = [key(row.cells[at].text) for row in table[1:] if row.cells[at:]]
        if cell and labels.exact(cell.text) == "name" and not others.isdisjoint(below):
            return True
    head = table[0].cells[0]
    if len(files) > 1 and any(map(which_file.tells_file, table[0].cells[:_FIRST_COLUMNS])):
        return True  # 番号 | ファイル番号 | 相手方
    known = labels.find(head.text) if head else None
    if known is None or known.field not in ("registered", "name"):
        return False
    cells = [row.cells[0] for row in table[1:] if row.cells[0]]
    return any(not _OWN_NUMBER.fullmatch(cell.text.strip()) for cell in cells)


def _labelled(table: Sequence[Row]) -> bool:
    """委託先 | 甲社 above 委託する業務 | 検針: a label in each row, and no head over columns."""
    if len(table) < 2 or any(len(row.filled) != 2 for row in table):
        return False
    known = [labels.find(row.cells[0].text) if row.cells[0] else None for row in table]
    return known[0] is not None and 2 * sum(map(bool, known)) > len(table)


def lines(rows: Sequence[Row], index: int, reading: Reading) -> int:
    """提供先    番号    方法: the same as printed lines, in columns that only blanks part."""
    row = rows[index]
    if not reading.files or row.grid or len(row.cells) != 1 or index + 1 >= len(rows):
        return 0
    head = handed.celled(row)
    if len(head.filled) < 2 or not all(map(_is_head, head.filled)):
        return 0
    if _OWN_NUMBER.fullmatch(head.filled[0].text.strip()):
        return 0  # コ　相手方に求める措置: the letter of a label is no column
    kind = _kind(head)
    if not kind:
        return 0
    last = index + 1
    while last < len(rows) and not _ends_lines(rows[last], len(head.filled), kind):
        last += 1
    body, end = handed.below(rows[:last], index, head)
    if _of_several([head, *body], reading.files):
        return 0
    file = reading.files[-1]
    if body and kind == "measures":
        above = rows[index - 1 : index]
        number = 1 + max(each.grid for each in rows) + index  # a table of its own
        file.tables.append([*above, *(replace(each, grid=number) for each in (head, *body))])
    elif not body or not _fields(file, [head, *body], head.filled[0], kind):
        return 0
    reading.current, reading.mini = "", {}
    return end - index


def _kind(head: Row) -> str:
    """What the columns of a printed line of heads tell; empty if they are none of a card."""
    cells = head.filled
    first = labels.find(cells[0].text)
    beside = all(_OTHER.search(key(without_brackets(cell.text))) for cell in cells[1:])
    if len(cells) >= _COLUMNS and first and labels.FLOWS.get(first.field) and beside:
        return first.field
    if beside and _TIMES.search(key(cells[-1].text)):
        return "work_period"
    if any(_MEASURE.search(key(cell.text)) for cell in cells):
        return "measures"
    numbered = _NUMBERS.match(key(cells[0].text))
    return "items" if numbered and items_column(head) is not None else ""


def _ends_lines(row: Row, width: int, kind: str) -> bool:
    """委託    ■有  □無, 【収集方法】　相談票: the next label of the card."""
    cells = () if row.grid else handed.celled(row).filled
    known = labels.find(cells[0].text) if cells else None
    boxed = len(cells) > 1 and bool(compiled("[□■☐☑]").match(cells[1].text))
    if known is None or not (known.exact or boxed):
        return False
    told = len(cells) > 1 and kind != "measures" and not _is_head(cells[1])
    return bool(labels.sign(cells[0].text)) or len(cells) < width or told or boxed


_COLUMNS = 3
_TIMES = re.compile(r"(?:時期|期間|日程|予定|予定日|期日|スケジュール)$")
_OTHER = re.compile(
    r"(?:方法|手段|目的|項目|番号|項番|内容|業務|期間|根拠|回線|媒体|受け?渡し|情報|時期|備考)$"
)


def _table_head(rows: Sequence[Row], index: int) -> int:
    """Where the labels of the columns stand below a head; 0 if none do."""
    for at in range(index + 1, min(index + 2 + _NOTES, len(rows) - 1)):
        row = rows[at]
        if len(row.filled) == 1 and row.cells[0] and row.grid == rows[index].grid:
            if not _NOTE.search(tidy(row.text)):
                return 0
            continue
        below = rows[at + 1]
        ruled = row.grid and row.grid == below.grid and len(below.filled) > 1
        return at if ruled and len(row.filled) > 1 and all(map(_is_head, row.filled)) else 0
    return 0


def _is_head(cell: Passage) -> bool:
    plain = key(without_brackets(cell.text))
    return len(plain) <= _LONGEST and not compiled(r"[0-9。、：:□■☐☑]").search(fold(cell.text))


def _end(rows: Sequence[Row], top: int) -> int:
    """The row behind the table: of another grid or section, or with a label of the card."""
    width = len(rows[top].filled)
    sided = all(_MEASURE.search(key(cell.text)) for cell in rows[top].filled)
    end = top + 1
    while end < len(rows) and rows[end].grid == rows[top].grid:
        row = rows[end]
        begins = len(row.filled) <= 2 and bool(row.cells[0])
        if len(row.filled) == 1 and begins:
            break
        first = row.filled[0].text
        labelled = labels.exact(first) or _ENDS.search(key(first))
        if begins and labelled and (width > 2 or row.sheet):
            break
        if row.cells[0] and labels.exact(first) and (len(row.filled) > width or sided):
            break
        end += 1
    return end


def _fields(file: File, table: Sequence[Row], label: Passage, field: str) -> bool:
    """The rows of a table as parts of the fields of its file; whether it is one that a card has."""
    heads = table[0].cells
    column = items_column(table[0])
    if field == "items" and column is not None:
        for part in items_table(table, column):
            part.label = label
            file.add("items", part)
        return True
    if _by_kind(file, table):
        return True
    at, field = _holders(heads, field)
    if at < 0 or field not in labels.FLOWS:
        return _schedule(file, table)
    for row in table[1:]:
        if at < len(row.cells) and row.cells[at]:
            name = label if _NAMED.match(key(heads[at].text)) else heads[at]
            file.add(field, Part(row.cells[at], name, grid=row.grid))
            _beside(file, row, heads, at, field)
    return True


def _by_kind(file: File, table: Sequence[Row]) -> bool:
    """区分 | 相手 | 項目 with 庁内, 委託 in the rows: each row says by what its holder gets it."""
    heads = table[0].cells
    who = next((at for at, cell in enumerate(heads) if _NAMED.match(key(cell.text))), -1)
    rows = [row for row in table[1:] if 0 <= who < len(row.cells) and row.cells[who]]
    for at in range(len(heads)):
        kinds = [told_parts.by_head(row.cells[at].text) if row.cells[at:] else "" for row in rows]
        if at != who and kinds and all(kinds):
            for row, kind in zip(rows, kinds, strict=True):
                file.add(kind, Part(row.cells[who], row.cells[at], grid=row.grid))
                _beside(file, _without(row, at), heads, who, kind)
            return True
    return False


def _without(row: Row, at: int) -> Row:
    return replace(row, cells=(*row.cells[:at], Passage(), *row.cells[at + 1 :]))


def _schedule(file: File, table: Sequence[Row]) -> bool:
    """業務の内容 | 実施の時期: when each piece of work is done."""
    heads = table[0].cells
    time = next((at for at, cell in enumerate(heads) if _TIMES.search(key(cell.text))), -1)
    rows = [row for row in table[1:] if 0 <= time < len(row.cells) and row.cells[time]]
    work = next((at for at, cell in enumerate(heads) if at != time and cell), -1)
    if work < 0 or not rows or not all(dates(row.cells[time].text) for row in rows):
        return False
    if len({key(row.cells[work].text) for row in rows}) < len(rows):
        return False
    for row in rows:
        file.add("work_period", Part(row.cells[time], row.cells[work], grid=row.grid))
    return True


def _holders(heads: Sequence[Passage], field: str) -> tuple[int, str]:
    """Which column names those who get something, and by what they get it."""
    for at, cell in enumerate(heads):
        known = labels.find(cell.text) if cell else None
        own = known.field if known is not None else ""
        if own in labels.FLOWS:
            return at, own
        if cell and field in labels.FLOWS and (_NAMED.match(key(cell.text)) or own == "name"):
            return at, field
    return -1, ""


def _beside(file: File, row: Row, heads: Sequence[Passage], at: int, flow: str) -> None:
    """What a row states of the one whom it names: which items, until when, what is done."""
    for column, cell in enumerate(row.cells[: len(heads)]):
        head = heads[column]
        if column == at or not cell or not head:
            continue
        name = _column(head, cell, flow)
        if name:
            file.add(name, Part(cell, _of_flow(head, flow), grid=row.grid))


_WORDS = {"entrust": "委託", "reentrust": "再委託", "recipients": "提供", "transfer": "利用"}


def _of_flow(head: Passage, flow: str) -> Passage:
    """業務 in the table of the contractors is 委託の業務."""
    word = _WORDS.get(flow, "")
    return head if not word or word in head.text else replace(head, text=f"{word}の{head.text}")


def _column(head: Passage, cell: Passage, flow: str) -> str:
    plain = key(without_brackets(head.text))
    found = labels.find(head.text)
    marks = compiled(rules("registers")["only_marks"]).match(key(cell.text))
    if plain.endswith("項目") or (found and found.field.endswith("items")):
        return labels.FLOWS[flow]
    if marks and (_NUMBERS.match(plain) or plain.endswith(("情報", "内容"))):
        return labels.FLOWS[flow]
    if plain.endswith("期間") and flow in ("entrust", "reentrust"):
        return "entrust_period"
    if found is not None and found.field == "reentrust":
        return "reentrust"
    plain_answer = told_parts.says_no(tidy(cell.text))
    return "" if plain_answer or _PLACES.match(plain) or flow == "system" else "detail"
