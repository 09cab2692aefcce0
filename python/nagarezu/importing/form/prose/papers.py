"""The papers of a council document: the letter itself, and 別紙 and 別表 that follow it.

Numbers begin anew in each of them. Where a table stands, the text of a paper holds a mark, so that
the outline goes on around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.importing.form import continued
from nagarezu.importing.form.prose import indented, questions
from nagarezu.importing.form.prose.columns import gathered
from nagarezu.importing.form.prose.forms import CLAUSES, FORM, HEADED, KANJI, binds, is_checklist
from nagarezu.importing.form.prose.numbered_rows import as_lines
from nagarezu.importing.form.prose.sorted_rows import sorted_tables
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, KANA, counted, fold, tidy

MARK = "\ufffc"
_TABLE = re.compile(rf"^{MARK}(\d+){MARK}$")
_DIGITS = (  # 別紙一, 資料A, 別紙ア, 別紙(1), 資料①
    rf"(?:\d{{1,2}}|{KANJI}(?=[ :】\])>〕]|$)|[A-H](?![A-Za-z])|[ア-コ](?![ァ-ヶー])"
    r"|[(]\d{1,2}[)]|[①-⑳Ⅰ-Ⅹ])"
)
_ATTACHED = re.compile(
    r"^[【\[(<〔《≪]?"
    rf"(?P<label>(?:別紙|別表|別添図?|別記|別図|参考図|図)[ ]?(?:第?{_DIGITS}(?:-\d{{1,2}})?号?)?"
    r"|(?:参考資料|[添附]付資料|[付附]属(?:資料|書類)|資料|様式)[ ]?"
    rf"第?{_DIGITS}(?:-\d{{1,2}})?号?)[】\])>〕》≫]?"
    r"(?:$|(?:[ :]|(?<=\d)(?=[一-龥ァ-ヶ])|(?<=[】\])>〕])(?=\w))"
    r"(?P<title>(?![のにをはがとへ及並])[^。]{1,50}?(?:\([^()]{1,60}\))?)$"
    r"|\([^()]{1,24}関係\)[ ]*(?P<about>.{0,40})$|\((?P<note>[^()]{1,40})\)$)"
)
_SHORTEST = 3  # lines of an attached paper that stands behind a list of such papers
_PAGE = re.compile(r"^[-・\s]*\d{1,3}(?:[ ]?/[ ]?\d{1,3})?(?:ページ|頁)?[-・\s]*$")


@dataclass(slots=True)
class Paper:
    """`label` is that of an attached paper, empty for the letter; `tables` by their mark.

    `kind` is that of a sheet with a form of its own, `clauses` or `checklist`; else empty.
    """

    label: str
    title: Passage
    text: Passage
    tables: dict[str, list[Row]] = field(default_factory=dict)
    kind: str = ""
    rows: Sequence[Row] = ()


def papers(rows: Sequence[Row]) -> list[Paper]:
    """The letter first, then what is attached, in reading order."""
    rows = sorted_tables(continued.overleaf(continued.whole(rows, ruled=True)))
    rows = list(
        _of_sheets(list(questions.as_chapters(list(as_lines(list(indented.as_lines(rows)))))))
    )
    rows = list(gathered(_without_page_numbers(rows)))
    starts = _attached(rows)
    letter = list(rows[: starts[0]] if starts else rows)
    found = []
    for start, end in pairwise([*starts, len(rows)]):
        back = _letter_again(letter, rows[start:end])
        found.append(_paper(rows[start : start + back]))
        letter.extend(rows[start + back : end])
    rest, agreed = _agreed(letter)
    return [_with_text(Paper("", Passage(), Passage(), rows=rest)), *agreed, *found]


def _agreed(letter: Sequence[Row]) -> tuple[list[Row], list[Paper]]:
    """第6 契約書に付す特記事項 as a chapter of the letter: its clauses are a paper of their own.

    So are the marks of a chapter that is a checklist.
    """
    for at, row in enumerate(letter):
        mark, form = _chapter(row), FORM.match(_MARKED.sub("", fold(row.text.strip())))
        if mark is None or form is None:
            continue
        end = next((n for n, r in enumerate(letter) if n > at and _follows(mark, r)), len(letter))
        within = letter[at + 1 : end]
        if binds(within) if form["form"] in CLAUSES else is_checklist(within):
            return [*letter[: at + 1], *letter[end:]], [_paper(letter[at:end])]
    return list(letter), []


def _follows(mark: re.Match[str], row: Row) -> bool:
    """Whether a row is the next chapter, and no clause that is counted as chapters are."""
    below = None if HEADED.match(fold(row.text)) else _chapter(row)
    same = below is not None and below.group("before", "after") == mark.group("before", "after")
    return below is not None and same and counted(below["n"]) == counted(mark["n"]) + 1


def _paper(rows: Sequence[Row]) -> Paper:
    """An attached paper with its heading; of which kind it is, its title says or its clauses."""
    title = _title(rows)
    label = _label(rows[0]) or _closed_up(_MARKED.sub("", fold(rows[0].text.strip())))
    paper = Paper(label, title, Passage(), rows=rows[1:])
    printed = [tidy(title.text), tidy(rows[0].text)]
    form = next((m for text in printed if (m := FORM.match(fold(text)))), None)
    if form:
        paper.kind = "clauses" if form["form"] in CLAUSES else "checklist"
    elif binds(paper.rows):
        paper.kind = "clauses"
    elif is_checklist(paper.rows):
        paper.kind = "checklist"
    return _with_text(paper)


def _with_text(paper: Paper) -> Paper:
    paper.text = joined(list(_lines(paper.rows, paper.tables)))
    return paper


def _letter_again(letter: Sequence[Row], rows: Sequence[Row]) -> int:
    """Where chapter 4 of the letter follows 別表 that stands behind its chapter 3."""
    above = [m for row in letter if (m := _chapter(row))]
    within: set[tuple[str, int, str]] = set()
    for at, row in enumerate(rows[1:], 1):
        mark = _chapter(row)
        if mark is None:
            continue
        number = counted(mark["n"])
        same = [m for m in above if (m["before"], m["after"]) == (mark["before"], mark["after"])]
        own = (mark["before"], number - 1, mark["after"]) in within
        goes_on = number > 1 and bool(same) and counted(same[-1]["n"]) == number - 1 and not own
        if goes_on and topic_of(_MARKED.sub("", fold(row.text.strip()))):
            return at
        within.add((mark["before"], number, mark["after"]))
    return len(rows)


def _chapter(row: Row) -> re.Match[str] | None:
    return _CHAPTER.match(fold(row.text)) if not row.grid else None


_GROUP = re.compile(r"^[ 　]*(?:【.+】|〔.+〕|《.+》|[<＜〈].+[>＞〉])[ 　]*$")


def _of_sheets(rows: Sequence[Row]) -> Iterator[Row]:
    """A row of a sheet with one cell is a line of text, unless it groups the rows of a table."""
    longer = False  # a list that goes on below the end of the one beside it
    merged = False  # a first column in which a cell spans rows: a table row, though of one cell
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else row
        within = len(above.filled) > 1 or merged
        merged = within and bool(above.cells[-1:] and above.cells[-1]) and _spanned(above, row)
        around = [rows[at] for at in (number - 1, number + 1) if 0 <= at < len(rows)]
        if _names_sheet(row, above):  # 別紙 | 特記事項
            yield Row((joined(list(row.filled), "\u3000"),), row.place, sheet=row.sheet)
            continue
        groups = _GROUP.match(row.text) and all(each.grid == row.grid for each in around)
        longer = longer if _counts_on(above, row) else len(row.filled) > 1
        apart = not (groups or merged or (longer and len(row.cells) > 1))
        if row.sheet and row.grid and len(row.filled) == 1 and apart:
            yield Row(row.filled, row.place, sheet=row.sheet)
        else:
            yield row


_PAIR = 2  # cells


def _names_sheet(row: Row, above: Row) -> bool:
    """The label and the title of a paper in two cells of the first row of its sheet."""
    first = row is above or above.sheet != row.sheet
    if not (first and row.sheet and row.grid and len(row.filled) == _PAIR):
        return False
    label, title = (fold(tidy(cell.text)) for cell in row.filled)
    return bool(_ATTACHED.match(label) or FORM.match(title)) and not topic_of(title)


def _spanned(above: Row, row: Row) -> bool:
    """Whether a row of the same table has but its last cell, beside a cell of a row above."""
    alone = len(row.filled) == 1 and len(row.cells) == 2 and bool(row.cells[-1])
    return row.grid == above.grid > 0 and alone


def table_of(line: Passage) -> str:
    """The mark of a table, if the line is one."""
    return line.text if _TABLE.match(line.text) else ""


def _without_page_numbers(rows: Sequence[Row]) -> list[Row]:
    """― 3 ― between two lines of text; a bare number counts if such numbers go up."""
    alone = [_PAGE.match(fold(row.text)) if not row.grid else None for row in rows]
    bare = [int(found[0]) for found in alone if found and found[0].strip().isdecimal()]
    rising = all(a < b for a, b in pairwise(bare))
    return [
        row
        for row, found in zip(rows, alone, strict=True)
        if found is None or (found[0].strip().isdecimal() and not rising)
    ]


def _label(row: Row) -> str:
    text = fold(tidy(row.text))
    # 別紙一　甲: without its space nobody knows where the number ends
    match = _ATTACHED.match(text) or _ATTACHED.match(fold(row.text.strip()))
    marked = _MARKED.match(text) or _MARKED.match(fold(row.text.strip()))  # ｅ　特記事項: an item
    match = match or (None if marked else FORM.match(text))
    return compiled(r"\s").sub("", match["label"] or match["title"]) if match else ""


def _title(rows: Sequence[Row]) -> Passage:
    """The words behind the label, or the short line below it."""
    match = _ATTACHED.match(fold(rows[0].text.strip()))
    named = next((n for n in ("title", "about", "note") if match and match[n]), "")
    if match and named:
        return rows[0].filled[0].part(*match.span(named))
    below = rows[1] if len(rows) > 1 and not rows[1].grid else None
    if below and len(below.text) <= 60 and not below.text.rstrip().endswith("。"):
        return below.filled[0]
    return rows[0].filled[0]


def _attached(rows: Sequence[Row]) -> list[int]:
    """Where attached papers begin; a line in a list of what is attached is no beginning.

    What that list names otherwise (受付の流れ図) begins where its name stands once more.
    """
    found: list[tuple[int, str, bool]] = []
    listed = False
    named: set[str] = set()
    promised: set[str] = set()
    for index, row in enumerate(rows):
        alone = len(row.filled) == 1 and not row.grid
        label = _label(row) if alone else ""
        if label and index and not compiled(r"のとおり|参照|。$").search(row.text):
            found.append((index, label, listed))
            continue
        text = fold(row.text.strip())  # 第四 添える書面: with its space
        name = _closed_up(_MARKED.sub("", text)) if listed or named else ""
        if name in named and alone and not listed:
            found.append((index, name, False))
            continue
        if listed and (behind := _ATTACHED.match(_MARKED.sub("", text))):  # (1) 別紙1　仕様書
            promised.add(compiled(r"\s").sub("", behind["label"]))
        topic = topic_of(_MARKED.sub("", text))
        if listed and not topic and len(name) >= _NAME:
            if name in named:
                found.append((index, name, False))
                listed = False
            named.add(name)
        elif topic or _MARKED.match(text):
            listed = topic == "attachments"
    starts = []
    for number, (index, label, in_list) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(rows)
        again = any(label == other for _, other, _ in found[number + 1 :])
        before = label in promised or any(label == other for _, other, _ in found[:number])
        beside = {index - 1, index + 1} & {at for at, _, _ in found}
        if (in_list or beside) and not before and _letter_goes_on(rows, index):
            continue
        if not again and (not in_list or before or end - index > _SHORTEST):
            starts.append(index)
    return starts


_NAME = 4  # characters of what a list calls a paper


def _closed_up(text: str) -> str:
    return compiled(r"^[・●○]|[ ]|\d部$").sub("", text)


def _letter_goes_on(rows: Sequence[Row], index: int) -> bool:
    """第3 below the last of 資料1 to 資料3, and 第2 above them: only a list of what is attached."""
    below = next((row for row in rows[index + 1 :] if not _label(row)), None)
    mark = _chapter(below) if below is not None else None
    if mark is None or counted(mark["n"]) < 2:
        return False
    wanted = (mark["before"], counted(mark["n"]) - 1, mark["after"])
    above = map(_chapter, rows[:index])
    return any((m["before"], counted(m["n"]), m["after"]) == wanted for m in above if m)


_CHAPTER = re.compile(
    r"^[ ]*(?P<before>第|[(])?[ ]?"
    rf"(?P<n>\d{{1,2}}(?=\D|$)|{KANJI}(?=[). 、]))(?P<after>[).、]?)[ ]?(?=\D)"
)
_MARKED = re.compile(
    r"^(?:第?\d{1,2}|[(]\d{1,2}[)]|[ア-ン]|[(][ア-ン][)]|[①-⑳]|[a-z](?=[ .)]))[ .、)]*(?=\D)"
    rf"|^(?:第[ ]?{KANJI}[ ]|{KANJI}[ .、]|[(]{KANJI}[)])[ ]*"
)


def _lines(rows: Sequence[Row], tables: dict[str, list[Row]]) -> Iterator[Passage]:
    """Lines of text, and a mark for each table of two columns and more."""
    group: list[Row] = []
    for row in [*rows, None]:
        if row is not None and group and _LEGEND.match(fold(row.text)) and not row.grid:
            continue
        if row is not None and group and _is_said(group[-1], row):
            yield from _of_group(group, tables)
            group = []
            yield _plain(row.filled[0])
            continue
        if row is not None and _in_table(row) and (not group or _goes_on(group[-1], row)):
            group.append(row)
            continue
        yield from _of_group(group, tables)
        group = []
        if row is None:
            continue
        if _in_table(row):
            group = [row]
        else:
            yield from (_set_in(_plain(cell), row) for cell in row.filled)


_SIGN = r"[○◯〇●◎×✕△レ✓\-ー―]"
# ○ 取り扱うもの　－ 取り扱わないもの: what the marks of the table above it mean
_LEGEND = re.compile(
    rf"^[ (※*注]*(?:凡例[ :]*)?「?{_SIGN}」?[ :は…=].{{1,24}}?[ 、,]「?{_SIGN}」?[ :は…=].{{1,24}}$"
)
_BULLET = re.compile(r"[-・･●■◆◇▪•○*][ 　]?\S")


def _is_said(before: Row, row: Row) -> bool:
    """⇥対象者は、…とする。 behind a printed table of marks and names: a sentence, and no cell."""
    if row.cells[0] or len(row.filled) != 1 or len(row.cells) >= len(before.cells):
        return False
    text, last = row.text.rstrip(), before.filled[-1].text.rstrip() if before.filled else "。"
    return text.endswith("。") and "は、" in text and len(last) <= _SHORT and last[-1] not in "、。"


_SHORT = 12  # characters of a cell that no sentence goes on with


def _set_in(cell: Passage, row: Row) -> Passage:
    """A bullet keeps its place on the line: those further right stand below the one before."""
    if row.grid or not row.lead or not _BULLET.match(cell.text):
        return cell
    lead = " " * min(row.lead, 40)
    return Passage(lead + cell.text, cell.starts, cell.spots)


def _in_table(row: Row) -> bool:
    return row.grid > 0 and len(row.cells) > 1


_COUNTED = re.compile(rf"^[(]?(?P<n>[{CIRCLED}]|\d{{1,2}}|[{KANA}])(?P<behind>[).]?)(?=\D)")


def _counts_on(before: Row, row: Row) -> bool:
    """④ 住所 below ③ 氏名 | ③ 額: the longer of two lists side by side, with nothing beside it."""
    first = bool(row.cells and row.cells[0] and before.cells and before.cells[0])
    if not row.grid or row.grid != before.grid or len(row.filled) != 1 or not first:
        return False
    above, here = (_COUNTED.match(fold(each.cells[0].text)) for each in (before, row))
    if above is None or here is None or above["behind"] != here["behind"]:
        return False
    for signs in (CIRCLED, KANA):
        if above["n"] in signs and here["n"] in signs:
            return signs.index(here["n"]) == signs.index(above["n"]) + 1
    numbers = above["n"].isdecimal() and here["n"].isdecimal()
    return numbers and int(here["n"]) == int(above["n"]) + 1


def _goes_on(before: Row, row: Row) -> bool:
    """Rows of one grid; printed lines of cells are a grid each, and follow one another."""
    if before.grid == row.grid:
        return True
    over_page = not row.cells[0] and len(row.cells) < len(before.cells)  # a cell that goes on
    return before.grid + 1 == row.grid and (len(before.cells) == len(row.cells) or over_page)


def _of_group(group: list[Row], tables: dict[str, list[Row]]) -> Iterator[Passage]:
    if len(group) == 1:  # a single line of cells is a labelled line
        yield joined([_plain(cell) for cell in group[0].filled], "　")
    elif group:
        mark = f"{MARK}{len(tables)}{MARK}"
        tables[mark] = group
        yield Passage(mark, (0,), (group[0].place,))


def _plain(cell: Passage) -> Passage:
    return Passage(cell.text.replace(MARK, " "), cell.starts, cell.spots)
