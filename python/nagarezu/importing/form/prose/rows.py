"""Rows of tables with column heads: items, measures, persons, periods, partners, criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.prose.cells import cell_at, column_of, filled_down, one_line
from nagarezu.importing.form.prose.topics import is_party_own, topic_of
from nagarezu.importing.form.prose.tree import grown, label_node
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy

_TICK = re.compile(r"[○◯〇●◎レ✓]")
_MARK = re.compile(r"^[○◯〇●◎×✕△レ✓\-ー]?$")
_CHOICE = re.compile(r"任意|希望|該当(?:者|する)|必要に応じ")
_NUMBER = re.compile(r"^[(（]?(?:\d{1,3}|[ア-ン]|[a-z]|[①-⑳])[)）.]?$")


_NO_LAYER = layer_of("")
_NONE = re.compile(r"^(?:-|ー|\([^()]*\)|(?:該当)?(?:なし|無し?))$")  # （処理は行わせない。）


def _criteria(_: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    cites = column_of(columns, "cites")
    words = column_of(columns, "criterion", "content", "measure", "group", "item")
    if cites < 0 or words < 0:
        return []
    made = [
        Node("row", "", n, joined([one_line(cell_at(row, words)), one_line(cell_at(row, cites))]))
        for n, row in enumerate(body, 1)
        if cell_at(row, words) and cell_at(row, cites)
    ]
    return [Node("table:reasons", "", 1, Passage(), made)]


def _items(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at, by = column_of(columns, "item"), column_of(columns, "partner", "system")
    if at < 0 or column_of(columns, "criterion", "date") >= 0:
        return []
    if by < 0 and any(len(outline(cell_at(row, at))[1]) > 1 for row in body):
        by = column_of(columns, "group", "subject", "content")
    if by >= 0 and by != at and not _one_each(body, at):
        return _lists_of(head, body, by, at)
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


def _nested(rows: list[Node]) -> list[Node]:
    """1 申請者, (1) 氏名, (2) 住所, 2 …: a mark of another kind that begins anew is deeper."""
    kinds: list[str] = []
    levels: list[list[Node]] = [[]]
    for row in rows:
        kind = re.sub(r"\d+", "1", fold(row.mark))
        if not kind or row.children or not re.search(r"\d", kind):
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
        names = rules("names")["system"], r"会社|法人|組合|協議会|機構|協会"
        known = any(re.search(words, key(cell.text)) for words in names)
        if index != at and known and any(below) and all(_MARK.match(text) for text in below):
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


def _one_each(body: Sequence[Row], at: int) -> bool:
    """Each cell holds one item, not a list."""
    cells = [cell_at(row, at) for row in body if cell_at(row, at)]
    several = [c for c in cells if len(outline(c)[1]) > 1 or re.search(r"[、，\n]", c.text.strip())]
    return len(several) * 2 < len(cells)


def _item(cell: Passage, mark: str, number: int, choice: bool) -> Node:
    text = one_line(cell)
    if choice and not any(_CHOICE.search(note) for note in bracketed(text.text)):
        text = Passage(f"{text.text}（任意）", text.starts, text.spots)
    printed = re.fullmatch(r"[(]?(\d{1,3})[).]?", fold(mark))
    value = int(printed[1]) if printed else number
    return Node("row", mark if _NUMBER.match(fold(mark)) else "", value, text)


def _is_choice(head: Row, row: Row, columns: Sequence[str]) -> bool:
    for index, kind in enumerate(columns):
        text = cell_at(row, index).text.strip()
        title = key(cell_at(head, index).text)
        if kind in ("note", "optional") and _CHOICE.search(text):
            return True
        if kind == "optional" and "任意" in title and "必須" not in title and _TICK.match(text):
            return True
        if kind == "optional" and title == "必須" and not _TICK.search(text):
            return True
    return False


def _lists_of(head: Row, body: Sequence[Row], by: int, at: int) -> list[Node]:
    """A list in each row, of the partner or system that the row names."""
    lists, names = [], []
    for number, (row, who) in enumerate(zip(body, filled_down(body, by), strict=True), 1):
        if not cell_at(row, at) or not who:
            continue
        lists.append(label_node(one_line(who), cell_at(row, at), number))
        names.append(Node("label", "", number, joined([one_line(cell_at(head, by)), who])))
    made = [Node("table:items", "", 1, Passage(), lists)]
    if topic_of(cell_at(head, by).text) == "partner":
        made.append(Node("table:partner", "", 2, one_line(cell_at(head, by)), names))
    return made


def _measures(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "measure"]
    heads = {index: cell_at(head, index).text for index in at}
    sides = [i for i in at if is_party_own(heads[i]) is not None or layer_of(heads[i]) != _NO_LAYER]
    if len(sides) > 1:
        at = sides
    if not at:
        at = [column_of(columns, "content")] if column_of(columns, "party") >= 0 else []
    if not at or at[0] < 0:
        return []
    number, group = column_of(columns, "number"), column_of(columns, "party", "group")
    found: list[Node] = []
    for index in at[: len(at) if sides else 1]:
        title = one_line(cell_at(head, index))
        side = Node("label", "", len(found) + 1, title)
        groups = filled_down(body, group)
        into: dict[str, Node] = {}
        for row, sort in zip(body, groups, strict=True):
            cell = cell_at(row, index)
            if not cell or _NONE.match(fold(cell.text).strip()):
                continue
            place = side
            if sort:
                if sort.text not in into:
                    into[sort.text] = Node("bracket", "", len(into) + 1, one_line(sort))
                    side.children.append(into[sort.text])
                place = into[sort.text]
            _measure(cell, cell_at(row, number).text.strip(), place)
        found.append(side)
    return [Node("table:safeguards", "", 1, Passage(), found)]


def _measure(cell: Passage, mark: str, into: Node) -> None:
    before, numbered = grown(cell)
    if numbered and not before:
        into.children.extend(numbered)
        return
    number = len(into.children) + 1
    shown = mark if _NUMBER.match(fold(mark)) else str(number)
    into.children.append(Node("row", shown, number, before, numbered))


def _subjects(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    who, count = column_of(columns, "subject", "group", "content"), column_of(columns, "count")
    if who < 0 or (count < 0 and columns[who] != "subject"):
        return []
    dated = next(iter(bracketed(cell_at(head, count).text)), "")
    when = column_of(columns, "date")
    made = []
    for number, row in enumerate(body, 1):
        told = cell_at(row, count)
        if not cell_at(row, who) or re.match(r"^(?:合?計|総数)$", key(cell_at(row, who).text)):
            continue
        day = cell_at(row, when).text.strip()
        if told and day and re.search(r"\d", day):
            told = Passage(f"{told.text}（{day}現在）", told.starts, told.spots)
        if told and dated and not bracketed(told.text):
            told = Passage(f"{told.text}（{dated}）", told.starts, told.spots)
        if told and not re.search(r"\d[ ]*(?:人|名|世帯|件)", fold(told.text)):
            unit = "世帯" if "世帯" in cell_at(head, count).text else "人"
            unit = "件" if "件" in cell_at(head, count).text else unit
            shown = re.sub(r"(?<=\d)(?=$|[(（])", unit, told.text, count=1)
            told = Passage(shown, told.starts, told.spots)
        made.append(Node("row", "", number, joined([one_line(cell_at(row, who)), told], "　")))
    return [Node("table:subjects", "", 1, Passage(), made)]


def _periods(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "period"]
    if not at:
        return []
    name = column_of(columns, "group", "content", "partner", "item")
    made = []
    for number, row in enumerate(body, 1):
        cells = [one_line(cell_at(row, index)) for index in at]
        value = joined(cells, "から" if len(at) == 2 else "\n")
        if value:
            label = one_line(cell_at(row, name)) if name >= 0 else one_line(cell_at(head, at[0]))
            made.append(Node("label", "", number, joined([label, value])))
    return [Node("table:time", "", 1, Passage(), made)]


def _partners(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "partner"]
    made = [
        Node("label", "", number, joined([one_line(cell_at(head, index)), cell_at(row, index)]))
        for index in at
        for number, row in enumerate(body, 1)
        if cell_at(row, index)
    ]
    return [Node("table:partner", "", 1, Passage(), made)] if made else []


# In the order in which they are tried: the first that makes something of a table has it.
BUILDERS = (_criteria, _items, _measures, _subjects, _periods, _partners)
