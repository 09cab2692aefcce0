"""What single rows of a sheet are, whatever stands around them."""

from __future__ import annotations

import re

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.sheet import Field
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_LABEL = 40  # characters of a label
LISTED = re.compile(r"^(?:【|\d{1,2}[ .)]|[(（]\d{1,2}[)）]|[①-⑳]|[ア-ン][ .])")
_MARK = re.compile(r"^[○◯〇●ー－―—–\-×レ✓☑□△]$")

_NOW_OR_THEN = re.compile(
    r"(?:変更|改正|改訂|追加|見直し|拡充|改修|更新|移行|切替え?)(?:の)?[前後]|現行|これまで|従来|今回|今後|[新旧]|(?:旧|新)項目"
)


def compares(row: Row) -> bool:
    """項目 | 変更前 | 変更後: the head of a table in which 記録項目 is no field, but changes."""
    if not row.grid or len(row.filled) < 3:
        return False
    return sum(bool(_NOW_OR_THEN.fullmatch(key(cell.text))) for cell in row.filled[1:]) > 1


_HEADS = re.compile(r"(?:項目|欄|区分|事項)\|(?:記載)?(?:内容|事項|記載)")


def heads_columns(row: Row) -> bool:
    """項目 | 内容: the head of a form's own two columns."""
    return bool(_HEADS.fullmatch("|".join(key(cell.text) for cell in row.filled)))


def of_clause(printed: Passage, row: Row) -> bool:
    """(1) 再委託先の名称: a numbered line of a clause, though it is called as a field is."""
    return not row.grid and labels.numbered(printed.text)


def line_numbers(row: Row) -> list[int]:
    """Where the cells of a row end, if places are lines."""
    return [int(cell.spots[-1].where) for cell in row.filled if cell.spots[-1].where.isdecimal()]


def unknown_field(row: Row) -> bool:
    """A row with a label that nobody knows: what its next rows say is not of the field before."""
    first = row.cells[0].text.strip()
    labels_it = 0 < len(first) <= _LABEL and "。" not in first and not LISTED.match(fold(first))
    return row.grid != 0 and len(row.filled) > 1 and labels_it


_COUNT = re.compile(
    r"(?P<front>[(（第]?)(?P<n>\d{1,2})(?P<back>[)）.．、]?)[ ]*(?=[^\d年月日人件])"
)


def next_field(before: Field | None, row: Row) -> bool:
    """5 記録媒体, and set out as it is 6 受渡しの方法: a field, whether or not anybody knows it."""
    if before is None or before.tabled or row.grid or row.indent != before.indent:
        return False
    one, other = (_COUNT.match(fold(text).strip()) for text in (before.printed.text, row.text))
    if one is None or other is None or one.group("front", "back") != other.group("front", "back"):
        return False
    return int(other["n"]) == int(one["n"]) + 1


def set_out_alike(before: Field | None, row: Row) -> bool:
    """記録するコンピュータ below 情報項目 and no part of it: it stands where that label does."""
    if next_field(before, row):
        return True
    bare = before is not None and not _COUNT.match(fold(before.printed.text).strip())
    beside = before is not None and not before.tabled and row.indent == before.indent
    return bare and beside and not row.grid and not LISTED.match(fold(row.text).strip())


def belongs(row: Row) -> bool:
    text = row.filled[0].text
    return bool(compiled(r"^[(（・]").match(text)) or bool(_MARK.match(fold(text)))


def of_group(row: Row) -> bool:
    """検診を受ける者 | 2,754人: a group and its number, no label and its value."""
    found = counts(row.filled[1].text) if len(row.filled) == 2 else []
    return bool(found) and found[0].start == 0
