"""Tables of an assessment by the heads of their columns: what kind, and which column holds what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.assessment import labels as assessment_labels
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, without_brackets

Kind = Literal["transfers", "changes", "items", "measures", "crosswalk", "fields", "blocks"]
_CHANGE_HEAD = re.compile(
    r"(?:変更|修正|改正|追記|見直し|更新|改定)[^、。]{0,10}?(?:箇所|個所|か所|ヶ所|項目|部分)"
)
_PLACED = re.compile(r"(?:評価書|様式)の(?:記載|該当)?(?:箇所|個所|か所|部分|欄)$")
_HEAD = 14  # characters; a longer cell of a first row is no head
_USE = re.compile(
    r"^(?:(?:提供先|移転先|相手先|情報照会者|そこ)(?:に?おける|の|で|が))?[^、。()課係室]{0,8}"
    r"(?:用途|事務)(?:の?(?:名称?|内容|概要))?(?:\(.*\))?$"
)
# 区分 | 相手 | 項目 | 方法: what goes to somebody, and how
CARRIED = re.compile(
    r"^(?:(?:提供|移転|連携|送信)(?:[・又は及び/]*移転)?する|渡す|送る)?(?:特定)?(?:個人)?"
    r"(?:情報|項目|データ|情報の?項目)$"
)
_WAY = re.compile(r"^(?:(?:提供|移転)?の?方法|手段|経路|媒体|(?:提供|移転)?の?時期)$")
_BLOCK = re.compile(
    r"^(?:(?:システム|委託(?:事項|業務|先)?|提供先?|移転先?)(?:その)?"
    r"(?:\d{1,2}(?:$|\D)|[a-z①-⑳]$)"
    r"|第\d{1,2}の?(?:システム|委託|提供|移転)(?:先|事項)?$)"
)


@dataclass(slots=True)
class Table:
    """A table that is read by its columns: the keys of its heads and its rows."""

    kind: Kind
    title: Passage
    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    part: str = ""
    grid: int = 0
    heads: tuple[Passage, ...] = ()
    section: str = ""  # the numbered section in which it stands
    side: str = ""  # the head above that says whose measures these are
    file: int = 0  # which of the heads of files in Ⅱ stands above it
    above: int = 0  # how many lines of the sheet do

    def column(self, name: str) -> int:
        """The first column of a sort of `columns` in the data file; -1 if there is none."""
        pattern = pattern_of(name)
        return next((i for i, head in enumerate(self.columns) if pattern.search(head)), -1)

    @property
    def dated(self) -> bool:
        """A list of changes that prints what stood before, or when it changed, and what stands now.

        A digest prints what stands now behind its place, too, but along the form itself.
        """
        if self.kind != "changes" or self.column("after") < 0:
            return False
        placed = any(_PLACED.match(name) for name in self.columns)
        return self.column("before") >= 0 or placed or any("変更日" in n for n in self.columns)


_ENTRUSTED = re.compile(r"(?:業務)?(?P<relation>再?委託)(?:先|する|事項)?")


_LAST = re.compile("事由|理由|備考|説明|趣旨|区分")


def behind_page(columns: Sequence[str]) -> int:
    """How many columns stand behind that of the pages; -1 if the text of the form stands there."""
    at = next((at for at, head in enumerate(columns) if compiled("ページ|頁").search(head)), 0)
    last = [head for head in columns[at + 1 :] if head]
    return len(last) if at and all(_LAST.search(head) for head in last) else -1


def entrusted(table: Table, row: Row) -> str:
    """委託 or 再委託 in the column that says what a row of recipients is; else empty."""
    at = table.column("kind")
    said = key(row.cells[at].text) if 0 <= at < len(row.cells) else ""
    match = _ENTRUSTED.fullmatch(said)
    return match["relation"] if match else ""


def is_behind(table: Table, row: Row) -> bool:
    """６．保管・消去 in the sheet of a workbook: what stands below a table, and no row of it."""
    first = fold(row.filled[0].text).strip()
    if _REMARK.fullmatch(first):
        return True
    if len(row.filled) == 1:
        return heads.section(first) or heads.part(first, alone=True) is not None
    if len(row.filled) != _PAIR or len(table.columns) <= _PAIR:
        return False
    topic = compiled(rules("assessment")["sections"]).match(first)  # 保管 | …に置く。
    told = topic is not None and "。" in row.filled[1].text
    return told or assessment_labels.whole(row.filled[0].text) is not None


_REMARK = re.compile(r"[(※]?(?:注(?:記|釈)?|備考|補足)[ ]?\d{0,2}[):]?")
_LETTER = re.compile(r"(?P<mark>[A-Z]|\d{1,2})[.):]?[ ]+\S")
_OF_BLOCKS = re.compile(r"(?P<kind>委託|提供|移転)(?:事項|業務|先|内容)?")


def block_of(table: Table, row: Row) -> str:
    """B 通知書の印刷 below 委託事項: the block that the mark in the first column counts."""
    mark = _LETTER.match(fold(row.cells[0].text).strip()) if row.cells else None
    head = _OF_BLOCKS.fullmatch(table.columns[0]) if mark else None
    return f"{head['kind']}{mark['mark']}" if mark and head else ""


_FEWEST = 4  # columns of a row that only the same table has


def is_further_row(table: Table, row: Row) -> bool:
    """A row of values behind a page break: as many cells, and no label among them."""
    wide = len(row.cells) == len(table.columns) >= _FEWEST and table.kind == "fields"
    return wide and all(assessment_labels.whole(cell.text) is None for cell in row.filled)


def is_below(table: Table, row: Row) -> bool:
    """様式 | … below 番号 | 市の措置 | 委託先の措置: a label and its value, and no numbered row."""
    columns = [at for at, head in enumerate(table.columns) if pattern_of("number").search(head)]
    if columns[:1] != [0] or len(table.columns) <= _PAIR or not table.rows:
        return False
    numbered = all(_ROW_NUMBER.fullmatch(fold(each.cells[0].text).strip()) for each in table.rows)
    first = fold(row.cells[0].text).strip()
    return (
        numbered and len(row.filled) == _PAIR and bool(first) and not _ROW_NUMBER.fullmatch(first)
    )


_PAIR = 2  # cells: a label and its value
_ROW_NUMBER = re.compile(r"[^\d\s]{0,2}[ ]?[(]?\d{1,3}[).]?")


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    return compiled(rules("assessment")["columns"][name])


_CONTENT = re.compile(r"(?:具体的な?|実施)?内容")
_OF_MEASURE = re.compile(r"(?:措置|対策)の?(?:区分|種類|種別|分類|番号|主体|実施者)")


def columns_of(row: Row) -> list[str]:
    """The keys of the heads; 内容 beside 措置の区分 is that of the measures."""
    cells = [key(cell.text) for cell in row.cells]
    about = any(map(_OF_MEASURE.fullmatch, cells))
    return ["措置の内容" if about and _CONTENT.fullmatch(cell) else cell for cell in cells]


def kind_of(row: Row, part_title: str, *, first: bool) -> Kind | None:
    """What a row of heads opens, if it is one; `first` says that a table begins with it."""
    cells = columns_of(row)
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(len(cell) > 60 for cell in filled):
        return None
    if _is_changes(cells, filled):
        return "changes"
    if _is_transfers(cells, filled):
        return "transfers"
    if _is_items([without_brackets(cell) for cell in filled], part_title):
        return "items"
    if _is_crosswalk(filled):
        return "crosswalk"
    if _is_measures(cells, filled):
        return "measures"
    if all(_BLOCK.match(cell) for cell in cells[1:] if cell) and len(filled) - bool(cells[0]) >= 2:
        return "blocks"
    if _numbered(filled[0]) or _in_pairs(filled):
        return None  # 提供先1 | 提供先 | …: a block, and what its first row says
    behind = filled[0 if _column_label(filled[0], filled) else 1 :]
    labelled = [cell for cell in behind if _column_label(cell, filled)]
    plain = [_UNTOLD.sub("", cell) for cell in filled]
    most = first or len(labelled) >= _FEWEST  # within a sheet, more of them must be labels
    whole = len(labelled) == len(behind) or (most and all(len(cell) <= _HEAD for cell in plain))
    if len(labelled) >= 2 and whole:
        return "fields"
    return None


def is_numbered_head(row: Row) -> bool:
    """2 システム | 名称 | 接続: a section in front of heads begins a table within a sheet."""
    first = fold(row.cells[0].text).strip()
    return len(row.filled) > _PAIR and bool(_SECTION.match(first)) and heads.section(first)


_SECTION = re.compile(r"\d{1,2}[. ]+\D")


def _is_crosswalk(filled: Sequence[str]) -> bool:
    """点検の観点 | 対応する措置, with numbers in front or the result behind."""
    beside = ("number", "verdict", "remark")
    main = [
        cell
        for cell in filled
        if pattern_of("criterion").search(cell)
        or pattern_of("answer").search(cell)
        or not any(pattern_of(name).search(cell) for name in beside)
    ]
    return len(main) == 2 and all(
        pattern_of(name).search(cell)
        for name, cell in zip(("criterion", "answer"), main, strict=True)
    )


def _is_measures(cells: Sequence[str], filled: Sequence[str]) -> bool:
    """A head of a column of measures behind heads that say whose and of what sort they are."""
    measure = [cell for cell in filled if pattern_of("measure").search(cell)]
    sides = sides_of(filled)
    if len(sides) > 1 and (cells[0] not in sides or len(filled) == len(sides)):
        return True
    others = [cell for cell in filled if cell not in measure]
    return (
        len(measure) == 1
        and measure[0] != cells[0]
        and bool(others)
        and all(pattern_of("beside").search(cell) for cell in others)
    )


_SAYS = re.compile(r"措置|対策|行う|行わせる|講(?:じ|ず)|求める|義務|遵守|取組|こと$|責務")


def sides_of(columns: Sequence[str]) -> dict[str, bool]:
    """市が行うこと | 委託先に行わせること: columns of measures of two sides; True for the own."""
    found = {
        cell: own
        for cell in columns
        if _SAYS.search(cell) and (own := is_party_own(cell)) is not None
    }
    return found if len(set(found.values())) > 1 else {}


def _column_label(cell: str, columns: Sequence[str]) -> bool:
    """A label as a head prints it: without the number that it has in its own row."""
    named = assessment_labels.whole(cell) or assessment_labels.of_column(cell, columns)
    return not compiled(r"[①-⑳※\[]").search(_UNTOLD.sub("", cell)) and named is not None


_UNTOLD = re.compile(r"(?<=.{2})\([^()]*\)$")  # 接続([○]は接続あり): how the cells are marked


_VALUE = re.compile(r"^\d+$|\d年|に関する事務|[市区町村]長$|^(?:なし|[-ー－―])$")


def _in_pairs(filled: Sequence[str]) -> bool:
    """評価書番号 | 29 | 評価書名 | …に関する事務: labels, each with its value behind it."""
    return (
        len(filled) in (2, 4, 6)
        and all(assessment_labels.whole(cell) is not None for cell in filled[::2])
        and any(_VALUE.search(cell) for cell in filled[1::2])
    )


def _is_changes(cells: Sequence[str], filled: Sequence[str]) -> bool:
    now = [cell for cell in filled if pattern_of("after").search(cell)]
    before = [cell for cell in filled if pattern_of("before").search(cell)]
    if now and (before or "変更日" in cells or any(map(_PLACED.match, cells))):
        return True
    return any(_CHANGE_HEAD.search(cell) for cell in cells) and any(
        compiled("ページ|頁|変更後").search(cell) for cell in cells
    )


def _is_transfers(cells: Sequence[str], filled: Sequence[str]) -> bool:
    recipient = any(pattern_of("recipient").search(cell) for cell in cells)
    law = any(pattern_of("law_item").search(cell) and len(cell) < 24 for cell in cells)
    use = any("用途" in cell or "事務" in cell for cell in cells)
    if any(pattern_of("step").search(cell) for cell in cells):
        return False  # 段階 | 事務の内容 | 相手: the flow of the work, whichever way it goes
    short = all(len(cell) < 40 for cell in filled)
    carried = any(CARRIED.match(cell) for cell in cells) and any(map(_WAY.search, cells))
    kinds = any(pattern_of("kind").search(cell) for cell in cells)  # 区分 | 相手 | 内容 | 方法
    carried = carried or (kinds and any(map(_WAY.search, cells)))
    if short and recipient and carried and len(filled) >= 3 and not _numbered(filled[0]):
        return True
    if len(filled) == 2 and not law and not _USE.match(filled[1]):
        return False  # 移転先 | 税務課（収納に関する事務）: a label and its value
    return short and recipient and (law or use) and len(filled) >= 2 and not _numbered(filled[0])


def _numbered(cell: str) -> bool:
    return bool(_BLOCK.match(cell))


def _is_items(filled: Sequence[str], part_title: str) -> bool:
    named = any(pattern_of("item").search(cell) for cell in filled)
    if not named or any(pattern_of("measure").search(cell) for cell in filled):
        return False
    numbered = any(pattern_of("number").search(cell) for cell in filled)
    return (numbered or _LISTS.search(part_title) is not None) and "変更" not in part_title


# しきい値判断項目 are questions, 基礎項目評価書 is an edition of the form: neither lists items
_LISTS = re.compile("(?<!判断)項目(?!評価)")


def names_items(title: str) -> bool:
    """Whether an attachment of this title lists items."""
    return bool(_LISTS.search(title) or _TABLE_OF.search(title))


_TABLE_OF = re.compile(r"^[(（【]?別表[ 　]?[0-9０-９]{1,2}.*(?:ファイル|台帳|データベース)$")


def printed_head(row: Row) -> tuple[str, ...]:
    """項番 提供先 提供先における用途 on one printed line: its words, if they are such heads."""
    if len(row.filled) != 1 or row.grid:
        return ()
    words = tuple(fold(row.text).split())
    if not 3 <= len(words) <= 8 or any(len(word) > 24 for word in words):
        return ()
    if "変更日" in words:
        return words
    heads = ("law_item", "recipient", "use")
    if all(any(pattern_of(name).search(key(word)) for word in words) for name in heads):
        return words
    return ()


_PRINTED = re.compile(
    r"^(?P<number>\d{1,3}(?:の\d{1,2})?"
    r"|(?:別表|条例|主務省令|番号法|規則)[^。]{0,24}?の?[ ]?項)[ ]+"
    r"(?P<name>\S+)[ ]+(?P<use>\S.*)$"
)


def numbered_first(cells: Sequence[Passage]) -> bool:
    """Whether the first column of a head holds the numbers of the law items."""
    return bool(pattern_of("law_item").search(key(cells[0].text)))


def printed_row(row: Row) -> Row | None:
    """1 厚生労働大臣 健康保険法による…: the cells of a row that is one printed line."""
    match = _PRINTED.match(fold(row.text))
    if match is None:
        return None
    line = row.filled[0]
    cells = tuple(line.part(*match.span(name)) for name in ("number", "name", "use"))
    return Row(cells, row.place, row.grid, row.level, row.sheet)


def filled_down(rows: Sequence[Row], keep: Sequence[int]) -> list[tuple[Passage, ...]]:
    """The cells of each row; an empty one of the columns `keep` takes that of the row above.

    Where an outer column has another cell than above, those of the inner ones begin anew as well.
    """
    above: dict[int, Passage] = {}
    result = []
    for row in rows:
        cells = list(row.cells)
        for column in keep:
            if column >= len(cells):
                continue
            if cells[column]:
                if column not in above or key(above[column].text) != key(cells[column].text):
                    above = {c: passage for c, passage in above.items() if c < column}
                above[column] = cells[column]
            elif column in above:
                cells[column] = above[column]
        result.append(tuple(cells))
    return result
