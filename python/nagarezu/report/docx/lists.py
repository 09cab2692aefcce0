"""Bullets and numbers: real lists of Word as far as its circled numbers go, typed marks beyond."""

from __future__ import annotations

from nagarezu.languages import Lang
from nagarezu.report.circled import circled
from nagarezu.report.docx.styles import INDENT, faces
from nagarezu.report.docx.xml import Xml, part, w

MOST = 20  # Word circles numbers up to twenty
BULLETS = 1


def mark(number: int, lang: Lang) -> str:
    """Return ① … ㊿, then (51); in English 1., 2."""
    return circled(number) if lang == "ja" else f"{number}."


def numbering(lang: Lang, count: int) -> bytes:
    """The part with bullets as list 1, and `count` numbered lists that each start at one."""
    bullet = _abstract(0, "bullet", "・" if lang == "ja" else "•", lang)
    form, shown = ("decimalEnclosedCircle", "%1") if lang == "ja" else ("decimal", "%1.")
    numbers = _abstract(1, form, shown, lang)
    restart = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    lists = [w("num", w("abstractNumId", val=0), numId=BULLETS)]
    for place in range(count):
        lists.append(w("num", w("abstractNumId", val=1), restart, numId=BULLETS + 1 + place))
    return part("w:numbering", bullet, numbers, *lists)


def _abstract(id_: int, form: str, shown: str, lang: Lang) -> Xml:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=shown),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=INDENT, hanging=INDENT)),
        w("rPr", faces(lang, sans=False)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=id_)
