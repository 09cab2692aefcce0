"""Lines that were broken because their column was full, made whole again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf

from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import ends_with_mark

# What begins a new paragraph even after a line that is full.
_ANEW = re.compile(
    r"[(（][0-9０-９ア-ンa-zａ-ｚ一-十]{1,3}[)）]"
    r"|[0-9０-９]{1,3}(?:[.．、)）]|[ \u3000](?![年月日人件]))"
    r"|[①-⑳㉑-㊿ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰ-ⅹ]|[ア-ン][ \u3000.．、)）]|[a-zａ-ｚ][ \u3000.．)）]"
    r"|[・●○◎◇◆■□※→↓↑☆★▼▲【<＜〈《]|第[0-9０-９一二三四五六七八九十]{1,4}[ \u3000条章節]"
)
# Signs that may not end a line, a word, signs that may not begin one.
_TOGETHER = re.compile(
    r"[「『（(【〔［〈《“‘]*(?:[!-~]{1,30}|.)"
    r"[、。，．,.・：；」』）)】〕］〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*"
)
_SET_APART = re.compile(r"(?<=[^\x00-\x7f]) (?=[!-~])|(?<=[!-~]) (?=[^\x00-\x7f])")
_SLACK = 3.0  # columns by which a full line may end before the edge
_WIDE = 30  # half widths of the narrowest column of running text
_LONG = 3  # lines of an open bracket
_ASCII = re.compile(r"[!-~]")
_CUT = re.compile(r"[0-9],?$")  # 18, / 460人: a number has no blank within it


@dataclass(frozen=True, slots=True)
class Broken:
    """A line of a column of text: how far it is set in, and how wide it is, in half widths."""

    text: Passage
    inset: int

    @property
    def end(self) -> float:
        return self.inset + breadth(self.text.text)


@lru_cache(maxsize=1 << 14)
def breadth(text: str) -> float:
    """Columns of half width; the gap that is set between letters and Japanese counts half."""
    apart = len(_SET_APART.findall(text))
    return sum(1 if unicodedata.east_asian_width(c) in "NaH" else 2 for c in text) - apart / 2


def is_wide(text: str) -> bool:
    """Whether a line may have been broken because its column was full."""
    return breadth(text) >= _WIDE


def begins_anew(text: str) -> bool:
    """Whether a line begins with the mark or number of a paragraph."""
    return _ANEW.match(text) is not None


def edge(lines: Iterable[Broken]) -> float:
    """Where lines of a column are broken; out of reach if no two of them end at one edge."""
    ends = sorted((line.end for line in lines), reverse=True)
    wide = len(ends) > 1 and ends[0] >= _WIDE and ends[1] > ends[0] - _SLACK - 1
    return ends[0] if wide else inf


def unbroken(lines: Sequence[Broken], right: float) -> Passage:
    """The lines as one passage, without breaks where a line went on because it was full."""
    if not lines:
        return Passage()
    groups: list[list[Passage]] = [[lines[0].text]]
    for before, line in pairwise(lines):
        inside = _open("".join(part.text for part in groups[-1][-_LONG:]))
        anew = _ANEW.match(line.text.text) and not inside
        deeper = line.inset > before.inset and not _ANEW.match(before.text.text)
        if not anew and not deeper and (inside or _full(before, line, right) or _waits(before)):
            groups[-1].append(line.text)
        else:
            groups.append([line.text])
    return joined([together(group) for group in groups])


def first_word(text: str) -> str:
    """What may not be parted at the beginning of a line: a word, a sign with what clings to it."""
    word = _TOGETHER.match(text)
    return word.group() if word else text[:1]


def _full(before: Broken, line: Broken, right: float) -> bool:
    """Whether the first word of a line had no room at the end of the line before."""
    word = first_word(line.text.text)
    return before.end + min(breadth(word) if word else 2.0, 24.0) > right - _SLACK + 2.0


_WAITING = re.compile(
    r"(?:[ぁ-ん一-龥ァ-ヶー)）][をにはがと]|から|及び|並びに|又は|若しくは|[^ぁ-ん]の|により|ついて)、?$"
)


def _waits(before: Broken) -> bool:
    """Whether a line of running text ends with a particle, so that its sentence is not over."""
    return is_wide(before.text.text) and bool(_WAITING.search(before.text.text))


def together(parts: Sequence[Passage]) -> Passage:
    whole = parts[0]
    for part in parts[1:]:
        cut = _CUT.search(whole.text) and part.text[:1].isdigit()
        letters = _ASCII.match(part.text) and _ASCII.match(whole.text[-1:]) and not cut
        mark = ends_with_mark(whole.text, part.text)
        whole = joined([whole, part], " " if letters or mark else "")
    return whole


def _open(text: str) -> bool:
    """Whether a bracket is open: then `ム）` goes on with a word and is no number."""
    return sum(map(text.count, "（(")) > sum(map(text.count, "）)"))
