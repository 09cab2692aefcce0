"""Papers about an assessment in an office's own words: 問4 どのような項目を記録しますか。

They have none of the parts of the form. A head, which may be a question, says what stands below it:
of whom the data are, where they are recorded, which items, and what either side does to keep them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.sheet import Assessment
from nagarezu.importing.form.assessment.spread import Spread
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_QUESTION = re.compile(
    r"^[■◆●▼◇○□【]?[ ]*(?:問い?|質問|[QＱ])[ ]*(?P<number>\d{1,2})(?:[.:、】][ ]*|[ ]+)"
)
_NUMBER = re.compile(r"^(?P<mark>\d{1,2}[.、 ]|\(\d{1,2}\)|第\d{1,2})[ ]*(?=\D)")
_BOX = re.compile(r"^[■◆●▼◎□◇][ ]*(?=\S)")
_ANSWER = re.compile(r"^[ 　]*(?:[AＡ]|答え?)[0-9０-９]{0,2}[ 　.．:：、]+(?=\S)")
_CHAPTER = re.compile(r"第\d{1,2}[ ]+[^。、:]{2,40}")
_LONGEST = 40  # characters of a head
_ASKS = re.compile(r"か[。？?]?$|[？?]$")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands below a head (`topic`, empty if nothing of the form), and its rank."""

    text: str
    topic: str
    rank: str
    number: int

    def ends(self, opened: Head, last: int) -> bool:
        """Whether what another head opened ends here; `last` is the last number of its list."""
        if self.rank != opened.rank:
            return False
        return self.rank.startswith(("question", "level", "box")) or (
            self.number == opened.number + 1 and last != opened.number
        )


def is_free(rows: Sequence[Row]) -> bool:
    """Whether a paper has none of the parts of the form, Ⅰ to Ⅵ."""
    parts = (heads.part(fold(tidy(row.filled[0].text)), alone=True) for row in rows if row.filled)
    return all(part is None or part.attached for part in parts)


def head(row: Row) -> Head | None:
    """A head of such a paper; none of those that the form prints itself."""
    if row.grid or len(row.filled) != 1:
        return None
    text = fold(row.filled[0].text.strip())
    question = _QUESTION.match(text)
    number = _NUMBER.match(text)
    found = question or number or _BOX.match(text)
    if found is None and not row.level:
        return None
    bare = text[found.end() :] if found else text
    sentence = bare.endswith("。") and not _ASKS.search(bare)
    if not bare or len(bare) > _LONGEST or (sentence and question is None):
        return None
    digits = compiled(r"\d+").search(found.group()) if found else None
    rank = f"level{row.level}" if row.level else "question" if question else _style(number)
    known = words.whole(bare) is not None or beside.side_of(bare)
    topic = "" if known else _topic(bare)
    return Head(bare, topic, rank, int(digits.group()) if digits else 0)


def _style(number: re.Match[str] | None) -> str:
    return compiled(r"\d+").sub("0", number["mark"]) if number else "box"


def _topic(bare: str) -> str:
    plain = key(bare)
    topics = rules("assessment")["asked"].items()
    return next((topic for topic, said in topics if compiled(said).search(plain)), "")


_LABELS = {
    "persons": Label("person_range", "対象となる本人の範囲", "label_pattern"),
    "systems": Label("system_told", "使用するシステム", "label_pattern"),
}
_ITEMS = "記録項目"


class Asking(Spread):
    """Values below heads in the office's own words, each up to the next head of its rank."""

    def __init__(self, sheet: Assessment, *, free: bool) -> None:
        super().__init__(sheet)
        self.free = free
        self.below: Head | None = None
        self.last = 0  # number of a list below the head, of the same print as that of the head

    def answered(self, row: Row) -> Row:
        """A …である。, 答 …である。: what stands below a question, without its mark."""
        if self.below is None or self.below.rank != "question" or len(row.cells) != 1:
            return row
        mark = _ANSWER.match(row.cells[0].text)
        return replace(row, cells=(row.cells[0].part(mark.end()),)) if mark else row

    def asked(self, row: Row) -> bool:
        """Take a head that says what stands below it; whether it was one."""
        found = head(row) if self.free else None
        if found is None:
            return False
        if self.below is not None and not found.ends(self.below, self.last):
            self.last = found.number if found.rank == self.below.rank else self.last
            return False
        if self.below is not None:
            self._leave_head()
        if not found.topic:
            return False
        self.close()
        self.below, self.last = found, 0
        self._enter_head(found, row)
        return True

    def enter(self, text: str) -> bool:
        """第4　審査の視点 ends what is above it, too: no such head has a value."""
        if super().enter(text):
            return True
        plain = fold(text.strip())
        if not (self.free and _CHAPTER.fullmatch(plain)):
            return False
        self.section, self.block, self.side, self.open = plain, "", "", None
        self.inner = False
        return True

    def _leave_head(self) -> None:
        self.below, self.open, self.section, self.side = None, None, "", ""
        self.inner = False
        if any(self.part == part for part, _ in self.sheet.listed):
            self.part, self.title, self.table = "", Passage(), None

    def _enter_head(self, found: Head, row: Row) -> None:
        line = row.filled[0]
        self.section, self.block, self.side = fold(tidy(line.text)), "", ""
        if found.topic == "items":
            self.part = f"別@{len(self.sheet.listed) + 1}"
            self.title = Passage(_ITEMS, line.starts[:1], line.spots[:1])
            self.sheet.listed.append((self.part, self.title))
            return
        if found.topic in _LABELS:
            self.set(_LABELS[found.topic], line, Passage(), row)
            return
        self.side = found.text if found.topic == "partner_measures" else ""
        self.inner = False
        self.set(Label("risk_measures", found.text, "label_pattern"), line, Passage(), row)
