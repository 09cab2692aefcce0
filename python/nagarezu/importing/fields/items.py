"""Item lists: numbered or in a sentence, nested, optional, open, added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import (
    bracketed,
    fold,
    key,
    outside_brackets,
    tidy,
    without_brackets,
)

_OPEN = re.compile(r"(?:など|等|ほか|その他)$")
_OPEN_INSIDE = re.compile(r"など|ほか、|その他(?:の|、)?[^、]{0,12}$")
_OPTIONAL = re.compile(
    r"任意|希望者のみ|希望する(?:者|場合)のみ|必要に応じて|該当者のみ|該当する場合"
)
_OPTIONAL_NOTE = re.compile(
    r"[(（【\[][^()（）]*(?:任意|希望|必要に応じて|該当)[^()（）]*[)）】\]]|[※*＊](?:任意|希望者のみ)"
)

_ADDS = re.compile(
    r"「(?P<item>[^「」]{1,40})」(?P<more>(?:(?:及び|、|と|並びに)「[^「」]{1,40}」)*)(?:の項目|の情報項目)?を(?:新たに)?追加"
)
_HEADED = re.compile(r"^(?P<head>[^、，：:（）()「」]{1,24})[：:](?P<rest>.+)$")
_QUOTED = re.compile(r"「([^「」]{1,40})」")
_GROUP_WORD = re.compile(r"(?:情報|事項|項目|関係|一覧|データ|内訳|CSV)$")
_POINTS_AWAY = re.compile(r"(?:のとおり|に記載|を参照|参照)[。)]?$")
_AND = re.compile(r"(?:及び|並びに|又は|若しくは|および|ならびに|または)(?=[^、，,（(]{1,40}$)")
_FRAME = re.compile(r"(?:従来|既存|現行|次|以下)の(?:情報)?項目|の情報項目|の各?項目")


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


def read(passage: Passage) -> ItemList:
    """The items of a passage. Text that only points to another paper gives an open list."""
    result = ItemList()
    before, nodes = outline(passage)
    if nodes and not _points_away_only(passage.text):
        for node in nodes:
            result.entries.extend(of_node(node, result))
        if before and _is_items(before.text):
            result.entries[:0] = _of_text(before, result)
    else:
        result.entries = _of_text(passage, result)
    return result


def chosen(passages: Iterable[Passage]) -> ItemList:
    """The items of options that bear a mark. A form prints the main ones, so there may be more."""
    result = ItemList(is_open=True, open_word="主な")
    for passage in passages:
        result.entries.extend(_of_text(passage, result))
    return result


def _is_items(text: str) -> bool:
    return "、" in text and not re.search(r"[。]|のとおり|以下", text)


def _points_away_only(text: str) -> bool:
    return bool(_POINTS_AWAY.search(tidy(text))) and "、" not in text and len(text) < 60


def of_node(node: Node, result: ItemList) -> list[Entry]:
    text = tidy(node.passage.text)
    if not text:
        return []
    if not node.children and (_several(text) or _HEADED.match(text)) and not _wrapped(text):
        return _of_text(node.passage, result)
    entry = _entry(node.passage, result)
    if entry is None:
        return []
    for child in node.children:
        entry.children.extend(of_node(child, result))
    if not entry.children:
        entry.children = _inner(entry, node.passage, result)
    return [entry]


def _wrapped(text: str) -> bool:
    """Everything is one name with brackets: 4情報（氏名、住所）."""
    return len(outside_brackets(text, "、，")) < 2 and not _HEADED.match(text)


def _several(text: str) -> bool:
    return len(outside_brackets(text, "、，")) >= 2


def _of_text(passage: Passage, result: ItemList) -> list[Entry]:
    """氏名、住所などの従来の情報項目に「旧氏」を追加する。 · 氏名・住所 · lines"""
    entries: list[Entry] = []
    for line in passage.lines():
        text = tidy(line.text)
        if not text or text.startswith("※"):
            continue
        added = _ADDS.search(text)
        head = text[: added.start()] if added else text
        head = re.split(r"。", head)[0]
        if _POINTS_AWAY.search(head) and not _several(head):
            result.is_open = True
            result.open_word = result.open_word or "のとおり"
        elif head:
            headed = _HEADED.match(head)
            if headed:
                group = Entry(tidy(headed["head"]), line, headed["head"], "headed_group")
                group.children = _split(headed["rest"], line, result)
                entries.extend([group] if group.children else [])
            else:
                entries.extend(_split(head, line, result))
        if added:
            for name in _QUOTED.findall(added.group()):
                entries.append(Entry(name, line, name, "added_by_sentence", added=True))
    return entries


def _split(text: str, line: Passage, result: ItemList) -> list[Entry]:
    text = re.sub(r"[(（][^()（）]*(?:のとおり|参照)[)）]", "", text).strip(" 。")
    opened = re.search(r"(?:など|等)の?(?:" + _FRAME.pattern + r")?[にを]?$", text)
    if opened:
        text = text[: opened.start()]
        result.is_open, result.open_word = True, "など" if "など" in opened.group() else "等"
    else:
        text = re.sub(r"(?:" + _FRAME.pattern + r")[にを]?$", "", text)
    entries: list[Entry] = []
    for part in _by_commas(text):
        pieces = _AND.split(part) if without_brackets(part) else [part]
        for piece in pieces if _joined_by_and(part) else [part]:
            entry = _entry(line, result, piece)
            if entry is not None:
                entry.children = _inner(entry, line, result)
                entries.append(entry)
    return entries


def _by_commas(text: str) -> list[str]:
    """By commas; by ・ only where each part is a known item by itself (trap 9)."""
    parts = outside_brackets(text, "、，,／/")
    dotted = outside_brackets(text, "・")
    known = rules("items")["plain"]
    if len(parts) == 1 and len(dotted) > 1 and all(tidy(part) in known for part in dotted):
        return dotted
    return parts


def _joined_by_and(part: str) -> bool:
    """氏名及び住所 are two; 入院及び通院の記録 is one: what follows must be short and plain."""
    pieces = _AND.split(without_brackets(part))
    if len(pieces) != 2 or not all(0 < len(piece.strip()) <= 12 for piece in pieces):
        return False
    return "の" not in part or pieces[1].strip() in rules("items")["plain"]


_CHANGE_NOTE = re.compile(
    r"^[(（【\[〔]?(?:新設|追加|新規)[)）】\]〕][ 　]?|[(（【\[〔](?:新設|追加|新規)[)）】\]〕]$"
)


def _entry(passage: Passage, result: ItemList, text: str | None = None) -> Entry | None:
    printed = (text if text is not None else passage.text).strip()
    label = tidy(printed).strip(" 。,，、:：;；")
    label = re.sub(r"^[・･]", "", label)
    if not label or len(label) > 120:
        return None
    added = bool(_CHANGE_NOTE.search(label))
    label = _CHANGE_NOTE.sub("", label).strip()
    if re.fullmatch(r"(?:など|等|その他|ほか)", label):
        result.is_open, result.open_word = True, label
        return None
    opened = _OPEN.search(label)
    if opened and opened.group() in ("など", "等") and len(label) > len(opened.group()) + 1:
        result.is_open, result.open_word = True, opened.group()
        label = label[: opened.start()]
    elif re.match(r"その他", label):
        result.is_open, result.open_word = True, "その他"
    optional = any(_OPTIONAL.search(note) for note in bracketed(label)) or bool(
        re.search(r"[※*＊](?:任意|希望者のみ)", label)
    )
    if optional:
        label = _OPTIONAL_NOTE.sub("", label).strip()
    return Entry(
        label, passage, printed, "tidied" if label != printed else "listed", optional, added
    )


def _inner(entry: Entry, passage: Passage, result: ItemList) -> list[Entry]:
    """4情報（氏名、生年月日、住所及び性別）: a group, if its name is that of a group."""
    match = re.fullmatch(r"(?P<head>[^()（）]+)[(（](?P<inner>.+)[)）]", entry.label)
    if not match or not _GROUP_WORD.search(fold(match["head"])) or not _several(match["inner"]):
        return []
    inner = ItemList()
    children = []
    for part in outside_brackets(match["inner"], "、，,"):
        for piece in _AND.split(part):
            child = _entry(passage, inner, piece)
            if child is not None:
                child.rule = "split_group"
                children.append(child)
    result.is_open = result.is_open or inner.is_open
    result.open_word = result.open_word or inner.open_word
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
        if re.match(rf"(?:新しい|今までの|旧|新|前){word}", plain):
            return str(word)
    return ""
