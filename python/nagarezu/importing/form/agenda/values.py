"""What stands right of a label: cells of one row, and of rows that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields import partner_cells, told_parts
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import bracketed
from nagarezu.importing.form.agenda.rows import is_mark
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.wrapping import breadth
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_MARKED = re.compile(
    r"^(?:[①-⑳㉑-㊿⑴-⒇・●○■◆【〔<＜]|[(（]?(?:\d{1,2}|[ア-ン])[)）.．、 　]"
    r"|\d{1,2}(?=[^\d\s年月日人件円回%,]))"
)
_ENTRY = re.compile(r"[①-⑳㉑-㊿⑴-⒇]|(?:^|(?<=[\s]))[(（]?(?:\d{1,2}|[ア-ン])[)）.．、 　]")
_AGAIN = 4  # entries that the foot of a page and the head of the next may both print
_SHORT = 16  # characters of a cell that holds a word and no text
_HEAD = re.compile(  # 4 対象者数
    rf"{_MARKED.pattern}[^。]{{1,{_SHORT}}}(?<![のをにはがとでもへてしり、，])$"
)
# a phrase that begins a line, where the line before does not wait for one: うち…, 令和3年4月1日から
_ANEW = re.compile(
    r"(?:うち|なお|ただし|おって|第?\d{1,2}回)(?=[^、。])|※|\S{1,10}　+\S"
    r"|(?:令和|平成|昭和)[ 　]?(?:元|\d{1,2})[ 　]?年"
)
_OPEN_END = re.compile(r"(?:[、，,(「『・~]|から|より|[のをにはがとへもてしり]|(?<!ま)で)$")
_BELOW = re.compile(
    r"(?:次|以下|下|下記|左記|別)の?(?:一覧)?表?(?:のとおり|による|に(?:掲げる|示す|記載)[^。]{0,12})(?:である|とする)?[。:]?$"
)
# 内容 別紙のとおり on a cover: the paper itself is attached, and nothing is told yet
_ELSEWHERE = re.compile(
    r"^(?:[^。]{0,24}(?:のとおり|参照|に記載|を添付)(?:です|とする|である)?。?)?$"
)


def composed(cells: Sequence[Passage], *, listed: bool = False) -> Passage:
    """The cells of one row: a number stands in front of its text, all else on a line of its own.

    In a `listed` value a cell in front of a list is its head: 保護者 | ①氏名 ②住所, 運用 | 1 ….
    """
    parts: list[Passage] = []
    filled = [cell for cell in cells if cell]
    if listed and len(filled) > 1 and _heads_list(filled[-2].text, filled[-1].text):
        cells = [*filled[:-2], bracketed(filled[-2]), filled[-1]]
    waiting: Passage | None = None
    for cell in cells:
        if not cell:
            continue
        if waiting is not None:
            cell, waiting = joined([waiting, cell], " "), None
        if is_mark(cell.text):
            waiting = cell
        else:
            parts.append(cell)
    return joined([*parts, *([waiting] if waiting else [])])


_LAYER = re.compile(
    r"(?:運用|システム|技術|物理|組織|人)(?:上|的|面)?の?(?:安全管理)?(?:対策|措置)?"
)


def _heads_list(head: str, text: str) -> bool:
    """Whether a cell is the name of whose items, or of which measures, the next cell lists."""
    if _LAYER.fullmatch(key(head)):
        return True
    plain = 1 < len(tidy(head)) <= _SHORT and not compiled("[。、\\n]").search(head)
    first = compiled(r"[①(（]?[1１ア①][)）.．、 　]?").match(text.strip())
    return plain and bool(first) and not _MARKED.match(fold(head)) and not _heads_part(head)


def going_on(before: Passage, after: Passage) -> tuple[Passage, str]:
    """A value and the next part of it, with the rule that joined them."""
    after = _unrepeated(before, after)
    if not before or not after:
        return (before or after), "continued_cell"
    last = before.text.rsplit("\n", 1)[-1].strip()
    first = after.text.split("\n", 1)[0].strip()
    words = max(len(last), len(first)) <= _SHORT and not last.endswith("。")
    head = _MARKED.match(fold(first)) or _HEAD.match(fold(last)) or _heads_part(last)
    anew = _ANEW.match(first) and not _OPEN_END.search(fold(last))
    if head or anew or last[-1] in "】〕" or words:
        return joined([before, after]), "continued_cell"
    value, doubled = continued(before, after)
    return value, "doubled_character" if doubled else "continued_cell"


_FULL = 0.6  # of the longest line; one that is broken comes near to it
_PROSE = 60  # half widths of the narrowest column whose lines are broken like text


def widest(rows: Sequence[Row]) -> float:
    """How long the lines of values become, where rows are lines of cells."""
    values = (row.cells[-1].text for row in rows if len(row.cells) > 1)
    return max((breadth(line) for text in values for line in text.split("\n")), default=0.0)


def ends_early(value: Passage, edge: float) -> bool:
    """Whether the last line of a value had room for more, so that the next is another one."""
    last = value.text.rsplit("\n", 1)[-1].strip()
    whole = not _OPEN_END.search(fold(last))
    return edge >= _PROSE and whole and breadth(last) < _FULL * edge


def _heads_part(line: str) -> bool:
    """個人の範囲 on a row of its own: what stands on the next row is its value."""
    label = labels.find("inside_items", line)
    return label is not None and label.rule != "label_look_alike"


def _unrepeated(before: Passage, after: Passage) -> Passage:
    """What goes on, without the last entries of a list where the next page prints them again."""
    if not _ENTRY.match(after.text):
        return after
    starts = [found.start() for found in _ENTRY.finditer(before.text)][1:]
    last = {key(before.text[start:]) for start in starts[-_AGAIN:]}
    ends = [found.start() for found in _ENTRY.finditer(after.text)][1 : _AGAIN + 1]
    if len(ends) < _AGAIN:
        ends.append(len(after.text))
    again = max((end for end in ends if key(after.text[:end]) in last), default=0)
    return after.part(again)


def told_elsewhere(value: Passage) -> bool:
    """Whether a value only points to another paper."""
    return bool(_ELSEWHERE.match(key(value.text)))


def points_below(value: Passage) -> bool:
    """Whether a value ends with words that point to a table below it: 情報項目 次の表のとおり."""
    lines = value.lines()
    return bool(lines) and bool(_BELOW.search(key(lines[-1].text)))


def names_nobody(field: str, value: Passage) -> bool:
    """再委託先 なし（再委託は行わせない。）: a row that says that there is no such partner."""
    said = without_brackets(tidy(value.text)).strip("。 ")
    if field.startswith("reentrust_partner") and partner_cells.names_nobody(value):
        return True
    return field.endswith("_partner") and bool(said) and told_parts.says_no(said)
