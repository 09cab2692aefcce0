"""Registers as printed lines: labels in front of values, broken, numbered, or alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register import taken_by
from nagarezu.importing.form.register.file import opens
from nagarezu.importing.form.register.headings import repeats
from nagarezu.importing.form.register.reading import Reading, begin
from nagarezu.importing.form.rows import Row, parted, width
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_WIDE_GAP = re.compile(r"[ 　]{2,}|　")


def take(rows: Sequence[Row], index: int, reading: Reading) -> int:
    line = rows[index].cells[0]
    text = tidy(line.text)
    if taken_by.side(rows, index, reading):
        part = reading.files[-1].parts("measures")[-1]
        part.text = joined([part.text, line])
        return 1
    found = (
        labels.leading(line)
        or _behind_box(line, reading)
        or _next_label(line, reading)
        or _alone(rows, index, reading)
        or _side(rows, index, reading)
    )
    found = found or _in_column(rows[index], reading)
    if found is not None:
        name, label, value = found
        if not name or (not reading.files and not value and _is_title(text)):
            reading.current, reading.ordinal = "", labels.ordinal(line.text)
            reading.left.append(rows[index])
            return 1
        if not _an_item(name, line, value, reading):
            _keep_columns(rows[index], value, reading)
            reading.lone = 0 if value else reading.lone + 1
            reading.alone += not value and index > 0 and parted(rows[index - 1], rows[index])
            _whole_line(name, label, value, reading)
            return 1
    if compiled(rules("registers")["number_line"]).search(key(text)):
        reading.current = ""  # 登録番号 第12号 begins the next file
        reading.left.append(rows[index])
        return 1
    if compiled(rules("registers")["note"]).search(text) and reading.current != "subjects":
        reading.current = ""
        reading.left.append(rows[index])
        return 1
    following = [row.cells[0] for row in rows[index : index + 5] if len(row.cells) == 1]
    split = labels.broken(following) if len(following) > 1 else None
    if split is not None:
        name, parts, values, used = split
        begin(reading, name, parts[0], values[0] if values else Passage())
        for value in values[1:]:
            reading.files[-1].go_on(name, value, rows[index].grid)
        return used
    frame = compiled(rules("registers")["frame"]).search(key(fold(text)))
    if _leaves(rows[index], reading):
        reading.current, reading.column = "", 0
        reading.left.append(rows[index])
        return 1
    if not frame and (
        _caption(rows, index, reading) or _section(text, reading) or _front(rows, index)
    ):
        reading.current = ""
        reading.left.append(rows[index])
        return 1
    if reading.current and reading.files and not frame and not rows[index].level:
        part = reading.files[-1].parts(reading.current)[-1]
        if part.text:
            reading.files[-1].go_on(reading.current, line, part.grid)
        else:
            part.text = line
        return 1
    if frame or rows[index].level:
        reading.current = reading.current if frame and reading.current else ""
    reading.left.append(rows[index])
    return 1


_TITLE = re.compile(r"(?:個人情報)?ファイル簿")


def _is_title(text: str) -> bool:
    """個人情報ファイル簿（保育課）: a label on a card, and the title in front of it."""
    return bool(_TITLE.fullmatch(key(without_brackets(text))))


def _caption(rows: Sequence[Row], index: int, reading: Reading) -> bool:
    """A short line between two ruled tables stands over the next one; it goes on with nothing.

    Unless the numbers of the list above it do: 1 氏名 2 住所, and below it 3 職業.
    """
    if not 2 <= index < len(rows) - 2 or _goes_on(rows[index].text, reading):
        return False
    grids = [rows[index + step].grid for step in (-2, -1, 1, 2)]
    ruled = grids[0] == grids[1] and grids[2] == grids[3] and all(grids) and grids[1] != grids[2]
    plain = rows[index].cells[0].text
    ruled = ruled and bool(rows[index + 1].cells[0])  # else the head of a page, in a cell
    return ruled and len(plain) <= _LONGEST_LABEL and not compiled("[。、]").search(plain)


_FRONT = re.compile(
    r"[■◆●◎【〔［＜<][^。、]{1,24}$|[^。、 　]{0,12}(?:票|簿)[ 　]?[(（]?[0-9０-９]{0,3}[)）]?$"
    r"|[（(][^。、（）()]{0,12}(?:票|簿)[ 　]*[^。、（）()]{0,12}[)）]$"  # （登録票　税－２）
)


def _front(rows: Sequence[Row], index: int) -> bool:
    """■登録票（2）, or the name of the next file, in front of its card: of none."""
    if repeats(rows, index):
        return True
    if index + 1 >= len(rows) or len(rows[index + 1].cells) != 1:
        return False
    begun = labels.leading(rows[index + 1].cells[0])
    begins = begun is not None and begun[0] in ("name", "registered") and bool(begun[2])
    return begins and bool(_FRONT.match(tidy(rows[index].text)))


def _section(text: str, reading: Reading) -> bool:
    """◇事務の流れ: a head with the sign of the other heads of the card, whatever it says."""
    short = len(text) <= _LONGEST_LABEL and not compiled("[。、]").search(text)
    return short and labels.sign(text) in reading.signs


def _next_label(line: Passage, reading: Reading) -> tuple[str, Passage, Passage] | None:
    """A line with the number after that of the last label is the next one, known or not.

    Unless the value above is itself a list in this manner that has come to this number.
    """
    if not reading.files:
        return None
    due = _due(line, reading)
    likely = labels.likely(line, due=due)
    if likely is not None or not due:
        return likely
    if colon := _COLON.match(line.text):  # （2）組織の係名：…
        label = line.part(0, colon.end("label"))
        found = labels.find(label.text)
        field = found.field if found is not None else labels.bare(label.text)
        return field, label, line.part(colon.end())
    if len(tidy(line.text)) > _LONGEST_LABEL or compiled(r"[、。：:]").search(line.text):
        return None
    found = labels.find(line.text)
    field = found.field if found is not None else labels.bare(line.text)
    return field, line, Passage()


def _due(line: Passage, reading: Reading) -> bool:
    """Whether the number in front of a line is that of the next label, not of the next item."""
    style, number = labels.ordinal(line.text)
    if number < _SECOND or (style, number - 1) != reading.ordinal:
        return False
    parts = reading.files[-1].parts(reading.current) if reading.current else []
    printed = [labels.ordinal(each.text) for each in parts[-1].text.lines()] if parts else []
    last = [found for found in printed if found[1] and found[0] == style][-1:]
    return last != [(style, number - 1)]


_SECOND = 2
_COLON = re.compile(r"(?P<label>[^：:、。]{4,24}?)[ 　]*[：:](?=.)")
_BOX = re.compile(r"[ 　]*(?P<box>[■●○◯])[ 　]*(?=[一-龥])")
_OPTION = re.compile(r"[□☐■●]")


def _behind_box(line: Passage, reading: Reading) -> tuple[str, Passage, Passage] | None:
    """■備考, where the labels above bear the same sign: no option that is ticked."""
    box = _BOX.match(line.text)
    least = 1 if reading.current in _NO_OPTIONS else _SEVERAL
    if box is None or reading.boxed[box["box"]] < least:
        return None
    rest = line.part(box.end())
    found = None if _OPTION.search(rest.text) else labels.leading(rest)
    return (found[0], line.part(0, box.end() + len(found[1].text)), found[2]) if found else None


_SEVERAL = 3  # labels of one sign
_NO_OPTIONS = ("name", "body", "section", "purpose", "summary", "registered")
_BLANK = re.compile(r"[ 　]{2,}")


def _value_at(row: Row) -> tuple[int, int, int]:
    """Where the first wide blank of a line begins and ends, and the column behind it; or zeros."""
    text = row.cells[0].text
    gap = _BLANK.search(text)
    return (gap.start(), gap.end(), row.indent + width(text, gap.end())) if gap else (0, 0, 0)


def _keep_columns(row: Row, value: Passage, reading: Reading) -> None:
    reading.indent = row.indent
    column = _value_at(row)[2]
    reading.column = column if value and column else 0


def _in_column(row: Row, reading: Reading) -> tuple[str, Passage, Passage] | None:
    """A line in the columns of the labels above it has a label, whether anybody knows it or not."""
    start, end, column = _value_at(row)
    line = row.cells[0]
    label = line.text[:start]
    same = 0 < column == reading.column and row.indent == reading.indent
    if not same or len(label) > _LONGEST_LABEL or compiled("[、。]").search(label):
        return None
    found = labels.find(label)
    return found.field if found else "", line.part(0, start), line.part(end)


_HEADS = re.compile(
    r"(?:第[ ]?)?[0-9０-９一二三四五六七八九十ⅠⅡⅢⅣⅤ]{1,2}[章節部]?[.．、 　]|[■◆●◇□]"
)


def _leaves(row: Row, reading: Reading) -> bool:
    """第6　登録の変更: a head that stands further left than the labels of the card ends it."""
    text = row.cells[0].text
    short = len(text) <= _LONGEST_LABEL and not compiled("[、。]").search(text)
    return short and 0 <= row.indent < reading.indent and bool(_HEADS.match(text))


_LONGEST_LABEL = 30
_LEAST_ALONE = 4  # characters of a label that only its words and the blank above it tell


def _alone(
    rows: Sequence[Row], index: int, reading: Reading
) -> tuple[str, Passage, Passage] | None:
    """A line, its value in the next, as those before it: a label by its words.

    A blank line stands above it, or all labels of its card stand by themselves.
    """
    line = rows[index].cells[0]
    text = tidy(line.text)
    if not index or index + 1 >= len(rows) or reading.outer == "measures" or labels.sign(text):
        return None
    apart = parted(rows[index - 1], rows[index])
    if parted(rows[index], rows[index + 1]) or not (
        reading.alone if apart else reading.lone >= _STACK
    ):
        return None
    least = _LEAST_ALONE if apart else _LEAST_STACKED
    short = least <= len(text) <= _LONGEST_LABEL and not _NO_LABEL.search(text)
    found = labels.find(text) if short else None
    if found is None and short and apart and _stands_apart(rows, index, reading):
        return labels.bare(text), line, Passage()  # a field that nobody else has
    if found is None or not (apart or _is_next(found.field, rows, index, reading)):
        return None
    return found.field, line, Passage()


def _stands_apart(rows: Sequence[Row], index: int, reading: Reading) -> bool:
    """Whether a line stands where all labels of the card do: below a blank, above its value."""
    if reading.alone < _SEVERAL or not reading.current or labels.numbered(rows[index].text):
        return False
    part = reading.files[-1].parts(reading.current)[-1]
    below = rows[index + 1].text
    return bool(part.text) and not _MARKED.match(rows[index].text) and not below.startswith("※")


_MARKED = re.compile(r"[ 　]*(?:[(（]?[0-9０-９ア-ンa-z①-⑳][)）.．、 　]|[①-⑳・※○●■□])")
_LEAST_STACKED = 9  # characters of a label that only its words and those above it tell
_STACK = 2  # labels one after the other in lines of their own
_NO_LABEL = re.compile("、(?!その)|[。：:「」]")
_GOES_ON = re.compile("[、・,及びのをにがはでとる]$")


def _is_next(field: str, rows: Sequence[Row], index: int, reading: Reading) -> bool:
    """Whether the card may go on with this field: it has none, and the one above it is whole.

    サービス提供機関 below 氏名 is an item as that is.
    """
    file, above = reading.files[-1], tidy(rows[index - 1].text)
    parts = file.parts(reading.current) if reading.current else []
    if field in file.fields or not parts or not parts[-1].text or _GOES_ON.search(above):
        return False
    printed = [line.text for line in parts[-1].text.lines()]
    by_line = not any(_LISTED.search(line) or labels.numbered(line) for line in printed)
    if labels.numbered(rows[index].text) or (reading.current == "items" and by_line):
        return False
    below = labels.leading(rows[index + 1].cells[0])
    return below is None or (field == "items" and below[0] not in _SURE)


_LISTED = re.compile("、|[^、]+・[^、]+・")


_MEASURES = re.compile(r"[^。、：:]{2,24}(?:措置|対策)(?:[（(][^（）()。]{1,20}[)）])?")
_FIRST = re.compile(r"[ 　]*[(（]?(?:[1１](?![0-9０-９])|[①⑴]|ア(?![ァ-ヶー]))")


def _side(rows: Sequence[Row], index: int, reading: Reading) -> tuple[str, Passage, Passage] | None:
    """委託先に行わせる運用面の措置 above 1: whose measures are numbered below, on a card."""
    line = rows[index].cells[0]
    if not reading.files or index + 1 >= len(rows) or not _MEASURES.fullmatch(tidy(line.text)):
        return None
    numbered = rows[index + 1].filled and _FIRST.match(rows[index + 1].filled[0].text)
    found = labels.find(tidy(line.text)) if numbered and reading.outer != "measures" else None
    sided = found is not None and is_party_own(tidy(line.text)) is not None
    return (found.field, line, Passage()) if found and sided else None


def _an_item(name: str, line: Passage, value: Passage, reading: Reading) -> bool:
    """Whether a line below 記録項目 is an item that only looks like a label: (5) 開始年月日."""
    if reading.current != "items":
        return False
    if _in_a_row(line.text):
        return True
    style = labels.numbered(line.text)
    if style and style != labels.numbered(reading.files[-1].label("items").text):
        return True
    return not value and name not in _SURE and not (name and _due(line, reading))


_COUNTED = re.compile(
    r"(?:^|[ 　])[(（]?(?P<n>[0-9０-９]{1,2})[)）.．]?[ 　]*(?=[^0-9０-９ 　.．)）、])"
)
_IN_A_ROW = 3  # numbers on one line


def _goes_on(text: str, reading: Reading) -> bool:
    """Whether a line begins with the number that the list above it waits for."""
    parts = reading.files[-1].parts(reading.current) if reading.files else []
    lead = _COUNTED.match(text)
    above = [
        int(fold(each["n"])) for each in _COUNTED.finditer(parts[-1].text.text if parts else "")
    ]
    return lead is not None and above[-1:] == [int(fold(lead["n"])) - 1]


def _in_a_row(text: str) -> bool:
    """1　登録番号　2　登録年月日　3　印影: a line of items, whatever the first looks like."""
    numbers = [int(fold(each["n"])) for each in _COUNTED.finditer(text)]
    first = numbers[0] if numbers else 0
    return len(numbers) >= _IN_A_ROW and numbers == list(range(first, first + len(numbers)))


_SURE = {"subjects", "collection", "sensitive", "recipients", "transfer", "shared", "entrust",
         "remarks", "office", "purpose", "processing", "medium", "retention"}  # fmt: skip


# カ 名簿の番号　キ 登録年月日: what stands behind the mark of an item is no label
_ITEM = re.compile(r"[ 　]*(?:[(（]?[0-9０-９ア-ンa-z]{1,2}[)）.．、 　]|[①-⑳])")


def _whole_line(name: str, label: Passage, value: Passage, reading: Reading) -> None:
    """A line with its label; further labels may stand behind wide gaps."""
    for gap in _WIDE_GAP.finditer(value.text):
        rest = value.part(gap.end())
        again = labels.leading(rest) if rest else None
        closed = not opens(value.text[: gap.start()])
        listed = name == "items" and _ITEM.match(value.text) and _ITEM.match(rest.text)
        if again is not None and again[2] and closed and not listed:
            begin(reading, name, label, value.part(0, gap.start()))
            _whole_line(again[0], again[1], again[2], reading)
            return
    begin(reading, name, label, value)
