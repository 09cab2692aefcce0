"""Which of the four families of council documents this is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import decorated, told_heads
from nagarezu.importing.form.agenda.kinds import HEADS
from nagarezu.importing.form.agenda.rows import is_mark
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.register import heads as register_heads
from nagarezu.importing.form.register import labels as register_labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import KANJI_DIGITS, counted, fold, key

Family = Literal["agenda", "prose", "register", "assessment", "unknown"]
_ORDER: tuple[Family, ...] = ("agenda", "assessment", "register", "prose")
_ENOUGH = 2
_MANY = 6  # labels of agenda sheets where nothing else says what a paper is


def weigh(rows: Sequence[Row]) -> dict[Family, int]:
    """How many of the words that mark a family stand in the document."""
    text = "\n".join(key(row.text) for row in rows[:400])
    weights: dict[Family, int] = {}
    for family, words in rules("labels")["families"].items():
        weights[family] = sum(1 for word in words if key(word) in text)
    plain = decorated.undecorated(rows[:400])  # 〈委託先〉 is a label as 委託先 is
    fields_in_order = [each.field for each in map(_label, plain) if each is not None]
    of_sheet = _SHEET_FIELDS - _OF_FORM if weights["assessment"] else _SHEET_FIELDS
    sheet_fields = len(of_sheet & set(fields_in_order))
    weights["agenda"] += min(sheet_fields, 4)
    if not any(weights[name] for name in ("assessment", "register", "prose")):
        weights["agenda"] += _ABOUT * _is_about(plain)
    weights["agenda"] += 4 * (
        fields_in_order.count("title") > 1 and sheet_fields > 1
    )  # a title each
    weights["register"] += _register(rows, named=weights["register"] > 0)
    weights["register"] += _is_register(rows)
    if weights["assessment"]:  # its labels, such as 対象となる本人の範囲, stand in no other paper
        fields = {
            found.field
            for row in rows[:200]
            if row.filled and (found := labels.find("assessment", row.filled[0].text))
        }
        weights["assessment"] += min(len(fields), 3)
    weights["agenda"] += 2 * (len(_sheets_by_kind(rows)) > 1)
    weights["agenda"] += _HEADED * _headed(plain)
    if compiled("について[(（]?(?:答申|諮問)").search(text[:3000]):
        weights["prose"] += 2
    if not compiled(rules("labels")["nature"]["other"]).search(text):
        chapters = _chapters(rows)
        weights["prose"] += 3 + min(chapters - _CHAPTERS, 2) if chapters else 0
    return weights


_CHAPTER = re.compile(
    rf"^第?[ ]?(?P<n>\d{{1,2}}|[{KANJI_DIGITS}]{{1,3}}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])"
    r"(?:[.、][ \u3000]*|[ \u3000]+)(?=[^\d\s])"
)
_MARK = re.compile(r"^第[0-9０-９]{1,2}$")
_BOXED = re.compile(r"^(?:[■◆●○◎□◇▼][ ]?|【)(?=[^\s【】]{2,24}】?$)")  # heads without a number
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CHAPTERS = 5  # more than the parts of a sheet
_HEAD = 44  # characters


def _chapters(rows: Sequence[Row]) -> int:
    """How many heads go from the first to the last page: 説明資料 and the like.

    Each stands on a line of its own, or in the first cell of a row with what is said beside it.
    Most of them are about what a paper in prose has; the numbers of a sheet begin again with 1.
    """
    heads: list[str] = []
    celled: list[str] = []
    boxed: list[str] = []
    for row in rows:
        text = row.cells[0].text.strip() if row.cells else ""
        if _MARK.match(text) and len(row.filled) > 1:  # 第5 | 委託
            text = f"{text} {row.filled[1].text}"
        if not text or len(text) > _HEAD or "。" in text:
            continue
        mark = _CHAPTER.match(text if text[0] in _ROMAN else fold(text))
        some = celled if row.grid or len(row.filled) > 1 else heads
        if mark and _counted(mark["n"]) == len(some) + 1:
            some.append(text[mark.end() :])
        elif some is heads and (box := _BOXED.match(text)):
            boxed.append(text[box.end() :])
    fewest = ((heads, _CHAPTERS), (boxed, _CHAPTERS), (celled, _CELLED))
    found = [len(some) for some, few in fewest if len(some) >= few and _known(some)]
    return max(found, default=0)


def _known(heads: Sequence[str]) -> bool:
    return sum(1 for each in heads if topic_of(each)) * 2 >= len(heads)


_CELLED = 8  # chapters in cells: a sheet of a form has fewer numbers


def _counted(mark: str) -> int:
    return _ROMAN.index(mark) + 1 if mark in _ROMAN else counted(mark)


_ABOUT = 3
_ATTACHED = re.compile(r"[(【〔]?別[紙添表]\d{0,2}(?:-\d{1,2})?[)】〕]?.{0,24}")


def _headed(rows: Sequence[Row]) -> bool:
    """Whether counted heads that end with their kind part the paper itself, and no paper behind."""
    heads = told_heads.heads(rows)
    front = rows[: min(heads)] if heads else ()
    return bool(heads) and not any(_ATTACHED.fullmatch(key(row.text)) for row in front)


_HEADED = 6  # Ⅱ その1 …（電算処理）, Ⅲ その2 …（業務委託）: more than chapters count for


def _is_about(rows: Sequence[Row]) -> bool:
    """件名 …について, on the first page: no form of one file has such a title."""
    for row in rows[:_FIRST_PAGE]:
        label = _label(row)
        if label is not None and label.field == "title":
            return row.filled[-1].text.strip(" 　）)").endswith("について")
    return False


_SHEET_FIELDS = {
    "process_items",
    "provide_partner",
    "link_items",
    "entrust_items",
    "delegate_items",
    "reentrust_items",
    "link_partner",
    "entrust_partner",
    "delegate_partner",
    "reentrust_partner",
}
_OF_FORM = {"provide_items", "provide_partner", "transfer_partner"}  # an assessment has them, too


_SHEET_HEAD = re.compile(  # A票 業務委託, 調書その1（電算処理）
    r"^[^。、はがを]{0,14}?(?:票|様式|調書|シート|個票|別紙|[(（])[^。、はがを]{0,10}?"
    rf"(?P<kind>{'|'.join(HEADS)})[)）]?$"
)


def _sheets_by_kind(rows: Sequence[Row]) -> set[str]:
    """The kinds of matter that sheets are headed by, whatever the office calls a sheet."""
    heads = (row.filled[0].text for row in rows if len(row.filled) == 1 and not row.grid)
    return {found["kind"] for head in heads if (found := _SHEET_HEAD.match(key(head)))}


_TITLE_ROWS = 6
_TITLE = re.compile(  # of the paper itself, which need not have a label that is known
    r"^[^。、はがを]{0,24}個人情報(?:を?取り?扱う?)?(?:ファイル|事務|業務)"
    r"の?(?:簿|登録簿|届出書|届出票|登録票|調書|目録|総覧|台帳|一覧)"
    r"[^。、はがを]{0,16}$"
)


_ASSESSMENT = re.compile(r"^[^。]{0,40}特定個人情報保護評価[^。]{0,40}$")  # a paper about one
_NAMED_ASSESSMENT = re.compile(  # …に関する事務　全項目評価書（案）: not …評価書の点検について
    r"^[^。]{0,60}(?:特定個人情報保護|(?:全|重点|基礎)項目)評価書[^。のにを]{0,20}$"
    # 特定個人情報保護評価書（重点項目評価書）…に関する事務 説明資料
    r"|^特定個人情報保護評価書[(][^()]{4,16}[)][^。]{2,40}事務(?:説明資料|の?概要)?$"
)
# An office's own assessment has no form that is known: it is read by its heads.
_OWN_ASSESSMENT = re.compile(
    r"^[^。]{0,60}影響評価(?:(?:報告)?書|(?:の?結果)?の(?:概要|要旨|要約|結果|説明))"
    r"[^。のにを]{0,20}(?:について)?$"
)


def _titled(rows: Sequence[Row], pattern: re.Pattern[str]) -> bool:
    """Whether a line of the title is one, and none says that the paper is an inquiry about one."""
    titles = [key(row.text) for row in rows[:_TITLE_ROWS]]
    asks = compiled(rules("labels")["nature"]["prose"])
    return any(map(pattern.match, titles)) and not any(map(asks.search, titles))


def _is_register(rows: Sequence[Row]) -> bool:
    return any(_TITLE.match(key(row.text)) for row in rows[:_TITLE_ROWS])


_EACH = re.compile(r"(?<=項目)[ 　]?(?:[0-9０-９]{1,2}|[①-⑳])$")  # 記録項目1
_REGISTER_HEAD = 5  # fields in the head of a table that no other family has in one row


def _register(rows: Sequence[Row], *, named: bool) -> int:
    """Labels of a form of one file, or the head of a table with a file in each row.

    A paper that names itself a register may have labels that are known only by their words.
    """
    fields = {
        found.field
        for row in rows[:200]
        for cell in row.filled
        if (found := labels.find("register", _EACH.sub("", cell.text)))
    }
    lines = [row.cells[0] for row in rows[:200] if len(row.cells) == 1]
    fields |= {begun[0] for line in lines if (begun := register_labels.leading(line))}
    if _cards(rows) > 1:
        return _CARDS
    form = {"items", "subjects"} <= fields and bool({"name", "collection"} & fields)
    if form and len(fields) >= _REGISTER_HEAD:
        return 3
    if named:
        first = [row.filled[0].text for row in rows[:200] if len(row.filled) > 1]
        fields |= {each.field for text in first if (each := register_labels.find(text))}
        if {"items", "subjects", "purpose"} <= fields and len(fields) >= _REGISTER_HEAD:
            return 3
    for index in range(min(len(rows), 60)):
        head = register_heads.head(rows, index)
        if head is None:
            continue
        columns = {column.field for column in head.columns.values() if column.field}
        if {"items", "subjects"} <= columns and len(columns) >= _REGISTER_HEAD:
            return 3
        if {"name", "section", "subjects"} <= columns and len(columns) > _REGISTER_HEAD:
            return 3
    return 0


_CARDS = 7  # the fields of a file, told of several: more than the labels of a sheet count for


def _cards(rows: Sequence[Row]) -> int:
    """How often a paper tells the fields of a card: items, persons, and whether there is care."""
    told: Counter[str] = Counter()
    for row in rows[:400]:
        line = row.cells[0] if len(row.cells) == 1 else None
        begun = register_labels.leading(line) if line is not None else None
        told[begun[0] if begun else register_labels.exact(row.cells[0].text)] += 1
    return min(told[name] for name in ("items", "subjects", "purpose", "sensitive"))


def _agenda_fields(rows: Sequence[Row]) -> set[str]:
    return {found.field for row in rows for found in [_label(row)] if found}


def _label(row: Row) -> labels.Label | None:
    """The label of a row: its first cell, the one behind its number, or what a line begins with."""
    if not row.cells or not row.cells[0]:
        return None
    first = row.cells[0].text
    if len(row.filled) > 2 and is_mark(first):
        return labels.find("agenda", row.filled[1].text)
    led = labels.leading("agenda", first) if len(row.filled) == 1 else None
    return led[0] if led else labels.find("agenda", first)


_FIRST_PAGE = 30  # rows


def _by_nature(rows: Sequence[Row]) -> Family | None:
    """What the first page says of itself: an answer may hold the tables of any other form."""
    words = rules("labels")["nature"]
    first = "\n".join(key(row.text) for row in rows[:_FIRST_PAGE])
    other = any(compiled(words[kind]).search(first) for kind in ("other", "sheets"))
    if other or not compiled(words["prose"]).search(first):
        return None
    sheets = _is_sheets(rows) or _headed(rows)
    return None if "答申" not in first and sheets else "prose"


_SHEET_WORDS = 4  # 保有課, 登録業務の名称 and their like: no inquiry in prose has as many


def _is_sheets(rows: Sequence[Row]) -> bool:
    text = "\n".join(key(row.text) for row in rows[:400])
    words = rules("labels")["families"]["agenda"]
    return sum(1 for word in words if key(word) in text) >= _SHEET_WORDS


def family(rows: Sequence[Row]) -> Family:
    """By what it calls itself, else the family with most marks, else by labels; or `unknown`.

    On a tie the more particular one wins.
    """
    found = _by_nature(rows)
    if found:
        return found
    if _is_register(rows):
        return "register"
    if _titled(rows, _NAMED_ASSESSMENT):
        return "assessment"
    if _titled(rows, _OWN_ASSESSMENT):
        return "unknown"
    weights = weigh(rows)
    by_chapters = weights["prose"] if _chapters(rows) else 0  # no sheet is counted through
    best = max(_ORDER, key=lambda name: (weights[name], -_ORDER.index(name)))
    best = "prose" if best == "agenda" and weights[best] == by_chapters else best
    if weights[best] >= _ENOUGH:
        return best
    if any(_ASSESSMENT.search(key(row.text)) for row in rows[:_TITLE_ROWS]):
        return "assessment"
    fields = _agenda_fields(rows) | decorated.fields(rows)
    return "agenda" if len(fields) >= _MANY else "unknown"
