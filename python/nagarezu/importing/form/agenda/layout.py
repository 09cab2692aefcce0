"""Plain lines that keep the layout of a table: labels at the left, values behind a gap.

A PDF turned to text with its layout prints label and value side by side, and breaks both. Where
the values begin tells them apart: 委託に伴い事業者に   １ 個人の範囲 / 処理させる情報項目   …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import remarked
from nagarezu.importing.form.rows import Row
from nagarezu.importing.form.ruler import GAP, Ruler, printed
from nagarezu.importing.form.wrapping import Broken, edge, unbroken
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_LONGEST = 44  # columns of half width of a column of labels
_PIECES = 6  # of a broken label
_FAR = 12  # columns by which a line of a value is never set in
_BETWEEN = 8  # lines that the value of a field of unknown label takes at most
_NEAR = 3  # columns by which a value may stand further left than the one above
OF_LAYOUT = -1  # the grid of rows that stand in no ruled table


@dataclass(slots=True)
class _Field:
    """A label in the making and its value; `column` is where values begin."""

    row: Row
    column: int
    label: list[Passage]
    value: list[Broken] = field(default_factory=list)

    @property
    def text(self) -> str:
        return joined(self.label, "").text

    def made(self, right: float) -> Row:
        """The row of two cells; `right` is where the column of values ends."""
        value = unbroken(remarked(self.value), right)
        cells = (joined(self.label, ""), value)
        return replace(self.row, cells=cells, grid=OF_LAYOUT)


def side_by_side(rows: Sequence[Row], by: Ruler) -> Iterator[Row]:
    """The rows, those of labels with values at their side as rows of two cells."""
    position = 0
    found: list[Row | _Field] = []
    while position < len(rows):
        made, used = _field(rows, position, by)
        found.append(made or rows[position])
        position += used or 1
    found = list(_with_unknown(found, by))
    columns: dict[int, list[Broken]] = {}
    for each in found:
        if isinstance(each, _Field):
            columns.setdefault(each.column, []).extend(each.value)
    edges = {
        column: edge(
            line for near, lines in columns.items() if abs(near - column) <= _NEAR for line in lines
        )
        for column in columns
    }
    for each in found:
        yield each.made(edges[each.column]) if isinstance(each, _Field) else each


def _with_unknown(found: Sequence[Row | _Field], by: Ruler) -> Iterator[Row | _Field]:
    """The fields, and between two of one column those whose label nobody knows."""
    anchors = [_anchor(each, by) for each in found]
    columns = [anchor.column if anchor else 0 for anchor in anchors]
    last: _Field | None = None
    made: _Field | None = None
    for at, each in enumerate(found):
        if anchors[at] is not None:
            last, made = anchors[at], None
        elif last is not None and isinstance(each, Row):
            near = (column for column in columns[at : at + _BETWEEN] if column)
            enclosed = abs(next(near, 0) - last.column) <= _NEAR
            begun = _beside(each, last, by) if enclosed else None
            if begun is None and made is not None and _goes_on(each, made, by):
                inset = max(by.start(each) - made.column, 0)
                made.value.append(Broken(each.cells[0], inset))
                continue
            made = begun
            if begun is not None:
                yield begun
                continue
        yield each


def _anchor(each: Row | _Field, by: Ruler) -> _Field | None:
    """A field of a known label, on one line or several."""
    if isinstance(each, _Field):
        return each
    begun = _begin(each, by)
    return begun if begun is not None and _known(begun.text) else None


def _beside(row: Row, last: _Field, by: Ruler) -> _Field | None:
    """A line set out as the field above it, with a label that is not known."""
    if not printed(row) or abs(by.start(row) - by.start(last.row)) > _NEAR:
        return None
    left, right = _split(row, last.column, by)
    if not left or not right or len(left.text) > _LONGEST // 2 or not _may_be_label(left.text):
        return None
    return _Field(row, last.column, [left], [Broken(right, 0)])


def _goes_on(row: Row, made: _Field, by: Ruler) -> bool:
    return printed(row) and by.start(row) >= made.column - _NEAR


def _field(rows: Sequence[Row], start: int, by: Ruler) -> tuple[_Field | None, int]:
    begun = _begin(rows[start], by) or _close(rows, start, by)
    if begun is None:
        return None, 0
    used = 1
    while start + used < len(rows):
        row = rows[start + used]
        if not printed(row) or labels.is_one_of("overview_heading", row.text):
            break
        left, right = _split(row, begun.column, by)
        if _apart(begun, row, rows[start + used - 1], by):
            break
        if not left and by.start(row) < begun.column and labels.find("agenda", row.text):
            break  # ■ 保有課 below the title: the mark that was taken off set the label in
        if left and not _more_of_label(begun, left, rows, start + used, by):
            break
        begun.label.extend([left] if left else [])
        inset = max(by.start(row) - begun.column, 0) if not left else 0
        begun.value.extend([Broken(right, inset)] if right else [])
        used += 1
    whole = _known(begun.text) and (used > 1 or _closed(begun.text)) and bool(begun.value)
    return (begun, used) if whole and used > 1 else (None, 0)


def _apart(begun: _Field, row: Row, above: Row, by: Ruler) -> bool:
    """A line set far in, or in the middle of the page, below a blank one: another paper begins."""
    far = by.start(row) > begun.column + _FAR
    lines = [each.place.where for each in (above, row)]
    blank = all(map(str.isdecimal, lines)) and int(lines[1]) - int(lines[0]) > 1
    whole = not begun.value or begun.value[-1].text.text.endswith(("。", "）", ")"))
    return far and (blank or whole)


def _begin(row: Row, by: Ruler) -> _Field | None:
    """A line that prints the beginning of a label, a gap, and something behind it."""
    if not printed(row):
        return None
    text = row.cells[0].text
    for gap in GAP.finditer(text):
        column = by.at(row, gap.end())
        head = text[: gap.start()]
        if column - by.start(row) > _LONGEST or "。" in head or not text[gap.end() :]:
            return None
        single = gap.group() == "\u3000"
        if not (_known(head) if single or len(head) < 2 else _may_be_label(head)):
            continue
        left, right = row.cells[0].part(0, gap.start()), row.cells[0].part(gap.end())
        return _Field(row, column, [left], [Broken(right, 0)])
    return None


def _close(rows: Sequence[Row], start: int, by: Ruler) -> _Field | None:
    """A label that fills its column: one space parts it from the value that the next lines go on.

    委託に伴い事業者に処理させる情 1 個人の範囲 / 報項目（だれの、どのような項目 …の入居者
    """
    row = rows[start]
    if not printed(row):
        return None
    text = row.cells[0].text
    for gap in compiled(r"(?<=\S) (?=\S)").finditer(text[: _LONGEST // 2 + 8]):
        head = text[: gap.start()]
        column = by.at(row, gap.end())
        if len(key(head)) < 8 or not labels.begins("agenda", head):
            continue
        below = rows[start + 1 : start + 4]
        near = (abs(at - column) <= _NEAR for each in below for at in _starts(each, by))
        if any(near):
            left, right = row.cells[0].part(0, gap.start()), row.cells[0].part(gap.end())
            return _Field(row, column, [left], [Broken(right, 0)])
    return None


def _starts(row: Row, by: Ruler) -> set[int]:
    """Columns in which something begins behind a blank of a printed line."""
    if not printed(row):
        return set()
    text = row.cells[0].text
    found = {by.at(row, gap.end()) for gap in compiled(r"[ \u3000]{2,}").finditer(text)}
    return found | ({by.start(row)} if row.lead else set())


def _may_be_label(head: str) -> bool:
    return _known(head) or bool(compiled(r"[^、。：:0-9０-９①-⑳※【】]{4,24}").fullmatch(head))


def _split(row: Row, column: int, by: Ruler) -> tuple[Passage, Passage]:
    """What a line prints left of the column of values, and in it."""
    passage = row.cells[0]
    if by.start(row) >= column - _NEAR:
        return Passage(), passage
    for gap in compiled(f"{GAP.pattern}|(?<=\\S) (?=\\S)").finditer(passage.text):
        at = by.at(row, gap.end())
        if len(gap.group()) == 1 and gap.group() == " " and at != column:
            continue
        if abs(at - column) <= _NEAR or (at > column and len(gap.group()) > 1):
            return passage.part(0, gap.start()), passage.part(gap.end())
    return passage, Passage()


def _more_of_label(begun: _Field, left: Passage, rows: Sequence[Row], at: int, by: Ruler) -> bool:
    """Whether the left part of a line goes on with the label, or begins the next one."""
    if len(begun.label) >= _PIECES or len(left.text) > _LONGEST // 2:
        return False
    text = begun.text
    whole = _known(text) and _closed(text)
    if not whole:
        return not _known(left.text) or not _known(text)
    if left.text[0] in "(（":
        return True
    if _known(left.text) and left.text[0] not in "のをにはが":
        return False  # 提供する相手方, and below it 提供する情報項目
    return _known(text + left.text) or _completes(begun, left, rows, at, by)


def _completes(begun: _Field, left: Passage, rows: Sequence[Row], at: int, by: Ruler) -> bool:
    """Whether the next lines make a longer label of it: 処理させる情報項目 / の記 / 録媒体."""
    if _known(left.text):
        return False
    text = begun.text + left.text
    for row in rows[at + 1 : at + 4]:
        if not printed(row):
            return False
        more, _ = _split(row, begun.column, by)
        text += more.text
        if more and _known(text) and _closed(text):
            return True
    return False


def _known(text: str) -> bool:
    label = labels.find("agenda", without_brackets(text))  # what follows a bracket counts
    return label is not None and label.rule != "label_look_alike"


def _closed(text: str) -> bool:
    return len(compiled(r"[(（]").findall(text)) <= len(compiled(r"[)）]").findall(text))
