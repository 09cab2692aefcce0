"""The few words that the writer of PDF adds to the tree."""

from __future__ import annotations

from nagarezu.languages import Lang, Text

UNIT = Text("（単位：{}）", "(unit: {})")
UNIT_IN_HEAD = Text("（{}）", "({})")
PART = Text("（{}/{}）", " ({}/{})")
KEY = Text("（{}）", "({})")
KEYED = Text("（{}）：{}", "({}): {}")
TITLE_PLACE = Text("標題", "title")
START_PLACE = Text("冒頭", "beginning")
BOX_PLACE = Text("資料番号", "number of the document")


def filled(text: Text, lang: Lang, *values: object) -> str:
    """The wording in a language with its blanks filled."""
    return text.in_(lang).format(*values)
