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
_POINTS_AWAY = re.compile(
    r"(?:のとおり|に記載|を参照|参照|と同じ|に同じ|と同様|と同一|^同上)(?:である)?[。)]?$"
)
_AND = re.compile(r"(?:及び|並びに|又は|若しくは|および|ならびに|または)(?=[^、，,（(]{1,40}$)")
_FRAME = re.compile(r"(?:従来|既存|現行|次|以下)の(?:情報)?項目|の情報項目|の各?項目")

_LEAD_IN = re.compile(
    r"(?:次|以下|下記|上記|左記)[^、]{0,20}(?:もの|項目|とおり)(?:とする|である)?[。:：]?$"
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
            result.entries.extend(of_node(node, result, len(nodes)))
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


def of_node(node: Node, result: ItemList, siblings: int = 1) -> list[Entry]:
    """The entries of a numbered line. Among others a number counts one item, commas or not."""
    text = tidy(node.passage.text)
    if not text:
        return []
    if not node.children and not _wrapped(text):
        group = _headed_lines(node.passage, result)
        if group is not None:
            group.number = max(node.value, 0)
            return [group]
        if _HEADED.match(text) or _is_row(text, node, siblings):
            return _of_text(node.passage, result)
    entry = _entry(node.passage, result)
    if entry is None:
        return []
    entry.number = max(node.value, 0)
    for child in node.children:
        entry.children.extend(of_node(child, result, len(node.children)))
    if not entry.children:
        entry.children = _inner(entry, node.passage, result)
    return [entry]


def _is_row(text: str, node: Node, siblings: int) -> bool:
    """Several items behind one mark: a bullet, the only number, or plain items in a row.

    ⑦欠席、早退等の連絡の内容 is one item, for it is counted as one.
    """
    parts = [part.strip() for part in outside_brackets(text, "、，") if part.strip()]
    if len(parts) < 2:
        return False
    known = sum(tidy(part) in rules("items")["plain"] for part in parts)
    return node.kind == "bullet" or siblings < 2 or (len(parts) >= 3 and known >= 2)


_HEAD_LINE = re.compile(r"^(?P<head>[^、，()（）\s]{2,24})[ 　]*\n(?P<rest>.+)$", re.DOTALL)


def _headed_lines(passage: Passage, result: ItemList) -> Entry | None:
    """世帯に関する項目, and on the next lines what belongs to it: a group."""
    match = _HEAD_LINE.match(passage.text)
    if not match or len([part for part in outside_brackets(match["rest"], "、，") if part]) < 2:
        return None
    group = Entry(tidy(match["head"]), passage, match["head"], "headed_group")
    group.children = _split(tidy(match["rest"]), passage, result)
    return group if len(group.children) > 1 else None


def _wrapped(text: str) -> bool:
    """Everything is one name with brackets: 4情報（氏名、住所）."""
    return len(outside_brackets(text, "、，")) < 2 and not _HEADED.match(text)


def _several(text: str) -> bool:
    return len([part for part in outside_brackets(text, "、，") if part.strip()]) >= 2


def _of_text(passage: Passage, result: ItemList) -> list[Entry]:
    """氏名、住所などの従来の情報項目に「旧氏」を追加する。 · 氏名・住所 · lines"""
    entries: list[Entry] = []
    for line in passage.lines():
        text = tidy(line.text)
        if not text or text.startswith("※") or _LEAD_IN.search(text):
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
    parts = _by_commas(text)
    for number, part in enumerate(parts, 1):
        last = number == len(parts)  # 氏名及び住所、電話番号: only the last two are joined by 及び
        pieces = _AND.split(part) if without_brackets(part) else [part]
        for piece in pieces if last and _joined_by_and(part) else [part]:
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


def entry(passage: Passage, result: ItemList, text: str) -> Entry | None:
    """One item by itself, as a cell or an option prints it, with what its brackets list."""
    made = _entry(passage, result, text)
    if made is not None:
        made.children = _inner(made, passage, result)
    return made


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
    if label in rules("items")["fixed_terms"]:
        pass  # 総所得金額等 is a term of the law, and no open list
    elif opened and opened.group() in ("など", "等") and len(label) > len(opened.group()) + 1:
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


_CONDITION = re.compile(r"(?:場合|とき|のみ|除く|限る|含む|参照|もの|こと|以降|以前|別紙\d*)$")
_LAST = re.compile(r"及び|並びに|および|ならびに")


def _inner(entry: Entry, passage: Passage, result: ItemList) -> list[Entry]:
    """4情報（氏名、生年月日、住所及び性別）: several parts in brackets make up the item."""
    match = re.fullmatch(r"(?P<head>[^()（）]+)[(（](?P<inner>.+)[)）]", entry.label)
    if not match or not _several(match["inner"]):
        return []
    parts = outside_brackets(match["inner"], "、，,")
    if any(_CONDITION.search(part.strip()) for part in parts):
        return []
    inner = ItemList()
    children = []
    for part in [*parts[:-1], *_LAST.split(parts[-1])]:
        child = _entry(passage, inner, part)
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
