"""Tables with a column of measures: the cells beside it, and the rows above, say whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nagarezu.importing.draft.assessment.whose import layer_of, party_of
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.assessment.tables import Table, filled_down, pattern_of, sides_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, continued
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_ONE = re.compile(r"(?:委託|提供|移転)(?:先|事項|業務)?[0-9]{1,2}")
_SIDE = re.compile(r"^[<＜【][^<>＜＞【】]{1,40}(?:措置|対策)[>＞】]$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of measures with whose they are, of what sort, its number, section and partner."""

    value: Passage
    party: str
    layer: str
    number: str
    section: str
    whom: str = ""
    empty: bool = False  # the place of one partner in which nothing stands


def cells(builder: Builder, table: Table) -> list[Cell]:
    """主体 | 区分 | 措置の内容, or 措置番号 | 措置の内容 below rows with section or side."""
    sides = sides_of(table.columns)
    if sides:
        return _of_sides(table, sides)
    column = table.column("measure")
    beside = [i for i in range(len(table.columns)) if i != column]
    parties = [i for i in beside if pattern_of("party").search(table.columns[i])]
    numbers = [i for i in beside if pattern_of("number").search(table.columns[i])]
    named = next((i for i in beside if pattern_of("whom").search(table.columns[i])), -1)
    side, section, sort = table.side, table.section, ""
    above: list[str] = []
    counted = 0  # rows with the same cells beside them, which bear no numbers
    found: list[Cell] = []
    for row, filled in zip(table.rows, filled_down(table.rows, beside), strict=True):
        if head := _head(row):
            side, section = ("", head) if heads.section(head) else (head, section)
            sort = ""
            continue
        if numbers and (head := _risk(row, numbers[0], column)):
            side, section, sort = "", head, head
            continue
        if column >= len(filled) or not filled[column]:
            beside_it = [cell for cell in row.cells if cell and _ONE.fullmatch(key(cell.text))]
            if len(beside_it) == 1:
                found.append(Cell(beside_it[0], "partner", "", "", "", empty=True))
            continue
        if _is_verdict(filled[column].text):
            continue
        context = [filled[i].text for i in beside if i < len(filled) and filled[i]]
        whose = [filled[i].text for i in parties if i < len(filled) and filled[i]]
        near = (*context, table.columns[column])
        whose = whose or [said for text in near if (said := _side_within(text))]
        party = next((p for text in (*whose, side) if (p := party_of(builder, text))), "own")
        said_of = (*context, side, sort)
        layer = next((x for text in said_of if (x := layer_of(text))), "unspecified")
        number = next((key(row.cells[i].text) for i in numbers if i < len(row.cells)), "")
        here = next((text for text in map(fold, context) if heads.section(text)), section)
        whom = tidy(filled[named].text) if 0 <= named < len(filled) else ""
        made = Cell(filled[column], party, layer, _digits(number), here, whom)
        same = bool(context) and context == above
        counted, above = (counted + 1 if same else 1), context
        if not made.number and same:
            made = replace(made, number=str(counted))
        alone = not any(row.cells[i] for i in beside if i < len(row.cells))
        if alone and found and found[-1].value.text.rstrip()[-1:] not in "。）)":
            value = continued(found[-1].value, made.value)[0]
            found[-1] = replace(made, value=value, number=found[-1].number)
        else:
            found.append(made)
    return found


def _side_within(text: str) -> str:
    """受託者に行わせる措置 of 委託（受託者に行わせる措置）: the side named beside them."""
    parts = compiled(r"[()<>【】\[\]〔〕\s]+").split(fold(text))
    return next((part for part in parts if compiled(rules("assessment")["sides"]).match(part)), "")


def _of_sides(table: Table, sides: Mapping[str, bool]) -> list[Cell]:
    """事項 | 市が行うこと | 委託先に行わせること: a measure of each side in a row."""
    if cites(table, sides):
        return []
    number = next((i for i, c in enumerate(table.columns) if pattern_of("number").search(c)), -1)
    return [
        Cell(
            row.cells[column],
            "own" if sides[head] else "partner",
            "unspecified",
            _digits(key(row.cells[number].text)) if number >= 0 else str(count),
            table.columns[column],
        )
        for column, head in enumerate(table.columns)
        if head in sides
        for count, row in enumerate(table.rows, 1)
        if column < len(row.cells) and row.cells[column]
    ]


_MARKS = re.compile(
    r"(?:[-ー－―/]|なし|(?:(?:措置|対策)?[(]?(?:\d{1,2}|[ア-ン①-⑳])[)]?"
    r"(?:、|,|・|及び|から|まで|~|[ ]|$)+)+)"
)


def cites(table: Table, sides: Mapping[str, bool]) -> bool:
    """リスク | 市の措置 | 受託者の措置 with 3、4 | ア: columns that only cite measures."""
    columns = [at for at, head in enumerate(table.columns) if head in sides]
    told = [row.cells[at].text for row in table.rows for at in columns if at < len(row.cells)]
    return any(told) and all(_MARKS.fullmatch(fold(text).strip()) for text in told if text.strip())


def _head(row: Row) -> str:
    """A section, or the side whose measures follow, in a row of its own."""
    text = fold(tidy(row.filled[0].text)) if len(row.filled) == 1 else ""
    if text and len(text) <= _LONGEST_HEAD and "。" not in text and layer_of(text):
        return text  # 保管 物理的対策, in whatever column
    if not text or not row.cells[0]:
        return ""
    whose = _SIDE.match(text) or compiled(rules("assessment")["sides"]).match(text)
    return text if whose or heads.section(text) else ""


def _is_verdict(text: str) -> bool:
    """リスクへの対策は［十分である］: whether the measures above are enough, and none of them."""
    said = _LEAD_OF_VERDICT.sub("", fold(tidy(text)))
    plain = key(compiled(r"[\[\]【】<>〔〕()。]").sub("", said))
    return plain in {key(each) for each in rules("assessment")["answers"]}


_LEAD_OF_VERDICT = re.compile(
    r"^[^。\[]{0,30}?(?:対策|措置|評価|判定)(?:の評価)?(?:は(?:十分か)?|:|[ ])?[ ]*"
    r"(?=[\[【<〔(]|十分|課題|特に)"
)
_LONGEST_HEAD = 24  # characters


def _risk(row: Row, number: int, measure: int) -> str:
    """リスク | 漏えいのリスク ⑥技術的対策 ［十分である］: words where others have a number.

    Such a row is no measure, but says against what those below it are, and of what sort.
    """
    filled = [at for at, cell in enumerate(row.cells) if cell]
    if filled != sorted({number, measure}) or compiled(r"\d").search(fold(row.cells[number].text)):
        return ""
    text = fold(tidy(row.cells[measure].text))
    named = _RISK.search(key(row.cells[number].text)) or _RISK.search(text)
    return "" if "。" in text or not named else compiled(r"\[[^\[\]]*\]").sub("", text).strip()


_RISK = re.compile("リスク|段階|場面|局面|過程|区分")


def _digits(number: str) -> str:
    found = compiled(
        r"(?:措置|対策|第)?[(（]?(\d{1,3})[)）.]?|([a-z]{1,2}-\d{1,3}|[ア-ン])"
    ).fullmatch(number)
    return (found[1] or found[2].upper()) if found else ""
