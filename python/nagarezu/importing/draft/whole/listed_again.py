"""Work listed in two places, line by line: in the letter and in an attached paper, in the row of a
register and on its card.

Both are lists of one thing if they have as many lines and all but one of them alike. A list that
stands elsewhere word for word belongs to that other place, and two lists side by side (of two
contracts, of two procedures) are lists of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.agenda.contents import is_other
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.whole.parts import PAPER, Parts
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.work import alone
from nagarezu.importing.form.handed import celled
from nagarezu.importing.form.rows import Row
from nagarezu.importing.list_marks import most
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_MARK = re.compile(
    r"^[ ]*(?:\((?P<round>\d{1,2})\)|(?P<plain>\d{1,2})(?:[.、:)]|(?=[ 　]|$))"
    r"|(?P<circled>[①-⑳])|(?P<kana>[ア-コ])(?:[.、 　]|$)|\((?P<inner>[ア-コ])\))[ 　.、]*"
)
_FEWEST = 3  # lines of a list
_LONGEST = 40  # characters of the name of a piece of work

_SHEETS = ("other", "attachment", "figure", "checklist")


Names = tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A list: its names, its head, the attached paper and the matter that it stands in."""

    names: Names
    head: str
    paper: int  # the row at which the paper begins; -1: the letter itself
    matter: str = ""
    column: bool = False  # in a table that has a row for each matter
    told: bool = False  # in a sentence

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key(name) for name, _ in self.names)


def runs_of_work(builder: Builder, parts: Parts) -> list[Run]:
    """All lists of work of a document, in its order."""
    if not builder.list_of("matters"):
        return []
    return [run for run in _runs(builder, parts) if _of_work(builder, run)]


def write(builder: Builder, runs: Sequence[Run]) -> None:
    """Both lists as work of their matter, with one sheet each."""
    matters = {str(each["id"]): each for each in builder.list_of("matters")}
    alone = [run for run in runs if sum(run.keys == each.keys for each in runs) == 1]
    for one, other in combinations(alone, 2):
        if _two_places(builder, one, other) and but_for_one(one, other):
            matter = matters.get(one.matter or other.matter) or next(iter(matters.values()))
            add(matter, one, other)


def _runs(builder: Builder, parts: Parts) -> Iterator[Run]:
    """The lists of cells, and those whose lines are rows of their own."""
    papers = [head.at for head in parts.heads if head.is_paper]
    titles = {key(str(each["title"])): str(each["id"]) for each in builder.list_of("matters")}
    here, columns, before = "", {}, False  # whether the line above names a file
    for at, row in enumerate(parts.rows):
        paper = max((start for start in papers if start <= at), default=-1)
        cells = [key(cell.text) for cell in row.cells]
        named = next((titles[cell] for cell in cells if cell in titles), "")
        wide = len(row.filled) > 2
        coded = _by_code(builder, cells[0]) if len(cells) > 1 else ""
        named = named or coded
        headed = _headed(builder, row, titles)
        here = named if named and not wide else headed or ("" if at in papers else here)
        if wide and not named and not any("\n" in cell.text for cell in row.filled):
            columns = dict(enumerate(cells))
        line = celled(row) if len(row.filled) == 1 else row  # 委託する業務　甲、乙及び丙
        line = line if len(line.filled) == _PAIR else row
        for column, cell in enumerate(line.cells):
            names = _of_cell(cell)
            if names:
                side = _top(parts, at) if coded else key(line.cells[0].text)
                head = columns.get(column, "") if wide else (side if column else "")
                yield Run(names, head or _above(parts, at), paper, named if wide else here, wide)
            for head, names in of_sentences(cell):
                yield Run(names, head, paper, named if wide else here, wide, told=True)
        yield from _of_rows(parts, at, paper, here, of_file=before)
        before = bool(headed) or bool(coded)


_PAIR = 2  # cells: a label, and what it has
_HEAD = 60  # characters of a line that names a file
_NUMBERED = re.compile(r"(?:ファイル|事務|登録|整理)?(?:番号|no\.?|№)([a-z0-9-]{1,8})(?![0-9])")
_COUNTED = re.compile(r"(?:ファイル|事務|業務|台帳)([0-9]{1,2})(?![0-9年月日人件])")


def _headed(builder: Builder, row: Row, titles: Mapping[str, str]) -> str:
    """甲ファイル（番号2）の事務の内容: the matter of the file that a head names, or numbers."""
    plain = key(row.text)
    if len(row.filled) != 1 or len(plain) > _HEAD or "。" in plain:
        return ""
    named = max((each for each in titles if len(each) > 3 and each in plain), key=len, default="")
    number = _NUMBERED.search(plain)
    by_number = builder.registered.get(number[1], "") if number else ""
    counted = None if by_number else _COUNTED.search(plain)
    if counted and 0 < int(counted[1]) <= len(titles) == len(builder.list_of("matters")):
        by_number = list(titles.values())[int(counted[1]) - 1]  # 事務1, the first card
    codes = (code for code in builder.registered if not code.isdecimal() and code in plain)
    by_code = (code for code in codes if not plain.split(code)[1][:1].isdecimal())
    return (
        titles.get(named, "") or by_number or _by_code(builder, max(by_code, key=len, default=""))
    )


def _by_code(builder: Builder, text: str) -> str:
    """The file of 環-01, a number that counts no lines."""
    return "" if text.isdecimal() else builder.registered.get(text or "-", "")


def _by_commas(cell: Passage) -> Names:
    """受付、審査、交付: short names that nothing but commas part."""
    if compiled("。").search(cell.text) or "、" not in cell.text:
        return ()
    parts = [
        cell.part(*m.span())
        for m in compiled(r"[^、，]+?(?=、|，|及び|並びに|$)").finditer(cell.text)
    ]
    found = tuple(
        (task_name(compiled("^(?:及び|並びに)").sub("", part.text)), part) for part in parts
    )
    plain = all(name and not CLAUSE.search(name) for name, _ in found)
    return found if plain and len(found) >= _FEWEST else ()


def _of_cell(cell: Passage) -> Names:
    """The numbered names of a cell; none if one of them is a sentence or has a list below it."""
    if "\n" not in cell.text and not compiled(r"[\d①-⑳ア-コ]").search(cell.text):
        return _by_commas(cell)
    if most(cell.text) < _FEWEST:
        return ()
    _, nodes = outline(cell)
    if len(nodes) < _FEWEST or any(node.children for node in nodes):
        return ()
    lines = alone([node.passage for node in nodes])
    found = tuple((task_name(line.text), line) for line in lines)
    return found if all(name for name, _ in found) else ()


_TOLD = re.compile(
    r"(?:^|[。、\s])(?P<head>[^。、\n]{0,40}?(?:業務|作業|事務|内容|こと|の))は、?"
    r"(?P<list>[^。\n]{6,160}?)(?:の[0-9０-９一二三四五六七八九]{1,2}(?:業務|件|つ|項目))?"
    r"(?:である|です|であり|とする|を(?:委託|行わせ)[^。]{0,10})(?:。|、|$)"
)
_MAY_TELL = re.compile("であ|です|とする|を委託|を行わせ")  # a part of all that _TOLD finds
_CUT = re.compile(r"[ 　]*[①-⑳]|[ 　]*[(（][0-9０-９]{1,2}[)）]|、|，|及び|並びに|　")


def of_sentences(
    cell: Passage, shape: re.Pattern[str] | None = None
) -> Iterator[tuple[str, Names]]:
    """甲社に委託する業務は、①園内の清掃　②除草　③巡回である: head and names of such a list."""
    may = shape is not None or _MAY_TELL.search(cell.text)
    for told in (shape or _TOLD).finditer(cell.text) if may else ():
        start, end = told.span("list")
        cuts = [start, *(start + c for m in _CUT.finditer(told["list"]) for c in m.span()), end]
        spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]
        parts = [cell.part(a, b) for a, b in spans]
        names = tuple((task_name(part.text), part) for part in parts if part.text.strip())
        if len(names) >= _FEWEST and all(name and not CLAUSE.search(name) for name, _ in names):
            yield key(told["head"]), names


CLAUSE = re.compile(r"[はがを]|(?:した|する|ない)$")


def _of_rows(parts: Parts, at: int, paper: int, matter: str, *, of_file: bool) -> Iterator[Run]:
    """Lines that count up from one, beginning at this row, or in its last cell beside a label."""
    first = parts.rows[at]
    below = parts.rows[at + 1] if at + 1 < len(parts.rows) else first
    label = ""
    count = _counted(first.filled[-1].text)[1] if len(first.filled) > 1 else 0
    if count == 1 and len(below.filled) == 1:
        label = key(first.filled[-2].text)
        first = replace(first, cells=(first.filled[-1],))
    dotted = _is_dotted(first) and not (at and _is_dotted(parts.rows[at - 1]))
    sort, number = _number(first)
    if number != 1 and not dotted:
        return
    found: list[tuple[str, Passage]] = []
    for row in (first, *parts.rows[at + 1 :]):
        goes_on = _is_dotted(row) if dotted else _number(row) == (sort, len(found) + 1)
        if not goes_on or not _line(row)[0]:
            break
        found.append(_line(row))
    if len(found) >= _FEWEST:
        above = _above(parts, at)
        if first.grid and not _alone(first.filled[0].text) and len(first.filled) > 1 and at:
            above = key(parts.rows[at - 1].cells[0].text) or above  # of its column
        if of_file:  # 環-01 甲社, in a table or paper whose head says what is listed
            above = _top(parts, at) or _above(parts, paper + 1) or above
        yield Run(tuple(found), label or above, paper, matter)


def _top(parts: Parts, at: int) -> str:
    """The last head of the columns of the table in which a list is of a file."""
    row = parts.rows[at]
    top = at
    while row.grid and top and parts.rows[top - 1].grid == row.grid:
        top -= 1
    return key(parts.rows[top].filled[-1].text) if len(parts.rows[top].filled) > 1 else ""


_DOT = re.compile(r"^[ ]*[・･●○◆■▪◇□-][ ]?(?=[^\s\d])")


def _is_dotted(row: Row) -> bool:
    """・本人への聞取り: a line of a list without numbers."""
    return len(row.filled) == 1 and "\n" not in row.text and bool(_DOT.match(fold(row.text)))


def _above(parts: Parts, at: int) -> str:
    """The line above a list, without the label of the paper that it may head."""
    above = fold(parts.texts[at - 1]).strip() if at else ""
    return key(compiled(rf"^[^一-龥]{{0,3}}{PAPER}").sub("", above))


def _number(row: Row) -> tuple[str, int]:
    """The number in front of a row of one line, or of a table, and how it is printed; else 0.

    Behind the name others may say where or by whom it is done.
    """
    if not row.filled or "\n" in row.text:
        return "", 0
    front = row.filled[0].text
    if len(row.filled) > 1 and not row.grid and not _alone(front):
        return "", 0
    return _counted(front)


def _alone(text: str) -> bool:
    """Whether a cell holds nothing but a number."""
    match = _MARK.match(fold(text.strip()))
    return match is not None and match.end() == len(text.strip())


def _counted(text: str) -> tuple[str, int]:
    """The number that a line begins with, and how it is printed: (4) does not follow 3."""
    match = _MARK.match(fold(text.strip()))
    sort = match.lastgroup if match else None
    return (sort, stretches.number(match[sort])) if match and sort else ("", 0)


def _line(row: Row) -> tuple[str, Passage]:
    beside = len(row.filled) > 1 and _alone(row.filled[0].text)
    cell = row.filled[1 if beside else 0]
    text = fold(cell.text.strip())
    match = _MARK.match(text) or _DOT.match(text)
    return task_name(text[match.end() :] if match and not beside else text), cell


def task_name(text: str) -> str:
    """The name of a piece of work; empty if it is a sentence."""
    name = without_brackets(tidy(text)).strip(" 。・")
    return name if 1 < len(name) <= _LONGEST and "。" not in name else ""


def _of_work(builder: Builder, run: Run) -> bool:
    """By its head, and by lines that are neither items nor names of partners."""
    words = rules("labels")["work_lists"]
    if compiled(words["not"]).search(run.head) or not compiled(words["head"]).search(run.head):
        return False
    others = [name for name, _ in run.names if builder.find_item(name) or builder.find_holder(name)]
    return 2 * len(others) < len(run.names)


def _two_places(builder: Builder, one: Run, other: Run) -> bool:
    """A paper and the letter, or the row and the card of one file; else one list of one partner."""
    if one.matter and other.matter and one.matter != other.matter:
        return False
    if of_office(one) != of_office(other) and any("委託" in run.head for run in (one, other)):
        return False
    if one.told != other.told:
        return one.matter == other.matter
    if one.told:
        return False
    if one.column != other.column or (one.column and one.head == other.head):
        return bool(one.matter) and one.matter == other.matter
    if (one.paper < 0) != (other.paper < 0):
        return True
    if any("再委託" in run.head for run in (one, other)):
        return False  # of the one who is handed a part of the work
    partners = {id_ for flow in builder.list_of("flows") for id_ in _contractors(flow)}
    return one.head != other.head and len(partners) == 1 and len(one.names) >= _FEWEST


def of_office(run: Run) -> bool:
    """事務の内容: what the office does, of which a partner is handed a part."""
    return bool(compiled(r"[^一-龥]*(?:個人情報を?取[り]?扱う?)?事務の").match(run.head))


def _contractors(flow: Entity) -> Sequence[str]:
    return flow.get("to", []) if flow["relation"] in ("entrust", "delegate") else []


def but_for_one(one: Run, other: Run) -> bool:
    if len(one.names) != len(other.names):
        return False
    unlike = [pair for pair in zip(one.keys, other.keys, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    return a not in other.keys and b not in one.keys and is_other(a, b)


def add(matter: Entity, one: Run, other: Run) -> None:
    """Under two sheets that the matter does not have yet, unless the lists are compared already."""
    work: list[Entity] = matter.setdefault("work", [])
    known = {key(str(each["label"])) for each in work}
    if known >= {*one.keys, *other.keys}:
        return
    own = next((run for run in (one, other) if _stands_for(work, run)), None)
    if own is not None:
        work[:] = [each for each in work if each.get("sheet")]
    taken = {each.get("sheet") for each in work}
    free = iter([name for name in _SHEETS if name not in taken])
    sheets = [("matter" if run is own else next(free, "other")) for run in (one, other)]
    work_lists.add(matter, zip(sheets, (one.names, other.names), strict=True))


def _stands_for(work: Sequence[Entity], run: Run) -> bool:
    """Whether the work of the sheet is this list, maybe read with a line more or less."""
    own = [each for each in work if not each.get("sheet")]
    same = [
        each
        for each in own
        if {key(str(each["label"])), key(str(each.get("heading", "")))} & {*run.keys}
    ]
    return len(same) == len(own) and len(same) >= len(run.names) - 1
