"""Tables that are drawn in text: ┌─┬─┐ above │ label │ value │, or +---+ above | label | value |.

What stands between two drawn lines is one row; where only the frame and the heads are drawn, a line
with something in its first cell begins one. A line of a cell that goes to its edge goes on in the
next one; one that ends before it, or in front of the next mark of a list, is a line by itself. The
heads of columns may stand in the upper line of the frame, the number of a page between two rows.
A table may have lines between its rows and columns only, and none at its sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.inert import width

_EDGE = re.compile(
    r"[ \u3000]*(?:[┌┏╔├┣┠╠└┗╚┝┟┢][─━═┄┅┈┉\-－ー―┬┳┯┰╦┼╋┿╂╬┴┻┷┸╩│┃ \u3000]*[┐┓╗┤┫┨╣┘┛╝┥┧┪]"
    r"|\+(?:[-=]{2,}\+)+)[ \u3000]*"
)
_HEADED = re.compile(  # ┌ 区分 ─┬ 相手方 ───┐: the heads of the columns stand in the frame
    r"[ \u3000]*[┌┏╔][^┐┓╗│┃║]*[┬┳┯┰╦][^┐┓╗│┃║]*[┐┓╗][ \u3000]*"
)
_FRAME = "─━═┄┅┈┉-－ー―┌┏╔┐┓╗ \u3000"
_CROSS = re.compile("[┬┳┯┰╦]")
_PAGE = re.compile(r"[ \u3000]*[-－―][ \u3000]*[0-9０-９]{1,3}[ \u3000]*[-－―][ \u3000]*")
_ROW = re.compile(r"[ \u3000]*[│┃║|｜].*[│┃║|｜┤┨┫][ \u3000]*")
_SIDE = re.compile(r"[│┃║|｜]")
_BEGINS = tuple("┌┏╔├┣┠╠+│┃║")
_MARK = re.compile(
    r"\s*(?:[①-⑳・※○◯●◎◇◆□■【〔［《〈]|[(（]?[0-9０-９]{1,2}[)）.．、 　]"
    r"|[(（]?[ア-ン][)）.．、 　])"
)
_FEWEST = 2  # lines of a table
_RULED = 3  # rows between drawn lines; of fewer the heads alone may be ruled off
_ROOM = 2  # half widths at the edge that the next character may have been too broad for


@dataclass(slots=True)
class Line:
    """One line of a cell, with those on which it goes on; `number` counts the lines from 0."""

    number: int
    text: str


Row = list[list[Line]]  # for each column the lines of its cell


def may_begin(line: str) -> bool:
    """Whether a line begins as those of a drawn table do."""
    return line.lstrip(" \u3000").startswith(_BEGINS)


def end(text: Sequence[str], start: int) -> int:
    """Where the drawn table that begins at a line ends; the line itself if none does."""
    at, sides, edges = start, 0, 0
    while at < len(text):
        edge = _EDGE.fullmatch(text[at]) or (at == start and _HEADED.fullmatch(text[at]))
        page = sides and _PAGE.fullmatch(text[at]) and any(map(_SIDED.match, text[at + 1 : at + 2]))
        if not (edge or page or _ROW.fullmatch(text[at])):
            break
        edges += bool(edge)
        sides += not (edge or page)
        at += 1
    return at if sides and edges and sides + edges >= _FEWEST else start


# ------ between 委託先 ｜ 甲社: a line across the page, with crosses or without
_ACROSS = re.compile(r"[ \u3000]*[-=─━═―－ー┄┅┈┉┬┳┯┰┼╋┿╂╬┴┻┷┸╩+＋]{10,}[ \u3000]*")
_BROKEN = 40  # half widths of a column, below which no line of a cell is cut


def framed(text: Sequence[str]) -> list[str]:
    """The text with sides drawn to the tables that have none.

    Their rows stand between lines across the page, the bars within them one below the other.
    """
    made, tables, start = list(text), list[range](), 0
    while start < len(text):
        stop = _end_of_open(text, start) if _ACROSS.fullmatch(text[start]) else start
        if stop > start:
            tables.append(range(start, stop))
        start = max(stop, start + 1)
    told = [number for table in tables for number in table if _SIDE.search(text[number])]
    values = {number: _SIDE.split(text[number])[-1].rstrip() for number in told}
    widest = max(map(width, values.values()), default=0)
    longest = max(map(len, values.values()), default=0)
    for number in (each for table in tables for each in table):
        if number not in values:
            made[number] = "+--+"
            continue
        value = values[number]  # a program counts what fits in half widths, or in characters
        full = width(value) >= widest - _ROOM or len(value) >= longest - 1
        room = "" if full and width(value) >= _BROKEN else " " * (_ROOM + 1)
        made[number] = f"｜{text[number].rstrip()}{room}｜"
    return made


def _end_of_open(text: Sequence[str], start: int) -> int:
    """Where a table without sides that begins with a line across ends; that line if none does."""
    bars: list[int] = []
    end, at = start, start + 1
    while at < len(text):
        if _ACROSS.fullmatch(text[at]):
            end = at + 1
        else:
            found = [width(text[at][: side.start()]) for side in _SIDE.finditer(text[at])]
            bars = bars or found
            if not found or found != bars or not found[0]:
                break
        if not bars:
            break
        at += 1
    return end


# ┌ 委託1 ────, │ 委託先：甲社, └────: a box that is drawn at its left side only
_TOP = re.compile(r"[ \u3000]*[┌┏╔╭](?P<head>[^┐┓╗╮│┃║┬┳]*)")
_BETWEEN = re.compile(r"[ \u3000]*[├┣╠└┗╚╰](?P<head>[^┤┫╣┘┛╝╯│┃║┼┴]*)")
_BESIDE = re.compile(r"(?P<inset>[ \u3000]*)[│┃║](?P<line>[^│┃║|｜]*)")


def unboxed(text: Sequence[str]) -> list[str]:
    """The text without the strokes at the left of boxes that have no other side."""
    made, start = list(text), 0
    while start < len(text):
        stop = start + 1
        if _TOP.fullmatch(text[start]):
            while stop < len(text) and (
                _BESIDE.fullmatch(text[stop]) or _BETWEEN.fullmatch(text[stop])
            ):
                stop += 1
        for number in range(start, stop) if stop > start + 1 else ():
            beside = _BESIDE.fullmatch(text[number])
            edge = _TOP.fullmatch(text[number]) or _BETWEEN.fullmatch(text[number])
            if beside:
                made[number] = f"{beside['inset']} {beside['line']}"
            elif edge:
                made[number] = edge["head"].strip(_FRAME)
        start = stop
    return made


_SIDED = re.compile(r"[ \u3000]*[│┃║├┣┠╠└┗╚┝┟┢]")  # what goes on below the number of a page


def rows(text: Sequence[str], start: int, stop: int) -> list[Row]:
    """The rows of a drawn table."""
    groups: list[list[int]] = [[]]
    heads = _HEADED.fullmatch(text[start]) and not _EDGE.fullmatch(text[start])
    for number in range(start + bool(heads), stop):
        if _EDGE.fullmatch(text[number]):
            groups.append([])
        elif not _PAGE.fullmatch(text[number]):
            groups[-1].append(number)
    told = [group for group in groups if group]
    if len(told) < _RULED:
        told = [part for group in told for part in _by_first_cell(text, group)]
    made = [_row(text, group) for group in told]
    return [_in_frame(text[start], start), *made] if heads else made


def _in_frame(line: str, number: int) -> Row:
    """The heads that stand in the upper line of a frame."""
    printed = [part.strip(_FRAME) for part in _CROSS.split(line)]
    return [[Line(number, part)] if part else [] for part in printed]


def _by_first_cell(text: Sequence[str], group: Sequence[int]) -> list[list[int]]:
    parts: list[list[int]] = []
    for number in group:
        if not parts or _SIDE.split(text[number].strip(" \u3000"))[1].strip():
            parts.append([])
        parts[-1].append(number)
    return parts


def _row(text: Sequence[str], numbers: Sequence[int]) -> Row:
    cells: Row = []
    left: list[int] = []  # the room that the line above has left in each column
    for number in numbers:
        printed = _SIDE.split(text[number].strip(" \u3000"))[1:-1]
        cells += [[] for _ in range(len(printed) - len(cells))]
        left += [0] * (len(printed) - len(left))
        for column, part in enumerate(printed):
            _add(cells[column], part, number, left[column])
            left[column] = width(part) - width(part.rstrip())
    return cells


def _add(cell: list[Line], part: str, number: int, left: int) -> None:
    if not part.strip():
        return
    if cell and left <= _ROOM and not _MARK.match(part):
        cell[-1].text += part.strip()
    else:
        cell.append(Line(number, part.rstrip()))
