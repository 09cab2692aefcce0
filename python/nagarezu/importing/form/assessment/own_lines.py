"""Lines of an office's own on contractors and recipients, as the blocks of the form.

Below the sections of the form offices print several fields on a line, a work and its firm, or a
sentence: (1) 入力　委託先：甲社　再委託：なし, ・入力：甲社（再委託先：乙社）. Each becomes
委託事項1 with the labels of the form below it; a sentence stays as it is, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_FIRST_GRID = -6_000_000  # below those of other tables of a text
_MARK = r"(?:[・①-⑳■●○◆]|[(（]?[0-9０-９]{1,2}[)）.．、 　]|[(（]?[ア-ン][)）.．、 　])?[ 　]*"
_BLOCK = re.compile(r"(?:【|〔)?(?:委託事項|委託業務)[ 　]?[0-9０-９①-⑳]{1,2}(?:】|〕)?[:：　 ]*")
_LABEL = (
    r"(?:委託先|委託(?:事)?業者|受託者|再委託先|再委託(?:の有無)?)(?:名|の?名称)?"
    r"|委託(?:内容|期間)|契約期間"
)
_FIELDS = re.compile(rf"(?:^|(?<=[\s、，／/]))(?P<head>{_LABEL})[:：][ 　]*(?=\S)")
_CIRCLED = re.compile(r"[①-⑳][ 　]*(?P<head>[^\s①-⑳:：。、]{2,12})[ 　:：]+(?=[^\s①-⑳])")
_SUB = r"再委託(?:先|あり)?[:：は ]?[ 　]*"
_NAME = r"[^\s（）()：:。、，]{2,40}"
# 入力（甲社）, 入力：甲社（再委託先：乙社）, 甲社（入力）
_WORK_BEHIND = re.compile(rf"{_MARK}(?P<firm>{_NAME})[（(](?P<work>[^（）()：:]{{2,30}})[)）]")
_WORK = re.compile(
    rf"{_MARK}(?P<work>[^（）()：:。、]{{2,30}}?)[ 　]*(?:[（(](?P<inside>{_NAME})[)）]"
    rf"|[：:][ 　]*(?P<firm>{_NAME})(?:[（(]{_SUB}(?P<sub>{_NAME})[)）])?)[ 　]*"
)
# 有（甲社：入力、乙社：発送）
_YES = re.compile(r"[ 　]*(?:有り?|あり|委託する|する)[（(](?P<inside>[^（）()]*)[)）][ 　]*")
_WORK_AFTER = re.compile(rf"(?P<firm>{_NAME})[:：](?P<work>[^（）()：:、]{{2,30}})")
_HEAD = re.compile(rf"{_MARK}(?P<work>[^。：:、（）()]{{2,30}})[ 　]*")
_NEXT = re.compile(rf"[ 　]*(?:[・①-⑳]|[(（][0-9０-９ア-ン][)）])?[ 　]*(?:{_LABEL})[ 　:：]")
_TO = re.compile(r"(?:に|へ)(?:対し、?)?[^。、]{0,20}?(?P<again>再)?委託(?:する|し|して|を行)")
_SIDES = re.compile(r"(?P<side>提供|移転)(?:先|の相手方?)?(?:の?一覧)?")
_GIVEN = re.compile(
    r"(?P<name>[^、。\sはがを]{2,30}?)(?:に対し、?|に|へ)[^。]{0,60}?(?P<side>提供|移転)(?:する|している)。"
)
_TAKER = re.compile(
    r"(?:大臣|長官|知事|[市区町村都道府県国]長|機構|機関|組合|連合会?|基金|課|部|署|室)$"
)
_ANSWER = r"[\[［(（]|行[うっわ]|実施|[有無]|なし|あり|する|しない|[0-9０-９]+件|別[紙添]|次の|以下"
_SIDE_OF = re.compile(
    rf"(?P<side>提供|移転)先?[ ]?[:： 　][ ]?"
    rf"(?P<names>(?!{_ANSWER})(?!.*(?:　{{2}}|[ 　]{{3}}))[^\s。:：][^。:：]*)"
)
_NAME_OF = re.compile(r"(?P<name>[^\s、。:：（）()]{2,30})[（(](?P<side>提供|移転)先?[)）]")
# 移転  1   甲課     調整のため, and below it 2   乙課
_NUMBERED = re.compile(
    r"[ 　]*(?:(?P<side>提供|移転)[ 　]+)?(?P<number>[0-9０-９]{1,2})[ 　]{2,}"
    r"(?P<name>[^\s。、:：]{2,30})(?:[ 　]{3,}.*)?"
)
_ON_RISKS = ("Ⅲ", "Ⅳ")  # what their sections say of contractors are measures
_ENTRUSTED = "委託"
_GIVEN_AWAY = "提供"


def restored(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, such lines as rows of a label and its value."""
    state, part = _Section(), ""
    for at, row in enumerate(rows):
        text = fold(tidy(row.text))
        begun = heads.part(text, alone=len(row.filled) == 1)
        part = begun.name if begun is not None else part
        if begun is not None or heads.section(text):
            inner = _SIDES.fullmatch(_lead(row.cells[0]).text) if _printed(row) else None
            if inner and state.topic == _GIVEN_AWAY:  # (1) 提供 below 5 提供・移転
                state.side, state.count = inner["side"], 0
                continue
            state = _Section(_topic(text) if part not in _ON_RISKS else "")
            yield row
            continue
        below = rows[at + 1] if at + 1 < len(rows) else None
        made = list(state.read(row, below)) if state.topic and _printed(row) else []
        for cells in made:
            yield replace(row, cells=cells, grid=_FIRST_GRID - at if cells[1:] else 0)
        if not made:
            yield row


def _topic(text: str) -> str:
    found = compiled("委託|提供|移転").search(text)
    return (_ENTRUSTED if found.group() == _ENTRUSTED else _GIVEN_AWAY) if found else ""


def _printed(row: Row) -> bool:
    """Whether a row is a line; one beside a drawn stroke is the cell of a table."""
    line = not row.grid and not row.level and len(row.cells) == 1
    return line and not compiled("[│┃|｜]").search(row.text)


_Cells = tuple[Passage, ...]


@dataclass(slots=True)
class _Section:
    """The section that is read: what it is about, and how many blocks were found in it."""

    topic: str = ""
    count: int = 0
    side: str = ""  # 提供 or 移転, below a head of its own
    last: int = 0  # the number of the recipient named last

    def read(self, row: Row, below: Row | None) -> Iterator[_Cells]:
        """The rows of cells into which a line is cut; none if it stays as it is."""
        line = row.cells[0]
        if self.topic == _ENTRUSTED:
            yield from self._fields(line) or self._works(line) or self._head(line, below)
            yield from _told(self, line)
        else:
            yield from self._takers(line)

    def block(self, name: str, of: Passage) -> Passage:
        """委託事項1: the head of the next block, at the place of what it is about."""
        self.count += 1
        return _label(f"{name}{self.count}", of)

    def _work(self, work: Passage) -> _Cells:
        """A printed line, below which others are read as those of its block."""
        return (joined([self.block("委託事項", work), work], "　"),)

    def _fields(self, line: Passage) -> list[_Cells]:
        """(1) 入力　委託先：甲社　再委託：なし, ①委託事項 入力 ②委託先 甲社."""
        found = list(_FIELDS.finditer(line.text))
        if not found:
            found = [each for each in _CIRCLED.finditer(line.text) if _is_field(each["head"])]
            if len(found) < 2 or line.text[: found[0].start()].strip():
                return []
        lead = _lead(line.part(0, found[0].start()))
        if len(found) < 2 and not lead:
            return []
        if lead and (words.whole(lead.text) is not None or len(lead.text) > heads.LONG):
            return []
        cells = [self._work(lead)] if lead else []
        ends = [each.start() for each in found[1:]] + [len(line.text)]
        for each, end in zip(found, ends, strict=True):
            value = line.part(each.end(), len(line.text[:end].rstrip(" 　、，／/")))
            if key(each["head"]) in ("委託事項", "委託業務"):
                cells.append(self._work(value))
            else:
                cells.append((line.part(*each.span("head")), value))
        return cells

    def _works(self, line: Passage) -> list[_Cells]:
        """入力（甲社）, 入力：甲社（再委託先：乙社）, 甲社（入力）、乙社（発送）"""
        if _NEXT.match(line.text):
            return []
        if said := _YES.fullmatch(line.text):
            line = line.part(*said.span("inside"))
        block = _BLOCK.match(line.text)
        line = line.part(block.end()) if block else line
        pairs = list((_WORK_AFTER if said else _WORK_BEHIND).finditer(line.text))
        spans = [(0, 0), *(each.span() for each in pairs), (len(line.text), 0)]
        between = "".join(line.text[a[1] : b[0]] for a, b in pairwise(spans))
        firms = bool(pairs) and all(_is_firm(each["firm"]) for each in pairs)
        if firms and not compiled("[^、，・／/ 　。]").search(between):
            return [
                cells
                for each in pairs
                for cells in self._pair(line, each.span("work"), each.span("firm"))
            ]
        match = _WORK.fullmatch(line.text)
        name = match and ("inside" if match["inside"] else "firm")
        if match is None or name is None or not _is_firm(match[name]):
            return []
        if words.whole(match["work"]) is not None or _is_firm(match["work"]):
            return []
        cells = self._pair(line, match.span("work"), match.span(name))
        if match["sub"]:
            sub = line.part(*match.span("sub"))
            cells.append((_label("再委託先", sub), sub))
        return cells

    def _pair(self, line: Passage, work: tuple[int, int], firm: tuple[int, int]) -> list[_Cells]:
        name = line.part(*firm)
        return [self._work(line.part(*work)), (_label("委託先名", name), name)]

    def _head(self, line: Passage, below: Row | None) -> list[_Cells]:
        """１　入力 above 委託先　甲社: the head of a block that bears only a number."""
        match = _HEAD.fullmatch(line.text)
        if match is None or below is None or not match.start("work") or not _printed(below):
            return []
        named = words.whole(match["work"]) is not None or heads.block(line.text)
        if named or not _NEXT.match(below.text) or _NEXT.match(line.text):
            return []
        return [self._work(line.part(*match.span("work")))]

    def _takers(self, line: Passage) -> Iterator[_Cells]:
        """(1) 提供, and below it ア 甲大臣（専用線）; a sentence on what somebody is given."""
        plain = _lead(line)
        if listed := compiled(r"(?P<side>提供|移転)先の?一覧[ 　:：]+(?=\S)").match(plain.text):
            yield _label(f"{listed['side']}先", plain), plain.part(listed.end())
            return
        if head := _SIDES.fullmatch(plain.text):
            self.side, self.count = head["side"], 0
            yield (line,)
            return
        if numbered := _NUMBERED.fullmatch(line.text):
            number = int(numbered["number"])
            self.last = self.last if not numbered["side"] else 0
            self.side = numbered["side"] or self.side
            if self.side and number == self.last + 1 and words.whole(numbered["name"]) is None:
                self.last = number
                name = line.part(*numbered.span("name"))
                yield (
                    joined([_label(f"{self.side}先{fold(numbered['number'])}", name), name], "　"),
                )
                return
        if sided := list(_sided(plain)):
            yield from sided
            return
        marked = line.text.strip() != plain.text.strip()
        bare = compiled(r"[（(][^（）()]*[)）]$").sub("", plain.text)
        if self.side and marked and _is_taker(bare):
            name = plain.part(0, len(bare))
            yield (joined([self.block(f"{self.side}先", name), name], "　"),)
            return
        for told in _GIVEN.finditer(plain.text):
            name = plain.part(*told.span("name"))
            if _is_taker(name.text):
                yield self.block(f"{told['side']}先", name), name


def _sided(line: Passage) -> Iterator[_Cells]:
    """提供：甲大臣、乙知事; 甲大臣（提供）、乙課（移転）"""
    if named := _SIDE_OF.fullmatch(line.text):
        side = f"{named['side']}先"
        yield _label(side, line), line.part(*named.span("names"))
    elif compiled(rf"(?:{_NAME_OF.pattern}[、，・ 　]*)+").fullmatch(line.text):
        for each in _NAME_OF.finditer(line.text):
            name = line.part(*each.span("name"))
            yield _label(f"{each['side']}先", name), name


def _told(section: _Section, line: Passage) -> Iterator[_Cells]:
    """入力を甲社に委託し、同社は乙社に再委託する。: each firm, behind what the sentence says."""
    if "。" not in line.text or words.split(line)[0].label is not None:
        return
    firms = [(firm, _TO.match(line.text, firm.end())) for firm in FIRM.finditer(line.text)]
    handed = [(firm, to) for firm, to in firms if to is not None]
    if handed:
        yield (line,)
    for firm, to in handed:
        name = line.part(*firm.span())
        if not to["again"]:
            yield section.block("委託事項", name), Passage()
        yield _label("再委託先" if to["again"] else "委託先名", name), name


def _label(name: str, of: Passage) -> Passage:
    return Passage(name, of.starts[:1], of.spots[:1])


def _lead(line: Passage) -> Passage:
    """What stands behind the mark of a line."""
    mark = _BLOCK.match(line.text) or compiled(_MARK).match(line.text)
    start = mark.end() if mark else 0
    return line.part(start, len(line.text.rstrip(" 　、，：:")))


def _is_field(head: str) -> bool:
    return key(head) in ("委託事項", "委託業務") or bool(compiled(_LABEL).fullmatch(head))


def _is_firm(name: str) -> bool:
    return bool(compiled(rules("names")["proper"]).search(key(name)))


def _is_taker(name: str) -> bool:
    return 2 <= len(name) <= heads.LONG and bool(_is_firm(name) or _TAKER.search(name))
