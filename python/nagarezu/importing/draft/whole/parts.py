"""The parts of a document: attached papers, sections, and the marks that count within each.

A part begins with its label on a line of its own (別紙2 事業の概要, ■様式３, 第4 安全対策, Ⅲ 対策).
Labels that follow one another line by line are a list of what is there, and begin no part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_SIGN = r"(?:\d{1,2}(?:-\d{1,2})*|[A-Z]|[アイウエオカキクケコサシスセソ]|[①-⑳])"
PAPER = (
    r"(?:(?:別[紙記添]?)?様式(?:第?\d{1,2}(?:-\d{1,2})?号?|[アイウエオカキク]|[A-Z])"
    rf"|(?:参考資料|別[紙添]資料|添付資料|[付附]属資料|資料|別紙|別添|別表|別記|別図|付表)(?:第?{_SIGN}号?)"
    r"|別紙|別添|別表|別記)"
)
_ROMAN = r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]"
_SECTION = rf"(?:第\d{{1,2}}(?![\d条項号回次種期票表])|{_ROMAN})"
_OPEN = r"[■◆●◇□○≪《【\[(<#* -]*"
_HEAD = re.compile(rf"^{_OPEN}(?P<label>{PAPER}|{_SECTION})[】\])>》≫:. ]*(?P<title>.*)$")
_MAY_HEAD = re.compile("[様資別付第ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]")  # in the label of any part
_LIST = re.compile(
    r"(?:添付|配[付布]|関係|参考|別添|付属|提出)(?:資料|書類|文書)(?:等|一覧|目録)?(?:は?次のとおり)?$"
    r"|(?:資料|書類|文書|本書|評価書)の?(?:構成|目次|一覧|目録)$|^目次$|^項目一覧$|^資料一覧$|^構成$|^(?:添付|資料|別添)$"
)
_LEAD = re.compile(
    r"^(?:[(]?(?:\d{1,2}|[ア-ン])[)][.、 ]*|\d{1,2}[.、 ]+|[ア-ン][ .、]+|[①-⑳・\-*][ ]*)"
)
_NO_TITLE = re.compile(
    r"^(?:[のにをはがとへ及並、。で]|から|より|参照|\d|条|項(?!目)|号)|[。、]$|(?:のとおり|参照|による)$|[。]"
    r"|^「[^「」]*」[のにをはがとで]|(?:た|る|の)(?:もの|項目)$"
)
_WIDE = re.compile(r"[ \t]{2,}|[ \t]*　[ 　\t]*(?=[(（]?(?:別|資|様|Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|Ⅶ|Ⅷ))")
_CHAPTER = re.compile(r"^(?:第?\d{1,2}[章節.]?|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[^。\d]{2,40}$")
_SLASH = re.compile(r"[ ]*[/\n;、][ ]*")
_BRACKETS = re.compile(r"\([^()]*\)?")
_LONGEST = 60  # characters of the title of a part
_FEWEST = 2  # entries of a list


@dataclass(frozen=True, slots=True)
class Head:
    """A label and the title behind it, on the row `at`."""

    label: str
    title: str
    at: int

    @property
    def kind(self) -> str:
        """The label without its number: 別紙, 資料, 第."""
        if compiled(_ROMAN).match(self.label):
            return "Ⅰ"
        return compiled(rf"第?{_SIGN}号?$").sub("", self.label) or "第"

    @property
    def is_paper(self) -> bool:
        return self.kind not in ("Ⅰ", "第")


@dataclass(slots=True)
class Parts:
    """Rows, their text in one spelling, heads of parts, and lists of what is there."""

    rows: Sequence[Row]
    texts: list[str] = field(init=False)
    heads: list[Head] = field(init=False)
    lists: list[list[Head]] = field(init=False)

    def __post_init__(self) -> None:
        self.texts = [_text(row) for row in self.rows]
        found = [head for at, row in enumerate(self.rows) for head in self._of_row(at, row)]
        runs = [[head for _, head in run] for _, run in groupby(_numbered(found), lambda p: p[0])]
        cut = [part for run in runs for part in _cut(run)]
        self.lists = [run for run in cut if self._is_list(run) or _comes_again(run, found)]
        self.lists += [run for at, row in enumerate(self.rows) if (run := self._of_cell(at, row))]
        listed = {head.at for run in self.lists for head in run}
        times = Counter(head.at for head in found)
        self.heads = [
            self._titled(head) for head in found if head.at not in listed and times[head.at] == 1
        ]

    def papers(self) -> dict[str, Head]:
        """The first head of each label."""
        found: dict[str, Head] = {}
        for head in self.heads:
            found.setdefault(head.label, head)
        return found

    def within(self, head: Head) -> range:
        """The rows of a part: up to the next head of a paper, or of its own kind."""
        for other in self.heads:
            chapter = head.is_paper and other.kind == "Ⅰ" and self._amid_chapters(head)
            if other.at > head.at and (other.kind == head.kind or other.is_paper or chapter):
                return range(head.at, other.at)
        return range(head.at, len(self.rows))

    def _amid_chapters(self, head: Head) -> bool:
        """Whether a paper stands between two chapters, and no chapter of its own begins with Ⅰ."""
        chapters = [each for each in self.heads if each.kind == "Ⅰ"]
        before = any(each.at < head.at for each in chapters)
        behind = next((each for each in chapters if each.at > head.at), None)
        return before and behind is not None and behind.label != "Ⅰ"

    def _of_row(self, at: int, row: Row) -> list[Head]:
        """One head; several that stand side by side in a line of a list, with wide gaps."""
        if len(row.filled) != 1 or not _MAY_HEAD.search(fold(row.text)):
            return []
        pieces = _WIDE.split(row.text.strip())
        if len(pieces) > 1:
            found = [head for piece in pieces if (head := self._head(at, piece))]
            if len(found) == len(pieces):
                return found
        return [head] if (head := self._head(at, row.text)) else []

    def _of_cell(self, at: int, row: Row) -> list[Head]:
        """資料 | 資料1 甲 / 資料2 乙 / 様式1 丙: a list in one cell, beside what it is called."""
        if len(row.filled) != _FEWEST or not _MAY_HEAD.search(row.filled[1].text):
            return []
        pieces = _SLASH.split(fold(row.filled[1].text).strip())
        if len(pieces) < _FEWEST or not _names_list(row.filled[0].text):
            return []
        found = [head for piece in pieces if (head := self._head(at, piece))]
        labels = {head.label for head in found}
        return found if len(labels) == len(pieces) else []

    def _head(self, at: int, printed: str) -> Head | None:
        plain = fold(printed.strip())
        if not (_MAY_HEAD.search(plain) and 0 < len(tidy(printed)) <= _LONGEST + 20):
            return None
        text = tidy(_LEAD.sub("", plain))
        match = _HEAD.match(text)
        if match is None:
            return None
        title = match["title"].strip()
        if len(title) > _LONGEST or _NO_TITLE.search(_BRACKETS.sub("", title)):
            return None
        return Head(label_of(match["label"]), title, at)

    def _titled(self, head: Head) -> Head:
        """The short line below a label that stands alone is its title."""
        below = head.at + 1
        if head.title or below >= len(self.rows) or len(self.rows[below].filled) != 1:
            return head
        title = self.texts[below]
        if len(title) > _LONGEST or _NO_TITLE.search(title) or _HEAD.match(title):
            return head
        return Head(head.label, title, head.at)

    def _is_list(self, run: Sequence[Head]) -> bool:
        first = run[0].at
        before = first - 1
        while before > 0 and _CHAPTER.match(self.texts[before]):
            before -= 1  # もくじ, 1 概要, 2 対策, 別紙1 …
        above = self.texts[before] if first else ""
        said = _names_list(above)
        return len(run) >= _FEWEST and (said or (len(run) > _FEWEST and bool(run[0].title)))


def _comes_again(run: Sequence[Head], found: Sequence[Head]) -> bool:
    """Whether each paper of a run is headed once more behind it: so the run lists them."""
    behind = {head.label for head in found if head.at > run[-1].at}
    papers = [head.label for head in run if head.is_paper]
    return len(papers) >= _FEWEST and len(papers) == len(run) and behind >= set(papers)


def _names_list(text: str) -> bool:
    plain = key(text).replace("もくじ", "目次")
    return bool(_LIST.search(compiled(r"^第?\d+|^[^一-龥]*|[^一-龥]*$").sub("", plain)))


def _cut(run: Sequence[Head]) -> Iterator[list[Head]]:
    """A run ends where a label comes again, and before and behind the head of a list."""
    part: list[Head] = []
    for head in run:
        again = any(head.label == other.label for other in part)
        if part and (again or _names_list(head.title)):
            yield part
            part = []
        part.append(head)
        if _names_list(head.title):
            yield part
            part = []
    if part:
        yield part


def label_of(printed: str) -> str:
    """One spelling: 資料第2号 stays, 資料 2 is 資料2."""
    return compiled(r"\s").sub("", printed)


def _text(row: Row) -> str:
    return tidy(fold(row.text)) if len(row.filled) == 1 else fold(row.text)


def _numbered(heads: Sequence[Head]) -> Iterator[tuple[int, Head]]:
    """Heads on rows that follow one another have one number."""
    rows = {at: index for index, at in enumerate(dict.fromkeys(head.at for head in heads))}
    for head in heads:
        yield head.at - rows[head.at], head
