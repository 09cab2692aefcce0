"""Fields that an office prints in one cell: 委託先　甲社　／　期間　…, and places in front of rows.

A digest may say in front of each row where it stands in the form: Ⅱの4. 委託事項1　券の発送.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nagarezu.importing.fields import carriers
from nagarezu.importing.form import labels as known
from nagarezu.importing.form.assessment import beside as beside
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.sheet import Line
from nagarezu.importing.form.assessment.values import Values
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_PLACE = re.compile(
    r"^(?P<part>[ⅠⅡⅢⅣⅤⅥ])[ 　]*[のー－.．・-]?[ 　]*(?P<number>[0-9０-９]{1,2})"
    r"[ 　]*[.．、)）]?[ 　]*(?P<rest>\S.*)$"
)
_SLASH = re.compile(r"[ 　]+[／/｜][ 　]+|[ 　]*／[ 　]*")
_FIELD = re.compile(
    r"(?P<head>[^\s：:、。()（）\d]{2,14})(?:[ 　]*[：:][ 　]*|[ 　]+|は、)(?P<value>\S.*)"
)
_CITED = re.compile(r"^(?:全て|すべて|全)の?(?:記録)?項目|別[添紙表][ 　]?[0-9０-９]{0,2}の")
_HANDED_ON = re.compile(r"^再委託(?:しない|する|は|を)")
_FEWEST = 2  # fields of a cell
_TOPICS = {"委": "委託", "提": "提供", "移": "移転"}
_ITEMS = {"委託": "委託する情報", "提供": "提供する情報", "移転": "移転する情報"}
_OPENS = {"entrust_partner": "委託", "provide_to": "提供", "transfer_to": "移転"}


@dataclass(frozen=True, slots=True)
class Field:
    """One of the fields of a cell; a head that is not printed is made of what stands there."""

    label: Label
    printed: Passage
    value: Passage


def _made(name: str, value: Passage) -> Field | None:
    label = known.find("assessment", name)
    return Field(label, Passage(name, (0,), value.spots[:1]), value) if label else None


def _field(part: Passage, topic: str) -> Field | None:
    """委託先　甲社, 別添1の2から5まで, 再委託しない: what one part of a cell says."""
    if _HANDED_ON.match(part.text):
        return _made("再委託の有無", part)
    match = _FIELD.fullmatch(part.text.strip())
    name = match["head"] if match else ""
    label = (words.whole(name) or words.short(topic, name)) if match else None
    if match and label is not None:
        return Field(label, part.part(*match.span("head")), part.part(match.start("value")))
    return _made(_ITEMS[topic], part) if topic and _CITED.search(part.text) else None


def _between(value: Passage, gap: re.Pattern[str]) -> list[Passage]:
    ends = [found.span() for found in gap.finditer(value.text)]
    starts = [0, *(end for _, end in ends)]
    parts = (
        value.part(start, end)
        for start, end in zip(starts, [*(s for s, _ in ends), len(value.text)], strict=True)
    )
    return [part for part in parts if part]


def fields(value: Passage, block: str) -> list[Field]:
    """The fields of a cell whose parts slashes divide; none if it is not printed so."""
    parts = _between(value, _SLASH) if "\n" not in value.text else []
    if len(parts) < _FEWEST:
        return []
    topic = _TOPICS.get(block[:1], "")
    for part in parts if not topic else ():
        opened = _field(part, "")
        topic = topic or (_OPENS.get(opened.label.field, "") if opened else "")
    found = [(part, _field(part, topic)) for part in parts]
    read = [each for _, each in found if each is not None]
    if not topic or len(read) < _FEWEST:
        return []
    first, unread = found[0]
    work = _made("委託内容", first) if unread is None and topic == "委託" else None
    return [work, *read] if work else read


_GAP = re.compile(r"　+|[ ]{2,}|\t")
_SAID = re.compile(r".{8,}。$")


def recipient(value: Passage, topic: str) -> tuple[Passage, list[Field]]:
    """都道府県知事　別添1の2、6　甲ネットワーク　照会の都度: who, what goes there and by what."""
    parts = _between(value, _GAP) if "\n" not in value.text else []
    behind = [bool(_CITED.search(part.text) or _SAID.match(part.text)) for part in parts]
    if True not in behind[1:] or behind[0]:
        return value, []
    return value.part(0, len(parts[0].text)), list(_carried(parts[1:], topic))


def of_label(label: Label | None, value: Passage, block: str = "") -> tuple[Passage, list[Field]]:
    """The value of a label without what else its cell tells, and that as fields."""
    if label is None and block:
        return value, fields(value, block)
    topic = _OPENS.get(label.field, "") if label else ""
    return recipient(value, topic) if topic in ("提供", "移転") else (value, [])


def _carried(parts: list[Passage], topic: str) -> Iterator[Field]:
    for part in parts:
        way = carriers.ticked([part.text])[0].kind != "unspecified" and len(part.text) <= _WAY
        name = _ITEMS[topic] if _CITED.search(part.text) else f"{topic}方法" if way else ""
        made = _made(name, part) if name else None
        if made is not None:
            yield made


_BRACKET = re.compile(r"[(（](?P<inside>[^()（）]*[：:][^()（）]*[：:][^()（）]*)[)）][。 　]*$")
_STOP = re.compile(r"[。；;][ 　]*|、(?=[^、：:]{2,14}[：:])")
_OF_FILE = re.compile(
    r"^[ 　]*(?:[(（]?[0-9０-９]{1,2}[)）.．、]?[ 　]*)?名称[ 　：:]+"
    r"(?P<name>\S+(?:ファイル|台帳)[ 　]*)$"
)
_FILE = "特定個人情報ファイル名"


def _pair(part: Passage) -> Field | None:
    match = compiled(r"[ 　]*(?P<head>[^：:、。]{2,14})[ 　]*[：:][ 　]*(?P<value>\S.*)").fullmatch(
        part.text
    )
    label = words.whole(match["head"]) if match else None
    if match is None or label is None:
        return None
    return Field(label, part.part(*match.span("head")), part.part(match.start("value")))


_WAY = 24  # characters of the name of a way
_OF_LINE = re.compile(
    r"^[ 　]*(?P<mark>[①-⑳・]|[(（]?[0-9０-９]{1,2}[)）.．、 　]|[ア-ン][ 　.．、]|[■○●])?[ 　]*"
    r"(?P<head>[^\s：:、。()（）\[\]［］]{2,16})"
    r"(?:[ 　]*(?P<colon>[：:])[ 　]*|[ 　]+)(?P<value>\S.*)$"
)


_BOXED_LINE = re.compile(  # 【本人の数】 1万人未満
    r"^[ 　]*(?P<mark>[①-⑳]?[【〔＜<])(?P<head>[^【】〔〕＜＞<>]{2,16})[】〕＞>]"
    r"(?P<colon>)[ 　]*[：:]?[ 　]*(?P<value>\S.*)$"
)


def _lined(line: Passage, section: str, block: str) -> tuple[Label | None, Passage, Passage] | None:
    """③規模 甲の加入者 120人, 名称：甲システム: the label of a line of a cell, and its value.

    None for a line without a head: it is more of the one above.
    """
    match = _BOXED_LINE.match(line.text) or _OF_LINE.match(line.text)
    if match is None or not (match["mark"] or match["colon"]):
        return None
    name = match["head"]
    short = beside.short_label(name, "", block) if block else None
    label = short or beside.short_label(f"①{name}", section) or words.whole(name)
    return label, line.part(*match.span("head")), line.part(match.start("value"))


class Spread(Values):
    """Values whose fields share a cell, or whose place stands in front of their label."""

    def row(self, row: Row) -> None:
        row = self._placed(row) if self.digest else row
        if not (self._divided(row) or self._bracketed(row)):
            super().row(row)

    def _placed(self, row: Row) -> Row:
        """Ⅱの5. 提供先1 | …: the row of that part and section."""
        first = row.cells[0] if row.cells else Passage()
        match = _PLACE.match(first.text) if len(row.filled) > 1 else None
        if match is None:
            return row
        section = f"{fold(match['number'])}."
        if (self.part, self.section) != (match["part"], section):
            self.part, self.section = match["part"], section
            self.block = self.side = ""
        self.title, self.open = first, None
        return replace(row, cells=(first.part(match.start("rest")), *row.cells[1:]))

    def _divided(self, row: Row) -> bool:
        filled = row.filled
        if not any("／" in cell.text or _SLASH.search(cell.text) for cell in filled):
            return False
        head = filled[0] if len(filled) > 1 else Passage()
        block = heads.block(head.text) if head else self.block
        cut = fields(filled[bool(head)], block)
        if not cut or (head and not block):
            return False
        if head:
            self.enter(head.text)
            work = _between(head, _GAP)[1:]
            if work and (made := _made("委託内容", work[-1])) and block[:1] == "委":
                self.set(made.label, made.printed, made.value, row)
        entrusted = any(each.label.field == "entrust_partner" for each in cut)
        if entrusted and self.block[:1] != "委":
            self.blocks += 1
            self.block = f"委託事項@{self.blocks}"
        for each in cut:
            self.set(each.label, each.printed, each.value, row)
        self.open = None
        return True

    def _bracketed(self, row: Row) -> bool:
        """1　名称　甲ファイル（本人の数：…。本人の範囲：…）: fields within a bracket."""
        line = row.filled[0]
        match = (
            _BRACKET.search(line.text) if len(row.filled) == 1 and "\n" not in line.text else None
        )
        inside = line.part(*match.span("inside")) if match else Passage()
        found = [_pair(part) for part in _between(inside, _STOP)]
        read = [each for each in found if each is not None]
        if match is None or len(read) < _FEWEST or len(read) < len(found):
            return False
        super().row(replace(row, cells=(self._named(line.part(0, match.start())),)))
        for each in read:
            self.set(each.label, each.printed, each.value, row)
        self.open = None
        return True

    def _within(self, filled: list[Passage], row: Row) -> bool:
        """基本情報 | ②本人の数 … / ③本人の範囲 …: blocks or fields on the lines of one cell."""
        head, lines = filled[0], filled[1].lines()
        if len(lines) < _FEWEST:
            return False
        if heads.block(lines[0].text):  # 使用するシステム | システム1 甲システム / 接続先 …
            self.section = fold(tidy(head.text))
            for line in lines:
                self._text(line, row, blank=False)
            self.block = ""
            return True
        block, section = heads.block(head.text), fold(tidy(head.text))
        found = [_lined(line, section, block) for line in lines]
        if sum(each is not None and each[0] is not None for each in found) < _FEWEST:
            return False
        if not self.enter(head.text):
            self.section, self.block, self.side = section, "", ""
        self.open = None
        for line, each in zip(lines, found, strict=True):
            if each is None:
                self._more(line, row)
            elif each[0] is not None:
                self.set(each[0], each[1], each[2], row)
            else:
                self.open = None
                self.sheet.lines.append(Line(self.part, self.section, self.block, row, *each))
        self.block = "" if block else self.block
        return True

    def _named(self, line: Passage) -> Passage:
        """The name of the file in the outline Ⅱ, behind the label that the form prints."""
        match = _OF_FILE.match(line.text) if self.part == "Ⅱ" else None
        if match is None:
            return line
        name = line.part(match.start("name"))
        return joined([Passage(_FILE, (0,), name.spots[:1]), name], "　")

    def set(self, label: Label, printed: Passage, value: Passage, row: Row) -> None:
        if label.field == "file_name" and self.digest and self.part in ("Ⅰ", "Ⅲ"):
            self.part, self.section = "Ⅱ", ""  # the name of a file begins its outline
        value, carried = of_label(label, value)
        super().set(label, printed, value, row)
        for each in carried:
            super().set(each.label, each.printed, each.value, row)
        if carried:
            self.open = None
