"""Decorated heads of parts and of files: ■Ⅰ 基本情報, ＝＝ Ⅱ ＝＝, 《(1)甲ファイル》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

OUTLINES = ("Ⅱ", "Ⅲ")  # the parts that are printed anew for each file
_LABEL = "特定個人情報ファイル名"
_SIGNS = r"■●◆▼◎□◇○▶▌▍★☆※◤♦#＃=＝━─―~〜*＊\-－"
_LINE = re.compile(rf"^[{_SIGNS}][{_SIGNS} 　]*(?P<head>[^{_SIGNS} 　].*?)[ 　{_SIGNS}]*$")
_PAIRS = ("《》", "【】", "＜＞", "<>", "〈〉", "［］", "[]", "〔〕", "≪≫", "「」", "『』")
_COUNTED = re.compile(
    r"^(?:[【〔［\[＜<〈《(（「](?:特定個人情報)?ファイル[ 　]?(?:その|第)?"
    r"[0-9０-９①-⑳一二三四五]{1,2}[】〕］\]＞>〉》)）」][ 　]*"
    r"|(?:特定個人情報)?ファイル(?:名|の名称)?[ 　]?(?:その)?"
    r"[0-9０-９①-⑳]{0,2}[ 　]*[:：]?[ 　]*"
    r"|第[0-9０-９一二三四五]{1,2}[ 　]?ファイル[ 　:：]+"
    r"|[(（]?[0-9０-９]{1,2}[)）.．、 　]+[ 　]*|[①-⑳][ 　]*|[(（]?[ア-ン][)）.． 　]+[ 　]*)(?=\S)"
)
_FILE = re.compile(r"^[^\s()（）、。:：を]{1,40}(?:ファイル|データベース|DB)$")
_GIVEN = re.compile(
    r"[^\s()（）、。:：・①-⑳を]{1,40}?(?:ファイル|データベース|DB|台帳|名簿)(?![^\s()（）、。:：])"
)
_FILE_ALONE = re.compile(  # 教育・保育給付認定ファイル
    r"[^\s()（）、。:：①-⑳を]{1,40}?(?:ファイル|データベース|DB|台帳|名簿)"
)
_NAMED = re.compile(r"ファイル(?:の)?名(?:称)?")


def _undecorated(row: Row) -> Passage | None:
    """The words of a printed line without signs and brackets around them; none if it has none."""
    line = row.cells[0]
    start, end = 0, len(line.text)
    if match := _LINE.match(line.text):
        start, end = match.span("head")
    text = line.text[start:end]
    if any(text[:1] == each[0] and text.find(each[1]) == len(text) - 1 for each in _PAIRS):
        start, end = start + 1, end - 1
    return line.part(start, end) if (start, end) != (0, len(line.text)) else None


def bare_part(row: Row) -> Row | None:
    """■Ⅰ 基本情報, ◆（別添2）記録項目, ＜Ⅱ 概要＞: the head of a part, without its decoration."""
    plain = _undecorated(row)
    if plain is None or heads.part(fold(tidy(row.cells[0].text)), alone=True) is not None:
        return None
    if heads.part(fold(tidy(plain.text)), alone=True) is None:
        return None
    return replace(row, cells=(plain,))


def part_of(row: Row, before: str) -> str:
    """The part in which a row stands: that of the last head."""
    if len(row.filled) != 1:
        return before
    plain = bare_part(row) if len(row.cells) == 1 else None
    text = fold(tidy((plain or row).filled[0].text))
    found = heads.part(text, alone=True)
    if found is not None and found.attached and heads.is_outline(text):
        return OUTLINES[0]
    return found.name if found is not None else before


def given(rows: Sequence[Row]) -> frozenset[str]:
    """The files that the row 特定個人情報ファイル名 names, by their keys."""
    found: set[str] = set()
    for at, row in enumerate(rows):
        text = row.text
        label = _NAMED.search(fold(text))
        if label is not None and len(text) <= _LONGEST:
            found.update(key(each.group()) for each in _GIVEN.finditer(text, label.end()))
            if not text[label.end() :].strip():
                found.update(_below(rows[at + 1 :]))
    return frozenset(found)


def _below(rows: Sequence[Row]) -> Iterator[str]:
    """(1) 甲ファイル / (2) 乙ファイル, each on a line of its own below the label."""
    for row in rows:
        number = _COUNTED.match(row.text.strip())
        name = row.text.strip()[number.end() :] if number else ""
        if row.grid or len(row.cells) != 1 or not _FILE_ALONE.fullmatch(name):
            return
        yield key(name)


_OF_OUTLINE = re.compile(  # 第3　甲ファイル, （１）甲ファイル: above what Ⅱ tells of it
    r"(?:第[ 　]?[0-9０-９]{1,2}[ 　]+|[(（][0-9０-９]{1,2}[)）][ 　]*|[①-⑳■◆●][ 　]*"
    r"|[0-9０-９]{1,2}[.．、 　][ 　]*)"
    r"(?P<name>[^\s()（）、。:：を]{1,40}(?:ファイル|データベース|DB|台帳|名簿))[ 　]*"
)
_ON_RISKS = re.compile(r"(?:第?\d{1,2}[.、 ]|\(\d{1,2}\))[ ]*リスク(?:への)?(?:対策|措置)[ ]*")
_TOLD = ("person_range", "persons", "items", "entrust_partner")  # fields of the outline
_FIRST_GRID = -3_000_000  # below those of other tables of a text
_FEWEST = 2  # files, and such fields below the head of each


def in_parts(rows: Sequence[Row]) -> list[Row]:
    """The rows of a digest that tells file after file, with the parts of the form in front.

    None of its own parts is printed, Ⅱ to Ⅳ; a chapter is the outline of one file.
    """
    free = not any(_part_named(row) for row in rows)
    at_heads = [at for at, row in enumerate(rows) if _names_outline(row)] if free else []
    parts = zip(at_heads, [*at_heads[1:], len(rows)], strict=False)
    told = {at: _name_of(rows[at]) for at, end in parts if _outlined(rows[at:end])}
    if len({key(name.text) for name in told.values()}) < _FEWEST:
        return list(rows)
    made: list[Row] = []
    for at, row in enumerate(rows):
        if at in told:
            name = told[at]
            part = Passage("Ⅱ 特定個人情報ファイルの概要", (0,), name.spots[:1])
            made.append(replace(row, cells=(part,)))
            label = Passage(_LABEL, (0,), name.spots[:1])
            made.append(replace(row, cells=(label, name), grid=_FIRST_GRID - at, level=0))
        elif at > min(told) and _ON_RISKS.fullmatch(_alone(row)):
            part = Passage("Ⅲ リスク対策", (0,), row.filled[0].spots[:1])
            made.append(replace(row, cells=(part,)))
        else:
            made.append(row)
    return made


def _alone(row: Row) -> str:
    """The folded text of a printed line, or of a head; empty if it is a row of cells."""
    return fold(tidy(row.text)) if not row.grid and len(row.filled) == 1 else ""


def _part_named(row: Row) -> bool:
    part = heads.part(_alone(row), alone=True) if _alone(row) else None
    return part is not None and not part.attached


def _names_outline(row: Row) -> bool:
    return bool(_alone(row) and _OF_OUTLINE.fullmatch(row.filled[0].text))


def _name_of(row: Row) -> Passage:
    match = _OF_OUTLINE.fullmatch(row.filled[0].text)
    return row.filled[0].part(*match.span("name")) if match else Passage()


def _outlined(rows: Sequence[Row]) -> bool:
    """Whether there are fields of the outline below a head."""
    labels = (words.whole(row.filled[0].text) for row in rows[1:] if len(row.filled) > 1)
    return len({each.field for each in labels if each and each.field in _TOLD}) >= _FEWEST


_BEHIND = re.compile(  # Ⅱ 概要（2）甲ファイル, （別添1）記録項目【甲ファイル】
    r"(?:[(（]?[0-9０-９]{1,2}[)）.．、]|[①-⑳(（【《＜<〈「\[:：―－-]|[ 　])[ 　]*"
    r"(?P<name>[^\s()（）【】《》＜＞<>〈〉「」\[\]:：①-⑳]{2,40}?(?:ファイル|データベース|DB|台帳|名簿))"
    r"[)）】》＞>〉」\] 　]*$"
)
_ANY = re.compile(r"^(?:特定)?個人情報ファイル$")


def behind_part(row: Row) -> tuple[Passage, ...]:
    """The file that the head of a part or attachment names behind its title.

    With the label of the form in front of it, but for the list of an attachment.
    """
    line = row.filled[0] if len(row.filled) == 1 else Passage()
    match = _BEHIND.search(line.text)
    part = heads.part(fold(tidy(line.text)), alone=True) if match else None
    if match is None or part is None or _ANY.match(match["name"]):
        return ()
    name = line.part(*match.span("name"))
    if part.attached:
        return (name,)
    return (Passage(_LABEL, (0,), name.spots[:1]), name) if part.name in OUTLINES else ()


_CHAPTER = re.compile(  # 第1部　甲ファイル, above an outline of its own
    r"第[ 　]?[0-9０-９一二三四五]{1,2}[ 　]?[部章編][ 　:：]+"
    r"(?P<name>[^\s()（）、。:：を]{1,40}(?:ファイル|データベース|DB|台帳|名簿))[ 　]*"
)


def below_chapters(rows: Sequence[Row]) -> dict[int, tuple[Passage, ...]]:
    """Of the parts that are printed anew for each file, the file whose chapter they stand in."""
    found: dict[int, tuple[Passage, ...]] = {}
    name = Passage()
    for at, row in enumerate(rows):
        line = row.filled[0] if len(row.filled) == 1 else Passage()
        if match := _CHAPTER.fullmatch(line.text):
            name = line.part(*match.span("name"))
            continue
        part = heads.part(fold(tidy(line.text)), alone=True) if line else None
        if part is None or part.attached:
            continue
        if part.name not in OUTLINES:
            name = Passage()
        elif name:
            found[at] = (Passage(_LABEL, (0,), name.spots[:1]), name)
    return found


_LONGEST = 200  # characters of a row that names the files


def file(row: Row, known: frozenset[str]) -> tuple[Passage, Passage] | None:
    """《(1)甲ファイル》, ■甲ファイル, (1) 甲台帳 named before: a label and the name."""
    plain = _undecorated(row)
    line = plain or row.cells[0]
    number = _COUNTED.match(line.text)
    name = line.part(number.end() if number else 0)
    of_file = _FILE.match(name.text) and plain is not None
    headed = plain or number or len(known) > 1  # 乙ファイル on a line of its own, one of several
    if not of_file and not (headed and key(name.text) in known):
        name = _among(row.cells[0], known)
    return (Passage(_LABEL, (0,), name.spots[:1]), name) if name else None


_BESIDE = re.compile(  # ◆ファイル1（甲ファイル）, その1 甲ファイル, 甲ファイルについて
    r"(?:(?:特定個人情報)?ファイル|第|番号|その|no\.?|について|に関する事項"
    r"|[0-9()\[\]<>【】《》〔〕「」:.、・■●◆○◇□▼-])*"
)


def _among(line: Passage, known: frozenset[str]) -> Passage:
    """The name of one of several files, with nothing but its number and signs beside it."""
    plain = key(line.text) if len(known) > 1 and len(line.text) <= _SHORT else ""
    for each in known if plain else ():
        before, found, behind = plain.partition(each)
        at = line.text.find(each)
        if found and at >= 0 and _BESIDE.fullmatch(before) and _BESIDE.fullmatch(behind):
            return line.part(at, at + len(each))
    return Passage()


_SHORT = 60  # characters of the head of a file
