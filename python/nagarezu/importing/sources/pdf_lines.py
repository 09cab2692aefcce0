"""Characters of a page to lines with their looks, and wrapped lines back to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from nagarezu.importing.blocks import Span
from nagarezu.importing.rules.characters import ends_with_mark

Char = dict[str, Any]

_BOLD = re.compile(r"bold|heavy|black|demi|[-_,]w[6-9]|[-_,](?:eb|db|ub|h)$", re.IGNORECASE)
_GAP = 0.7  # of the size of a character: a wider gap is printed as a blank
_WIDE = 2.0  # of that size: such a gap parts columns
_PITCH = 1.5  # of that size: lines further apart are no lines of one paragraph
_SHIFT = 0.6  # points between two prints of one character that make it look bold
# What begins a new paragraph even after a line that is full.
_MARKER = re.compile(
    r"[ \u3000]*(?:[(（][0-9０-９ア-ンa-zａ-ｚ一-十]{1,3}[)）]|[0-9０-９]{1,3}[ \u3000.．、)）]"
    r"|[①-⑳㉑-㊿ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰ-ⅹ]|[ア-ン][ \u3000.．、)）]|[a-zａ-ｚ][ \u3000.．)）]"
    r"|[・●○◎◇◆■□※→☆★▼▲【<＜〈《]"
    r"|第(?:[0-9０-９一二三四五六七八九十]{1,4}[ \u3000条章節]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,2}[ \u3000章部編]))"
)
# Signs that may not end a line, a word, signs that may not begin one.
_TOGETHER = re.compile(
    r"[「『（(【〔［〈《“‘]*(?:[!-~]{1,30}|.)"
    r"[、。，．,.・：；」』）)】〕］〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*"
)
_ASCII = re.compile(r"[!-~]")
# a title ends with （答申）, and the day of a letter stands by itself, however full the line is
_ENDED = re.compile(
    r"[(（][ 　]*(?:答[ 　]*申|諮[ 　]*問|説明資料|協議資料)[ 　]*[)）][ 　]*$"
    r"|^[ 　]*(?:令和|平成)[ 　0-9０-９元]+年[ 　0-9０-９]+月[ 　0-9０-９]+日[ 　]*$"
)


@dataclass(frozen=True)
class Line:
    """One printed line: its spans and where it stands, in points from the top left."""

    spans: tuple[Span, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    alone: bool = False  # put on the page afterwards: it goes on with no other line

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def lines_of(chars: list[Char], rules: list[Any]) -> list[Line]:
    """Group characters by their baseline, left to right; blank lines are left out."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c["top"] + c["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        if rows and _belongs(rows[-1], middle):
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [_line(sorted(row, key=lambda c: (c["x0"], c["top"])), rules) for row in rows]
    return [line for line in lines if line.text.strip()]


def _belongs(row: list[Char], middle: float) -> bool:
    """Whether a character whose middle lies there stands on the line of the last one."""
    last = row[0]
    return bool(middle - (last["top"] + last["bottom"]) / 2 < max(2.0, last["size"] * 0.45))


def _line(chars: list[Char], rules: list[Any]) -> Line:
    chars = _single(chars)
    size = max(char["size"] for char in chars)
    below = _underlines(chars, rules, size)
    spans: list[Span] = []
    previous: Char | None = None
    for char in chars:
        bold = char.get("twice", False) or bool(_BOLD.search(str(char.get("fontname", ""))))
        middle = (char["x0"] + char["x1"]) / 2
        under = any(left <= middle <= right for left, right, _ in below)
        struck = any(left <= middle <= right for left, right, through in below if through)
        text = char["text"]
        if previous is not None and char["x0"] - previous["x1"] > _GAP * size:
            blank = not (text.isspace() or previous["text"].isspace())
            wide = char["x0"] - previous["x1"] > _WIDE * size
            text = ("  " if wide else " ") + text if blank else text
        _append(spans, Span(text, bold, under and not struck, struck))
        previous = char
    return (
        Line(
            tuple(spans),
            min(char["x0"] for char in chars if not char["text"].isspace() or len(chars) == 1),
            max((char["x1"] for char in chars if not char["text"].isspace()), default=0.0),
            min(char["top"] for char in chars),
            max(char["bottom"] for char in chars),
            size,
        )
        if any(not char["text"].isspace() for char in chars)
        else _BLANK
    )


_BLANK = Line((), 0.0, 0.0, 0.0, 0.0, 0.0)


def _single(chars: list[Char]) -> list[Char]:
    """Characters once; one that is printed twice to look bold remembers it."""
    kept: list[Char] = []
    for char in chars:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last["text"] == char["text"]
            and abs(last["x0"] - char["x0"]) < _SHIFT
            and abs(last["top"] - char["top"]) < _SHIFT
        ):
            last["twice"] = True
        else:
            kept.append(char)
    return kept


def _underlines(
    chars: list[Char], rules: list[Any], size: float
) -> list[tuple[float, float, bool]]:
    """Thin rules under or through a line: (left, right, whether it goes through)."""
    top = min(char["top"] for char in chars)
    bottom = max(char["bottom"] for char in chars)
    found = []
    for rule in rules:
        if rule["bottom"] - rule["top"] > 1.6 or rule["x1"] - rule["x0"] < size * 0.4:
            continue
        height = (rule["top"] + rule["bottom"]) / 2
        if bottom - 0.35 * size <= height <= bottom + 0.25 * size:
            found.append((rule["x0"], rule["x1"], False))
        elif top + 0.3 * size < height < bottom - 0.4 * size:
            found.append((rule["x0"], rule["x1"], True))
    return found


def _append(spans: list[Span], span: Span) -> None:
    last = spans[-1] if spans else None
    if last and (last.bold, last.underlined, last.struck) == (
        span.bold,
        span.underlined,
        span.struck,
    ):
        spans[-1] = Span(last.text + span.text, span.bold, span.underlined, span.struck)
    else:
        spans.append(span)


def joined(lines: list[Line], right: float, left: float | None = None) -> list[tuple[Span, ...]]:
    """Paragraphs of lines that were wrapped at `right`; of a cell, `left` is its other edge.

    A line goes on with the one before if that one is full and it does not begin anew: with a list
    number, or further right than a line without one.
    """
    if not lines:
        return []
    if len(lines) > 1 and all(len(line.text.strip()) == 1 for line in lines):
        return [_stripped([span for line in lines for span in line.spans])]  # set downwards
    padding = 0.0 if left is None else max(0.0, min(line.left for line in lines) - left)
    edge = right - min(padding, 3 * lines[0].size)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        full = before.right + _unbreakable(line.text) * line.size > edge - 0.6 * before.size
        deeper = line.left > before.left + 0.5 * line.size and not _MARKER.match(before.text)
        alone = before.alone or line.alone or line.top - before.bottom > _PITCH * line.size
        alone = alone or ("  " in before.text.strip() and "  " in line.text.strip())  # columns
        alone = alone or bool(_ENDED.search(before.text))
        anew = _MARKER.match(line.text) and not _open_bracket(groups[-1])
        if full and not deeper and not alone and not anew:
            groups[-1].append(line)
        else:
            groups.append([line])
    found = [_stripped(_together(group)) for group in groups]
    return [spans for spans in found if spans]


def _open_bracket(lines: list[Line]) -> bool:
    """Whether a bracket is open at the end: then `ム）` goes on with a word and is no number."""
    text = "".join(line.text for line in lines)
    return sum(text.count(sign) for sign in "（(") > sum(text.count(sign) for sign in "）)")


def _unbreakable(text: str) -> float:
    """Width of what must stand together at the start of a line, in characters.

    A line is full if this would not have fitted behind it: `「ー」` needs three characters.
    """
    match = _TOGETHER.match(text.lstrip())
    token = match.group() if match else text[:1]
    return min(12.0, sum(0.5 if _ASCII.match(sign) else 1.0 for sign in token))


def _together(lines: Iterable[Line]) -> list[Span]:
    spans: list[Span] = []
    for line in lines:
        for number, span in enumerate(line.spans):
            text = span.text
            if number == 0 and spans and _parted(spans[-1].text, text):
                text = " " + text
            _append(spans, Span(text, span.bold, span.underlined, span.struck))
    return spans


def _parted(before: str, after: str) -> bool:
    """Whether a blank stood where a line was broken."""
    letters = _ASCII.match(after) and _ASCII.match(before[-1])
    return bool(letters) or ends_with_mark(before, after)


def _stripped(spans: list[Span]) -> tuple[Span, ...]:
    kept = [span for span in spans if span.text]
    if kept:
        last = kept[-1]
        kept[-1] = Span(last.text.rstrip(), last.bold, last.underlined, last.struck)
    return tuple(span for span in kept if span.text)
