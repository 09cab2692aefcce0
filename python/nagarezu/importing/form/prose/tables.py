"""Tables of a 答申 or 諮問書 as nodes: label and value, or columns with a head.

A table of columns becomes a node of the kind `table:TOPIC` with a node for each row. One of labels
becomes a node for each label, as if each were a numbered head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nagarezu.importing.form import handed as handed_tables
from nagarezu.importing.form.prose import citing, list_columns
from nagarezu.importing.form.prose.cells import (
    NUMBER,
    cell_at,
    column_kind,
    column_of,
    filled_down,
    one_line,
)
from nagarezu.importing.form.prose.item_rows import is_keeper
from nagarezu.importing.form.prose.party_rows import ALL
from nagarezu.importing.form.prose.rows import BUILDERS, dated, duties, terms
from nagarezu.importing.form.prose.topics import is_party_own, relation_of, topic_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_MARKS = re.compile(r"^[○◯〇●◎×✕△レ✓－ー―\-・]?$")
_NOTHING = re.compile(r"^[－ー―—‐\-]$")
_CHOICE = re.compile(r"任意|希望(?:者|する者)?のみ|該当(?:者|する者)のみ")
_GIVEN_OR_NOT = {"必須", "任意", "必要", "不要", "選択"}
_SHORT = 24  # characters of a label within a row


def nodes(rows: Sequence[Row]) -> list[Node]:
    """The nodes of one table; none if it says nothing that a part could be about."""
    if made := _captioned(rows) or _side_by_side(rows) or list_columns.read(rows) or _handed(rows):
        return made
    rows = _without_marks(_without_numbers(rows))
    if matrix := citing.matrix(rows):
        return matrix
    if counted := _counted(rows):
        return counted
    if _one_label(rows) or _described(rows):
        return _labels(rows)
    columns = _columns(rows)
    if _of_labels(rows, columns):
        if columns and len(columns) > 2 and (made := _partner_rows(rows[1:], columns)):
            return [*made, *terms(rows[0], rows[1:], columns)]
        values = columns is not None and columns[1:2] == ["content"]
        return _labels(rows[1:] if columns else rows, apart=not values)
    if columns is None:
        return (
            duties(rows)
            or dated(rows)
            or [Node("table:other", "", 1, joined([row.whole for row in rows]))]
        )
    body = rows[1:]
    work = duties(rows)
    if work and not _names_firms(body, columns):
        return work
    for build in BUILDERS:
        made = build(rows[0], body, columns)
        if made:
            told = {node.kind for node in made}
            beside = [] if "table:time" in told else terms(rows[0], body, columns)
            beside = beside if "table:partner" in told else []
            return [*made, *beside, *(work if made[0].kind == "table:partner" else [])]
    return work or [Node("table:other", "", 1, joined([row.whole for row in rows]))]


def _one_label(rows: Sequence[Row]) -> bool:
    """記録するシステム | 甲システム, and below it nothing | 乙システム: a label with two values."""
    below = [row.filled for row in rows[1:]]
    alone = bool(below) and not any(cell_at(row, 0) for row in rows[1:])
    first = rows[0].filled
    if not alone or len(first) != _PAIR or any(len(cells) != 1 for cells in below):
        return False
    return topic_of(first[0].text) == "computer" and all(
        is_keeper(cell.text) for cell in (first[1], *(cells[0] for cells in below))
    )


def _described(rows: Sequence[Row]) -> bool:
    """甲システム | 申請を登録する。, a system and what it does in each row, without heads."""
    return len(rows) >= _PAIR and all(
        len(row.filled) == _PAIR
        and bool(compiled(rules("names")["system"]).search(key(row.filled[0].text)))
        and row.filled[1].text.rstrip().endswith("。")
        for row in rows
    )


_PAIR = 2  # cells, a label and its value
_HEAD_AND_CELLS = 2  # rows


def _names_firms(body: Sequence[Row], columns: Sequence[str]) -> bool:
    """Whether a column of partners names them, and does not just say what they do: 行う."""
    at = [index for index, kind in enumerate(columns) if kind == "partner"]
    return any(is_keeper(cell_at(row, index).text) for index in at for row in body)


def _handed(rows: Sequence[Row]) -> list[Node]:
    """渡す側 | 受け取る側 | 内容: who gives or takes beside the own side is a partner."""
    found, _ = handed_tables.at(rows, 0, ways=True)
    sides = [(each.get("giver"), each.get("taker")) for each in found]
    if not sides or not all(giver and taker for giver, taker in sides):
        return []
    names: dict[str, Passage] = {}
    alike: dict[str, list[Passage]] = {}  # who gets the same thing stands in one part
    for each, sides_of in zip(found, sides, strict=True):
        outside = [cell for cell in sides_of if not handed_tables.is_own(cell.text)]
        if len(outside) != 1 or _PERSONS.search(key(without_brackets(outside[0].text))):
            continue  # between two others, within the own side, or from those it is about
        name = one_line(outside[0])
        if names.setdefault(key(name.text), name) is name:
            given = outside[0] is sides_of[1] and key(each.get("items").text)
            alike.setdefault(given or key(name.text), []).append(name)
    made = [
        Node("label", "", number, joined([Passage("相手方"), *several]))
        for number, several in enumerate(alike.values(), 1)
    ]
    return [Node("table:partner", "", 1, Passage(), made)] if made else []


_PERSONS = re.compile(
    r"(?<!業)(?<!託)(?<!任)(?<!注)(?:者|本人|世帯|世帯主|住民|[市区町村県都府道]民|家族|児童|生徒|園児|会員|[ただる][方人])(?:等|全員)?$"
)


def _captioned(rows: Sequence[Row]) -> list[Node]:
    """甲システムに記録する項目 over all columns, and again 乙システム further down: a part each.

    Heads of columns below the first caption hold for the others as well.
    """
    starts = [at for at, row in enumerate(rows) if _is_caption(row)]
    if starts[:1] != [0] or any(b - a < 2 for a, b in pairwise([*starts, len(rows)])):
        return []
    if any(len(row.filled) < 2 for at, row in enumerate(rows) if at not in starts):
        return []
    head = rows[1] if _columns(rows[1:]) else None
    made = []
    for number, (start, end) in enumerate(pairwise([*starts, len(rows)]), 1):
        below = list(rows[start + 1 : end])
        if head is not None and below[0].text != head.text:
            below.insert(0, head)
        made.append(Node("label", "", number, one_line(rows[start].filled[0]), nodes(below)))
    return made


def _side_by_side(rows: Sequence[Row]) -> list[Node]:
    """ア 抽出する項目 | イ 乙に登録する項目, and a list below each: a part for each column."""
    if len(rows) != _HEAD_AND_CELLS or len(rows[0].filled) < 2:
        return []
    made = []
    for number, (title, cell) in enumerate(zip(rows[0].cells, rows[1].cells, strict=False), 1):
        _, marked = outline(title)
        head = marked[0] if len(marked) == 1 else Node("label", "", number, title)
        words = head.passage.text.strip()
        listed = topic_of(words) == "items" or compiled(rules("names")["system"]).search(key(words))
        if not listed or len(outline(cell)[1]) < 2:
            return []
        below = label_node(one_line(head.passage), cell)
        made.append(Node(head.kind, head.mark, head.value, below.passage, below.children))
    return made


def _is_caption(row: Row) -> bool:
    title = row.text.strip()
    if len(row.filled) != 1 or not row.cells[0] or len(title) > _CAPTION or "。" in title:
        return False
    return bool(topic_of(title) or compiled(rules("names")["system"]).search(key(title)))


_CAPTION = 40  # characters


def _counted(rows: Sequence[Row]) -> list[Node]:
    """① | 氏名, ② | 住所 | 任意 without heads of columns: numbered lines in cells."""
    marks = [cell_at(row, 0).text.strip() for row in rows]
    if len(rows) < 2 or not all(NUMBER.match(fold(mark)) for mark in marks):
        return []
    if any(not cell_at(row, 1) or len(row.filled) > 3 for row in rows):
        return []
    found = [
        Node("row", mark, number, _noted(cell_at(row, 1), cell_at(row, 2)))
        for number, (mark, row) in enumerate(zip(marks, rows, strict=True), 1)
    ]
    topics = [topic_of(each.passage.text) for each in found]
    return [] if any(topics) else found


def _noted(cell: Passage, note: Passage) -> Passage:
    """An item, and in brackets that it is given only by those who wish to."""
    chosen = _CHOICE.match(tidy(note.text))
    text = f"{one_line(cell).text}（{note.text}）" if chosen else one_line(cell).text
    return Passage(text, cell.starts, cell.spots)


_COUNTED = re.compile(r"^[(（]?第?(\d{1,2})[)）.]?$")


def _without_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """1 | 所管 | 甲課 and 2 | 対象者 | …: numbers in front of labels that parts are known by."""
    first = [_COUNTED.match(fold(cell_at(row, 0).text).strip()) for row in rows]
    counted = [int(match[1]) for match in first if match]
    known = sum(1 for row in rows if topic_of(cell_at(row, 1).text))
    empty = sum(1 for row in rows if not cell_at(row, 0))
    rising = counted == list(range(1, len(counted) + 1)) and len(counted) + empty == len(rows)
    if not rising or len(counted) < 2 or known * 5 < len(rows) * 2:
        return rows
    return [replace(row, cells=row.cells[1:]) for row in rows]


_MARKED = re.compile(
    r"(?P<mark>第?(?P<n>\d{1,2})(?:[.、][ ]?|[ ]+)|[(](?P<inner>\d{1,2})[)][ ]?)(?=\S)"
)


def _without_marks(rows: Sequence[Row]) -> Sequence[Row]:
    """1　件名 | …, 2　対象者 | …: the numbers of labels within the cells of labels."""
    first = [_MARKED.match(fold(cell_at(row, 0).text).lstrip()) for row in rows]
    counted = [int(match["n"] or match["inner"]) for match in first if match]
    rising = bool(counted) and all(b == a + 1 for a, b in pairwise(counted))
    filled = sum(1 for row in rows if cell_at(row, 0))
    if not rising or len(counted) < 2 or len(counted) < filled or not counted:
        return rows
    bare = [
        cell.part(len(cell.text) - len(cell.text.lstrip()) + mark.end()) if mark else cell
        for mark, cell in zip(first, (cell_at(row, 0) for row in rows), strict=True)
    ]
    known = sum(1 for label in bare if label and topic_of(label.text))
    if known < 2 or known * 5 < filled * 2:
        return rows
    return [
        replace(row, cells=(label, *row.cells[1:])) for label, row in zip(bare, rows, strict=True)
    ]


def _columns(rows: Sequence[Row]) -> list[str] | None:
    """What each column holds by the first row; None if that is no head."""
    if len(rows) < 2 or len(rows[0].filled) < 2:
        return None
    kinds = _with_sides(rows, [column_kind(cell) for cell in rows[0].cells])
    for index, cell in enumerate(rows[0].cells):
        below = [cell_at(row, index).text.strip() for row in rows[1:]]
        if cell and not kinds[index] and all(_MARKS.match(text) for text in below):
            kinds[index] = "mark"
    for index, cell in enumerate(rows[0].cells):
        said = {tidy(cell_at(row, index).text) for row in rows[1:]} - {""}
        if cell and not kinds[index] and said and said <= _GIVEN_OR_NOT:
            kinds[index] = "optional"
    for index in range(1, len(kinds)):
        if "cites" not in kinds and kinds[index] in ("", "measure", "content"):
            kinds[index] = "cites" if citing.cites(rows[1:], index) else kinds[index]
    if "partner" not in kinds and (at := _who(rows)) >= 0:
        kinds[at] = "partner"
    for index, cell in enumerate(rows[0].cells if "partner" in kinds else ()):
        if cell and not kinds[index] and _relations(rows[1:], index):
            kinds[index] = "group"
    known = [kind for kind, cell in zip(kinds, rows[0].cells, strict=True) if cell and kind]
    others = [cell for kind, cell in zip(kinds, rows[0].cells, strict=True) if cell and not kind]
    if len(kinds) == 2 and not kinds[0] and len(rows[0].cells[0].text) <= 12:
        ended = any("から" in cell_at(row, 1).text for row in rows[1:])
        if kinds[1] == "item" or (kinds[1] == "period" and ended):
            return ["group", kinds[1]]  # 帳票 | 項目, 作業 | 時期
    if len(kinds) == 2 and kinds == ["partner", ""] and _all_named(rows[1:]):
        return ["partner", "content"]  # 相手方 | 担う役割
    if set(known) <= {"mark"} or any(len(cell.text) > 12 for cell in others):
        return None
    if ("number", "item") in pairwise(kinds):
        return kinds  # a list of items, whatever else it says of each
    return kinds if len(others) <= (1 if len(known) > 1 else 0) else None


def _with_sides(rows: Sequence[Row], kinds: list[str]) -> list[str]:
    """項目 | 市 | 委託先, and a sentence of each side in each row: 項目 is what they are about."""
    parties = [is_party_own(cell.text) if cell else None for cell in rows[0].cells]
    sides = [at for at, own in enumerate(parties) if own is not None]
    cells = [cell.text.rstrip() for row in rows[1:] for at in sides if (cell := cell_at(row, at))]
    told = sum(cell.endswith("。") for cell in cells) * _PAIR > len(cells)
    if {parties[at] for at in sides} != {True, False} or not told:
        return kinds
    about = {at for at, kind in enumerate(kinds) if kind == "item"}
    return [
        "measure" if at in sides else "" if at in about else kind for at, kind in enumerate(kinds)
    ]


_NAME = re.compile(
    r"^(?:(?:機関|団体|事業者|会社|組織|法人|相手|業者|部署|所属|課)(?:等)?の?)?(?:名称?|名前|商号)$"
    r"|^(?:機関|団体|事業者|会社|組織|法人|業者)$"
)


def _who(rows: Sequence[Row]) -> int:
    """名称 | やり取りする情報 | 区分: names, where each row says what they are."""
    at = next((n for n, cell in enumerate(rows[0].cells) if _NAME.match(key(cell.text))), -1)
    names = [cell_at(row, at) for row in rows[1:]]
    roles = any(_relations(rows[1:], n) for n in range(len(rows[0].cells)) if n != at)
    named = all(is_keeper(name.text) for name in names)
    return at if names and all(names) and (roles or named) else -1


def _relations(body: Sequence[Row], index: int) -> bool:
    """Whether each row says in that column by what a partner gets information."""
    cells = (cell_at(row, index).text for row in body)
    # 提供先（照会を含む。）, 再受託者（保守）。市が書面で承諾
    return all(
        relation_of(cell) and len(without_brackets(cell).partition("。")[0]) <= 16 for cell in cells
    )


def _all_named(body: Sequence[Row]) -> bool:
    return all(is_keeper(cell_at(row, 0).text) for row in body)


def _of_labels(rows: Sequence[Row], columns: list[str] | None) -> bool:
    """Whether the first column holds labels that parts are known by."""
    body = rows[1:] if columns else rows
    if columns and columns[0] == "group" and _names_firms(body, columns):
        return False  # 種別 | 相手方 | 期間: what sorts the rows is none of the labels below it
    labels = [row.cells[0].text for row in body if row.cells[0]]
    known = sum(1 for label in labels if topic_of(label))
    if columns and ("number" in columns[:2] or "measure" in columns[1:]):
        return False  # rows that are counted, whatever sorts them
    alone = known == len(labels) == 1 and (columns or [])[:1] == ["group"]
    return alone or (known >= 2 and known * 5 >= len(labels) * 2) or (columns is None and known > 0)


def _labels(rows: Sequence[Row], *, apart: bool = True) -> list[Node]:
    """`apart`: a short cell behind the label may be a label itself, not one below 内容."""
    pairs: list[tuple[Passage, list[tuple[Passage, Passage]]]] = []
    for row in rows:
        cells = [cell for cell in row.filled if not _NOTHING.match(cell.text.strip())]
        if row.cells[0] and cells:
            label, rest = cells[0], cells[1:]
            if len(rest) == 3 and topic_of(rest[1].text):  # two labels side by side
                pairs.append((label, [(Passage(), rest[0])]))
                label, rest = rest[1], rest[2:]
            pairs.append((label, []))
        else:
            rest = cells
        if pairs and rest:
            pairs[-1][1].append(_value(rest) if apart else (Passage(), joined(rest)))
    return [_labelled(label, values, n) for n, (label, values) in enumerate(pairs, 1)]


def _value(cells: list[Passage]) -> tuple[Passage, Passage]:
    """A label within the row, if there is one, and the value."""
    if len(cells) > 1 and len(tidy(cells[0].text)) <= _SHORT and "\n" not in cells[0].text.strip():
        return cells[0], joined(cells[1:])
    return Passage(), joined(cells)


def _labelled(label: Passage, values: list[tuple[Passage, Passage]], number: int) -> Node:
    if not any(head for head, _ in values):
        return label_node(one_line(label), joined([value for _, value in values]), number)
    node = Node("label", "", number, one_line(label))
    for head, value in values:
        if head or not node.children:
            node.children.append(label_node(one_line(head), value, len(node.children) + 1))
        else:  # the value goes on in a row without a label
            last = node.children[-1]
            last.passage = joined([last.passage, value])
    return node


def _partner_rows(body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    """委託先 | 甲社 | 氏名、住所: the role, who has it, and what it gets."""
    if any(topic_of(row.cells[0].text) != "partner" for row in body if row.cells[0]):
        return []
    name = column_of(columns[1:], "content", "partner", "note") + 1
    items = column_of(columns, "item")
    if not name or not any(cell_at(row, name) for row in body):
        return []
    names, lists = [], []
    for number, (row, role) in enumerate(zip(body, filled_down(body, 0), strict=True), 1):
        who = cell_at(row, name)
        if not who:
            continue
        names.append(Node("label", "", number, joined([one_line(role), who])))
        told = cell_at(row, items)
        if told and not ALL.match(tidy(told.text)):
            lists.append(label_node(one_line(who), told, number))
    made = [Node("table:partner", "", 1, Passage(), names)]
    return [*made, Node("table:items", "", 2, Passage(), lists)] if lists else made
