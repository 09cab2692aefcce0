"""Items with a sign that a note explains as new: ※＋の印は今回加える項目を表す, and 装着年月日＋.

The sign is no part of the name; what was printed stands in the provenance of the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.rules.characters import fold, key

_SIGN = r"[+★☆◆◇◎●▲△▼▽†‡*#]|\[[^\[\]]{1,4}\]|【[^【】]{1,4}】|<[^<>]{1,4}>|\((?:新|追|新規|追加)\)"
_MARKED = (
    r"(?:の?(?:印|記号|マーク)|を?(?:付|つ)(?:し|け)た|のある|がある|がつ[いく]た?|が付[いく]た?)"
)
_LEGEND = re.compile(
    rf"(?:^|[*※。、:()「『 \n注]){{1,2}}(?P<sign>{_SIGN})[」』]?{_MARKED}?"
    r"(?:もの|項目|情報項目|箇所|欄|行)?(?:は|が|=|:|…|、)"
    r"(?P<says>[^。\n]{0,24}?(?:追加|新た|新規|新設|加え)[^。\n]{0,16})"
)
_NOT = re.compile(r"ない|なし|せず|前回|昨年度|前年度|済")


def write(builder: Builder, parts: Parts) -> None:
    """Mark the entries whose printed name has such a sign in front of it or behind it."""
    signs = set(_signs(parts.texts))
    if not signs:
        return
    for one in builder.list_of("lists"):
        for entry in one["entries"]:
            if _sign_of(entry) in signs and entry.get("change") in (None, "unknown"):
                entry["change"] = "added"


def _signs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in _LEGEND.finditer(fold(text)):
            if not _NOT.search(match["says"]):
                yield match["sign"]


def _sign_of(entry: Entity) -> str:
    """What stands in front of the name or behind it in the print, and not in the label."""
    for proof in entry.get("provenance", ()):
        printed = fold(proof["printed"]).strip()
        before, name, after = printed.partition(fold(str(entry["label"])))
        if proof["field"] == "label" and name and key(entry["label"]):
            return (after or before).strip()
    return ""
