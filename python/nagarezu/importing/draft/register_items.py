"""Items of a register: numbered, in a sentence, ticked, or a column each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from nagarezu.importing.fields import items, ticks, told_parts
from nagarezu.importing.fields.items import Entry, ItemList
from nagarezu.importing.form import register_labels as labels
from nagarezu.importing.form.register_file import Part
from nagarezu.importing.heads import sections
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy

_TOUCHING = re.compile(r"[1１][^\d\s.．、,)）]")
_BLANK = re.compile(r"(?<=\S)[ 　\n](?=\d{1,2}[^\d\s.．、,)）])")
_SPLIT_NUMBER = re.compile(r"(?<![0-9０-９])(?P<first>[0-9０-９]) (?=[0-9０-９](?![0-9０-９]))")
_LEAD = re.compile(r"[(（]?[0-9０-９]{1,2}[)）.．、 　]*(?=[^0-9０-９])|[①-⑳⑴-⒇][ 　]*")
_SINGLE = re.compile(r"[(（]?[0-9０-９]{1,2}[)）.．、 　]\s*|[①-⑳]\s*")  # 1歳児 bears no number
_OPTIONAL = re.compile(r"任意|希望者のみ")
_OTHER = re.compile(r"^その他(?:の.{0,8})?$")
_TALLY = re.compile(r"^(?:計|全|以上|合計)?[0-9０-９]+項目$")


def read(parts: Iterable[Part]) -> ItemList:
    """The items of all cells of a file as one list."""
    result = ItemList()
    for part in parts:
        if not part.text or (not part.whole and told_parts.says_no(tidy(part.text.text))):
            continue
        last = result.entries[-1].number if result.entries else 0
        if part.whole:
            read_ = items.ItemList()
            read_.entries = _single(part, result)
        elif ticks.options(part.text):
            read_ = ItemList(_ticked(part.text, result, last))
        else:
            read_ = _listed(part.text, last)
        result.entries.extend(read_.entries)
        result.is_open = result.is_open or read_.is_open
        result.open_word = result.open_word or read_.open_word
    result.entries = [entry for entry in _flat(result.entries) if not _TALLY.match(entry.label)]
    return result


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
    digits = re.search(r"[0-9]+", unicodedata.normalize("NFKC", lead.group())) if lead else None
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


_HEAD = re.compile(r"[〈＜《［\[〔](?P<head>[^〈〉＜＞《》［］\[\]〔〕\n]{2,16})[〉＞》］\]〕]")
_NO_HEAD = re.compile(r"任意|追加|新規|新設|希望|該当")
_REST = re.compile(
    r"[（(]?以下余白[)）]?|[（(]?(?:合?計|以上|全)[ 　]?[0-9０-９]+[ 　]?項目[)）]?$"
)


def _listed(passage: Passage, last: int = 0) -> ItemList:
    """Numbered or in a sentence; heads in 【…】 only sort. `last` is the number in front."""
    result = ItemList()
    passage = _plain(passage)
    headed = [body for head, body in sections(passage) if body]
    for body in headed if "【" in passage.text else [passage]:
        body = _joined_numbers(body)
        parts = _counted(body, last) or [(0, part) for part in _beside(body)]
        for number, part in parts:
            made = items.entry(part, result, part.text)
            if made is not None:
                made.number = last = number
                result.entries.append(made)
        if parts:
            continue
        read_ = items.read(separated(body))
        result.entries.extend(read_.entries)
        result.is_open = result.is_open or read_.is_open
        result.open_word = result.open_word or read_.open_word
    return result


def _plain(passage: Passage) -> Passage:
    """Heads in other brackets as 【…】, and blanks for what only closes a list; same length."""

    def head(found: re.Match[str]) -> str:
        return found.group() if _NO_HEAD.search(found["head"]) else f"【{found['head']}】"

    text = _REST.sub(lambda found: " " * len(found.group()), _HEAD.sub(head, passage.text))
    return replace(passage, text=text)


_SEVERAL = 3  # items in a line that blanks or dots part


def _beside(passage: Passage) -> list[Passage]:
    """Items in a row without commas or numbers: 氏名　住所　電話番号, ・氏名・住所・電話番号."""
    text = passage.text
    if "\n" in text.strip() or re.search(r"[、，,。0-9０-９①-⑳⑴-⒇：:]", text):
        return []
    dotted = (
        re.match(r"[・･]", text)
        or sum(tidy(each) in rules("items")["plain"] for each in re.split("[・･]", text)) > 1
    )
    cut = (
        re.compile(r"[・･]")
        if dotted and not re.search(r"\S[ 　]", text)
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


_NUMBER = re.compile(
    r"(?P<paren>[(（])?(?P<n>[0-9]{1,3})(?:(?P<close>[)）])|(?P<dot>[.．、:：])|(?=[^0-9]))"
)
_BELOW = re.compile(r"(?:^|[\s、。])(?:[(（][0-9０-９ア-ンa-z]{1,2}[)）]|[①-⑳ア-ン][ 　.．)）])")


def _counted(passage: Passage, last: int = 0) -> list[tuple[int, Passage]]:
    """1氏名、2住所 …: cut at 1, 2, 3 in their order, whatever words follow the numbers.

    Where the column before ends with `last`, this one may go on with the next number. Nothing if
    the numbers do not begin the cell or lists stand below them.
    """
    folded = fold(passage.text)
    begins = _NUMBER.match(folded.lstrip())
    goes_on = last > 0 and begins is not None and int(begins["n"]) == last + 1
    first = last + 1 if goes_on else 1
    cuts = _cuts(folded, first, touching=False)
    if len(cuts) < (1 if goes_on else 2):
        cuts = _cuts(folded, first, touching=True)
        if len(cuts) < _SEVERAL:
            return []
    if folded[: cuts[0][0]].strip():
        return []
    ends = [start for start, _ in cuts[1:]] + [len(folded)]
    parts = []
    for (_, start), end in zip(cuts, ends, strict=True):
        part = passage.part(start, end)
        parts.append(part.part(0, len(part.text.rstrip(" 　、，,;；。\n"))))
    if any(not part or _BELOW.search(part.text) for part in parts):
        return []
    return list(enumerate(parts, first))


def _cuts(folded: str, due: int, *, touching: bool) -> list[tuple[int, int]]:
    """Where each number stands that is due; those that touch the words before need one style."""
    if touching and not re.match(rf"\s*(?:\({due}\)|{due}[.]|{due}[^0-9\s、,])", folded):
        return []
    depth, position = 0, 0
    cuts: list[tuple[int, int]] = []
    style = ""
    while position < len(folded):
        char = folded[position]
        before = folded[position - 1] if position else "\n"
        free = before in "、，,;；。" or before.isspace()
        match = _NUMBER.match(folded, position) if not depth and not before.isdigit() else None
        if match and bool(match["paren"]) == bool(match["close"]) and int(match["n"]) == due:
            mark = "()" if match["paren"] else "." if match["dot"] else "1"
            if free or (touching and mark == (style or mark)):
                style = style or mark
                cuts.append(match.span())
                due += 1
                position = match.end()
                continue
        depth = max(depth + (char in "(「[") - (char in ")」]"), 0)
        position += 1
    return cuts


def _joined_numbers(part: Passage) -> Passage:
    """1 0住所 is 10住所 where 1…9 stand in front. The blank moves, so that places stay."""
    text = fold(part.text)
    if not re.search(r"9 ?[^0-9\s]", text):
        return part
    fixed = re.sub(
        r"(?<![0-9])(?P<open>\(?)(?P<a>[1-9])(?: |(?<=[\s(、,][1-9])\n)"
        r"(?P<b>[0-9])(?=[ ]?[^0-9\s年月日,，])",
        lambda m: " " + m["open"] + m["a"] + m["b"],
        text,
    )
    kept = "".join(
        new if new != old else printed
        for new, old, printed in zip(fixed, text, part.text, strict=True)
    )
    return replace(part, text=kept)


def separated(part: Passage) -> Passage:
    """1氏名 2住所 as 1氏名、2住所: where numbers touch their items, blanks part them.

    No character more or less, so that places stay.
    """
    if not _TOUCHING.match(part.text):
        return part
    return replace(part, text=_BLANK.sub("、", part.text))


def _flat(entries: Iterable[Entry]) -> list[Entry]:
    """Heads such as 基本的事項 that bear no number are no entries: their items are."""
    found: list[Entry] = []
    for entry in entries:
        if entry.rule == "headed_group" and labels.is_group(entry.label):
            found.extend(entry.children)
        elif labels.is_group(entry.label) and not entry.children and entry.label != "その他":
            continue
        else:
            found.append(entry)
    return found
