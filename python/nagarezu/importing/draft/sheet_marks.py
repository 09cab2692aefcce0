"""Sheets by the number that heads each: 第3票, 個票2, 様式B. Other parts cite them so."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.rules.characters import key

_WORD = r"(?:個票|票|様式|調書|シート)"
_NUMBER = r"[0-9a-z一二三四五六七八九十ア-オ]{1,2}"
MARK = rf"(?:第?{_NUMBER}号?{_WORD}|{_WORD}第?{_NUMBER}号?(?![0-9a-z]))"
_MARK = re.compile(MARK)
_HEAD = re.compile(rf"[■◆●○【〔(]?(?P<mark>{MARK})")


def of(sheet: Sheet) -> str:
    """The number that heads a sheet; empty if it has none."""
    head = _HEAD.match(key(sheet.head.text or sheet.title.text))
    return head["mark"] if head else ""


def register(builder: Builder, sheet: Sheet, matter: str) -> None:
    """Take note of the matter that a number stands for; that of two sheets stands for none."""
    if mark := of(sheet):
        known = builder.registered.setdefault(mark, matter)
        builder.registered[mark] = matter if known == matter else ""


def marks(text: str) -> list[str]:
    """The numbers of sheets that a text names."""
    return _MARK.findall(key(text))


def named(builder: Builder, text: str) -> str:
    """The matter of the sheet whose number a text names last; empty without one."""
    found = [builder.registered.get(each, "") for each in marks(text)]
    return next((each for each in reversed(found) if each), "")
