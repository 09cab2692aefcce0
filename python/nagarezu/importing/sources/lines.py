"""Rows of tables in text: fields between tabs, or between bars.

A row with one field only continues a table if one came before; else its tab is an indentation. A
list number before a tab is no column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nagarezu.importing.rules import compiled

_BARS = re.compile(r"\s*[|｜].*[|｜]\s*")
_OPEN_BARS = re.compile(r"[^|｜]*[^|｜\s][ \u3000][|｜](?=[ \u3000]|$).*")  # a | b | c
# | 6 | 追記: the last columns of a row whose first cell stands on the lines above
_LAST_BARS = re.compile(r"\s*[|｜][ \u3000]*\d{1,3}[^|｜]{0,4}[|｜][ \u3000]*[^|｜]{1,60}")
_BAR = re.compile(r"(?<!\\)[|｜]")
# 担当課　｜図書館: one bar right in front of the value, as the edge of the column of labels
_GUTTER = re.compile(
    r"(?P<label>[ \u3000]*[^|｜│┃¦。\s][^|｜│┃¦。]{0,44}?[ \u3000]*|[ \u3000]{2,})"
    r"[|｜│┃¦](?P<value>[^|｜│┃¦]*)"
)
_GUTTERS = 3  # of a document; fewer bars may stand in a sentence
_RULE = re.compile(r"\s*:?[-‐—―─=]+:?\s*")
# 1. １） (1) （ア） ア a ① ・: what stands before a tab in a list that a word processor wrote.
_NUMBER = re.compile(
    r"\s*(?:[(（][0-9０-９]{1,3}[)）]|[0-9０-９]{1,3}[.．)）、]?|[(（]?[ア-ンa-zａ-ｚ][)）.．]?"
    r"|[①-⑳]|[・●○◯※*-]|第[0-9０-９一二三四五六七八九十]{1,3}[条章]?)\s*"
)


_DOUBLE_SPACED = 12  # lines from which one can tell


def closed_up(text: Sequence[str]) -> list[int]:
    """The numbers of the lines, without the empty ones of a text in which every second is empty.

    So does a converter write each line as a paragraph; an empty line then parts nothing.
    """
    printed = [number for number, line in enumerate(text, start=1) if line.strip()]
    apart = all(after - before > 1 for before, after in pairwise(printed))
    if apart and len(printed) >= _DOUBLE_SPACED:
        return printed
    return list(range(1, len(text) + 1))


def without_gutter(text: Sequence[str]) -> list[str]:
    """Lines whose one bar only parts a label from its value, with a blank in its place.

    Such a form goes on below in indented lines without a bar, so its rows are no table.
    """
    found = {
        number: match for number, line in enumerate(text) if (match := _GUTTER.fullmatch(line))
    }
    hung = any(_hangs(text[number + 1 : number + 2]) for number in found)
    if not hung:  # 番号 | 名称: rows of a table that nothing interrupts
        found = {n: match for n, match in found.items() if not _OPEN_BARS.fullmatch(text[n])}
    labelled = sum(1 for match in found.values() if match["label"].strip())
    if labelled < _GUTTERS or not any(match["value"].strip() for match in found.values()):
        return list(text)  # or it parts nothing: a bar at the end of each line
    return [
        f"{found[number]['label']}\u3000{found[number]['value']}" if number in found else line
        for number, line in enumerate(text)
    ]


# 変更日／項目／変更前の記載／変更後の記載, 番号 / 項目 / 備考, and bars without blanks
_SLASH = re.compile(r"[／｜│]|(?<=[ \u3000])/(?=[ \u3000])|\|(?![ \u3000]|$)")
_HEAD = re.compile(r"[ \u3000]*[^\d０-９。、「」\s][^\d０-９。、「」]{0,15}[ \u3000]*")
_OF_BODY = re.compile(r"[\d０-９。]")


def with_slashes(text: list[str]) -> list[str]:
    """Lines whose fields slashes part, below a line of heads, with tabs in their place.

    Each has as many slashes as the heads, two at least, and a number or a sentence in it: names
    side by side (氏名／住所／性別) are no table.
    """
    made, number = list(text), 0
    while number < len(text):
        end = number + 1
        if compiled("[／/｜│|]").search(text[number]) and not _BARS.fullmatch(text[number]):
            heads = _SLASH.split(text[number])
            if len(heads) > 2 and all(map(_HEAD.fullmatch, heads)):
                while end < len(text) and (
                    _is_body(text[end], len(heads)) or _sorts(text[end : end + 2], len(heads))
                ):
                    end += 1
                if end > number + 1:
                    made[number:end] = [_SLASH.sub("\t", line) for line in text[number:end]]
        number = end
    return made


def _is_body(line: str, width: int) -> bool:
    return len(_SLASH.split(line)) == width and bool(_OF_BODY.search(line))


# 【運用上の対策】, ア　申請者に関する項目: what sorts the rows below it
_SORTS = re.compile(
    r"[ \u3000]*(?:[【〔《〈＜<].{1,30}[】〕》〉＞>]"
    r"|[(（]?[ア-ン][)）.．]?[ \u3000]\S.{1,30})[ \u3000]*"
)


def _sorts(lines: Sequence[str], width: int) -> bool:
    """Whether a line within a table heads the rows below it."""
    return len(lines) > 1 and bool(_SORTS.fullmatch(lines[0])) and _is_body(lines[1], width)


def _hangs(below: Sequence[str]) -> bool:
    """Whether the line below goes on with a value: set in, and without a bar."""
    return any(
        compiled(r"[ \u3000]{3,}[^|｜│┃¦]+$|\u3000{2}[^|｜│┃¦]+$").match(line) for line in below
    )


def end_of_rows(text: Sequence[str], start: int, after_table: bool) -> int:
    """Where the run of rows that begins at a line ends; `start` itself if none begins there."""
    line = text[start]
    if "\t" in line:
        end = start + 1
        while end < len(text) and "\t" in text[end]:
            end += 1
        return end if _is_table(text[start:end], after_table) else start
    if "|" in line or "｜" in line:
        end = start
        while end < len(text) and _BARS.fullmatch(text[end]):
            end += 1
        if end == start and after_table and _LAST_BARS.fullmatch(text[start]):
            return start + 1
        return end if end > start else _end_of_open_rows(text, start)
    return start


def _end_of_open_rows(text: Sequence[str], start: int) -> int:
    """Rows without bars at their ends; one by itself has three fields at least."""
    end = start
    while end < len(text) and _OPEN_BARS.fullmatch(text[end]):
        end += 1
    alone = end == start + 1 and len(_BAR.findall(text[start])) < 2
    return start if alone else end


def fields(line: str) -> list[str]:
    """The fields of a row, blanks around bars left out."""
    if "\t" in line:
        return line.split("\t")
    found = _BAR.split(line.strip())
    inner = found[1:-1] if _BARS.fullmatch(line) else found
    return [field.strip(" ").replace("\\|", "|") for field in inner]


def is_rule(row: Sequence[str]) -> bool:
    """A row of dashes under the head of a table; it prints nothing."""
    stated = [field for field in row if field.strip()]
    return len(row) > 1 and bool(stated) and all(_RULE.fullmatch(field) for field in stated)


def _is_table(rows: Sequence[str], after_table: bool) -> bool:
    several = False
    for row in rows:
        first, *rest = row.split("\t")
        filled = [field for field in rest if field.strip()]
        if first.strip() and filled and not (_NUMBER.fullmatch(first) and len(filled) == 1):
            return True
        several = several or len(filled) > 1
    # Only rows whose first field is blank or a number: rows with more columns, rows that go on
    # with a table, and plainly numbered rows are tables.
    if several or (after_table and not all(_NUMBER.match(row) for row in rows)):
        return True
    told = all(row.rstrip().endswith("。") for row in rows)  # a list of sentences
    counted = all(compiled(r"\s*[0-9０-９]{1,3}\t").match(row) for row in rows)
    return len(rows) > 1 and counted and not told


def numbered(line: str) -> str:
    """A line of a list whose number a tab parts from its words, with a blank; else as it is."""
    first, _, rest = line.partition("\t")
    words = rest.lstrip("\t")
    listed = words.strip() and "\t" not in words and first.strip() and _NUMBER.fullmatch(first)
    return f"{first}\u3000{words}" if listed else line
