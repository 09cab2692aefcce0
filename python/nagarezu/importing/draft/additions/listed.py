"""Items that a note says are new: by their marks (※ク及びケが今回の追加項目), or by a sign.

The sign (※＋の印は今回加える項目を表す, and 装着年月日＋) is no part of the name; what was printed
stands in the provenance of the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nagarezu.importing.draft.additions import words
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import stretches
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made

_NOTE = ("※", "(", "（", "注", "*", "＊")
_MARKED = re.compile(
    rf"(?P<marks>{stretches.MARKS})(?:の項目|の各?情報項目)?[はがを、:]+"
    r"(?P<says>(?:[^。、をはがに]{0,12}?|新たに)、?の?(?:追加|新設|加え|新規|新しい)[^。、]*)"
)


def marks(builder: Builder, made: Sequence[Made]) -> None:
    """Mark the entries whose positions a note in their cell, or right below it, names."""
    for one in made:
        named = set(map(str, _positions(one)))
        for each in builder.of_matter("lists", one.id) if named else ():
            for entry in each["entries"]:
                if entry.get("position") in named:
                    words.mark(entry)


def _positions(one: Made) -> Iterator[int]:
    now = compiled(rf"{rules('additions')['now']}|新規|新しい")
    cells = [entry.value for entry in one.sheet.entries if entry.label.field.endswith("items")]
    notes = [
        line for cell in cells for line in cell.lines() if line.text.lstrip().startswith(_NOTE)
    ]
    for line in [*notes, *(line for row in one.sheet.rows for line in row.whole.lines())]:
        for told in _MARKED.finditer(fold(line.text)):
            if now.search(told["says"]):
                yield from stretches.numbers(told["marks"])


_SIGN = r"[+★☆◆◇◎●▲△▼▽†‡*#]|\[[^\[\]]{1,4}\]|【[^【】]{1,4}】|<[^<>]{1,4}>|\((?:新|追|新規|追加)\)"
_LEGEND = re.compile(
    rf"(?:^|[*※。、:()「『 \n注]){{1,2}}(?P<sign>{_SIGN})[」』]?"
    r"(?:の?(?:印|記号|マーク)|を?(?:付|つ)(?:し|け)た|のある|がある|がつ[いく]た?|が付[いく]た?)?"
    r"(?:もの|項目|情報項目|箇所|欄|行)?(?:は|が|=|:|…|、)"
    r"(?P<says>[^。\n]{0,24}?(?:追加|新た|新規|新設|加え)[^。\n]{0,16})"
)


def signs(builder: Builder, texts: Iterable[str]) -> None:
    """Mark the entries whose printed name has a sign in front of it or behind it."""
    new = {
        match["sign"]
        for text in texts
        for match in _LEGEND.finditer(fold(text))
        if words.is_added(match["says"])
    }
    for entry in words.entries(builder) if new else ():
        if _sign_of(entry) in new:
            words.mark(entry)


def _sign_of(entry: Entity) -> str:
    """What stands in front of the name or behind it in the print, and not in the label."""
    for proof in entry.get("provenance", ()):
        printed = fold(proof["printed"]).strip()
        before, name, after = printed.partition(fold(str(entry["label"])))
        if proof["field"] == "label" and name and key(entry["label"]):
            return (after or before).strip()
    return ""
