"""Sentences that end politely, as the readers know them: 委託します → 委託する.

Papers for citizens and answers to a council are written so from end to end. What is read of them is
printed as it stands: each change is kept with the words in front of it, by which it is found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nagarezu.importing.rules import compiled

_ENDING = re.compile(
    r"(?P<front>[^\s。、「」（）()]{1,24}?)(?P<end>ませんでした|ました|ません|ます|でした|です)"
    r"(?=[。（(）)」]|$|が、|ので、|から、)"
)
# What is said to the council itself, which the readers know in its polite form
_TO_COUNCIL = re.compile(r"諮問|答申|意見|審議|お願い|お答え|報告します|回答します|申し上げ")
_FEWEST = 3  # polite sentences of a paper that keeps to them
_SHOWN = 6  # characters in front of an ending by which it is found again

_ICHIDAN = re.compile(  # 用います, できます: these end in る, though い or き stands in front
    r"(?:用い|率い|報い|起き|尽き|生き|でき|出来|過ぎ|満ち|落ち|閉じ|足り|借り|降り|試み|省み|顧み|帯び|延び|伸び|浴び"
    r"|(?<=[てで])い|(?<=[にがは])い|[えけげせぜてでねべめれじ]|[一-龥])$"
)
_U_ROW = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_A_ROW = dict(zip("いきぎしちにびみり", "わかがさたなばまら", strict=True))
_PAST = {
    **dict.fromkeys("いちり", "った"),
    **dict.fromkeys("びみに", "んだ"),
    "き": "いた",
    "ぎ": "いだ",
    "し": "した",
}
# 渡します, 受渡します and 起こします end in す; 委託します, 有します and 早くします in する
_IN_SU = re.compile(
    r"(?:(?<![一-龥])(?![有要付課関対属発反適達接資期介解処称略列議])[一-龥]|[こけらかやめさた]|なく"
    r"|(?:引|受|手|明)渡|[貸持取呼差払]出|(?:取|抹)消|差戻|払戻|見直|[引繰]返|書写)し$"
)
_ADJECTIVE = re.compile(r"(?:な|た|し|よ|多|高|低|早)い$")


def plain(sentence: str) -> str:
    """A sentence with its polite endings made plain."""
    return _ENDING.sub(lambda found: _said(found["front"], found["end"]), sentence)


def _said(front: str, end: str) -> str:
    if end in ("です", "でした"):
        adjective = _ADJECTIVE.search(front)
        past = "であった" if end == "でした" else "である"
        return front + ("" if adjective and end == "です" else past)
    for humble, usual in (("ております", "ています"), ("でおります", "でいます")):
        if (front + "ます").endswith(humble):
            front = (front + "ます").removesuffix(humble) + usual.removesuffix("ます")
    front = compiled(r"(?:いた|致)し$").sub("し", front)
    front = compiled(r"ござい$").sub("あり", front)
    if front.endswith("あり") and end.startswith("ません"):
        return front.removesuffix("あり") + ("ない" if end == "ません" else "なかった")
    if _ICHIDAN.search(front):
        return front + {"ます": "る", "ません": "ない", "ました": "た"}.get(end, "なかった")
    return _godan(front, end)


def _godan(front: str, end: str) -> str:
    stem, last = front[:-1], front[-1]
    if last not in _U_ROW:
        return front + end
    if last == "し" and not _IN_SU.search(front):
        return stem + {"ます": "する", "ません": "しない", "ました": "した"}.get(end, "しなかった")
    if end == "ました":
        return stem + _PAST[last]
    if end == "ます":
        return stem + _U_ROW[last]
    return stem + _A_ROW[last] + ("ない" if end == "ません" else "なかった")


class Polite:
    """The changes made to a paper that keeps to polite sentences, and the way back."""

    def __init__(self, texts: Iterable[str]) -> None:
        said = list(texts)
        whole = "\n".join(said)
        ends = [found for text in said for found in _own(text)]
        self.back: dict[str, str] = {}
        self.kept: set[str] = set()
        if len(ends) < _FEWEST:
            return
        for own, usual in ends:
            if usual in whole or self.back.get(usual, own) != own:
                self.kept.add(own)  # both stand in the paper: the way back would not be known
            elif own != usual:
                self.back[usual] = own
        for usual, own in list(self.back.items()):
            if own in self.kept:
                del self.back[usual]
        self._shown = re.compile("|".join(map(re.escape, sorted(self.back, key=len, reverse=True))))

    def __bool__(self) -> bool:
        return bool(self.back)

    def usual(self, text: str) -> str:
        """A paragraph with plain sentences."""
        wanted = set(self.back.values())
        for own, usual in _own(text) if wanted else ():
            text = text.replace(own, usual) if own in wanted else text
        return text

    def printed(self, text: str) -> str:
        """What was read, as the paper says it."""
        return self._shown.sub(lambda found: self.back[found[0]], text) if self.back else text


def _own(text: str) -> Iterator[tuple[str, str]]:
    """The ends of the polite sentences of a paragraph, as printed and as read."""
    for sentence in compiled(r"[^。]+。?").findall(text):
        if _TO_COUNCIL.search(sentence):
            continue
        for found in _ENDING.finditer(sentence):
            usual = _said(found["front"], found["end"])
            same = 0
            for one, other in zip(found.group(), usual, strict=False):
                if one != other:
                    break
                same += 1
            front = sentence[: found.start() + same][-_SHOWN:]
            front = compiled(r"^.*[\s。]").sub("", front)  # a mark in front is not always printed
            yield front + found.group()[same:], front + usual[same:]
