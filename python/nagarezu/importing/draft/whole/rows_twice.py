"""Rows of a table and numbered lines that stand there twice, word for word.

Only rows of one table count, without a line between them. A row that comes again at once, or with
its number, is a copy; one with another number only if it is a whole sentence. Heads that are
printed anew on each page have no number, and do not stand beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_MARK = re.compile(
    r"^[ ]*(?:[(]?(?:\d{1,3}|[ア-ン]|[a-z])[)]|(?:\d{1,3}|[ア-ン])(?:[.、:]|の\d|(?=[ ]))"
    r"|\(\d{1,2}の\d{1,2}\)|[①-⑳]|[・●○*-](?![)]))[ ]*"
)
_NUMBER = re.compile(r"^(?:第?\d{1,3}(?:-\d{1,2})?(?:の項|項|号|の\d)?|[ア-ン]|[①-⑳])$")
_FEWEST = 2  # cells that say something beside the number
_MOST = 20  # entities of one text that are looked at
_LONG = 4  # characters of a cell that says something
_TELLING = 10  # characters of a row that is no chance
_SHARED = 2  # rows that go on with the number of the row above
_SENTENCE = 15  # characters of what is hardly said twice under two numbers

Pair = tuple[Passage, Passage]


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Both rows as told in a figure, which are then compared, if nothing else compares them."""
    matters = builder.list_of("matters")
    if not matters:
        return
    pairs = [*_of_tables(rows), *_of_lines(rows), *_of_blocks(rows), *_of_fields(rows)]
    known = list(_compared(builder)) if pairs else []
    for one, other in pairs:
        here, there = set(one.source.split()), set(other.source.split())
        if not any(a & here and b & there for a, b in known):
            _add(builder, matters[0], one, other)


def _compared(builder: Builder) -> Iterator[tuple[set[str], set[str]]]:
    """The places of two entities that say the same, which are compared as such."""
    found: dict[tuple[str, ...], list[set[str]]] = {}
    for each in builder.list_of("safeguards"):
        if each.get("wording"):
            side = (str(each.get(name, "")) for name in ("party", "layer", "matter"))
            found.setdefault((key(each["wording"]), *side), []).append(_places(each))
    for at, listed in enumerate(builder.list_of("lists")):
        for entry in listed["entries"]:
            found.setdefault((key(str(entry.get("label", ""))), str(at)), []).append(_places(entry))
    told: list[Entity] = [*builder.list_of("clauses")]
    told += [each for matter in builder.list_of("matters") for each in matter.get("retold", [])]
    for each in told:
        found.setdefault((key(str(each.get("label", ""))),), []).append(_places(each))
    for places in found.values():
        yield from combinations(places[:_MOST], 2)


def _places(entity: Entity) -> set[str]:
    return set(str(entity.get("source", "")).split())


def _of_tables(rows: Sequence[Row]) -> Iterator[Pair]:
    """Rows of as many cells that follow one another, also where each is a line of its own."""
    for wide, group in groupby(_without_turns(rows), key=_width):
        if not wide:
            continue
        seen: dict[tuple[str, ...], tuple[int, Row]] = {}
        table = list(group)
        apart, first = _sorted_by_number(table), key(table[0].cells[0].text)
        for at, row in enumerate(table):
            cells = tuple(key(cell.text) for cell in row.cells)
            numbered = bool(_NUMBER.match(cells[0]))
            rest = [cell for cell in (cells[1:] if numbered else cells) if cell]
            if at and numbered and not apart and cells not in seen and cells[0] == first:
                seen = {}  # the rows of another file are numbered anew
            if not _tells(rest):
                continue
            whole, known = cells, seen.get(cells)
            if numbered and not apart and max(map(len, rest)) >= _SENTENCE:
                whole = ("", *cells[1:])
                known = known or seen.get(whole)
            if known and (numbered or at == known[0] + 1 or _dated(cells)):
                yield known[1].whole, row.whole
            elif at and not apart and _counted_on(table[at - 1], row):
                yield table[at - 1].whole, row.whole
            seen[cells] = seen[whole] = (at, row)


_COPIED = 4  # cells beside the number of a row that is hardly said twice
_WHOLE = 20  # characters of them


def _counted_on(above: Row, row: Row) -> bool:
    """3 | 甲ファイル | 乙署 | 郵送 | 毎年7月, and at once the same under 4: a row copied."""
    numbers = [key(each.cells[0].text) for each in (above, row)]
    one, other = ([key(cell.text) for cell in each.cells[1:]] for each in (above, row))
    told = [cell for cell in one if cell]
    follows = all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1
    long = len(told) >= _COPIED and sum(map(len, told)) >= _WHOLE
    return follows and long and one == other and len({*told}) == len(told)


_DAY = re.compile(r"(?:(?:令和|平成)(?:\d{1,2}|元)|[rh]?\d{1,4})[年./-]\d{1,2}[月./-]\d{1,2}日?")
_OF_CHANGE = 4  # cells: the day, the place, and what it said before and says now


def _dated(cells: Sequence[str]) -> bool:
    """令和7年7月1日 | Ⅰ-5 ①部署 | 甲課 | 乙課: one change of one day, wherever in its list."""
    told = [cell for cell in cells if len(cell) >= _FEWEST]
    return len(told) >= _OF_CHANGE and any(_DAY.fullmatch(cell) for cell in cells[:_FEWEST])


def _width(row: Row) -> int:
    return len(row.cells) if len(row.filled) > 1 else 0


# （2枚目）, （前頁から続く）, - 3 -: what a page prints between the rows of one table
_TURN = re.compile(
    r"[(\[<【\-－―─ ]*(?:(?:第?\d{1,3}|前|次)の?(?:枚目|ページ|頁|葉)?"
    r"(?:に|へ|から|より|の)?(?:続く|続き|つづく|つづき)?"
    r"|p\.?\d{1,3}|\d{1,3}/\d{1,3}|(?:表の?)?(?:続き|つづき|続く))[)\]>】\-－―─ ]*",
    re.IGNORECASE,
)


def _without_turns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without what a new page prints between them: its number and the heads again."""
    head: tuple[str, ...] = ()
    width, begun, turned = 0, 0, False
    for at, row in enumerate(rows):
        cells = tuple(key(cell.text) for cell in row.cells)
        if width and len(row.filled) == 1 and _TURN.fullmatch(fold(tidy(row.text))):
            turned = True
            continue
        if width and _width(row) == width:
            if cells != head or not (turned or (at > begun + 1 and _heads(cells))):
                yield row
        else:
            head, width, begun = cells, _width(row), at
            yield row
        turned = False


def _heads(cells: Sequence[str]) -> bool:
    """変更日 | 項目 | …: names of columns, and no row of the table."""
    return not _NUMBER.match(cells[0]) and all(len(each) <= _NAME for each in cells)


_NAME = 12  # characters of the name of a column


def _sorted_by_number(table: Sequence[Row]) -> bool:
    """Whether the number in front is that of a file with many rows: two files may say the same."""
    shared: list[str] = []
    for one, other in pairwise(table):
        first, second = (key(row.cells[0].text) for row in (one, other))
        same = [cell.text for cell in one.cells] == [cell.text for cell in other.cells]
        if first == second and not same:
            shared.append(first)
    return len(shared) >= _SHARED


def _tells(cells: Sequence[str]) -> bool:
    words = [cell for cell in cells if compiled(r"[一-龥ァ-ヶ]").search(cell)]
    return (
        len(cells) >= _FEWEST
        and any(len(cell) >= _LONG for cell in words)
        and sum(map(len, cells)) >= _TELLING
    )


def _of_lines(rows: Sequence[Row]) -> Iterator[Pair]:
    """A numbered line that comes again at once, also under the next number; within a cell, too."""
    lines: list[tuple[Passage, str, str]] = []  # with its text, and that behind its number
    for row in rows:
        for line in row.filled[-1].lines() if row.filled else ():
            text = fold(line.text.strip())
            mark = _MARK.match(text)
            lines.append((line, text, key(text[mark.end() :]) if mark else ""))
    for (one, text, rest), (other, below, behind) in pairwise(lines):
        again = rest and rest == behind
        if again and len(rest) >= (_TELLING if text == below else _SENTENCE):
            yield one, other


_BLOCK = 12  # rows of a block at most
_WORDS = 40  # characters of a block that is no chance
_NUMBERED = re.compile(r"^((?:委託|提供|移転)(?:事項|先)|システム)[0-9]{1,2}")


def _of_blocks(rows: Sequence[Row]) -> Iterator[Pair]:
    """Several rows below each other, head and all, that stand there again at once.

    A copied block may have got the next number: 移転先1 甲課 …, 移転先2 甲課 ….
    """
    texts = [_NUMBERED.sub(r"\1", _unpaged(row)) for row in rows]
    last: dict[str, int] = {}
    end = 0  # of the block told of last
    for at, text in enumerate(texts):
        before = last.get(text, at)
        last[text] = at
        size = at - before
        if not _FEWEST <= size <= _BLOCK or before < end:
            continue
        starts = [n for n in range(size) if _NUMBERED.match(key(rows[before + n].text))]
        for start in (*starts, 0):
            block = texts[before + start : at + start]
            again = texts[at + start : at + start + size]
            if block == again and len("".join(block)) >= _WORDS:
                end = at + start + size
                yield rows[before + start].whole, rows[at + start].whole
                break


_FIELD = re.compile(r"[ ]*(?P<number>[①-⑳])[ ]*(?=\S)")
_ENDS = re.compile(  # a section, a block or a part: what is numbered begins anew
    r"[ ]*(?:第?\d{1,2}(?:[.、) ]|-\d)|[(]|[ⅠⅡⅢⅣⅤⅥ■●◆○【<〔]|別[添紙表]"
    r"|(?:システム|委託事項|提供先?|移転先?|リスク)[ ]?\d)"
)


def _of_fields(rows: Sequence[Row]) -> Iterator[Pair]:
    """①部署 … ②所属長 … ①部署 …: a numbered field that comes again below others of its section."""
    run: list[tuple[int, str, Row]] = []
    fielded = any("②" in row.text for row in rows)
    for row in (*rows, None) if fielded else ():
        text = fold(row.text) if row is not None else ""
        field = _FIELD.match(text)
        if row is not None and field:
            run.append((ord(field["number"]), _unpaged(row), row))
        elif row is None or row.level or _ENDS.match(text):
            yield from _again(run)
            run = []


def _again(run: Sequence[tuple[int, str, Row]]) -> Iterator[Pair]:
    """A copy stands behind higher numbers; where it goes on from there, a list begins anew."""
    for at in range(2, len(run)):
        number, text, row = run[at]
        before = next((n for n in range(at - 1) if run[n][:2] == (number, text)), None)
        if before is None or len(text) < _TELLING:
            continue
        rising = all(one[0] < other[0] for one, other in pairwise(run[before:at]))
        goes_on = at + 1 < len(run) and run[at + 1][0] == number + 1
        if rising and not goes_on:
            yield run[before][2].whole, row.whole


_PAGE = re.compile(r"(?:p\.?)?\d{1,3}(?:[-~,、]\d{1,3})?(?:ページ|頁)?")


def _unpaged(row: Row) -> str:
    """A row without the page and the reason in the last columns of a list of changes."""
    cells = [key(cell.text) for cell in row.filled]
    page = next((at for at in range(1, len(cells)) if _PAGE.fullmatch(cells[at])), len(cells))
    return "".join(cells[:page] if page >= len(cells) - _AFTER else cells)


_AFTER = 2  # cells from the page on


def _add(builder: Builder, matter: Entity, one: Passage, other: Passage) -> None:
    label = short(tidy(one.text.replace("\n", " ")))
    for passage in (one, other):
        proof = evidence("label", passage, label, "row_twice", 0.85)
        told: Entity = {"label": label, "sheet": "figure", "holders": [builder.own], "items": []}
        told |= {"source": passage.source, "provenance": [proof]}
        matter.setdefault("retold", []).append(told)
