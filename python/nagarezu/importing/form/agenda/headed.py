"""Sheets that are headed by their kind: A票 電算処理, 票2 | 業務委託, 三 調書その2（業務委託）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import own_labels, series, told_heads
from nagarezu.importing.form.agenda.decorated import OF_MARKED
from nagarezu.importing.form.agenda.kinds import HEADS
from nagarezu.importing.form.agenda.labels import behind_its_number, labelled, of_matter
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_KIND = rf"(?P<kind>{'|'.join(HEADS)})"
_SHEET = r"個票|票|様式|調書|シート|別[紙添]"
_COUNT = r"[0-9a-z一二三四五六七八九十①-⑳ア-オ第号そのの\-.．、:：_]"
_HEAD = re.compile(
    rf"^[■□◆●○◎▼【〔\[<《(]?(?:{_COUNT}|{_SHEET})*[)】〕\]]?[(（【]?{_KIND}[)）】]?"
    rf"(?:(?:の|に関する|に係る)?(?:{_SHEET}|事項|こと|について))?[】\]>》)]?"
    r"(?:[0-9①-⑳]|その[0-9]|[(（][^()（）]{1,40}[)）])?$"
)
# 票1 予約システムによる電算処理, 第3票 点検業務の委託: a name of its own, of a sheet by number
_ACTS = {
    "電算化|電子化|システムの(?:新規)?(?:導入|開発|構築|改修|更新|整備)": "process",
    "(?<!再)委託": "entrust",
    "再委託": "reentrust",
    "との(?:オンライン|システム|電算|回線)?(?:結合|接続|連携)": "link",
    "(?:委任|指定管理)": "delegate",
}
_NAMED = re.compile(
    rf"^[■◆●○【]?{_COUNT}{{0,4}}(?:{_SHEET}){_COUNT}{{0,4}}[】)]?[^。]{{0,40}}?"
    rf"(?:[(（]?{_KIND}[)）]?|(?:{'|'.join(f'(?P<k{n}>{act})' for n, act in enumerate(_ACTS))}))"
    r"(?:[(（][^()（）]{1,30}[)）])?$"
)
_LONGEST = 60
_FAR = 30  # rows of a cover after which no title need be in sight
_REGISTERED = re.compile("登録|届|取り?扱|ファイル")
_AHEAD = 3  # rows within which a field of the sheet follows its head


def heads(rows: Sequence[Row]) -> dict[int, str]:
    """The rows that head a sheet of a matter, and the kind of each."""
    found = {**series.heads(rows), **told_heads.heads(rows)}
    of_others = bool(found)
    for at, row in enumerate(rows):
        kind = kind_of(row)
        if of_others and row.grid == OF_MARKED:
            continue  # ▼再委託 among the fields of a sheet that another line heads
        if kind and at and _level(row) > 1 and kind_of(rows[at - 1]):
            continue  # the next of a list of kinds
        if kind and _field_follows(row, rows[at + 1 : at + 1 + _AHEAD]):
            found[at] = kind
    return found


def kind_of(row: Row) -> str:
    """The kind of matter that a line, or a number and a name beside it, may head."""
    title = row.filled[0] if len(row.filled) == 1 and row.cells[0] else _numbered(row)
    return named(title)


def named(title: Passage) -> str:
    """The kind that a title names as heads of sheets do."""
    plain = key(title.text)
    found = _HEAD.match(plain) or _NAMED.match(plain) if 0 < len(plain) <= _LONGEST else None
    if found is None:
        return ""
    groups = found.groupdict()
    acts = (kind for n, kind in enumerate(_ACTS.values()) if groups.get(f"k{n}"))
    return HEADS[groups["kind"]] if groups["kind"] else next(acts)


def is_sheet(row: Row) -> bool:
    """Whether a head calls what it heads a sheet: 第5 再委託 may head a clause."""
    return bool(compiled(_SHEET).search(key(row.text)))


def ahead(rows: Sequence[Row], found: dict[int, str]) -> int:
    """Before which row all is about the paper as a whole; 0 if that cannot be told.

    A second title in front of the first head is one of a sheet without a head.
    """
    first = min(found, default=0)
    titles = sum(
        1 for row in rows[:first] if (label := labelled(row)[0]) and label.field == "title"
    )
    return first if titles <= 1 else 0


def _numbered(row: Row) -> Passage:
    if len(row.filled) == 2 and compiled(
        rf"(?:{_SHEET}){_COUNT}{{1,4}}|{_COUNT}{{1,4}}(?:{_SHEET})?"
    ).fullmatch(key(row.filled[0].text)):
        return row.filled[1]
    return behind_its_number(row)


_LEVELS = (r"[0-9]{1,2}(?:[.．、)）]|\s)", r"[(（][0-9]{1,2}[)）]", r"[ア-ン①-⑳](?![ァ-ヶー])")


def _level(row: Row) -> int:
    """How deep the number in front of a line is: 1, (1), ア; 0 without one."""
    text = fold(row.text).lstrip()
    return next((at for at, mark in enumerate(_LEVELS, 1) if compiled(mark).match(text)), 0)


def _field_follows(head: Row, rows: Sequence[Row]) -> bool:
    """Whether a field of the sheet follows, and none of what the line is but a part of.

    (2) 外部結合 above 3 対象者数 tells of one thing within an overview.
    """
    for row in rows:
        if kind_of(row):
            return False
        label = labelled(row)[0]
        if label is not None and label.rule != "label_look_alike":
            return not 0 < _level(row) < _level(head)
        if _level(head) > 1 and row.text.rstrip().endswith("。"):
            return False  # it is told there what is done
    return False


# The end of a sentence, of a list, or of a group and its number.
_GOES_ON = re.compile(r"[。、]$|^(?:[(][0-9]{1,2}[)]|[①-⑳]|[・※])|[0-9][人名件](?:[(].*[)])?$")


def above_title(text: str, later: Sequence[Row]) -> bool:
    """■ 個票2 業務委託: a line right above the title of a sheet belongs to none before it."""
    label = labelled(later[0])[0] if later else None
    return label is not None and label.field == "title" and not _GOES_ON.search(fold(text))


def cover_follows(later: Sequence[Row]) -> bool:
    """Whether a title is that of the whole paper: an overview comes before any sheet."""
    for row in later:
        label, _, _ = labelled(row)
        if labels.is_one_of("overview_heading", row.text) or (label and label.field == "business"):
            return True
        if label is not None and (label.field == "title" or of_matter(label)):
            return tells_whole(later)
    return False


def of_whole(label: Label, row: Row, later: Sequence[Row], sheet: Sheet) -> Label:
    """業務の名称 in front of all sheets: the name of what the whole paper is about."""
    free = sheet.kind in ("cover", "overview") and sheet.get("business") is None
    if free and _names_business(label, row) and tells_whole(later):
        return replace(label, field="business")
    return label


def _names_business(label: Label, row: Row) -> bool:
    return label.field == "register_name" and not _REGISTERED.search(row.filled[0].text)


def tells_whole(later: Sequence[Row]) -> bool:
    """Whether up to the next title fields of a whole paper stand, and none of a matter's sheet."""
    told = False
    for row in later:
        label = labelled(row)[0]
        if label is None and len(row.filled) == 2 and row.cells[0]:
            label = own_labels.read(row.cells[0].text, row.filled[1], "overview", ())
        if label is None or label.rule == "label_look_alike":
            continue
        if label.field == "title":
            return told
        if of_matter(label) and not _names_business(label, row):
            return False
        told = told or label.field in ("purpose", "overview")
    return told and len(later) > _FAR
