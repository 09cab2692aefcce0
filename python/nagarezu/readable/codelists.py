"""The code lists of data files: which list a column takes its values from, and its codes in words.

Mostly these are the words of the papers. Data must not use signs such as ○, so lists whose words
for people are signs have words of their own here.
"""

from __future__ import annotations

import json
from functools import cache

from nagarezu.languages import Text
from nagarezu.readable.columns import SYMBOL
from nagarezu.resources import data
from nagarezu.tables.table import Column
from nagarezu.tables.words import WORDS, profile_names, vocabulary

_VOCABULARY = ("category", "class")
# Columns whose codes the papers leave to the data.
_BY_NAME = {"channel_kind": "channel_kind", "media_kinds": "media_kind", "concept": "concept"}

TRUTH = {"true": Text("該当", "yes"), "false": Text("非該当", "no")}
_OWN: dict[str, dict[str, Text]] = {
    "truth": TRUTH,
    "reach": {
        "yes": Text("到達する", "reaches"),
        "optional": Text("任意項目として到達する", "reaches as an optional item"),
        "maybe": Text("到達を否定できない", "is not excluded"),
        "no": Text("記載なし", "is not stated"),
    },
    "change": {
        "existing": Text("継続", "existing"),
        "added": Text("追加", "added"),
        "changed": Text("変更", "changed"),
        "removed": Text("削除", "removed"),
        "unknown": Text("不詳", "unknown"),
    },
    "channel_kind": {
        "dedicated_line": Text("専用回線", "dedicated line"),
        "lgwan": Text("総合行政ネットワーク", "LGWAN"),
        "resident_network": Text("住民基本台帳ネットワーク", "resident register network"),
        "internet": Text("インターネット", "internet"),
        "local_network": Text("庁内ネットワーク", "local network"),
        "media": Text("電磁的媒体", "storage media"),
        "paper": Text("紙", "paper"),
        "in_person": Text("対面", "in person"),
        "unspecified": Text("記載なし", "not stated"),
    },
    "media_kind": {
        "magnetic_disk": Text("磁気ディスク", "magnetic disk"),
        "optical_disk": Text("光ディスク", "optical disk"),
        "usb_memory": Text("USBメモリ", "USB memory"),
        "server": Text("サーバー", "server"),
        "paper": Text("紙", "paper"),
        "electromagnetic": Text("電磁的媒体", "electromagnetic media"),
        "unspecified": Text("記載なし", "not stated"),
    },
}


def list_of(column: Column) -> str:
    """Return the name of the code list of a column; empty if its values are no codes."""
    words = column.words.removesuffix("*")
    if words in WORDS or words in (*_VOCABULARY, "profile"):
        return words
    return _BY_NAME.get(column.name, "")


def codes_of(name: str) -> dict[str, Text]:
    """Return the codes of a list with their meaning."""
    if name in _OWN:
        return _OWN[name]
    if name in _VOCABULARY:
        return vocabulary(name)
    if name == "profile":
        return profile_names()
    if name == "concept":
        return _concepts()
    return {code: _worded(code, text) for code, text in WORDS[name].items()}


def _worded(code: str, text: Text) -> Text:
    """A sign is no meaning: the code itself says more."""
    return Text(*(code if SYMBOL.fullmatch(word) else word for word in text))


@cache
def _concepts() -> dict[str, Text]:
    entries = json.loads(dict(data("vocabulary"))["concepts.json"])["entries"]
    return {e["id"]: Text(e["label"]["ja"], e["label"]["en"]) for e in entries}
