"""Text with `[[…]]` around additions, split for formats that know bold and underlined."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Run(NamedTuple):
    text: str
    added: bool


def runs(text: str) -> list[Run]:
    found, position = [], 0
    for match in _ADDED.finditer(text):
        found += [Run(text[position : match.start()], False), Run(match.group(1), True)]
        position = match.end()
    return [run for run in [*found, Run(text[position:], False)] if run.text]


def plain(text: str) -> str:
    return _ADDED.sub(r"\1", text)


def letters(column: int) -> str:
    """0 → A; test documents have no more than 26 columns."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column]


class Places(dict[str, str]):
    """Where the named parts stand; a name is given once."""

    def note(self, key: str, where: str | int) -> None:
        if key:
            assert key not in self, key
            self[key] = str(where)
