"""Partners of whom the document says that they are not known yet, wherever it says so.

A cell beside or below the name of a role (委託先, 提供先) that is empty or says 未定, a role in a
line with nothing behind it, and a sentence: 再委託する事業者（未定）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_ROLE = (
    r"(?:再々?委託先|委託先|委任先|結合先|接続先|提供先|移転先|送付先|再?受託(?:者|業者|事業者)"
    r"|再?委託(?:業者|事業者)|(?:結合の|提供の|委託の)?相手方|指定管理者)"
)
_NAME = r"(?:の?(?:名称|氏名)|名)?"
_MARK = r"(?:[①-⑳]|\(?\d{1,2}\)?[.、]?)?"
_LABEL = re.compile(rf"^{_MARK}{_ROLE}{_NAME}$")
# Not in the data of names, whose words are matched within the name of somebody
_YET = (
    r"(?:未定|未確定|選定中|選考中|調整中|検討中|公募中|募集中|協議中|交渉中|(?:決ま|決定し|定ま|決め)て(?:い)?ない"
    r"|(?:今後|これから|別途|後日|入札(?:等)?により|プロポーザル(?:等)?により)(?:選定|決定|公募|決め|定め))"
)
_MAY_BE_YET = re.compile("定|中|ない|公|決")  # a part of all that _YET finds
_IN_LINE = re.compile(rf"{_ROLE}{_NAME}[ ]*[: ][ ]*[(]?{_YET}")
_BLANK = re.compile(rf"{_ROLE}{_NAME}(?:[ ]*:[ ]*|[ ]{{2,}})(?=\((?!\d{{1,2}}\)|[ア-ン]\))|\)|\Z)")
# 有（　　、従事者7人）, （未定）（以下「印刷事業者」という。）: the place of the name itself
_NO_NAME = re.compile(
    rf"(?:有|あり|する)[ ]?\([ ]*(?=、)"
    rf"|(?:^|[ 、は])[(]?{_YET}\)?\(以下、?「[^」]*(?:者|社|先|方|法人|団体|組合)」"
)
_REST = re.compile(r"^(?:の|等|及び|[(]|名称|氏名|商号|所在|住所|代表)")  # of a label that goes on
_WIDEST = 16  # characters of a label at the side
_OTHER = r"日|時期|期間|額|方法|件|数|内容|項目"  # what else may be not known yet
_TOLD = re.compile(
    rf"(?:{_ROLE}|事業者|業者|機関|団体|法人)(?P<between>[^。、\n]{{0,12}}[^。\n]{{0,6}}?){_YET}"
)


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A row of the partner for each such place, at the matter above it that has none yet."""
    matters = builder.list_of("matters")
    starts = _starts(matters, rows)
    for at, passage in _found(rows):
        above = [matter for start, matter in starts if start <= at]
        if not above:
            continue
        known = above[-1].setdefault("partners", [])
        if not any(row.get("undecided") for row in known):
            known.append({"holders": [], "undecided": True, "source": passage.source})


def _starts(matters: Sequence[Entity], rows: Sequence[Row]) -> list[tuple[int, Entity]]:
    """Where each matter begins, in rows; the first one has what stands above it."""
    at = {str(row.place): number for number, row in reversed(list(enumerate(rows)))}
    found = [(at.get(str(each.get("source", "")).split(" ")[0], 0), each) for each in matters]
    return [(0 if number == 0 else start, each) for number, (start, each) in enumerate(found)]


def _found(rows: Sequence[Row]) -> Iterator[tuple[int, Passage]]:
    columns: dict[int, str] = {}
    before: Row | None = None
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if before is None or not _one_table(before, row):
            columns = {}
        named = {n: key(cell.text) for n, cell in enumerate(row.cells) if _is_label(cell)}
        yield from ((at, passage) for passage in _beside(row, below, named))
        if named and before and below and _is_empty_field(before, row, below):
            yield at, row.cells[0]
        if not named:
            yield from ((at, passage) for passage in _under(row, columns))
        elif 0 not in named and len(row.filled) > len(named) + 1:
            columns = named
        for cell in row.filled:
            text = fold(cell.text)
            open_ = _MAY_BE_YET.search(text)
            found = (
                (*_IN_LINE.finditer(text), *_blank(text), *_told(text)) if open_ else _blank(text)
            )
            for match in found:
                yield at, cell.part(*match.span())
            if no_name := _NO_NAME.search(text) if "(" in text else None:
                yield at, cell.part(*no_name.span())
        before = row


def _is_empty_field(before: Row, row: Row, below: Row) -> bool:
    """Whether nothing stands beside a label, in a form that has values at the side."""
    alone = len(row.cells) == 1 and row.indent == below.indent
    return alone and _is_field(before) and _is_field(below)


def _is_field(row: Row) -> bool:
    """Whether a printed line has a label at the side of its value."""
    label = row.pieces.cells[0].text.strip() if row.pieces else ""
    return 0 < len(label) <= _WIDEST and not _REST.match(fold(label))


def _blank(text: str) -> Iterator[re.Match[str]]:
    """A role with nothing behind it, but not that of an option that is not ticked."""
    for match in _BLANK.finditer(text) if ":" in text or "  " in text else ():
        ticks = compiled(r"[□■☐☑○]|\[.\]").findall(text[: match.start()])
        if not ticks or ticks[-1] not in ("□", "☐", "[ ]"):
            yield match


def _told(text: str) -> Iterator[re.Match[str]]:
    for match in _TOLD.finditer(text):
        if not compiled(_OTHER).search(match["between"]):
            yield match


def _one_table(before: Row, row: Row) -> bool:
    return bool(row.grid) and len(row.cells) == len(before.cells)


def _is_label(cell: Passage) -> bool:
    return bool(cell) and len(cell.text) <= 24 and bool(_LABEL.match(key(cell.text)))


def _says_so(cell: Passage) -> bool:
    text = fold(cell.text)
    return bool(compiled(_YET).search(text)) and not compiled(rules("names")["proper"]).search(text)


def _beside(row: Row, below: Row | None, named: dict[int, str]) -> Iterator[Passage]:
    """Behind a role that begins its row; an empty cell counts if the next row has a head."""
    if 0 not in named or len(named) > 1:
        return
    values = row.cells[1:]
    yield from (cell for cell in values if cell and _says_so(cell))
    headed = below is None or bool(below.cells[0])
    if len(values) == 1 and not values[0] and headed:
        yield row.cells[0]


def _under(row: Row, columns: dict[int, str]) -> Iterator[Passage]:
    """A row of a table that has a column of the role."""
    for column in columns:
        cell = row.cells[column]
        if cell and _says_so(cell):
            yield cell
        elif not cell and row.cells[0] and len(row.filled) + 1 == len(row.cells):
            yield row.whole
