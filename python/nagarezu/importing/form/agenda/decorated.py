"""Labels behind a mark: ◆件名, ■委託先, 【委託理由】, and the numbers of 1 件名, 2 担当課.

A mark that stands in front of several known labels is how the office marks its fields. The mark
is taken off, and a line that bears it is a field even where nobody knows its label: it ends the
value before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.fields import subjects
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import own_labels
from nagarezu.importing.form.rows import Row, leading_spaces, width
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import counted, fold, key, without_brackets

OF_MARKED = -3  # the grid of a marked line whose label is not one of the known ones
_SIGN = re.compile(r"(?P<mark>[◆◇■□●○◎▼▽▲△★☆▶►▷❖◉◼◾◈])[ ]*(?=[^ ])")
_HOOKED = re.compile(
    r"(?P<mark>[【〔《〈\[<≪])(?P<label>[^【】〔〕《》〈〉\[\]<>≪≫。]{1,60})[】〕》〉\]>≫][:]?"
)
_NUMBER = re.compile(
    r"[(]?第?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<mark>[.)．）、 ]?[ ]*)(?=[^\d ])"
)
_COLON = re.compile(r"(?P<label>[^:。、\d][^:。]{1,30})(?P<mark>:)")
_PARTED = re.compile(r"[ \u3000]*[:：\t][ \u3000]*|\u3000|[ \u3000]{2,}")
_FEWEST = 3  # known labels behind a mark
_LONGEST = 40  # characters of a label


def undecorated(rows: Sequence[Row]) -> list[Row]:
    """The rows, their labels without the marks of the office."""
    signs = _field_marks(rows, _SIGN)
    hooks = _field_marks(rows, _HOOKED)
    colons = bool(_field_marks(rows, _COLON))
    found = [_plain(row, signs, hooks, colons) for row in rows]
    if hooks:
        _with_groups(rows, found)
    for at, start in _numbered(found):
        row = replace(found[at], cells=(found[at].cells[0].part(start),), counted=True)
        found[at] = row if _known(row) else replace(row, grid=OF_MARKED)
    return found


_OF_GROUP = re.compile("(?:に係る|に関する|の)(?:情報|記録)?項目$")


def _with_groups(rows: Sequence[Row], found: list[Row]) -> None:
    """【申込者】 within the field of the items says whose they are, and is no field of its own."""
    field = ""
    for at, made in enumerate(found):
        if made.grid != OF_MARKED:
            field = _field(made, 0) or field
            continue
        whose = _OF_GROUP.sub("", key(made.text)) if _HOOKED.match(_first(rows[at])) else ""
        if field.endswith("items") and subjects.names_persons(whose):
            found[at] = rows[at]


def fields(rows: Sequence[Row]) -> set[str]:
    """The fields whose labels stand behind the marks of an office, its own labels among them."""
    found = undecorated(rows)
    colons = {id(row) for row in found if _COLON.match(_first(row))}
    pairs = zip(rows, found, strict=True)
    marked = (_field(made, 0) for row, made in pairs if made is not row or id(made) in colons)
    known = {field for field in marked if field}
    own = {key(row.text) for row in found if row.grid == OF_MARKED and _heads(head_of(row)[0].text)}
    return known | own if len(known) >= _FEWEST else known


def head_of(row: Row) -> tuple[Passage, Passage]:
    """The label that a marked line prints, and the value on the same line."""
    line = row.cells[0]
    for gap in _PARTED.finditer(line.text):
        if gap.start():
            return line.part(0, gap.start()), line.part(gap.end())
    return line, Passage()


def is_layer(label: str) -> bool:
    """【運用上の対策】 sorts measures; it heads no field."""
    return bool(compiled(rules("labels")["own_labels"]["layer"]).fullmatch(key(label)))


def _field_marks(rows: Sequence[Row], pattern: re.Pattern[str]) -> set[str]:
    """The marks that stand in front of enough different fields.

    【個人の範囲】, 【記録項目】 and 【記録するコンピュータ】 alone part the value of one field.
    """
    fields: dict[str, set[str]] = {}
    whole: set[str] = set()
    for row in rows:
        found = pattern.match(_first(row))
        if found is None:
            continue
        printed = found["label"] if "label" in found.groupdict() else _first(row)
        start = 0 if "label" in found.groupdict() else found.end()
        label = _field(printed, start)
        if label:
            fields.setdefault(found["mark"], set()).add(label)
            if not _parts_value(printed, start):
                whole.add(found["mark"])
    return {mark for mark, known in fields.items() if len(known) >= _FEWEST and mark in whole}


def _parts_value(printed: str, start: int) -> bool:
    """Whether a label is one that values have as well: 個人の範囲, 情報項目."""
    text = printed[start:]
    found = labels.leading("inside_items", text) or labels.find("inside_items", text)
    return found is not None


def _first(row: Row) -> str:
    return fold(row.cells[0].text)


def _field(printed: Row | str, start: int) -> str:
    """The field of a label, or of what stands behind a mark; empty if nobody knows it."""
    text = (printed if isinstance(printed, str) else printed.cells[0].text)[start:]
    begun = labels.leading("agenda", text)
    label = begun[0] if begun else labels.find("agenda", without_brackets(text))
    return label.field if label is not None and label.rule != "label_look_alike" else ""


def _known(row: Row) -> bool:
    return bool(_field(row, 0))


def _plain(row: Row, signs: set[str], hooks: set[str], colons: bool) -> Row:
    """A row without its mark, if it bears one that heads fields."""
    text = _first(row)
    sign = _SIGN.match(text)
    if sign and sign["mark"] in signs:
        return _without_sign(row, sign.end())
    hook = _HOOKED.match(text)
    if hook and hook["mark"] in hooks and not is_layer(hook["label"]):
        return _without_hook(row, hook)
    colon = _COLON.match(text) if colons and len(row.cells) == 1 and not row.grid else None
    if colon and not _known(row) and _heads(colon["label"]):
        return replace(row, grid=OF_MARKED)
    return row


def _heads(label: str) -> bool:
    """Whether what stands in front of a colon ends as labels of fields do, not as parts of one."""
    inner = labels.find("inside_items", label)
    return inner is None and not is_layer(label) and own_labels.may_be(label)


def _without_sign(row: Row, end: int) -> Row:
    printed = row.cells[0].text
    rest = row.cells[0].part(end)
    taken = len(printed) - len(rest.text) + leading_spaces(rest.text)
    made = replace(
        row,
        cells=(rest, *row.cells[1:]),
        indent=row.indent + width(printed, taken),
        lead=row.lead + taken,
    )
    return made if row.grid or _known(made) else _as_field(made, row)


def _without_hook(row: Row, hook: re.Match[str]) -> Row:
    label = row.cells[0].part(*hook.span("label"))
    value = row.cells[0].part(hook.end())
    if row.grid:
        cells = (label, value, *row.cells[1:]) if value else (label, *row.cells[1:])
        return replace(row, cells=cells)
    made = replace(row, cells=(joined([label, value], "\u3000"),))
    return made if _known(made) else _as_field(made, row)


def _as_field(made: Row, printed: Row) -> Row:
    """A line with a mark as a field of its own; a whole sentence or a layer stays as printed."""
    label, _ = head_of(made)
    short = 1 < len(label.text) <= _LONGEST and not compiled("[。、]$").search(label.text)
    return replace(made, grid=OF_MARKED) if short and not is_layer(label.text) else printed


def _numbered(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The lines that go on with the numbers of the fields, where the first of them has a 1.

    With each, where its label begins. A title has any number. 1 個人の範囲 2 記録項目 within the
    field of the items are no fields of the sheet.
    """
    for at, row in enumerate(rows):
        first = _NUMBER.match(_first(row)) if not row.grid else None
        field = _field(row, first.end()) if first else ""
        if first is None or not field:
            continue
        titled = field == "title"
        marked = counted(first["number"]) == 1 and bool(first["mark"].strip(" 、"))
        if not titled and (not marked or _parts_value(_first(row), first.end())):
            continue
        run = list(_run(rows, at, first, titled=titled))
        known = {known for each in run if (known := _field(rows[each[0]], each[1]))}
        if len(known) >= _FEWEST:
            yield from run


def _run(
    rows: Sequence[Row], start: int, first: re.Match[str], *, titled: bool
) -> Iterator[tuple[int, int]]:
    expected = counted(first["number"])
    for at in range(start, len(rows)):
        row = rows[at]
        found = _NUMBER.match(_first(row)) if len(row.cells) == 1 and not row.grid else None
        if found is None or row.indent != rows[start].indent:
            continue
        if at > start and _field(row, found.end()) == "title":
            return
        same = found["mark"].strip() == first["mark"].strip()
        label, _ = head_of(row)
        if not titled and at > start and counted(found["number"]) == 1 and same:
            return  # the fields of the next sheet
        plain = titled or _field(row, found.end()) or _heads(_first(row)[found.end() :])
        wanted = plain and same and counted(found["number"]) == expected
        if wanted and len(label.text) <= _LONGEST:
            expected += 1
            yield at, found.end()
