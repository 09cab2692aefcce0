"""Measures in tables and lines that are no field of a form: 事項 | 市の措置 | 受託者の措置.

A text may print such a table without rules. What is read here is only where a measure stands and
the words beside it; whose it is, and for whom, is for the draft to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.fields.checklist_columns import is_legend
from nagarezu.importing.form import coded, handed
from nagarezu.importing.form.measure_columns import MARK, Columns, IsOwn, is_layer, tells_steps
from nagarezu.importing.form.measure_columns import columns as measure_columns
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_WIDE = re.compile(r"[ \t]{2,}[ \t　]*|　[ \t　]*")
_MEASURES = re.compile(r"対策|措置|安全管理|安全確保|取扱状況|取扱いの状況|保護の?方法")
_ASKED = re.compile(r"質問|質疑|意見|回答|答弁")  # heads of what was said in a session
_DRAWN = re.compile("[→⇒←⇔⇄↔]")
_SHORT = 24  # characters of the head of a column
_OPENED = re.compile(
    r"^(?:(?P<paper>(?:別[紙添表記]|資料|様式|付表|参考))"
    r"|(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|第[ ]?[0-9０-９一二三四五六七八九十]+[章節部]?)"
    r"|(?P<number>[0-9０-９]{1,2})[.．、 　)）]"
    r"|(?P<boxed>[■◆●○◎▼【≪《＜〔]))"
)
_LINE = re.compile(
    r"^[ 　]*(?:[(（]?(?P<number>[0-9０-９]{1,2}|[ア-ン](?![ァ-ヶー])|[①-⑳])[)）.．、 　]*"
    r"|(?P<named>(?:(?:措置|対策|方策)[ ]?|[A-ZＡ-Ｚ]{1,2}[-－]?)[0-9０-９]{1,2})[ 　:：.．、]+"
    r"|[・○●])"
)
_CAPTION = re.compile(r"[表図][ 　]?[0-9０-９]{1,2}(?:-[0-9]{1,2})?[.．]?")
_NUMBERED = re.compile(
    r"第[ ]?[0-9一二三四五六七八九十]+[章節部条]?|[(]?(?:[0-9]{1,2}|[ア-ン]|[①-⑳])[).]?"
)
_CITES = re.compile(r"(?:措置|対策|方策)[ ]?[0-9０-９]{1,2}(?:から|、|及び|並びに|により|の)")


@dataclass(frozen=True, slots=True)
class Told:
    """One measure, or an empty place for one, with the words that say whose it is."""

    text: Passage
    head: str = ""  # of its column, or the cell that names who does it
    partner: str = ""  # a name beside it in its row
    number: str = ""
    mark: str = ""
    place: Passage = field(default_factory=Passage)  # where an empty one stands
    matter: str = ""  # the number or name of the file or task of which it is
    layer: str = ""  # the cell that names it: 運用面


@dataclass(slots=True)
class Group:
    """The measures of one table or of the lines below one head."""

    above: str
    told: list[Told] = field(default_factory=list)
    note: str = ""  # for whom they are, as a sentence beside them says
    table: bool = True


def groups(
    rows: Sequence[Row], is_own: IsOwn, names_matter: Callable[[str], bool], *, lines: bool
) -> Iterator[Group]:
    """Tables with columns of measures, and with `lines` what is told below heads of measures."""
    at, above, opened, matter, paper = 0, "", "", "", ""
    below: Group | None = None
    while at < len(rows):
        handed_on = _handed(rows, at)
        if handed_on:
            at += handed_on
            continue
        table = _table(rows, at)
        checked = _CHECKED.search(key(above)) is not None
        if len(table) > 1 and _lists_items([tidy(cell.text) for cell in table[0]], checked):
            at += len(table)  # printed lines of a list: none of them heads a table
            continue
        title = _titles(rows, at) if len(table) > 1 and rows[at].grid else ""
        labelled = not rows[at].grid and _labels(table, above)
        found = (
            _of_table(table, title or above, is_own) if len(table) > 1 and not labelled else None
        )
        if found is not None:
            at += len(table)
            found.note = _note(
                rows[max(0, at - len(table) - 2) : at - len(table)], rows[at : at + 3]
            )
            yield found
            continue
        row = rows[at]
        at += 1
        head = "" if below is not None and _coded(row) else _head(row)
        if head and _kind(head) == "paper":
            paper = head if names_matter(head) else ""  # 別紙1　受渡しの手順（No.1関係）
        if head and below is not None and names_matter(head) and _of_nobody(head, is_own):
            matter = head  # 【ファイル1】 below 市が行う措置
        elif head:
            kind = _kind(head)
            if not opened or kind in (opened, "paper"):
                if below is not None and below.told:
                    yield below
                about = bool(_MEASURES.search(key(head))) and "チェック" not in head
                below = Group(head, table=False) if lines and about else None
                matter = ""
                opened = kind if below is not None else ""
            above = head
            matter = head if names_matter(head) else matter
        elif lines:
            line = _line(row, rows[at : at + 1], above if below and above != below.above else "")
            if line is not None and (below is not None or line.number.startswith(("措置", "対策"))):
                below = below or Group(above, table=False)
                below.told.append(replace(line, matter=matter or paper))
    if below is not None and below.told:
        yield below


def _of_nobody(head: str, is_own: IsOwn) -> bool:
    """Whether a head names no side and is about no measures: the sides above it go on."""
    return is_own(head) is None and not _MEASURES.search(key(head)) and _kind(head) != "paper"


_COUNTED = re.compile(r"[先者](?:\(.{1,4}\)|[0-9]{1,2})$")


def _labels(table: Sequence[Sequence[Passage]], above: str) -> bool:
    """委託先（1）　甲社: labels and their values, where nothing speaks of measures."""
    heads = [key(cell.text) for cell in table[0]] if table else []
    return bool(heads and _COUNTED.search(heads[0])) and not any(
        _MEASURES.search(each) for each in (key(above), *heads)
    )


def _handed(rows: Sequence[Row], at: int) -> int:
    """How many rows a table takes that only says who hands what to whom, and by what."""
    heads = handed.celled(rows[at]).filled
    if len(heads) < handed.LEAST:
        return 0
    if any(_MEASURES.search(key(cell.text)) for cell in heads):
        return 0
    return handed.at(rows, at, ways=True)[1]


def _kind(head: str) -> str:
    found = _OPENED.match(fold(head).strip())
    return str(found.lastgroup) if found else "plain"


def _head(row: Row) -> str:
    """A line of its own that is no sentence."""
    if len(row.filled) != 1 or row.grid:
        return ""
    text = tidy(row.filled[0].text)
    if is_legend(row.filled[0].text):
        return ""
    if key(text) in ("備考", "摘要"):
        return text
    plain = without_brackets(text)  # 甲社（再委託先を含む。）に行わせる措置
    return text if 2 < len(text) <= 60 and not compiled(r"[。、][^。、]*$").search(plain) else ""


def _coded(row: Row) -> bool:
    """B-2 甲組合: the line of a measure, though nothing but a name stands in it."""
    number = _LINE.match(row.filled[0].text) if len(row.filled) == 1 and not row.grid else None
    return bool(number and number["named"])


_FIELD = re.compile(r"の(?:名称|目的|根拠|範囲|方法|項目|期間)$")


def _line(row: Row, following: Sequence[Row], head: str) -> Told | None:
    """A numbered sentence below a head; one that is broken goes on in the next line.

    Below a head of its own within the part, a name may stand in front: 2 甲組合  名簿を返却する。
    """
    code, told = coded.split(row)
    if code:
        return Told(told, head, "", code)
    if row.grid or len(row.filled) != 1:
        return None
    passage = row.filled[0]
    number = _LINE.match(passage.text)
    if number is None:
        return None
    if not passage.text.rstrip().endswith("。") and following and not following[0].grid:
        after = following[0].filled[0]
        if not _LINE.match(after.text) and after.text.rstrip().endswith("。"):
            passage = joined([passage, after], "")
    body, sign = passage.part(number.end()), fold(number["named"] or number["number"] or "")
    name = next(_WIDE.finditer(body.text), None)
    partner = body.text[: name.start()] if name and name.start() <= _SHORT else ""
    if head and sign and not partner and "。" not in body.text and len(body.text) <= _SHORT:
        return Told(Passage(), head, body.text, sign, place=body)
    if partner and _FIELD.search(key(partner)):
        return None  # イ　事務の目的　　…すること。: a label of the next card
    if len(body.text) < 8 or not body.text.endswith("。") or _CITES.search(body.text):
        return None
    return Told(body.part(name.end()) if name and partner else body, head, partner, sign)


def _table(rows: Sequence[Row], at: int) -> list[list[Passage]]:
    """The cells of the table that begins at a row; lines with wide gaps are one, too."""
    if rows[at].grid:
        if len(rows[at].filled) < 2 or _titles(rows, at) is None or coded.split(rows[at])[0]:
            return []
        found: list[list[Passage]] = []
        for row in rows[at:]:
            if row.grid != rows[at].grid:
                break
            found.append(list(row.cells))
        return found
    first = _cut(rows[at])
    number = fold(first[0].text) if first else ""
    if _NUMBERED.fullmatch(number) or _CAPTION.fullmatch(number):
        return []  # ４　結合の方法, 第3　委託, 表5　リスクと措置: a numbered head
    if len(first) < 2 or any(len(cell.text) > _SHORT or "。" in cell.text for cell in first):
        return []
    made = [first]
    for row in rows[at + 1 :]:
        cells = [] if row.grid else _cut(row)
        if len(cells) != len(first):
            break
        made.append(cells)
    return made


def _titles(rows: Sequence[Row], at: int) -> str | None:
    """What a sheet prints above the head of its table; None if rows of several cells do."""
    first = at
    while first and rows[first - 1].grid == rows[at].grid and len(rows[first - 1].filled) == 1:
        first -= 1
    inside = first > 0 and rows[first - 1].grid == rows[at].grid
    return None if inside else " ".join(row.text for row in rows[first:at])


def _cut(row: Row) -> list[Passage]:
    """The cells of a printed line; one that is drawn (市 → 甲社: 名簿) has none."""
    if len(row.filled) != 1 or _DRAWN.search(row.text):
        return []
    line, cells, start = row.filled[0], [], 0
    for gap in [*_WIDE.finditer(line.text), None]:
        cell = line.part(start, gap.start() if gap else None)
        if cell:
            cells.append(cell)
        start = gap.end() if gap else 0
    return cells


def _of_table(table: Sequence[Sequence[Passage]], above: str, is_own: IsOwn) -> Group | None:
    heads = [tidy(cell.text) for cell in table[0]]
    body = [[*row, *[Passage()] * (len(heads) - len(row))] for row in table[1:]]
    if any(len(head) > _SHORT or _ASKED.search(head) for head in heads):
        return None
    no_measures = handed.names_ends(heads) or tells_steps(heads)  # 出す側 | 受ける側 | 方法
    if no_measures and not any(_MEASURES.search(key(head)) for head in heads):
        return None
    columns = measure_columns(heads, body, is_own)
    sides = {at: head for at, head in columns.sides.items() if at not in columns.marks}
    if columns.measure < 0 and not sides:
        return None
    if len(body) < 2 and not any(_MEASURES.search(key(each)) for each in (above, *heads)):
        return None  # a label and its value twice
    group = Group(above)
    matter = ""
    merged = [at for at in (columns.actor, columns.layer) if at >= 0]
    above_it = {at: Passage() for at in merged}
    layer = ""
    for row in body:
        if head := _layer_row(row):
            layer = head
            continue
        for at in merged:  # a cell that is printed once for the rows below it
            above_it[at] = row[at] = row[at] or above_it[at]
        if 0 <= columns.matter < len(row):  # merged over the rows of its partners
            matter = tidy(row[columns.matter].text) or matter
        for each in _told(row, columns, sides):
            group.told.append(replace(each, matter=matter, layer=each.layer or layer))
    return group if any(each.text for each in group.told) else None


def _layer_row(row: Sequence[Passage]) -> str:
    """運用上の対策 alone in a row: of what sort the measures of the rows below it are."""
    filled = [tidy(cell.text) for cell in row if cell]
    alone = len(set(filled)) == 1 and is_layer(filled[0])
    return filled[0] if alone else ""


_ITEM = re.compile(
    r"^(?:(?:情報|記録|記載|登録|個人情報)の?)?項目(?:名|の名称)?$|^(?:情報|データ)(?:の(?:内容|種類))?$"
)


_CHECKED = re.compile("チェック|(?:点検|確認)(?:表|リスト|票)")
_RESULT = re.compile("^(?:適否|判定|該否|選択|要否|チェック欄?|実施の?(?:有無|要否)|結果)$")


def _lists_items(heads: Sequence[str], checked: bool) -> bool:
    """項目 | 内容 | 得る方法: where each item comes from is no measure.

    主体 | 項目 | 適否 below チェックリスト are `checked` measures.
    """
    plain = [key(head) for head in heads]
    if checked and any(map(_RESULT.match, plain)):
        return False
    several = len(plain) >= _COLUMNS  # 記録項目 and its value are two cells
    return several and any(map(_ITEM.match, plain)) and not any(map(_MEASURES.search, plain))


_COLUMNS = 3


def _told(row: Sequence[Passage], columns: Columns, sides: dict[int, str]) -> Iterator[Told]:
    def cell(at: int) -> str:
        return tidy(row[at].text) if 0 <= at < len(row) else ""

    number, partner, layer = fold(cell(columns.number)), cell(columns.partner), cell(columns.layer)
    beside = next((each for each in row if each), Passage())
    for at, head in sides.items():
        empty = not row[at] or bool(MARK.match(row[at].text.strip()))
        told = Passage() if empty else row[at]
        yield Told(told, head, partner, number, place=beside, layer=layer)
    if columns.measure < 0 or sides or not row[columns.measure]:
        return
    text = row[columns.measure]
    if partner and not columns.marks and MARK.match(text.text.strip()):
        yield Told(Passage(), cell(columns.actor), partner, number, place=beside, layer=layer)
        return
    parties = [at for at in columns.marks if at in columns.sides]
    for at in parties:
        if row[at]:
            mark = row[at].text.strip()[:1]
            yield Told(text, columns.sides[at], partner, number, mark, layer=layer)
    if not parties:
        mark = next((row[at].text.strip()[:1] for at in columns.marks if row[at]), "")
        yield Told(text, cell(columns.actor), partner, number, mark, layer=layer)


_FOR = re.compile(
    r"(?:措置|対策|表|上記)[^。]{0,12}は、?[^。]+(?:適用|求め|講じ|課|遵守|対象|準じ|行わせ)"
)


def _note(before: Sequence[Row], after: Sequence[Row]) -> str:
    """受託者の措置は、甲社及び乙社のいずれにも求める。, in front of a table or behind it."""
    for rows in (after, before):
        text = "".join(tidy(row.text) for row in rows if not row.grid)
        text = compiled("。(?=[)）])").sub("", text)
        for sentence in compiled("(?<=。)").split(text):
            if _FOR.search(sentence):
                return sentence
    return ""
