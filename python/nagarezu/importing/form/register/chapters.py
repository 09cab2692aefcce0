"""The list of what a register consists of, in front of it: この調書の構成 and the heads below it.

Its lines are printed again where each chapter begins; there alone they head anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key, without_brackets

_HEAD = re.compile(r"(?:構成|目次|もくじ|内容一覧)$")
_LEAST = 3  # lines of such a list
_LONGEST = 60  # characters of one


def take(rows: Sequence[Row], index: int) -> int:
    """How many rows such a list takes: its head, and lines of which most come again below."""
    if len(rows[index].filled) != 1 or not _HEAD.search(_plain(rows[index])):
        return 0
    end = index + 1
    while end < len(rows) and _is_line(rows[end]):
        if end > index + 1 and _plain(rows[end]) == _plain(rows[index + 1]):
            break  # the first chapter begins
        end += 1
    lines = [_plain(row) for row in rows[index + 1 : end]]
    below = [_plain(row) for row in rows[end:] if len(row.filled) == 1]
    again = [line for line in lines if line in below]
    return end - index if len(lines) >= _LEAST and 2 * len(again) > len(lines) else 0


def _is_line(row: Row) -> bool:
    return len(row.filled) == 1 and len(row.text) <= _LONGEST and "。" not in row.text


def _plain(row: Row) -> str:
    return key(without_brackets(row.text))
