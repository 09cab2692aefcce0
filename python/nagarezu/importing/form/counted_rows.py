"""Numbers of persons in rows: 区分 | 数 | 単位 | 時点, or ［転入した者］　　　1,204人（…現在）.

A row of such a table is read as the line that another office prints: name, number, and the day in
brackets. What a column holds its head and its cells say; a table without a column of numbers, or
whose rows name no persons, is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_NUMBER = re.compile(
    r"(?:(?:対象|該当|登録|利用|申請|本人|実|延べ?)?の?(?:者|人|世帯|件)?の?(?:数|件数|人数|人員|員数|数量|規模)"
    r"|何(?:人|世帯|件)(?:いるの?)?か?|(?P<bare>人|世帯|名))$"
)
_UNIT = re.compile(r"^(?:数の|計上の?)?単位$")
_UNITS = (("世帯", "世帯"), ("件", "件"), ("人", "人"), ("者", "人"))
_BARE = re.compile(r"(?:約|およそ|延べ)?[ ]?[0-9][0-9, ]*")
_FRAMED = re.compile(
    r"^(?:(?:うち|内訳|内)[ ]*)*[\[【〔〈《<「(]?"
    r"(?P<name>[^\]】〕〉》>」。]{2,50}?)[\]】〕〉》>」)]?[ ]{1,}"
)
_WITHIN = re.compile(r"^(?:うち書?|内訳|内数?|再掲)[ :：]*(?=[^ ])")


def lines(rows: Sequence[Row]) -> list[Passage]:
    """Every row that counts persons, as a line; those of no table must say so themselves."""
    found: list[Passage] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while rows[at].grid and end < len(rows) and rows[end].grid == rows[at].grid:
            end += 1
        if rows[at].grid:
            for head in range(at, end - 1):
                if made := list(_of_table(rows[head], rows[head + 1 : end])):
                    found.extend(made)
                    break
        elif line := _of_line(rows[at]):
            found.append(line)
        at = end
    return found


def _of_line(row: Row) -> Passage | None:
    """A line with nothing but a name, a gap and its number."""
    if len(row.filled) != 1:
        return None
    line = row.filled[0]
    plain = fold(line.text)
    name = _FRAMED.match(plain)
    told = counts(line.text)
    if name is None or len(told) != 1 or told[0].unit == "record" or "。" in plain:
        return None
    if not told[0].start <= name.end() < told[0].end or not subjects.names_persons(name["name"]):
        return None
    return joined([line.part(*name.span("name")), line.part(name.end())], "　")


def _of_table(head: Row, body: Sequence[Row]) -> Iterator[Passage]:
    plain = [key(without_brackets(cell.text)) for cell in head.cells]
    number = next((at for at, text in enumerate(plain) if _NUMBER.fullmatch(text)), -1)
    body = [row for row in body if len(row.filled) > 1 and len(row.cells) > number]
    if number < 0 or not body or not all(_BARE.match(_text(row, number)) for row in body):
        return
    others = [at for at in range(len(plain)) if at != number]
    name = next((at for at in others if _most(body, at, subjects.names_persons)), -1)
    unit = next((at for at in others if _UNIT.match(plain[at])), -1)
    date = next((at for at in others if _most(body, at, lambda text: bool(dates(text)))), -1)
    if name < 0:
        return
    for row in body:
        if _text(row, name) and (line := _line(head, row, (name, number, unit, date))):
            yield line


def _line(head: Row, row: Row, columns: tuple[int, int, int, int]) -> Passage | None:
    """甲の受給者　312人（令和7年4月1日現在）, of the cells of a row."""
    name, number, unit, date = columns
    who, many = row.cells[name], row.cells[number]
    who = who.part(found.end()) if (found := _WITHIN.match(who.text)) else who
    parts = [many]
    if not counts(_text(row, number)):
        said = _text(row, unit) or _of_head(head.cells[number].text)
        parts.append(_literal(said, many))
    day = row.cells[date] if 0 <= date < len(row.cells) else Passage()
    of_all = head.cells[number].text
    when = day.text or next((of_all[each.start : each.end] for each in dates(of_all)), "")
    if when and dates(when) and "(" not in _text(row, number):
        state = "現在" if when.strip().endswith("日") else ""
        parts.append(_literal(f"（{when.strip()}{state}）", day or many))
    line = joined([who, joined(parts, "")], "　")
    return line if counts(line.text) else None


def _of_head(head: str) -> str:
    """人数, 世帯数, 数（人）: the unit that the head of the column tells."""
    return next((unit for word, unit in _UNITS if word in key(head)), "")


def _text(row: Row, at: int) -> str:
    return fold(tidy(row.cells[at].text)) if 0 <= at < len(row.cells) else ""


def _most(body: Sequence[Row], at: int, holds: Callable[[str], bool]) -> bool:
    texts = [text for row in body if (text := _text(row, at))]
    return bool(texts) and sum(map(holds, texts)) * 2 > len(texts)


def _literal(text: str, beside: Passage) -> Passage:
    """What a line has between the cells, at the place of one of them."""
    return Passage(text, (0,), beside.spots[:1])
