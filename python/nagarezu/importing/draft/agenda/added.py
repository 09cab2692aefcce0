"""Items that a paper says are new: 情報項目に「学校名」を追加する, ※ク及びケが今回の追加項目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.form.agenda.form import Sheet
from nagarezu.importing.list_marks import KANA
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_ACT = r"(?:追加|新設|加え)"
_NOW = rf"{_ACT}(?!済|した|していた|された|られた|たもの|なし|しない|はない|ない)"
# 学校名及び卒業予定年月を新たに追加する, 「旧氏」の項目を加える, 学校名の入力欄の追加
_TOLD = re.compile(
    r"(?P<names>[^。\n]{2,120}?)(?:の(?:情報|記録)?(?:項目|入力欄|記入欄|欄|2項目|各項目))?"
    rf"[をの]、?(?:[^。、をはが]{{0,12}}(?:に|へ)、?)?(?:今回|新たに|併せて|あわせて|新規に)?、?{_NOW}"
)
_MARK = rf"(?:[①-⑳]|[(（]?(?:\d{{1,2}}|[{KANA}])[)）]?)"
_JOIN = r"(?:、|・|及び|並びに|と|,)"
_RANGE = r"(?:から|~|-)"
# ※ク及びケが今回の追加項目, ⑧から⑩までを追加, 番号11は新規
_MARKED = re.compile(
    rf"(?:項目|番号)?の?(?P<marks>{_MARK}(?:(?:{_JOIN}|{_RANGE}){_MARK})*)(?:まで|の項目|の各?情報項目)?"
    rf"[はがを、:]+(?:今回|今般|新たに|本件で)?、?の?(?:{_NOW}|新規|新しい)"
)
_EACH = re.compile(rf"(?P<range>{_RANGE})?(?P<mark>{_MARK})")
_PAST = re.compile(
    r"(?:昨年度|前回|以前|従前|かつて|年度に|年に|月に)[^。]{0,40}(?:した|されて|してい)"
)
_SPLIT = re.compile(r"、|,|・|及び|並びに|又は|と(?=[^。、]{2,})")
_TRIMMED = re.compile(
    r"^.*(?:に(?:は)?、?(?=「)|(?:項目|情報|欄)(?:に|へ|として)は?、?|ため、?|伴い、?|[(（]\d{1,2}[)）])"
)


def write(builder: Builder, made: Sequence[Made], found: Sequence[Sheet]) -> None:
    """Mark the entries of lists that a sentence or a note below the list says are added."""
    lists = builder.list_of("lists")
    named = {key(name) for text in _texts(found) for name in _names(text)}
    for each in lists:
        own = next((one for one in made if one.id == each["matter"]), None)
        marks = set(_marks(own)) if own is not None else set()
        for entry in each["entries"]:
            plain = key(without_brackets(str(entry["label"])))
            if plain in named or entry.get("position") in marks:
                _add(entry)


def _add(entry: Entity) -> None:
    if entry.get("change") in (None, "unknown"):
        entry["change"] = "added"


def _texts(found: Sequence[Sheet]) -> Iterator[Passage]:
    """What the overview, reasons, contents and notes of a paper say."""
    for sheet in found:
        if sheet.kind in ("overview", "matter", "cover"):
            for entry in sheet.entries:
                if not entry.label.field.endswith(("title", "_own")):
                    yield entry.value
            yield from (row.whole for row in sheet.rows)


def _names(text: Passage) -> Iterator[str]:
    """The names that stand in front of 追加する, each by itself and in what may be one name."""
    for sentence in compiled(r"[。\n]").split(text.text):
        if _PAST.search(sentence):
            continue
        for told in _TOLD.finditer(sentence):
            quoted = compiled(r"「([^「」]{1,40})」").findall(told["names"])
            rest = _TRIMMED.sub("", told["names"])
            parts = quoted or [rest, *_SPLIT.split(rest)]
            yield from (tidy(part).strip("「」") for part in parts if part)


def _marks(one: Made) -> Iterator[str]:
    """The positions that a note in the cell of a list, or right below it, says are new."""
    cells = [entry.value for entry in one.sheet.entries if entry.label.field.endswith("items")]
    for cell in [*cells, *(row.whole for row in one.sheet.rows)]:
        for line in cell.lines():
            if (
                line.text.lstrip().startswith(("※", "(", "（", "注", "*", "＊"))
                or cell not in cells
            ):
                for told in _MARKED.finditer(fold(line.text)):
                    yield from _positions(told["marks"])


def _positions(marks: str) -> Iterator[str]:
    last = 0
    for each in _EACH.finditer(marks):
        number = _number(each["mark"])
        first = last + 1 if each["range"] and last else number
        yield from map(str, range(first, number + 1))
        last = number


def _number(mark: str) -> int:
    bare = mark.strip("()（）")
    if bare.isdecimal():
        return int(bare)
    return KANA.index(bare) + 1 if bare in KANA else ord(bare) - ord("①") + 1
