"""Sheets by the number that heads each: 第3票, 個票2, 様式B. Other parts cite them so."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

_WORD = r"(?:個票|票|様式|調書|シート)"
_NUMBER = r"[0-9a-z一二三四五六七八九十ア-オ]{1,2}"
MARK = rf"(?:第?{_NUMBER}号?{_WORD}|{_WORD}第?{_NUMBER}号?(?![0-9a-z]))"
_MARK = re.compile(MARK)
_COUNT = rf"(?:{_NUMBER}|[甲乙丙丁戊己])"
# 案2, 付議事項その1, カード3, 丙の部, 第2章: what an office calls its sheets where it heads them
_CALLED = (
    rf"(?:議?案|件名?|議題|付議(?:事項)?|審議(?:事項)?|カード|事項|区分|項目)(?:その)?第?{_COUNT}(?![0-9a-z])"
    rf"|その{_COUNT}(?![0-9a-z])|第?{_COUNT}の?(?:部|件|案|章|項|節)(?!名|数)"
)
_HEAD = re.compile(rf"[■◆●○【〔(]?(?P<mark>{MARK}|{_CALLED})")
_BEFORE = re.compile(r"[一-龠ァ-ヶ0-9]$")  # 議案2 is not 案2


def of(sheet: Sheet) -> str:
    """The number that heads a sheet; empty if it has none."""
    found = (_HEAD.match(key(text)) for text in heads(sheet))
    return next((head["mark"] for head in found if head), "")


def heads(sheet: Sheet) -> list[str]:
    """The line that heads a sheet, and the label of its title: 件名2, 3 件名."""
    title = sheet.get("title")
    return [sheet.head.text or sheet.title.text, *([title.printed.text] if title else [])]


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
    return next((each for each in reversed(found) if each), "") or _called(builder, key(text))


def _called(builder: Builder, plain: str) -> str:
    """The matter of the sheet that the head of a part names as the office does: 案2に係る点検表."""
    for mark, matter in builder.registered.items():
        at = plain.find(mark) if compiled(_CALLED).fullmatch(mark) else -1
        apart = (
            at >= 0 and not _BEFORE.search(plain[:at]) and not plain[at + len(mark) :][:1].isdigit()
        )
        if apart and matter:
            return matter
    return ""
