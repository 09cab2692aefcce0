"""Rows of tables with column heads: items, measures, persons, periods, partners, criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.measure_columns import tells_steps
from nagarezu.importing.form.prose.cells import (
    NUMBER,
    cell_at,
    column_kind,
    column_of,
    filled_down,
    one_line,
)
from nagarezu.importing.form.prose.item_rows import is_keeper, items
from nagarezu.importing.form.prose.party_rows import role_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.prose.tree import grown
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, fold, key, without_brackets

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


def _measures(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "measure"]
    heads = {index: cell_at(head, index).text for index in at}
    sides = [i for i in at if is_party_own(heads[i]) is not None or layer_of(heads[i]) != _NO_LAYER]
    if len(sides) > 1:
        at = sides
    if not at:
        party = column_of(columns, "party")
        sided = party >= 0 and not _are_steps(head, body, party)
        sided = sided or _by_layers(body, column_of(columns, "group"))
        at = [column_of(columns, "content")] if sided else []
    if not at or at[0] < 0:
        return []
    number, group = column_of(columns, "number"), column_of(columns, "party", "group", "partner")
    layer = _layers(body, columns, beside=group)
    left = _not_taken(body, column_of(columns, "mark"))
    found: list[Node] = []
    for index in at[: len(at) if sides else 1]:
        title = one_line(cell_at(head, index))
        side = Node("label", "", len(found) + 1, title)
        for row, *sorts in zip(body, *(filled_down(body, n) for n in (group, layer)), strict=True):
            cell = cell_at(row, index)
            if not cell or _NONE.match(fold(cell.text).strip()) or row in left:
                continue
            place = side
            for sort in filter(None, sorts):
                place = _below(sort, place)
            _measure(cell, cell_at(row, number).text.strip(), place)
        found.append(side)
    return [Node("table:safeguards", "", 1, Passage(), found)]


def _are_steps(head: Row, body: Sequence[Row], party: int) -> bool:
    """順 | 行う者 | 内容, or firms and sections where a table of measures has its sides."""
    if tells_steps(cell.text for cell in head.cells):
        return True
    sides = [text for row in body if (text := cell_at(row, party).text)]
    return all(is_party_own(side) is None for side in sides)


def _layers(body: Sequence[Row], columns: Sequence[str], *, beside: int) -> int:
    """主体 | 区分 | 対策: the column of layers within that of the sides; -1 if there is none."""
    for index, kind in enumerate(columns):
        sorts = {cell.text for row in body if (cell := cell_at(row, index))}
        layered = bool(sorts) and all(layer_of(each) != _NO_LAYER for each in sorts)
        if index != beside and kind in ("", "group", "content") and layered:
            return index
    return -1


def _below(sort: Passage, above: Node) -> Node:
    """The part of this name below another one; made where it is not there yet."""
    for node in above.children:
        if node.kind == "bracket" and node.passage.text == one_line(sort).text:
            return node
    above.children.append(Node("bracket", "", len(above.children) + 1, one_line(sort)))
    return above.children[-1]


def _by_layers(body: Sequence[Row], group: int) -> bool:
    """番号 | 区分 | 内容 with 運用上の対策 or 市が行う対策 in each row: measures in groups."""
    sorts = {cell.text for row in body if (cell := cell_at(row, group))}
    return bool(sorts) and all(
        layer_of(each) != _NO_LAYER or (is_party_own(each) is not None and "対策" in each)
        for each in sorts
    )


_TAKEN = re.compile(r"^[○◯〇●◎レ✓✔]$")
_NOT_TAKEN = re.compile(r"^[-×✕]$")


def _not_taken(body: Sequence[Row], mark: int) -> list[Row]:
    """The rows with － where others have ○: no measure of this work."""
    marks = [fold(cell_at(row, mark).text).strip() for row in body]
    if not any(_TAKEN.match(each) for each in marks):
        return []
    return [row for row, each in zip(body, marks, strict=True) if _NOT_TAKEN.match(each)]


def _measure(cell: Passage, mark: str, into: Node) -> None:
    before, numbered = grown(cell)
    if numbered and not before:
        into.children.extend(numbered)
        return
    number = len(into.children) + 1
    shown = mark if NUMBER.match(fold(mark)) else str(number)
    into.children.append(Node("row", shown, number, before, numbered))


def _subjects(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    count = column_of(columns, "count")
    kinds = ("subject", "group", "content")  # 区分 | 対象者 | 人数: the persons, not their sort
    who = next((at for kind in kinds if (at := column_of(columns, kind)) >= 0), -1)
    if who < 0 or (count < 0 and columns[who] != "subject"):
        return []
    dated = next(iter(bracketed(cell_at(head, count).text)), "")
    when = column_of(columns, "date")
    when = when if when >= 0 else _days_alone(body, len(columns))
    made = []
    for number, row in enumerate(body, 1):
        told = cell_at(row, count)
        if not cell_at(row, who) or compiled(r"^(?:合?計|総数)$").match(
            key(cell_at(row, who).text)
        ):
            continue
        day = cell_at(row, when).text.strip()
        if _NONE.match(fold(told.text).strip()):
            told = Passage()  # no number, and nothing to date
        if told and day and compiled(r"\d").search(day):
            about = compiled(r"^[ 　]*(?:約|およそ|おおむね|概ね)").match(told.text)
            bare = compiled(r"[（(]見込み?[)）]").sub("", told.text)  # 約350世帯（見込み）
            told = Passage(bare, told.starts, told.spots) if about else told
            when_ = day if compiled(r"実績|現在|時点|見込|末$").search(day) else f"{day}現在"
            told = Passage(f"{told.text}（{when_}）", told.starts, told.spots)
        if told and dated and not bracketed(told.text):
            told = Passage(f"{told.text}（{dated}）", told.starts, told.spots)
        if told and not compiled(r"\d[ ]*(?:人|名|世帯|件)").search(fold(told.text)):
            unit = "世帯" if "世帯" in cell_at(head, count).text else "人"
            unit = "件" if "件" in cell_at(head, count).text else unit
            shown = compiled(r"(?<=\d)(?=$|[(（])").sub(unit, told.text, count=1)
            told = Passage(shown, told.starts, told.spots)
        made.append(Node("row", "", number, joined([one_line(cell_at(row, who)), told], "　")))
    return [Node("table:subjects", "", 1, Passage(), made)]


_DAY_ALONE = re.compile(
    r"(?:令和|平成|[RHrh]\.?|20\d\d年?[(]?)[^、。ぁ-ん]{1,16}(?:年度?|月|日|末)[)]?(?:現在|時点|末|実績|中)?"
)


def _days_alone(body: Sequence[Row], width: int) -> int:
    """備考 of which each cell that says anything is a day or a year: when it was counted."""
    for at in range(width):
        said = [fold(text).strip() for row in body if (text := cell_at(row, at).text.strip())]
        if said and all(_DAY_ALONE.fullmatch(each) for each in said):
            return at
    return -1


_WITH_UNIT = re.compile(r"^[0-9][0-9,]*[ ]*(?:人|名|世帯|件)$")


def dated(rows: Sequence[Row]) -> list[Node]:
    """時点 | 利用世帯 | 申込者, a day in each row: how many there were of each group then."""
    head, body = rows[0], rows[1:]
    if not body or column_kind(cell_at(head, 0)) != "date":
        return []
    made: list[Node] = []
    for index, title in enumerate(head.cells):
        cells = [cell_at(row, index) for row in body]
        if not index or column_kind(title) in ("count", "period") or not title:
            continue
        if not all(_WITH_UNIT.match(fold(cell.text).strip()) for cell in cells):
            continue
        for row, cell in zip(body, cells, strict=True):
            day = cell_at(row, 0).text.strip()
            when = day if compiled(r"現在|時点|末$").search(day) else f"{day}現在"
            told = Passage(f"{cell.text.strip()}（{when}）", cell.starts, cell.spots)
            line = joined([one_line(title), told], "　")
            made.append(Node("row", "", len(made) + 1, line))
    return [Node("table:subjects", "", 1, Passage(), made)] if made else []


def _periods(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "period"]
    if not at:
        return []
    who = column_of(columns, "partner")
    firms = any(is_keeper(cell_at(row, who).text) for row in body)
    name = column_of(columns, "group", "content", "partner", "item")
    made = []
    for number, row in enumerate(body, 1):
        cells = [one_line(cell_at(row, index)) for index in at]
        value = joined(cells, "から" if len(at) == 2 else "\n")
        if value:
            label = one_line(cell_at(row, name)) if name >= 0 else one_line(cell_at(head, at[0]))
            label = _term_of(row, columns, one_line(cell_at(head, at[0]))) if firms else label
            made.append(Node("label", "", number, joined([label, value])))
    partners = _partners(head, body, columns) if firms else []
    return [*partners, Node("table:time", "", len(partners) + 1, Passage(), made)]


def terms(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    """委託先 | 甲社 | 1から4まで | 期間: the terms in a table whose rest another reader has."""
    return [node for node in _periods(head, body, columns) if node.kind == "table:time"]


def _term_of(row: Row, columns: Sequence[str], head: Passage) -> Passage:
    """委託 | 甲社 | … | 期間: of which relation the term is, where a column of sorts says it."""
    if not (role := role_of(row, columns)):
        return head
    sort = cell_at(row, column_of(columns, "group")) or role
    return Passage(f"{without_brackets(one_line(sort).text)}の期間", (0,), sort.spots[:1])


def _partners(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    at = [index for index, kind in enumerate(columns) if kind == "partner"]
    made = [
        Node("label", "", number, joined([_called(head, row, columns, index), cell_at(row, index)]))
        for index in at
        for number, row in enumerate(body, 1)
        if cell_at(row, index)
    ]
    return [Node("table:partner", "", 1, Passage(), made)] if made else []


def _called(head: Row, row: Row, columns: Sequence[str], index: int) -> Passage:
    """What the partner of a row is: by its role, or by the head of the column of its name."""
    alone = list(columns).count("partner") == 1
    return (role_of(row, columns) if alone else Passage()) or one_line(cell_at(head, index))


_WORK = re.compile(r"^(?:委託(?:する)?)?(?:業務|作業|工程|事務)(?:の?(?:名称?|内容|区分))?$")


def _tasks(head: Row, body: Sequence[Row], columns: Sequence[str]) -> list[Node]:
    """番号 | 業務 | 備考: what is done, row by row."""
    at = column_of(columns, "content")
    if not _WORK.match(key(cell_at(head, at).text)):
        return []
    made = [
        Node("label", "", number, one_line(cell_at(row, at)))
        for number, row in enumerate(body, 1)
        if cell_at(row, at)
    ]
    return [Node("table:tasks", "", 1, Passage(), made)]


_DUTY = re.compile(
    r"^(?:委託(?:する)?|分担(?:する)?|担う|行う|主な)?(?:業務|作業|工程|事務|仕事|手順)"
    r"(?:(?:の)?(?:名称?|内容|区分|項目))?$"
)
_BY_WHOM = re.compile(
    r"(?:行う|担う|担当する|受け持つ|実施する)(?:者|側|もの|ところ|部署)$|担当(?:者|部署|課)?$|分担$|担い手$"
    r"|実施者$|主体$|の(?:関わり|関与|役割)$|^(?:委託先|受託者|委託者|再委託先|事業者|実施機関|教育委員会)$|^[市区町村県]$"
)
_DUTY_MARK = re.compile(
    r"^(?:[(（]?(?:[0-9０-９]{1,2}|[ア-ンａ-ｚa-z])[)）]"
    r"|(?:[0-9０-９]{1,2}|[ア-ン])[ 　.．、]|[①-⑳])[ 　]*"
)
_TASK = 40  # characters


def duties(rows: Sequence[Row]) -> list[Node]:
    """業務 | 行う者 | 市の関わり, 作業 | 市 | 委託先 with ○ below: what is done, and by whom."""
    heads = [key(cell.text) for cell in rows[0].cells]
    at = next((index for index, head in enumerate(heads) if _DUTY.match(head)), -1)
    if at < 0 or not any(_BY_WHOM.search(head) for head in heads[at + 1 :]):
        return []
    made: list[Node] = []
    for row in rows[1:]:
        cell = one_line(cell_at(row, at))
        if not cell or len(cell.text) > _TASK or "。" in cell.text:
            return []
        mark = _DUTY_MARK.match(cell.text)
        beside = [one_line(each) for n, each in enumerate(row.cells) if each and n != at]
        lines = joined([cell.part(mark.end()) if mark else cell, *beside])
        made.append(Node("row", "", len(made) + 1, lines))
    return [Node("table:tasks", "", 1, Passage(), made)] if len(made) > 1 else []


# In the order in which they are tried: the first that makes something of a table has it.
BUILDERS = (_criteria, items, _measures, _subjects, _periods, _partners, _tasks)
