"""Options of a form with their marks: [○]個人番号 [ ]連絡先."""

from __future__ import annotations

import re

from nagarezu.importing.fields import ticks
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled

_MARK = r"[\[［【〔(]\s*(?P<mark>[○◯〇●レ✓ ]?)\s*[\]］】〕)]"
_OPTION = re.compile(
    rf"{_MARK}\s*(?P<name>[^\[\]［］【】〔〕\s][^\[\]［］【】〔〕]{{0,59}}?)"
    r"(?=\s*[\[［【〔(（]\s*[○◯〇●レ✓ ]?\s*[\]］】〕)）]|[ 　]*\n|$)"
)
_NEXT_HEAD = re.compile(r"\n|[ 　]・")  # ・連絡先等情報 in front of the options below it


# 庁内連携システム［○］　税務システム［－］　その他［○］（甲システム）: the mark behind its name
_BEHIND = re.compile(
    r"(?P<name>[^\s\[［【〔、，,・／/|｜:：][^\[［【〔\]］】〕、，／/|｜\n]{1,40}?)[ 　:：]*"
    r"[\[［【〔(（][ 　]*(?P<mark>[○◯〇●レ✓有無ー－―×✕✗\- 　]?)[ 　]*[\]］】〕)）]"
    r"(?P<more>[ 　]*[(（][^()（）]{2,60}[)）])?(?=$|[\s　、，,・／/|｜。])"
)
_YES = "○◯〇●レ✓有"


def _behind(passage: Passage) -> list[Passage] | None:
    """Those marked behind their names; none where not each option of the cell is printed so."""
    text = passage.text
    found = list(_BEHIND.finditer(text))
    if len(found) < 2 or not any(each["mark"] in _YES for each in found if each["mark"]):
        return None
    spans = [(0, 0), *(each.span() for each in found), (len(text), len(text))]
    between = [text[spans[at][1] : spans[at + 1][0]] for at in range(len(spans) - 1)]
    if any(compiled(r"[^\s　、，,・／/|｜。]").search(each) for each in between):
        return None
    return [_with_more(passage, each) for each in found if (each["mark"] or " ") in _YES]


def _with_more(passage: Passage, option: re.Match[str]) -> Passage:
    """その他（甲システム）: the name with what stands in brackets behind the mark."""
    name = passage.part(*option.span("name"))
    more = passage.part(*option.span("more")) if option["more"] else Passage()
    return joined([name, more], "")


# ○　庁内連携基盤 and below it ―　税務システム: a bare mark in front of each name
_BARE = re.compile(r"(?P<mark>[○◯〇●×✕✗・]|[-ー－―‐−](?=[ 　]))[ 　]*(?P<name>[^\s○◯〇●×✕✗].*)")
_SIDE = re.compile(r"[^\n]+?(?=　(?=[○◯〇●×✕✗ー－―‐−・])|[ ]{2,}|\n|$)")


def _in_front(passage: Passage) -> list[Passage] | None:
    """Those with a ring where the others have a stroke; a ring in front of all is a bullet."""
    sides = [side for side in _SIDE.finditer(passage.text) if side.group().strip()]
    found = [(_BARE.fullmatch(side.group().strip()), side) for side in sides]
    marks = [match["mark"] for match, _ in found if match]
    if len(marks) < len(sides) or len(marks) < 2:
        return None
    if all(mark in _YES for mark in marks) or not any(mark in _YES + "●" for mark in marks):
        return None
    spans = [
        (side.start() + side.group().index(match["name"]), side.end(), match["mark"])
        for match, side in found
        if match
    ]
    return [passage.part(start, end) for start, end, mark in spans if mark in _YES + "●"]


def marked(passage: Passage) -> list[Passage]:
    """Return the names of the options that bear a mark, in their order; ☑ and ■ are such, too."""
    if (behind := _behind(passage)) is not None:
        return behind
    if (bare := _in_front(passage)) is not None:
        return bare
    found = []
    if not _OPTION.search(passage.text):
        return [each.name for each in ticks.options(passage) if each.ticked]
    for option in _OPTION.finditer(passage.text):
        start, end = option.span("name")
        head = _NEXT_HEAD.search(passage.text, start, end)
        if option["mark"].strip():
            found.append(passage.part(start, head.start() if head else end))
    return found
