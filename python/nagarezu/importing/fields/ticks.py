"""Options with boxes: ■氏名 □本籍 ☑その他（学歴、資格）. Only what is ticked is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_TICKED = "■☑☒✓✔◉◼▣"
_EMPTY = "□☐◻▢"
_SPACED = r"(?:^|(?<=[\s　、,】」)）>]))"  # a letter that may stand for a box begins a word
_BOX = re.compile(
    rf"[{_TICKED}{_EMPTY}]"
    r"|[\[［【(（][ 　]*(?P<inside>[○◯〇●レ✓✔xX×☑■]?)[ 　]*[\]］】)）](?=[^\s。、]|[ 　]\S)"
    rf"|{_SPACED}[レ](?=[^\s　ァ-ヶー])"
    rf"|{_SPACED}[口ロ](?=[^\s　ァ-ヶー、。）)])(?!座|頭|径|述|腔|数)"  # 口座 is a word
    rf"|[●○◯〇◎](?=[^\s、。])|{_SPACED}[×✕](?=[^\s\d])"
)


# 該当するものを■とする, ■印は記録する項目: how the boxes are meant
_EXPLAINED = re.compile(
    r"[」』]?[ 　]?(?:とする|とした|印|を(?:付|つけ|記入|入れ|塗)|が(?:付|つい)|で(?:示|表)"
    r"|の(?:付|つい)(?:た|て)|は、?(?:該当|記録|取り?扱|保有|収集|有|当該))"
)


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name with what brackets add, and whether it is ticked."""

    name: Passage
    ticked: bool


def options(passage: Passage) -> list[Option]:
    """The options of a cell in printed order; none if it has no boxes."""
    text = passage.text
    outside = _outside(text)
    marks = [mark for mark in _BOX.finditer(text) if outside[mark.start()]]
    marks = [mark for mark in marks if not _EXPLAINED.match(text, mark.end())]
    kinds = {_kind(mark) for mark in marks}
    if not kinds & {"ticked", "empty"}:
        kinds_of_circle = {mark.group() for mark in marks if _kind(mark) == "circle"}
        if not ("●" in kinds_of_circle and len(kinds_of_circle) > 1):
            return []
    boxes = [mark for mark in marks if _counts(mark, kinds)]
    found = []
    for index, mark in enumerate(boxes):
        end = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        name = _name(passage, mark.end(), end)
        if name:
            found.append(Option(name, _ticked(mark, kinds)))
    return found


def _kind(mark: re.Match[str]) -> str:
    sign = mark.group()
    if sign in _TICKED:
        return "ticked"
    if sign in _EMPTY or sign in "×✕":
        return "empty"
    if mark["inside"] is not None:
        return "ticked" if mark["inside"] else "empty"
    return {"レ": "check", "口": "square", "ロ": "square"}.get(sign, "circle")


def _counts(mark: re.Match[str], kinds: set[str]) -> bool:
    """口 is a box only beside real ones, ○ only where no other sign ticks."""
    kind = _kind(mark)
    if kind in ("square", "check"):
        return bool(kinds & {"ticked", "empty"})
    if kind == "circle":
        return "ticked" not in kinds
    return True


def _ticked(mark: re.Match[str], kinds: set[str]) -> bool:
    kind = _kind(mark)
    if kind == "circle":
        return mark.group() in "●◎" or "empty" in kinds
    return kind in ("ticked", "check")


def _outside(text: str) -> list[bool]:
    """For each character whether no round bracket of its line is open in front of it."""
    found, depth = [], 0
    for char in text:
        found.append(depth <= 0)
        depth = 0 if char == "\n" else depth + (char in "(（") - (char in ")）")
    return found


def _name(passage: Passage, start: int, end: int) -> Passage:
    """The words behind a box, up to the head of the next group."""
    head = compiled(r"【|〔|＜").search(passage.text[start:end])
    if head:
        end = start + head.start()
    part = passage.part(start, end)
    lines = part.text.split("\n")
    if len(lines) > 1 and not _open(lines[0]):
        return part.part(0, len(lines[0]))
    return part.part(0, len(part.text.rstrip(" 　、，,・")))


def _open(text: str) -> bool:
    folded = fold(text)
    return folded.count("(") > folded.count(")")


def plain(option: Option) -> tuple[str, str]:
    """Name and content of the brackets behind it: その他, 学歴、資格."""
    text = tidy(option.name.text)
    match = compiled(r"(?P<name>[^（(]*)[（(](?P<inside>.*)[)）][。]?", re.DOTALL).fullmatch(text)
    return (match["name"].strip(), match["inside"].strip()) if match else (text, "")
