"""Which items and partners a document says are new, where its lists do not mark them.

「校種」を追加する, ※ケ及びコが今回の追加項目, 新たに甲社に委託する: what a title announces as new
is then there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.agenda.form import Sheet
from nagarezu.importing.form.rows import Row
from nagarezu.importing.list_marks import KANA
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made

_SENTENCE = re.compile(r"。|\n")
_ADDS = re.compile(r"追加|加え|加わ|新たに|新設|新規")
_LABELS = re.compile(  # of forms, which name every act
    r"新規(?:開発)?・追加・変更の?(?:理由|内容|時期)?|変更又は追記した箇所|追加・変更の(?:理由|内容|時期)"
)
_NOTHING = re.compile(
    r"(?:追加|変更|新設)(?:する?|は|が|も|点|項目)*[^。、]{0,6}"
    r"(?:ない|なし|行わ|ありません|生じない)|増減(?:は|も)?ない"
)
_PAST = re.compile(r"前回|昨年度|前年度|以前に|かつて")  # what was added then is not new
_BEHIND = (
    r"[」』]?(?:の(?!変更|削除)[^、。「」]{1,8})?"
    r"(?:を|が|は|も|と|や|、|・|及び|並びに|又は|$|の?追加)"
)
_MARK = r"(?:\(\d{1,2}\)|[①-⑳]|[ア-ン])"
_MARKS = re.compile(
    rf"^[※＊*(（ 　]*(?:下線の)?(?P<marks>{_MARK}(?:(?:及び|、|・|と|並びに){_MARK})*)"
    r"の?(?:項目)?[はがを]"
)
_SHORTEST = 2


def items(builder: Builder, rows: Sequence[Row]) -> None:
    """Mark the entries that a sentence names as added, if a title announces added ones."""
    lists = builder.list_of("lists")
    announced = any(
        each["topic"] == "item" and each.get("change") == "added"
        for each in builder.list_of("announcements")
    )
    marked = any(entry.get("change") == "added" for one in lists for entry in one["entries"])
    if not announced or marked:
        return
    for row, sentence in _telling(rows):
        for one in lists:
            here = str(row.place) in str(one.get("source", "")).split()
            numbers = _numbers(sentence) if here else set()
            for entry in one["entries"]:
                named = _names(sentence, key(entry["label"])) or entry["position"] in numbers
                if "item" in entry and named:
                    entry["change"] = "added"


def _telling(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """The sentences of a document that tell of something new, each with its row."""
    for row in rows:
        for sentence in _SENTENCE.split(_LABELS.sub(" ", fold(row.text))):
            if _ADDS.search(sentence) and not (_NOTHING.search(sentence) or _PAST.search(sentence)):
                yield row, sentence


def _numbers(sentence: str) -> set[str]:
    """{"9", "10"} of ※ケ及びコが今回の追加項目."""
    found = _MARKS.match(sentence)
    marks = compiled(_MARK).findall(found["marks"]) if found else []
    values = (KANA.find(mark) + 1 or unicodedata.normalize("NFKC", mark) for mark in marks)
    return {str(value).strip("()") for value in values}


def _names(sentence: str, label: str) -> bool:
    """Whether it is named as what is added, and not as that to which something is."""
    found = compiled(rf"(?<![一-龥ァ-ヶー]){re.escape(label)}{_BEHIND}").search(key(sentence))
    return len(label) >= _SHORTEST and found is not None


_ROLE = r"(?:委託先|委任先|結合先|提供先|結合の相手方|相手方|受託者)"
_JOINS = re.compile(
    rf"[^。\n]*?(?:{_ROLE}(?:に|として)[^。\n]{{0,40}}?(?:加え|追加)"
    rf"|新たに[^。\n]{{1,40}}?(?:(?:に|へ)[^。\n]{{0,12}}?(?:委託|委任|提供)|と[^。\n]{{0,8}}?結合"
    rf"|を{_ROLE}(?:と|に))(?:する|し|を(?:行|開始)))"
)
_LATEST = re.compile(r"に加え(?:て)?、|のほか、?|新たに|に引き続き、")


def partners(builder: Builder, made: Sequence[Made], found: Sequence[Sheet]) -> None:
    """Mark the flows to partners that 【追加】 or a sentence says are new.

    新たに開院する病院を委託先に加える: some are new, and maybe it is not told which.
    """
    for one in made:
        new = [name for name in one.ends.partners if name.added] if one.ends else []
        _mark(builder, {builder.organisation(name) for name in new}, one.id)
    for sheet in found:
        for entry in sheet.entries:
            for told in _JOINS.finditer(entry.value.text):
                _mark_told(builder, key(told.group()))


def _outside(builder: Builder, matter: str = "") -> list[Entity]:
    return [flow for flow in builder.of_matter("flows", matter) if flow["relation"] != "process"]


def _mark(builder: Builder, holders: set[str], matter: str) -> None:
    for flow in _outside(builder, matter):
        if holders & {flow["from"], *flow["to"]}:
            flow["change"] = "added"


def _mark_told(builder: Builder, sentence: str) -> None:
    """The flows to whom the sentence names are new; it is unknown which are if it names nobody."""
    last = list(_LATEST.finditer(sentence))
    tail = sentence[last[-1].end() :] if last else sentence
    for told in dict.fromkeys((tail, sentence)):
        named = [flow for flow in _outside(builder) if _is_named(builder, flow, told)]
        if named:
            break
    for flow in named or _outside(builder):
        flow.setdefault("change", "added" if named else "unknown")


def _is_named(builder: Builder, flow: Entity, sentence: str) -> bool:
    ids = [id_ for id_ in (flow["from"], *flow["to"]) if id_ != builder.own]
    names = [name for id_ in ids for name in builder.names_of(id_)]
    return any(name in sentence for name in names if len(name) > 2)
