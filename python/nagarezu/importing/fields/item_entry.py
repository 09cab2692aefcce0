"""One printed item: its label, whether it is optional or added, and the parts in its brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nagarezu.importing.fields import inner_marks
from nagarezu.importing.fields.change_notes import CHANGE_NOTE
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import bracketed, fold, key, outside_brackets, tidy

_OPEN = re.compile(r"(?:など|等|ほか|その他)$")
_OPTIONAL = re.compile(
    r"任意|希望者のみ|希望する(?:者|場合)のみ|必要に応じて|該当者のみ|該当する場合"
)
# whether everybody gives an item: 電話番号：任意
GIVEN = r"(?:必須|任意|希望者のみ|該当者のみ)(?:項目)?"
_OPTIONAL_NOTE = re.compile(
    r"[(（【\[][^()（）]*(?:任意|希望|必要に応じて|該当)[^()（）]*[)）】\]]|[※*＊](?:任意|希望者のみ)"
)
# 配慮事項〔任意〕, ［希望者のみ］, ※任意: that it need not be told, in whatever brackets
_OTHERWISE = re.compile(
    r"[〔［\[【〈<＜《≪][^〔［\[【〈<＜《≪〕］\]】〉>＞》≫]{0,8}"
    rf"(?:{_OPTIONAL.pattern})[^〕］\]】〉>＞》≫]{{0,8}}[〕］\]】〉>＞》≫]"
    r"|[※*＊][ 　]?(?:任意|希望者のみ)(?:項目|記入|記載|入力|回答)?"
)


# ★ of 資格の名称 ★: a sign that a note explains, or a note's number
_SIGN = r"(?:[★☆◆◇◎●▲△▼▽†‡※*＊#＃]+|[※*＊][0-9０-９]{1,2})"
_SIGNS = re.compile(
    rf"^{_SIGN}[ 　]*(?=[^ 　])|(?<=[^ 　])[ 　]*(?:{_SIGN}|[(（]{_SIGN}[)）])$"
    r"|(?<=[^ 　A-Za-z式型])[＋+]$"
)


@dataclass(slots=True)
class Entry:
    """One printed item. A group has children and is no item itself."""

    label: str
    passage: Passage
    printed: str
    rule: str = "listed"
    optional: bool = False
    added: bool = False
    children: list[Entry] = field(default_factory=list)
    number: int = 0  # as printed; 0 without one
    head: str = ""  # an unnumbered head above it that says whose it is
    alternatives: tuple[str, ...] = ()


@dataclass(slots=True)
class ItemList:
    """Entries in printed order; `is_open` if there are more, or they are elsewhere."""

    entries: list[Entry] = field(default_factory=list)
    is_open: bool = False
    open_word: str = ""
    heading: Passage = field(default_factory=Passage)

    def leaves(self) -> list[Entry]:
        found: list[Entry] = []

        def visit(entries: list[Entry]) -> None:
            for entry in entries:
                if entry.children:
                    visit(entry.children)
                else:
                    found.append(entry)

        visit(self.entries)
        return found


# 2から7まで, 1及び8: items of another list by their numbers
_MARK = r"(?:\d{1,2}|[a-z]|[①-⑳])"
_CITES = re.compile(
    rf"{_MARK}(?:(?:から|~|-|、|,|及び|・){_MARK})+(?:まで)?|{_MARK}(?:から|~){_MARK}まで"
)


def several(text: str) -> bool:
    """Whether commas part more than one."""
    return len([part for part in outside_brackets(text, "、，") if part.strip()]) >= 2


def entry(passage: Passage, result: ItemList, text: str) -> Entry | None:
    """One item by itself, as a cell or an option prints it, with what its brackets list."""
    made = bare(passage, result, text)
    if made is not None:
        made.children = inner(made, passage, result)
    return made


def bare(passage: Passage, result: ItemList, text: str | None = None) -> Entry | None:
    """One item without what its brackets list; none where the words only say that more follow."""
    printed = (text if text is not None else passage.text).strip()
    label = tidy(printed).strip(" 。,，、:：;；")
    label = compiled(r"^[・･]|(?<=.)[・･／/]$").sub("", label)
    if _CITES.fullmatch(fold(label)):
        result.is_open, result.open_word = True, "のとおり"
        return None
    given = compiled(rf"(?<=.)[：:][ 　]?(?P<word>{GIVEN})$").search(label)
    label = label[: given.start()] if given else label
    if not label or len(label) > 120:
        return None
    if others := compiled(r"(?<=.)[ 　](?:他|ほか)$").search(printed):
        result.is_open, result.open_word = True, others.group().strip()
        label = tidy(printed[: others.start()])
    added = bool(CHANGE_NOTE.search(label))
    label = _SIGNS.sub("", CHANGE_NOTE.sub("", label).strip()).strip()
    if compiled(r"(?:など|等|その他|ほか)").fullmatch(label):
        result.is_open, result.open_word = True, label
        return None
    opened = _OPEN.search(label)
    if label in rules("items")["fixed_terms"]:
        pass  # 総所得金額等 is a term of the law, and no open list
    elif opened and opened.group() in ("など", "等") and len(label) > len(opened.group()) + 1:
        result.is_open, result.open_word = True, opened.group()
        label = label[: opened.start()]
    elif compiled(r"その他").match(label):
        result.is_open, result.open_word = True, "その他"
    optional = any(_OPTIONAL.search(note) for note in bracketed(label)) or bool(
        _OTHERWISE.search(label) or (given and _OPTIONAL.search(given["word"]))
    )
    if optional:
        label = _OTHERWISE.sub("", _OPTIONAL_NOTE.sub("", label)).strip()
    return Entry(
        label, passage, printed, "tidied" if label != printed else "listed", optional, added
    )


_CONDITION = re.compile(
    r"(?:場合は?|とき|のみ|除く|限る|含む|参照|もの|こと|以降|以前|別紙\d*|にあっては|[^にはをが][はをがに])$"
)
_LAST = re.compile(r"及び|並びに|および|ならびに")


# 地区（住所から区分した北部、中部の別）: how it is made, and what it may be
_MADE = re.compile(
    r"(?:から|より|を|に基づき)(?:区分|算出|作成|変換|集計|判定|計算|分類|加工|生成|丸め|置き換え|まとめ)"
)


_LISTS = re.compile(r"(?P<head>[^()（）]+)[(（](?P<inner>.+)[)）]", re.DOTALL)


def _marked(printed: str) -> list[str]:
    """The parts by the marks of the printed words: a label has lost the blanks behind them."""
    match = _LISTS.fullmatch(printed.strip(" 　。、，,"))
    return inner_marks.parted(match["inner"]) if match else []


def inner(entry: Entry, passage: Passage, result: ItemList) -> list[Entry]:
    """4情報（氏名、生年月日、住所及び性別）: several parts in brackets make up the item."""
    match = _LISTS.fullmatch(entry.label)
    if not match:
        return []
    marked = _marked(entry.printed) or inner_marks.parted(match["inner"])
    if not marked and not several(match["inner"]):
        return []
    parts = marked or outside_brackets(match["inner"], "、，,")
    if any(_CONDITION.search(part.strip()) for part in parts) or _MADE.search(parts[0]):
        return []
    below = ItemList()
    children = []
    for part in marked or [*parts[:-1], *_LAST.split(parts[-1])]:
        child = bare(passage, below, part)
        if child is not None:
            child.rule = "split_group"
            children.append(child)
    result.is_open = result.is_open or below.is_open
    result.open_word = result.open_word or below.open_word
    if len(children) >= 2:
        entry.label = match["head"].strip()
        return children
    return []


def role(label: str) -> str:
    """Of whom an item speaks, if not of the person of the list: 世帯主の氏名."""
    plain = key(label)
    for word in rules("items")["roles"]:
        if plain.startswith(key(word)) or (f"の{word}" in plain):
            return str(word)
        if word in plain and compiled(rf"(?:新しい|今までの|旧|新|前){word}").match(plain):
            return str(word)
    return ""
