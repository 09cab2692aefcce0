"""Sentences that speak of more persons than the document is for: `purposes` with `wider`.

A sentence is wide if it says everybody, those who did not do what the others did, their households,
or an age that the purpose does not reach. It is told against a place that means only some.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.numbers.spans import matters_of
from nagarezu.importing.fields.scopes import Ages, ages, narrower, plain
from nagarezu.importing.form import labels
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, tidy

_SLIP = 1  # years
_LONGEST = 200
_INDENTED = 8  # columns: a line that goes on below the value of its label
_OF_DATA = re.compile(
    r"氏名|住所|情報|ファイル|データ|名簿|台帳|記録|抽出|登録|に係る|の分|リスト|項目"
)
_ASKED = r"(?:を|の|が)?(?:して|受けて)?(?:した|いる|する|受けた|受ける|あった|ある|者|書|決定|、)"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or cell with the label of its row, and the matter it stands in."""

    text: str
    label: str
    passage: Passage
    row: tuple[int, int]
    matter: str

    @property
    def of_scope(self) -> bool:
        return _is_of_scope(self.label)


@lru_cache(maxsize=1 << 10)
def _is_of_scope(label: str) -> bool:
    """Asked of every line beside each line that is wide."""
    return bool(compiled(rules("wider")["scope"]).search(label))


@dataclass(frozen=True, slots=True)
class Others:
    """The lines beside one, of other rows: gone through only where something is looked for."""

    line: Line
    lines: Sequence[Line]

    def __iter__(self) -> Iterator[Line]:
        return (each for each in self.lines if each.row != self.line.row)


def write(builder: Builder, rows: Sequence[Row], *, apart: bool) -> None:
    """`apart` if each matter is for itself, as the files of a register are."""
    lines = list(_lines(builder, rows))
    beside: dict[str, list[Line]] = {}
    for line in lines:
        beside.setdefault(line.matter if apart else "", []).append(line)
    written: set[tuple[str, str]] = set()
    for line in lines:
        others = Others(line, beside[line.matter if apart else ""])
        for phrase, narrow in _wide(line, others):
            if (phrase, narrow.text) not in written:
                written.add((phrase, narrow.text))
                _write(builder, line, phrase, narrow)


_COUNTED = re.compile(r"[0-9０-９]{1,3}")
_COLUMNS = 4  # cells of a row of heads
_HEAD = re.compile(
    r"[ 　]*(?:第?[0-9０-９]{1,2}|[(（][0-9０-９ア-ンa-z]{1,2}[)）]|[①-⑳■◇◆●○#]+|[ア-ン](?=[ 　]))"
    r"[ 　.．、]*(?P<head>[^。、，,：:0-9０-９]{2,20})$"
)
_ONLY_HEAD = (
    r"(?:(?:事業|業務|調査|利用)の?)?"
    r"(?:対象(?:と(?:する|なる))?(?:(?:者|人|件|世帯)の?数?|の?範囲)?|個人の範囲|目的|趣旨|用途|概要)"
    r"(?:の概要|等)?"
)
_EXPLAINED = re.compile(r"[(（][^()（）]{2,60}[)）]")
_FRONT = re.compile(r"[ 　]*(\S[^\n。、]{1,22}?)(?:[ 　]{2,}|　)")


def _lines(builder: Builder, rows: Sequence[Row]) -> Iterator[Line]:
    """Sentences with the label of their row, or the head above them."""
    matters = matters_of(builder, rows)
    label = head = ""
    columns: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        cells = row.cells
        if len(cells) > 1 and cells[0].text.strip():
            if label and _EXPLAINED.fullmatch(cells[0].text.strip()):
                label += cells[0].text  # the second line of a label: （だれの、どのような項目か）
            else:
                label, head = cells[0].text, ""
        counted = len(cells) > 1 and bool(_COUNTED.fullmatch(label.strip()))
        if not counted and len(row.filled) >= _COLUMNS:
            columns = tuple(cell.text for cell in cells)
        for at, cell in enumerate(cells):
            if len(cells) == 1 and cell.text.strip():
                front = _FRONT.match(cell.text)
                label = front[1] if front else label if row.indent > _INDENTED else ""
                head = "" if front else head
            for part in compiled(r"[^。\n]+").finditer(cell.text):
                place = cell.part(*part.span())
                if found := _HEAD.match(place.text):
                    head = found["head"]
                    if compiled(_ONLY_HEAD).fullmatch(plain(head)):
                        continue  # ■ 対象者: it says nothing by itself
                elif labels.find("inside_items", place.text):
                    head = place.text  # 個人の範囲 on a line of its own
                named = head or (label if at or len(cells) == 1 else "")
                if counted and at < len(columns):  # 7 | 甲ファイル | …: the head of its column
                    named = columns[at]
                where = (number, at if counted else 0)  # else the cells of a row speak of one thing
                yield Line(
                    _noun(plain(place.text)), plain(named)[:40], place, where, matters[number]
                )


def _noun(text: str) -> str:
    """申込みをした者 for 申し込んだ者: one stem for what is asked for in either way."""
    return compiled(r"申し?込んだ").sub(
        "申込した",
        compiled(r"申し?込む").sub("申込する", compiled(r"申し?込み").sub("申込", text)),
    )


def _wide(line: Line, others: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    words = rules("wider")
    if (left_out := _left_out(line, others)) is not None:
        yield left_out
        return
    if compiled(words["told_to_all"]).search(line.text):
        return
    if line.of_scope and compiled("目的|趣旨|用途|ねらい").search(line.label):
        others = [line, *others] if _search("beside", line.text) else []
    for kind in (_beside, _household, _everybody, _by_age, _unqualified):
        found = kind(line, others)
        if found is not None:
            yield found
            return


def _search(kind: str, text: str) -> re.Match[str] | None:
    """The words of one kind, looked for where a text has a part that all of them have."""
    words = rules("wider")
    return (
        compiled(words[kind]).search(text) if compiled(words["needs"][kind]).search(text) else None
    )


def _beside(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """申請をしていない者も含む, 滞納の有無にかかわらず: where others are those who did."""
    match = _search("beside", line.text)
    if match is None:
        return _excluded(line, others)
    if match["stem3"]:  # 対象とならない者も含める: the others are meant wherever the purpose stands
        return next(
            ((match.group(), each) for each in others if "対象" in each.text), None
        ) or next(
            ((match.group(), each) for each in others if compiled("目的").search(each.label)), None
        )
    stem = (match["stem"] or match["stem2"])[-6:]
    for other in (line, *others):
        text = other.text.replace(match.group(), "")
        for length in range(min(len(stem), 4), 1, -1):
            if compiled(re.escape(stem[-length:]) + _ASKED).search(text):
                return match.group(), other
    return None


_TAKEN_IN = re.compile(
    r"(?P<who>[^、。()]{4,20}?)(?:者|人|方)(?:の分|の情報)?も(?:載|含|加|記録|渡)"
)


def _excluded(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """認定を受けている者の分も載せる: they were left out elsewhere (…を除く)."""
    match = _TAKEN_IN.search(line.text) if "も" in line.text else None
    if match is None:
        return None
    who = match["who"][-8:]
    for other in others:
        if compiled(rf"{re.escape(who)}(?:者|人|方|[\d,]+人)?を?(?:除|対象とせず|対象外)").search(
            other.text
        ):
            return match.group(), other
    return None


_LEFT_OUT = re.compile(
    r"(?P<who>[^、。()及並]{2,16}?(?:者|人|員|児童|生徒|世帯|保護者))(?:の(?:分|もの|情報|個人情報|記録|データ|ファイル|名簿)[^、。()]{0,4})?"
    r"(?:を除[くき]|は(?:(?:本件|本事務|本事業|対象|範囲|この[一-龥]{2,4})に(?:は)?、?)?(?:除く|含ま(?:ない|れない|ず)|含めない|対象(?:外|と(?:しない|ならない|はしない))))"
)


@lru_cache(maxsize=1 << 12)
def _whom_left_out(text: str) -> tuple[str, ...]:
    if not any(map(text.__contains__, ("除", "含", "対象"))):
        return ()
    return tuple(match["who"] for match in _LEFT_OUT.finditer(text))


def _left_out(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """登録者及び職員, in a row of whom the document is about: 職員を除く, says another."""
    if not line.of_scope or compiled("除|以外|含ま|含め").search(line.text):
        return None
    for other in others:
        for who in _whom_left_out(other.text):
            joined = (
                rf"(?:^|及び|並びに|又は|、|と){re.escape(who)}(?:$|[、()]|及び|並びに|又は|の)"
            )
            if found := compiled(joined).search(line.text):
                return found.group().strip("、()"), other
    return None


def _household(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """Households beside the persons themselves, of which no other place speaks."""
    words = rules("wider")
    match = _search("household", line.text)
    if match is None or any(compiled(words["of_household"]).search(other.text) for other in others):
        return None
    said = compiled("全員|すべて|全て|の分").search(match.group() + line.text[match.end() :][:4])
    front = line.text[: match.start()]
    if not said and not any(front and other.text == front for other in others):
        return None
    meant = [each for each in others if compiled("目的|趣旨|対象|範囲").search(each.label)]
    narrow = _narrow(others) or next(iter(meant), None)
    return (match.group(), narrow) if narrow else None


_WHO_ONLY = re.compile(r"(?P<what>[一-龥ァ-ヶ]{2,6})(?:を?する|した|して(?:い)?る|の)$")
_STATE = re.compile(r"在|居住|通学|通園|所在")  # 在籍する全ての児童: all who are there


def _everybody(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """全市民, 被保険者全員: where a purpose or a group is for some, and no place for all."""
    match = _search("everybody", line.text)
    if match is None or not (line.of_scope or _OF_DATA.search(line.text)):
        return None
    if any(_search("everybody", other.text) for other in others if other.of_scope):
        return None
    phrase = match.group()
    if registered := _registered(line, others):
        return line.text, registered
    who = _WHO_ONLY.search(line.text[: match.start()])
    if who and not _STATE.match(who["what"]) and any(who["what"] in each.text for each in others):
        return None  # 進学する全ての生徒, where another place speaks of 進学, too
    noun = compiled(r"の?(?:全員|全て|すべて|全部)$|^(?:全ての|すべての|全)").sub("", phrase)
    if any(other.of_scope and _without_condition(noun, other) for other in others):
        return None
    narrow = _narrow(others)
    return (phrase, narrow) if narrow and not _are_those(noun, narrow) else None


_REGISTER = re.compile(
    r"(?P<register>[一-龥々ァ-ヶー]{2,16})に(?:登録|登載|掲載|記載|記録|搭載)され(?:た|て(?:い|お)る)"
    r"(?:全ての|すべての)?(?:者|人|方|世帯|住民|[市区町村]民)"
)
_OF_ALL = re.compile("(?:住民基本|住民)台帳$|住民登録$")


def _registered(line: Line, others: Iterable[Line]) -> Line | None:
    """住民基本台帳に記録されている者, where those are meant who stand in another register."""
    mine = _REGISTER.search(line.text)
    if mine is None or not _OF_ALL.search(mine["register"]):
        return None
    for other in others:
        theirs = _REGISTER.search(other.text)
        meant = theirs and compiled("目的|趣旨|対象").search(other.label)
        if theirs and meant and not _OF_ALL.search(theirs["register"]):
            return other
    return None


def _without_condition(noun: str, line: Line) -> bool:
    """被保険者, 市営霊園の使用者及びその家族: all of them are those whom it is for."""
    groups = compiled("及び|並びに|又は|、").split(line.text.removeprefix(line.label).strip(" :"))
    whose = compiled(rf"(?P<of>.{{0,8}}|[^。]{{2,12}}の){re.escape(noun)}")
    found = filter(None, map(whose.fullmatch, [line.text, *groups]))
    only = compiled(rules("wider")["only"])
    return any(not only.search(match["of"]) for match in found)


def _are_those(noun: str, line: Line) -> bool:
    """使用者 are those of 対象者  使用の許可を受けている者, which is narrow by its label alone."""
    told = line.text.removeprefix(line.label)
    stem = noun[:-1] if noun.endswith(("者", "人", "員")) else ""  # 児童 says not what they do
    return len(stem) > 1 and stem in told and not compiled(rules("wider")["only"]).search(told)


def _narrow(others: Iterable[Line]) -> Line | None:
    """A place that says of whom the document is, and means only some."""
    only = rules("wider")["only"]
    found = [each for each in others if each.of_scope and compiled(only).search(each.text)]
    first = [each for each in found if compiled("目的|趣旨|対象").search(each.label)]
    doing = rules("wider")["doing"]  # 進学する生徒への支給: a purpose for those who do it
    first = first or [
        each
        for each in others
        if compiled("目的|趣旨").search(each.label) and compiled(doing).search(each.text)
    ]
    found = (
        first
        or found
        or [e for e in others if compiled(r"対象者は|(?:者|児童|保護者)に限る").search(e.text)]
    )
    return found[0] if found else None


def _by_age(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """50歳以上の区民全員に係るファイル, where all other ages of the document are of 65 or more."""
    if not _OF_DATA.search(line.text) or line.of_scope:
        return None
    of_line = ages(line.text)
    if not of_line:
        return None
    told = [(other, each) for other in others for each in ages(other.text)]
    meant = [(other, each) for other, each in told if other.of_scope]
    for wide in of_line:
        behind = line.text[wide.end : wide.end + 16]
        if (
            not compiled(r"者|人|民|児童|生徒|子").search(behind)
            or "から" in line.text[: wide.start][-6:]
        ):
            continue
        covers = meant and all(_covers(wide, each) for _, each in meant)
        if covers and not any(_equal(wide, each) for _, each in told):
            return line.text[wide.start : wide.end + 8], meant[0][0]
    return None


def _unqualified(line: Line, others: Iterable[Line]) -> tuple[str, Line] | None:
    """Those whom a row names, where purposes and other such rows all set an age."""
    if not compiled(r"範囲|類型|対象").search(line.label) or ages(line.text):
        return None
    for other in others:
        purpose = compiled("目的|趣旨|対象者?$").search(other.label)
        if (
            purpose
            and ages(other.text)
            and narrower(other.text, compiled(r"[(][^()]*[)]$").sub("", line.text))
        ):
            return line.text, other
    return None


def _covers(wide: Ages, each: Ages) -> bool:
    """Whether an age covers another and goes further, by more than a year."""
    holds = wide.first <= each.first and each.last <= wide.last
    return holds and (wide.first < each.first - _SLIP or wide.last > each.last + _SLIP)


def _equal(a: Ages, b: Ages) -> bool:
    return (a.first, a.last) == (b.first, b.last)


def _write(builder: Builder, line: Line, phrase: str, narrow: Line) -> None:
    text = tidy(narrow.passage.text)
    entity: Entity = {
        "label": text[:_LONGEST],
        "concerns": text[:_LONGEST],
        "wider": [{"label": tidy(fold(phrase)), "source": line.passage.source}],
        "source": narrow.passage.source,
        "provenance": [
            evidence("concerns", narrow.passage, text[:_LONGEST], "wider_elsewhere", 0.7)
        ],
    }
    builder.add("purposes", entity)
