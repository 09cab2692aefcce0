"""Rows of tables of items: one list, one for each party or system, or one for each column of ○."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.prose.cells import (
    NUMBER,
    cell_at,
    column_of,
    filled_down,
    one_line,
)
from nagarezu.importing.form.prose.party_rows import is_toward, list_head, lists_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy, without_brackets

_TICK = re.compile(r"[○◯〇●◎レ✓]")
_MARK = re.compile(r"^[○◯〇●◎×✕△レ✓\-ー]?$")
_CHOICE = re.compile(r"任意|希望|該当(?:者|する)|必要に応じ")
_OWN_CHOICE = re.compile(
    r"任意(?:項目|記入|入力|回答)?(?:とする)?(?:$|[(（。、])"
)  # 任意（希望する場合）


def items(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at, by = column_of(columns, "item"), column_of(columns, "partner", "system")
    if at < 0 or column_of(columns, "criterion", "date") >= 0 or _steps(head, body, columns, at):
        return []
    if columns[0] == "source" and all(_LISTED.match(fold(c.text)) for c in _cells(body, at)):
        return []  # 収集元 | 13　氏名: whence some items come that are listed elsewhere
    if by < 0 and any(len(outline(cell_at(row, at))[1]) > 1 for row in body):
        by = column_of(columns, "group", "subject", "content")
    if by >= 0 and by != at and not _one_each(body, at):
        return lists_of(head, body, columns, by, at)
    if apart := _lists_by_group(head, body, columns, at):
        return apart
    marked = _marked_for(head, body, at)
    if marked:
        return _lists_by_mark(head, body, columns, marked)
    groups = filled_down(body, column_of(columns, "group"))
    made: list[Node] = []
    current: tuple[str, list[Node]] = ("", made)
    note = column_of(columns, "note")
    for row, group in zip(body, groups, strict=True):
        cell = cell_at(row, at)
        last = current[1][-1] if current[1] and note >= 0 else None
        if last and not cell_at(row, 0) and _parts_in(cell or cell_at(row, note), last):
            continue  # the note of the item above goes on
        if not cell:
            continue
        if group.text != current[0]:
            current = (group.text, _below(group, made))
        mark = cell_at(row, column_of(columns, "number")).text.strip()
        current[1].append(_item(cell, mark, len(current[1]) + 1, _is_choice(head, row, columns)))
        current[1][-1].group = tidy(group.text)
        _parts_in(cell_at(row, note), current[1][-1])
    return [Node("table:items", "", 1, Passage(), _nested(made))]


def _steps(head: Row, body: Sequence[Row], columns: Sequence[str], at: int) -> bool:
    """項目 | 時期 with a day in each row: the steps of a plan are no items of information."""
    when = column_of(columns, "period")
    days = [cell_at(row, when).text for row in body if cell_at(row, when)]
    plain = key(cell_at(head, at).text) in ("項目", "事項")
    return plain and bool(days) and all(map(dates, days))


_RECORDS = ("system", "partner", "group")


def _lists_by_group(head: Row, body: Sequence[Row], columns: Sequence[str], at: int) -> list[Node]:
    """甲システム | 1 | 氏名, beside it 乙システム | 1 | 氏名: one list for each, row by row.

    What sorts them is merged or repeated in front of the items, and names a system or a party, or
    the numbers begin anew with it; or a column says from whom to whom each of them goes.
    """
    number, toward = column_of(columns, "number"), _toward(body, at)
    sorts = [n for n, kind in enumerate(columns[:at]) if kind in _RECORDS or n < number]
    by = next(iter(sorts), toward)
    names = [one_line(name) for name in filled_down(body, by)] if by >= 0 else []
    starts = [n for n, name in enumerate(names) if not n or name.text != names[n - 1].text]
    order = [names[n].text for n in starts]
    if not len(set(order)) == len(order) in range(2, len(body)):
        return []
    anew = [
        n for n, row in enumerate(body) if _FIRST.match(fold(cell_at(row, number).text.strip()))
    ]
    heads = {n: list_head(names[n], cell_at(body[n], toward)) for n in starts}
    if not (all(map(is_keeper, order)) or anew == starts or by == toward):
        return []
    lists: list[Node] = []
    for index, row in enumerate(body):
        if index in heads:
            lists.append(Node("label", "", len(lists) + 1, heads[index]))
        into = lists[-1].children
        if cell := cell_at(row, at):
            mark = cell_at(row, number).text.strip()
            into.append(_item(cell, mark, len(into) + 1, _is_choice(head, row, columns)))
            _parts_in(cell_at(row, column_of(columns, "note")), into[-1])
    return [Node("table:items", "", 1, Passage(), lists)]


_FIRST = re.compile(r"[(]?(?:1|ア|a|①)[).]?$")


def _toward(body: Sequence[Row], at: int) -> int:
    """The column that says 市→受託者 in each row; -1 if there is none."""
    width = max(len(row.cells) for row in body)
    told = (n for n in range(width) if n != at and all(is_toward(cell_at(r, n)) for r in body))
    return next(told, -1)


def is_keeper(name: str) -> bool:
    """Whether words name who or what keeps information: a system, a firm, a body."""
    plain = key(without_brackets(name))
    return any(compiled(words).search(plain) for words in (rules("names")["system"], _BODIES))


_BODIES = (
    r"(?:会社|法人|組合|協議会|機構|協会|連合会?|センター|公社|財団|銀行|事業団|会議所"
    r"|警察署|消防署|保健所|研究所|大学|病院)"
)


def _nested(rows: list[Node]) -> list[Node]:
    """1 申請者, (1) 氏名, (2) 住所, 2 …: a mark of another kind that begins anew is deeper."""
    kinds: list[str] = []
    levels: list[list[Node]] = [[]]
    for row in rows:
        kind = compiled(r"\d+").sub("1", fold(row.mark))
        if not kind or row.children or not compiled(r"\d").search(kind):
            return rows
        if kind in kinds:
            del kinds[kinds.index(kind) + 1 :]
        elif kinds and (row.value != 1 or not levels[-1]):
            return rows
        else:
            kinds.append(kind)
        del levels[len(kinds) :]
        if len(levels) < len(kinds):
            levels.append(levels[-1][-1].children)
        levels[-1].append(row)
    return levels[0]


_OWN = re.compile(r"^(?:本|当)?(?:市|区|町|村|県|組合)の")


def _marked_for(head: Row, body: Sequence[Row], at: int) -> list[int]:
    """Columns of ○ and － below the names of systems or firms: who gets which item.

    Two or more, and each item in one of them; else they are no lists that stand for themselves.
    """
    found: list[int] = []
    for index, cell in enumerate(head.cells):
        below = [fold(cell_at(row, index).text).strip() for row in body]
        if (
            index != at
            and is_keeper(cell.text)
            and any(below)
            and all(_MARK.match(text) for text in below)
        ):
            found.append(index)
    items = [row for row in body if cell_at(row, at)]
    whole = all(any(_TICK.search(cell_at(row, i).text) for i in found) for row in items)
    return found if len(found) > 1 and whole else []


def _lists_by_mark(
    head: Row, body: Sequence[Row], columns: Sequence[str], marked: Sequence[int]
) -> list[Node]:
    """A list for each of these columns."""
    lists = []
    for number, index in enumerate(marked, 1):
        title = one_line(cell_at(head, index))
        own = _OWN.match(title.text)
        node = Node("label", "", number, title.part(own.end()) if own else title)
        for row in body:
            cell = cell_at(row, column_of(columns, "item"))
            if not cell or not _TICK.search(cell_at(row, index).text):
                continue
            mark = cell_at(row, column_of(columns, "number")).text.strip()
            choice = _is_choice(head, row, columns)
            node.children.append(_item(cell, mark, len(node.children) + 1, choice))
        lists.append(node)
    return [Node("table:items", "", 1, Passage(), lists)]


def _parts_in(note: Passage, item: Node) -> bool:
    """備考 with ア 介助の要否, イ …: what the item consists of, by its marks."""
    before, parts = outline(note) if note else (Passage(), [])
    wanted = item.children[-1].value + 1 if item.children else 1
    fits = bool(parts) and not before and bool(parts[0].mark) and parts[0].value == wanted
    if fits:
        item.children.extend(parts)
    return fits


def _below(group: Passage, made: list[Node]) -> list[Node]:
    """A numbered group is an entry of its own; another one only sorts the rows."""
    numbered = outline(group)[1]
    if len(numbered) != 1 or not numbered[0].mark:
        return made
    made.append(numbered[0])
    return numbered[0].children


_AND = re.compile(r"[、，\n]|及び|並びに")
_OF_ALL = re.compile(
    r"(?:全|各|全ての|すべての)(?:情報)?項目$|項目の?(?:全て|すべて|全部)$|のうち|を除く"
)


def _cells(body: Sequence[Row], at: int) -> list[Passage]:
    return [cell for row in body if (cell := cell_at(row, at))]


_LISTED = re.compile(r"[ ]*[(]?(?:(?!1\D)\d{1,2}|[②-⑳イ-ン])[). ]")
_MARKED = r"[(]?(?:\d{1,2}|[ア-ン]|[①-⑳])[)]?"
_STRETCH = re.compile(rf"{_MARKED}(?:から|~|-|乃至){_MARKED}")


def _one_each(body: Sequence[Row], at: int) -> bool:
    """Each cell holds one item, not a list or the numbers of one."""
    cells = _cells(body, at)
    several = [c for c in cells if len(outline(c)[1]) > 1 or _AND.search(c.text.strip())]
    if any(_STRETCH.match(fold(c.text).strip()) for c in cells):
        return False  # 1から4まで beside 6　氏名: items that are listed elsewhere
    several = several or [c for c in cells if stretches.cites(c.text) or _OF_ALL.search(c.text)]
    return len(several) * 2 < len(cells)


def _item(cell: Passage, mark: str, number: int, choice: bool) -> Node:
    before, numbered = outline(cell) if not mark else (cell, [])
    if len(numbered) == 1 and not before and not numbered[0].children:  # （１）通知書番号
        cell, mark = numbered[0].passage, numbered[0].mark
    text = one_line(cell)
    if choice and not any(_CHOICE.search(note) for note in bracketed(text.text)):
        text = Passage(f"{text.text}（任意）", text.starts, text.spots)
    printed = compiled(r"[(]?(?:\d{1,3}[.-]){0,3}(\d{1,3})[).]?").fullmatch(fold(mark))
    value = int(printed[1]) if printed else number
    return Node("row", mark if NUMBER.match(fold(mark)) else "", value, text)


def _is_choice(head: Row, row: Row, columns: Sequence[str]) -> bool:
    for index, kind in enumerate(columns):
        text = cell_at(row, index).text.strip()
        title = key(cell_at(head, index).text)
        if kind in ("note", "optional") and _CHOICE.search(text):
            return True
        what = kind == "content" and not title.endswith("方法")  # how it is got is another matter
        if what and any(_CHOICE.match(note) for note in bracketed(text)):
            return True  # 有又は無（任意）
        if what and _OWN_CHOICE.match(text):
            return True
        if kind == "optional" and "任意" in title and "必須" not in title and _TICK.match(text):
            return True
        if kind == "optional" and title == "必須" and not (_TICK.search(text) or "必" in text):
            return True
    return False
