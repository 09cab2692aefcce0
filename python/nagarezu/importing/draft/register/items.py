"""Items of a register: numbered, in a sentence, ticked, or a column each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nagarezu.importing.draft import alike
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.lists import in_order
from nagarezu.importing.draft.register import numbers as register_numbers
from nagarezu.importing.fields import items, ticks, told_parts
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import Part
from nagarezu.importing.heads import sections
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, outside_brackets, tidy

_LEAD = re.compile(r"[(（]?[0-9０-９]{1,2}[)）.．、 　]*(?=[^0-9０-９])|[①-⑳⑴-⒇][ 　]*")
_SINGLE = re.compile(r"[(（]?[0-9０-９]{1,2}[)）.．、 　]\s*|[①-⑳]\s*")  # 1歳児 bears no number
_OPTIONAL = re.compile(r"任意|希望者のみ")
_OTHER = re.compile(r"^その他(?:の.{0,8})?$")
_TALLY = re.compile(r"^(?:計|全|以上|合計)?[0-9０-９]+項目$")


def read(parts: Iterable[Part]) -> ItemList:
    """The items of all cells of a file as one list."""
    result = ItemList()
    for part in _together(parts):
        if not part.text or (not part.whole and told_parts.says_no(tidy(part.text.text))):
            continue
        last = result.entries[-1].number if result.entries else 0
        if part.whole:
            read_ = items.ItemList()
            read_.entries = _single(part, result)
            if part.below and result.entries:
                result.entries[-1].children.extend(read_.entries)
                continue
        elif ticks.options(part.text):
            read_ = ItemList(_ticked(part.text, result, last))
        else:
            read_ = _listed(part.text, last)
        for entry in read_.entries:
            entry.head = entry.head or ("" if labels.is_group(part.head) else part.head)
        result.entries.extend(read_.entries)
        result.is_open = result.is_open or read_.is_open
        result.open_word = result.open_word or read_.open_word
    entries = _counted_through(result.entries)
    result.entries = [entry for entry in _flat(entries) if not _TALLY.match(entry.label)]
    return result


def _counted_through(entries: list[Entry]) -> list[Entry]:
    """ア 本人 1 氏名 2 住所, イ 家族 3 続柄: heads between items that count on through all."""
    groups = [[inner.number for inner in entry.children] for entry in entries]
    numbers = [number for group in groups for number in group]
    if len(groups) < 2 or not all(groups) or numbers != list(range(1, len(numbers) + 1)):
        return entries
    return [inner for entry in entries for inner in entry.children]


_FIRST = re.compile(
    r"[ 　]*(?:(?P<path>[0-9０-９]{1,2}[-－‐.．][1１](?![0-9０-９]))|(?P<round>[(（][1１][)）])"
    r"|(?P<circled>①)|(?P<kana>ア[ 　.．)）]|[(（]ア[)）])|(?P<letter>[aａ][ 　.．)）])"
    r"|(?P<dot>[・･]))"
)
_OF_OTHERS = re.compile(r"[0-9０-９]{1,2}[.．、 　]*[^0-9０-９\s.．、)）\-－‐]|[①-⑳][ 　]*\S")


def _together(parts: Iterable[Part]) -> list[Part]:
    """9 振込先, (1) 金融機関名: one item a row, as one list where some stand below others."""
    every = list(parts)
    lines = [part for part in every if part.text and not part.whole and not part.number]
    label = key(every[0].label.text) if every else ""
    one = len(lines) == len(every) > _SEVERAL and all(key(p.label.text) == label for p in lines)
    if not one or any("\n" in part.text.text or part.head != every[0].head for part in lines):
        return every
    tops = _OF_OTHERS.match(every[0].text.text)
    inner = [_FIRST.match(part.text.text) for part in every[1:]]
    kinds = {found.lastgroup for found in inner if found}
    if not tops or not kinds or ("circled" in kinds and "①" in every[0].text.text):
        return every
    return [replace(every[0], text=joined([part.text for part in every], "\n"))]


def _single(part: Part, result: ItemList) -> list[Entry]:
    lead = _SINGLE.match(part.text.text.lstrip())
    made = _named(part.text, tidy(part.text.text.lstrip()[lead.end() if lead else 0 :]), result)
    for entry in made:
        entry.optional = entry.optional or part.optional
    return made


def _named(passage: Passage, text: str, result: ItemList) -> list[Entry]:
    """One item as it stands, with what its brackets list."""
    entry = items.entry(passage, result, text)
    return [entry] if entry is not None else []


def _ticked(passage: Passage, result: ItemList, last: int = 0) -> list[Entry]:
    """What is ticked, with its printed number; ■その他（学歴、資格） lists what its brackets hold.

    `last` is the number in front: options may be numbered through several cells.
    """
    found: list[Entry] = []
    printed = ticks.options(passage)
    values = [_value(option.name.text) for option in printed]
    numbered = all(values) and (len(values) > 1 or 0 < last < values[0])
    for option, number in zip(printed, values, strict=True):
        if not option.ticked:
            continue
        lead = _LEAD.match(option.name.text) if numbered else None
        option = replace(option, name=option.name.part(lead.end())) if lead else option
        for entry in _option(option, result):
            entry.number = number if numbered else 0
            found.append(entry)
    return found


def _value(text: str) -> int:
    """The number in front of an option; 0 if there is none."""
    lead = _LEAD.match(text)
    digits = (
        compiled(r"[0-9]+").search(unicodedata.normalize("NFKC", lead.group())) if lead else None
    )
    return int(digits.group()) if digits else 0


def _option(option: ticks.Option, result: ItemList) -> list[Entry]:
    name, inside = ticks.plain(option)
    if _OTHER.match(name):
        other = Entry(name, option.name, option.name.text, "ticked")
        for piece in outside_brackets(inside, "、，,・" if "、" not in inside else "、，,"):
            other.children.extend(_named(option.name, piece, ItemList()))
        return [other]
    made = _named(option.name, tidy(option.name.text), result)
    for entry in made:
        entry.rule = "ticked"
        entry.optional = entry.optional or bool(_OPTIONAL.search(inside))
    return made


_HEAD = re.compile(r"[〈<＜《［\[〔](?P<head>[^〈〉<>＜＞《》［］\[\]〔〕\n]{2,16})[〉>＞》］\]〕]")
_INSIDE = r"[^【】〔〕\[\]［］〈〉＜＞《》\n]*"
_PARTS = re.compile(  # 口座［ア．銀行名　イ．名義］ as well as 口座［銀行名、名義］
    rf"(?<=[^\s、，,。：:】〕\]）)])[【〔\[［〈＜《](?P<parts>{_INSIDE}"
    rf"(?:[、，・]|[ 　][イロ2２②⑵bｂ(（]){_INSIDE})[】〕\]］〉＞》]"
)
_GROUP = re.compile(
    r"^(?P<lead>[ 　]*)[(（](?P<head>[^()（）\n]{2,16})[)）](?=[ 　]*\S)", re.MULTILINE
)
_NO_HEAD = re.compile(r"任意|追加|新規|新設|希望|該当")
_REST = re.compile(
    r"[（(]?以下余白[)）]?|[（(]?(?:合?計|以上|全)[ 　]?[0-9０-９]+[ 　]?項目[)）]?$"
)


def _listed(passage: Passage, last: int = 0) -> ItemList:
    """Numbered or in a sentence; heads in 【…】 only sort. `last` is the number in front."""
    result = ItemList()
    passage = register_numbers.in_groups(_without_sentences(passage), _NO_HEAD)
    passage = register_numbers.in_columns(register_numbers.below(_plain(passage)))
    headed = [(tidy(head.text), body) for head, body in sections(passage) if body]
    for head, body in headed if "【" in passage.text else [("", passage)]:
        known = len(result.entries)
        result.entries.extend(_of_section(register_numbers.joined(body), result, last))
        last = result.entries[-1].number if result.entries else last
        for entry in result.entries[known:]:
            entry.head = "" if labels.is_group(head) else head
    return result


_LEADS = re.compile(r"[^。①-⑳\n]{6,120}。[ 　]*\n?(?=[ 　]*[①1１(（【〔<＜ア・])")
_MARKED = re.compile(r"[ 　]*[(（]?(?:[0-9０-９]{1,2}|[ア-ンa-z①-⑳・])[)）.．、 　]")


def _without_sentences(passage: Passage) -> Passage:
    """次の項目を記録する。 in front of a list, and what is said below it, are no items."""
    lead = _LEADS.match(passage.text)
    passage = passage.part(lead.end()) if lead else passage
    lines = passage.lines()
    kept = len(lines)
    while (
        kept > 1 and lines[kept - 1].text.endswith("。") and not _MARKED.match(lines[kept - 1].text)
    ):
        kept -= 1
    sentence = kept < len(lines) and not any(each.text.endswith("。") for each in lines[:kept])
    return joined(lines[:kept]) if sentence else passage


def _of_section(body: Passage, result: ItemList, last: int) -> list[Entry]:
    """The items below one head."""
    parts = register_numbers.counted(body, last) or [(0, part) for part in _beside(body)]
    found: list[Entry] = []
    for number, part in parts:
        made = items.entry(part, result, part.text)
        if made is not None:
            made.number = number
            found.append(made)
    if parts:
        return found
    read_ = items.read(register_numbers.separated(body))
    result.is_open = result.is_open or read_.is_open
    result.open_word = result.open_word or read_.open_word
    return read_.entries


def by_head(found: ItemList) -> list[ItemList]:
    """A list for each head such as 保護者; items without numbers count on through all of them."""
    if not any(entry.number for entry in found.entries):
        for number, entry in zip(in_order(found.entries), found.entries, strict=True):
            entry.number = number
    lists: list[ItemList] = []
    for entry in found.entries:
        if not lists or lists[-1].entries[-1].head != entry.head:
            lists.append(ItemList([], found.is_open, found.open_word))
        lists[-1].entries.append(entry)
    return lists or [found]


def _plain(passage: Passage) -> Passage:
    """Heads in other brackets as 【…】, and blanks for what only closes a list; same length.

    Square brackets behind an item list its parts as round ones do: 児童【氏名、性別】
    """

    def head(found: re.Match[str]) -> str:
        return found.group() if _NO_HEAD.search(found["head"]) else f"【{found['head']}】"

    text = _PARTS.sub(lambda found: f"（{found['parts']}）", passage.text)
    text = _REST.sub(lambda found: " " * len(found.group()), _HEAD.sub(head, text))
    text = _GROUP.sub(
        lambda found: (
            f"{found['lead']}【{found['head']}】"
            if labels.is_group(found["head"])
            else found.group()
        ),
        text,
    )
    return replace(passage, text=text)


_AND = re.compile(r"及び|並びに|又は")


def by_known(
    builder: Builder, entries: Sequence[Entry], held: Sequence[Entity] = ()
) -> list[Entry]:
    """獣種及び写真 are two where the records have both, and one where they have it so.

    At the end of a list they are two if one of them is `held`.
    """
    entries = _whole(builder, entries, held)
    found: list[Entry] = []
    for entry in entries:
        pieces = _cut(builder, entry.label, held)
        two = len(pieces) == 2 and not entry.children and not builder.find_item(entry.label)
        ends = len(entries) > 1 and entry is entries[-1]
        both = all if not ends else any
        if two and both(builder.find_item(p) or (ends and alike.held(p, held)) for p in pieces):
            found.extend(replace(entry, label=piece, number=0) for piece in pieces)
        else:
            found.append(entry)
    return found


def _whole(builder: Builder, entries: Sequence[Entry], held: Sequence[Entity]) -> list[Entry]:
    """…、避難先及び避難経路, cut at the end of its sentence, where the records have it as one."""
    known = {key(str(each["label"])) for each in held}
    found = list(entries)
    for word in ("及び", "並びに", "又は") if len(found) > 1 else ():
        label = f"{found[-2].label}{word}{found[-1].label}"
        if key(label) in known if known else builder.find_item(label):
            found[-2:] = [replace(found[-2], label=label, printed=label)]
            break
    return found


def _cut(builder: Builder, label: str, held: Sequence[Entity]) -> list[str]:
    """Two items of a label: where both are known, else at the first word that joins them.

    学校名及び学年並びに出欠 is 学校名及び学年 and 出欠.
    """
    cuts = list(_AND.finditer(label))
    known = {str(each["label"]) for each in held}
    for cut in cuts:
        pieces = [label[: cut.start()], label[cut.end() :]]
        if all(piece in known or builder.find_item(piece) for piece in pieces):
            return pieces
    return _AND.split(label, maxsplit=1)


_OTHERWISE = re.compile(r"[、，,。0-9０-９①-⑳⑴-⒇：:]|^[アイ][一-龥].*[ 　][イロ][一-龥]")
_SEVERAL = 3  # items in a line that blanks or dots part


def _beside(passage: Passage) -> list[Passage]:
    """Items in a row without commas or numbers: 氏名　住所　電話番号, ・氏名・住所・電話番号."""
    text = passage.text
    if "\n" in text.strip() or _OTHERWISE.search(text):
        return []
    dotted = (
        compiled(r"[・･]").match(text)
        or sum(tidy(each) in rules("items")["plain"] for each in compiled("[・･]").split(text)) > 1
    )
    cut = (
        re.compile(r"[・･]")
        if dotted and not compiled(r"\S[ 　]").search(text)
        else re.compile(r"[ 　]+")
    )
    spans, start = [], 0
    for match in cut.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    parts = [passage.part(*span) for span in [*spans, (start, len(text))]]
    parts = [part for part in parts if part]
    short = all(2 <= len(part.text) <= 16 and part.text[0] not in "・･" for part in parts)
    return parts if len(parts) >= _SEVERAL and short else []


def _sorts(entry: Entry) -> bool:
    return labels.is_group(entry.label) and not entry.children and entry.label != "その他"


def _in_row(entries: Sequence[Entry], at: int) -> bool:
    """8相談の内容、9心身の状況、10経過: what bears a number among others is an item itself."""
    number = entries[at].number
    beside = [each.number for each in entries[max(at - 1, 0) : at + 2]]
    return at > 0 and number > 1 and beside[0] == number - 1 and len(entries) > _SEVERAL


def _flat(entries: Iterable[Entry]) -> list[Entry]:
    """Heads such as 基本的事項 that bear no number are no entries: their items are."""
    found: list[Entry] = []
    every = list(entries)
    for at, entry in enumerate(every):
        if entry.rule == "headed_group" and labels.is_group(entry.label):
            found.extend(entry.children)
        elif _sorts(entry) and not _in_row(every, at):
            continue
        else:
            found.append(entry)
    return found
