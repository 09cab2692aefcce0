"""The order of a printed list of items: its numbers, wherever a table or a line puts them.

A list of hundreds of items is set in columns, along lines or down them, with or without a space, a
dot or a comma between its items. If all numbers that are printed in the same way make up one row
without a gap, they are the numbers of the items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_FIRST = re.compile(r"[ ]*(?P<number>\d(?:[ ]?\d){0,2})(?P<style>[.:)]|[ ]|(?=[^\d\s.,:)]))[ ]*")
_INNER = {
    ".": re.compile(r"(?P<number>(?<!\d)\d{1,3}|(?<= )\d[ ]\d)[.][ ]*(?=[^\d\s])"),
    ":": re.compile(r"(?<!\d)(?P<number>\d{1,3})[:][ ]*(?=[^\s])"),
    ")": re.compile(r"(?<![\d(])(?P<number>\d{1,3})[)][ ]*(?=[^\s])"),
    " ": re.compile(r"(?<=[ 、,;/])(?P<number>\d{1,3}|\d[ ]\d)[ ]+(?=[^\d\s])"),
    "": re.compile(r"(?<=[ 、,;/])(?P<number>\d{1,3}|\d[ ]\d)(?=[^\d\s.,:)年月日歳])"),
}
_BEFORE_DIGITS = {  # 2．1歳6か月児健診: the item itself begins with a number
    ".": re.compile(r"(?<!\d)(?P<number>\d{1,3})[.][ ]*(?=\S)"),
    " ": re.compile(r"(?<=[ 、,;/])(?P<number>\d{1,3})[ ]+(?=\S)"),
}
_BEGINS = re.compile(r"[ ]*(?P<number>\d{1,3})(?P<style>[. ])[ ]*")
_ENDS = " 　、，,;；/／"
_FEWEST = 3  # numbers that make up a run
_FEWEST_PAIRS = 2  # items side by side in a grid


@dataclass(slots=True)
class _Piece:
    number: int
    passage: Passage


def in_order(lines: Sequence[Passage]) -> list[Passage]:
    """The items one to a line in the order of their numbers.

    A line without a number goes on with the item above it. Where the numbers are not clear, the
    lines stay as they are.
    """
    first = next((found for line in lines if (found := _FIRST.match(fold(line.text)))), None)
    if first is None:
        return list(lines)
    style = first["style"]
    items = _sorted(lines, style, _FIRST, _INNER[style])
    if not items and style in _BEFORE_DIGITS:
        items = _sorted(lines, style, _BEGINS, _BEFORE_DIGITS[style])
    return items or list(lines)


def _sorted(
    lines: Sequence[Passage], style: str, begins: re.Pattern[str], inner: re.Pattern[str]
) -> list[Passage]:
    """The items in the order of their numbers; none if these do not make up one row."""
    heads: list[Passage] = []
    pieces: list[_Piece] = []
    for line in lines:
        cut = _cut(line, style, begins, inner)
        pieces.extend(cut)
        if not cut and pieces:
            pieces[-1].passage = joined([pieces[-1].passage, line])
        elif not cut:
            heads.append(line)
    numbers = [piece.number for piece in pieces]
    least = min(numbers, default=0)
    if len(numbers) < _FEWEST or sorted(numbers) != list(range(least, least + len(numbers))):
        return []
    pieces.sort(key=lambda piece: piece.number)
    return [*heads, *(_numbered(piece) for piece in pieces)]


_HYPHENED = re.compile(
    r"(?:^|(?<=[ ]))(?P<group>\d{1,2})[-‐―－](?P<number>\d{1,2})[. ]*(?=[^\d\s.,-])"
)


def dotted(line: Passage) -> list[Passage]:
    """1-1 氏名 1-2 住所: each item on its own, behind a number with a dot."""
    text = fold(line.text)
    found = list(_HYPHENED.finditer(text))
    if not found or found[0].start():
        return [line]
    ends = [*[match.start() for match in found[1:]], len(text)]
    return [
        _behind(f"{match['group']}.{match['number']} ", line.part(match.end(), end))
        for match, end in zip(found, ends, strict=True)
    ]


def _cut(
    line: Passage, style: str, begins: re.Pattern[str], inner: re.Pattern[str]
) -> list[_Piece]:
    """A line at its numbers; the first stands at its beginning."""
    text = fold(line.text)
    begun = begins.match(text)
    if begun is None or begun["style"] != style:
        return []
    ends = [begun, *inner.finditer(text, begun.end())]
    pieces = []
    for at, found in enumerate(ends):
        end = ends[at + 1].start() if at + 1 < len(ends) else len(text)
        inside = line.text[found.end() : end].rstrip(_ENDS)
        part = line.part(found.end(), found.end() + len(inside))
        pieces.append(_Piece(int(found["number"].replace(" ", "")), part))
    return pieces


def _numbered(piece: _Piece) -> Passage:
    """The item behind its number in one way of writing."""
    return _behind(f"{piece.number}. ", piece.passage)


def _behind(mark: str, inside: Passage) -> Passage:
    starts = tuple(start + len(mark) if start else 0 for start in inside.starts)
    return Passage(mark + inside.text, starts, inside.spots)


_NUMBER = re.compile(r"\d{1,3}[.)]?")
_GROUP = re.compile(r"[ ]*\d{1,2}(?:[.、:]|[ ])[ ]*[^\d\s.,]")
_INSIDE = re.compile(r"[ ]*(?:\(\d{1,2}\)|[①-⑳⑴-⒇])")


def numbered_pairs(cells: Sequence[Passage]) -> list[Passage]:
    """1 | 氏名 | 13 | 住所: a row of a grid without heads, each item behind its number."""
    if len(cells) < 2 * _FEWEST_PAIRS or len(cells) % 2:
        return []
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    if not all(_NUMBER.fullmatch(fold(number.text).strip()) for number, _ in pairs):
        return []
    if any(_NUMBER.fullmatch(fold(name.text).strip()) for _, name in pairs):
        return []
    return [_behind(f"{fold(number.text).strip(' .)')}. ", name) for number, name in pairs]


def under_groups(rows: Sequence[Row], column: int, groups: Sequence[int]) -> list[Passage]:
    """1．共通情報 | (1)氏名 (2)住所: each group in front of the items that stand beside it.

    None if not every group has a number, or if its items have none of another kind.
    """
    found: list[Passage] = []
    begun = False
    for row in rows:
        beside = [row.cells[i] for i in groups if i < len(row.cells) and row.cells[i]]
        cell = row.cells[column] if column < len(row.cells) else Passage()
        if len(beside) > 1 or (beside and not _GROUP.match(fold(beside[0].text))):
            return []
        if not cell or not (beside or begun) or not _INSIDE.match(fold(cell.text)):
            return []
        begun = True
        found.extend([joined(beside[0].lines(), "")] if beside else [])
        found.append(cell)
    return found


_PATH = re.compile(r"(?P<group>\d{1,2})(?:[-‐―－ー.](?P<number>\d{1,2}))?")
_OPTIONAL = re.compile(r"任意|希望(?:者|する)")


def hyphened(rows: Sequence[Row], column: int, remarks: Sequence[int]) -> list[Passage]:
    """1 | 基本情報, 1-1 | 氏名: each item behind the path that is printed beside it; else none."""
    found: list[Passage] = []
    inner = False
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else Passage()
        path = _PATH.fullmatch(key(row.cells[column - 1].text)) if column else None
        if not cell or path is None:
            return []
        inner = inner or bool(path["number"])
        mark = f"{path['group']}.{path['number']} " if path["number"] else f"{path['group']}. "
        note = " ".join(row.cells[i].text for i in remarks if i < len(row.cells))
        optional = " ※任意" if _OPTIONAL.search(note) else ""
        found.append(_behind(mark, Passage(cell.text + optional, cell.starts, cell.spots)))
    return found if inner else []


def by_marks(rows: Sequence[Row], column: int, remarks: Sequence[int]) -> list[Passage]:
    """(1) | 資格の情報, ア | 取得年月日: each item behind the mark that is printed beside it.

    A group may stand alone in its row. None if the marks do not make up a tree with two ranks.
    """
    found: list[Passage] = []
    for row in rows:
        cells = [cell for cell in row.cells[: column + 1] if cell]
        if not cells:
            continue
        note = " ".join(row.cells[i].text for i in remarks if i < len(row.cells))
        optional = " ※任意" if _OPTIONAL.search(note) else ""
        line = joined(cells, " ")
        found.append(Passage(line.text + optional, line.starts, line.spots))
    _, nodes = outline(joined(found))
    leaves = [child for node in nodes for child in node.children]
    whole = len(nodes) + len(leaves) == len(found)
    return (
        found
        if leaves and whole and all(node.value == at for at, node in enumerate(nodes, 1))
        else []
    )


_DOTTED = re.compile(r"(?<=\S)[ 　]+・[ 　]+(?=\S)")


def undotted(value: Passage) -> Passage:
    """個人番号 ・ 氏名 ・ 住所: dots between the items of a line, and no marks in front of them."""
    lines = value.text.split("\n")
    spans = [found.span() for found in compiled(r"\S+(?:[ 　]\S+)*").finditer(value.text)]
    bare = not compiled(r"[\d０-９①-⑳・、，。：:\[［【<＜]").search(value.text)
    if bare and len(spans) > len(lines) + 1:  # 個人番号  氏名  住所
        return joined([value.part(*span) for span in spans])
    if len(_DOTTED.findall(value.text)) < _FEWEST_PAIRS or any(each[:1] == "・" for each in lines):
        return value
    text = _DOTTED.sub(lambda found: found.group().replace("・", "、"), value.text)
    return Passage(text.replace("\n", "、"), value.starts, value.spots)
