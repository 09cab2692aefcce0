"""What is to be done, listed in a cell of the form and once more in a paper or table behind it.

The work of a contractor in its block and in a specification; the steps of the task (②事務の内容) in
the flow of work. Both lists are written as work, so that they can be compared. Lists that share
less are of different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.draft.prose.tasks import Tasks, alike
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy, without_brackets


def write(sheet: Assessment, matter: Entity, rows: Sequence[Row]) -> None:
    """The first two lists of different parts that agree in nearly all lines."""
    entrusted = [
        (line, _tasks(line.value) or _inline(line.value)) for line in sheet.of("entrust_content")
    ]
    pairs = [
        (one, here, there)
        for (one, here), (other, there) in combinations(entrusted, 2)
        if one.part != other.part
    ]
    elsewhere = list(_elsewhere(sheet, rows)) if entrusted else []
    pairs += [
        (line, here, there)
        for line, here in entrusted
        for value, there in elsewhere
        if not {*value.source.split()} & {*line.value.source.split()}
    ]
    told = [(line, _tasks(line.value)) for line in sheet.of("task_content")]
    again = [*_of_tables(rows), *_of_papers(sheet)]
    pairs += [(line, here, there) for line, here in told for there in again]
    found = next(
        ((line, a, b) for line, a, b in pairs if a and b and (alike(a, b) or _one_other(a, b))),
        None,
    )
    if found is None:
        return
    heading = tidy(found[0].printed.text)
    work_lists.add(matter, (("other", found[1]), ("attachment", found[2])), heading)


_COLUMN = re.compile(
    r"^(?:主な)?(?:事務|業務|作業|手続き?|処理|工程|段階|場面)(?:の?(?:名称?|内容|区分|種類))?$"
)


def _of_tables(rows: Sequence[Row]) -> Iterator[Tasks]:
    """番号 | 事務 | 流れ: the names of a column whose rows are numbered from 1 on."""
    for grid, group in groupby(rows, key=lambda row: row.grid):
        table = list(group)
        heads = [key(cell.text) for cell in table[0].cells]
        at = next((n for n, head in enumerate(heads[:2]) if _COLUMN.match(head)), None)
        if not grid or at is None:
            continue
        cells = [row.cells[at] for row in table[1:] if at < len(row.cells) and row.cells[at]]
        if len(cells) > 2:
            yield [(_label(cell), cell) for cell in cells]


def _of_papers(sheet: Assessment) -> Iterator[Tasks]:
    """別添1 事務の内容: the heads of its steps."""
    for part, title in sheet.attached:
        if "事務の内容" in title.text:
            lines = [line for line in sheet.lines if line.part == part]
            whole = joined([line.value or line.row.whole for line in lines])
            nodes = [node.passage for node in outline(whole)[1] if node.passage]
            yield [(_label(_in_front(each.lines()[0])), each) for each in nodes]


# 申請の受付 …… 窓口で申請書を受ける。 the name of a step, and behind it what is done
_TOLD = re.compile(
    r"[ 　]*(?:[…‥]+|[・･.．]{3,}|[―─ー—－-]{2,}|[:：→⇒]|　{2,}|[ ]{3,}"
    r"|[ 　]+(?=[^。]{6,}。$)|(?=[(（][^()（）]{6,}。[)）]$))"
)


def _in_front(line: Passage) -> Passage:
    found = _TOLD.search(line.text, 2)
    return line.part(0, found.start()) if found else line


def _elsewhere(sheet: Assessment, rows: Sequence[Row]) -> Iterator[tuple[Passage, Tasks]]:
    """委託する業務の範囲 among the risks, a step of the flow of work: other cells with such lists.

    The sentences around the numbered names are none of the list. What a list of changes says was
    there before is no other place.
    """
    changes = {row.grid for table in sheet.tables for row in table.rows}
    cells = [cell for row in rows if row.grid not in {0, *changes} for cell in row.filled]
    told = [line.value for line in (*sheet.lines, *sheet.changed_steps) if not _is_work(line)]
    alone = [line.row.whole for line in sheet.lines if line.label is None and not line.value]
    yield from ((value, _inline(value)) for value in (*told, *alone))
    for value in (*told, *_listed(sheet), *cells):
        yield value, _tasks(joined([each for each in value.lines() if "。" not in each.text]))


_MARK = re.compile(
    r"^[ 　]*[(（]?(?:(?P<digit>[0-9０-９]{1,2})|(?P<kana>[ア-ン])|(?P<ring>[①-⑳])|[・●○◇◆■*-])"
    r"(?:[)）.．、 　]|(?<=[・●○◇◆■*①-⑳-]))"
)


def _listed(sheet: Assessment) -> Iterator[Passage]:
    """Printed lines outside of the fields that follow one another with marks of one kind.

    Also rows with the mark in a cell of its own: ア | 帳票の印刷.
    """

    def mark(line: Line) -> str:
        apart = len(line.row.filled) == _PAIR and _MARK.fullmatch(f"{line.row.filled[0].text} ")
        plain = line.label is None and (not line.value or apart)
        found = _MARK.match(line.row.text) if plain else None
        return "" if found is None else found.lastgroup or found.group().strip()

    for kind, group in groupby(sheet.lines, key=mark):
        if kind:
            yield joined([joined(line.row.filled, " ") for line in group])


_PAIR = 2  # cells: a mark, and what it counts


def _is_work(line: Line) -> bool:
    return line.label is not None and line.label.field == "entrust_content"


def _one_other(one: Tasks, other: Tasks) -> bool:
    """Whether two lists of three lines or more are one but for the line in one place."""
    unlike = sum(key(a) != key(b) for (a, _), (b, _) in zip(one, other, strict=False))
    return len(one) == len(other) >= _SHORTEST and unlike == 1


_SHORTEST = 3


def _label(passage: Passage) -> str:
    return (
        compiled(r"^[0-9０-９]{1,2}[.． 　]+")
        .sub("", without_brackets(tidy(passage.text)))
        .strip(" 。")
    )


_INLINE = re.compile(r"^(?P<names>[^。]{20,160}?)(?:の業務)?(?:とする|を行う|である|です)?。?$")
_MANY = 4  # names in one line that no chance makes alike


def _inline(value: Passage) -> Tasks:
    """端末の設定、利用者の登録、障害時の復旧及び操作の研修: the names of one line."""
    text = value.text.strip()
    line = _INLINE.match(text) if text.count("、") >= _MANY - 1 and "\n" not in text else None
    names = [name.strip() for name in line["names"].split("、")] if line else []
    return [(name, value) for name in names] if all(names) else []


def _tasks(value: Passage) -> Tasks:
    """The numbered names of a cell; none if one of them is a sentence."""
    found: Tasks = []
    for node in outline(value)[1]:
        label = _label(node.passage)
        if node.children or not label or "。" in label:
            return []
        found.append((label, node.passage))
    return found
