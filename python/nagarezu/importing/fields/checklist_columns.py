"""Columns of a checklist: one of marks, one for each party, or one for each answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_MARKED = set("○◯〇●◎レ✓✔☑■") | {"o", "O"}
_UNMARKED = set("-ー－―—–×✕") | {"一", "二"}
_BLANK = set("□☐")

_OWN = re.compile(
    r"^(?:区|市|町|村|県|本市|当市|当区|実施機関|所管課|担当課|委託者|発注者)(?:の対策|が行う.*|側)?$"
)
_PARTNER = re.compile(
    r"^(?:再?委託先|委任先|結合先|提供先|相手方|結合の相手方|再?受託(?:事業)?者|受任者|(?:委託)?事業者|受注者)"
    r"(?:の対策|に行わせる.*|が行う.*|側)?$"
)
_WORDS = re.compile(r"対策|行う|行わせる")
_YES = re.compile(
    r"^(?:要|行う|講じる|適用|可|可能|実施|実施する|対応可|対応|有|あり|はい|適|該当|対策可能|実施済)$"
)
_NO = re.compile(
    r"^(?:否|不可|不要|必要なし|該当なし|非該当|無|なし|いいえ|対象外|対策不要|実施しない|行わない|講じない|適用しない|適用外)$"
)


Mark = Callable[[str], str | None]
_SENTENCE = 8  # characters of a cell that holds a measure
_FEWEST = 2  # rows with a word for a mark

# ○　行うもの　ー　要しないもの, （☑ 行う　□ 行わない）: what the marks below mean
_LEGEND = re.compile(
    r"^[ 　]*[(（]?(?:凡例|記号)?[:： 　]*[○◯〇●◎✓✔レ☑■][ 　:：は…=＝][^。]*"
    r"[ 　、,][ー－―—×△□☐-][ 　:：は…=＝]"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """`parties` and `answers` by the column; empty where a row has one mark."""

    parties: dict[int, str]
    answers: dict[int, str]

    def worded(self, cells: Sequence[Passage], mark: Mark) -> bool:
        """市の対策 | 印 | 委託先の対策 | 印: whether each party has words of its own."""
        own = [cells[at].text for at in self.parties if at < len(cells) and cells[at]]
        return any(mark(text) is None for text in own)

    def others(self, at: int, end: int, *, worded: bool) -> set[int]:
        """The columns of the other parties; with words of its own, each goes on to the next."""
        starts = sorted(self.parties)
        found: set[int] = set()
        for start in starts:
            after = next((each for each in starts if each > start), end)
            if start != at:
                found.update(range(start, after) if worded else (start,))
        return found


def heads(cells: Sequence[Passage]) -> Columns | None:
    """The columns if two or more cells of a row are heads of columns of marks."""
    parties: dict[int, str] = {}
    answers: dict[int, str] = {}
    for at, cell in enumerate(cells):
        plain = key(cell.text)
        if _OWN.match(plain) or _PARTNER.match(plain):
            side = "own" if _OWN.match(plain) else "partner"
            beside = key(cells[at - 1].text) if parties.get(at - 1) == side else ""
            if not beside or bool(_WORDS.search(plain)) == bool(_WORDS.search(beside)):
                parties[at] = side  # else 市が行う対策 | 市: its words, and beside them its mark
        elif _YES.match(plain) or _NO.match(plain):
            answers[at] = "yes" if _YES.match(plain) else "not_needed"
    both = set(parties.values()) == {"own", "partner"}
    found = Columns(parties if both else {}, answers if len(answers) > 1 else {})
    return found if found.parties or found.answers else None


def mark_of(text: str) -> str | None:
    """`yes`, `not_needed`, `blank`; None for text that is no mark."""
    plain = fold(tidy(text)).strip("「」[]() ")
    if len(plain) != 1:
        return None
    if plain in _MARKED:
        return "yes"
    if plain in _UNMARKED:
        return "not_needed"
    return "blank" if plain in _BLANK else None


def word_of(text: str) -> str | None:
    """As `mark_of`, where words stand for marks: 実施, 不要."""
    plain = key(text)
    if _YES.match(plain):
        return "yes"
    return "not_needed" if _NO.match(plain) else mark_of(text)


def marks(rows: Sequence[Sequence[Passage]]) -> Mark:
    """How the marks of a checklist are read: words count where it has no other mark."""
    if any(mark_of(cell.text) for cells in rows for cell in cells):
        return mark_of
    worded = [
        cells
        for cells in rows
        if any(len(cell.text) > _SENTENCE for cell in cells)
        and any(word_of(cell.text) for cell in cells)
    ]
    return word_of if len(worded) >= _FEWEST else mark_of


def is_legend(text: str) -> bool:
    return bool(_LEGEND.match(text))
