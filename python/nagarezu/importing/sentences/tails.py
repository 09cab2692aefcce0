"""Tails: what is bound to a verb and says whether, and in which voice, something is done."""

from __future__ import annotations

import re

from nagarezu.importing.sentences.particles import ADVERBS
from nagarezu.importing.sentences.parts import Parts

LIGHT = {
    *(
        "行う",
        "行なう",
        "行く",
        "実施",
        "する",
        "ある",
        "無い",
        "ない",
        "なし",
        "できる",
        "予定",
        "生じる",
    ),
    *("伴う", "致す", "いたす", "為す", "なす", "取る", "とる"),
}
FORBIDS = {"禁止", "禁じる", "禁ずる"}
ALLOWS = {"認める", "許す", "許可", "承認", "許容", "想定", "予定"}
_BEING = {
    *("いる", "おる", "ある", "なる", "くる", "いく", "しまう", "いただく", "得る", "うる"),
    *("できる", "よい", "いい", "参る", "みる"),
}
_DOING = {"する", "行う", "行なう", "いたす", "致す"}
_CASES = re.compile(r"場合|とき|際|時|おそれ|恐れ|かぎり|限り|たび")
_AFTER_FORMAL = ("は", "が", "も", "を", "と", "で", "に", "の")
_DENYING = {"ない", "ぬ", "ず", "まい"}


class Tail:
    """What is bound to a verb: negation, voice, こととする, ことはない, 場合."""

    def __init__(self, parts: Parts, i: int) -> None:
        self.parts = parts
        self.words = parts.words
        self.denied = self.made_to = self.passive = self.supposed = self.attributive = False
        self.thing = False  # …することは、: of which a later verb says something
        first = self.words[i] if i < len(self.words) else None
        if first is not None and first.sort in ("形容詞", "助動詞"):
            self.denied = first.base in ("ない", "無い")
        self.end = min(self._bound(i + 1), len(self.words))  # a text may be cut off: …なけれ
        self._finish()

    def _bound(self, i: int) -> int:
        while i < len(self.words):
            word = self.words[i]
            if word.sort == "助動詞":
                i = self._auxiliary(i)
            elif word.text in ("て", "で", "ば") and word.sub == "接続助詞":
                i += 1
                if not (i < len(self.words) and self._goes_on(i)):
                    return i
                i += self.words[i].text in ("は", "も")
            elif word.sort in ("動詞", "形容詞") and word.base in _BEING | _DENYING | {"無い"}:
                self.denied = self.denied != (word.base in ("ない", "無い"))
                i += 1
            elif end := self._formal(i):
                i = end
            else:
                return i
        return i

    def _goes_on(self, i: int) -> bool:
        word = self.words[i]
        if word.text in ("は", "も") and i + 1 < len(self.words):
            word = self.words[i + 1]
        return word.base in _BEING | {"いける"} and word.sort in ("動詞", "形容詞")

    def _auxiliary(self, i: int) -> int:
        word = self.words[i]
        if word.base in _DENYING:
            if word.form.startswith("仮定形"):
                return self._unless(i + 1)
            self.denied = not self.denied
        self.passive = self.passive or word.base in ("れる", "られる")
        self.made_to = self.made_to or word.base in ("せる", "させる")
        return i + 1

    def _unless(self, i: int) -> int:
        """しなければならない is done; of 得なければ、… what follows tells."""
        following = [each.base for each in self.words[i : i + 3]]
        if following[:1] == ["ば"] and following[1:2] == ["なる"]:
            return min(i + 3, len(self.words))
        self.denied, self.supposed = not self.denied, True
        return i + 1

    def _formal(self, i: int) -> int:
        """Behind こと, もの, よう with what they are bound to; 0 if it is none of them."""
        word = self.words[i]
        following = [each.text for each in self.words[i + 1 : i + 4]]
        if word.base in ("こと", "もの", "方針", "予定", "旨", "ところ", "の") and following:
            if word.base == "の" and following[0] != "で":
                return 0
            bound = self._bound_to(i + 1)
            return bound if bound or word.base != "もの" else 0
        if word.sort == "名詞" and _CASES.fullmatch(word.base):
            self.supposed = True
            return i + 1
        if word.base == "よう":
            return self._purpose(i + 1)
        return 0

    def _bound_to(self, i: int) -> int:
        """は ない, が できる, と する, を 禁止 する, なく: behind こと."""
        at = i
        while at < len(self.words) and self.words[at].text in _AFTER_FORMAL:
            at += 1
        while i < at < len(self.words) and self.words[at].is_comma:
            at += 1
        while at < len(self.words) and self.words[at].text in ADVERBS:
            at += 1
        if at >= len(self.words):
            return at
        word = self.words[at]
        if word.base in ("ない", "無い", "なし"):
            self.denied = not self.denied
            return at + 1
        if word.base in FORBIDS:
            self.denied = not self.denied
            return at + 1 + self._does(at + 1)
        if word.base in ALLOWS | _DOING | {"ある", "できる", "なる"}:
            return at + 1 + self._does(at + 1)
        self.thing = at > i
        return i if at > i else (i if word.is_end or word.is_comma else 0)

    def _does(self, i: int) -> int:
        return int(i < len(self.words) and self.words[i].base in ("する", "いたす"))

    def _purpose(self, i: int) -> int:
        """ように, ようにする, ような."""
        while i < len(self.words) and (
            self.words[i].text in ("に", "な") or self.words[i].base == "する"
        ):
            i += 1
        return i

    def _finish(self) -> None:
        """Whether a noun follows of which the clause says something; reasons stand alone."""
        following = self.parts.at(self.end)
        last = self.words[self.end - 1]
        if following is None or last.sub == "接続助詞":
            return
        if following.base in (
            "ため",
            "為",
            "の",
            "こと",
            "もの",
            "ほか",
            "上",
            "うえ",
            "旨",
            "ところ",
        ):
            self.attributive = False
            return
        if last.sort in ("動詞", "形容詞", "助動詞") and last.form.startswith("連用形"):
            return
        self.attributive = following.nominal and not self.supposed
