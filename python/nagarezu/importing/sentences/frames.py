"""Frames: who does what to what, with whom and by what, as the clauses of a sentence say it.

A frame is a verb with its parts (Fillmore's case frames, in the small).
「甲社への名簿の提供は行わない」 and 「甲社に名簿は提供しない」 have one frame: 提供, に 甲社,
を 名簿, not done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from nagarezu.importing.rules import rules
from nagarezu.importing.sentences.acts import SORT, act_of, acts, done
from nagarezu.importing.sentences.particles import AND
from nagarezu.importing.sentences.parts import Part, Parts
from nagarezu.importing.sentences.tails import ALLOWS, FORBIDS, LIGHT, Tail
from nagarezu.importing.sentences.words import Word, words


@dataclass(slots=True)
class Frame:
    """One clause. `act` is what is done (`give`, `keep`, …; empty if it is none of them).

    `parts` by particle (が, を, に, から, で, と, まで, として); a topic whose particle is not
    printed stands under は, what has none at all under an empty one. `value` is that of a clause
    that says what something is.
    """

    act: str
    verb: str
    start: int
    end: int
    parts: dict[str, Part] = field(default_factory=dict)
    denied: bool = False
    made_to: bool = False  # causative: 処理させる
    passive: bool = False
    supposed: bool = False  # …の場合, …とき: said of a case only
    value: Part | None = None
    of: str = ""  # the noun that the clause stands in front of
    thing: bool = False  # …すること, of which a later clause says something

    def part(self, *particles: str) -> Part | None:
        """The first part with one of these particles."""
        return next((self.parts[each] for each in particles if each in self.parts), None)


_TAKES = {"受ける", "求める"}
_EXIST = {"ある", "ない", "無い", "なし", "存在", "いる", "おる"}
_ONLY = {"限る", "限定", "とどまる", "とどめる", "留める", "留まる", "絞る", "固定"}
_BECOMES = ("する", "なる", "いたす", "ある", "限る", "、", "。")
_ELSE = ("他", "ほか", "これ", "それ")
_TIME = re.compile(r"[0-9０-９末頃初旬][時日月分年]?(?:[半頃ごろ]|まで|以内)*$|^毎|^翌|都度|随時")
_NATIVE = re.compile(r"[ぁ-ん]$")
_AIMS = ("対象", "対象外")
_TO_ATTRIBUTE = ("が", "を", "に", "から", "で", "と", "まで", "として")


@lru_cache(maxsize=4096)
def frames(sentence: str) -> tuple[Frame, ...]:
    """The frames of a sentence in the order of their verbs."""
    return tuple(_Reader(sentence).read())


class _Reader:
    def __init__(self, sentence: str) -> None:
        self.words: Sequence[Word] = words(sentence)
        self.parts = Parts(sentence, self.words)
        self.pending: list[Part] = []
        self.topics: list[Part] = []
        self.found: list[Frame] = []
        self.told: Frame | None = None  # waits for the noun that it stands in front of

    def read(self) -> list[Frame]:
        i = 0
        while i < len(self.words):
            i = max(self._step(i), i + 1)
        self._close()
        return self.found

    def _step(self, i: int) -> int:
        word = self.words[i]
        if word.is_end:
            self._close()
            return i + 1
        if word.text in ("ほか", "他") and self.found and self.found[-1].end == word.start:
            return i + 1
        if word.sub == "準体助詞":  # 甲社に渡すのは: what is given
            formal, after = self.parts.formal(i)
            formal.told, self.told = self.found[-1] if self.found else None, None
            self.pending.append(formal)
            return after
        if self.parts.nominal(i):
            part, after, act = self.parts.read(i)
            if part is not None:
                part.told, self.told = self.told, None
                if self.told is None and part.told is not None:
                    part.told.of = part.head
                self._add(part)
            return self._predicate(after, act) if act >= 0 else after
        if self._adverb(i):
            self.pending.pop()
            return i + 1
        if word.sort in ("動詞", "形容詞") or (
            word.sort == "助動詞" and word.base in ("だ", "です", "ない")
        ):
            return self._predicate(i, -1)
        return i + 1

    def _adverb(self, i: int) -> bool:
        """に of 新たに記録する, which says how it is done; 明らかにする says what it becomes."""
        word, last = self.words[i], self.pending[-1] if self.pending else None
        if not last or word.form != "連用形-ニ" or last.start != self.words[i - 1].start:
            return False
        after = self.parts.at(i + 1)
        return after is not None and after.base not in _BECOMES and last.end == word.start

    def _add(self, part: Part) -> None:
        """A new topic behind …に限り、 ends a clause: 情報は氏名に限り、番号は渡さない.

        氏名、年齢及び|居住する|地区: the clause is that of the last of a list.
        """
        last = self.pending[-1] if self.pending else None
        if last and part.told and not (last.particle or last.topic or part.told.parts):
            between = self.parts.sentence[last.start : part.told.start]
            if between.endswith(AND):
                self.pending.pop()
                part.text = self.parts.sentence[last.start : part.start] + part.text
                part.start, part.told = last.start, None
        ends = last and last.only and last.comma and not last.topic and part.topic
        if last and ends and (self.topics or any(each.topic for each in self.pending)):
            self._is(last, last.end, denied=False)
        self.pending.append(part)

    def _close(self) -> None:
        """The end of a sentence: what is left without a verb says what the topic is."""
        if self.pending and not self.pending[-1].particle and not self.pending[-1].topic:
            last = self.pending[-1]
            self._is(last, last.end, denied=False)
        self.pending, self.topics = [], []

    def _predicate(self, i: int, act: int) -> int:
        """Read a verb with what is bound to it, and make its frame."""
        noun = "".join(word.text for word in self.words[act:i]) if act >= 0 else ""
        verb = noun or self.words[i].base
        start = self.words[act if act >= 0 else i].start
        tail = Tail(self.parts, i)
        end = self.words[min(tail.end, len(self.words)) - 1].end
        self._keep_topics()
        idiom = self._idiom(verb)
        if not idiom and self._says_what(verb, noun, tail):
            self._is(self.pending[-1], end, denied=tail.denied)
        else:
            frame = Frame(idiom or self._act(verb, tail), verb, start, end)
            frame.denied, frame.made_to = tail.denied, tail.made_to
            frame.passive, frame.supposed = tail.passive, tail.supposed
            frame.thing = tail.thing
            self._rule(frame)
            self._fill(frame, tail.attributive)
            self._exists(frame)
            if frame.act != "is":
                self._lighten(frame)
            self.found.append(frame)
            self.told = frame if tail.attributive else None
        if not tail.attributive:
            self.pending = []
        return tail.end

    def _rule(self, frame: Frame) -> None:
        """委ねることは、理由を問わず認めない: what is ruled on is denied."""
        forbids = frame.verb in FORBIDS
        if not (forbids or frame.verb in ALLOWS or frame.verb == "できる"):
            return
        about = next((each for each in reversed(self.found) if each.thing), None)
        if about is not None and forbids != frame.denied:
            about.denied, about.thing = not about.denied, False

    @staticmethod
    def _act(verb: str, tail: Tail) -> str:
        made = rules("sentences")["made_to"].get(verb, "") if tail.made_to else ""
        if found := made or acts().get(verb, ""):
            return found
        return "" if _NATIVE.search(verb) else act_of(verb)  # 持ち出す is no 出す

    def _idiom(self, verb: str) -> str:
        """The act of 目にする, 手に渡る: a part and a verb that are one."""
        last = self.pending[-1] if self.pending else None
        if last is None or not last.particle:
            return ""
        act: str = rules("sentences")["idioms"].get(f"{last.head}{last.particle}{verb}", "")
        if act:
            whose = next((text for text, link in self.pending.pop().of if link == "の"), "")
            if whose:  # 乙の手に渡る: to 乙
                self.pending.append(Part(whose, last.start, last.end, whose, "に"))
        return act

    @staticmethod
    def _exists(frame: Frame) -> None:
        """提供する先はない: nobody is there to whom it is done."""
        if frame.verb not in _EXIST or not frame.denied:
            return
        what = frame.part("は", "が", "も")
        besides = next((part for part in frame.parts.values() if part.besides), None)
        if besides and what and besides is not what and besides.text not in _ELSE:
            besides.only, besides.besides, frame.denied = True, False, False
            frame.act, frame.value = "is", besides  # 渡す項目は氏名以外にない: is 氏名 only
            frame.parts = {k: part for k, part in frame.parts.items() if part is not besides}
            return
        told = what.told if what else None
        if what is None or told is None or not SORT.fullmatch(what.head):
            return
        told.denied = not told.denied
        for role, part in frame.parts.items():
            if part is not what:
                told.parts.setdefault(role, part)

    def _says_what(self, verb: str, noun: str, tail: Tail) -> bool:
        """Whether a verb only says what the topic is: …である, …とする, …に限る."""
        if not self.pending or tail.attributive:
            return False
        last = self.pending[-1]
        if last.topic:
            return False
        if verb in ("だ", "です") or (verb == "ある" and last.particle == "で"):
            return True
        if not noun and verb in ("する", "なる") and last.particle in ("と", "に"):
            return True
        if last.particle in ("に", "で") and verb in _ONLY:
            last.only = True
            return True
        return False

    def _keep_topics(self) -> None:
        self.topics.extend(p for p in self.pending if p.topic and p not in self.topics)

    def _is(self, value: Part, end: int, *, denied: bool) -> None:
        frame = Frame("is", "である", value.start, end, denied=denied, value=value)
        self._keep_topics()
        for part in (*reversed(self.pending), *reversed(self.topics)):  # the newest topic
            if part is not value:
                frame.parts.setdefault(self._role(part), part)
        if value.told and "は" in frame.parts:  # 本事務は、番号を扱わない事務である
            value.told.parts.setdefault("は", frame.parts["は"])
        if value.head in _AIMS:
            self._aim(frame, value)
        self.found.append(frame)
        self.pending = []

    @staticmethod
    def _aim(frame: Frame, value: Part) -> None:
        """提供の対象外とする: not given."""
        frame.act = next((act for text, _ in value.of if (act := act_of(text))), "handle")
        frame.verb, frame.value = value.text, None
        frame.denied = frame.denied != (value.head == "対象外")

    @staticmethod
    def _role(part: Part) -> str:
        return part.particle or ("は" if part.topic else "")

    def _fill(self, frame: Frame, attributive: bool) -> None:
        """Give a verb its parts: all that wait, or those right in front of one before a noun."""
        if not attributive:
            for part in (*reversed(self.pending), *reversed(self.topics)):
                frame.parts.setdefault(self._role(part), part)
            if self.found and not self.pending_object(frame):
                self._inherit(frame)
            return
        while self.pending:
            part = self.pending[-1]
            role = self._role(part)
            if part.topic or role in frame.parts or role not in _TO_ATTRIBUTE:
                break
            if part.comma and frame.parts:
                break
            frame.parts[role] = self.pending.pop()

    @staticmethod
    def pending_object(frame: Frame) -> bool:
        return "を" in frame.parts or "は" in frame.parts

    def _inherit(self, frame: Frame) -> None:
        """名簿を市が作成し、甲社に渡す: what is given is what was made."""
        before = self.found[-1]
        if not before.of and "を" in before.parts and before.act != "is":
            frame.parts["を"] = before.parts["を"]

    def _lighten(self, frame: Frame) -> None:
        """提供を行う, 提供は認めない, 提供を受ける: the act is that of the noun."""
        light = frame.verb in LIGHT
        forbids, allows, takes = (frame.verb in each for each in (FORBIDS, ALLOWS, _TAKES))
        if not (light or forbids or allows or takes):
            return
        for particle in ("を", "は", "が"):
            part = frame.parts.get(particle)
            act, of = done(part) if part else ("", [])
            if not part or not act:
                continue
            del frame.parts[particle]
            frame.act, frame.verb = ("receive" if takes and act == "give" else act), part.head
            frame.denied = frame.denied != forbids
            for text, link in of:
                role = {"の": "を"}.get(link, link)
                when = role in frame.parts and _TIME.search(frame.parts[role].text)
                if when or role not in frame.parts:  # 甲への送信は毎朝5時に行う: to 甲
                    frame.parts[role] = Part(text, part.start, part.end, text, role)
            if part.besides or part.only:
                frame.parts.setdefault("を", part)
            return
