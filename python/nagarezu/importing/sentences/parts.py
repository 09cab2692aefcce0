"""Parts of a sentence: noun phrases with the particle that says what part they take.

「委託先への個人番号の提供は」 is one part with the head 提供, the particle は and two complements,
委託先 (へ) and 個人番号 (の). A list 「氏名、住所及び電話番号を」 is one part, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nagarezu.importing.sentences.particles import ADVERBS, AND, CASE, COMPOUND, ONLY
from nagarezu.importing.sentences.words import Word

if TYPE_CHECKING:
    from nagarezu.importing.sentences.frames import Frame

_RELATIVE = re.compile(  # 市の外部, 他の課: no place without what stands in front of it
    r"外部?|内部?|[者課係局室]|部[署局門]|機関|職員|団体|事業者|業者|市町村|会社|自治体|全て|いずれか?|各課"
)
_OF_THINGS = ("対する", "関する", "係る")
_BESIDES = re.compile(r"(.+?)以外(?:の(?:.{1,3}の)?[^の、]{1,10})?")


@dataclass(slots=True)
class Part:
    """`text` without its particles; `of` the complements of its head, each with a particle."""

    text: str
    start: int
    end: int
    head: str
    particle: str = ""
    topic: bool = False  # は, も: what the rest is about
    only: bool = False  # …のみ, …だけ, …に限り
    besides: bool = False  # …以外, …のほか, …を除き
    comma: bool = False
    of: list[tuple[str, str]] = field(default_factory=list)
    told: Frame | None = None  # the clause that stands in front of it: 市が提供する(情報)


class Parts:
    """Reads parts off the words of one sentence."""

    def __init__(self, sentence: str, words: Sequence[Word]) -> None:
        self.sentence = sentence
        self.words = words

    def at(self, i: int) -> Word | None:
        return self.words[i] if 0 <= i < len(self.words) else None

    def nominal(self, i: int) -> bool:
        """Whether a word is a noun, or a verb that stands as one (引渡しの, 受け取りは)."""
        if not 0 <= i < len(self.words):
            return False
        word = self.words[i]
        if word.nominal:
            return True
        if word.sort != "動詞" or not word.form.startswith("連用形"):
            return False
        after = self.at(i + 1)
        return bool(
            after and after.sub in ("格助詞", "係助詞") and after.text not in ("に", "は", "も")
        )

    def does(self, i: int) -> bool:
        """Whether する, いたす or できる makes a verb of the noun in front of it."""
        if not 0 < i < len(self.words):
            return False
        word = self.words[i]
        makes = word.base in ("する", "いたす", "致す", "できる", "なさる")
        return makes and word.sort == "動詞" and self.words[i - 1].nominal

    def read(self, i: int) -> tuple[Part | None, int, int]:
        """The part that begins at a word; where reading goes on; the act noun of a verb, or -1.

        In 個人情報を委託先に提供する the third call finds no part but the verb 提供(する).
        """
        begin = head = i
        of: list[tuple[str, str]] = []
        since = i
        while True:
            head = i
            while self.nominal(i) or self._adjective(i):
                i += 1
            if self.does(i) and i > head:
                act = self._act(head, i)
                return self._bare(begin, act, of), i, act
            joint, link = self._joint(i)
            if not joint:
                break
            if link:
                self._complement(of, since, i, link)
                since = joint if link != "の" else since
                since = joint if of and of[-1][1] == "の" else since
            i = joint
        if i == begin:
            return None, i, -1
        part = self._part(begin, i, head, of)
        after = self._particles(part, i)
        alone = (part.text in ADVERBS or part.text.startswith("いかなる")) and not part.particle
        part.besides = part.besides or (part.text in ("他", "ほか") and part.particle == "に")
        return (None if alone else part), after, -1

    def formal(self, i: int) -> tuple[Part, int]:
        """の behind a verb, as a noun of its own."""
        part = self._part(i, i + 1, i, [])
        return part, self._particles(part, i + 1)

    def _adjective(self, i: int) -> bool:
        """な of 必要な(情報)."""
        if not 0 < i < len(self.words):
            return False
        return self.words[i].text == "な" and self.words[i - 1].sort == "形状詞"

    def _act(self, head: int, i: int) -> int:
        """The first word of the act noun in front of する: 再委託, not 委託."""
        act = i - 1
        if act > head and self.words[act].sort == "接尾辞":  # 暗号化する
            act -= 1
        before = self.at(act - 1)
        if act > head and before and before.sort == "接頭辞":
            act -= 1
        return act

    def _bare(self, begin: int, end: int, of: list[tuple[str, str]]) -> Part | None:
        """What stands in front of a verb without a particle: 個人情報(提供する)."""
        if end <= begin:
            return None
        text = self._text(begin, end)
        return None if text in ADVERBS else self._part(begin, end, begin, of)

    def _text(self, begin: int, end: int) -> str:
        return self.sentence[self.words[begin].start : self.words[end - 1].end]

    def _part(self, begin: int, end: int, head: int, of: list[tuple[str, str]]) -> Part:
        start, stop = self.words[begin].start, self.words[end - 1].end
        head = min(head, end - 1)
        part = Part(self.sentence[start:stop], start, stop, self._text(head, end), of=of)
        besides = _BESIDES.fullmatch(part.text) if "以外" in part.text else None
        if besides:
            part.text, part.besides = besides[1], True
        return part

    def _complement(self, of: list[tuple[str, str]], since: int, end: int, link: str) -> None:
        text = self._text(since, end)
        if of and of[-1][1] == "の" and (link == "の" or _RELATIVE.fullmatch(text)):
            text = f"{of.pop()[0]}の{text}"
        of.append((text, link))

    def _joint(self, i: int) -> tuple[int, str]:
        """Where a part goes on behind の, への, 及び or 、; and the link, empty between equals."""
        word, after = self.at(i), self.at(i + 1)
        if word is None or after is None:
            return 0, ""
        if word.text == "の" and self.nominal(i + 1):
            other = self.at(i + 2)  # 他の課 is no exception, 甲課のほか is one
            if after.text not in ("ほか", "他") or (other and other.text == "の"):
                return i + 1, "の"
        if word.text in CASE and after.text == "の" and self.nominal(i + 2):
            return i + 2, {"へ": "に"}.get(word.text, word.text)
        compound = COMPOUND.get((word.text, after.base))
        if compound in ("に", "で", "は"):
            behind = i + 2 + (self.at(i + 2) is not None and self.words[i + 2].text in ("る", "て"))
            link = {"は": "の"}.get(compound, compound)
            linked = self.at(behind)
            if linked and linked.text == "の" and self.nominal(behind + 1):
                return behind + 1, link
            attributive = after.form.startswith(("連体形", "終止形")) or after.text == "おける"
            noun = attributive and self.nominal(behind)
            if noun and (after.base in _OF_THINGS or self.words[behind].base != "もの"):
                return behind, link
        if word.is_comma and self.nominal(i + 1) and self.words[i - 1].base != "ため":
            return i + 1, ""
        if word.is_comma and after.text in AND and self.nominal(i + 2):
            return i + 2, ""
        if word.text in AND and self.nominal(i + 1):
            return i + 1, ""
        if word.text in ("又", "また") and after.text == "は" and self.nominal(i + 2):
            return i + 2, ""
        return 0, ""

    def _particles(self, part: Part, i: int) -> int:
        """Read what stands behind a part: のみに, だけは, に対しては, 以外には, に限り."""
        while (word := self.at(i)) is not None:
            after = self.at(i + 1)
            if word.text in ONLY:
                part.only = not self._denied_only(i + 1)
                i += 1
            elif word.text == "の" and after and after.text in ("ほか", "他"):
                part.besides = True
                i += 2
            elif after and (word.text, after.base) in COMPOUND and (end := self._compound(i)):
                kind = COMPOUND[word.text, after.base]
                part.only = part.only or kind == "only"
                part.besides = part.besides or kind == "besides"
                part.topic = part.topic or kind == "は"
                if kind not in ("only", "besides", "は"):
                    part.particle = kind
                elif kind != "は":
                    part.particle = part.particle or word.text
                i = end
            elif self._at_place(i):
                part.particle, part.topic = "で", True
                i += 2
            elif word.sub == "格助詞" and word.text in CASE:
                part.particle = {"へ": "に", "より": "から"}.get(word.text, word.text)
                i += 1
            elif word.text in ("は", "も", "こそ") and word.sub == "係助詞":
                part.topic = True
                i += 1
            elif word.sub == "副助詞":
                i += 1
            else:
                break
        if word is not None and word.is_comma:
            part.comma = True
            i += 1
        return i

    def _at_place(self, i: int) -> bool:
        """では that is no copula: 単独では識別できない."""
        word = self.at(i)
        if word is None or (word.text, word.base) != ("で", "だ"):
            return False
        after, behind = self.at(i + 1), self.at(i + 2)
        denied = behind is None or behind.base in ("ない", "無い", "ある")
        return after is not None and after.text in ("は", "も") and not denied

    def _denied_only(self, i: int) -> bool:
        """のみならず, だけでなく: not alone."""
        following = "".join(word.text for word in self.words[i : i + 3])
        return following.startswith(("なら", "でなく", "ではなく", "でない"))

    def _compound(self, i: int) -> int:
        """Behind に対して, を用いて, に限り: a clause follows; 0 where it is the predicate."""
        verb = self.words[i + 1]
        end = i + 2
        if verb.sort == "名詞":  # を利用して
            if not (end < len(self.words) and self.words[end].base == "する"):
                return 0
            verb = self.words[end]
            end += 1
        following = self.at(end)
        if verb.form.startswith("連用形") and following:
            if following.text == "て":
                if following.sort == "助動詞" and verb.base == "除く":  # 除いてない
                    return end + 1
                behind = self.at(end + 1)
                if behind and behind.sort == "動詞" and behind.base in ("いる", "おる", "ある"):
                    return 0
                return end + 1
            ends = following.is_end or (verb.base == "する" and self.words[i].text == "と")
            return 0 if ends or following.sort == "助動詞" else end  # 初期値は番号とし、…: is
        return 0
