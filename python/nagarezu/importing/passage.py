"""Passage: a piece of printed text that knows where each part of it stands.

A cell may continue over a page, so one passage may have several places. Leftover markup is taken
out on the way in; what looks like a tag and is none, such as <選択肢>, stays. Of the two commas
of Japanese one is kept, so that no reader needs to know the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from nagarezu.importing.blocks import Paragraph, Place

_BREAKING = "p|br|li|ol|ul|div|tr|td|th|table|tbody|thead|h[1-6]|hr"
_INLINE = "u|b|i|s|strong|em|span|font|sup|sub|a|small|del|ins"
_TAG = re.compile(rf"</?(?:(?P<breaking>{_BREAKING})|(?:{_INLINE}))(?:\s[^<>]*)?/?>", re.IGNORECASE)
_INPUT = re.compile(r"<input\b(?P<with>[^<>]*)/?>", re.IGNORECASE)
_UNCLOSED = re.compile(rf"<(?:{_BREAKING}|{_INLINE})\s+[a-z-]+=[^<>]*$", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&amp;": "&"}


def without_markup(text: str) -> str:
    """Leftover tags as line breaks, or as nothing (trap 11); a ticked <input> becomes ○."""
    if "<" in text:
        text = _INPUT.sub(lambda found: "○" if "checked" in found["with"].lower() else "", text)
        text = _UNCLOSED.sub("", _TAG.sub(lambda tag: "\n" if tag["breaking"] else "", text))
    text = text.replace("**", "")
    for entity, plain in _ENTITIES.items():
        text = text.replace(entity, plain)
    return text


_COMMA = re.compile(r"，(?![ \u3000]?[0-9０-９])|(?<![0-9０-９])，")


def _with_one_comma(text: str) -> str:
    """Half of the offices write ， where the other half writes 、; not that of 1，234."""
    return _COMMA.sub("、", text) if "，" in text else text


@dataclass(frozen=True, init=False)
class Passage:
    """`starts[i]` is the offset from which `text` stands at `places[i]`."""

    text: str = ""
    starts: tuple[int, ...] = ()
    spots: tuple[Place, ...] = ()

    def __init__(
        self, text: str = "", starts: tuple[int, ...] = (), spots: tuple[Place, ...] = ()
    ) -> None:
        made = self.__dict__  # thousands are made of each document: that of `frozen` is slow
        made["text"], made["starts"], made["spots"] = text, starts, spots

    @classmethod
    def of(cls, text: str, place: Place) -> Passage:
        return cls(_with_one_comma(without_markup(text)).strip(), (0,), (place,))

    @classmethod
    def of_paragraphs(cls, paragraphs: Iterable[Paragraph]) -> Passage:
        return joined([cls.of(paragraph.text, paragraph.place) for paragraph in paragraphs])

    def __bool__(self) -> bool:
        return self.text != "" and not self.text.isspace()

    def part(self, start: int, end: int | None = None) -> Passage:
        """A slice that keeps its places; spaces at both ends are dropped."""
        raw = self.text[start:end]
        text = raw.strip()
        if len(self.starts) < 2:  # most passages stand at one place, from their beginning
            return Passage(text, (0,) * len(self.starts), self.spots)
        if len(text) < len(raw):
            start += len(raw) - len(raw.lstrip())
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, start + max(len(text) - 1, 0)), first + 1)
        starts = tuple([max(offset - start, 0) for offset in self.starts[first:last]])
        return Passage(text, starts, self.spots[first:last])

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(self.spots))

    @cached_property
    def source(self) -> str:
        """All places as a case file writes them; a `Source`, which knows them."""
        return Source.of(self.places)

    def lines(self) -> list[Passage]:
        if "\n" not in self.text and self.text == self.text.strip():
            return [self] if self.text else []
        return list(self._lines)

    @cached_property
    def _lines(self) -> tuple[Passage, ...]:
        found, offset = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                found.append(self.part(offset, offset + len(line)))
            offset += len(line) + 1
        return tuple(found)


class Source(str):
    """Places as a case file writes them, which knows them: several of a page are written as one."""

    __slots__ = ("places",)
    places: tuple[Place, ...]

    @classmethod
    def of(cls, places: tuple[Place, ...]) -> Source:
        made = cls(sources(places))
        made.places = places
        return made


LONGEST_SOURCE = 16_000  # characters: a table may name one holder in thousands of rows


def sources(places: Iterable[Place]) -> str:
    """Places in reading order, each once, as a case file writes them; of very many, the first."""
    return bounded(" ".join(dict.fromkeys(str(place) for place in sorted(set(places)))))


def bounded(source: str) -> str:
    """The first places of a source that is longer than a case file takes."""
    if len(source) <= LONGEST_SOURCE:
        return source
    return source[:LONGEST_SOURCE].rpartition(" ")[0]


def joined(passages: Iterable[Passage], between: str = "\n") -> Passage:
    """Passages one after the other."""
    text = ""
    starts: list[int] = []
    places: list[Place] = []
    told = [passage for passage in passages if passage]
    if len(told) == 1:  # as most often
        return Passage(told[0].text, told[0].starts, told[0].spots)
    for passage in told:
        if text:
            text += between
        starts.extend(offset + len(text) for offset in passage.starts)
        places.extend(passage.spots)
        text += passage.text
    return Passage(text, tuple(starts), tuple(places))


_ENDS = "。．.）)」】』：:"
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.．)）、 　]+[^\d\s]")


def _next_of(before: Passage, after: Passage) -> bool:
    """Whether 7 犬の毛色 goes on behind … 6 犬の種類: the next of a list, and no more of a word."""
    begins = _NUMBERED.match(after.text)
    last = int(begins["number"]) - 1 if begins else 0
    return last > 0 and any(int(each["number"]) == last for each in _NUMBERED.finditer(before.text))


def continued(before: Passage, after: Passage) -> tuple[Passage, bool]:
    """A cell that goes on over a page, and whether a doubled character was dropped.

    Within a sentence nothing is put between the parts.
    """
    if not before or not after:
        return (before or after), False
    if before.text[-1] in _ENDS or after.text[:1] in "・①1１(（【<\n" or _next_of(before, after):
        return joined([before, after]), False
    if before.text[-1] == after.text[0] and not after.text[0].isdigit():
        return joined([before, after.part(1)], ""), True
    return joined([before, after], ""), False
